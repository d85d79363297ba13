//! Sheets with something in every field: what frames are tried with before anybody's letter is.

pub(super) mod bills;
pub(super) mod work;

use super::sheets::{
    ApplicationSheet, CertificateSheet, Essay, Labelled, LetterSheet, Letterhead, PackSheet, ReferenceSheet,
};
use crate::booklet::{Booklet, Card, Contact, Line, Part, Phase, Reference, Row, Section, Works};
use crate::render::markdown;
use jiff::civil::{Date, date};

const DAY: Date = date(2027, 4, 30);

const BODY: &str = "Dear Ms Łukasz,

Thank you for coming to the **assessment day**. We would like to *designate* you; see [our handbook](https://harbour-alliance.example).

## What follows

1. Please reply by 14 May.
2. Keep these dates free:
    - one
    - another

> The panel was struck by your work.

| What | When |
| --- | --- |
| Core training day | 10 June 2027 |

---

With our congratulations.";

pub(super) fn letter() -> LetterSheet {
    LetterSheet {
        alliance: Letterhead {
            name: "Harbour Learning Alliance".to_owned(),
            address: "Trinity Primary School, Quay Road, Harbourtown HB1 4QT".to_owned(),
            telephone: "01632 960 142".to_owned(),
            email: "sle@harbour-alliance.example".to_owned(),
            website: "harbour-alliance.example".to_owned(),
        },
        date: DAY,
        reference: "SLE-2027-0014".to_owned(),
        to_name: "Ms Siân Łukasz".to_owned(),
        to_lines: vec!["St Mary’s Primary School".to_owned()],
        subject: "Your application to become a Specialist Leader of Education".to_owned(),
        body: markdown::parse(BODY),
        closing: "Yours sincerely".to_owned(),
        signed_by: "Helen Marchetti".to_owned(),
        signed_as: "Director of the Alliance".to_owned(),
    }
}

pub(super) fn certificate() -> CertificateSheet {
    CertificateSheet {
        alliance: letter().alliance,
        date: DAY,
        name: "Siân Łukasz".to_owned(),
        role: "Specialist Leader of Education".to_owned(),
        module: "Core training day".to_owned(),
        entry: "REG-2027-0003".to_owned(),
        signed_by: "Helen Marchetti".to_owned(),
        signed_as: "Director of the Alliance".to_owned(),
    }
}

pub(super) fn application(item: usize, name: Option<&str>) -> ApplicationSheet {
    let row = |label: &str, value: &str| Labelled { label: label.to_owned(), value: value.to_owned() };
    let answer = "Barely half of our Year 1 pupils met the phonics standard; three years later it was 88 per cent.\nNot everything worked.";
    let essay = |limit| Essay {
        question: "Describe your track record.".to_owned(),
        answer: answer.to_owned(),
        words: answer.split_whitespace().count(),
        limit,
    };
    ApplicationSheet {
        alliance: "Harbour Learning Alliance".to_owned(),
        date: DAY,
        item,
        case: format!("SLE-2027-{item:04}"),
        name: name.map(str::to_owned),
        programme: "Specialist Leader of Education".to_owned(),
        window: "Spring 2027".to_owned(),
        flags: vec!["One answer is longer than its limit.".to_owned()],
        answers: vec![row("Present post", "English lead"), row("Access", "")],
        essays: vec![essay(Some(300)), essay(Some(10)), essay(None)],
        references: vec![ReferenceSheet {
            title: "Headteacher’s reference".to_owned(),
            answers: vec![row("Supports the application", "Yes"), row("Statement", &[answer; 4].join(" "))],
        }],
    }
}

pub(super) fn pack() -> PackSheet {
    PackSheet {
        alliance: "Harbour Learning Alliance".to_owned(),
        date: DAY,
        title: "Applications, Spring 2027".to_owned(),
        notes: vec!["These pages hold personal data.".to_owned()],
        items: vec![application(1, Some("Siân Łukasz")), application(2, None)],
    }
}

pub(super) fn booklet() -> Booklet {
    let words = |text: &str| text.to_owned();
    let card = |id: &str, name: &str, portrait: &str| Card {
        id: words(id),
        name: words(name),
        role: if portrait.is_empty() { String::new() } else { words("Assistant headteacher") },
        school: words("St Mary’s Church of England Primary School"),
        place: vec![words("Primary"), words("Harbourtown")],
        further: if portrait.is_empty() { vec![] } else { vec![words("Assessment")] },
        portrait: words(portrait),
    };
    let mathematics = Section {
        id: words("sle-mathematics"),
        name: words("Mathematics"),
        group: words("Pupil achievement"),
        people: vec![
            card("reg-2024-0001", "Siân Łukasz", "I lead mathematics.\nAsk me."),
            card("reg-2024-0002", "Tom Reed", ""),
        ],
        also: vec![],
    };
    let assessment = Section {
        id: words("sle-assessment"),
        name: words("Assessment"),
        group: words("Leadership and management"),
        people: vec![],
        also: vec![Reference {
            id: words("reg-2024-0001"),
            name: words("Siân Łukasz"),
            school: words("St Mary’s Church of England Primary School"),
            under: words("Mathematics"),
        }],
    };
    let line = |id: &str, letter: &str, name: &str| Line {
        letter: words(letter),
        name: words(name),
        school: words("St Mary’s Church of England Primary School"),
        areas: vec![words("Mathematics")],
        id: words(id),
    };
    let works = Works { area: words("Mathematics"), name: words("Siân Łukasz"), id: words("reg-2024-0001") };
    let row = Row { name: words("St Mary’s"), town: words("Harbourtown"), cells: vec![vec![], vec![works]] };
    Booklet {
        alliance: words("Harbour Learning Alliance"),
        contact: Contact {
            name: words("Helen Marchetti"),
            post: words("Director"),
            email: words("sle@harbour-alliance.example"),
            telephone: words("01632 960 142"),
            website: words("https://harbour-alliance.example"),
        },
        title: words("Specialist Leaders of Education"),
        year: words("2026–27"),
        date: DAY,
        parts: vec![Part {
            name: words("Specialist Leaders of Education"),
            short_name: words("SLE"),
            about: words("They work alongside."),
            steps: vec![words("Write to us.")],
            sections: vec![assessment, mathematics],
        }],
        groups: vec![words("Leadership and management"), words("Pupil achievement")],
        phases: vec![Phase { name: words("Primary schools"), schools: vec![row] }],
        index: vec![line("reg-2024-0001", "L", "Łukasz, Siân"), line("reg-2024-0002", "R", "Reed, Tom")],
        people: 2,
        schools: 1,
        areas: 2,
    }
}
