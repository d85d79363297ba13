//! What waits for a person.

use super::rows::{self, text, whole};
use super::{Store, StoreFault, Tx, stamp};
use crate::decision::Review;
use crate::domain::{CaseId, MessageNo, ReviewId};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

/// An open question.
#[derive(Debug, Clone)]
pub struct OpenReview {
    pub id: ReviewId,
    pub question: String,
    pub case: Option<CaseId>,
    pub message: Option<MessageNo>,
    pub opened_at: Timestamp,
    /// When the coordinators were first told of it.
    pub noted_at: Option<Timestamp>,
}

/// Opens questions. One that is open already under the same key is not asked twice.
pub async fn open(
    tx: &mut Tx,
    reviews: &[Review],
    message: Option<MessageNo>,
    now: Timestamp,
) -> Result<(), StoreFault> {
    for review in reviews {
        sqlx::query("INSERT INTO review (key, question, case_no, message_id, opened_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO NOTHING")
            .bind(&review.key)
            .bind(&review.question)
            .bind(review.case.as_ref().map(ToString::to_string).unwrap_or_default())
            .bind(message.map(|number| number.0))
            .bind(stamp(now))
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Everything that waits, oldest first.
pub async fn all_open(tx: &mut Tx) -> Result<Vec<OpenReview>, StoreFault> {
    let found = sqlx::query(
        "SELECT id, question, case_no, message_id, opened_at, noted_at FROM review WHERE closed_at = '' ORDER BY id",
    )
    .fetch_all(&mut **tx)
    .await?;
    found.iter().map(of_row).collect()
}

/// When the coordinators were last told of anything.
pub async fn last_noted(tx: &mut Tx) -> Result<Option<Timestamp>, StoreFault> {
    let row = sqlx::query("SELECT COALESCE(MAX(noted_at), '') AS last FROM review").fetch_one(&mut **tx).await?;
    Ok(rows::some_instant(&text(&row, "last")?)?)
}

/// Notes that the coordinators have been told of these.
pub async fn mark_noted(tx: &mut Tx, ids: &[ReviewId], now: Timestamp) -> Result<(), StoreFault> {
    for id in ids {
        sqlx::query("UPDATE review SET noted_at = $2 WHERE id = $1 AND noted_at = ''")
            .bind(id.0)
            .bind(stamp(now))
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Closes the questions whose keys begin so: what they asked has been decided.
pub async fn close(tx: &mut Tx, key_begins: &str, by: &str, outcome: &str, now: Timestamp) -> Result<(), StoreFault> {
    sqlx::query("UPDATE review SET closed_at = $2, closed_by = $3, outcome = $4 WHERE closed_at = '' AND substr(key, 1, length($1)) = $1")
        .bind(key_begins)
        .bind(stamp(now))
        .bind(by)
        .bind(outcome)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

fn of_row(row: &SqliteRow) -> Result<OpenReview, StoreFault> {
    Ok(OpenReview {
        id: ReviewId(whole(row, "id")?),
        question: text(row, "question")?,
        case: rows::some_case(&text(row, "case_no")?)?,
        message: sqlx::Row::try_get::<Option<i64>, _>(row, "message_id")?.map(MessageNo),
        opened_at: rows::instant(&text(row, "opened_at")?)?,
        noted_at: rows::some_instant(&text(row, "noted_at")?)?,
    })
}

impl Store {
    /// Whether something waits that no coordinator has been told of.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn has_unnoted_reviews(&self) -> Result<bool, StoreFault> {
        let row = sqlx::query("SELECT 1 FROM review WHERE closed_at = '' AND noted_at = '' LIMIT 1")
            .fetch_optional(self.reader())
            .await?;
        Ok(row.is_some())
    }

    /// Everything that waits, for listings.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn open_reviews(&self) -> Result<Vec<OpenReview>, StoreFault> {
        let found = sqlx::query("SELECT id, question, case_no, message_id, opened_at, noted_at FROM review WHERE closed_at = '' ORDER BY id").fetch_all(self.reader()).await?;
        found.iter().map(of_row).collect()
    }
}
