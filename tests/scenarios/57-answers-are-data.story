# Header lines in names, template syntax, HTML and links in answers: they stay what they are, words.
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from =?utf-8?q?Mallory=0D=0ABcc:_all=40schools.example=0D=0A=0D=0AHello?= <mallory@evil.example>
   subject =?utf-8?q?SLE=0D=0ABcc:_all=40schools.example?=
   form with name = Mallory⏎Bcc: all@schools.example; head_name = Owen⏎Bcc: all@schools.example; specialism = Maths⏎Bcc: all@schools.example
pass
letter acknowledgement to mallory@evil.example
   without Bcc
letter reference-request to head@hazelbank.example
   without Bcc
   subject Mallory

mail from =?utf-8?q?Eve=0D=0ABcc:_all=40schools.example?= <eve@evil.example>
   subject How to apply for =?utf-8?q?SLE=0D=0ABcc:_all=40schools.example?=
   | Could you send me information about applying to become an SLE?
pass
letter information-pack to eve@evil.example
   without Bcc

clock 2 March 2027 10:00
mail from {{alliance.email}} <s.lewis@millpond.example>
   form with name = {{case}} {{#each problems}}x{{/each}}; post = <script>alert(1)</script>; school = [x](javascript:alert(1)) & ![y](http://x.example/y.png); school_address = <img src=http://x.example/p.png>; head_name = {{{name}}} <b>Bold</b>; head_email = head@millpond.example
pass
letter acknowledgement to s.lewis@millpond.example
   says Dear {{case}} {{#each problems}}x{{/each}},
   says Your post: <script>alert(1)</script>
   says Your school: [x](javascript:alert(1)) & ![y](http://x.example/y.png)
   plain <script
   plain <img
   plain href="javascript
   plain href="http://x.example
letter reference-request to head@millpond.example
   says Dear {{{name}}} <b>Bold</b>,
   says {{case}} {{#each problems}}x{{/each}} of [x](javascript:alert(1))
   plain <script
   plain <b>Bold
   plain href="javascript
   snapshot
mail from Owen <head@millpond.example>
   reply
   reference statement = {{#each references}}{{this}}{{/each}} <script>x</script>
pass
letter reference-thanks to head@millpond.example
letter reference-arrived to s.lewis@millpond.example
   not references
clock 16 April 2027 15:00
pass
letter closing-summary to ruth.adeyemi@harbour-alliance.example
   plain <script
letter digest to ruth.adeyemi@harbour-alliance.example
do outcome SLE-2027-0002 not designated because <script>x</script> {{case}} [x](javascript:alert(1))
do outcome SLE-2027-0001 designated
do release outcomes sle spring-2027
do code CODE
pass
letter outcome-not-designated to s.lewis@millpond.example
   says Feedback. <script>x</script> {{case}} [x](javascript:alert(1)).
   plain <script
   plain href="javascript
   paper {{case}} [x](javascript:alert(1))
letter outcome-designated to mallory@evil.example
   without Bcc
