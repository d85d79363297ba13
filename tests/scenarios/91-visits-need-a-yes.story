# Where policy demands a yes, silence confirms nothing: a reminder, and then the coordinator is asked.
billing confirm = "silence" => confirm = "yes"
policy reminders = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 12 April 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 8 days from 12 April to 16 July 2027
clock 13 April 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | At Oakfield yesterday and today, full days
pass
letter visit-noted to p.nair@hazelbank.example
   says and is asked to confirm them
clock 14 April 2027 08:31
pass
letter visit-told to head@oakfield.example
   snapshot
clock 26 April 2027 08:31
pass
letter visit-told-reminder to head@oakfield.example
   says Please reply by Wednesday 28 April 2027
clock 29 April 2027 08:31
pass
silence
visit DEP-2027-0001 2027-04-12 1 day p.nair@hazelbank.example logged; told
waits Jo Marsh of Oakfield School was told of 2 days on Wednesday 14 April 2027 (DEP-2027-0001) and has not said yes by Wednesday 28 April 2027
clock 30 April 2027 09:00
mail from Jo Marsh <head@oakfield.example>
   reply visit-told-reminder
   | The 13th was only a morning. The other day is correct.
pass
letter visit-answered to head@oakfield.example
   snapshot
visit DEP-2027-0001 2027-04-12 1 day p.nair@hazelbank.example confirmed
visit DEP-2027-0001 2027-04-13 1 day p.nair@hazelbank.example disputed
waits Jo Marsh of Oakfield School says that Tuesday 13 April 2027 (Priya Nair, 1 day) is not right
do drop day DEP-2027-0001 13 April 2027 because it was a half day, and is logged anew
   says does not count. Both sides are told.
pass
letter visit-settled to head@oakfield.example
   says The day is not counted
letter visit-settled to p.nair@hazelbank.example
   says The day is not counted
do log DEP-2027-0001 p.nair@hazelbank.example 13 April 2027 half a day
   says half a day of Priya Nair on Tuesday 13 April 2027 is logged. They are told.
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
clock 4 May 2027 08:31
pass
letter visit-told to head@oakfield.example
   says Tuesday 13 April 2027
   not No longer counted
waits 1 invoice (£350.00), 1 self-billing statement (£297.50) wait as drafts
