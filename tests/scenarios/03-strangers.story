# Mail that is nobody's business to answer, and mail that is somebody's.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027

clock 2 March 2027 09:00
mail from Accounts <accounts@supplier.example>
   subject Your invoice 4711
   | Please find our invoice attached.
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   says A mail from accounts@supplier.example (“Your invoice 4711”) that I could not place
waits Your invoice 4711
silence

# Out of office, lists, no-reply robots, our own letters coming back: silence, and nothing for anybody to do.
mail from Head Office <head@oakfield.example>
   subject Automatic reply: Your SLE application
   | I am out of the office until Monday.
mail from Head Office <head@oakfield.example>
   subject Away
   header Auto-Submitted: auto-replied
   | I am away. Please apply to my deputy for information about the SLE programme.
mail from News <news@schools.example>
   subject SLE applications are open! Apply now
   header List-Unsubscribe: <https://schools.example/u>
   | How to become an SLE.
mail from Robot <no-reply@portal.example>
   subject How to apply for SLE
   | Information about applying.
mail from Robot <robot@portal.example>
   subject How to apply for SLE
   header Return-Path: <>
   | Information about applying.
mail from Clerk <sle@harbour-alliance.example>
   subject SLE application form
   | I would like to apply to become an SLE.
pass
silence

# A letter that came back is the coordinator's business; its sender is not answered.
mail from Mail Delivery System <MAILER-DAEMON@mx.example>
   subject Undelivered Mail Returned to Sender
   header Return-Path: <>
   | I'm sorry to have to inform you that your message could not be delivered to one or more recipients.
pass
silence
waits a letter could not be delivered

# Nobody, or several, as senders: not answered, but not dropped.
mail from a@one.example, b@two.example
   subject SLE application form
   | Could you send us the application form for SLE?
pass
silence
waits names more than one sender

# A form in a mail that says it is automatic is taken in; a person writes to its sender.
mail from Priya Nair <p.nair@hazelbank.example>
   header Precedence: bulk
   form
pass
silence
case SLE-2027-0001 complete on time
waits I did not acknowledge it

# Somebody who only seems to ask: a complaint is not answered with a form.
mail from Angry Parent <parent@home.example>
   subject Complaint about an SLE
   | I want to complain about the SLE who applied for information at our school.
pass
silence
waits Complaint about an SLE
clock 2 March 2027 10:01
pass
letter coordinator-note to ruth.adeyemi@harbour-alliance.example
   subject 4 things wait for you
   says one thing that you have been told of before
   snapshot
