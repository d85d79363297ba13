# Scores by command: noted, averaged, and deciding nothing.
policy no references
policy no reminders

clock 2 March 2027 09:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
mail from Priya Nair <p.nair@hazelbank.example>
   form
mail from Tom Reed <t.reed@oakfield.example>
   form with specialism = Music
pass
letter acknowledgement to p.nair@hazelbank.example
letter acknowledgement to t.reed@oakfield.example
clock 22 March 2027 10:00
do scores sle spring-2027
   says Nobody of sle spring-2027 has been scored yet.
do score SLE-2027-0001 Expertise green by Jo Hart: strong on impact
   says SLE-2027-0001 (Priya Nair): Expertise green noted of Jo Hart. The average of all 1 rating is 2.0 of 2; it decides nothing.
do score SLE-2027-0001 impact amber, coach g by Jo Hart
   says Impact amber, Coaching and facilitation green noted of Jo Hart
do score SLE-2027-0001 amber
   says Overall amber noted of Ruth Adeyemi. The average of all 4 ratings is 1.5 of 2
do score SLE-2027-0002 Expertise red
# Given again, it takes the place of the one before.
do score SLE-2027-0001 amber by Ruth Adeyemi: on second thoughts still amber
   says all 4 ratings
refuse score SLE-2027-0001 Expertise purple
   says does not end in red, amber or green
refuse score SLE-2027-0001 Expertse green
   says Did you mean `Expertise`?
refuse score SLE-2027-0001
   says What rating?
refuse score SLE-2027-0009 green
   says There is no case
do scores sle spring-2027
   says SLE-2027-0001  Priya Nair                1.5 of 2 (4 ratings by 2 reviewers)  Expertise 2.0, Impact 1.0, Coaching and facilitation 2.0, overall 1.0
   says SLE-2027-0002  Tom Reed                  0.0 of 2 (1 rating by 1 reviewer)  Expertise 0.0
pass
silence
# A low score has decided nothing.
case SLE-2027-0002 complete on time
do shortlist SLE-2027-0002
