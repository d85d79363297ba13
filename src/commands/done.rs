//! `done R12`: a question has been settled by a person, outside the clerk.

use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::ReviewId;
use crate::domain::change::{Change, DeskChange};
use crate::domain::facts::{Facts, Lookup, OpenReview};

pub const COMMAND: Command = Command {
    name: "done",
    usage: &["done R12", "done R12 because I have telephoned her"],
    about: "Settles a question of the digest: it does not come again. In a reply to the digest, `1 done` says the same.",
    lookup,
    decide,
};

fn read<'s>(said: &Said<'s>) -> Result<(ReviewId, &'s str), Refusal> {
    let (review, rest) = said.review()?;
    if rest.is_empty() { Ok((review, "")) } else { Ok((review, rest.because().map_or(rest.text(), |(_, why)| why))) }
}

fn lookup(said: &Said<'_>, _: &Config) -> Result<Lookup, Refusal> {
    read(said)?;
    Ok(Lookup { desk: true, ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (id, why) = read(order.said)?;
    let review = open_question(order.facts, id)?;
    let outcome = if why.is_empty() { "done".to_owned() } else { format!("done: {why}") };
    let mut decision = Decision { case: review.case.clone(), ..Decision::default() };
    decision.because(format!("{} settled R{id}: {}", order.by, review.question));
    decision.changes.push(Change::Desk(DeskChange::ReviewDecided { review: id, by: order.by.to_owned(), outcome }));
    Ok(Outcome::new(decision, format!("R{id} is settled ({}).", shortened(&review.question))))
}

/// A question that still waits.
///
/// # Errors
/// When there is none of this number.
pub fn open_question(facts: &Facts, id: ReviewId) -> Result<&OpenReview, Refusal> {
    facts.reviews.iter().find(|review| review.id == id).ok_or_else(|| {
        Refusal::Refused(format!(
            "No question R{id} is open. It may have been settled already; `digest` lists what waits."
        ))
    })
}

/// Enough of a question to know it by.
pub fn shortened(question: &str) -> String {
    let most = 70;
    let bare = question.trim_end_matches(['.', '?']);
    if bare.chars().count() <= most { bare.to_owned() } else { bare.chars().take(most).collect::<String>() + "…" }
}
