# Whatever stands beside the days is put to a person; yes answers one question only; the other half of a day is asked about; and
# what a head wants kept is not printed.
policy reminders = []
policy end_alerts = []
billing seller
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 3 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics in Year 4" 6 days from 4 May to 16 July 2027 end point "Staff plan together"
clock 20 May 2027 16:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | Oakfield 6 May, 40 minutes
pass
letter visit-noted to p.nair@hazelbank.example
   says count as a half day, or not at all
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Yes please
pass
letter visit-noted to p.nair@hazelbank.example
   says half a day
   not 1 day |
visit DEP-2027-0001 2027-05-06 half a day

mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield
   | Oakfield on Tuesday 11 May, morning.
   | There was a safeguarding concern that I need to talk to somebody about.
pass
letter visit-noted to p.nair@hazelbank.example
waits Priya Nair writes of days worked, and of something else. They write: “Oakfield on Tuesday 11 May, morning. There was a safeguarding concern
mail from Priya Nair <p.nair@hazelbank.example>
   subject Oakfield again
   | I was also at Oakfield on Tuesday 11 May in the afternoon
pass
letter visit-noted to p.nair@hazelbank.example
   says How long was it in all: half a day or a full day?
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Yes
pass
letter visit-noted to p.nair@hazelbank.example
   says How long was it in all on Tuesday 11 May 2027: half a day or a full day?
mail from Priya Nair <p.nair@hazelbank.example>
   reply visit-noted
   | Full day
pass
letter visit-noted to p.nair@hazelbank.example
visit DEP-2027-0001 2027-05-11 1 day

# The agreement was entered as settled; a change of it is agreed by mail.
do change DEP-2027-0001 8 days
pass
letter deployment-agreement to head@oakfield.example
letter deployment-agreement to head@hazelbank.example
letter deployment-agreement to p.nair@hazelbank.example
mail from Owen Brooks <head@hazelbank.example>
   reply deployment-agreement to head@hazelbank.example
   | Agreed. Please send our share to a new account: 20-99-99 12345678.
mail from Jo Marsh <head@oakfield.example>
   reply deployment-agreement to head@oakfield.example
   | I agreed nothing of the sort!
pass
letter deployment-agreement-noted to head@hazelbank.example
waits Careful: Owen Brooks agrees to DEP-2027-0001, and writes about a bank account. Mails like this are how money is stolen.
waits Jo Marsh answers, and I cannot tell whether they agree to the agreement DEP-2027-0001
clock 21 May 2027 08:31
pass
letter visit-told to head@oakfield.example
waits The school year 2026–27 ends soon
