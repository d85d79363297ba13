//! Pen portraits for the booklet: the short form, or the answers in the mail itself.
//!
//! One counts when it comes from the address in the register and answers our letter, or is our own form. From any other
//! address a person looks first. Whether it may be printed is its writer's to say: without a yes nothing is, and the
//! missing answer is asked for once.

mod read;

use super::Arrival;
use super::reference::words::yes_or_no;
use crate::config::Programme;
use crate::decision::{Decision, MailKind};
use crate::domain::CaseId;
use crate::domain::change::{Change, RegisterChange};
use crate::domain::facts::SentLetter;
use crate::domain::register::Designation;
use crate::domain::schools::folded;
use crate::letters::portrait::consent::{KIND as CONSENT, PortraitConsent};
use crate::letters::portrait::thanks::KIND as THANKS;
use crate::letters::portrait::{Came, chaser, request, thanks};
use crate::letters::{Draft, ProgrammeWords, greeting};
use read::Found;
use serde_json::json;

/// Somebody whose portrait a mail may be.
struct Candidate<'a> {
    entry: &'a Designation,
    number: &'a CaseId,
    programme: &'a Programme,
    /// The letter of ours that it answers.
    answers: Option<&'a SentLetter>,
    /// It comes from the address in the register.
    own: bool,
}

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    if !mail.may_answer() || mail.forms.iter().any(|form| form.reading.marked) {
        return None;
    }
    let candidates = candidates(arrival);
    let answered: Vec<&Candidate<'_>> = candidates.iter().filter(|c| c.answers.is_some()).collect();
    // A reply to our letter is about one; our own form may come by itself.
    if let [candidate] = answered.as_slice() {
        return Some(match read::of_mail(mail, candidate.programme, true) {
            Some(found) => take(arrival, candidate, found),
            None => in_words(arrival, candidate),
        });
    }
    let own: Vec<&Candidate<'_>> = candidates.iter().filter(|c| c.own).collect();
    let awaited: Vec<&Candidate<'_>> = own.iter().copied().filter(|c| c.entry.portrait.is_awaited()).collect();
    let meant = match (own.as_slice(), awaited.as_slice()) {
        ([only], _) | (_, [only]) => only,
        ([first, ..], _) => first,
        ([], _) => return None,
    };
    let found = read::of_mail(mail, meant.programme, false)?;
    if own.len() > 1 && awaited.len() != 1 {
        return Some(which(arrival, &own));
    }
    Some(take(arrival, meant, found))
}

/// Entries that a mail may be about: those of its sender, and those whose letters it answers.
fn candidates<'a>(arrival: &Arrival<'a>) -> Vec<Candidate<'a>> {
    let mail = arrival.mail;
    let asking = [request::KIND.name, chaser::KIND.name, CONSENT.name, THANKS.name];
    let candidate = |entry: &'a Designation| {
        let programme = mail.config.programme(&entry.programme)?;
        let number = entry.number.as_ref()?;
        let about =
            |letter: &&SentLetter| asking.contains(&letter.letter.as_str()) && letter.case.as_ref() == Some(number);
        let answers = arrival.facts.answered.iter().find(about);
        let own = mail.sender() == Some(&entry.email);
        let meant = programme.portrait_form.is_some() && !entry.status.is_end() && (own || answers.is_some());
        meant.then_some(Candidate { entry, number, programme, answers, own })
    };
    arrival.facts.register.iter().filter_map(candidate).collect()
}

fn of(candidate: &Candidate<'_>) -> Decision {
    let mut decision = Decision::new(MailKind::Portrait);
    decision.case = Some(candidate.number.clone());
    decision
}

fn person(candidate: &Candidate<'_>) -> String {
    format!("{} ({})", candidate.entry.name, candidate.number)
}

/// A portrait that has come, or an answer to whether it may be printed.
fn take(arrival: &Arrival<'_>, candidate: &Candidate<'_>, found: Found) -> Decision {
    let mail = arrival.mail;
    let Candidate { entry, number, programme, .. } = candidate;
    let mut decision = of(candidate);
    decision.facts = json!({ "words": found.words.split_whitespace().count(), "consent": found.consent });
    // Whoever has agreed and sends other words in answer to our letter has agreed to those.
    let earlier = entry.portrait.consent.filter(|_| candidate.answers.is_some() && !found.words.is_empty());
    let consent = found.consent.or(earlier);
    let words = if found.words.is_empty() { entry.portrait.words.clone() } else { found.words.clone() };
    if let Some(doubt) = doubt(arrival, candidate) {
        decision.because(format!("It looks like a pen portrait, and {doubt}: a person looks."));
        let question = format!(
            "A pen portrait of {} has come, and {doubt}. Is it theirs? It reads: “{}”{}",
            person(candidate),
            shortened(&words),
            match consent {
                Some(true) => " They agree to its being printed.",
                Some(false) => " They do not agree to its being printed.",
                None => " It does not say whether it may be printed.",
            }
        );
        let mut review = Decision::question(key(candidate, arrival), question, Some(number));
        if consent == Some(true) {
            review = review.may("accept", format!("portrait {number} yes: {}", one_line(&words)));
        }
        decision.put(review);
        return decision;
    }
    if words.is_empty() && consent != Some(false) {
        decision.because("It answers our letter about the portrait, and there are no words in it: a person looks.");
        ask(arrival, candidate, "sent back the form for the pen portrait without words in it", &mut decision);
        return decision;
    }
    let same = words == entry.portrait.words && consent == entry.portrait.consent;
    if same && arrival.repeats(&THANKS, number) {
        decision.because("The same portrait has been answered twice today already: nothing follows.");
        return decision;
    }
    decision.because(match consent {
        Some(true) => "The pen portrait has come from the address in the register; it may be printed.",
        Some(false) => "The pen portrait has come from the address in the register; it must not be printed.",
        None => "The pen portrait has come without an answer to whether it may be printed: it is asked for once.",
    });
    decision.changes.push(Change::Register(RegisterChange::PortraitCame {
        entry: (*number).clone(),
        words: words.clone(),
        role: found.role.clone(),
        consent,
        message: Some(mail.message),
        at: mail.received_at,
    }));
    if !found.telephone.is_empty() && found.telephone != entry.telephone {
        decision.changes.push(Change::Register(RegisterChange::TelephoneSet {
            entry: (*number).clone(),
            telephone: found.telephone.clone(),
        }));
    }
    let letter = match consent {
        Some(consent) => {
            let purpose = format!("portrait-thanks:{number}:message:{}", mail.message);
            thanks(programme, entry, number, Came { words: &words, role: &found.role, consent }, purpose)
        }
        None => {
            let asked = entry.portrait.asked_at.map_or(0, jiff::Timestamp::as_second);
            let letter = PortraitConsent {
                name: greeting(&entry.name),
                programme: ProgrammeWords::of(programme),
                number: number.to_string(),
                words: words.clone(),
            };
            let purpose = format!("portrait-consent:{number}:{asked}");
            Draft::new(&letter, entry.email.clone(), &entry.name, purpose).about(number)
        }
    };
    decision.letters.push(letter.answering(mail.thread()));
    differs(arrival, candidate, &found, &mut decision);
    decision
}

/// The form names another school, or other areas, than the register: a person puts one of them right.
fn differs(arrival: &Arrival<'_>, candidate: &Candidate<'_>, found: &Found, decision: &mut Decision) {
    let Candidate { entry, number, programme, .. } = candidate;
    let school = !found.school.is_empty() && folded(&found.school) != folded(&entry.school);
    let given = programme.areas(&found.specialisms);
    let known: Vec<String> = entry.specialisms().map(|area| programme.area(area)).collect();
    let areas = !given.is_empty() && (given.len() != known.len() || given.iter().any(|area| !known.contains(area)));
    if !school && !areas {
        return;
    }
    let mut told = vec![];
    if school {
        told.push(format!("the school as {} (register: {})", found.school, entry.school));
    }
    if areas {
        told.push(format!("the areas of expertise as {} (register: {})", given.join("; "), known.join("; ")));
    }
    let question =
        format!("{} gives {} in the pen portrait. Should the register follow?", person(candidate), told.join(", and "));
    let mut review =
        Decision::question(format!("portrait-differs:{number}:{}", arrival.mail.message), question, Some(number));
    if school {
        review =
            review.may("moved", format!("moved {number} to {} because they gave it in their portrait", found.school));
    }
    if areas {
        review = review.may("specialism", format!("specialism {number} {}", given.join("; ")));
    }
    decision.put(review);
}

/// Why a portrait is not simply taken.
fn doubt(arrival: &Arrival<'_>, candidate: &Candidate<'_>) -> Option<String> {
    if arrival.mail.denied() {
        return Some("our own mail server says that its sender is forged".to_owned());
    }
    let from = arrival.mail.sender().map(ToString::to_string).unwrap_or_default();
    (!candidate.own).then(|| format!("it comes from {from}, which is not the address in the register"))
}

/// A reply to our letter with no answers beneath the questions: a yes or no to the one question that stands alone, or
/// something for a person.
fn in_words(arrival: &Arrival<'_>, candidate: &Candidate<'_>) -> Decision {
    let mail = arrival.mail;
    let alone = candidate.answers.is_some_and(|letter| letter.letter == CONSENT.name);
    let consent = yes_or_no(&mail.reply).filter(|_| alone && !candidate.entry.portrait.words.is_empty());
    if let Some(consent) = consent {
        let found = Found { consent: Some(consent), ..Found::default() };
        return take(arrival, candidate, found);
    }
    let mut decision = of(candidate);
    decision.because("It answers our letter about the portrait in words of its own: a person reads it.");
    ask(arrival, candidate, "answered our letter about the pen portrait in words of their own", &mut decision);
    decision
}

/// One question to the coordinators, which may be answered with the words themselves.
fn ask(arrival: &Arrival<'_>, candidate: &Candidate<'_>, what: &str, decision: &mut Decision) {
    let said = shortened(&arrival.mail.reply);
    let said = if said.is_empty() { String::new() } else { format!(": “{said}”") };
    let number = candidate.number;
    let question = format!(
        "{} {what}{said}. Please answer them; “portrait {number} yes: …” enters their words, “portrait {number} no” leaves them out.",
        person(candidate)
    );
    let review = Decision::question(key(candidate, arrival), question, Some(number));
    decision.put(review.may("no", format!("portrait {number} no")));
}

/// Somebody of several programmes sent one form, which does not say for which.
fn which(arrival: &Arrival<'_>, own: &[&Candidate<'_>]) -> Decision {
    let mut decision = Decision::new(MailKind::Portrait);
    decision.because("Its sender has several entries in the register, and it does not say which is meant.");
    let entries: Vec<String> = own.iter().map(|c| format!("{} ({})", c.number, c.programme.short_name)).collect();
    let name = own.first().map(|c| c.entry.name.clone()).unwrap_or_default();
    let question = format!("{name} sent a pen portrait. For which of {} is it?", entries.join(", "));
    decision.ask(format!("portrait-whose:{}", arrival.mail.message), question, None);
    decision
}

fn key(candidate: &Candidate<'_>, arrival: &Arrival<'_>) -> String {
    format!("portrait:{}:{}", candidate.number, arrival.mail.message)
}

/// In one line, and without the mark that would stand for something to be filled in.
fn one_line(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_end_matches(['…', ' ']).to_owned()
}

fn shortened(words: &str) -> String {
    const LONGEST: usize = 300;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{} …", line.get(..at).unwrap_or_default().trim_end()),
        None => line,
    }
}
