# One person, many forms: which one counts, and what is said about the others.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027

clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form without telephone
pass
letter incomplete to p.nair@hazelbank.example
   says each answer after its label

# The missing line, simply written in a reply.
clock 2 March 2027 09:30
mail from Priya Nair <p.nair@hazelbank.example>
   reply
   | Sorry! Here it is.
   | Telephone: 01632 960777
   |
   | Priya
   |
   | On Tue, 2 Mar 2027 at 09:00, Harbour Teaching School Alliance wrote:
   quoting
pass
letter superseded to p.nair@hazelbank.example
   says What is different from the form before - Telephone
case SLE-2027-0001 complete on time

# The same form once more: nothing changes, and she is told so.
mail from Tom Reed <t.reed@oakfield.example>
   form
pass
letter acknowledgement to t.reed@oakfield.example
mail from Tom Reed <t.reed@oakfield.example>
   subject Did you get this?
   form
pass
letter acknowledgement to t.reed@oakfield.example
   says This form says exactly what the one we already had says

# A worse form does not undo a complete one.
mail from Tom Reed <t.reed@oakfield.example>
   form without question_1, question_2
pass
letter incomplete to t.reed@oakfield.example
   says the complete form that we received before still counts
   snapshot
case SLE-2027-0002 complete on time

# A missing address, sent as nothing but an address.
mail from Sian Lewis <s.lewis@millpond.example>
   form with head_email = head at millpond
pass
letter incomplete to s.lewis@millpond.example
   says Headteacher's e-mail address: This does not look like an e-mail address
mail from Sian Lewis <s.lewis@millpond.example>
   reply
   | It is head@millpond.example - apologies!
pass
letter superseded to s.lewis@millpond.example
case SLE-2027-0003 complete on time

# Too long is told, and counts.
mail from Dev Patel <d.patel@millpond.example>
   form long question_2 = 342
pass
letter acknowledgement to d.patel@millpond.example
   says In “Question 2: Your impact” we count 342 words; the limit is 300.
   says Your application counts as it is.
case SLE-2027-0004 complete on time

# A form typed into the mail itself.
mail from Amy Cole <a.cole@millpond.example>
   subject SLE application - Amy Cole
   | Here is my application, typed because my Word is broken.
   | Your full name: Amy Cole
   | Your post: Deputy Head
   | Your school: Millpond Primary
   | School address: 2 Mill Lane, Millpond
   | Telephone: 01632 960456
   | Your e-mail address: a.cole@millpond.example
   | Headteacher's name: Jo Marsh
   | Headteacher's e-mail address: head@millpond.example
   | Years in a leadership role: four
   | Main area of expertise: Early years
   | Question 1: Your expertise
   | I lead early years. It is outstanding because the children talk.
   |
   | We sing, too.
   | Question 2: Your impact
   | More children read.
   | Question 3: Coaching and facilitation
   | I coach two colleagues.
   | Question 4: Beyond your own team
   | We work with two nurseries.
   | Question 5: What you would bring
   | I would watch first.
   | Declaration: yes
pass
letter acknowledgement to a.cole@millpond.example
   says Main area of expertise: Early years
   says Question 1: Your expertise: 14 words
   snapshot
case SLE-2027-0005 complete on time

# A question from an applicant is a person's to answer.
mail from Amy Cole <a.cole@millpond.example>
   subject SLE interviews
   | Could you tell me when the interviews for SLE applicants are?
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says Amy Cole (SLE-2027-0005) wrote (“SLE interviews”)
silence
waits Amy Cole (SLE-2027-0005) wrote (“SLE interviews”)
