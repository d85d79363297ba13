//! What the supported school says of the days that it was told of: all are right, or some are not.
//!
//! It counts from the address that the letter went to, while that is still the head's. A plain yes confirms; a day to which the
//! school objects is disputed, and a person settles that; anything else is read by a person, and until then silence confirms
//! nothing.

use super::words::{is_plain_yes, is_thanks, rest_is_right, spaced};
use super::{facts, is_deployment, quoted};
use crate::config::Programme;
use crate::config::billing::Confirm;
use crate::decision::{Decision, MailKind};
use crate::domain::change::{Change, VisitChange};
use crate::domain::civil;
use crate::domain::deployment::Deployment;
use crate::domain::facts::SentLetter;
use crate::domain::visit::{State, Visit};
use crate::incoming::Arrival;
use crate::letters::visit::answered::{self, VisitAnswered};
use crate::letters::visit::{DayWords, WorkWords, settled, told};
use crate::letters::{Draft, greeting};
use crate::understand::days::{self, School};
use jiff::civil::Date;
use serde_json::json;

fn is_to_school(letter: &SentLetter, deployment: &Deployment) -> bool {
    let always = [told::KIND.name, told::REMINDER.name, answered::KIND.name].contains(&letter.letter.as_str());
    // That one goes to whoever was there, too.
    always || (letter.letter == settled::KIND.name && deployment.person(&letter.to).is_none())
}

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let (letter, deployment) = arrival.facts.answered.iter().find_map(|letter| {
        let deployment = arrival.facts.deployment(letter.case.as_ref().filter(|case| is_deployment(case))?)?;
        is_to_school(letter, deployment).then_some((letter, deployment))
    })?;
    let programme = mail.config.programme(&deployment.programme)?;
    let mut decision = Decision::new(MailKind::VisitLog);
    decision.case = Some(deployment.number.clone());
    decision.facts = facts(&[], false);
    let (number, school) = (&deployment.number, &deployment.school);
    let key = format!("visits:{number}:reply:{}", mail.message);
    if letter.to != *sender || *sender != school.head_email || mail.denied() {
        decision.because(
            "It answers a letter to the supported school, and is not proven to come from its head: nothing is settled.",
        );
        let who = if mail.denied() {
            format!("{sender}, whom our own mail server could not confirm,")
        } else {
            format!("{sender}, which is not the address of the head ({}),", school.head_email)
        };
        let question = format!(
            "{who} answers our letter about the days worked at {} ({number}). I have confirmed and changed nothing, and silence does not confirm them before you have said “done”.{}",
            school.name,
            quoted(&mail.reply)
        );
        decision.ask(key, question, Some(number));
        return Some(decision);
    }
    decision
        .because(format!("It comes from the head of {} and answers our letter about the days worked.", school.name));
    let answer = Answer { arrival, deployment, programme, told: told_of(arrival, deployment, letter) };
    answer.decide(key, &mut decision);
    Some(decision)
}

/// The days that a letter, or one before it, told of, and that nobody has settled.
fn told_of<'a>(arrival: &Arrival<'a>, deployment: &Deployment, letter: &SentLetter) -> Vec<&'a Visit> {
    let known = |visit: &&Visit| {
        visit.deployment == deployment.number
            && visit.told_at.is_some_and(|told| told <= letter.created_at)
            && match visit.state {
                State::Logged => true,
                State::Confirmed | State::Disputed | State::Withdrawn => false,
            }
    };
    arrival.facts.visits.iter().filter(known).collect()
}

struct Answer<'a> {
    arrival: &'a Arrival<'a>,
    deployment: &'a Deployment,
    programme: &'a Programme,
    told: Vec<&'a Visit>,
}

impl Answer<'_> {
    fn decide(&self, key: String, decision: &mut Decision) {
        let reply = &self.arrival.mail.reply;
        let number = &self.deployment.number;
        if is_plain_yes(reply) && !self.told.is_empty() {
            decision.because("It says that all is right: the days are confirmed.");
            self.settle(&self.told, State::Confirmed, decision);
            decision.letters.push(self.letter(&self.told, &[], &[]));
            self.note(self.told.len(), 0, decision);
            return;
        }
        if self.told.is_empty() && is_thanks(reply) {
            decision.because("It says thanks, or yes, and no day waits for a word: nothing follows.");
            return;
        }
        let disputed = self.disputed();
        if disputed.is_empty() {
            decision.because("What it says of the days could not be read: a person reads it, and silence confirms nothing until then.");
            decision.facts = facts(&[], true);
            let question = format!(
                "{} answers about the days worked at {} ({number}), and I could not tell what is right and what is not.{} Nothing is confirmed by silence before you have settled this.",
                self.deployment.school.head_name,
                self.deployment.school.name,
                quoted(reply)
            );
            let mut review = Decision::question(key, question, Some(number));
            if !self.told.is_empty() {
                review = review.may("confirm", format!("confirm visits {number}"));
            }
            decision.put(review);
            return;
        }
        let others: Vec<&Visit> =
            self.told.iter().copied().filter(|visit| !disputed.iter().any(|other| other.id == visit.id)).collect();
        let (confirmed, open) = if rest_is_right(reply) { (others, vec![]) } else { (vec![], others) };
        self.settle(&confirmed, State::Confirmed, decision);
        self.settle(&disputed, State::Disputed, decision);
        for visit in &disputed {
            decision.put(self.question(visit));
        }
        decision.because(format!("It objects to {} of the days: a person settles that.", disputed.len()));
        decision.letters.push(self.letter(&confirmed, &disputed, &open));
        self.note(confirmed.len(), disputed.len(), decision);
    }

    /// The days that the school says were not worked, or not as logged.
    fn disputed(&self) -> Vec<&Visit> {
        let reply = &self.arrival.mail.reply;
        let policy = &self.arrival.mail.config.billing.visits;
        let names = [self.deployment.school.name.clone()];
        let reading = days::read(
            reply,
            self.programme.window.zone.date(self.arrival.mail.received_at),
            &[School { names: &names }],
            &days::Policy {
                minutes_a_day: policy.minutes_a_day(),
                shortest_visit: policy.minimum_minutes,
                longest_day: policy.minutes_a_day().saturating_mul(3) / 2,
            },
        );
        if reading.is_ambiguous() {
            return vec![];
        }
        let otherwise = |visit: &&&Visit| {
            let said = reading.visits.iter().find(|said| said.day == visit.day);
            said.is_some_and(|said| said.how != days::Stated::Plain && said.half_days != visit.half_days)
        };
        let denied = |visit: &&&Visit| reading.not_worked.contains(&visit.day);
        let known = |day: &Date| self.told.iter().any(|visit| visit.day == *day);
        // A day that we have not told of is for a person to understand.
        if !reading.not_worked.iter().all(known) {
            return vec![];
        }
        let meant: Vec<&Visit> = self.told.iter().filter(|visit| denied(visit) || otherwise(visit)).copied().collect();
        // Of several people on that day the one who is named is meant.
        let said = spaced(reply);
        let is_named = |visit: &&Visit| {
            visit.name.split_whitespace().any(|word| said.contains(&format!(" {} ", word.to_lowercase())))
        };
        let named: Vec<&Visit> = meant.iter().copied().filter(is_named).collect();
        if named.is_empty() { meant } else { named }
    }

    fn settle(&self, visits: &[&Visit], state: State, decision: &mut Decision) {
        let by = &self.deployment.school.head_email;
        for visit in visits {
            decision.changes.push(Change::Visit(VisitChange::StateSet {
                visit: visit.id,
                state,
                at: self.arrival.now,
                because: match state {
                    State::Confirmed => format!("{by} said yes (message {})", self.arrival.mail.message),
                    State::Disputed => format!("{by} objects (message {})", self.arrival.mail.message),
                    State::Logged | State::Withdrawn => String::new(),
                },
            }));
        }
    }

    fn question(&self, visit: &Visit) -> crate::decision::Review {
        let number = &self.deployment.number;
        let (day, email) = (civil::date_in_short(visit.day), &visit.email);
        let question = format!(
            "{} of {} says that {} ({}, {}) is not right as it was logged ({number}).{} It was logged by {} on {}: “{}”. Shall the day stand?",
            self.deployment.school.head_name,
            self.deployment.school.name,
            civil::date_in_words(visit.day),
            visit.name,
            visit.half_days,
            quoted(&self.arrival.mail.reply),
            visit.logged_by,
            civil::date_in_short(self.programme.window.zone.date(visit.logged_at)),
            crate::incoming::rsvp::in_short(&visit.words),
        );
        Decision::question(format!("visits:{number}:dispute:{}", visit.id.0), question, Some(number))
            .may("uphold", format!("uphold day {number} {email} {day}"))
            .may("drop", format!("drop day {number} {email} {day}"))
    }

    fn letter(&self, confirmed: &[&Visit], disputed: &[&Visit], open: &[&Visit]) -> Draft {
        let config = self.arrival.mail.config;
        let words = |visits: &[&Visit]| visits.iter().map(|visit| DayWords::of(visit)).collect::<Vec<_>>();
        let told = open.iter().filter_map(|visit| visit.told_at).min();
        let until = told.map(|told| {
            let told = self.programme.window.zone.date(told);
            civil::date_in_words(config.calendar.after(told, config.billing.visits.dispute_school_days))
        });
        let school = &self.deployment.school;
        let letter = VisitAnswered {
            name: greeting(&school.head_name),
            work: WorkWords::of(self.deployment),
            confirmed: words(confirmed),
            disputed: words(disputed),
            open: words(open),
            until: until.unwrap_or_default(),
            needs_yes: config.billing.visits.confirm == Confirm::Yes,
        };
        let mail = self.arrival.mail;
        let purpose = format!("visit-answered:{}:message:{}", self.deployment.number, mail.message);
        Draft::new(&letter, school.head_email.clone(), &school.head_name, purpose)
            .about(&self.deployment.number)
            .answering(mail.thread())
    }

    fn note(&self, confirmed: usize, disputed: usize, decision: &mut Decision) {
        if let Some(facts) = decision.facts.as_object_mut() {
            facts.insert("school".to_owned(), json!(self.deployment.school.name));
            facts.insert("confirmed".to_owned(), json!(confirmed));
            facts.insert("disputed".to_owned(), json!(disputed));
        }
    }
}
