# Two programs that answer one another, and neither says that it is one: two letters at most, then a person looks.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027

# Another alliance's clerk, which takes our letters for questions about its own programme.
clock 2 March 2027 09:00
mail from Other Clerk <clerk@other-alliance.example>
   subject SLE: how to apply
   | Thank you for your interest in becoming an SLE. Applications are open. How to apply: fill in the form.
pass
letter information-pack to clerk@other-alliance.example
mail from Other Clerk <clerk@other-alliance.example>
   reply
   | Thank you for your interest in becoming an SLE. Applications are open. How to apply: fill in the form.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits that I could not place
# As new mails, without a word about which letter they answer.
mail from Other Clerk <clerk@other-alliance.example>
   subject SLE: how to apply
   | Thank you for your interest in becoming an SLE. Applications are open. How to apply: fill in the form.
pass
letter information-pack to clerk@other-alliance.example
mail from Other Clerk <clerk@other-alliance.example>
   subject SLE: how to apply
   | Thank you for your interest in becoming an SLE. Applications are open. How to apply: fill in the form.
pass
silence
waits (“SLE: how to apply”)

# A ticket system that sends back what it gets, with our own blank form.
clock 3 March 2027 09:00
mail from Help Desk <helpdesk@portal.example>
   subject SLE application form
   | Your application form is attached to ticket 1.
   blank
pass
letter incomplete to helpdesk@portal.example
mail from Help Desk <helpdesk@portal.example>
   reply
   | Your application form is attached to ticket 2.
   blank
pass
letter incomplete to helpdesk@portal.example
mail from Help Desk <helpdesk@portal.example>
   reply
   | Your application form is attached to ticket 3.
   blank
pass
silence
waits helpdesk@portal.example

# One that sends the same form again and again.
clock 4 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   reply
   form
pass
letter acknowledgement to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   reply
   form
pass
silence
waits Priya Nair (SLE-2027-0002) sends the same again and again

# And one that withdraws in answer to the letter that says so.
mail from Priya Nair <p.nair@hazelbank.example>
   subject SLE
   | I would like to withdraw my application.
pass
letter withdrawn to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   reply
   | I would like to withdraw my application.
pass
letter withdrawn to p.nair@hazelbank.example
mail from Priya Nair <p.nair@hazelbank.example>
   reply
   | I would like to withdraw my application.
pass
silence
case SLE-2027-0002 withdrawn
