//! `meeting sle "Autumn network" 6 October 2026 15:45 to 17:00 at …`; `training sle core 20 May 2027 9:00 to 16:00 at …`.

use super::super::misunderstood;
use super::super::said::Said;
use super::super::{Command, Order, Outcome, Refusal};
use super::read::{self, Wanted};
use super::{can_be_held, change, day_of_term, lookup_of, names};
use crate::config::programme::TrainingModule;
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::MeetingChange;
use crate::domain::facts::Lookup;
use crate::domain::meeting::{Invitee, Meeting, PREFIX};
use crate::domain::{CaseId, civil};
use crate::letters::meeting::{host, invitation};
use std::collections::BTreeMap;

pub const MEETING: Command = Command {
    name: "meeting",
    usage: &[
        "meeting sle \"Autumn network\" 6 October 2026 15:45 to 17:00 at Hazelbank Primary School, Library",
        "meeting sle “Spring network” 9 March 2027 15:45 for 90 minutes at Harbour Primary School host Owen Brooks <head@hazelbank.example>",
    ],
    about: "Sets a meeting of a programme’s network and invites everybody active in its register, with an entry for the calendar. The host has the list of attendees on the school day before. On a day without school add `anyway because …`.",
    lookup,
    decide: |order| {
        let (programme, title, rest) = meeting_parts(order.said, order.config)?;
        set(order, programme, title, None, rest)
    },
};

pub const TRAINING: Command = Command {
    name: "training",
    usage: &[
        "training sle core 20 May 2027 9:00 to 16:00 at Harbour Primary School, The Hall places 24",
        "training sle coaching 17 June 2027 13:00 to 16:00 at Hazelbank Primary School host Owen Brooks <head@hazelbank.example>",
    ],
    about: "Sets a training event and invites everybody active in the register who has not taken that module yet. Without `places`, as many as policy says.",
    lookup: |said, config| {
        let (_, _, rest) = training_parts(said, config)?;
        drawing(rest)
    },
    decide: |order| {
        let (programme, module, rest) = training_parts(order.said, order.config)?;
        set(order, programme, module.name.clone(), Some(module), rest)
    },
};

fn meeting_parts<'a, 'c>(said: &Said<'a>, config: &'c Config) -> Result<(&'c Programme, String, &'a str), Refusal> {
    let (programme, rest) = said.programme(config)?;
    let (title, rest) = read::title(rest.text())?;
    Ok((programme, title, rest))
}

fn training_parts<'a, 'c>(
    said: &Said<'a>,
    config: &'c Config,
) -> Result<(&'c Programme, &'c TrainingModule, &'a str), Refusal> {
    let (programme, rest) = said.programme(config)?;
    let (word, rest) = rest.word();
    let known: Vec<&str> = programme.training.iter().map(|module| module.id.as_str()).collect();
    match programme.training.iter().find(|module| module.id.eq_ignore_ascii_case(word)) {
        Some(module) => Ok((programme, module, rest.text())),
        None if known.is_empty() => {
            misunderstood(format!("{} has no training. Its file in config/programmes names it.", programme.short_name))
        }
        None => misunderstood(format!("Which training? `{word}` is none of: {}.", known.join(", "))),
    }
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (_, _, rest) = meeting_parts(said, config)?;
    drawing(rest)
}

/// The number is of the meeting's own year.
fn drawing(rest: &str) -> Result<Lookup, Refusal> {
    let (wanted, _) = whole(rest)?;
    let year = wanted.starts_at.map_or(0, |at| at.year());
    Ok(Lookup { numbers: vec![(PREFIX.to_owned(), year)], ..lookup_of(None) })
}

/// A meeting is set with its time and its place.
fn whole(rest: &str) -> Result<(Wanted, String), Refusal> {
    let wanted = read::wanted(rest, None)?;
    if wanted.starts_at.is_none() {
        return misunderstood(
            "When? Expected a day with its year and a time, as in `6 October 2026 15:45 to 17:00 at …`.",
        );
    }
    match wanted.place.clone() {
        Some(place) => Ok((wanted, place)),
        None => misunderstood("Where? Please add the place: `… at Hazelbank Primary School, Library`."),
    }
}

fn set(
    order: &Order<'_>,
    programme: &Programme,
    title: String,
    module: Option<&TrainingModule>,
    rest: &str,
) -> Result<Outcome, Refusal> {
    let (wanted, place) = whole(rest)?;
    let Some(starts_at) = wanted.starts_at else { return misunderstood("When?") };
    let Some(minutes) = wanted.minutes.or(module.is_none().then_some(programme.meetings.minutes)) else {
        return misunderstood("Until when? Expected `9:00 to 16:00`.");
    };
    let year = starts_at.year();
    let next = order.facts.next_numbers.get(&(PREFIX.to_owned(), year)).copied().unwrap_or(1);
    let policy = module.map(|module| module.places).filter(|places| *places > 0);
    let mut meeting = Meeting {
        number: CaseId::new(PREFIX, year, next),
        programme: programme.id.clone(),
        module: module.map(|module| module.id.clone()),
        title,
        sequence: 0,
        time_sequence: 0,
        starts_at,
        minutes,
        zone: programme.window.zone.clone(),
        place,
        places: wanted.places.or(policy),
        host: wanted.host,
        cancelled: None,
        set_by: order.by.to_owned(),
        set_at: order.now,
        invitees: vec![],
        steps: BTreeMap::new(),
    };
    can_be_held(order, &meeting, wanted.anyway.is_some())?;
    let mut decision = Decision { case: Some(meeting.number.clone()), ..Decision::default() };
    let when = civil::sitting_in_words(meeting.starts_at, meeting.minutes);
    decision.because(format!("{} set {} on {when}, at {}.", order.by, meeting.title, meeting.place));
    decision.because(
        wanted.anyway.map(|why| format!("Not a school day; held all the same because {why}.")).unwrap_or_default(),
    );
    decision.because.retain(|sentence| !sentence.is_empty());
    decision.changes.push(change(MeetingChange::Set { meeting: Box::new(meeting.clone()) }));
    for entry in &order.facts.register {
        // Somebody may be in the register twice; each `is_for` sees those before.
        if meeting.is_for(entry) {
            let invitee = Invitee::invited(&entry.name, &entry.email, entry.number.as_ref(), order.now);
            decision.letters.push(invitation::draft(order.config, programme, &meeting, &invitee, order.now));
            decision
                .changes
                .push(change(MeetingChange::Invited { meeting: meeting.number.clone(), invitee: invitee.clone() }));
            meeting.invitees.push(invitee);
        }
    }
    let host = meeting.host.as_ref().map(|host| {
        decision.letters.push(host::draft(order.config, programme, &meeting, host, None));
        format!(" {} is the host, is told so, and has the list of attendees on the school day before.", host.name)
    });
    let places = meeting.places.map(|places| format!(" Places: {places}.")).unwrap_or_default();
    let answer = format!(
        "{} “{}” is set: {when}{}, at {}.{places}{} {}",
        meeting.number,
        meeting.title,
        day_of_term(order, &meeting),
        meeting.place,
        host.unwrap_or_default(),
        invited(order, programme, &meeting)
    );
    Ok(Outcome::new(decision, answer))
}

/// Who was asked, and, for training, how many have it already.
fn invited(order: &Order<'_>, programme: &Programme, meeting: &Meeting) -> String {
    let who = match meeting.invitees.as_slice() {
        [] => format!("Nobody of the {} register is there to be invited yet.", programme.short_name),
        [only] => format!("One person is invited: {}.", only.name),
        several => format!("{} people are invited: {}.", several.len(), names(several.iter())),
    };
    let Some(module) = &meeting.module else { return who };
    let active = order.facts.register.iter().filter(|entry| entry.programme == meeting.programme && entry.is_active());
    match active.filter(|entry| entry.has_taken(module)).count() {
        0 => who,
        1 => format!("{who} One has taken it already."),
        n => format!("{who} {n} have taken it already."),
    }
}
