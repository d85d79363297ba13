# The deadline is our server's stamp against the closing: not the sender's clock, not when we read it, on any side of a
# clock change.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 28 March 2027
   says 6pm on Sunday 28 March 2027

# The clocks went forward at 01:00 on 28 March. The clerk was off until Tuesday; that makes nobody late.
clock 30 March 2027 08:00
mail from In Time <in.time@millpond.example> at 28 March 2027 18:00:00
   header Date: Mon, 29 Mar 2027 09:00:00 +0100
   form
mail from Too Late <too.late@millpond.example> at 28 March 2027 18:00:01
   header Date: Sun, 28 Mar 2027 12:00:00 +0100
   form
mail from Half Done <half.done@millpond.example> at 28 March 2027 17:59:59
   form without post
pass
letter acknowledgement to in.time@millpond.example
   says 18:00:00 on Sunday 28 March 2027
letter late to too.late@millpond.example
   says 18:00:01 on Sunday 28 March 2027
letter incomplete to half.done@millpond.example
   says Your post: This is empty.
   not which leaves you
case SLE-2027-0001 incomplete on time missing Your post
case SLE-2027-0002 complete on time
case SLE-2027-0003 late not on time

# More time for everybody: what was late by the old closing and is not by the new one counts.
refuse extend sle spring-2027 to 2 April 2027
   says Please give the reason
refuse extend sle spring-2027 to 27 March 2027 because of nothing
   says must be later
do extend sle spring-2027 to 2 April 2027 because the county's mail was down on Sunday evening
   says One form that was late is now on time
pass
letter extended to too.late@millpond.example
   says is therefore on time and part of the round
   snapshot
letter extended to half.done@millpond.example
   says Your post: This is empty.
letter extended to in.time@millpond.example
case SLE-2027-0003 complete on time

# And in autumn, when the clocks go back.
clock 1 October 2027 08:00
do open sle autumn-2027 from 1 October 2027 to 31 October 2027
clock 1 November 2027 08:00
mail from In Time <in.time@millpond.example> at 31 October 2027 18:00:00
   form
mail from Too Late <too.late@millpond.example> at 31 October 2027 18:00:01
   form
pass
letter acknowledgement to in.time@millpond.example
letter late to too.late@millpond.example
case SLE-2027-0004 complete on time
case SLE-2027-0005 late not on time

# A round closed before its time is closed from that second on.
do open sle winter-2027 from 8 November 2027 to 30 November 2027
clock 15 November 2027 12:00
do close sle winter-2027
   says what is received after 12:00:00 on Monday 15 November 2027 is late
refuse close sle winter-2027
clock 15 November 2027 12:10
mail from Just Right <just.right@millpond.example> at 12:00:00
   form
mail from Just Wrong <just.wrong@millpond.example> at 12:00:01
   form
pass
letter acknowledgement to just.right@millpond.example
letter late to just.wrong@millpond.example
   says closed at 12:00:00 on Monday 15 November 2027
