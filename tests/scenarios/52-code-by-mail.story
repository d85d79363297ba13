# What cannot be undone needs a one-time code. By mail, too: once, for a day, and only from whom it was given to.
policy no references
policy no reminders
config +
   | [[coordinator]]
   | name = "Sam Okoro"
   | email = "sam.okoro@harbour-alliance.example"
   | digest = "none"
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
clock 22 March 2027 09:00
pass
letter closing-summary to ruth.adeyemi@harbour-alliance.example
letter closing-summary to sam.okoro@harbour-alliance.example
letter digest to ruth.adeyemi@harbour-alliance.example
do outcome SLE-2027-0001 designated
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply digest
   | release outcomes sle spring-2027
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says 1 designated, 0 reserve, 0 not designated. One letter would go out at once.
   says code
   not Done:
silence

# The code in a mail that nobody vouches for, or in a stranger's: nothing.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply command-answer
   code
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   denied
   reply command-answer
   code
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits our mail server did not say who sent it
waits our mail server did not confirm

# In her own it is carried out, once.
clock 22 March 2027 11:00
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply command-answer
   code
   |
   | Ruth
   quoting
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says The outcomes of sle spring-2027 are released: 1 designated
letter outcome-designated to p.nair@hazelbank.example
register Priya Nair
clock 22 March 2027 11:05
mail from Mallory <mallory@evil.example>
   reply command-answer to ruth.adeyemi@harbour-alliance.example
   authenticated
   | release outcomes sle spring-2027
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits mallory@evil.example

# The very bytes of her mail again: nothing. The used code in a new mail: refused.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply command-answer
   code
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says has been used already
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   again
pass
silence

# Another coordinator has no use for it either, and a code that was never given is none.
mail from Sam Okoro <sam.okoro@harbour-alliance.example>
   authenticated
   reply closing-summary
   | 123456
pass
letter command-answer to sam.okoro@harbour-alliance.example
   says Not done
silence
