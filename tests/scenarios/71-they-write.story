# Designated people write that something has changed. Nothing is done before a coordinator has said so.
clock 10 May 2027 09:00
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
person Tom Reed <t.reed@oakfield.example>, Oakfield School, Music, 1 September 2024
person Amy Cole <a.cole@millpond.example>, Mill Pond School, Art, 1 September 2024
person Dev Patel <d.patel@riverside.example>, Riverside School, Science, 1 September 2024

mail from Priya Nair <p.nair@hazelbank.example> at 08:50:01
   subject SLE
   | Dear Ruth,
   |
   | I am resigning as SLE with effect from 31 August 2027, as I am leaving teaching.
   |
   | Priya
mail from Tom Reed <t.reed@oakfield.example> at 08:50:02
   subject Change of school
   | From September I will have a new post at St. Mary’s Church of England School, in Quay. My email is now t.reed@stmarys.example.
mail from Amy Cole <a.cole@millpond.example> at 08:50:03
   subject Leave
   | I'm on maternity leave from 1 June.
mail from Dev Patel <d.patel@riverside.example> at 08:50:04
   subject SLE
   denied
   | I resign.
# Who is away is not on leave for us: an automatic answer says nothing.
mail from Dev Patel <d.patel@riverside.example> at 08:50:05
   subject Automatic reply: your letter
   header Auto-Submitted: auto-replied
   | I am on leave until Monday.
# Thanks are no change.
mail from Dev Patel <d.patel@riverside.example> at 08:50:06
   subject Thanks
   | Thank you, that was a good meeting.
pass
waits Priya Nair (REG-2024-0001) seems to resign on 31 August 2027: “Dear Ruth, I am resigning as SLE
waits Tom Reed (REG-2024-0002) seems to have moved to St Mary’s Church of England School, and to have another address, t.reed@stmarys.example
waits Amy Cole (REG-2024-0003) seems to be away for a while
waits But our mail server doubts that the mail is theirs. Nothing has been changed.
waits Dev Patel (REG-2024-0004) wrote (“Thanks”) and I could not tell what is wanted
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   snapshot
quiet
entry REG-2024-0001 | active
entry REG-2024-0002 | active | Oakfield School

# The coordinator answers by number.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   authenticated
   | 1 resign
   | 2 address
   | 3 pause
   | 4 done
   | 5 done
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
letter register-resigned to p.nair@hazelbank.example
   says with effect from Tuesday 31 August 2027
letter register-paused to a.cole@millpond.example
entry REG-2024-0001 | resigned | Hazelbank Primary School | urn  | Mathematics | review  | ended 2027-08-31
entry REG-2024-0002 Tom Reed t.reed@stmarys.example | active | Oakfield School
entry REG-2024-0003 | paused
entry REG-2024-0004 | active

# Back again.
mail from Amy Cole <a.cole@millpond.example>
   subject Back
   | I am back from maternity leave and ready to start again.
pass
waits seems to be back
do resume REG-2024-0003
pass
letter register-resumed to a.cole@millpond.example
waits for nothing
