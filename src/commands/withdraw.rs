//! `withdraw SLE-2027-0014 because …`: somebody goes no further, as they told a person.

use super::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::application::Withdrawal;
use crate::domain::change::{Change, LetterChange, OutcomeChange};
use crate::domain::outcome::Verdict;
use crate::letters::interview::called_off;
use crate::letters::withdrawn::Withdrawn;

pub const COMMAND: Command = Command {
    name: "withdraw",
    usage: &["withdraw SLE-2027-0014 because she rang to say that she is changing schools"],
    about: "Withdraws an application. The applicant is told, nobody is asked for a reference any more, and an outcome letter that waits is dropped.",
    lookup: |said, _| said.case_with_reason("withdraw"),
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (case, rest) = order.said.case()?;
    let (_, reason) = rest.because()?;
    let refuse = |why: String| Err(Refusal::Refused(why));
    let Some(application) = order.facts.application(&case) else { return refuse(format!("There is no case {case}.")) };
    let Some(programme) = order.config.programme(&application.programme) else {
        return refuse(format!("{case} belongs to a programme that is not configured any more."));
    };
    let name = &application.name;
    if application.withdrawn.is_some() {
        return refuse(format!("{case} ({name}) is withdrawn already."));
    }
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.because(format!("{} withdrew it because {reason}.", order.by));
    let withdrawal = Withdrawal { at: order.now, by: order.by.to_owned(), because: reason.to_owned() };
    decision.changes.push(Change::Withdrawn { case: case.clone(), withdrawal });
    decision.changes.push(questions_answered(&case, order.by));
    let mut answer = format!("{case} ({name}) is withdrawn, and is told so.");
    match application.outcome.as_ref() {
        Some(outcome) if outcome.is_private() => {
            let because = "the application was withdrawn".to_owned();
            decision
                .changes
                .push(Change::Letter(LetterChange::DroppedFor { purpose: outcome.purpose(&case), because }));
            answer.push_str(" The outcome letter that waited is dropped.");
        }
        Some(outcome) if outcome.verdict == Verdict::Designated => {
            let on = programme.window.zone.date(order.now);
            decision.changes.push(Change::Outcome(OutcomeChange::Ended { case: case.clone(), on }));
            answer.push_str(" The entry in the register is ended.");
        }
        Some(_) | None => {}
    }
    let purpose = format!("withdrawn:{case}:{}", order.now.as_second());
    let mut letter = Withdrawn::draft(programme, application, false, order.now, purpose);
    if let Some((change, entry)) = called_off(order.config, programme, application, order.by, order.now) {
        decision.changes.push(change);
        letter = letter.inviting(entry);
        answer.push_str(" The interview is taken out of the calendar.");
    }
    decision.letters.push(letter);
    Ok(Outcome::new(decision, answer))
}

/// Whether somebody wishes to withdraw is no question any more.
pub(super) fn questions_answered(case: &CaseId, by: &str) -> Change {
    Change::ReviewsClosed {
        key_begins: format!("withdrawal:{case}:"),
        by: by.to_owned(),
        outcome: "decided by command".to_owned(),
    }
}
