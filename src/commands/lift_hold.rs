//! `lift hold`: what `hold all` kept back may go.

use super::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, LetterChange};
use crate::domain::facts::Lookup;

pub const COMMAND: Command = Command {
    name: "lift hold",
    usage: &["lift hold"],
    about: "Lets go of every letter that `hold all` kept back. Letters that wait for another reason go on waiting.",
    lookup: |said, _| {
        said.nothing_more()?;
        Ok(Lookup { desk: true, ..Lookup::default() })
    },
    decide,
};

/// As `hold all` marks what it holds.
const MARK: &str = "hold all: ";

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let held = order.facts.letters.iter().filter(|letter| letter.held_because.starts_with(MARK)).count();
    let mut decision = Decision::default();
    decision.because(format!("{} lifted the hold.", order.by));
    decision.changes.push(Change::Letter(LetterChange::HoldLifted));
    let answer = match held {
        0 => "The hold is lifted. No letter had been kept back.".to_owned(),
        1 => "The hold is lifted. One letter that was kept back leaves now.".to_owned(),
        n => format!("The hold is lifted. {n} letters that were kept back leave now."),
    };
    Ok(Outcome::new(decision, answer))
}
