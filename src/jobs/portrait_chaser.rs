//! Reminds designated people who have not sent their pen portrait, on the school days after it was asked for that policy
//! names. After a week's downtime only the latest step is taken.

use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::{Change, RegisterChange};
use crate::domain::civil;
use crate::domain::register::Designation;
use crate::letters::portrait::chaser::PortraitChaser;
use crate::letters::portrait::{form_of, questions};
use crate::letters::{Draft, ProgrammeWords, greeting};

pub const JOB: Job = Job {
    name: "portrait-chaser",
    about: "Reminds designated people of their pen portrait, on the school days after it was asked for that [portrait] names.",
    when: When::At(times),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["portrait-chaser"],
    decide,
};

fn times(config: &Config) -> Vec<String> {
    let asking = config.programmes.values().filter(|programme| programme.portrait_form.is_some());
    let mut times: Vec<String> = asking.map(|programme| daily(programme.portrait.chase_at)).collect();
    times.sort();
    times.dedup();
    times
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    if !task.config.calendar.is_school_day(task.due.date()) {
        return vec![];
    }
    let of_entry = |entry: &Designation| {
        let programme = task.config.programme(&entry.programme)?;
        let due = task.due.time() >= programme.portrait.chase_at.0 && entry.is_active() && entry.portrait.is_awaited();
        if due { chase(task, programme, entry) } else { None }
    };
    task.facts.register.iter().filter_map(of_entry).collect()
}

/// The last step whose day has come, counted from one.
fn step_due(task: &Task<'_>, programme: &Programme, entry: &Designation) -> Option<u32> {
    let asked = programme.window.zone.date(entry.portrait.asked_at?);
    let come = |days: &u32| task.config.calendar.after(asked, *days) <= task.due.date();
    let (step, _) = (1_u32..).zip(&programme.portrait.chasers).filter(|(_, days)| come(days)).last()?;
    (step > entry.portrait.chased).then_some(step)
}

fn chase(task: &Task<'_>, programme: &Programme, entry: &Designation) -> Option<Decision> {
    let step = step_due(task, programme, entry)?;
    let (number, form) = (entry.number.as_ref()?, programme.portrait_form.as_ref()?);
    let asked = programme.window.zone.date(entry.portrait.asked_at?);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("The pen portrait has not come; step {step} of the reminders is due."));
    decision.changes.push(Change::Register(RegisterChange::PortraitAsked {
        entry: number.clone(),
        at: task.now,
        step,
    }));
    let letter = PortraitChaser {
        name: greeting(&entry.name),
        programme: ProgrammeWords::of(programme),
        number: number.to_string(),
        asked: civil::date_in_words(asked),
        last: usize::try_from(step).is_ok_and(|step| step == programme.portrait.chasers.len()),
        questions: questions(&form.definition),
    };
    let purpose = format!("portrait-chaser:{number}:{asked}:{step}");
    let draft = Draft::new(&letter, entry.email.clone(), &entry.name, purpose).about(number);
    decision.letters.push(draft.enclosing(form_of(programme, entry)));
    Some(decision)
}
