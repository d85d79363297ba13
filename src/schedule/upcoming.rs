//! Every letter that will fall due, given no further mail and no further command.
//!
//! Nothing is kept about the future: each job is asked what it would decide at each of its moments, on the facts as they
//! stand, and what it would change is carried forward as far as jobs look at it. So the list can never disagree with what
//! the jobs will do.

use super::{current, lookup, moments, zone};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::EmailAddress;
use crate::domain::change::{Change, DeskChange, RegisterChange};
use crate::domain::facts::{Facts, LastDigest};
use crate::domain::window::Window;
use crate::jobs::{self, Job, Task, When};
use crate::store::{self, Store, StoreFault};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// A letter to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upcoming {
    pub when: Timestamp,
    pub to: EmailAddress,
    pub letter: &'static str,
    pub case: Option<CaseId>,
    /// What the job is for.
    pub why: String,
    purpose: String,
}

/// The letters of the next so many days, in order.
///
/// # Errors
/// When the database refuses.
pub async fn of(store: &Store, config: &Config, now: Timestamp, days: u32) -> Result<Vec<Upcoming>, StoreFault> {
    let mut tx = store.read_only().await?;
    let mut facts = store::facts::load(&mut tx, &lookup(config), store.key(), now).await?;
    drop(tx);
    let done = store.jobs_done().await?;
    let until = Timestamp::from_second(now.as_second().saturating_add(i64::from(days) * 86_400)).unwrap_or(now);
    let zone = zone(config);
    let mut events: Vec<(Timestamp, usize, &Job)> = vec![];
    for (place, job) in jobs::ALL.iter().enumerate() {
        match job.when {
            When::At(expressions) => {
                let since = done.get(job.name).copied().map_or(zone.civil(now), |last| last.max(zone.civil(now)));
                let due = moments(&expressions(config), since, zone.civil(until));
                events.extend(due.into_iter().map(|at| (zone.earliest(at), place, *job)));
            }
            When::Pending(_) => {
                let at = boundaries(&facts.windows, now).filter(|at| *at <= until);
                events.extend(at.map(|at| (at, place, *job)));
            }
        }
    }
    events.sort_by_key(|(at, place, _)| (*at, *place));
    events.dedup_by_key(|(at, place, _)| (*at, *place));
    let mut found: Vec<Upcoming> = vec![];
    for (at, _, job) in events {
        if let When::Pending(pending) = job.when
            && !pending(config, &facts.windows, at)
        {
            continue;
        }
        for decision in (job.decide)(&Task { config, facts: &facts, due: zone.civil(at), now: at }) {
            found.extend(decision.letters.iter().map(|draft| Upcoming {
                when: at,
                to: draft.to.clone(),
                letter: draft.kind.name,
                case: draft.case.clone(),
                why: job.about.to_owned(),
                purpose: draft.purpose.clone(),
            }));
            carry_forward(&mut facts, &decision, at);
        }
    }
    // A purpose has one letter: what was decided before is not decided again.
    let purposes: Vec<&str> = found.iter().map(|letter| letter.purpose.as_str()).collect();
    let mut known: BTreeSet<String> = store.purposes_known(&purposes).await?;
    found.retain(|letter| known.insert(letter.purpose.clone()));
    Ok(found)
}

/// The moments at which a round's state changes: now, its opening, the second after its closing.
fn boundaries(windows: &[Window], now: Timestamp) -> impl Iterator<Item = Timestamp> {
    let after = |at: Timestamp| Timestamp::from_second(at.as_second() + 1).unwrap_or(at);
    let of = move |window: &Window| [window.opens(), after(window.closes())];
    std::iter::once(now).chain(current(windows).flat_map(of)).filter(move |at| *at >= now)
}

/// What a later job would find changed.
fn carry_forward(facts: &mut Facts, decision: &Decision, at: Timestamp) {
    for letter in decision.letters.iter().filter(|letter| letter.kind.name == crate::letters::digest::KIND.name) {
        facts.last_digests.retain(|last| last.to != letter.to);
        facts.last_digests.push(LastDigest { to: letter.to.clone(), at, came: Default::default() });
    }
    for change in &decision.changes {
        if let Change::StepTaken { window, step, .. } = change
            && let Some(window) = facts.windows.iter_mut().find(|known| known.id == *window)
        {
            window.steps.push(*step);
        }
        if let Change::Register(change) = change {
            carry_register(facts, change);
        }
        if let Change::Desk(DeskChange::ReviewsChased { reviews }) = change {
            for review in facts.reviews.iter_mut().filter(|known| reviews.contains(&known.id)) {
                review.chased += 1;
            }
        }
    }
}

/// Steps of an entry that a job has taken.
fn carry_register(facts: &mut Facts, change: &RegisterChange) {
    let entry = |number: &CaseId| facts.register.iter().position(|known| known.number.as_ref() == Some(number));
    match change {
        RegisterChange::PortraitAsked { entry: number, step, .. } => {
            if let Some(known) = entry(number).and_then(|at| facts.register.get_mut(at)) {
                known.portrait.chased = *step;
            }
        }
        RegisterChange::ReviewAsked { entry: number, due, step } => {
            if let Some(known) = entry(number).and_then(|at| facts.register.get_mut(at)) {
                known.review_asked = Some((*due, *step));
            }
        }
        // Jobs take no others.
        RegisterChange::StatusSet { .. }
        | RegisterChange::SchoolSet { .. }
        | RegisterChange::AddressSet { .. }
        | RegisterChange::ReviewSet { .. }
        | RegisterChange::SpecialismsSet { .. }
        | RegisterChange::Trained { .. }
        | RegisterChange::TelephoneSet { .. }
        | RegisterChange::PortraitCame { .. }
        | RegisterChange::NationalRegister { .. } => {}
    }
}
