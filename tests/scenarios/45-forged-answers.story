# Anybody can write a calendar file with the number of a case in it: it changes nothing, and a person is told.
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
do interview SLE-2027-0001 13 April 2027 14:00 at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example

# From another address, in her name.
mail from Priya Nair <p.nair@hazelbamk.example>
   subject Declined: SLE interview
   calendar decline as p.nair@hazelbank.example
pass
interview SLE-2027-0001 unanswered
waits A calendar answer to the interview of Priya Nair (SLE-2027-0001) says “no”, but it does not come from p.nair@hazelbank.example: it comes from p.nair@hazelbamk.example. I have not counted it.

# Another applicant, about hers; and about a case that has no interview.
mail from Tom Reed <t.reed@oakfield.example>
   subject Accepted: SLE interview
   calendar accept as p.nair@hazelbank.example case SLE-2027-0001
pass
interview SLE-2027-0001 unanswered
waits says “yes”, but it does not come from p.nair@hazelbank.example: it comes from t.reed@oakfield.example
mail from Tom Reed <t.reed@oakfield.example>
   subject Accepted: SLE interview
   calendar accept case SLE-2027-0002
pass
waits for SLE-2027-0002, for which there is none
mail from Nobody <nobody@far.example>
   subject Accepted: SLE interview
   calendar accept case SLE-2027-0077
pass
waits for SLE-2027-0077, for which there is none

# In words, from elsewhere, with our letter's number: her colleague had it forwarded.
mail from Dana Fox <d.fox@far.example>
   reply interview to p.nair@hazelbank.example
   | No, she cannot come.
pass
interview SLE-2027-0001 unanswered
waits A mail from d.fox@far.example
quiet

clock 12 April 2027 08:31
pass
letter interview-reminder to p.nair@hazelbank.example
