//! Asks who came: on the first school day after a meeting, twice more where no answer comes, and then the coordinators.

use super::{Job, Keeps, Missed, Task, When, daily, note};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::civil;
use crate::domain::meeting::Meeting;
use crate::incoming::attendance::ASKED;
use crate::incoming::attendance::take::TAKEN;
use crate::letters::attendance_request::{AttendanceRequest, OFFICE_KIND, numbered};
use crate::letters::meeting::MeetingWords;
use crate::letters::{Draft, greeting};

pub const JOB: Job = Job {
    name: "attendance",
    about: "Asks the host of a meeting, on the first school day after it, who was there; after three school days without an answer again, and twice at most.",
    when: When::At(moments),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["attendance-request"],
    decide,
};

/// School days without an answer after which it is asked again.
const PATIENCE: u32 = 3;
/// What has been asked, in order; after the last a person is asked instead.
const LADDER: [&str; 4] = [ASKED, "attendance-chased-1", "attendance-chased-2", "attendance-unanswered"];

pub(super) fn moments(config: &Config) -> Vec<String> {
    let mut all: Vec<String> =
        config.programmes.values().map(|programme| daily(programme.meetings.remind_at)).collect();
    all.sort();
    all.dedup();
    all
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let due = |meeting: &Meeting| {
        let programme = task.config.programme(&meeting.programme)?;
        ask(task, programme, meeting)
    };
    task.facts.meetings.iter().filter_map(due).collect()
}

fn ask(task: &Task<'_>, programme: &Programme, meeting: &Meeting) -> Option<Decision> {
    let over = meeting.ends();
    if meeting.cancelled.is_some()
        || over > task.now
        || meeting.has_taken(TAKEN)
        || meeting.attendance_list().is_empty()
    {
        return None;
    }
    let stage = LADDER.iter().position(|step| !meeting.has_taken(step))?;
    let step = *LADDER.get(stage)?;
    let (since, days) = match stage.checked_sub(1).and_then(|before| LADDER.get(before)) {
        None => (over, 1),
        Some(before) => (*meeting.steps.get(*before)?, PATIENCE),
    };
    // A letter that an earlier day's sleep made late is answered no sooner: its days count from when it went.
    let day = task.config.calendar.after(meeting.zone.date(since), days);
    let moment = day.to_datetime(programme.meetings.remind_at.0);
    if moment > task.due {
        return None;
    }
    let mut decision = Decision { case: Some(meeting.number.clone()), ..Decision::default() };
    let number = &meeting.number;
    decision.changes.push(Change::Meeting(MeetingChange::StepTaken { meeting: number.clone(), step: step.to_owned() }));
    if stage + 1 == LADDER.len() {
        decision.because("Nobody has said who came, and it has been asked three times: a person is asked.");
        decision.put(unanswered(meeting));
        return Some(decision);
    }
    decision.because(if stage == 0 {
        "The meeting is over: who was there?"
    } else {
        "Nobody has said who came: it is asked again."
    });
    let letter = |name: &str, office: bool| AttendanceRequest {
        name: greeting(name),
        meeting: MeetingWords::of(meeting),
        people: numbered(meeting),
        again: stage > 0,
        certificates: gives_certificates(programme, meeting),
        office,
    };
    match &meeting.host {
        Some(host) => {
            let purpose = format!("attendance-request:{number}:{stage}");
            let draft = Draft::new(&letter(&host.name, false), host.email.clone(), &host.name, purpose);
            decision.letters.push(draft.about(number));
        }
        None => {
            for coordinator in note::told(task.config) {
                let purpose = format!("attendance-request:{number}:{stage}:{}", coordinator.email.folded());
                let draft =
                    Draft::new(&letter(&coordinator.name, true), coordinator.email.clone(), &coordinator.name, purpose);
                decision.letters.push(Draft { kind: &OFFICE_KIND, ..draft }.about(number));
            }
        }
    }
    Some(decision)
}

fn gives_certificates(programme: &Programme, meeting: &Meeting) -> bool {
    programme.training.iter().any(|module| module.certificate && Some(&module.id) == meeting.module.as_ref())
}

fn unanswered(meeting: &Meeting) -> crate::decision::Review {
    let (number, title) = (&meeting.number, &meeting.title);
    let who = meeting.host.as_ref().map_or("Nobody has answered", |_| "The host has not answered");
    let list: Vec<String> =
        numbered(meeting).into_iter().map(|person| format!("{} {}", person.number, person.name)).collect();
    let day = civil::date_in_words(meeting.starts_at.date());
    let question = format!(
        "{who} my three letters asking who came to {title} ({number}) on {day}. Who did? I had expected {}. Answer as in “all except 3” or “everyone but Priya Nair”.",
        list.join(", ")
    );
    Decision::question(format!("attendance:{number}:unanswered"), question, Some(number))
        .may("*", format!("attendance {number} …"))
}
