# The clerk was down for a week: one reminder, late rather than never, and not at night or on a Sunday; none for what has been.
policy no references
policy no reminders

clock 2 March 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form with specialism = Music
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
clock 22 March 2027 10:00
do interview SLE-2027-0001 26 April 2027 14:00 at Harbour Primary School
do interview SLE-2027-0002 22 April 2027 14:00 at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example
letter interview to t.reed@oakfield.example
clock 20 April 2027 12:00
pass
silence

# Down from Wednesday to Sunday: nobody is reminded on a Sunday, so that of Friday comes on Monday morning. Tom's interview
# has been.
clock 25 April 2027 19:00
pass
silence
clock 26 April 2027 06:59:59
pass
silence
clock 26 April 2027 07:00
pass
letter interview-reminder to p.nair@hazelbank.example
   says 2pm on Monday 26 April 2027
pass
clock 26 April 2027 08:45
pass
silence
