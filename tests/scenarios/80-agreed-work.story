# Work that is agreed already, on paper or before the clerk began: entered by the coordinator, active at once.
policy reminders = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
national 100001 Hazelbank Primary School, Primary, Harbour / 100002 Oakfield School, Primary, Harbour
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
person Tom Reed <t.reed@millpond.example>, Millpond School, Music, 1 September 2024
clock 3 May 2027 09:00

refuse deployment sle Oakfield School head Jo Marsh <head@oakfield.example> by REG-2024-0001 "Maths" 6 days from 6 May 2027 to 16 July 2027
   says its name in quotation marks
refuse deployment sle "Oakfield School" by REG-2024-0001 "Maths" 6 days from 6 May 2027 to 16 July 2027
   says Who leads Oakfield School?
refuse deployment sle "Oakfield School" head Jo Marsh by REG-2024-0001 "Maths" 6 days from 6 May 2027 to 16 July 2027
   says Expected a name and an address
refuse deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by REG-2024-0009 "Maths" 6 days from 6 May 2027 to 16 July 2027
   says There is nobody called, numbered or reached at `REG-2024-0009` in the register
refuse deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by REG-2024-0001 "Maths" from 6 May 2027 to 16 July 2027
   says How many days?
refuse deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by REG-2024-0001 "Maths" 6 days
   says From when to when?
refuse deployment sle "Hazelbank Primary School" head Owen Brooks <head@hazelbank.example> by REG-2024-0001 "Maths" 6 days from 6 May 2027 to 16 July 2027
   says nobody is deployed to their own school
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 6 days from 6 May to 16 July 2027 finance accounts@oakfield.example order number PO 123
   says DEP-2027-0001 is under way: Priya Nair (Hazelbank Primary School) at Oakfield School, “Mathematics in Year 4”, 6 days between 6 May and 16 July 2027. No letter goes out.
   not I know no head
deployment DEP-2027-0001 active; Oakfield School, Mathematics in Year 4; urn 100002; 6 days spread 2027-05-06..2027-07-16
deployment DEP-2027-0001 Priya Nair yes yes
refuse deployment sle "oakfield school" head Jo Marsh <head@oakfield.example> by Priya Nair “Mathematics in year 4” 3 days from 6 May 2027 to 16 July 2027
   says Priya Nair does “Mathematics in year 4” at oakfield school already: DEP-2027-0001.
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by Tom Reed "Singing" half a day a week from 6 September 2027 to 20 July 2028 model placement end point "A choir that sings without him" with Amy Cole <a.cole@millpond.example> 2 days
   says DEP-2027-0002 is under way: Tom Reed (Millpond School) at Oakfield School, “Singing”
   says I know no head’s address for Millpond School; `head DEP-2027-0002 NAME <address>` tells me.
deployment DEP-2027-0002 Amy Cole 2 days yes yes
do head DEP-2027-0002 Grace Obi <head@millpond.example>
   says DEP-2027-0002 (Oakfield School): Millpond School is led by Grace Obi <head@millpond.example>.
deployment DEP-2027-0002 placement 2027-09-06..2028-07-20
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by Tom Reed "Recorders" 3 days from 6 May 2027 to 16 July 2027 model diagnostic
   says A diagnostic takes two days; this says 3 days.

do plan DEP-2027-0001 visits on 6 May, 13 May (half) and 20 May 2027
   says Priya Nair visits on Thursday 6 May 2027, Thursday 13 May 2027 (half a day) and Thursday 20 May 2027.
do unplan DEP-2027-0001 p.nair@hazelbank.example visits on 20 May
   says Priya Nair does not visit on Thursday 20 May 2027.
deployment DEP-2027-0001 visit 2027-05-06 1 day p.nair@hazelbank.example; visit 2027-05-13 half a day p.nair@hazelbank.example
refuse unplan DEP-2027-0001 visits on 20 May
   says No visit of Priya Nair is planned for Thursday 20 May 2027.
refuse plan DEP-2027-0001 t.reed@millpond.example visits on 6 May
   says `t.reed@millpond.example` does not do DEP-2027-0001; it is done by: Priya Nair.
refuse plan DEP-2027-0001 visits on 26 July 2027
   says lies outside the agreed time
refuse plan DEP-2027-0009 visits on 6 May
   says There is no deployment DEP-2027-0009
do plan DEP-2027-0001 visits on 5 June
   says Saturday 5 June 2027 is no school day.
why DEP-2027-0001
   says Ruth Adeyemi entered work that was agreed before: Priya Nair (Hazelbank Primary School) at Oakfield School
   says Ruth Adeyemi noted: Priya Nair visits on Thursday 6 May 2027
pass
quiet
