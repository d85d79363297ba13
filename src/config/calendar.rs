//! `config/calendar.toml`: the days on which schools are closed.

use crate::domain::school_days::SchoolDays;
use jiff::civil::Date;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    #[serde(default, rename = "closed")]
    pub closed: Vec<Closed>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    pub from: toml::value::Datetime,
    pub to: toml::value::Datetime,
    pub what: String,
}

fn date_of(given: &toml::value::Datetime) -> Option<Date> {
    let date = given.date.filter(|_| given.time.is_none())?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

impl CalendarFile {
    /// The days, or one sentence for each holiday that cannot be.
    pub fn ready(&self) -> Result<SchoolDays, Vec<String>> {
        let mut closed = vec![];
        let mut faults = vec![];
        for holiday in &self.closed {
            match (date_of(&holiday.from), date_of(&holiday.to)) {
                (Some(from), Some(to)) if from <= to => closed.push((from, to)),
                (Some(_), Some(_)) => {
                    faults.push(format!("\"{}\": `to` lies before `from`.", holiday.what));
                }
                (_, _) => faults.push(format!("\"{}\": expected two dates, such as 2027-03-26.", holiday.what)),
            }
        }
        if faults.is_empty() { Ok(SchoolDays::new(closed)) } else { Err(faults) }
    }
}
