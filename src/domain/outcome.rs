//! What a person decided about an applicant. No rule writes one (invariant 4).

use super::CaseId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Designated,
    Reserve,
    NotDesignated,
}

impl Verdict {
    pub const ALL: [Self; 3] = [Self::Designated, Self::Reserve, Self::NotDesignated];

    pub fn word(self) -> &'static str {
        match self {
            Self::Designated => "designated",
            Self::Reserve => "reserve",
            Self::NotDesignated => "not_designated",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Designated => "designated",
            Self::Reserve => "reserve",
            Self::NotDesignated => "not designated",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.word() == word)
    }
}

/// Why an outcome letter waits. Nothing but a release lets it go: an approval of single letters passes it by.
pub const UNTIL_RELEASE: &str = "until release";

/// A decision, and who took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub verdict: Verdict,
    /// The reason, as the letter may give it.
    pub because: String,
    pub by: String,
    pub at: Timestamp,
    /// Grows when it is changed after its letter has gone.
    pub revision: u32,
    pub released_at: Option<Timestamp>,
}

impl Outcome {
    /// What its letter is for: one live letter per decision.
    pub fn purpose(&self, case: &CaseId) -> String {
        format!("outcome:{case}:{}", self.revision)
    }

    /// Whether its letter may still be changed without anybody having seen it.
    pub fn is_private(&self) -> bool {
        self.released_at.is_none()
    }
}
