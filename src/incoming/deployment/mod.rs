//! Requests for support, and the answers of those who are asked to give it: from a school's mail to an agreement.
//!
//! What follows from an answer is the same whether it came by mail or a coordinator said it: the rules are in [`asking`] and
//! [`agreement`], and commands and jobs use them too.

pub mod agreement;
mod answers;
pub mod asking;
pub mod candidates;
mod request;
mod words;

pub use answers::{consider as answer, remark};
pub use request::{consider as request, lookup, on_its_form as request_on_form, perhaps as perhaps_a_request};

use crate::config::{Config, Programme};
use crate::decision::{Decision, Review};
use crate::domain::CaseId;
use crate::domain::change::Change;
use crate::domain::deployment::Deployment;
use crate::domain::facts::Facts;
use crate::domain::register::Designation;
use jiff::Timestamp;
use jiff::civil::Date;

/// What the rules about deployments work with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub config: &'a Config,
    pub facts: &'a Facts,
    pub programme: &'a Programme,
    pub now: Timestamp,
}

impl Desk<'_> {
    pub fn today(&self) -> Date {
        self.programme.window.zone.date(self.now)
    }
}

/// What the keys of all questions about a deployment begin with.
pub fn key(number: &CaseId) -> String {
    format!("deployment:{number}:")
}

/// Questions of one kind about a deployment, or all, are settled.
pub fn settled(number: &CaseId, what: &str, by: &str, outcome: &str) -> Change {
    Change::ReviewsClosed {
        key_begins: format!("{}{what}", key(number)),
        by: by.to_owned(),
        outcome: outcome.to_owned(),
    }
}

/// `Oakfield School`, or what is said while nobody knows.
pub fn school_in_words(deployment: &Deployment) -> &str {
    match deployment.school.name.as_str() {
        "" => "a school that is not named yet",
        name => name,
    }
}

/// The short list as a sentence, with an answer for each of it that stands for the command to ask them.
pub fn with_candidates(desk: &Desk<'_>, deployment: &Deployment, review: Review) -> Review {
    let found = candidates::of(desk.config, desk.facts, desk.programme, deployment, desk.today());
    let far = desk.config.billing.commission.far_km;
    let mut listed = vec![];
    let mut review = review;
    for (letter, candidate) in ('a'..='z').zip(found.iter().take(desk.config.billing.commission.candidates)) {
        listed.push(format!("({letter}) {}", candidates::in_words(candidate, far)));
        if let Some(number) = &candidate.entry.number {
            review = review.may(&letter.to_string(), format!("propose {} to {number} …", deployment.number));
        }
    }
    let areas = candidates::sought(desk.facts, desk.programme, deployment).areas;
    let sought = match areas.is_empty() {
        true => "I could not tell which area of expertise is meant.".to_owned(),
        false => format!("Looked for: {}.", areas.join(", ")),
    };
    let people = match listed.is_empty() {
        true => format!("Nobody else of {} could be asked.", desk.programme.short_name),
        false => format!("Who might be asked: {}.", listed.join(". ")),
    };
    review.question = format!("{} {sought} {people}", review.question);
    review
        .may("propose", format!("propose {} to …", deployment.number))
        .may("drop", format!("drop {} because …", deployment.number))
}

/// Whether everybody of the register was loaded, or only whoever the mail concerns.
fn knows_everybody(facts: &Facts, programme: &Programme) -> bool {
    let of_programme = |entry: &&Designation| entry.programme == programme.id;
    facts.register.iter().filter(of_programme).count() > 1
}

/// A question about a deployment that a person's answer moves on.
fn ask(deployment: &Deployment, what: &str, question: String) -> Review {
    Decision::question(format!("{}{what}", key(&deployment.number)), question, Some(&deployment.number))
}
