# Training: who came has it in the register and gets a certificate; a correction that takes one back waits for a person.
policy reminders = []
policy day_before = false
policy morning = false
clock 12 April 2027 10:00
designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School
designated Łucja Reed <l.reed@oakfield.example>, Music, Oakfield School
designated Amy Cole <a.cole@millpond.example>, Art, Millpond School
# Nobody has had core training, and none is set: the digest says so.
do digest
   says 3 people have not taken “Core training day” yet, and none is set.
do training sle core 20 May 2027 9:00 to 16:00 at Harbour Primary School, The Hall host Owen Brooks <head@hazelbank.example>
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to l.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-host to head@hazelbank.example
do digest
   not have not taken
clock 19 May 2027 15:30
pass
letter meeting-attendees to head@hazelbank.example
letter meeting-attendees-office to ruth.adeyemi@harbour-alliance.example
clock 21 May 2027 08:30
pass
letter attendance-request to head@hazelbank.example
   says Whoever was there gets a certificate
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-request
   | all except Amy Cole
pass
letter attendance-noted to head@hazelbank.example
   says Certificates are on their way to: Łucja Reed, Priya Nair.
   snapshot
letter certificate to p.nair@hazelbank.example
   pdf certificate-REG-2027-0001.pdf says Priya Nair
   pdf certificate-REG-2027-0001.pdf says Core training day
   snapshot
letter certificate to l.reed@oakfield.example
   pdf certificate-REG-2027-0002.pdf says Łucja Reed
do digest
   says 1 person has not taken “Core training day” yet

# The answer once more changes nothing, and sends nothing twice.
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-noted
   | all except Amy Cole
pass
letter attendance-noted to head@hazelbank.example
   not Certificates
# She was there after all: hers goes too.
mail from Owen Brooks <head@hazelbank.example>
   reply attendance-noted
   | Amy was there too. Priya did not come.
pass
letter attendance-noted to head@hazelbank.example
letter certificate to a.cole@millpond.example
   attached certificate-REG-2027-0003.pdf
quiet
waits Priya Nair (REG-2027-0001) had been marked present at Core training day (MTG-2027-0001) and has had a certificate.
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply coordinator-note
   authenticated
   | 1 take back because she had to leave before it began
pass
letter command-answer to ruth.adeyemi@harbour-alliance.example
   says Priya Nair (REG-2027-0001) no longer stands in the register as having taken `core`
refuse take back core from REG-2027-0001 because once is enough
   says is not known to have taken
refuse take back core
   says Which training, and from whom?
do digest
   says 1 person has not taken “Core training day” yet

# A module without a certificate is only noted; a correction takes it out again without a question.
clock 26 May 2027 09:00
pass
do training sle impact 26 May 2027 13:00 to 16:00 at Harbour Primary School host Owen Brooks <head@hazelbank.example>
pass
letter meeting-invitation to p.nair@hazelbank.example
letter meeting-invitation to l.reed@oakfield.example
letter meeting-invitation to a.cole@millpond.example
letter meeting-host to head@hazelbank.example
clock 26 May 2027 18:00
do attendance MTG-2027-0002 all
pass
quiet
trained-in impact Amy Cole, Priya Nair, Łucja Reed
do attendance MTG-2027-0002 all except Amy Cole
trained-in impact Priya Nair, Łucja Reed
trained-in core Amy Cole, Łucja Reed
