//! Thanks for an agreement.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-agreement-noted",
    about: "To a party that has agreed to a piece of work, while others have not.",
    template: include_str!("../../../templates/letters/deployment-agreement-noted.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentAgreementNoted {
    pub name: String,
    pub deployment: DeploymentWords,
    /// `17:58:03 on Friday 14 May 2027`.
    pub received: String,
    /// Who has still to agree: `Owen Brooks`.
    pub waits_for: String,
}

impl Letter for DeploymentAgreementNoted {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&DeploymentAgreementNoted {
        name: "Jo Marsh".into(),
        deployment: DeploymentWords::sample(),
        received: "17:58:03 on Friday 14 May 2027".into(),
        waits_for: "Owen Brooks".into(),
    })]
}
