# A head supports a head: an LLE's placement of half a day a week, which they agree to for themselves; with its review half-way.
policy reminders = []
clock 6 September 2027 09:00
designated of lle Ann Wood <head@quayside.example>, Coaching new headteachers, Quayside Academy
do commission lle "Oakfield School" head Jo Marsh <head@oakfield.example> "Coaching" need "I am a first-time head."
   says DEP-2027-0001 (“Coaching” at Oakfield School) is noted.
deployment DEP-2027-0001 requested; Oakfield School, Coaching; urgent: new-head
waits DEP-2027-0001 (“Coaching” at Oakfield School) waits for somebody to do it.
do propose DEP-2027-0001 to REG-2027-0001 half a day a week from 13 September 2027 to 20 July 2028 model placement
   says Letters go to head@quayside.example; I know no head’s address for Quayside Academy
   says A placement has an agreed end point; none is said yet.
pass
letter deployment-proposal to head@quayside.example
waits Ann Wood was asked to do DEP-2027-0001
do head DEP-2027-0001 Ann Wood <head@quayside.example>
mail from Ann Wood <head@quayside.example>
   reply deployment-proposal
   | I'd love to.
pass
letter deployment-proposal-thanks to head@quayside.example
   says Both of you have now said yes
waits Ann Wood said yes to DEP-2027-0001, “Coaching” at Oakfield School. What shall the agreement say?
refuse agree DEP-2027-0001 model placement
   says A placement has an agreed end point: please add
do agree DEP-2027-0001 end point "Jo Marsh leads without help"
   says The agreement goes to head@oakfield.example and head@quayside.example.
pass
letter deployment-agreement to head@oakfield.example
   says a placement of up to a day a week
letter deployment-agreement to head@quayside.example
deployment DEP-2027-0001 19 days placement 2027-09-13..2028-07-20; review 2028-02-11

# They agree; half-way the parties are asked how it goes, and she, who leads a school herself, once.
mail from Jo Marsh <head@oakfield.example>
   reply deployment-agreement
   | Agreed
mail from Ann Wood <head@quayside.example>
   reply deployment-agreement
   | Agreed
pass
letter deployment-agreement-noted to head@oakfield.example
letter deployment-active to head@oakfield.example
letter deployment-active to head@quayside.example
   pdf agreement-DEP-2027-0001.pdf says Jo Marsh leads without help
deployment DEP-2027-0001 active
clock 10 February 2028 08:31
pass
quiet
clock 11 February 2028 08:31
pass
letter deployment-review to head@oakfield.example
letter deployment-review to head@quayside.example
