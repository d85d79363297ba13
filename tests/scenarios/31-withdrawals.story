# Somebody goes no further: by plain mail, by command, before and after the decision; and comes back.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form
mail from Sian Lewis <s.lewis@millpond.example>
   form
mail from Dev Patel <d.patel@millpond.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter acknowledgement to s.lewis@millpond.example
letter acknowledgement to d.patel@millpond.example

# Plain words, in a reply above the quotation.
clock 3 March 2027 10:00
mail from Tom Reed <t.reed@oakfield.example>
   reply
   | Dear Ruth,
   |
   | I am sorry, but I would like to withdraw my application, as I am moving to Leeds in the summer.
   |
   | Tom
   |
   | On Tue, 2 Mar 2027 at 09:00, Harbour Teaching School Alliance wrote:
   quoting
pass
letter withdrawn to t.reed@oakfield.example
   says As you asked, your application to become a Specialist Leader of Education is withdrawn
   says Withdrawn on: Wednesday 3 March 2027
   snapshot
case SLE-2027-0002 withdrawn

# Said again, the answer is the same. A form after it is somebody's to ask about.
mail from Tom Reed <t.reed@oakfield.example>
   subject Did you get this?
   | I wish to withdraw my application.
pass
letter withdrawn to t.reed@oakfield.example
   says Withdrawn on: Wednesday 3 March 2027
silence

# What could be meant otherwise is read by a person.
mail from Priya Nair <p.nair@hazelbank.example>
   subject My application
   | Please be assured that I do not wish to withdraw my application.
mail from Priya Nair <p.nair@hazelbank.example>
   subject A question
   | Can I withdraw my application later if my school changes its mind?
mail from Priya Nair <p.nair@hazelbank.example>
   subject Your newsletter
   | Please withdraw my name from your mailing list.
pass
case SLE-2027-0001 complete on time
waits Priya Nair (SLE-2027-0001) wrote (“My application”)
waits Priya Nair (SLE-2027-0001) wrote (“A question”)
waits Priya Nair (SLE-2027-0001) wrote (“Your newsletter”)
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence

# Quoted words are nobody's new words.
mail from Sian Lewis <s.lewis@millpond.example>
   subject Re: a colleague
   | Thank you, I understand.
   |
   | > I would like to withdraw my application.
pass
case SLE-2027-0003 complete on time
waits Sian Lewis (SLE-2027-0003) wrote (“Re: a colleague”)

# From an address that we do not know nothing is withdrawn, and its sender learns nothing.
mail from Dev <dev@freemail.example>
   subject SLE-2027-0004
   | I would like to withdraw my application.
pass
silence
case SLE-2027-0004 complete on time
waits Dev Patel (SLE-2027-0004) (“SLE-2027-0004”) may wish to withdraw: dev@freemail.example writes so
do withdraw SLE-2027-0004 because he rang and said it was him
   says is withdrawn, and is told so
pass
letter withdrawn to d.patel@millpond.example
   says This is to confirm that your application
case SLE-2027-0004 withdrawn
refuse withdraw SLE-2027-0004
   says Please give the reason
refuse withdraw SLE-2027-0004 because he rang again
   says is withdrawn already

# A misunderstanding is undone.
refuse reinstate SLE-2027-0001 because why not
   says is not withdrawn
do reinstate SLE-2027-0004 because it was another Dev
pass
letter reinstated to d.patel@millpond.example
   says stands again in the spring 2027 round, just as it was
   snapshot
case SLE-2027-0004 complete on time

# After the decision and before the release: the letter that waited is dropped, and the code that was given is void.
clock 16 April 2027 15:00
refuse outcome SLE-2027-0002 designated
   says is withdrawn
do outcome SLE-2027-0001 SLE-2027-0003 designated
do outcome SLE-2027-0004 not designated because all examples were from one class
do release outcomes sle spring-2027
   says 2 designated, 0 reserve, 1 not designated
mail from Sian Lewis <s.lewis@millpond.example>
   subject SLE
   | I have been offered a headship and no longer wish to proceed with my application. Sorry!
pass
letter withdrawn to s.lewis@millpond.example
letter closing-summary to ruth.adeyemi@harbour-alliance.example
case SLE-2027-0003 withdrawn
refuse code CODE
   says Something has changed
do withdraw SLE-2027-0004 because he asked on the telephone
   says The outcome letter that waited is dropped
do reinstate SLE-2027-0004 because he changed his mind
   says The decision stands too: not designated
pass
letter withdrawn to d.patel@millpond.example
letter reinstated to d.patel@millpond.example
held outcome-not-designated SLE-2027-0004
   because until release
do release outcomes sle spring-2027
   says 1 designated, 0 reserve, 1 not designated
do code CODE
pass
letter outcome-designated to p.nair@hazelbank.example
letter outcome-not-designated to d.patel@millpond.example
silence

# After the release a wish to withdraw is a person's to see to.
mail from Priya Nair <p.nair@hazelbank.example>
   subject SLE
   | I am sorry, but I must withdraw from the programme.
clock 16 April 2027 17:00
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
register Priya Nair
waits Priya Nair (SLE-2027-0001) (“SLE”) wishes to withdraw, and has been told the outcome already
do withdraw SLE-2027-0001 because she is moving abroad
   says The entry in the register is ended
pass
letter withdrawn to p.nair@hazelbank.example
unregister Priya Nair
