# Answers in plain words, to our letter, from whom it went to.
policy no references
policy no reminders

clock 2 March 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
clock 22 March 2027 10:00
do interview SLE-2027-0001 13 April 2027 14:00 at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example

# The letter itself, quoted beneath, says “Yes, I will be there” and “cannot” and is no answer.
mail from Priya Nair <p.nair@hazelbank.example>
   reply interview
   | What should I prepare?
   |
   quoting
pass
interview SLE-2027-0001 unanswered
waits Priya Nair (SLE-2027-0001) answers the interview at 2pm on Tuesday 13 April 2027 with something that I could not make out. They write: “What should I prepare?” What shall be said?

mail from Priya Nair <p.nair@hazelbank.example>
   reply interview
   | I'm afraid I can't make that time, could we do Thursday?
pass
interview SLE-2027-0001 another_time
waits Priya Nair (SLE-2027-0001) asks for another time than the interview at 2pm on Tuesday 13 April 2027. They write: “I'm afraid I can't make that time, could we do Thursday?”
quiet

do interview SLE-2027-0001 15 April 10:00
   says at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   reply interview
   | Yes, I’ll be there. Thank you!
   |
   | Priya
   quoting
pass
interview SLE-2027-0001 accepted
quiet

mail from Priya Nair <p.nair@hazelbank.example>
   reply interview
   | Yes, I will be there. Is there parking at the school?
pass
interview SLE-2027-0001 accepted
waits accepts the interview at 10am on Thursday 15 April 2027, and writes something besides. They write: “Yes, I will be there. Is there parking at the school?”

# An absence note to the reminder is no answer.
clock 14 April 2027 08:31
pass
letter interview-reminder to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   reply interview-reminder
   subject Automatic reply: A reminder
   header Auto-Submitted: auto-replied
   | I am unable to attend to mail until Monday.
pass
interview SLE-2027-0001 accepted

# To the reminder, a no.
mail from Priya Nair <p.nair@hazelbank.example>
   reply interview-reminder
   | So sorry, I have lost my voice and cannot come tomorrow.
pass
interview SLE-2027-0001 declined
waits Priya Nair (SLE-2027-0001) cannot come to the interview at 10am on Thursday 15 April 2027.
quiet
