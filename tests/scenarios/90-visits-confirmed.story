# The school is told; silence confirms, a yes confirms at once, and a day to which it objects is a person's to settle.
policy reminders = []
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 8 days from 4 May to 16 December 2027
clock 7 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | At Oakfield on Tuesday all day, and on Thursday morning.
pass
letter visit-noted to p.nair@hazelbank.example
   subject 1½ days noted (DEP-2027-0001)
clock 10 May 2027 08:31
pass
letter visit-told to head@oakfield.example
   snapshot
visit DEP-2027-0001 2027-05-04 1 day p.nair@hazelbank.example logged; told
# Out of office is no answer.
mail from Jo Marsh <head@oakfield.example>
   reply visit-told
   header Auto-Submitted: auto-replied
   | I am away until Monday. Yes.
pass
silence
# Two school days before the time is over, a reminder; then silence confirms, not a day earlier.
clock 20 May 2027 08:31
pass
letter visit-told-reminder to head@oakfield.example
   snapshot
waits The school year 2026–27 ends soon, and these have given fewer days as SLE than were agreed: Priya Nair 1½ days of 6.
clock 24 May 2027 20:00
pass
visit DEP-2027-0001 2027-05-04 1 day p.nair@hazelbank.example logged; told
clock 25 May 2027 08:31
pass
silence
visit DEP-2027-0001 2027-05-04 1 day p.nair@hazelbank.example confirmed; told; unbilled; flags []; because no objection by Monday 24 May 2027
visit DEP-2027-0001 2027-05-06 half a day p.nair@hazelbank.example confirmed

# A yes.
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | Oakfield, Monday 24 May, full day
pass
letter visit-noted to p.nair@hazelbank.example
clock 26 May 2027 08:31
pass
letter visit-told to head@oakfield.example
# Not from the head: nothing is settled.
mail from Rogue <rogue@elsewhere.example>
   reply visit-told to head@oakfield.example
   | Yes, all correct
mail from Jo Marsh <head@oakfield.example>
   reply visit-told
   denied
   | Yes, all correct
pass
quiet
waits rogue@elsewhere.example, which is not the address of the head (head@oakfield.example), answers our letter
waits whom our own mail server could not confirm, answers our letter about the days worked
visit DEP-2027-0001 2027-05-24 1 day p.nair@hazelbank.example logged; told
mail from Jo Marsh <head@oakfield.example>
   reply visit-told
   | Yes, all correct. Thank you!
   | Jo Marsh
pass
letter visit-answered to head@oakfield.example
   snapshot
visit DEP-2027-0001 2027-05-24 1 day p.nair@hazelbank.example confirmed

# She objects to one day of three.
clock 11 June 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | Oakfield: 8, 9 and 10 June, full days
pass
letter visit-noted to p.nair@hazelbank.example
clock 14 June 2027 08:31
pass
letter visit-told to head@oakfield.example
mail from Jo Marsh <head@oakfield.example>
   reply visit-told
   | Priya was not here on the 9th.
pass
letter visit-answered to head@oakfield.example
   snapshot
visit DEP-2027-0001 2027-06-09 1 day p.nair@hazelbank.example disputed
visit DEP-2027-0001 2027-06-08 1 day p.nair@hazelbank.example logged; told
waits Jo Marsh of Oakfield School says that Wednesday 9 June 2027 (Priya Nair, 1 day) is not right as it was logged
clock 14 June 2027 12:00
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says uphold
   says drop
do uphold day DEP-2027-0001 9 June 2027 because the visitors’ book shows it
   says 1 day of Priya Nair on Wednesday 9 June 2027 stands. Both sides are told.
pass
letter visit-settled to head@oakfield.example
   snapshot
letter visit-settled to p.nair@hazelbank.example
   says Oakfield School had told us that your visit on Wednesday 9 June 2027 (1 day) was not right
   says The visitors’ book shows it.
visit DEP-2027-0001 2027-06-09 1 day p.nair@hazelbank.example confirmed

# What cannot be read waits for a person, and silence confirms nothing until then. `done` is a person's word.
mail from Jo Marsh <head@oakfield.example>
   reply visit-told
   | Could we talk about these? I thought that she only came in the mornings.
pass
letter visit-answered to head@oakfield.example
   says the coordinator will read your mail and write to you
waits Jo Marsh answers about the days worked at Oakfield School (DEP-2027-0001), and I could not tell
clock 5 July 2027 09:00
pass
visit DEP-2027-0001 2027-06-08 1 day p.nair@hazelbank.example logged; told
do confirm visits DEP-2027-0001
   says DEP-2027-0001 (Oakfield School): 2 days confirmed.
visit DEP-2027-0001 2027-06-10 1 day p.nair@hazelbank.example confirmed; told; unbilled; flags []; because confirmed by
refuse confirm visits DEP-2027-0001
   says No day of DEP-2027-0001 (Oakfield School) waits for the school’s word.
waits 2 invoices (£1,225.00), 2 self-billing statements (£1,041.25) wait as drafts
