//! What the supported school says of the days that it was told of: all are right, or some are not.
//!
//! It counts from the address that the letter went to, while that is still the head's. A plain yes confirms; a day to which the
//! school objects is disputed, and a person settles that; anything else is read by a person, and until then silence confirms
//! nothing.

use super::words::{denied_days, is_plain_yes, is_thanks, rest_is_right};
use super::{facts, is_deployment};
use crate::config::Programme;
use crate::config::billing::{Confirm, VisitPolicy};
use crate::decision::{Decision, MailKind};
use crate::domain::change::{Change, VisitChange};
use crate::domain::civil;
use crate::domain::deployment::Deployment;
use crate::domain::facts::SentLetter;
use crate::domain::visit::{Billing, State, Visit};
use crate::incoming::Arrival;
use crate::incoming::quoted::spaced;
use crate::incoming::quoted::they_write;
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
            they_write(&mail.reply)
        );
        decision.ask(key, question, Some(number));
        return Some(decision);
    }
    decision
        .because(format!("It comes from the head of {} and answers our letter about the days worked.", school.name));
    let of_letter = |state| told_of(arrival, deployment, letter, state);
    let answer =
        Answer { arrival, deployment, programme, told: of_letter(State::Logged), stands: of_letter(State::Confirmed) };
    answer.decide(key, &mut decision);
    Some(decision)
}

/// The days that a letter, or one before it, told of, and that are in one state and on no invoice.
fn told_of<'a>(arrival: &Arrival<'a>, deployment: &Deployment, letter: &SentLetter, state: State) -> Vec<&'a Visit> {
    let known = |visit: &&Visit| {
        visit.deployment == deployment.number
            && visit.told_at.is_some_and(|told| told <= letter.created_at)
            && visit.state == state
            && visit.billing == Billing::Unbilled
            && !visit.reimbursed
    };
    arrival.facts.visits.iter().filter(known).collect()
}

struct Answer<'a> {
    arrival: &'a Arrival<'a>,
    deployment: &'a Deployment,
    programme: &'a Programme,
    /// That nobody has settled.
    told: Vec<&'a Visit>,
    /// That are confirmed, and may still be objected to: nobody has been billed for them.
    stands: Vec<&'a Visit>,
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
            let then = if self.told.is_empty() {
                "All days that they were told of are settled: one that is not right is given up with `drop day`, and taken off an invoice with `credit`."
            } else {
                "Nothing is confirmed by silence before you have settled this."
            };
            let question = format!(
                "{} answers about the days worked at {} ({number}), and I could not tell what is right and what is not.{} {then}",
                self.deployment.school.head_name,
                self.deployment.school.name,
                they_write(reply)
            );
            let mut review = Decision::question(key, question, Some(number));
            if !self.told.is_empty() {
                review = review.may("confirm", format!("confirm visits {number}"));
            }
            if !self.arrival.repeats(&answered::KIND, number) {
                decision.letters.push(self.letter(&[], &[], &[]));
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

    fn disputed(&self) -> Vec<&Visit> {
        let mail = self.arrival.mail;
        let received_on = self.programme.window.zone.date(mail.received_at);
        let policy = &mail.config.billing.visits;
        let all: Vec<&Visit> = self.told.iter().chain(&self.stands).copied().collect();
        objected_to(&mail.reply, received_on, &self.deployment.school.name, policy, &all)
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
            they_write(&self.arrival.mail.reply),
            visit.logged_by,
            civil::date_in_short(self.programme.window.zone.date(visit.logged_at)),
            crate::incoming::quoted::in_short(&visit.words),
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
            unread: confirmed.is_empty() && disputed.is_empty(),
            waits: !self.told.is_empty(),
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

/// The days that the school says were not worked, or not as logged; none where that is not plain.
fn objected_to<'v>(
    reply: &str,
    received_on: Date,
    school: &str,
    policy: &VisitPolicy,
    told: &[&'v Visit],
) -> Vec<&'v Visit> {
    let names = [school.to_owned()];
    let schools = [School { names: &names }];
    let policy = days::Policy {
        minutes_a_day: policy.minutes_a_day(),
        shortest_visit: policy.minimum_minutes,
        longest_day: policy.minutes_a_day().saturating_mul(3) / 2,
    };
    let reply_alone = without_the_rest(reply);
    let reading = days::read(&reply_alone, received_on, &schools, &policy);
    let otherwise = |visit: &&Visit| {
        let said = reading.visits.iter().find(|said| said.day == visit.day);
        said.is_some_and(|said| said.how != days::Stated::Plain && said.half_days != visit.half_days)
    };
    let denied = |visit: &&Visit| reading.not_worked.contains(&visit.day);
    let known = |day: &Date| told.iter().any(|visit| visit.day == *day);
    let mut meant: Vec<&Visit> = vec![];
    if !reading.is_ambiguous() {
        // A day that we have not told of is for a person to understand.
        if !reading.not_worked.iter().all(known) {
            return vec![];
        }
        meant = told.iter().copied().filter(|visit| denied(visit) || otherwise(visit)).collect();
    }
    if meant.is_empty() {
        // The reader knows how people write of themselves; a head writes of others.
        let days: Vec<Date> = told.iter().map(|visit| visit.day).collect();
        let denied = denied_days(&reply_alone, &days);
        meant = told.iter().copied().filter(|visit| denied.contains(&visit.day)).collect();
    }
    // Of several people on that day the one who is named is meant.
    let said = spaced(reply);
    let is_named =
        |visit: &&Visit| visit.name.split_whitespace().any(|word| said.contains(&format!(" {} ", word.to_lowercase())));
    let named: Vec<&Visit> = meant.iter().copied().filter(is_named).collect();
    if named.is_empty() { meant } else { named }
}

/// Without the sentences that say no more than that the rest is right, or where the writer was: a head who was away on a day
/// does not say that nobody else came.
fn without_the_rest(reply: &str) -> String {
    let sentences = reply.split_inclusive(['.', '!', '\n']);
    sentences.filter(|sentence| !rest_is_right(sentence) && !is_of_the_writer(sentence)).collect()
}

fn is_of_the_writer(sentence: &str) -> bool {
    let said = spaced(sentence);
    let wheres = ["not here", "not in", "not at", "away", "off", "out", "ill", "at", "on"];
    let others = [" she ", " he ", " they ", " nobody ", " no one ", " we ", " but ", " and ", " that "];
    wheres.iter().any(|place| said.starts_with(&format!(" i was {place} ")))
        && !others.iter().any(|other| said.contains(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::visit::VisitId;
    use crate::domain::worked::HalfDays;
    use crate::domain::{CaseId, EmailAddress};
    use jiff::Timestamp;
    use jiff::civil::date;

    fn visit(id: i64, name: &str, day: Date) -> Visit {
        Visit {
            id: VisitId(id),
            deployment: CaseId::new("DEP", 2027, 1),
            name: name.into(),
            email: EmailAddress::parse("p.nair@hazelbank.example").unwrap(),
            day,
            half_days: HalfDays::DAY,
            words: String::new(),
            minutes: None,
            message: None,
            logged_at: Timestamp::UNIX_EPOCH,
            logged_by: String::new(),
            state: State::Logged,
            state_since: Timestamp::UNIX_EPOCH,
            state_because: String::new(),
            told_at: None,
            billing: Billing::Unbilled,
            reimbursed: false,
            sold_at: None,
            flags: vec![],
        }
    }

    #[test]
    fn what_a_head_objects_to() {
        let told = [
            visit(1, "Priya Nair", date(2027, 6, 8)),
            visit(2, "Priya Nair", date(2027, 6, 9)),
            visit(3, "Tom Hale", date(2027, 6, 9)),
            visit(4, "Priya Nair", date(2027, 6, 10)),
        ];
        let told: Vec<&Visit> = told.iter().collect();
        for (reply, expected) in [
            ("Priya was not here on the 9th.", &[2_i64][..]),
            ("Priya wasn't here on 9 June", &[2]),
            ("Tom Hale was not in on Wednesday 9 June. The others are correct.", &[3]),
            ("Nobody came on the 9th", &[2, 3]),
            ("The 10th was only a morning", &[4]),
            ("10 June was a half day, not a full day", &[4]),
            ("We have no record of a visit on 8 June", &[1]),
            ("The visit on the 8th did not happen", &[1]),
            ("8 June is wrong, she was at a course", &[1]),
            ("Priya did not come on the 8th or the 10th", &[1, 4]),
            ("She was not here on the 2nd", &[]),
            ("I was not here on the 9th.", &[]),
            ("I was away on the 9th. The 10th was only a morning.", &[4]),
            ("I was on a course on the 9th, but nobody came", &[2, 3]),
            ("I have no record of a visit on 8 June", &[1]),
            ("I am not sure about the 9th", &[]),
            ("Could we talk about these?", &[]),
            ("Not correct.", &[]),
            ("8th and 10th fine, but on the 9th Priya was not in school", &[2]),
            ("She never came on Thursday", &[4]),
            ("8/6 - no visit that day", &[1]),
            // A doubt is an objection, too: a person looks at it.
            ("Was she really not here on the 9th?", &[2, 3]),
        ] {
            let found = objected_to(reply, date(2027, 6, 14), "Oakfield School", &VisitPolicy::default(), &told);
            let ids: Vec<i64> = found.iter().map(|visit| visit.id.0).collect();
            assert_eq!(ids, expected, "{reply}");
        }
    }
}
