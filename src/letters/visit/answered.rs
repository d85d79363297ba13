//! The supported school has answered about the days that it was told of.

use super::{DayWords, WorkWords};
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "visit-answered",
    about: "To the head of the supported school, when they have confirmed days or objected to some.",
    template: include_str!("../../../templates/letters/visit-answered.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct VisitAnswered {
    pub name: String,
    pub work: WorkWords,
    pub confirmed: Vec<DayWords>,
    pub disputed: Vec<DayWords>,
    /// Neither confirmed nor objected to.
    pub open: Vec<DayWords>,
    /// By when to object to those.
    pub until: String,
    pub needs_yes: bool,
    /// What they say of the days could not be read: a person does that.
    pub unread: bool,
    /// Days wait for their word; otherwise all that they were told of are settled.
    pub waits: bool,
}

impl Letter for VisitAnswered {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let yes = VisitAnswered {
        name: "Jo Marsh".into(),
        work: WorkWords::sample(),
        confirmed: DayWords::sample(),
        disputed: vec![],
        open: vec![],
        until: "Thursday 20 May 2027".into(),
        needs_yes: false,
        unread: false,
        waits: true,
    };
    let no = VisitAnswered { confirmed: vec![], disputed: DayWords::sample(), open: DayWords::sample(), ..yes.clone() };
    let both = VisitAnswered { disputed: DayWords::sample(), needs_yes: true, open: DayWords::sample(), ..yes.clone() };
    let unread = VisitAnswered { confirmed: vec![], unread: true, ..yes.clone() };
    let late = VisitAnswered { waits: false, ..unread.clone() };
    [yes, no, both, unread, late].iter().map(sample).collect()
}
