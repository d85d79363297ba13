//! `hold R12 until 12 April 2027`: a question is put off. `hold all because …`: no letter leaves until further notice.

use super::done::{open_question, shortened};
use super::said::{Said, read_coming_date};
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::{Change, DeskChange, LetterChange};
use crate::domain::facts::Lookup;
use crate::domain::{ReviewId, civil};
use jiff::civil::Date;

pub const COMMAND: Command = Command {
    name: "hold",
    usage: &["hold R12", "hold R12 until 12 April 2027", "hold all because the form on the website is the old one"],
    about: "Puts a question off, for five school days or until a day; in a reply to the digest, `1 hold` says the same. `hold all` keeps every letter back until `lift hold`.",
    lookup,
    decide,
};

/// How long `hold` alone puts a question off.
const SCHOOL_DAYS: u32 = 5;

enum What<'s> {
    Question(ReviewId, Option<Said<'s>>),
    Letters(&'s str),
}

fn read<'s>(said: &Said<'s>) -> Result<What<'s>, Refusal> {
    if let Some(rest) = said.after("all") {
        let (before, why) = rest.because()?;
        before.nothing_more()?;
        return Ok(What::Letters(why));
    }
    let (review, rest) = said.review()?;
    if rest.is_empty() {
        return Ok(What::Question(review, None));
    }
    let until = rest.after("until").or_else(|| rest.after("till")).unwrap_or(rest);
    // Any year will do to see whether it is a date; which one it is depends on today.
    if read_coming_date(until.text(), Date::constant(2028, 1, 1)).is_none() {
        return Err(Refusal::Misunderstood(format!(
            "Until when? Expected a day, as in `hold R{review} until 12 April`, not `{}`.",
            until.text()
        )));
    }
    Ok(What::Question(review, Some(until)))
}

fn lookup(said: &Said<'_>, _: &Config) -> Result<Lookup, Refusal> {
    read(said).map(|_| Lookup { desk: true, ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (id, until) = match read(order.said)? {
        What::Letters(because) => return hold_all(order, because),
        What::Question(id, until) => (id, until),
    };
    let review = open_question(order.facts, id)?;
    let zone = order.config.zone();
    let today = zone.date(order.now);
    let day = match until {
        None => order.config.calendar.after(today, SCHOOL_DAYS),
        Some(words) => read_coming_date(words.text(), today)
            .ok_or_else(|| Refusal::Misunderstood(format!("I could not read the day `{}`.", words.text())))?,
    };
    if day <= today {
        return Err(Refusal::Refused(format!("{} is not a day to come.", civil::date_in_words(day))));
    }
    let until = zone.earliest(day.at(0, 0, 0, 0));
    let mut decision = Decision { case: review.case.clone(), ..Decision::default() };
    let answer = format!("R{id} is put off until {} ({}).", civil::date_in_words(day), shortened(&review.question));
    decision.because(format!("{} put R{id} off until {}.", order.by, civil::date_in_words(day)));
    decision.changes.push(Change::Desk(DeskChange::ReviewHeld { review: id, until }));
    Ok(Outcome::new(decision, answer))
}

fn hold_all(order: &Order<'_>, because: &str) -> Result<Outcome, Refusal> {
    let mut decision = Decision::default();
    decision.because(format!("{} held all letters because {because}.", order.by));
    decision.changes.push(Change::Letter(LetterChange::AllHeld { because: because.to_owned() }));
    let answer = "Every letter that has not left is held, and every new one will be, until `lift hold`. Mail is still read and recorded.";
    Ok(Outcome::new(decision, answer))
}
