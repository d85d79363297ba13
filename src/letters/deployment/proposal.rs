//! Would you take this on?

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-proposal",
    about: "To somebody of the register, when a coordinator proposes a piece of work to them: would they take it on?",
    template: include_str!("../../../templates/letters/deployment-proposal.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentProposal {
    pub name: String,
    pub deployment: DeploymentWords,
    /// The head of their school, who is asked too: `Owen Brooks`; empty where nobody is known yet.
    pub head: String,
    /// They lead their school themselves: nobody else is asked.
    pub own_head: bool,
    /// By when an answer is hoped for: `Friday 14 May 2027`.
    pub by: String,
}

impl Letter for DeploymentProposal {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let whole = DeploymentProposal {
        name: "Priya Nair".into(),
        deployment: DeploymentWords::sample(),
        head: "Owen Brooks".into(),
        own_head: false,
        by: "Friday 14 May 2027".into(),
    };
    let bare = DeploymentProposal { deployment: DeploymentWords::bare_sample(), head: String::new(), ..whole.clone() };
    let own = DeploymentProposal { own_head: true, head: String::new(), ..whole.clone() };
    vec![sample(&whole), sample(&bare), sample(&own)]
}
