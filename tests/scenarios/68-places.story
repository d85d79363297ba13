# Places: acceptance takes one, first come, first served, to the second; who gives one up passes it on.
policy reminders = []
policy day_before = false
policy morning = false
clock 12 April 2027 10:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
designated Siân Lewis <s.lewis@riverside.example>, Science, Riverside School
designated Jo Marsh <j.marsh@quayside.example>, History, Quayside School
do training sle core 20 May 2027 9:00 to 16:00 at Harbour Primary School, The Hall places 2
   says Places: 2.
pass
letter meeting-invitation to p.nair@hazelbank.example
   says There are 2 places
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to s.lewis@riverside.example
letter meeting-invitation to j.marsh@quayside.example

# Three say yes in the same minute. The order of our server's stamps counts, whatever the order in which they are fetched.
mail from Amy Cole <a.cole@millpond.example> at 13 April 2027 09:00:02
   reply meeting-invitation
   | Yes, I will be there.
mail from Priya Nair <p.nair@hazelbank.example> at 13 April 2027 09:00:00
   reply meeting-invitation
   calendar accept
mail from Tom Reed <t.reed@oakfield.example> at 13 April 2027 09:00:01
   reply meeting-invitation
   | Yes please
clock 13 April 2027 09:05
pass
letter training-waiting to a.cole@millpond.example
   says where you are next
   says yours came at 09:00:02 on Tuesday 13 April 2027
   snapshot
answer MTG-2027-0001 p.nair@hazelbank.example accepted

mail from Siân Lewis <s.lewis@riverside.example>
   reply meeting-invitation
   | Count me in
pass
letter training-waiting to s.lewis@riverside.example
   says where you are 2nd
# Asked again, it is told again; and an answer with an earlier stamp that is fetched later goes before.
clock 13 April 2027 10:00
mail from Siân Lewis <s.lewis@riverside.example>
   reply meeting-invitation
   | Yes, I am coming
mail from Jo Marsh <j.marsh@quayside.example> at 13 April 2027 09:01:00
   reply meeting-invitation
   | Yes, I will be there
pass
letter training-waiting to j.marsh@quayside.example
   says where you are 2nd
letter training-waiting to s.lewis@riverside.example
   says where you are 3rd
   says yours came at 09:05:00

# “Perhaps” does not cost anybody a place: a person asks.
mail from Tom Reed <t.reed@oakfield.example>
   reply meeting-invitation
   calendar tentative
pass
quiet
waits Tom Reed has a place at Core training day (MTG-2027-0001), and now says “perhaps”.
answer MTG-2027-0001 t.reed@oakfield.example accepted: Yes please

# Who gives a place up is thanked, and the next has it at once.
clock 14 April 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply meeting-invitation
   | I am sorry, I cannot come after all.
pass
letter training-thanks to p.nair@hazelbank.example
   says Your place has gone to somebody who was waiting
   says I will invite you to the next one
   snapshot
letter training-place to a.cole@millpond.example
   snapshot
# She thinks better of it: at the end of the list.
mail from Priya Nair <p.nair@hazelbank.example>
   reply meeting-invitation
   | I can come now after all! Yes, I will be there.
pass
letter training-waiting to p.nair@hazelbank.example
   says where you are 3rd
# Who waits and no longer wishes to is taken off.
mail from Jo Marsh <j.marsh@quayside.example>
   reply training-waiting
   | I cannot come
pass
letter training-thanks to j.marsh@quayside.example
   says taken you off the waiting list
# Taken off by the coordinator: the next has the place.
do uninvite MTG-2027-0001 t.reed@oakfield.example because he left early last time
pass
letter meeting-cancelled to t.reed@oakfield.example
letter training-place to s.lewis@riverside.example
# Whoever has a place and takes it for granted is told nothing.
mail from Siân Lewis <s.lewis@riverside.example>
   reply training-place
   | Thank you!
pass
quiet
mail from Siân Lewis <s.lewis@riverside.example>
   reply training-place
   | I cannot come any more, sorry.
pass
letter training-thanks to s.lewis@riverside.example
letter training-place to p.nair@hazelbank.example

# Who waits is not on the list of those who are expected, nor asked about.
clock 15 April 2027 09:00
mail from Jo Marsh <j.marsh@quayside.example>
   reply meeting-invitation
   | Yes, I would love to come after all
pass
letter training-waiting to j.marsh@quayside.example
   says where you are next
clock 19 May 2027 15:30
pass
letter meeting-attendees-office to ruth.adeyemi@harbour-alliance.example
clock 21 May 2027 08:30
pass
letter attendance-request-office to ruth.adeyemi@harbour-alliance.example
   says Amy Cole
   not Jo Marsh
