# The applicant passes the form on; the head completes section 2 and sends the whole document.
policy in-form references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027

# The applicant's part comes alone: received, not complete, and both are told so.
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
   subject one part is still to come
   says Until then your application is received but not complete
   snapshot
letter reference-in-form to head@hazelbank.example
   says It is received but not complete
   snapshot
case SLE-2027-0001 incomplete on time missing Headteacher’s reference

# The head sends the whole document: no token is needed.
clock 3 March 2027 09:00
mail from Owen Brooks <head@hazelbank.example>
   whole name = Priya Nair; email = p.nair@hazelbank.example
pass
letter reference-thanks to head@hazelbank.example
letter reference-arrived to p.nair@hazelbank.example
case SLE-2027-0001 complete on time
waits for nothing
silence

# The head is first: one document, both parts. The applicant is told that it is here.
mail from Owen Brooks <head@hazelbank.example>
   whole name = Tom Reed; email = t.reed@hazelbank.example
pass
letter acknowledgement to t.reed@hazelbank.example
   subject complete
letter reference-thanks to head@hazelbank.example
letter reference-arrived to t.reed@hazelbank.example
case SLE-2027-0002 complete on time
waits for nothing
silence

# The applicant sends it all: anybody can type a head's words.
mail from Sian Lewis <s.lewis@hazelbank.example>
   whole name = Sian Lewis; email = s.lewis@hazelbank.example
pass
letter acknowledgement to s.lewis@hazelbank.example
letter reference-in-form to head@hazelbank.example
waits It comes from the applicant’s own address
case SLE-2027-0003 incomplete on time missing Headteacher’s reference
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
do accept reference SLE-2027-0003 headteacher
pass
letter reference-arrived to s.lewis@hazelbank.example
case SLE-2027-0003 complete on time
