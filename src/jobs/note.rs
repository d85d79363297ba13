//! Tells the coordinators what waits for them: at once when something new does, then at most once an hour.

use crate::config::{Config, Coordinator};
use crate::decision::Decision;
use crate::domain::change::Change;
use crate::domain::{CaseId, ReviewId};
use crate::letters::Draft;
use crate::letters::coordinator_note::{CoordinatorNote, Item};
use jiff::Timestamp;

/// Something that waits, as far as the note cares.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub id: ReviewId,
    pub question: String,
    pub case: Option<CaseId>,
    pub noted: bool,
}

/// A longer list helps nobody on a phone; the rest is in `status`.
const MOST_ITEMS: usize = 25;

/// What follows now, if anything. `last` is when the coordinators were last told of something.
pub fn decide(config: &Config, waiting: &[Waiting], last: Option<Timestamp>, now: Timestamp) -> Option<Decision> {
    let new: Vec<&Waiting> = waiting.iter().filter(|item| !item.noted).collect();
    let first = new.first()?;
    let pause = i64::from(config.clerk.manners.note_every_minutes) * 60;
    if last.is_some_and(|last| now.as_second() < last.as_second() + pause) {
        return None;
    }
    let older = match waiting.len() - new.len() {
        0 => String::new(),
        1 => "one thing".to_owned(),
        n => format!("{n} things"),
    };
    let items: Vec<Item> = new
        .iter()
        .take(MOST_ITEMS)
        .enumerate()
        .map(|(i, item)| Item { number: i + 1, question: item.question.clone(), about: about(item) })
        .collect();
    let mut decision = Decision::default();
    decision.because(format!("{} new things wait for a person.", new.len()));
    for coordinator in told(config) {
        let letter = CoordinatorNote {
            name: coordinator.name.clone(),
            count: new.len(),
            one: new.len() == 1,
            items: items.clone(),
            older: older.clone(),
        };
        let purpose = format!("coordinator-note:{}:{}", coordinator.email.folded(), first.id);
        decision.letters.push(Draft::new(&letter, coordinator.email.clone(), &coordinator.name, purpose));
    }
    decision.changes.push(Change::ReviewsNoted { reviews: new.iter().map(|item| item.id).collect() });
    Some(decision)
}

/// Coordinators who want to hear of it; all of them where none has said so.
fn told(config: &Config) -> Vec<&Coordinator> {
    use crate::config::clerk::Digest;
    let all = &config.clerk.coordinators;
    let willing: Vec<&Coordinator> = all.iter().filter(|c| c.digest != Digest::None).collect();
    if willing.is_empty() { all.iter().collect() } else { willing }
}

/// The case, where the question does not name it itself.
fn about(item: &Waiting) -> String {
    item.case.as_ref().map(ToString::to_string).filter(|case| !item.question.contains(case)).unwrap_or_default()
}
