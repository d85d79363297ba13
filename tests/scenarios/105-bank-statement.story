# A bank statement is brought in: what names an invoice is noted, the rest is asked about, once, and a second time changes nothing.
policy reminders = []
policy least_notice = 0
billing seller
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown / 100003 Millpond School, Primary, Harbourtown / 100004 Elm Park School, Primary, Harbourtown / 100005 Trinity School, Primary, Harbourtown / 100006 Quay School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Millpond School" head Ann Rees <head@millpond.example> by p.nair@hazelbank.example "Phonics" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Elm Park School" head Tom Obi <head@elmpark.example> by p.nair@hazelbank.example "Reading" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Trinity School" head Sue Cole <head@trinity.example> by p.nair@hazelbank.example "Music" 6 days from 4 May 2027 to 16 July 2027
do deployment sle "Quay School" head Max Lee <head@quay.example> by p.nair@hazelbank.example "Art" 6 days from 4 May 2027 to 16 July 2027
do charge DEP-2027-0001 no reimbursement
do charge DEP-2027-0002 no reimbursement
do charge DEP-2027-0003 no reimbursement
do charge DEP-2027-0004 no reimbursement
do charge DEP-2027-0005 no reimbursement
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
visited DEP-2027-0002 p.nair@hazelbank.example 5 May 2027 1 day
visited DEP-2027-0003 p.nair@hazelbank.example 6 May 2027 half a day
visited DEP-2027-0004 p.nair@hazelbank.example 7 May 2027 1 day
visited DEP-2027-0005 p.nair@hazelbank.example 10 May 2027 half a day
clock 11 May 2027 08:00
do invoices draft
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
letter invoice to head@millpond.example
letter invoice to head@elmpark.example
letter invoice to head@trinity.example
letter invoice to head@quay.example
clerk --json invoices
   says "number": "INV-2027-0005"
# In the order of the schools' names: Elm Park 1, Millpond 2, Oakfield 3, Quay 4, Trinity 5.
clock 1 June 2027 09:00
do paid INV-2027-0004 on 24 May 2027
file bad.csv
   | Date,Description,Paid out,Paid in
   | 24/05/2027,OAKFIELD INV-2027-0003,,350.00
   | 34/05/2027,MILLPOND INV-2027-0002,,350.00
clerk exits 2 import bank bad.csv
   says bad.csv was not imported; nothing has changed.
   says line 3: `34/05/2027` is no date
file bank.csv
   | Harbour Learning Alliance, current account
   | Date,Description,Paid out,Paid in,Balance
   | 20/05/2027,RENT,1200.00,,3000.00
   | 24/05/2027,OAKFIELD SCH inv 2027 0003,,300.00,3300.00
   | 25/05/2027,QUAY SCHOOL INV20270004,,175.00,3475.00
   | 26/05/2027,ELM PARK / TRINITY  INV-2027-0001 & 0005,,525.00,4000.00
   | 27/05/2027,MILLPOND PRI,,350.00,4350.00
   | 27/05/2027,INV-2027-0099 OLD SCHOOL,,20.00,4370.00
   | 28/05/2027,=CMD|' /C calc'!A0 <b>[x](http://evil.example),,1.00,4371.00
   | ,Closing balance,,,4371.00
clerk import bank bank.csv --dry-run
   says 3 payments would be noted
books
   says INV-2027-0003 issued invoice, Oakfield School: 1 day £350.00 + £0.00, paid £0.00
clerk import bank bank.csv
   says bank.csv: 3 payments noted; 1 line of money going out is left aside.
   says INV-2027-0003 (Oakfield School): £300.00 on 24 May 2027, £50.00 is still open
   says INV-2027-0001 (Elm Park School): £175.00 on 26 May 2027, paid in full
   says INV-2027-0005 (Trinity School): £350.00 on 26 May 2027, paid in full
   says £175.00 on 25 May 2027 has been noted for INV-2027-0004 already
   says line 7: £350.00 on 27 May 2027, “MILLPOND PRI” (it names no invoice; it would fit INV-2027-0002 (Millpond School)): `paid INV-2027-0002 £350.00 on 27 May 2027`
   says (it names INV-2027-0099, which has not been issued)
waits 3 payments of a bank statement (£371.00 in all) could not be matched to an invoice: £350.00 on 27 May 2027, “MILLPOND PRI” (it names no invoice; it would fit INV-2027-0002 (Millpond School))
clerk import bank bank.csv
   says bank.csv: 0 payments noted, 2 payments had been noted before; 1 line
   not INV-2027-0005 (Trinity School)
clerk ledger
   says It adds up.
why INV-2027-0003
   says £300.00 of INV-2027-0003 was paid on Monday 24 May 2027, as the bank statement says.

# What a person says it is for is not asked about again; too much is told; two twins are two payments.
do paid INV-2027-0002 £350.00 on 27 May 2027
file later.csv
   | "Transaction Date";"Reference";"Amount";"Transaction ID"
   | "2027-05-27";"MILLPOND PRI";"350,00"
clerk exits 2 import bank later.csv
   says line 2: `350,00` is no sum of money
file later.csv
   | "Transaction Date";"Reference";"Amount";"Transaction ID"
   | "2027-05-27";"MILLPOND PRI";"£350.00";"8811"
   | "2027-05-31";"INV-2027-0003";"60.00";"8812"
   | "2027-05-31";"INV-2027-0003";"60.00";"8813"
   | "2027-05-31";"Staples";"-60.00";"8814"
clerk import bank later.csv
   says £350.00 on 27 May 2027 has been noted for INV-2027-0002 already
   says INV-2027-0003 (Oakfield School): £60.00 on 31 May 2027, £10.00 too much; once it has gone back: `refund INV-2027-0003 £10.00`
   says INV-2027-0003 (Oakfield School): £60.00 on 31 May 2027, £70.00 too much
books
   says INV-2027-0003 issued invoice, Oakfield School: 1 day £350.00 + £0.00, paid £420.00
clerk import bank later.csv
   says later.csv: 0 payments noted, 2 payments had been noted before
do refund INV-2027-0003 £70.00
clerk --json invoices --state open
   says []
