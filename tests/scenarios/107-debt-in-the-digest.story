# What is overdue, and what waits as a draft, stands in one line of the digest and of `status`.
policy reminders = []
billing seller
billing reminders = [3, 14, 28] => reminders = []
billing statement = true => statement = false
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028
do charge DEP-2027-0001 no reimbursement
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
clock 11 May 2027 08:00
do invoices draft
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
do digest
   not is open
clerk status
   says £350.00 is open, nothing of it overdue.
clock 14 June 2027 08:00
do digest
   says £350.00 is open, of which overdue: £350.00 for up to 30 days.
visited DEP-2027-0001 p.nair@hazelbank.example 5 May 2027 half a day
do invoices draft
do digest
   says 1 invoice (£175.00) waits as a draft: “invoices send” lets them go.
clerk status
   says £350.00 is open, of which overdue: £350.00 for up to 30 days.
   says 1 invoice (£175.00) waits as a draft; `invoices drafts` lists them.
clerk invoices drafts
   says D2              invoice       draft    Oakfield School
   says - 5 May 2027, Priya Nair, half a day at £350.00 a day: £175.00; DEP-2027-0001, Mathematics; entered by the story
   says Invoices of £175.00 in all. `do "invoices send"` issues and sends them.
do drop draft D2 because it was another day
do digest
   not draft
clerk invoices
   not D2
clerk invoices --state dropped
   says D2
clock 15 July 2027 08:00
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   subject digest
   authenticated
   | digest
pass
# The day that was dropped is drafted again, once its month is over.
waits 1 invoice (£175.00)
letter digest to ruth.adeyemi@harbour-alliance.example
   says £350.00 is open, of which overdue: £350.00 for 31 to 60 days.
clerk --json status
   says "overdue_pence": 35000
do paid INV-2027-0001
do digest
   not is open
