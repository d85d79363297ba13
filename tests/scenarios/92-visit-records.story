# A planned visit without a log is asked for five school days later, again, and then a person is asked.
policy reminders = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 12 April 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 8 days from 12 April to 16 July 2027
do plan DEP-2027-0001 visits on 13 April, 14 April (half), 15 April, 16 April and 19 April 2027
clock 20 April 2027 08:31
pass
letter visit-record to p.nair@hazelbank.example
   snapshot
   attached visit.docx
clock 21 April 2027 08:31
pass
letter visit-record to p.nair@hazelbank.example
   says Wednesday 14 April 2027
   says (half a day)
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-record to p.nair@hazelbank.example about Wednesday 14 April
   | Yes, as planned
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-record to p.nair@hazelbank.example about Tuesday 13 April
   | It didn't happen, I was ill.
pass
letter visit-noted to p.nair@hazelbank.example
   says half a day
letter visit-noted to p.nair@hazelbank.example
   snapshot
visit DEP-2027-0001 2027-04-14 half a day p.nair@hazelbank.example logged
no visit DEP-2027-0001 2027-04-13
clock 22 April 2027 08:31
pass
letter visit-told to head@oakfield.example
letter visit-record to p.nair@hazelbank.example
   says Thursday 15 April 2027
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-record
   | Only half a day
pass
letter visit-noted to p.nair@hazelbank.example
   says Thursday 15 April 2027
visit DEP-2027-0001 2027-04-15 half a day p.nair@hazelbank.example logged
clock 23 April 2027 08:31
pass
letter visit-told to head@oakfield.example
letter visit-record to p.nair@hazelbank.example
   says Friday 16 April 2027
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-record
   | It was the 20th instead, full day
pass
letter visit-noted to p.nair@hazelbank.example
   says Tuesday 20 April 2027
   says No longer planned
visit DEP-2027-0001 2027-04-20 1 day p.nair@hazelbank.example logged
# The last is never answered. A week's sleep makes one letter of two.
clock 26 April 2027 08:31
pass
letter visit-told to head@oakfield.example
letter visit-record to p.nair@hazelbank.example
   says Monday 19 April 2027
clock 4 May 2027 08:31
pass
letter visit-record to p.nair@hazelbank.example
   subject A reminder: your visit to Oakfield School on Monday 19 April 2027
clock 25 May 2027 08:31
pass
silence
waits Priya Nair had planned a visit to Oakfield School on Monday 19 April 2027 (DEP-2027-0001), and has not said
waits The school year 2026–27 ends soon
do unplan DEP-2027-0001 p.nair@hazelbank.example visits on 19 April 2027
visit DEP-2027-0001 2027-04-20 1 day p.nair@hazelbank.example confirmed
