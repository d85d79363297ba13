# A coordinator replies, and the office runs.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 19 March 2027 18:30
mail from Sian Lewis <s.lewis@millpond.example> at 17:00:00
   form
mail from Sian Lewis <s.lewis@millpond.example> at 18:05:00
   form with post = Deputy Head
mail from Dev Patel <d.patel@millpond.example> at 18:00:01
   form
mail from Angry Parent <parent@home.example>
   subject Complaint
   | I want to complain about my child's school.
pass
letter acknowledgement to s.lewis@millpond.example
letter after-closing to s.lewis@millpond.example
letter late to d.patel@millpond.example
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says Reply: 1 accept because … · 1 done · 1 hold
waits sent another form after the closing

# Several lines, amid a greeting, a signature, a quotation and a disclaimer.
clock 19 March 2027 19:00
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply coordinator-note
   | Hi clerk,
   |
   | 1: Accept because the first form was an older draft.
   | 2) done please
   | admit SLE-2027-0002 because the village was without power from five
   | and her headteacher telephoned
   | Thanks,
   |
   | Kind regards
   | Ruth
   | SLE Coordinator
   | 1 Orchard Lane
   |
   | This e-mail is confidential and intended for the addressee only.
   |
   | On Fri, 19 Mar 2027 at 18:30, Harbour Teaching School Alliance wrote:
   quoting
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   subject Re: 2 things wait for you
   says SLE-2027-0001 (Sian Lewis) is admitted: the correction counts.
   says R2 is settled
   says SLE-2027-0002 (Dev Patel) is admitted
   not Orchard
   snapshot
letter admitted to s.lewis@millpond.example
letter admitted to d.patel@millpond.example
case SLE-2027-0001 complete on time
case SLE-2027-0002 complete not on time
waits for nothing

# The same reply once more, as another mail: each was decided already.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply coordinator-note
   | 1 accept because I forgot
   | 2 done
   | 9 done
   quoting bare
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says 1 was decided already
   says 2 was decided already
   says There is no 9 in the letter that you answer: its numbers go up to 2.
silence

# What is not understood is said exactly; after three strange lines in a row it stops.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply command-answer
   | opne sle summer-2027
   | extend sle spring-2027 to 27 March 2027
   | What a week that was
   | I hope you are well
   | and that the weather is kind
   | close sle spring-2027
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says Did you mean `open`?
   says Please give the reason, for the record
   says I stopped reading there, after three lines in a row that I did not understand.
   not close sle
   snapshot
silence

# Nothing but thanks wants no answer.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply command-answer
   | Thanks!
   | Ruth
pass
silence

# `digest` alone needs no reply to anything.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   subject today
   | Digest please
   |
   | Ruth
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says Nothing waits for you to decide it.
silence

# Other commands do.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   subject summer
   | close sle spring-2027
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says I take commands only in a reply to a digest
silence

# And a coordinator may simply write.
clock 19 March 2027 19:40
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   subject Wednesday
   | The hall is booked for Wednesday.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
waits “Wednesday”
# One question: its number may be left out.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply coordinator-note
   | hold until 12 April
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says R3 is put off until Monday 12 April 2027
