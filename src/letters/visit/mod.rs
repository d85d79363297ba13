//! Letters about logged days: what each of them may use.

pub mod answered;
pub mod noted;
pub mod record;
pub mod settled;
pub mod told;

use crate::domain::civil;
use crate::domain::deployment::Deployment;
use crate::domain::visit::Visit;
use crate::domain::worked::HalfDays;
use crate::forms::Meaning;
use jiff::civil::Date;
use serde::Serialize;

/// The agreed work that a letter is about.
#[derive(Debug, Clone, Serialize)]
pub struct WorkWords {
    pub case: String,
    pub school: String,
    /// What the school asked for; may be empty.
    pub subject: String,
}

impl WorkWords {
    pub fn of(deployment: &Deployment) -> Self {
        Self {
            case: deployment.number.to_string(),
            school: deployment.school.name.clone(),
            subject: deployment.request.subject.clone(),
        }
    }

    pub fn sample() -> Self {
        Self { case: "DEP-2027-0001".into(), school: "Oakfield School".into(), subject: "Mathematics".into() }
    }
}

/// A day, as a table has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayWords {
    /// `Thursday 6 May 2027`.
    pub when: String,
    pub who: String,
    /// `1 day`, `half a day`.
    pub amount: String,
}

impl DayWords {
    pub fn of(visit: &Visit) -> Self {
        Self { when: civil::date_in_words(visit.day), who: visit.name.clone(), amount: visit.half_days.to_string() }
    }

    pub fn sample() -> Vec<Self> {
        let day =
            |when: &str, amount: &str| Self { when: when.into(), who: "Priya Nair".into(), amount: amount.into() };
        vec![day("Thursday 6 May 2027", "1 day"), day("Friday 14 May 2027", "half a day")]
    }
}

/// What the record knows for a form of the office.
pub fn known(deployment: &Deployment, name: &str, day: Option<Date>) -> Vec<(Meaning, String)> {
    let mut known = vec![(Meaning::ApplicantName, name.to_owned()), (Meaning::School, deployment.school.name.clone())];
    known.extend(day.map(|day| (Meaning::VisitDates, civil::date_in_short(day))));
    known
}

/// `no days`, `half a day`, `2½ days`.
pub fn in_days(half_days: HalfDays) -> String {
    if half_days == HalfDays::NONE { "no days".to_owned() } else { half_days.to_string() }
}

/// `6 May`: a day within a sentence that names many.
pub fn in_short(day: Date) -> String {
    day.strftime("%-d %B").to_string()
}
