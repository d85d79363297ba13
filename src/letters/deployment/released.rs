//! Somebody else is asked instead.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-released",
    about: "To somebody who was asked to do a piece of work, and to their head, when somebody else is asked instead.",
    template: include_str!("../../../templates/letters/deployment-released.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentReleased {
    pub name: String,
    pub deployment: DeploymentWords,
    /// To the head of the home school.
    pub head: bool,
}

impl Letter for DeploymentReleased {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let own = DeploymentReleased { name: "Priya Nair".into(), deployment: DeploymentWords::sample(), head: false };
    let head = DeploymentReleased { name: "Owen Brooks".into(), head: true, ..own.clone() };
    vec![sample(&own), sample(&head)]
}
