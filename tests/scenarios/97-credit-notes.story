# Mistakes are taken back by credit notes, and the days may then be billed again: a day, a fee's part, an advance, a statement.
policy reminders = []
billing seller
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 5 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 5 May 2027 to 16 July 2027
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "In advance" 4 days from 5 May 2027 to 16 July 2027
do charge DEP-2027-0001 fee £50 on top
do charge DEP-2027-0002 in advance
visited DEP-2027-0001 p.nair@hazelbank.example 5 May 2027 1 day
visited DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 1 day
visited DEP-2027-0001 p.nair@hazelbank.example 7 May 2027 half a day
visited DEP-2027-0002 p.nair@hazelbank.example 10 May 2027 1 day
clock 12 May 2027 09:00
do invoices draft up to 31 May 2027
   says - invoice: Oakfield School, 2½ days, £1,000.00
   says - invoice in advance: Oakfield School, 4 days, £1,400.00
do invoices send
do code CODE
   says INV-2027-0001
   says INV-2027-0002
   says SBS-2027-0001
pass
letter invoice to head@oakfield.example
   says INV-2027-0001
letter invoice to head@oakfield.example
   says INV-2027-0002
letter self-billing to head@hazelbank.example

refuse credit INV-2027-0001 on 8 May because she was not there
   says `8 May` is no day of this document.
refuse credit INV-2027-0001
   says Please give the reason
do credit INV-2027-0001 on 6 May because she was not there that day
   says A credit note for INV-2027-0001 is drafted: Oakfield School, 1 day, £400.00.
   says If that day was not worked, say `drop day DEP-2027-0001 6 May 2027` once the credit note is out.
   says Their shares are on the home school’s statement, too
refuse credit INV-2027-0001 on 6 May because I say it again
   says Thursday 6 May 2027 has been credited already.
do credit SBS-2027-0001 on 6 May because she was not there that day
   says Hazelbank Primary School, 1 day, £350.00
do invoices send
   says credit note, Oakfield School, 1 day, £400.00
do code CODE
   says CRN-2027-0001
   says SBC-2027-0001
pass
letter credit-note to head@oakfield.example
   says corrects our invoice INV-2027-0001, because she was not there
   attached CRN-2027-0001.pdf
   snapshot
letter credit-note to head@hazelbank.example
   says SBC-2027-0001
   says take the sum off the next payment
books
   says DEP-2027-0001 2027-05-06 Priya Nair: 1 day unbilled
   not DEP-2027-0001 2027-05-06 Priya Nair: 1 day unbilled, reimbursed
   says DEP-2027-0001 2027-05-05 Priya Nair: 1 day billed, reimbursed

# It was so after all: the day is billed anew, on a new invoice.
do invoices draft
   says - invoice: Oakfield School, 1 day, £400.00
   says - self-billing statement: Hazelbank Primary School
refuse drop day DEP-2027-0001 6 May 2027 because she was not there
   says 1 day of Priya Nair on Thursday 6 May 2027 stands on D7 and D8, which have not been sent. Say `drop draft D7 because …` and `drop draft D8 because …` first; their other days are drafted again.
do drop draft D8 because it goes with the next
refuse drop draft D8 because I say it twice
   says There is no draft D8
do credit INV-2027-0001 because it went to the wrong school
   says Oakfield School, 1½ days, £600.00
refuse credit INV-2027-0002 3½ days because they are not needed
   says 3 days of it can be credited
do credit INV-2027-0002 3 days because they are not needed
   says Oakfield School, 3 days, £1,050.00
refuse credit CRN-2027-0001 because of nothing
   says is a credit note itself
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
   says INV-2027-0003
   says £400.00
letter credit-note to head@oakfield.example
letter credit-note to head@oakfield.example
   snapshot
letter self-billing to head@hazelbank.example
books
   says DEP-2027-0002 2027-05-10 Priya Nair: 1 day billed, reimbursed
   says DEP-2027-0001 2027-05-05 Priya Nair: 1 day unbilled, reimbursed
do paid INV-2027-0002 £350 on 12 May 2027
   says Nothing is open any more.
refuse paid INV-2027-0001
   says Nothing is open on INV-2027-0001.
