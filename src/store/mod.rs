//! All SQL. SQLite in WAL mode with full synchronisation: a commit that was acknowledged survives the loss of power.
//!
//! One connection writes, and its transactions are immediate, so that a step never finds its facts changed beneath it.
//! Queries use the portable part of SQL where there is one (RETURNING, ON CONFLICT, numbered parameters).

pub mod apply;
pub mod audit;
pub mod codes;
pub mod facts;
pub mod intake;
pub mod lists;
pub mod messages;
mod migrate;
pub mod outbox;
mod rehearsal;
pub mod reviews;
mod rows;
pub mod schedule;
mod turn;

pub use rows::Unreadable;
pub use turn::Tx;

use crate::domain::token::TokenKey;
use jiff::Timestamp;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Row as _, SqlitePool};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The database, named once.
pub type Db = sqlx::Sqlite;

/// The first SQLite without the WAL-reset bug, by which a committed row could be lost (research/reliability.md, A1).
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);
/// How long a process waits for its turn to write.
const PATIENCE: Duration = Duration::from_secs(30);

/// The database could not be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    #[error("there is no database {0}: run `alliance-clerk init` for this folder first")]
    Missing(PathBuf),
    #[error(
        "this program carries SQLite {0}, which can lose committed rows; it needs 3.51.3 or newer. Please build it again with its Cargo.lock."
    )]
    OldSqlite(String),
    #[error(
        "the database is not safe: {0} is {1}, and it must be {2}. Is it on a network drive? It must be on a disk of this machine."
    )]
    NotDurable(&'static str, String, &'static str),
    #[error("the database was made by a newer alliance-clerk; please use that version")]
    Newer,
    #[error("the database could not be brought up to date: {0}")]
    Migration(sqlx::migrate::MigrateError),
    #[error("the database is busy: another process has been writing for more than {} seconds", PATIENCE.as_secs())]
    Busy,
    #[error("{} cannot be locked: {why}", .file.display())]
    Turn { file: PathBuf, why: std::io::Error },
    #[error("the database refused: {0}")]
    Sql(sqlx::Error),
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

impl From<sqlx::Error> for StoreFault {
    fn from(e: sqlx::Error) -> Self {
        // SQLITE_BUSY and its extended forms.
        let busy = e
            .as_database_error()
            .and_then(|d| d.code())
            .is_some_and(|code| matches!(code.as_ref(), "5" | "261" | "517"));
        if busy || matches!(e, sqlx::Error::PoolTimedOut) { StoreFault::Busy } else { StoreFault::Sql(e) }
    }
}

/// The open database.
#[derive(Clone)]
pub struct Store {
    turn: PathBuf,
    writer: SqlitePool,
    reader: SqlitePool,
    key: TokenKey,
}

impl Store {
    /// Makes the database of a new folder, or brings an older one up to date.
    ///
    /// # Errors
    /// When the file cannot be made, or is not safe to use.
    pub async fn create(path: &Path) -> Result<Self, StoreFault> {
        Self::connect(path, true).await
    }

    /// Opens the database of a folder that `init` made.
    ///
    /// # Errors
    /// When there is none, or it is not safe to use.
    pub async fn open(path: &Path) -> Result<Self, StoreFault> {
        if !path.exists() {
            return Err(StoreFault::Missing(path.to_owned()));
        }
        Self::connect(path, false).await
    }

    async fn connect(path: &Path, create: bool) -> Result<Self, StoreFault> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(create)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .statement_cache_capacity(120);
        let pool = |most| {
            SqlitePoolOptions::new()
                .max_connections(most)
                .min_connections(0)
                .idle_timeout(None)
                .max_lifetime(None)
                .acquire_timeout(PATIENCE)
                .after_connect(|connection, _| Box::pin(async move { check(connection).await }))
        };
        let writer = pool(1).connect_with(options.clone()).await.map_err(of_connecting)?;
        migrate::run(&writer).await?;
        let reader = pool(2).connect_lazy_with(options);
        let key = token_key(&writer).await?;
        Ok(Self { turn: turn::file_of(path), writer, reader, key })
    }

    /// A transaction that holds the right to write from its beginning.
    ///
    /// # Errors
    /// [`StoreFault::Busy`] after half a minute's waiting.
    pub async fn begin(&self) -> Result<Tx, StoreFault> {
        let turn = turn::take(&self.turn).await?;
        Ok(Tx::writing(self.writer.begin_with("BEGIN IMMEDIATE").await?, turn))
    }

    /// For reading only.
    pub(crate) fn reader(&self) -> &SqlitePool {
        &self.reader
    }

    pub fn key(&self) -> &TokenKey {
        &self.key
    }

    /// Lets go of the file.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }

    /// A single fact by its name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn fact(&self, name: &str) -> Result<Option<String>, StoreFault> {
        let row =
            sqlx::query("SELECT value FROM fact WHERE name = $1").bind(name).fetch_optional(self.reader()).await?;
        Ok(row.map(|row| row.try_get("value")).transpose()?)
    }

    /// # Errors
    /// When the database refuses.
    pub async fn set_fact(&self, name: &str, value: &str) -> Result<(), StoreFault> {
        let mut tx = self.begin().await?;
        set_fact(&mut tx, name, value).await?;
        Ok(tx.commit().await?)
    }

    /// Notes what is out of order with the mailbox or the delivery; an empty sentence means nothing is.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_trouble(&self, what: &str, sentence: &str) -> Result<(), StoreFault> {
        let name = format!("{TROUBLE}{what}");
        if self.fact(&name).await?.unwrap_or_default() == sentence {
            return Ok(());
        }
        self.set_fact(&name, sentence).await
    }

    /// The version of SQLite in use, and `PRAGMA integrity_check`'s answer.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn health(&self) -> Result<(String, String), StoreFault> {
        let version: String =
            sqlx::query("SELECT sqlite_version() AS v").fetch_one(self.reader()).await?.try_get("v")?;
        let check: String = sqlx::query("PRAGMA integrity_check(1)").fetch_one(self.reader()).await?.try_get(0)?;
        Ok((version, check))
    }
}

pub(crate) async fn set_fact(tx: &mut Tx, name: &str, value: &str) -> Result<(), StoreFault> {
    sqlx::query(
        "INSERT INTO fact (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(name)
    .bind(value)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Why every letter is held for the time being, as the outbox says it.
pub(crate) async fn hold_all(tx: &mut Tx) -> Result<Option<String>, StoreFault> {
    let row = sqlx::query("SELECT value FROM fact WHERE name = $1").bind(HOLD_ALL).fetch_optional(&mut **tx).await?;
    let why: Option<String> = row.map(|row| row.try_get("value")).transpose()?;
    Ok(why.filter(|why| !why.is_empty()).map(|why| format!("{}{why}", apply::letters::HELD_BY_COMMAND)))
}

/// The instant before which nothing goes out.
pub const GO_LIVE: &str = "go_live";
/// Why every letter is held, for the time being; empty when none is.
pub const HOLD_ALL: &str = "hold_all";
/// The latest `--now` that a writing command was given.
pub const CLOCK_MARK: &str = "clock_mark";
/// What is out of order, by the part that it concerns: `trouble:mailbox`, `trouble:delivery`.
pub const TROUBLE: &str = "trouble:";
const TOKEN_KEY: &str = "token_key";

/// What a fault inside `after_connect` was, as far as sqlx lets it through.
fn of_connecting(e: sqlx::Error) -> StoreFault {
    let sqlx::Error::Configuration(inner) = e else { return e.into() };
    match inner.downcast::<StoreFault>() {
        Ok(fault) => *fault,
        Err(other) => StoreFault::Sql(sqlx::Error::Configuration(other)),
    }
}

/// Reads back, on every connection, what the promise of durability rests on. sqlx sets neither by default.
async fn check(connection: &mut sqlx::SqliteConnection) -> Result<(), sqlx::Error> {
    let refuse = |fault: StoreFault| sqlx::Error::Configuration(Box::new(fault));
    let version: String =
        sqlx::query("SELECT sqlite_version() AS v").fetch_one(&mut *connection).await?.try_get("v")?;
    let mut numbers = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    if (next(), next(), next()) < OLDEST_SQLITE {
        return Err(refuse(StoreFault::OldSqlite(version)));
    }
    let journal: String = sqlx::query("PRAGMA journal_mode").fetch_one(&mut *connection).await?.try_get(0)?;
    if !journal.eq_ignore_ascii_case("wal") {
        return Err(refuse(StoreFault::NotDurable("journal_mode", journal, "WAL")));
    }
    let synchronous: i64 = sqlx::query("PRAGMA synchronous").fetch_one(&mut *connection).await?.try_get(0)?;
    if synchronous < 2 {
        return Err(refuse(StoreFault::NotDurable("synchronous", synchronous.to_string(), "FULL")));
    }
    Ok(())
}

/// The key of reply tokens: drawn once for this database.
async fn token_key(pool: &SqlitePool) -> Result<TokenKey, StoreFault> {
    let read = |pool: SqlitePool| async move {
        let row = sqlx::query("SELECT value FROM fact WHERE name = $1").bind(TOKEN_KEY).fetch_optional(&pool).await?;
        row.map(|row| row.try_get::<String, _>("value")).transpose()
    };
    if read(pool.clone()).await?.is_none() {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(|e| sqlx::Error::Io(std::io::Error::other(e.to_string())))?;
        sqlx::query("INSERT INTO fact (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
            .bind(TOKEN_KEY)
            .bind(TokenKey::new(bytes).to_hex())
            .execute(pool)
            .await?;
    }
    let text = read(pool.clone()).await?.unwrap_or_default();
    TokenKey::from_hex(&text)
        .ok_or_else(|| StoreFault::Unreadable(Unreadable { what: "the key of reply tokens", value: String::new() }))
}

/// A stamp as it is kept: UTC, to the second, so that text order is time order.
pub(crate) fn stamp(at: Timestamp) -> String {
    Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}
