//! `ask more PRJ-2027-0001 because …`: the report that came is not enough yet.

use super::{matter, misunderstood, number, refused, settled};
use crate::commands::said::{Said, read_coming_date};
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, ProjectChange};
use crate::domain::civil;
use crate::domain::facts::Lookup;
use crate::letters::project::more::ProjectMore;

pub const COMMAND: Command = Command {
    name: "ask more",
    usage: &[
        "ask more PRJ-2027-0001 because it does not say how many pupils took part",
        "ask more PRJ-2027-0001 by 24 March 2028 because it does not say how many pupils took part",
    ],
    about: "Asks the holder of a project for more than the report that came says: your reason stands in the letter. Without a date they have as many school days as policy says.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        by(&rest.because()?.0)?;
        Ok(Lookup { cases: vec![number], ..Lookup::default() })
    },
    decide,
};

/// The day that is said, if one is.
fn by<'s>(said: &Said<'s>) -> Result<Option<&'s str>, Refusal> {
    match said.after("by").or_else(|| said.after("until")) {
        Some(day) => Ok(Some(day.text())),
        None => said.nothing_more().map(|()| None),
    }
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (before, because) = rest.because()?;
    let matter = matter(order, &number)?;
    if !matter.project.is_open() {
        return matter.refuse_ended();
    }
    let Some(step) = matter.project.steps.iter().rfind(|step| step.waits_for_a_word()) else {
        return refused(format!("No report of {} has come that waits for a word.", matter.named()));
    };
    let due = match by(&before)? {
        None => order.config.calendar.after(matter.today, matter.programme.projects.more_days.max(1)),
        Some(day) => match read_coming_date(day, matter.today).filter(|due| *due > matter.today) {
            Some(due) => due,
            None => return misunderstood(format!("`{day}` is no day to come, as in `24 March 2028`.")),
        },
    };
    let when = civil::date_in_words(due);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} asked for more by {when}: {because}.", order.by));
    decision.changes.push(Change::Project(ProjectChange::MoreAsked {
        project: number.clone(),
        step: step.id.clone(),
        due,
        reminded: matter.reminded(order, step, due),
    }));
    decision.changes.push(settled(&number, order.by, "more was asked for"));
    let letter = ProjectMore {
        name: matter.greeting(),
        project: matter.words(matter.project),
        what: step.name.clone(),
        when: when.clone(),
        because: crate::letters::outcome::sentence(because),
    };
    let message = step.report.as_ref().map(|report| report.message.to_string()).unwrap_or_default();
    let purpose = format!("project-more:{number}:{}:{message}", step.id);
    decision.letters.push(matter.draft(&letter, purpose));
    let answer = format!("{} is asked for more, by {when}. The {} is awaited again.", matter.named(), step.name);
    Ok(Outcome::new(decision, answer))
}
