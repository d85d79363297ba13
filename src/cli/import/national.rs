//! The national register of schools (GIAS) as it comes: about 120 columns in Windows-1252, 65,000 rows, dates as
//! DD-MM-YYYY, no e-mail addresses. It takes the place of the one before, whole.

use super::table::{flowing, folded, separator};
use crate::domain::civil;
use crate::domain::register::{Establishment, Urn};
use ::csv::ByteRecord;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// More faults than these tell a person nothing new.
const MOST_FAULTS: usize = 20;

/// The headings that are used, in the order of [`Row`]'s cells. The first three must be there.
const HEADINGS: [&str; 19] = [
    "URN",
    "EstablishmentName",
    "EstablishmentStatus (name)",
    "TypeOfEstablishment (name)",
    "PhaseOfEducation (name)",
    "LA (name)",
    "Trusts (name)",
    "Street",
    "Locality",
    "Town",
    "Postcode",
    "TelephoneNum",
    "SchoolWebsite",
    "HeadTitle (name)",
    "HeadFirstName",
    "HeadLastName",
    "HeadPreferredJobTitle",
    "CloseDate",
    "Easting",
];
const NORTHING: &str = "Northing";
const NEEDED: usize = 3;

/// Whether a file is the national register: by its headings.
pub fn is_it(bytes: &[u8]) -> bool {
    let headings = headings(bytes);
    ["URN", "EstablishmentName"].iter().all(|wanted| headings.iter().any(|heading| *heading == folded(wanted)))
}

fn reader(bytes: &[u8]) -> ::csv::Reader<&[u8]> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    ::csv::ReaderBuilder::new().delimiter(separator(first)).flexible(true).from_reader(bytes)
}

fn headings(bytes: &[u8]) -> Vec<String> {
    let mut reader = reader(bytes);
    let headings = reader.byte_headers().map(|all| all.iter().map(|h| folded(&String::from_utf8_lossy(h))).collect());
    headings.unwrap_or_default()
}

/// One row's cells, in the order of [`HEADINGS`].
struct Row<'a> {
    record: &'a ByteRecord,
    places: &'a [Option<usize>],
    utf8: bool,
}

impl Row<'_> {
    fn cell(&self, heading: &str) -> String {
        let at = HEADINGS.iter().chain([&NORTHING]).position(|known| *known == heading);
        let place = at.and_then(|at| self.places.get(at).copied().flatten());
        let bytes = place.and_then(|place| self.record.get(place)).unwrap_or_default();
        let text = if self.utf8 {
            String::from_utf8_lossy(bytes)
        } else if bytes.is_ascii() {
            Cow::Borrowed(std::str::from_utf8(bytes).unwrap_or_default())
        } else {
            encoding_rs::WINDOWS_1252.decode(bytes).0
        };
        flowing(&text)
    }

    fn establishment(&self) -> Result<Establishment, String> {
        let urn = self.cell("URN");
        let number = urn.parse().ok().filter(|urn| *urn > 0).ok_or_else(|| format!("`{urn}` is no URN"))?;
        let name = self.cell("EstablishmentName");
        if name.is_empty() {
            return Err(format!("school {urn} has no name"));
        }
        let metres = |heading| self.cell(heading).parse().unwrap_or(0_u32);
        let place = (metres("Easting"), metres(NORTHING));
        let head = [self.cell("HeadTitle (name)"), self.cell("HeadFirstName"), self.cell("HeadLastName")];
        Ok(Establishment {
            urn: Urn(number),
            name,
            // `Open`, `Open, but proposed to close`; neither `Closed` nor `Proposed to open`.
            is_open: self.cell("EstablishmentStatus (name)").to_lowercase().starts_with("open"),
            kind: self.cell("TypeOfEstablishment (name)"),
            phase: self.cell("PhaseOfEducation (name)"),
            authority: self.cell("LA (name)"),
            trust: self.cell("Trusts (name)"),
            street: self.cell("Street"),
            locality: self.cell("Locality"),
            town: self.cell("Town"),
            postcode: self.cell("Postcode").to_uppercase(),
            telephone: self.cell("TelephoneNum"),
            website: self.cell("SchoolWebsite"),
            head_name: head.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
            head_post: self.cell("HeadPreferredJobTitle"),
            closed_on: civil::read_date(&self.cell("CloseDate")),
            place: (place.0 > 0 && place.1 > 0).then_some(place),
        })
    }
}

/// # Errors
/// Missing headings, and rows that are no school, by their lines.
pub fn read(bytes: &[u8]) -> Result<Vec<Establishment>, Vec<String>> {
    let given = headings(bytes);
    let places: Vec<Option<usize>> = HEADINGS
        .iter()
        .chain([&NORTHING])
        .map(|wanted| given.iter().position(|heading| *heading == folded(wanted)))
        .collect();
    let missing: Vec<&str> =
        HEADINGS.iter().zip(&places).take(NEEDED).filter(|(_, place)| place.is_none()).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        return Err(vec![format!("line 1: the national register needs the columns {}", missing.join(", "))]);
    }
    // The reader counts the lines of a file that ends them with two characters one behind.
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let behind = u64::from(first.ends_with(b"\r"));
    let utf8 = std::str::from_utf8(bytes).is_ok();
    let mut reader = reader(bytes);
    let mut record = ByteRecord::new();
    let mut all = vec![];
    let mut faults = vec![];
    let mut seen = BTreeSet::new();
    loop {
        let line = |record: &ByteRecord| record.position().map_or(0, ::csv::Position::line) + behind;
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) if record.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
            Ok(true) if record.len() != given.len() => faults.push(format!(
                "line {}: it has {} cells where there are {} columns",
                line(&record),
                record.len(),
                given.len()
            )),
            Ok(true) => match (Row { record: &record, places: &places, utf8 }).establishment() {
                Ok(school) if seen.insert(school.urn) => all.push(school),
                Ok(school) => faults.push(format!("line {}: URN {} stands there twice", line(&record), school.urn)),
                Err(fault) => faults.push(format!("line {}: {fault}", line(&record))),
            },
            Err(e) => faults.push(format!("it cannot be read further: {e}")),
        }
        if faults.len() >= MOST_FAULTS {
            faults.push("… and perhaps more".to_owned());
            break;
        }
    }
    if all.is_empty() && faults.is_empty() {
        faults.push("there is no school under the headings".to_owned());
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_columns_that_are_used_are_found_among_the_others() {
        let text = b"URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name),CloseDate,Postcode,HeadTitle (name),HeadFirstName,HeadLastName,Easting,Northing\r\n\
            100001,201,Harbourshire,\"Ysgol Tr\xeef, y \"\"Bont\"\"\",Open,,hb1 2cd,Mrs,Si\xe2n,Hughes,400100,200200\r\n\
            ,,,,,,,,,,,\r\n\
            100002,201,Harbourshire,Mill Pond,Closed,31-08-2019,,,,,,\r\n\r\n\
            100003,201,Harbourshire,Oakfield,\"Open, but proposed to close\",,,,,,0,0\r\n";
        assert!(is_it(text));
        let schools = read(text).unwrap();
        let [bont, pond, oakfield] = schools.as_slice() else { panic!("{schools:?}") };
        assert_eq!(bont.name, "Ysgol Trîf, y \"Bont\"");
        assert_eq!((bont.head_name.as_str(), bont.postcode.as_str()), ("Mrs Siân Hughes", "HB1 2CD"));
        assert_eq!(bont.place, Some((400_100, 200_200)));
        assert_eq!((pond.is_open, pond.closed_on), (false, Some(date(2019, 8, 31))));
        assert_eq!((oakfield.is_open, oakfield.place), (true, None));
    }

    #[test]
    fn faults_are_told_by_their_lines() {
        let text = b"URN,EstablishmentName,EstablishmentStatus (name)\nabc,A,Open\n1,B,Open\n1,C,Open\n2,,Open\n3,D\n";
        let faults = read(text).unwrap_err();
        assert_eq!(
            faults,
            [
                "line 2: `abc` is no URN",
                "line 4: URN 1 stands there twice",
                "line 5: school 2 has no name",
                "line 6: it has 2 cells where there are 3 columns"
            ]
        );
        let windows = b"URN,EstablishmentName,EstablishmentStatus (name)\r\n1,A,Open\r\nabc,B,Open\r\n";
        assert_eq!(read(windows).unwrap_err(), ["line 3: `abc` is no URN"]);
        assert!(!is_it(b"name,head name,head e-mail\n"));
        assert!(read(b"URN,EstablishmentName\n1,A\n").unwrap_err().join("").contains("EstablishmentStatus (name)"));
    }
}
