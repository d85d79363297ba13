//! `cancel interview SLE-2027-0014 because …`: the applicant is told at once, and the calendar forgets it.

use super::appointing;
use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::{Change, PanelChange};
use crate::domain::civil;
use crate::domain::facts::Lookup;
use crate::domain::interview::Interview;

pub const COMMAND: Command = Command {
    name: "cancel interview",
    usage: &["cancel interview SLE-2027-0014 because the school is closed by snow"],
    about: "Calls an interview off and tells the applicant. The reason is kept in the record; the letter does not give it.",
    lookup,
    decide,
};

fn lookup(said: &Said<'_>, _: &Config) -> Result<Lookup, Refusal> {
    let (case, rest) = said.case()?;
    let (before, _) = rest.because()?;
    if !before.is_empty() {
        return appointing::misunderstood(format!(
            "I did not understand `{}`. Expected `cancel interview {case} because …`.",
            before.text()
        ));
    }
    Ok(Lookup { cases: vec![case], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (case, rest) = order.said.case()?;
    let (_, reason) = rest.because()?;
    let refuse = |why: String| Err(Refusal::Refused(why));
    let Some(application) = order.facts.application(&case) else { return refuse(format!("There is no case {case}.")) };
    let name = &application.name;
    let Some(before) = application.interview.as_ref().filter(|before| !before.cancelled) else {
        return refuse(format!("{case} ({name}) has no interview that could be cancelled."));
    };
    let when = civil::moment_in_words(before.starts_at);
    if before.starts() <= order.now {
        return refuse(format!("The interview of {case} ({name}) began at {when}; it cannot be called off any more."));
    }
    let Some(programme) = order.config.programme(&application.programme) else {
        return refuse(format!("{case} belongs to a programme that is no longer configured."));
    };
    let interview = Interview {
        sequence: before.sequence.saturating_add(1),
        cancelled: true,
        set_by: order.by.to_owned(),
        set_at: order.now,
        ..before.clone()
    };
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.because(format!("{} cancelled the interview at {when} because {reason}.", order.by));
    // Whoever has withdrawn knows that nobody waits for them; their calendar does not.
    decision.letters.push(appointing::letter(order.config, programme, application, &interview, order));
    decision.changes.push(Change::Panel(PanelChange::InterviewSet { case: case.clone(), interview }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("interview:{case}:"),
        by: order.by.to_owned(),
        outcome: "the interview was cancelled".to_owned(),
    });
    Ok(Outcome::new(decision, format!("The interview of {case} ({name}) at {when} is cancelled, and {name} is told.")))
}
