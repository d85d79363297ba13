# Read blind: names, school, addresses, telephone and referees are gone from every file, wherever they were written.
policy no reminders
policy chasers = []
policy blind = true

clock 2 March 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
mail from Priya Anne Nair <p.nair@hazelbank.example>
   form with question_1 = When I, Priya Nair, came to Hazelbank Primary School I wrote to p.nair@hazelbank.example; question_2 = As Mr Brooks says: Ms NAIR'S lessons. Nair (Priya) leads. Will we? Hazelbank did.; question_3 = Call 01632 960123
mail from Tom Reed <t.reed@oakfield.example>
   form with specialism = Music; head_email = head@oakfield.example; school = Oakfield Academy; head_name = Jo Park; question_1 = I read to Year 1, and Reed was read to. We played in the park.
pass
letter acknowledgement to p.nair@hazelbank.example
letter reference-request to head@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter reference-request to head@oakfield.example
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request
   | Name of the applicant: Priya Anne Nair
   | Do you support this application? Yes
   | Does the school have the capacity to release the applicant? Yes
   | Days a year for which release is agreed: 12
   | Supporting statement: Priya has changed how we at Hazelbank teach number. I am glad of Ms Nair.
   | Your name: Owen Brooks
pass
letter reference-thanks to head@hazelbank.example
letter reference-arrived to p.nair@hazelbank.example
clock 22 March 2027 10:00
pass
do review pack sle spring-2027
   says (2 applications, without names)
pass
letter review-pack to ruth.adeyemi@harbour-alliance.example
   says read blind
   not Priya
   pdf review-pack-sle-spring-2027.pdf says Item 1: name removed
   pdf review-pack-sle-spring-2027.pdf says When I, [name], came to [school] I wrote to [e-mail]
   pdf review-pack-sle-spring-2027.pdf says [name] has changed how we at [school] teach number.
   pdf review-pack-sle-spring-2027.pdf says I read to Year 1, and [name] was read to. We played in the park.
   pdf review-pack-sle-spring-2027.pdf says Head of Mathematics
   pdf review-pack-sle-spring-2027.pdf not Priya
   pdf review-pack-sle-spring-2027.pdf not Nair
   pdf review-pack-sle-spring-2027.pdf not NAIR
   pdf review-pack-sle-spring-2027.pdf not Hazelbank
   pdf review-pack-sle-spring-2027.pdf not Brooks
   pdf review-pack-sle-spring-2027.pdf not 960123
   pdf review-pack-sle-spring-2027.pdf not Orchard
   pdf review-pack-sle-spring-2027.pdf not hazelbank
   pdf SLE-2027-0001.pdf says name removed
   pdf SLE-2027-0001.pdf not Priya
   pdf SLE-2027-0001.pdf not Hazelbank
   pdf SLE-2027-0002.pdf not Oakfield
   sheet scores-sle-spring-2027.xlsx says SLE-2027-0001
   sheet scores-sle-spring-2027.xlsx not Priya
   snapshot
