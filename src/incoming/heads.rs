//! Who answers for somebody's time, and where they are written to.

use crate::config::Programme;
use crate::domain::EmailAddress;
use crate::domain::facts::Facts;
use crate::domain::reference::ReferenceKind;
use crate::domain::register::{Designation, School, Urn};
use crate::domain::schools::folded;

/// A school of the alliance, by its number in the national register or by its name.
pub fn school<'f>(facts: &'f Facts, name: &str, urn: Option<Urn>) -> Option<&'f School> {
    let wanted = folded(name);
    facts.schools.iter().find(|school| {
        let by_number = urn.is_some() && school.urn == urn;
        by_number || (!wanted.is_empty() && folded(&school.name) == wanted)
    })
}

/// The head of somebody's school, or whoever vouched for them.
pub fn of_entry(facts: &Facts, programme: &Programme, entry: &Designation) -> Option<(String, EmailAddress)> {
    // Of a programme for heads the head of the school is the very person.
    let by_head = programme.employer() != Some(ReferenceKind::ChairOfGovernors);
    let school = school(facts, &entry.school, entry.urn).filter(|_| by_head);
    let of_school = school.and_then(|school| Some((school.head_name.clone(), school.head_email.clone()?)));
    let of_reference = || {
        let application = facts.application(entry.case.as_ref()?)?;
        let request = application.request(programme.employer()?)?;
        Some((request.name.clone(), request.email.clone()))
    };
    of_school.or_else(of_reference).filter(|(_, email)| *email != entry.email)
}
