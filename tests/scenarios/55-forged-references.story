# References that are not the head's: none of them counts, and none of their senders learns anything.
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
letter reference-request to head@hazelbank.example

# The head's name before another address, without and with our letter.
mail from Owen Brooks head@hazelbank.example <owen.brooks@freemail.example>
   subject Reference for Priya Nair, SLE-2027-0001
   | My reference is attached.
   reference statement = Not mine.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
reference SLE-2027-0001 none
waits that I could not place
clock 2 March 2027 11:00
mail from Owen Brooks <owen.brooks@freemail.example>
   reply reference-request to head@hazelbank.example
   reference statement = Not mine either.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
reference SLE-2027-0001 waits Not mine either.
waits which has nothing to do with head@hazelbank.example
do set aside reference SLE-2027-0001 headteacher

# A look-alike with the token.
clock 2 March 2027 13:00
mail from Owen Brooks <head@hazeIbank.example>
   reply reference-request to head@hazelbank.example
   reference statement = With a capital I.
mail from Owen Brooks <head@hazel-bank.example>
   reply reference-request to head@hazelbank.example
   reference statement = With a hyphen.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
reference SLE-2027-0001 waits With a capital I.
reference SLE-2027-0001 waits With a hyphen.
waits head@hazeibank.example, which only looks like the address that was asked
waits head@hazel-bank.example, which only looks like the address that was asked
do set aside reference SLE-2027-0001 headteacher
do set aside reference SLE-2027-0001 headteacher

# The right address in the From field, and our own server says that it is not true: with our letter, and without.
clock 2 March 2027 15:00
mail from Owen Brooks <head@hazelbank.example>
   denied
   reply
   reference statement = Forged with the letter.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
reference SLE-2027-0001 waits Forged with the letter.
waits Our own mail server says that the sender could not be confirmed
do set aside reference SLE-2027-0001 headteacher
clock 2 March 2027 17:00
mail from Owen Brooks <head@hazelbank.example>
   denied
   subject Priya Nair
   whole name = Priya Nair; email = p.nair@hazelbank.example; statement = Forged as a whole form.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
reference SLE-2027-0001 waits Forged as a whole form.
do set aside reference SLE-2027-0001 headteacher

# The applicant's name, forged, with another address for the head: nobody is asked there.
clock 2 March 2027 19:00
returned failed to head@hazelbank.example
pass
letter reference-address to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   denied
   reply reference-address
   | It is head@evil.example
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits seems to give head@evil.example as the headteacher’s address

# Forged withdrawals and forms are a person's business too.
clock 2 March 2027 21:00
mail from Priya Nair <p.nair@hazelbank.example>
   denied
   subject SLE
   | I would like to withdraw my application.
mail from Priya Nair <p.nair@hazelbank.example>
   denied
   subject SLE
   form with post = Somebody else
pass
case SLE-2027-0001 complete on time
letter superseded to p.nair@hazelbank.example
waits our mail server doubts that the mail is theirs
waits A form for SLE-2027-0001 came from p.nair@hazelbank.example, and our own mail server says
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence

# The head himself, from the right address, by our letter: all of that has not hurt him.
clock 3 March 2027 09:00
mail from Owen Brooks <head@hazelbank.example>
   authenticated
   reply reference-request to head@hazelbank.example
   reference statement = Mine.
pass
letter reference-thanks to head@hazelbank.example
letter reference-arrived to p.nair@hazelbank.example
reference SLE-2027-0001 counts Mine.
