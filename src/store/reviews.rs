//! What waits for a person.

use super::rows::{self, text, whole};
use super::{Store, StoreFault, Tx, stamp};
use crate::decision::{Decision, Review};
use crate::domain::facts::{Action, DigestItem, OpenReview};
use crate::domain::{MessageNo, ReviewId};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeSet;

/// The columns of a question, in every query that reads one.
macro_rules! questions {
    ($rest:literal) => {
        concat!(
            "SELECT review.id AS id, key, question, case_no, message_id, actions, opened_at, noted_at, held_until, chased, closed_at, closed_by, outcome ",
            $rest
        )
    };
}

/// Opens questions. One that is open already under the same key is not asked twice.
pub async fn open(
    tx: &mut Tx,
    reviews: &[Review],
    message: Option<MessageNo>,
    now: Timestamp,
) -> Result<(), StoreFault> {
    for review in reviews {
        sqlx::query("INSERT INTO review (key, question, case_no, message_id, opened_at, actions) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key) DO NOTHING")
            .bind(&review.key)
            .bind(&review.question)
            .bind(review.case.as_ref().map(ToString::to_string).unwrap_or_default())
            .bind(message.map(|number| number.0))
            .bind(stamp(now))
            .bind(serde_json::to_string(&review.actions).map_err(|e| sqlx::Error::Encode(Box::new(e)))?)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// The earliest stamp of a message counts, whenever it is found. Where its sender may have been told otherwise, a person
/// hears of it.
pub async fn earlier_stamp(
    tx: &mut Tx,
    number: MessageNo,
    received_at: Timestamp,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let moved = sqlx::query(
        "UPDATE message SET received_at = $2 WHERE id = $1 AND received_at > $2 RETURNING state, kind, case_no",
    )
    .bind(number.0)
    .bind(stamp(received_at))
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = moved else { return Ok(()) };
    let decided =
        text(&row, "state")? == "handled" && matches!(text(&row, "kind")?.as_str(), "application" | "reference");
    if !decided {
        return Ok(());
    }
    let case = rows::some_case(&text(&row, "case_no")?)?;
    let question = format!(
        "A copy of message {number} with an earlier stamp of our own server has been found, and the earlier stamp counts from now on. If its sender was told that it came late, please write to them."
    );
    open(tx, &[Decision::question(format!("stamp:{number}"), question, case.as_ref())], Some(number), now).await
}

/// Everything that waits, oldest first.
pub async fn all_open(tx: &mut Tx) -> Result<Vec<OpenReview>, StoreFault> {
    let found = sqlx::query(questions!("FROM review WHERE closed_at = '' ORDER BY id")).fetch_all(&mut **tx).await?;
    found.iter().map(of_row).collect()
}

/// The keys of all questions ever asked that begin so.
pub async fn keys_beginning(tx: &mut Tx, start: &str) -> Result<BTreeSet<String>, StoreFault> {
    let found = sqlx::query("SELECT key FROM review WHERE substr(key, 1, length($1)) = $1")
        .bind(start)
        .fetch_all(&mut **tx)
        .await?;
    found.iter().map(|row| Ok(text(row, "key")?)).collect()
}

/// What the numbers of digests stood for, by the purposes of their letters.
pub async fn digest_items(tx: &mut Tx, digests: &[String]) -> Result<Vec<DigestItem>, StoreFault> {
    let mut items = vec![];
    for digest in digests {
        let found = sqlx::query(questions!(
            ", number FROM digest_item JOIN review ON review.id = digest_item.review_id WHERE digest = $1 ORDER BY number"
        ))
        .bind(digest)
        .fetch_all(&mut **tx)
        .await?;
        for row in &found {
            items.push(DigestItem {
                digest: digest.clone(),
                number: u32::try_from(whole(row, "number")?).unwrap_or(0),
                review: of_row(row)?,
                closed: !text(row, "closed_at")?.is_empty(),
                decided: match (text(row, "outcome")?.as_str(), text(row, "closed_by")?.as_str()) {
                    (outcome, "") => outcome.to_owned(),
                    (outcome, by) => format!("{outcome}, by {by}"),
                },
            });
        }
    }
    Ok(items)
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
    // A number is a beginning as a whole: what is about INV-2027-1000 is not about INV-2027-10001.
    sqlx::query(
        "UPDATE review SET closed_at = $2, closed_by = $3, outcome = $4
         WHERE closed_at = '' AND substr(key, 1, length($1)) = $1
               AND NOT (substr($1, -1) GLOB '[0-9]' AND substr(key, length($1) + 1, 1) GLOB '[0-9]')",
    )
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
        key: text(row, "key")?,
        question: text(row, "question")?,
        case: rows::some_case(&text(row, "case_no")?)?,
        message: sqlx::Row::try_get::<Option<i64>, _>(row, "message_id")?.map(MessageNo),
        opened_at: rows::instant(&text(row, "opened_at")?)?,
        noted_at: rows::some_instant(&text(row, "noted_at")?)?,
        actions: rows::json::<Vec<Action>>("actions", &text(row, "actions")?)?,
        held_until: rows::some_instant(&text(row, "held_until")?)?,
        chased: u32::try_from(whole(row, "chased")?).unwrap_or(u32::MAX),
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
        let found =
            sqlx::query(questions!("FROM review WHERE closed_at = '' ORDER BY id")).fetch_all(self.reader()).await?;
        found.iter().map(of_row).collect()
    }
}
