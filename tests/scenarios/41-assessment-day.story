# An assessment day: one command, one list; a reminder on the school day before, and none after a cancellation.
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
mail from Dev Patel <d.patel@riverside.example>
   form with specialism = Drama
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter acknowledgement to a.cole@millpond.example
letter acknowledgement to d.patel@riverside.example

clock 22 March 2027 10:00
pass
refuse assessment day sle spring-2027 20 April 2027 at Harbour Primary School: group A 09:00 SLE-2027-0001; group B 13:00 SLE-2027-0009
   says Nobody was invited. There is no case SLE-2027-0009.
silence
do assessment day sle spring-2027 20 April 2027 at Harbour Primary School for 3 hours: group A 09:00 SLE-2027-0001, SLE-2027-0002; group B 13:00 SLE-2027-0003 and SLE-2027-0004
   says on Tuesday 20 April 2027, at Harbour Primary School, 3 hours each. Letters: 4.
   says 09:00 group A: SLE-2027-0001 (Priya Nair), SLE-2027-0002 (Tom Reed)
   says 13:00 group B: SLE-2027-0003 (Amy Cole), SLE-2027-0004 (Dev Patel)
pass
letter interview to p.nair@hazelbank.example
   says an assessment day
   says Group: A
   calendar DTSTART:20270420T080000Z
   calendar DTEND:20270420T110000Z
   calendar SUMMARY:SLE interview\, group A (SLE-2027-0001)
   snapshot
letter interview to t.reed@oakfield.example
letter interview to a.cole@millpond.example
   says 1pm on Tuesday 20 April 2027
letter interview to d.patel@riverside.example
do cancel interview SLE-2027-0004 because she is on the panel
pass
letter interview to d.patel@riverside.example
   subject is cancelled

# The school day before, at 08:30, once.
clock 19 April 2027 08:29
pass
silence
clock 19 April 2027 08:31
pass
letter interview-reminder to p.nair@hazelbank.example
   subject A reminder: your SLE interview is 9am on Tuesday 20 April 2027
   says We have not heard yet
   snapshot
letter interview-reminder to t.reed@oakfield.example
letter interview-reminder to a.cole@millpond.example
pass
silence
clock 20 April 2027 08:31
pass
silence
