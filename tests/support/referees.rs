//! What referees send, and mail servers that send letters back.

use super::letters::Letter;
use super::mails;
use alliance_clerk::config::Config;
use alliance_clerk::forms::write::{self, Letterhead};
use std::collections::BTreeMap;

/// `supports = Yes; statement = …`
fn pairs(said: &str) -> BTreeMap<String, String> {
    let pairs = said.split(';').filter(|pair| !pair.trim().is_empty());
    pairs
        .map(|pair| pair.split_once('=').expect("field = value"))
        .map(|(id, value)| (id.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// The short form, completed.
pub fn short_form(config: &Config, said: &str) -> Vec<u8> {
    let programme = config.programmes.values().find(|p| p.id.as_str() == "sle").unwrap();
    let form = programme.references.first().and_then(|r| r.form.as_ref()).expect("a short form");
    let mut answers = BTreeMap::from(
        [
            ("supports", "Yes"),
            ("capacity", "Yes"),
            ("days_agreed", "10"),
            ("statement", "She has led mathematics across three schools."),
        ]
        .map(|(id, value)| (id.to_owned(), value.to_owned())),
    );
    answers.extend(pairs(said));
    answers.retain(|_, value| !value.is_empty());
    write::write(&form.definition, &Letterhead::default(), &answers).unwrap()
}

/// The application form of somebody, with the head's section completed.
pub fn whole_form(config: &Config, said: &str) -> Vec<u8> {
    let said = pairs(said);
    let name = said.get("name").cloned().unwrap_or_default();
    let email = said.get("email").cloned().unwrap_or_default();
    let mut answers = mails::complete_answers(&name, &email);
    answers.extend(
        [
            ("reference_name", "Owen Brooks"),
            ("supports", "Yes"),
            ("capacity", "Yes"),
            ("days_agreed", "10"),
            ("statement", "She has led mathematics across three schools."),
        ]
        .map(|(id, value)| (id.to_owned(), value.to_owned())),
    );
    answers.extend(said);
    answers.retain(|_, value| !value.is_empty());
    mails::filled_form(config, "sle", &answers)
}

/// A letter quoted back, with answers typed beneath its questions.
pub fn between_the_lines(letter: &Letter, answers: &[(&str, &str)]) -> String {
    let mut out = String::from("Answers below. Owen\n\nOn Wednesday, the alliance wrote:\n");
    for paragraph in letter.text.split("\n\n") {
        out.extend(paragraph.lines().map(|line| format!("> {line}\n")));
        out.push_str(">\n");
        let flowing = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        for (label, answer) in answers.iter().filter(|(label, _)| flowing.contains(label)) {
            assert!(!label.is_empty());
            out.push_str(&format!("\n{answer}\n\n"));
        }
    }
    out
}

/// The report of a mail server that could not deliver a letter (RFC 3464).
pub fn returned(letter: &Letter, action: &str, status: &str) -> Vec<u8> {
    format!(
        "From: Mail Delivery System <MAILER-DAEMON@mx.example>\nTo: sle@harbour-alliance.example\nSubject: Undelivered Mail\n\
         Return-Path: <>\nAuto-Submitted: auto-replied\nMessage-ID: <bounce-{}-{action}@mx.example>\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\n\
         Your letter to {} is {action}.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n\
         Final-Recipient: rfc822; {}\nAction: {action}\nStatus: {status}\n\n--b\nContent-Type: text/rfc822-headers\n\n\
         Message-ID: {}\nSubject: {}\n\n--b--\n",
        letter.id,
        letter.to,
        letter.to,
        letter.header("Message-ID"),
        "A letter"
    )
    .replace('\n', "\r\n")
    .into_bytes()
}
