# The earliest stamp of our own server counts, whenever it is found: a form that was late is on time, and a person hears of it.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 19 March 2027 18:02
mail from Priya Nair <p.nair@hazelbank.example> at 18:00:01
   form
pass
letter late to p.nair@hazelbank.example
case SLE-2027-0001 late not on time
mail from Priya Nair <p.nair@hazelbank.example> at 17:59:58
   again
pass
waits A copy of message 1 with an earlier stamp of our own server has been found
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
case SLE-2027-0001 complete on time
silence
