//! From columns to types: a value that does not read back is a fault of ours, named, never a panic.

use crate::domain::civil::Zone;
use crate::domain::{CaseId, EmailAddress, ProgrammeId, WindowName};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

/// Something in the database is not what we wrote there.
#[derive(Debug, thiserror::Error)]
#[error("the database holds something unreadable as {what}: `{value}`")]
pub struct Unreadable {
    pub what: &'static str,
    pub value: String,
}

pub fn text(row: &SqliteRow, column: &'static str) -> Result<String, sqlx::Error> {
    row.try_get(column)
}

pub fn whole(row: &SqliteRow, column: &'static str) -> Result<i64, sqlx::Error> {
    row.try_get(column)
}

fn unreadable(what: &'static str, value: &str) -> Unreadable {
    Unreadable { what, value: value.chars().take(60).collect() }
}

pub fn instant(value: &str) -> Result<Timestamp, Unreadable> {
    value.parse().map_err(|_| unreadable("an instant", value))
}

pub fn some_instant(value: &str) -> Result<Option<Timestamp>, Unreadable> {
    if value.is_empty() { Ok(None) } else { instant(value).map(Some) }
}

pub fn moment(value: &str) -> Result<DateTime, Unreadable> {
    value.parse().map_err(|_| unreadable("a date and time", value))
}

pub fn day(value: &str) -> Result<Date, Unreadable> {
    value.parse().map_err(|_| unreadable("a date", value))
}

pub fn some_day(value: &str) -> Result<Option<Date>, Unreadable> {
    if value.is_empty() { Ok(None) } else { day(value).map(Some) }
}

pub fn zone(value: &str) -> Result<Zone, Unreadable> {
    Zone::parse(value).map_err(|_| unreadable("a time zone", value))
}

pub fn programme(value: &str) -> Result<ProgrammeId, Unreadable> {
    ProgrammeId::parse(value).map_err(|_| unreadable("a programme", value))
}

pub fn window_name(value: &str) -> Result<WindowName, Unreadable> {
    WindowName::parse(value).map_err(|_| unreadable("a window", value))
}

pub fn case(value: &str) -> Result<CaseId, Unreadable> {
    CaseId::parse(value).map_err(|_| unreadable("a case number", value))
}

pub fn some_case(value: &str) -> Result<Option<CaseId>, Unreadable> {
    if value.is_empty() { Ok(None) } else { case(value).map(Some) }
}

pub fn address(value: &str) -> Result<EmailAddress, Unreadable> {
    // The address itself stays out of the fault, which may reach a log.
    EmailAddress::parse(value).map_err(|_| unreadable("an e-mail address", "…"))
}

pub fn some_address(value: &str) -> Result<Option<EmailAddress>, Unreadable> {
    if value.is_empty() { Ok(None) } else { address(value).map(Some) }
}

pub fn json<T: serde::de::DeserializeOwned>(what: &'static str, value: &str) -> Result<T, Unreadable> {
    serde_json::from_str(value).map_err(|e| unreadable(what, &e.to_string()))
}
