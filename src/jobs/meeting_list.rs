//! On the school day before a meeting, its host and the coordinators have the list of who comes; after downtime late
//! rather than never, and not once it has begun.

use super::{Job, Keeps, Missed, Task, When, daily_of, note};
use crate::decision::Decision;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::meeting::Meeting;
use crate::letters::meeting::attendees::Attendees;

pub const JOB: Job = Job {
    name: "meeting-list",
    about: "Sends the list of who comes to a meeting to its host and to the coordinators, on the school day before.",
    // In the morning too: a meeting may have been set or changed since the afternoon.
    when: When::At(|config| {
        daily_of(config, |programme| vec![programme.meetings.list_at, programme.meetings.morning_at])
    }),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["meeting-list"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    task.facts.meetings.iter().filter(|meeting| meeting.is_coming(task.now)).filter_map(|m| listed(task, m)).collect()
}

fn listed(task: &Task<'_>, meeting: &Meeting) -> Option<Decision> {
    let programme = task.config.programme(&meeting.programme)?;
    let day = meeting.starts_at.date();
    let due = task.config.calendar.before(day, 1).to_datetime(programme.meetings.list_at.0);
    // Each version of the meeting has its list.
    let step = format!("listed:{}", meeting.sequence);
    if due > task.due || meeting.has_taken(&step) {
        return None;
    }
    let days = meeting.zone.date(task.now).until(day).map_or(0, |span| span.get_days());
    let list = Attendees::of(programme, meeting, &task.facts.register, days);
    let mut decision = Decision { case: Some(meeting.number.clone()), ..Decision::default() };
    decision.because(format!("The list of who comes goes out: {}.", list.expect));
    let office = note::told(task.config);
    // A coordinator who is the host has the fuller list.
    if let Some(host) = meeting.host.as_ref().filter(|host| office.iter().all(|c| c.email != host.email)) {
        decision.letters.push(list.clone().for_host(meeting, host));
    }
    for coordinator in office {
        decision.letters.push(list.clone().for_office(meeting, &coordinator.name, &coordinator.email));
    }
    decision.changes.push(Change::Meeting(MeetingChange::StepTaken { meeting: meeting.number.clone(), step }));
    Some(decision)
}
