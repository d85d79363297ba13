//! The list of designated people as an alliance keeps it.
//!
//! Whoever is in the register already stays as the register has them: what the file adds is added, what it says otherwise
//! is told, and taken only with `--update`. So a list that was imported once can be imported again after months of work.

mod row;

use super::table::Table;
use crate::config::Config;
use crate::domain::change::{Change, OutcomeChange};
use crate::domain::register::Designation;
use crate::domain::schools;
use jiff::civil::Date;
use row::{COLUMNS, Reader, Row};
use std::collections::BTreeSet;

/// What follows from a file.
#[derive(Debug, Default)]
pub struct People {
    pub changes: Vec<Change>,
    pub new: usize,
    pub brought_up_to_date: usize,
    pub unchanged: usize,
    /// What a person should know.
    pub notes: Vec<String>,
    rows: Vec<Row>,
}

/// Everything that a file says, before the register is looked at.
///
/// # Errors
/// Every fault, by its line.
pub fn read(text: &str, config: &Config, ignored: &[String], today: Date) -> Result<People, Vec<String>> {
    let table = Table::read(text, &COLUMNS, ignored)?;
    let mut faults = vec![];
    let mut seen = BTreeSet::new();
    let mut people = People::default();
    for (line, cells) in table.rows {
        let mut reader = Reader { line, cells: &cells, config, today, faults: &mut faults, notes: &mut people.notes };
        let Some(row) = reader.row() else { continue };
        let entry = &row.designation;
        if !seen.insert((entry.programme.clone(), entry.name.to_lowercase(), entry.email.folded().to_owned())) {
            faults.push(format!("line {line}: {} stands there twice", entry.name));
        }
        people.rows.push(row);
    }
    if faults.is_empty() { Ok(people) } else { Err(faults) }
}

impl People {
    /// The changes that bring the register to what the file says. `update`: where they differ, the file is right.
    pub fn against(mut self, register: &[Designation], update: bool) -> Self {
        for row in std::mem::take(&mut self.rows) {
            let own = &row.designation;
            let same_name = |entry: &&Designation| {
                entry.programme == own.programme && entry.name.to_lowercase() == own.name.to_lowercase()
            };
            let by_address = register.iter().filter(same_name).find(|entry| entry.email == own.email);
            // Somebody whose address was changed since is the same person.
            let known = by_address.or_else(|| register.iter().filter(same_name).find(|entry| entry.since == own.since));
            let Some(known) = known else {
                self.new += 1;
                self.changes.push(entered(own.clone()));
                continue;
            };
            let merged = self.merged(known, &row, update);
            if merged == *known {
                self.unchanged += 1;
            } else {
                self.brought_up_to_date += 1;
                self.changes.push(entered(merged));
            }
        }
        self
    }

    /// What the register has, with what only the file knows.
    fn merged(&mut self, known: &Designation, row: &Row, update: bool) -> Designation {
        let own = &row.designation;
        let mut merged = known.clone();
        let mut differs = vec![];
        let mut text = |what: &str, mine: &mut String, theirs: &str, same: bool| {
            if mine.is_empty() || (update && !theirs.is_empty()) {
                theirs.clone_into(mine);
            } else if !theirs.is_empty() && !same {
                differs.push(format!("{what} {theirs} (register: {mine})"));
            }
        };
        let same_school = schools::folded(&known.school) == schools::folded(&own.school);
        text("the school", &mut merged.school, &own.school, same_school);
        text("the area", &mut merged.specialism, &own.specialism, known.specialism == own.specialism);
        text("the telephone", &mut merged.telephone, &own.telephone, known.telephone == own.telephone);
        if known.further.is_empty() || (update && !own.further.is_empty()) {
            merged.further.clone_from(&own.further);
        } else if !own.further.is_empty() && known.further != own.further {
            differs.push(format!("further areas {} (register: {})", own.further.join("; "), known.further.join("; ")));
        }
        if known.since != own.since {
            if update {
                merged.since = own.since;
            } else {
                differs.push(format!("designated on {} (register: {})", own.since, known.since));
            }
        }
        merged.urn = if update { own.urn.or(known.urn) } else { known.urn.or(own.urn) };
        merged.review_on = if update { own.review_on.or(known.review_on) } else { known.review_on.or(own.review_on) };
        let days = (own.half_days_a_year, known.half_days_a_year);
        merged.half_days_a_year = if update { days.0.or(days.1) } else { days.1.or(days.0) };
        for training in &own.training {
            if !merged.has_taken(&training.module) {
                merged.training.push(training.clone());
            }
        }
        if row.says_status && known.status != own.status {
            if update {
                (merged.status, merged.ended_on, merged.status_since) = (own.status, own.ended_on, own.status_since);
            } else {
                differs.push(format!("{} (register: {})", own.status.in_words(), known.status.in_words()));
            }
        }
        if known.email != own.email {
            differs.push("another e-mail address".to_owned());
        }
        if !differs.is_empty() {
            let number = known.number.as_ref().map(ToString::to_string).unwrap_or_default();
            self.notes.push(format!(
                "line {}: {} ({number}) is in the register already, and stays as it is there. The file says: {}",
                row.line,
                known.name,
                differs.join("; ")
            ));
        }
        merged
    }
}

fn entered(designation: Designation) -> Change {
    Change::Outcome(OutcomeChange::Entered { designation: Box::new(designation) })
}
