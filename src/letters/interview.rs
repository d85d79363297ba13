//! An interview: the invitation, its change, its cancellation. The calendar entry goes with it.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use crate::calendar::{Invitation, Method, Party};
use crate::config::{Config, Programme};
use crate::domain::application::Application;
use crate::domain::change::{Change, PanelChange};
use crate::domain::interview::Interview;
use jiff::Timestamp;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "interview",
    about: "To an applicant whose interview the coordinator has set, changed or cancelled, with an entry for the calendar.",
    template: include_str!("../../templates/letters/interview.md.hbs"),
    voice: Voice::Letter,
    // A second copy is the same entry in the same version: calendars ignore it.
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct InterviewLetter {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    /// `2pm on Monday 12 April 2027`.
    pub when: String,
    pub place: String,
    /// `45 minutes`.
    pub length: String,
    /// The group of an assessment day; empty for a single interview.
    pub group: String,
    /// When and where it was before this letter; empty in the first.
    pub before: String,
    pub cancelled: bool,
}

impl Letter for InterviewLetter {
    const KIND: &'static LetterKind = &KIND;
}

/// The calendar entry of an interview as it stands: an invitation, or its cancellation.
pub fn invitation(
    config: &Config,
    programme: &Programme,
    application: &Application,
    interview: &Interview,
    now: Timestamp,
) -> Invitation {
    let alliance = &config.clerk.alliance;
    let group = if interview.group.is_empty() { String::new() } else { format!(", group {}", interview.group) };
    let telephone =
        if alliance.telephone.is_empty() { String::new() } else { format!(" or telephone {}", alliance.telephone) };
    Invitation {
        method: if interview.cancelled { Method::Cancel } else { Method::Request },
        uid: application.case.uid(&alliance.email),
        sequence: interview.sequence,
        stamp: now,
        starts: interview.starts(),
        ends: interview.ends(),
        summary: format!("{} interview{group} ({})", programme.short_name, application.case),
        location: interview.place.clone(),
        description: format!(
            "Interview for your application {} to become {}.\nIf the time is impossible, please reply to {}{telephone}.",
            application.case, programme.a_role, alliance.email
        ),
        organiser: Party { name: alliance.name.clone(), address: alliance.email.clone() },
        attendee: Party { name: application.name.clone(), address: application.email.clone() },
    }
}

/// An interview that is called off because its applicant has withdrawn, with what takes it out of their calendar. `None`
/// where there is none to come.
pub fn called_off(
    config: &Config,
    programme: &Programme,
    application: &Application,
    by: &str,
    now: Timestamp,
) -> Option<(Change, Invitation)> {
    let before = application.interview.as_ref().filter(|before| !before.cancelled && before.starts() > now)?;
    let interview = Interview {
        sequence: before.sequence.saturating_add(1),
        cancelled: true,
        set_by: by.to_owned(),
        set_at: now,
        ..before.clone()
    };
    let entry = invitation(config, programme, application, &interview, now);
    let case = application.case.clone();
    Some((Change::Panel(PanelChange::InterviewSet { case, interview }), entry))
}

fn samples() -> Vec<serde_json::Value> {
    let first = InterviewLetter {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        when: "2pm on Monday 12 April 2027".into(),
        place: "Harbour Primary School, Room 2".into(),
        length: "45 minutes".into(),
        group: String::new(),
        before: String::new(),
        cancelled: false,
    };
    let group = InterviewLetter { group: "A".into(), length: "3 hours".into(), ..first.clone() };
    let changed = InterviewLetter { before: "11am on Monday 12 April 2027, at Hazelbank".into(), ..first.clone() };
    let cancelled = InterviewLetter { cancelled: true, ..first.clone() };
    [first, group, changed, cancelled].iter().map(sample).collect()
}
