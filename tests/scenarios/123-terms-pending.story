# A rate that is not agreed yet bills nothing; whoever names an invoice asks for no support; and a question beside an answer does
# not void the answer.
policy reminders = []
policy end_alerts = []
billing seller
billing after = ["end"] => after = []
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
school Oakfield School, Jo Marsh, head@oakfield.example
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 4 days from 4 May 2027 to 14 July 2027
visited DEP-2027-0001 p.nair@hazelbank.example 5 May 2027 1 day
clock 6 May 2027 09:00
do change DEP-2027-0001 rate £400
pass
letter deployment-agreement to head@oakfield.example
   says cost: £400 a day; £340 goes to the home school, £60 is the alliance’s fee (until now: £350 a day; £297.50 goes to the home school, £52.50 is the alliance’s fee), for every day that is on no invoice yet
letter deployment-agreement to head@hazelbank.example
letter deployment-agreement to p.nair@hazelbank.example
refuse invoices draft
   says There is nothing to bill.
clerk invoices unbilled
   says version 1 of the agreement is with the parties, and nothing is billed before they have agreed
do answer DEP-2027-0001 head@oakfield.example yes
do answer DEP-2027-0001 head@hazelbank.example yes
do answer DEP-2027-0001 p.nair@hazelbank.example yes
pass
letter deployment-active to head@oakfield.example
letter deployment-active to head@hazelbank.example
letter deployment-active to p.nair@hazelbank.example
do invoices draft
   says - invoice: Oakfield School, 1 day, £400.00

mail from Accounts <ap@trust.example>
   subject INV-2027-0003
   | Please send us a copy of INV-2027-0003 to this address, and a statement of our account.
pass
quiet
waits ap@trust.example

mail from Jo Marsh <head@oakfield.example>
   subject Help with phonics
   | Could we have some help with phonics in Year 1 please?
pass
letter commission-received to head@oakfield.example
waits Oakfield School asks for support with “Phonics”
mail from Jo Marsh <head@oakfield.example>
   reply commission-received
   | We hope that all of Year 1 pass the check. In May and June, about four days. Does it cost the same as last time?
pass
letter commission-received to head@oakfield.example
waits Oakfield School says more about its request for support with “Phonics” (DEP-2027-0002). They write: “We hope that all of Year 1
waits says more about the request DEP-2027-0002, and asks something. Please answer them.
clerk deployments show DEP-2027-0002
   says We hope that all of Year 1 pass the check.
