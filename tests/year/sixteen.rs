//! Sixteen years of an office, from 2024 to 2039: rounds, a register, meetings, training, and all that is due in between.

use crate::support::mails::{self, Mail};
use crate::support::office::{Office, instant};
use alliance_clerk::decision::Decision;
use alliance_clerk::domain::change::{Change, OutcomeChange};
use alliance_clerk::domain::civil::{self, Zone};
use alliance_clerk::domain::register::Designation;
use alliance_clerk::domain::{EmailAddress, ProgrammeId, bank_holidays};
use alliance_clerk::jobs::{self, When};
use alliance_clerk::schedule::{self, upcoming};
use alliance_clerk::step::{self, Cause, Office as StepOffice};
use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::{Span, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const FIRST: i16 = 2024;
const LAST: i16 = 2039;

fn plus(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

fn on_or_after(day: Date, weekday: Weekday) -> Date {
    plus(day, i64::from(day.weekday().until(weekday)))
}

/// Invented terms of an academic year, and the INSET day before the first.
fn year_of(year: i16) -> String {
    let next = year + 1;
    let monday = |year, month, day| on_or_after(date(year, month, day), Weekday::Monday);
    let terms = [
        ("Autumn", monday(year, 9, 2), plus(monday(year, 12, 12), 4), monday(year, 10, 24)),
        ("Spring", monday(next, 1, 3), plus(monday(next, 3, 22), 4), monday(next, 2, 12)),
        ("Summer", monday(next, 4, 18), plus(monday(next, 7, 15), 4), monday(next, 5, 25)),
    ];
    let mut text = format!("[[year]]\nname = \"{year}-{:02}\"\ninset = [{}]\n", next % 100, terms[0].1);
    for (name, first, last, half) in terms {
        text.push_str(&format!(
            "[[year.term]]\nname = \"{name}\"\nfirst = {first}\nlast = {last}\nhalf_term = [{half}, {}]\n",
            plus(half, 4)
        ));
    }
    text
}

fn sixteen_years(root: &Path) {
    let years: String = (FIRST - 1..=LAST).map(year_of).collect();
    std::fs::write(root.join("config/calendar.toml"), format!("bank_holidays = \"england\"\n{years}")).unwrap();
}

/// The nearest school day from a day on.
fn school_day(office: &Office, from: Date) -> Date {
    (0..60).map(|days| plus(from, days)).find(|day| office.app.config.calendar.is_school_day(*day)).unwrap()
}

/// What people do in a year, besides what the clerk does.
enum Deed {
    Says(String),
    Writes(Mail),
}

fn deeds_of(office: &Office, year: i16) -> Vec<(DateTime, Deed)> {
    let at = |month, day, hour| school_day(office, date(year, month, day)).at(hour, 0, 0, 0);
    let days = |from: DateTime, to: DateTime| {
        format!("{} to {}", civil::date_in_words(from.date()), civil::date_in_words(to.date()))
    };
    let (opens, closes) = (at(2, 26, 0), at(3, 14, 0));
    let mut deeds = vec![(at(2, 5, 10), Deed::Says(format!("open sle spring-{year} from {}", days(opens, closes))))];
    for (n, name) in ["Ada Bright", "Ben Carr", "Cai Dunn"].into_iter().enumerate() {
        let email = format!("{}.{year}@millpond.example", name.split(' ').next().unwrap().to_lowercase());
        let mut answers = mails::complete_answers(name, &email);
        if n == 1 {
            answers.remove("question_3");
        }
        let form = mails::filled_form(&office.app.config, "sle", &answers);
        let mail = Mail {
            from: format!("{name} <{email}>"),
            subject: format!("Application {year}"),
            body: "Please find my application attached.".into(),
            attachments: vec![("form.docx".into(), mails::DOCX.into(), form)],
            ..Mail::default()
        };
        deeds.push((opens.date().at(9 + i8::try_from(n).unwrap(), 0, 0, 0), Deed::Writes(mail)));
    }
    for (term, month, day) in [("Spring", 2, 8), ("Summer", 6, 8), ("Autumn", 10, 6)]
        .into_iter()
        .filter(|_| alliance_clerk::commands::names().contains(&"meeting"))
    {
        let meeting = on_or_after(date(year, month, day), Weekday::Tuesday);
        if office.app.config.calendar.is_school_day(meeting) {
            let line = format!(
                "meeting sle \"{term} network\" {} 15:45 to 17:00 at Harbour Primary School",
                civil::date_in_words(meeting)
            );
            deeds.push((school_day(office, plus(meeting, -30)).at(11, 0, 0, 0), Deed::Says(line)));
        }
    }
    deeds.sort_by_key(|(at, _)| *at);
    deeds
}

async fn register(office: &Office) {
    let app = &office.app;
    let step = StepOffice { config: &app.config, renderer: &app.renderer, store: &app.store };
    let mut changes = vec![];
    for (n, name) in ["Priya Nair", "Tom Reed", "Siân Lewis", "Dev Patel", "Amy Cole", "Zoë Hart"].iter().enumerate()
    {
        let email = EmailAddress::parse(&format!("person{n}@school{n}.example")).unwrap();
        let since = date(2020 + i16::try_from(n).unwrap() % 4, 9, 1);
        let entry = Designation::new(ProgrammeId::parse("sle").unwrap(), (*name).to_owned(), email, since);
        let entry = Designation { school: format!("School {n}"), specialism: "Mathematics".into(), ..entry };
        changes.push(Change::Outcome(OutcomeChange::Entered { designation: Box::new(entry) }));
    }
    let decision = Decision { changes, ..Decision::default() };
    let cause = Cause { actor: "the test", what: "import people", message: None, live: false };
    let mut tx = app.store.begin().await.unwrap();
    step::record(&step, &mut tx, &decision, &cause, app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Lets the time go by: the clerk looks about itself whenever something may be due. Returns the letters that it wrote of its own accord.
async fn until(office: &mut Office, end: Timestamp, own: &mut BTreeSet<i64>) {
    let windows = office.app.store.list_windows().await.unwrap();
    let moments = upcoming::moments_to_come(&office.app.config, &windows, office.app.clock.now(), end);
    for moment in moments {
        office.app.clock.set(moment);
        let before = office.app.store.last_letter().await.unwrap();
        let app = &office.app;
        let step = StepOffice { config: &app.config, renderer: &app.renderer, store: &app.store };
        for (about, decision) in schedule::run(&step, moment).await.unwrap() {
            // (The note to the coordinators is no job: it follows from what waits.)
            let Some(job) = jobs::ALL.iter().find(|job| job.about == about) else { continue };
            for draft in &decision.letters {
                let begins = draft.purpose.split(':').next().unwrap();
                assert!(job.purposes.contains(&begins), "{} does not state {}", job.name, draft.purpose);
            }
        }
        let after = office.app.store.last_letter().await.unwrap();
        own.extend(before + 1..=after);
    }
    office.app.clock.set(end);
}

#[tokio::test]
async fn sixteen_years_go_by_and_every_job_is_done_once_for_each_of_its_moments() {
    let mut office = Office::in_memory(sixteen_years).await;
    let start = date(FIRST, 1, 1).at(0, 0, 0, 0);
    let end = date(LAST, 12, 31).at(23, 0, 0, 0);
    office.at(start);
    register(&office).await;
    let mut own = BTreeSet::new();
    for year in FIRST..=LAST {
        for (at, deed) in deeds_of(&office, year) {
            until(&mut office, instant(at), &mut own).await;
            match deed {
                Deed::Says(line) => {
                    office.command(&line).await.unwrap_or_else(|why| panic!("{at}: {line}: {why}"));
                }
                Deed::Writes(mail) => {
                    office.receive(mail, instant(at));
                }
            }
            office.once().await;
        }
        // Somebody goes through the open questions once a year, so that digests do not grow for ever.
        for review in office.app.store.open_reviews().await.unwrap() {
            office.command(&format!("done {}", review.id)).await.unwrap();
        }
    }
    until(&mut office, instant(end), &mut own).await;
    every_moment_once(&office, start, end).await;
    letters_keep_to_school_days(&office, &own).await;
}

async fn every_moment_once(office: &Office, start: DateTime, end: DateTime) {
    let done = super::done(office).await;
    for job in jobs::ALL {
        if let When::At(_) = job.when {
            let due: BTreeSet<String> =
                schedule::due(&office.app.config, job, start, end).iter().map(ToString::to_string).collect();
            let mut times: BTreeMap<&String, u32> = BTreeMap::new();
            for at in done.get(job.name).into_iter().flatten() {
                *times.entry(at).or_default() += 1;
            }
            let done: BTreeSet<String> = times.keys().map(|at| (*at).clone()).collect();
            assert!(times.values().all(|count| *count == 1), "{} was done twice", job.name);
            let missed: Vec<_> = due.difference(&done).take(5).collect();
            assert!(missed.is_empty(), "{} was not done at {missed:?}", job.name);
            assert!(due.len() > 16 * 180, "{}: {} moments", job.name, due.len());
        }
    }
}

async fn letters_keep_to_school_days(office: &Office, own: &BTreeSet<i64>) {
    let config = &office.app.config;
    let letters = office.app.store.list_letters("").await.unwrap();
    let mut seen = BTreeSet::new();
    let (mut outside, mut reminders) = (0, 0);
    for letter in &letters {
        let at = Zone::london().civil(letter.created_at);
        let same = (letter.letter.clone(), letter.to.clone(), letter.case.clone(), letter.subject.clone(), at.date());
        assert!(seen.insert(same.clone()), "the same letter twice on one day: {same:?}");
        let kind = alliance_clerk::letters::find(&letter.letter).unwrap();
        if own.contains(&letter.id.0) && !kind.is_for_office() {
            outside += 1;
            reminders += u32::from(letter.letter == "meeting-reminder");
            let hours = &config.clerk.hours;
            assert!(hours.allow(&config.calendar, at), "{} to {} at {at}", letter.letter, letter.to);
            // By a judge that knows nothing of the calendar's own rules.
            let day = at.date();
            assert!(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !bank_holidays::is_one(day));
            assert!(!(day.month() == 8 || (day.month() == 12 && day.day() > 24)), "{} on {day}", letter.letter);
        }
    }
    println!("{} letters, {outside} of the clerk's own accord, {reminders} reminders of meetings", letters.len());
    assert!(outside > 16 * 5, "{outside}");
}
