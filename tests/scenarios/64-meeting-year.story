# What lies ahead is foretold, and comes true: who joins, who is away; reminders around half-term; the list; the digest.
clock 14 September 2026 09:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
designated Eve Ward <e.ward@eastmoor.example>, History, Eastmoor School
status e.ward@eastmoor.example paused
do meeting sle "Autumn network" 3 November 2026 15:45 to 17:00 at Hazelbank Primary School, Library host Owen Brooks <head@hazelbank.example>
   says school day of the autumn term, at Hazelbank Primary School, Library.
do training sle core 20 May 2027 9:00 to 16:00 at Harbour Primary School, The Hall places 20
   says Places: 20.
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-host to head@hazelbank.example
do rsvp MTG-2026-0001 t.reed@oakfield.example no
do rsvp MTG-2026-0001 p.nair@hazelbank.example yes
# The next meeting is in every digest, with who comes.
do digest
   says 3.45pm on Tuesday 3 November 2026: SLE: Autumn network (MTG-2026-0001), 1 coming, 1 apology, 1 not answered
# Whoever has had that training meanwhile is not asked to it, and whoever comes back is asked to what is to come.
designated Dev Patel <d.patel@riverside.example>, Science, Riverside School
trained d.patel@riverside.example core
status a.cole@millpond.example paused
status e.ward@eastmoor.example active
foretold 52 days
answer MTG-2026-0001 d.patel@riverside.example unanswered
answer MTG-2026-0001 e.ward@eastmoor.example unanswered
answer MTG-2027-0001 e.ward@eastmoor.example unanswered
answer MTG-2027-0001 d.patel@riverside.example uninvited
why MTG-2026-0001
   says Dev Patel is of the network now, and is invited too.
   says A reminder of the meeting is due (21): 3 letters.
   says A reminder of the meeting is due (day-before): 3 letters.
   says The list of who comes goes out: one person, and perhaps 2 more.
   says letter meeting-attendees to head@hazelbank.example
