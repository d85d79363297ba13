# What we owe home schools is told once it is late; the most urgent request comes first; doctor knows who could not be billed.
policy least_notice = 0
billing seller
billing reminders = [3, 14, 28] => reminders = []
billing statement = true => statement = false
national 100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
school Oakfield School, Jo Marsh, head@oakfield.example
clock 3 May 2027 08:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028
visited DEP-2027-0001 p.nair@hazelbank.example 4 May 2027 1 day
clerk --json doctor
   says every school that work is under way for has one
do deployment sle "Nowhere College" head Ann Rees <head@nowhere.example> by p.nair@hazelbank.example "Mathematics" 6 days from 4 May 2027 to 14 July 2028
clerk exits 2 doctor
   says the postal address or number (URN) of Nowhere College is not known, so that nothing can be issued to it
do drop DEP-2027-0002 because it was entered by mistake
clock 11 May 2027 08:00
do invoices draft
do invoices send
do code CODE
pass
letter deployment-dropped to head@nowhere.example
letter deployment-dropped to p.nair@hazelbank.example
letter deployment-dropped to head@hazelbank.example
letter invoice to head@oakfield.example
letter self-billing to head@hazelbank.example
clerk status
   says We owe home schools £297.50 (1 document).
do digest
   not We owe
clock 14 June 2027 08:00
clerk status
   says We owe home schools £297.50 (1 document), all of which should have been paid by now.
do digest
   says We owe home schools £297.50 (1 document), all of which should have been paid by now.
clerk --json status
   says "owed_to_home_schools_pence": 29750
   says "owed_late_pence": 29750
do paid SBS-2027-0001 on 14 June 2027
clerk status
   not We owe
do paid INV-2027-0001 on 14 June 2027

# Three requests, the last the most urgent.
mail from Owen Brooks <head@hazelbank.example>
   subject Music
   | We would like support with music, please.
mail from Jo Marsh <head@oakfield.example>
   subject Phonics
   | This is my first headship, and we need support with phonics.
mail from Owen Brooks <head@hazelbank.example>
   subject Maths
   | We are in special measures and need support with maths.
pass
letter commission-received to head@hazelbank.example
   says Music
letter commission-received to head@oakfield.example
letter commission-received to head@hazelbank.example
   says Mathematics
clock 15 June 2027 08:00
pass
letter digest to ruth.adeyemi@harbour-alliance.example
   says 1. Hazelbank Primary School asks for support with “Mathematics”
   says 2. Oakfield School asks for support with “Phonics”
   says 3. Hazelbank Primary School asks for support with “Music”
waits Music
waits Phonics
waits Mathematics
