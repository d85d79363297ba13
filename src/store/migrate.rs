//! Bringing a database up to date. Migrations only ever add to the end of this list.

use super::StoreFault;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{SqlSafeStr as _, SqlitePool};
use std::borrow::Cow;

const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "frame", include_str!("../../migrations/sqlite/0001_frame.sql")),
    (2, "round", include_str!("../../migrations/sqlite/0002_round.sql")),
    (3, "year", include_str!("../../migrations/sqlite/0003_year.sql")),
    (4, "moved", include_str!("../../migrations/sqlite/0004_moved.sql")),
    (5, "minutes", include_str!("../../migrations/sqlite/0005_minutes.sql")),
    (6, "register", include_str!("../../migrations/sqlite/0006_register.sql")),
    (7, "projects", include_str!("../../migrations/sqlite/0007_projects.sql")),
    (8, "deployments", include_str!("../../migrations/sqlite/0008_deployments.sql")),
    (9, "money", include_str!("../../migrations/sqlite/0009_money.sql")),
    (10, "quiet", include_str!("../../migrations/sqlite/0010_quiet.sql")),
];

pub async fn run(pool: &SqlitePool) -> Result<(), StoreFault> {
    let migrations = MIGRATIONS
        .iter()
        .map(|(version, name, sql)| {
            Migration::new(*version, Cow::Borrowed(*name), MigrationType::Simple, sql.into_sql_str(), false)
        })
        .collect();
    Migrator::with_migrations(migrations).run(pool).await.map_err(|e| {
        let newer = matches!(e, MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..));
        if newer { StoreFault::Newer } else { StoreFault::Migration(e) }
    })
}
