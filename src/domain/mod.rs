//! The office's own words and rules: windows, applications, people, dates. No I/O, no clock, no mail.
//!
//! Whoever knows schools should be able to follow this room without knowing the rest of the house.

pub mod address;
pub mod answers;
pub mod application;
pub mod bank_holidays;
pub mod change;
pub mod charging;
pub mod civil;
pub mod deployment;
pub mod facts;
pub mod hours;
pub mod ids;
pub mod interview;
pub mod invoice;
pub mod matching;
pub mod meeting;
pub mod money;
pub mod names;
pub mod outcome;
pub mod pattern;
pub mod project;
pub mod reference;
pub mod register;
pub mod school_days;
pub mod schools;
pub mod token;
pub mod visit;
pub mod window;
pub mod worked;

pub use address::EmailAddress;
pub use ids::{CaseId, FormId, LetterId, MessageNo, ProgrammeId, ReviewId, WindowId, WindowName};

/// `one, two and three`.
pub fn listed(items: &[impl AsRef<str>]) -> String {
    let mut out = String::new();
    for (place, item) in items.iter().enumerate() {
        match place {
            0 => {}
            _ if place + 1 == items.len() => out.push_str(" and "),
            _ => out.push_str(", "),
        }
        out.push_str(item.as_ref());
    }
    out
}
