# What coordinators say of days: logged for somebody, taken back, confirmed, settled.
policy reminders = []
billing after = ["end"] => after = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 12 April 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 3 days from 12 April to 16 July 2027 with Tom Hale <t.hale@hazelbank.example> 1 day
clock 16 April 2027 09:00
refuse log DEP-2027-0009 13 April 2027
   says There is no deployment DEP-2027-0009
refuse log DEP-2027-0001 t.reed@millpond.example 13 April 2027
   says Whose day is it? DEP-2027-0001 (Oakfield School) is done by p.nair@hazelbank.example and t.hale@hazelbank.example.
refuse log DEP-2027-0001 30 April 2027
   says Friday 30 April 2027 is still to come.
refuse log DEP-2027-0001 13 April 2027 a fortnight
   says How long is `a fortnight`?
refuse log DEP-2027-0001 soon
   says Which day? Expected, for example, `6 May 2027`, instead of `soon`.
do log DEP-2027-0001 13 April
   says 1 day of Priya Nair on Tuesday 13 April 2027 is logged. They are told.
refuse log DEP-2027-0001 13 April 2027 1 day
   says 1 day of Priya Nair on Tuesday 13 April 2027 is logged already.
do log DEP-2027-0001 t.hale@hazelbank.example 13 April 2027 half a day
   says half a day of Tom Hale
do log DEP-2027-0001 t.hale@hazelbank.example 14 April 2027 1 day
   says more than what was agreed with Oakfield School (3 days)
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
letter visit-noted to t.hale@hazelbank.example
   says half a day
letter visit-noted to t.hale@hazelbank.example
   says Wednesday 14 April 2027
visit DEP-2027-0001 2027-04-14 1 day t.hale@hazelbank.example logged; unbilled; flags [MoreThanAgreed]
do log DEP-2027-0001 p.nair@hazelbank.example 13 April 2027 half a day
   says half a day of Priya Nair on Tuesday 13 April 2027 is logged.
pass
letter visit-noted to p.nair@hazelbank.example
   says half a day (until now: 1 day)
visit DEP-2027-0001 2027-04-13 1 day p.nair@hazelbank.example withdrawn
visit DEP-2027-0001 2027-04-13 half a day p.nair@hazelbank.example logged
refuse unlog DEP-2027-0001 13 April 2027
   says Several were there on Tuesday 13 April 2027: name one of p.nair@hazelbank.example and t.hale@hazelbank.example before the day.
do unlog DEP-2027-0001 t.hale@hazelbank.example 14 April 2027
   says 1 day of Tom Hale on Wednesday 14 April 2027 is taken back. They are told.
refuse unlog DEP-2027-0001 14 April 2027
   says No visit on Wednesday 14 April 2027 is logged for DEP-2027-0001 (Oakfield School).
pass
letter visit-noted to t.hale@hazelbank.example
   snapshot
refuse confirm visits DEP-2027-0001
   says No day of DEP-2027-0001 (Oakfield School) waits for the school’s word.
do confirm day DEP-2027-0001 p.nair@hazelbank.example 13 April 2027
   says half a day of Priya Nair on Tuesday 13 April 2027 is confirmed.
refuse confirm day DEP-2027-0001 p.nair@hazelbank.example 13 April 2027
   says is confirmed already
refuse uphold day DEP-2027-0001 p.nair@hazelbank.example 13 April 2027
   says The school has not objected to half a day of Priya Nair
do drop day DEP-2027-0001 p.nair@hazelbank.example 13 April 2027 because it was a training day
   says does not count. They are told.
pass
letter visit-settled to p.nair@hazelbank.example
   says The coordinator has looked at your visit to Oakfield School
   says It was a training day.
visit DEP-2027-0001 2027-04-13 half a day p.nair@hazelbank.example withdrawn
why DEP-2027-0001
   says Ruth Adeyemi decided that half a day of Priya Nair on Tuesday 13 April 2027 does not count, because it was a training day.
clock 19 April 2027 08:31
pass
letter visit-told to head@oakfield.example
   says Tom Hale
   not Priya
