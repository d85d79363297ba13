//! Phrases that several letters share.

use crate::config::Programme;
use crate::domain::answers::{Problem, ProblemKind};
use crate::domain::civil;
use crate::domain::listed;
use crate::domain::window::{KeyDateKind, Phase, Window};
use crate::forms::{FormReader, Kind};
use jiff::Timestamp;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct ProgrammeWords {
    pub name: String,
    pub short_name: String,
    pub role: String,
    pub a_role: String,
    /// `designation`, `accreditation`.
    pub designation: String,
    /// `designate`, `accredit`.
    pub designate: String,
    /// `designated`, `accredited`.
    pub designated: String,
    /// Who answers for their time: `headteacher`.
    pub employer: String,
    /// `designated a Specialist Leader of Education`, `accredited as a Lead Practitioner`.
    pub designated_a_role: String,
}

impl ProgrammeWords {
    pub fn of(programme: &Programme) -> Self {
        Self {
            name: programme.name.clone(),
            short_name: programme.short_name.clone(),
            role: programme.role.clone(),
            a_role: programme.a_role.clone(),
            designation: programme.words.noun.clone(),
            designate: programme.words.verb.clone(),
            designated: programme.words.participle.clone(),
            employer: employer(programme),
            designated_a_role: made(&programme.words.participle, programme.words.with_as, &programme.a_role),
        }
    }

    pub fn sample() -> Self {
        Self {
            name: "Specialist Leaders of Education".into(),
            short_name: "SLE".into(),
            role: "Specialist Leader of Education".into(),
            a_role: "a Specialist Leader of Education".into(),
            designation: "designation".into(),
            designate: "designate".into(),
            designated: "designated".into(),
            employer: "headteacher".into(),
            designated_a_role: "designated a Specialist Leader of Education".into(),
        }
    }
}

fn employer(programme: &Programme) -> String {
    match programme.words.employer.as_str() {
        "" => "headteacher".to_owned(),
        said => said.to_owned(),
    }
}

fn made(participle: &str, with_as: bool, a_role: &str) -> String {
    if with_as { format!("{participle} as {a_role}") } else { format!("{participle} {a_role}") }
}

/// `your headteacher`, `your chair of governors and your second referee (a headteacher whom you have supported)`. Where no
/// reference is asked for, it is whoever answers for the applicant's time.
pub fn supporters(programme: &Programme) -> String {
    if programme.references.is_empty() && !programme.words.employer.is_empty() {
        return format!("your {}", programme.words.employer);
    }
    let people = programme.references.iter().map(|referees| match referees.policy.who.as_str() {
        "" => format!("your {}", referees.kind().person()),
        who => format!("your {} ({who})", referees.kind().person()),
    });
    listed(&people.collect::<Vec<_>>())
}

/// A round, in words.
#[derive(Debug, Clone, Serialize)]
pub struct WindowWords {
    /// `spring 2027`.
    pub title: String,
    /// `Monday 1 March 2027`.
    pub opens: String,
    /// `6pm on Friday 19 March 2027`.
    pub closes: String,
    /// Those that the coordinator has set, in the order of the round.
    pub dates: Vec<DateWords>,
}

#[derive(Debug, Clone, Serialize)]
pub struct DateWords {
    pub label: String,
    pub when: String,
}

impl WindowWords {
    pub fn of(window: &Window) -> Self {
        let dates = KeyDateKind::ALL
            .into_iter()
            .filter_map(|kind| window.key_date(kind))
            .map(|date| DateWords { label: date.what.label().to_owned(), when: date.in_words() })
            .collect();
        let at_midnight = window.opens_at.time() == jiff::civil::Time::midnight();
        Self {
            title: window.name.as_str().replace('-', " "),
            opens: if at_midnight {
                civil::date_in_words(window.opens_at.date())
            } else {
                civil::moment_in_words(window.opens_at)
            },
            closes: civil::moment_in_words(window.closes_civil()),
            dates,
        }
    }

    pub fn sample() -> Self {
        Self {
            title: "spring 2027".into(),
            opens: "Monday 1 March 2027".into(),
            closes: "6pm on Friday 19 March 2027".into(),
            dates: vec![
                DateWords { label: "Interviews".into(), when: "12 to 14 April 2027".into() },
                DateWords { label: "Outcome letters".into(), when: "to be confirmed".into() },
            ],
        }
    }
}

/// Whose reference is still to come, and by when.
#[derive(Debug, Clone, Serialize)]
pub struct AskedWords {
    /// `headteacher`.
    pub person: String,
    pub name: String,
    pub email: String,
    pub due: String,
    /// Wanted as soon as possible, because the time is all but over.
    pub soon: bool,
    /// They complete a section of the form; otherwise we have written to them.
    pub in_form: bool,
}

impl AskedWords {
    pub fn sample(in_form: bool) -> Self {
        Self {
            person: "headteacher".into(),
            name: "Jo Hart".into(),
            email: "head@hazelbank.example".into(),
            due: "6pm on Friday 19 March 2027".into(),
            soon: in_form,
            in_form,
        }
    }
}

/// An answer over its word limit.
#[derive(Debug, Clone, Serialize)]
pub struct Length {
    pub label: String,
    pub words: usize,
    pub limit: usize,
}

/// Something that is missing or wrong, and how to mend it.
#[derive(Debug, Clone, Serialize)]
pub struct ProblemWords {
    pub label: String,
    pub message: String,
}

impl ProblemWords {
    /// Those that keep an application from being complete.
    pub fn blocking(problems: &[Problem]) -> Vec<Self> {
        problems
            .iter()
            .filter(|p| p.blocks && p.kind != ProblemKind::Unreadable)
            .map(|p| Self { label: p.label.clone(), message: p.message.clone() })
            .collect()
    }
}

impl Length {
    /// Answers that are too long and count all the same.
    pub fn told(problems: &[Problem], form: &FormReader) -> Vec<Self> {
        problems
            .iter()
            .filter(|p| p.kind == ProblemKind::TooLong && !p.blocks)
            .filter_map(|p| {
                let field = form
                    .definition
                    .fields()
                    .find(|field| Some(&field.id) == p.field.as_ref() && field.kind == Kind::Essay)?;
                Some(Self { label: p.label.clone(), words: p.words?, limit: field.max_words? })
            })
            .collect()
    }
}

/// The name that a letter begins with.
pub fn greeting(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.len() > 80 || name.contains('@') { "colleague".to_owned() } else { name }
}

/// `3 days`, `about 5 hours`; empty once the round has closed.
pub fn time_left(window: &Window, now: Timestamp) -> String {
    match window.phase(now) {
        Phase::Announced | Phase::Open => civil::span_in_words(now, window.closes()),
        Phase::Closed => String::new(),
    }
}

/// `17:58:03 on Friday 19 March 2027`, in the zone of the programme.
pub fn stamp(programme: &Programme, at: Timestamp) -> String {
    civil::stamp_in_words(programme.window.zone.civil(at))
}
