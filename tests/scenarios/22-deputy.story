# Ruth is on holiday. What she does not decide is chased, and then her deputy is asked, who wants no digests otherwise.
policy no references
policy no reminders
config deputy = "" => deputy = "sam.okoro@harbour-alliance.example"
config +
   | [[coordinator]]
   | name = "Sam Okoro"
   | email = "sam.okoro@harbour-alliance.example"
   | digest = "none"
clock 1 March 2027 12:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
mail from Angry Parent <parent@home.example>
   subject Complaint
   | I want to complain about my child's school.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
# Her absence note is nobody's command, and opens nothing.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply
   header Auto-Submitted: auto-replied
   | I am on leave until 15 March.
   | 1 done
pass
waits I could not place
clock 2 March 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
clock 4 March 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says waiting for 3 school days
no digest
clock 5 March 2027 07:31
pass
no digest
clock 8 March 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says waiting for 5 school days
letter digest to sam.okoro@harbour-alliance.example
   says Ruth Adeyemi has been asked about this and has not decided it yet.
   says 1. A mail from parent@home.example
   not What is due next
   snapshot
silence
# The deputy answers as the coordinator would.
mail from Sam Okoro <sam.okoro@harbour-alliance.example>
   authenticated
   reply
   | 1 done
pass
letter command-answer to sam.okoro@harbour-alliance.example
   says R1 is settled
waits for nothing
clock 11 March 2027 07:31
pass
no digest
# A week's downtime does not start the ladder anew: one letter, for the latest morning.
mail from Angry Parent <parent@home.example>
   subject Another complaint
   | I want to complain about another school.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
clock 23 March 2027 09:00
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says waiting for 8 school days
letter digest to sam.okoro@harbour-alliance.example
clock 24 March 2027 07:31
pass
no digest
waits Another complaint
