# Every way in which days can be paid for, side by side: swap, fund, other payer, fee on top, band, in advance, at the end,
# by term, directly by the home school, on the home school's own invoice.
policy reminders = []
policy bands = [{ name = "senior", rate = "£400" }]
billing seller
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown / 100003 Ysgol Gymraeg Tŷ Gwyn, Primary, Aberharbwr
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Swapped" 4 days from 4 May 2027 to 14 July 2028
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Funded" 4 days from 4 May 2027 to 14 July 2028
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Other payer" 4 days from 4 May 2027 to 14 July 2028
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "On top" 4 days from 4 May 2027 to 14 July 2028
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "In advance" 2 days from 4 May 2027 to 14 July 2028
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "At the end" 4 days from 4 May 2027 to 14 July 2028
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "By term" 4 days from 4 May 2027 to 14 July 2028
do deployment sle "Ysgol Gymraeg Tŷ Gwyn" head Siân Llŷr <pennaeth@tygwyn.example> by p.nair@hazelbank.example "Directly" 4 days from 4 May 2027 to 14 July 2028
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Their invoice" 4 days from 4 May 2027 to 14 July 2028

do charge DEP-2027-0001 as a swap
   says a day for a day: the schools swap days, and no money is paid
refuse charge DEP-2027-0002 from fund "Harbour grant"
   says There is no fund “Harbour grant” yet.
do fund "Harbour grant" from Harbour Council £500
   says The fund “Harbour grant” of Harbour Council holds £500.00; £0.00 has been drawn from it.
do charge DEP-2027-0002 from fund "Harbour grant"
   says £350 a day from Harbour grant; £297.50 goes to the home school, £52.50 is the alliance’s fee
   says All 4 days come to £1,400.00, and the fund “Harbour grant” holds £500.00 more: what it cannot pay stays unbilled.
do charge DEP-2027-0003 to "Harbour Council" finance@harbour-council.example
do charge DEP-2027-0004 band senior, fee 10% on top
   says £400 a day, which goes to the home school, and £40 a day on top, which is the alliance’s fee
do charge DEP-2027-0005 in advance
do charge DEP-2027-0006 at the end
do charge DEP-2027-0007 termly
refuse charge DEP-2027-0008 directly by the home school, fee £50 on top
   says nobody would bill a fee on top
do charge DEP-2027-0008 directly by the home school
   says £350 a day, which the home school bills directly
do charge DEP-2027-0009 home school invoices us
refuse charge DEP-2027-0009 fee 110%
   says That cannot be
refuse charge DEP-2027-0009 whatever
   says I did not understand `whatever`

visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
visited DEP-2027-0002 p.nair@hazelbank.example 5 May 2027 1 day
visited DEP-2027-0002 p.nair@hazelbank.example 6 May 2027 1 day
visited DEP-2027-0003 p.nair@hazelbank.example 7 May 2027 1 day
visited DEP-2027-0004 p.nair@hazelbank.example 10 May 2027 half a day
visited DEP-2027-0005 p.nair@hazelbank.example 11 May 2027 1 day
visited DEP-2027-0006 p.nair@hazelbank.example 12 May 2027 1 day
visited DEP-2027-0007 p.nair@hazelbank.example 13 May 2027 1 day
visited DEP-2027-0008 p.nair@hazelbank.example 14 May 2027 1 day
visited DEP-2027-0009 p.nair@hazelbank.example 17 May 2027 1 day

# The advance is drafted in the morning, on any day of the month; everything monthly on the first school day of June.
clock 5 May 2027 07:30
pass
books
   says draft invoice, Oakfield School: 2 days £700.00 + £0.00
   not D2
waits 1 invoice (£700.00)
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
   says that we have agreed for Oakfield School
   says billed in advance
clock 7 June 2027 07:30
pass
books
   says DEP-2027-0001 2027-05-04 Priya Nair: 1 day swapped
   says swap Hazelbank Primary School gave Oakfield School 1 day
   says DEP-2027-0002 2027-05-05 Priya Nair: 1 day funded, reimbursed
   says DEP-2027-0002 2027-05-06 Priya Nair: 1 day unbilled
   says fund Harbour grant: £350.00 of £500.00
   says draft invoice, Harbour Council: 1 day £350.00
   says draft invoice, Oakfield School: 1½ days £570.00
   says DEP-2027-0005 2027-05-11 Priya Nair: 1 day billed, reimbursed
   says DEP-2027-0006 2027-05-12 Priya Nair: 1 day unbilled
   says DEP-2027-0007 2027-05-13 Priya Nair: 1 day unbilled
   says draft time_sheet, Hazelbank Primary School: 1 day £350.00
   says DEP-2027-0009 2027-05-17 Priya Nair: 1 day billed
   not DEP-2027-0009 2027-05-17 Priya Nair: 1 day billed, reimbursed
waits the fund “Harbour grant” is used up
waits 2 invoices
do fund "Harbour grant" from Harbour Council £1,000
   says holds £1,000.00; £350.00 has been drawn from it
do invoices send
   says - D3 (Harbour Council) stays a draft: the address of Harbour Council is not known
do code CODE
pass
letter invoice to head@oakfield.example
   says £570.00
   attached INV-2027-0002.pdf
   pdf INV-2027-0002.pdf says The alliance’s fee for DEP-2027-0004
letter self-billing to head@hazelbank.example
letter self-billing to head@hazelbank.example
letter time-sheet to head@hazelbank.example
   says Ysgol Gymraeg Tŷ Gwyn
   says TSH-2027-0001
   says £350.00
   attached TSH-2027-0001.pdf
   pdf TSH-2027-0001.pdf says Ysgol Gymraeg Tŷ Gwyn
   snapshot
# The home school's own invoice must agree with the ledger to the penny.
refuse home invoice "Hazelbank Primary School" number 4711 £300.00
   says Their invoice 4711 says £300.00, and the ledger £297.50: £2.50 more. Nothing is noted.
do home invoice "Hazelbank Primary School" number 4711 £297.50
   says HIN-2027-0001: invoice 4711 of Hazelbank Primary School agrees with the ledger to the penny: £297.50.
refuse home invoice "Hazelbank Primary School" number 4711 £297.50
   says The ledger has no days
do paid HIN-2027-0001
   says £297.50 paid to Hazelbank Primary School
do drop draft D3 because the council has another address
   says Draft D3 (Harbour Council, 1 day, £350.00) is dropped; its days are unbilled again.
do charge DEP-2027-0003 as policy says
books
   says DEP-2027-0003 2027-05-07 Priya Nair: 1 day unbilled, reimbursed

# The work of DEP-2027-0006 has ended; that of the term is billed after the term.
do invoices draft DEP-2027-0003
   says - invoice: Oakfield School, 1 day, £350.00
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
waits for nothing
clock 6 September 2027 07:30
pass
books
   says DEP-2027-0007 2027-05-13 Priya Nair: 1 day billed, reimbursed
   says DEP-2027-0002 2027-05-06 Priya Nair: 1 day funded, reimbursed
   says fund Harbour grant: £700.00 of £1,000.00
waits 1 invoice (£350.00), 2 self-billing statements (£595.00)
