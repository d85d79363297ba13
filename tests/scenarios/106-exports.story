# The books for people who work with sheets: no cell calculates, VAT comes to the penny, the totals are those of the ledger.
policy reminders = []
policy least_notice = 0
policy vat = "standard"
billing seller
billing vat_number = "" => vat_number = "GB123456789"
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown / 100003 =HYPERLINK("http://evil.example"), Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Maths, Year 4" 6 days from 4 May 2027 to 16 July 2027 order number PO 1
do deployment sle “=HYPERLINK("http://evil.example")” head +Jo <head@evil.example> by p.nair@hazelbank.example "@SUM(1+1)" 6 days from 4 May 2027 to 16 July 2027
do charge DEP-2027-0001 £333.33
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 half a day
visited DEP-2027-0001 p.nair@hazelbank.example 5 May 2027 1 day
visited DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 half a day
visited DEP-2027-0002 p.nair@hazelbank.example 7 May 2027 1 day
visited DEP-2027-0001 p.nair@hazelbank.example 2 June 2027 1 day
clock 7 June 2027 07:30
pass
waits wait as drafts
do invoices send
do code CODE
pass
letter invoice to head@oakfield.example
letter invoice to head@evil.example
letter self-billing to head@hazelbank.example
do credit INV-2027-0002 on 6 May 2027 because it was another school
do invoices send
do code CODE
pass
letter credit-note to head@oakfield.example
do paid INV-2027-0002 £100.00 on 7 June 2027
do paid SBS-2027-0001 on 7 June 2027
# 166.67 and 333.33 and 166.67 at 20 %: 133.33 in all, shared out so that it is 133.33 again.
clerk export sales
   says kind,number,date,due,customer,urn,order,deployment,description,days,nominal,vat_code,net,vat,gross
   says SI,INV-2027-0001,2027-06-07,2027-07-07,"'=HYPERLINK(""http://evil.example"")",100003,,DEP-2027-0002,"'@SUM(1+1), Priya Nair, 7 May 2027",1,4000,T1,350.00,70.00,420.00
   says SI,INV-2027-0002,2027-06-07,2027-07-07,Oakfield School,100002,PO 1,DEP-2027-0001,"Maths, Year 4, Priya Nair, 4 May 2027",0.5,4000,T1,166.67,33.33,200.00
   says 5 May 2027",1,4000,T1,333.33,66.67,400.00
   says 6 May 2027",0.5,4000,T1,166.67,33.33,200.00
   says SC,CRN-2027-0001,2027-06-07,,Oakfield School,100002,PO 1,DEP-2027-0001,"Maths, Year 4, Priya Nair, 6 May 2027",-0.5,4000,T1,-166.67,-33.33,-200.00
clerk export sales --from 2027-06-08 --to "30 June 2027"
   not INV-2027-0001
clerk export home-schools
   says Hazelbank Primary School,issued,SBS-2027-0001,,2027-06-07,
   says 2027-06-07,864.17,0.00
clerk export year
   says group,name,days_logged,days_billed,days_funded,days_swapped,days_direct,days_unbilled,income,to_home_schools,fee,open_before,invoiced,credited,received,open
   says programme,sle,4,2.5,0,0,0,1.5,850.00,722.50,127.50,0.00,1220.00,200.00,100.00,920.00
   says school,"'=HYPERLINK(""http://evil.example"")",1,1,0,0,0,0,350.00,297.50,52.50,0.00,420.00,0.00,0.00,420.00
   says school,Oakfield School,3,1.5,0,0,0,1.5,500.00,425.00,75.00,0.00,800.00,200.00,100.00,500.00
   says home school,Hazelbank Primary School,4,2.5,0,0,0,1.5,850.00,722.50,127.50,,,,,
   says person,Priya Nair <p.nair@hazelbank.example>,4,2.5,
   says all,,4,2.5,0,0,0,1.5,850.00,722.50,127.50,0.00,1220.00,200.00,100.00,920.00
clerk export year --from 2027-06-08
   says all,,0,0,0,0,0,0,0.00,0.00,0.00,920.00,0.00,0.00,0.00,920.00
clerk ledger
   says Invoices less credits        £1,020.00
   says received                     £100.00
   says owed                         £920.00
   says Income before VAT              £850.00
   says the alliance’s fees          £127.50
   says It adds up.
clerk export year year.xlsx
   says 6 rows in year.xlsx.
clerk exits 2 export sales --to sales.csv
   says `sales.csv` is no date: --from and --to are the first and the last day here, and the file stands alone, as in `export sales sales.csv`.
clerk exits 2 export sales sales.pdf
   says expected a name that ends with .csv or .xlsx
clerk exits 2 export sales --from "2 June 2027" --to "1 June 2027"
   says lies before the first
