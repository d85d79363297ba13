# Before any round, between rounds, and before the opening: nothing is lost, and nobody has to send a form twice.
policy no references
policy no reminders
clock 4 January 2027 10:00
mail from Priya Nair <p.nair@hazelbank.example> at 10:02:00
   subject SLE
   | When does the next round open? I would like to apply.
clock 4 January 2027 10:05
pass
letter window-closed to p.nair@hazelbank.example
   says No application round is open at the moment
   says We have noted your name
   snapshot
mail from Tom Reed <t.reed@oakfield.example>
   form
mail from Sian Lewis <s.lewis@millpond.example>
   form without telephone
pass
letter window-closed to t.reed@oakfield.example
   says We have kept your form under the reference SLE-2027-0001
   snapshot
letter window-closed to s.lewis@millpond.example
case SLE-2027-0001 kept

clock 1 February 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
   says Forms that were kept and are now entered: 2
pass
letter entered to t.reed@oakfield.example
   says it opens on Monday 1 March 2027 and closes at 6pm on Friday 19 March 2027
   says It is complete
   snapshot
letter entered to s.lewis@millpond.example
   says Telephone: This is empty.
case SLE-2027-0001 complete on time
case SLE-2027-0002 incomplete on time missing Telephone

# An enquiry and a form between announcement and opening.
mail from Dev Patel <d.patel@millpond.example>
   subject Becoming an SLE
   | Could you tell me how to apply to be a specialist leader?
mail from Amy Cole <a.cole@millpond.example>
   form
pass
letter information-pack to d.patel@millpond.example
   says Applications are not open yet
   says opens on Monday 1 March 2027
letter acknowledgement to a.cole@millpond.example
   says The round is not open yet. We have kept your form, and it will count from the opening on.
   snapshot
case SLE-2027-0003 complete on time

# Before its opening a round may be moved.
do open sle spring-2027 from 8 March 2027 to 26 March 2027
   says opens on Monday 8 March 2027
refuse close sle spring-2027
   says has not opened yet
clock 8 March 2027 00:00
refuse open sle spring-2027 from 9 March 2027 to 27 March 2027
   says is open already

# Long after the closing a form is not late any more: it is kept for the next round.
clock 30 April 2027 12:00
mail from Ben Shaw <b.shaw@millpond.example> at 30 April 2027 11:00:00
   form
mail from Zoe Hart <z.hart@millpond.example> at 23 April 2027 17:59:59
   form
pass
letter window-closed to b.shaw@millpond.example
letter late to z.hart@millpond.example
   says We have noted your name
