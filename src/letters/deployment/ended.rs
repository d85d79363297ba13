//! It has ended.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-ended",
    about: "To all parties when a coordinator says that a piece of work has ended.",
    template: include_str!("../../../templates/letters/deployment-ended.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentEnded {
    pub name: String,
    pub deployment: DeploymentWords,
    /// To somebody who did the work.
    pub person: bool,
    /// `5½ days of 6 days`.
    pub worked: String,
    /// Until when days that are not logged yet are told: `Friday 23 July 2027`.
    pub by: String,
}

impl Letter for DeploymentEnded {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let own = DeploymentEnded {
        name: "Priya Nair".into(),
        deployment: DeploymentWords::sample(),
        person: true,
        worked: "5½ of the 6 days".into(),
        by: "Friday 23 July 2027".into(),
    };
    let head = DeploymentEnded { name: "Jo Marsh".into(), person: false, ..own.clone() };
    vec![sample(&own), sample(&head)]
}
