//! Which schools of the national register the alliance's own are: by their exact name, where one open school has it.

use crate::domain::change::{Change, RegisterChange};
use crate::domain::register::{Designation, Establishment, School, Urn};
use crate::domain::schools::{Directory, Found, folded};
use std::collections::BTreeMap;

/// What was found, and what a person must say.
#[derive(Debug, Default)]
pub struct Matched {
    pub changes: Vec<Change>,
    /// Entries and schools of the alliance that have a number now and had none.
    pub found: usize,
    /// A name that several open schools have, whose it is here, and which they are.
    pub ambiguous: Vec<(String, Vec<String>, Vec<Urn>)>,
    /// Names that no open school has.
    pub unknown: Vec<(String, Vec<String>)>,
}

/// Looks up everybody and everything without a number.
pub fn find(directory: &Directory, register: &[Designation], schools: &[School]) -> Matched {
    let mut matched = Matched::default();
    let mut open: BTreeMap<String, (String, Vec<String>, Found)> = BTreeMap::new();
    let mut leave = |name: &str, whose: String, found: Found| {
        let place = open.entry(folded(name)).or_insert_with(|| (name.to_owned(), vec![], found));
        place.1.push(whose);
    };
    for school in schools.iter().filter(|school| school.urn.is_none()) {
        match directory.find(&school.name) {
            Found::One(urn) => {
                matched.found += 1;
                matched.changes.push(Change::SchoolKnown { school: School { urn: Some(urn), ..school.clone() } });
            }
            found @ (Found::Nothing | Found::Several(_)) => {
                leave(&school.name, "the list of schools".to_owned(), found)
            }
        }
    }
    for entry in register.iter().filter(|entry| entry.urn.is_none() && !entry.status.is_end()) {
        let Some(number) = &entry.number else { continue };
        match directory.find(&entry.school) {
            Found::One(urn) => {
                matched.found += 1;
                matched.changes.push(Change::Register(RegisterChange::SchoolSet {
                    entry: number.clone(),
                    school: entry.school.clone(),
                    urn: Some(urn),
                }));
            }
            found @ (Found::Nothing | Found::Several(_)) => {
                leave(&entry.school, format!("{} ({number})", entry.name), found);
            }
        }
    }
    for (name, whose, found) in open.into_values() {
        match found {
            Found::Several(urns) => matched.ambiguous.push((name, whose, urns)),
            Found::Nothing | Found::One(_) => matched.unknown.push((name, whose)),
        }
    }
    matched
}

impl Matched {
    /// What to tell whoever imported. `schools` gives the places of those that a name leads to.
    pub fn in_words(&self, schools: &[Establishment]) -> Vec<String> {
        let mut lines = vec![];
        if self.found > 0 {
            lines.push(format!(
                "Found in the national register by their exact name: {} of the alliance's schools and people.",
                self.found
            ));
        }
        for (name, whose, urns) in &self.ambiguous {
            let place = |urn: &Urn| {
                let known = schools.iter().find(|school| school.urn == *urn);
                let parts = known.map(|school| [school.town.clone(), school.postcode.clone()]).unwrap_or_default();
                let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
                if parts.is_empty() { urn.to_string() } else { format!("{urn} ({parts})") }
            };
            let all: Vec<String> = urns.iter().map(place).collect();
            lines.push(format!(
                "Several open schools are called {name}: {}. It is the school of {}; say which with `urn REG-… {}`, or give the URN in the list.",
                all.join(", "),
                whose.join(", "),
                urns.first().map(ToString::to_string).unwrap_or_default()
            ));
        }
        for (name, whose) in &self.unknown {
            lines.push(format!(
                "No open school is called exactly {name} (school of {}); `schools find` looks for parts of a name.",
                whose.join(", ")
            ));
        }
        lines
    }
}
