# A funded project from its agreement to its bursary: reminders, more time, a clerk who slept, a report that was not enough.
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
clock 7 June 2027 09:00
designated of lead-practitioner Priya Nair <p.nair@hazelbank.example>, Literacy across the curriculum, Hazelbank Primary School
designated of lead-practitioner Tom Reed <t.reed@oakfield.example>, Science, Oakfield School
designated Sian Lewis <s.lewis@hazelbank.example>, Phonics, Hazelbank Primary School

refuse project REG-2027-0009 "Talk for writing" due 10 March 2028
   says There is no REG-2027-0009 in the register
refuse project REG-2027-0003 "Talk for writing" due 10 March 2028
   says Specialist Leaders of Education funds no projects
refuse project REG-2027-0001 "Talk for writing" due 1 June 2027
   says Tuesday 1 June 2027 has passed already
refuse project REG-2027-0001 "Talk for writing" due 1 June 2035
   says more than 3 years
refuse project REG-2027-0001 "Talk for writing" due 10 March 2028 bursary £12.5
   says `£12.5` is not an amount of money
refuse project REG-2027-0001 "Talk for writing" due 10 March 2028 bursary -£5
   says A bursary is no debt
do project REG-2027-0001 "Talk for writing in Year 4" due 10 March 2028
   says PRJ-2027-0001 is agreed with Priya Nair: “Talk for writing in Year 4”, mid-point report by Friday 22 October 2027, final report by Friday 10 March 2028; bursary £500.00.
   says Letters go to p.nair@hazelbank.example and to head@hazelbank.example.
refuse project REG-2027-0001 “talk for writing in year 4” due 3 March 2028
   says Priya Nair has agreed “Talk for writing in Year 4” already: PRJ-2027-0001
do project REG-2027-0002 “Bubbles & *foam*” due 17 December 2027 bursary £1,250.50
   says bursary £1,250.50. A letter goes to t.reed@oakfield.example. I know no head’s address for Oakfield School
pass
letter project-agreed to p.nair@hazelbank.example
   says The bursary is £500.00. It is paid to the school
   snapshot
letter project-agreed to head@hazelbank.example
   snapshot
letter project-agreed to t.reed@oakfield.example
   says Bubbles & *foam*
   not has a letter about the project, too
project PRJ-2027-0001 agreed £500.00 midpoint 2027-10-22 final 2028-03-10
project PRJ-2027-0002 agreed £1,250.50

# It is given up, and nothing more comes of it.
do drop project PRJ-2027-0002 because he is leaving the school
   says PRJ-2027-0002 (Tom Reed) does not go on
pass
letter project-dropped to t.reed@oakfield.example
   says no bursary will be paid
   not leaving
   snapshot
project PRJ-2027-0002 abandoned
refuse accept project PRJ-2027-0002
   says PRJ-2027-0002 (Tom Reed) is abandoned; nothing is due any more
refuse bursary paid PRJ-2027-0002
   says does not go on, and nothing is paid for it
refuse extend project PRJ-2027-0009 to 1 May 2028 because of illness
   says There is no project PRJ-2027-0009

clock 14 October 2027 12:00
pass
silence
clock 15 October 2027 08:31
pass
letter project-reminder to p.nair@hazelbank.example
   subject A reminder: your mid-point report is due in 5 school days (PRJ-2027-0001)
   not bursary
   snapshot

# She asks for time: a person's matter.
clock 18 October 2027 10:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply project-reminder
   | The class is away this week. Could I have until 5 November?
pass
quiet
waits Priya Nair writes about the project PRJ-2027-0001 (“Talk for writing in Year 4”) and encloses no report. They write: “The class is away this week. Could I have until 5 November?”
clock 18 October 2027 12:00
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says 1 extend …
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   authenticated
   reply coordinator-note
   | 1 extend to 5 November because the class is away
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says PRJ-2027-0001 (Priya Nair): the mid-point report is now due by Friday 5 November 2027. They are told.
letter project-extended to p.nair@hazelbank.example
   says is now due by Friday 5 November 2027. Until now it was Friday 22 October 2027.
   snapshot
refuse extend project PRJ-2027-0001 midpoint to 17 March 2028 because it is late
   says The final report of PRJ-2027-0001 (Priya Nair) is due on Friday 10 March 2028, before that. Move it first.
refuse accept project PRJ-2027-0001
   says No report of PRJ-2027-0001 (Priya Nair) has come
clock 22 October 2027 08:31
pass
letter project-reminder to p.nair@hazelbank.example

# The number alone opens nothing, not even from her own address; and our server's word that she is forged is heeded.
clock 3 November 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject PRJ-2027-0001 report
   attach report.docx = words
mail from Rogue <rogue@elsewhere.example>
   subject PRJ-2027-0001
   attach report.docx = words
mail from Priya Nair <p.nair@hazelbank.example>
   reply project-reminder
   denied
   attach report.docx = words
pass
silence
waits A mail from p.nair@hazelbank.example, the address of its holder, names the project PRJ-2027-0001
waits A mail from rogue@elsewhere.example, another address than its holder’s
waits seems to come from Priya Nair, but our own mail server says
project PRJ-2027-0001 agreed

# Her answer to our letter does.
clock 4 November 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply project-reminder
   attach Talk report.docx = words
   attach results.xlsx = numbers
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says Friday 5 November 2027: mid-point report of Priya Nair (PRJ-2027-0001)
letter project-report to p.nair@hazelbank.example
   says We received the mid-point report
   says Talk report.docx
   says What comes next is the final report, due by Friday 10 March 2028.
   snapshot
waits The mid-point report of Priya Nair for the project PRJ-2027-0001 (“Talk for writing in Year 4”) has come: Talk report.docx and results.xlsx
project PRJ-2027-0001 report_received midpoint 2027-11-05 here
do accept project PRJ-2027-0001
   says the mid-point report is accepted
pass
letter project-accepted to p.nair@hazelbank.example
   says What comes next is the final report, due by Friday 10 March 2028
   snapshot
project PRJ-2027-0001 agreed
refuse bursary paid PRJ-2027-0001
   says The final report of PRJ-2027-0001 (Priya Nair) has not been accepted yet

clock 4 February 2028 08:31
pass
letter project-reminder to p.nair@hazelbank.example
   subject in 20 school days
   says The bursary of £500.00 can be paid once the final report has been accepted.

# Off from the beginning of March until after the day: what was to say "in five days" is not said any more, and the reminder
# after the day comes on its own day.
clock 13 March 2028 09:00
pass
silence
clock 14 March 2028 08:31
pass
letter project-reminder to p.nair@hazelbank.example
   subject Your final report was due on Friday 10 March 2028
   snapshot
clock 20 March 2028 08:31
pass
letter project-reminder to p.nair@hazelbank.example
clock 27 March 2028 08:31
pass
silence
waits was due on Friday 10 March 2028, and has not come in spite of reminders

# It comes; it is not enough; ten school days, with Easter between.
clock 28 March 2028 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply project-reminder
   attach final.pdf = words
pass
letter project-report to p.nair@hazelbank.example
   says We received the final report
   not What comes next
waits has come: final.pdf, in message 7. It came after its day. Is it good?
do ask more PRJ-2027-0001 because please say how many pupils took part
   says is asked for more, by Wednesday 26 April 2028
pass
letter project-more to p.nair@hazelbank.example
   says Please say how many pupils took part.
   says by Wednesday 26 April 2028
   snapshot
project PRJ-2027-0001 agreed final 2028-04-26
clock 30 March 2028 09:00
pass
quiet
clock 19 April 2028 09:00
pass
letter project-reminder to p.nair@hazelbank.example
   subject in 5 school days
mail from Priya Nair <p.nair@hazelbank.example>
   reply project-more
   attach final.pdf = better words
pass
letter project-report to p.nair@hazelbank.example
waits has come: final.pdf, in message 8. Is it good?
do accept project PRJ-2027-0001
   says the bursary of £500.00 may be paid: say `bursary paid PRJ-2027-0001 on DATE`
pass
letter project-accepted to p.nair@hazelbank.example
   says The bursary of £500.00 will now be paid
   snapshot
project PRJ-2027-0001 accepted
clock 3 May 2028 09:00
refuse bursary paid PRJ-2027-0001 on 4 May 2028
   says is not between the agreement and today
do bursary paid PRJ-2027-0001 on 2 May
   says £500.00 paid on Tuesday 2 May 2028
refuse bursary paid PRJ-2027-0001
   says was noted as paid on Tuesday 2 May 2028
refuse drop project PRJ-2027-0001 because it is over
   says has been paid; it cannot be dropped
project PRJ-2027-0001 paid
pass
quiet

# Something more for a project that is over.
mail from Priya Nair <p.nair@hazelbank.example>
   reply project-accepted
   attach photographs.zip = pictures
pass
quiet
waits sent photographs.zip for the project PRJ-2027-0001, for which nothing is awaited: it is paid
# The head answers his letter.
mail from Owen Brooks <head@hazelbank.example>
   reply project-agreed
   | How much was it again?
pass
quiet
waits head@hazelbank.example, who had our letter about the project PRJ-2027-0001 of Priya Nair, has answered it. They write: “How much was it again?”
