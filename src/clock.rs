//! The clock: the one place that asks the system for the time. Everything else is told (invariant 5).

use jiff::Timestamp;
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// What time it is, in whole seconds: the unit in which the office is fair.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The system's, but never before a mark: a folder whose clock was set ahead by `--now` does not go back.
    System { not_before: Option<Timestamp> },
    /// Stands still until it is set: demonstrations and tests.
    Manual(Arc<Mutex<Timestamp>>),
    /// Began at an instant and runs on from there: `run --now`.
    Shifted { began: Timestamp, at: Instant },
}

impl Clock {
    pub fn manual(at: Timestamp) -> Self {
        Self::Manual(Arc::new(Mutex::new(at)))
    }

    pub fn shifted(began: Timestamp) -> Self {
        Self::Shifted { began, at: monotonic() }
    }

    /// The time, truncated to the second.
    pub fn now(&self) -> Timestamp {
        let now = match self {
            Self::System { not_before } => system().max(not_before.unwrap_or(Timestamp::MIN)),
            Self::Manual(at) => match at.lock() {
                Ok(at) => *at,
                Err(poisoned) => *poisoned.into_inner(),
            },
            Self::Shifted { began, at } => {
                let passed = i64::try_from(monotonic().duration_since(*at).as_secs()).unwrap_or(0);
                Timestamp::from_second(began.as_second().saturating_add(passed)).unwrap_or(*began)
            }
        };
        Timestamp::from_second(now.as_second()).unwrap_or(now)
    }

    /// Sets a manual clock; any other goes its own way.
    pub fn set(&self, to: Timestamp) {
        if let Self::Manual(at) = self
            && let Ok(mut at) = at.lock()
        {
            *at = to;
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one caller of the system clock")]
fn system() -> Timestamp {
    Timestamp::now()
}

/// For measuring how long something took; never for what time it is.
#[expect(clippy::disallowed_methods, reason = "the one caller of the monotonic clock")]
pub fn monotonic() -> Instant {
    Instant::now()
}
