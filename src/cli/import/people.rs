//! The list of designated people as an alliance keeps it.
//!
//! Whoever is in the register already stays as the register has them: what the file adds is added, what it says otherwise
//! is told, and taken only with `--update`. So a list that was imported once can be imported again after months of work.

use super::table::{Table, Wanted};
use crate::config::{Config, Programme};
use crate::domain::EmailAddress;
use crate::domain::change::{Change, OutcomeChange};
use crate::domain::civil;
use crate::domain::register::{Designation, Status, Training, Urn};
use crate::domain::schools;
use jiff::civil::Date;
use std::collections::BTreeSet;

const fn wanted(name: &'static str, needed: bool, also: &'static [&'static str]) -> Wanted {
    Wanted { name, also, needed }
}

const COLUMNS: [Wanted; 17] = [
    wanted("name", false, &["full name", "sle", "sle name", "person", "name of sle", "colleague"]),
    wanted("first name", false, &["forename", "given name", "christian name", "first"]),
    wanted("last name", false, &["surname", "family name", "last"]),
    wanted("e-mail", true, &["email address", "mail", "work email", "school email", "contact email", "e-mail address"]),
    wanted(
        "school",
        true,
        &["school name", "home school", "current school", "base school", "establishment", "organisation"],
    ),
    wanted("URN", false, &["school urn", "dfe urn", "establishment urn"]),
    wanted(
        "specialism",
        true,
        &[
            "specialisms",
            "area of expertise",
            "areas of expertise",
            "expertise",
            "specialist area",
            "main specialism",
            "subject",
        ],
    ),
    wanted(
        "further specialisms",
        false,
        &[
            "further specialism",
            "other specialisms",
            "additional specialisms",
            "second specialism",
            "secondary specialism",
            "further areas of expertise",
            "other areas of expertise",
        ],
    ),
    wanted(
        "since",
        true,
        &[
            "designated on",
            "designated since",
            "designated",
            "date designated",
            "designation date",
            "date of designation",
            "start date",
        ],
    ),
    wanted("programme", true, &["scheme", "role", "type", "designation"]),
    wanted("status", false, &["standing", "current status"]),
    wanted("ended on", false, &["ended", "left on", "date left", "end date", "leaving date"]),
    wanted(
        "review date",
        false,
        &["review on", "review due", "next review", "date of review", "expiry date", "expires"],
    ),
    wanted(
        "days a year",
        false,
        &["days per year", "days", "days agreed", "agreed days", "release days", "number of days"],
    ),
    wanted("telephone", false, &["phone", "telephone number", "phone number", "mobile", "tel", "contact number"]),
    wanted("core training date", false, &["core training", "date of core training", "core training attended", "core"]),
    wanted(
        "enrichment modules",
        false,
        &["enrichment modules taken", "enrichment", "enrichment training", "modules", "training", "training taken"],
    ),
];

/// A row as it stands in the file, read.
#[derive(Debug, Clone)]
struct Row {
    line: u64,
    designation: Designation,
    /// Whether the file speaks of the status at all.
    says_status: bool,
}

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

/// The cells of one row.
struct Reader<'a, 'c> {
    line: u64,
    cells: &'a [String],
    config: &'c Config,
    today: Date,
    faults: &'a mut Vec<String>,
    notes: &'a mut Vec<String>,
}

impl<'c> Reader<'_, 'c> {
    fn cell(&self, name: &str) -> &str {
        let place = COLUMNS.iter().position(|column| column.name == name);
        place.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    fn fault(&mut self, what: impl std::fmt::Display) {
        self.faults.push(format!("line {}: {what}", self.line));
    }

    fn row(&mut self) -> Option<Row> {
        let before = self.faults.len();
        let name = match self.cell("name") {
            "" => format!("{} {}", self.cell("first name"), self.cell("last name")).trim().to_owned(),
            name => self.turned(name),
        };
        if name.is_empty() {
            self.fault("the name is empty");
        }
        for what in ["school", "specialism"] {
            if self.cell(what).is_empty() {
                self.fault(format!("the {what} is empty"));
            }
        }
        let email = EmailAddress::parse(self.cell("e-mail"));
        if email.is_err() {
            let given = self.cell("e-mail").to_owned();
            self.fault(format!("`{given}` is no e-mail address"));
        }
        let programme = self.programme();
        let since = self.date("since", true);
        if let Some(date) = since.filter(|date| *date > self.today) {
            self.fault(format!("{date} has not come yet"));
        }
        let review_on = self.date("review date", false);
        let ended_on = self.date("ended on", false);
        let status = self.status();
        let urn = self.urn();
        let half_days_a_year = self.half_days();
        let (programme, since, email) = (programme?, since?, email.ok()?);
        let training = self.training(programme, since);
        if self.faults.len() > before {
            return None;
        }
        let mut areas = programme.areas(self.cell("specialism")).into_iter();
        let specialism = areas.next()?;
        let mut further: Vec<String> = areas.collect();
        for area in programme.areas(self.cell("further specialisms")) {
            if area != specialism && !further.contains(&area) {
                further.push(area);
            }
        }
        // An end that has no status of its own is one all the same.
        let read = match (status, ended_on) {
            (None, Some(_)) => Status::Resigned,
            (Some(status), _) => status,
            (None, None) => Status::Active,
        };
        let ended = read.is_end().then(|| ended_on.unwrap_or(self.today));
        Some(Row {
            line: self.line,
            says_status: status.is_some() || ended_on.is_some(),
            designation: Designation {
                telephone: self.cell("telephone").to_owned(),
                school: self.cell("school").to_owned(),
                urn,
                specialism,
                further,
                status: read,
                ended_on: ended,
                status_since: ended,
                review_on,
                half_days_a_year,
                training,
                ..Designation::new(programme.id.clone(), name, email, since)
            },
        })
    }

    /// `Nair, Priya` is Priya Nair.
    fn turned(&self, name: &str) -> String {
        match name.split_once(',') {
            Some((last, first)) if !first.trim().is_empty() && !first.contains(',') => {
                format!("{} {}", first.trim(), last.trim())
            }
            Some(_) | None => name.to_owned(),
        }
    }

    /// By its id, its short name, its name, or what one person of it is called; `SLEs` is `SLE`.
    fn programme(&mut self) -> Option<&'c Programme> {
        let given = self.cell("programme").to_lowercase();
        let one = given.trim_end_matches('s');
        let ways = |p: &Programme| {
            [p.id.to_string(), p.short_name.to_lowercase(), p.name.to_lowercase(), p.role.to_lowercase()]
        };
        let found = self.config.programmes.values().find(|p| ways(p).iter().any(|way| *way == given || way == one));
        if found.is_none() {
            let ids: Vec<&str> = self.config.programmes.keys().map(|id| id.as_str()).collect();
            self.fault(format!("there is no programme `{given}`; there are: {}", ids.join(", ")));
        }
        found
    }

    fn date(&mut self, column: &str, needed: bool) -> Option<Date> {
        let given = self.cell(column).to_owned();
        if given.is_empty() && !needed {
            return None;
        }
        let read = given.parse::<Date>().ok().or_else(|| civil::read_date(&given));
        // “September 2019” is how many a list has it.
        let month = || civil::read_date(&format!("1 {given}"));
        match read.or_else(month) {
            Some(date) => Some(date),
            None => {
                self.fault(format!("`{given}` is no date; expected 2024-09-01, 01/09/2024 or 1 September 2024"));
                None
            }
        }
    }

    fn status(&mut self) -> Option<Status> {
        let given = self.cell("status").to_lowercase();
        Some(match given.trim().replace(['-', '_'], " ").as_str() {
            "" => return None,
            "active" | "current" | "designated" | "live" | "yes" | "deployable" => Status::Active,
            "paused" | "on leave" | "leave" | "maternity leave" | "maternity" | "inactive" | "on hold" | "seconded"
            | "secondment" | "sabbatical" => Status::Paused,
            "moved" | "moved school" | "changed school" => Status::Moved,
            "resigned" | "left" | "stepped down" | "retired" | "former" => Status::Resigned,
            "de designated" | "dedesignated" | "removed" | "ended" | "lapsed" | "expired" => Status::DeDesignated,
            _ => {
                let words: Vec<&str> = Status::ALL.into_iter().map(Status::in_words).collect();
                self.fault(format!("`{given}` is no status; expected one of {}", words.join(", ")));
                return None;
            }
        })
    }

    fn urn(&mut self) -> Option<Urn> {
        let given = self.cell("URN").to_owned();
        if given.is_empty() {
            return None;
        }
        let read = given.parse().ok().filter(|urn| (10_000..10_000_000).contains(urn)).map(Urn);
        if read.is_none() {
            self.fault(format!("`{given}` is no URN: expected six digits"));
        }
        read
    }

    /// `6`, `5.5`, `5½`, `6 days`.
    fn half_days(&mut self) -> Option<u32> {
        let given = self.cell("days a year").to_lowercase();
        if given.is_empty() {
            return None;
        }
        let number = given.trim_end_matches("days").trim_end_matches("day").trim().replace('½', ".5").replace(',', ".");
        let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
        let half = match part.trim_end_matches('0') {
            "" => Some(0),
            "5" => Some(1),
            _ => None,
        };
        let whole: Option<u32> = if whole.is_empty() { Some(0) } else { whole.parse().ok() };
        match whole.zip(half).map(|(whole, half)| whole.saturating_mul(2).saturating_add(half)) {
            Some(half_days) if (1..=400).contains(&half_days) => Some(half_days),
            Some(_) | None => {
                self.fault(format!("`{given}` is no number of days; expected whole or half days, as in 6 or 5.5"));
                None
            }
        }
    }

    fn training(&mut self, programme: &Programme, since: Date) -> Vec<Training> {
        let mut taken: Vec<Training> = vec![];
        let core = programme.training.iter().find(|module| module.required).or_else(|| programme.training.first());
        let given = self.cell("core training date").to_owned();
        match (core, given.to_lowercase().as_str()) {
            (_, "" | "no" | "n" | "not yet" | "-" | "tbc") => {}
            (None, _) => self.fault(format!("the programme {} has no training", programme.id)),
            (Some(core), "yes" | "y" | "done" | "completed" | "complete") => {
                self.undated(&core.name);
                taken.push(Training { module: core.id.clone(), taken_on: since, meeting: None });
            }
            (Some(core), _) => {
                if let Some(taken_on) = self.date("core training date", false) {
                    taken.push(Training { module: core.id.clone(), taken_on, meeting: None });
                }
            }
        }
        let modules = self.cell("enrichment modules").to_owned();
        for part in modules.split([';', '/']).map(str::trim).filter(|part| !part.is_empty()) {
            // `Coaching (12 May 2025)`.
            let (name, date) = match part.split_once('(') {
                Some((name, date)) => (name.trim(), civil::read_date(date.trim_end_matches(')').trim())),
                None => (part, None),
            };
            let folded = name.to_lowercase();
            let known = programme.training.iter().find(|module| {
                let full = module.name.to_lowercase();
                module.id == folded || full == folded || full.rsplit(": ").next() == Some(folded.as_str())
            });
            let Some(module) = known else {
                let ids: Vec<&str> = programme.training.iter().map(|module| module.id.as_str()).collect();
                self.fault(format!("there is no training module `{name}`; there are: {}", ids.join(", ")));
                continue;
            };
            if date.is_none() {
                self.undated(&module.name);
            }
            if !taken.iter().any(|training| training.module == module.id) {
                taken.push(Training { module: module.id.clone(), taken_on: date.unwrap_or(since), meeting: None });
            }
        }
        taken
    }

    fn undated(&mut self, module: &str) {
        self.notes.push(format!(
            "line {}: {module} has no date in the file; it counts as taken on the day of designation",
            self.line
        ));
    }
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
