//! An application: one person's wish to be designated, in as many versions as they sent.
//!
//! Nothing here is decided about a person (invariant 4). The rules say what was received, when, and what is still missing.

use super::answers::{Answers, Problem};
use super::interview::{Interview, Score};
use super::outcome::Outcome;
use super::reference::{Progress, Reference, ReferenceKind, Request, Standing};
use super::window::{Timing, Window};
use super::{CaseId, EmailAddress, MessageNo, ProgrammeId, WindowId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One person's application to one window, or kept for the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    pub case: CaseId,
    pub programme: ProgrammeId,
    /// The round it belongs to; `None` while it is kept for the next.
    pub window: Option<WindowId>,
    pub name: String,
    /// Where the applicant is written to: the address the application came from.
    pub email: EmailAddress,
    /// The address that the form itself gives, where it differs.
    pub form_email: Option<EmailAddress>,
    /// In the order of receipt; never empty.
    pub versions: Vec<Version>,
    /// A coordinator's decision to admit a late one.
    pub admitted: Option<Admission>,
    pub withdrawn: Option<Withdrawal>,
    /// Who was asked to vouch, in the order of asking.
    pub requests: Vec<Request>,
    /// What referees sent, in the order of receipt.
    pub references: Vec<Reference>,
    pub shortlisted: bool,
    pub interview: Option<Interview>,
    pub scores: Vec<Score>,
    pub outcome: Option<Outcome>,
}

/// One form as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub number: u32,
    pub message: MessageNo,
    /// Our own server's stamp.
    pub received_at: Timestamp,
    pub answers: Answers,
    pub problems: Vec<Problem>,
    /// A coordinator accepted it although it came after the closing.
    pub accepted: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admission {
    pub by: String,
    pub because: String,
    pub at: Timestamp,
}

/// An applicant's wish to go no further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    pub at: Timestamp,
    pub by: String,
    pub because: String,
}

/// Where an application stands. The words are those of `applications --json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Everything that the applicant must send is there.
    Complete,
    Incomplete,
    /// It came, but no version of it could be read.
    Unreadable,
    /// Its first receipt is after the closing, and no coordinator has admitted it.
    Late,
    /// No round is open or announced; it waits for the next.
    Kept,
    /// The applicant wishes to go no further.
    Withdrawn,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Incomplete => "incomplete",
            Self::Unreadable => "unreadable",
            Self::Late => "late",
            Self::Kept => "kept",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Version {
    pub fn is_complete(&self) -> bool {
        !self.problems.iter().any(|problem| problem.blocks)
    }
}

impl Application {
    /// An application before its first form.
    pub fn new(
        case: CaseId,
        programme: ProgrammeId,
        window: Option<WindowId>,
        name: String,
        email: EmailAddress,
    ) -> Self {
        Self {
            case,
            programme,
            window,
            name,
            email,
            form_email: None,
            versions: vec![],
            admitted: None,
            withdrawn: None,
            requests: vec![],
            references: vec![],
            shortlisted: false,
            interview: None,
            scores: vec![],
            outcome: None,
        }
    }

    /// The stamp that decides: the first receipt (invariant 3).
    pub fn first_received_at(&self) -> Option<Timestamp> {
        self.versions.iter().map(|version| version.received_at).min()
    }

    /// Whether the first receipt was at or before the closing. `None` while the application has no window.
    pub fn on_time(&self, window: Option<&Window>) -> Option<bool> {
        let first = self.first_received_at()?;
        window.map(|window| window.timing(first) != Timing::Late)
    }

    /// Whether a version came after the closing of an application that was itself on time: it waits for the coordinator.
    pub fn waits(&self, version: &Version, window: Option<&Window>) -> bool {
        self.on_time(window) == Some(true)
            && !version.accepted
            && window.is_some_and(|window| window.timing(version.received_at) == Timing::Late)
    }

    /// The version that counts: the latest complete one, else the latest; never one that waits for the coordinator.
    ///
    /// Whoever sends a worse form after a complete one has not withdrawn the complete one.
    pub fn counting(&self, window: Option<&Window>) -> Option<&Version> {
        let candidates = || self.versions.iter().filter(|version| !self.waits(version, window));
        candidates().rfind(|version| version.is_complete()).or_else(|| candidates().next_back())
    }

    pub fn state(&self, window: Option<&Window>) -> State {
        if self.withdrawn.is_some() {
            return State::Withdrawn;
        }
        if self.window.is_none() {
            return State::Kept;
        }
        if self.on_time(window) == Some(false) && self.admitted.is_none() {
            return State::Late;
        }
        match self.counting(window) {
            // Where the referee completes a section of the form, the form is not complete before they have.
            Some(version) if version.is_complete() && self.awaited_in_form().next().is_some() => State::Incomplete,
            Some(version) if version.is_complete() => State::Complete,
            Some(version) if version.answers.is_blank() => State::Unreadable,
            Some(_) | None => State::Incomplete,
        }
    }

    /// Labels of what is still missing or wrong in the version that counts.
    pub fn missing(&self, window: Option<&Window>) -> Vec<String> {
        let awaited = self.awaited_in_form().map(|kind| capitalised(kind.label()));
        self.counting(window)
            .map(|version| {
                version.problems.iter().filter(|p| p.blocks).map(|p| p.label.clone()).chain(awaited).collect()
            })
            .unwrap_or_default()
    }

    /// References that belong into the form and have not been received.
    fn awaited_in_form(&self) -> impl Iterator<Item = ReferenceKind> {
        ReferenceKind::ALL.into_iter().filter(|kind| {
            self.request(*kind).is_some_and(|request| request.in_form) && self.progress(*kind) != Progress::Received
        })
    }

    /// Who was last asked for a reference of a kind.
    pub fn request(&self, kind: ReferenceKind) -> Option<&Request> {
        self.requests.iter().rfind(|request| request.kind == kind)
    }

    /// How a reference stands. What counts is never undone by something that came later and waits.
    pub fn progress(&self, kind: ReferenceKind) -> Progress {
        let of_kind = || self.references.iter().filter(|reference| reference.kind == kind);
        if of_kind().any(|reference| reference.standing == Standing::Counts) {
            Progress::Received
        } else if of_kind().any(|reference| reference.standing == Standing::Waits) {
            Progress::Waits
        } else {
            match self.request(kind) {
                Some(request) if request.bounced_at.is_some() => Progress::Bounced,
                Some(_) => Progress::Asked,
                None => Progress::NotAsked,
            }
        }
    }

    /// The reference of a kind that counts; of several, the latest.
    pub fn reference(&self, kind: ReferenceKind) -> Option<&Reference> {
        self.references.iter().rfind(|r| r.kind == kind && r.standing == Standing::Counts)
    }

    /// Whether it is to be decided about: in the round, in time or admitted, and not withdrawn.
    pub fn is_in_the_running(&self, window: &Window) -> bool {
        self.window == Some(window.id)
            && match self.state(Some(window)) {
                State::Complete | State::Incomplete | State::Unreadable => true,
                State::Late | State::Kept | State::Withdrawn => false,
            }
    }

    /// Whether an address is one of this applicant's own.
    pub fn belongs_to(&self, address: &EmailAddress) -> bool {
        self.email == *address || self.form_email.as_ref() == Some(address)
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::answers::{Answer, ProblemKind};
    use super::super::civil::Zone;
    use super::super::{FormId, WindowName};
    use super::*;
    use jiff::civil::datetime;

    fn window() -> Window {
        Window {
            id: WindowId(1),
            programme: ProgrammeId::parse("sle").unwrap(),
            name: WindowName::parse("spring-2027").unwrap(),
            opens_at: datetime(2027, 3, 1, 0, 0, 0, 0),
            closes_at: datetime(2027, 3, 19, 18, 0, 0, 0),
            zone: Zone::parse("Europe/London").unwrap(),
            closed_early_at: None,
            key_dates: vec![],
            steps: vec![],
            targets: vec![],
        }
    }

    fn version(number: u32, received_at: &str, complete: bool) -> Version {
        let value = if complete { "Priya Nair" } else { "" };
        let answer = Answer { id: "name".into(), label: "Name".into(), value: value.into(), words: 0 };
        let problem = Problem {
            kind: ProblemKind::Missing,
            field: Some("name".into()),
            label: "Name".into(),
            words: None,
            message: String::new(),
            blocks: true,
        };
        Version {
            number,
            message: MessageNo(i64::from(number)),
            received_at: received_at.parse().unwrap(),
            answers: Answers { form: FormId::parse("sle-application").unwrap(), fields: vec![answer] },
            problems: if complete { vec![] } else { vec![problem] },
            accepted: false,
        }
    }

    fn application(versions: Vec<Version>) -> Application {
        Application {
            versions,
            ..Application::new(
                CaseId::new("SLE", 2027, 1),
                ProgrammeId::parse("sle").unwrap(),
                Some(WindowId(1)),
                "Priya Nair".into(),
                EmailAddress::parse("p@hazelbank.example").unwrap(),
            )
        }
    }

    #[test]
    fn a_worse_form_does_not_undo_a_complete_one() {
        let window = window();
        let app =
            application(vec![version(1, "2027-03-02T09:00:00Z", true), version(2, "2027-03-03T09:00:00Z", false)]);
        assert_eq!(app.counting(Some(&window)).unwrap().number, 1);
        assert_eq!(app.state(Some(&window)), State::Complete);
    }

    #[test]
    fn a_correction_after_closing_waits_and_the_first_receipt_decides() {
        let window = window();
        let mut app =
            application(vec![version(1, "2027-03-19T18:00:00Z", false), version(2, "2027-03-19T18:00:01Z", true)]);
        assert_eq!(app.on_time(Some(&window)), Some(true));
        assert_eq!(app.counting(Some(&window)).unwrap().number, 1);
        assert_eq!(app.state(Some(&window)), State::Unreadable);
        app.versions[1].accepted = true;
        assert_eq!(app.state(Some(&window)), State::Complete);
    }

    #[test]
    fn a_late_one_is_late_until_a_coordinator_admits_it() {
        let window = window();
        let mut app = application(vec![version(1, "2027-03-19T18:00:01Z", true)]);
        assert_eq!(app.state(Some(&window)), State::Late);
        app.admitted = Some(Admission { by: "Sam".into(), because: "flood".into(), at: Timestamp::UNIX_EPOCH });
        assert_eq!(app.state(Some(&window)), State::Complete);
        assert_eq!(app.on_time(Some(&window)), Some(false), "admitted, but never called on time");
    }
}
