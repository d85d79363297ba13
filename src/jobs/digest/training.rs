//! What a digest says of training that is expected and that nobody has set.

use crate::config::Config;
use crate::domain::facts::Facts;
use crate::domain::register::Designation;
use jiff::{Span, Timestamp};

/// Somebody who was in the register before the clerk kept it may have taken the training then: after so long it is not asked.
const NEW_FOR_DAYS: i64 = 365;

/// `5 people have not taken core training; none is set.` One line for each required module without an event to come.
pub fn missing(config: &Config, facts: &Facts, now: Timestamp) -> Vec<String> {
    let mut out = vec![];
    for programme in config.programmes.values() {
        let today = programme.window.zone.date(now);
        let is_new = |entry: &&Designation| {
            entry.case.is_some() || entry.since >= today.saturating_sub(Span::new().days(NEW_FOR_DAYS))
        };
        for module in programme.training.iter().filter(|module| module.required) {
            let set = facts.meetings.iter().any(|meeting| {
                meeting.programme == programme.id
                    && meeting.module.as_ref() == Some(&module.id)
                    && meeting.is_coming(now)
            });
            let without = facts
                .register
                .iter()
                .filter(|entry| entry.programme == programme.id && entry.is_active() && !entry.has_taken(&module.id))
                .filter(is_new)
                .count();
            if set || without == 0 {
                continue;
            }
            let people = if without == 1 { "1 person has".to_owned() } else { format!("{without} people have") };
            out.push(format!(
                "{}: {people} not taken “{}” yet, and none is set. “training {} {} …” sets one and invites them.",
                programme.short_name, module.name, programme.id, module.id
            ));
        }
    }
    out
}
