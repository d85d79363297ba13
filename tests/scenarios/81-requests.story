# A school asks for support: in plain words, on our form, from an address that nobody knows; what is missing is asked once.
policy reminders = []
school Oakfield School, Jo Marsh, head@oakfield.example
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
national 100001 Hazelbank Primary School, Primary, Harbour, 430000/290000 / 100002 Oakfield School, Primary, Harbour, 433000/294000 / 100003 Quayside Academy, Secondary, Harbour, 431000/291000 / 100004 Far Primary School, Primary, Farby, 530000/290000
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
person Tom Reed <t.reed@quayside.example>, Quayside Academy, Mathematics, 1 September 2024
person Amy Cole <a.cole@far.example>, Far Primary School, Assessment; Mathematics, 1 September 2024
person Bea Mills <b.mills@oakfield.example>, Oakfield School, Mathematics, 1 September 2024
person Cat Jones <c.jones@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 4 May 2027 10:00
status c.jones@hazelbank.example paused

mail from Jo Marsh <head@oakfield.example>
   subject Help
   | Could we have some help with maths in Year 4 please? We are below the floor standard.
pass
letter commission-received to head@oakfield.example
   says Your request has the number DEP-2027-0001
   says Mathematics at Oakfield School
   says what you hope will be different afterwards
   says when you would like it
   says You hear from us again by Tuesday 18 May 2027
   snapshot
deployment DEP-2027-0001 requested; Oakfield School, Mathematics; urn 100002; urgent: below-floor
waits Oakfield School asks for support with “Mathematics” (DEP-2027-0001). URGENT: below the floor standard. They write: “Could we have some help with maths in Year 4 please? We are below the floor standard.” I have asked for what they hope will be different afterwards and when they would like it, and how many days they are thinking of. Looked for: Mathematics. Who might be asked: (a) Priya Nair (REG-2024-0001, Hazelbank Primary School): Mathematics and Assessment; 5 km away; 15 days left this year; nothing under way. (b) Tom Reed (REG-2024-0002, Quayside Academy): Mathematics; another phase; 4 km away; 15 days left this year; nothing under way. (c) Amy Cole (REG-2024-0003, Far Primary School): Assessment and Mathematics; 97 km away, which is far; 15 days left this year; nothing under way.

# She answers in a line; it is added, and nothing is asked twice.
clock 4 May 2027 11:30
mail from Jo Marsh <head@oakfield.example>
   reply commission-received
   | In the summer term, about six days. We hope that Year 4 will enjoy it again.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says 1 a … · 1 b … · 1 c … · 1 propose … · 1 drop because …
letter commission-received to head@oakfield.example
   says What you wrote has been added to your request for support with Mathematics
   not we should also like to know
   snapshot
waits Oakfield School says more about its request for support with “Mathematics” (DEP-2027-0001). URGENT: below the floor standard. They write: “In the summer term, about six days. We hope that Year 4 will enjoy it again.” Before that: “Could we have some help with maths in Year 4 please? We are below the floor standard.” Looked for
mail from Jo Marsh <head@oakfield.example>
   reply commission-received
   | Thank you!
pass
quiet
# The same once more by a fresh mail is the same request.
mail from Jo Marsh <head@oakfield.example>
   subject Help
   | We need some help with maths in Year 4. It is urgent.
pass
quiet
deployment DEP-2027-0001 requested
deployment DEP-2027-0002 none
waits It is urgent

# Somebody whom nobody knows may ask, and is promised nothing. What the school is called they say in a reply.
mail from Sam Poole <s.poole@elsewhere.example>
   subject Support
   | Hello, we are looking for support with phonics so that all our children read. I am a first-time head.
pass
letter commission-received to s.poole@elsewhere.example
   says the name of your school
   says will speak to the headteacher of the school before anything is arranged
   not You hear from us again
   snapshot
deployment DEP-2027-0002 requested; , Phonics; urgent: new-head
waits a school that is not named yet asks for support with “Phonics” (DEP-2027-0002). URGENT: a first-time head. It does not come from the address of a head that I know (s.poole@elsewhere.example): I have promised nothing.
mail from Sam Poole <s.poole@elsewhere.example>
   reply commission-received
   | We are
   | Far Primary School
   | and should like it in June.
pass
letter commission-received to s.poole@elsewhere.example
deployment DEP-2027-0002 requested; Far Primary School, Phonics; urn 100004
waits Far Primary School says more about its request for support with “Phonics” (DEP-2027-0002). URGENT: a first-time head. It does not come from the address of a head that I know (s.poole@elsewhere.example): I have promised nothing.
do school DEP-2027-0002 "Far Primary School" head Una West <head@far.example>
   says DEP-2027-0002 is for Far Primary School, led by Una West <head@far.example>.
# Somebody else answers that letter.
mail from Rogue <rogue@elsewhere.example>
   reply commission-received to s.poole@elsewhere.example
   | We are Quayside Academy.
pass
quiet
waits rogue@elsewhere.example answers our letter about DEP-2027-0002, which is asked for. I have changed nothing.
# Our own mail server says that it is forged: nothing is opened.
mail from Owen Brooks <head@hazelbank.example>
   subject Support
   | We need support with assessment.
   denied
pass
quiet
waits A request for support seems to come from head@hazelbank.example, but our own mail server says
deployment DEP-2027-0003 none

# Who asks what there is, is told how to ask; and may then ask in a reply.
mail from Owen Brooks <head@hazelbank.example>
   subject SLE support
   | Can you tell me about SLE support?
pass
letter commission-form to head@hazelbank.example
   attached commission.docx
   says simply reply to this letter and tell us
   snapshot
mail from Owen Brooks <head@hazelbank.example>
   reply commission-form
   | Assessment in Key Stage 2, in June, so that teachers agree. Two days perhaps.
pass
letter commission-received to head@hazelbank.example
   not we should also like to know
deployment DEP-2027-0003 requested; Hazelbank Primary School, Assessment
waits Hazelbank Primary School asks for support with “Assessment” (DEP-2027-0003).

# On our form; from the school's office, for the head.
mail from The Office <office@oakfield.example>
   subject Request for support
   commission school = Oakfield School; head_name = Jo Marsh; head_email = head@oakfield.example; subject = Phonics in Year 1; need = Half of Year 1 did not reach the standard; hoped_for = That they can read; when = From September; days = 6; finance_email = bursar@oakfield.example; circumstances = Ofsted says: requires improvement
pass
letter commission-received to office@oakfield.example
   says will speak to the headteacher
   not we should also like to know
deployment DEP-2027-0004 requested; Oakfield School, Phonics in Year 1; urn 100002; urgent: vulnerable
waits Oakfield School asks for support with “Phonics in Year 1” (DEP-2027-0004). URGENT: a vulnerable school. It does not come from the address of a head that I know (office@oakfield.example): I have promised nothing.

# What is none: an applicant, somebody of the register, a parent.
mail from Lee Park <l.park@oakfield.example>
   subject SLE
   | We need help with our application form. How do I apply to be an SLE?
mail from Priya Nair <p.nair@hazelbank.example>
   subject Question
   | Could you help us with the room for next week?
mail from A Parent <parent@home.example>
   subject Maths
   | Could we have some help with my son's maths?
pass
letter window-closed to l.park@oakfield.example
waits Priya Nair (REG-2024-0001) wrote
waits A mail from parent@home.example
deployment DEP-2027-0005 none

# By telephone.
do commission sle "Quayside Academy" head Ann Wood <head@quayside.example> "Assessment" need "They have a warning notice"
   says DEP-2027-0005 (“Assessment” at Quayside Academy) is noted. Who might be asked comes to you; no letter goes out.
deployment DEP-2027-0005 requested; Quayside Academy, Assessment; urn 100003; urgent: vulnerable
waits DEP-2027-0005 (“Assessment” at Quayside Academy) waits for somebody to do it. Looked for: Assessment. Who might be asked: (a) Amy Cole
do drop DEP-2027-0004 because the head has withdrawn it
   says DEP-2027-0004 (Oakfield School) is dropped. Whoever knew of it is told; the reason stays with us.
pass
letter deployment-dropped to head@oakfield.example
   says Your request for support with Phonics in Year 1 has been closed
   not withdrawn
   snapshot
