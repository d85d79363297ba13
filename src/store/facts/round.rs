//! What an application has been through besides its forms: references, panel, outcome.

use super::super::rows::{self, text, whole};
use super::super::{StoreFault, Tx};
use crate::domain::MessageNo;
use crate::domain::application::{Application, Withdrawal};
use crate::domain::interview::{Answer, Interview, Rating, Score};
use crate::domain::outcome::{Outcome, Verdict};
use crate::domain::reference::{Capacity, Reference, ReferenceKind, Request, Standing};
use sqlx::sqlite::SqliteRow;

pub async fn further(tx: &mut Tx, id: i64, application: &mut Application) -> Result<(), StoreFault> {
    requests(tx, id, application).await?;
    references(tx, id, application).await?;
    panel(tx, id, application).await?;
    decided(tx, id, application).await
}

fn kind(row: &SqliteRow) -> Result<ReferenceKind, StoreFault> {
    let word = text(row, "kind")?;
    // The column admits only these words.
    Ok(ReferenceKind::read(&word).unwrap_or(ReferenceKind::Headteacher))
}

fn number(row: &SqliteRow, column: &'static str) -> Result<u32, StoreFault> {
    Ok(u32::try_from(whole(row, column)?).unwrap_or(u32::MAX))
}

async fn requests(tx: &mut Tx, id: i64, application: &mut Application) -> Result<(), StoreFault> {
    let found = sqlx::query(
        "SELECT kind, round, name, email, how, asked_at, bounced_at, chased FROM reference_request WHERE application_id = $1 ORDER BY round, kind",
    )
    .bind(id)
    .fetch_all(&mut **tx)
    .await?;
    for row in &found {
        application.requests.push(Request {
            kind: kind(row)?,
            round: number(row, "round")?,
            name: text(row, "name")?,
            email: rows::address(&text(row, "email")?)?,
            asked_at: rows::instant(&text(row, "asked_at")?)?,
            in_form: text(row, "how")? == "form",
            bounced_at: rows::some_instant(&text(row, "bounced_at")?)?,
            chased: number(row, "chased")?,
        });
    }
    Ok(())
}

async fn references(tx: &mut Tx, id: i64, application: &mut Application) -> Result<(), StoreFault> {
    let found = sqlx::query(
        "SELECT reference.kind AS kind, reference.message_id AS message, message.received_at AS received_at, reference.sender AS sender,
                referee, supports, capacity, days, statement, standing, flags
         FROM reference JOIN message ON message.id = reference.message_id WHERE application_id = $1 ORDER BY received_at, reference.id",
    )
    .bind(id)
    .fetch_all(&mut **tx)
    .await?;
    for row in &found {
        application.references.push(Reference {
            kind: kind(row)?,
            message: MessageNo(whole(row, "message")?),
            received_at: rows::instant(&text(row, "received_at")?)?,
            sender: rows::address(&text(row, "sender")?)?,
            referee: text(row, "referee")?,
            supports: match text(row, "supports")?.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            capacity: Capacity::read(&text(row, "capacity")?),
            days: text(row, "days")?,
            statement: text(row, "statement")?,
            standing: Standing::read(&text(row, "standing")?).unwrap_or(Standing::Waits),
            flags: rows::json("flags", &text(row, "flags")?)?,
        });
    }
    Ok(())
}

async fn panel(tx: &mut Tx, id: i64, application: &mut Application) -> Result<(), StoreFault> {
    let row = sqlx::query(
        "SELECT (SELECT 1 FROM shortlisted WHERE application_id = $1) IS NOT NULL AS shortlisted,
                sequence, starts_at, minutes, zone, place, slot_group, state, answer, set_by, set_at,
                EXISTS (SELECT 1 FROM outbox WHERE purpose = 'interview-reminder:' || $2 || ':' || sequence) AS reminded
         FROM (SELECT 1) LEFT JOIN interview ON interview.application_id = $1",
    )
    .bind(id)
    .bind(application.case.to_string())
    .fetch_one(&mut **tx)
    .await?;
    application.shortlisted = whole(&row, "shortlisted")? != 0;
    let starts_at: Option<String> = sqlx::Row::try_get(&row, "starts_at")?;
    if let Some(starts_at) = starts_at {
        application.interview = Some(Interview {
            sequence: number(&row, "sequence")?,
            starts_at: rows::moment(&starts_at)?,
            minutes: number(&row, "minutes")?,
            zone: rows::zone(&text(&row, "zone")?)?,
            place: text(&row, "place")?,
            group: text(&row, "slot_group")?,
            cancelled: text(&row, "state")? == "cancelled",
            answer: Answer::read(&text(&row, "answer")?),
            set_by: text(&row, "set_by")?,
            set_at: rows::instant(&text(&row, "set_at")?)?,
            reminded: whole(&row, "reminded")? != 0,
        });
    }
    let scores = sqlx::query(
        "SELECT reviewer, criterion, rating, comment FROM score WHERE application_id = $1 ORDER BY reviewer, criterion",
    )
    .bind(id)
    .fetch_all(&mut **tx)
    .await?;
    for row in &scores {
        application.scores.push(Score {
            reviewer: text(row, "reviewer")?,
            criterion: text(row, "criterion")?,
            rating: Rating::read(&text(row, "rating")?).unwrap_or(Rating::Amber),
            comment: text(row, "comment")?,
        });
    }
    Ok(())
}

async fn decided(tx: &mut Tx, id: i64, application: &mut Application) -> Result<(), StoreFault> {
    let withdrawal = sqlx::query("SELECT at, by, because FROM withdrawal WHERE application_id = $1")
        .bind(id)
        .fetch_optional(&mut **tx)
        .await?;
    if let Some(row) = withdrawal {
        application.withdrawn = Some(Withdrawal {
            at: rows::instant(&text(&row, "at")?)?,
            by: text(&row, "by")?,
            because: text(&row, "because")?,
        });
    }
    let outcome = sqlx::query(
        "SELECT verdict, because, decided_by, decided_at, revision, released_at FROM outcome WHERE application_id = $1",
    )
    .bind(id)
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(row) = outcome
        && let Some(verdict) = Verdict::read(&text(&row, "verdict")?)
    {
        application.outcome = Some(Outcome {
            verdict,
            because: text(&row, "because")?,
            by: text(&row, "decided_by")?,
            at: rows::instant(&text(&row, "decided_at")?)?,
            revision: number(&row, "revision")?,
            released_at: rows::some_instant(&text(&row, "released_at")?)?,
        });
    }
    Ok(())
}
