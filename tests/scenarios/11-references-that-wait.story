# What is no plain yes, or does not fit the request, waits for the coordinator. The applicant is told nothing of it.
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
letter reference-request to head@hazelbank.example

# A refusal.
mail from Owen Brooks <head@hazelbank.example>
   reply
   | I am sorry, but I cannot support this application at present.
pass
letter reference-thanks to head@hazelbank.example
   says A person will read it
   snapshot
waits It does not support the application
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
refuse accept reference SLE-2027-0001 second-referee
   says asks for no
do set aside reference SLE-2027-0001 headteacher
   says left out of account
waits for nothing

# No capacity, and a condition.
clock 2 March 2027 10:05
mail from Owen Brooks <head@hazelbank.example>
   reply
   | I support Priya. We can release her only if cover is found.
pass
letter reference-thanks to head@hazelbank.example
waits It makes release conditional
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
do accept reference SLE-2027-0001 headteacher
   says counts
pass
letter reference-arrived to p.nair@hazelbank.example
   not cover
waits for nothing

# Another person of the school, a stranger with the token, a look-alike, the applicant.
clock 3 March 2027 09:00
mail from Tom Reed <t.reed@hazelbank.example>
   form
pass
letter acknowledgement to t.reed@hazelbank.example
letter reference-request to head@hazelbank.example
mail from The Office <office@hazelbank.example>
   | On behalf of Mr Brooks: he fully supports this application and agrees to release Tom.
   reply reference-request to head@hazelbank.example
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits another address of the school
do set aside reference SLE-2027-0002 headteacher
clock 3 March 2027 10:00
mail from Owen Brooks <head@hazelbamk.example>
   | I fully support this application and agree to release Tom.
   reply reference-request to head@hazelbank.example
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits only looks like the address that was asked
do set aside reference SLE-2027-0002 headteacher
clock 3 March 2027 11:00
mail from Tom Reed <t.reed@hazelbank.example>
   | I fully support this application and agree to release Tom.
   reply reference-request to head@hazelbank.example
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits the applicant’s own address
do set aside reference SLE-2027-0002 headteacher
# From the right address, without any mark of our letter.
clock 3 March 2027 12:00
mail from Owen Brooks <head@hazelbank.example>
   subject Tom Reed
   | I fully support Tom Reed's application and agree to release him.
pass
letter reference-thanks to head@hazelbank.example
waits It does not answer our letter
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
do accept reference SLE-2027-0002 headteacher
pass
letter reference-arrived to t.reed@hazelbank.example
waits for nothing
