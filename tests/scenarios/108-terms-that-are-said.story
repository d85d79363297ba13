# Whatever is said of a piece of work is kept: its rate, who has the invoices, the order number; and policy is asked.
policy reminders = []
policy others = false
billing seller
billing reminders = [3, 14, 28] => reminders = [3]
billing statement = true => statement = false
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
refuse deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028 with Tom Hale <t.hale@hazelbank.example> 2 days
   says nobody else does a part of the days (`others` in config/programmes/sle.toml)
refuse deployment lead-practitioner "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028
   says Schools cannot ask for people of
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2027 rate £400 finance accounts@oakfield.example order number PO 123
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Coaching" 6 days from 4 May 2027 to 14 July 2027 model placement end point "She leads it alone"
   says By its policy a placement of SLE lasts 6 to 36 months.
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
visited DEP-2027-0002 p.nair@hazelbank.example 5 May 2027 1 day
clock 11 May 2027 08:00
do charge DEP-2027-0001 no reimbursement
   says £400 a day
do charge DEP-2027-0002 no reimbursement
do invoices draft
do invoices send
do code CODE
pass
letter invoice to accounts@oakfield.example
   says £400.00
   says Your order number: PO 123
letter invoice to head@oakfield.example
   says £350.00

# The last reminder asks the coordinator; a payment that is noted answers.
clock 14 June 2027 09:30
pass
letter invoice-reminder to accounts@oakfield.example
letter invoice-reminder to head@oakfield.example
letter deployment-review to head@oakfield.example
   says Logged so far: 1 day of
letter deployment-review to p.nair@hazelbank.example
letter deployment-review to head@hazelbank.example
waits still owes £400.00 on INV-2027-0001
waits still owes £350.00 on INV-2027-0002
do paid INV-2027-0001 £100
   says £300.00 is still open
do paid INV-2027-0001
do paid INV-2027-0002 on 14 June 2027
waits for nothing
# What goes back is no more than what came.
refuse refund INV-2027-0002 £9,999
   says Only £350.00 of INV-2027-0002 has been noted as paid: £9,999.00 cannot go back. Nothing is noted.
do refund INV-2027-0002 £50
   says £50.00 given back to Oakfield School
