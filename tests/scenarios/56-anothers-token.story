# A reply token shows that somebody has read a letter of ours, and nothing more: used by another it opens nothing.
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form without telephone
pass
letter incomplete to p.nair@hazelbank.example

# Her letter, answered by another: no line is taken for hers, no withdrawal, and no form.
mail from Mallory <mallory@evil.example>
   reply incomplete to p.nair@hazelbank.example
   | Telephone: 0900 123456
mail from Mallory <mallory@evil.example>
   reply incomplete to p.nair@hazelbank.example
   | I would like to withdraw my application.
mail from Mallory <mallory@evil.example>
   reply incomplete to p.nair@hazelbank.example
   form with name = Priya Nair; email = p.nair@hazelbank.example; telephone = 0900 123456
pass
letter checking to mallory@evil.example
   not Priya
   not SLE-2027-0001
case SLE-2027-0001 incomplete on time missing Telephone
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits (“Re: [Action needed]
waits may wish to withdraw: mallory@evil.example writes so
waits came from mallory@evil.example, which is not the address we have

# A coordinator's digest, answered by another, and an applicant's letter answered with commands.
clock 2 March 2027 11:00
mail from Mallory <mallory@evil.example>
   authenticated
   reply coordinator-note to ruth.adeyemi@harbour-alliance.example
   | 1 done
   | close sle spring-2027
mail from Priya Nair <p.nair@hazelbank.example>
   authenticated
   reply
   | outcome SLE-2027-0001 designated
   | close sle spring-2027
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits A mail from mallory@evil.example answers a letter that went to ruth.adeyemi@harbour-alliance.example
waits and I could not tell what is wanted
mail from Priya Nair <p.nair@hazelbank.example>
   reply incomplete
   | Telephone: 01632 960123
pass
letter superseded to p.nair@hazelbank.example
letter reference-request to head@hazelbank.example
case SLE-2027-0001 complete on time
