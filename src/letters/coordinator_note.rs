//! What waits for the coordinators.

use super::{Care, Letter, LetterKind, Voice, sample};
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
}

/// One thing that waits.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    pub number: usize,
    pub question: String,
    /// A case number or where the mail came from; may be empty.
    pub about: String,
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
            about: "from accounts@supplier.example".into(),
        }],
        older: String::new(),
    };
    let mut two = one.clone();
    two.count = 2;
    two.one = false;
    two.older = "3 things".into();
    two.items.push(Item {
        number: 2,
        question: "Tom Reed sent a corrected form after the closing. Should it count?".into(),
        about: "SLE-2027-0014".into(),
    });
    vec![sample(&one), sample(&two)]
}
