# Weekly, on a Monday; where that is no school day, on the first school day of that week.
policy no references
policy no reminders
config digest = "daily" => digest = "weekly"
clock 22 March 2027 08:00
do open sle spring-2027 from 22 March 2027 to 23 April 2027
clock 22 March 2027 12:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example
clock 23 March 2027 07:31
pass
no digest
# Easter holidays from 26 March to 9 April; Monday 12 April is the first school day after them.
clock 29 March 2027 07:31
pass
no digest
clock 12 April 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   subject Monday 12 April 2027: nothing waits for you
   says 1 application form

# 3 May is a bank holiday.
clock 28 April 2027 12:00
mail from Tom Reed <t.reed@oakfield.example>
   form
pass
letter late to t.reed@oakfield.example
clock 3 May 2027 07:31
pass
no digest
clock 4 May 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   subject Tuesday 4 May 2027
clock 5 May 2027 07:31
pass
no digest
