//! One row of the list of designated people: its columns under all their names, its cells read, its faults told.

use crate::cli::import::table::Wanted;
use crate::config::{Config, Programme};
use crate::domain::EmailAddress;
use crate::domain::civil;
use crate::domain::register::{Designation, Status, Training, Urn};
use jiff::civil::Date;

const fn wanted(name: &'static str, needed: bool, also: &'static [&'static str]) -> Wanted {
    Wanted { name, also, needed }
}

pub const COLUMNS: [Wanted; 17] = [
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
pub struct Row {
    pub line: u64,
    pub designation: Designation,
    /// Whether the file speaks of the status at all.
    pub says_status: bool,
}

/// The cells of one row.
pub struct Reader<'a, 'c> {
    pub line: u64,
    pub cells: &'a [String],
    pub config: &'c Config,
    pub today: Date,
    pub faults: &'a mut Vec<String>,
    pub notes: &'a mut Vec<String>,
}

impl<'c> Reader<'_, 'c> {
    fn cell(&self, name: &str) -> &str {
        let place = COLUMNS.iter().position(|column| column.name == name);
        place.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    fn fault(&mut self, what: impl std::fmt::Display) {
        self.faults.push(format!("line {}: {what}", self.line));
    }

    /// The row, if nothing is wrong with it; otherwise its faults are told.
    pub fn row(&mut self) -> Option<Row> {
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
        for part in parts(&modules) {
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

/// Parts between semicolons, commas or strokes, except for those within brackets: `coaching (12/05/2025); impact`.
fn parts(text: &str) -> Vec<&str> {
    let mut inside = false;
    let between = |c: char| {
        inside = match c {
            '(' => true,
            ')' => false,
            _ => inside,
        };
        !inside && matches!(c, ';' | ',' | '/')
    };
    text.split(between).map(str::trim).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_brackets_is_no_place_to_part() {
        assert_eq!(parts("coaching (12/05/2025); impact / core"), ["coaching (12/05/2025)", "impact", "core"]);
        assert!(parts(" ; ").is_empty());
    }
}
