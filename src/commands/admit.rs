//! `admit SLE-2027-0014 because …`: a late form, or a late correction, is taken all the same: by a person, with a reason.

use super::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::application::{Admission, State};
use crate::domain::change::Change;
use crate::incoming::reference::ask;
use crate::letters::admitted::Admitted;
use crate::letters::{Draft, ProblemWords, ProgrammeWords, WindowWords, greeting};

pub const COMMAND: Command = Command {
    name: "admit",
    usage: &["admit SLE-2027-0014 because the school's mail server was down from 4pm"],
    about: "Takes a late application, or a correction that came after the closing, into the round all the same. The reason is kept.",
    lookup: |said, _| said.case_with_reason("admit"),
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (case, rest) = order.said.case()?;
    let (_, reason) = rest.because()?;
    let refuse = |why: String| Err(Refusal::Refused(why));
    let Some(application) = order.facts.application(&case) else { return refuse(format!("There is no case {case}.")) };
    let (Some(window), Some(programme)) =
        (order.facts.window_of(application), order.config.programme(&application.programme))
    else {
        return refuse(format!(
            "{case} belongs to no round: it is kept for the next one, and there is nothing to admit it to."
        ));
    };
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.because(format!("{} admitted it because {reason}.", order.by));
    let mut after = application.clone();
    let waiting = application.versions.iter().rfind(|version| application.waits(version, Some(window)));
    let correction = match (application.state(Some(window)), waiting) {
        (State::Late, _) => {
            let admission = Admission { by: order.by.to_owned(), because: reason.to_owned(), at: order.now };
            after.admitted = Some(admission.clone());
            decision.changes.push(Change::Admitted { case: case.clone(), admission });
            false
        }
        (_, Some(version)) => {
            for later in after.versions.iter_mut().filter(|v| v.number == version.number) {
                later.accepted = true;
            }
            decision.changes.push(Change::VersionAccepted { case: case.clone(), version: version.number });
            true
        }
        (_, None) => {
            return refuse(format!(
                "{case} ({}) is in the round already; there is nothing to admit.",
                application.name
            ));
        }
    };
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("correction:{case}:"),
        by: order.by.to_owned(),
        outcome: "admitted".to_owned(),
    });
    ask::ask(order.config, programme, &after, Some(window), order.now, &mut decision);
    let problems = after.counting(Some(window)).map(|v| ProblemWords::blocking(&v.problems)).unwrap_or_default();
    let letter = Admitted {
        name: greeting(&application.name),
        programme: ProgrammeWords::of(programme),
        case: case.to_string(),
        window: WindowWords::of(window),
        correction,
        problems,
    };
    let version = waiting.map_or(0, |v| v.number);
    let purpose = format!("admitted:{case}:{version}");
    decision.letters.push(Draft::new(&letter, application.email.clone(), &application.name, purpose).about(&case));
    let what = if correction { "the correction counts" } else { "it is part of the round" };
    let answer = format!("{case} ({}) is admitted: {what}. {} is told.", application.name, application.name);
    Ok(Outcome::new(decision, answer))
}
