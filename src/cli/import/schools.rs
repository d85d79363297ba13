//! The alliance's own list of schools: name, headteacher, the headteacher's address, and the URN where it is known.

use super::table::{Table, Wanted};
use crate::domain::EmailAddress;
use crate::domain::change::Change;
use crate::domain::register::{School, Urn};
use crate::domain::schools;
use std::collections::BTreeSet;

const COLUMNS: [Wanted; 4] = [
    Wanted { name: "name", also: &["school", "school name"], needed: true },
    Wanted { name: "head name", also: &["head", "headteacher", "headteacher name", "principal"], needed: true },
    Wanted {
        name: "head e-mail",
        also: &["email", "headteacher email", "head email address", "email address", "head's email"],
        needed: true,
    },
    Wanted { name: "URN", also: &["school urn"], needed: false },
];

/// # Errors
/// Every fault, by its line.
pub fn read(text: &str, ignored: &[String]) -> Result<Vec<School>, Vec<String>> {
    let mut faults = vec![];
    let mut seen = BTreeSet::new();
    let mut all = vec![];
    for (line, cells) in Table::read(text, &COLUMNS, ignored)?.rows {
        let [name, head_name, email, urn] = cells.as_slice() else { continue };
        if name.is_empty() {
            faults.push(format!("line {line}: the name of the school is empty"));
        } else if !seen.insert(schools::folded(name)) {
            faults.push(format!("line {line}: `{name}` stands there twice"));
        }
        let head_email = if email.is_empty() { None } else { EmailAddress::parse(email).ok() };
        if head_email.is_none() && !email.is_empty() {
            faults.push(format!("line {line}: `{email}` is no e-mail address"));
        }
        let read = urn.parse().ok().filter(|urn| (10_000..10_000_000).contains(urn)).map(Urn);
        if read.is_none() && !urn.is_empty() {
            faults.push(format!("line {line}: `{urn}` is no URN: expected six digits"));
        }
        all.push(School { name: name.clone(), head_name: head_name.clone(), head_email, urn: read });
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

pub fn changes(schools: &[School], known: &[School]) -> Vec<Change> {
    let new = |school: &&School| {
        // A list without numbers does not take away the one that was found.
        !known.iter().any(|other| {
            let same = (&other.name, &other.head_name, &other.head_email);
            same == (&school.name, &school.head_name, &school.head_email)
                && (school.urn.is_none() || school.urn == other.urn)
        })
    };
    schools.iter().filter(new).map(|school| Change::SchoolKnown { school: school.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schools_are_read_by_their_headings() {
        let text =
            "Head e-mail;Name;Head;URN\nhead@oakfield.example;Oakfield School;Jo Marsh;100003\n;\"Mill; Pond\";;\n";
        let schools = read(text, &[]).unwrap();
        let oakfield = School {
            name: "Oakfield School".to_owned(),
            head_name: "Jo Marsh".to_owned(),
            head_email: Some(EmailAddress::parse("head@oakfield.example").unwrap()),
            urn: Some(Urn(100_003)),
        };
        let pond = School { name: "Mill; Pond".to_owned(), head_name: String::new(), head_email: None, urn: None };
        assert_eq!(schools, [oakfield.clone(), pond]);
        assert_eq!(changes(&schools, &[oakfield]).len(), 1, "what is known already is no change");
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line() {
        let text = "name,head name,head e-mail\nOakfield,Jo,head at oakfield\noakfield,Jo,head@oakfield.example\n,Jo,x@y.example\nToo,few\n";
        let faults = read(text, &[]).unwrap_err();
        assert_eq!(faults, ["line 5: it has not as many cells as there are columns"]);
        let faults = read(text.trim_end_matches("Too,few\n"), &[]).unwrap_err();
        assert_eq!(
            faults,
            [
                "line 2: `head at oakfield` is no e-mail address",
                "line 3: `oakfield` stands there twice",
                "line 4: the name of the school is empty"
            ]
        );
        let faults = read("school,phone\n", &[]).unwrap_err().join("");
        assert!(faults.contains("there is no column for head name, head e-mail"), "{faults}");
        assert!(faults.contains("nothing is known of phone"), "{faults}");
    }
}
