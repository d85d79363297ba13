//! School days: weekdays that are neither bank holidays nor in a school holiday.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// The days on which schools are closed besides weekends, as first and last day, and the terms between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchoolDays {
    closed: Vec<(Date, Date)>,
    terms: Vec<Term>,
}

/// One of the three terms of an academic year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// `2026-27`.
    pub year: String,
    /// `Autumn`.
    pub name: String,
    pub first: Date,
    pub last: Date,
}

impl Term {
    /// `autumn-2026-27`: part of a purpose.
    pub fn key(&self) -> String {
        format!("{}-{}", self.name.to_lowercase(), self.year)
    }
}

/// Longer than any holiday: a calendar that closes schools for ever must not make the clerk search for ever.
const LONGEST_SEARCH: u32 = 200;

impl SchoolDays {
    pub fn new(closed: Vec<(Date, Date)>) -> Self {
        Self { closed, terms: vec![] }
    }

    /// With its terms, in the order of their dates.
    pub fn with_terms(mut self, mut terms: Vec<Term>) -> Self {
        terms.sort_by_key(|term| term.first);
        self.terms = terms;
        self
    }

    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term that a day lies in.
    pub fn term_of(&self, day: Date) -> Option<&Term> {
        self.terms.iter().find(|term| term.first <= day && day <= term.last)
    }

    pub fn is_school_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            && !self.closed.iter().any(|(first, last)| *first <= day && day <= *last)
    }

    /// The day that lies so many school days before another: 1 before a Monday in term is the Friday.
    pub fn before(&self, day: Date, count: u32) -> Date {
        self.walk(day, count, -1)
    }

    /// The day that lies so many school days after another.
    pub fn after(&self, day: Date, count: u32) -> Date {
        self.walk(day, count, 1)
    }

    fn walk(&self, from: Date, count: u32, step: i8) -> Date {
        let mut day = from;
        let mut left = count;
        let mut searched = 0;
        while left > 0 && searched < LONGEST_SEARCH.saturating_mul(count.max(1)) {
            day = day.saturating_add(Span::new().days(step));
            if self.is_school_day(day) {
                left -= 1;
            }
            searched += 1;
        }
        day
    }

    /// School days after `from`, up to and including `to`.
    pub fn between(&self, from: Date, to: Date) -> u32 {
        let mut count = 0;
        let mut day = from;
        while day < to && count < 1_000 {
            day = day.saturating_add(Span::new().days(1));
            if self.is_school_day(day) {
                count += 1;
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weekends_and_holidays_are_no_school_days() {
        let days = SchoolDays::new(vec![(date(2027, 3, 26), date(2027, 4, 9))]);
        assert!(days.is_school_day(date(2027, 3, 19)));
        assert!(!days.is_school_day(date(2027, 3, 20)), "a Saturday");
        assert!(!days.is_school_day(date(2027, 3, 29)), "Easter");
        assert_eq!(days.before(date(2027, 3, 22), 1), date(2027, 3, 19));
        assert_eq!(days.before(date(2027, 4, 12), 1), date(2027, 3, 25));
        assert_eq!(days.before(date(2027, 3, 19), 7), date(2027, 3, 10));
        assert_eq!(days.after(date(2027, 3, 25), 1), date(2027, 4, 12));
        assert_eq!(days.between(date(2027, 3, 19), date(2027, 3, 26)), 4);
    }

    #[test]
    fn a_calendar_that_is_always_closed_ends_the_search() {
        let days = SchoolDays::new(vec![(Date::MIN, Date::MAX)]);
        assert!(days.before(date(2027, 3, 19), 3) < date(2027, 3, 19));
    }
}
