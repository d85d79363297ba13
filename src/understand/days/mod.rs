//! Which days somebody says they worked, read from a line of mail: "I was at Oakfield on Tuesday", "12–14 Nov, half
//! day on the 14th", "3 hours on 3/11 after school".
//!
//! A text becomes words and marks (`tokens`), these become days, amounts, schools and signs (`items`), sentences give
//! each day its date (`sentences`) and say whether it was worked at all (`modes`), amounts and schools find their days
//! (`claims`), and the whole is added up (`worth`, `ledger`). Whatever is not plain becomes a question: nothing is guessed,
//! and the caller records nothing while one is open.
//!
//! [`read`] wants the sender's schools, in the order in which [`Visit::school`] counts them; of each the full name first
//! and then whatever else it is called. With one school it need not be named in the mail; with several it must be. A
//! day without an amount is a full day.
//!
//! - Questions open ([`Reading::is_ambiguous`]): send [`Reading::question`] and record nothing, neither visits nor
//!   [`Reading::not_worked`].
//! - None: record `visits`, each with the hours that it was rounded from ([`Visit::rounded_from`]), and echo them.
//! - In an answer to an echo a visit on a logged day replaces it, and a logged day in `not_worked` is taken back. A day
//!   in `not_worked` that was never logged is no more than chat.
//! - [`Reading::nothing_worked`] is a nil return, or an answer that only takes days back.

mod amounts;
mod atoms;
mod calendar;
mod claims;
mod clock;
mod groups;
mod items;
mod ledger;
mod modes;
mod own;
mod question;
mod schools;
mod sentences;
mod signs;
mod tokens;
mod wary;
mod words;
mod worth;

pub use question::{Length, Question};

use crate::domain::worked::HalfDays;
use jiff::civil::Date;
use std::ops::Range;

/// How the alliance turns hours into days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// A day's work in minutes: five hours.
    pub minutes_a_day: u32,
    /// Less than this is asked about, even where it would round to a half-day.
    pub shortest_visit: u32,
    /// Up to this long is a normal school day and counts as one day; longer is asked about.
    pub longest_day: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self { minutes_a_day: 300, shortest_visit: 60, longest_day: 450 }
    }
}

/// A school that the sender works at: its full name and what else it is called.
#[derive(Debug, Clone, Copy)]
pub struct School<'a> {
    pub names: &'a [String],
}

/// How the amount was said, for the echo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    /// No amount: a full day by policy.
    Plain,
    FullDay,
    HalfDay,
    Morning,
    Afternoon,
    /// Hours or times of day. `rounded` when they are not exactly half-days, `capped` when they are more than a day's
    /// hours and still one school day.
    Hours {
        minutes: u32,
        rounded: bool,
        capped: bool,
    },
}

/// One day at one school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub day: Date,
    pub half_days: HalfDays,
    /// Its place among the schools that were given.
    pub school: usize,
    pub how: Stated,
    /// Where in the text it is said.
    pub words: Range<usize>,
}

impl Visit {
    /// Where hours were given: the minutes that the half-days were rounded from.
    pub fn rounded_from(&self) -> Option<u32> {
        match self.how {
            Stated::Hours { minutes, .. } => Some(minutes),
            Stated::Plain | Stated::FullDay | Stated::HalfDay | Stated::Morning | Stated::Afternoon => None,
        }
    }
}

/// What a mail says about days worked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// By date and school. To be recorded only when nothing is to be asked.
    pub visits: Vec<Visit>,
    /// What is not plain, the most useful question first.
    pub questions: Vec<Question>,
    /// Days that it says plainly were not worked: "I wasn't there on Thursday", "please remove the 12th". In an answer to an
    /// echo these are to be taken back, where they are logged; in a first log they are no more than chat.
    pub not_worked: Vec<Date>,
    /// It says plainly that no day was worked.
    pub nothing_worked: bool,
    /// The schools' full names, for the question.
    schools: Vec<String>,
}

impl Reading {
    pub fn is_ambiguous(&self) -> bool {
        !self.questions.is_empty()
    }

    /// The one question to ask, if anything is not plain.
    pub fn question(&self) -> Option<String> {
        self.questions.first().map(|question| question.sentence(&self.schools))
    }
}

/// A longer text is no log of visits.
const LONGEST_TEXT: usize = 20_000;
/// Nor is one with more days.
const MOST_DAYS: usize = 60;
/// Nobody reads more questions; the first is asked.
const MOST_QUESTIONS: usize = 20;

/// Reads what the sender wrote, quotations and signature already left out, seen from the day it was received.
pub fn read(text: &str, received: Date, schools: &[School<'_>], policy: &Policy) -> Reading {
    let names = schools.iter().filter_map(|school| school.names.first().cloned()).collect();
    if text.len() > LONGEST_TEXT {
        return Reading { questions: vec![Question::TooMuch], schools: names, ..Reading::default() };
    }
    let own = own::words(text);
    let text = own.as_str();
    let tokens = tokens::Tokens::of(text);
    let items = items::items(&tokens, &schools::Register::of(schools), received);
    let mut told = sentences::tell(text, &items, received);
    if told.dated.len() > 2 * MOST_DAYS {
        return Reading { questions: vec![Question::TooMuch], schools: names, ..Reading::default() };
    }
    modes::judge(&mut told, text, &items, received);
    let claims = claims::attach(&told, text, &items);
    let spans = sentences::spans(&told, &items);
    let mut reading = ledger::add_up(&told, &claims, text, &spans, schools.len(), (policy, received));
    if reading.visits.len() > MOST_DAYS {
        return Reading { questions: vec![Question::TooMuch], schools: names, ..Reading::default() };
    }
    if reading.questions.is_empty()
        && !reading.visits.is_empty()
        && wary::doubtful(&tokens, text, &reading.visits, policy)
    {
        reading.questions.push(Question::Unsure);
    }
    // "Is it still nil returns by Friday?" says nothing of days.
    let opens = ["is it", "is there", "do i", "do we", "when ", "what ", "how "];
    let asks = text.contains('?')
        && (reading.not_worked.is_empty()
            || opens.iter().any(|words| text.trim_start().to_lowercase().starts_with(words)));
    if reading.nothing_worked && asks && reading.questions.is_empty() {
        reading.questions.push(Question::Unsure);
    }
    reading.questions.truncate(MOST_QUESTIONS);
    reading.schools = names;
    reading
}

#[cfg(test)]
mod tests;
