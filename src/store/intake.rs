//! Intake: raw bytes and where they were seen, committed before anything else happens (invariant 1).

use super::rows::{self, whole};
use super::{Store, StoreFault, Tx, reviews, stamp};
use crate::decision::Review;
use crate::domain::MessageNo;
use crate::mailbox::{Fetched, Place};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// What became of a sighting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    New(MessageNo),
    /// The very same bytes are stored already.
    Known(MessageNo),
    /// This place was recorded before.
    SeenBefore,
}

/// How far a server's folder has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub epoch: i64,
    pub next_uid: i64,
    pub reconciled_at: Option<Timestamp>,
}

impl Store {
    /// Records messages and their sightings in one commit.
    ///
    /// # Errors
    /// When the database refuses; nothing is recorded then.
    pub async fn take_in(&self, fetched: &[Fetched], now: Timestamp) -> Result<Vec<Taken>, StoreFault> {
        let mut tx = self.begin().await?;
        let mut taken = Vec::with_capacity(fetched.len());
        for message in fetched {
            taken.push(take_in_one(&mut tx, message, now).await?);
        }
        tx.commit().await?;
        Ok(taken)
    }

    /// Notes that there is no message at a place, and why: the cursor may then pass it. A message that the server has
    /// and does not hand out is a person's to look for.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn note_absent(&self, place: &Place, vanished: bool, now: Timestamp) -> Result<(), StoreFault> {
        let mut tx = self.begin().await?;
        let outcome = if vanished { "vanished" } else { "poison" };
        sighting(&mut tx, place, None, outcome, now, now).await?;
        if !vanished {
            let question = format!(
                "The mail server holds a message in {} (number {}) and does not hand it out. The clerk asks for it again every hour; please look for it in the mailbox.",
                place.mailbox, place.uid
            );
            reviews::open(&mut tx, &[Review { key: key_of(place), question, case: None, actions: vec![] }], None, now)
                .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Names of a folder's files that have been recorded.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn names_seen(&self, mailbox: &str) -> Result<Vec<String>, StoreFault> {
        let found = sqlx::query("SELECT name FROM sighting WHERE mailbox = $1 AND epoch = 0 AND uid = 0")
            .bind(mailbox)
            .fetch_all(self.reader())
            .await?;
        Ok(found.iter().map(|row| rows::text(row, "name")).collect::<Result<_, _>>()?)
    }

    /// UIDs of an epoch at which there was no message to be had.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn uids_absent(&self, mailbox: &str, epoch: i64) -> Result<Vec<i64>, StoreFault> {
        let found = sqlx::query(
            "SELECT uid FROM sighting WHERE mailbox = $1 AND epoch = $2 AND outcome <> 'stored' ORDER BY uid",
        )
        .bind(mailbox)
        .bind(epoch)
        .fetch_all(self.reader())
        .await?;
        Ok(found.iter().map(|row| whole(row, "uid")).collect::<Result<_, _>>()?)
    }

    /// UIDs of an epoch that have been recorded, from one on.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn uids_seen(&self, mailbox: &str, epoch: i64, from: i64) -> Result<Vec<i64>, StoreFault> {
        let found = sqlx::query("SELECT uid FROM sighting WHERE mailbox = $1 AND epoch = $2 AND uid >= $3")
            .bind(mailbox)
            .bind(epoch)
            .bind(from)
            .fetch_all(self.reader())
            .await?;
        Ok(found.iter().map(|row| whole(row, "uid")).collect::<Result<_, _>>()?)
    }

    /// # Errors
    /// When the database refuses.
    pub async fn cursor(&self, mailbox: &str) -> Result<Option<Cursor>, StoreFault> {
        let row = sqlx::query("SELECT epoch, next_uid, reconciled_at FROM cursor WHERE mailbox = $1")
            .bind(mailbox)
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| {
            Ok(Cursor {
                epoch: whole(&row, "epoch")?,
                next_uid: whole(&row, "next_uid")?,
                reconciled_at: rows::some_instant(&rows::text(&row, "reconciled_at")?)?,
            })
        })
        .transpose()
    }

    /// Moves the cursor. The caller has recorded everything below it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn move_cursor(&self, mailbox: &str, cursor: Cursor) -> Result<(), StoreFault> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "INSERT INTO cursor (mailbox, epoch, next_uid, reconciled_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (mailbox) DO UPDATE SET epoch = excluded.epoch, next_uid = excluded.next_uid, reconciled_at = excluded.reconciled_at",
        )
        .bind(mailbox)
        .bind(cursor.epoch)
        .bind(cursor.next_uid)
        .bind(cursor.reconciled_at.map(stamp).unwrap_or_default())
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }
}

/// The question about a message that is not handed out. (The closing bracket keeps 1 apart from 10.)
fn key_of(place: &Place) -> String {
    format!("not-handed-out:{}:{}:[{}]", place.mailbox, place.epoch, place.uid)
}

async fn take_in_one(tx: &mut Tx, message: &Fetched, now: Timestamp) -> Result<Taken, StoreFault> {
    let hash = Sha256::digest(&message.raw).to_vec();
    let raw =
        sqlx::query("INSERT INTO raw (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING RETURNING id")
            .bind(&hash)
            .bind(&message.raw)
            .fetch_optional(&mut **tx)
            .await?;
    let taken = match raw {
        Some(row) => {
            let row = sqlx::query(
                "INSERT INTO message (raw_id, received_at, first_seen_at, state) VALUES ($1, $2, $3, 'stored') RETURNING id",
            )
            .bind(whole(&row, "id")?)
            .bind(stamp(message.received_at))
            .bind(stamp(now))
            .fetch_one(&mut **tx)
            .await?;
            Taken::New(MessageNo(whole(&row, "id")?))
        }
        None => known(tx, message, &hash, now).await?,
    };
    let number = match taken {
        Taken::New(number) | Taken::Known(number) => Some(number),
        Taken::SeenBefore => return Ok(taken),
    };
    sighting(tx, &message.place, number, "stored", message.received_at, now).await?;
    // Only servers withhold anything; a folder's rush is spared the question.
    if message.place.uid != 0 {
        reviews::close(tx, &key_of(&message.place), "clerk", "the server has handed it out", now).await?;
    }
    Ok(taken)
}

/// The very same bytes are stored: seen at this place before, or elsewhere now. The earliest stamp counts (invariant 3).
async fn known(tx: &mut Tx, message: &Fetched, hash: &[u8], now: Timestamp) -> Result<Taken, StoreFault> {
    let place = &message.place;
    let row = sqlx::query(
        "SELECT message.id, EXISTS (SELECT 1 FROM sighting WHERE mailbox = $2 AND epoch = $3 AND uid = $4 AND name = $5
                                    AND outcome = 'stored') AS before
         FROM raw JOIN message ON message.raw_id = raw.id WHERE raw.sha256 = $1 ORDER BY message.id LIMIT 1",
    )
    .bind(hash)
    .bind(&place.mailbox)
    .bind(place.epoch)
    .bind(place.uid)
    .bind(&place.name)
    .fetch_one(&mut **tx)
    .await?;
    if whole(&row, "before")? != 0 {
        return Ok(Taken::SeenBefore);
    }
    let number = MessageNo(whole(&row, "id")?);
    reviews::earlier_stamp(tx, number, message.received_at, now).await?;
    Ok(Taken::Known(number))
}

async fn sighting(
    tx: &mut Tx,
    place: &Place,
    message: Option<MessageNo>,
    outcome: &str,
    received_at: Timestamp,
    now: Timestamp,
) -> Result<(), StoreFault> {
    sqlx::query(
        "INSERT INTO sighting (mailbox, epoch, uid, name, message_id, outcome, received_at, seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (mailbox, epoch, uid, name) DO UPDATE SET message_id = excluded.message_id, outcome = excluded.outcome
         WHERE sighting.outcome <> 'stored'",
    )
    .bind(&place.mailbox)
    .bind(place.epoch)
    .bind(place.uid)
    .bind(&place.name)
    .bind(message.map(|number| number.0))
    .bind(outcome)
    .bind(stamp(received_at))
    .bind(stamp(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}
