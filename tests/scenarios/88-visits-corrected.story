# Corrections by reply, what is out of the ordinary, who may not log, and an address that has changed since.
policy reminders = []
billing after = ["end"] => after = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
person Tom Reed <t.reed@millpond.example>, Millpond School, Music, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 3 days from 4 May to 16 July 2027
do deployment sle "Mill Lane Infant School" head Amy Cole <head@milllane.example> by p.nair@hazelbank.example "Phonics" 2 days from 4 May to 16 July 2027

clock 6 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | At Oakfield Tuesday and Wednesday, full days.
pass
letter visit-noted to p.nair@hazelbank.example
# Another amount, another date, and one that was not.
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Sorry, Tuesday was only a half day.
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
visit DEP-2027-0001 2027-05-04 1 day p.nair@hazelbank.example withdrawn
visit DEP-2027-0001 2027-05-04 half a day p.nair@hazelbank.example logged
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Not Wednesday, it was Thursday
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
visit DEP-2027-0001 2027-05-05 1 day p.nair@hazelbank.example withdrawn
visit DEP-2027-0001 2027-05-06 1 day p.nair@hazelbank.example logged
# In a fresh mail another amount may be a second visit: asked, never guessed.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield again
   | I was at Oakfield on Tuesday 4 May, full day.
pass
letter visit-noted to p.nair@hazelbank.example
   says For Tuesday 4 May 2027 at Oakfield School I have half a day already. How long was it in all
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | a full day in all
pass
letter visit-noted to p.nair@hazelbank.example
# A fresh mail that says that it corrects does.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Correction
   | At Oakfield, Tuesday 4 May should have been half a day.
pass
letter visit-noted to p.nair@hazelbank.example
   says half a day
   not How long was it
visit DEP-2027-0001 2027-05-04 half a day p.nair@hazelbank.example logged
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | My mistake, on Tuesday 4 May I was at Oakfield for a full day.
pass
letter visit-noted to p.nair@hazelbank.example
   not How long was it
   says 1 day (until now: half a day)
visit DEP-2027-0001 2027-05-04 1 day p.nair@hazelbank.example logged

clock 7 May 2027 08:31
pass
letter visit-told to head@oakfield.example
   says That is 2 days.
   not Wednesday 5 May
# The school had heard of it: it is told of the change.
clock 7 May 2027 10:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | I wasn't there on Thursday after all
pass
letter visit-noted to p.nair@hazelbank.example
   says Thursday 6 May 2027, Oakfield School: 1 day
clock 10 May 2027 08:31
pass
letter visit-told to head@oakfield.example
   snapshot
visit DEP-2027-0001 2027-05-06 1 day p.nair@hazelbank.example withdrawn; told

# Out of the ordinary: a Saturday, two schools on one day, more than was agreed, outside the dates.
clock 18 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Days
   | I was at Oakfield on Saturday 15 May, and on Monday 17 May all day.
pass
letter visit-noted to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   subject Mill Lane
   | And at Mill Lane on Monday 17 May, half a day.
pass
letter visit-noted to p.nair@hazelbank.example
   snapshot
waits Priya Nair logged days at Oakfield School (DEP-2027-0001) that you should look at: Saturday 15 May 2027 (1 day): no school day
waits Priya Nair logged days at Mill Lane Infant School (DEP-2027-0002) that you should look at: Monday 17 May 2027 (half a day): the same day was logged for another school
mail from Priya Nair <p.nair@hazelbank.example>
   subject More
   | Oakfield, 18 May, full day. Also Oakfield on 30 April, full day.
pass
letter visit-noted to p.nair@hazelbank.example
   says more than what was agreed with Oakfield School (3 days)
   says is outside the dates that were agreed with Oakfield School (4 May to 16 July 2027)
waits Friday 30 April 2027 (1 day): more than was agreed, outside the agreed dates; Tuesday 18 May 2027 (1 day): more than was agreed

# The register has another address of hers now; a colleague's and a forged one have no say; nor has who does no work.
mail from Tom Reed <t.reed@millpond.example>
   subject Days
   | I was at Oakfield on Tuesday, full day.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Days
   denied
   | I was at Oakfield on Monday 10 May, full day.
mail from Tom Reed <t.reed@millpond.example>
   reply visit-noted to p.nair@hazelbank.example
   | Please take off the 4th
pass
quiet
waits Tom Reed (REG-2024-0002) wrote
waits A mail about days worked seems to come from Priya Nair, but our own mail server says
waits t.reed@millpond.example has answered our letter
no visit DEP-2027-0001 2027-05-10
clock 19 May 2027 08:31
pass
letter visit-told to head@oakfield.example
letter visit-told to head@milllane.example
clock 20 May 2027 08:31
pass
quiet
waits The school year 2026–27 ends soon, and these have given fewer days as SLE than were agreed: Priya Nair 5½ days of 6; Tom Reed no days of 6.
