//! What waits for the coordinators.

use super::{Care, Letter, LetterKind, Voice, sample};
use crate::domain::facts::{Action, OpenReview};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "coordinator-note",
    about: "To the coordinators when something new waits for a person, at most once an hour.",
    template: include_str!("../../templates/letters/coordinator-note.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct CoordinatorNote {
    pub name: String,
    pub count: usize,
    pub one: bool,
    pub items: Vec<Item>,
    /// How many told of before still wait, in words; empty for none.
    pub older: String,
    /// Whether that is just one.
    pub one_older: bool,
}

/// One thing that waits.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    pub number: u32,
    pub question: String,
    /// The case, and the number by which the question is known in every letter: `SLE-2027-0003, R12`.
    pub about: String,
    /// What to type: `1 accept because … · 1 done · 1 hold`.
    pub hints: String,
    /// `waiting for 3 school days`; empty until it is chased.
    pub waiting: String,
}

impl Item {
    pub fn of(number: u32, review: &OpenReview, waiting: String) -> Self {
        let case = review.case.as_ref().map(ToString::to_string).filter(|case| !review.question.contains(case));
        let about = case.map_or_else(|| format!("R{}", review.id), |case| format!("{case}, R{}", review.id));
        Self { number, question: review.question.clone(), about, hints: hints(number, &review.actions), waiting }
    }
}

/// What to type for a numbered question: its own answers first, then those that every question has.
pub fn hints(number: u32, actions: &[Action]) -> String {
    let own = actions.iter().map(|action| {
        let verb = if action.verb == "*" { String::new() } else { format!(" {}", action.verb) };
        let open = match action.command.trim_end().strip_suffix('…').map(str::trim_end) {
            Some(before) if before.ends_with("because") => " because …",
            Some(before) if before.starts_with("attendance ") && action.verb == "*" => " followed by who came",
            Some(before) if before.starts_with("attendance ") => " followed by the name",
            Some(before) if before.starts_with("meeting ") => " followed by the place",
            Some(before) if before.starts_with("ask ") => " followed by the right address",
            Some(before) if before.starts_with("interview ") => " followed by another date, time and place",
            Some(before) if before.starts_with("invite ") => " followed by a name and address",
            Some(_) => " …",
            None => "",
        };
        format!("{number}{verb}{open}")
    });
    let every = ["done", "hold"].iter().map(|verb| format!("{number} {verb}"));
    own.chain(every).collect::<Vec<_>>().join(" · ")
}

impl Letter for CoordinatorNote {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let one = CoordinatorNote {
        name: "Ruth Adeyemi".into(),
        count: 1,
        one: true,
        items: vec![Item {
            number: 1,
            question: "A mail that I could not place: “Your invoice”.".into(),
            about: "R12".into(),
            hints: "1 done · 1 hold".into(),
            waiting: String::new(),
        }],
        older: String::new(),
        one_older: false,
    };
    let mut two = one.clone();
    two.count = 2;
    two.one = false;
    two.older = "3 things".into();
    two.items.push(Item {
        number: 2,
        question: "Tom Reed sent a corrected form after the closing. Should it count?".into(),
        about: "SLE-2027-0014, R13".into(),
        hints: "2 accept because … · 2 done · 2 hold".into(),
        waiting: String::new(),
    });
    vec![sample(&one), sample(&two)]
}
