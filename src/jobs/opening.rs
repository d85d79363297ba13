//! Announces the opening of a round: to the heads of the alliance's schools, and to whoever asked to be told.

use super::{Job, Keeps, Missed, Task, When};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::EmailAddress;
use crate::domain::change::Change;
use crate::domain::window::{Phase, Step, Window};
use crate::letters::opening::Opening;
use crate::letters::{Draft, Enclosure, ProgrammeWords, WindowWords, greeting};
use jiff::Timestamp;
use std::collections::BTreeSet;

pub const JOB: Job = Job {
    name: "opening",
    about: "Announces a round to heads and to the register of interest, as soon as it opens.",
    when: When::Pending(pending),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["opening"],
    decide,
};

fn pending(_: &Config, windows: &[Window], now: Timestamp) -> bool {
    windows.iter().any(|window| opens(window, now))
}

fn opens(window: &Window, now: Timestamp) -> bool {
    window.phase(now) != Phase::Announced && !window.has_taken(Step::Announced)
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let opened = task.facts.windows.iter().filter(|window| opens(window, task.now));
    opened.filter_map(|window| announce(task, window)).collect()
}

fn announce(task: &Task<'_>, window: &Window) -> Option<Decision> {
    let programme = task.config.programme(&window.programme)?;
    let mut decision = Decision::default();
    decision.changes.push(Change::StepTaken { window: window.id, step: Step::Announced, by: "clerk".to_owned() });
    if !programme.reminders.announce_opening {
        decision.because(format!("{} {} is open; policy announces nothing.", programme.id, window.name));
        return Some(decision);
    }
    // After an outage that lasted as long as the round there is nothing left to announce.
    if window.phase(task.now) == Phase::Closed {
        decision.because(format!("{} {} has closed before it could be announced.", programme.id, window.name));
        return Some(decision);
    }
    let mut written = BTreeSet::new();
    for school in &task.facts.schools {
        if let Some(email) = &school.head_email
            && written.insert(email.folded().to_owned())
        {
            decision.letters.push(letter(programme, window, email, &school.head_name, true));
        }
    }
    for interest in task.facts.interests.iter().filter(|interest| interest.programme == programme.id) {
        let applied =
            task.facts.applications.iter().any(|a| a.window == Some(window.id) && a.belongs_to(&interest.email));
        if !applied && written.insert(interest.email.folded().to_owned()) {
            decision.letters.push(letter(programme, window, &interest.email, &interest.name, false));
        }
    }
    decision.changes.push(Change::InterestMet { programme: programme.id.clone() });
    decision.because(format!("{} {} is open: {} people are told.", programme.id, window.name, written.len()));
    Some(decision)
}

fn letter(programme: &Programme, window: &Window, email: &EmailAddress, name: &str, head: bool) -> Draft {
    let letter = Opening {
        name: greeting(name),
        programme: ProgrammeWords::of(programme),
        window: WindowWords::of(window),
        head,
        to_heads: programme.words.to_heads.clone(),
        specialisms: window.targets.iter().map(|(specialism, _)| specialism.clone()).collect(),
    };
    let purpose = format!("opening:{}:{}:{}", programme.id, window.name, email.folded());
    Draft::new(&letter, email.clone(), name, purpose)
        .enclosing(Enclosure::BlankForm { programme: programme.id.clone(), form: programme.form.definition.id.clone() })
}
