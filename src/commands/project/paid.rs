//! `bursary paid PRJ-2027-0001 on 3 April 2028`: the money has gone. The clerk moves none: it notes it.

use super::{matter, misunderstood, number, refused};
use crate::commands::said::read_past_date;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, ProjectChange};
use crate::domain::civil;
use crate::domain::facts::Lookup;
use crate::domain::project::State;

pub const COMMAND: Command = Command {
    name: "bursary paid",
    usage: &["bursary paid PRJ-2027-0001 on 3 April 2028", "bursary paid PRJ-2027-0001"],
    about: "Notes that the bursary of a project whose final report has been accepted has been paid, and when; without a date, today.",
    lookup: |said, _| Ok(Lookup { cases: vec![number(said)?.0], ..Lookup::default() }),
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let matter = matter(order, &number)?;
    let project = matter.project;
    let on = match rest.after("on") {
        None if rest.is_empty() => matter.today,
        None => return misunderstood(format!("I did not understand `{}`. Expected `on 3 April 2028`.", rest.text())),
        Some(day) => match read_past_date(day.text(), matter.today) {
            Some(date) => date,
            None => return misunderstood(format!("`{}` is no date, as in `3 April 2028`.", day.text())),
        },
    };
    match project.state() {
        State::Accepted => {}
        State::Paid => {
            let when = project.paid_on.map(civil::date_in_words).unwrap_or_default();
            return refused(format!("The bursary of {} was noted as paid on {when}.", matter.named()));
        }
        State::Abandoned => return refused(format!("{} does not go on, and nothing is paid for it.", matter.named())),
        State::Agreed | State::ReportReceived => {
            return refused(format!("The final report of {} has not been accepted yet.", matter.named()));
        }
    }
    if project.bursary.is_zero() {
        return refused(format!("{} has no bursary.", matter.named()));
    }
    if on > matter.today || on < project.agreed_on {
        return refused(format!("{} is not between the agreement and today.", civil::date_in_words(on)));
    }
    let when = civil::date_in_words(on);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} noted that the bursary of {} was paid on {when}.", order.by, project.bursary));
    decision.changes.push(Change::Project(ProjectChange::Paid { project: number, on }));
    Ok(Outcome::new(decision, format!("{}: {} paid on {when}.", matter.named(), project.bursary)))
}
