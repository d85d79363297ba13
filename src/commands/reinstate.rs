//! `reinstate SLE-2027-0014 because …`: a withdrawal was a misunderstanding.

use super::outcome::held;
use super::withdraw::questions_answered;
use super::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, OutcomeChange};
use crate::domain::outcome::Verdict;
use crate::letters::reinstated::Reinstated;
use crate::letters::{Draft, ProgrammeWords, WindowWords, greeting};

pub const COMMAND: Command = Command {
    name: "reinstate",
    usage: &["reinstate SLE-2027-0014 because he meant the mailing list"],
    about: "Undoes a withdrawal. The application stands again as it was, and the applicant is told.",
    lookup: |said, _| said.case_with_reason("reinstate"),
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
    if application.withdrawn.is_none() {
        return refuse(format!("{case} ({}) is not withdrawn.", application.name));
    }
    let window = order.facts.window_of(application);
    let mut after = application.clone();
    after.withdrawn = None;
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.because(format!("{} reinstated it because {reason}.", order.by));
    decision.changes.push(Change::Reinstated { case: case.clone() });
    decision.changes.push(questions_answered(&case, order.by));
    let letter = Reinstated {
        name: greeting(&after.name),
        programme: ProgrammeWords::of(programme),
        case: case.to_string(),
        window: window.map(WindowWords::of),
    };
    let purpose = format!("reinstated:{case}:{}", order.now.as_second());
    decision.letters.push(Draft::new(&letter, after.email.clone(), &after.name, purpose).about(&case));
    let mut answer = format!("{case} ({}) stands again, and is told so.", after.name);
    if let (Some(window), Some(outcome)) = (window, after.outcome.as_ref()) {
        if outcome.is_private() {
            decision.letters.push(held(programme, window, &after, outcome, order.now));
            answer.push_str(&format!(
                " The decision stands too: {}. Its letter waits for the release.",
                programme.words.verdict(outcome.verdict)
            ));
        } else if outcome.verdict == Verdict::Designated {
            let designation = super::outcome::designation(programme, window, &after, order.now);
            decision.changes.push(Change::Outcome(OutcomeChange::Entered { designation }));
            answer.push_str(" The entry in the register stands again.");
        }
    }
    Ok(Outcome::new(decision, answer))
}
