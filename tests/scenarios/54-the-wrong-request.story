# A head with several applicants replies to the letter about one and writes about another: nothing is counted for the wrong one.
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Sian Lewis <s.lewis@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to s.lewis@hazelbank.example
letter reference-request to head@hazelbank.example
letter reference-request to head@hazelbank.example

# In his own words.
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about SLE-2027-0001
   | I fully support Sian Lewis and am happy to release her.
pass
reference SLE-2027-0001 waits
reference SLE-2027-0002 none
waits It answers our letter about one applicant and names another
letter reference-thanks to head@hazelbank.example
   says A person will read it
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
do set aside reference SLE-2027-0001 headteacher

# By a first name alone.
clock 2 March 2027 11:00
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about SLE-2027-0002
   | I wholeheartedly support this. We will release Priya for ten days.
pass
reference SLE-2027-0002 waits
waits Lewis (SLE-2027-0002) has come, and I did not count it. It answers our letter about one applicant and names another
letter reference-thanks to head@hazelbank.example
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
do set aside reference SLE-2027-0002 headteacher

# In the short form's own statement.
clock 2 March 2027 13:00
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about SLE-2027-0001
   reference statement = Sian has led early years across the town.
pass
reference SLE-2027-0001 waits
letter reference-thanks to head@hazelbank.example
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
do set aside reference SLE-2027-0001 headteacher

# The whole form, sent in reply to the letter about another: the document is about whom it names.
clock 2 March 2027 15:00
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about SLE-2027-0001
   whole name = Sian Lewis; email = s.lewis@hazelbank.example
pass
reference SLE-2027-0002 waits
letter reference-thanks to head@hazelbank.example
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
do accept reference SLE-2027-0002 headteacher
pass
letter reference-arrived to s.lewis@hazelbank.example

# Both named, and the right one among them: that is no mistake.
clock 2 March 2027 16:30
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about SLE-2027-0001
   | I fully support Priya, who has worked closely with Sian, and am happy to release her.
pass
letter reference-thanks to head@hazelbank.example
letter reference-arrived to p.nair@hazelbank.example
reference SLE-2027-0001 counts I fully support
