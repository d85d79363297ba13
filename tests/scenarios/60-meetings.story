# A meeting of the network: set, told to everybody, moved, another room, called off.
clock 14 September 2026 09:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
designated Dev Patel <d.patel@riverside.example>, Science, Riverside School
status d.patel@riverside.example paused

# Refused: nothing is guessed.
refuse meeting nle "Autumn network" 6 October 2026 15:45 to 17:00 at Hazelbank Primary School
   says There is no programme `nle`.
refuse meeting sle "" 6 October 2026 15:45 to 17:00 at Hazelbank Primary School
   says Put its title in quotation marks
refuse meeting sle "Autumn network" 6 October 15:45 to 17:00 at Hazelbank Primary School
   says Expected a day with its year
refuse meeting sle "Autumn network" 6 October 2026 15:45 to 17:00
   says Where?
refuse meeting sle "Autumn network" 7 September 2026 15:45 to 17:00 at Hazelbank Primary School
   says Monday 7 September 2026 at 3.45pm is in the past.
refuse meeting sle "Autumn network" 6 October 2026 3:45 to 5:00 at Hazelbank Primary School
   says 3.45am to 5am on Tuesday 6 October 2026 is at night. Times are written as in 15:45 or 3.45pm.
refuse meeting sle "Autumn network" 28 October 2026 15:45 to 17:00 at Hazelbank Primary School
   says Wednesday 28 October 2026 is not a school day. To have it then all the same, add the reason
silence

do meeting sle “Autumn network” 6 October 2026 15:45 to 17:00 at Hazelbank Primary School, Library host Owen Brooks <head@hazelbank.example>
   says MTG-2026-0001 “Autumn network” is set: 3.45pm to 5pm on Tuesday 6 October 2026
   says at Hazelbank Primary School, Library. Owen Brooks is the host
   says 3 people are invited: Priya Nair, Tom Reed, Amy Cole.
pass
letter meeting-invitation to p.nair@hazelbank.example
   subject Autumn network, 3.45pm on Tuesday 6 October 2026 (MTG-2026-0001)
   calendar METHOD:REQUEST
   calendar UID:MTG-2026-0001@harbour-alliance.example
   calendar SEQUENCE:0
   calendar DTSTART:20261006T144500Z
   calendar DTEND:20261006T160000Z
   calendar LOCATION:Hazelbank Primary School\, Library
   calendar SUMMARY:SLE: Autumn network
   calendar RSVP=TRUE:mailto:p.nair@hazelbank.example
   snapshot
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-host to head@hazelbank.example
   snapshot

# Nobody can be at two.
refuse meeting sle "Maths group" 6 October 2026 16:30 to 18:00 at Oakfield School
   says MTG-2026-0001 (Autumn network) is at 3.45pm to 5pm on Tuesday 6 October 2026

# A guest, and somebody of the register by number; nobody twice.
do invite MTG-2026-0001 Jo Hart <j.hart@far.example>
   says Jo Hart (j.hart@far.example) is invited as a guest
do invite MTG-2026-0001 d.patel@riverside.example
   says Dev Patel (d.patel@riverside.example) is invited as a guest
refuse invite MTG-2026-0001 REG-2026-0001
   says Priya Nair is invited to MTG-2026-0001 (Autumn network) already, and has not answered.
refuse invite MTG-2026-0001 nobody@far.example
   says To invite a guest, give the name as well
refuse invite MTG-2026-0009 Jo Hart <j.hart@far.example>
   says There is no meeting MTG-2026-0009.
pass
letter meeting-invitation to j.hart@far.example
   says as our guest
letter meeting-invitation to d.patel@riverside.example

# Off the list again, and asked once more: each a newer version of the entry.
do uninvite MTG-2026-0001 j.hart@far.example because she was asked by mistake
   says Jo Hart is no longer invited to MTG-2026-0001 (Autumn network), and is told so.
pass
letter meeting-cancelled to j.hart@far.example
   calendar METHOD:CANCEL
   calendar SEQUENCE:1
   not by mistake
   snapshot
do invite MTG-2026-0001 Jo Hart <j.hart@far.example>
pass
letter meeting-invitation to j.hart@far.example
   calendar SEQUENCE:2
answer MTG-2026-0001 j.hart@far.example unanswered

# Another host; the one before is told.
do host MTG-2026-0001 Ann Fox <a.fox@hazelbank.example>
   says Ann Fox is the host of MTG-2026-0001 (Autumn network), and is told so. Owen Brooks is told that it is no longer theirs.
pass
letter meeting-host to a.fox@hazelbank.example
   says Thank you for hosting
letter meeting-host to head@hazelbank.example
   says Ann Fox is now the host instead

# Another room: answers stand.
do move meeting MTG-2026-0001 at Hazelbank Primary School, The Hall
   says at Hazelbank Primary School, The Hall. 5 people are told. Their answers stand.
pass
letter meeting-changed to p.nair@hazelbank.example
   subject New place
   calendar SEQUENCE:4
   snapshot
letter meeting-changed to t.reed@oakfield.example
letter meeting-changed to a.cole@millpond.example
letter meeting-changed to d.patel@riverside.example
letter meeting-changed to j.hart@far.example
letter meeting-host to a.fox@hazelbank.example
   says has changed

# Another time.
refuse move meeting MTG-2026-0001 6 October 2026 15:45
   says then and there already; nothing changes
refuse move meeting MTG-2026-0001 10 October 2026 10:00
   says Saturday 10 October 2026 is not a school day
do move meeting MTG-2026-0001 7 October 16:00 to 17:30
   says is now 4pm to 5.30pm on Wednesday 7 October 2026
   says Answers are asked for anew.
pass
letter meeting-changed to p.nair@hazelbank.example
   subject New time: Autumn network, 4pm on Wednesday 7 October 2026
   calendar METHOD:REQUEST
   calendar UID:MTG-2026-0001@harbour-alliance.example
   calendar SEQUENCE:5
   calendar DTSTART:20261007T150000Z
   snapshot
letter meeting-changed to t.reed@oakfield.example
letter meeting-changed to a.cole@millpond.example
letter meeting-changed to d.patel@riverside.example
letter meeting-changed to j.hart@far.example
letter meeting-host to a.fox@hazelbank.example

do meetings sle
   says MTG-2026-0001 Autumn network, 4pm to 5.30pm on Wednesday 7 October 2026, at Hazelbank Primary School, The Hall: 0 coming, 5 not answered

do cancel meeting MTG-2026-0001 because the boiler has failed
   says MTG-2026-0001 (Autumn network), 4pm to 5.30pm on Wednesday 7 October 2026, is cancelled. 5 people are told.
pass
letter meeting-cancelled to p.nair@hazelbank.example
   calendar METHOD:CANCEL
   calendar SEQUENCE:6
   calendar STATUS:CANCELLED
   says because the boiler has failed
   snapshot
letter meeting-cancelled to t.reed@oakfield.example
letter meeting-cancelled to a.cole@millpond.example
letter meeting-cancelled to d.patel@riverside.example
letter meeting-cancelled to j.hart@far.example
letter meeting-host to a.fox@hazelbank.example
   says everybody who was invited has been told
refuse move meeting MTG-2026-0001 8 October 16:00
   says was cancelled because the boiler has failed. Please set a new one.

why MTG-2026-0001
   says command: meeting sle
   says Ruth Adeyemi set Autumn network
   says moved MTG-2026-0001 (Autumn network) from 3.45pm to 5pm on Tuesday 6 October 2026
   says letter meeting-cancelled to p.nair@hazelbank.example

# Training: for those who have not had it; the number goes on within the year.
trained t.reed@oakfield.example core
do training sle core 20 May 2027 9:00 to 16:00 at Harbour Primary School, The Hall
   says MTG-2027-0001 “Core training day” is set: 9am to 4pm on Thursday 20 May 2027
   says Places: 24.
   says 2 people are invited: Priya Nair, Amy Cole. One has taken it already.
refuse training sle nonsense 20 May 2027 9:00 to 16:00 at Harbour Primary School
   says is none of: core, coaching, impact
refuse training sle coaching 21 May 2027 9:00 at Harbour Primary School
   says Until when?
do meeting sle "Half-term walk" 28 October 2026 10:00 for 2 hours at Millpond School anyway because it was wished for
   says is set: 10am to noon on Wednesday 28 October 2026, at Millpond School.
pass
letter meeting-invitation to p.nair@hazelbank.example
   snapshot
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to t.reed@oakfield.example
