# A term without a meeting is asked about, with a date as usual; afterwards it is summed up: who came to what.
policy termly = true
policy reminders = []
policy day_before = false
policy morning = false
clock 1 September 2026 09:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
# 1 September is an INSET day; ten school days later nothing is set yet.
clock 14 September 2026 08:30
pass
quiet
waits for nothing
clock 15 September 2026 08:30
pass
waits No meeting of the SLE network is set in the autumn term 2026-27 yet. How about 3.45pm to 5pm on Tuesday 13 October 2026, as usual?
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says 1 at followed by the place
   snapshot
clock 16 September 2026 08:30
pass
silence
# She answers with the place, and everybody is invited.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   authenticated
   | 1 at Hazelbank Primary School, Library
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says MTG-2026-0001 “Autumn network” is set: 3.45pm to 5pm on Tuesday 13 October 2026
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
clock 17 September 2026 08:30
pass
silence
mail from Tom Reed <t.reed@oakfield.example>
   reply meeting-invitation
   | Sorry, I cannot come.
pass
do host MTG-2026-0001 Owen Brooks <head@hazelbank.example>
pass
letter meeting-host to head@hazelbank.example

clock 12 October 2026 15:30
pass
letter meeting-attendees to head@hazelbank.example
letter meeting-attendees-office to ruth.adeyemi@harbour-alliance.example
clock 14 October 2026 08:30
pass
letter attendance-request to head@hazelbank.example
   not Tom Reed had
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-request
   | all except Amy
pass
letter attendance-noted to head@hazelbank.example

# Another, which nobody says a word about; and one that is called off.
clock 4 December 2026 09:00
pass
do meeting sle "Maths group" 4 December 2026 15:45 to 17:00 at Oakfield School host Owen Brooks <head@hazelbank.example>
do meeting sle "Music group" 11 December 2026 15:45 to 17:00 at Oakfield School
do cancel meeting MTG-2026-0003 because the school is closed
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-host to head@hazelbank.example
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-cancelled to p.nair@hazelbank.example
letter meeting-cancelled to t.reed@oakfield.example
letter meeting-cancelled to a.cole@millpond.example
clock 7 December 2026 08:30
pass
letter attendance-request to head@hazelbank.example
clock 10 December 2026 08:30
pass
letter attendance-request to head@hazelbank.example
clock 15 December 2026 08:30
pass
letter attendance-request to head@hazelbank.example
clock 18 December 2026 08:30
pass
waits The host has not answered my three letters asking who came to Maths group (MTG-2026-0002)

# Nobody is written to at Christmas; on the first school day after it the term is summed up, once.
clock 23 December 2026 09:00
pass
silence
clock 4 January 2027 08:30
pass
letter term-summary to ruth.adeyemi@harbour-alliance.example
   subject SLE: who came in the autumn term 2026-27
   sheet sle-autumn-2026-27.xlsx says MTG-2026-0001 Autumn network (13 October 2026)
   sheet sle-autumn-2026-27.xlsx says apologies
   snapshot
clock 5 January 2027 08:30
pass
silence
# Spring has no meeting either, and no usual day that is left is far enough ahead when it is asked late.
clock 8 March 2027 08:30
pass
quiet
waits No meeting of the SLE network is set in the spring term 2026-27 yet. None of its usual days that are left
# Set by a command of its own, the question is answered.
do meeting sle "Spring network" 22 March 2027 15:45 to 17:00 at Oakfield School
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
clock 9 March 2027 08:30
pass
quiet
do cancel meeting MTG-2027-0001 because nobody can come
pass
letter meeting-cancelled to p.nair@hazelbank.example
letter meeting-cancelled to t.reed@oakfield.example
letter meeting-cancelled to a.cole@millpond.example
# Then there is none again, which is another question.
clock 10 March 2027 08:30
pass
waits No meeting of the SLE network is set in the spring term 2026-27 any more: MTG-2027-0001 (Spring network) was called off.
