//! Can your school release somebody?

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-proposal-head",
    about: "To the head of a home school, when a coordinator proposes a piece of work to somebody of theirs: can the school release them?",
    template: include_str!("../../../templates/letters/deployment-proposal-head.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentProposalHead {
    pub name: String,
    pub deployment: DeploymentWords,
    /// How the days are paid for; empty where that cannot be said.
    pub rate: String,
    pub by: String,
}

impl Letter for DeploymentProposalHead {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let whole = DeploymentProposalHead {
        name: "Owen Brooks".into(),
        deployment: DeploymentWords::sample(),
        rate: "£350 a day; £297.50 goes to the home school, £52.50 is the alliance’s fee".into(),
        by: "Friday 14 May 2027".into(),
    };
    let mut bare = DeploymentProposalHead { rate: String::new(), ..whole.clone() };
    bare.deployment.plan = None;
    bare.deployment.helpers = String::new();
    bare.deployment.school = String::new();
    bare.deployment.need = String::new();
    vec![sample(&whole), sample(&bare)]
}
