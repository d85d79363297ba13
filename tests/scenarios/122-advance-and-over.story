# What was billed in advance for work that is over is not sent; and what was sent is offered to be credited.
policy reminders = []
policy end_alerts = []
billing seller
billing after = ["end"] => after = []
billing reminders = [3, 14, 28] => reminders = []
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 4 days from 4 May 2027 to 14 July 2027
do charge DEP-2027-0001 in advance
do charge DEP-2027-0001 no reimbursement
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Reading" 3 days from 4 May 2027 to 14 July 2027
do charge DEP-2027-0002 in advance
do charge DEP-2027-0002 no reimbursement
do invoices draft
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
visited DEP-2027-0002 p.nair@hazelbank.example 5 May 2027 1 day
do invoices send D1
do code CODE
pass
letter invoice to head@oakfield.example
clock 6 May 2027 08:01
pass
do end DEP-2027-0001
do end DEP-2027-0002
pass
letter deployment-ended to head@oakfield.example
letter deployment-ended to p.nair@hazelbank.example
letter deployment-ended to head@hazelbank.example
letter deployment-ended to head@oakfield.example
letter deployment-ended to p.nair@hazelbank.example
letter deployment-ended to head@hazelbank.example
refuse invoices send D2
   says D2 bills days in advance for work that is over. `drop draft D2 because the work is over` gives it up; the days that were worked are then billed as they are.
do drop draft D2 because the work is over
clock 7 May 2027 08:01
pass
waits INV-2027-0001 billed Oakfield School in advance for DEP-2027-0001, which is over, and 3 days of it were not worked. The invoice says that they are credited: shall I draft that?
do credit INV-2027-0001 3 days because they were billed in advance and not worked
   says £1,050.00
   not Its days are then billed again
do invoices send
do code CODE
pass
letter credit-note to head@oakfield.example
do invoices draft
   says - invoice: Oakfield School, 1 day, £350.00
