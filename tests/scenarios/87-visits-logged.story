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
# The heads hear of it on the school day after.
clock 10 May 2027 09:00
letter visit-told to head@oakfield.example
   says That is 1 day.
letter visit-told to head@milllane.example
   says Thursday 6 May 2027
   not Friday 7 May
clock 11 May 2027 08:31
pass
letter visit-told to head@milllane.example
   says That is half a day; with what came before, 1 day of 2 days
   not Thursday 6 May

# Hours to half-days, the rounding shown; below the minimum it asks, and the answer is a few words.
clock 12 May 2027 17:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | 3 hours at Oakfield today, and 45 minutes yesterday.
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
visit DEP-2027-0001 2027-05-12 half a day p.nair@hazelbank.example logged
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Not at all, please.
pass
letter visit-noted to p.nair@hazelbank.example
   says As you say, nothing is noted for Tuesday 11 May 2027.
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Sorry: half a day at Oakfield on the 11th, in fact.
pass
letter visit-noted to p.nair@hazelbank.example
   says Tuesday 11 May 2027
visit DEP-2027-0001 2027-05-11 half a day p.nair@hazelbank.example logged
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Thank you!
   | Priya
pass
quiet

# What is no log is not taken for one.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Tuesday
   | I'll be there on Tuesday.
mail from Priya Nair <p.nair@hazelbank.example>
   subject The meeting
   | Thank you for the network meeting on Monday, it was a full day but well worth it.
mail from Priya Nair <p.nair@hazelbank.example>
   header Auto-Submitted: auto-replied
   subject Out of office
   | I am out of the office on Tuesday and Wednesday, at Oakfield.
pass
quiet
waits Priya Nair (REG-2024-0001) wrote (“Tuesday”)
waits Priya Nair (REG-2024-0001) wrote (“The meeting”)
no visit DEP-2027-0001 2027-05-10
clock 13 May 2027 08:31
pass
letter visit-told to head@oakfield.example
   says Tuesday 11 May 2027
   says That is 1 day; with what came before, 2 days of 6 days
