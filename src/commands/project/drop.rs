//! `drop project PRJ-2027-0001 because …`: it does not go on.

use super::{matter, number, refused, settled};
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, ProjectChange};
use crate::domain::project::State;
use crate::letters::project::dropped::ProjectDropped;

pub const COMMAND: Command = Command {
    name: "drop project",
    usage: &["drop project PRJ-2027-0001 because she has left the school"],
    about: "Ends a project without its report, and without its bursary. The holder is told that it does not go on; the reason is kept and not told.",
    lookup: |said, _| {
        number(said)?;
        said.case_with_reason("drop project")
    },
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (_, because) = rest.because()?;
    let matter = matter(order, &number)?;
    match matter.project.state() {
        State::Agreed | State::ReportReceived | State::Accepted => {}
        State::Paid => {
            return refused(format!("The bursary of {} has been paid; it cannot be dropped.", matter.named()));
        }
        State::Abandoned => return matter.refuse_ended(),
    }
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} dropped the project because {because}.", order.by));
    decision.changes.push(Change::Project(ProjectChange::Dropped {
        project: number.clone(),
        on: matter.today,
        because: because.to_owned(),
    }));
    decision.changes.push(settled(&number, order.by, "the project was dropped"));
    let letter = ProjectDropped { name: matter.greeting(), project: matter.words(matter.project) };
    decision.letters.push(matter.draft(&letter, format!("project-dropped:{number}")));
    Ok(Outcome::new(
        decision,
        format!("{} does not go on. They are told; nothing is due or paid any more.", matter.named()),
    ))
}
