# The one-page form and a sheet count as logs; so does a subject line. What cannot be read in them is asked about.
policy reminders = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 12 days from 4 May to 16 July 2027
do deployment sle "Mill Lane Infant School" head Amy Cole <head@milllane.example> by p.nair@hazelbank.example "Phonics" 6 days from 4 May to 16 July 2027
clock 7 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Record of visit
   visit form school = Oakfield School; dates = 4 May 2027; length = Half day; done = Lesson study in Year 4; impact = Plans are shared now; next_steps = Look at books
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
visit DEP-2027-0001 2027-05-04 half a day p.nair@hazelbank.example logged; unbilled; flags []; because ; “Lesson study in Year 4
mail from Priya Nair <p.nair@hazelbank.example>
   subject Record of visit
   visit form school = Oakfield; dates = 5 and 6 May 2027; length = Full day
pass
letter visit-noted to p.nair@hazelbank.example
   says Thursday 6 May 2027
visit DEP-2027-0001 2027-05-05 1 day p.nair@hazelbank.example logged
visit DEP-2027-0001 2027-05-06 1 day p.nair@hazelbank.example logged
mail from Priya Nair <p.nair@hazelbank.example>
   subject My days
   sheet days.xlsx = Date, School, Days / 04/05/2027, Mill Lane, 0.5 / 07/05/2027, Mill Lane, 1
pass
letter visit-noted to p.nair@hazelbank.example
   says Friday 7 May 2027
visit DEP-2027-0002 2027-05-04 half a day p.nair@hazelbank.example logged
visit DEP-2027-0002 2027-05-07 1 day p.nair@hazelbank.example logged
mail from Priya Nair <p.nair@hazelbank.example>
   subject My days
   attach days.csv = Date,School,Hours\n03/05/2027,Oakfield,3\n06/05/2027,Greenacre,5\n
pass
letter visit-noted to p.nair@hazelbank.example
   says In row 3 of your sheet: Which school do you mean by “Greenacre”
   snapshot
visit DEP-2027-0001 2027-05-03 half a day p.nair@hazelbank.example logged
mail from Priya Nair <p.nair@hazelbank.example>
   subject Mill Lane, Wednesday 5 May, half day
   | Sent from my phone
pass
letter visit-noted to p.nair@hazelbank.example
   says Wednesday 5 May 2027
visit DEP-2027-0002 2027-05-05 half a day p.nair@hazelbank.example logged
waits Monday 3 May 2027 (half a day): no school day, outside the agreed dates
waits Wednesday 5 May 2027 (half a day): the same day was logged for another school
clock 10 May 2027 08:31
pass
letter visit-told to head@oakfield.example
letter visit-told to head@milllane.example
# Nobody has answered what was asked: the coordinator hears of it.
clock 17 May 2027 08:31
pass
quiet
waits Priya Nair has not answered what I asked about the days in message 4
