# What is said after it was settled: a day that was confirmed, a payment that was promised, a request that was made.
policy least_notice = 0
policy end_alerts = []
billing seller
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
school Oakfield School, Jo Marsh, head@oakfield.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028 finance accounts@oakfield.example
do charge DEP-2027-0001 no reimbursement
clock 7 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | At Oakfield on Tuesday and Wednesday, full days
pass
letter visit-noted to p.nair@hazelbank.example
clock 10 May 2027 08:31
pass
letter visit-told to head@oakfield.example
mail from Jo Marsh <head@oakfield.example>
   reply visit-told
   | Yes, all correct
pass
letter visit-answered to head@oakfield.example

# An hour later: a day that nobody has been billed for may still be objected to, and is not billed then.
mail from Jo Marsh <head@oakfield.example>
   reply visit-told
   | Sorry, Priya was not here on 5 May.
pass
letter visit-answered to head@oakfield.example
   says it will not be charged as things stand
visit DEP-2027-0001 2027-05-05 1 day p.nair@hazelbank.example disputed
do invoices draft up to 31 May 2027
   says Oakfield School, 1 day, £350.00
do drop day DEP-2027-0001 5 May 2027 because she was not there
do invoices send
do code CODE
pass
letter invoice to accounts@oakfield.example
letter visit-settled to p.nair@hazelbank.example
letter visit-settled to head@oakfield.example

# What has been billed is a person's, who is told what there is to do; and nothing untrue is said.
clock 12 May 2027 09:00
mail from Jo Marsh <head@oakfield.example>
   reply visit-told
   | She was not here on 4 May, either.
pass
letter visit-answered to head@oakfield.example
   says the coordinator will read your mail and write to you
   not nothing is charged
waits All days that they were told of are settled: one that is not right is given up with `drop day`, and taken off an invoice with `credit`.
do done R2

# A stranger who has seen the invoice promises nothing in the school's name; and the second promise is a person's to weigh.
mail from Eve <eve@evil.example>
   reply invoice to accounts@oakfield.example
   | This will be paid on Friday.
pass
letter account-reply to eve@evil.example
   says A person here will read it
waits eve@evil.example, which is not where letters about it go (accounts@oakfield.example), writes about invoice INV-2027-0001.
do done R3
mail from Carol Dunn <accounts@oakfield.example>
   reply invoice
   | This will be paid on Friday.
pass
letter account-reply to accounts@oakfield.example
   says on its way
mail from Carol Dunn <accounts@oakfield.example>
   reply invoice
   | Sorry, it will be paid next Friday.
pass
letter account-reply to accounts@oakfield.example
   says A person here will read it
waits They write: “Sorry, it will be paid next Friday.”
do paid INV-2027-0001

# A request is taken back, or asked about: it is not “added”.
mail from Jo Marsh <head@oakfield.example>
   subject Phonics
   | We would like support with phonics, please.
pass
letter commission-received to head@oakfield.example
mail from Jo Marsh <head@oakfield.example>
   reply commission-received
   | We no longer need this, thank you. We have found somebody.
pass
quiet
waits They write: “We no longer need this, thank you. We have found somebody.” I have changed nothing. Please answer.

# An urgent head who does not say what she wants is not “could not place”; a booklet is no area of expertise.
mail from Jo Marsh <head@oakfield.example>
   subject Today
   | We have been placed in special measures. When are you in the office?
mail from Owen Brooks <head@hazelbank.example>
   subject Booklet
   | Please could we have three copies of the SLE booklet.
mail from Owen Brooks <head@hazelbank.example>
   subject Good news
   | We are no longer in special measures!
pass
quiet
waits Jo Marsh of Oakfield School (head@oakfield.example) may be asking for support. It may be URGENT.
waits copies of the SLE booklet
waits Good news
waits Oakfield School asks for support with “Phonics”
