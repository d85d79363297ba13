# What lies ahead is foretold, and comes true: opening, reminders, chasers, closing, interviews, digests, over Easter.
clock 22 February 2027 10:00
school Oakfield School, Jo Marsh, head@oakfield.example
do open sle spring-2027 from 1 March 2027 to 19 March 2027
do open sle summer-2027 from 1 June 2027 to 18 June 2027
clock 2 March 2027 09:00
pass
letter opening to head@oakfield.example
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form without question_4
mail from Angry Parent <parent@home.example>
   subject Complaint
   | I want to complain about the car park.
pass
letter acknowledgement to p.nair@hazelbank.example
letter reference-request to head@hazelbank.example
letter incomplete to t.reed@oakfield.example
waits could not place
foretold 10 days
# From here to the summer, with nobody answering anything.
clock 12 March 2027 11:00
do shortlist SLE-2027-0001 because the reference is promised
do interview SLE-2027-0001 22 April 2027 14:00 at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example
foretold 60 days
