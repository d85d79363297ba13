//! Reminds whoever was invited to a meeting and has not declined. Steps that were slept through are not made up for: the
//! latest one goes, once, and none after the meeting has begun.

use super::{Job, Keeps, Missed, Task, When, daily_of};
use crate::config::Programme;
use crate::decision::Decision;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::meeting::{Invitee, Meeting};
use crate::domain::school_days::SchoolDays;
use crate::letters::meeting::reminder;
use jiff::Span;
use jiff::civil::DateTime;

pub const JOB: Job = Job {
    name: "meeting-reminders",
    about: "Reminds whoever was invited to a meeting and has not declined, on the days before it that each programme’s [meetings] names.",
    when: When::At(|config| {
        daily_of(config, |programme| vec![programme.meetings.remind_at, programme.meetings.morning_at])
    }),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["meeting-reminder"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let coming = task.facts.meetings.iter().filter(|meeting| meeting.is_coming(task.now));
    coming.filter_map(|meeting| remind(task, task.config.programme(&meeting.programme)?, meeting)).collect()
}

/// A reminder of policy, and its moment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    name: String,
    at: DateTime,
}

/// The steps of a meeting, in the order of their moments.
fn steps(programme: &Programme, calendar: &SchoolDays, meeting: &Meeting) -> Vec<Step> {
    let policy = &programme.meetings;
    let day = meeting.starts_at.date();
    let mut steps: Vec<Step> = policy
        .reminders
        .iter()
        .map(|days| {
            let before = day.saturating_sub(Span::new().days(i64::from(*days)));
            let before = if calendar.is_school_day(before) { before } else { calendar.before(before, 1) };
            Step { name: days.to_string(), at: before.to_datetime(policy.remind_at.0) }
        })
        .collect();
    if policy.day_before {
        steps.push(Step { name: "day-before".to_owned(), at: calendar.before(day, 1).to_datetime(policy.remind_at.0) });
    }
    if policy.morning {
        steps.push(Step { name: "morning".to_owned(), at: day.to_datetime(policy.morning_at.0) });
    }
    steps.retain(|step| step.at < meeting.starts_at);
    // Of two at one moment, say a week before and the day before holidays, one is enough.
    steps.sort_by_key(|step| step.at);
    steps.dedup_by_key(|step| step.at);
    steps
}

fn remind(task: &Task<'_>, programme: &Programme, meeting: &Meeting) -> Option<Decision> {
    let step = steps(programme, &task.config.calendar, meeting).into_iter().rfind(|step| step.at <= task.due)?;
    let key = format!("reminded:{}:{}", meeting.time_sequence, step.name);
    // Whoever was told of the meeting as it stands after that moment needs no reminder of it.
    if meeting.has_taken(&key) || meeting.zone.civil(meeting.set_at) >= step.at {
        return None;
    }
    let mut decision = Decision { case: Some(meeting.number.clone()), ..Decision::default() };
    let days = meeting.zone.date(task.now).until(meeting.starts_at.date()).map_or(0, |span| span.get_days());
    let was_there = |invitee: &&Invitee| meeting.zone.civil(invitee.invited_at) < step.at;
    let due = meeting
        .invitees
        .iter()
        .filter(|invitee| invitee.is_expected() && invitee.is_of_network(&task.facts.register))
        .filter(was_there);
    for invitee in due {
        decision.letters.push(reminder::draft(programme, meeting, invitee, &step.name, days));
    }
    decision.because(match decision.letters.len() {
        0 => "A reminder of the meeting is due, and there is nobody who needs it.".to_owned(),
        n => format!("A reminder of the meeting is due ({}): {n} letters.", step.name),
    });
    decision.changes.push(Change::Meeting(MeetingChange::StepTaken { meeting: meeting.number.clone(), step: key }));
    Some(decision)
}
