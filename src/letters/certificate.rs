//! A certificate of training, and the letter that it comes with.

use super::{Care, Enclosure, Letter, LetterKind, ProgrammeWords, Voice, sample};
use jiff::civil::Date;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "certificate",
    about: "To somebody who has taken training for which the programme gives a certificate, once the host has said that they were there.",
    template: include_str!("../../templates/letters/certificate.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Certificate {
    pub name: String,
    pub programme: ProgrammeWords,
    pub module: String,
    /// Their number in the register.
    pub entry: String,
    /// `Thursday 20 May 2027`.
    pub day: String,
}

impl Letter for Certificate {
    const KIND: &'static LetterKind = &KIND;
}

/// What stands on the certificate; who gives and signs it is added when it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    /// `Specialist Leader of Education`.
    pub role: String,
    pub module: String,
    pub taken_on: Date,
    pub entry: String,
}

impl Sheet {
    pub fn enclosure(self) -> Enclosure {
        Enclosure::Certificate(Box::new(self))
    }
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&Certificate {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        module: "Core training day".into(),
        entry: "REG-2027-0003".into(),
        day: "Thursday 20 May 2027".into(),
    })]
}
