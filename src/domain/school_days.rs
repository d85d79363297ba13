//! School days: weekdays in term that are neither bank holidays, nor INSET days, nor in a school holiday.

use super::bank_holidays;
use jiff::civil::{Date, Weekday};
use jiff::{Span, Unit};

/// The days on which schools are closed besides weekends, and the terms between them.
///
/// Beyond the years that are configured nobody knows the terms: every weekday that is no bank holiday counts there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchoolDays {
    /// First and last day.
    closed: Vec<(Date, Date)>,
    terms: Vec<Term>,
    bank_holidays: bool,
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
    /// The week off in the middle, first and last day: it divides the term into its two halves.
    pub half_term: Option<(Date, Date)>,
}

impl Term {
    /// `autumn-2026-27`: part of a purpose.
    pub fn key(&self) -> String {
        format!("{}-{}", self.name.to_lowercase(), self.year)
    }
}

/// Between terms that lie further apart than this a year is missing: it is not a holiday.
const LONGEST_HOLIDAY_DAYS: i32 = 100;
/// Longer than any holiday: a calendar that closes schools for ever must not make the clerk search for ever.
const LONGEST_SEARCH: u32 = 200;

fn days_between(from: Date, to: Date) -> i32 {
    from.until((Unit::Day, to)).map_or(i32::MAX, |span| span.get_days())
}

impl SchoolDays {
    pub fn new(closed: Vec<(Date, Date)>) -> Self {
        Self { closed, terms: vec![], bank_holidays: false }
    }

    /// With its terms: the days between them, half-terms, and the summer after the last one are closed.
    pub fn with_terms(mut self, mut terms: Vec<Term>) -> Self {
        terms.sort_by_key(|term| term.first);
        let day = |day: Date, by: i64| day.saturating_add(Span::new().days(by));
        for pair in terms.windows(2) {
            if let [before, after] = pair
                && days_between(before.last, after.first) <= LONGEST_HOLIDAY_DAYS
            {
                self.closed.push((day(before.last, 1), day(after.first, -1)));
            }
        }
        self.closed.extend(terms.iter().filter_map(|term| term.half_term));
        if let Some(last) = terms.last()
            && let Ok(august) = Date::new(last.last.year(), 8, 31)
            && last.last < august
        {
            self.closed.push((day(last.last, 1), august));
        }
        self.terms = terms;
        self
    }

    /// With the bank holidays of England, by rule.
    pub fn with_bank_holidays(mut self) -> Self {
        self.bank_holidays = true;
        self
    }

    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term that a day lies in.
    pub fn term_of(&self, day: Date) -> Option<&Term> {
        self.terms.iter().find(|term| term.first <= day && day <= term.last)
    }

    /// The last day of the last term that is known.
    pub fn known_until(&self) -> Option<Date> {
        self.terms.last().map(|term| term.last)
    }

    pub fn is_school_day(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let closed = || self.closed.iter().any(|(first, last)| *first <= day && day <= *last);
        let bank_holiday = || self.bank_holidays && bank_holidays::is_one(day);
        !(weekend || closed() || bank_holiday())
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

    fn term(name: &str, first: Date, last: Date, half_term: (Date, Date)) -> Term {
        Term { year: "2026-27".into(), name: name.into(), first, last, half_term: Some(half_term) }
    }

    #[test]
    fn what_lies_between_terms_is_holiday() {
        let spring = term("Spring", date(2027, 1, 4), date(2027, 3, 25), (date(2027, 2, 15), date(2027, 2, 19)));
        let summer = term("Summer", date(2027, 4, 12), date(2027, 7, 21), (date(2027, 5, 31), date(2027, 6, 4)));
        let days = SchoolDays::new(vec![(date(2027, 6, 7), date(2027, 6, 7))])
            .with_terms(vec![summer, spring])
            .with_bank_holidays();
        let school = |month, day| days.is_school_day(date(2027, month, day));
        assert!(school(3, 25) && !school(3, 26) && !school(4, 9) && school(4, 12));
        assert!(!school(2, 15) && school(2, 22), "half-term");
        assert!(!school(5, 3), "the early May bank holiday");
        assert!(!school(6, 7), "an INSET day");
        assert!(school(7, 21) && !school(7, 22) && !school(8, 31) && school(9, 1), "the summer after the last term");
        assert_eq!(days.term_of(date(2027, 2, 16)).map(Term::key), Some("spring-2026-27".to_owned()));
        assert_eq!(days.term_of(date(2027, 4, 1)), None);
    }

    #[test]
    fn a_calendar_that_is_always_closed_ends_the_search() {
        let days = SchoolDays::new(vec![(Date::MIN, Date::MAX)]);
        assert!(days.before(date(2027, 3, 19), 3) < date(2027, 3, 19));
    }
}
