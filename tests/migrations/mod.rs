//! The schema: it applies to an empty file and to a file of any age with rows in it, and it refuses nonsense.
//!
//! Each file of `migrations/sqlite/` has one of the same name here, with a row for every table that it makes.

use crate::support::repository;
use alliance_clerk::store::{Store, StoreFault};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection as _, Row as _};
use std::path::Path;

/// The migrations in their order: number, name, what they do, sample rows.
fn migrations() -> Vec<(i64, String, String, String)> {
    let text = |folder: &str, name: &str| {
        std::fs::read_to_string(repository().join(folder).join(name)).unwrap_or_else(|e| panic!("{folder}/{name}: {e}"))
    };
    let mut names: Vec<String> = std::fs::read_dir(repository().join("migrations/sqlite"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let (number, _) = name.split_once('_').unwrap();
            let (schema, rows) = (text("migrations/sqlite", &name), text("tests/migrations", &name));
            (number.parse().unwrap(), name, schema, rows)
        })
        .collect()
}

async fn connect(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true).foreign_keys(true);
    SqliteConnection::connect_with(&options).await.unwrap()
}

async fn run(database: &mut SqliteConnection, statements: &str) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(statements.to_owned())).execute(database).await.map(|_| ())
}

/// The tables that are ours, with what made them.
async fn tables(database: &mut SqliteConnection) -> Vec<(String, String)> {
    let made = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name";
    let rows = sqlx::query(made).fetch_all(database).await.unwrap();
    rows.iter().map(|row| (row.get("name"), row.get("sql"))).collect()
}

async fn count(database: &mut SqliteConnection, table: &str) -> i64 {
    let query = format!("SELECT COUNT(*) AS n FROM {table}");
    sqlx::query(AssertSqlSafe(query)).fetch_one(database).await.unwrap().get("n")
}

/// A database as the clerk makes it, with a row in every table.
async fn full(folder: &Path) -> SqliteConnection {
    let path = folder.join("full.sqlite");
    Store::create(&path).await.unwrap().close().await;
    let mut database = connect(&path).await;
    for (_, name, _, rows) in migrations() {
        run(&mut database, &rows).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    database
}

#[tokio::test]
async fn every_table_is_strict_and_has_a_sample() {
    let folder = tempfile::tempdir().unwrap();
    let mut database = full(folder.path()).await;
    let tables = tables(&mut database).await;
    assert!(tables.len() >= 14, "{tables:?}");
    for (name, made) in &tables {
        assert!(made.trim_end().ends_with("STRICT"), "{name} is not STRICT");
        assert!(count(&mut database, name).await > 0, "{name} has no sample row in tests/migrations");
    }
    let unsound: Vec<String> = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(&mut database)
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    assert!(unsound.is_empty(), "{unsound:?}");
    // A second clerk of the same version changes nothing.
    Store::open(&folder.path().join("full.sqlite")).await.unwrap().close().await;
}

/// A folder that was made by any earlier version: its rows are all there afterwards.
#[tokio::test]
async fn an_office_of_any_age_is_brought_up_to_date() {
    let all = migrations();
    for last in 1..all.len() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clerk.sqlite");
        // As the clerk of that time left it: the schema, its book of migrations, and rows.
        let today = folder.path().join("today.sqlite");
        Store::create(&today).await.unwrap().close().await;
        let mut database = connect(&path).await;
        for (_, _, schema, rows) in all.iter().take(last) {
            run(&mut database, schema).await.unwrap();
            run(&mut database, rows).await.unwrap();
        }
        let mut of_today = connect(&today).await;
        let book: String = sqlx::query("SELECT sql FROM sqlite_master WHERE name = '_sqlx_migrations'")
            .fetch_one(&mut of_today)
            .await
            .unwrap()
            .get(0);
        of_today.close().await.unwrap();
        run(&mut database, &book).await.unwrap();
        let entries = format!(
            "ATTACH '{}' AS today; INSERT INTO _sqlx_migrations SELECT * FROM today._sqlx_migrations WHERE version <= {last}; DETACH today;",
            today.display()
        );
        run(&mut database, &entries).await.unwrap();
        let before = tables(&mut database).await;
        let mut counts = vec![];
        for (name, _) in &before {
            counts.push((name, count(&mut database, name).await));
        }
        database.close().await.unwrap();

        Store::open(&path).await.unwrap_or_else(|e| panic!("from {last}: {e}")).close().await;
        let mut database = connect(&path).await;
        for (name, rows) in counts {
            // (A first start draws the key of reply tokens.)
            let drawn = i64::from(name == "fact");
            assert_eq!(count(&mut database, name).await, rows + drawn, "{name}, from {last}");
        }
        assert!(tables(&mut database).await.len() >= before.len());
    }
}

#[tokio::test]
async fn a_file_from_the_future_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clerk.sqlite");
    Store::create(&path).await.unwrap().close().await;
    let mut database = connect(&path).await;
    let later = "INSERT INTO _sqlx_migrations SELECT 9999, 'later', installed_on, success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1";
    run(&mut database, later).await.unwrap();
    database.close().await.unwrap();
    assert!(matches!(Store::open(&path).await, Err(StoreFault::Newer)));
}

/// Whatever a fault in the program may try to write, these stay out.
#[tokio::test]
async fn nonsense_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut database = full(folder.path()).await;
    for (statement, why) in [
        ("UPDATE message SET state = 'lost'", "CHECK"),
        ("UPDATE sighting SET outcome = 'ignored'", "CHECK"),
        ("UPDATE outbox SET state = 'sent'", "CHECK"),
        ("UPDATE outbox SET care = 'twice'", "CHECK"),
        // The same reason never brings forth two letters, nor two letters one Message-ID.
        (
            "INSERT INTO outbox (purpose, letter, recipient, subject, message_id, bytes, is_answer, care, state, created_at) SELECT purpose, letter, recipient, subject, 'other', bytes, 1, care, state, created_at FROM outbox",
            "UNIQUE constraint failed: outbox.purpose",
        ),
        (
            "INSERT INTO outbox (purpose, letter, recipient, subject, message_id, bytes, is_answer, care, state, created_at) SELECT 'other', letter, recipient, subject, message_id, bytes, 1, care, state, created_at FROM outbox",
            "UNIQUE constraint failed: outbox.message_id",
        ),
        (
            "INSERT INTO sighting (mailbox, epoch, uid, name, outcome, received_at, seen_at) SELECT mailbox, epoch, uid, name, 'vanished', received_at, seen_at FROM sighting",
            "UNIQUE constraint failed: sighting",
        ),
        ("INSERT INTO raw (sha256, bytes) VALUES (x'01', x'00')", "UNIQUE constraint failed: raw.sha256"),
        ("INSERT INTO review (key, question, opened_at) VALUES ('parked:2', 'again?', '')", "UNIQUE"),
        (
            "INSERT INTO window (programme, name, opens_at, closes_at, zone) VALUES ('sle', 'spring-2027', '', '', '')",
            "UNIQUE",
        ),
        (
            "INSERT INTO application (case_no, prefix, year, number, programme, name, name_folded, email) VALUES ('SLE-2027-0001', 'SLE', 2027, 9, 'sle', '', '', '')",
            "UNIQUE constraint failed: application.case_no",
        ),
        (
            "INSERT INTO application (case_no, prefix, year, number, programme, name, name_folded, email) VALUES ('SLE-2027-1', 'SLE', 2027, 1, 'sle', '', '', '')",
            "UNIQUE",
        ),
        ("INSERT INTO application_version VALUES (1, 1, 2, '{}', '[]', 0)", "UNIQUE"),
        // Nothing belongs to what is not there.
        (
            "INSERT INTO message (raw_id, received_at, first_seen_at, state) VALUES (99, '', '', 'stored')",
            "FOREIGN KEY",
        ),
        ("UPDATE sighting SET message_id = 99", "FOREIGN KEY"),
        ("INSERT INTO application_version VALUES (99, 1, 1, '{}', '[]', 0)", "FOREIGN KEY"),
        ("DELETE FROM raw WHERE id = 1", "FOREIGN KEY"),
        ("DELETE FROM message WHERE id = 1", "FOREIGN KEY"),
        // STRICT: text is no number, and nothing is no text.
        ("UPDATE cursor SET next_uid = 'three'", "cannot store TEXT value in INTEGER column"),
        ("UPDATE outbox SET bytes = 'text is no blob'", "cannot store TEXT value in BLOB column"),
        ("UPDATE message SET received_at = NULL", "NOT NULL"),
        ("INSERT INTO fact VALUES (NULL, 'x')", "NOT NULL"),
        ("UPDATE reference SET standing = 'perhaps'", "CHECK"),
        ("UPDATE outcome SET verdict = 'refused'", "CHECK"),
        ("UPDATE score SET rating = 'purple'", "CHECK"),
        ("INSERT INTO job_run VALUES ('digest', '2027-03-11T07:00:00', '')", "UNIQUE"),
        ("INSERT INTO code SELECT * FROM code", "UNIQUE"),
    ] {
        let refused = run(&mut database, statement).await;
        let said = refused.err().map(|e| e.to_string()).unwrap_or_else(|| panic!("was taken: {statement}"));
        assert!(said.contains(why), "{statement}: {said}");
    }
}
