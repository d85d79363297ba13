//! Why: a row for every step, never changed, each covered by the hash of the next.

use super::rows;
use super::{Store, StoreFault, Tx, stamp};
use crate::domain::{CaseId, MessageNo};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// What happened in a step.
pub struct Entry<'a> {
    pub at: Timestamp,
    /// Who: `clerk`, or a coordinator.
    pub actor: &'a str,
    /// What: `mail`, `command: open sle …`, `job note`.
    pub what: &'a str,
    pub case: Option<&'a CaseId>,
    pub message: Option<MessageNo>,
    pub because: &'a [String],
}

pub async fn append(tx: &mut Tx, entry: &Entry<'_>) -> Result<(), StoreFault> {
    let last = sqlx::query("SELECT hash FROM audit ORDER BY id DESC LIMIT 1").fetch_optional(&mut **tx).await?;
    let before = last.map(|row| rows::text(&row, "hash")).transpose()?.unwrap_or_default();
    let (at, case) = (stamp(entry.at), entry.case.map(ToString::to_string).unwrap_or_default());
    let because = entry.because.join("\n");
    let message = entry.message.map(|number| number.0);
    let hash = hash_of(&before, &[&at, entry.actor, entry.what, &case, &message.unwrap_or(0).to_string(), &because]);
    sqlx::query(
        "INSERT INTO audit (at, actor, what, case_no, message_id, because, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(at)
    .bind(entry.actor)
    .bind(entry.what)
    .bind(case)
    .bind(message)
    .bind(because)
    .bind(hash)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn hash_of(before: &str, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in std::iter::once(&before).chain(parts) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    data_encoding::HEXLOWER.encode(&hash.finalize())
}

impl Store {
    /// Follows the chain of hashes; the number of rows, or the first row that does not fit.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn verify_audit(&self) -> Result<Result<usize, i64>, StoreFault> {
        let found =
            sqlx::query("SELECT id, at, actor, what, case_no, message_id, because, hash FROM audit ORDER BY id")
                .fetch_all(self.reader())
                .await?;
        let mut before = String::new();
        for row in &found {
            let text = |column| rows::text(row, column);
            let message: Option<i64> = sqlx::Row::try_get(row, "message_id")?;
            let number = message.unwrap_or(0).to_string();
            let hash = hash_of(
                &before,
                &[&text("at")?, &text("actor")?, &text("what")?, &text("case_no")?, &number, &text("because")?],
            );
            if hash != text("hash")? {
                return Ok(Err(rows::whole(row, "id")?));
            }
            before = hash;
        }
        Ok(Ok(found.len()))
    }
}
