# A round over the autumn change of the clocks, with the clerk off from the Friday before its closing to the Friday after.
policy no references
clock 1 October 2027 08:00
do open sle autumn-2027 from 4 October 2027 to 5 November 2027
clock 29 October 2027 17:00
mail from Priya Nair <p.nair@hazelbank.example>
   form without telephone
pass
letter incomplete to p.nair@hazelbank.example
   says 6pm on Friday 5 November 2027, which leaves you 7 days
# Off: two reminders are slept through, and none is sent after the closing.
clock 12 November 2027 08:00
mail from Tom Reed <t.reed@oakfield.example> at 5 November 2027 18:00:00
   form
mail from Sian Lewis <s.lewis@millpond.example> at 5 November 2027 18:00:01
   form
mail from Dev Patel <d.patel@millpond.example> at 31 October 2027 01:30:00
   form without question_1
# Her correction was in time; that it is read a week later is our affair.
mail from Priya Nair <p.nair@hazelbank.example> at 5 November 2027 17:59:59
   reply
   | Telephone: 01632 960123
pass
letter acknowledgement to t.reed@oakfield.example
   says 18:00:00 on Friday 5 November 2027
letter late to s.lewis@millpond.example
letter incomplete to d.patel@millpond.example
   says closed at 6pm on Friday 5 November 2027, and your mail was received in time
   snapshot
letter superseded to p.nair@hazelbank.example
letter closing-summary to ruth.adeyemi@harbour-alliance.example
   says Complete: 2.
   says Incomplete: 1.
   says Late: 1.
case SLE-2027-0001 complete on time
silence
