//! When jobs are due: cron expressions over civil time.
//!
//! The cron crate skips and repeats moments at the clock changes when it is given a time zone. Here it is given the wall
//! clock as if that had none, and the zone is resolved afterwards: a job at 07:30 is due once on every day that has a 07:30,
//! and one at 01:30 on the day that has none is due when the clock has passed it. The pair (job, civil moment) is unique.

pub mod upcoming;

use crate::config::Config;
use crate::decision::Decision;
use crate::domain::civil::Zone;
use crate::domain::facts::{Ledger, Lookup};
use crate::domain::window::Window;
use crate::jobs::{self, Job, Keeps, Missed, Task, When};
use crate::step::{self, Cause, Office, StepFault};
use crate::store::{self, StoreFault, reviews, schedule};
use chrono::{Datelike as _, NaiveDate, Timelike as _, Utc};
use cron::Schedule;
use jiff::civil::{Date, DateTime};
use jiff::{Span, Timestamp};
use std::str::FromStr as _;

/// How far back a job that was never done looks: a clerk that starts at 08:00 still writes the morning's digest.
const FIRST_LOOK_BACK_HOURS: i64 = 20;
/// A moment that must not be made up for is still the moment for so long: a pass may take a while.
const MINUTES_A_MOMENT_COUNTS: i64 = 60;
/// Moments that are looked at between two runs; after a year's sleep the latest is all that matters.
const MOST_MOMENTS: usize = 20_000;

fn to_chrono(at: DateTime) -> Option<chrono::DateTime<Utc>> {
    let (month, day) = (u32::try_from(at.month()).ok()?, u32::try_from(at.day()).ok()?);
    let (hour, minute, second) =
        (u32::try_from(at.hour()).ok()?, u32::try_from(at.minute()).ok()?, u32::try_from(at.second()).ok()?);
    Some(NaiveDate::from_ymd_opt(i32::from(at.year()), month, day)?.and_hms_opt(hour, minute, second)?.and_utc())
}

fn of_chrono(at: chrono::DateTime<Utc>) -> Option<DateTime> {
    let date =
        Date::new(i16::try_from(at.year()).ok()?, i8::try_from(at.month()).ok()?, i8::try_from(at.day()).ok()?).ok()?;
    let part = |n: u32| i8::try_from(n).ok();
    Some(date.at(part(at.hour())?, part(at.minute())?, part(at.second())?, 0))
}

/// The moments of cron expressions after one civil moment, up to and including another, in order.
pub fn moments(expressions: &[String], after: DateTime, until: DateTime) -> Vec<DateTime> {
    let Some(start) = to_chrono(after) else { return vec![] };
    let mut found = vec![];
    for expression in expressions {
        // Expressions are made from checked policy; a test tries them all.
        let Ok(schedule) = Schedule::from_str(expression) else { continue };
        let due = schedule.after(&start).filter_map(of_chrono).take_while(|at| *at <= until).take(MOST_MOMENTS);
        found.extend(due);
    }
    found.sort();
    found.dedup();
    found
}

/// The time zone in which jobs are done: that of the programmes.
pub fn zone(config: &Config) -> Zone {
    config.zone()
}

/// What a job may look at.
pub fn lookup(config: &Config) -> Lookup {
    Lookup {
        current: config.programmes.keys().cloned().collect(),
        desk: true,
        people: true,
        meetings: true,
        projects: true,
        deployments: true,
        ledger: Ledger { unbilled: true, drafts: true, open: true, next_unposted: false },
        home_schools: true,
        ..Lookup::default()
    }
}

/// The moments of a job after one civil moment, up to and including another, on the days that it keeps.
pub fn due(config: &Config, job: &Job, after: DateTime, until: DateTime) -> Vec<DateTime> {
    let When::At(expressions) = job.when else { return vec![] };
    let mut due = moments(&expressions(config), after, until);
    due.retain(|at| match job.keeps {
        Keeps::SchoolHours => !config.clerk.hours.school_days_only || config.calendar.is_school_day(at.date()),
        Keeps::SchoolDays => config.calendar.is_school_day(at.date()),
        Keeps::AnyTime => true,
    });
    due
}

/// When a job that is due at a civil moment may be done.
pub fn done_at(config: &Config, job: &Job, due: DateTime) -> DateTime {
    match job.keeps {
        Keeps::SchoolHours => config.clerk.hours.next(&config.calendar, due),
        Keeps::SchoolDays | Keeps::AnyTime => due,
    }
}

/// Of the moments that have come and have not been done, those that are made up for.
fn made_up(job: &Job, mut due: Vec<DateTime>, civil: DateTime) -> Vec<DateTime> {
    match job.missed {
        Missed::Each => due,
        Missed::OnceLate => due.pop().into_iter().collect(),
        Missed::Skip => {
            let first = civil.saturating_sub(Span::new().minutes(MINUTES_A_MOMENT_COUNTS));
            due.pop().filter(|at| *at >= first).into_iter().collect()
        }
    }
}

/// What jobs decided, each with what its job is for.
pub type Decided = Vec<(&'static str, Decision)>;

/// Does every job that is due, each for the moments that its policy makes up for, and tells the coordinators what waits.
///
/// # Errors
/// When the database refuses or a letter cannot be written; a job that was not recorded is done again.
pub async fn run(office: &Office<'_>, now: Timestamp) -> Result<Decided, StepFault> {
    let mut decided = run_these(office, jobs::ALL, now).await?;
    decided.extend(post(office, now).await?);
    decided.extend(note(office, now).await?.map(|decision| ("Tells the coordinators what waits for them.", decision)));
    Ok(decided)
}

/// Writes the letters of documents that have been issued: each in a transaction of its own, so that whoever else wants to
/// write waits for one page to be set and not for a hundred.
async fn post(office: &Office<'_>, now: Timestamp) -> Result<Decided, StepFault> {
    let mut decided = vec![];
    while office.store.has_unposted_documents().await? {
        let mut tx = office.store.begin().await?;
        let ledger = Ledger { next_unposted: true, ..Ledger::default() };
        let lookup = Lookup { ledger, ..Lookup::default() };
        let facts = store::facts::load(&mut tx, &lookup, office.store.key(), now).await?;
        let Some(decision) = jobs::posting::decide(&facts, now) else { break };
        let live = facts.go_live.is_some_and(|live| live <= now);
        let cause = Cause { actor: "clerk", what: "job: posting", message: None, live };
        step::record(office, &mut tx, &decision, &cause, now).await?;
        tx.commit().await.map_err(StoreFault::from)?;
        decided.push(("Writes the letters of issued documents.", decision));
    }
    Ok(decided)
}

/// The note to the coordinators of what has come up and waits for them.
async fn note(office: &Office<'_>, now: Timestamp) -> Result<Option<Decision>, StepFault> {
    // Most of the time there is nothing; then the right to write is not asked for.
    if !office.store.has_unnoted_reviews().await? {
        return Ok(None);
    }
    let mut tx = office.store.begin().await?;
    let last = reviews::last_noted(&mut tx).await?;
    let waiting = reviews::all_open(&mut tx).await?;
    let Some(decision) = jobs::note::decide(office.config, &waiting, last, now) else { return Ok(None) };
    let live = store::facts::go_live(&mut tx).await?.is_some_and(|live| live <= now);
    let cause = Cause { actor: "clerk", what: "job: note", message: None, live };
    step::record(office, &mut tx, &decision, &cause, now).await?;
    tx.commit().await.map_err(StoreFault::from)?;
    Ok(Some(decision))
}

/// Does those of some jobs that are due.
///
/// # Errors
/// As [`run`].
pub async fn run_these(office: &Office<'_>, jobs: &[&Job], now: Timestamp) -> Result<Decided, StepFault> {
    let mut due = all_due(office, jobs, now).await?;
    let mut decided = vec![];
    let mut fault = None;
    while !due.is_empty() {
        match batch(office, &due, now).await {
            Ok((done, decisions)) => {
                due.drain(..done.min(due.len()));
                decided.extend(decisions);
            }
            // A letter that cannot be written holds up its own job, and no other; the fault is told at the end.
            Err((at, StepFault::Render(why))) => {
                due.remove(at);
                fault.get_or_insert(StepFault::Render(why));
            }
            Err((_, why @ StepFault::Store(_))) => return Err(why),
        }
    }
    match fault {
        Some(fault) => Err(fault),
        None => Ok(decided),
    }
}

/// The jobs that are due now, each with the civil moment for which it is.
async fn all_due<'j>(
    office: &Office<'_>,
    jobs: &[&'j Job],
    now: Timestamp,
) -> Result<Vec<(&'j Job, DateTime)>, StepFault> {
    let config = office.config;
    let civil = zone(config).civil(now);
    let names: Vec<&str> = jobs.iter().map(|job| job.name).collect();
    let done = office.store.jobs_done(&names, civil).await?;
    let windows = office.store.list_windows().await?;
    let mut all = vec![];
    for job in jobs {
        // What writes to people outside waits for the morning, and then decides from the record as it is by then.
        if done_at(config, job, civil) > civil {
            continue;
        }
        match job.when {
            When::At(_) => {
                let first = || civil.saturating_sub(Span::new().hours(FIRST_LOOK_BACK_HOURS));
                let since = done.get(job.name).copied().unwrap_or_else(first);
                all.extend(made_up(job, due(config, job, since, civil), civil).into_iter().map(|at| (*job, at)));
            }
            When::Pending(pending) => all.extend(pending(config, &windows, now).then_some((*job, civil))),
        }
    }
    Ok(all)
}

/// Does jobs in one transaction, up to and including the first that decides something: what those after it look at must be
/// read anew. Returns how many were done. A fault names the place of its job.
async fn batch(
    office: &Office<'_>,
    due: &[(&Job, DateTime)],
    now: Timestamp,
) -> Result<(usize, Decided), (usize, StepFault)> {
    let at = |place: usize| move |fault: StoreFault| (place, StepFault::Store(fault));
    let mut tx = office.store.begin().await.map_err(at(0))?;
    let facts = store::facts::load(&mut tx, &lookup(office.config), office.store.key(), now).await.map_err(at(0))?;
    let live = facts.go_live.is_some_and(|live| live <= now);
    let mut done = due.len();
    let mut decided = vec![];
    for (place, (job, moment)) in due.iter().enumerate() {
        let is_moment = matches!(job.when, When::At(_));
        if is_moment && !schedule::mark(&mut tx, job.name, *moment, now).await.map_err(at(place))? {
            continue;
        }
        let decisions = (job.decide)(&Task { config: office.config, facts: &facts, due: *moment, now });
        if decisions.is_empty() {
            continue;
        }
        let what = format!("job: {}", job.name);
        for decision in &decisions {
            let cause = Cause { actor: "clerk", what: &what, message: None, live };
            step::record(office, &mut tx, decision, &cause, now).await.map_err(|fault| (place, fault))?;
        }
        done = place + 1;
        decided = decisions.into_iter().map(|decision| (job.about, decision)).collect();
        break;
    }
    tx.commit().await.map_err(|e| at(0)(StoreFault::from(e)))?;
    Ok((done, decided))
}

/// Rounds that have not been archived.
pub fn current(windows: &[Window]) -> impl Iterator<Item = &Window> {
    windows.iter().filter(|window| !window.has_taken(crate::domain::window::Step::Archived))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    fn daily(at: &str) -> Vec<String> {
        vec![format!("0 {at} * * *")]
    }

    #[test]
    fn a_job_is_due_once_on_every_day_whatever_the_clock_does() {
        let from = datetime(2027, 3, 26, 12, 0, 0, 0);
        let to = datetime(2027, 3, 29, 12, 0, 0, 0);
        assert_eq!(moments(&daily("30 1"), from, to).len(), 3, "01:30 does not exist on 28 March 2027");
        let from = datetime(2027, 10, 30, 12, 0, 0, 0);
        let to = datetime(2027, 11, 1, 12, 0, 0, 0);
        assert_eq!(moments(&daily("30 1"), from, to).len(), 2, "01:30 comes twice on 31 October 2027");
    }

    #[test]
    fn the_moment_itself_is_due_and_is_not_due_again() {
        let at = datetime(2027, 3, 10, 8, 30, 0, 0);
        let before = datetime(2027, 3, 9, 8, 30, 0, 0);
        assert_eq!(moments(&daily("30 8"), before, at), vec![at]);
        assert!(moments(&daily("30 8"), at, datetime(2027, 3, 10, 23, 0, 0, 0)).is_empty());
    }

    #[test]
    fn every_job_has_expressions_that_cron_understands() {
        let config = Config::shipped().unwrap();
        for job in jobs::ALL {
            if let When::At(expressions) = job.when {
                for expression in expressions(&config) {
                    Schedule::from_str(&expression).unwrap_or_else(|e| panic!("{}: {expression}: {e}", job.name));
                }
            }
        }
    }
}
