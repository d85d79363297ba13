# A forged command changes nothing, nobody is answered, and it is reported.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
mail from Angry Parent <parent@home.example>
   subject Complaint
   | I want to complain about my child's school.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
waits I could not place

# Nobody vouches for it.
clock 1 March 2027 08:10
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   | 1 done
pass
silence
waits A mail that says it is from Ruth Adeyemi gave commands (“1 done”); our mail server did not say who sent it.

# Another server vouches for it, or one whose name only begins like ours, or a field beneath our own.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   header Authentication-Results: mx.evil.example; dmarc=pass header.from=harbour-alliance.example
   | close sle spring-2027
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   header Authentication-Results: mx.harbour-alliance.example.evil.example; dmarc=pass
   | 2 done
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   header Authentication-Results: mx.harbour-alliance.example; dmarc=fail (dmarc=pass) header.from=harbour-alliance.example
   header Authentication-Results: mx.harbour-alliance.example; dmarc=pass header.from=harbour-alliance.example
   | 3 done
pass
silence
waits (“close sle spring-2027”); our mail server did not say who sent it
waits (“2 done”); our mail server did not say who sent it
waits (“3 done”); our mail server did not confirm

# An honest stranger's server, with Ruth's name before the address.
mail from Ruth Adeyemi <ruth@evil.example>
   authenticated
   reply coordinator-note to ruth.adeyemi@harbour-alliance.example
   | 1 done
pass
silence
waits A mail from ruth@evil.example answers a letter that went to ruth.adeyemi@harbour-alliance.example and gives commands (“1 done”).

# `digest` is not brought to whoever asks in her name.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   subject digest
   | digest
pass
silence
waits gave commands (“digest”)

# All of it stands in the note and the digest, and nothing was done.
clock 1 March 2027 09:30
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   subject 6 things wait for you
do digest
   says Complaint
   says Nothing was done, and nobody was answered.
