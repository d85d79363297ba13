//! `import schools CSV`, `import people CSV`: registers that the alliance kept elsewhere. All of a file, or nothing of it.

use super::arguments::ImportAction;
use super::place::Place;
use super::{Failure, print};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::{Change, OutcomeChange};
use crate::domain::register::{Designation, School};
use crate::domain::{EmailAddress, civil};
use crate::render::Renderer;
use crate::step::{self, Cause, Office};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::Path;

pub async fn run(place: &Place, action: ImportAction) -> Result<(), Failure> {
    let config = place.config()?;
    let (what, file) = match &action {
        ImportAction::Schools { file } => ("import schools", file),
        ImportAction::People { file } => ("import people", file),
    };
    let text = text_of(file)?;
    let store = place.store().await?;
    let clock = place.writing_clock(&config, &store).await?;
    let now = clock.now();
    let read = match &action {
        ImportAction::Schools { .. } => schools(&text),
        ImportAction::People { .. } => people(&text, &config, now.to_zoned(jiff::tz::TimeZone::UTC).date()),
    };
    let changes = read.map_err(|faults| {
        Failure::wrong(format!("{} was not imported; nothing has changed.\n  {}", file.display(), faults.join("\n  ")))
    })?;
    let count = changes.len();
    let renderer = Renderer::new(&config)?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let mut decision = Decision { changes, ..Decision::default() };
    decision.because(format!("{count} rows were imported from a file."));
    let mut tx = store.begin().await?;
    let cause = Cause { actor: "the command line", what, message: None, live: false };
    step::record(&office, &mut tx, &decision, &cause, now).await?;
    tx.commit().await.map_err(crate::store::StoreFault::from)?;
    store.close().await;
    let rows = if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
    print(&format!("{rows} imported from {}. Importing the file again changes nothing.", file.display()));
    Ok(())
}

/// UTF-8, or else what older spreadsheets write (Latin-1).
fn text_of(file: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(file).map_err(|e| Failure::wrong(format!("{} cannot be read: {e}", file.display())))?;
    let text =
        String::from_utf8(bytes).unwrap_or_else(|e| e.into_bytes().iter().map(|byte| char::from(*byte)).collect());
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// Rows with their line numbers, each with one cell for each column that is wanted, in that order.
type Rows = Vec<(u64, Vec<String>)>;

/// A column: its name, and other ways of writing it.
type Wanted = (&'static str, &'static [&'static str]);

fn rows(text: &str, wanted: &[Wanted]) -> Result<Rows, Vec<String>> {
    let first = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|s| first.bytes().filter(|b| b == s).count());
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(separator.unwrap_or(b','))
        .trim(::csv::Trim::All)
        .from_reader(text.as_bytes());
    let names: Vec<&str> = wanted.iter().map(|(name, _)| *name).collect();
    let expected = format!("line 1: expected the columns {}", names.join(", "));
    let headings = reader.headers().map_err(|e| vec![format!("{expected}; {e}")])?.clone();
    let folded: Vec<String> = headings.iter().map(|h| h.to_lowercase().replace(['-', '_', '’', '\''], "")).collect();
    let place = |(name, also): &Wanted| {
        let ways: Vec<String> =
            std::iter::once(name).chain(also.iter()).map(|way| way.replace(['-', '_', '’', '\''], "")).collect();
        folded.iter().position(|heading| ways.contains(heading))
    };
    let places: Vec<Option<usize>> = wanted.iter().map(place).collect();
    let missing: Vec<&str> = names.iter().zip(&places).filter(|(_, p)| p.is_none()).map(|(n, _)| *n).collect();
    let strange: Vec<&str> =
        headings.iter().enumerate().filter(|(i, _)| !places.contains(&Some(*i))).map(|(_, h)| h).collect();
    if !missing.is_empty() || !strange.is_empty() {
        let mut fault = expected;
        if !missing.is_empty() {
            fault.push_str(&format!("; there is no {}", missing.join(", ")));
        }
        if !strange.is_empty() {
            fault.push_str(&format!("; nothing is known of {}", strange.join(", ")));
        }
        return Err(vec![fault]);
    }
    let mut out = vec![];
    let mut faults = vec![];
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, ::csv::Position::line);
                let cell = |place: &Option<usize>| {
                    let text = place.and_then(|i| record.get(i)).unwrap_or_default();
                    text.split_whitespace().collect::<Vec<_>>().join(" ")
                };
                let cells: Vec<String> = places.iter().map(cell).collect();
                if cells.iter().any(|cell| !cell.is_empty()) {
                    out.push((line, cells));
                }
            }
            Err(e) => {
                let line = e.position().map_or(0, ::csv::Position::line);
                faults.push(format!("line {line}: it has not as many cells as there are columns"));
            }
        }
    }
    if out.is_empty() && faults.is_empty() {
        faults.push("there is no row under the headings".to_owned());
    }
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

fn address(line: u64, given: &str, faults: &mut Vec<String>) -> Option<EmailAddress> {
    let address = EmailAddress::parse(given);
    if address.is_err() {
        faults.push(format!("line {line}: `{given}` is no e-mail address"));
    }
    address.ok()
}

fn schools(text: &str) -> Result<Vec<Change>, Vec<String>> {
    let wanted: [Wanted; 3] = [
        ("name", &["school", "school name"]),
        ("head name", &["head", "headteacher", "headteacher name"]),
        ("head e-mail", &["email", "headteacher email", "head email address"]),
    ];
    let mut faults = vec![];
    let mut seen = BTreeSet::new();
    let mut changes = vec![];
    for (line, cells) in rows(text, &wanted)? {
        let [name, head_name, email] = cells.as_slice() else { continue };
        if name.is_empty() {
            faults.push(format!("line {line}: the name of the school is empty"));
        } else if !seen.insert(name.to_lowercase()) {
            faults.push(format!("line {line}: `{name}` stands there twice"));
        }
        let head_email = if email.is_empty() { None } else { address(line, email, &mut faults) };
        let school = School { name: name.clone(), head_name: head_name.clone(), head_email, urn: None };
        changes.push(Change::SchoolKnown { school });
    }
    if faults.is_empty() { Ok(changes) } else { Err(faults) }
}

fn people(text: &str, config: &Config, today: Date) -> Result<Vec<Change>, Vec<String>> {
    let wanted: [Wanted; 6] = [
        ("name", &["full name"]),
        ("e-mail", &["email address"]),
        ("school", &["school name"]),
        ("specialism", &["area of expertise"]),
        ("since", &["designated on", "designated since"]),
        ("programme", &["scheme"]),
    ];
    let mut faults = vec![];
    let mut seen = BTreeSet::new();
    let mut changes = vec![];
    for (line, cells) in rows(text, &wanted)? {
        let [name, email, school, specialism, since, programme] = cells.as_slice() else { continue };
        for (what, cell) in [("name", name), ("school", school), ("specialism", specialism)] {
            if cell.is_empty() {
                faults.push(format!("line {line}: the {what} is empty"));
            }
        }
        if !seen.insert((programme.to_lowercase(), name.to_lowercase(), email.to_lowercase())) {
            faults.push(format!("line {line}: {name} stands there twice"));
        }
        let email = address(line, email, &mut faults);
        let since = match since.parse::<Date>().ok().or_else(|| civil::read_date(since)) {
            Some(date) if date <= today => Some(date),
            Some(date) => {
                faults.push(format!("line {line}: {date} has not come yet"));
                None
            }
            None => {
                faults.push(format!("line {line}: `{since}` is no date; expected 2024-09-01 or 1 September 2024"));
                None
            }
        };
        let known = config.programmes.values().find(|p| p.id.as_str() == programme.to_lowercase());
        if known.is_none() {
            let ids: Vec<&str> = config.programmes.keys().map(|id| id.as_str()).collect();
            faults.push(format!("line {line}: there is no programme `{programme}`; there are: {}", ids.join(", ")));
        }
        if let (Some(email), Some(since), Some(programme)) = (email, since, known) {
            let folded = specialism.to_lowercase();
            // As the programme calls it, where it knows it; an area of former years stays as it was written.
            let area = programme
                .specialisms
                .iter()
                .find(|s| s.name.to_lowercase() == folded || s.also.iter().any(|also| also.to_lowercase() == folded));
            changes.push(Change::Outcome(OutcomeChange::Entered {
                designation: Box::new(Designation {
                    school: school.clone(),
                    specialism: area.map_or_else(|| specialism.clone(), |area| area.name.clone()),
                    ..Designation::new(programme.id.clone(), name.clone(), email, since)
                }),
            }));
        }
    }
    if faults.is_empty() { Ok(changes) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schools_are_read_by_their_headings() {
        let text = "Head e-mail;Name;Head\nhead@oakfield.example;Oakfield School;Jo Marsh\n;\"Mill; Pond\";\n";
        let changes = schools(text).unwrap();
        let school = |name: &str, head_name: &str, head_email: Option<&str>| Change::SchoolKnown {
            school: School {
                name: name.to_owned(),
                head_name: head_name.to_owned(),
                head_email: head_email.map(|address| EmailAddress::parse(address).unwrap()),
                urn: None,
            },
        };
        let oakfield = school("Oakfield School", "Jo Marsh", Some("head@oakfield.example"));
        assert_eq!(changes, [oakfield, school("Mill; Pond", "", None)]);
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line() {
        let text = "name,head name,head e-mail\nOakfield,Jo,head at oakfield\noakfield,Jo,head@oakfield.example\n,Jo,x@y.example\nToo,few\n";
        let faults = schools(text).unwrap_err();
        assert_eq!(faults, ["line 5: it has not as many cells as there are columns"]);
        let faults = schools(text.trim_end_matches("Too,few\n")).unwrap_err();
        assert_eq!(
            faults,
            [
                "line 2: `head at oakfield` is no e-mail address",
                "line 3: `oakfield` stands there twice",
                "line 4: the name of the school is empty"
            ]
        );
        assert!(
            schools("school,phone\n")
                .unwrap_err()
                .join("")
                .contains("there is no head name, head e-mail; nothing is known of phone")
        );
        assert!(schools("name,head name,head e-mail\n").unwrap_err().join("").contains("no row"));
    }

    #[test]
    fn people_are_checked_against_the_programmes() {
        let folder = tempfile::tempdir().unwrap();
        crate::config::write_missing(folder.path()).unwrap();
        let config = Config::load(folder.path()).unwrap();
        let today = jiff::civil::date(2027, 3, 1);
        let good = "name,email,school,specialism,since,programme\nPriya Nair,p@hazelbank.example,Hazelbank,maths,1 September 2024,SLE\n";
        assert_eq!(people(good, &config, today).unwrap().len(), 1);
        let bad = "name,email,school,specialism,since,programme\nPriya Nair,p@hazelbank.example,,maths,soon,LLE\nTom,t@x.example,Oak,Art,2028-01-01,sle\n";
        let faults = people(bad, &config, today).unwrap_err();
        assert_eq!(faults.len(), 4, "{faults:?}");
    }
}
