# A yes counts for whom it was said of; and a yes with a doubt is none.
policy reminders = []
school Oakfield School, Jo Marsh, head@oakfield.example
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
person Ana Bell <a.bell@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
clock 4 May 2027 09:00
do commission sle "Oakfield School" head Jo Marsh <head@oakfield.example> "Mathematics in Year 4"
waits waits for somebody to do it.
do propose DEP-2027-0001 to Priya Nair 2 days from 13 May 2027 to 16 July 2027
pass
letter deployment-proposal to p.nair@hazelbank.example
letter deployment-proposal-head to head@hazelbank.example
clock 4 May 2027 11:00
do other DEP-2027-0001
pass
letter deployment-released to p.nair@hazelbank.example
letter deployment-released to head@hazelbank.example
waits Priya Nair
clock 4 May 2027 12:00
do propose DEP-2027-0001 to Ana Bell 6 days from 13 May 2027 to 16 July 2027
# He answers the letter about Priya, when it is Ana who is asked.
mail from Owen Brooks <head@hazelbank.example>
   reply deployment-proposal-head about Priya
   | Yes, happy to release her.
pass
letter deployment-proposal to a.bell@hazelbank.example
letter deployment-proposal-head to head@hazelbank.example
quiet
waits head@hazelbank.example answers an earlier proposal of DEP-2027-0001; by now it is proposed to Ana Bell. I have counted nothing.
mail from Owen Brooks <head@hazelbank.example>
   reply deployment-proposal-head about Ana
   | Yes. Not before June though.
pass
quiet
waits and I cannot tell whether it is a yes. They write: “Yes. Not before June though.”
mail from Owen Brooks <head@hazelbank.example>
   reply deployment-proposal-head about Ana
   | Yes, that is fine.
pass
letter deployment-proposal-thanks to head@hazelbank.example
