//! A table as alliances keep it: columns found by their headings, in any order and under many names; every fault by its line.

use std::collections::BTreeSet;

/// A column that is looked for.
pub struct Wanted {
    pub name: &'static str,
    /// Other ways in which people head it.
    pub also: &'static [&'static str],
    /// Without it the file is refused.
    pub needed: bool,
}

/// Rows with the number of their line, each with a cell for every column that is wanted, in that order.
#[derive(Debug)]
pub struct Table {
    pub rows: Vec<(u64, Vec<String>)>,
}

/// What the file's bytes say: UTF-16 where it begins with that mark (Excel's “Unicode text”), UTF-8, or else Windows-1252,
/// which older spreadsheets write.
pub fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// A heading as headings are compared: `E-mail address:` and `email address` are one.
pub fn folded(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The separator of a file: the one that its headings have most of.
pub fn separator(first_line: &[u8]) -> u8 {
    let count = |separator: &u8| first_line.iter().filter(|byte| *byte == separator).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

impl Table {
    /// # Errors
    /// All that is wrong with the headings; or every line that has not as many cells.
    pub fn read(text: &str, wanted: &[Wanted], ignored: &[String]) -> Result<Self, Vec<String>> {
        // The reader counts the lines of a file that ends them with two characters one behind.
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let mut reader = ::csv::ReaderBuilder::new()
            .delimiter(separator(first.as_bytes()))
            .trim(::csv::Trim::All)
            .from_reader(text.as_bytes());
        let headings = reader.headers().map_err(|e| vec![format!("line 1: the headings cannot be read: {e}")])?.clone();
        let places = places(&headings, wanted, ignored)?;
        let mut rows = vec![];
        let mut faults = vec![];
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let line = record.position().map_or(0, ::csv::Position::line);
                    let cells: Vec<String> = places
                        .iter()
                        .map(|place| flowing(place.and_then(|i| record.get(i)).unwrap_or_default()))
                        .collect();
                    if cells.iter().any(|cell| !cell.is_empty()) {
                        rows.push((line, cells));
                    }
                }
                Err(e) => {
                    let line = e.position().map_or(0, ::csv::Position::line);
                    faults.push(format!("line {line}: it has not as many cells as there are columns"));
                }
            }
        }
        if rows.is_empty() && faults.is_empty() {
            faults.push("there is no row under the headings".to_owned());
        }
        if faults.is_empty() { Ok(Self { rows }) } else { Err(faults) }
    }
}

/// Words with single blanks between them.
pub fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where each wanted column stands.
fn places(
    headings: &::csv::StringRecord,
    wanted: &[Wanted],
    ignored: &[String],
) -> Result<Vec<Option<usize>>, Vec<String>> {
    let given: Vec<String> = headings.iter().map(folded).collect();
    let mut faults = vec![];
    let mut places = vec![];
    for column in wanted {
        let ways: Vec<String> = std::iter::once(column.name).chain(column.also.iter().copied()).map(folded).collect();
        let found: Vec<usize> = given.iter().enumerate().filter(|(_, h)| ways.contains(h)).map(|(i, _)| i).collect();
        if let [_, second, ..] = found.as_slice() {
            let twice = headings.get(*second).unwrap_or_default();
            faults.push(format!("line 1: the {} stands in two columns; the second is `{twice}`", column.name));
        }
        places.push(found.first().copied());
    }
    let missing: Vec<&str> =
        wanted.iter().zip(&places).filter(|(w, p)| w.needed && p.is_none()).map(|(w, _)| w.name).collect();
    if !missing.is_empty() {
        faults.push(format!("line 1: there is no column for {}", missing.join(", ")));
    }
    let ignored: BTreeSet<String> = ignored.iter().map(|heading| folded(heading)).collect();
    let strange: Vec<&str> = headings
        .iter()
        .enumerate()
        .filter(|(i, heading)| {
            !places.contains(&Some(*i)) && !ignored.contains(&folded(heading)) && !heading.is_empty()
        })
        .map(|(_, heading)| heading)
        .collect();
    if !strange.is_empty() {
        let ways: Vec<String> = strange.iter().map(|heading| format!("--ignore \"{heading}\"")).collect();
        faults.push(format!(
            "line 1: nothing is known of {}; give them another heading, or leave them out with {}",
            strange.join(", "),
            ways.join(" ")
        ));
    }
    if faults.is_empty() {
        return Ok(places);
    }
    let names: Vec<String> = wanted
        .iter()
        .map(|column| if column.needed { column.name.to_owned() } else { format!("{} (optional)", column.name) })
        .collect();
    faults.push(format!("expected the columns {}", names.join(", ")));
    Err(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: [Wanted; 2] = [
        Wanted { name: "name", also: &["full name"], needed: true },
        Wanted { name: "e-mail", also: &["email address"], needed: false },
    ];

    #[test]
    fn any_order_separator_and_encoding_will_do() {
        let wanted = [(2, vec!["Siân Lewis".to_owned(), "s@x.example".to_owned()])];
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(
                "E-Mail Address\tFull Name\r\ns@x.example\tSiân  Lewis\r\n".encode_utf16().flat_map(u16::to_le_bytes),
            )
            .collect();
        for bytes in [
            "Full Name,E-mail Address\nSiân Lewis,s@x.example\n".as_bytes(),
            "\u{feff}EMAIL_ADDRESS;\"Full name:\"\r\n s@x.example ;\" Siân Lewis\"\r\n;\r\n\r\n".as_bytes(),
            b"name\te-mail\nSi\xe2n Lewis\ts@x.example\n",
            &utf16,
        ] {
            let table = Table::read(&decoded(bytes), &WANTED, &[]).unwrap();
            assert_eq!(table.rows, wanted, "{bytes:?}");
        }
    }

    #[test]
    fn what_is_not_known_is_told_with_the_way_round_it() {
        let text = "name,Shoe size\nJo,39\n";
        let faults = Table::read(text, &WANTED, &[]).unwrap_err().join("\n");
        assert!(faults.contains("nothing is known of Shoe size"), "{faults}");
        assert!(faults.contains("--ignore \"Shoe size\""), "{faults}");
        assert!(faults.contains("e-mail (optional)"), "{faults}");
        assert_eq!(Table::read(text, &WANTED, &["shoe-size".to_owned()]).unwrap().rows.len(), 1);
        let faults = Table::read("name,Full name\nJo,Jo\n", &WANTED, &[]).unwrap_err().join("\n");
        assert!(faults.contains("stands in two columns"), "{faults}");
        assert!(Table::read("e-mail\nx\n", &WANTED, &[]).unwrap_err().join("").contains("no column for name"));
        let faults = Table::read("name,e-mail\nJo,x@y.example\nToo,many,cells\n", &WANTED, &[]).unwrap_err();
        assert_eq!(faults, ["line 3: it has not as many cells as there are columns"]);
        assert!(Table::read("name,e-mail\n,\n", &WANTED, &[]).unwrap_err().join("").contains("no row"));
    }
}
