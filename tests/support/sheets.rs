//! Sheets for documents, as an alliance would fill them.

use alliance_clerk::render::markdown;
use alliance_clerk::render::pdf::{
    ApplicationSheet, Essay, Labelled, LetterSheet, Letterhead, PackSheet, ReferenceSheet,
};
use jiff::civil::date;

const BODY: &str = "Dear Ms Łukasz,

Thank you for your application, and for coming to the assessment day on 14 April. The panel was struck by the care with which you described your work on early reading at Trinity, and by how plainly you said what had not worked at first.

I am delighted to tell you that we would like to **designate you a Specialist Leader of Education** in *English and early years*, from 1 September 2027 for four years. Your headteacher, Mrs Whitfield, has been told and sends her congratulations.

Three things follow from here:

1. Please reply to this letter by 14 May to say that you accept.
2. Keep the dates below free; both are needed before a first deployment.
3. Read the *Handbook for SLEs*, which you find at [harbour-alliance.example/handbook](https://harbour-alliance.example/handbook).

| What | When | Where |
| --- | --- | --- |
| Core training day | Thursday 10 June 2027, 9am to 3.30pm | Trinity Primary School |
| Induction with your mentor | Tuesday 29 June 2027, 4pm | online |

If you have any questions, ring Joanne Price in our office. We look forward very much to working with you.";

pub fn letterhead() -> Letterhead {
    Letterhead {
        name: "Harbour Learning Alliance".to_owned(),
        address: "Trinity Primary School, Quay Road, Harbourtown HB1 4QT".to_owned(),
        telephone: "01632 960 142".to_owned(),
        email: "sle@harbour-alliance.example".to_owned(),
        website: "harbour-alliance.example".to_owned(),
    }
}

pub fn letter() -> LetterSheet {
    LetterSheet {
        alliance: letterhead(),
        date: date(2027, 4, 30),
        reference: "SLE-2027-0014".to_owned(),
        to_name: "Ms Siân Łukasz".to_owned(),
        to_lines: vec!["St Mary’s Church of England Primary School".to_owned(), "Harbourtown".to_owned()],
        subject: "Your application to become a Specialist Leader of Education".to_owned(),
        body: markdown::parse(BODY),
        closing: "Yours sincerely".to_owned(),
        signed_by: "Helen Marchetti".to_owned(),
        signed_as: "Director of the Alliance".to_owned(),
    }
}

/// A letter whose every value would be markup somewhere.
pub fn odd_names() -> LetterSheet {
    let name = r"[ ] * _ < ' # $ @ \ Siân Łukasz";
    let body = format!(
        "Dear {},\n\n{}\n\n{}",
        markdown::escape(name),
        markdown::escape(r#"#panic("no") $x^2$ @ref <label> // not a comment"#),
        markdown::escape("Ŵyn Ŷsgol Ἀθηνᾶ Жанна Nguyễn Ọlá"),
    );
    LetterSheet {
        to_name: name.to_owned(),
        to_lines: vec!["*St* _Mary’s_ <b>School</b> & #eval(1)".to_owned()],
        subject: "#eval(\"1\") *not bold* [link](x) <label> $a$".to_owned(),
        body: markdown::parse(&body),
        ..letter()
    }
}

const ANSWER: &str = "When I joined Trinity in 2021, barely half of our Year 1 pupils met the phonics standard. I led the change to a single systematic programme, trained eleven colleagues, and coached four of them weekly for a year. By 2024 it was 88 per cent, and the gap between pupils who receive free school meals and the others had closed to three points.

What I learnt is that a programme is only as good as the conversations about it. I film ten minutes of my own teaching before I ask anybody else to, and we look at it together. Two of the schools nearby have asked to borrow the approach; with my headteacher’s agreement I have worked with one of them, six half-days over two terms, and their lead now coaches others.

Not everything worked. In the first term I asked for too much planning, and a colleague told me so. We cut it by half and nothing was lost.";

pub fn application(item: usize) -> ApplicationSheet {
    let row = |label: &str, value: &str| Labelled { label: label.to_owned(), value: value.to_owned() };
    let essay = |question: &str, answer: &str, limit| Essay {
        question: question.to_owned(),
        answer: answer.to_owned(),
        words: answer.split_whitespace().count(),
        limit,
    };
    ApplicationSheet {
        alliance: "Harbour Learning Alliance".to_owned(),
        date: date(2027, 3, 22),
        item,
        case: format!("SLE-2027-{item:04}"),
        name: Some("Siân Łukasz".to_owned()),
        programme: "Specialist Leader of Education".to_owned(),
        window: "Spring 2027".to_owned(),
        flags: vec![
            "The answer to question 3 is longer than its limit.".to_owned(),
            "The chair of governors’ form has not arrived; it is due on 26 March 2027.".to_owned(),
        ],
        answers: vec![
            row("Present post", "Assistant headteacher and English lead"),
            row("School", "St Mary’s Church of England Primary School, Harbourtown"),
            row("Years in a leadership role", "6"),
            row("Areas of expertise", "English\nEarly years\nPhonics"),
            row("Days that the school can release", "15"),
            row("Anything we should know about access", ""),
        ],
        essays: vec![
            essay(
                "1. Describe your track record of improving outcomes for pupils, in your own school or in others.",
                ANSWER,
                Some(300),
            ),
            essay(
                "2. How have you used coaching or facilitation to bring about improvement?",
                &format!("{ANSWER}\n\n{ANSWER}"),
                Some(500),
            ),
            essay(
                "3. Why do you wish to become a Specialist Leader of Education?",
                "Because somebody once did this for me, and it changed everything.",
                Some(10),
            ),
        ]
        .into_iter()
        .map(|mut essay| {
            essay.words += usize::from(essay.limit == Some(10));
            essay
        })
        .collect(),
        references: vec![
            ReferenceSheet {
                title: "Headteacher’s reference".to_owned(),
                answers: vec![
                    row("Given by", "Mrs Carol Whitfield, headteacher"),
                    row("Supports the application", "Yes"),
                    row("Capacity to release", "Up to 15 days a year, supply cover agreed with governors"),
                    row("Statement", ANSWER),
                ],
            },
            ReferenceSheet {
                title: "Second reference".to_owned(),
                answers: vec![
                    row("Given by", "Tom Okafor, English lead, Quayside Infants"),
                    row("Known for", "3 years"),
                    row("Supports the application", "Yes"),
                ],
            },
        ],
    }
}

pub fn pack(items: usize, blind: bool) -> PackSheet {
    PackSheet {
        alliance: "Harbour Learning Alliance".to_owned(),
        date: date(2027, 3, 22),
        title: "Applications for Specialist Leader of Education, Spring 2027".to_owned(),
        notes: vec![
            "For the panel’s meeting on Thursday 25 March 2027. Please read each application before the meeting and bring your scores.".to_owned(),
            "These pages hold personal data. Do not pass them on, and destroy them after the meeting.".to_owned(),
        ],
        items: (1..=items)
            .map(|n| {
                let mut sheet = application(n);
                if blind {
                    sheet.name = None;
                }
                if n % 3 != 0 {
                    sheet.flags.clear();
                }
                sheet
            })
            .collect(),
    }
}
