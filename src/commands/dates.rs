//! `dates sle spring-2027 interviews 12 to 14 April 2027`: the dates that letters quote.

use super::outcome::held;
use super::said::{Said, existing, read_days};
use super::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::WindowName;
use crate::domain::change::Change;
use crate::domain::facts::Lookup;
use crate::domain::window::{KeyDate, KeyDateKind};

pub const COMMAND: Command = Command {
    name: "dates",
    usage: &["dates sle spring-2027 interviews 12 to 14 April 2027", "dates sle spring-2027 outcomes to be confirmed"],
    about: "Sets a date that letters quote: review, interviews, outcomes or training; a day, several days, or to be confirmed.",
    lookup,
    decide,
};

fn read<'c>(said: &Said<'_>, config: &'c Config) -> Result<(&'c Programme, WindowName, KeyDate), Refusal> {
    let (programme, name, rest) = said.window(config)?;
    let (word, days) = rest.text().split_once(char::is_whitespace).unwrap_or((rest.text(), ""));
    let Some(what) = KeyDateKind::read(word) else {
        return Err(Refusal::Misunderstood(format!(
            "Which dates? Expected one of review, interviews, outcomes, training, not `{word}`."
        )));
    };
    let lower = days.trim().to_lowercase();
    let days = if matches!(lower.as_str(), "to be confirmed" | "tbc" | "to be announced" | "tba") {
        None
    } else {
        let wanted = || {
            Refusal::Misunderstood(format!(
                "When? Expected `dates {} {name} {} 12 to 14 April 2027`, or `to be confirmed`.",
                programme.id,
                what.word()
            ))
        };
        let (first, last) = read_days(days).ok_or_else(wanted)?;
        if first > last {
            return Err(Refusal::Misunderstood("The last day is before the first.".to_owned()));
        }
        Some((first, last))
    };
    Ok((programme, name, KeyDate { what, days }))
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (programme, ..) = read(said, config)?;
    Ok(Lookup { programmes: vec![programme.id.clone()], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, date) = read(order.said, order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let mut decision = Decision::default();
    decision.changes.push(Change::KeyDateSet { window: window.id, date });
    // Outcome letters that wait quote the dates, too.
    let moved = window.with_key_date(date);
    let waiting = order.facts.applications.iter().filter(|a| a.is_in_the_running(&moved));
    for (application, outcome) in waiting.filter_map(|a| Some((a, a.outcome.as_ref().filter(|o| o.is_private())?))) {
        decision.letters.push(held(programme, &moved, application, outcome, order.now));
    }
    let mut answer = format!(
        "{} {name}, {}: {}. Letters say so from now on.",
        programme.short_name,
        date.what.word(),
        date.in_words()
    );
    match decision.letters.len() {
        0 => {}
        1 => answer.push_str(" The outcome letter that waits is drafted anew."),
        n => answer.push_str(&format!(" The {n} outcome letters that wait are drafted anew.")),
    }
    decision.because(format!("{} said: dates {}.", order.by, order.said.text()));
    Ok(Outcome::new(decision, answer))
}
