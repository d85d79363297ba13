# One mailbox, three programmes: what is not said is asked, with the forms enclosed; what is said goes where it belongs.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
do open lle spring-2027 from 1 March 2027 to 26 March 2027
do open lead-practitioner summer-2027 from 12 April 2027 to 28 May 2027
pass
clock 2 March 2027 10:00

# How to apply, and not for what.
mail from Tom Reed <t.reed@oakfield.example>
   subject Question
   | Hello, how do I apply? When is the closing date?
mail from Jo Field <j.field@elsewhere.example>
   subject Job
   | I would like to apply for the teaching vacancy at your school.
pass
letter which-programme to t.reed@oakfield.example
   says Local Leader of Education (LLE): for headteachers of three years or more
   says Lead Practitioner: for classroom teachers
   says Opens on Monday 12 April 2027
   attached sle-application.docx
   attached lle-application.docx
   snapshot
waits A mail from j.field@elsewhere.example (“Job”) that I could not place
# One word is enough.
mail from Tom Reed <t.reed@oakfield.example>
   reply which-programme
   | LLE please, thank you! Tom
mail from Ann Wood <head@oakfield.example>
   subject SLE and LLE
   | Could you send me information about becoming an SLE, for a colleague, and an LLE, for me?
mail from Mo Khan <m.khan@oakfield.example>
   subject Programmes
   | I am interested in the SLE, LLE and Lead Practitioner programmes. What are the closing dates?
pass
letter information-pack to t.reed@oakfield.example
   subject Local Leaders of Education: how to apply
   attached lle-application.docx
letter information-pack to head@oakfield.example
   subject Local Leaders of Education: how to apply
letter information-pack to head@oakfield.example
   subject Specialist Leaders of Education: how to apply
letter which-programme to m.khan@oakfield.example
   says Specialist Leader of Education (SLE)
# An answer that says more than a name is a conversation.
mail from Mo Khan <m.khan@oakfield.example>
   reply which-programme
   | Thank you. What does an LLE do all week?
pass
quiet
waits m.khan@oakfield.example

# An SLE application; and the same person asks about another programme, and applies for it. Two cases, each with its letters.
clock 3 March 2027 10:00
mail from Priya Nair <p.nair@hazelbank.example>
   form without telephone
mail from Priya Nair <p.nair@hazelbank.example>
   form of lead-practitioner without telephone
pass
letter incomplete to p.nair@hazelbank.example
   subject SLE-2027-0001
letter incomplete to p.nair@hazelbank.example
   subject LP-2027-0001
mail from Priya Nair <p.nair@hazelbank.example>
   subject LLE
   | Could you send me information about LLE for my head?
mail from Priya Nair <p.nair@hazelbank.example>
   subject SLE
   | Could you send me information about the SLE form again?
# The older letter is answered: the missing line belongs to that case.
mail from Priya Nair <p.nair@hazelbank.example>
   reply incomplete to p.nair@hazelbank.example about SLE-2027-0001
   | Telephone: 01632 960123
pass
letter information-pack to p.nair@hazelbank.example
   subject Local Leaders of Education
waits Priya Nair (LP-2027-0001) wrote (“SLE”)
letter superseded to p.nair@hazelbank.example
   subject SLE-2027-0001
case SLE-2027-0001 complete on time
case LP-2027-0001 incomplete on time missing Telephone

# Who has two applications says which of them is withdrawn, or is asked.
mail from Priya Nair <p.nair@hazelbank.example>
   subject My application
   | I withdraw my application.
pass
quiet
waits Priya Nair (SLE-2027-0001, LP-2027-0001) (“My application”) wishes to withdraw. Which application is meant?
mail from Priya Nair <p.nair@hazelbank.example>
   reply incomplete to p.nair@hazelbank.example about LP-2027-0001
   | I withdraw my application.
pass
letter withdrawn to p.nair@hazelbank.example
   subject LP-2027-0001
case SLE-2027-0001 complete on time
case LP-2027-0001 withdrawn

# A file that cannot be read, in answer to the pack of one programme, is of that programme.
mail from Tom Reed <t.reed@oakfield.example>
   reply information-pack
   | Please find my application attached.
   attach form.pages = \0\0nothing
pass
letter incomplete to t.reed@oakfield.example
   subject LLE-2027-0001
case LLE-2027-0001 unreadable on time
# The same from a stranger who names none while two are open: a person finds out.
mail from Ivy Dale <i.dale@ferry.example>
   subject Hello
   | Please find my application attached.
   attach form.pages = \0\0nothing
pass
quiet
waits A mail from i.dale@ferry.example (“Hello”) that I could not place

# A form of a programme whose round is over, while others are open: it is kept, and its sender hears of the others.
clock 19 April 2027 09:00
mail from Zoe Hart <z.hart@quay.example>
   form
mail from Sam Bell <s.bell@quay.example>
   subject LLE
   | How do I apply to be a local leader?
pass
letter window-closed to z.hart@quay.example
   says We have kept your form under the reference SLE-2027-0002
   says Something else is open. You can apply now for:
   says Lead Practitioner, for classroom teachers who do research in their own practice: closes at 6pm on Friday 28 May 2027
   snapshot
letter window-closed to s.bell@quay.example
   says We have noted your name
   says reply with “Lead Practitioner”
mail from Zoe Hart <z.hart@quay.example>
   reply window-closed
   | Lead practitioner, please
pass
letter information-pack to z.hart@quay.example
   subject Lead Practitioners: how to apply
