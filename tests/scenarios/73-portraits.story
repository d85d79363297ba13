# Pen portraits for the booklet: asked for, reminded of, answered in every way that people answer.
clock 1 June 2027 09:00
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2025
person Tom Reed <t.reed@oakfield.example>, Oakfield School, Music, 1 September 2025
person Amy Cole <a.cole@millpond.example>, Mill Pond School, Art, 1 September 2025
person Dev Patel <d.patel@riverside.example>, Riverside School, Science, 1 September 2025
person Left Long <l.long@riverside.example>, Riverside School, Science, 1 September 2019
do resign REG-2019-0001 because she moved abroad
pass
letter register-resigned to l.long@riverside.example

clock 7 June 2027 09:00
refuse ask portraits llm
   says Of which programme?
do ask portraits sle
   says 4 people are asked
refuse ask portraits sle
   says 4 asked before
pass
letter portrait-request to p.nair@hazelbank.example
   attached pen-portrait.docx
   snapshot
letter portrait-request to t.reed@oakfield.example
letter portrait-request to a.cole@millpond.example
letter portrait-request to d.patel@riverside.example

# The form, completed; other areas than the register has are a question.
mail from Priya Nair <p.nair@hazelbank.example>
   reply portrait-request
   portrait role = Mathematics lead; school = Hazelbank Primary School; specialisms = Maths; words = I lead mathematics across three year groups. Ask me about fluency.; consent = Yes; telephone = 01632 960987
# Beneath the questions, in the reply.
mail from Tom Reed <t.reed@oakfield.example>
   reply portrait-request
   answers Your role = Director of music
   answers What you offer = I build choirs where there were none, and leave teachers who can go on without me.
   answers May we print this = Yes, please do
# Without a word about printing.
mail from Amy Cole <a.cole@millpond.example>
   reply portrait-request
   portrait words = I teach drawing as a way of looking.
pass
letter portrait-thanks to p.nair@hazelbank.example
   says Priya Nair, Mathematics lead, Hazelbank Primary School
   says I lead mathematics across three year groups.
   snapshot
letter portrait-thanks to t.reed@oakfield.example
   says I build choirs where there were none, and leave teachers who can go on
letter portrait-consent to a.cole@millpond.example
   snapshot
waits Priya Nair (REG-2025-0001) gives the areas of expertise as Mathematics (register: Mathematics; Assessment) in the pen portrait
entry REG-2025-0001 telephone 01632 960987 | portrait Some(true) Mathematics lead “I lead mathematics
entry REG-2025-0002 portrait Some(true) Director of music “I build choirs
entry REG-2025-0003 portrait None  “I teach drawing
do done R1
mail from Amy Cole <a.cole@millpond.example>
   reply portrait-consent
   | No thank you, I would rather not.
   quoting
pass
letter portrait-thanks to a.cole@millpond.example
   says will not be printed
   snapshot
entry REG-2025-0003 portrait Some(false)  “I teach drawing

# Only who has not answered is reminded: after five school days, and after ten.
clock 14 June 2027 08:31
pass
letter portrait-chaser to d.patel@riverside.example
   attached pen-portrait.docx
   snapshot
clock 22 June 2027 09:00
pass
letter portrait-chaser to d.patel@riverside.example
   says our last reminder
   snapshot
clock 29 June 2027 09:00
pass
quiet

# From another address a person looks first.
mail from Dev Patel <dev@home.example>
   reply portrait-chaser to d.patel@riverside.example
   portrait words = I run a science club.; consent = Yes
pass
waits A pen portrait of Dev Patel (REG-2025-0004) has come, and it comes from dev@home.example, which is not the address in the register. Is it theirs? It reads: “I run a science club.”
quiet
entry REG-2025-0004 portrait None  “”
clock 29 June 2027 11:00
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   authenticated
   | 1 accept
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
letter portrait-thanks to d.patel@riverside.example
   says I run a science club.
entry REG-2025-0004 portrait Some(true)  “I run a science club.”

# A later mail replaces the words; too many of them are told, and printed all the same.
mail from Tom Reed <t.reed@oakfield.example>
   reply portrait-thanks
   portrait words = One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten eleven.
pass
letter portrait-thanks to t.reed@oakfield.example
   says It takes the place of the one that we had before.
   says We count 81 words, and there is room for about 80.
   snapshot
entry REG-2025-0002 portrait Some(true) Director of music “One two

# Words that are no answer go to a person; a forged mail changes nothing.
mail from Tom Reed <t.reed@oakfield.example>
   reply portrait-thanks
   | Could you make the first line bold?
   quoting
mail from Priya Nair <p.nair@hazelbank.example>
   denied
   portrait words = Buy my book.; consent = Yes
pass
waits Tom Reed (REG-2025-0002) answered our letter about the pen portrait in words of their own: “Could you make the first line bold?”
waits our own mail server says that its sender is forged
quiet
entry REG-2025-0001 “I lead mathematics

# By hand, and asked again next year with the present words beneath.
do portrait REG-2025-0003 yes: I teach drawing, and looking.
   says may be printed
pass
letter portrait-thanks to a.cole@millpond.example
   says I teach drawing, and looking.
clock 6 June 2028 09:00
pass
refuse ask portraits sle
   says 4 whose answer is there
do ask portrait Amy Cole
   says is asked
pass
letter portrait-request to a.cole@millpond.example
   says I teach drawing, and looking.
   snapshot
