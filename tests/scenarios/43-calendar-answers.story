# Answers from calendar programs: noted when they are the applicant's own, and a question when they are not a plain yes.
policy no references
policy no reminders

clock 2 March 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form with specialism = Music
mail from Amy Cole <a.cole@millpond.example>
   form with specialism = Art
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter acknowledgement to a.cole@millpond.example
clock 22 March 2027 10:00
do interview SLE-2027-0001 13 April 2027 14:00 at Harbour Primary School
do interview SLE-2027-0002 13 April 2027 15:00 at Harbour Primary School
do interview SLE-2027-0003 13 April 2027 16:00 at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example
letter interview to t.reed@oakfield.example
letter interview to a.cole@millpond.example

# Accepted: silence.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Accepted: SLE interview
   calendar accept
pass
quiet
interview SLE-2027-0001 accepted
# Google says that its answer is automatic; a person clicked all the same.
mail from Tom Reed <t.reed@oakfield.example>
   subject Accepted: SLE interview
   header Auto-Submitted: auto-generated
   | Tom Reed has accepted this invitation.
   calendar accept
pass
quiet
interview SLE-2027-0002 accepted

# Declined, with a word about it: the coordinator is asked.
mail from Tom Reed <t.reed@oakfield.example>
   subject Declined: SLE interview
   | I am in court that day.
   calendar decline
pass
waits Tom Reed (SLE-2027-0002) cannot come to the interview at 3pm on Tuesday 13 April 2027. They write: “I am in court that day.” What shall be said?
interview SLE-2027-0002 declined

# Another time proposed.
mail from Amy Cole <a.cole@millpond.example>
   subject New time proposed: SLE interview
   calendar counter 15 April 2027 10:00
pass
waits Amy Cole (SLE-2027-0003) asks for another time than the interview at 4pm on Tuesday 13 April 2027: 10am on Thursday 15 April 2027.
interview SLE-2027-0003 another_time
quiet

# The coordinator sets it; the question is settled with that.
do interview SLE-2027-0003 15 April 2027 10:00
pass
letter interview to a.cole@millpond.example
   calendar SEQUENCE:1
interview SLE-2027-0003 unanswered

# A yes to the time before says nothing about this one; a no is for a person.
mail from Amy Cole <a.cole@millpond.example>
   subject Accepted: SLE interview
   calendar accept sequence 0
pass
interview SLE-2027-0003 unanswered
mail from Amy Cole <a.cole@millpond.example>
   subject Declined: SLE interview
   calendar decline sequence 0
pass
interview SLE-2027-0003 unanswered
waits Amy Cole (SLE-2027-0003) cannot come to the invitation before the present one (10am on Thursday 15 April 2027).
mail from Amy Cole <a.cole@millpond.example>
   subject Tentative: SLE interview
   calendar tentative
pass
waits answers the interview at 10am on Thursday 15 April 2027 with perhaps
mail from Amy Cole <a.cole@millpond.example>
   subject Accepted: SLE interview
   calendar accept
pass
interview SLE-2027-0003 accepted
quiet

# An absence note is none, whatever it encloses.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Automatic reply: your interview
   header Auto-Submitted: auto-replied
   calendar decline
pass
interview SLE-2027-0001 accepted
quiet

# The reminders: Priya and Amy come; Tom has an open question instead.
do cancel interview SLE-2027-0002 because he is in court
pass
letter interview to t.reed@oakfield.example
clock 12 April 2027 08:31
pass
letter interview-reminder to p.nair@hazelbank.example
   says Thank you for telling us that you will be there.
clock 14 April 2027 08:31
pass
letter interview-reminder to a.cole@millpond.example
