//! When jobs are due: cron expressions over civil time.
//!
//! The cron crate skips and repeats moments at the clock changes when it is given a time zone. Here it is given the wall
//! clock as if that had none, and the zone is resolved afterwards: a job at 07:30 is due once on every day that has a 07:30,
//! and one at 01:30 on the day that has none is due when the clock has passed it. The pair (job, civil moment) is unique.

pub mod upcoming;

use crate::config::Config;
use crate::domain::civil::Zone;
use crate::domain::facts::Lookup;
use crate::domain::window::Window;
use crate::jobs::{self, Job, Task, When};
use crate::step::{self, Cause, Office, StepFault};
use crate::store::{self, StoreFault, schedule};
use chrono::{Datelike as _, NaiveDate, Timelike as _, Utc};
use cron::Schedule;
use jiff::civil::{Date, DateTime};
use jiff::{Span, Timestamp};
use std::str::FromStr as _;

/// How far back a job that was never done looks: a clerk that starts at 08:00 still writes the morning's digest.
const FIRST_LOOK_BACK_HOURS: i64 = 20;
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

/// The moments of all jobs after one civil moment, up to and including another, and a few minutes after each closing.
pub fn all_moments(config: &Config, after: DateTime, until: DateTime) -> Vec<DateTime> {
    let mut expressions = vec![];
    for job in jobs::ALL {
        match job.when {
            When::At(of) => expressions.extend(of(config)),
            When::Pending(_) => {}
        }
    }
    // Rounds open and close at times of day that policy names.
    for programme in config.programmes.values() {
        let opening = programme.window.opening_time.0;
        expressions.push(format!("0 {} {} * * *", opening.minute(), opening.hour()));
        let closing = programme.window.closing_time.0.saturating_add(Span::new().minutes(5));
        expressions.push(format!("0 {} {} * * *", closing.minute(), closing.hour()));
    }
    moments(&expressions, after, until)
}

/// The time zone in which jobs are done: that of the programmes.
pub fn zone(config: &Config) -> Zone {
    config.zone()
}

/// What a job may look at.
pub fn lookup(config: &Config) -> Lookup {
    Lookup {
        programmes: config.programmes.keys().cloned().collect(),
        desk: true,
        people: true,
        projects: true,
        ..Lookup::default()
    }
}

/// Does every job that is due. After a week away each is done once, for the latest moment that it missed.
///
/// # Errors
/// When the database refuses or a letter cannot be written; a job that was not recorded is done again.
pub async fn run(office: &Office<'_>, now: Timestamp) -> Result<(), StepFault> {
    let civil = zone(office.config).civil(now);
    let done = office.store.jobs_done().await?;
    for job in jobs::ALL {
        match job.when {
            When::At(expressions) => {
                let first = || civil.saturating_sub(Span::new().hours(FIRST_LOOK_BACK_HOURS));
                let since = done.get(job.name).copied().unwrap_or_else(first);
                if let Some(due) = moments(&expressions(office.config), since, civil).last() {
                    perform(office, job, *due, now).await?;
                }
            }
            When::Pending(pending) => {
                if pending(office.config, &office.store.list_windows().await?, now) {
                    perform(office, job, civil, now).await?;
                }
            }
        }
    }
    Ok(())
}

async fn perform(office: &Office<'_>, job: &Job, due: DateTime, now: Timestamp) -> Result<(), StepFault> {
    let mut tx = office.store.begin().await?;
    let is_moment = matches!(job.when, When::At(_));
    if is_moment && !schedule::mark(&mut tx, job.name, due, now).await? {
        return Ok(());
    }
    let facts = store::facts::load(&mut tx, &lookup(office.config), office.store.key(), now).await?;
    let live = facts.go_live.is_some_and(|live| live <= now);
    let what = format!("job: {}", job.name);
    for decision in (job.decide)(&Task { config: office.config, facts: &facts, due, now }) {
        let cause = Cause { actor: "clerk", what: &what, message: None, live };
        step::record(office, &mut tx, &decision, &cause, now).await?;
    }
    Ok(tx.commit().await.map_err(StoreFault::from)?)
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
