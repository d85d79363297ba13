# The review pack: everything, with names; the references that count, the flags, and a sheet for the scores.
policy no reminders
policy chasers = []

clock 2 March 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
refuse review pack sle spring-2027
   says no application
mail from Priya Nair <p.nair@hazelbank.example>
   form long question_2 = 342
mail from Tom Reed <t.reed@oakfield.example>
   form with specialism = Music; years = 1; head_email = head@oakfield.example; head_name = Jo Park
mail from Amy Cole <a.cole@millpond.example>
   form without question_4
pass
letter acknowledgement to p.nair@hazelbank.example
letter reference-request to head@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
letter reference-request to head@oakfield.example
letter incomplete to a.cole@millpond.example
mail from Owen Brooks <head@hazelbank.example>
   reply reference-request
   | Name of the applicant: Priya Nair
   | Do you support this application? Yes
   | Does the school have the capacity to release the applicant? Yes
   | Days a year for which release is agreed: 12
   | Supporting statement: Priya has changed how we teach number.
   | Your name: Owen Brooks
pass
letter reference-thanks to head@hazelbank.example
letter reference-arrived to p.nair@hazelbank.example
clock 22 March 2027 10:00
pass
do review pack sle spring-2027
   says The review pack of sle spring-2027 (2 applications) goes to Ruth Adeyemi.
   says Not in it: SLE-2027-0003: incomplete.
pass
letter review-pack to ruth.adeyemi@harbour-alliance.example
   attached review-pack-sle-spring-2027.pdf
   attached SLE-2027-0001.pdf
   attached SLE-2027-0002.pdf
   attached scores-sle-spring-2027.xlsx
   pdf review-pack-sle-spring-2027.pdf says Item 1: Priya Nair
   pdf review-pack-sle-spring-2027.pdf says Item 2: Tom Reed
   pdf review-pack-sle-spring-2027.pdf says Hazelbank Primary School
   pdf review-pack-sle-spring-2027.pdf says 342 words: over the limit of 300 by 42
   pdf review-pack-sle-spring-2027.pdf says Priya has changed how we teach number.
   pdf review-pack-sle-spring-2027.pdf says not here when this was printed
   pdf SLE-2027-0002.pdf says Complete years in a leadership role: 1.
   sheet scores-sle-spring-2027.xlsx says Priya Nair
   sheet scores-sle-spring-2027.xlsx says Coaching and facilitation
   snapshot
