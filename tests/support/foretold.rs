//! What `upcoming` foretells is what then happens, given no further mail and no further command.

use super::office::Office;
use alliance_clerk::schedule::upcoming;
use alliance_clerk::step::Office as StepOffice;
use jiff::{Timestamp, ToSpan as _};

/// How often the clerk looks about itself while the days go by.
const MINUTES: i64 = 30;

/// Asks what is to come, lets the days go by, and compares. Returns the letters that came, by their numbers.
pub async fn come_true(office: &mut Office, days: u32) -> Vec<i64> {
    let app = &office.app;
    let start = app.clock.now();
    let step = StepOffice { config: &app.config, renderer: &app.renderer, store: &app.store };
    let before = app.store.list_letters("").await.unwrap().len();
    let foretold = upcoming::of(&step, start, days).await.unwrap();
    assert_eq!(app.store.list_letters("").await.unwrap().len(), before, "foretelling writes nothing");
    let end = start + (24 * i64::from(days)).hours();
    let mut at = start;
    while at <= end {
        office.app.clock.set(at);
        office.once().await;
        at += MINUTES.minutes();
    }
    let came = office.app.store.list_letters("").await.unwrap().split_off(before);
    let mut ids = vec![];
    let mut happened: Vec<(String, String, String, Timestamp)> = vec![];
    for letter in came {
        ids.push(letter.id.0);
        happened.push((letter.letter, letter.to, letter.case, letter.created_at));
    }
    let mut expected: Vec<(String, String, String, Timestamp)> = foretold
        .into_iter()
        .map(|l| {
            (l.letter.to_owned(), l.to.folded().to_owned(), l.case.map_or_else(String::new, |c| c.to_string()), l.when)
        })
        .collect();
    happened.sort();
    expected.sort();
    let words = |letters: &[(String, String, String, Timestamp)]| {
        letters.iter().map(|(letter, to, case, at)| format!("{at} {letter} {to} {case}")).collect::<Vec<_>>()
    };
    let (foretold, happened_words) = (words(&expected), words(&happened));
    assert_eq!(expected.len(), happened.len(), "foretold: {foretold:#?}\nhappened: {happened_words:#?}");
    for (a, b) in expected.iter().zip(&happened) {
        let late = b.3.as_second() - a.3.as_second();
        let same = (&a.0, &a.1, &a.2) == (&b.0, &b.1, &b.2) && (0..MINUTES * 60).contains(&late);
        assert!(same, "foretold {a:?}, happened {b:?}\nforetold: {foretold:#?}\nhappened: {happened_words:#?}");
    }
    ids
}
