# What is plain is noted while the rest is asked about; several questions to one person are each answered for themselves.
policy reminders = []
policy least_notice = 0
billing after = ["end"] => after = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 12 days from 26 April to 16 July 2027
do deployment sle "Mill Lane Infant School" head Amy Cole <head@milllane.example> by p.nair@hazelbank.example "Phonics" 12 days from 26 April to 16 July 2027

clock 13 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Days
   | I was at Oakfield on 6 May and last Tuesday.
pass
letter visit-noted to p.nair@hazelbank.example
   says Thursday 6 May 2027
   says Do you mean Tuesday 4 May or Tuesday 11 May?
visit DEP-2027-0001 2027-05-06 1 day p.nair@hazelbank.example logged
mail from Priya Nair <p.nair@hazelbank.example>
   subject More days
   | Wednesday 12 May, full day
pass
letter visit-noted to p.nair@hazelbank.example
   says Which school
mail from Priya Nair <p.nair@hazelbank.example>
   subject And one more
   | Mill Lane on 7 May, after school
pass
letter visit-noted to p.nair@hazelbank.example
   says 7 May
# Three questions are open. Each answer finds its own, in whatever order they come.
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted about Which school
   | Oakfield
pass
letter visit-noted to p.nair@hazelbank.example
   says Wednesday 12 May 2027
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted about Do you mean Tuesday
   | 4 May
pass
letter visit-noted to p.nair@hazelbank.example
   says Tuesday 4 May 2027
   not Your first mail also spoke of
# An answer that says nothing of days leaves the question what it was.
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted about 7 May
   | Well, as always on Fridays.
pass
letter visit-noted to p.nair@hazelbank.example
   says How long were you there on Friday 7 May
# Nobody gives a day up in her name.
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   denied
   | leave it
pass
quiet
waits our own mail server says that the sender could not be confirmed
do done R1
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | do not count it
pass
letter visit-noted to p.nair@hazelbank.example
   says As you say, nothing is noted for Friday 7 May 2027.
visit DEP-2027-0001 2027-05-04 1 day p.nair@hazelbank.example logged
visit DEP-2027-0001 2027-05-12 1 day p.nair@hazelbank.example logged
waits for nothing

# Where the whole was in doubt, nothing is noted; and what an answer leaves out is not lost without a word.
mail from Priya Nair <p.nair@hazelbank.example>
   subject April
   | Mill Lane on 27 April full day and 31 April, full day
pass
letter visit-noted to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Mill Lane, 30 April, full day
pass
letter visit-noted to p.nair@hazelbank.example
   says Friday 30 April 2027
   says Your first mail also spoke of Tuesday 27 April 2027. I have noted nothing for that
clock 14 May 2027 07:00
# The school hears what is out of the ordinary, and that silence does not confirm it.
clock 17 May 2027 09:00
pass
letter visit-told to head@oakfield.example
letter visit-told to head@milllane.example
mail from Priya Nair <p.nair@hazelbank.example>
   subject Saturday
   | Oakfield on Saturday 15 May, full day
pass
letter visit-noted to p.nair@hazelbank.example
waits no school day
clock 18 May 2027 08:31
pass
letter visit-told to head@oakfield.example
   says Out of the ordinary. Our coordinator looks at this first, and it is not confirmed before that:
   says Saturday 15 May 2027: no school day
