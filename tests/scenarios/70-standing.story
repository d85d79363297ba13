# How people of the register stand: paused, back, moved, resigned, and, after a code, de-designated.
clock 3 May 2027 09:00
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
person Tom Reed <t.reed@oakfield.example>, Oakfield School, Music, 1 September 2024
person Amy Cole <a.cole@millpond.example>, Mill Pond School, Art, 1 September 2024
person Amy Cole <amy.cole@quay.example>, Quay Academy, Science, 1 September 2025
school Oakfield School, Jo Marsh, head@oakfield.example
national 100003 Oakfield School, Secondary, Harbour / 100004 Hillside School, Primary, Harbour / 100005 Hillside School, Primary, Quay

# A number or a name will do, if only one has it.
refuse pause REG-2024-0001
   says Please give the reason
refuse pause REG-2024-0099 because of leave
   says nobody called or numbered `REG-2024-0099`
refuse pause Pria Nair because of leave
   says Did you mean Priya Nair?
refuse pause Amy Cole because of leave
   says REG-2024-0003 (Mill Pond School), REG-2025-0001 (Quay Academy)
quiet

clock 10 May 2027 09:00
do pause Priya Nair because of maternity leave
   says REG-2024-0001 (Priya Nair) is paused, and is told so
refuse pause REG-2024-0001 because of leave
   says paused already
pass
letter register-paused to p.nair@hazelbank.example
   not maternity
   snapshot
entry REG-2024-0001 | paused | Hazelbank Primary School
do resume priya nair
   says is active again
pass
letter register-resumed to p.nair@hazelbank.example
   snapshot
refuse resume REG-2024-0001
   says active already

# Moved to a school whose headteacher is known: she is asked, and her answer is read by a person.
do moved REG-2024-0001 to Oakfield School because she wrote so on Monday
   says is at Oakfield School now
   says Jo Marsh, headteacher there, is asked to agree
pass
letter register-moved to p.nair@hazelbank.example
   says We have written to Jo Marsh today
   snapshot
letter register-moved-head to head@oakfield.example
   says up to 6 days a year
   snapshot
entry REG-2024-0001 | moved | Oakfield School | urn 100003
waits Priya Nair) has moved to Oakfield School
mail from Jo Marsh <head@oakfield.example>
   reply register-moved-head
   | Yes, I am happy to agree. Six days are fine.
   quoting
pass
waits head@oakfield.example has answered whether Oakfield School agrees to the work of Priya Nair (REG-2024-0001): “Yes, I am happy to agree. Six days are fine.” Does the school agree?
clock 11 May 2027 09:00
do resume REG-2024-0001 because the headteacher agrees
pass
letter register-resumed to p.nair@hazelbank.example
   says goes on at Oakfield School
   snapshot
waits for nothing

# To one that several schools are called, and whose headteacher nobody knows.
refuse moved REG-2024-0002 to Oakfield School because of nothing
   says is at Oakfield School already
do moved Tom Reed to Hillside School because he told me
   says 2 open schools are called so
   says whose address is not known here
pass
letter register-moved to t.reed@oakfield.example
   says reply with the name and e-mail address of your new headteacher
   snapshot
entry REG-2024-0002 | moved | Hillside School | urn  |
refuse urn REG-2024-0002 999999
   says no school 999999
do urn REG-2024-0002 100005
   says Hillside School is 100005, Quay
entry REG-2024-0002 | moved | Hillside School | urn 100005
waits Tom Reed) has moved to Hillside School

# Resigned: thanked, and the question about the move is settled.
refuse resign REG-2024-0002 on 31 August 2020 because of a new post
   says was designated on
do resign REG-2024-0002 on 31 August 2027 because he is retiring
   says with effect from Tuesday 31 August 2027
   says Nothing new is asked
pass
letter register-resigned to t.reed@oakfield.example
   not retiring
   snapshot
entry REG-2024-0002 | resigned | Hillside School | urn 100005 | Music | review  | ended 2027-08-31
refuse pause REG-2024-0002 because of leave
   says not designated any more: resigned
waits for nothing

# De-designated: a person decides, a code confirms, and only then a letter goes.
do de-designate REG-2024-0003 because the agreed release has not been possible for two years
   says would end today
   says right of appeal
pass
quiet
entry REG-2024-0003 | active
do code CODE
   says has ended
pass
letter register-de-designated to a.cole@millpond.example
   says the agreed release has not been possible for two years
   snapshot
entry REG-2024-0003 | de_designated
refuse resume REG-2024-0003
   says give the reason
# Now the name is that of one.
do specialism Amy Cole: Maths; D&T
   says REG-2025-0001 (Amy Cole): Mathematics, Design and technology.
do specialism REG-2025-0001 Science / Basket weaving
   says kept as written: Basket weaving
do address Amy Cole a.cole@quay.example
   says is written to at a.cole@quay.example from now on
entry REG-2025-0001 Amy Cole a.cole@quay.example | active | Quay Academy | urn  | Science; Basket weaving
quiet
