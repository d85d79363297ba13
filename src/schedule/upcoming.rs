//! Every letter that will fall due, given no further mail and no further command.
//!
//! Nothing is kept about the future, and nothing is guessed: the days to come are played through on a copy of the database,
//! by the very jobs that will do the work, at the moments at which they will do it. So the list cannot disagree with them.

use super::{current, done_at, due, run, zone};
use crate::config::Config;
use crate::domain::CaseId;
use crate::domain::EmailAddress;
use crate::domain::window::Window;
use crate::jobs;
use crate::step::{Office, StepFault};
use crate::store::StoreFault;
use jiff::civil::DateTime;
use jiff::{Span, Timestamp};
use std::collections::BTreeSet;

/// A letter to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upcoming {
    pub when: Timestamp,
    pub to: EmailAddress,
    pub letter: &'static str,
    pub case: Option<CaseId>,
    /// The reason that the record will give.
    pub why: String,
}

/// The days to come could not be played through.
#[derive(Debug, thiserror::Error)]
pub enum UpcomingFault {
    #[error("the days to come are played through on a copy of the database, and there is no room for it: {0}")]
    Room(std::io::Error),
    #[error(transparent)]
    Step(#[from] StepFault),
}

impl From<StoreFault> for UpcomingFault {
    fn from(fault: StoreFault) -> Self {
        Self::Step(fault.into())
    }
}

/// The letters of the next so many days, in order.
///
/// # Errors
/// When the database cannot be copied, or a letter cannot be written.
pub async fn of(office: &Office<'_>, now: Timestamp, days: u32) -> Result<Vec<Upcoming>, UpcomingFault> {
    let folder = tempfile::tempdir().map_err(UpcomingFault::Room)?;
    let store = office.store.rehearsal(&folder.path().join("rehearsal.sqlite")).await?;
    let rehearsal = Office { config: office.config, renderer: office.renderer, store: &store };
    let played = play(&rehearsal, now, days).await;
    store.close().await;
    played
}

async fn play(office: &Office<'_>, now: Timestamp, days: u32) -> Result<Vec<Upcoming>, UpcomingFault> {
    let until = Timestamp::from_second(now.as_second().saturating_add(i64::from(days) * 86_400)).unwrap_or(now);
    let pause = i64::from(office.config.clerk.manners.note_every_minutes.max(1)) * 60;
    let mut to_come = moments_to_come(office.config, &office.store.list_windows().await?, now, until);
    let mut found = vec![];
    while let Some(at) = to_come.pop_first() {
        let last = office.store.last_letter().await?;
        let decided = run(office, at).await?;
        let new: BTreeSet<String> = office.store.purposes_after(last).await?.into_iter().collect();
        for (job, decision) in &decided {
            let why = decision.because.first().map_or(*job, String::as_str);
            found.extend(decision.letters.iter().filter(|draft| new.contains(&draft.purpose)).map(|draft| Upcoming {
                when: at,
                to: draft.to.clone(),
                letter: draft.kind.name,
                case: draft.case.clone(),
                why: why.to_owned(),
            }));
        }
        // What waits for a person is told at once, or when the coordinators may be written to again.
        let again = Timestamp::from_second(at.as_second().saturating_add(pause)).unwrap_or(until);
        if office.store.has_unnoted_reviews().await? && again <= until {
            to_come.insert(again);
        }
    }
    Ok(found)
}

/// The moments at which something may fall due: those of the jobs, those of the rounds, and the mornings.
pub fn moments_to_come(config: &Config, windows: &[Window], now: Timestamp, until: Timestamp) -> BTreeSet<Timestamp> {
    let zone = zone(config);
    let (from, to) = (zone.civil(now), zone.civil(until));
    let mut civil: BTreeSet<DateTime> = BTreeSet::new();
    for job in jobs::ALL {
        civil.extend(due(config, job, from, to).into_iter().map(|at| done_at(config, job, at)));
    }
    let mut day = from.date();
    while day <= to.date() {
        civil.insert(day.to_datetime(config.clerk.hours.from.0));
        day = day.saturating_add(Span::new().days(1));
    }
    let mut moments: BTreeSet<Timestamp> = civil.into_iter().map(|at| zone.earliest(at)).collect();
    let after = |at: Timestamp| Timestamp::from_second(at.as_second().saturating_add(1)).unwrap_or(at);
    moments.extend(
        current(windows).flat_map(|window| [window.opens(), after(window.closes()), jobs::closing::moment(window)]),
    );
    moments.insert(now);
    moments.retain(|at| *at >= now && *at <= until);
    moments
}
