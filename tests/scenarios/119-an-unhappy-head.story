# What a head complains of in an evaluation reaches the coordinator on the same day; words that come after the answers stand
# beside them; and a visit that is taken back is asked about no more.
policy reminders = []
policy end_alerts = []
billing after = ["end"] => after = ["each-visit"]
billing dispute_school_days = 10 => dispute_school_days = 2
billing remind_before = 2 => remind_before = 0
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 6 days from 4 May to 16 July 2027 end point "Staff plan together"
clock 14 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | At Oakfield on Tuesday and Friday, full days
pass
letter visit-noted to p.nair@hazelbank.example
clock 17 May 2027 08:31
pass
letter visit-told to head@oakfield.example
clock 20 May 2027 09:31
pass
letter evaluation-request to head@oakfield.example
   subject What has the visit on Tuesday 11 May 2027 changed? Oakfield School (DEP-2027-0001)
letter evaluation-request to head@oakfield.example
   subject What has the visit on Friday 14 May 2027 changed? Oakfield School (DEP-2027-0001)
mail from Jo Marsh <head@oakfield.example>
   reply evaluation-request
   | How useful was the support
   | Of little use
   | What has changed for staff
   | Nothing that I could name.
pass
letter evaluation-thanks to head@oakfield.example
waits Jo Marsh of Oakfield School is not content with the work (DEP-2027-0001). I have thanked them and taken it down. Would you speak to them? They write: “How useful was the support: Of little use”
mail from Jo Marsh <head@oakfield.example>
   reply evaluation-thanks
   | To be plain, it was a waste of a day for my two teachers, and I do not see why we should pay for it.
pass
letter evaluation-thanks to head@oakfield.example
   says Nothing that I could name.
   says a waste of a day
waits is not content with the work (DEP-2027-0001). I have thanked them and taken it down. Would you speak to them? They write: “To be plain, it was a waste
mail from Jo Marsh <head@oakfield.example>
   reply evaluation-thanks
   | Please do not share this with Priya: she was condescending to my teaching assistants.
mail from Jo Marsh <head@oakfield.example>
   reply evaluation-thanks
   | Can you send me the evaluation form as a Word document please
pass
quiet
waits asks that it goes no further. I have taken nothing down, and nobody else sees it. Would you speak to them? They write: “Please do not share this with Priya
waits I could read no evaluation in it
do drop day DEP-2027-0001 11 May 2027
pass
letter visit-settled to p.nair@hazelbank.example
clock 21 May 2027 08:31
pass
letter visit-told to head@oakfield.example
clock 28 June 2027 09:31
pass
quiet
waits The school year
waits 1 invoice (£350.00)
evaluation DEP-2027-0001 2027-05-14 came
