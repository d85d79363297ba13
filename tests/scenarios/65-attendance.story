# Who came: the host is asked once, answers in words, is told exactly what was noted, and may put it right.
policy reminders = []
policy day_before = false
policy morning = false
clock 6 October 2026 09:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
designated Siân Lewis <s.lewis@riverside.example>, Science, Riverside School
pass
do meeting sle "Autumn network" 6 October 2026 15:45 to 17:00 at Hazelbank Primary School host Owen Brooks <head@hazelbank.example>
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to s.lewis@riverside.example
letter meeting-host to head@hazelbank.example
designated Jo Marsh <j.marsh@quayside.example>, History, Quayside School
refuse attendance MTG-2026-0001 all
   says is still to come
refuse attendance MTG-2026-0009 all
   says There is no meeting MTG-2026-0009.
refuse attendance MTG-2026-0001
   says Who came?

# Not on the same evening, but on the next school day, once.
clock 6 October 2026 18:00
pass
silence
clock 7 October 2026 08:30
pass
letter attendance-request to head@hazelbank.example
   subject Who came? Autumn network (MTG-2026-0001)
   says Amy Cole
   snapshot
clock 7 October 2026 12:00
pass
silence

# What could mean two things is asked, and nothing is noted.
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-request
   quoting
   | All but two.
   |
   | Owen
pass
letter attendance-question to head@hazelbank.example
   says “two” tells me how many
   snapshot
attended MTG-2026-0001 unknown

# Somebody else's answer, even with our letter's number, counts for nothing; nor does a forged one.
mail from Somebody Else <somebody@home.example>
   reply attendance-request to head@hazelbank.example
   | nobody
pass
attended MTG-2026-0001 unknown
waits could not place
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-request
   denied
   | nobody
pass
attended MTG-2026-0001 unknown
waits was not sent by them
letter coordinator-note to ruth.adeyemi@harbour-alliance.example

# By number and by name, and one who had not been expected, and one whom nobody knows.
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-question
   quoting
   | Dear clerk,
   |
   | Everyone came except 2, and Jo Marsh and Kim Ito came too.
   |
   | Kind regards
   | Owen Brooks
pass
letter attendance-noted to head@hazelbank.example
   subject Noted: who came to Autumn network (MTG-2026-0001)
   snapshot
attended MTG-2026-0001 Amy Cole, Jo Marsh, Siân Lewis, Tom Reed; absent Priya Nair
waits “Kim Ito” came to Autumn network (MTG-2026-0001) too

# Put right: in a word, and by the coordinator.
clock 8 October 2026 09:00
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-noted
   | Sorry, Priya was there after all. Tom Reed did not come.
pass
letter attendance-noted to head@hazelbank.example
   subject Corrected
attended MTG-2026-0001 Amy Cole, Jo Marsh, Priya Nair, Siân Lewis; absent Tom Reed
do attendance MTG-2026-0001 all
   says MTG-2026-0001 (Autumn network), corrected.
   says Absent (0): nobody.
refuse attendance MTG-2026-0001 all but three
   says Nothing was recorded. “three” tells me how many
   says The list: 1 Amy Cole, 2 Priya Nair
attended MTG-2026-0001 Amy Cole, Jo Marsh, Priya Nair, Siân Lewis, Tom Reed; absent nobody
clock 3 November 2026 09:00
pass
silence

# Nobody answers: two chasers, three school days apart, and then the coordinator is asked, who answers by number.
do meeting sle "Maths group" 3 November 2026 15:45 to 17:00 at Oakfield School host Ann Fox <head@oakfield.example>
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to s.lewis@riverside.example
letter meeting-invitation to j.marsh@quayside.example
letter meeting-host to head@oakfield.example
clock 4 November 2026 08:30
pass
letter attendance-request to head@oakfield.example
clock 6 November 2026 08:30
pass
silence
clock 9 November 2026 08:30
pass
letter attendance-request to head@oakfield.example
   subject Reminder: who came? Maths group (MTG-2026-0002)
   snapshot
clock 12 November 2026 08:30
pass
letter attendance-request to head@oakfield.example
clock 17 November 2026 08:30
pass
quiet
waits The host has not answered my three letters asking who came to Maths group (MTG-2026-0002)
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply digest
   authenticated
   | 4 everyone but Tom Reed
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says Present (4): Amy Cole, Jo Marsh, Priya Nair, Siân Lewis.
   says Absent (1): Tom Reed.
attended MTG-2026-0002 Amy Cole, Jo Marsh, Priya Nair, Siân Lewis; absent Tom Reed

# A meeting without a host: the coordinator is asked, and answers in the same words.
clock 24 November 2026 09:00
pass
do meeting sle "Music group" 24 November 2026 15:45 to 17:00 at Oakfield School
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to s.lewis@riverside.example
letter meeting-invitation to j.marsh@quayside.example
clock 25 November 2026 08:30
pass
letter attendance-request-office to ruth.adeyemi@harbour-alliance.example
   says It had no host
   snapshot
# Without our own server's word it could be anybody.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply attendance-request-office
   | nobody
pass
attended MTG-2026-0003 unknown
waits A mail that says it is from Ruth Adeyemi says who came
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply attendance-request-office
   authenticated
   | 1, 2
   | 4-5
   |
   | Ruth
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says Absent (1): Priya Nair.
   snapshot
attended MTG-2026-0003 Amy Cole, Jo Marsh, Siân Lewis, Tom Reed; absent Priya Nair
# What does not say who came goes to a person.
clock 26 November 2026 09:00
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-noted
   | It was a lovely afternoon, thank you for organising it.
pass
waits Owen Brooks answers my question who came to Autumn network (MTG-2026-0001) with: “It was a lovely afternoon
