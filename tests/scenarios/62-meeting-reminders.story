# Reminders: on the days that policy names, to whoever has not declined; after downtime the latest only, once.
clock 14 September 2026 09:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
designated Dev Patel <d.patel@riverside.example>, Science, Riverside School
do meeting sle "Autumn network" 3 November 2026 15:45 to 17:00 at Hazelbank Primary School, Library host Owen Brooks <head@hazelbank.example>
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to d.patel@riverside.example
letter meeting-host to head@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   calendar accept
mail from Tom Reed <t.reed@oakfield.example>
   calendar decline
pass

# Three weeks before is a Tuesday. Nobody sooner.
clock 13 October 2026 08:29
pass
silence
clock 13 October 2026 08:31
pass
letter meeting-reminder to p.nair@hazelbank.example
   says You are coming to Autumn network, and we look forward to seeing you.
   snapshot
letter meeting-reminder to a.cole@millpond.example
   subject A reminder: Autumn network, 3.45pm on Tuesday 3 November 2026
   says You have not yet told us whether you are coming to Autumn network:
   snapshot
letter meeting-reminder to d.patel@riverside.example
clock 14 October 2026 08:31
pass
silence

# Somebody new is invited too, and does not get the reminders that were before. Whoever pauses gets none.
clock 15 October 2026 12:00
designated Ann Fox <a.fox@hazelbank.example>, Phonics, Hazelbank Primary School
status d.patel@riverside.example paused
clock 16 October 2026 08:31
pass
letter meeting-invitation to a.fox@hazelbank.example
   says You are warmly invited to Autumn network
clock 17 October 2026 08:31
pass
silence
mail from Ann Fox <a.fox@hazelbank.example>
   reply meeting-invitation
   | I'll try to come
pass
answer MTG-2026-0001 a.fox@hazelbank.example perhaps: I'll try to come

# One week before is in half-term: the reminder goes on the last school day before that.
clock 23 October 2026 08:31
pass
letter meeting-reminder to p.nair@hazelbank.example
letter meeting-reminder to a.cole@millpond.example
letter meeting-reminder to a.fox@hazelbank.example
   says You told us that you might be able to come to Autumn network. Do you know by now?
clock 27 October 2026 08:31
pass
silence

# The day before; the list in the afternoon.
clock 2 November 2026 08:31
pass
letter meeting-reminder to p.nair@hazelbank.example
   subject A reminder for tomorrow
   says You are coming to Autumn network tomorrow
letter meeting-reminder to a.cole@millpond.example
letter meeting-reminder to a.fox@hazelbank.example
mail from Amy Cole <a.cole@millpond.example>
   reply meeting-reminder
   | Sorry for not answering. I will be there.
pass
answer MTG-2026-0001 a.cole@millpond.example accepted: Sorry for not answering. I will be there.
clock 2 November 2026 15:01
pass
letter meeting-attendees to head@hazelbank.example
   says please expect 2 people, and perhaps 1 more
   says Priya Nair, Hazelbank Primary School
   says Tom Reed, Oakfield School
   not Sorry for not answering
   not Dev Patel
   snapshot
letter meeting-attendees-office to ruth.adeyemi@harbour-alliance.example
   says “I'll try to come”
   snapshot
clock 3 November 2026 07:31
pass
letter meeting-reminder to p.nair@hazelbank.example
   subject A reminder for today
letter meeting-reminder to a.cole@millpond.example
letter meeting-reminder to a.fox@hazelbank.example
   snapshot
silence
clock 3 November 2026 16:00
pass
silence
clock 3 November 2026 17:10
do attendance MTG-2026-0001 all

# Downtime: the clerk sleeps through three weeks, one week and the day before. One reminder, and the list; no more.
do meeting sle "Christmas network" 8 December 2026 15:45 at Millpond School
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to a.fox@hazelbank.example
clock 8 December 2026 07:00
pass
letter meeting-reminder to p.nair@hazelbank.example
   subject A reminder for today
letter meeting-reminder to t.reed@oakfield.example
letter meeting-reminder to a.cole@millpond.example
letter meeting-reminder to a.fox@hazelbank.example
letter meeting-attendees-office to ruth.adeyemi@harbour-alliance.example
   says No host has been named
silence
# Back in time for the morning: that step is later, and goes.
clock 8 December 2026 07:31
pass
letter meeting-reminder to p.nair@hazelbank.example
letter meeting-reminder to t.reed@oakfield.example
letter meeting-reminder to a.cole@millpond.example
letter meeting-reminder to a.fox@hazelbank.example
silence
clock 8 December 2026 17:10
do attendance MTG-2026-0002 all

# Asleep until it is over: nothing at all.
do meeting sle "January network" 12 January 2027 15:45 at Oakfield School
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to a.fox@hazelbank.example
clock 12 January 2027 15:46
pass
letter term-summary to ruth.adeyemi@harbour-alliance.example
silence
clock 12 January 2027 17:10
do attendance MTG-2027-0001 all

# Moved at short notice: the letter about it is the reminder, and steps that lie before it are not taken.
do meeting sle "February network" 2 February 2027 15:45 at Oakfield School
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-invitation to a.fox@hazelbank.example
do move meeting MTG-2027-0002 14 January 2027 15:45
pass
letter meeting-changed to p.nair@hazelbank.example
letter meeting-changed to t.reed@oakfield.example
letter meeting-changed to a.cole@millpond.example
letter meeting-changed to a.fox@hazelbank.example
do uninvite MTG-2027-0002 a.fox@hazelbank.example because she is on leave
pass
letter meeting-cancelled to a.fox@hazelbank.example
clock 13 January 2027 08:31
pass
letter meeting-reminder to p.nair@hazelbank.example
letter meeting-reminder to t.reed@oakfield.example
letter meeting-reminder to a.cole@millpond.example
silence
do cancel meeting MTG-2027-0002 because of snow
pass
letter meeting-cancelled to p.nair@hazelbank.example
letter meeting-cancelled to t.reed@oakfield.example
letter meeting-cancelled to a.cole@millpond.example
clock 14 January 2027 08:00
pass
silence
