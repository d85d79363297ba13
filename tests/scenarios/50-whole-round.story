# A whole round, from the first question to the register. It crosses the change of the clocks on 28 March, and the clerk is
# off for the week in which it closes.
policy no reminders
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
school Oakfield School, Ann Wood, head@oakfield.example

clock 12 January 2027 10:00
mail from Mo Khan <m.khan@oakfield.example>
   subject SLE
   | When does the next round open? I would like to apply.
pass
letter window-closed to m.khan@oakfield.example
   says We have noted your name

clock 15 February 2027 09:00
do open sle spring-2027 from 22 February 2027 to 16 April 2027
   says closes at 6pm on Friday 16 April 2027
do target sle spring-2027 Maths 2
do dates sle spring-2027 interviews 26 to 28 April 2027
do dates sle spring-2027 training 17 June 2027
pass
silence
# It opens at midnight; nobody is written to before the morning.
clock 22 February 2027 00:05
pass
silence
clock 22 February 2027 07:00
pass
letter opening to head@hazelbank.example
   says Dear Owen Brooks
   says Please pass this on to them
   says 6pm on Friday 16 April 2027
   attached sle-application.docx
   snapshot
letter opening to head@oakfield.example
letter opening to m.khan@oakfield.example
   says You asked us to tell you

# One head, four applicants; and a namesake of one of them at another school.
clock 1 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example> at 08:59:01
   form
mail from Tom Reed <t.reed@hazelbank.example> at 08:59:02
   form
mail from Sian Lewis <s.lewis@hazelbank.example> at 08:59:03
   form
mail from Dev Patel <d.patel@hazelbank.example> at 08:59:04
   form
mail from Tom Reed <t.reed@oakfield.example> at 08:59:05
   form with school = Oakfield School; head_name = Ann Wood; head_email = head@oakfield.example
mail from Mo Khan <m.khan@oakfield.example> at 08:59:06
   form with school = Oakfield School; head_name = Ann Wood; head_email = head@oakfield.example; telephone =
pass
letter acknowledgement to p.nair@hazelbank.example
   says Interviews: 26 to 28 April 2027
letter acknowledgement to t.reed@hazelbank.example
letter acknowledgement to s.lewis@hazelbank.example
letter acknowledgement to d.patel@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter incomplete to m.khan@oakfield.example
letter reference-request to head@hazelbank.example
letter reference-request to head@hazelbank.example
letter reference-request to head@hazelbank.example
letter reference-request to head@hazelbank.example
letter reference-request to head@oakfield.example
waits Tom Reed has applied as SLE-2027-0002 and as SLE-2027-0005
letter digest to ruth.adeyemi@harbour-alliance.example

# The head answers out of order, each time in reply to the letter that he has before him.
clock 2 March 2027 16:00
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about SLE-2027-0004
   reference statement = Dev built our science club.
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about SLE-2027-0001
   reference statement = Priya transformed our mathematics.
mail from Ann Wood <head@oakfield.example>
   reply
   reference statement = Tom of Oakfield sings.
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about SLE-2027-0003
   | I fully support this application and am happy to release Sian.
pass
letter reference-thanks to head@hazelbank.example
letter reference-thanks to head@hazelbank.example
letter reference-thanks to head@hazelbank.example
letter reference-thanks to head@oakfield.example
letter reference-arrived to d.patel@hazelbank.example
letter reference-arrived to p.nair@hazelbank.example
letter reference-arrived to s.lewis@hazelbank.example
letter reference-arrived to t.reed@oakfield.example
reference SLE-2027-0001 counts Priya transformed
reference SLE-2027-0002 none
reference SLE-2027-0003 counts I fully support
reference SLE-2027-0004 counts Dev built
reference SLE-2027-0005 counts Tom of Oakfield

# Seven school days before the closing, with the Easter holidays between: 23 March. On summer time from 28 March.
clock 23 March 2027 08:30
pass
letter reference-chaser to head@hazelbank.example
   subject Tom Reed (SLE-2027-0002)
# The reference and the chaser have crossed: he answers the first letter.
clock 23 March 2027 08:31
mail from Owen Brooks <head@hazelbank.example> at 08:30:20
   reply reference-request to head@hazelbank.example about SLE-2027-0002
   reference statement = Tom of Hazelbank counts.
pass
letter reference-thanks to head@hazelbank.example
letter reference-arrived to t.reed@hazelbank.example
reference SLE-2027-0002 counts Tom of Hazelbank
clock 8 April 2027 12:00
pass
silence

# A week off, over the closing: nobody is late for it.
clock 22 April 2027 09:00
mail from Mo Khan <m.khan@oakfield.example> at 16 April 2027 18:00:00
   reply incomplete
   | Telephone: 01632 960456
mail from Zoe Hart <z.hart@oakfield.example> at 16 April 2027 18:00:01
   form with school = Oakfield School; head_name = Ann Wood; head_email = head@oakfield.example
mail from Ann Wood <head@oakfield.example> at 19 April 2027 10:00:00
   subject Mo Khan
   whole name = Mo Khan; email = m.khan@oakfield.example; school = Oakfield School; head_name = Ann Wood; head_email = head@oakfield.example; telephone = 01632 960456; statement = Mo leads well.
pass
letter superseded to m.khan@oakfield.example
letter reference-request to head@oakfield.example
   subject Mo Khan
letter late to z.hart@oakfield.example
   says 18:00:01 on Friday 16 April 2027
case SLE-2027-0006 complete on time
case SLE-2027-0007 late not on time
letter reference-thanks to head@oakfield.example
waits It came after 6pm on Friday 16 April 2027
letter digest to ruth.adeyemi@harbour-alliance.example
letter closing-summary to ruth.adeyemi@harbour-alliance.example
   subject SLE spring 2027 has closed: 7 applied
   says reply with the line “confirm sle spring-2027”
   snapshot
do accept reference SLE-2027-0006 headteacher
pass
letter reference-arrived to m.khan@oakfield.example
silence

# Only a person confirms it.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply closing-summary
   | confirm sle spring-2027
   quoting
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says Complete: 6.
   says Late, and not in the review: Zoe Hart (SLE-2027-0007)

# The shortlist and an interview, on summer time, with its reminder the school day before.
do shortlist SLE-2027-0001, SLE-2027-0005
do interview SLE-2027-0001 27 April 2027 14:00 at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example
   calendar DTSTART:20270427T130000Z
clock 26 April 2027 08:31
pass
letter interview-reminder to p.nair@hazelbank.example
clock 3 May 2027 16:00
do outcome SLE-2027-0001 SLE-2027-0005 SLE-2027-0006 designated
do outcome SLE-2027-0002 SLE-2027-0003 reserve because there were two places in mathematics
do outcome SLE-2027-0004 not designated because all examples are from your own class
pass
silence
do release outcomes sle spring-2027
   says 3 designated, 2 reserve, 1 not designated. 6 letters would go out at once.
do code CODE
   says are released
pass
letter outcome-designated to p.nair@hazelbank.example
letter outcome-designated to t.reed@oakfield.example
   says School: Oakfield School
   attached SLE-2027-0005 outcome.pdf
letter outcome-designated to m.khan@oakfield.example
   says Thursday 17 June 2027
letter outcome-reserve to t.reed@hazelbank.example
letter outcome-reserve to s.lewis@hazelbank.example
letter outcome-not-designated to d.patel@hazelbank.example
   says Feedback. All examples are from your own class.
silence
register Priya Nair, Mathematics, Hazelbank Primary School, 2027-05-03
register Tom Reed, Mathematics, Oakfield School, 2027-05-03
register Mo Khan, Mathematics, Oakfield School, 2027-05-03
unregister Tom Reed, Mathematics, Hazelbank
unregister Zoe Hart
