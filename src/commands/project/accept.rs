//! `accept project PRJ-2027-0001`: the report is good. With the final one the bursary may be paid.

use super::{matter, number, refused, settled};
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, ProjectChange};
use crate::domain::facts::Lookup;
use crate::domain::project::{Project, Step};
use crate::letters::project::DueWords;
use crate::letters::project::accepted::ProjectAccepted;

pub const COMMAND: Command = Command {
    name: "accept project",
    usage: &["accept project PRJ-2027-0001"],
    about: "Says that the report of a project which has come is good. With the final report the project is complete, and the bursary may be paid. The holder is told.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        rest.nothing_more()?;
        Ok(Lookup { cases: vec![number], ..Lookup::default() })
    },
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, _) = number(order.said)?;
    let matter = matter(order, &number)?;
    let project = matter.project;
    if !project.is_open() {
        return matter.refuse_ended();
    }
    let here: Vec<&Step> = project.steps.iter().filter(|step| step.waits_for_a_word()).collect();
    let Some(last) = here.last() else {
        return refused(format!(
            "No report of {} has come that waits for a word. One that came another way can be sent on to this mailbox by its holder.",
            matter.named()
        ));
    };
    let mut after: Project = project.clone();
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    for step in &here {
        decision.changes.push(Change::Project(ProjectChange::Accepted {
            project: number.clone(),
            step: step.id.clone(),
            on: matter.today,
        }));
        for known in after.steps.iter_mut().filter(|known| known.id == step.id) {
            known.accepted_on = Some(matter.today);
        }
    }
    decision.changes.push(settled(&number, order.by, "accepted"));
    let is_final = project.is_final(last);
    let names: Vec<String> = here.iter().map(|step| step.name.clone()).collect();
    let what = crate::domain::listed(&names);
    let letter = ProjectAccepted {
        name: matter.greeting(),
        project: matter.words(&after),
        what: what.clone(),
        is_final,
        next: after.awaited().next().map(DueWords::of),
    };
    let purpose = format!("project-accepted:{number}:{}", last.id);
    decision.letters.push(matter.draft(&letter, purpose));
    decision.because(format!("{} accepted the {what}.", order.by));
    let follows = if !is_final {
        String::new()
    } else if project.bursary.is_zero() {
        " The project is complete.".to_owned()
    } else {
        format!(
            " The project is complete, and the bursary of {} may be paid: say `bursary paid {number} on DATE` when it has been.",
            project.bursary
        )
    };
    Ok(Outcome::new(decision, format!("{}: the {what} is accepted, and they are told.{follows}", matter.named())))
}
