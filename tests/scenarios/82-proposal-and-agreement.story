# From a proposal to an agreement that everybody has agreed to, by mail; and who cannot agree in another's name.
policy reminders = []
school Oakfield School, Jo Marsh, head@oakfield.example
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
national 100001 Hazelbank Primary School, Primary, Harbour, 430000/290000 / 100002 Oakfield School, Primary, Harbour, 433000/294000
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
person Bea Mills <b.mills@oakfield.example>, Oakfield School, Mathematics, 1 September 2024
clock 4 May 2027 09:00
do commission sle "Oakfield School" head Jo Marsh <head@oakfield.example> "Mathematics in Year 4" need "Results have fallen for two years."
waits (a) Priya Nair (REG-2024-0001, Hazelbank Primary School): Mathematics and Assessment; 5 km away; 15 days left this year; nothing under way.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
refuse propose DEP-2027-0009 to REG-2024-0001
   says There is no deployment DEP-2027-0009
refuse propose DEP-2027-0001
   says To whom?
refuse propose DEP-2027-0001 to nobody@hazelbank.example
   says There is nobody called, numbered or reached at `nobody@hazelbank.example`
refuse propose DEP-2027-0001 to REG-2024-0002
   says Bea Mills is at Oakfield School already
refuse agree DEP-2027-0001 6 days from 13 May 2027 to 16 July 2027
   says Nobody has said yes
# She answers the note: the first on the list.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply coordinator-note
   | 1 a
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says DEP-2027-0001 (Oakfield School) is proposed to Priya Nair. Letters go to p.nair@hazelbank.example and to head@hazelbank.example.
letter deployment-proposal to p.nair@hazelbank.example
   says Please reply by Wednesday 12 May 2027
   says We are asking Owen Brooks, too
   snapshot
letter deployment-proposal-head to head@hazelbank.example
   says £350 a day; £297.50 goes to the home school, £52.50 is the alliance’s fee
   snapshot
deployment DEP-2027-0001 proposed
refuse propose DEP-2027-0001 to REG-2024-0001
   says was proposed to Priya Nair already. `other DEP-2027-0001` releases them first.
refuse agree DEP-2027-0001 6 days from 13 May 2027 to 16 July 2027
   says but they have not said yes

# An absence note is no answer; somebody else's answer is not theirs; nor is one that our server says is forged.
clock 4 May 2027 10:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply deployment-proposal
   header Auto-Submitted: auto-replied
   | Yes, I am away. I am happy to answer when I am back.
mail from The Office <office@hazelbank.example>
   reply deployment-proposal-head to head@hazelbank.example
   | Yes, that's fine by us.
mail from Priya Nair <p.nair@hazelbank.example>
   reply deployment-proposal
   denied
   | Yes, happy to.
pass
quiet
deployment DEP-2027-0001 proposed
deployment DEP-2027-0001 Priya Nair - -
waits An answer about DEP-2027-0001 has come from office@hazelbank.example, while our letter went to head@hazelbank.example. I have counted nothing. Is it theirs? They write: “Yes, that's fine by us.”
waits An answer about DEP-2027-0001 has come from p.nair@hazelbank.example, but our own mail server says that the sender could not be confirmed.

# Her plain yes, twice; and his, by the token alone, with a question.
clock 5 May 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply deployment-proposal
   | Yes, happy to!
pass
letter deployment-proposal-thanks to p.nair@hazelbank.example
   says We are waiting for the answer of Owen Brooks.
   snapshot
mail from Priya Nair <p.nair@hazelbank.example>
   reply deployment-proposal
   | Yes, as I said.
pass
quiet
mail from Owen Brooks <head@hazelbank.example>
   reply deployment-proposal-head
   | We can release her. Who pays for travel?
pass
letter deployment-proposal-thanks to head@hazelbank.example
   says Both of you have now said yes
   snapshot
deployment DEP-2027-0001 Priya Nair yes yes
waits Owen Brooks says yes to DEP-2027-0001, and asks something. The yes is noted, and nothing else. Please see to the rest, and answer head@hazelbank.example where it needs an answer. They write: “We can release her. Who pays for travel?”
waits Priya Nair and Owen Brooks said yes to DEP-2027-0001, “Mathematics in Year 4” at Oakfield School. What shall the agreement say?

# What is agreed goes to all three.
refuse agree DEP-2027-0001 6 days
   says From when to when?
refuse agree DEP-2027-0001 6 days from 13 May 2027 to 16 July 2027 rate £4.5
   says is not an amount of money
do agree DEP-2027-0001 6 days from 13 May 2027 to 16 July 2027 review 10 June 2027 end point "Year 4 teachers plan together" line "Look at books" line "Plan the first unit"
   says DEP-2027-0001 (Oakfield School): 6 days between 13 May and 16 July 2027. The agreement goes to head@oakfield.example, head@hazelbank.example and p.nair@hazelbank.example.
pass
letter deployment-agreement to head@oakfield.example
   says reply to this letter by Thursday 13 May 2027 with the one word AGREED
   attached agreement-DEP-2027-0001.pdf
   pdf agreement-DEP-2027-0001.pdf says Look at books
   pdf agreement-DEP-2027-0001.pdf says The alliance invoices Oakfield School
   snapshot
letter deployment-agreement to head@hazelbank.example
letter deployment-agreement to p.nair@hazelbank.example
   says The same letter goes to Jo Marsh and Owen Brooks.
deployment DEP-2027-0001 agreeing
deployment DEP-2027-0001 v1 person p.nair@hazelbank.example asked

clock 6 May 2027 09:00
mail from Jo Marsh <head@oakfield.example>
   reply deployment-agreement
   | AGREED
mail from Rogue <rogue@elsewhere.example>
   reply deployment-agreement to head@hazelbank.example
   | AGREED
pass
letter deployment-agreement-noted to head@oakfield.example
   says It now waits for Owen Brooks and Priya Nair.
   snapshot
waits An answer about DEP-2027-0001 has come from rogue@elsewhere.example
deployment DEP-2027-0001 v1 supported_head head@oakfield.example agreed
mail from Jo Marsh <head@oakfield.example>
   reply deployment-agreement
   | Agreed, see above
pass
quiet
mail from Priya Nair <p.nair@hazelbank.example>
   reply deployment-agreement
   | Agreed, provided that it is never on a Friday.
pass
quiet
waits Priya Nair answers, and I cannot tell whether they agree to the agreement DEP-2027-0001 (“Mathematics in Year 4” at Oakfield School). They write: “Agreed, provided that it is never on a Friday.”
deployment DEP-2027-0001 v1 person p.nair@hazelbank.example asked

# On the third school day they are reminded; those who have agreed are not.
clock 10 May 2027 08:31
pass
letter deployment-agreement-chaser to head@hazelbank.example
   says Jo Marsh agreed to it already; now it waits for you.
   attached agreement-DEP-2027-0001.pdf
   snapshot
letter deployment-agreement-chaser to p.nair@hazelbank.example
mail from Owen Brooks <head@hazelbank.example>
   reply deployment-agreement-chaser
   | That’s fine. Agreed.
pass
letter deployment-agreement-noted to head@hazelbank.example
   says It now waits for Priya Nair.
# She says it by telephone: the last one.
do answer DEP-2027-0001 p.nair@hazelbank.example yes
   says p.nair@hazelbank.example agrees. All have agreed, and have the finished agreement.
pass
letter deployment-active to p.nair@hazelbank.example
   says Please arrange the first visit with Jo Marsh (head@oakfield.example)
   pdf agreement-DEP-2027-0001.pdf says 10 May 2027
   snapshot
letter deployment-active to head@oakfield.example
   snapshot
letter deployment-active to head@hazelbank.example
   snapshot
deployment DEP-2027-0001 active
refuse answer DEP-2027-0001 p.nair@hazelbank.example yes
   says Nothing is asked of p.nair@hazelbank.example about DEP-2027-0001 (Oakfield School) now.
why DEP-2027-0001
   says Priya Nair says yes to the proposal.
   says All parties have agreed.
# Thanks need no answer; anything else is a person's.
mail from Jo Marsh <head@oakfield.example>
   reply deployment-active
   | Thank you!
mail from Jo Marsh <head@oakfield.example>
   reply deployment-active
   | Could she start a week later?
pass
quiet
waits head@oakfield.example answers our letter “Agreed by everybody: Mathematics in Year 4 at Oakfield School (DEP-2027-0001)” about DEP-2027-0001, which is agreed and under way. They write: “Could she start a week later?”
