//! Applying a decision's changes, within its transaction.

mod deployments;
mod desk;
pub mod letters;
mod meetings;
mod money;
mod outcomes;
mod panel;
mod projects;
mod references;
mod register;

use super::{GO_LIVE, StoreFault, Tx, reviews, set_fact, stamp};
use crate::domain::answers::{Answers, Problem};
use crate::domain::change::{Change, NewVersion};
use crate::domain::{CaseId, EmailAddress};
use jiff::Timestamp;
use sqlx::Row as _;

pub async fn changes(tx: &mut Tx, changes: &[Change], now: Timestamp) -> Result<(), StoreFault> {
    for change in changes {
        one(tx, change, now).await?;
    }
    Ok(())
}

async fn one(tx: &mut Tx, change: &Change, now: Timestamp) -> Result<(), StoreFault> {
    match change {
        Change::WindowOpened { programme, name, opens_at, closes_at, zone } => {
            sqlx::query("INSERT INTO window (programme, name, opens_at, closes_at, zone) VALUES ($1, $2, $3, $4, $5)")
                .bind(programme.as_str())
                .bind(name.as_str())
                .bind(opens_at.to_string())
                .bind(closes_at.to_string())
                .bind(zone)
                .execute(&mut **tx)
                .await?;
        }
        Change::WindowMoved { window, opens_at, closes_at } => {
            sqlx::query("UPDATE window SET opens_at = $2, closes_at = $3 WHERE id = $1")
                .bind(window.0)
                .bind(opens_at.to_string())
                .bind(closes_at.to_string())
                .execute(&mut **tx)
                .await?;
        }
        Change::WindowExtended { window, closes_at } => {
            sqlx::query("UPDATE window SET closes_at = $2, closed_early_at = '' WHERE id = $1")
                .bind(window.0)
                .bind(closes_at.to_string())
                .execute(&mut **tx)
                .await?;
            // It closes anew, and is summed up and confirmed anew.
            sqlx::query("DELETE FROM window_step WHERE window_id = $1 AND step IN ('summed_up', 'confirmed')")
                .bind(window.0)
                .execute(&mut **tx)
                .await?;
        }
        Change::WindowClosedEarly { window, at } => {
            sqlx::query("UPDATE window SET closed_early_at = $2 WHERE id = $1")
                .bind(window.0)
                .bind(stamp(*at))
                .execute(&mut **tx)
                .await?;
        }
        Change::KeyDateSet { window, date } => {
            let (first, last) = date.days.map(|(a, b)| (a.to_string(), b.to_string())).unwrap_or_default();
            sqlx::query(
                "INSERT INTO key_date (window_id, what, first_day, last_day) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (window_id, what) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day",
            )
            .bind(window.0)
            .bind(date.what.word())
            .bind(first)
            .bind(last)
            .execute(&mut **tx)
            .await?;
        }
        Change::ApplicationOpened { case, programme, window, name, email, form_email, version } => {
            let id: i64 = sqlx::query(
                "INSERT INTO application (case_no, prefix, year, number, programme, window_id, name, name_folded, email, form_email)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
            )
            .bind(case.to_string())
            .bind(case.prefix())
            .bind(i64::from(case.year()))
            .bind(i64::from(case.number()))
            .bind(programme.as_str())
            .bind(window.map(|w| w.0))
            .bind(name)
            .bind(name.to_lowercase())
            .bind(email.folded())
            .bind(form_email.as_ref().map(EmailAddress::folded).unwrap_or_default())
            .fetch_one(&mut **tx)
            .await?
            .try_get("id")?;
            add_version(tx, id, version).await?;
        }
        Change::VersionAdded { case, name, form_email, version } => {
            let id = id_of(tx, case).await?;
            sqlx::query("UPDATE application SET name = $2, name_folded = $3, form_email = $4 WHERE id = $1")
                .bind(id)
                .bind(name)
                .bind(name.to_lowercase())
                .bind(form_email.as_ref().map(EmailAddress::folded).unwrap_or_default())
                .execute(&mut **tx)
                .await?;
            add_version(tx, id, version).await?;
        }
        Change::KeptJoin { programme, window, cases } => {
            for case in cases {
                sqlx::query("UPDATE application SET window_id = (SELECT id FROM window WHERE programme = $2 AND name = $3) WHERE case_no = $1 AND window_id IS NULL")
                    .bind(case.to_string())
                    .bind(programme.as_str())
                    .bind(window.as_str())
                    .execute(&mut **tx)
                    .await?;
            }
        }
        Change::Admitted { case, admission } => {
            sqlx::query(
                "UPDATE application SET admitted_by = $2, admitted_because = $3, admitted_at = $4 WHERE case_no = $1",
            )
            .bind(case.to_string())
            .bind(&admission.by)
            .bind(&admission.because)
            .bind(stamp(admission.at))
            .execute(&mut **tx)
            .await?;
        }
        Change::VersionAccepted { case, version } => {
            let id = id_of(tx, case).await?;
            sqlx::query("UPDATE application_version SET accepted = 1 WHERE application_id = $1 AND version = $2")
                .bind(id)
                .bind(i64::from(*version))
                .execute(&mut **tx)
                .await?;
        }
        Change::ReviewsNoted { reviews } => reviews::mark_noted(tx, reviews, now).await?,
        Change::ReviewsClosed { key_begins, by, outcome } => reviews::close(tx, key_begins, by, outcome, now).await?,
        Change::InterestNoted { programme, email, name } => {
            sqlx::query("INSERT INTO interest (programme, email, name, since) VALUES ($1, $2, $3, $4) ON CONFLICT (programme, email) DO NOTHING")
                .bind(programme.as_str())
                .bind(email.folded())
                .bind(name)
                .bind(stamp(now))
                .execute(&mut **tx)
                .await?;
        }
        Change::InterestMet { programme } => {
            sqlx::query("DELETE FROM interest WHERE programme = $1")
                .bind(programme.as_str())
                .execute(&mut **tx)
                .await?;
        }
        Change::GoLive { at } => set_fact(tx, GO_LIVE, &stamp(*at)).await?,
        Change::OwnCopySeen { message_id } => {
            sqlx::query(
                "UPDATE outbox SET state = 'accepted', evidence = 'our own copy came back', accepted_at = $2
                 WHERE message_id = $1 AND (state = 'unknown' OR (state = 'held' AND looks > 0))",
            )
            .bind(message_id)
            .bind(stamp(now))
            .execute(&mut **tx)
            .await?;
        }
        Change::Withdrawn { case, withdrawal } => {
            let id = id_of(tx, case).await?;
            sqlx::query("INSERT INTO withdrawal (application_id, at, by, because) VALUES ($1, $2, $3, $4) ON CONFLICT (application_id) DO NOTHING")
                .bind(id)
                .bind(stamp(withdrawal.at))
                .bind(&withdrawal.by)
                .bind(&withdrawal.because)
                .execute(&mut **tx)
                .await?;
        }
        Change::Reinstated { case } => {
            let id = id_of(tx, case).await?;
            sqlx::query("DELETE FROM withdrawal WHERE application_id = $1").bind(id).execute(&mut **tx).await?;
        }
        Change::StepTaken { window, step, by } => {
            sqlx::query("INSERT INTO window_step (window_id, step, at, by) VALUES ($1, $2, $3, $4) ON CONFLICT (window_id, step) DO NOTHING")
                .bind(window.0)
                .bind(step.word())
                .bind(stamp(now))
                .bind(by)
                .execute(&mut **tx)
                .await?;
        }
        Change::TargetSet { window, specialism, wanted } => {
            sqlx::query("INSERT INTO target (window_id, specialism, wanted) VALUES ($1, $2, $3) ON CONFLICT (window_id, specialism) DO UPDATE SET wanted = excluded.wanted")
                .bind(window.0)
                .bind(specialism)
                .bind(i64::from(*wanted))
                .execute(&mut **tx)
                .await?;
        }
        Change::SchoolKnown { school } => {
            sqlx::query(
                "INSERT INTO school (name, head_name, head_email, urn) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (name) DO UPDATE SET head_name = excluded.head_name, head_email = excluded.head_email,
                 urn = CASE WHEN excluded.urn > 0 THEN excluded.urn ELSE urn END",
            )
            .bind(&school.name)
            .bind(&school.head_name)
            .bind(school.head_email.as_ref().map(EmailAddress::folded).unwrap_or_default())
            .bind(school.urn.map_or(0, |urn| i64::from(urn.0)))
            .execute(&mut **tx)
            .await?;
        }
        Change::Reference(change) => references::apply(tx, change).await?,
        Change::Panel(change) => panel::apply(tx, change, now).await?,
        Change::Outcome(change) => outcomes::apply(tx, change).await?,
        Change::Desk(change) => desk::apply(tx, change, now).await?,
        Change::Letter(change) => letters::apply(tx, change).await?,
        Change::Register(change) => register::apply(tx, change).await?,
        Change::Project(change) => projects::apply(tx, change).await?,
        Change::Deployment(change) => deployments::apply(tx, change).await?,
        Change::Visit(change) => deployments::visit(tx, change).await?,
        Change::Money(change) => money::apply(tx, change, now).await?,
        Change::Meeting(change) => meetings::apply(tx, change, now).await?,
    }
    Ok(())
}

async fn id_of(tx: &mut Tx, case: &CaseId) -> Result<i64, StoreFault> {
    Ok(sqlx::query("SELECT id FROM application WHERE case_no = $1")
        .bind(case.to_string())
        .fetch_one(&mut **tx)
        .await?
        .try_get("id")?)
}

async fn add_version(tx: &mut Tx, application: i64, version: &NewVersion) -> Result<(), StoreFault> {
    sqlx::query("INSERT INTO application_version (application_id, version, message_id, answers, problems) VALUES ($1, $2, $3, $4, $5)")
        .bind(application)
        .bind(i64::from(version.number))
        .bind(version.message.0)
        .bind(json::<Answers>(&version.answers)?)
        .bind(json::<Vec<Problem>>(&version.problems)?)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, StoreFault> {
    serde_json::to_string(value).map_err(|e| StoreFault::Sql(sqlx::Error::Encode(Box::new(e))))
}
