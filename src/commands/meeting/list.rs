//! `meetings sle`: those to come, and those of the last weeks.

use super::super::{Command, Order, Outcome, Refusal};
use super::lookup_of;
use crate::decision::Decision;
use crate::domain::civil;
use crate::domain::meeting::{Counts, Meeting};
use jiff::Span;

pub const LIST: Command = Command {
    name: "meetings",
    usage: &["meetings sle", "meetings"],
    about: "Lists the meetings and trainings to come, with who comes, and those of the last six weeks.",
    lookup: |said, config| {
        if !said.is_empty() {
            said.programme(config)?.1.nothing_more()?;
        }
        Ok(lookup_of(None))
    },
    decide: |order| Ok(Outcome::new(Decision::default(), listed(order)?)),
};

fn listed(order: &Order<'_>) -> Result<String, Refusal> {
    let only = if order.said.is_empty() { None } else { Some(&order.said.programme(order.config)?.0.id) };
    let since = order.config.zone().civil(order.now).saturating_sub(Span::new().weeks(6));
    let lines: Vec<String> = order
        .facts
        .meetings
        .iter()
        .filter(|meeting| only.is_none_or(|programme| meeting.programme == *programme) && meeting.starts_at >= since)
        .map(line)
        .collect();
    if lines.is_empty() {
        return Ok("No meeting is set. `meeting sle \"Autumn network\" 6 October 2026 15:45 to 17:00 at …` sets one."
            .to_owned());
    }
    Ok(lines.join("\n"))
}

fn line(meeting: &Meeting) -> String {
    let state = match &meeting.cancelled {
        Some(because) => format!("cancelled because {because}"),
        None => Counts::of(&meeting.invitees).in_words(),
    };
    format!(
        "{} {}, {}, at {}: {state}",
        meeting.number,
        meeting.title,
        civil::sitting_in_words(meeting.starts_at, meeting.minutes),
        meeting.place
    )
}
