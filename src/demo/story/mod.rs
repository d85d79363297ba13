//! What happens in the demonstration, and when: an academic year, one file for each part of it.

mod autumn;
mod mail;
mod round;
mod summer;
mod work;

use super::people::Applicant;
use jiff::civil::{DateTime, date};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The name by which the alliance's own mail server signs.
pub const SERVER: &str = "mx.harbour-alliance.example";

/// One thing that happens.
pub struct Beat {
    /// On London's wall clock; for a mail, our server's stamp.
    pub at: DateTime,
    pub title: &'static str,
    pub event: Event,
    /// How long after it the clerk looks.
    pub read_after_seconds: i64,
}

pub enum Event {
    Command(String),
    Mail(Mail),
    /// The program itself is called, as somebody at the machine would: its words, and a file that is laid ready for it.
    Program {
        words: Vec<String>,
        file: Option<(&'static str, Cow<'static, str>)>,
    },
    /// Several commands, one after the other: told as one moment.
    Commands(Vec<String>),
    /// Several mails within a minute: told as one moment.
    Mails(Vec<Mail>),
    /// The bank's statement: most of what is open has been paid, something in part, the last not at all.
    Bank,
}

/// A mail that somebody writes.
#[derive(Clone)]
pub struct Mail {
    pub from_name: String,
    pub from: String,
    pub subject: String,
    pub body: String,
    pub automatic: bool,
    pub enclosed: Enclosed,
    /// The letter that it answers: its kind. The latest of that kind to this sender is meant.
    pub answering: Option<&'static str>,
}

#[derive(Clone)]
pub enum Enclosed {
    Nothing,
    /// The application form of a programme, completed.
    Form(&'static str, BTreeMap<String, String>),
    /// The short form for SLE referees.
    Reference(&'static str),
    Photograph,
    /// A page of text as PDF: its name, and what it says.
    Pdf(&'static str, &'static str),
}

/// Stands in a mail for the one-time code that the latest answer to its sender gave.
pub const CODE: &str = "CODE";

/// In the autumn of 2026.
fn autumn(day: i8, month: i8, hour: i8, minute: i8, second: i8) -> DateTime {
    date(2026, month, day).at(hour, minute, second, 0)
}

fn at(day: i8, month: i8, hour: i8, minute: i8, second: i8) -> DateTime {
    date(2027, month, day).at(hour, minute, second, 0)
}

fn command(at: DateTime, title: &'static str, line: &str) -> Beat {
    Beat { at, title, event: Event::Command(line.to_owned()), read_after_seconds: 60 }
}

fn mail(at: DateTime, title: &'static str, mail: Mail) -> Beat {
    Beat { at, title, event: Event::Mail(mail), read_after_seconds: 60 }
}

fn program(at: DateTime, title: &'static str, words: &[&str], file: Option<(&'static str, &'static str)>) -> Beat {
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    let file = file.map(|(name, text)| (name, Cow::Borrowed(text)));
    Beat { at, title, event: Event::Program { words, file }, read_after_seconds: 60 }
}

/// The coordinator, as a sender.
const RUTH: (&str, &str) = ("Ruth Adeyemi", "ruth.adeyemi@harbour-alliance.example");

/// A reply, in a few words.
fn reply(from: (&str, &str), answering: &'static str, subject: &str, body: &str) -> Mail {
    Mail {
        from_name: from.0.to_owned(),
        from: from.1.to_owned(),
        subject: format!("Re: {subject}"),
        body: body.to_owned(),
        automatic: false,
        enclosed: Enclosed::Nothing,
        answering: Some(answering),
    }
}

fn form_of(who: &Applicant, answers: BTreeMap<String, String>, subject: &str, body: &str) -> Mail {
    Mail {
        from_name: who.name.to_owned(),
        from: who.email.to_owned(),
        subject: subject.to_owned(),
        body: body.to_owned(),
        automatic: false,
        enclosed: Enclosed::Form("sle", answers),
        answering: None,
    }
}

/// An application that differs from all others by its number.
pub fn application_of(answers: BTreeMap<String, String>, n: usize) -> Mail {
    Mail {
        from_name: format!("Teacher {n}"),
        from: format!("teacher{n}@school{n}.example"),
        subject: format!("SLE application {n}"),
        body: "Please find my application attached.".to_owned(),
        automatic: false,
        enclosed: Enclosed::Form("sle", answers),
        answering: None,
    }
}

/// The academic year 2026–27, in the order of its moments.
pub fn beats() -> Vec<Beat> {
    let mut beats: Vec<Beat> =
        [autumn::beats(), round::beats(), summer::beats(), work::beats()].into_iter().flatten().collect();
    beats.sort_by_key(|beat| beat.at);
    beats
}
