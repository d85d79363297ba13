//! Tells the coordinators what waits for them: at once when something new does, then at most once an hour.

use crate::config::clerk::Digest;
use crate::config::{Config, Coordinator};
use crate::decision::Decision;
use crate::domain::change::{Change, DeskChange};
use crate::domain::facts::OpenReview;
use crate::letters::Draft;
use crate::letters::coordinator_note::{CoordinatorNote, Item};
use jiff::Timestamp;

/// A longer list helps nobody on a phone; the rest is in the digest.
const MOST_ITEMS: usize = 25;

/// What follows now, if anything. `last` is when the coordinators were last told of something.
pub fn decide(config: &Config, waiting: &[OpenReview], last: Option<Timestamp>, now: Timestamp) -> Option<Decision> {
    let new: Vec<&OpenReview> = waiting.iter().filter(|review| review.noted_at.is_none()).collect();
    let first = new.first()?;
    let pause = i64::from(config.clerk.manners.note_every_minutes) * 60;
    if last.is_some_and(|last| now.as_second() < last.as_second() + pause) {
        return None;
    }
    // What a coordinator has put off is not brought up again before its time.
    let put_off = |review: &&OpenReview| review.held_until.is_some_and(|until| until > now);
    let told_before = waiting.iter().filter(|review| review.noted_at.is_some() && !put_off(review)).count();
    let older = match told_before {
        0 => String::new(),
        1 => "one thing".to_owned(),
        n => format!("{n} things"),
    };
    let numbered = || (1..).zip(new.iter().take(MOST_ITEMS).copied());
    let items: Vec<Item> = numbered().map(|(number, review)| Item::of(number, review, String::new())).collect();
    let mut decision = Decision::default();
    decision.because(format!("{} new things wait for a person.", new.len()));
    for coordinator in told(config) {
        let letter = CoordinatorNote {
            name: coordinator.name.clone(),
            count: new.len(),
            one: new.len() == 1,
            items: items.clone(),
            older: older.clone(),
            one_older: told_before == 1,
        };
        let purpose = format!("coordinator-note:{}:{}", coordinator.email.folded(), first.id);
        decision.changes.push(Change::Desk(DeskChange::DigestSent {
            purpose: purpose.clone(),
            items: numbered().map(|(number, review)| (number, review.id)).collect(),
        }));
        decision.letters.push(Draft::new(&letter, coordinator.email.clone(), &coordinator.name, purpose));
    }
    decision.changes.push(Change::ReviewsNoted { reviews: new.iter().map(|review| review.id).collect() });
    Some(decision)
}

/// Coordinators who want to hear of it; all of them where none has said so.
pub fn told(config: &Config) -> Vec<&Coordinator> {
    let all = &config.clerk.coordinators;
    let willing: Vec<&Coordinator> = all.iter().filter(|c| c.digest != Digest::None).collect();
    if willing.is_empty() { all.iter().collect() } else { willing }
}
