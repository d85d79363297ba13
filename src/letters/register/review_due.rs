//! Designations that are due for review: what is known of each, for the people who decide.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "register-review-due",
    about: "To the coordinators, some weeks before a designation is due for review and again on the day, with the record.",
    template: include_str!("../../../templates/letters/register-review-due.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReviewDue {
    pub name: String,
    pub programme: ProgrammeWords,
    /// The review date has come and nothing is decided.
    pub again: bool,
    pub count: usize,
    pub one: bool,
    pub people: Vec<Record>,
}

/// What the record says of one of them.
#[derive(Debug, Clone, Serialize)]
pub struct Record {
    pub name: String,
    pub number: String,
    pub school: String,
    pub specialisms: String,
    /// `1 September 2023`.
    pub since: String,
    /// `Wednesday 1 September 2027`.
    pub due: String,
    /// `active`, `paused since 3 May 2027`.
    pub status: String,
    /// `6 days a year`.
    pub days: String,
    /// `Core training day (20 May 2024)`, one for each module; `none that we know of`.
    pub training: String,
    /// `5 of 6 in the last school year`; empty where there were none.
    pub meetings: String,
    /// `in the booklet`, `not given`.
    pub portrait: String,
    /// What to type to renew it: `review REG-2023-0003 1 September 2031`.
    pub renew: String,
}

impl Letter for ReviewDue {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let person = Record {
        name: "Priya Nair".into(),
        number: "REG-2023-0003".into(),
        school: "Hazelbank Primary School".into(),
        specialisms: "Mathematics, Assessment".into(),
        since: "1 September 2023".into(),
        due: "Wednesday 1 September 2027".into(),
        status: "active".into(),
        days: "6 days a year".into(),
        training: "Core training day (20 May 2024)".into(),
        meetings: "2 of 3 in the last school year".into(),
        portrait: "in the booklet".into(),
        renew: "review REG-2023-0003 1 September 2031".into(),
    };
    let one = ReviewDue {
        name: "Ruth Adeyemi".into(),
        programme: ProgrammeWords::sample(),
        again: false,
        count: 1,
        one: true,
        people: vec![person.clone()],
    };
    let without = Record { meetings: String::new(), ..person.clone() };
    let several = ReviewDue { again: true, count: 2, one: false, people: vec![person, without], ..one.clone() };
    vec![sample(&one), sample(&several)]
}
