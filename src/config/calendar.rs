//! `config/calendar.toml`: the academic years, and the days on which schools are closed.

use crate::domain::school_days::{SchoolDays, Term};
use jiff::civil::Date;
use serde::Deserialize;
use toml::value::Datetime;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    #[serde(default)]
    pub bank_holidays: BankHolidays,
    #[serde(default, rename = "year")]
    pub years: Vec<Year>,
    #[serde(default, rename = "closed")]
    pub closed: Vec<Closed>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BankHolidays {
    #[default]
    England,
    None,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    pub name: String,
    #[serde(default)]
    pub inset: Vec<Datetime>,
    #[serde(default, rename = "term")]
    pub terms: Vec<TermDates>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermDates {
    pub name: String,
    pub first: Datetime,
    pub last: Datetime,
    #[serde(default)]
    pub half_term: Vec<Datetime>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    pub from: Datetime,
    pub to: Datetime,
    pub what: String,
}

fn date_of(given: &Datetime) -> Option<Date> {
    let date = given.date.filter(|_| given.time.is_none())?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

/// First and last day, in this order.
fn span(first: &Datetime, last: &Datetime, what: &str) -> Result<(Date, Date), String> {
    match (date_of(first), date_of(last)) {
        (Some(first), Some(last)) if first <= last => Ok((first, last)),
        (Some(_), Some(_)) => Err(format!("{what}: the last day lies before the first.")),
        (_, _) => Err(format!("{what}: expected two dates, such as 2027-03-26.")),
    }
}

impl TermDates {
    fn ready(&self, year: &str) -> Result<Term, String> {
        let what = format!("{} term of {year}", self.name);
        let (first, last) = span(&self.first, &self.last, &what)?;
        let half_term = match self.half_term.as_slice() {
            [] => None,
            [from, to] => {
                let days = span(from, to, &format!("half-term of the {what}"))?;
                if days.0 <= first || last <= days.1 {
                    return Err(format!("half-term of the {what}: it does not lie within the term."));
                }
                Some(days)
            }
            [..] => return Err(format!("half-term of the {what}: expected its first and its last day.")),
        };
        Ok(Term { year: year.to_owned(), name: self.name.clone(), first, last, half_term })
    }
}

impl CalendarFile {
    /// The days, or one sentence for each thing that cannot be.
    pub fn ready(&self) -> Result<SchoolDays, Vec<String>> {
        let (mut closed, mut terms, mut faults) = (vec![], vec![], vec![]);
        for holiday in &self.closed {
            match span(&holiday.from, &holiday.to, &format!("“{}”", holiday.what)) {
                Ok(days) => closed.push(days),
                Err(fault) => faults.push(fault),
            }
        }
        for year in &self.years {
            for day in &year.inset {
                match date_of(day) {
                    Some(day) => closed.push((day, day)),
                    None => faults.push(format!("INSET days of {}: expected dates, such as 2027-01-04.", year.name)),
                }
            }
            for term in &year.terms {
                match term.ready(&year.name) {
                    Ok(term) => terms.push(term),
                    Err(fault) => faults.push(fault),
                }
            }
        }
        terms.sort_by_key(|term| term.first);
        for pair in terms.windows(2) {
            if let [before, after] = pair
                && after.first <= before.last
            {
                faults.push(format!(
                    "the {} term of {} begins before the {} term of {} has ended.",
                    after.name, after.year, before.name, before.year
                ));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let days = SchoolDays::new(closed).with_terms(terms);
        Ok(match self.bank_holidays {
            BankHolidays::England => days.with_bank_holidays(),
            BankHolidays::None => days,
        })
    }
}
