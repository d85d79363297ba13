//! Messages on their way from stored to handled.

use super::rows::{self, instant};
use super::{Store, StoreFault, Tx, reviews, stamp};
use crate::decision::{MailKind, Review};
use crate::domain::{CaseId, MessageNo};
use crate::understand::Mail;
use jiff::Timestamp;
use sqlx::Row as _;

/// A message that waits to be handled.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub number: MessageNo,
    pub received_at: Timestamp,
    pub raw: Vec<u8>,
}

/// Times that the reader may die over a message before it is parked.
pub const MOST_FAILURES: i64 = 3;
/// Times that the daemon may end while it has a message in hand, for whatever reason, before it is parked: a message that
/// brings the daemon itself down must not do so for ever. A machine that is switched off often must not park anything.
const MOST_STARTS: i64 = 200;

impl Store {
    /// Takes the next messages in hand, in the order of receipt, and counts the start on each.
    ///
    /// One that was started before is taken alone: if it is the one that brings us down, the others have nothing to do
    /// with it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn take_in_hand(&self, most: usize, largest: usize, now: Timestamp) -> Result<Vec<Waiting>, StoreFault> {
        if !self.has_waiting().await? {
            return Ok(vec![]);
        }
        let mut tx = self.begin().await?;
        // Messages that were started often go behind all others, so that they hold up nobody (the 5 is in the index too).
        let mut found = sqlx::query(
            "SELECT message.id, message.received_at, message.starts, length(raw.bytes) AS size
             FROM message JOIN raw ON raw.id = message.raw_id
             WHERE message.state = 'stored' AND message.starts < 5 ORDER BY message.received_at, message.id LIMIT $1",
        )
        .bind(i64::try_from(most).unwrap_or(1))
        .fetch_all(&mut *tx)
        .await?;
        if found.is_empty() {
            found = sqlx::query(
                "SELECT message.id, message.received_at, message.starts, length(raw.bytes) AS size
                 FROM message JOIN raw ON raw.id = message.raw_id
                 WHERE message.state = 'stored' AND message.starts >= 5 ORDER BY message.starts, message.id LIMIT 1",
            )
            .fetch_all(&mut *tx)
            .await?;
        }
        let mut chosen: Vec<i64> = vec![];
        let mut size = 0;
        for row in &found {
            let starts = rows::whole(row, "starts")?;
            size += usize::try_from(rows::whole(row, "size")?).unwrap_or(0);
            if !chosen.is_empty() && (starts > 0 || size > largest) {
                break;
            }
            let number = rows::whole(row, "id")?;
            if starts >= MOST_STARTS {
                park_one(&mut tx, MessageNo(number), "the clerk stopped each time it had this message in hand", now)
                    .await?;
                continue;
            }
            chosen.push(number);
            if starts > 0 {
                break;
            }
        }
        let ids = serde_json::Value::from(chosen).to_string();
        sqlx::query("UPDATE message SET starts = starts + 1 WHERE id IN (SELECT value FROM json_each($1))")
            .bind(&ids)
            .execute(&mut *tx)
            .await?;
        let found = sqlx::query(
            "SELECT message.id, message.received_at, raw.bytes FROM message JOIN raw ON raw.id = message.raw_id
             WHERE message.id IN (SELECT value FROM json_each($1)) ORDER BY message.received_at, message.id",
        )
        .bind(&ids)
        .fetch_all(&mut *tx)
        .await?;
        let mut waiting = Vec::with_capacity(found.len());
        for row in &found {
            waiting.push(Waiting {
                number: MessageNo(rows::whole(row, "id")?),
                received_at: instant(&rows::text(row, "received_at")?)?,
                raw: row.try_get("bytes")?,
            });
        }
        tx.commit().await?;
        Ok(waiting)
    }

    /// Whether any message waits; asked without taking the right to write.
    async fn has_waiting(&self) -> Result<bool, StoreFault> {
        let row = sqlx::query(
            "SELECT EXISTS (SELECT 1 FROM message WHERE state = 'stored' AND starts < 5)
                 OR EXISTS (SELECT 1 FROM message WHERE state = 'stored' AND starts >= 5) AS waits",
        )
        .fetch_one(self.reader())
        .await?;
        Ok(rows::whole(&row, "waits")? != 0)
    }

    /// The reader died over a message, or its step failed. After three times it is parked: the next one is handled.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn count_failure(&self, number: MessageNo, why: &str, now: Timestamp) -> Result<bool, StoreFault> {
        let mut tx = self.begin().await?;
        let failures: i64 =
            sqlx::query("UPDATE message SET failures = failures + 1, last_error = $2 WHERE id = $1 RETURNING failures")
                .bind(number.0)
                .bind(why.chars().take(300).collect::<String>())
                .fetch_one(&mut *tx)
                .await?
                .try_get("failures")?;
        let parked = failures >= MOST_FAILURES;
        if parked {
            park_one(&mut tx, number, why, now).await?;
        }
        tx.commit().await?;
        Ok(parked)
    }

    /// Puts a parked message back among those that wait, which answers the question about it. Returns whether there was
    /// one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn retry_message(&self, number: MessageNo, now: Timestamp) -> Result<bool, StoreFault> {
        let mut tx = self.begin().await?;
        let done = sqlx::query("UPDATE message SET state = 'stored', starts = 0, failures = 0, last_error = '' WHERE id = $1 AND state = 'parked'").bind(number.0).execute(&mut *tx).await?;
        // A closed question keeps its key; this one gives it up, so that it can be asked again.
        sqlx::query("UPDATE review SET closed_at = $2, closed_by = 'clerk', outcome = 'it is tried again', key = key || '/' || id WHERE key = $1 AND closed_at = ''")
            .bind(parked_key(number))
            .bind(stamp(now))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() > 0)
    }

    /// The raw bytes of a message.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn raw(&self, number: MessageNo) -> Result<Option<Vec<u8>>, StoreFault> {
        let row = sqlx::query("SELECT bytes FROM raw JOIN message ON message.raw_id = raw.id WHERE message.id = $1")
            .bind(number.0)
            .fetch_optional(self.reader())
            .await?;
        Ok(row.map(|row| row.try_get("bytes")).transpose()?)
    }
}

fn parked_key(number: MessageNo) -> String {
    format!("parked:{number}")
}

/// Sets a message aside for a person; the next one is handled.
async fn park_one(tx: &mut Tx, number: MessageNo, why: &str, now: Timestamp) -> Result<(), StoreFault> {
    sqlx::query("UPDATE message SET state = 'parked', last_error = $2 WHERE id = $1")
        .bind(number.0)
        .bind(why.chars().take(300).collect::<String>())
        .execute(&mut **tx)
        .await?;
    let question = format!(
        "Message {number} could not be read, three times over, and is set aside. Please look at it in the mailbox; `alliance-clerk inbox retry {number}` tries it again."
    );
    let review = Review { key: parked_key(number), question, case: None, actions: vec![] };
    reviews::open(tx, &[review], Some(number), now).await
}

/// What is known of a message when a step about it begins.
pub struct Opening {
    pub received_at: Timestamp,
    /// An earlier message with the same Message-ID and the same content, or, where there is no Message-ID, the same
    /// content and the same stamp. The same Message-ID with other content is a new message: else anybody could suppress
    /// a form.
    pub same_as: Option<MessageNo>,
}

/// Begins a step about a message that still waits; `None` when somebody has handled it meanwhile.
pub async fn open(tx: &mut Tx, number: MessageNo, mail: &Mail) -> Result<Option<Opening>, StoreFault> {
    let row = sqlx::query(
        "SELECT received_at, (SELECT earlier.id FROM message AS earlier
                              WHERE earlier.content_hash = $2 AND earlier.content_hash <> '' AND earlier.id <> $1
                              AND earlier.state = 'handled' AND earlier.message_id = $3
                              AND ($3 <> '' OR earlier.received_at = message.received_at)
                              ORDER BY earlier.id LIMIT 1) AS same_as
         FROM message WHERE id = $1 AND state = 'stored'",
    )
    .bind(number.0)
    .bind(&mail.content_hash)
    .bind(mail.message_id.as_deref().unwrap_or(""))
    .fetch_optional(&mut **tx)
    .await?;
    row.map(|row| {
        Ok(Opening {
            received_at: instant(&rows::text(&row, "received_at")?)?,
            same_as: row.try_get::<Option<i64>, _>("same_as")?.map(MessageNo),
        })
    })
    .transpose()
}

/// A trusted `Received` field shows that the message came earlier than the mailbox says.
pub async fn correct_stamp(tx: &mut Tx, number: MessageNo, received_at: Timestamp) -> Result<(), StoreFault> {
    sqlx::query("UPDATE message SET received_at = $2 WHERE id = $1 AND received_at > $2")
        .bind(number.0)
        .bind(stamp(received_at))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes that a message is another copy of one we have. Its stamp counts for the first if it is earlier.
pub async fn mark_duplicate(
    tx: &mut Tx,
    number: MessageNo,
    of: MessageNo,
    received_at: Timestamp,
    mail: &Mail,
    now: Timestamp,
) -> Result<(), StoreFault> {
    sqlx::query("UPDATE message SET state = 'duplicate', duplicate_of = $2, handled_at = $3, message_id = $4, content_hash = $5 WHERE id = $1")
        .bind(number.0)
        .bind(of.0)
        .bind(stamp(now))
        .bind(mail.message_id.as_deref().unwrap_or(""))
        .bind(&mail.content_hash)
        .execute(&mut **tx)
        .await?;
    reviews::earlier_stamp(tx, of, received_at, now).await
}

/// Notes that a message has been handled, and as what.
pub async fn mark_handled(
    tx: &mut Tx,
    number: MessageNo,
    kind: MailKind,
    case: Option<&CaseId>,
    mail: &Mail,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let sender = mail.sender().map(|person| person.address.folded().to_owned()).unwrap_or_default();
    sqlx::query("UPDATE message SET state = 'handled', kind = $2, case_no = $3, sender = $4, subject = $5, message_id = $6, content_hash = $7, handled_at = $8, last_error = '' WHERE id = $1")
        .bind(number.0)
        .bind(kind.word())
        .bind(case.map(ToString::to_string).unwrap_or_default())
        .bind(sender)
        .bind(&mail.subject)
        .bind(mail.message_id.as_deref().unwrap_or(""))
        .bind(&mail.content_hash)
        .bind(stamp(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
