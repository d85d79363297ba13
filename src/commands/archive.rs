//! `archive sle spring-2027`: a round is over, and is put away.

use super::confirm::round_alone;
use super::said::existing;
use super::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::Change;
use crate::domain::window::Step;

pub const COMMAND: Command = Command {
    name: "archive",
    usage: &["archive sle spring-2027"],
    about: "Puts a round away whose outcomes have been released.",
    lookup: round_alone,
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, _) = order.said.window(order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let round = format!("{} {name}", programme.id);
    let refuse = |why: String| Err(Refusal::Refused(why));
    if window.has_taken(Step::Archived) {
        return refuse(format!("The round {round} is archived already."));
    }
    if !window.has_taken(Step::Released) {
        return refuse(format!("The outcomes of {round} have not been released: `release outcomes {round}`."));
    }
    let waiting: Vec<String> = order
        .facts
        .applications
        .iter()
        .filter(|a| a.is_in_the_running(window) && a.outcome.as_ref().is_none_or(|outcome| outcome.is_private()))
        .map(|a| format!("{} ({})", a.name, a.case))
        .collect();
    if !waiting.is_empty() {
        return refuse(format!(
            "In the round {round} these have not been told of any outcome: {}.",
            waiting.join(", ")
        ));
    }
    let mut decision = Decision::default();
    decision.changes.push(Change::StepTaken { window: window.id, step: Step::Archived, by: order.by.to_owned() });
    decision.because(format!("{} archived the round {round}.", order.by));
    Ok(Outcome::new(decision, format!("The round {round} is archived.")))
}
