//! Designations that come up for review: the coordinators are asked when the day draws near, and again when it has come.
//! Nothing ends by itself, and nobody is renewed by a program.

use super::note::told;
use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::{Config, Programme};
use crate::decision::{Decision, Review};
use crate::domain::change::{Change, RegisterChange};
use crate::domain::register::{Designation, Status, days_in_words};
use crate::domain::{CaseId, civil};
use crate::letters::register::review_due::{Record, ReviewDue};
use crate::letters::{Draft, ProgrammeWords};
use jiff::Span;
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "review-due",
    about: "Asks the coordinators about designations that are due for review, as many school days before as [designation] names, and again on the day.",
    when: When::At(times),
    keeps: Keeps::SchoolDays,
    missed: Missed::OnceLate,
    purposes: &["register-review-due"],
    decide,
};

fn times(config: &Config) -> Vec<String> {
    let mut times: Vec<String> = config.programmes.values().map(|programme| daily(programme.reminders.at)).collect();
    times.sort();
    times.dedup();
    times
}

/// A designation that is asked about today.
struct Due<'a> {
    entry: &'a Designation,
    number: &'a CaseId,
    on: Date,
    step: u32,
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let mut decisions = vec![];
    for programme in task.config.programmes.values().filter(|p| p.reminders.at.0 <= task.due.time()) {
        let register = task.facts.register.iter().filter(|entry| entry.programme == programme.id);
        let due: Vec<Due<'_>> = register.filter_map(|entry| of_entry(task, programme, entry)).collect();
        for step in [1, 2] {
            let of_step: Vec<&Due<'_>> = due.iter().filter(|due| due.step == step).collect();
            if !of_step.is_empty() {
                decisions.push(ask(task, programme, &of_step, step));
            }
        }
    }
    decisions
}

/// Once when the day draws near, once when it has come. A date that was far past when the clerk first saw it is asked
/// about once.
fn of_entry<'a>(task: &Task<'_>, programme: &Programme, entry: &'a Designation) -> Option<Due<'a>> {
    if entry.status.is_end() || entry.ended_on.is_some() {
        return None;
    }
    let number = entry.number.as_ref()?;
    let on = entry.review_date(programme.designation.years);
    let asked = entry.review_asked.filter(|(date, _)| *date == on).map_or(0, |(_, step)| step);
    let today = task.due.date();
    let step = if on <= today {
        2
    } else if task.config.calendar.before(on, programme.designation.review_notice) <= today {
        1
    } else {
        return None;
    };
    (step > asked).then_some(Due { entry, number, on, step })
}

fn ask(task: &Task<'_>, programme: &Programme, due: &[&Due<'_>], step: u32) -> Decision {
    let mut decision = Decision::default();
    if let [only] = due {
        decision.case = Some(only.number.clone());
    }
    let again = step == 2;
    decision.because(format!(
        "{} of {} due for review: the coordinators are asked{}.",
        due.len(),
        programme.short_name,
        if again { ", as the day has come" } else { "" }
    ));
    for due in due {
        decision.changes.push(Change::Register(RegisterChange::ReviewAsked {
            entry: due.number.clone(),
            due: due.on,
            step,
        }));
        if again {
            // The question from some weeks ago is asked anew, not twice.
            decision.changes.push(Change::ReviewsClosed {
                key_begins: format!("register-review:{}:{}:1", due.number, due.on),
                by: "the clerk".to_owned(),
                outcome: "asked again, as the day has come".to_owned(),
            });
        }
        decision.put(question(programme, due));
    }
    let people: Vec<Record> = due.iter().map(|due| record(task, programme, due)).collect();
    let Some(first) = due.first() else { return decision };
    for coordinator in told(task.config) {
        let letter = ReviewDue {
            name: coordinator.name.clone(),
            programme: ProgrammeWords::of(programme),
            again,
            count: people.len(),
            one: people.len() == 1,
            people: people.clone(),
        };
        let purpose =
            format!("register-review-due:{}:{}:{step}:{}", first.number, first.on, coordinator.email.folded());
        decision.letters.push(Draft::new(&letter, coordinator.email.clone(), &coordinator.name, purpose));
    }
    decision
}

/// Until when it would be renewed.
fn renewed_until(programme: &Programme, on: Date) -> Date {
    on.saturating_add(Span::new().years(programme.designation.years))
}

fn question(programme: &Programme, due: &Due<'_>) -> Review {
    let Due { entry, number, on, step } = due;
    let is = if *step == 2 { "was due for review on" } else { "is due for review on" };
    let question = format!(
        "The designation of {} ({number}, {}) {is} {}. Is it renewed?",
        entry.name,
        entry.school,
        civil::date_in_words(*on)
    );
    Decision::question(format!("register-review:{number}:{on}:{step}"), question, Some(number))
        .may("renew", format!("review {number} {}", civil::date_in_short(renewed_until(programme, *on))))
        .may("renew until", format!("review {number} …"))
        .may("resign", format!("resign {number} because …"))
        .may("de-designate", format!("de-designate {number} because …"))
}

/// What the record says of somebody, for those who decide.
fn record(task: &Task<'_>, programme: &Programme, due: &Due<'_>) -> Record {
    let Due { entry, number, on, .. } = due;
    let half_days = entry.half_days(programme.designation.days_a_year);
    let module = |id: &str| {
        let known = programme.training.iter().find(|module| module.id == id);
        known.map_or_else(|| id.to_owned(), |module| module.name.clone())
    };
    let training: Vec<String> = entry
        .training
        .iter()
        .map(|training| format!("{} ({})", module(&training.module), civil::date_in_short(training.taken_on)))
        .collect();
    let since = entry.status_since.map(|day| format!(" since {}", civil::date_in_short(day))).unwrap_or_default();
    let status = match entry.status {
        Status::Active => entry.status.in_words().to_owned(),
        Status::Paused | Status::Moved | Status::Resigned | Status::DeDesignated => {
            format!("{}{since}", entry.status.in_words())
        }
    };
    Record {
        name: entry.name.clone(),
        number: number.to_string(),
        school: entry.school.clone(),
        specialisms: entry.specialisms().collect::<Vec<_>>().join(", "),
        since: civil::date_in_short(entry.since),
        due: civil::date_in_words(*on),
        status,
        days: format!("{} days a year", days_in_words(half_days)),
        training: if training.is_empty() { "none that we know of".to_owned() } else { training.join(", ") },
        meetings: meetings(task, entry),
        portrait: match (entry.portrait.published(), entry.portrait.consent) {
            (Some(_), _) => "in the booklet".to_owned(),
            (None, Some(false)) => "not to be printed".to_owned(),
            (None, Some(true) | None) => "none".to_owned(),
        },
        renew: format!("review {number} {}", civil::date_in_short(renewed_until(programme, *on))),
    }
}

/// `2 of 3 in the last school year`: of those meetings for which attendance was taken.
fn meetings(task: &Task<'_>, entry: &Designation) -> String {
    let places = task.facts.meetings.iter().filter(|meeting| !meeting.is_training() && meeting.cancelled.is_none());
    let theirs = places.filter_map(|meeting| {
        let own = meeting
            .invitees
            .iter()
            .find(|invitee| (entry.number.is_some() && invitee.entry == entry.number) || invitee.email == entry.email);
        own.and_then(|invitee| invitee.attended)
    });
    let came: Vec<bool> = theirs.collect();
    if came.is_empty() {
        return String::new();
    }
    format!("{} of {} in the last school year", came.iter().filter(|came| **came).count(), came.len())
}
