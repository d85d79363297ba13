//! `approve L7`: a letter that was held for a person's eye may go, as it stands.

use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::LetterId;
use crate::domain::change::{Change, LetterChange};
use crate::domain::facts::{Facts, Lookup, SentLetter};
use crate::domain::outcome::UNTIL_RELEASE;

pub const COMMAND: Command = Command {
    name: "approve",
    usage: &["approve L7"],
    about: "Lets a held letter go, exactly as it is. Outcome letters go only by their release.",
    lookup: |said, _| only_letter(said),
    decide,
};

/// A command that names a letter and nothing else.
pub fn only_letter(said: &Said<'_>) -> Result<Lookup, Refusal> {
    let (letter, rest) = said.letter()?;
    rest.nothing_more()?;
    Ok(Lookup { letters: vec![letter], ..Lookup::default() })
}

/// The letter of a number, unless it is one whose time is the release.
///
/// # Errors
/// When there is none, or it is not to be touched singly.
pub fn single(facts: &Facts, id: LetterId) -> Result<&SentLetter, Refusal> {
    let Some(letter) = facts.letters.iter().find(|letter| letter.id == id) else {
        return Err(Refusal::Refused(format!("There is no letter L{id}.")));
    };
    if letter.state == "held" && letter.held_because.to_lowercase().contains(UNTIL_RELEASE) {
        return Err(Refusal::Refused(format!(
            "L{id} is an outcome letter. Outcome letters go all together, by `release outcomes …`; one alone can be neither sent nor dropped. Another `outcome …` for the case writes it anew."
        )));
    }
    Ok(letter)
}

/// What a letter is, for an answer: `L7 (late to t.reed@oakfield.example)`.
pub fn named(letter: &SentLetter) -> String {
    format!("L{} ({} to {})", letter.id, letter.letter, letter.to)
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (id, _) = order.said.letter()?;
    let letter = single(order.facts, id)?;
    if letter.state != "held" {
        return Err(Refusal::Refused(format!(
            "{} is not held ({}), so that there is nothing to approve.",
            named(letter),
            state_in_words(&letter.state)
        )));
    }
    if !order.facts.is_live(order.now) {
        return Err(Refusal::Refused("The clerk has not gone live: no letter leaves before `go live`.".to_owned()));
    }
    let mut decision = Decision { case: letter.case.clone(), ..Decision::default() };
    decision.because(format!("{} approved letter L{id}, which was held ({}).", order.by, letter.held_because));
    decision.changes.push(Change::Letter(LetterChange::Approved { letter: id }));
    Ok(Outcome::new(decision, format!("{} leaves now, as it stands.", named(letter))))
}

/// The outbox's words, as a person says them.
pub fn state_in_words(state: &str) -> &str {
    match state {
        "queued" | "claimed" | "data_started" => "on its way",
        "accepted" => "sent already",
        "unknown" => "nobody knows whether it arrived",
        "failed" => "refused by the mail server",
        "dropped" => "dropped",
        other => other,
    }
}
