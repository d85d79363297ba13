//! A scoring sheet came back: what was taken from it, and what was not.

use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "scores-noted",
    about: "To a coordinator who sent a scoring sheet back: what was noted, and which rows were not clear.",
    template: include_str!("../../templates/letters/scores-noted.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ScoresNoted {
    pub name: String,
    /// `12 ratings of 3 applications`; empty where nothing could be taken.
    pub noted: String,
    /// Who gave them: `Jo Hart, Sam Reed`.
    pub reviewers: String,
    pub rows: Vec<NotedRow>,
    /// What was not clear, one sentence each.
    pub problems: Vec<String>,
    /// Rows without any rating: `SLE-2027-0003, SLE-2027-0007`; may be empty.
    pub unrated: String,
    /// `sle spring-2027`.
    pub round: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct NotedRow {
    pub case: String,
    /// `Expertise green, Impact amber`.
    pub ratings: String,
}

impl Letter for ScoresNoted {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let all = ScoresNoted {
        name: "Ruth Adeyemi".into(),
        noted: "two ratings of one application".into(),
        reviewers: "Jo Hart".into(),
        rows: vec![NotedRow { case: "SLE-2027-0014".into(), ratings: "Expertise green, Impact amber".into() }],
        problems: vec![],
        unrated: String::new(),
        round: "sle spring-2027".into(),
    };
    let some = ScoresNoted {
        problems: vec!["row 4, “Impact”: “very good” is not Red, Amber or Green".into()],
        unrated: "SLE-2027-0015".into(),
        ..all.clone()
    };
    let none = ScoresNoted { noted: String::new(), reviewers: String::new(), rows: vec![], ..some.clone() };
    vec![sample(&all), sample(&some), sample(&none)]
}
