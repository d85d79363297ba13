# What is agreed is changed, reviewed, and ends: the parties agree to the change, are asked how it goes, are told of the end.
policy reminders = []
policy least_notice = 0
school Oakfield School, Jo Marsh, head@oakfield.example
school Hazelbank Primary School, Owen Brooks, head@hazelbank.example
person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
clock 4 May 2027 09:00
do deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by REG-2024-0001 "Mathematics in Year 4" 6 days from 6 May 2027 to 2 July 2027 review 20 May 2027 end point "Plans are shared"
refuse agree DEP-2027-0001 6 days from 6 May 2027 to 2 July 2027
   says is agreed and under way already; `change DEP-2027-0001 …` changes it.
refuse change DEP-2027-0001
   says What is to change?
refuse change DEP-2027-0001 6 days
   says says that already: nothing is changed
do change DEP-2027-0001 8 days from 6 May 2027 to 9 July 2027 rate £400 with Tom Hale <t.hale@hazelbank.example> 2 days
   says 8 days between 6 May and 9 July 2027. The agreement goes to head@oakfield.example, head@hazelbank.example and p.nair@hazelbank.example.
pass
letter deployment-agreement to head@oakfield.example
   subject A change to agree to
   says 8 days instead of 6 days
   says it ends on 9 July 2027 instead of 2 July 2027
   says cost: £400 a day
   says Tom Hale does 2 days of it
   not The agreement about
   snapshot
letter deployment-agreement to head@hazelbank.example
letter deployment-agreement to p.nair@hazelbank.example
deployment DEP-2027-0001 active
deployment DEP-2027-0001 charging {"rate":
deployment DEP-2027-0001 Tom Hale 2 days

# Before all have agreed it is changed again: an answer to the version before counts no more.
do change DEP-2027-0001 7 days
pass
letter deployment-agreement to head@oakfield.example
   says 7 days instead of 8 days
letter deployment-agreement to head@hazelbank.example
letter deployment-agreement to p.nair@hazelbank.example
clock 5 May 2027 09:00
mail from Jo Marsh <head@oakfield.example>
   reply deployment-agreement
   | I do not agree.
pass
quiet
waits Jo Marsh does not agree to the agreement DEP-2027-0001 (“Mathematics in Year 4” at Oakfield School). They write: “I do not agree.”
do answer DEP-2027-0001 head@oakfield.example yes
do answer DEP-2027-0001 head@hazelbank.example yes
do answer DEP-2027-0001 p.nair@hazelbank.example yes
   says p.nair@hazelbank.example agrees.
pass
letter deployment-active to head@oakfield.example
   pdf agreement-DEP-2027-0001.pdf says in place of the first
letter deployment-active to head@hazelbank.example
letter deployment-active to p.nair@hazelbank.example
letter deployment-active to t.hale@hazelbank.example
   says Please arrange the first visit

# The review, on its day; asleep, on the first day awake. Answers are a person's.
clock 19 May 2027 08:31
pass
quiet
clock 24 May 2027 08:31
pass
letter deployment-review to head@oakfield.example
   says far: none of the 7 days; it ends
   snapshot
letter deployment-review to head@hazelbank.example
letter deployment-review to p.nair@hazelbank.example
letter deployment-review to t.hale@hazelbank.example
mail from Jo Marsh <head@oakfield.example>
   reply deployment-review
   | It is going very well.
pass
quiet
waits head@oakfield.example answers our letter “How is it going? Mathematics in Year 4 at Oakfield School (DEP-2027-0001)”
# Twenty and ten school days before the end.
clock 11 June 2027 08:31
pass
letter deployment-end-alert to head@oakfield.example
   says ends in 20 school days, on Friday 9 July 2027
   says Plans are shared
   snapshot
letter deployment-end-alert to head@hazelbank.example
letter deployment-end-alert to p.nair@hazelbank.example
   says Please plan the visits that are left
   snapshot
letter deployment-end-alert to t.hale@hazelbank.example
clock 25 June 2027 08:31
pass
letter deployment-end-alert to head@oakfield.example
   says in 10 school days
letter deployment-end-alert to head@hazelbank.example
letter deployment-end-alert to p.nair@hazelbank.example
letter deployment-end-alert to t.hale@hazelbank.example
# Its end has come: nothing ends by itself.
clock 12 July 2027 08:31
pass
quiet
waits DEP-2027-0001 (“Mathematics in Year 4” at Oakfield School, Priya Nair and Tom Hale) was to end on Friday 9 July 2027; none of the 7 days logged. Has it ended?
deployment DEP-2027-0001 active
refuse end DEP-2027-0001 on 31 August 2027
   says Tuesday 31 August 2027 has not come yet
do end DEP-2027-0001 on 9 July
   says DEP-2027-0001 (Oakfield School) has ended; none of the 7 days logged. All parties are told.
pass
letter deployment-ended to head@oakfield.example
   snapshot
letter deployment-ended to head@hazelbank.example
letter deployment-ended to p.nair@hazelbank.example
   says If a day that you worked is missing
   snapshot
letter deployment-ended to t.hale@hazelbank.example
deployment DEP-2027-0001 ended
refuse end DEP-2027-0001
   says is ended: only what is under way can end
refuse change DEP-2027-0001 9 days
   says DEP-2027-0001 (Oakfield School) is ended.
