//! Meetings with their invitees and the steps they have been through.

use super::super::rows::{self, text, whole};
use super::super::{StoreFault, Tx};
use super::people::numbered;
use crate::domain::meeting::{self, Attendance, FileKind, Host, Invitee, Meeting, Minutes, PassedOn};
use crate::domain::register;
use crate::domain::{CaseId, MessageNo};
use jiff::civil::DateTime;
use sqlx::sqlite::SqliteRow;

/// Meetings that began after a moment, and those named; in the order of their dates.
pub async fn load(tx: &mut Tx, since: Option<DateTime>, named: &[String]) -> Result<Vec<Meeting>, StoreFault> {
    if since.is_none() && named.is_empty() {
        return Ok(vec![]);
    }
    let found = sqlx::query(
        "SELECT id, year, number, programme, module, title, sequence, time_sequence, starts_at, minutes, zone, place, places, host_name,
                host_email, cancelled_because, set_by, set_at FROM meeting
         WHERE ($1 <> '' AND starts_at >= $1)
               OR ('MTG-' || year || '-' || printf('%04d', number)) IN (SELECT value FROM json_each($2))
         ORDER BY starts_at, id",
    )
    .bind(since.map(|at| at.to_string()).unwrap_or_default())
    .bind(serde_json::Value::from(named.to_vec()).to_string())
    .fetch_all(&mut **tx)
    .await?;
    let mut meetings = vec![];
    for row in &found {
        let id = whole(row, "id")?;
        meetings.push(Meeting { invitees: invitees(tx, id).await?, steps: steps(tx, id).await?, ..of_row(row)? });
    }
    Ok(meetings)
}

fn filled(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}

fn of_row(row: &SqliteRow) -> Result<Meeting, StoreFault> {
    let host = rows::some_address(&text(row, "host_email")?)?;
    let host_name = text(row, "host_name")?;
    let count = |column| Ok::<_, StoreFault>(u32::try_from(whole(row, column)?).unwrap_or(0));
    Ok(Meeting {
        number: numbered(meeting::PREFIX, row)?,
        programme: rows::programme(&text(row, "programme")?)?,
        module: filled(text(row, "module")?),
        title: text(row, "title")?,
        sequence: count("sequence")?,
        time_sequence: count("time_sequence")?,
        starts_at: rows::moment(&text(row, "starts_at")?)?,
        minutes: count("minutes")?,
        zone: rows::zone(&text(row, "zone")?)?,
        place: text(row, "place")?,
        places: Some(count("places")?).filter(|places| *places > 0),
        host: host.map(|email| Host { name: host_name, email }),
        cancelled: filled(text(row, "cancelled_because")?),
        set_by: text(row, "set_by")?,
        set_at: rows::instant(&text(row, "set_at")?)?,
        invitees: vec![],
        steps: std::collections::BTreeMap::new(),
    })
}

/// The minutes that came last for a meeting.
pub async fn minutes(tx: &mut Tx, meeting: &CaseId) -> Result<Option<Minutes>, StoreFault> {
    let found = sqlx::query(
        "SELECT minutes_file.message_id AS message_id, name, kind, bytes FROM minutes_file JOIN meeting ON meeting.id = meeting_id
         WHERE year = $1 AND number = $2
               AND message_id = (SELECT MAX(message_id) FROM minutes_file AS later WHERE later.meeting_id = meeting.id)
         ORDER BY minutes_file.place",
    )
    .bind(i64::from(meeting.year()))
    .bind(i64::from(meeting.number()))
    .fetch_all(&mut **tx)
    .await?;
    let mut minutes: Option<Minutes> = None;
    for row in &found {
        let Some(kind) = FileKind::read(&text(row, "kind")?) else { continue };
        let bytes: Vec<u8> = sqlx::Row::try_get(row, "bytes")?;
        let file = PassedOn { name: text(row, "name")?, kind, bytes: bytes.into() };
        let message = MessageNo(whole(row, "message_id")?);
        minutes.get_or_insert_with(|| Minutes { message, files: vec![] }).files.push(file);
    }
    Ok(minutes)
}

async fn invitees(tx: &mut Tx, meeting: i64) -> Result<Vec<Invitee>, StoreFault> {
    let found = sqlx::query(
        "SELECT email, name, reg_year AS year, reg_number AS number, invited_at, answer, answered_at, words, waits_since, attended
         FROM invitee WHERE meeting_id = $1 ORDER BY invited_at, rowid",
    )
    .bind(meeting)
    .fetch_all(&mut **tx)
    .await?;
    let mut out = vec![];
    for row in &found {
        let known = whole(row, "number")? > 0;
        out.push(Invitee {
            name: text(row, "name")?,
            email: rows::address(&text(row, "email")?)?,
            entry: if known { Some(numbered(register::PREFIX, row)?) } else { None },
            invited_at: rows::instant(&text(row, "invited_at")?)?,
            answer: Attendance::read(&text(row, "answer")?),
            answered_at: rows::some_instant(&text(row, "answered_at")?)?,
            words: text(row, "words")?,
            waits_since: rows::some_instant(&text(row, "waits_since")?)?,
            attended: match text(row, "attended")?.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
        });
    }
    Ok(out)
}

async fn steps(tx: &mut Tx, meeting: i64) -> Result<std::collections::BTreeMap<String, jiff::Timestamp>, StoreFault> {
    let found = sqlx::query("SELECT step, at FROM meeting_step WHERE meeting_id = $1")
        .bind(meeting)
        .fetch_all(&mut **tx)
        .await?;
    let mut out = std::collections::BTreeMap::new();
    for row in &found {
        out.insert(text(row, "step")?, rows::instant(&text(row, "at")?)?);
    }
    Ok(out)
}
