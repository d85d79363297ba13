# Whose form is it? An address is not trusted by its looks, and an applicant's form is changed by the applicant alone.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027

clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
pass
letter acknowledgement to p.nair@hazelbank.example

# A stranger sends a form that names Priya. Hers stays as it is; the stranger learns nothing about it.
mail from P Nair <priya.nair.hazelbank@freemail.example>
   form with name = Priya Nair; email = p.nair@hazelbank.example; post = Nothing
pass
letter checking to priya.nair.hazelbank@freemail.example
   not Priya
   not SLE-2027
   snapshot
case SLE-2027-0001 complete on time
waits came from priya.nair.hazelbank@freemail.example, which is not the address we have
letter coordinator-note to ruth.adeyemi@harbour-alliance.example

# From home, with the school's address on the form: taken, and somebody is asked.
mail from Tom Reed <tom@home.example>
   form with email = t.reed@oakfield.example
pass
letter acknowledgement to tom@home.example
waits Tom Reed (SLE-2027-0002) applied from tom@home.example, but the form gives t.reed@oakfield.example

# Two people of one name.
mail from Tom Reed <treed@riverside.example>
   form with post = Head of Music
pass
letter acknowledgement to treed@riverside.example
   says SLE-2027-0003
waits Tom Reed has applied as SLE-2027-0002 and as SLE-2027-0003

# A school's office sends the forms of two teachers in one mail, and a third in another.
mail from School Office <office@millpond.example>
   form with name = Sian Lewis; email = s.lewis@millpond.example
   form with name = Dev Patel; email = d.patel@millpond.example
mail from School Office <office@millpond.example>
   form with name = Amy Cole; email = a.cole@millpond.example
pass
letter acknowledgement to office@millpond.example
   says SLE-2027-0004
letter acknowledgement to office@millpond.example
   says SLE-2027-0005
letter acknowledgement to office@millpond.example
   says SLE-2027-0006
waits Sian Lewis (SLE-2027-0004) applied from office@millpond.example
waits Dev Patel (SLE-2027-0005) applied from office@millpond.example
waits Amy Cole (SLE-2027-0006) applied from office@millpond.example
clock 2 March 2027 10:30
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
