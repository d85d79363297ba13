# Whoever logs their days and names a colleague on the same work: the colleague's days are asked about, never lost.
policy reminders = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 6 days from 4 May to 16 July 2027 with Tom Hale <t.hale@hazelbank.example> 2 days
clock 7 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | Oakfield on 4 May half day, and 6 May full day. Tom Hale was there on 6 May too, full day.
pass
letter visit-noted to p.nair@hazelbank.example
waits Priya Nair names Tom Hale, who does DEP-2027-0001 too, in a mail about days.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | Oakfield on 5 May, full day.
pass
letter visit-noted to p.nair@hazelbank.example
