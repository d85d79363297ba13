//! What became of the commands in a coordinator's mail, line by line.

use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "command-answer",
    about: "To a coordinator whose mail gave commands: what each of them did, or what was not understood.",
    template: include_str!("../../templates/letters/command-answer.md.hbs"),
    // Given at a coordinator's word, to a coordinator alone: the caps against strangers' robots are not for it.
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct CommandAnswer {
    pub name: String,
    /// The subject of the mail that is answered.
    pub topic: String,
    pub lines: Vec<Answered>,
    /// Whether reading stopped after three lines that were not understood.
    pub stopped: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Answered {
    /// The line as it was written.
    pub said: String,
    /// `Done`, `Not done`, `Waits for your code`.
    pub became: String,
    pub answer: Vec<String>,
    /// The one-time code that confirms it; empty where none is needed.
    pub code: String,
}

impl Letter for CommandAnswer {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let line = |said: &str, became: &str, answer: &str, code: &str| Answered {
        said: said.into(),
        became: became.into(),
        answer: vec![answer.into()],
        code: code.into(),
    };
    let whole = CommandAnswer {
        name: "Ruth Adeyemi".into(),
        topic: "Monday 22 March 2027: 3 things wait for you".into(),
        lines: vec![
            line("1 done", "Done", "R7 is settled.", ""),
            line(
                "2 maybe",
                "Not done",
                "I did not understand “maybe”. 2 may be answered with: 2 accept because …, 2 done, 2 hold.",
                "",
            ),
            line(
                "release outcomes sle spring-2027",
                "Waits for your code",
                "This would send 12 letters: 9 designated, 1 reserve, 2 not designated.",
                "123456",
            ),
        ],
        stopped: false,
    };
    let stopped = CommandAnswer {
        lines: vec![line("Dear all", "Not done", "There is no command “dear”.", "")],
        stopped: true,
        ..whole.clone()
    };
    vec![sample(&whole), sample(&stopped)]
}
