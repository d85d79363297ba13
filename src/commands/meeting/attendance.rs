//! `attendance MTG-2026-0001 all except Priya Nair`; `take back core from REG-2027-0003 because …`.

use super::super::misunderstood;
use super::super::{Command, Order, Outcome, Refusal};
use super::{lookup_of, named, number};
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::change::{Change, RegisterChange};
use crate::domain::facts::Lookup;
use crate::domain::meeting::Meeting;
use crate::domain::{civil, register};
use crate::incoming::attendance::take::Taking;
use crate::incoming::attendance::words;

pub const ATTENDANCE: Command = Command {
    name: "attendance",
    usage: &[
        "attendance MTG-2026-0001 all except Priya Nair",
        "attendance MTG-2026-0001 1, 2, 5-9",
        "attendance MTG-2026-0001 all, and Tom Reed came too",
    ],
    about: "Records who came to a meeting, by name or by the numbers of the letter that asks; given again, it corrects. For training it is noted in the register, and certificates go out.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        if rest.is_empty() {
            return misunderstood(format!("Who came? Expected `attendance {number} all except Priya Nair`."));
        }
        Ok(lookup_of(Some(&number)))
    },
    decide: attendance,
};

pub const TAKE_BACK: Command = Command {
    name: "take back",
    usage: &["take back core from REG-2027-0003 because she had left before it began"],
    about: "Takes a training out of somebody’s entry of the register. Nobody is written to.",
    lookup: |said, _| {
        let (_, entry, _) = training(said.text())?;
        Ok(Lookup { cases: vec![entry], ..Lookup::default() })
    },
    decide: take_back,
};

/// A meeting that has begun and was not called off.
pub(super) fn held<'a>(order: &Order<'a>, number: &CaseId) -> Result<&'a Meeting, Refusal> {
    let refuse = |why: String| Err(Refusal::Refused(why));
    let Some(meeting) = order.facts.meeting(number) else {
        return refuse(format!("There is no meeting {number}. `meetings` lists them."));
    };
    if let Some(because) = &meeting.cancelled {
        return refuse(format!("{} was cancelled because {because}.", named(meeting)));
    }
    if meeting.starts() > order.now {
        let begins = civil::moment_in_words(meeting.starts_at);
        return refuse(format!("{} is still to come: it begins at {begins}.", named(meeting)));
    }
    Ok(meeting)
}

fn attendance(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let meeting = held(order, &number)?;
    let list = meeting.attendance_list();
    let names: Vec<&str> = list.iter().map(|invitee| invitee.name.as_str()).collect();
    let taking =
        Taking { config: order.config, meeting, register: &order.facts.register, by: order.by, now: order.now };
    let taken = words::read(rest.text(), &names, order.by).and_then(|answer| taking.take(&answer)).map_err(|why| {
        let numbered: Vec<String> = (1..).zip(&names).map(|(place, name)| format!("{place} {name}")).collect();
        Refusal::Misunderstood(format!("Nothing was recorded. {} The list: {}.", why.question(), numbered.join(", ")))
    })?;
    let mut decision = Decision { case: Some(number), ..Decision::default() };
    let verb = if taken.corrected { "corrected" } else { "recorded" };
    let lines = taken.in_lines();
    decision.because(format!("{} {verb} who came. {}", order.by, lines.join(" ")));
    let answer = format!("{}, {verb}.\n{}", named(meeting), lines.join("\n"));
    decision.changes = taken.changes;
    decision.letters = taken.letters;
    decision.reviews = taken.reviews;
    Ok(Outcome::new(decision, answer))
}

/// `core from REG-2027-0003 because …`.
fn training(text: &str) -> Result<(&str, CaseId, &str), Refusal> {
    let expected = || {
        Refusal::Misunderstood(
            "Which training, and from whom? Expected `take back core from REG-2027-0003 because …`.".to_owned(),
        )
    };
    let (module, rest) = text.split_once(" from ").ok_or_else(expected)?;
    let (entry, because) = super::Said::new(rest).because()?;
    let entry =
        CaseId::parse(entry.text()).ok().filter(|entry| entry.prefix() == register::PREFIX).ok_or_else(expected)?;
    Ok((module.trim(), entry, because))
}

fn take_back(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (module, number, because) = training(order.said.text())?;
    let entry = order.facts.entry(&number).filter(|entry| entry.has_taken(module));
    let Some(entry) = entry else {
        return Err(Refusal::Refused(format!("{number} is not known to have taken `{module}`.")));
    };
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} took the training {module} back because {because}.", order.by));
    decision
        .changes
        .push(Change::Register(RegisterChange::Untrained { entry: number.clone(), module: module.to_owned() }));
    Ok(Outcome::new(
        decision,
        format!(
            "{} ({number}) no longer stands in the register as having taken `{module}`. Nobody is written to.",
            entry.name
        ),
    ))
}
