# A no, silence, an answer that is neither; a head whom nobody knows; somebody else.
policy reminders = []
school Oakfield School, Jo Marsh, head@oakfield.example
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
person Tom Reed <t.reed@millpond.example>, Millpond School, Mathematics, 1 September 2024
person Amy Cole <a.cole@quayside.example>, Quayside Academy, Assessment; Mathematics, 1 September 2024
clock 4 May 2027 09:00
do commission sle "Oakfield School" head Jo Marsh <head@oakfield.example> "Mathematics in Year 4"
waits DEP-2027-0001 (“Mathematics in Year 4” at Oakfield School) waits for somebody to do it.
do propose DEP-2027-0001 to Priya Nair 6 days from 13 May 2027 to 16 July 2027
   says DEP-2027-0001 (Oakfield School) is proposed to Priya Nair.
pass
letter deployment-proposal to p.nair@hazelbank.example
   says 6 days between 13 May and 16 July 2027
letter deployment-proposal-head to head@hazelbank.example

# She says no: he need not answer any more, and the coordinator has the others.
clock 4 May 2027 12:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply deployment-proposal
   | Sorry, not this term.
pass
letter deployment-proposal-thanks to p.nair@hazelbank.example
   says We will ask somebody else, and there is nothing more for you to do.
   snapshot
letter deployment-released to head@hazelbank.example
   snapshot
deployment DEP-2027-0001 requested
deployment DEP-2027-0001 Priya Nair no - released
waits Priya Nair has said no to DEP-2027-0001, “Mathematics in Year 4” at Oakfield School. Looked for: Mathematics. Who might be asked: (a) Tom Reed (REG-2024-0002, Millpond School): Mathematics; distance not known; 15 days left this year; nothing under way. (b) Amy Cole
# His late yes changes nothing.
mail from Owen Brooks <head@hazelbank.example>
   reply deployment-proposal-head
   | Yes, happy to release her.
pass
quiet
waits head@hazelbank.example answers our proposal of DEP-2027-0001, which is asked for now. They write: “Yes, happy to release her.”

# Nobody knows his head: the coordinator is asked, and says it.
do propose DEP-2027-0001 to t.reed@millpond.example
   says I know no head’s address for Millpond School: `head DEP-2027-0001 NAME <address>`
pass
letter deployment-proposal to t.reed@millpond.example
   says Your headteacher will be asked, too.
waits Tom Reed was asked to do DEP-2027-0001 at Oakfield School, but I know no head’s address for Millpond School. Who leads it?
do head DEP-2027-0001 Grace Obi <head@millpond.example>
   says Millpond School is led by Grace Obi <head@millpond.example>. They are asked.
pass
letter deployment-proposal-head to head@millpond.example

# He answers, and it is neither: a person reads it.
clock 5 May 2027 09:00
mail from Tom Reed <t.reed@millpond.example>
   reply deployment-proposal
   | Not this term, but I would be happy to in the autumn.
pass
quiet
waits Tom Reed answers our proposal of DEP-2027-0001 (“Mathematics in Year 4” at Oakfield School), and I cannot tell whether it is a yes. They write: “Not this term, but I would be happy to in the autumn.”
# Reminders on the third and sixth school day, then the coordinator; whoever is silent, and nobody else.
clock 7 May 2027 08:31
pass
letter deployment-proposal-chaser to t.reed@millpond.example
   snapshot
letter deployment-proposal-chaser to head@millpond.example
   says A no is quite all right
   snapshot
clock 10 May 2027 09:00
mail from Grace Obi <head@millpond.example>
   reply deployment-proposal-chaser
   | Yes, we can release him.
pass
letter deployment-proposal-thanks to head@millpond.example
   says We are waiting for the answer of Tom Reed.
# The clerk sleeps over the sixth day: the reminder comes late, once.
clock 13 May 2027 08:31
pass
letter deployment-proposal-chaser to t.reed@millpond.example
   says we may have to do that in any case
clock 17 May 2027 08:31
pass
quiet
waits Tom Reed has not answered our proposal of DEP-2027-0001 (“Mathematics in Year 4” at Oakfield School), in spite of reminders.
do other DEP-2027-0001 because he does not answer
   says Tom Reed is released and told so. Others who might be asked come to you.
pass
letter deployment-released to t.reed@millpond.example
   says That will not come about
   not does not answer
   snapshot
letter deployment-released to head@millpond.example
waits Tom Reed does not do DEP-2027-0001 any more. Looked for: Mathematics. Who might be asked: (a) Amy Cole
# The last of them; her head's no, by telephone.
do propose DEP-2027-0001 to Amy Cole
pass
letter deployment-proposal to a.cole@quayside.example
waits Amy Cole was asked to do DEP-2027-0001
do head DEP-2027-0001 Ann Wood <head@quayside.example>
pass
letter deployment-proposal-head to head@quayside.example
do answer DEP-2027-0001 head@quayside.example no
   says head@quayside.example says no.
pass
letter deployment-released to a.cole@quayside.example
waits Ann Wood cannot release Amy Cole for DEP-2027-0001, “Mathematics in Year 4” at Oakfield School. Looked for: Mathematics. Nobody else of SLE could be asked.
refuse other DEP-2027-0001
   says Nobody has been asked to do DEP-2027-0001
do drop DEP-2027-0001 because nobody has the time
pass
letter deployment-dropped to head@oakfield.example
refuse drop DEP-2027-0001 because nobody has the time
   says DEP-2027-0001 (Oakfield School) is dropped.
deployment DEP-2027-0001 dropped
