//! Thanks for an answer to a proposal.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-proposal-thanks",
    about: "To somebody, or to their head, who has answered whether they would take a piece of work on.",
    template: include_str!("../../../templates/letters/deployment-proposal-thanks.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentProposalThanks {
    pub name: String,
    pub deployment: DeploymentWords,
    pub yes: bool,
    /// To the head of the home school.
    pub head: bool,
    /// Whose answer is still to come: `Owen Brooks`; empty once both have said yes.
    pub waits_for: String,
}

impl Letter for DeploymentProposalThanks {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let yes = DeploymentProposalThanks {
        name: "Priya Nair".into(),
        deployment: DeploymentWords::sample(),
        yes: true,
        head: false,
        waits_for: "Owen Brooks".into(),
    };
    let both = DeploymentProposalThanks { waits_for: String::new(), head: true, ..yes.clone() };
    let no = DeploymentProposalThanks { yes: false, ..yes.clone() };
    let head_no = DeploymentProposalThanks { head: true, ..no.clone() };
    vec![sample(&yes), sample(&both), sample(&no), sample(&head_no)]
}
