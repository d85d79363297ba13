# Names are data: nothing in them is Markdown, HTML, a template, a header or a command.
policy no references
policy no reminders
clock 1 March 2027 08:00
do open sle spring-2027 from 1 March 2027 to 19 March 2027
clock 2 March 2027 09:00
mail from Siân O'Neil-[Lewis] <s.lewis@millpond.example>
   form with name = *Siân* O'Neil-[Lewis](http://x.example) <b>; school = {{alliance.email}} & Sons | "St. John's"; post = # Head _of_ `Maths` 1. 2.
pass
letter acknowledgement to s.lewis@millpond.example
   says Dear *Siân* O'Neil-[Lewis](http://x.example) <b>,
   says Your school: {{alliance.email}} & Sons | "St. John's"
   says Your post: # Head _of_ `Maths` 1. 2.
   snapshot
mail from Mallory <mallory@evil.example>
   form with name = Mallory\r\nBcc: everyone@schools.example
pass
letter acknowledgement to mallory@evil.example
