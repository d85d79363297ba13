//! The register of designated people, and the schools that the alliance writes to.

use super::{CaseId, EmailAddress, ProgrammeId};
use jiff::civil::Date;

/// An entry of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Designation {
    pub programme: ProgrammeId,
    /// Without one it was designated before the clerk kept the register.
    pub case: Option<CaseId>,
    pub name: String,
    pub email: EmailAddress,
    pub school: String,
    pub specialism: String,
    pub since: Date,
    pub ended_on: Option<Date>,
}

/// A school of the alliance, and who leads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    pub name: String,
    pub head_name: String,
    pub head_email: Option<EmailAddress>,
}

/// Somebody who asked to be told of the next round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    pub programme: ProgrammeId,
    pub email: EmailAddress,
    pub name: String,
}
