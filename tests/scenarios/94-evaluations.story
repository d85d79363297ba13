# When the work is complete the head is asked what has changed, and whoever did it for their own words; asked again, and then a
# person is told. The answers come on the form or beneath the questions.
policy reminders = []
policy end_alerts = []
billing after = ["end"] => after = ["mid-term", "end"]
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 3 days from 4 May to 18 May 2027 end point "Staff plan together"
clock 7 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | At Oakfield on Tuesday and Wednesday, full days
pass
letter visit-noted to p.nair@hazelbank.example
clock 10 May 2027 08:31
pass
letter visit-told to head@oakfield.example
clock 11 May 2027 08:31
pass
letter evaluation-request to head@oakfield.example
   says half-way
   attached evaluation.docx
   snapshot
letter evaluation-own-words to p.nair@hazelbank.example
   snapshot
# Out of office, a forged one, and somebody else's.
mail from Jo Marsh <head@oakfield.example>
   reply evaluation-request
   header Auto-Submitted: auto-replied
   | I am away.
mail from Rogue <rogue@elsewhere.example>
   reply evaluation-request to head@oakfield.example
   | It was of very little use to any of us, and I would never ask for it again.
mail from Jo Marsh <head@oakfield.example>
   reply evaluation-request
   | When do you need this by?
pass
quiet
waits rogue@elsewhere.example answers our letter about the evaluation
waits I could read no evaluation in it
# Beneath the questions, in the reply.
mail from Jo Marsh <head@oakfield.example>
   answers How useful was the support = Very useful
   answers What has changed for staff = Every class plans together now.
   reply evaluation-request
pass
letter evaluation-thanks to head@oakfield.example
   snapshot
mail from Priya Nair <p.nair@hazelbank.example>
   reply evaluation-own-words
   | =HYPERLINK("http://x.example") Staff have begun to plan as a team, and the books show it.
pass
letter evaluation-thanks to p.nair@hazelbank.example
   says Staff have begun to plan as a team

# Complete: the last day that was agreed has been worked.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | Oakfield, today, full day
pass
letter visit-noted to p.nair@hazelbank.example
   says 3 days of 3 days
clock 12 May 2027 08:31
pass
letter visit-told to head@oakfield.example
# While the school may still object, nobody is asked how it was.
quiet
do confirm visits DEP-2027-0001
clock 13 May 2027 08:31
pass
letter evaluation-request to head@oakfield.example
   says now that it has come to its end
letter evaluation-own-words to p.nair@hazelbank.example
clock 20 May 2027 08:31
pass
letter evaluation-request to head@oakfield.example
   subject A reminder: what has the support changed?
   snapshot
clock 21 May 2027 09:00
mail from Jo Marsh <head@oakfield.example>
   subject Evaluation
   evaluation form useful = Useful; end_point = In part; staff = Plans are shared; pupils = They explain their thinking; again = Yes
pass
letter evaluation-thanks to head@oakfield.example
   says They explain their thinking
waits The school year 2026–27 ends soon
evaluation DEP-2027-0001 mid-term came staff=Every class plans together now. useful=Very useful own=“=HYPERLINK
evaluation DEP-2027-0001 end came again=Yes end_point=In part pupils=They explain their thinking staff=Plans are shared useful=Useful own=“”

# Another school never answers.
do deployment sle "Mill Lane Infant School" head Amy Cole <head@milllane.example> by p.nair@hazelbank.example "Phonics" half a day from 20 May to 28 May 2027
do log DEP-2027-0002 20 May 2027 half a day
pass
letter visit-noted to p.nair@hazelbank.example
clock 24 May 2027 08:31
pass
letter visit-told to head@milllane.example
do confirm visits DEP-2027-0002
clock 25 May 2027 08:31
pass
letter evaluation-request to head@milllane.example
letter evaluation-own-words to p.nair@hazelbank.example
clock 10 June 2027 08:31
pass
letter evaluation-request to head@milllane.example
clock 23 June 2027 08:31
pass
quiet
waits Amy Cole of Mill Lane Infant School was asked on Tuesday 25 May 2027 for an evaluation
waits 2 invoices (£1,225.00), 1 self-billing statement (£1,041.25) wait as drafts
# All of its days were worked: it has ended by itself.
deployment DEP-2027-0001 ended
deployment DEP-2027-0002 ended
