# Scores come back as a sheet, from a coordinator whom our own server vouches for, in answer to the pack.
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
do review pack sle spring-2027
pass
letter review-pack to ruth.adeyemi@harbour-alliance.example

# Nobody vouches for this one, though it has the address and answers the letter: nothing is noted.
mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply review-pack
   | Scores attached.
   sheet scores.xlsx = Item, Expertise, Reviewer / SLE-2027-0002, Red, Jo Hart
pass
waits A mail that says it is from Ruth Adeyemi brings a scoring sheet; our mail server did not say who sent it.
quiet
do scores sle spring-2027
   says Nobody

mail from Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>
   reply review-pack
   authenticated
   | Scores attached.
   sheet scores.xlsx = No., Item, Name, Expertise, Impact, Reviewer, Comments / 1, SLE-2027-0001, Priya Nair, Green, Amber, Jo Hart, strong / 2, SLE-2027-0002, Tom Reed, very good, Green, Jo Hart, / 3, SLE-2027-0044, Sam Green, Red, Red, Jo Hart, / 4, SLE-2027-0001, Priya Nair, Amber, Red, Sam Lake,
pass
letter scores-noted to ruth.adeyemi@harbour-alliance.example
   says I have noted 5 ratings of 2 applications, given by Jo Hart, Sam Lake
   says SLE-2027-0001: Expertise green, Impact amber, Expertise amber, Impact red
   says row 3, “Expertise”: “very good” is not Red, Amber or Green
   says row 4: there is no application “SLE-2027-0044”
   snapshot
do scores sle spring-2027
   says Priya Nair                1.0 of 2 (4 ratings by 2 reviewers)
   says Tom Reed                  2.0 of 2 (1 rating by 1 reviewer)

# An applicant's sheet is none.
mail from Tom Reed <t.reed@oakfield.example>
   reply acknowledgement
   authenticated
   sheet scores.xlsx = Item, Expertise, Reviewer / SLE-2027-0002, Green, Jo Hart
pass
letter after-closing to t.reed@oakfield.example
waits Tom Reed (SLE-2027-0002) sent another form after the closing.
do scores sle spring-2027
   says Tom Reed                  2.0 of 2 (1 rating by 1 reviewer)
quiet
