//! Projects that designated people are funded for: what was agreed, which reports are due when, and what came of it.
//!
//! Whether a report is good is a person's word, and so is that a bursary has been paid: the clerk reminds and notes.

use super::money::Pence;
use super::{CaseId, EmailAddress, MessageNo, ProgrammeId};
use jiff::Timestamp;
use jiff::civil::Date;

/// Numbers of projects begin with it: `PRJ-2027-0001`.
pub const PREFIX: &str = "PRJ";

/// A project, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub number: CaseId,
    pub holder: Holder,
    pub title: String,
    pub bursary: Pence,
    pub agreed_on: Date,
    pub agreed_by: String,
    /// In the order of their dates; the last is the final report.
    pub steps: Vec<Step>,
    pub paid_on: Option<Date>,
    pub dropped: Option<Dropped>,
}

/// Whose project it is, as the register has them today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// `REG-2027-0003`.
    pub entry: CaseId,
    pub programme: ProgrammeId,
    pub name: String,
    pub email: EmailAddress,
    pub school: String,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// As the programme's policy names it: `final`.
    pub id: String,
    /// `final report`.
    pub name: String,
    pub due: Date,
    /// The last step of the reminders that was taken for this date; 0 for none.
    pub reminded: u32,
    pub report: Option<Report>,
    pub accepted_on: Option<Date>,
}

/// What the holder sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub message: MessageNo,
    /// Our own server's stamp.
    pub received_at: Timestamp,
}

/// The project does not go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    pub on: Date,
    pub because: String,
}

/// How far a project has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Agreed,
    /// A report is here that nobody has accepted yet.
    ReportReceived,
    /// The final report is accepted: the bursary may be paid.
    Accepted,
    Paid,
    Abandoned,
}

impl State {
    /// As `projects --json` says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::ReportReceived => "report_received",
            Self::Accepted => "accepted",
            Self::Paid => "paid",
            Self::Abandoned => "abandoned",
        }
    }

    /// As people say it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::ReportReceived => "report received",
            Self::Accepted => "accepted",
            Self::Paid => "paid",
            Self::Abandoned => "abandoned",
        }
    }
}

impl Project {
    pub fn state(&self) -> State {
        if self.dropped.is_some() {
            State::Abandoned
        } else if self.paid_on.is_some() {
            State::Paid
        } else if self.steps.last().is_some_and(|last| last.accepted_on.is_some()) {
            State::Accepted
        } else if self.steps.iter().any(Step::waits_for_a_word) {
            State::ReportReceived
        } else {
            State::Agreed
        }
    }

    /// Whether anything is still expected of its holder.
    pub fn is_open(&self) -> bool {
        match self.state() {
            State::Agreed | State::ReportReceived => true,
            State::Accepted | State::Paid | State::Abandoned => false,
        }
    }

    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// What is still to come, the nearest first.
    pub fn awaited(&self) -> impl Iterator<Item = &Step> {
        let open = self.is_open();
        self.steps.iter().filter(move |step| open && step.report.is_none() && step.accepted_on.is_none())
    }

    pub fn is_final(&self, step: &Step) -> bool {
        self.steps.last().is_some_and(|last| last.id == step.id)
    }

    /// When the whole of it is due.
    pub fn due(&self) -> Option<Date> {
        self.steps.last().map(|step| step.due)
    }
}

impl Step {
    /// Its report is here, and nobody has accepted it yet.
    pub fn waits_for_a_word(&self) -> bool {
        self.report.is_some() && self.accepted_on.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn project() -> Project {
        let step = |id: &str, due| Step {
            id: id.to_owned(),
            name: id.to_owned(),
            due,
            reminded: 0,
            report: None,
            accepted_on: None,
        };
        Project {
            number: CaseId::new(PREFIX, 2027, 1),
            holder: Holder {
                entry: CaseId::new("REG", 2027, 1),
                programme: ProgrammeId::parse("lead-practitioner").unwrap(),
                name: "Priya Nair".to_owned(),
                email: EmailAddress::parse("p.nair@hazelbank.example").unwrap(),
                school: String::new(),
            },
            title: "Talk for writing".to_owned(),
            bursary: Pence(50_000),
            agreed_on: date(2027, 6, 1),
            agreed_by: "Ruth".to_owned(),
            steps: vec![step("midpoint", date(2027, 11, 1)), step("final", date(2028, 3, 12))],
            paid_on: None,
            dropped: None,
        }
    }

    #[test]
    fn a_project_comes_as_far_as_its_final_report() {
        let mut project = project();
        let report = Some(Report { message: MessageNo(1), received_at: Timestamp::UNIX_EPOCH });
        assert_eq!((project.state(), project.awaited().count()), (State::Agreed, 2));
        project.steps[0].report = report.clone();
        assert_eq!(project.state(), State::ReportReceived);
        project.steps[0].accepted_on = Some(date(2027, 11, 2));
        assert_eq!(project.state(), State::Agreed, "the final report is still to come");
        assert_eq!(project.awaited().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["final"]);
        project.steps[1].report = report;
        project.steps[1].accepted_on = Some(date(2028, 3, 13));
        assert_eq!((project.state(), project.is_open()), (State::Accepted, false));
        project.paid_on = Some(date(2028, 4, 1));
        assert_eq!(project.state(), State::Paid);
        project.dropped = Some(Dropped { on: date(2028, 4, 2), because: "x".to_owned() });
        assert_eq!((project.state(), project.awaited().count()), (State::Abandoned, 0));
    }

    /// Without its mid-point report a project whose final one has been accepted is done.
    #[test]
    fn the_final_report_ends_what_was_expected_before() {
        let mut project = project();
        project.steps[1].accepted_on = Some(date(2028, 3, 13));
        assert_eq!((project.state(), project.awaited().count()), (State::Accepted, 0));
    }
}
