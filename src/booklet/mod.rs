//! The booklet that an alliance gives to schools: who can be asked for what. One structure, from which the PDF, the page
//! and the sheet are made, so that they cannot disagree.
//!
//! What is printed of somebody: name, school and areas of expertise always, because that is what the designation is for.
//! Words and post only with their consent. Addresses and telephone numbers of people never: schools ask the alliance.

mod html;
mod sheet;

pub use html::page;
pub use sheet::sheet;

use crate::config::{Config, Programme};
use crate::domain::register::{Designation, Establishment, Urn};
use crate::domain::schools::folded;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything that stands in it, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Booklet {
    pub alliance: String,
    /// Whom schools ask.
    pub contact: Contact,
    pub title: String,
    /// `2026–27`: the school year.
    pub year: String,
    /// The day on which the register said so.
    pub date: Date,
    pub parts: Vec<Part>,
    /// Headings of the table of schools.
    pub groups: Vec<String>,
    pub phases: Vec<Phase>,
    pub index: Vec<Line>,
    pub people: usize,
    pub schools: usize,
    pub areas: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contact {
    pub name: String,
    pub post: String,
    pub email: String,
    pub telephone: String,
    pub website: String,
}

/// One programme's people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// `Specialist Leaders of Education`.
    pub name: String,
    pub short_name: String,
    pub about: String,
    pub steps: Vec<String>,
    pub sections: Vec<Section>,
}

/// An area of expertise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// `sle-mathematics`: where links lead.
    pub id: String,
    pub name: String,
    pub group: String,
    /// Whose first area it is.
    pub people: Vec<Card>,
    /// Who works in it besides, and is found under another.
    pub also: Vec<Reference>,
}

/// Somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// `reg-2027-0003`.
    pub id: String,
    pub name: String,
    /// Empty without consent.
    pub role: String,
    pub school: String,
    /// `Primary`, `Harbourtown`: what the national register says of the school.
    pub place: Vec<String>,
    pub further: Vec<String>,
    /// Empty without consent.
    pub portrait: String,
}

/// Somebody who has a card elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reference {
    pub id: String,
    pub name: String,
    pub school: String,
    /// The area under which they are found.
    pub under: String,
}

/// Schools of a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phase {
    pub name: String,
    pub schools: Vec<Row>,
}

/// A school, and in which group of areas somebody of it works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    pub name: String,
    pub town: String,
    /// One for each group.
    pub cells: Vec<Vec<Works>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Works {
    pub area: String,
    pub name: String,
    pub id: String,
}

/// A line of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// `N`.
    pub letter: String,
    /// `Nair, Priya`.
    pub name: String,
    pub school: String,
    pub areas: Vec<String>,
    pub id: String,
}

/// What areas are called that belong to no group of the programme's.
const OTHER_AREAS: &str = "Further areas";
const OTHER_SCHOOLS: &str = "Other schools";
/// In the order in which children pass through them.
const PHASES: [(&str, &str); 7] = [
    ("Nursery", "Nursery schools"),
    ("Primary", "Primary schools"),
    ("Middle deemed primary", "Middle schools"),
    ("Middle deemed secondary", "Middle schools"),
    ("Secondary", "Secondary schools"),
    ("All-through", "All-through schools"),
    ("16 plus", "Sixth forms and colleges"),
];

/// A person with what is known of the school.
struct Known<'a> {
    entry: &'a Designation,
    programme: &'a Programme,
    id: String,
    areas: Vec<String>,
    school: Option<&'a Establishment>,
}

impl Booklet {
    /// The active people of some programmes. `establishments` are the schools that their entries name by number.
    pub fn of(
        config: &Config,
        programmes: &[&Programme],
        register: &[Designation],
        establishments: &[Establishment],
        date: Date,
    ) -> Self {
        let by_urn: BTreeMap<Urn, &Establishment> = establishments.iter().map(|school| (school.urn, school)).collect();
        let mut people: Vec<Known<'_>> = vec![];
        for programme in programmes {
            let theirs = register.iter().filter(|entry| entry.programme == programme.id && entry.is_active());
            people.extend(theirs.filter_map(|entry| {
                let number = entry.number.as_ref()?;
                let mut areas: Vec<String> = vec![];
                for area in entry.specialisms().map(|area| programme.area(area)).filter(|area| !area.is_empty()) {
                    if !areas.contains(&area) {
                        areas.push(area);
                    }
                }
                let school = entry.urn.and_then(|urn| by_urn.get(&urn).copied());
                Some(Known { entry, programme, id: number.to_string().to_lowercase(), areas, school })
            }));
        }
        people.sort_by_key(|person| sorted(&person.entry.name));
        let parts: Vec<Part> = programmes
            .iter()
            .map(|programme| part(programme, &people))
            .filter(|part| !part.sections.is_empty())
            .collect();
        let groups = groups(programmes, &people);
        let phases = phases(&people, &groups);
        let alliance = &config.clerk.alliance;
        let title = match parts.as_slice() {
            [only] => only.name.clone(),
            _ => "Leaders who support other schools".to_owned(),
        };
        let mut areas: Vec<&str> = parts.iter().flat_map(|part| &part.sections).map(|s| s.name.as_str()).collect();
        areas.sort_unstable();
        areas.dedup();
        Self {
            alliance: alliance.name.clone(),
            contact: Contact {
                name: alliance.signed_by.clone(),
                post: alliance.signed_as.clone(),
                email: alliance.email.to_string(),
                telephone: alliance.telephone.clone(),
                website: alliance.website.clone(),
            },
            title,
            year: school_year(config, date),
            date,
            groups,
            people: people.len(),
            schools: phases.iter().map(|phase| phase.schools.len()).sum(),
            areas: areas.len(),
            phases,
            index: people.iter().map(line).collect(),
            parts,
        }
    }

    /// Everybody, each once, in the order of the index.
    pub fn cards(&self) -> Vec<(&Part, &Section, &Card)> {
        let sections = self.parts.iter().flat_map(|part| part.sections.iter().map(move |section| (part, section)));
        sections.flat_map(|(part, section)| section.people.iter().map(move |card| (part, section, card))).collect()
    }
}

/// `2026–27`, as the calendar calls it; in a summer holiday the year that is to come.
fn school_year(config: &Config, date: Date) -> String {
    let known = config.calendar.terms().iter().find(|term| term.last >= date);
    let year = known.map(|term| term.year.clone()).unwrap_or_else(|| {
        let first = if date.month() >= 8 { date.year() } else { date.year() - 1 };
        format!("{first}-{:02}", (first + 1).rem_euclid(100))
    });
    year.replace('-', "–")
}

/// By the last of their names, then by the whole. Titles come first and do not matter.
fn sorted(name: &str) -> (String, String) {
    let (first, last) = turned(name);
    (plain(&last), plain(&first))
}

/// Letters without accents, as an English index has them.
fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let lower = text.to_lowercase().replace('ł', "l").replace('ø', "o").replace(['’', '\'', '-'], "");
    lower.nfd().filter(|c| c.is_alphanumeric() || *c == ' ').collect()
}

/// First names and surname. `van`, `de`, `ap` and their like belong to the surname.
fn turned(name: &str) -> (String, String) {
    const PARTICLES: [&str; 17] =
        ["van", "von", "de", "der", "den", "du", "la", "le", "da", "dos", "di", "ap", "ab", "ferch", "ní", "nic", "ó"];
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut at = words.len().saturating_sub(1);
    while at > 1 && words.get(at - 1).is_some_and(|word| PARTICLES.contains(&word.to_lowercase().as_str())) {
        at -= 1;
    }
    let (first, last) = words.split_at(at);
    (first.join(" "), last.join(" "))
}

fn anchor(words: &str) -> String {
    let parts: Vec<String> =
        plain(words).split_whitespace().map(str::to_owned).filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

fn group_of(programme: &Programme, area: &str) -> String {
    let known = programme.specialisms.iter().find(|known| known.name == area).map(|known| known.group.as_str());
    known.filter(|group| !group.is_empty()).unwrap_or(OTHER_AREAS).to_owned()
}

/// The groups of the programmes, in the order of their files, as far as somebody works in them.
fn groups(programmes: &[&Programme], people: &[Known<'_>]) -> Vec<String> {
    let mut groups: Vec<String> = vec![];
    let named = programmes.iter().flat_map(|programme| &programme.specialisms).map(|area| area.group.clone());
    for group in named.chain([OTHER_AREAS.to_owned()]).filter(|group| !group.is_empty()) {
        let worked_in = |person: &Known<'_>| person.areas.iter().any(|area| group_of(person.programme, area) == group);
        if !groups.contains(&group) && people.iter().any(worked_in) {
            groups.push(group);
        }
    }
    groups
}

fn part(programme: &Programme, people: &[Known<'_>]) -> Part {
    let theirs: Vec<&Known<'_>> = people.iter().filter(|person| person.programme.id == programme.id).collect();
    let order = groups(&[programme], people);
    let mut names: Vec<&str> = theirs.iter().flat_map(|person| person.areas.iter().map(String::as_str)).collect();
    names.sort_by_key(|name| {
        let group = group_of(programme, name);
        (order.iter().position(|known| *known == group), plain(name))
    });
    names.dedup();
    let section = |name: &str| Section {
        id: format!("{}-{}", programme.id, anchor(name)),
        name: name.to_owned(),
        group: group_of(programme, name),
        people: theirs.iter().filter(|p| p.areas.first().is_some_and(|first| first == name)).map(|p| card(p)).collect(),
        also: theirs
            .iter()
            .filter(|person| person.areas.iter().skip(1).any(|area| area == name))
            .map(|person| Reference {
                id: person.id.clone(),
                name: person.entry.name.clone(),
                school: person.entry.school.clone(),
                under: person.areas.first().cloned().unwrap_or_default(),
            })
            .collect(),
    };
    Part {
        name: programme.name.clone(),
        short_name: programme.short_name.clone(),
        about: programme.booklet.about.clone(),
        steps: programme.booklet.steps.clone(),
        sections: names.into_iter().map(section).collect(),
    }
}

/// What is printed of somebody: words and post only where they have agreed.
fn card(person: &Known<'_>) -> Card {
    let portrait = person.entry.portrait.published();
    Card {
        id: person.id.clone(),
        name: person.entry.name.clone(),
        role: portrait.map(|_| person.entry.portrait.role.clone()).unwrap_or_default(),
        school: person.entry.school.clone(),
        place: person
            .school
            .map(|school| [phase_in_short(&school.phase), school.town.clone()])
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect(),
        further: person.areas.iter().skip(1).cloned().collect(),
        portrait: portrait.unwrap_or_default().to_owned(),
    }
}

fn phase_in_short(phase: &str) -> String {
    if phase.starts_with("Middle") {
        "Middle".to_owned()
    } else if phase == "Not applicable" {
        String::new()
    } else {
        phase.to_owned()
    }
}

fn line(person: &Known<'_>) -> Line {
    let (first, last) = turned(&person.entry.name);
    let letter = plain(&last).chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    Line {
        letter,
        name: if first.is_empty() { last } else { format!("{last}, {first}") },
        school: person.entry.school.clone(),
        areas: person.areas.clone(),
        id: person.id.clone(),
    }
}

fn phases(people: &[Known<'_>], groups: &[String]) -> Vec<Phase> {
    // A school is one by its number, or else by its name.
    let mut rows: BTreeMap<(usize, String, String), Row> = BTreeMap::new();
    for person in people {
        let phase = person.school.map_or("", |school| school.phase.as_str());
        let place = PHASES.iter().position(|(known, _)| *known == phase).unwrap_or(PHASES.len());
        let which = person.entry.urn.map_or_else(String::new, |urn| urn.to_string());
        let row = rows.entry((place, folded(&person.entry.school), which)).or_insert_with(|| Row {
            name: person.entry.school.clone(),
            town: person.school.map(|school| school.town.clone()).unwrap_or_default(),
            cells: groups.iter().map(|_| vec![]).collect(),
        });
        for area in &person.areas {
            let group = group_of(person.programme, area);
            let cell = groups.iter().position(|known| *known == group).and_then(|at| row.cells.get_mut(at));
            if let Some(cell) = cell {
                cell.push(Works { area: area.clone(), name: person.entry.name.clone(), id: person.id.clone() });
                cell.sort();
            }
        }
    }
    let mut phases: Vec<Phase> = vec![];
    for ((place, ..), row) in rows {
        let name = PHASES.get(place).map_or(OTHER_SCHOOLS, |(_, name)| name);
        match phases.iter_mut().find(|phase| phase.name == name) {
            Some(phase) => phase.schools.push(row),
            None => phases.push(Phase { name: name.to_owned(), schools: vec![row] }),
        }
    }
    phases
}

#[cfg(test)]
pub(crate) mod tests;
