# The morning's digest: what came back, what waits and how to answer it, what is due, what came, how far the round is.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
do dates sle spring-2027 interviews 12 to 14 April 2027

# Its first day: nothing to tell of.
clock 2 March 2027 07:30
pass
no digest

clock 2 March 2027 10:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form without question_4
mail from Angry Parent <parent@home.example>
   subject Complaint
   | I want to complain about my child's school.
pass
letter acknowledgement to p.nair@hazelbank.example
letter incomplete to t.reed@oakfield.example
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says Reply: 1 done · 1 hold
   says The clerk
   not SLE Coordinator
mail from Mail Delivery System <MAILER-DAEMON@mx.example>
   subject Undelivered Mail Returned to Sender
   header Return-Path: <>
   | I'm sorry to have to inform you that your message could not be delivered to one or more recipients.
pass

clock 3 March 2027 07:29
pass
no digest
clock 3 March 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   subject Wednesday 3 March 2027: 2 things wait for you
   says Letters that came back
   says 1. A mail says that a letter could not be delivered
   says 2. A mail from parent@home.example (“Complaint”) that I could not place.
   says Reply: 2 done · 2 hold
   says 6pm on Friday 19 March 2027: SLE spring 2027: applications close
   says 12 to 14 April 2027: SLE spring 2027: interviews
   says 2 application forms
   says SLE spring 2027 (open): 2 applications
   snapshot
waits could not be delivered
waits I could not place

# Nothing new since: no digest.
clock 4 March 2027 07:31
pass
no digest

# On the third school day it is chased, although nothing is new; on a Saturday nobody is.
clock 5 March 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says waiting for 3 school days
   not 2 application forms
clock 6 March 2027 07:31
pass
no digest
clock 8 March 2027 07:31
pass
no digest

# Put off, it is not shown; after its day it comes back.
do done R2
do hold R1 until 16 March 2027
   says R1 is put off until Tuesday 16 March 2027
clock 15 March 2027 07:31
pass
no digest
clock 16 March 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   subject one thing waits for you
refuse done R2
   says No question R2 is open
refuse done
   says Which question?
do done R1 because I asked the school
waits for nothing
do digest
   says nothing waits for you
