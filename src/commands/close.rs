//! `close sle spring-2027`: closes a round before its time.

use super::said::{Said, existing};
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::Change;
use crate::domain::civil;
use crate::domain::facts::Lookup;
use crate::domain::window::Phase;

pub const COMMAND: Command = Command {
    name: "close",
    usage: &["close sle spring-2027"],
    about: "Closes an open round now, before its time. What is received from the next second on is late. (A round closes by itself at its closing time.)",
    lookup,
    decide,
};

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (_, _, rest) = said.window(config)?;
    if rest.is_empty() {
        Ok(Lookup::default())
    } else {
        Err(Refusal::Misunderstood(format!("I did not understand `{}` after the name of the round.", rest.text())))
    }
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, _) = order.said.window(order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let refuse = |why: String| Err(Refusal::Refused(why));
    let phase = window.phase(order.now);
    // Said twice within its second, it is closed all the same.
    if phase == Phase::Closed || window.closed_early_at.is_some() {
        let closed = civil::moment_in_words(window.closes_civil());
        return refuse(format!("The round {} {name} closed at {closed}.", programme.id));
    }
    if phase == Phase::Announced {
        return refuse(format!(
            "The round {} {name} has not opened yet. Give it other dates with `open {} {name} from … to …`.",
            programme.id, programme.id
        ));
    }
    let mut decision = Decision::default();
    decision.changes.push(Change::WindowClosedEarly { window: window.id, at: order.now });
    let at = civil::stamp_in_words(window.zone.civil(order.now));
    let answer = format!(
        "{} {name} is closed: what is received after {at} is late. It was to close at {}.",
        programme.short_name,
        civil::moment_in_words(window.closes_at)
    );
    decision.because(format!("{} closed the round before its time.", order.by));
    decision.because(answer.clone());
    Ok(Outcome::new(decision, answer))
}
