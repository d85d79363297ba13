//! What the record says about the matter in hand: loaded before a decision, and all that a rule may look at besides the
//! event itself and the time.

use super::application::Application;
use super::deployment::Deployment;
use super::invoice::{Fund, Invoice};
use super::meeting::{Meeting, Minutes};
use super::project::Project;
use super::register::{Designation, Establishment, Interest, School};
use super::visit::{OpenLog, Visit};
use super::window::Window;
use super::worked::HalfDays;
use super::{CaseId, EmailAddress, LetterId, MessageNo, ProgrammeId, ReviewId, WindowId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What an event concerns; the store loads the facts for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lookup {
    /// The address whose recent letters matter.
    pub sender: Option<EmailAddress>,
    /// Applicants with any of these addresses …
    pub addresses: Vec<EmailAddress>,
    /// … or these names, folded …
    pub names: Vec<String>,
    /// … or these case numbers.
    pub cases: Vec<CaseId>,
    /// Message-IDs of ours that the event may answer.
    pub answers: Vec<String>,
    /// All applications of these programmes (commands that touch a whole round).
    pub programmes: Vec<ProgrammeId>,
    /// Applications of these programmes that are not yet history: kept ones, and those of rounds that closed within the last
    /// year and have not been archived.
    pub current: Vec<ProgrammeId>,
    /// Case numbers that may be drawn: prefix and year.
    pub numbers: Vec<(String, i16)>,
    /// Applications of which any of these addresses was asked for a reference.
    pub referees: Vec<EmailAddress>,
    /// Reply tokens that the event shows, with the case beside each.
    pub tokens: Vec<(CaseId, String)>,
    /// Letters by their number.
    pub letters: Vec<LetterId>,
    /// What lies on the coordinators' desk: questions and stuck letters.
    pub desk: bool,
    /// Schools, the register of interest, the register of designated people.
    pub people: bool,
    /// All meetings of the last year and to come. Meetings that the event names, answers or shows a token of are loaded
    /// without it, as are the sender's own entries of the register.
    pub meetings: bool,
    /// All projects. Those that the event names or answers are loaded without it, as are the sender's own.
    pub projects: bool,
    /// All deployments that are not over, or ended within the last year, with their visits. Those that the event names or
    /// answers, and those that the sender has a part in, are loaded without it.
    pub deployments: bool,
    /// What of the ledger is wanted. Invoices that the event names or answers are loaded without it.
    pub ledger: Ledger,
    /// Schools of the national register, by URN or name.
    pub establishments: Vec<String>,
    /// The schools of the national register that the people of the register, the alliance's schools and the deployments that
    /// are loaded belong to: where they are, and of which phase.
    pub home_schools: bool,
    /// The meeting whose latest minutes are wanted, files and all.
    pub minutes_of: Option<CaseId>,
}

/// Which parts of the ledger are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Confirmed days that no document of one side has yet, with their deployments; and the funds.
    pub unbilled: bool,
    /// Drafts, and the next free number of each series.
    pub drafts: bool,
    /// Issued documents that are not settled: neither paid nor credited in full.
    pub open: bool,
    /// The issued document that has waited longest for its letter.
    pub next_unposted: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Every window of every programme, oldest first: there are a few a year.
    pub windows: Vec<Window>,
    pub applications: Vec<Application>,
    /// The next free case number, for each prefix and year asked for.
    pub next_numbers: BTreeMap<(String, i16), u32>,
    /// Letters of ours that the event answers.
    pub answered: Vec<SentLetter>,
    /// Reply tokens that the event shows and that are ours: for which case, made for whom.
    pub proven: Vec<(CaseId, EmailAddress)>,
    /// Letters decided for the sender within the last week.
    pub recent: Vec<SentLetter>,
    /// Letters asked for by number, and, with the desk, those that are stuck or held.
    pub letters: Vec<SentLetter>,
    /// Open questions, oldest first.
    pub reviews: Vec<OpenReview>,
    /// With the desk: the latest digest of each coordinator, and what came since.
    pub last_digests: Vec<LastDigest>,
    /// With the desk: how many mails ever came, by their kind, and when the first was handled.
    pub came: BTreeMap<String, u32>,
    pub at_work_since: Option<Timestamp>,
    pub schools: Vec<School>,
    pub interests: Vec<Interest>,
    /// The whole register where `people` was asked for; otherwise the entries of the sender, and of the cases named.
    pub register: Vec<Designation>,
    /// By their number.
    pub meetings: Vec<Meeting>,
    /// In the order in which they were agreed.
    pub projects: Vec<Project>,
    /// In the order in which they were asked for.
    pub deployments: Vec<Deployment>,
    /// Of these deployments, and those of the sender; withdrawn ones among them.
    pub visits: Vec<Visit>,
    /// Logs whose writers have been asked what they mean: the sender's, or with `deployments` all.
    pub open_logs: Vec<OpenLog>,
    /// Invoices, credit notes and statements that were asked for, in the order in which they were drafted.
    pub invoices: Vec<Invoice>,
    pub funds: Vec<Fund>,
    /// What schools have given and got of each other, in half-days: who gives, who gets.
    pub swaps: Vec<(String, String, HalfDays)>,
    /// Schools of the national register that were asked for: open ones first.
    pub establishments: Vec<Establishment>,
    /// The latest minutes of the meeting that was asked for.
    pub minutes: Option<Minutes>,
    /// With the desk: for which terms a missing meeting has been asked about, whatever became of it.
    pub meetings_asked_for: BTreeSet<String>,
    /// The numbers of the digests that the event answers, and what they stood for.
    pub digest_items: Vec<DigestItem>,
    /// Nothing goes out for mail received before this; `None` means for no mail at all.
    pub go_live: Option<Timestamp>,
}

/// A letter in the outbox, as far as a decision cares.
#[derive(Debug, Clone, PartialEq)]
pub struct SentLetter {
    pub id: LetterId,
    pub letter: String,
    pub to: EmailAddress,
    pub case: Option<CaseId>,
    pub created_at: Timestamp,
    /// What it was for; unique.
    pub purpose: String,
    pub subject: String,
    /// As in `outbox`: queued, held, failed …
    pub state: String,
    pub held_because: String,
    pub last_error: String,
}

/// When somebody last had a digest, and how many mails of which kind came since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastDigest {
    pub to: EmailAddress,
    pub at: Timestamp,
    pub came: BTreeMap<String, u32>,
}

/// A question that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReview {
    pub id: ReviewId,
    pub key: String,
    pub question: String,
    pub case: Option<CaseId>,
    pub message: Option<MessageNo>,
    pub actions: Vec<Action>,
    pub opened_at: Timestamp,
    /// When a coordinator was first told of it.
    pub noted_at: Option<Timestamp>,
    pub held_until: Option<Timestamp>,
    pub chased: u32,
}

/// What a question may be answered with: a verb, and the command of the vocabulary that it stands for.
///
/// `…` at the end of a command stands for what follows the verb in the answer; the verb `*` takes any words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub verb: String,
    pub command: String,
}

/// A number of a digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestItem {
    /// The purpose of the digest's letter.
    pub digest: String,
    pub number: u32,
    pub review: OpenReview,
    pub closed: bool,
    /// Who decided it, and how; empty while it is open.
    pub decided: String,
}

impl Facts {
    pub fn window(&self, id: WindowId) -> Option<&Window> {
        self.windows.iter().find(|window| window.id == id)
    }

    pub fn window_of(&self, application: &Application) -> Option<&Window> {
        application.window.and_then(|id| self.window(id))
    }

    pub fn application(&self, case: &CaseId) -> Option<&Application> {
        self.applications.iter().find(|application| application.case == *case)
    }

    pub fn meeting(&self, number: &CaseId) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.number == *number)
    }

    pub fn project(&self, number: &CaseId) -> Option<&Project> {
        self.projects.iter().find(|project| project.number == *number)
    }

    pub fn deployment(&self, number: &CaseId) -> Option<&Deployment> {
        self.deployments.iter().find(|deployment| deployment.number == *number)
    }

    /// Visits of a deployment that stand, in the order of their days.
    pub fn visits_of<'f>(&'f self, number: &'f CaseId) -> impl Iterator<Item = &'f Visit> {
        self.visits.iter().filter(move |visit| visit.deployment == *number && visit.stands())
    }

    pub fn invoice(&self, number: &CaseId) -> Option<&Invoice> {
        self.invoices.iter().find(|invoice| invoice.number.as_ref() == Some(number))
    }

    /// An entry of the register, by its own number or by that of the application that led to it.
    pub fn entry(&self, number: &CaseId) -> Option<&Designation> {
        self.register.iter().find(|entry| entry.number.as_ref() == Some(number) || entry.case.as_ref() == Some(number))
    }

    pub fn windows_of(&self, programme: &ProgrammeId) -> Vec<Window> {
        self.windows.iter().filter(|window| window.programme == *programme).cloned().collect()
    }

    /// Whether letters may go out for something received at an instant (invariant 10).
    pub fn is_live(&self, received_at: Timestamp) -> bool {
        self.go_live.is_some_and(|live| received_at >= live)
    }
}
