# An interview: set, changed, cancelled, each with its entry for the calendar.
policy no references
policy no reminders

clock 2 March 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form with specialism = Music
mail from Amy Cole <a.cole@millpond.example>
   form without question_4
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter incomplete to a.cole@millpond.example

clock 22 March 2027 10:00
mail from Dev Patel <d.patel@riverside.example> at 19 March 2027 18:00:01
   form
pass
letter late to d.patel@riverside.example

# Whom the panel sees is said by a person, and nobody is written to.
refuse shortlist SLE-2027-0001, SLE-2027-0003
   says Nobody was put on the shortlist.
   says SLE-2027-0003 (Amy Cole) is incomplete: Question 4
   says because
refuse shortlist SLE-2027-0004
   says late and has not been admitted
refuse shortlist SLE-2027-0099
   says There is no case
refuse shortlist Priya
   says no case number
do shortlist SLE-2027-0001
   says SLE-2027-0001 (Priya Nair)
do shortlist SLE-2027-0001
   says already
do shortlist SLE-2027-0003 because the last page was lost in the post room
   says Amy Cole
silence

# Refused: the past, nonsense, nobody.
refuse interview SLE-2027-0001 12 March 2027 14:00 at Harbour Primary School
   says in the past
refuse interview SLE-2027-0001 next week at Harbour Primary School
   says When?
refuse interview SLE-2027-0001 12 April 2027 14:00
   says Where?
refuse interview SLE-2027-0004 12 April 2027 14:00 at Harbour Primary School
   says late and has not been admitted
refuse cancel interview SLE-2027-0001 because of snow
   says no interview that could be cancelled
silence

do interview SLE-2027-0001 12 April 2027 14:00 at Harbour Primary School, Room 2
   says SLE-2027-0001 (Priya Nair) is invited: 2pm on Monday 12 April 2027, for 45 minutes, at Harbour Primary School, Room 2.
pass
letter interview to p.nair@hazelbank.example
   subject Your SLE interview: 2pm on Monday 12 April 2027 (SLE-2027-0001)
   calendar METHOD:REQUEST
   calendar UID:SLE-2027-0001@harbour-alliance.example
   calendar SEQUENCE:0
   calendar DTSTART:20270412T130000Z
   calendar DTEND:20270412T134500Z
   calendar LOCATION:Harbour Primary School\, Room 2
   calendar mailto:sle@harbour-alliance.example
   calendar RSVP=TRUE:mailto:p.nair@hazelbank.example
   snapshot

# The same again changes nothing; another at the same place and time is minded, and set all the same.
refuse interview SLE-2027-0001 12 April 2027 2pm at Harbour Primary School, Room 2
   says nothing changes
do interview SLE-2027-0002 12 April at 2.30pm for 30 minutes at Harbour Primary School, Room 2
   says SLE-2027-0001 is at the same place at 2pm on Monday 12 April 2027.
   says was not on the shortlist, and is now
pass
letter interview to t.reed@oakfield.example
   says about 30 minutes

# Changed: the same entry, one version on. A day without school is minded.
do interview SLE-2027-0001 17 April 10:30
   says is told of the new time
   says Saturday 17 April 2027 is not a school day
pass
letter interview to p.nair@hazelbank.example
   subject has changed
   says This takes the place of: 2pm on Monday 12 April 2027, at Harbour Primary School, Room 2.
   calendar UID:SLE-2027-0001@harbour-alliance.example
   calendar SEQUENCE:1
   calendar DTSTART:20270417T093000Z
   snapshot

# Cancelled, and invited once more.
do cancel interview SLE-2027-0001 because the school is closed
   says is cancelled, and Priya Nair is told
pass
letter interview to p.nair@hazelbank.example
   calendar METHOD:CANCEL
   calendar SEQUENCE:2
   not school is closed
   snapshot
do interview SLE-2027-0001 20 April 2027 9am at Harbour Primary School
   says is invited
pass
letter interview to p.nair@hazelbank.example
   not takes the place of
   calendar METHOD:REQUEST
   calendar SEQUENCE:3
