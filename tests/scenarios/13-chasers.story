# Chasers on school days before the due date; the applicant hears of it after the second; all of it stops with an answer.
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form with name = Tom Reed; email = t.reed@oakfield.example; head_email = head@oakfield.example; head_name = Ann Wood
mail from Sian Lewis <s.lewis@millpond.example>
   form with name = Sian Lewis; email = s.lewis@millpond.example; head_email = haed@millpond.example; head_name = Jo Hart
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter acknowledgement to s.lewis@millpond.example
letter reference-request to head@hazelbank.example
letter reference-request to head@oakfield.example
letter reference-request to haed@millpond.example
silence

# One comes back: the applicant is asked for the right address, and a delay is no bounce.
clock 2 March 2027 09:05
returned delayed to head@oakfield.example
returned failed to haed@millpond.example
pass
letter reference-address to s.lewis@millpond.example
   says haed@millpond.example does not work
   snapshot
silence
mail from Sian Lewis <s.lewis@millpond.example>
   reply
   | Sorry! It is head@millpond.example
pass
letter reference-asked to s.lewis@millpond.example
   says head@millpond.example
letter reference-request to head@millpond.example
   says Jo Hart
silence

# Seven school days before 19 March is Wednesday the 10th.
clock 10 March 2027 08:29
pass
silence
clock 10 March 2027 08:30
pass
letter reference-chaser to head@hazelbank.example
   says It is due in 7 school days
   snapshot
letter reference-chaser to head@oakfield.example
letter reference-chaser to head@millpond.example
pass
silence
# An answer ends it.
mail from Ann Wood <head@oakfield.example>
   reply
   reference
pass
letter reference-thanks to head@oakfield.example
letter reference-arrived to t.reed@oakfield.example
silence
# A week away: of two steps that were slept through, the latest is taken, once.
clock 18 March 2027 11:00
pass
letter reference-chaser to head@hazelbank.example
   says this is our last reminder
letter reference-missing to p.nair@hazelbank.example
   says We have asked your headteacher, Owen Brooks (head@hazelbank.example), for a reference and reminded them
   snapshot
letter reference-chaser to head@millpond.example
letter reference-missing to s.lewis@millpond.example
silence

# Late is a question for the coordinator, never a reason against the applicant.
clock 19 March 2027 18:00:30
mail from Owen Brooks <head@hazelbank.example>
   reply
   reference
pass
letter reference-thanks to head@hazelbank.example
   says A person will read it
waits It came after 6pm on Friday 19 March 2027
silence
clock 19 March 2027 18:06
pass
letter closing-summary to ruth.adeyemi@harbour-alliance.example
   says Complete: 1.
   says Awaiting a reference: 2.
   snapshot
case SLE-2027-0001 complete on time
silence
