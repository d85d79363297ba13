//! Text that nobody wrote: it must never stop the clerk, nor make a flood of answers.

use super::*;
use proptest::prelude::*;

fn read_anything(text: &str) -> Reading {
    let names = [
        school("St Oswald's CE Primary School"),
        school("Netherby & Holme Federation"),
        school("Ysgol Pen-y-Waun Fach"),
    ];
    let schools: Vec<School<'_>> = names.iter().map(|names| School { names }).collect();
    read(text, jiff::civil::date(2027, 11, 10), &schools, &Policy::default())
}

/// Pieces that a grammar may trip over, in any order.
const PIECES: [&str; 46] = [
    "Mon",
    "Tuesday",
    "3/11",
    "31/2",
    "half",
    "½",
    "1/2",
    "day",
    "days",
    "am",
    "pm",
    "9-12",
    "9",
    "to",
    "-",
    "–",
    ",",
    ".",
    "\n",
    "\t",
    "(",
    ")",
    "and",
    "not",
    "cancelled",
    "last",
    "next",
    "week",
    "w/b",
    "every",
    "Nov",
    "second",
    "of",
    "2027",
    "hours",
    "x",
    "St Oswald's",
    "N&H",
    "at",
    "from",
    "until",
    "sorry",
    "except",
    "the last",
    "0",
    "9999999999999999999999",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        read_anything(&text);
    }

    #[test]
    fn any_row_of_pieces_is_read(pieces in prop::collection::vec((0..PIECES.len(), prop::bool::ANY), 0..60)) {
        let text: String = pieces.iter().map(|(piece, blank)| format!("{}{}", PIECES[*piece], if *blank { " " } else { "" })).collect();
        let reading = read_anything(&text);
        for visit in &reading.visits {
            prop_assert!(visit.school < 3);
            prop_assert!(text.get(visit.words.clone()).is_some(), "{:?}", visit.words);
            prop_assert!(reading.is_ambiguous() || visit.day <= jiff::civil::date(2027, 11, 10));
        }
        // A day stands once for each school, and never empty.
        for (place, visit) in reading.visits.iter().enumerate() {
            prop_assert!(visit.half_days > HalfDays::NONE);
            let before = &reading.visits[..place];
            prop_assert!(!before.iter().any(|other| (other.day, other.school) == (visit.day, visit.school)), "{visit:?}");
        }
        // Nothing is ever more than a day, unless it is asked about.
        for visit in &reading.visits {
            let day: u32 = reading.visits.iter().filter(|other| other.day == visit.day).map(|other| other.half_days.0).sum();
            prop_assert!(day <= 2 || reading.is_ambiguous());
        }
        prop_assert!(!reading.nothing_worked || reading.visits.is_empty());
    }
}

#[test]
fn long_texts_are_read_or_refused() {
    for piece in [
        "Mon ",
        "1 ",
        "1, ",
        "9-12 ",
        "and ",
        "not Tuesday ",
        "St Oswald's ",
        "Oswlad ",
        "first ",
        "(",
        "half ",
        "3/11 ",
        "from 9 ",
        "every day last week ",
        "sorry ",
        "\n",
        "1-31 Nov ",
        "w/b 1/11 ",
        "Mon am, ",
    ] {
        let text = piece.repeat(20_000 / piece.len());
        bounded(&read_anything(&text), &text);
        let text = piece.repeat(100_000 / piece.len());
        bounded(&read_anything(&text), &text);
    }
}

/// One line of 20,000 characters, nothing but digits, marks that turn the reading direction, thousands of dates.
#[test]
fn strange_texts_are_read_or_refused() {
    let dates: String =
        (0..3_000).map(|n| format!("{}/{}/{} ", n % 33, n % 14, 2000 + n % 60)).collect::<Vec<_>>().concat();
    let marked = "\u{202e}Mon\u{200f} 8\u{200e}/11 \u{2067}half\u{2069} day\u{202c} ";
    for text in [
        "x".repeat(20_000),
        "é".repeat(10_000),
        "7".repeat(20_000),
        "1234567890 ".repeat(1_800),
        marked.to_owned(),
        marked.repeat(300),
        "\u{0}\u{1b}[31m8/11\u{7f}".to_owned(),
        dates.chars().take(19_999).collect(),
        dates,
        "٣/١١ half day".to_owned(),
        "８/１１ half day".to_owned(),
    ] {
        bounded(&read_anything(&text), &text);
    }
}

/// However long the text: a log's worth of visits and questions, or it is refused as a whole.
fn bounded(reading: &Reading, text: &str) {
    let told: String = text.chars().take(60).collect();
    assert!(reading.visits.len() <= MOST_DAYS, "{told:?}: {} visits", reading.visits.len());
    assert!(reading.questions.len() <= MOST_QUESTIONS, "{told:?}: {} questions", reading.questions.len());
    let question = reading.question().unwrap_or_default();
    assert!(question.len() <= 500, "{told:?}: {question}");
}
