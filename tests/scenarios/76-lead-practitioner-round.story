# Accreditation by portfolio: the words of its letters, and a project that is begun must be finished.
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example

clock 1 November 2027 08:00
do open lead-practitioner winter-2027 from 1 November 2027 to 3 December 2027
pass
letter opening to head@hazelbank.example
   says Do you have a teacher who looks closely at what works in the classroom
   says Please pass this on to them.
clock 2 November 2027 10:00
mail from Priya Nair <p.nair@hazelbank.example>
   subject Lead practitioners
   | Hello, I would like to find out more about becoming a Lead Practitioner.
pass
letter information-pack to p.nair@hazelbank.example
   subject Lead Practitioners: how to apply
   says Speak to your headteacher, whose support you need.
   attached lead-practitioner-application.docx

# The second project has a title and nothing else.
clock 9 November 2027 10:00
mail from Priya Nair <p.nair@hazelbank.example>
   form of lead-practitioner with project_2_title = Oracy in mathematics
mail from Tom Reed <t.reed@hazelbank.example>
   form of lead-practitioner
mail from Sian Lewis <s.lewis@hazelbank.example>
   form of lead-practitioner with years = 1
pass
letter incomplete to p.nair@hazelbank.example
   says Project 2: Focus: This is empty.
   says Project 2: Evidence and impact: This is empty.
   not Project 3
   snapshot
letter acknowledgement to t.reed@hazelbank.example
   says Your headteacher’s reference
   snapshot
letter acknowledgement to s.lewis@hazelbank.example
letter reference-request to head@hazelbank.example
letter reference-request to head@hazelbank.example
   says has applied to become a Lead Practitioner
   says The difference their research made
   not release
   attached lead-practitioner-head-reference.docx
case LP-2027-0001 incomplete on time missing Project 2: Focus; Project 2: Evidence and impact

# She answers the letter beneath the labels.
clock 9 November 2027 11:00
mail from Priya Nair <p.nair@hazelbank.example>
   reply incomplete
   | Project 2: Focus
   | We asked our Year 4 to explain their reasoning to a partner before they wrote it.
   |
   | Project 2: Evidence and impact
   | Their explanations were longer, and twice as many reached the expected standard.
pass
letter superseded to p.nair@hazelbank.example
letter reference-request to head@hazelbank.example
case LP-2027-0001 complete on time
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about LP-2027-0001
   reference of lead-practitioner headteacher statement = Her pupils talk like mathematicians.
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about LP-2027-0002
   reference of lead-practitioner headteacher
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request to head@hazelbank.example about LP-2027-0003
   | I support Sian's application.
pass
letter reference-thanks to head@hazelbank.example
letter reference-thanks to head@hazelbank.example
letter reference-thanks to head@hazelbank.example
letter reference-arrived to p.nair@hazelbank.example
letter reference-arrived to t.reed@hazelbank.example
letter reference-arrived to s.lewis@hazelbank.example
reference LP-2027-0003 counts I support Sian

clock 3 December 2027 18:06
pass
letter closing-summary to ruth.adeyemi@harbour-alliance.example
   subject Lead Practitioner winter 2027 has closed: 3 applied
   says Sian Lewis: fewer than 2 years of teaching are given
do confirm lead-practitioner winter-2027
clock 10 January 2028 09:00
do shortlist LP-2027-0001
do interview LP-2027-0001 17 January 2028 10:00 at Harbour Primary School
pass
letter interview to p.nair@hazelbank.example
clock 14 January 2028 08:31
pass
letter interview-reminder to p.nair@hazelbank.example
clock 20 January 2028 09:00

# Decided in the programme's own words.
refuse outcome LP-2027-0001 maybe
   says Expected `accredited`, `reserve because …` or `not accredited because …`
do outcome LP-2027-0001 accredited
   says LP-2027-0001 (Priya Nair): accredited.
do outcome LP-2027-0002 not accredited because there is one project only, and its evidence is from one lesson
do outcome LP-2027-0003 reserve because another year of teaching would help
do release outcomes lead-practitioner winter-2027
   says 1 accredited, 1 reserve, 1 not accredited
do code CODE
pass
letter outcome-designated to p.nair@hazelbank.example
   says you have been accredited as a Lead Practitioner in Literacy across the curriculum
   says What accreditation means.
   says Accreditation is for three years
   not esignat
   paper accredited as a Lead Practitioner
   snapshot
letter outcome-not-designated to t.reed@hazelbank.example
   says not been accredited
   not esignat
letter outcome-reserve to s.lewis@hazelbank.example
   says We have not been able to accredit you now
   not esignat
register Priya Nair, Literacy across the curriculum, Hazelbank Primary School

# Accredited people agree projects: the number in the register is theirs.
do project REG-2028-0001 "Talk for writing in Year 4" due 1 December 2028
   says PRJ-2028-0001 is agreed with Priya Nair
pass
letter project-agreed to p.nair@hazelbank.example
letter project-agreed to head@hazelbank.example

# After three years she is looked at again, and accredited again.
do drop project PRJ-2028-0001 because she is on leave
pass
letter project-dropped to p.nair@hazelbank.example
clock 20 January 2031 09:00
pass
letter register-review-due to ruth.adeyemi@harbour-alliance.example
waits The designation of Priya Nair (REG-2028-0001
do review REG-2028-0001 on 20 January 2034
pass
letter register-renewed to p.nair@hazelbank.example
   says your accreditation as a Lead Practitioner has been reviewed and is renewed
   says Please show this letter to your headteacher
   not esignat
