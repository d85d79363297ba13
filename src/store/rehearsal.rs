//! A copy of the database in which the days to come can be played through, and which is thrown away afterwards.

use super::{Store, StoreFault};
use sqlx::Row as _;
use std::path::Path;

/// What is left out, because no job looks at it and it is most of the file: the bytes of mails and letters.
const BYTES: [(&str, &str); 3] = [("raw", "bytes"), ("outbox", "bytes"), ("minutes_file", "bytes")];

impl Store {
    /// Copies everything but the bytes of mails and letters into a new file.
    ///
    /// # Errors
    /// When either file cannot be used.
    pub async fn rehearsal(&self, path: &Path) -> Result<Self, StoreFault> {
        let original: String = sqlx::query("SELECT file FROM pragma_database_list WHERE name = 'main'")
            .fetch_one(self.reader())
            .await?
            .try_get("file")?;
        let mut copy = Self::create(path).await?;
        let mut connection = copy.writer.acquire().await?;
        // Nothing here outlives the process: there is nothing to keep safe, and rows come in any order.
        for pragma in ["PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF"] {
            sqlx::query(pragma).execute(&mut *connection).await?;
        }
        sqlx::query("ATTACH $1 AS original").bind(original).execute(&mut *connection).await?;
        sqlx::query("BEGIN").execute(&mut *connection).await?;
        let tables = sqlx::query(
            "SELECT name FROM original.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_sqlx_migrations'",
        )
        .fetch_all(&mut *connection)
        .await?;
        for table in &tables {
            let name: String = table.try_get("name")?;
            let columns =
                sqlx::query("SELECT name FROM pragma_table_info($1)").bind(&name).fetch_all(&mut *connection).await?;
            let columns: Vec<String> = columns.iter().map(|row| row.try_get("name")).collect::<Result<_, _>>()?;
            let copied: Vec<String> = columns
                .iter()
                .map(|column| match BYTES.contains(&(name.as_str(), column.as_str())) {
                    true => "x''".to_owned(),
                    false => format!("\"{column}\""),
                })
                .collect();
            let listed: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
            // Names of tables and columns are those of our own migrations.
            let statement = format!(
                "DELETE FROM main.\"{name}\"; INSERT INTO main.\"{name}\" ({}) SELECT {} FROM original.\"{name}\"",
                listed.join(", "),
                copied.join(", ")
            );
            sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut *connection).await?;
        }
        sqlx::query("COMMIT").execute(&mut *connection).await?;
        sqlx::query("DETACH original").execute(&mut *connection).await?;
        drop(connection);
        // Letters that are decided there carry the tokens that the real ones will.
        copy.key = self.key.clone();
        Ok(copy)
    }

    /// The number of the latest letter; 0 where there is none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn last_letter(&self) -> Result<i64, StoreFault> {
        let row = sqlx::query("SELECT COALESCE(MAX(id), 0) AS last FROM outbox").fetch_one(self.reader()).await?;
        Ok(row.try_get("last")?)
    }

    /// The purposes of the letters after a number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn purposes_after(&self, letter: i64) -> Result<Vec<String>, StoreFault> {
        let found =
            sqlx::query("SELECT purpose FROM outbox WHERE id > $1 ORDER BY id").bind(letter).fetch_all(self.reader());
        let found = found.await?;
        Ok(found.iter().map(|row| row.try_get("purpose")).collect::<Result<_, _>>()?)
    }
}
