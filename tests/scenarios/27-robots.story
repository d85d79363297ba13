# A robot behind a coordinator's address that does not say it is one: at most two answers, then a person looks.
policy no references
policy no reminders
clock 1 March 2027 08:00
mail from Angry Parent <parent@home.example>
   subject Complaint
   | I want to complain about my child's school.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
waits “Complaint”
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply
   | Your ticket 4711 has been opened.
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply
   | Your ticket 4712 has been opened.
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply
   | Your ticket 4713 has been opened.
pass
silence
waits that I could not place
