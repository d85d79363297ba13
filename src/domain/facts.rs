//! What the record says about the matter in hand: loaded before a decision, and all that a rule may look at besides the
//! event itself and the time.

use super::application::Application;
use super::window::Window;
use super::{CaseId, EmailAddress, LetterId, ProgrammeId, WindowId};
use jiff::Timestamp;
use std::collections::BTreeMap;

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
    /// Case numbers that may be drawn: prefix and year.
    pub numbers: Vec<(String, i16)>,
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
    /// Letters decided for the sender within the last week.
    pub recent: Vec<SentLetter>,
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

    pub fn windows_of(&self, programme: &ProgrammeId) -> Vec<Window> {
        self.windows.iter().filter(|window| window.programme == *programme).cloned().collect()
    }

    /// Whether letters may go out for something received at an instant (invariant 10).
    pub fn is_live(&self, received_at: Timestamp) -> bool {
        self.go_live.is_some_and(|live| received_at >= live)
    }
}
