//! A year's work: forty people, a hundred and twenty deployments, the days that they report, and the money on both sides.
//!
//! It is put together from lists, because nobody wants to read a hundred and twenty beats: what the page tells of it are the
//! moments of a term.

use super::super::people::REGISTER;
use super::{Beat, Enclosed, Event, Mail, at, autumn, command, program, reply};
use jiff::civil::{Date, DateTime, date};
use std::borrow::Cow;

/// Schools that release people: name, head, domain.
const HOMES: [(&str, &str, &str); 10] = [
    ("Hazelbank Primary School", "Owen Brooks", "hazelbank.example"),
    ("Ferry Lane Primary School", "Marged Pryce", "ferrylane.example"),
    ("Riverside Academy", "Martin Shaw", "riverside.example"),
    ("Oakfield High School", "Grace Okoro", "oakfield.example"),
    ("St Mark's Primary School", "Father Paul Lynch", "stmarks.example"),
    ("Millpond Nursery and Infants", "Jo Marsh", "millpond.example"),
    ("Lighthouse Academy", "Ffion Bevan", "lighthouse.example"),
    ("Cranmere Primary School", "Harriet Dunn", "cranmere.example"),
    ("Beacon Hill School", "Samuel Osei", "beaconhill.example"),
    ("Ysgol Maes y Môr", "Llŷr Tomos", "maesymor.example"),
];

/// Schools that ask for help.
const SUPPORTED: [(&str, &str, &str); 15] = [
    ("Quayside Primary School", "Ruth Calder", "quayside.example"),
    ("Thornbury Road Infants", "Imran Sheikh", "thornbury.example"),
    ("Gorse Hill Academy", "Linda Farrow", "gorsehill.example"),
    ("Saltmarsh School", "Peter Ames", "saltmarsh.example"),
    ("Windmill Lane Primary School", "Ayesha Khan", "windmill.example"),
    ("Northgate High School", "Colin Baxter", "northgate.example"),
    ("Ysgol Gymraeg Tŷ Gwyn", "Siân Llŷr", "tygwyn.example"),
    ("Elm Park Junior School", "Dorothy Hale", "elmpark.example"),
    ("Harbour View Academy", "Neil Strand", "harbourview.example"),
    ("Orchard Side School", "Joanne Price", "orchardside.example"),
    ("Foxglove Nursery School", "Beth Tranter", "foxglove.example"),
    ("Stonebridge Primary School", "Anil Mehta", "stonebridge.example"),
    ("Heron Wood Academy", "Claire Voss", "heronwood.example"),
    ("St Brannoc's School", "Mary Kelleher", "stbrannoc.example"),
    ("Tanner's Yard Primary School", "Gareth Pugh", "tannersyard.example"),
];

const SUBJECTS: [&str; 8] = [
    "Mathematics in Year 4",
    "Phonics across Key Stage 1",
    "Reading in Year 7",
    "Attendance",
    "Early years provision",
    "Science practical work",
    "Support for new teachers",
    "Marking and feedback",
];

/// The Mondays of the weeks in which people are out, by term. A deployment's second day is in the week after the next.
const WEEKS: [[(i16, i8, i8); 8]; 3] = [
    [
        (2026, 9, 14),
        (2026, 9, 21),
        (2026, 9, 28),
        (2026, 10, 5),
        (2026, 10, 12),
        (2026, 11, 2),
        (2026, 11, 9),
        (2026, 11, 16),
    ],
    [
        (2027, 1, 11),
        (2027, 1, 18),
        (2027, 1, 25),
        (2027, 2, 1),
        (2027, 2, 8),
        (2027, 2, 22),
        (2027, 3, 1),
        (2027, 3, 8),
    ],
    [
        (2027, 4, 19),
        (2027, 4, 26),
        (2027, 5, 10),
        (2027, 5, 17),
        (2027, 5, 24),
        (2027, 6, 7),
        (2027, 6, 14),
        (2027, 6, 21),
    ],
];

/// How many weeks of a term somebody's first day may lie in: their second lies two further on.
const FIRST_WEEKS: usize = 6;

/// Somebody of the register.
struct Person {
    name: &'static str,
    address: String,
    home: usize,
}

fn people() -> Vec<Person> {
    REGISTER
        .iter()
        .enumerate()
        .filter_map(|(place, name)| {
            let home = place % HOMES.len();
            let (_, _, domain) = HOMES.get(home)?;
            let local = name.to_lowercase().replace(' ', ".").replace(['ŷ', 'ŵ', 'â', 'ô', '\''], "");
            Some(Person { name, address: format!("{local}@{domain}"), home })
        })
        .collect()
}

/// One deployment of a term: who, where, on which two days.
struct Work {
    name: &'static str,
    address: String,
    school: (&'static str, &'static str, &'static str),
    subject: &'static str,
    days: [Date; 2],
    /// The second day is half a day.
    half: bool,
}

fn monday(term: usize, week: usize) -> Option<Date> {
    let (year, month, day) = *WEEKS.get(term)?.get(week)?;
    Date::new(year, month, day).ok()
}

fn work(term: usize) -> Vec<Work> {
    let of = |(place, person): (usize, Person)| {
        let school = *SUPPORTED.get((place * 4 + term * 7) % SUPPORTED.len())?;
        let first = monday(term, place % FIRST_WEEKS)?.saturating_add(jiff::Span::new().days(1));
        let second = monday(term, place % FIRST_WEEKS + 2)?.saturating_add(jiff::Span::new().days(3));
        let subject = SUBJECTS.get((place + term) % SUBJECTS.len())?;
        Some(Work {
            name: person.name,
            address: person.address,
            school,
            subject,
            days: [first, second],
            half: place % 3 == 0,
        })
    };
    people().into_iter().enumerate().filter_map(of).collect()
}

/// The register of the forty, as the list that the coordinator kept.
fn register() -> String {
    let mut list = "name,e-mail,school,specialism,since,programme,core training date\n".to_owned();
    for (place, person) in people().iter().enumerate() {
        let Some((home, _, _)) = HOMES.get(person.home) else { continue };
        let area = ["Mathematics", "Phonics", "English", "Attendance", "Early years", "Science"];
        let area = area.get(place % area.len()).copied().unwrap_or("Mathematics");
        list.push_str(&format!("{},{},{home},{area},1 September 2025,SLE,14/11/2025\n", person.name, person.address));
    }
    list
}

fn heads() -> String {
    let rows = HOMES.iter().map(|(school, head, domain)| format!("{school},{head},head@{domain}\n"));
    format!("name,head name,head e-mail\n{}", rows.collect::<String>())
}

/// The national register, as far as this county goes.
fn national() -> String {
    let mut rows = "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),LA (name),Street,Town,Postcode,Easting,Northing\n".to_owned();
    for (place, (school, _, _)) in HOMES.iter().chain(&SUPPORTED).enumerate() {
        let number = place + 1;
        rows.push_str(&format!(
            "{},{school},Open,Primary,Harbourshire,{number} School Road,Harbourtown,HB1 {number}AA,{},{}\n",
            900_000 + place,
            430_000 + place * 900,
            290_000 + place * 700
        ));
    }
    rows
}

/// A term's forty deployments, entered by the coordinator in a line each.
fn agreed(term: usize) -> Vec<String> {
    let last = WEEKS.get(term).and_then(|weeks| weeks.last()).and_then(|(y, m, d)| Date::new(*y, *m, *d).ok());
    let (Some(first), Some(last)) = (monday(term, 0), last) else { return vec![] };
    let end = last.saturating_add(jiff::Span::new().days(11));
    let line = |(place, work): (usize, &Work)| {
        let (school, head, domain) = work.school;
        // Every other school has a finance office, and wants its order number.
        let finance = if place % 2 == 0 {
            format!(" finance accounts@{domain} order number PO {}", 4100 + place % 15)
        } else {
            String::new()
        };
        let agreed = if work.half { "1½ days" } else { "2 days" };
        format!(
            "deployment sle \"{school}\" head {head} <head@{domain}> by {} \"{}\" {agreed} from {} to {}{finance}",
            work.address,
            work.subject,
            first.strftime("%-d %B %Y"),
            end.strftime("%-d %B %Y")
        )
    };
    work(term).iter().enumerate().map(line).collect()
}

/// What people write on the Friday after their second day: a line, in one of the ways in which people write it.
fn reports(term: usize) -> Vec<Beat> {
    let mut fridays: Vec<(Date, Vec<Mail>)> = vec![];
    for (place, work) in work(term).into_iter().enumerate() {
        let [one, two] = work.days;
        let (first, second) = (one.strftime("%A %-d %B").to_string(), two.strftime("%A %-d %B").to_string());
        let (school, _, _) = work.school;
        let body = match (work.half, place % 2) {
            (true, _) => format!("I was at {school} on {first} and half a day on {second}.\n\n{}", work.name),
            (false, 0) => format!("Full days at {school} on {first} and {second}.\n\nThanks, {}", work.name),
            (false, _) => format!("Two days at {school}: {first} and {second}.\n\n{}", work.name),
        };
        let mail = Mail {
            from_name: work.name.to_owned(),
            from: work.address,
            subject: "My days".to_owned(),
            body,
            automatic: false,
            enclosed: Enclosed::Nothing,
            answering: None,
        };
        let friday = two.saturating_add(jiff::Span::new().days(1));
        match fridays.iter_mut().find(|(day, _)| *day == friday) {
            Some((_, mails)) => mails.push(mail),
            None => fridays.push((friday, vec![mail])),
        }
    }
    let beat = |(friday, mails): (Date, Vec<Mail>)| Beat {
        at: friday.at(16, 5, 0, 0),
        title: "On Friday people report their days, in a line each; each hears exactly what was understood",
        event: Event::Mails(mails),
        read_after_seconds: 60,
    };
    fridays.into_iter().map(beat).collect()
}

fn commands(at: DateTime, title: &'static str, lines: Vec<String>) -> Beat {
    Beat { at, title, event: Event::Commands(lines), read_after_seconds: 60 }
}

fn file(at: DateTime, title: &'static str, words: &[&str], name: &'static str, text: String) -> Beat {
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    Beat { at, title, event: Event::Program { words, file: Some((name, Cow::Owned(text))) }, read_after_seconds: 60 }
}

pub fn beats() -> Vec<Beat> {
    let mut beats = vec![
        file(
            autumn(3, 9, 10, 4, 0),
            "Forty people who are deployed come in",
            &["import", "people", "deployed.csv"],
            "deployed.csv",
            register(),
        ),
        file(
            autumn(3, 9, 10, 5, 0),
            "… the heads of their schools",
            &["import", "schools", "homes.csv"],
            "homes.csv",
            heads(),
        ),
        file(
            autumn(3, 9, 10, 6, 0),
            "… and the national register of schools, from which invoices have their addresses",
            &["import", "schools", "national.csv"],
            "national.csv",
            national(),
        ),
        command(
            autumn(3, 9, 10, 8, 0),
            "A grant pays for some of the work",
            "fund \"Harbour grant\" from Harbour Council £2,000",
        ),
        commands(autumn(4, 9, 10, 0, 0), "The autumn’s deployments were agreed on paper: forty lines", agreed(0)),
        commands(
            autumn(4, 9, 10, 5, 0),
            "Some are paid for otherwise: a swap, the grant, in advance, directly by the home school",
            vec![
                "charge DEP-2026-0002 as a swap".to_owned(),
                "charge DEP-2026-0003 from fund \"Harbour grant\"".to_owned(),
                "charge DEP-2026-0004 in advance".to_owned(),
                "charge DEP-2026-0005 directly by the home school".to_owned(),
                "charge DEP-2026-0006 £400 a day, fee £50 on top".to_owned(),
            ],
        ),
        commands(
            at(6, 1, 10, 30, 0),
            "The term is over, its invoices are drafted: they go at Ruth’s word, with a code",
            vec!["invoices send".to_owned()],
        ),
        commands(at(7, 1, 9, 0, 0), "The spring’s deployments", agreed(1)),
        Beat {
            at: at(12, 2, 11, 0, 0),
            title: "The bank’s statement comes in: most schools have paid, one in part",
            event: Event::Bank,
            read_after_seconds: 60,
        },
        commands(
            at(15, 2, 10, 0, 0),
            "One invoice went out with the wrong order number: it is credited, and its days are billed anew",
            vec![
                "credit INV-2027-0002 because it bore the wrong order number".to_owned(),
                "invoices send".to_owned(),
                "invoices draft up to 31 December 2026".to_owned(),
                "invoices send".to_owned(),
            ],
        ),
        commands(at(15, 4, 10, 30, 0), "The spring’s invoices go", vec!["invoices send".to_owned()]),
        commands(at(16, 4, 9, 0, 0), "The summer’s deployments", agreed(2)),
        Beat {
            at: at(21, 5, 11, 0, 0),
            title: "The bank’s statement again",
            event: Event::Bank,
            read_after_seconds: 60,
        },
        commands(
            at(19, 7, 10, 0, 0),
            "Before the holidays everything that has been confirmed is billed",
            vec!["invoices draft".to_owned(), "invoices send".to_owned()],
        ),
        program(at(19, 7, 10, 30, 0), "The books are proved from both sides, to the penny", &["ledger"], None),
        program(
            at(19, 7, 10, 31, 0),
            "… and the year’s summary is there for the finance office",
            &["export", "year", "year.xlsx", "--from", "2026-09-01", "--to", "2027-08-31"],
            None,
        ),
    ];
    beats.extend((0..WEEKS.len()).flat_map(reports));
    beats.push(Beat {
        at: date(2026, 10, 8).at(9, 12, 0, 0),
        title: "A head disputes a day by replying: it waits for a person, and the others count",
        event: Event::Mail(reply(
            ("Ruth Calder", "head@quayside.example"),
            "visit-told",
            "Days worked",
            "Nobody was here on Thursday 1 October: we were closed for the election.\n\nRuth Calder",
        )),
        read_after_seconds: 60,
    });
    beats
}
