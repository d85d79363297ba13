//! `meetings`: what is set, who is invited, what they said.

use super::arguments::MeetingsAction;
use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::meeting::{Counts, Meeting};
use crate::domain::{CaseId, civil};
use serde_json::{Value, json};

pub async fn run(place: &Place, action: Option<MeetingsAction>) -> Result<(), Failure> {
    let store = place.store().await?;
    let meetings = store.list_meetings().await?;
    store.close().await;
    match action.unwrap_or(MeetingsAction::List) {
        MeetingsAction::List if place.json => print_json(&meetings.iter().map(summary).collect()),
        MeetingsAction::List => meetings.iter().for_each(|meeting| print(&line(meeting))),
        MeetingsAction::Show { number } => {
            let number = CaseId::parse(&number).map_err(|e| Failure::wrong(format!("{e}.")))?;
            let found = meetings.iter().find(|meeting| meeting.number == number);
            let meeting = found
                .ok_or_else(|| Failure::refused(format!("there is no meeting {number}; `meetings` lists them.")))?;
            show(place, meeting);
        }
    }
    Ok(())
}

pub fn summary(meeting: &Meeting) -> Value {
    json!({
        "number": meeting.number.to_string(),
        "programme": meeting.programme.as_str(),
        "module": meeting.module,
        "title": meeting.title,
        "starts": meeting.starts().to_string(),
        "ends": meeting.ends().to_string(),
        "place": meeting.place,
        "places": meeting.places,
        "host": meeting.host.as_ref().map(|host| json!({ "name": host.name, "email": host.email.as_str() })),
        "cancelled": meeting.cancelled,
        "answers": Counts::of(&meeting.invitees),
    })
}

/// `MTG-2026-0001  sle  Autumn network, 3.45pm on …, at …: 12 coming`.
pub fn line(meeting: &Meeting) -> String {
    let state = match &meeting.cancelled {
        Some(because) => format!("cancelled because {because}"),
        None => Counts::of(&meeting.invitees).in_words(),
    };
    format!(
        "{}  {}  {}, {}, at {}: {state}",
        meeting.number,
        meeting.programme,
        meeting.title,
        civil::moment_in_words(meeting.starts_at),
        meeting.place
    )
}

fn show(place: &Place, meeting: &Meeting) {
    if place.json {
        let invitees: Vec<Value> = meeting
            .invitees
            .iter()
            .map(|invitee| {
                json!({
                    "name": invitee.name, "email": invitee.email.as_str(), "entry": invitee.entry.as_ref().map(ToString::to_string),
                    "answer": invitee.answer, "answered_at": invitee.answered_at.map(|at| at.to_string()), "words": invitee.words,
                    "waits_since": invitee.waits_since.map(|at| at.to_string()), "attended": invitee.attended,
                })
            })
            .collect();
        let mut all = summary(meeting);
        if let Some(all) = all.as_object_mut() {
            all.insert("invitees".to_owned(), invitees.into());
        }
        print_json(&all);
        return;
    }
    print(&line(meeting));
    if let Some(host) = &meeting.host {
        print(&format!("  host: {} <{}>", host.name, host.email));
    }
    for invitee in &meeting.invitees {
        let answer = match (invitee.waits_since, invitee.answer) {
            (Some(_), _) => "waiting for a place",
            (None, answer) => answer.map_or("not answered", |answer| answer.word()),
        };
        let words = if invitee.words.is_empty() { String::new() } else { format!("  “{}”", invitee.words) };
        print(&format!("  {:<24}  {:<32}  {answer}{words}", invitee.name, invitee.email.as_str()));
    }
}
