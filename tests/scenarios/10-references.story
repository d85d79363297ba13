# A head is asked as soon as the applicant's part is complete, and every way of answering is read.
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027

clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
   says We have written to Owen Brooks (head@hazelbank.example) and asked for it by 6pm on Friday 19 March 2027
   snapshot
letter reference-request to head@hazelbank.example
   says Priya Nair of Hazelbank Primary School has applied to become a Specialist Leader of Education
   says Please answer by 6pm on Friday 19 March 2027
   attached sle-head-reference.docx
   snapshot
case SLE-2027-0001 complete on time

# The short form comes back: it counts, both are told, and the applicant learns nothing of what it says.
clock 3 March 2027 10:12:40
mail from Owen Brooks <head@hazelbank.example>
   reply
   | Attached.
   reference supports = Yes; statement = Priya transformed our mathematics.
pass
letter reference-thanks to head@hazelbank.example
   says It is filed with the application, and there is nothing more for you to do.
   snapshot
letter reference-arrived to p.nair@hazelbank.example
   says With it your application SLE-2027-0001 has everything it needs
   not transformed
   snapshot
waits for nothing
silence

# Answers between the lines.
mail from Tom Reed <t.reed@hazelbank.example>
   form
pass
letter acknowledgement to t.reed@hazelbank.example
letter reference-request to head@hazelbank.example
clock 4 March 2027 09:00
mail from Owen Brooks <head@hazelbank.example>
   reply
   answers Do you support this application? = Yes, without reservation
   answers capacity to release = Yes
   answers Days a year = 12
   answers Supporting statement = Tom has coached colleagues in two other schools.
pass
letter reference-thanks to head@hazelbank.example
   says It is filed
letter reference-arrived to t.reed@hazelbank.example
silence

# Words of his own, above the quotation.
mail from Sian Lewis <s.lewis@hazelbank.example>
   form
pass
letter acknowledgement to s.lewis@hazelbank.example
letter reference-request to head@hazelbank.example
mail from Owen Brooks <head@hazelbank.example>
   reply
   | I fully support Sian's application and we are happy to release her.
   |
   quoting
pass
letter reference-thanks to head@hazelbank.example
   says It is filed
letter reference-arrived to s.lewis@hazelbank.example
waits for nothing
silence
