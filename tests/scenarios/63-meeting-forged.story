# Anybody can write the number of a meeting into a calendar file or a mail: it changes nothing, and a person is told.
policy no references
clock 2 March 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
do meeting sle "Spring network" 23 March 2027 15:45 to 17:00 at Hazelbank Primary School, Library
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
do rsvp MTG-2027-0001 p.nair@hazelbank.example yes

# From another address, in her name.
mail from Priya Nair <p.nair@hazelbamk.example>
   subject Declined: SLE: Spring network
   calendar decline as p.nair@hazelbank.example
pass
answer MTG-2027-0001 p.nair@hazelbank.example accepted
waits A calendar answer to MTG-2027-0001 (Spring network) says “no” in the name of Priya Nair, and does not come from p.nair@hazelbank.example: it comes from p.nair@hazelbamk.example. I have not counted it. Is it theirs?
# Another invitee, about hers.
mail from Tom Reed <t.reed@oakfield.example>
   subject Declined: SLE: Spring network
   calendar decline as p.nair@hazelbank.example
pass
answer MTG-2027-0001 p.nair@hazelbank.example accepted
answer MTG-2027-0001 t.reed@oakfield.example unanswered
waits it comes from t.reed@oakfield.example
# A stranger of his own, and a meeting that there is not.
mail from Nobody <nobody@far.example>
   subject Accepted: SLE: Spring network
   calendar accept case MTG-2027-0001
pass
answer MTG-2027-0001 nobody@far.example uninvited
waits says “yes” in the name of somebody who was not invited: it comes from nobody@far.example
mail from Nobody <nobody@far.example>
   subject Accepted: SLE: network
   calendar accept case MTG-2031-0007
pass
waits A calendar answers an invitation to MTG-2031-0007, a meeting that there is not: it comes from nobody@far.example
# Her own address, which our server says is forged: by calendar and in words.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Declined: SLE: Spring network
   denied
   calendar decline
pass
answer MTG-2027-0001 p.nair@hazelbank.example accepted
waits says “no” in the name of Priya Nair
mail from Priya Nair <p.nair@hazelbank.example>
   reply meeting-invitation
   denied
   | Sorry, can't make it.
pass
answer MTG-2027-0001 p.nair@hazelbank.example accepted
waits Priya Nair (REG-2027-0001) wrote
# A calendar with ten thousand events, whose first is an answer: no program answers so.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Declined: SLE: Spring network
   calendar decline times 10000
pass
answer MTG-2027-0001 p.nair@hazelbank.example accepted
waits Priya Nair (REG-2027-0001) wrote (“Declined: SLE: Spring network”)
# A few hundred lines more than an answer has: read as far as its first event.
mail from Tom Reed <t.reed@oakfield.example>
   subject Tentative: SLE: Spring network
   calendar tentative times 3
pass
answer MTG-2027-0001 t.reed@oakfield.example perhaps
# In words from elsewhere, to our letter to her.
mail from Dana Fox <d.fox@far.example>
   reply meeting-invitation to p.nair@hazelbank.example
   | No, she cannot come.
pass
answer MTG-2027-0001 p.nair@hazelbank.example accepted
waits A mail from d.fox@far.example
quiet

# Whoever has applied, too, and cannot come to a meeting does not withdraw an application.
mail from Tom Reed <t.reed@oakfield.example>
   form with specialism = Music
pass
letter acknowledgement to t.reed@oakfield.example
mail from Tom Reed <t.reed@oakfield.example>
   reply meeting-invitation
   | I'm afraid I can't come.
pass
answer MTG-2027-0001 t.reed@oakfield.example declined: I'm afraid I can't come.
case SLE-2027-0001 complete on time
mail from Tom Reed <t.reed@oakfield.example>
   reply meeting-invitation
   | I am withdrawing from this.
pass
answer MTG-2027-0001 t.reed@oakfield.example declined: I'm afraid I can't come.
case SLE-2027-0001 complete on time
waits Tom Reed answers the invitation to MTG-2027-0001 (Spring network, 3.45pm on Tuesday 23 March 2027) with something that I could not make out. They write: “I am withdrawing from this.”
quiet

# Before the reminders begin, it is called off; what is said after that changes nothing.
do cancel meeting MTG-2027-0001 because the hall is flooded
pass
letter meeting-cancelled to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   subject Declined: SLE: Spring network
   calendar decline
pass
answer MTG-2027-0001 p.nair@hazelbank.example accepted
quiet
