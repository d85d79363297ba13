# Files that cannot be read: the sender learns which, and what to send instead; the stamp is kept.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027

clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   attach application.docx = \xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0
pass
letter incomplete to p.nair@hazelbank.example
   says We could not read the file “application.docx”: it is protected by a password.
   says Please save the form without a password
   not each answer after its label
   attached sle-application.docx
   snapshot
case SLE-2027-0001 unreadable on time

mail from Tom Reed <t.reed@oakfield.example>
   attach IMG_2041.jpg = \xff\xd8\xff\xe0 a photograph of a form
pass
letter incomplete to t.reed@oakfield.example
   says it is a picture
   says rather than a photograph or a scan

mail from Sian Lewis <s.lewis@millpond.example>
   attach application.docx = PK\x03\x04 cut off
pass
letter incomplete to s.lewis@millpond.example
   says is damaged and could not be opened

mail from Dev Patel <d.patel@millpond.example>
   attach application.docx = \x78\x9f\x3e\x22 winmail
pass
letter incomplete to d.patel@millpond.example
   says came as winmail.dat

mail from Amy Cole <a.cole@millpond.example>
   blank
pass
letter incomplete to a.cole@millpond.example
   says there is nothing in any of its boxes

mail from Ben Shaw <b.shaw@millpond.example>
   subject SLE application
   attach My letter.txt = Dear all,\nI would like to be an SLE.\n
pass
letter incomplete to b.shaw@millpond.example
   says is not our application form
   attached sle-application.docx

# The attachment was forgotten at 17:58. Whatever comes later, this mail was in time.
clock 19 March 2027 17:58
mail from Zoe Hart <z.hart@millpond.example>
   subject SLE application
   | Dear Ruth, please find attached my completed application form. Zoe
pass
letter incomplete to z.hart@millpond.example
   says There was no form with your mail
   says which leaves you 2 minutes
   snapshot
case SLE-2027-0007 unreadable on time
clock 19 March 2027 18:30
mail from Zoe Hart <z.hart@millpond.example> at 18:02:00
   reply
   form
pass
letter after-closing to z.hart@millpond.example
   says was received in time
   not stood then, complete
waits Zoe Hart (SLE-2027-0007) sent another form after the closing
case SLE-2027-0007 unreadable on time
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
do admit SLE-2027-0007 because the first mail was in time and only the attachment was forgotten
pass
letter admitted to z.hart@millpond.example
case SLE-2027-0007 complete on time
