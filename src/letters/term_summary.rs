//! A term in the network's life: which meetings there were, and who came to which.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "term-summary",
    about: "To the coordinators on the first school day after a term in which a programme met: which meetings, who came to which, who to none.",
    template: include_str!("../../templates/letters/term-summary.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct TermSummary {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `autumn term 2026-27`.
    pub term: String,
    pub meetings: Vec<Held>,
    /// Meetings that were called off.
    pub cancelled: Vec<String>,
    /// `M1`, `M2` …: the heads of the columns.
    pub heads: Vec<String>,
    pub people: Vec<Row>,
    /// Active people who came to nothing.
    pub none: Vec<String>,
    /// Meetings of which nobody has said who came.
    pub untaken: Vec<String>,
}

/// A meeting that took place.
#[derive(Debug, Clone, Serialize)]
pub struct Held {
    pub head: String,
    /// `MTG-2026-0001 Autumn network`.
    pub what: String,
    pub when: String,
    /// `14 of 18 came`.
    pub count: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub name: String,
    pub cells: Vec<String>,
}

impl Letter for TermSummary {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let row = |name: &str, cells: [&str; 2]| Row { name: name.into(), cells: cells.map(str::to_owned).into() };
    let full = TermSummary {
        name: "Ruth Adeyemi".into(),
        programme: ProgrammeWords::sample(),
        term: "autumn term 2026-27".into(),
        meetings: vec![
            Held {
                head: "M1".into(),
                what: "MTG-2026-0001 Autumn network".into(),
                when: "Tuesday 6 October 2026".into(),
                count: "1 of 3 came".into(),
            },
            Held {
                head: "M2".into(),
                what: "MTG-2026-0002 Core training day".into(),
                when: "Tuesday 10 November 2026".into(),
                count: "not recorded".into(),
            },
        ],
        cancelled: vec!["MTG-2026-0003 Maths group (the school was closed)".into()],
        heads: vec!["M1".into(), "M2".into()],
        people: vec![row("Amy Cole", ["present", "not recorded"]), row("Tom Reed", ["apologies", "not invited"])],
        none: vec!["Tom Reed".into()],
        untaken: vec!["MTG-2026-0002".into()],
    };
    let plain = TermSummary { cancelled: vec![], none: vec![], untaken: vec![], ..full.clone() };
    [full, plain].iter().map(sample).collect()
}
