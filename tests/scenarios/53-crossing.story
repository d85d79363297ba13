# Mails that cross: what is right when it is written is not right when it is read.
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027

# A correction, sent before the answer about the first form was read.
clock 2 March 2027 09:10
mail from Priya Nair <p.nair@hazelbank.example> at 09:00:00
   form without telephone
mail from Priya Nair <p.nair@hazelbank.example> at 09:00:40
   subject Sorry, the right one
   form
pass
letter incomplete to p.nair@hazelbank.example
   says Telephone: This is empty.
letter superseded to p.nair@hazelbank.example
   says It is complete
letter reference-request to head@hazelbank.example
case SLE-2027-0001 complete on time

# The older one is read after the newer one: it does not undo it.
mail from Tom Reed <t.reed@hazelbank.example> at 09:08:00
   form
pass
letter acknowledgement to t.reed@hazelbank.example
letter reference-request to head@hazelbank.example
mail from Tom Reed <t.reed@hazelbank.example> at 09:07:00
   form without telephone
pass
letter incomplete to t.reed@hazelbank.example
   subject the one before still counts
   says your application SLE-2027-0002 stands as it was
   not Action needed
case SLE-2027-0002 complete on time

# A correction and the acknowledgement cross: no second request to the head.
mail from Priya Nair <p.nair@hazelbank.example>
   form with post = Deputy Head
pass
letter superseded to p.nair@hazelbank.example
   says Your post
silence

# A withdrawal and the head's reference cross: it is filed with nobody, least of all with the other applicant of that head.
clock 3 March 2027 09:00
mail from Owen Brooks <head@hazelbank.example> at 08:50:10
   reply reference-request to head@hazelbank.example about SLE-2027-0001
   reference
mail from Priya Nair <p.nair@hazelbank.example> at 08:50:00
   subject SLE
   | I am sorry, but I would like to withdraw my application.
pass
letter withdrawn to p.nair@hazelbank.example
case SLE-2027-0001 withdrawn
reference SLE-2027-0001 none
reference SLE-2027-0002 none
waits for nothing
silence
