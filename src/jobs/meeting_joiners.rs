//! Whoever is of a network now and was not when a coming meeting of it was set is invited: newly designated, back from a
//! pause. Whom a coordinator took off the list is left alone.

use super::{Job, Keeps, Missed, Task, When, daily_of};
use crate::decision::Decision;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::meeting::{Invitee, Meeting};
use crate::letters::meeting::invitation;

pub const JOB: Job = Job {
    name: "meeting-joiners",
    about: "Invites people who have joined a network since to its meetings that are to come, on the mornings of school days.",
    when: When::At(|config| daily_of(config, |programme| vec![programme.meetings.remind_at])),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["meeting-invitation"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    task.facts.meetings.iter().filter(|meeting| meeting.is_coming(task.now)).filter_map(|m| joined(task, m)).collect()
}

fn joined(task: &Task<'_>, meeting: &Meeting) -> Option<Decision> {
    let programme = task.config.programme(&meeting.programme)?;
    let mut decision = Decision { case: Some(meeting.number.clone()), ..Decision::default() };
    let mut meeting = meeting.clone();
    for entry in &task.facts.register {
        if !meeting.is_for(entry) {
            continue;
        }
        let invitee = Invitee::invited(&entry.name, &entry.email, entry.number.as_ref(), task.now);
        decision.because(format!("{} is of the network now, and is invited too.", entry.name));
        decision.letters.push(invitation::draft(task.config, programme, &meeting, &invitee, task.now));
        let number = meeting.number.clone();
        decision.changes.push(Change::Meeting(MeetingChange::Invited { meeting: number, invitee: invitee.clone() }));
        meeting.invitees.push(invitee);
    }
    (!decision.letters.is_empty()).then_some(decision)
}
