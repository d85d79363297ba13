# What finance offices want: an order number first, VAT where the alliance charges it, Peppol, invoices without anybody's yes,
# statements of account.
policy reminders = []
policy vat = "standard"
policy least_notice = 0
billing seller
billing after = ["end"] => after = []
billing vat_number = "" => vat_number = "GB123456789"
billing po_required = false => po_required = true
billing send = "after-yes" => send = "automatic"
billing peppol = "" => peppol = "0088:5012345678900"
billing [[buyer]]\nname = "Oakfield School"\npeppol = "0088:5012345678924"
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 4 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 5 May 2027 to 14 July 2028 finance accounts@oakfield.example
visited DEP-2027-0001 p.nair@hazelbank.example 5 May 2027 1 day

clock 5 May 2027 09:30
pass
letter order-number to accounts@oakfield.example
   says £350.00 for 1 day
   says PO 4711
   snapshot
clock 10 May 2027 09:30
pass
letter order-number to accounts@oakfield.example
   says We still have no order number
clock 17 May 2027 09:30
pass
letter order-number to accounts@oakfield.example
waits has not named its order number for DEP-2027-0001
do order number DEP-2027-0001 PO 4711
   says bear the order number PO 4711
waits for nothing

clock 7 June 2027 07:30
pass
letter invoice to accounts@oakfield.example
   says £420.00
   says Your order number: PO 4711
   says The second file is the invoice for your Peppol system
   attached INV-2027-0001.pdf
   attached INV-2027-0001.xml
letter self-billing to head@hazelbank.example
   says £297.50
books
   says D1 INV-2027-0001 issued invoice, Oakfield School: 1 day £350.00 + £70.00, paid £0.00, order PO 4711

# Due on 7 July: a reminder, and a statement on the first school day of September.
clock 1 September 2027 07:00
pass
clock 6 September 2027 09:30
pass
letter invoice-reminder to accounts@oakfield.example
   says £420.00
letter statement to accounts@oakfield.example
   says all of it is overdue
   attached statement-2027-09-06.pdf
   snapshot
waits Oakfield School still owes £420.00 on INV-2027-0001
do statement INV-2027-0001
pass
letter statement to accounts@oakfield.example
