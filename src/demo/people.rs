//! The invented people of the demonstration, and what they wrote into their forms.

use std::collections::BTreeMap;

pub struct Applicant {
    pub name: &'static str,
    pub email: &'static str,
    pub post: &'static str,
    pub school: &'static str,
    pub address: &'static str,
    pub telephone: &'static str,
    pub head: (&'static str, &'static str),
    pub years: &'static str,
    pub specialism: &'static str,
    pub subject: &'static str,
}

impl Applicant {
    /// The head's name and address, as a sender.
    pub fn head_as(&self) -> (&'static str, &'static str) {
        self.head
    }
}

pub const PRIYA: Applicant = Applicant {
    name: "Priya Nair",
    email: "p.nair@hazelbank.example",
    post: "Assistant Headteacher and Mathematics Leader",
    school: "Hazelbank Primary School",
    address: "1 Orchard Lane\nHazelbank\nHB1 2CD",
    telephone: "01632 960123",
    head: ("Owen Brooks", "head@hazelbank.example"),
    years: "6",
    specialism: "Mathematics",
    subject: "mathematics",
};

pub const TOM: Applicant = Applicant {
    name: "Tom Reed",
    email: "t.reed@oakfield.example",
    post: "Head of Year 9 and Attendance Lead",
    school: "Oakfield High School",
    address: "Station Road\nOakfield\nOK4 7TT",
    telephone: "01632 960456",
    head: ("Grace Okoro", "head@oakfield.example"),
    years: "4",
    specialism: "Attendance",
    subject: "attendance",
};

pub const SIAN: Applicant = Applicant {
    name: "Siân O'Neil-Lewis",
    email: "s.lewis@millpond.example",
    post: "Early Years Leader",
    school: "Millpond Nursery and Infants",
    address: "The Mill\nMillpond\nML9 1PD",
    telephone: "01632 960789",
    head: ("Jo Marsh", "head@millpond.example"),
    years: "9",
    specialism: "Early years",
    subject: "early years",
};

pub const DEV: Applicant = Applicant {
    name: "Dev Patel",
    email: "d.patel@riverside.example",
    post: "Subject Leader for Science",
    school: "Riverside Academy",
    address: "12 Quay Street\nRiverside\nRV2 8QS",
    telephone: "01632 960321",
    head: ("Martin Shaw", "head@riverside.example"),
    years: "3",
    specialism: "Science",
    subject: "science",
};

pub const AMY: Applicant = Applicant {
    name: "Amy Cole",
    email: "a.cole@stmarks.example",
    post: "SENCO",
    school: "St Mark's Primary School",
    address: "Church Walk\nEastham\nEA5 3CW",
    telephone: "01632 960654",
    head: ("Father Paul Lynch", "head@stmarks.example"),
    years: "7",
    specialism: "Special educational needs",
    subject: "special educational needs",
};

pub const BETHAN: Applicant = Applicant {
    name: "Bethan Rowe",
    email: "b.rowe@riverside.example",
    post: "Mathematics Teacher",
    school: "Riverside Academy",
    address: "12 Quay Street\nRiverside\nRV2 8QS",
    telephone: "01632 960321",
    head: ("Martin Shaw", "head@riverside.example"),
    years: "5",
    specialism: "Mathematics",
    subject: "mathematics",
};

/// A headteacher who applies to become an LLE.
pub const MARGED: (&str, &str) = ("Marged Pryce", "head@ferrylane.example");

/// Those who were designated before the demonstration begins, and are deployed throughout the year.
pub const REGISTER: [&str; 40] = [
    "Amelia Hart",
    "Ben Osborne",
    "Carys Vaughan",
    "Daniel Okafor",
    "Efa Llewelyn",
    "Farah Siddiqui",
    "George Tilley",
    "Hannah Roper",
    "Idris Hopkin",
    "Jasmine Lowe",
    "Kofi Mensah",
    "Lowri Beynon",
    "Marcus Webb",
    "Nadia Rahman",
    "Oliver Finch",
    "Petra Novak",
    "Quentin Hale",
    "Rosa Marchetti",
    "Samir Haddad",
    "Tegan Rowlands",
    "Uma Krishnan",
    "Victor Lyle",
    "Wendy Ashcroft",
    "Xanthe Doyle",
    "Yusuf Demir",
    "Zoe Pemberton",
    "Aled Gruffydd",
    "Bronwen Sayce",
    "Curtis Bright",
    "Delyth Morgan",
    "Eleanor Quick",
    "Finlay Reid",
    "Gwen Talfryn",
    "Hugo Lambert",
    "Isla Brennan",
    "Jerome Clarke",
    "Kezia Thornton",
    "Luca Ferris",
    "Megan Stride",
    "Noor Hassan",
];

fn filled(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect()
}

/// Her form, complete.
pub fn headteacher() -> BTreeMap<String, String> {
    filled(&[
        ("name", MARGED.0),
        ("school", "Ferry Lane Primary School"),
        ("phase", "Primary"),
        ("school_address", "Ferry Lane\nHarbour\nHB3 4FL"),
        ("telephone", "01632 960777"),
        ("email", MARGED.1),
        ("years", "8"),
        ("specialism", "Coaching new headteachers"),
        ("chair_name", "Idris Vaughan"),
        ("chair_email", "chair@ferrylane.example"),
        ("referee_name", "Grace Okoro"),
        ("referee_email", "head@oakfield.example"),
        (
            "question_1",
            "When I came, the school had had three heads in two years. We agreed on what we would stop doing, and kept to it. Attendance, results and staffing have been steady for five years now, and the governors review the same six figures every term.",
        ),
        (
            "question_2",
            "I have coached four new heads through their first year. We meet every fortnight, they bring one decision, and I ask what they would want to be true a year from now. All four are in post.",
        ),
        (
            "question_3",
            "For two terms I worked in a school in special measures for a day a week, alongside its acting head. My deputy led the work on phonics there. The school came out of the category in the following spring.",
        ),
        (
            "question_4",
            "My deputy runs the school one day a week already, and the governors have agreed that this continues. Two of my senior teachers would share the work in the supported school.",
        ),
        ("declaration", "yes"),
    ])
}

/// A Lead Practitioner's form, complete, with one project.
pub fn practitioner() -> BTreeMap<String, String> {
    filled(&[
        ("name", BETHAN.name),
        ("post", BETHAN.post),
        ("school", BETHAN.school),
        ("telephone", BETHAN.telephone),
        ("email", BETHAN.email),
        ("head_name", BETHAN.head.0),
        ("head_email", BETHAN.head.1),
        ("years", BETHAN.years),
        ("specialism", BETHAN.specialism),
        (
            "question_1",
            "In my lessons pupils talk before they write. They say how they know, a partner repeats it in other words, and only then do we put it down. It takes longer in October and is quicker by March.",
        ),
        (
            "question_2",
            "Three of us watch one lesson a fortnight and look at the same four pupils. We write down what they say, not what we think of the teaching, and choose one thing to change.",
        ),
        (
            "question_3",
            "I would take the lessons into two other schools, with somebody there teaching them rather than me, to see what survives without me in the room.",
        ),
        ("project_1_title", "Explaining before writing"),
        (
            "project_1_focus",
            "Whether pupils in Year 7 who explain their reasoning aloud to a partner first write better explanations afterwards.",
        ),
        (
            "project_1_evidence",
            "Two classes of thirty over two terms. Scripts were marked blind by a colleague. In the class that talked first, 21 of 30 explanations were complete, against 12 of 30 before; in the other class the figure did not change. The department now teaches all of Year 7 so.",
        ),
        ("declaration", "yes"),
    ])
}

/// Five answers, each well within three hundred words; `{subject}` is the applicant's own.
const ANSWERS: [&str; 5] = [
    "I have led {subject} across the school for several years. Outstanding practice, to me, is visible in the pupils before it is visible in a plan: they can say what they are learning, they ask each other questions, and those who find it hard are in the middle of the lesson rather than at its edge.\n\nMy own part is to make that ordinary. I teach alongside colleagues every week, keep the curriculum down to what matters, and look at pupils' work with the people who taught it.",
    "When I took over, a third of our pupils left without the confidence to use what they had been taught. I began with six classes, a shared set of tasks and a short meeting every fortnight in which we looked at what pupils had actually done.\n\nWithin two years the gap between our disadvantaged pupils and the others had halved. I know this from the national data, from our own termly tasks, and from pupils, whom an independent colleague interviews each summer.",
    "A colleague in her second year asked me to watch a lesson that she thought had failed. We did not talk about the lesson. We looked at three pieces of work and I asked what she would want to see in them a month later. She chose one change, and I came back each week to look at the same three pupils.\n\nI have since trained as a coach, and facilitate a group of five new leaders, who now visit one another without me.",
    "For four terms I worked with two neighbouring schools whose results had fallen. We planned {subject} together, taught each other's classes, and I led three twilight sessions for their support staff.\n\nBoth schools now run the work themselves. One of them presented it at our conference last June, which pleased me more than anything that I could have said about it.",
    "I would begin by listening: to the head, to the leader of {subject}, and to pupils. Then I would look at work and lessons together with that leader, so that what we see is seen by both of us.\n\nWe would agree on one or two changes and how we would know that they had worked. From the first visit on I would hand over one part after the other, and my last visit would be to watch somebody else do it.",
];

impl Applicant {
    /// A complete form, by field.
    pub fn answers(&self) -> BTreeMap<String, String> {
        let short = [
            ("name", self.name),
            ("post", self.post),
            ("school", self.school),
            ("school_address", self.address),
            ("telephone", self.telephone),
            ("email", self.email),
            ("head_name", self.head.0),
            ("head_email", self.head.1),
            ("years", self.years),
            ("specialism", self.specialism),
            ("declaration", "yes"),
        ];
        let essays =
            ANSWERS.iter().zip(1..).map(|(text, n)| (format!("question_{n}"), text.replace("{subject}", self.subject)));
        short.into_iter().map(|(id, value)| (id.to_owned(), value.to_owned())).chain(essays).collect()
    }
}
