//! Which scheduled jobs were done, by the civil moment at which they were due.

use super::rows::{self, text};
use super::{Store, StoreFault, Tx, stamp};
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::collections::BTreeMap;

/// Notes that a job was done for a due moment. Returns whether it had not been: nothing is done twice for one moment.
pub async fn mark(tx: &mut Tx, job: &str, due: DateTime, now: Timestamp) -> Result<bool, StoreFault> {
    let done = sqlx::query(
        "INSERT INTO job_run (job, due_at, ran_at) VALUES ($1, $2, $3) ON CONFLICT (job, due_at) DO NOTHING",
    )
    .bind(job)
    .bind(due.to_string())
    .bind(stamp(now))
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

impl Store {
    /// For each job, the latest moment for which it was done, of those that have come: a clock that once ran ahead must not
    /// keep jobs from being done until it is there again.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn jobs_done(&self, jobs: &[&str], civil: DateTime) -> Result<BTreeMap<String, DateTime>, StoreFault> {
        let found = sqlx::query(
            "SELECT wanted.value AS job,
                    (SELECT MAX(due_at) FROM job_run WHERE job_run.job = wanted.value AND due_at <= $1) AS due_at
             FROM json_each($2) AS wanted",
        )
        .bind(civil.to_string())
        .bind(serde_json::Value::from(jobs.to_vec()).to_string())
        .fetch_all(self.reader())
        .await?;
        let mut done = BTreeMap::new();
        for row in &found {
            let last: Option<String> = sqlx::Row::try_get(row, "due_at")?;
            if let Some(last) = last {
                done.insert(text(row, "job")?, rows::moment(&last)?);
            }
        }
        Ok(done)
    }
}
