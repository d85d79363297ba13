//! What a panel reads: the applications of a round, numbered, and a sheet for the scores.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use jiff::civil::Date;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "review-pack",
    about: "To the coordinator who asked for the applications of a round to be reviewed, with the pack and a scoring sheet.",
    template: include_str!("../../templates/letters/review-pack.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReviewPackLetter {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `spring 2027`.
    pub window: String,
    /// `sle spring-2027`.
    pub round: String,
    pub count: usize,
    pub one: bool,
    pub blind: bool,
    /// Each application is enclosed as a file of its own, too.
    pub apart: bool,
    /// What reviewers rate.
    pub criteria: Vec<String>,
    /// Applications that are not in the pack, and why.
    pub left_out: Vec<String>,
}

impl Letter for ReviewPackLetter {
    const KIND: &'static LetterKind = &KIND;
}

/// The applications as plain data; the press makes the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The combined file's name, without its ending.
    pub name: String,
    pub title: String,
    pub notes: Vec<String>,
    pub date: Date,
    pub programme: String,
    pub window: String,
    /// Each as a file of its own, too.
    pub apart: bool,
    pub items: Vec<Item>,
}

/// One application, as those who review it read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub number: usize,
    pub case: String,
    /// `None` where it is read blind.
    pub name: Option<String>,
    pub flags: Vec<String>,
    /// Label and answer.
    pub answers: Vec<(String, String)>,
    pub essays: Vec<Essay>,
    pub references: Vec<Vouched>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Essay {
    pub question: String,
    pub answer: String,
    pub words: usize,
    pub limit: Option<usize>,
}

/// What a referee wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    pub title: String,
    pub answers: Vec<(String, String)>,
}

fn samples() -> Vec<serde_json::Value> {
    let open = ReviewPackLetter {
        name: "Ruth Adeyemi".into(),
        programme: ProgrammeWords::sample(),
        window: "spring 2027".into(),
        round: "sle spring-2027".into(),
        count: 12,
        one: false,
        blind: false,
        apart: true,
        criteria: vec!["Expertise".into(), "Impact".into()],
        left_out: vec![],
    };
    let blind = ReviewPackLetter {
        count: 1,
        one: true,
        blind: true,
        left_out: vec!["SLE-2027-0003: incomplete".into()],
        ..open.clone()
    };
    let large = ReviewPackLetter { count: 80, apart: false, criteria: vec![], ..open.clone() };
    vec![sample(&open), sample(&blind), sample(&large)]
}
