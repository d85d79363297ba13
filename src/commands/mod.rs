//! The coordinators' vocabulary: one file a command, one printed grammar, the same for `do` and for replies to the digest.
//!
//! A command is understood or not, and carried out or refused with a reason. Understanding asks only configuration;
//! deciding is a pure function of what was said, the facts and the time. To add a command: its file, and its line in [`ALL`].

mod admit;
mod appointing;
mod assessment_day;
mod cancel_interview;
mod approve;
mod archive;
mod close;
mod confirm;
mod dates;
mod deployment;
mod digest;
mod done;
mod drop_letter;
mod extend;
mod go_live;
mod interview;
mod review_pack;
mod score;
mod scores;
mod shortlist;
mod hold;
mod lift_hold;
mod meeting;
mod money;
mod open;
mod reference;
pub mod register;
mod resend;
mod outcome;
mod project;
mod reinstate;
mod release;
mod said;
mod target;
pub mod visit;
mod withdraw;

pub use said::{Said, existing};

use crate::config::{Config, nearest};
use crate::decision::Decision;
use crate::domain::MessageNo;
use crate::domain::facts::{Facts, Lookup};
use crate::domain::meeting::PassedOn;
use jiff::Timestamp;

/// Who gave a command that was typed without a name.
pub const TYPED: &str = "the command line";

/// For words that are not of the grammar.
fn misunderstood<T>(sentence: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal::Misunderstood(sentence.into()))
}

/// For what is understood and cannot be done.
fn refused<T>(sentence: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal::Refused(sentence.into()))
}

/// What a command needs to know.
pub struct Order<'a> {
    pub said: &'a Said<'a>,
    pub config: &'a Config,
    pub facts: &'a Facts,
    pub now: Timestamp,
    /// Who gives it, as the record names them.
    pub by: &'a str,
    /// The mail that it came by; `None` where it was typed.
    pub message: Option<MessageNo>,
    /// Files of that mail that may be sent on.
    pub files: &'a [PassedOn],
}

/// What follows from a command, and what is said back.
#[derive(Debug)]
pub struct Outcome {
    pub decision: Decision,
    pub answer: String,
    /// For what cannot be undone: what exactly would be done, so that a code confirms this and nothing else.
    pub confirm: Option<String>,
    /// What is said once it is done, where that differs from what is said before.
    pub done: Option<String>,
}

impl Outcome {
    pub fn new(decision: Decision, answer: impl Into<String>) -> Self {
        Self { decision, answer: answer.into(), confirm: None, done: None }
    }

    /// Asks for a one-time code first. `shape` changes whenever what would be done changes.
    pub fn confirmed_by_code(mut self, shape: impl Into<String>) -> Self {
        self.confirm = Some(shape.into());
        self
    }

    /// What is said instead once it is done.
    pub fn then_says(mut self, done: impl Into<String>) -> Self {
        self.done = Some(done.into());
        self
    }
}

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The words are not of the grammar.
    #[error("{0}")]
    Misunderstood(String),
    /// The words are clear, and the answer is no.
    #[error("{0}")]
    Refused(String),
}

pub struct Command {
    /// Its first word or words.
    pub name: &'static str,
    /// Examples that are themselves valid commands; a test tries them.
    pub usage: &'static [&'static str],
    pub about: &'static str,
    /// What the record should be asked.
    pub lookup: fn(&Said<'_>, &Config) -> Result<Lookup, Refusal>,
    pub decide: fn(&Order<'_>) -> Result<Outcome, Refusal>,
}

pub const ALL: &[&Command] = &[
    &open::COMMAND,
    &close::COMMAND,
    &extend::COMMAND,
    &admit::COMMAND,
    &dates::COMMAND,
    &go_live::COMMAND,
    // Before `ask`, which asks referees.
    &register::portrait::ASK_ALL,
    &register::portrait::ASK_ONE,
    &reference::ACCEPT,
    &reference::SET_ASIDE,
    &reference::ASK,
    &done::COMMAND,
    &hold::COMMAND,
    &lift_hold::COMMAND,
    &approve::COMMAND,
    &drop_letter::COMMAND,
    &resend::COMMAND,
    &digest::COMMAND,
    &target::COMMAND,
    &withdraw::COMMAND,
    &reinstate::COMMAND,
    &confirm::COMMAND,
    &outcome::COMMAND,
    &release::COMMAND,
    &archive::COMMAND,
    &shortlist::COMMAND,
    &interview::COMMAND,
    &cancel_interview::COMMAND,
    &assessment_day::COMMAND,
    &score::COMMAND,
    &scores::COMMAND,
    &review_pack::COMMAND,
    &meeting::set::MEETING,
    &meeting::set::TRAINING,
    &meeting::change::MOVE,
    &meeting::change::CANCEL,
    &meeting::people::INVITE,
    &meeting::people::UNINVITE,
    &meeting::people::HOST,
    &meeting::attendance::ATTENDANCE,
    &meeting::attendance::TAKE_BACK,
    &meeting::minutes::MINUTES,
    &meeting::minutes::SEND,
    &meeting::people::RSVP,
    &meeting::list::LIST,
    &register::standing::PAUSE,
    &register::standing::RESUME,
    &register::standing::MOVED_TO,
    &register::standing::RESIGN,
    &register::standing::DE_DESIGNATE,
    // After `review pack`.
    &register::entry::REVIEW_ON,
    &register::entry::SPECIALISM,
    &register::entry::ADDRESS,
    &register::entry::URN,
    &register::portrait::ENTER,
    &project::COMMAND,
    &project::extend::COMMAND,
    &project::accept::COMMAND,
    &project::more::COMMAND,
    &project::paid::COMMAND,
    &project::drop::COMMAND,
    &money::draft::DRAFT,
    &money::draft::DROP,
    &money::send::COMMAND,
    &money::credit::COMMAND,
    &money::paid::PAID,
    &money::paid::REFUND,
    &money::charge::COMMAND,
    &money::fund::COMMAND,
    &money::order_number::COMMAND,
    &money::home_invoice::COMMAND,
    &money::statement::COMMAND,
    &deployment::enter::COMMAND,
    &deployment::commission::COMMAND,
    &deployment::propose::PROPOSE,
    &deployment::propose::OTHER,
    &deployment::agree::AGREE,
    &deployment::agree::CHANGE,
    &deployment::desk::ANSWER,
    &deployment::desk::PROGRAMME,
    &deployment::desk::SCHOOL,
    &deployment::desk::END,
    &deployment::head::COMMAND,
    &deployment::visits::PLAN,
    &deployment::visits::UNPLAN,
    // Days that were worked.
    &visit::log::COMMAND,
    &visit::unlog::COMMAND,
    &visit::confirm::VISITS,
    &visit::confirm::DAY,
    &visit::settle::UPHOLD,
    &visit::settle::DROP,
];

/// The first words of all commands.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|command| command.name).collect()
}

/// The command that a line begins with, and the rest of the line.
///
/// # Errors
/// When it begins with no command; the sentence names the nearest.
pub fn find(line: &str) -> Result<(&'static Command, Said<'_>), Refusal> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let begins = |command: &&&Command| {
        let rest = lower.strip_prefix(command.name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    // `extend project …` is another command than `extend …`: the longest name that fits.
    if let Some(command) = ALL.iter().filter(begins).max_by_key(|command| command.name.len()) {
        return Ok((command, Said::new(line.get(command.name.len()..).unwrap_or(""))));
    }
    let first = lower.split_whitespace().next().unwrap_or("");
    let names: Vec<&str> = ALL.iter().map(|command| command.name).collect();
    // “I” is near to everything that begins with it, and “and” is no slip of `attendance`.
    let near = nearest(first, &names).filter(|near| first.chars().count() > 2 && near.len() <= 2 * first.len());
    let hint = near.map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
    Err(Refusal::Misunderstood(format!("There is no command `{first}`.{hint} `do help` prints all of them.")))
}

/// The grammar, as `do help` prints it.
pub fn help() -> String {
    let mut out = String::from("Commands. A window is always named with its programme, as in `sle spring-2027`.\n");
    for command in ALL {
        out.push('\n');
        for example in command.usage {
            out.push_str(&format!("  {example}\n"));
        }
        out.push_str(&format!("      {}\n", command.about));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_the_grammar_is_understood() {
        let folder = tempfile::tempdir().unwrap();
        crate::config::write_missing(folder.path()).unwrap();
        let config = Config::load(folder.path()).unwrap();
        for command in ALL {
            assert!(!command.usage.is_empty(), "{}", command.name);
            for example in command.usage {
                let (found, said) = find(example).unwrap();
                assert_eq!(found.name, command.name, "{example}");
                (found.lookup)(&said, &config).unwrap_or_else(|e| panic!("{example}: {e}"));
            }
        }
    }

    #[test]
    fn a_slip_is_told_with_the_nearest_command() {
        assert!(find("opne sle spring-2027").err().unwrap().to_string().contains("Did you mean `open`?"));
        assert!(find("").is_err());
    }
}
