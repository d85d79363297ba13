//! A complete application has arrived.

use super::{AskedWords, Care, Length, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "acknowledgement",
    about: "To the sender of a complete application, at once.",
    template: include_str!("../../templates/letters/acknowledgement.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Acknowledgement {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub received: String,
    pub window: Option<WindowWords>,
    /// Came before the opening.
    pub early: bool,
    /// The very form that we have already.
    pub again: bool,
    /// Whose references are still to come.
    pub asked: Vec<AskedWords>,
    /// Somebody completes a section of the form: it is received, and not complete before that.
    pub awaits_form: bool,
    pub too_long: Vec<Length>,
    pub summary: Vec<Line>,
    pub essays: Vec<Essay>,
}

/// A short answer, as we read it.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    pub label: String,
    pub value: String,
}

/// A long answer, by its count.
#[derive(Debug, Clone, Serialize)]
pub struct Essay {
    pub label: String,
    pub words: usize,
    pub one: bool,
}

impl Letter for Acknowledgement {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = Acknowledgement {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        received: "17:58:03 on Friday 19 March 2027".into(),
        window: Some(WindowWords::sample()),
        early: false,
        again: false,
        asked: vec![AskedWords::sample(false)],
        awaits_form: false,
        too_long: vec![Length { label: "Question 2: Your impact".into(), words: 342, limit: 300 }],
        summary: vec![
            Line { label: "Your full name".into(), value: "Priya Nair".into() },
            Line { label: "Your school".into(), value: "Hazelbank Primary School".into() },
            Line { label: "Main area of expertise".into(), value: "Mathematics".into() },
        ],
        essays: vec![Essay { label: "Question 1: Your expertise".into(), words: 287, one: false }],
    };
    let in_form = Acknowledgement { asked: vec![AskedWords::sample(true)], awaits_form: true, ..plain.clone() };
    let early = Acknowledgement { early: true, too_long: vec![], ..plain.clone() };
    let again = Acknowledgement { again: true, window: None, too_long: vec![], ..plain.clone() };
    vec![sample(&plain), sample(&in_form), sample(&early), sample(&again)]
}
