# An ordinary round: an enquiry, a complete form, an incomplete one, its correction, the last second and the one after.
policy no references
policy no reminders
clock 22 February 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
   says closes at 6pm on Friday 19 March 2027
do dates sle spring-2027 interviews 12 to 14 April 2027
do dates sle spring-2027 outcomes to be confirmed

clock 3 March 2027 10:00
mail from Tom Reed <t.reed@oakfield.example>
   subject SLE application form
   | Hello,
   | I am interested in becoming a Specialist Leader of Education. Could you send me the form?
   | Tom Reed
pass
letter information-pack to t.reed@oakfield.example
   says Applications are open now
   says 6pm on Friday 19 March 2027, which is 16 days from now
   attached sle-application.docx
   snapshot

clock 8 March 2027 16:05
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
   says SLE-2027-0001
   says 16:05:00 on Monday 8 March 2027
   says Interviews: 12 to 14 April 2027
   snapshot
case SLE-2027-0001 complete on time

clock 17 March 2027 20:11
mail from Tom Reed <t.reed@oakfield.example>
   form without question_4, head_email
pass
letter incomplete to t.reed@oakfield.example
   says Question 4: Beyond your own team: This is empty.
   says Headteacher's e-mail address: This is empty.
   says which leaves you about 45 hours
   snapshot
case SLE-2027-0002 incomplete on time missing Headteacher's e-mail address; Question 4: Beyond your own team

clock 18 March 2027 08:15
mail from Tom Reed <t.reed@oakfield.example>
   reply
   form
pass
letter superseded to t.reed@oakfield.example
   says It is complete, and it takes the place of the one we had before
   says Question 4: Beyond your own team
   snapshot
case SLE-2027-0002 complete on time

# The last second, and one second too late.
clock 19 March 2027 18:10
mail from Sian Lewis <s.lewis@millpond.example> at 18:00:00
   form
mail from Dev Patel <d.patel@millpond.example> at 18:00:01
   form
pass
letter acknowledgement to s.lewis@millpond.example
   says 18:00:00 on Friday 19 March 2027
case SLE-2027-0003 complete on time
letter late to d.patel@millpond.example
   says Our mail server received your form at 18:00:01 on Friday 19 March 2027
   says closed at 18:00:00 on Friday 19 March 2027
   snapshot
case SLE-2027-0004 late not on time

# A correction after the closing waits; the first form stands.
mail from Sian Lewis <s.lewis@millpond.example> at 18:05:00
   form with post = Deputy Head
pass
letter after-closing to s.lewis@millpond.example
   says was received in time and stays in the round as it stood then, complete
   snapshot
case SLE-2027-0003 complete on time
waits sent another form after the closing. Should it count?
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says This waits for a person
   snapshot
letter closing-summary to ruth.adeyemi@harbour-alliance.example
silence
do admit SLE-2027-0003 because the first form was an older draft
   says the correction counts
pass
letter admitted to s.lewis@millpond.example
   says has been accepted
do admit SLE-2027-0004 because the village was without power from five
pass
letter admitted to d.patel@millpond.example
   says has been admitted
   snapshot
case SLE-2027-0004 complete not on time
