//! An application came after the closing time: the stamp, the rule, and what can be done.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "late",
    about: "To the sender of an application that our server received after the closing time.",
    template: include_str!("../../templates/letters/late.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Late {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    /// Our server's stamp, to the second.
    pub received: String,
    /// The closing, to the second.
    pub closes_stamp: String,
    pub window: WindowWords,
    pub next: Option<WindowWords>,
}

impl Letter for Late {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let without = Late {
        name: "Tom Reed".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0015".into(),
        received: "18:00:01 on Friday 19 March 2027".into(),
        closes_stamp: "18:00:00 on Friday 19 March 2027".into(),
        window: WindowWords::sample(),
        next: None,
    };
    let next = WindowWords {
        title: "autumn 2027".into(),
        opens: "Monday 6 September 2027".into(),
        closes: "6pm on Friday 1 October 2027".into(),
        dates: vec![],
    };
    let with = Late { next: Some(next), ..without.clone() };
    vec![sample(&without), sample(&with)]
}
