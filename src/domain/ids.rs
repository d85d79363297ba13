//! Names of things. Each kind of number has its own type, so that none is taken for another.

use super::EmailAddress;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A name in configuration did not have the shape that its kind asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not {wanted}")]
pub struct BadName {
    pub given: String,
    pub wanted: &'static str,
}

/// Lower-case letters, digits and hyphens, beginning with a letter: `sle`, `spring-2027`.
fn slug(given: &str) -> Option<String> {
    let name = given.trim().to_lowercase();
    let fits = name.len() <= 60
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && !name.ends_with('-')
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    fits.then_some(name)
}

macro_rules! slug_name {
    ($(#[$doc:meta])* $name:ident, $wanted:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name, or what was wrong with it.
            pub fn parse(given: &str) -> Result<Self, BadName> {
                slug(given).map(Self).ok_or_else(|| BadName { given: given.to_owned(), wanted: $wanted })
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadName;
            fn try_from(given: String) -> Result<Self, BadName> {
                Self::parse(&given)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> String {
                name.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug_name!(
    /// A programme, as its file in `config/programmes/` names it: `sle`, `lle`.
    ProgrammeId,
    "the name of a programme (lower-case letters, digits and hyphens, as in `sle`)"
);
slug_name!(
    /// One recruitment round of a programme: `spring-2027`. Always said together with its programme.
    WindowName,
    "the name of a window (lower-case letters, digits and hyphens, as in `spring-2027`)"
);
slug_name!(
    /// A form, as its file in `config/forms/` names it: `sle-application`.
    FormId,
    "the name of a form (lower-case letters, digits and hyphens, as in `sle-application`)"
);

impl FormId {
    /// The name of a form that was learned from a blank and has no file.
    pub fn learned() -> Self {
        Self("learned".to_owned())
    }
}

macro_rules! row_number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

row_number!(
    /// A received message, in the order of intake.
    MessageNo
);
row_number!(
    /// A letter in the outbox.
    LetterId
);
row_number!(
    /// A window's row.
    WindowId
);
row_number!(
    /// Something that waits for a person.
    ReviewId
);

/// A case: one person's application and all that follows from it, `SLE-2027-0014`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseId {
    prefix: String,
    year: i16,
    number: u32,
}

impl CaseId {
    pub fn new(prefix: &str, year: i16, number: u32) -> Self {
        Self { prefix: prefix.to_owned(), year, number }
    }

    /// Reads `SLE-2027-0014`, in any case and with any number of leading zeros.
    pub fn parse(given: &str) -> Result<Self, BadName> {
        let wrong = || BadName { given: given.to_owned(), wanted: "a case number (as in `SLE-2027-0014`)" };
        let upper = given.trim().to_uppercase();
        let mut parts = upper.rsplitn(3, '-');
        let (Some(number), Some(year), Some(prefix)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(wrong());
        };
        let number_ok = (1..=9).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        let year_ok = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        if !number_ok || !year_ok || !Self::is_prefix(prefix) {
            return Err(wrong());
        }
        Ok(Self {
            prefix: prefix.to_owned(),
            year: year.parse().map_err(|_| wrong())?,
            number: number.parse().map_err(|_| wrong())?,
        })
    }

    /// What may stand before the year: two to six capital letters.
    pub fn is_prefix(prefix: &str) -> bool {
        (2..=6).contains(&prefix.len()) && prefix.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// The name of its entry in a calendar, the same for every version of it: by it a reply is matched.
    pub fn uid(&self, alliance: &EmailAddress) -> String {
        format!("{self}@{}", alliance.domain())
    }

    /// What the name of a calendar entry stands for, if the entry is one of ours.
    pub fn of_uid(uid: &str, alliance: &EmailAddress) -> Option<Self> {
        let (case, domain) = uid.trim().rsplit_once('@')?;
        domain.eq_ignore_ascii_case(alliance.domain()).then(|| Self::parse(case).ok()).flatten()
    }

    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    pub fn year(&self) -> i16 {
        self.year
    }

    pub fn number(&self) -> u32 {
        self.number
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}-{:04}", self.prefix, self.year, self.number)
    }
}

impl TryFrom<String> for CaseId {
    type Error = BadName;
    fn try_from(given: String) -> Result<Self, BadName> {
        Self::parse(&given)
    }
}

impl From<CaseId> for String {
    fn from(case: CaseId) -> String {
        case.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_number_is_read_as_people_write_it() {
        let case = CaseId::new("SLE", 2027, 14);
        assert_eq!(case.to_string(), "SLE-2027-0014");
        for said in ["SLE-2027-0014", "sle-2027-14", " SLE-2027-00014 "] {
            assert_eq!(CaseId::parse(said).as_ref(), Ok(&case), "{said}");
        }
        for said in ["SLE-27-0014", "SLE 2027 14", "2027-0014", "SLE-2027-", "SLE-2027-1e3", ""] {
            assert!(CaseId::parse(said).is_err(), "{said}");
        }
    }

    #[test]
    fn a_calendar_entry_of_ours_names_its_case() {
        let alliance = EmailAddress::parse("sle@harbour.example").unwrap();
        let case = CaseId::new("MTG", 2027, 14);
        assert_eq!(case.uid(&alliance), "MTG-2027-0014@harbour.example");
        assert_eq!(CaseId::of_uid("MTG-2027-0014@harbour.example", &alliance), Some(case));
        assert_eq!(CaseId::of_uid("MTG-2027-0014@elsewhere.example", &alliance), None);
        assert_eq!(CaseId::of_uid("040000008200E00074C5B7101A82E008", &alliance), None);
    }

    #[test]
    fn a_window_name_is_a_slug() {
        assert_eq!(WindowName::parse("Spring-2027").map(String::from), Ok("spring-2027".to_owned()));
        assert!(WindowName::parse("2027").is_err());
        assert!(WindowName::parse("spring 2027").is_err());
        assert!(WindowName::parse("").is_err());
    }
}
