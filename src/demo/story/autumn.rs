//! The autumn of 2026: the register comes in, the network meets, and headteachers apply to become LLEs. In January the
//! clerk notices that nobody has set a meeting for the spring.

use super::super::people::MARGED;
use super::{Beat, Enclosed, Mail, RUTH, at, autumn, command, mail, program, reply};

/// The list that the coordinator has kept until now.
const PEOPLE: &str = "\
name,e-mail,school,specialism,further specialisms,since,programme,core training date
Nia Howells,n.howells@ferrylane.example,Ferry Lane Primary School,Phonics,Early years,1 September 2024,SLE,14/11/2024
Callum Grant,c.grant@oakfield.example,Oakfield High School,Behaviour and discipline,Attendance,1 September 2024,SLE,14/11/2024
Zainab Aziz,z.aziz@riverside.example,Riverside Academy,English,,1 September 2025,SLE,20/11/2025
Ellen Marsh-Whitaker,e.marsh@stmarks.example,St Mark's Primary School,Religious education,PSHE,1 September 2025,SLE,20/11/2025
Jonathan Bell,j.bell@millpond.example,Millpond Nursery and Infants,Leadership of CPD,Coaching,1 September 2024,SLE,14/11/2024
Rhiannon Wŷn,r.wyn@hazelbank.example,Hazelbank Primary School,Modern foreign languages,,1 September 2025,SLE,20/11/2025
";

const SCHOOLS: &str = "\
name,head name,head e-mail
Hazelbank Primary School,Owen Brooks,head@hazelbank.example
Ferry Lane Primary School,Marged Pryce,head@ferrylane.example
Riverside Academy,Martin Shaw,head@riverside.example
";

const MINUTES: &str = "\
Autumn network, 6 October 2026
Hazelbank Primary School, Library

1. Everybody said what they had done since the summer.
2. Phonics: Nia showed how two schools share one plan.
3. Behaviour: Callum asks for visits to his Year 7 in November.
4. Next meeting: in the spring term, at Oakfield if they can have us.
";

pub fn beats() -> Vec<Beat> {
    let person = |name: &'static str, address: &'static str| (name, address);
    let owen = person("Owen Brooks", "head@hazelbank.example");
    let mut beats = vec![
        program(
            autumn(3, 9, 10, 0, 0),
            "The coordinator's list of designated people comes in",
            &["import", "people", "people.csv"],
            Some(("people.csv", PEOPLE)),
        ),
        program(
            autumn(3, 9, 10, 2, 0),
            "… and the schools whose heads are told when a round opens",
            &["import", "schools", "schools.csv"],
            Some(("schools.csv", SCHOOLS)),
        ),
        command(
            autumn(4, 9, 9, 5, 0),
            "The network's meeting is set in one line: everybody is invited, with an entry for their calendar",
            "meeting sle \"Autumn network\" 6 October 2026 15:45 to 17:00 at Hazelbank Primary School, Library host Owen Brooks <head@hazelbank.example>",
        ),
        mail(
            autumn(7, 9, 16, 10, 0),
            "One says yes in three words",
            reply(
                person("Nia Howells", "n.howells@ferrylane.example"),
                "meeting-invitation",
                "Autumn network",
                "Count me in!\n\nNia",
            ),
        ),
        mail(
            autumn(7, 9, 19, 44, 0),
            "One cannot come: noted, with the reason, for the minutes",
            reply(
                person("Callum Grant", "c.grant@oakfield.example"),
                "meeting-invitation",
                "Autumn network",
                "Sorry, I can't make it: Year 11 parents' evening.\n\nCallum",
            ),
        ),
        mail(
            autumn(8, 9, 12, 31, 0),
            "One comes and has a question: that is for a person",
            reply(
                person("Ellen Marsh-Whitaker", "e.marsh@stmarks.example"),
                "meeting-invitation",
                "Autumn network",
                "Yes, I'll be there. Is there somewhere to park?\n\nEllen",
            ),
        ),
        mail(
            autumn(8, 9, 14, 0, 0),
            "The coordinator has told her, and says so",
            reply(RUTH, "coordinator-note", "parking", "1 done because I have told her about the car park"),
        ),
        mail(
            autumn(7, 10, 11, 20, 0),
            "The host says who came, in one sentence, and encloses the minutes",
            Mail {
                enclosed: Enclosed::Pdf("Minutes 6 October.pdf", MINUTES),
                ..reply(
                    owen,
                    "attendance-request",
                    "Who came?",
                    "Everyone came except Zainab. The minutes are attached.\n\nOwen Brooks",
                )
            },
        ),
        mail(
            autumn(7, 10, 15, 2, 0),
            "A coordinator's word sends the minutes on, to those who came and those who could not",
            reply(RUTH, "coordinator-note", "minutes", "1 send\n\nThanks, Ruth"),
        ),
    ];
    beats.extend(headteachers());
    beats.extend([
        mail(
            at(19, 1, 8, 12, 0),
            "No meeting had been set for the spring: the clerk has asked, and the answer is a place",
            reply(RUTH, "coordinator-note", "spring meeting", "1 at Oakfield High School, Hall"),
        ),
        mail(
            at(10, 2, 12, 40, 0),
            "Who came? This time the coordinator was there herself",
            reply(RUTH, "attendance-request-office", "Who came?", "everyone except Jonathan Bell"),
        ),
    ]);
    beats
}

/// Another programme on the same mailbox: experienced headteachers, who are referred to by their chair of governors.
fn headteachers() -> Vec<Beat> {
    vec![
        command(
            autumn(19, 10, 9, 0, 0),
            "Another programme: headteachers may apply to become Local Leaders of Education",
            "open lle autumn-2026 from 2 November 2026 to 27 November 2026",
        ),
        mail(
            autumn(16, 11, 19, 5, 0),
            "A headteacher applies. Her chair of governors and a head whom she has supported are asked about her",
            Mail {
                from_name: MARGED.0.to_owned(),
                from: MARGED.1.to_owned(),
                subject: "LLE application".to_owned(),
                body: "Please find my application attached.\n\nMarged Pryce".to_owned(),
                automatic: false,
                enclosed: Enclosed::Form("lle", super::super::people::headteacher()),
                answering: None,
            },
        ),
        mail(
            autumn(18, 11, 8, 30, 0),
            "The chair of governors answers in two sentences",
            reply(
                ("Idris Vaughan", "chair@ferrylane.example"),
                "reference-request",
                "Reference for Marged Pryce",
                "The governing body fully supports Marged's application. The school has the capacity, and we will release her for a day a week.\n\nIdris Vaughan, Chair of Governors",
            ),
        ),
        mail(
            autumn(20, 11, 17, 15, 0),
            "… and so does the second referee",
            reply(
                ("Grace Okoro", "head@oakfield.example"),
                "reference-request",
                "Reference for Marged Pryce",
                "I support this application without reservation. Marged coached me through my first year as a head, and it made all the difference.\n\nGrace Okoro",
            ),
        ),
        mail(
            autumn(27, 11, 18, 32, 0),
            "The round has closed; the coordinator takes it as proposed",
            reply(RUTH, "closing-summary", "LLE autumn 2026 has closed", "confirm lle autumn-2026"),
        ),
        command(
            autumn(30, 11, 9, 0, 0),
            "The panel invites her",
            "interview LLE-2026-0001 8 December 2026 10:00 at Harbour Primary School, Room 2",
        ),
        command(autumn(9, 12, 16, 0, 0), "The panel has decided", "outcome LLE-2026-0001 designated"),
        command(
            autumn(10, 12, 9, 0, 0),
            "… and the letter is released: what would go is said back, and confirmed with a code",
            "release outcomes lle autumn-2026",
        ),
    ]
}
