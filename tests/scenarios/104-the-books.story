# The books add up from two sides, whatever a day is paid from; a row that somebody changes is named.
policy reminders = []
policy least_notice = 0
billing seller
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
clerk ledger
   says It adds up.
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Plain" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "On top" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "In advance" 2 days from 4 May 2027 to 16 July 2027
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Swapped" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Funded" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Direct" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Theirs" 6 days from 4 May 2027 to 16 July 2027
do charge DEP-2027-0002 £333.33, fee 17.5% on top
do charge DEP-2027-0003 in advance, fee £50 on top
do charge DEP-2027-0004 as a swap
do fund "Harbour grant" from Harbour Council £500
do charge DEP-2027-0005 from fund "Harbour grant"
do charge DEP-2027-0006 directly
do charge DEP-2027-0007 home school invoices us
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
visited DEP-2027-0001 p.nair@hazelbank.example 5 May 2027 half a day
visited DEP-2027-0001 p.nair@hazelbank.example 2 June 2027 half a day logged
visited DEP-2027-0002 p.nair@hazelbank.example 6 May 2027 half a day
visited DEP-2027-0002 p.nair@hazelbank.example 7 May 2027 1 day
visited DEP-2027-0002 p.nair@hazelbank.example 10 May 2027 half a day
visited DEP-2027-0003 p.nair@hazelbank.example 11 May 2027 half a day
visited DEP-2027-0004 p.nair@hazelbank.example 12 May 2027 1 day
visited DEP-2027-0005 p.nair@hazelbank.example 13 May 2027 1 day
visited DEP-2027-0006 p.nair@hazelbank.example 14 May 2027 half a day
visited DEP-2027-0007 p.nair@hazelbank.example 17 May 2027 1 day
clerk ledger
   says Days logged                          8
   says unbilled                           8
   says It adds up.
clock 4 May 2027 07:30
pass
waits 1 invoice (£800.00)
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
clock 7 June 2027 07:30
pass
waits wait as drafts
clerk ledger
   says billed                           4.5
   says paid in advance                  0.5
   says swapped                            1
   says drawn from funds                   1
   says billed by home schools           0.5
   says unbilled                         0.5
   says Invoices less credits          £800.00
   says owed                         £800.00
   says home schools, drafted
   says home schools, due
   says for days still to come       £600.00
   says It adds up.
   not rounded
clerk --json ledger
   says "adds_up": true
   says "billed": 4.5
   says "in_advance_pence": 60000
clerk doctor
   says it adds up, and no number is missing
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
letter self-billing to head@hazelbank.example
letter self-billing to head@hazelbank.example
letter self-billing to head@hazelbank.example
letter time-sheet to head@hazelbank.example
why INV-2027-0002
   says INV-2027-0002 was issued by Ruth Adeyemi
   says Tuesday 4 May 2027, 1 day, DEP-2027-0001: logged by the story.

# Credit notes, payments, other terms from now on, their invoice: it goes on adding up.
do home invoice "Hazelbank Primary School" number 4711 £297.50
   says agrees with the ledger to the penny
do credit INV-2027-0002 on 6 May 2027 because she was ill
   says is drafted: Oakfield School
   says Their shares are on the home school’s statement, too
clerk ledger
   says It adds up.
do invoices send
do code CODE
pass
letter credit-note to head@oakfield.example
clerk ledger
   says Note: 6 May 2027, Priya Nair, DEP-2027-0002: the home school has £166.67 on SBS-2027-0003, and the day is not billed.
   says It adds up.
do charge DEP-2027-0001 £400 a day
do paid INV-2027-0001 £800.00
do paid SBS-2027-0001
do paid INV-2027-0002 £100.00
clerk ledger
   says Note: DEP-2027-0001: days on INV-2027-0002 were charged on other terms than those agreed now; they stay as they are.
   says received                     £900.00
   says It adds up.
clerk invoices
   says INV-2027-0001   invoice       issued   Oakfield School
   says CRN-2027-0001
   says HIN-2027-0001
clerk invoices --state open --kind invoice
   says INV-2027-0002
   not INV-2027-0001
clerk invoices show INV-2027-0002
   says issued 2027-06-07, let go by Ruth Adeyemi
   says - 4 May 2027, Priya Nair, 1 day at £350.00 a day: £350.00; DEP-2027-0001, Plain; entered by the story
   says paid £100.00 on 2027-06-07, noted by Ruth Adeyemi
   says by CRN-2027-0001 (issued), because she was ill
clerk exits 3 invoices show INV-2027-0009
   says there is no document INV-2027-0009
clerk exits 2 invoices --state asleep
   says expected draft, issued, open, overdue or dropped
clerk exits 3 invoices show HIN-2027-0001 --pdf x.pdf
   says it is the home school’s own invoice

clock 8 June 2027 12:00
pass
letter visit-told to head@oakfield.example

# Rows that somebody changes behind the clerk's back.
tamper UPDATE invoice SET gross = gross + 1 WHERE series = 'INV' AND number = 2
clerk exits 1 ledger
   says !! INV-2027-0002: it went out over
   says !! Debt of schools: the documents come to
   says It does not add up.
   says the books do not add up: 
clerk exits 2 doctor
   says !!  ledger
tamper UPDATE invoice SET gross = gross - 1 WHERE series = 'INV' AND number = 2
clerk ledger
tamper UPDATE visit SET half_days = 1 WHERE day = '2027-05-04'
clerk exits 1 ledger
   says !! 4 May 2027, Priya Nair, DEP-2027-0001: half a day were logged, and INV-2027-0002 says 1 day.
   says !! Days: 
tamper UPDATE visit SET half_days = 2 WHERE day = '2027-05-04'
tamper UPDATE drawn SET pence = pence - 100
clerk exits 1 ledger
   says the fund “Harbour grant” has £349.00 for it, and what was agreed comes to £350.00.
   says !! Income: 
tamper UPDATE drawn SET pence = pence + 100
tamper DELETE FROM billed WHERE side = 'sale' AND visit_id = (SELECT id FROM visit WHERE day = '2027-05-05')
clerk exits 1 ledger
   says it is on INV-2027-0002, and noted as unbilled.
tamper UPDATE invoice SET number = 7 WHERE series = 'CRN'
clerk exits 1 ledger
   says !! CRN-2027: number 0001 to 0006 is missing.
waits for nothing
