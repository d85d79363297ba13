# Minutes: the host's wait for a coordinator's yes, the coordinator's own go at once; other files are not sent on.
policy reminders = []
policy day_before = false
policy morning = false
clock 6 October 2026 09:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Tom Reed <t.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
pass
do meeting sle "Autumn network" 6 October 2026 15:45 to 17:00 at Hazelbank Primary School host Owen Brooks <head@hazelbank.example>
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to t.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-host to head@hazelbank.example
refuse minutes MTG-2026-0001
   says is still to come
clock 7 October 2026 08:30
pass
letter attendance-request to head@hazelbank.example
refuse send minutes MTG-2026-0001
   says The host has sent no minutes
refuse minutes MTG-2026-0001
   says I found no file that I can send on

# Who came and the minutes, in one mail: both are taken, and nothing is sent on yet.
clock 7 October 2026 10:00
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-request
   | All except Priya Nair. The minutes are attached.
   attach Minutes 6/10 «final».pdf = %PDF-1.4 the minutes, exactly so\0\x80
   attach photos.zip = PK\x03\x04photographs
pass
letter attendance-noted to head@hazelbank.example
letter minutes-received to head@hazelbank.example
   says photos.zip is neither PDF nor Word (.docx) nor OpenDocument (.odt)
   snapshot
attended MTG-2026-0001 Amy Cole, Tom Reed; absent Priya Nair
quiet
waits Owen Brooks sent the minutes of Autumn network (MTG-2026-0001)
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says Shall I send them on to the 3 people who were invited?
   says Not sent on: photos.zip

# A newer version takes its place. Whoever has left the register meanwhile gets nothing.
clock 7 October 2026 13:00
status a.cole@millpond.example resigned
mail from Owen Brooks <head@hazelbank.example>
   reply meeting-host
   | Here are better minutes.
   attach minutes.docx = PK\x03\x04better minutes
pass
letter minutes-received to head@hazelbank.example
waits minutes.docx (1 KB). Shall I send them on to the 2 people
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   authenticated
   | 1 send
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says The minutes of MTG-2026-0001 (Autumn network) (minutes.docx) go to 2 people.
letter minutes to p.nair@hazelbank.example
   says We missed you at Autumn network
   attached minutes.docx
   bytes minutes.docx = PK\x03\x04better minutes
   snapshot
letter minutes to t.reed@oakfield.example
   says Thank you for coming
refuse send minutes MTG-2026-0001
   says have been sent already

# Files of other kinds, or that are not what they say, are a question.
mail from Owen Brooks <head@hazelbank.example>
   reply meeting-host
   | The minutes once more.
   attach minutes.pdf = MZ not a PDF at all
pass
quiet
waits I cannot send them on as they are. Not sent on: minutes.pdf is not what its name says, or is damaged.
# A stranger's do not even get that far.
mail from Somebody Else <somebody@home.example>
   reply attendance-request to head@hazelbank.example
   | Minutes attached
   attach minutes.pdf = %PDF-1.4 lies
pass
quiet
waits A mail from somebody@home.example

# The coordinator's own command, with the file: at once. Without our server's word, nothing.
clock 8 October 2026 09:00
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   | minutes MTG-2026-0001
   attach agreed.odt = PK\x03\x04agreed
pass
quiet
waits gave commands (“minutes MTG-2026-0001”)
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   authenticated
   | minutes MTG-2026-0001
   attach agreed.odt = PK\x03\x04agreed
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says (agreed.odt) go to 2 people.
letter minutes to p.nair@hazelbank.example
   bytes agreed.odt = PK\x03\x04agreed
letter minutes to t.reed@oakfield.example
