//! The one question that is asked, in the clerk's own words, on Wednesday 10 November 2027.

use super::*;

fn asked(text: &str) -> String {
    let names = [school("Oakfield Primary School")];
    let schools: Vec<School<'_>> = names.iter().map(|names| School { names }).collect();
    read(text, jiff::civil::date(2027, 11, 10), &schools, &Policy::default()).question().unwrap_or_default()
}

#[test]
fn a_question_names_what_was_read_and_asks_for_what_is_missing() {
    for (text, question) in [
        ("I was at Oakfield on Monday and Tuesday morning", "Was Monday 8 November a whole day, or the morning only?"),
        ("I was at Oakfield on Tuesday and Thursday", "Do you mean Tuesday 2 November or Tuesday 9 November?"),
        ("2 days last week", "Which days did you work in the week that began on Monday 1 November?"),
        ("last Tuesday", "Do you mean Tuesday 2 November or Tuesday 9 November?"),
        ("Tuesday 8 November", "You wrote Tuesday, but 8 November 2027 is a Monday: which date did you mean?"),
        ("Oakfield on 16 November, full day", "Tuesday 16 November 2027 is still to come: which date did you mean?"),
        (
            "Full day at Greenacre on Monday",
            "Which school do you mean by “Greenacre” on Monday 8 November? We know of your work at Oakfield Primary School.",
        ),
        ("popped in on Monday", "How long were you there on Monday 8 November: a half day or a full day?"),
        (
            "11/25 full day",
            "There is no date “11/25” (we read the day first, then the month): which date did you mean?",
        ),
        (
            "1.25 hours on Monday",
            "1 hour 15 minutes on Monday 8 November lies exactly between nothing and a half day: which should we record?",
        ),
        (
            "8 hours on Monday",
            "We read more than one day’s work on Monday 8 November: how much of it should we record?",
        ),
        (
            "1-3 Nov (2 days)",
            "You wrote 2 days in all, but the dates we read make 3 days: which dates did you work, and how long was each?",
        ),
    ] {
        assert_eq!(asked(text), question, "{text}");
    }
}

#[test]
fn hours_are_told_as_they_were_rounded() {
    let names = [school("Oakfield Primary School")];
    let schools: Vec<School<'_>> = names.iter().map(|names| School { names }).collect();
    let how = |text: &str| {
        read(text, jiff::civil::date(2027, 11, 10), &schools, &Policy::default()).visits.first().map(|visit| visit.how)
    };
    assert_eq!(how("3 hours on Monday"), Some(Stated::Hours { minutes: 180, rounded: true, capped: false }));
    assert_eq!(how("9 to 3.30 on 8/11"), Some(Stated::Hours { minutes: 390, rounded: true, capped: true }));
    assert_eq!(how("5 hours on Monday"), Some(Stated::Hours { minutes: 300, rounded: false, capped: false }));
    assert_eq!(how("Monday"), Some(Stated::Plain));
    assert_eq!(how("Monday am"), Some(Stated::Morning));
}

#[test]
fn what_was_not_worked_is_told_for_an_answer_to_an_echo() {
    let names = [school("Oakfield Primary School")];
    let schools: Vec<School<'_>> = names.iter().map(|names| School { names }).collect();
    let read = |text: &str| read(text, jiff::civil::date(2027, 11, 10), &schools, &Policy::default());
    let monday = jiff::civil::date(2027, 11, 8);
    let removed = read("Please remove Monday, I was ill");
    assert_eq!((removed.not_worked.as_slice(), removed.nothing_worked), ([monday].as_slice(), true));
    let half = read("Sorry, Monday was only a half day");
    assert!(half.not_worked.is_empty());
    assert_eq!(
        half.visits.iter().map(|visit| (visit.day, visit.half_days)).collect::<Vec<_>>(),
        [(monday, HalfDays::HALF)]
    );
    assert!(read("Please cancel next Monday").not_worked.is_empty());
}
