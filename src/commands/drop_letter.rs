//! `drop L7 because …`: a letter that has not left never will.

use super::approve::{named, single, state_in_words};
use super::{Command, Order, Outcome, Refusal, deployment};
use crate::decision::Decision;
use crate::domain::change::{Change, LetterChange};
use crate::domain::facts::Lookup;

pub const COMMAND: Command = Command {
    name: "drop",
    usage: &[
        "drop L7 because I have written to her myself",
        "drop DEP-2027-0003 because the school has found somebody",
    ],
    about: "Gives up a letter that has not left, or a request for support or agreed work, whose parties are told. The reason is kept.",
    lookup: |said, _| {
        if deployment::desk::is_deployment(said) {
            return deployment::desk::lookup_dropped(said);
        }
        let (letter, rest) = said.letter()?;
        let (before, _) = rest.because()?;
        before.nothing_more()?;
        Ok(Lookup { letters: vec![letter], ..Lookup::default() })
    },
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    if deployment::desk::is_deployment(order.said) {
        return deployment::desk::dropped(order);
    }
    let (id, rest) = order.said.letter()?;
    let (_, because) = rest.because()?;
    let letter = single(order.facts, id)?;
    if !matches!(letter.state.as_str(), "queued" | "held" | "failed" | "unknown") {
        return Err(Refusal::Refused(format!(
            "{} can no longer be dropped: it is {}.",
            named(letter),
            state_in_words(&letter.state)
        )));
    }
    let mut decision = Decision { case: letter.case.clone(), ..Decision::default() };
    decision.because(format!("{} dropped letter L{id} because {because}.", order.by));
    decision.changes.push(Change::Letter(LetterChange::Dropped { letter: id, because: because.to_owned() }));
    Ok(Outcome::new(decision, format!("{} is dropped and will not be sent.", named(letter))))
}
