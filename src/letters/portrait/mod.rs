//! Letters about pen portraits for the booklet.

pub mod chaser;
pub mod consent;
pub mod request;
pub mod thanks;

use super::reference_request::Question;
use super::{Draft, Enclosure, ProgrammeWords, greeting};
use crate::config::Programme;
use crate::domain::CaseId;
use crate::domain::answers::count_words;
use crate::domain::register::Designation;
use crate::forms::{Definition, Kind, Meaning};

/// The questions of the short form that the record does not answer, as they stand in the letter itself.
pub fn questions(form: &Definition) -> Vec<Question> {
    let asked = form.fields().filter(|field| match field.means {
        Some(Meaning::Post | Meaning::Portrait | Meaning::Consent) => true,
        Some(_) | None => false,
    });
    asked
        .map(|field| Question {
            label: field.label.clone(),
            hint: match field.kind {
                Kind::Choice => field.options.join(" or "),
                Kind::Line
                | Kind::Lines
                | Kind::Email
                | Kind::Phone
                | Kind::Number
                | Kind::Date
                | Kind::Essay
                | Kind::Tick => String::new(),
            },
        })
        .collect()
}

/// The short form, with what the record knows in it.
pub fn form_of(programme: &Programme, entry: &Designation) -> Enclosure {
    let specialisms: Vec<&str> = entry.specialisms().filter(|area| !area.is_empty()).collect();
    let known = [
        (Meaning::ApplicantName, entry.name.clone()),
        (Meaning::School, entry.school.clone()),
        (Meaning::Specialism, specialisms.join("; ")),
        (Meaning::Post, entry.portrait.role.clone()),
        (Meaning::Telephone, entry.telephone.clone()),
    ];
    Enclosure::PortraitForm {
        programme: programme.id.clone(),
        known: known.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
    }
}

/// How many words a portrait should have, as its form says.
pub fn limit(programme: &Programme) -> usize {
    let form = programme.portrait_form.as_ref();
    form.and_then(|form| form.definition.meaning(Meaning::Portrait)?.max_words).unwrap_or(usize::MAX)
}

/// A portrait as it has come.
#[derive(Debug, Clone, Copy)]
pub struct Came<'a> {
    pub words: &'a str,
    pub role: &'a str,
    pub consent: bool,
}

/// Thanks, with what will be printed.
pub fn thanks(programme: &Programme, entry: &Designation, number: &CaseId, came: Came<'_>, purpose: String) -> Draft {
    let words = count_words(came.words);
    let limit = limit(programme);
    let role = if came.role.is_empty() { &entry.portrait.role } else { came.role };
    let line = [entry.name.as_str(), role, entry.school.as_str()];
    let before = &entry.portrait.words;
    let letter = thanks::PortraitThanks {
        name: greeting(&entry.name),
        programme: ProgrammeWords::of(programme),
        number: number.to_string(),
        line: line.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        specialisms: entry.specialisms().collect::<Vec<_>>().join(", "),
        words: came.words.to_owned(),
        refused: !came.consent,
        too_long: if words > limit { words } else { 0 },
        limit,
        replaces: !before.is_empty() && before != came.words,
    };
    Draft::new(&letter, entry.email.clone(), &entry.name, purpose).about(number)
}
