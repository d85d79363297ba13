# Two kinds of reference, each with its own due date and chasers. Odd addresses are asked about, never trusted.
policy second referee
policy no reminders
config note_every_minutes = 60 => note_every_minutes = 100000
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form with referee_name = Ann Wood; referee_email = a.wood@oakfield.example
pass
letter acknowledgement to p.nair@hazelbank.example
   says We have written to Owen Brooks (head@hazelbank.example) and asked for it by 6pm on Friday 19 March 2027
   says We have written to Ann Wood (a.wood@oakfield.example) and asked for it by 6pm on Thursday 25 March 2027
letter reference-request to head@hazelbank.example
letter reference-request to a.wood@oakfield.example
   says has named you as their second referee
silence

# The one that is told of arrives; the other is still awaited.
mail from Owen Brooks <head@hazelbank.example>
   reply
   reference
pass
letter reference-thanks to head@hazelbank.example
letter reference-arrived to p.nair@hazelbank.example
   says Still to come: second referee’s reference
silence

# The second referee is chased by her own ladder, after the closing, and answers in HTML alone.
clock 23 March 2027 09:15
pass
letter reference-chaser to a.wood@oakfield.example
   says It is due in 2 school days, by 6pm on Thursday 25 March 2027, and this is our last reminder
silence
clock 23 March 2027 12:00
mail from Ann Wood <a.wood@oakfield.example>
   reply
   header Content-Type: text/html; charset=utf-8
   | <html><body><p>Dear Ruth,</p><p>Priya supported my department for a year. I <b>fully support</b> her application and understand that her school will release her.</p><div class="gmail_quote"><blockquote>Do you support this application?</blockquote></div></body></html>
pass
letter reference-thanks to a.wood@oakfield.example
   says It is filed
silence

# The applicant's own address as the head's: nobody is asked, a person is.
mail from Tom Reed <t.reed@oakfield.example> at 19 March 2027 17:00:00
   form with name = Tom Reed; email = t.reed@oakfield.example; head_email = t.reed@oakfield.example; referee_name = Jo Hart; referee_email = jo@millpond.example
pass
letter acknowledgement to t.reed@oakfield.example
letter reference-request to jo@millpond.example
waits gives their own address, t.reed@oakfield.example, as the headteacher’s
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
do ask SLE-2027-0002 headteacher at grace.okoro@gmail.com
   says is asked for the headteacher’s reference
pass
letter reference-request to grace.okoro@gmail.com
# A head at a provider where anybody can have an address.
mail from Grace Okoro <grace.okoro@gmail.com> at 19 March 2027 17:59:00
   reply
   | I support Tom and agree to release him.
pass
letter reference-thanks to grace.okoro@gmail.com
   says A person will read it
waits is at a provider where anybody can have an address
do accept reference SLE-2027-0002 headteacher
pass
letter reference-arrived to t.reed@oakfield.example
waits for nothing

# She forwarded our letter to her deputy elsewhere, who answers it: a person looks.
clock 23 March 2027 13:00
mail from Deputy <deputy@elsewhere.example>
   reply reference-request to jo@millpond.example
   | I support this application and agree to release.
pass
waits which has nothing to do with jo@millpond.example
silence
