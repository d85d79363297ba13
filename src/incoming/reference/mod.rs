//! References: a referee's reply to our request, or the whole form completed and sent on.
//!
//! A reference counts by itself only when it fits: it comes from the address that was asked, answers our letter or names
//! its applicant in a document, came in time, and is a plain yes. Everything else is kept and waits for a person, with one
//! clear question. Nothing of it is ever shown to the applicant (invariants 4 and 6).

pub mod ask;
mod address;
mod file;
pub mod read;
pub mod words;

use super::Arrival;
use crate::config::{Programme, Referees};
use crate::decision::{Decision, MailKind};
use crate::domain::EmailAddress;
use crate::domain::application::Application;
use crate::domain::facts::SentLetter;
use crate::domain::reference::Progress;
use crate::domain::window::Window;
pub use address::{bounced, corrected};
pub use file::{arrived_letter, of_whole_form};
use read::Came;
use serde_json::{Value, json};

/// Letters that ask for a reference: a reply to one of them names its case.
const ASKING: [&str; 4] = ["reference-request", "reference-chaser", "reference-in-form", "reference-thanks"];

/// How a mail's sender is related to whom we asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sender {
    /// The very address that was asked, or that the applicant gave.
    Asked,
    /// Another address of the same school.
    SameSchool,
    /// The applicant's own.
    Applicant,
    /// A domain that looks like the school's and is not.
    LookAlike,
    Stranger,
}

/// A reference that a mail may be.
pub(super) struct Candidate<'a> {
    pub application: &'a Application,
    pub programme: &'a Programme,
    pub window: &'a Window,
    pub referees: &'a Referees,
    /// Whom we asked, or would ask.
    pub asked: EmailAddress,
    pub sender: Sender,
    /// It answers a letter of ours to that address, or shows its token.
    pub proven: bool,
}

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    if mail.automatic.is_some() {
        return None;
    }
    let candidates: Vec<Candidate<'_>> =
        candidates(arrival).into_iter().filter(|c| c.proven || c.sender == Sender::Asked).collect();
    if let Some(withdrawn) = answers_withdrawn(arrival, &candidates) {
        return Some(withdrawn);
    }
    if candidates.is_empty() {
        return unplaced(arrival);
    }
    let Some(chosen) = choose(arrival, &candidates) else { return several(arrival, &candidates) };
    match read::of_mail(mail, chosen.programme, chosen.referees) {
        Some(found) => Some(file::file(arrival, chosen, &candidates, found)),
        // Nothing that could be a reference: only a reply to our letter is about one.
        None if chosen.proven && chosen.sender != Sender::Applicant => Some(file::unclear(arrival, chosen)),
        None => None,
    }
}

/// A referee's reply that has crossed a withdrawal: it is about nobody else, and nothing follows from it.
fn answers_withdrawn(arrival: &Arrival<'_>, candidates: &[Candidate<'_>]) -> Option<Decision> {
    let about = |candidate: &Candidate<'_>| {
        candidate.proven
            || applicant_named(arrival, candidate).is_some_and(|name| name == folded(&candidate.application.name))
    };
    if candidates.iter().any(about) {
        return None;
    }
    let asked = |letter: &&SentLetter| ASKING.contains(&letter.letter.as_str());
    let cases = arrival.facts.answered.iter().filter(asked).filter_map(|letter| letter.case.as_ref());
    let withdrawn = cases.filter_map(|case| arrival.facts.application(case)).find(|a| a.withdrawn.is_some())?;
    let mut decision = Decision::new(MailKind::Reference);
    decision.case = Some(withdrawn.case.clone());
    decision.facts = json!({ "supports": Value::Null, "capacity": Value::Null });
    decision
        .because("It answers our request about an application that has been withdrawn: nothing is needed any more.");
    Some(decision)
}

/// Every reference of every application that the mail may be about.
fn candidates<'a>(arrival: &Arrival<'a>) -> Vec<Candidate<'a>> {
    let mail = arrival.mail;
    let Some(sender) = mail.sender() else { return vec![] };
    let mut out = vec![];
    for application in arrival.facts.applications.iter().filter(|a| a.withdrawn.is_none()) {
        let (Some(programme), Some(window)) =
            (mail.config.programme(&application.programme), arrival.facts.window_of(application))
        else {
            continue;
        };
        for referees in &programme.references {
            let kind = referees.kind();
            let requests: Vec<&EmailAddress> =
                application.requests.iter().filter(|r| r.kind == kind).map(|r| &r.email).collect();
            let named = ask::named(programme, application, Some(window), kind).map(|(_, email)| email);
            let Some(asked) = application.request(kind).map(|r| r.email.clone()).or_else(|| named.clone()) else {
                continue;
            };
            let ours = |address: &EmailAddress| requests.contains(&address);
            let answers = arrival.facts.answered.iter().any(|letter| {
                ASKING.contains(&letter.letter.as_str())
                    && letter.case.as_ref() == Some(&application.case)
                    && ours(&letter.to)
            });
            let shows_token =
                arrival.facts.proven.iter().any(|(case, reader)| *case == application.case && ours(reader));
            let relation = if application.belongs_to(sender) {
                Sender::Applicant
            } else if asked == *sender || named.as_ref() == Some(sender) {
                Sender::Asked
            } else if same_school(sender, &asked) {
                Sender::SameSchool
            } else if looks_alike(sender.domain(), asked.domain()) {
                Sender::LookAlike
            } else {
                Sender::Stranger
            };
            let proven = answers || shows_token;
            out.push(Candidate { application, programme, window, referees, asked, sender: relation, proven });
        }
    }
    out
}

/// Providers at which anybody may have an address: it says nothing about a school.
const FREE_MAIL: [&str; 20] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.co.uk",
    "outlook.com",
    "live.com",
    "live.co.uk",
    "msn.com",
    "yahoo.com",
    "yahoo.co.uk",
    "ymail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "btinternet.com",
    "sky.com",
    "talktalk.net",
    "proton.me",
    "gmx.com",
];

pub(super) fn is_free_mail(address: &EmailAddress) -> bool {
    let domain = address.domain().to_lowercase();
    FREE_MAIL.contains(&domain.as_str()) || domain.starts_with("freemail.")
}

fn same_school(one: &EmailAddress, other: &EmailAddress) -> bool {
    one.domain().eq_ignore_ascii_case(other.domain()) && !is_free_mail(one)
}

/// `hazelbank-school.example` for `hazelbankschool.example`, `hazelbamk.example` for `hazelbank.example`.
fn looks_alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one != other && (strsim::damerau_levenshtein(&one, &other) <= 2 || unmarked(&one) == unmarked(&other))
}

/// A domain without hyphens and with the letters that are taken for others made one.
fn unmarked(domain: &str) -> String {
    domain
        .chars()
        .filter(|c| *c != '-')
        .map(|c| match c {
            '0' => 'o',
            '1' | 'i' => 'l',
            other => other,
        })
        .collect()
}

fn folded(name: &str) -> String {
    name.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whom a document in the mail says that it is about.
pub(super) fn applicant_named(arrival: &Arrival<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let found = read::of_mail(arrival.mail, candidate.programme, candidate.referees)?;
    let by_document = matches!(found.came, Came::WholeForm | Came::ShortForm) && !found.applicant.is_empty();
    by_document.then(|| folded(&found.applicant))
}

/// The one that it is about: named by a document, by the letter it answers, by the words, or the only one there is.
fn choose<'a, 'c>(arrival: &Arrival<'a>, candidates: &'c [Candidate<'a>]) -> Option<&'c Candidate<'a>> {
    let only = |mut found: Vec<&'c Candidate<'a>>| {
        let first = found.pop();
        first.filter(|_| found.is_empty())
    };
    let by_document: Vec<&Candidate<'_>> = candidates
        .iter()
        .filter(|c| applicant_named(arrival, c).is_some_and(|name| name == folded(&c.application.name)))
        .collect();
    // Two applicants of one name: the letter it answers tells them apart.
    let proven = |list: Vec<&'c Candidate<'a>>| {
        let proven: Vec<&Candidate<'_>> = list.iter().copied().filter(|c| c.proven).collect();
        if proven.is_empty() { list } else { proven }
    };
    if !by_document.is_empty() {
        return only(proven(by_document));
    }
    let answered: Vec<&Candidate<'_>> = candidates.iter().filter(|c| c.proven).collect();
    if !answered.is_empty() {
        return only(answered);
    }
    let text = format!(" {} ", folded(&format!("{} {}", arrival.mail.reading.mail.subject, arrival.mail.reply)));
    let cases = arrival.mail.cases_named();
    let by_words: Vec<&Candidate<'_>> = candidates
        .iter()
        .filter(|c| cases.contains(&c.application.case) || text.contains(&format!(" {} ", folded(&c.application.name))))
        .collect();
    if !by_words.is_empty() {
        return only(by_words);
    }
    let open: Vec<&Candidate<'_>> =
        candidates.iter().filter(|c| c.application.progress(c.referees.kind()) != Progress::Received).collect();
    only(open)
}

/// Something that reads like a reference from somebody whom nobody was going to ask: a person looks whose it is.
fn unplaced(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    // Whoever sends an application form applies; most mail is that, and is not read twice.
    if !mail.forms.is_empty() {
        return None;
    }
    let speaks_of_one = format!(" {} ", folded(&mail.reading.mail.subject)).contains(" reference ");
    // Applicants write about their references too.
    if mail.sender().is_some_and(|sender| arrival.facts.applications.iter().any(|a| a.belongs_to(sender))) {
        return None;
    }
    let found = mail.config.programmes.values().find_map(|programme| {
        programme.references.iter().find_map(|referees| read::of_mail(mail, programme, referees))
    })?;
    // A whole application form is read as an application.
    let is_one = match found.came {
        Came::ShortForm => found.supports.is_some(),
        Came::Lines | Came::Words => speaks_of_one && found.supports.is_some(),
        Came::WholeForm => false,
    };
    if !is_one {
        return None;
    }
    let mut decision = Decision::new(MailKind::Reference);
    decision.facts = file::facts_of(&found, &[]);
    decision.because("It reads like a reference, and nobody at this address was asked for one: a person looks.");
    let sender = mail.sender().map(ToString::to_string).unwrap_or_default();
    let about = if found.applicant.is_empty() { String::new() } else { format!(" for {}", found.applicant) };
    let question =
        format!("{sender} sent what reads like a reference{about}, and I have asked nobody there. Whose is it?");
    decision.ask(format!("reference-unplaced:{}", mail.message), question, None);
    Some(decision)
}

/// A referee of several applicants wrote, and it cannot be told about whom.
fn several(arrival: &Arrival<'_>, candidates: &[Candidate<'_>]) -> Option<Decision> {
    let mail = arrival.mail;
    let says_something = candidates.iter().any(|c| read::of_mail(mail, c.programme, c.referees).is_some())
        || mail.reading.mail.is_reply();
    let open: Vec<&Candidate<'_>> =
        candidates.iter().filter(|c| c.application.progress(c.referees.kind()) != Progress::Received).collect();
    if !says_something || open.is_empty() {
        return None;
    }
    let mut decision = Decision::new(MailKind::Reference);
    decision.facts = json!({ "supports": Value::Null, "capacity": Value::Null });
    let names: Vec<String> = open.iter().map(|c| format!("{} ({})", c.application.name, c.application.case)).collect();
    let sender = mail.sender().map(ToString::to_string).unwrap_or_default();
    decision.because("A referee of several applicants wrote, and it does not say about whom: a person looks.");
    let question = format!("{sender} wrote about a reference. For whom is it: {}? Please ask them.", names.join(", "));
    decision.ask(format!("reference-whose:{}", mail.message), question, None);
    Some(decision)
}
