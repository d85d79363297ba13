# Two applicants of one name, and names that would be markup somewhere: each gets their own letter, as they write themselves.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Tom Reed <t.reed@oakfield.example>
   form with school = Oakfield School
mail from Tom Reed <treed@riverside.example>
   form with school = Riverside Academy; email = treed@riverside.example; post = Head of Music
mail from Sian <s.lewis@millpond.example>
   form with name = Siân [O'Neill] *_<b>; school = {{alliance.email}} & Sons | "St. John's" #eval(1); specialism = Music
pass
letter acknowledgement to t.reed@oakfield.example
letter acknowledgement to treed@riverside.example
letter acknowledgement to s.lewis@millpond.example
waits Tom Reed has applied as SLE-2027-0001 and as SLE-2027-0002
clock 16 April 2027 15:00
do outcome SLE-2027-0001 not designated because <b>*all*</b> examples {{were}} [from](http://x.example) one year group
do outcome SLE-2027-0002 designated
do outcome SLE-2027-0003 designated because of her evident #impact
do release outcomes sle spring-2027
   says designated: Tom Reed (SLE-2027-0002), Siân [O'Neill] *_<b> (SLE-2027-0003)
   says not designated: Tom Reed (SLE-2027-0001)
do code CODE
pass
letter outcome-not-designated to t.reed@oakfield.example
   says Feedback. <b>*all*</b> examples {{were}} [from](http://x.example) one year group.
   attached SLE-2027-0001 outcome.pdf
letter outcome-designated to treed@riverside.example
   says School: Riverside Academy
   attached SLE-2027-0002 outcome.pdf
letter outcome-designated to s.lewis@millpond.example
   says Dear Siân [O'Neill] *_<b>,
   says School: {{alliance.email}} & Sons | "St. John's" #eval(1)
   paper Dear Siân [O'Neill] *_<b>,
   paper School: {{alliance.email}} & Sons | "St. John's" #eval(1)
   attached SLE-2027-0003 outcome.pdf
   snapshot
register Siân [O'Neill] *_<b>, Music, {{alliance.email}} & Sons | "St. John's" #eval(1)
register Tom Reed, Mathematics, Riverside Academy
unregister Oakfield School
