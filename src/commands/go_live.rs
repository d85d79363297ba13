//! `go live`: from now on letters go out (invariant 10).

use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::Change;
use crate::domain::facts::Lookup;

pub const COMMAND: Command = Command {
    name: "go live",
    usage: &["go live"],
    about: "From now on letters go out, for mail that is received from now on. What was received before stays unanswered.",
    lookup: |said, _: &Config| {
        if said.is_empty() {
            Ok(Lookup::default())
        } else {
            Err(Refusal::Misunderstood(format!("I did not understand `{}` after `go live`.", Said::text(said))))
        }
    },
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    if let Some(live) = order.facts.go_live.filter(|live| *live <= order.now) {
        return Err(Refusal::Refused(format!("The clerk has been live since {live}.")));
    }
    let mut decision = Decision::default();
    decision.changes.push(Change::GoLive { at: order.now });
    decision.because(format!("{} went live.", order.by));
    let answer =
        format!("The clerk is live: mail received from {} on is answered. Mail received before is not.", order.now);
    Ok(Outcome::new(decision, answer))
}
