# The same mail twice is one mail; another mail under the same Message-ID is another; and a robot is not fed for ever.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Priya Nair <p.nair@hazelbank.example>
   again
pass
letter acknowledgement to p.nair@hazelbank.example
silence
mail from Priya Nair <p.nair@hazelbank.example>
   again
pass
silence

# Two packs a week; then a person looks.
mail from Robot <robot@loop.example>
   subject SLE information
   | I am interested in SLE information.
mail from Robot <robot@loop.example>
   subject SLE information
   | I am interested in SLE information, again.
mail from Robot <robot@loop.example>
   subject SLE information
   | I am interested in SLE information, and again.
pass
letter information-pack to robot@loop.example
letter information-pack to robot@loop.example
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
silence
waits SLE information
