# The same payment is not noted twice unless somebody says that it came twice; what was paid too much is told until it has gone
# back; and no reminder stands beside a statement of account.
policy reminders = []
billing seller
billing reminders = [3, 14, 28] => reminders = [3, 21, 28]
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
clock 11 May 2027 08:00
do invoices draft
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
letter self-billing to head@hazelbank.example

# Due on 10 June. The second reminder would fall on 1 July, beside the statement: it goes on the next school day.
clock 14 June 2027 09:30
pass
letter invoice-reminder to head@oakfield.example
clock 1 July 2027 09:30
pass
letter statement to head@oakfield.example
clock 2 July 2027 09:30
pass
letter invoice-reminder to head@oakfield.example

do paid INV-2027-0001 £350 on 2 July 2027
   says Nothing is open any more.
refuse paid INV-2027-0001 £350 on 2 July 2027
   says £350.00 of Friday 2 July 2027 has been noted on INV-2027-0001 already, by
   says Where it was a second time: `paid INV-2027-0001 £350.00 again on 2 July 2027`.
do paid INV-2027-0001 £350.00 again on 2 July 2027
   says That is £350.00 too much
do paid SBS-2027-0001 £300 on 2 July 2027
   says That is £2.50 too much
do digest
   says Paid too much: INV-2027-0001 by £350.00 (Oakfield School) and SBS-2027-0001 by £2.50 (Hazelbank Primary School). Once it has gone back: “refund INV-2027-0001 £10” with the number and the sum.
clerk status
   says Paid too much: INV-2027-0001 by £350.00 (Oakfield School) and SBS-2027-0001 by £2.50 (Hazelbank Primary School).
   not is open
do refund INV-2027-0001 £350 on 2 July 2027
   says Nothing is open any more.
refuse refund INV-2027-0001 £350 on 2 July 2027
   says given back, has been noted on INV-2027-0001 already
do refund SBS-2027-0001 £2.50
do digest
   not Paid too much
clerk ledger
quiet
