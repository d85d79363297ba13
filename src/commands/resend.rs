//! `resend L7`: a letter that was refused, or about which nobody knows, is sent once more, byte for byte.

use super::approve::{named, only_letter, single, state_in_words};
use super::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, LetterChange};

pub const COMMAND: Command = Command {
    name: "resend",
    usage: &["resend L7"],
    about: "Sends a letter once more that was refused, or of which nobody knows whether it arrived.",
    lookup: |said, _| only_letter(said),
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (id, _) = order.said.letter()?;
    let letter = single(order.facts, id)?;
    match letter.state.as_str() {
        "failed" | "unknown" => {}
        // After an uncertain delivery a letter that must not arrive twice is held for a person: its error says so.
        "held" if !letter.last_error.is_empty() => {}
        "held" => {
            return Err(Refusal::Refused(format!(
                "{} is held ({}) and has never been sent. `approve L{id}` lets it go.",
                named(letter),
                letter.held_because
            )));
        }
        state => {
            return Err(Refusal::Refused(format!(
                "{} is {}; only a letter that was refused, or is uncertain, is sent again.",
                named(letter),
                state_in_words(state)
            )));
        }
    }
    let mut decision = Decision { case: letter.case.clone(), ..Decision::default() };
    decision.because(format!("{} had letter L{id} sent again.", order.by));
    decision.changes.push(Change::Letter(LetterChange::SentAgain { letter: id }));
    Ok(Outcome::new(decision, format!("{} is sent once more, unchanged.", named(letter))))
}
