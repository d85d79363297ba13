//! The outbox: a letter exists if and only if the transaction that decided it was committed (invariant 2).
//!
//! ```text
//! queued → claimed → data_started → accepted
//!             │           │   └──→ unknown → accepted (evidence) | queued once more (harmless) | held (once)
//!             │           └──────→ queued (4xx) | failed (5xx)
//!             └─────────────────→ queued, later | failed (the recipient is refused)
//! ```

use super::rows::{self, text, whole};
use super::{Store, StoreFault, Tx, stamp};
use crate::domain::outcome::UNTIL_RELEASE;
use crate::domain::{EmailAddress, LetterId, MessageNo};
use crate::letters::{Care, Draft, Voice};
use crate::render::Rendered;
use jiff::Timestamp;
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

/// A letter that is due, with all that its delivery needs.
#[derive(Debug, Clone)]
pub struct Due {
    pub id: LetterId,
    pub letter: String,
    pub to: EmailAddress,
    pub message_id: String,
    pub created_at: Timestamp,
    pub bytes: Vec<u8>,
    pub is_answer: bool,
    pub once: bool,
    pub state: State,
    pub attempts: u32,
    pub looks: u32,
    pub resent: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Queued,
    Claimed,
    DataStarted,
    Accepted,
    Unknown,
    Failed,
    Held,
    /// A coordinator said that it shall never go.
    Dropped,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Claimed => "claimed",
            Self::DataStarted => "data_started",
            Self::Accepted => "accepted",
            Self::Unknown => "unknown",
            Self::Failed => "failed",
            Self::Held => "held",
            Self::Dropped => "dropped",
        }
    }

    fn read(word: &str) -> Self {
        [Self::Queued, Self::Claimed, Self::DataStarted, Self::Accepted, Self::Unknown, Self::Failed, Self::Dropped]
            .into_iter()
            .find(|s| s.word() == word)
            .unwrap_or(Self::Held)
    }
}

/// How a letter's life goes on.
#[derive(Debug, Clone)]
pub enum Move {
    Claimed,
    DataStarted,
    Accepted {
        evidence: String,
        file: String,
    },
    /// To be tried again, not before an instant.
    Later {
        at: Timestamp,
        why: String,
    },
    /// Nobody knows whether it arrived; to be looked into at an instant.
    Unknown {
        look_at: Timestamp,
        why: String,
    },
    /// Sent once more, byte for byte, because a second copy does no harm.
    Resent {
        why: String,
    },
    Failed {
        why: String,
    },
    Held {
        why: String,
    },
}

/// Puts a letter into the outbox. Returns whether it is new: the same purpose never brings forth a second.
///
/// A letter that is drafted again takes the place of the one that is still held or was dropped under its purpose, never of
/// one that left.
pub async fn insert(
    tx: &mut Tx,
    draft: &Draft,
    rendered: &Rendered,
    cause: Option<MessageNo>,
    held_because: Option<&str>,
    now: Timestamp,
) -> Result<bool, StoreFault> {
    let done = sqlx::query(
        "INSERT INTO outbox (purpose, letter, recipient, case_no, cause, subject, message_id, bytes, is_answer, care, state, held_because, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (purpose) DO UPDATE SET letter = excluded.letter, recipient = excluded.recipient, cause = excluded.cause,
         subject = excluded.subject, bytes = excluded.bytes, is_answer = excluded.is_answer, care = excluded.care,
         state = excluded.state, held_because = excluded.held_because, created_at = excluded.created_at
         WHERE $14 AND outbox.state IN ('held', 'dropped')",
    )
    .bind(&draft.purpose)
    .bind(draft.kind.name)
    .bind(draft.to.folded())
    .bind(draft.case.as_ref().map(ToString::to_string).unwrap_or_default())
    .bind(cause.map(|number| number.0))
    .bind(&rendered.subject)
    .bind(&rendered.message_id)
    .bind(&rendered.bytes)
    .bind(i64::from(draft.kind.voice == Voice::Answer))
    .bind(match draft.kind.care {
        Care::Harmless => "harmless",
        Care::Once => "once",
    })
    .bind(if held_because.is_some() { "held" } else { "queued" })
    .bind(held_because.unwrap_or(""))
    .bind(stamp(now))
    .bind(draft.redraft)
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

fn due_of(row: &SqliteRow) -> Result<Due, StoreFault> {
    let number = |column| whole(row, column).map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    Ok(Due {
        id: LetterId(whole(row, "id")?),
        letter: text(row, "letter")?,
        to: rows::address(&text(row, "recipient")?)?,
        message_id: text(row, "message_id")?,
        created_at: rows::instant(&text(row, "created_at")?)?,
        bytes: row.try_get("bytes")?,
        is_answer: whole(row, "is_answer")? != 0,
        once: text(row, "care")? == "once",
        state: State::read(&text(row, "state")?),
        attempts: number("attempts")?,
        looks: number("looks")?,
        resent: whole(row, "resent")? != 0,
    })
}

impl Store {
    /// Letters that are due, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn due_letters(&self, now: Timestamp, most: i64) -> Result<Vec<Due>, StoreFault> {
        let found = sqlx::query(
            "SELECT id, letter, recipient, message_id, created_at, bytes, is_answer, care, state, attempts, looks, resent FROM outbox
             WHERE state IN ('queued', 'claimed', 'data_started', 'unknown') AND not_before <= $1 ORDER BY id LIMIT $2",
        )
        .bind(stamp(now))
        .bind(most)
        .fetch_all(self.reader())
        .await?;
        found.iter().map(due_of).collect()
    }

    /// Moves letters on, in one commit.
    ///
    /// # Errors
    /// When the database refuses; none is moved then.
    pub async fn move_letters(&self, moves: &[(LetterId, Move)], now: Timestamp) -> Result<(), StoreFault> {
        if moves.is_empty() {
            return Ok(());
        }
        let mut tx = self.begin().await?;
        for (id, step) in moves {
            move_one(&mut tx, *id, step, now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Answers that one address was sent since an instant: the stamps, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn answers_since(&self, to: &EmailAddress, since: Timestamp) -> Result<Vec<Timestamp>, StoreFault> {
        let found = sqlx::query("SELECT accepted_at FROM outbox WHERE recipient = $1 AND accepted_at > $2 AND is_answer = 1 ORDER BY accepted_at")
            .bind(to.folded())
            .bind(stamp(since))
            .fetch_all(self.reader())
            .await?;
        found.iter().map(|row| Ok(rows::instant(&text(row, "accepted_at")?)?)).collect()
    }

    /// How many letters were sent since an instant, and when the oldest of them was.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn letters_since(&self, since: Timestamp) -> Result<(u32, Option<Timestamp>), StoreFault> {
        let row = sqlx::query(
            "SELECT COUNT(*) AS n, COALESCE(MIN(accepted_at), '') AS oldest FROM outbox WHERE accepted_at > $1",
        )
        .bind(stamp(since))
        .fetch_one(self.reader())
        .await?;
        Ok((u32::try_from(whole(&row, "n")?).unwrap_or(u32::MAX), rows::some_instant(&text(&row, "oldest")?)?))
    }

    /// A person lets a held or failed letter go, but for one that only a release lets go. Returns whether there was one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn release_letter(&self, id: LetterId) -> Result<bool, StoreFault> {
        let mut tx = self.begin().await?;
        let done = sqlx::query("UPDATE outbox SET state = 'queued', held_because = '', not_before = '', attempts = 0, looks = 0, last_error = '' WHERE id = $1 AND state IN ('held', 'failed') AND held_because <> $2")
            .bind(id.0)
            .bind(UNTIL_RELEASE)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() > 0)
    }

    /// A person stops a letter that has not left. Returns whether there was one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn hold_letter(&self, id: LetterId, because: &str) -> Result<bool, StoreFault> {
        let mut tx = self.begin().await?;
        let done =
            sqlx::query("UPDATE outbox SET state = 'held', held_because = $2 WHERE id = $1 AND state = 'queued'")
                .bind(id.0)
                .bind(because)
                .execute(&mut *tx)
                .await?;
        tx.commit().await?;
        Ok(done.rows_affected() > 0)
    }
}

async fn move_one(tx: &mut Tx, id: LetterId, step: &Move, now: Timestamp) -> Result<(), StoreFault> {
    let short = |why: &str| why.chars().take(400).collect::<String>();
    let query = match step {
        Move::Claimed => sqlx::query("UPDATE outbox SET state = 'claimed', attempts = attempts + 1 WHERE id = $1").bind(id.0),
        Move::DataStarted => sqlx::query("UPDATE outbox SET state = 'data_started' WHERE id = $1").bind(id.0),
        Move::Accepted { evidence, file } => {
            sqlx::query("UPDATE outbox SET state = 'accepted', evidence = $2, file = $3, accepted_at = $4, last_error = '' WHERE id = $1").bind(id.0).bind(short(evidence)).bind(file.clone()).bind(stamp(now))
        }
        Move::Later { at, why } => sqlx::query("UPDATE outbox SET state = 'queued', not_before = $2, last_error = $3 WHERE id = $1").bind(id.0).bind(stamp(*at)).bind(short(why)),
        Move::Unknown { look_at, why } => {
            sqlx::query("UPDATE outbox SET state = 'unknown', looks = looks + 1, not_before = $2, last_error = $3 WHERE id = $1").bind(id.0).bind(stamp(*look_at)).bind(short(why))
        }
        Move::Resent { why } => sqlx::query("UPDATE outbox SET state = 'queued', resent = 1, looks = 0, not_before = '', last_error = $2 WHERE id = $1").bind(id.0).bind(short(why)),
        Move::Failed { why } => sqlx::query("UPDATE outbox SET state = 'failed', last_error = $2 WHERE id = $1").bind(id.0).bind(short(why)),
        Move::Held { why } => sqlx::query("UPDATE outbox SET state = 'held', held_because = $2 WHERE id = $1").bind(id.0).bind(short(why)),
    };
    query.execute(&mut **tx).await?;
    Ok(())
}
