//! What happens to meetings and their invitees.

use super::super::{StoreFault, Tx, stamp};
use crate::domain::CaseId;
use crate::domain::change::MeetingChange;
use crate::domain::meeting::{Invitee, Meeting, Minutes};
use jiff::Timestamp;
use sqlx::Row as _;

pub async fn apply(tx: &mut Tx, change: &MeetingChange, now: Timestamp) -> Result<(), StoreFault> {
    match change {
        MeetingChange::Set { meeting } => set(tx, meeting).await?,
        MeetingChange::Invited { meeting, invitee } => invited(tx, meeting, invitee).await?,
        MeetingChange::Uninvited { meeting, email } => {
            let id = id_of(tx, meeting).await?;
            sqlx::query("DELETE FROM invitee WHERE meeting_id = $1 AND email = $2")
                .bind(id)
                .bind(email.folded())
                .execute(&mut **tx)
                .await?;
        }
        MeetingChange::Answered { meeting, email, answer, words, at } => {
            let id = id_of(tx, meeting).await?;
            sqlx::query(
                "UPDATE invitee SET answer = $3, words = $4, answered_at = $5 WHERE meeting_id = $1 AND email = $2",
            )
            .bind(id)
            .bind(email.folded())
            .bind(answer.map(|answer| answer.word()).unwrap_or_default())
            .bind(words)
            .bind(answer.map(|_| stamp(*at)).unwrap_or_default())
            .execute(&mut **tx)
            .await?;
        }
        MeetingChange::Waits { meeting, email, since } => {
            let id = id_of(tx, meeting).await?;
            sqlx::query("UPDATE invitee SET waits_since = $3 WHERE meeting_id = $1 AND email = $2")
                .bind(id)
                .bind(email.folded())
                .bind(since.map(stamp).unwrap_or_default())
                .execute(&mut **tx)
                .await?;
        }
        MeetingChange::Attended { meeting, email, came } => {
            let id = id_of(tx, meeting).await?;
            sqlx::query("UPDATE invitee SET attended = $3 WHERE meeting_id = $1 AND email = $2")
                .bind(id)
                .bind(email.folded())
                .bind(if *came { "yes" } else { "no" })
                .execute(&mut **tx)
                .await?;
        }
        MeetingChange::StepTaken { meeting, step } => {
            let id = id_of(tx, meeting).await?;
            sqlx::query(
                "INSERT INTO meeting_step (meeting_id, step, at) VALUES ($1, $2, $3) ON CONFLICT (meeting_id, step) DO NOTHING",
            )
            .bind(id)
            .bind(step)
            .bind(stamp(now))
            .execute(&mut **tx)
            .await?;
        }
        MeetingChange::MinutesCame { meeting, minutes } => minutes_came(tx, meeting, minutes).await?,
    }
    Ok(())
}

async fn minutes_came(tx: &mut Tx, meeting: &CaseId, minutes: &Minutes) -> Result<(), StoreFault> {
    let id = id_of(tx, meeting).await?;
    for (place, file) in (0_i64..).zip(&minutes.files) {
        sqlx::query(
            "INSERT INTO minutes_file (meeting_id, message_id, place, name, kind, bytes) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (meeting_id, message_id, place) DO NOTHING",
        )
        .bind(id)
        .bind(minutes.message.0)
        .bind(place)
        .bind(&file.name)
        .bind(file.kind.word())
        .bind(file.bytes.as_ref())
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

async fn id_of(tx: &mut Tx, meeting: &CaseId) -> Result<i64, StoreFault> {
    Ok(sqlx::query("SELECT id FROM meeting WHERE year = $1 AND number = $2")
        .bind(i64::from(meeting.year()))
        .bind(i64::from(meeting.number()))
        .fetch_one(&mut **tx)
        .await?
        .try_get("id")?)
}

async fn set(tx: &mut Tx, meeting: &Meeting) -> Result<(), StoreFault> {
    let (host_name, host_email) =
        meeting.host.as_ref().map(|host| (host.name.as_str(), host.email.folded())).unwrap_or_default();
    sqlx::query(
        "INSERT INTO meeting (year, number, programme, module, title, sequence, starts_at, minutes, zone, place, places,
                              host_name, host_email, cancelled_because, set_by, set_at, time_sequence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         ON CONFLICT (year, number) DO UPDATE SET module = excluded.module, title = excluded.title,
         sequence = excluded.sequence, starts_at = excluded.starts_at, minutes = excluded.minutes, zone = excluded.zone,
         place = excluded.place, places = excluded.places, host_name = excluded.host_name,
         host_email = excluded.host_email, cancelled_because = excluded.cancelled_because, set_by = excluded.set_by,
         set_at = excluded.set_at, time_sequence = excluded.time_sequence",
    )
    .bind(i64::from(meeting.number.year()))
    .bind(i64::from(meeting.number.number()))
    .bind(meeting.programme.as_str())
    .bind(meeting.module.as_deref().unwrap_or_default())
    .bind(&meeting.title)
    .bind(i64::from(meeting.sequence))
    .bind(meeting.starts_at.to_string())
    .bind(i64::from(meeting.minutes))
    .bind(meeting.zone.name())
    .bind(&meeting.place)
    .bind(meeting.places.map_or(0, i64::from))
    .bind(host_name)
    .bind(host_email)
    .bind(meeting.cancelled.as_deref().unwrap_or_default())
    .bind(&meeting.set_by)
    .bind(stamp(meeting.set_at))
    .bind(i64::from(meeting.time_sequence))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn invited(tx: &mut Tx, meeting: &CaseId, invitee: &Invitee) -> Result<(), StoreFault> {
    let id = id_of(tx, meeting).await?;
    sqlx::query(
        "INSERT INTO invitee (meeting_id, email, name, reg_year, reg_number, invited_at, waits_since)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (meeting_id, email) DO NOTHING",
    )
    .bind(id)
    .bind(invitee.email.folded())
    .bind(&invitee.name)
    .bind(invitee.entry.as_ref().map_or(0, |entry| i64::from(entry.year())))
    .bind(invitee.entry.as_ref().map_or(0, |entry| i64::from(entry.number())))
    .bind(stamp(invitee.invited_at))
    .bind(invitee.waits_since.map(stamp).unwrap_or_default())
    .execute(&mut **tx)
    .await?;
    Ok(())
}
