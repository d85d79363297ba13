//! Asks the coordinators for a meeting of the network where a term has none yet, with a date that follows the pattern.

use super::attendance::moments;
use super::term_summary::in_words;
use super::{Job, Keeps, Missed, Task, When};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::Change;
use crate::domain::civil;
use crate::domain::meeting::{Meeting, NO_MEETING};
use crate::domain::pattern::Pattern;
use crate::domain::school_days::{SchoolDays, Term};
use jiff::Span;
use jiff::civil::{Date, DateTime};

pub const JOB: Job = Job {
    name: "meeting missing",
    about: "Asks for a meeting of the network where none has been set so many school days after a term began.",
    when: When::At(moments),
    keeps: Keeps::SchoolDays,
    missed: Missed::OnceLate,
    purposes: &[],
    decide,
};

/// School days that people need to make room for a meeting.
const NOTICE: u32 = 15;

/// Fewer people are no network.
const FEWEST: usize = 2;

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let programmes = task.config.programmes.values().filter(|programme| programme.meetings.termly);
    programmes.filter_map(|programme| of_programme(task, programme)).collect()
}

fn of_programme(task: &Task<'_>, programme: &Programme) -> Option<Decision> {
    let today = task.due.date();
    // Where nobody has been designated there is nobody to meet.
    let network = task.facts.register.iter().filter(|entry| entry.programme == programme.id && entry.is_active());
    if network.count() < FEWEST {
        return None;
    }
    let term = task.config.calendar.term_of(today)?;
    let of_term = |meeting: &&Meeting| {
        let day = meeting.starts_at.date();
        meeting.programme == programme.id && !meeting.is_training() && term.first <= day && day <= term.last
    };
    let (set, cancelled): (Vec<&Meeting>, Vec<&Meeting>) =
        task.facts.meetings.iter().filter(of_term).partition(|meeting| meeting.cancelled.is_none());
    let start = format!("{NO_MEETING}{}:{}:", programme.id, term.key());
    if !set.is_empty() {
        return answered(task, &start, &set);
    }
    // A meeting that was called off afterwards leaves the term without one again: that is another question.
    let key = format!("{start}{}", cancelled.len());
    let due = task.config.calendar.after(term.first, programme.meetings.ask_after);
    if today < due || task.facts.meetings_asked_for.contains(&key) {
        return None;
    }
    let mut decision = Decision::default();
    decision.because(format!("No meeting of {} is set in the {}.", programme.id, in_words(term)));
    let since = match cancelled.last() {
        None => "yet".to_owned(),
        Some(last) => format!("any more: {} ({}) was called off", last.number, last.title),
    };
    let begins = format!("No meeting of the {} network is set in the {} {since}", programme.short_name, in_words(term));
    let review = match suggested(task.config, programme, term, today) {
        Suggestion::At(at) => {
            let ends = at.saturating_add(Span::new().minutes(i64::from(programme.meetings.minutes)));
            let time = |at: DateTime| format!("{:02}:{:02}", at.hour(), at.minute());
            let command = format!(
                "meeting {} \"{} network\" {} {} to {} at …",
                programme.id,
                term.name,
                civil::date_in_short(at.date()),
                time(at),
                time(ends)
            );
            let question = format!(
                "{begins}. How about {}, as usual? Answer “at” and the place, and everybody is invited; for another time give the command “meeting {} …” in full.",
                civil::sitting_in_words(at, programme.meetings.minutes),
                programme.id
            );
            Decision::question(key, question, None).may("at", command)
        }
        Suggestion::None(why) => {
            let question = format!(
                "{begins}. {why} When and where shall it be? The command “meeting {} …” sets it.",
                programme.id
            );
            Decision::question(key, question, None)
        }
    };
    decision.put(review);
    Some(decision)
}

/// A meeting that somebody has set answers what was asked, however it was set.
fn answered(task: &Task<'_>, start: &str, set: &[&Meeting]) -> Option<Decision> {
    let open = task.facts.reviews.iter().any(|review| review.key.starts_with(start));
    let meeting = set.first().filter(|_| open)?;
    let mut decision = Decision { case: Some(meeting.number.clone()), ..Decision::default() };
    decision.because("A meeting is set for the term: the question has been answered.");
    decision.changes.push(Change::ReviewsClosed {
        key_begins: start.to_owned(),
        by: meeting.set_by.clone(),
        outcome: format!("{} is set", meeting.number),
    });
    Some(decision)
}

enum Suggestion {
    At(DateTime),
    None(&'static str),
}

fn suggested(config: &Config, programme: &Programme, term: &Term, today: Date) -> Suggestion {
    match programme.meetings.pattern {
        None => Suggestion::None("I have no pattern by which to suggest a date (`pattern` of [meetings])."),
        Some(pattern) => match next(&config.calendar, pattern, term, today) {
            Some(at) => Suggestion::At(at),
            None => Suggestion::None(
                "None of its usual days that are left in the term is a school day at least 15 school days ahead, so I suggest none.",
            ),
        },
    }
}

/// The next day of a pattern within a term that people can make room for.
fn next(calendar: &SchoolDays, pattern: Pattern, term: &Term, today: Date) -> Option<DateTime> {
    let earliest = calendar.after(today, NOTICE).max(term.first);
    let mut month = earliest.first_of_month();
    while month <= term.last {
        if let Some(at) = pattern.in_month_of(month)
            && at.date() >= earliest
            && at.date() <= term.last
            && calendar.is_school_day(at.date())
        {
            return Some(at);
        }
        month = month.checked_add(Span::new().months(1)).ok()?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    #[test]
    fn a_suggestion_is_a_school_day_of_the_term_with_fifteen_more_before_it() {
        let autumn = Term {
            year: "2026-27".into(),
            name: "Autumn".into(),
            first: date(2026, 9, 2),
            last: date(2026, 12, 18),
            half_term: None,
        };
        let half_term = (date(2026, 10, 26), date(2026, 10, 30));
        let calendar = SchoolDays::new(vec![half_term]);
        let second = Pattern::parse("second Tuesday, 15:45").unwrap();
        let at = |month, day| Some(datetime(2026, month, day, 15, 45, 0, 0));
        assert_eq!(next(&calendar, second, &autumn, date(2026, 9, 16)), at(10, 13), "19 school days ahead");
        assert_eq!(next(&calendar, second, &autumn, date(2026, 9, 22)), at(10, 13), "15 school days ahead");
        assert_eq!(next(&calendar, second, &autumn, date(2026, 9, 23)), at(11, 10), "only 14");
        assert_eq!(next(&calendar, second, &autumn, date(2026, 11, 18)), None, "8 December is 14 school days ahead");
        let last = Pattern::parse("last Tuesday, 15:45").unwrap();
        assert_eq!(next(&calendar, last, &autumn, date(2026, 9, 16)), at(11, 24), "27 October is half-term");
        assert_eq!(next(&calendar, last, &autumn, date(2026, 11, 4)), None, "29 December is after the term");
    }
}
