//! The phrasings of `tests/days`: each file was written before the rules that read it.

use super::*;
use std::collections::BTreeMap;

/// Collected by somebody who had not seen this reader.
const VISITS: &str = include_str!("../../../../tests/days/visit-days.tsv");
/// Written later, for a reader that read all of the first.
const MORE: &str = include_str!("../../../../tests/days/more-days.tsv");
/// Written after the rules had been made to read the others.
const HELD_OUT: &str = include_str!("../../../../tests/days/held-out-days.tsv");
/// Written by somebody who had seen neither the reader nor the other files, when the reader read all of those.
const STRANGERS: &str = include_str!("../../../../tests/days/strangers-days.tsv");
/// What somebody found who tried the whole office, and was read wrongly then.
const ACCEPTANCE: &str = include_str!("../../../../tests/days/acceptance-days.tsv");
/// Answers to an echo: what was not worked, or was another amount.
const CORRECTIONS: &str = include_str!("../../../../tests/days/corrections.tsv");

struct Row {
    id: String,
    received: Date,
    schools: Vec<Vec<String>>,
    text: String,
    expected: String,
    note: String,
}

fn rows(all: &str) -> Vec<Row> {
    all.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let names = |school: &str| school.split('|').map(|name| name.trim().to_owned()).collect();
            Row {
                id: cells[0].to_owned(),
                received: cells[1].parse().unwrap(),
                schools: cells[2].split(';').map(names).collect(),
                text: cells[3].replace("\\n", "\n"),
                expected: cells[4].to_owned(),
                note: cells[5].to_owned(),
            }
        })
        .collect()
}

/// `none` is said of a reading that holds nothing at all.
fn told(reading: &Reading, row: &Row, corrections: bool) -> String {
    if reading.is_ambiguous() {
        return "ask".to_owned();
    }
    let mut out: Vec<String> = reading
        .visits
        .iter()
        .map(|visit| format!("{}={}@{}", visit.day, visit.half_days.0, row.schools[visit.school][0]))
        .collect();
    if corrections {
        out.extend(reading.not_worked.iter().map(|day| format!("not {day}")));
    }
    if out.is_empty() {
        assert!(reading.nothing_worked, "{}: nothing is read and nothing is asked", row.id);
        return "none".to_owned();
    }
    out.sort();
    out.join(";")
}

const RIGHT: &str = "right";
const ASKED: &str = "asked though clear";
const GUESSED: &str = "guessed although ambiguous";
const WRONG: &str = "wrong days";

/// How the rows are read; each that is read otherwise than its writer meant is printed.
fn score<'a>(rows: impl Iterator<Item = &'a Row>, corrections: bool) -> (usize, BTreeMap<&'static str, usize>) {
    let mut counts = BTreeMap::new();
    let mut all = 0;
    for row in rows {
        all += 1;
        let schools: Vec<School<'_>> = row.schools.iter().map(|names| School { names }).collect();
        let reading = read(&row.text, row.received, &schools, &Policy::default());
        let got = told(&reading, row, corrections);
        let mut wanted: Vec<&str> = row.expected.split(';').collect();
        wanted.sort_unstable();
        let wanted = wanted.join(";");
        let verdict = if got == wanted {
            RIGHT
        } else if got == "ask" {
            ASKED
        } else if wanted == "ask" {
            GUESSED
        } else {
            WRONG
        };
        *counts.entry(verdict).or_insert(0) += 1;
        if got != wanted {
            println!(
                "{} [{verdict}] {}\n   {:?} {:?}\n   wanted {wanted}\n   got    {got} {:?}\n   ({})",
                row.id,
                row.received.strftime("%a %F"),
                row.text,
                row.schools.concat(),
                reading.questions,
                row.note
            );
        }
    }
    (all, counts)
}

fn odd(row: &&Row) -> bool {
    row.id.trim_start_matches(char::is_alphabetic).parse::<u32>().unwrap() % 2 == 1
}

/// The rows with odd numbers, which were seen while the reader was written.
#[test]
fn development_half() {
    let (all, counts) = score(rows(VISITS).iter().filter(odd), false);
    assert_eq!(counts.get(RIGHT), Some(&all), "{counts:?}");
}

/// The rows with even numbers. Before they were looked at, 176 of 197 were right (11 asked though clear, 4 guessed,
/// 6 wrong); what they showed was then mended.
#[test]
fn held_out_half() {
    let (all, counts) = score(rows(VISITS).iter().filter(|row| !odd(row)), false);
    assert!(counts.get(RIGHT).is_some_and(|right| right * 100 >= all * 99), "{counts:?}");
    assert_eq!((counts.get(GUESSED), counts.get(WRONG)), (None, None), "{counts:?}");
}

/// When they were first read: 93 of 120 right, 18 asked though clear, 2 guessed, 7 wrong.
#[test]
fn more_phrasings() {
    let (all, counts) = score(rows(MORE).iter(), false);
    assert!(counts.get(RIGHT).is_some_and(|right| right * 100 >= all * 95), "{counts:?}");
    assert_eq!((counts.get(GUESSED), counts.get(WRONG)), (None, None), "{counts:?}");
}

/// When they were first read: of a001 to a120 98 right, 12 asked though clear, 3 guessed, 7 wrong; of b001 to b120, by another
/// stranger and after what the others showed had been mended, 100 right, 12 asked, 2 guessed, 6 wrong. What is
/// still asked needlessly is mostly chat around a plain day.
#[test]
fn strangers() {
    let (all, counts) = score(rows(STRANGERS).iter(), false);
    assert!(counts.get(RIGHT).is_some_and(|right| right * 100 >= all * 85), "{counts:?}");
    assert_eq!((counts.get(GUESSED), counts.get(WRONG)), (None, None), "{counts:?}");
}

/// When they were first read, most of these were read wrongly or guessed. To ask is no fault.
#[test]
fn what_was_misread() {
    let (_, counts) = score(rows(ACCEPTANCE).iter(), false);
    assert_eq!((counts.get(GUESSED), counts.get(WRONG)), (None, None), "{counts:?}");
}

#[test]
fn corrections() {
    let (all, counts) = score(rows(CORRECTIONS).iter(), true);
    assert!(counts.get(RIGHT).is_some_and(|right| right * 100 >= all * 95), "{counts:?}");
    assert_eq!((counts.get(GUESSED), counts.get(WRONG)), (None, None), "{counts:?}");
}

/// When they were first read: of h001 to h080 62 right, 6 asked though clear, 2 guessed, 10 wrong; of h081 to h120, when
/// what the others showed had been mended, 20 right, 13 asked though clear, 4 guessed, 3 wrong; of h121 to h160, after
/// the same again, 27 right, 7 asked though clear, 1 guessed, 5 wrong; of h161 to h190 22 right, 4 asked, 1 guessed,
/// 3 wrong.
#[test]
fn held_out_phrasings() {
    let wanted = |row: &Row| row.expected.contains("not ");
    let (mut all, mut counts) = (0, BTreeMap::new());
    for corrections in [false, true] {
        let (rows, counted) = score(rows(HELD_OUT).iter().filter(|row| wanted(row) == corrections), corrections);
        all += rows;
        for (verdict, count) in counted {
            *counts.entry(verdict).or_insert(0) += count;
        }
    }
    assert!(counts.get(RIGHT).is_some_and(|right| right * 100 >= all * 80), "{counts:?}");
    assert_eq!((counts.get(GUESSED), counts.get(WRONG)), (None, None), "{counts:?}");
}
