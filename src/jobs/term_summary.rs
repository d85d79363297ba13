//! On the first school day after a term: which meetings and training there were, who came to which, who to none.

use super::attendance::moments;
use super::{Job, Keeps, Missed, Task, When, note};
use crate::config::Programme;
use crate::decision::Decision;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::meeting::{Attendance, Meeting};
use crate::domain::school_days::Term;
use crate::domain::{EmailAddress, civil, names};
use crate::letters::term_summary::{Held, Row, TermSummary};
use crate::letters::{Draft, Enclosure, ProgrammeWords, greeting};
use crate::sheets::{Column, Kind, Sheet, Value};

pub const JOB: Job = Job {
    name: "term summary",
    about: "Sums up a term’s meetings for the coordinators on the first school day after it: who came to which, who to none.",
    when: When::At(moments),
    keeps: Keeps::SchoolDays,
    missed: Missed::OnceLate,
    purposes: &["term-summary"],
    decide,
};

/// The step that keeps a meeting from being summed up twice.
const SUMMED_UP: &str = "summed-up";

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let terms = task.config.calendar.terms();
    let programmes = task.config.programmes.values();
    programmes.flat_map(|programme| terms.iter().filter_map(|term| sum_up(task, programme, term))).collect()
}

fn sum_up(task: &Task<'_>, programme: &Programme, term: &Term) -> Option<Decision> {
    let moment = task.config.calendar.after(term.last, 1).to_datetime(programme.meetings.remind_at.0);
    if moment > task.due {
        return None;
    }
    let in_term = |meeting: &&Meeting| {
        let day = meeting.starts_at.date();
        meeting.programme == programme.id && term.first <= day && day <= term.last
    };
    let (held, cancelled): (Vec<&Meeting>, Vec<&Meeting>) =
        task.facts.meetings.iter().filter(in_term).partition(|meeting| meeting.cancelled.is_none());
    // One that was set after the summary, for a day that had passed, does not bring a second.
    if held.is_empty() || held.iter().any(|meeting| meeting.has_taken(SUMMED_UP)) {
        return None;
    }
    let people = people(task, programme, &held);
    let summary = summary(programme, term, &held, &cancelled, &people);
    let mut decision = Decision::default();
    decision.because(format!(
        "The {} of {} is over: {} meetings are summed up.",
        in_words(term),
        programme.id,
        held.len()
    ));
    for meeting in &held {
        let step = MeetingChange::StepTaken { meeting: meeting.number.clone(), step: SUMMED_UP.to_owned() };
        decision.changes.push(Change::Meeting(step));
    }
    for coordinator in note::told(task.config) {
        let letter = TermSummary { name: greeting(&coordinator.name), ..summary.clone() };
        let purpose = format!("term-summary:{}:{}:{}", programme.id, term.key(), coordinator.email.folded());
        let workbook = Enclosure::Workbook {
            name: format!("{}-{}", programme.id, term.key()),
            sheets: vec![sheet(term, &held, &people)],
            made: task.now,
        };
        let draft = Draft::new(&letter, coordinator.email.clone(), &coordinator.name, purpose);
        decision.letters.push(draft.enclosing(workbook));
    }
    Some(decision)
}

/// `autumn term 2026-27`.
pub fn in_words(term: &Term) -> String {
    format!("{} term {}", term.name.to_lowercase(), term.year)
}

/// A row of the table: one person, and how they stand to each meeting.
struct Person {
    name: String,
    active: bool,
    cells: Vec<&'static str>,
}

const PRESENT: &str = "present";

/// Everybody of the register who is active, and everybody who was invited, by name.
fn people(task: &Task<'_>, programme: &Programme, held: &[&Meeting]) -> Vec<Person> {
    let mut all: Vec<(String, EmailAddress, bool)> = vec![];
    let active = task.facts.register.iter().filter(|entry| entry.programme == programme.id && entry.is_active());
    for entry in active {
        if all.iter().all(|(_, email, _)| *email != entry.email) {
            all.push((entry.name.clone(), entry.email.clone(), true));
        }
    }
    for invitee in held.iter().flat_map(|meeting| &meeting.invitees) {
        if all.iter().all(|(_, email, _)| *email != invitee.email) {
            all.push((invitee.name.clone(), invitee.email.clone(), false));
        }
    }
    all.sort_by_key(|(name, ..)| names::folded(name));
    all.into_iter()
        .map(|(name, email, active)| {
            let cells = held.iter().map(|meeting| cell(meeting, &email)).collect();
            Person { name, active, cells }
        })
        .collect()
}

/// How somebody stands to a meeting.
fn cell(meeting: &Meeting, email: &EmailAddress) -> &'static str {
    let Some(invitee) = meeting.invitee(email) else { return "not invited" };
    match (invitee.attended, invitee.answer) {
        (Some(true), _) => PRESENT,
        (_, Some(Attendance::Declined)) => "apologies",
        (Some(false), _) => "absent",
        (None, _) if invitee.waits_since.is_some() => "no place",
        (None, None) => "no answer",
        (None, Some(Attendance::Accepted | Attendance::Perhaps)) => "not recorded",
    }
}

fn summary(
    programme: &Programme,
    term: &Term,
    held: &[&Meeting],
    cancelled: &[&Meeting],
    people: &[Person],
) -> TermSummary {
    let head = |place: usize| format!("M{}", place + 1);
    let one = |(place, meeting): (usize, &&Meeting)| {
        let list = meeting.attendance_list();
        let came = list.iter().filter(|invitee| invitee.attended == Some(true)).count();
        let recorded = list.iter().any(|invitee| invitee.attended.is_some());
        Held {
            head: head(place),
            what: format!("{} {}", meeting.number, meeting.title),
            when: civil::date_in_words(meeting.starts_at.date()),
            count: if recorded {
                format!("{came} of {} came", list.len())
            } else {
                "who came is not recorded".to_owned()
            },
        }
    };
    let untaken = held.iter().filter(|meeting| !meeting.has_taken(crate::incoming::attendance::take::TAKEN));
    let none = people.iter().filter(|person| person.active && !person.cells.contains(&PRESENT));
    TermSummary {
        name: String::new(),
        programme: ProgrammeWords::of(programme),
        term: in_words(term),
        meetings: held.iter().enumerate().map(one).collect(),
        cancelled: cancelled
            .iter()
            .map(|m| format!("{} {} ({})", m.number, m.title, m.cancelled.as_deref().unwrap_or_default()))
            .collect(),
        heads: (0..held.len()).map(head).collect(),
        people: people
            .iter()
            .map(|person| Row {
                name: person.name.clone(),
                cells: person.cells.iter().map(|c| (*c).to_owned()).collect(),
            })
            .collect(),
        none: none.map(|person| person.name.clone()).collect(),
        untaken: untaken.map(|meeting| meeting.number.to_string()).collect(),
    }
}

fn sheet(term: &Term, held: &[&Meeting], people: &[Person]) -> Sheet {
    let mut columns = vec![Column::new("Name", 28, Kind::Text)];
    columns.extend(held.iter().map(|meeting| {
        let day = civil::date_in_short(meeting.starts_at.date());
        Column::new(format!("{} {} ({day})", meeting.number, meeting.title), 24, Kind::Text)
    }));
    let rows = people.iter().map(|person| {
        std::iter::once(Value::text(&*person.name)).chain(person.cells.iter().map(|cell| Value::text(*cell))).collect()
    });
    Sheet { name: in_words(term), columns, rows: rows.collect() }
}
