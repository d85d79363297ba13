# A whole round of another programme, which is configuration alone: headteachers apply, so it is their chair of governors and
# a head whom they have supported who are asked about them.
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
school Millpond Primary School, Ben Shaw, head@millpond.example

clock 1 September 2027 09:00
do open lle autumn-2027 from 6 September 2027 to 8 October 2027
   says closes at 6pm on Friday 8 October 2027
do dates lle autumn-2027 interviews 8 to 9 November 2027
clock 6 September 2027 08:00
pass
letter opening to head@hazelbank.example
   says Have you led a school for three years or more
   not Please pass this on
   attached lle-application.docx
   snapshot
letter opening to head@millpond.example

# A question, and the answer with the form.
clock 7 September 2027 10:00
mail from Ben Shaw <head@millpond.example>
   subject LLE
   | Please could I have the details of how to become a local leader of education?
pass
letter information-pack to head@millpond.example
   says Speak to your chair of governors and your second referee (a headteacher whom you have supported), whose support you need.
   not your headteacher
   attached lle-application.docx
   snapshot

clock 14 September 2027 09:00
mail from Ben Shaw <head@millpond.example>
   form of lle
pass
letter acknowledgement to head@millpond.example
   says Your second referee’s reference
   not headteacher’s
   snapshot
letter reference-request to chair@millpond.example
   says has named you as their chair of governors
   says Does the governing body support this application?
   says or cannot release Ben Shaw
   attached lle-chair-reference.docx
   snapshot
letter reference-request to head@oakfield.example
   says has named you as their second referee
   not release
   attached lle-second-reference.docx
   snapshot
case LLE-2027-0001 complete on time

# A head of two years: flagged, never refused. The chair's answer, between the lines.
clock 15 September 2027 11:00
mail from Zoe Hart <head@ferry.example>
   form of lle with school = Ferry School; years = 2; chair_name = Ian Bell; chair_email = chair@ferry.example; referee_name = Sue Day; referee_email = head@quay.example
pass
letter acknowledgement to head@ferry.example
letter reference-request to chair@ferry.example
letter reference-request to head@quay.example
clock 20 September 2027 16:00
mail from Grace Obi <chair@millpond.example>
   reply
   reference of lle chair-of-governors statement = He has turned our school round.
mail from Ian Bell <chair@ferry.example>
   reply
   answers Does the governing body support = Yes
   answers Can the school release its headteacher = Yes, with conditions
   answers Supporting statement = She is an outstanding head.
mail from Sue Day <head@quay.example>
   reply
   | I fully support her application: her coaching changed my first year.
pass
letter reference-thanks to chair@millpond.example
letter reference-arrived to head@millpond.example
   subject Your chair of governors’ reference has arrived
   says Still to come: second referee’s reference.
letter reference-thanks to chair@ferry.example
letter reference-thanks to head@quay.example
letter reference-arrived to head@ferry.example
   says Still to come: chair of governors’ reference.
waits It makes release conditional
reference LLE-2027-0001 counts He has turned

# A week after the closing the references are due; the reminders count back from there.
clock 5 October 2027 08:31
pass
letter reference-chaser to head@oakfield.example
   says Do you support this application?
clock 8 October 2027 18:06
pass
letter closing-summary to ruth.adeyemi@harbour-alliance.example
   subject LLE autumn 2027 has closed: 2 applied
   says Ben Shaw: second referee’s reference: asked, no answer yet
   says Zoe Hart: chair of governors’ reference
clock 11 October 2027 08:31
pass
letter reference-chaser to head@oakfield.example
letter reference-missing to head@millpond.example
   subject Your second referee’s reference has not come yet
clock 12 October 2027 09:00
mail from Ann Wood <head@oakfield.example>
   reply reference-chaser
   | I support Ben's application without hesitation. His coaching carried me through my first inspection.
pass
letter reference-thanks to head@oakfield.example
letter reference-arrived to head@millpond.example
   says With it your application LLE-2027-0001 has everything it needs
do accept reference LLE-2027-0002 chair-of-governors
pass
letter reference-arrived to head@ferry.example
do confirm lle autumn-2027

do shortlist LLE-2027-0001, LLE-2027-0002
do interview LLE-2027-0001 8 November 2027 14:00 at Harbour Primary School
pass
letter interview to head@millpond.example
   says Thank you for your application to become a Local Leader of Education
clock 5 November 2027 08:31
pass
letter interview-reminder to head@millpond.example
clock 10 November 2027 16:00
do outcome LLE-2027-0001 designated
do outcome LLE-2027-0002 not designated because three years of headship are needed for this work
do release outcomes lle autumn-2027
   says 1 designated, 0 reserve, 1 not designated
do code CODE
pass
letter outcome-designated to head@millpond.example
   says designated a Local Leader of Education
   says Please show this letter to your chair of governors
   says A placement lasts from six months to three years
   not headteacher,
   snapshot
letter outcome-not-designated to head@ferry.example
   says not been designated
register Ben Shaw, Coaching new headteachers, Millpond Primary School
