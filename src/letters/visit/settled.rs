//! A coordinator has decided about a day to which the supported school objected, or has taken one back.

use super::{DayWords, WorkWords};
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "visit-settled",
    about: "To the head of the supported school and to whoever was there, when a coordinator has decided about a day that was in dispute.",
    template: include_str!("../../../templates/letters/visit-settled.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct VisitSettled {
    pub name: String,
    pub work: WorkWords,
    pub day: DayWords,
    /// To the head of the school, rather than to whoever was there.
    pub head: bool,
    /// The school had objected; otherwise the coordinator has looked at it of their own accord.
    pub disputed: bool,
    /// The day counts.
    pub stands: bool,
    /// The coordinator's words; may be empty.
    pub because: String,
}

impl Letter for VisitSettled {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let day = DayWords { when: "Thursday 6 May 2027".into(), who: "Priya Nair".into(), amount: "1 day".into() };
    let head = VisitSettled {
        name: "Jo Marsh".into(),
        work: WorkWords::sample(),
        day,
        head: true,
        disputed: true,
        stands: true,
        because: "The visitors’ book shows it.".into(),
    };
    let person = VisitSettled { name: "Priya Nair".into(), head: false, ..head.clone() };
    let off = |letter: &VisitSettled| VisitSettled { stands: false, because: String::new(), ..letter.clone() };
    let of_own_accord = VisitSettled { disputed: false, ..off(&person) };
    [head.clone(), person.clone(), off(&head), off(&person), of_own_accord].iter().map(sample).collect()
}
