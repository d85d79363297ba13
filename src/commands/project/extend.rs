//! `extend project PRJ-2027-0001 to 24 March 2028 because …`: another day for what is due.

use super::{Matter, matter, misunderstood, number, refused, settled};
use crate::commands::said::{Said, read_coming_date};
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, ProjectChange};
use crate::domain::civil;
use crate::domain::facts::Lookup;
use crate::domain::project::Step;
use crate::letters::project::extended::ProjectExtended;

pub const COMMAND: Command = Command {
    name: "extend project",
    usage: &[
        "extend project PRJ-2027-0001 to 24 March 2028 because the class was away in February",
        "extend project PRJ-2027-0001 midpoint to 19 November 2027 because she has been ill",
    ],
    about: "Moves the day on which the next report of a project is due, or, where it is named, another of its reports. The holder is told.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        let (before, _) = rest.because()?;
        parts(&before)?;
        Ok(Lookup { cases: vec![number], ..Lookup::default() })
    },
    decide,
};

/// The step, where one is named, and the day.
fn parts<'s>(said: &Said<'s>) -> Result<(&'s str, &'s str), Refusal> {
    let text = said.text();
    let lower = text.to_ascii_lowercase();
    let found = if lower.starts_with("to ") { Some((0, 3)) } else { lower.find(" to ").map(|at| (at, at + 4)) };
    match found.and_then(|(end, start)| Some((text.get(..end)?.trim(), text.get(start..)?.trim()))) {
        Some((step, day)) if !day.is_empty() => Ok((step, day)),
        Some(_) | None => {
            misunderstood("Until when? Expected `extend project PRJ-2027-0001 to 24 March 2028 because …`.")
        }
    }
}

/// The report that is meant: by its name, or the next one that is awaited.
fn meant<'a>(matter: &Matter<'a>, name: &str) -> Result<&'a Step, Refusal> {
    let folded = |text: &str| text.to_lowercase().replace(['-', ' '], "");
    let wanted = folded(name);
    let known = || matter.project.awaited();
    let found = if wanted.is_empty() {
        known().next()
    } else {
        known().find(|step| {
            let names = [folded(&step.id), folded(&step.name)];
            names.contains(&wanted) || names.contains(&format!("{wanted}report"))
        })
    };
    match found {
        Some(step) => Ok(step),
        None if wanted.is_empty() => refused(format!(
            "Nothing is awaited for {}: what came waits for `accept project {}`.",
            matter.named(),
            matter.project.number
        )),
        None => {
            let names: Vec<&str> = known().map(|step| step.name.as_str()).collect();
            refused(format!("{} awaits no `{name}`; it awaits: {}.", matter.named(), names.join(", ")))
        }
    }
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (before, because) = rest.because()?;
    let (name, day) = parts(&before)?;
    let matter = matter(order, &number)?;
    if !matter.project.is_open() {
        return matter.refuse_ended();
    }
    let step = meant(&matter, name)?;
    let Some(due) = read_coming_date(day, matter.today) else {
        return misunderstood(format!("`{day}` is no date, as in `24 March 2028`."));
    };
    if due <= matter.today {
        return refused(format!("{} has passed already.", civil::date_in_words(due)));
    }
    if due == step.due {
        return refused(format!("The {} of {} is due on that day already.", step.name, matter.named()));
    }
    let last = matter.project.awaited().last().filter(|last| last.id != step.id && last.due < due);
    if let Some(last) = last {
        return refused(format!(
            "The {} of {} is due on {}, before that. Move it first.",
            last.name,
            matter.named(),
            civil::date_in_words(last.due)
        ));
    }
    let (when, was) = (civil::date_in_words(due), civil::date_in_words(step.due));
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} moved the {} from {was} to {when} because {because}.", order.by, step.name));
    decision.changes.push(Change::Project(ProjectChange::DueMoved {
        project: number.clone(),
        step: step.id.clone(),
        due,
        reminded: matter.reminded(order, step, due),
    }));
    decision.changes.push(settled(&number, order.by, "another date was agreed"));
    let letter = ProjectExtended {
        name: matter.greeting(),
        project: matter.words(matter.project),
        what: step.name.clone(),
        when: when.clone(),
        before: was,
        earlier: due < step.due,
    };
    // Back and forth again is a letter each time.
    let purpose = format!("project-extended:{number}:{}:{due}:{}", step.id, order.now.as_second());
    decision.letters.push(matter.draft(&letter, purpose));
    let answer = format!("{}: the {} is now due by {when}. They are told.", matter.named(), step.name);
    Ok(Outcome::new(decision, answer))
}
