# Days are logged as people write them: echoed with totals, asked about where they are not plain, corrected by a reply.
policy reminders = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 6 days from 4 May to 16 July 2027
do deployment sle "Mill Lane Infant School" head Amy Cole <head@milllane.example> by p.nair@hazelbank.example "Phonics" 2 days from 4 May to 16 July 2027

clock 7 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Last days
   | Hi,
   | I was at Oakfield on Tuesday and did 3 hours at Mill Lane on Thursday afternoon.
   | Best wishes
   | Priya
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
visit DEP-2027-0001 2027-05-04 1 day p.nair@hazelbank.example logged
visit DEP-2027-0002 2027-05-06 half a day p.nair@hazelbank.example logged

# The same again counts once; she is told so.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | I was at Oakfield all day on Tuesday 4 May.
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
visit DEP-2027-0001 2027-05-04 1 day p.nair@hazelbank.example logged

# Not plain: which school? The clear day is noted, the other asked for; a word is enough.
clock 10 May 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Days
   | I worked on Friday 7 May, half a day.
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Mill Lane
pass
letter visit-noted to p.nair@hazelbank.example
   says Friday 7 May 2027
   says Mill Lane Infant School
visit DEP-2027-0002 2027-05-07 half a day p.nair@hazelbank.example logged
