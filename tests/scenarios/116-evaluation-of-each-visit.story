# Where policy says so, the head is asked after each visit: once for each day, and only once the school can object no more.
policy reminders = []
policy end_alerts = []
billing after = ["end"] => after = ["each-visit"]
billing dispute_school_days = 10 => dispute_school_days = 2
billing remind_before = 2 => remind_before = 0
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 6 days from 4 May to 16 July 2027 end point "Staff plan together"
clock 7 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | At Oakfield on Tuesday and Wednesday, full days
pass
letter visit-noted to p.nair@hazelbank.example
pass
quiet
clock 10 May 2027 08:31
pass
letter visit-told to head@oakfield.example
clock 11 May 2027 08:31
pass
quiet
# Two days on end are one visit.
clock 14 May 2027 09:31
pass
letter evaluation-request to head@oakfield.example
   snapshot
mail from Jo Marsh <head@oakfield.example>
   reply evaluation-request
   | How useful was the support
   | Useful
   | What has changed for staff
   | Year 4 plan together now.
   | Would you ask for such support again
   | Yes
pass
letter evaluation-thanks to head@oakfield.example
evaluation DEP-2027-0001 2027-05-05 came again=Yes
clock 14 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | At Oakfield on Thursday 13 May, half day
pass
letter visit-noted to p.nair@hazelbank.example
clock 17 May 2027 08:31
pass
letter visit-told to head@oakfield.example
clock 21 May 2027 09:31
pass
letter evaluation-request to head@oakfield.example
   says after the visit on Thursday 13 May 2027
waits The school year 2026–27 ends soon
