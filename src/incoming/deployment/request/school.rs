//! Which school asks, whether its head does, and which programme has the people for it.

use super::super::candidates;
use super::programmes;
use super::read::Asked;
use crate::config::Programme;
use crate::domain::EmailAddress;
use crate::domain::deployment::{Deployment, State, SupportedSchool};
use crate::domain::facts::Facts;
use crate::domain::register::{School, Urn};
use crate::domain::schools::{Directory, Found, folded};
use crate::incoming::{Arrival, enquiry, heads};

/// The number of the only open school of the national register with that name.
pub fn urn_of(facts: &Facts, name: &str) -> Option<Urn> {
    match Directory::of(&facts.establishments).find(name) {
        Found::One(urn) => Some(urn),
        Found::Nothing | Found::Several(_) => None,
    }
}

/// The school that an address is known to lead.
pub fn head_of<'f>(facts: &'f Facts, sender: &EmailAddress) -> Option<&'f School> {
    facts.schools.iter().find(|school| school.head_email.as_ref() == Some(sender))
}

/// What is known of the school that asks, and whether its head does.
pub fn school_of(arrival: &Arrival<'_>, sender: &EmailAddress, asked: &Asked) -> (SupportedSchool, bool) {
    let facts = arrival.facts;
    let own = head_of(facts, sender);
    let named = heads::school(facts, &asked.school, None);
    // A mail from the only school with that domain is probably that school's; it is not its head's for that.
    let mut of_domain = facts
        .schools
        .iter()
        .filter(|school| school.head_email.as_ref().is_some_and(|head| head.domain() == sender.domain()));
    let neighbour = of_domain.next().filter(|_| of_domain.next().is_none());
    let earlier =
        facts.deployments.iter().rev().find(|known| known.school.head_email == *sender).map(|known| &known.school);
    let says_otherwise = |name: &str| !asked.school.is_empty() && folded(&asked.school) != folded(name);
    let known = own
        .filter(|school| !says_otherwise(&school.name))
        .or(named)
        .or(neighbour.filter(|school| !says_otherwise(&school.name)));
    let name = match (known, earlier) {
        (Some(school), _) => school.name.clone(),
        (None, Some(school)) if asked.school.is_empty() => school.name.clone(),
        (None, Some(_) | None) => asked.school.clone(),
    };
    let urn = known.and_then(|school| school.urn).or_else(|| urn_of(facts, &name));
    let head_email = known.and_then(|school| school.head_email.clone()).or_else(|| asked.head_email.clone());
    // Who has once agreed for a school leads it; who has only asked in its name may be anybody.
    let has_agreed = |known: &&Deployment| match known.state {
        State::Active | State::Ended => {
            known.school.head_email == *sender && folded(&known.school.name) == folded(&name)
        }
        State::Requested | State::Proposed | State::Agreeing | State::Dropped => false,
    };
    let is_head = known.is_some_and(|school| school.head_email.as_ref() == Some(sender))
        || facts.deployments.iter().any(|deployment| has_agreed(&deployment));
    let head_name = match known.map(|school| school.head_name.as_str()).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None if !asked.head_name.is_empty() => asked.head_name.clone(),
        None if head_email.as_ref().is_none_or(|head| head == sender) => arrival.mail.sender_name().to_owned(),
        None => String::new(),
    };
    let school = SupportedSchool {
        name,
        urn,
        head_name,
        head_email: head_email.unwrap_or_else(|| sender.clone()),
        finance_email: asked.finance_email.clone(),
        po_number: String::new(),
    };
    (school, is_head)
}

/// The programme that a request is for, and whether that is a guess.
pub fn programme_of<'a>(arrival: &Arrival<'a>, text: &str) -> Option<(&'a Programme, bool)> {
    let config = arrival.mail.config;
    let all: Vec<&Programme> = programmes(config).collect();
    let spaced = format!(" {} ", enquiry::folded(text));
    let one = |found: Vec<&'a Programme>| match found.as_slice() {
        [only] => Some(*only),
        [] | [..] => None,
    };
    let only = one(all.clone());
    let named = || one(all.iter().copied().filter(|programme| enquiry::is_named(programme, &spaced)).collect());
    let expert =
        || one(all.iter().copied().filter(|programme| !candidates::areas(programme, text).is_empty()).collect());
    if let Some(found) = only.or_else(named).or_else(expert) {
        return Some((found, false));
    }
    let people = |programme: &&&Programme| {
        let active = arrival.facts.register.iter().filter(|entry| entry.programme == programme.id && entry.is_active());
        active.count()
    };
    all.iter().max_by_key(people).map(|programme| (*programme, true))
}
