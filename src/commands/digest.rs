//! `digest`: a fresh digest, by letter to whoever asks by mail, in words to whoever types.

use super::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, DeskChange};
use crate::domain::facts::{Ledger, Lookup};
use crate::jobs::digest;
use crate::letters::Draft;

pub const COMMAND: Command = Command {
    name: "digest",
    usage: &["digest"],
    about: "Brings a fresh digest: what waits, what is due, what came. Its numbers are those to answer with.",
    lookup: |said, config| {
        said.nothing_more()?;
        Ok(Lookup {
            programmes: config.programmes.keys().cloned().collect(),
            desk: true,
            people: true,
            meetings: true,
            projects: true,
            deployments: true,
            ledger: Ledger { drafts: true, open: true, ..Ledger::default() },
            ..Lookup::default()
        })
    },
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let named = |name: &str| name == order.by;
    let coordinators = &order.config.clerk.coordinators;
    let Some(to) = coordinators.iter().find(|c| named(&c.name)).or_else(|| coordinators.first()) else {
        return Err(Refusal::Refused("No coordinator is configured: the digest is theirs.".to_owned()));
    };
    let (letter, items) = digest::on_request(order.config, order.facts, to, order.now);
    let mut decision = Decision::default();
    let Some(message) = order.message else {
        // On a screen the questions' own numbers are what can be typed.
        return Ok(Outcome::new(decision, letter.in_lines()));
    };
    let purpose = format!("digest:{}:message-{message}", to.email.folded());
    decision.because(format!("{} asked for a fresh digest.", order.by));
    decision.changes.push(Change::Desk(DeskChange::DigestSent { purpose: purpose.clone(), items }));
    decision.letters.push(Draft::new(&letter, to.email.clone(), &to.name, purpose));
    Ok(Outcome::new(decision, "A fresh digest is on its way."))
}
