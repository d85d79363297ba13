//! `interview SLE-2027-0014 12 April 2027 14:00 at …`: an invitation, or, the second time, its change.

use super::appointing::{self, MINUTES, Slot};
use super::misunderstood;
use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::civil;
use crate::domain::facts::Lookup;

pub const COMMAND: Command = Command {
    name: "interview",
    usage: &[
        "interview SLE-2027-0014 12 April 2027 14:00 at Harbour Primary School, Room 2",
        "interview SLE-2027-0014 13 April 10:30 for 30 minutes at Harbour Primary School",
        "interview SLE-2027-0014 14 April 2pm",
    ],
    about: "Invites an applicant to an interview, with an entry for the calendar; given again, it changes the time (and keeps the place, where none is said).",
    lookup,
    decide,
};

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (case, rest) = said.case()?;
    if appointing::read(rest.text(), appointing::any_day()).is_none() {
        return misunderstood(format!(
            "When? Expected a day and a time, as in `interview {case} 12 April 2027 14:00 at Harbour Primary School`."
        ));
    }
    Ok(appointing::lookup_of(&case, config))
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (case, rest) = order.said.case()?;
    let Some(read) = appointing::read(rest.text(), appointing::today(order, &case)) else {
        return misunderstood(format!("When? Expected `interview {case} 12 April 2027 14:00 at …`."));
    };
    let before = order.facts.application(&case).and_then(|application| application.interview.as_ref());
    let Some(place) = read.place.or_else(|| before.map(|before| before.place.clone())) else {
        return misunderstood(format!("Where? Expected `interview {case} {} at …`.", rest.text()));
    };
    let slot = Slot {
        when: read.when,
        minutes: read.minutes.or(before.map(|before| before.minutes)).unwrap_or(MINUTES),
        group: before.filter(|before| before.starts_at == read.when).map(|b| b.group.clone()).unwrap_or_default(),
        place,
    };
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    let mut minded = vec![];
    if !appointing::set(order, &case, &slot, &mut decision, &mut minded).map_err(Refusal::Refused)? {
        return Err(Refusal::Refused(format!(
            "{case} is invited at {} already; nothing changes.",
            civil::moment_in_words(slot.when)
        )));
    }
    let name = order.facts.application(&case).map_or("", |application| application.name.as_str());
    let changed = before.is_some_and(|before| !before.cancelled);
    let what = if changed { "is told of the new time" } else { "is invited" };
    let answer = format!(
        "{case} ({name}) {what}: {}, for {}, at {}.{}",
        civil::moment_in_words(slot.when),
        civil::length_in_words(slot.minutes),
        slot.place,
        appointing::mind(&minded)
    );
    decision.because(format!(
        "{} set the interview at {}, at {}.",
        order.by,
        civil::moment_in_words(slot.when),
        slot.place
    ));
    Ok(Outcome::new(decision, answer))
}
