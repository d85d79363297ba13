# Letters that wait: `hold all`, `lift hold`, `approve`, `drop`, `resend`.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
do hold all because the form on the website is the old one
   says Every letter that has not left is held
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form
mail from Sian Lewis <s.lewis@millpond.example>
   form
pass
silence
refuse resend L1
   says `approve L1` lets it go
refuse approve L99
   says There is no letter L99
refuse drop L2
   says Please give the reason
do drop L2 because I have telephoned him
   says L2 (acknowledgement to t.reed@oakfield.example) is dropped
do approve L1
pass
letter acknowledgement to p.nair@hazelbank.example
refuse drop L1 because it is wrong
   says it is sent already
refuse resend L2
   says is dropped
# The digest names them first; the coordinators' own letters are never kept back.
clock 2 March 2027 07:31
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says Letters that are stuck
   says L3, acknowledgement to s.lewis@millpond.example: held
silence
do digest
   says L3, acknowledgement to s.lewis@millpond.example: held (hold all: the form on the website is the old one)
do lift hold
   says One letter that was kept back leaves now.
pass
letter acknowledgement to s.lewis@millpond.example
silence
