# Designations come up for review. The coordinators are asked in time, and again on the day; nothing is decided by itself.
policy review_notice = 20
clock 3 May 2027 07:00
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 15 June 2023
person Tom Reed <t.reed@oakfield.example>, Oakfield School, Music, 15 June 2023
person Amy Cole <a.cole@millpond.example>, Mill Pond School, Art, 1 September 2025
do pause Tom Reed because of a secondment
pass
letter register-paused to t.reed@oakfield.example
silence

# Twenty school days before Tuesday 15 June, with the half-term between them.
clock 10 May 2027 08:31
pass
quiet
clock 11 May 2027 08:29
pass
quiet
clock 11 May 2027 08:31
pass
letter register-review-due to ruth.adeyemi@harbour-alliance.example
   snapshot
waits Priya Nair (REG-2023-0001, Hazelbank Primary School) is due for review on Tuesday 15 June 2027. Is it renewed?
waits Tom Reed (REG-2023-0002, Oakfield School) is due for review
clock 12 May 2027 08:31
pass
quiet

# One is renewed; the other waits, and is asked about once more on the day.
refuse review REG-2023-0001 1 June 2026
   says not in the future
refuse review REG-2023-0001 1 June 2047
   says more than 10 years
do review Priya Nair 15 June 2031
   says next review is on Sunday 15 June 2031
pass
letter register-renewed to p.nair@hazelbank.example
   snapshot
entry REG-2023-0001 review 2031-06-15
clock 14 June 2027 08:31
pass
quiet
# The clerk was down on the day itself.
clock 17 June 2027 09:00
pass
letter register-review-due to ruth.adeyemi@harbour-alliance.example
   says has come, and nothing has been decided yet
   snapshot
waits Tom Reed (REG-2023-0002, Oakfield School) was due for review on Tuesday 15 June 2027
clock 18 June 2027 09:00
pass
quiet
do resign REG-2023-0002 because he does not come back
pass
letter register-resigned to t.reed@oakfield.example
waits for nothing
