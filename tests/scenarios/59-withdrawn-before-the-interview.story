# Whoever withdraws is taken out of the interviews, and the interview out of their calendar.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form with name = Tom Reed; email = t.reed@oakfield.example
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
clock 22 March 2027 10:00
do interview SLE-2027-0001 12 April 2027 14:00 at Harbour Primary School
do interview SLE-2027-0002 12 April 2027 15:00 at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example
letter interview to t.reed@oakfield.example
mail from Priya Nair <p.nair@hazelbank.example>
   reply interview
   | I am sorry, but I would like to withdraw my application.
do withdraw SLE-2027-0002 because he rang
   says The interview is taken out of the calendar
pass
letter withdrawn to p.nair@hazelbank.example
   calendar METHOD:CANCEL
   calendar SEQUENCE:1
letter withdrawn to t.reed@oakfield.example
   calendar METHOD:CANCEL
# The school day before, nobody is reminded.
clock 25 March 2027 09:00
pass
silence
