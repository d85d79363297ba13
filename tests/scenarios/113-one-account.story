# A school has one account with us, whichever of its people gets the invoices; what it answers rests with all of it.
policy least_notice = 0
billing seller
billing reminders = [3, 14, 28] => reminders = []
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Reading" 6 days from 4 May 2027 to 14 July 2028 finance office@oakfield.example
do charge DEP-2027-0001 no reimbursement
do charge DEP-2027-0002 no reimbursement
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
visited DEP-2027-0002 p.nair@hazelbank.example 5 May 2027 half a day
clock 11 May 2027 08:00
do invoices draft
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
letter invoice to office@oakfield.example

# On the first school day of July: one statement, of both.
clock 1 July 2027 09:30
pass
letter statement to office@oakfield.example
   says In all, £525.00 is open, and all of it is overdue

# Who asks about the statement is left in peace with everything that is on it.
mail from Carol Dunn <office@oakfield.example>
   reply statement
   | I have no invoice for the reading days, please send me a copy.
pass
letter account-reply to office@oakfield.example
   says Thank you for your mail about the statement of account. A person here will read it
waits Oakfield School (office@oakfield.example) writes about the statement of account. They write: “I have no invoice for the reading days, please send me a copy.” Please answer office@oakfield.example.
clock 2 August 2027 09:30
pass
clock 2 September 2027 09:30
pass
quiet
do done R1
clock 3 September 2027 09:30
pass
letter statement to office@oakfield.example
mail from Carol Dunn <office@oakfield.example>
   reply statement
   | Both will go out on Friday.
   | Thanks
pass
letter account-reply to office@oakfield.example
   says the payment of the statement of account is on its way
waits for nothing
do statement INV-2027-0002
   says A statement of account goes to Oakfield School (office@oakfield.example).
pass
letter statement to office@oakfield.example
