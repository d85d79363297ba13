//! One-time codes for what cannot be undone: drawn for one command and one person, valid once and for a day.

use super::rows::{self, text};
use super::{StoreFault, Tx, stamp};
use jiff::Timestamp;

/// How long a code is good for.
const VALID_SECONDS: i64 = 86_400;
const DIGITS: usize = 6;

/// A code that was drawn and has come back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub command: String,
    /// What the command would have done then.
    pub shape: String,
    pub asked_by: String,
    pub expires_at: Timestamp,
    pub used: bool,
}

/// Draws a code for a command. Codes that the same person was given for the same command before are void.
pub async fn draw(tx: &mut Tx, command: &str, shape: &str, by: &str, now: Timestamp) -> Result<String, StoreFault> {
    sqlx::query(
        "UPDATE code SET expires_at = $3 WHERE command = $1 AND asked_by = $2 AND used_at = '' AND expires_at > $3",
    )
    .bind(command)
    .bind(by)
    .bind(stamp(now))
    .execute(&mut **tx)
    .await?;
    let expires = Timestamp::from_second(now.as_second() + VALID_SECONDS).unwrap_or(now);
    // Digits of a random number; should one have been drawn before, another is.
    for _ in 0..20 {
        let mut bytes = [0_u8; 8];
        getrandom::fill(&mut bytes).map_err(|e| sqlx::Error::Io(std::io::Error::other(e.to_string())))?;
        let code = format!("{:06}", u64::from_be_bytes(bytes) % 1_000_000);
        debug_assert_eq!(code.len(), DIGITS);
        let done = sqlx::query(
            "INSERT INTO code (code, command, shape, asked_by, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (code) DO NOTHING",
        )
        .bind(&code)
        .bind(command)
        .bind(shape)
        .bind(by)
        .bind(stamp(now))
        .bind(stamp(expires))
        .execute(&mut **tx)
        .await?;
        if done.rows_affected() > 0 {
            return Ok(code);
        }
    }
    Err(StoreFault::Busy)
}

/// What a code was drawn for, if there is such a code.
pub async fn find(tx: &mut Tx, code: &str) -> Result<Option<Drawn>, StoreFault> {
    let row = sqlx::query("SELECT command, shape, asked_by, expires_at, used_at FROM code WHERE code = $1")
        .bind(code.trim())
        .fetch_optional(&mut **tx)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Drawn {
        command: text(&row, "command")?,
        shape: text(&row, "shape")?,
        asked_by: text(&row, "asked_by")?,
        expires_at: rows::instant(&text(&row, "expires_at")?)?,
        used: !text(&row, "used_at")?.is_empty(),
    }))
}

/// Marks a code as used. Returns whether it was still unused.
pub async fn spend(tx: &mut Tx, code: &str, now: Timestamp) -> Result<bool, StoreFault> {
    let done = sqlx::query("UPDATE code SET used_at = $2 WHERE code = $1 AND used_at = ''")
        .bind(code.trim())
        .bind(stamp(now))
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() > 0)
}
