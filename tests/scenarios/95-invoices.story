# From confirmed days to paid invoices: drafted when the month is over, sent at a coordinator's coded word, paid in parts.
policy reminders = []
billing seller
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 6 days from 6 May 2027 to 14 July 2028 finance accounts@oakfield.example order number PO 123
   says DEP-2027-0001
visited DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 1 day
visited DEP-2027-0001 p.nair@hazelbank.example 13 May 2027 half a day
visited DEP-2027-0001 p.nair@hazelbank.example 20 May 2027 1 day logged

# Nothing before the month is over.
clock 28 May 2027 08:00
pass
books
   not draft
   says DEP-2027-0001 2027-05-06 Priya Nair: 1 day unbilled

# 31 May is a bank holiday and the week is half-term: the first school day of June is the 7th.
clock 4 June 2027 08:00
pass
books
   not draft
clock 7 June 2027 07:30
pass
books
   says D1 draft invoice, Oakfield School: 1½ days £525.00 + £0.00, paid £0.00, order PO 123
   says D2 draft self_billing, Hazelbank Primary School: 1½ days £446.25 + £0.00, paid £0.00
   says DEP-2027-0001 2027-05-06 Priya Nair: 1 day billed, reimbursed
   says DEP-2027-0001 2027-05-20 Priya Nair: 1 day unbilled
   not D3
waits 1 invoice (£525.00), 1 self-billing statement (£446.25) wait as drafts
do invoices send
   says 2 documents would be issued and sent, invoices of £525.00, self-billing statements of £446.25:
   says - D1: invoice, Oakfield School, 1½ days, £525.00
books
   not INV-2027-0001
do code CODE
   says INV-2027-0001: invoice, Oakfield School, 1½ days, £525.00
   says SBS-2027-0001: self-billing statement, Hazelbank Primary School
waits for nothing
pass
letter invoice to accounts@oakfield.example
   says INV-2027-0001
   says PO 123
   attached INV-2027-0001.pdf
   snapshot
letter self-billing to head@hazelbank.example
   says £446.25
   attached SBS-2027-0001.pdf
   snapshot
# Asked again, nothing follows: nothing is drafted twice, and nothing is sent twice.
pass
refuse invoices draft
   says There is nothing to bill.
refuse invoices send
   says Nothing waits to be sent.

refuse paid INV-2027-0009
   says There is no INV-2027-0009.
refuse paid INV-2027-0001 £0
   says A payment is more than nothing
refuse paid INV-2027-0001 on 8 July 2027
   says has not come yet
clock 14 June 2027 09:30
do paid INV-2027-0001 £25.00 on 11 June
   says INV-2027-0001: £25.00 paid by Oakfield School on Friday 11 June 2027. £500.00 is still open.

# Due on 7 July; reminded on the steps that policy names, and no step is taken twice.
clock 12 July 2027 09:30
pass
letter invoice-reminder to accounts@oakfield.example
   says £500.00
   says Thank you for the £25.00
   attached INV-2027-0001.pdf
   snapshot
# The day that was logged only now is told to the school, which may object until September.
letter visit-told to head@oakfield.example
   says 20 May 2027
pass
quiet
clock 21 July 2027 09:30
do paid INV-2027-0001 on 20 July 2027
   says Nothing is open any more.
do paid SBS-2027-0001
   says £446.25 paid to Hazelbank Primary School
pass
do paid INV-2027-0001 £10 on 20 July 2027
   says That is £10.00 too much
do refund INV-2027-0001 £10 on 21 July 2027
   says Nothing is open any more.
clock 3 September 2027 09:30
pass
letter visit-told-reminder to head@oakfield.example
   says Tuesday 7 September 2027
quiet
