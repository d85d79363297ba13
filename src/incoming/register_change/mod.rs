//! A designated person writes that something has changed: they resign, have moved, are on leave, are back, have another
//! address. Nothing is decided here: a coordinator is asked, with the commands that would do what was written.

mod words;

use super::Arrival;
use crate::decision::{Decision, MailKind, Review};
use crate::domain::CaseId;
use crate::domain::register::{Designation, Status};
use crate::incoming::quoted::in_short;
use crate::letters::register::moved_head;
use serde_json::json;
use words::Wish;

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if !mail.may_answer() || !mail.forms.is_empty() {
        return None;
    }
    if let Some(decision) = of_headteacher(arrival) {
        return Some(decision);
    }
    let own: Vec<(&Designation, &CaseId)> = arrival
        .facts
        .register
        .iter()
        .filter(|entry| entry.email == *sender && !entry.status.is_end())
        .filter_map(|entry| Some((entry, entry.number.as_ref()?)))
        .collect();
    let (first, number) = *own.first()?;
    let wishes = words::read(&mail.reading.mail.subject, &mail.reply);
    if wishes.is_empty() {
        return None;
    }
    let mut decision = Decision::new(MailKind::RegisterChange);
    decision.case = Some(number.clone());
    decision.facts = json!({ "wishes": wishes.iter().map(Wish::name).collect::<Vec<_>>() });
    decision.because("A designated person writes of a change: nothing is changed, a person looks.");
    let means: Vec<String> = wishes.iter().map(Wish::in_words).collect();
    let doubt = if mail.denied() { " But our mail server doubts that the mail is theirs." } else { "" };
    let numbers: Vec<String> = own.iter().map(|(_, number)| number.to_string()).collect();
    let question = format!(
        "{} ({}) seems to {}: “{}”{doubt} Nothing has been changed.",
        first.name,
        numbers.join(", "),
        means.join(", and to "),
        in_short(&mail.reply)
    );
    let mut review = Decision::question(format!("register-change:{number}:{}", mail.message), question, Some(number));
    for (entry, number) in &own {
        let lead = if own.len() == 1 { String::new() } else { format!("{number} ") };
        for wish in &wishes {
            review = with_actions(review, wish, entry, number, &lead);
        }
    }
    decision.put(review);
    Some(decision)
}

/// The commands that would do what was written.
fn with_actions(review: Review, wish: &Wish, entry: &Designation, number: &CaseId, lead: &str) -> Review {
    let because = "because they wrote so";
    let verb = |word: &str| format!("{lead}{word}");
    match wish {
        Wish::Resign { on: Some(on) } => review
            .may(&verb("resign"), format!("resign {number} on {on} {because}"))
            .may(&verb("resign now"), format!("resign {number} {because}")),
        Wish::Resign { on: None } => review.may(&verb("resign"), format!("resign {number} {because}")),
        Wish::Move { school: Some(school) } => review
            .may(&verb("moved"), format!("moved {number} to {school} {because}"))
            .may(&verb("moved to"), format!("moved {number} to …")),
        Wish::Move { school: None } => review.may(&verb("moved to"), format!("moved {number} to …")),
        Wish::Pause => review.may(&verb("pause"), format!("pause {number} {because}")),
        Wish::Return if entry.status == Status::Active => review,
        Wish::Return => review.may(&verb("resume"), format!("resume {number} {because}")),
        Wish::Address { email: Some(email) } => review.may(&verb("address"), format!("address {number} {email}")),
        Wish::Address { email: None } => review.may(&verb("address"), format!("address {number} …")),
    }
}

/// The headteacher whom we asked to agree has answered: whether that is a yes, a person reads.
fn of_headteacher(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let letter = arrival.facts.answered.iter().find(|letter| letter.letter == moved_head::KIND.name)?;
    let number = letter.case.as_ref()?;
    let entry = arrival.facts.entry(number)?;
    let sender = mail.sender()?;
    let mut decision = Decision::new(MailKind::RegisterChange);
    decision.case = Some(number.clone());
    decision.because("It answers our letter to the new headteacher: whether the school agrees, a person reads.");
    let doubt = if *sender != letter.to {
        format!(" It comes from {sender}, and we had written to {}.", letter.to)
    } else if mail.denied() {
        " Our mail server doubts that the mail is theirs.".to_owned()
    } else {
        String::new()
    };
    let question = format!(
        "{} has answered whether {} agrees to the work of {} ({number}): “{}”{doubt} Does the school agree?",
        sender,
        entry.school,
        entry.name,
        in_short(&mail.reply)
    );
    let review = Decision::question(format!("register-change:{number}:{}", mail.message), question, Some(number));
    decision.put(
        review
            .may("resume", format!("resume {number} because the headteacher agrees"))
            .may("resign", format!("resign {number} because …"))
            .may("de-designate", format!("de-designate {number} because …")),
    );
    Some(decision)
}
