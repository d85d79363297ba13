//! Whoever wants to write takes a turn, in the order in which they came.
//!
//! SQLite lets one process write at a time, and whoever finds it taken tries again and again, in no order: among sixteen
//! commands beside a daemon that writes a hundred letters one may wait for ever. Waiting for a lock on a file is done by the
//! kernel, which keeps the queue, and forgets whoever is killed.

use super::{Db, PATIENCE, StoreFault};
use std::fs::{File, TryLockError};
use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};

/// The file that is locked, beside the database: `clerk.turn`. Nothing is ever written to it.
pub fn file_of(database: &Path) -> PathBuf {
    database.with_extension("turn")
}

/// The right to write; it ends when this is dropped, or its process ends.
#[derive(Debug)]
pub struct Turn(#[expect(dead_code, reason = "it is the lock that counts")] File);

/// Waits for the turn.
pub async fn take(path: &Path) -> Result<Turn, StoreFault> {
    let cannot = |why: std::io::Error| StoreFault::Turn { file: path.to_owned(), why };
    let file = File::options().create(true).truncate(false).write(true).open(path).map_err(cannot)?;
    match file.try_lock() {
        Ok(()) => return Ok(Turn(file)),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(e)) => return Err(cannot(e)),
    }
    let (tell, told) = tokio::sync::oneshot::channel();
    // A thread of its own and not the runtime's: one that still waits must not keep the program from ending.
    std::thread::spawn(move || {
        let locked = file.lock();
        let _nobody_waits_any_more = tell.send(locked.map(|()| file));
    });
    match tokio::time::timeout(PATIENCE, told).await {
        Ok(Ok(locked)) => locked.map(Turn).map_err(cannot),
        Ok(Err(_)) | Err(_) => Err(StoreFault::Busy),
    }
}

/// A transaction, with the turn that it was given: another's begins when it is over.
#[derive(Debug)]
pub struct Tx {
    // Dropped in this order: what was not committed is given up before the next one's turn begins.
    inner: sqlx::Transaction<'static, Db>,
    turn: Option<Turn>,
}

impl Tx {
    /// One that writes.
    pub(super) fn writing(inner: sqlx::Transaction<'static, Db>, turn: Turn) -> Self {
        Self { inner, turn: Some(turn) }
    }

    /// One that only reads, which nobody waits for.
    pub(super) fn reading(inner: sqlx::Transaction<'static, Db>) -> Self {
        Self { inner, turn: None }
    }

    /// # Errors
    /// When the database refuses: then nothing of it was recorded.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        let committed = self.inner.commit().await;
        drop(self.turn);
        committed
    }
}

impl Deref for Tx {
    type Target = sqlx::SqliteConnection;

    fn deref(&self) -> &Self::Target {
        &self.inner
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.inner
    }
}
