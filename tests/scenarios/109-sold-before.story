# What a home school has for a day is its share of the rate at which the day was sold, whatever is agreed afterwards.
policy reminders = []
billing seller
billing after = ["end"] => after = []
billing statement = true => statement = false
billing reminders = [3, 14, 28] => reminders = []
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 2 days from 4 May 2027 to 14 July 2028
do charge DEP-2027-0001 in advance
do invoices draft
   says - invoice in advance: Oakfield School, 2 days, £700.00
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
   says £700.00
do charge DEP-2027-0001 rate £400
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
do invoices draft
   says had been paid in advance
   says - self-billing statement: Hazelbank Primary School, 1 day, £297.50
visited DEP-2027-0001 p.nair@hazelbank.example 5 May 2027 half a day
do invoices draft
   says - self-billing statement: Hazelbank Primary School, half a day, £148.75
# The rest of the advance covers half a day; a whole one is billed as a whole, at what is agreed by then.
clock 10 May 2027 08:00
visited DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 1 day
do invoices draft
   says - invoice: Oakfield School, 1 day, £400.00
   says - self-billing statement: Hazelbank Primary School, 1 day, £340.00
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
   says £400.00
letter self-billing to head@hazelbank.example
   says £297.50
letter self-billing to head@hazelbank.example
   says £148.75
letter self-billing to head@hazelbank.example
   says £340.00
