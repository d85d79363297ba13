# A name that no font can print keeps its own letter for a person, and nobody else's.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Wei Chen <w.chen@hazelbank.example>
   form with name = Wei Chen 陈伟
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to w.chen@hazelbank.example
clock 16 April 2027 15:00
do outcome SLE-2027-0001 SLE-2027-0002 designated
waits no font at hand can print
do release outcomes sle spring-2027
do code CODE
pass
letter outcome-designated to p.nair@hazelbank.example
   attached SLE-2027-0001 outcome.pdf
letter closing-summary to ruth.adeyemi@harbour-alliance.example
silence
register Wei Chen 陈伟
held outcome-designated SLE-2027-0002
   says Dear Wei Chen 陈伟
