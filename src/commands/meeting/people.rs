//! `invite MTG-2026-0001 Priya Nair <p.nair@…>`, `uninvite …`, `host …`.

use super::super::misunderstood;
use super::super::said::Said;
use super::super::{Command, Order, Outcome, Refusal};
use super::{change, coming, lookup_of, named, number, read};
use crate::decision::Decision;
use crate::domain::change::MeetingChange;
use crate::domain::meeting::{Attendance, Host, Invitee, Meeting, uninvited};
use crate::domain::register::{self, Designation};
use crate::domain::{CaseId, EmailAddress};
use crate::incoming::places::{self, Answered};
use crate::incoming::rsvp::noted;
use crate::letters::meeting::{cancelled, host, invitation};

pub const INVITE: Command = Command {
    name: "invite",
    usage: &[
        "invite MTG-2026-0001 Jo Hart <j.hart@oakfield.example>",
        "invite MTG-2026-0001 REG-2027-0003",
        "invite MTG-2026-0001 p.nair@hazelbank.example",
    ],
    about: "Invites one more person to a meeting: somebody of the register by number or address, or a guest by name and address.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        whom(&rest)?;
        Ok(lookup_of(Some(&number)))
    },
    decide: invite,
};

pub const UNINVITE: Command = Command {
    name: "uninvite",
    usage: &["uninvite MTG-2026-0001 j.hart@oakfield.example because she was asked by mistake"],
    about: "Takes somebody off a meeting’s list and tells them, unless they had declined. The reason is kept in the record; the letter does not give it.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        let (who, _) = rest.because()?;
        whom(&who)?;
        Ok(lookup_of(Some(&number)))
    },
    decide: take_off,
};

pub const HOST: Command = Command {
    name: "host",
    usage: &["host MTG-2026-0001 Owen Brooks <head@hazelbank.example>"],
    about: "Names the host of a meeting, who is told so, and has the list of attendees on the school day before.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        read::person(rest.text())?;
        Ok(lookup_of(Some(&number)))
    },
    decide: name_host,
};

pub const RSVP: Command = Command {
    name: "rsvp",
    usage: &[
        "rsvp MTG-2026-0001 p.nair@hazelbank.example yes",
        "rsvp MTG-2026-0001 p.nair@hazelbank.example no because she rang to say so",
    ],
    about: "Notes an answer that you heard yourself: yes, no or perhaps. The person is not written to, except about the waiting list of a training that is full.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        spoken(&rest)?;
        Ok(lookup_of(Some(&number)))
    },
    decide: note,
};

/// `p.nair@hazelbank.example yes because …`.
fn spoken<'a>(said: &Said<'a>) -> Result<(EmailAddress, Attendance, &'a str), Refusal> {
    let (address, rest) = said.word();
    let (_, email) = read::person(address)?;
    let (word, rest) = rest.word();
    let answer = match word.trim_end_matches([',', '.']).to_lowercase().as_str() {
        "yes" | "comes" | "coming" | "accepted" => Attendance::Accepted,
        "no" | "declined" => Attendance::Declined,
        "perhaps" | "maybe" => Attendance::Perhaps,
        _ => return misunderstood(format!("What did they say? Expected `{email} yes`, `no` or `perhaps`.")),
    };
    let words = if rest.is_empty() { "" } else { rest.because()?.1 };
    Ok((email, answer, words))
}

fn note(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (meeting, _) = coming(order, &number)?;
    let (email, answer, words) = spoken(&rest)?;
    let Some(invitee) = meeting.invitee(&email) else {
        return Err(Refusal::Refused(format!(
            "{email} is not invited to {}. `invite {number} NAME <{email}>` does that.",
            named(meeting)
        )));
    };
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} noted an answer.", order.by));
    let said = Answered { invitee, answer, at: order.now, thread: None };
    noted(order.config, meeting, said, words, &mut decision);
    let said = match answer {
        Attendance::Accepted => "is coming to",
        Attendance::Declined => "does not come to",
        Attendance::Perhaps => "may come to",
    };
    Ok(Outcome::new(decision, format!("It is noted that {} {said} {}.", invitee.name, named(meeting))))
}

/// Somebody, as a command names them.
enum Whom {
    Entry(CaseId),
    Person(String, EmailAddress),
}

fn whom(said: &Said<'_>) -> Result<Whom, Refusal> {
    match CaseId::parse(said.text()) {
        Ok(number) if number.prefix() == register::PREFIX => Ok(Whom::Entry(number)),
        Ok(_) | Err(_) => read::person(said.text()).map(|(name, email)| Whom::Person(name, email)),
    }
}

/// The entry of the register that is meant, if there is one: an active one before others, one of the programme first.
fn entry_of<'a>(order: &Order<'a>, meeting: &Meeting, whom: &Whom) -> Option<&'a Designation> {
    match whom {
        Whom::Entry(number) => order.facts.entry(number),
        Whom::Person(_, email) => order
            .facts
            .register
            .iter()
            .filter(|entry| entry.email == *email)
            .max_by_key(|entry| (entry.is_active(), entry.programme == meeting.programme)),
    }
}

fn invite(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (meeting, programme) = coming(order, &number)?;
    let whom = whom(&rest)?;
    let refuse = |why: String| Err(Refusal::Refused(why));
    let entry = entry_of(order, meeting, &whom);
    let (name, email) = match (&whom, entry) {
        (_, Some(entry)) => (entry.name.clone(), entry.email.clone()),
        (Whom::Entry(number), None) => return refuse(format!("There is no entry {number} in the register.")),
        (Whom::Person(name, email), None) if name.is_empty() => {
            return refuse(format!(
                "{email} is not in the register. To invite a guest, give the name as well: `invite {number} NAME <{email}>`."
            ));
        }
        (Whom::Person(name, email), None) => (name.clone(), email.clone()),
    };
    if let Some(known) = meeting.invitee(&email) {
        let said = known.answer.map_or("has not answered", |answer| match answer {
            Attendance::Accepted => "is coming",
            Attendance::Declined => "has declined",
            Attendance::Perhaps => "may come",
        });
        return refuse(format!("{} is invited to {} already, and {said}.", known.name, named(meeting)));
    }
    // Whoever is paused or has left is asked as a guest: a person wishes it.
    let active = entry.filter(|entry| entry.is_active()).and_then(|entry| entry.number.as_ref());
    let invitee = Invitee::invited(&name, &email, active, order.now);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} invited {name} to {}.", order.by, named(meeting)));
    decision.letters.push(invitation::draft(order.config, programme, meeting, &invitee, order.now));
    decision.changes.push(change(MeetingChange::Invited { meeting: number, invitee }));
    let role = if active.is_none() { " as a guest" } else { "" };
    Ok(Outcome::new(decision, format!("{name} ({email}) is invited{role} to {}.", named(meeting))))
}

fn take_off(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (who, reason) = rest.because()?;
    let (before, programme) = coming(order, &number)?;
    let found = match whom(&who)? {
        Whom::Entry(number) => before.invitees.iter().find(|invitee| invitee.entry.as_ref() == Some(&number)),
        Whom::Person(_, email) => before.invitee(&email),
    };
    let Some(invitee) = found else {
        return Err(Refusal::Refused(format!("{} is not invited to {}.", who.text(), named(before))));
    };
    // The cancellation is a version of its own, and whatever is sent later a newer one: were they invited again, their
    // calendar would ignore what is not.
    let cancelling = Meeting { sequence: before.sequence.saturating_add(1), ..before.clone() };
    let after = Meeting { sequence: before.sequence.saturating_add(2), ..before.clone() };
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} took {} off the list because {reason}.", order.by, invitee.name));
    let email = invitee.email.clone();
    // Whoever waits for a place has the one that becomes free.
    let staying = before.invitees.iter().filter(|other| other.email != email).cloned().collect();
    let staying = Meeting { invitees: staying, ..after.clone() };
    places::give(&staying, places::free(&staying), &mut decision);
    decision.changes.push(change(MeetingChange::Set { meeting: Box::new(after) }));
    decision.changes.push(change(MeetingChange::StepTaken { meeting: number.clone(), step: uninvited(&email) }));
    decision.changes.push(change(MeetingChange::Uninvited { meeting: number, email }));
    let told = invitee.answer != Some(Attendance::Declined);
    if told {
        decision.letters.push(cancelled::draft(order.config, programme, &cancelling, invitee, None, order.now));
    }
    let told = if told { ", and is told so" } else { "; they had declined, and are not written to" };
    Ok(Outcome::new(decision, format!("{} is no longer invited to {}{told}.", invitee.name, named(before))))
}

fn name_host(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (before, programme) = coming(order, &number)?;
    let (name, email) = read::person(rest.text())?;
    if name.is_empty() {
        return misunderstood(format!("What is their name? Expected `host {number} Owen Brooks <{email}>`."));
    }
    let new = Host { name, email };
    if before.host.as_ref() == Some(&new) {
        return Err(Refusal::Refused(format!("{} is the host of {} already.", new.name, named(before))));
    }
    let meeting = Meeting { host: Some(new.clone()), sequence: before.sequence.saturating_add(1), ..before.clone() };
    let mut decision = Decision { case: Some(number), ..Decision::default() };
    decision.because(format!("{} named {} as the host.", order.by, new.name));
    decision.letters.push(host::draft(order.config, programme, &meeting, &new, None));
    let mut answer = format!("{} is the host of {}, and is told so.", new.name, named(&meeting));
    if let Some(old) = before.host.as_ref().filter(|old| old.email != new.email) {
        decision.letters.push(host::draft(order.config, programme, &meeting, old, None));
        answer.push_str(&format!(" {} is told that it is no longer theirs.", old.name));
    }
    decision.changes.push(change(MeetingChange::Set { meeting: Box::new(meeting) }));
    Ok(Outcome::new(decision, answer))
}
