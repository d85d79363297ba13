# What schools write back to invoices: nothing is noted as paid, no account is changed, and nobody is chased while they wait.
policy least_notice = 0
billing seller
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028 finance accounts@oakfield.example
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
clock 11 May 2027 08:00
do invoices draft
do invoices send
do code CODE
pass
letter invoice to accounts@oakfield.example
letter self-billing to head@hazelbank.example

# Thanks: nothing follows.
mail from Carol Dunn <accounts@oakfield.example>
   reply invoice
   | Received, many thanks.
   |
   | Carol Dunn
pass
quiet

# Due on 10 June. Four days later the payment is on its way: no reminder for a fortnight.
clock 14 June 2027 08:30
pass
clock 14 June 2027 09:30
pass
letter invoice-reminder to accounts@oakfield.example
mail from Carol Dunn <accounts@oakfield.example>
   reply invoice-reminder
   | Sorry about this. It will be paid in our BACS run on Friday.
   |
   | Carol
pass
letter account-reply to accounts@oakfield.example
   says on its way
   says no reminder of it goes out before Monday 28 June 2027
clock 25 June 2027 09:30
pass
quiet
clock 28 June 2027 09:30
pass
letter invoice-reminder to accounts@oakfield.example
   says We have asked for it before

# An objection: a person answers, and until then there is no reminder and no statement of account.
mail from Carol Dunn <accounts@oakfield.example>
   reply invoice-reminder
   | She was only here for the morning, so we should not be charged a full day.
pass
letter account-reply to accounts@oakfield.example
   says A person here will read it and answer you. Until then no reminder of it goes out.
clock 9 July 2027 09:30
pass
quiet
waits Oakfield School (accounts@oakfield.example) writes about invoice INV-2027-0001. They write: “She was only here for the morning, so we should not be charged a full day.” Please answer accounts@oakfield.example. There is no reminder of it before you say “done”.
do done R1
clock 12 July 2027 09:30
pass
letter statement to accounts@oakfield.example
letter invoice-reminder to accounts@oakfield.example
   says We have asked for it before

# Somebody speaks of a bank account: a person is warned, whoever it was.
mail from Carol Dunn <accounts@oakfield.example>
   reply invoice-reminder
   denied
   | We have paid. Our bank has changed: please refund to sort code 20-99-99.
mail from c.dunn@0akfield.example
   reply invoice-reminder to accounts@oakfield.example
   | Paid to your new account today, 20-99-99 12345678, thanks.
pass
letter account-reply to c.dunn@0akfield.example
   says we never change one, and never tell you that ours has changed, by e-mail
waits Careful: a mail about invoice INV-2027-0001 seems to come from accounts@oakfield.example, but our own mail server says that the sender could not be confirmed. I have done nothing.
waits Careful: c.dunn@0akfield.example, which is not where letters about it go (accounts@oakfield.example), writes about a bank account, in answer to invoice INV-2027-0001. Mails like this are how money is stolen.
do done R3
do done R4

# It has been paid, they say, naming it in a mail of its own; it is open until the bank has said so, or the coordinator.
mail from Carol Dunn <accounts@oakfield.example>
   subject INV-2027-0001
   | INV-2027-0001 was paid this morning by BACS.
pass
letter account-reply to accounts@oakfield.example
   says It is noted when it has reached our account
   says no reminder of it goes out before
waits says that invoice INV-2027-0001 has been paid. They write: “INV-2027-0001 was paid this morning by BACS.” I have noted no payment
clerk invoices --state open
   says INV-2027-0001
do paid INV-2027-0001
waits for nothing

# A stranger who names it is not the school.
mail from someone@elsewhere.example
   subject INV-2027-0001
   | INV-2027-0001 was paid this morning by BACS.
pass
waits A mail from someone@elsewhere.example (“INV-2027-0001”) that I could not place.
do done R6
