//! `confirm sle spring-2027`: a person confirms who goes into the review of a closed round.

use super::said::{Said, existing};
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::change::Change;
use crate::domain::facts::Lookup;
use crate::domain::window::{Phase, Step};

pub const COMMAND: Command = Command {
    name: "confirm",
    usage: &["confirm sle spring-2027"],
    about: "Confirms the summary of a closed round: from then on it is under review.",
    lookup: round_alone,
    decide,
};

/// A round with its applications, and nothing else said.
pub(super) fn round_alone(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (programme, _, rest) = said.window(config)?;
    if !rest.is_empty() {
        return Err(Refusal::Misunderstood(format!(
            "I did not understand `{}` after the name of the round.",
            rest.text()
        )));
    }
    Ok(Lookup { programmes: vec![programme.id.clone()], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, _) = order.said.window(order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let round = format!("{} {name}", programme.id);
    let refuse = |why: String| Err(Refusal::Refused(why));
    if window.phase(order.now) != Phase::Closed {
        return refuse(format!("The round {round} has not closed yet; who goes into the review is known then."));
    }
    if window.has_taken(Step::Confirmed) {
        return refuse(format!("Who goes into the review of {round} was confirmed before."));
    }
    let of = |state: State| -> Vec<&Application> {
        let here = order.facts.applications.iter().filter(|a| a.window == Some(window.id));
        here.filter(|a| a.state(Some(window)) == state).collect()
    };
    let mut answer = format!("{round} is under review. Complete: {}.", of(State::Complete).len());
    let rest = [
        (State::Incomplete, "Not complete, and in the review all the same"),
        (State::Unreadable, "Never readable"),
        (State::Late, "Late, and not in the review"),
        (State::Withdrawn, "Withdrawn"),
    ];
    for (state, words) in rest {
        let names: Vec<String> = of(state).iter().map(|a| format!("{} ({})", a.name, a.case)).collect();
        if !names.is_empty() {
            answer.push_str(&format!(" {words}: {}.", names.join(", ")));
        }
    }
    let mut decision = Decision::default();
    decision.changes.push(Change::StepTaken { window: window.id, step: Step::Confirmed, by: order.by.to_owned() });
    decision.because(format!("{} confirmed who goes into the review of {round}.", order.by));
    Ok(Outcome::new(decision, answer))
}
