//! A reminder: would you take this on?

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-proposal-chaser",
    about: "To somebody, or to their head, who has not answered yet whether they would take a piece of work on, on the school days that policy names.",
    template: include_str!("../../../templates/letters/deployment-proposal-chaser.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentProposalChaser {
    pub name: String,
    pub deployment: DeploymentWords,
    /// To the head of the home school.
    pub head: bool,
    /// When they were asked: `Monday 3 May 2027`.
    pub asked: String,
    /// After it the coordinator is told, and somebody else may be asked.
    pub last: bool,
}

impl Letter for DeploymentProposalChaser {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let own = DeploymentProposalChaser {
        name: "Priya Nair".into(),
        deployment: DeploymentWords::sample(),
        head: false,
        asked: "Monday 3 May 2027".into(),
        last: false,
    };
    let mut head = DeploymentProposalChaser { name: "Owen Brooks".into(), head: true, last: true, ..own.clone() };
    head.deployment.plan = None;
    vec![sample(&own), sample(&head)]
}
