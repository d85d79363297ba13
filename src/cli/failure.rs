//! Why a command did not do what was asked: whose affair it is decides the exit code.

use crate::app::AppFault;
use crate::commands::Refusal;
use crate::config::ConfigFaults;
use crate::reader::ReaderFault;
use crate::render::RenderFault;
use crate::schedule::upcoming::UpcomingFault;
use crate::step::StepFault;
use crate::store::StoreFault;
use std::fmt;

#[derive(Debug)]
pub enum Failure {
    /// Ours, or the machine's.
    Fault(String),
    /// The operator's: wrong use or wrong configuration.
    Wrong(String),
    /// Understood, and the answer is no.
    Refused(String),
}

impl Failure {
    pub fn fault(sentence: impl Into<String>) -> Self {
        Self::Fault(sentence.into())
    }

    pub fn wrong(sentence: impl Into<String>) -> Self {
        Self::Wrong(sentence.into())
    }

    pub fn refused(sentence: impl Into<String>) -> Self {
        Self::Refused(sentence.into())
    }

    pub fn code(&self) -> u8 {
        match self {
            Self::Fault(_) => 1,
            Self::Wrong(_) => 2,
            Self::Refused(_) => 3,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fault(sentence) | Self::Wrong(sentence) | Self::Refused(sentence) => f.write_str(sentence),
        }
    }
}

impl From<ConfigFaults> for Failure {
    fn from(faults: ConfigFaults) -> Self {
        Self::Wrong(faults.to_string())
    }
}

impl From<StoreFault> for Failure {
    fn from(fault: StoreFault) -> Self {
        match fault {
            StoreFault::Missing(_) => Self::Wrong(fault.to_string()),
            StoreFault::OldSqlite(_)
            | StoreFault::NotDurable(..)
            | StoreFault::Newer
            | StoreFault::Migration(_)
            | StoreFault::Busy
            | StoreFault::Turn { .. }
            | StoreFault::Sql(_)
            | StoreFault::Unreadable(_) => Self::Fault(fault.to_string()),
        }
    }
}

impl From<RenderFault> for Failure {
    fn from(fault: RenderFault) -> Self {
        // Templates and frames are the alliance's own files.
        Self::Wrong(fault.to_string())
    }
}

impl From<StepFault> for Failure {
    fn from(fault: StepFault) -> Self {
        match fault {
            StepFault::Store(fault) => fault.into(),
            StepFault::Render(fault) => fault.into(),
        }
    }
}

impl From<UpcomingFault> for Failure {
    fn from(fault: UpcomingFault) -> Self {
        match fault {
            UpcomingFault::Room(_) => Self::Fault(fault.to_string()),
            UpcomingFault::Step(fault) => fault.into(),
        }
    }
}

impl From<ReaderFault> for Failure {
    fn from(fault: ReaderFault) -> Self {
        Self::Fault(fault.to_string())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Misunderstood(sentence) => Self::Wrong(sentence),
            Refusal::Refused(sentence) => Self::Refused(sentence),
        }
    }
}

impl From<AppFault> for Failure {
    fn from(fault: AppFault) -> Self {
        match fault {
            AppFault::Store(fault) => fault.into(),
            AppFault::Render(fault) => fault.into(),
            AppFault::Step(fault) => fault.into(),
            AppFault::Locked(_) => Self::Refused(fault.to_string()),
            AppFault::Intake(_) | AppFault::Delivery(_) | AppFault::Lock(..) => Self::Fault(fault.to_string()),
        }
    }
}
