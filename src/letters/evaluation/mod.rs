//! Letters by which work is looked back upon: to the head who received it, and to whoever did it.

pub mod own_words;
pub mod request;
pub mod thanks;

use super::reference_request::Question;
use crate::domain::civil;
use crate::forms::{Definition, Kind};
use jiff::civil::Date;

/// The questions of the short form, as they stand in the letter itself.
pub fn questions(form: &Definition) -> Vec<Question> {
    form.fields()
        .filter(|field| field.means.is_none())
        .map(|field| Question {
            label: field.label.clone(),
            hint: match field.kind {
                Kind::Choice => field.options.join(", "),
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

/// At which point of the work: `now that it has come to its end`, `half-way`, `after the visit on Thursday 6 May 2027`.
pub fn point_in_words(point: &str) -> String {
    match (point, point.parse::<Date>()) {
        ("end", _) => "now that it has come to its end".to_owned(),
        ("mid-term", _) => "half-way".to_owned(),
        (_, Ok(day)) => format!("after the visit on {}", civil::date_in_words(day)),
        (other, Err(_)) => other.to_owned(),
    }
}
