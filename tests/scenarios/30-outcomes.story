# Decisions of people: drafted, changed, held, released in one go, and changed once more with a code.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
do target sle spring-2027 maths 2
   says looks for 2 in Mathematics
refuse target sle spring-2027 Knitting 2
   says is no area of expertise
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form with school = Oakfield School; specialism = Science
mail from Sian Lewis <s.lewis@millpond.example>
   form with school = Millpond Primary; specialism = Early years
mail from Dev Patel <d.patel@millpond.example>
   form without telephone
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter acknowledgement to s.lewis@millpond.example
letter incomplete to d.patel@millpond.example

# Nothing is decided, confirmed or archived before the closing.
refuse outcome SLE-2027-0001 designated
   says closes at 6pm on Friday 19 March 2027; until then nothing is decided
refuse confirm sle spring-2027
   says has not closed yet
refuse release outcomes sle spring-2027
   says has not closed yet
clock 19 March 2027 18:30
mail from Amy Cole <a.cole@millpond.example> at 18:00:01
   form
pass
letter late to a.cole@millpond.example
letter closing-summary to ruth.adeyemi@harbour-alliance.example
do confirm sle spring-2027
   says Complete: 3.
   says Not complete, and in the review all the same: Dev Patel (SLE-2027-0004)
   says Late, and not in the review: Amy Cole (SLE-2027-0005)
refuse confirm sle spring-2027
   says was confirmed before

clock 16 April 2027 15:00
refuse outcome SLE-2027-0005 designated
   says came late
refuse outcome SLE-2027-0099 designated
   says There is no case
refuse outcome SLE-2027-0001 wonderful
   says Which decision?
refuse outcome SLE-2027-0001 not designated
   says Please give the reason
do outcome SLE-2027-0001 SLE-2027-0002 designated
   says SLE-2027-0001 (Priya Nair): designated. The letter is drafted and waits for the release.
   says SLE-2027-0002 (Tom Reed): designated
do outcome SLE-2027-0003 not designated because your examples are strong, but all of them are from your own year group
held outcome-designated SLE-2027-0001
   because until release
   says The date of the core training is to be confirmed
   to p.nair@hazelbank.example

# Changed before the release: one letter, drafted anew. Dates, too.
do outcome SLE-2027-0002 reserve because there was one place in science
   says (it was designated)
held outcome-reserve SLE-2027-0002
   says reserve list
do dates sle spring-2027 training 10 June 2027
   says The 3 outcome letters that wait are drafted anew
held outcome-designated SLE-2027-0001
   says The date of the core training: Thursday 10 June 2027
pass
silence

# Nobody is forgotten.
refuse release outcomes sle spring-2027
   says One application lacks a decision: Dev Patel (SLE-2027-0004)
   says although 1 lacks a decision
refuse release outcomes sle spring-2027 although 2 lack a decision
   says One application lacks a decision
refuse archive sle spring-2027
   says have not been released
do release outcomes sle spring-2027 although 1 lacks a decision
   says 1 designated, 1 reserve, 1 not designated. 3 letters would go out at once.
   says designated: Priya Nair (SLE-2027-0001)
   says reserve: Tom Reed (SLE-2027-0002)
   says without a decision, and without a letter: Dev Patel (SLE-2027-0004)
pass
silence

# Between the code and its return something changed: it would do something else now.
do outcome SLE-2027-0004 not designated because the form was never completed
refuse code CODE
   says nobody lacks a decision
do release outcomes sle spring-2027
   says 4 letters would go out at once
do dates sle spring-2027 training 17 June 2027
refuse code CODE
   says Something has changed since this code was given
do release outcomes sle spring-2027
   says 1 designated, 1 reserve, 2 not designated
clock 17 April 2027 15:00
refuse code CODE
   says no longer good
do release outcomes sle spring-2027
do code CODE
   says The outcomes of sle spring-2027 are released: 1 designated, 1 reserve, 2 not designated. 4 letters go out now.
refuse code CODE
   says has been used already
pass
letter outcome-designated to p.nair@hazelbank.example
   says designated a Specialist Leader of Education in Mathematics
   says The date of the core training: Thursday 17 June 2027
   says Please reply to this letter to say that you will take up your place
   paper Dear Priya Nair,
   paper you have been designated a Specialist Leader of Education in Mathematics
   paper The date of the core training: Thursday 17 June 2027
   paper 17 April 2027
   attached SLE-2027-0001 outcome.pdf
   snapshot
letter outcome-reserve to t.reed@oakfield.example
   attached SLE-2027-0002 outcome.pdf
   snapshot
letter outcome-not-designated to s.lewis@millpond.example
   says Feedback. Your examples are strong, but all of them are from your own year group.
   says within ten school days
   paper Feedback. Your examples are strong, but all of them are from your own year group.
   attached SLE-2027-0003 outcome.pdf
   snapshot
letter outcome-not-designated to d.patel@millpond.example
silence
register Priya Nair, Mathematics, Hazelbank Primary School, 2027-04-17
unregister Tom Reed
refuse release outcomes sle spring-2027
   says no outcome letter waits

# An appeal succeeds: a further letter, with a reason and a code, and the register follows.
clock 28 April 2027 10:00
refuse outcome SLE-2027-0002 reserve because there was one place in science
   says has been told already: reserve
refuse outcome SLE-2027-0002 designated
   says give the reason
do outcome SLE-2027-0002 designated because a place in science became free
   says designated, where the letter of Saturday 17 April 2027 said reserve. A further letter would go at once to t.reed@oakfield.example. An entry in the register would be made.
pass
silence
do code CODE
   says A further letter goes at once
pass
letter outcome-designated to t.reed@oakfield.example
   says This letter takes the place of the one that we sent you on Saturday 17 April 2027
   attached SLE-2027-0002 outcome.pdf
   snapshot
register Tom Reed, Science, Oakfield School, 2027-04-28
do outcome SLE-2027-0001 not designated because the head withdrew the agreement to release her
do code CODE
pass
letter outcome-not-designated to p.nair@hazelbank.example
   says takes the place of the one that we sent you on Saturday 17 April 2027
unregister Priya Nair
do archive sle spring-2027
   says is archived
refuse archive sle spring-2027
