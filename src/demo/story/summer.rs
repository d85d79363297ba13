//! The summer of 2027: training for those newly designated, a third programme with funded projects, pen portraits, and
//! the booklet.

use super::super::people::{BETHAN, PRIYA, SIAN};
use super::{Beat, Enclosed, Mail, RUTH, at, command, mail, program, reply};

const MIDPOINT: &str = "\
Talking mathematics: mid-point report

We planned six lessons in which pupils explain before they write.
Two colleagues have taught them alongside me; we have filmed three.
So far: longer explanations from 19 of 28 pupils. Next: Year 5.
";

const REPORT: &str = "\
Talking mathematics: final report

Six lessons, four classes, three schools.
22 of 28 pupils in the first class now explain in full sentences.
The lessons and the films are on the alliance's shared drive.
What I would do differently: begin with the teaching assistants.
";

const NIA_SAYS: &str = "\
Your role
Phonics lead and Year 1 teacher

What you offer, in about 80 words
I help schools to teach early reading in one way, every day, in every class. I begin with listening to children read, then plan and teach alongside your staff, and leave behind a plan that your own lead can keep going.

May we print this in our booklet and on our website?
Yes

Nia";

const PRIYA_SAYS: &str = "\
Your role
Assistant Headteacher and Mathematics Leader

What you offer, in about 80 words
Mathematics from Reception to Year 6, with an eye on those who find it hard. I work with your mathematics lead on a small number of changes, teach alongside colleagues, and look at pupils' work with you until the difference can be seen.

May we print this in our booklet and on our website?
Yes, gladly";

pub fn beats() -> Vec<Beat> {
    let priya = (PRIYA.name, PRIYA.email);
    let sian = (SIAN.name, SIAN.email);
    let mut beats = vec![
        command(
            at(20, 4, 9, 0, 0),
            "A training day for those who have not taken it: the clerk knows who they are",
            "training sle core 20 May 2027 9:00 to 15:30 at Harbour Primary School, The Hall places 24",
        ),
        command(
            at(21, 4, 9, 0, 0),
            "… and the summer's meeting",
            "meeting sle \"Summer network\" 8 June 2027 15:45 to 17:00 at Millpond Nursery and Infants",
        ),
        mail(
            at(21, 4, 16, 30, 0),
            "A place is taken",
            reply(priya, "meeting-invitation", "Core training day", "Yes, I will be there for both.\n\nPriya"),
        ),
        mail(
            at(22, 4, 7, 50, 0),
            "… and another",
            reply(sian, "meeting-invitation", "Core training day", "Yes please, I'm coming. Diolch!\n\nSiân"),
        ),
        mail(
            at(21, 5, 10, 5, 0),
            "The training day is over: whoever was there has a certificate",
            reply(RUTH, "attendance-request-office", "Who came?", "all"),
        ),
        mail(
            at(9, 6, 9, 40, 0),
            "Who came to the summer's meeting, by number",
            reply(RUTH, "attendance-request-office", "Who came?", "all except 2"),
        ),
        command(at(10, 6, 9, 0, 0), "Pen portraits for the booklet", "ask portraits sle"),
        mail(
            at(11, 6, 20, 3, 0),
            "One writes beneath the questions",
            reply(("Nia Howells", "n.howells@ferrylane.example"), "portrait-request", "Your pen portrait", NIA_SAYS),
        ),
        mail(at(14, 6, 18, 20, 0), "… and another", reply(priya, "portrait-request", "Your pen portrait", PRIYA_SAYS)),
        program(
            at(20, 7, 12, 0, 0),
            "The booklet that schools keep, as PDF",
            &["export", "booklet", "--to", "booklet.pdf"],
            None,
        ),
        program(
            at(20, 7, 12, 1, 0),
            "… and as a page for the website",
            &["export", "booklet", "--to", "booklet.html"],
            None,
        ),
    ];
    beats.extend(practitioners());
    beats
}

/// Accreditation by portfolio, and a project with a bursary.
fn practitioners() -> Vec<Beat> {
    let bethan = (BETHAN.name, BETHAN.email);
    vec![
        command(
            at(12, 4, 9, 30, 0),
            "A third programme: Lead Practitioners, who bring a portfolio of research in their own classrooms",
            "open lead-practitioner summer-2027 from 19 April 2027 to 14 May 2027",
        ),
        mail(
            at(28, 4, 18, 44, 0),
            "A teacher applies, with one project finished",
            Mail {
                from_name: BETHAN.name.to_owned(),
                from: BETHAN.email.to_owned(),
                subject: "Lead Practitioner application".to_owned(),
                body: "Please find my application and portfolio attached.\n\nBethan Rowe".to_owned(),
                automatic: false,
                enclosed: Enclosed::Form("lead-practitioner", super::super::people::practitioner()),
                answering: None,
            },
        ),
        mail(
            at(30, 4, 11, 12, 0),
            "Her headteacher answers",
            reply(
                BETHAN.head_as(),
                "reference-request",
                "Reference for Bethan Rowe",
                "I fully support Bethan's application. What she found out in her own classroom has changed how all of us teach.\n\nMartin Shaw",
            ),
        ),
        mail(
            at(14, 5, 18, 40, 0),
            "The round is taken as proposed",
            reply(RUTH, "closing-summary", "The round has closed", "confirm lead-practitioner summer-2027"),
        ),
        command(at(19, 5, 15, 0, 0), "The panel has read the portfolio", "outcome LP-2027-0001 accredited"),
        command(
            at(20, 5, 9, 0, 0),
            "… and the letter goes, in this programme's own words",
            "release outcomes lead-practitioner summer-2027",
        ),
        command(
            at(24, 5, 9, 0, 0),
            "A funded project is agreed; its due dates are remembered from here on",
            "project REG-2027-0003 \"Talking mathematics\" due 9 July 2027 bursary £500",
        ),
        mail(
            at(15, 6, 19, 30, 0),
            "The mid-point report comes",
            Mail {
                enclosed: Enclosed::Pdf("Mid-point report.pdf", MIDPOINT),
                ..reply(bethan, "project-agreed", "Talking mathematics", "Here is my mid-point report.\n\nBethan")
            },
        ),
        command(at(16, 6, 9, 0, 0), "… and is good", "accept project PRJ-2027-0001"),
        mail(
            at(7, 7, 16, 50, 0),
            "The final report, two days before it is due",
            Mail {
                enclosed: Enclosed::Pdf("Final report.pdf", REPORT),
                ..reply(bethan, "project-agreed", "Talking mathematics", "My final report is attached.\n\nBethan")
            },
        ),
        command(at(8, 7, 9, 0, 0), "It is accepted: the bursary may be paid", "accept project PRJ-2027-0001"),
        command(at(12, 7, 9, 0, 0), "… and has been", "bursary paid PRJ-2027-0001 on 12 July 2027"),
    ]
}
