# Heads ask as heads write. What plainly asks is opened; what may ask is put to a person; a moved visit is no request.
policy reminders = []
national 100001 Hazelbank Primary School, Primary, Harbour, 430000/290000 / 100002 Oakfield School, Primary, Harbour, 433000/294000
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
school Oakfield School, Jo Marsh, head@oakfield.example
clock 3 May 2027 09:00

mail from Jo Marsh <head@oakfield.example>
   subject Year 6
   | We are really struggling with maths and I wondered if somebody could spend a few days with us.
   |
   | Jo
pass
letter commission-received to head@oakfield.example
   says support with Mathematics
waits Oakfield School asks for support with “Mathematics” (DEP-2027-0001).

# A hint: the coordinator decides, and a word is enough.
mail from Jo Marsh <head@oakfield.example>
   subject Quick question
   | Ofsted came in on Tuesday and assessment was the weak point. I'm told you "have people".
pass
quiet
waits Jo Marsh of Oakfield School (head@oakfield.example) may be asking for support. They write: “Ofsted came in on Tuesday and assessment was the weak point. I'm told you "have people".” If so, “request” opens it
clock 4 May 2027 08:00
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says may be asking for support
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply digest
   authenticated
   | 2 request
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says DEP-2027-0002 (“Assessment” at Oakfield School) is noted.
deployment DEP-2027-0002 requested; Oakfield School, Assessment
waits DEP-2027-0002 (“Assessment” at Oakfield School) waits for somebody to do it.

# Neither is a request; a stranger's hint is not one, either.
mail from Jo Marsh <head@oakfield.example>
   subject Thursday
   | Sorry to mess you about, but can Thursday's visit please be moved to the following week?
mail from someone@elsewhere.example
   subject Hello
   | I'm told you have people for assessment.
pass
quiet
waits A mail from someone@elsewhere.example
waits Thursday
