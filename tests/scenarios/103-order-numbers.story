# A school names its order number by replying, or says that it uses none. Who has no part in it, or is not plain, asks a person.
policy reminders = []
policy least_notice = 0
billing seller
billing po_required = false => po_required = true
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown / 100003 Millpond School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 16 July 2027 finance accounts@oakfield.example
do deployment sle "Millpond School" head Ann Rees <head@millpond.example> by p.nair@hazelbank.example "Phonics" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Reading" 6 days from 4 May 2027 to 16 July 2027 finance accounts@oakfield.example
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
visited DEP-2027-0002 p.nair@hazelbank.example 5 May 2027 1 day
visited DEP-2027-0003 p.nair@hazelbank.example 6 May 2027 1 day
clock 10 May 2027 09:30
pass
letter order-number to accounts@oakfield.example
   says DEP-2027-0001
letter order-number to head@millpond.example
letter order-number to accounts@oakfield.example
   says DEP-2027-0003
clerk invoices unbilled
   says 2027-05-04  DEP-2027-0001  Oakfield School
   says Oakfield School has not named its order number
   says 3 days unbilled.

# A machine is not the school; and a stranger who names the deployment is not, either.
mail from accounts@oakfield.example
   reply order-number about DEP-2027-0001
   header Auto-Submitted: auto-replied
   | I am away until Monday. Order number 99 is not mine.
mail from somebody@elsewhere.example
   subject DEP-2027-0001
   | PO 666
pass
deployment DEP-2027-0001 active
quiet
waits A mail from somebody@elsewhere.example (“DEP-2027-0001”) that I could not place.

# A colleague to whom our letter was passed on, and a forger: nothing is noted.
mail from h.jones@oakfield.example
   reply order-number to accounts@oakfield.example about DEP-2027-0001
   | PO 4712
mail from accounts@oakfield.example
   reply order-number about DEP-2027-0001
   denied
   | PO 666
pass
waits h.jones@oakfield.example answers our letter that asks Oakfield School for its order number for DEP-2027-0001, which did not go there. They write: “PO 4712” Does it count?
waits An answer about the order number for DEP-2027-0001 (Oakfield School) seems to come from accounts@oakfield.example, but our own mail server says
clerk deployments show DEP-2027-0001 --json
   says "po_number": ""

mail from Bursar <accounts@oakfield.example>
   reply order-number about DEP-2027-0001
   authenticated
   quoting
   | Dear all,
   |
   | our PO number is 4711/B.
   |
   | Kind regards
   | Hetty Jones
mail from Ann Rees <head@millpond.example>
   reply order-number
   | We don’t use order numbers. Thank you!
mail from accounts@oakfield.example
   reply order-number about DEP-2027-0003
   | Which one is this for? We have PO 4711 and PO 4712.
pass
# The questions about it are answered by that.
waits accounts@oakfield.example has answered our letter that asks for the order number for DEP-2027-0003 (Oakfield School), and I could not tell what it is. They write: “Which one is this for?
clerk deployments show DEP-2027-0001 --json
   says "po_number": "4711/B"
why DEP-2027-0001
   says The order number is 4711/B.
clerk deployments show DEP-2027-0002 --json
   says "po_number": "none"
do order number DEP-2027-0003 PO 4712
   says Invoices for DEP-2027-0003 (Oakfield School) bear the order number PO 4712.
clock 7 June 2027 07:30
pass
# Different order numbers are different invoices; and where there is none, none is printed.
books
   says D1 draft invoice, Millpond School: 1 day £350.00 + £0.00, paid £0.00
   not order none
   says order 4711/B
   says order PO 4712
waits 3 invoices (£1,050.00), 1 self-billing statement (£892.50) wait as drafts
do invoices send
do code CODE
pass
letter invoice to head@millpond.example
   not order number
letter invoice to accounts@oakfield.example
letter invoice to accounts@oakfield.example
letter self-billing to head@hazelbank.example
