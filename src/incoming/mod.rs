//! Kinds of mail: one file each, which says whether a mail is of its kind and, if so, what follows.
//!
//! A kind is a pure function of the mail as it was read, the facts of the record and the time. The first that knows a
//! mail decides; the last knows every mail, so that nothing is dropped. To add a kind: its file, and its line in [`ALL`].

pub mod account;
pub mod application;
pub mod attendance;
mod automatic;
mod besides;
mod command;
pub mod deployment;
mod enquiry;
pub mod evaluation;
mod found;
pub mod quoted;
pub mod heads;
mod order_number;
mod other;
mod report;
pub mod places;
pub mod rsvp;
mod portrait;
mod register_change;
mod scores;
pub mod visits;
mod withdrawal;
pub mod reference;

pub use found::{FoundForm, Source};

use crate::config::{Config, Trust};
use crate::decision::Decision;
use crate::domain::application::Application;
use crate::domain::civil::Zone;
use crate::domain::facts::{Facts, Lookup, SentLetter};
use crate::domain::{CaseId, EmailAddress, MessageNo};
use crate::letters::{LetterKind, Thread};
use crate::reader::Reading;
use crate::understand::{Automatic, authenticity, automatic as machine};
use jiff::Timestamp;

/// A mail on its way to a decision: what it says, before the record is asked.
pub struct Prepared<'a> {
    pub message: MessageNo,
    /// Our own server's stamp.
    pub received_at: Timestamp,
    pub reading: &'a Reading,
    pub config: &'a Config,
    /// Forms found in it, the best of each programme first.
    pub forms: Vec<FoundForm>,
    /// The words that its sender wrote now, without quotation and signature.
    pub reply: String,
    pub automatic: Option<Automatic>,
    /// From our own address, or with our own header: a copy of a letter of ours.
    pub own: bool,
    /// The first words of the coordinators' commands. The vocabulary lies above this room: the step gives it.
    pub vocabulary: Vec<&'static str>,
}

/// A mail with the facts that it concerns.
pub struct Arrival<'a> {
    pub mail: &'a Prepared<'a>,
    pub facts: &'a Facts,
    pub now: Timestamp,
}

/// How often a day somebody is told the same thing about a case because they sent the same thing again. A person is
/// sometimes unsure whether a mail went out; a program that answers our answers never stops.
const MOST_REPEATED: usize = 2;

impl Arrival<'_> {
    /// Whether a letter that would only repeat itself has gone to the sender often enough today.
    fn repeats(&self, letter: &LetterKind, case: &CaseId) -> bool {
        let yesterday = self.now.as_second() - 86_400;
        let same = |sent: &&SentLetter| {
            sent.letter == letter.name && sent.case.as_ref() == Some(case) && sent.created_at.as_second() > yesterday
        };
        self.facts.recent.iter().filter(same).count() >= MOST_REPEATED
    }
}

/// Nothing is answered any more, and a person finds out why it comes again and again: one question a day.
fn too_often(arrival: &Arrival<'_>, application: &Application, decision: &mut Decision) {
    let (name, case) = (&application.name, &application.case);
    let from = arrival.mail.sender().map(ToString::to_string).unwrap_or_default();
    decision.because("The same has been answered twice today: this may be a program, and nothing is answered.");
    let key = format!("repeats:{case}:{}", Zone::london().date(arrival.now));
    let question = format!(
        "{name} ({case}) sends the same again and again, from {from}. I have stopped answering; is it a program?"
    );
    decision.ask(key, question, Some(case));
}

/// A kind of mail.
pub struct Kind {
    pub name: &'static str,
    /// What follows, if the mail is of this kind.
    pub consider: fn(&Arrival<'_>) -> Option<Decision>,
}

/// In the order in which they are asked.
pub const ALL: &[Kind] = &[
    Kind { name: "own", consider: automatic::own },
    Kind { name: "unsendable", consider: automatic::without_one_sender },
    // Before the commands: “1, 2, 5-9” is none, in answer to who came.
    Kind { name: "attendance", consider: attendance::consider },
    // Before the commands: “Scores attached” is none.
    Kind { name: "scores", consider: scores::consider },
    Kind { name: "command", consider: command::consider },
    // Before the forms: who withdraws and encloses a letter about it has not forgotten the form.
    Kind { name: "withdrawal", consider: withdrawal::consider },
    Kind { name: "rsvp", consider: rsvp::consider },
    Kind { name: "portrait", consider: portrait::consider },
    // A school's answer to our question for its order number.
    Kind { name: "order number", consider: order_number::consider },
    Kind { name: "answer about money", consider: account::answer },
    // Before the forms and the enquiries: a holder's answer to our letter about a project.
    Kind { name: "report", consider: report::consider },
    // Before days are read in them: “yes, from 6 May” answers a proposal.
    Kind { name: "answer about a deployment", consider: deployment::answer },
    // Before whatever else a date could mean: answers to our letters about days worked.
    Kind { name: "answer about visits", consider: visits::answer },
    Kind { name: "evaluation", consider: evaluation::consider },
    // Our form for asking for support looks a little like an application.
    Kind { name: "request for support on its form", consider: deployment::request_on_form },
    Kind { name: "reference", consider: reference::consider },
    Kind { name: "referee's address", consider: reference::corrected },
    Kind { name: "register change", consider: register_change::consider },
    // After those who resign or move "on Tuesday".
    Kind { name: "visit log", consider: visits::log },
    Kind { name: "application", consider: application::consider },
    Kind { name: "automatic", consider: automatic::consider },
    Kind { name: "remark about a deployment", consider: deployment::remark },
    // Before the enquiries: who asks what support there is does not wish to apply.
    Kind { name: "request for support", consider: deployment::request },
    Kind { name: "remark about money", consider: account::remark },
    Kind { name: "enquiry", consider: enquiry::consider },
    Kind { name: "perhaps a request for support", consider: deployment::perhaps_a_request },
    Kind { name: "other", consider: other::consider },
];

impl<'a> Prepared<'a> {
    pub fn new(message: MessageNo, received_at: Timestamp, reading: &'a Reading, config: &'a Config) -> Self {
        let mail = &reading.mail;
        let own = mail.from.iter().any(|person| person.address == config.clerk.alliance.email);
        Self {
            message,
            received_at,
            reading,
            config,
            forms: found::forms(reading, config),
            reply: crate::understand::quotes::reply(&mail.text),
            automatic: machine::of(mail),
            own,
            vocabulary: vec![],
        }
    }

    /// The one sender; a mail with none or several never gets as far as a rule that asks.
    pub fn sender(&self) -> Option<&EmailAddress> {
        self.reading.mail.sender().map(|person| &person.address)
    }

    pub fn sender_name(&self) -> &str {
        self.reading.mail.sender().map_or("", |person| person.name.as_str())
    }

    /// Whether the mail may be answered at all (RFC 3834 §2).
    pub fn may_answer(&self) -> bool {
        self.automatic.is_none() && !self.own && self.sender().is_some()
    }

    /// Whether our own server says that the mail does not come from whom it names: what it asks is never simply done.
    pub fn denied(&self) -> bool {
        let policy = &self.config.clerk.mailbox;
        policy.trust == Trust::Server
            && self.sender().is_some_and(|sender| {
                authenticity::refuted(&self.reading.mail.authentication, &policy.authserv_id, sender)
            })
    }

    pub fn thread(&self) -> Thread {
        let mail = &self.reading.mail;
        Thread { message_id: mail.message_id.clone(), references: mail.references.clone() }
    }

    /// Case numbers that the subject or the new words name.
    pub fn cases_named(&self) -> Vec<CaseId> {
        let text = format!("{} {}", self.reading.mail.subject, self.reply);
        let mut cases: Vec<CaseId> = text
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .filter(|word| word.matches('-').count() == 2)
            .filter_map(|word| CaseId::parse(word.trim_matches('-')).ok())
            .take(20)
            .collect();
        cases.dedup();
        cases
    }

    /// Reply tokens beside case numbers, wherever they stand: `SLE-2027-0014 · 7KQ2-M9XD`, in what is quoted too.
    fn tokens_shown(&self) -> Vec<(CaseId, String)> {
        let text = format!("{} {}", self.reading.mail.subject, self.reading.mail.text);
        let words: Vec<&str> = text
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .map(|word| word.trim_matches('-'))
            .filter(|word| !word.is_empty())
            .collect();
        let is_token = |word: &str| word.len() == 9 && word.get(4..5) == Some("-") && word.matches('-').count() == 1;
        let mut shown = vec![];
        for pair in words.windows(2) {
            if let [case, token] = pair
                && is_token(token)
                && let Ok(case) = CaseId::parse(case)
            {
                shown.push((case, (*token).to_owned()));
            }
        }
        shown.sort();
        shown.dedup();
        shown.truncate(20);
        shown
    }

    /// What the record should be asked about this mail.
    pub fn lookup(&self) -> Lookup {
        let mut addresses: Vec<EmailAddress> = self.sender().cloned().into_iter().collect();
        let mut names = vec![];
        let mut numbers = vec![];
        for found in &self.forms {
            addresses.extend(found.email.clone());
            names.push(found.name.to_lowercase());
        }
        for programme in self.config.programmes.values() {
            numbers.push((programme.case_prefix.clone(), programme.window.zone.date(self.received_at).year()));
        }
        addresses.dedup();
        let mut lookup = Lookup {
            sender: self.sender().cloned(),
            addresses,
            names,
            cases: self.cases_named().into_iter().chain(rsvp::cases(self)).chain(scores::cases(self)).collect(),
            answers: self
                .reading
                .mail
                .answers()
                .chain(self.reading.mail.signals.quoted_ids.iter().map(String::as_str))
                .map(str::to_owned)
                .take(60)
                .collect(),
            numbers,
            referees: self.sender().cloned().into_iter().collect(),
            tokens: self.tokens_shown(),
            ..Lookup::default()
        };
        deployment::lookup(self, &mut lookup);
        lookup
    }
}

/// What follows from a mail. Every mail leads to something.
pub fn decide(arrival: &Arrival<'_>) -> Decision {
    let decision = ALL.iter().find_map(|kind| (kind.consider)(arrival));
    let mut decision = decision.unwrap_or_default();
    // Silence before go-live (invariant 10) is the store's to keep: it holds the letters, and the record stays whole.
    if !arrival.facts.is_live(arrival.mail.received_at) && !decision.letters.is_empty() {
        decision.because("The clerk had not gone live when this was received: its letters are held.");
    }
    decision
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_names_of_their_own_and_the_last_knows_every_mail() {
        let names: std::collections::BTreeSet<_> = ALL.iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), ALL.len());
        assert_eq!(ALL.last().map(|kind| kind.name), Some("other"));
    }
}
