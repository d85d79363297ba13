# Answers to the invitation to a meeting, from calendars and in words. Yes, no and perhaps need nobody.
clock 14 September 2026 09:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
designated Dev Patel <d.patel@riverside.example>, Science, Riverside School
do meeting sle "Autumn network" 20 October 2026 15:45 to 17:00 at Hazelbank Primary School, Library
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to d.patel@riverside.example

# Outlook, Google, Apple.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Accepted: SLE: Autumn network
   calendar accept
mail from Tom Reed <t.reed@oakfield.example>
   subject Accepted: SLE: Autumn network
   header Auto-Submitted: auto-generated
   | Tom Reed has accepted this invitation.
   calendar tentative by google
mail from Amy Cole <a.cole@millpond.example>
   subject Declined: SLE: Autumn network
   calendar decline by apple
pass
answer MTG-2026-0001 p.nair@hazelbank.example accepted
answer MTG-2026-0001 t.reed@oakfield.example perhaps
answer MTG-2026-0001 a.cole@millpond.example declined
waits for nothing
silence

# In words, to our letter; the letter quoted beneath says “Sorry, I can’t make it” and is no answer.
mail from Dev Patel <d.patel@riverside.example>
   reply meeting-invitation
   | Apologies for the late reply, I'll be there but might be ten minutes late.
   |
   quoting
pass
answer MTG-2026-0001 d.patel@riverside.example accepted: Apologies for the late reply, I'll be there but might be ten minutes late.
do meetings
   says 2 coming, 1 perhaps, 1 apology
waits for nothing

# A change of mind takes the place of what was said before.
clock 15 September 2026 09:00
mail from Amy Cole <a.cole@millpond.example>
   reply meeting-invitation
   | I can come after all. Count me in!
mail from Priya Nair <p.nair@hazelbank.example>
   reply meeting-invitation
   | Sorry, can't make it: I am on a residential that week.
pass
answer MTG-2026-0001 a.cole@millpond.example accepted: I can come after all. Count me in!
answer MTG-2026-0001 p.nair@hazelbank.example declined: Sorry, can't make it: I am on a residential that week.
waits for nothing
silence

# An answer that was given before, and reaches us after: the later one stands.
mail from Amy Cole <a.cole@millpond.example> at 14 September 2026 16:00:00
   subject Declined: SLE: Autumn network
   calendar decline
pass
answer MTG-2026-0001 a.cole@millpond.example accepted: I can come after all. Count me in!

# A question besides is the coordinator's.
mail from Tom Reed <t.reed@oakfield.example>
   reply meeting-invitation
   | Yes, but is there parking?
mail from Priya Nair <p.nair@hazelbank.example>
   reply meeting-invitation
   | I'll be there after all. Can I bring a colleague?
pass
answer MTG-2026-0001 t.reed@oakfield.example accepted: Yes, but is there parking?
waits Tom Reed is coming to MTG-2026-0001 (Autumn network, 3.45pm on Tuesday 20 October 2026) and writes something besides. They write: “Yes, but is there parking?”
waits Priya Nair is coming to MTG-2026-0001 (Autumn network, 3.45pm on Tuesday 20 October 2026) and writes something besides.
quiet

# Another time proposed: noted as perhaps, and for a person.
mail from Dev Patel <d.patel@riverside.example>
   subject New time proposed: SLE: Autumn network
   calendar counter 21 October 2026 10:00
pass
answer MTG-2026-0001 d.patel@riverside.example perhaps: proposes 10am on Wednesday 21 October 2026 instead.
waits Dev Patel may come to MTG-2026-0001
# And in words, with a no.
mail from Amy Cole <a.cole@millpond.example>
   reply meeting-invitation
   | I'm afraid I can't make that time, could we do the Thursday?
pass
answer MTG-2026-0001 a.cole@millpond.example declined: I'm afraid I can't make that time, could we do the Thursday?
waits Amy Cole cannot come to MTG-2026-0001

# What cannot be made out; then a plain word settles it.
mail from Dev Patel <d.patel@riverside.example>
   reply meeting-invitation
   | The head says it is my turn to do the late bus.
pass
answer MTG-2026-0001 d.patel@riverside.example perhaps: proposes 10am on Wednesday 21 October 2026 instead.
waits answers the invitation to MTG-2026-0001 (Autumn network, 3.45pm on Tuesday 20 October 2026) with something that I could not make out
mail from Dev Patel <d.patel@riverside.example>
   reply meeting-invitation
   | I will be there.
pass
answer MTG-2026-0001 d.patel@riverside.example accepted: I will be there.
# Thanks alone are nobody's work.
mail from Tom Reed <t.reed@oakfield.example>
   reply meeting-invitation
   | Thanks for letting me know!
pass
answer MTG-2026-0001 t.reed@oakfield.example accepted: Yes, but is there parking?
# What a coordinator hears on the telephone.
do rsvp MTG-2026-0001 p.nair@hazelbank.example no because she rang
   says It is noted that Priya Nair does not come to MTG-2026-0001 (Autumn network).
answer MTG-2026-0001 p.nair@hazelbank.example declined: she rang
refuse rsvp MTG-2026-0001 stranger@far.example yes
   says is not invited
quiet

# Another room: answers stand, and an answer to the version before is still one.
do move meeting MTG-2026-0001 at Hazelbank Primary School, The Hall
   says 2 people are told
pass
letter meeting-changed to t.reed@oakfield.example
   says You have told us that you are coming; you need not answer again unless that has changed.
letter meeting-changed to d.patel@riverside.example
mail from Tom Reed <t.reed@oakfield.example>
   subject Tentative: SLE: Autumn network
   calendar tentative sequence 0
pass
answer MTG-2026-0001 t.reed@oakfield.example perhaps

# Another time: everybody is asked anew, those who declined too; a calendar that still answers the time before says nothing.
do move meeting MTG-2026-0001 21 October 2026 15:45
pass
letter meeting-changed to p.nair@hazelbank.example
   says You had told us that you could not come; perhaps this time suits you.
letter meeting-changed to a.cole@millpond.example
letter meeting-changed to t.reed@oakfield.example
letter meeting-changed to d.patel@riverside.example
   says even though you had accepted the old one
answer MTG-2026-0001 d.patel@riverside.example unanswered
answer MTG-2026-0001 p.nair@hazelbank.example unanswered
mail from Tom Reed <t.reed@oakfield.example>
   subject Accepted: SLE: Autumn network
   calendar accept sequence 1
mail from Dev Patel <d.patel@riverside.example>
   reply meeting-invitation
   | I'll be there.
mail from Amy Cole <a.cole@millpond.example>
   reply meeting-changed
   | Yes, that suits me much better, see you there.
pass
answer MTG-2026-0001 t.reed@oakfield.example unanswered
answer MTG-2026-0001 d.patel@riverside.example unanswered
answer MTG-2026-0001 a.cole@millpond.example accepted: Yes, that suits me much better, see you there.

# An absence note is no answer, whatever it encloses.
mail from Tom Reed <t.reed@oakfield.example>
   reply meeting-changed
   header Auto-Submitted: auto-replied
   subject Automatic reply: New time
   | I am unable to attend to my mail until Monday.
pass
answer MTG-2026-0001 t.reed@oakfield.example unanswered
quiet

why MTG-2026-0001
   says mail rsvp: Accepted: SLE: Autumn network
   says Priya Nair: is coming.
   says Amy Cole: sends apologies.
   says It answers a time that has been changed since
   says Ruth Adeyemi noted an answer.
   says letter meeting-changed to a.cole@millpond.example
