//! Logged days, with how each is paid for, as the ledger has it.

use super::super::rows::{self, text, whole};
use super::super::{StoreFault, Tx};
use super::people::numbered;
use crate::domain::money::Pence;
use crate::domain::visit::{Billing, Flag, OpenLog, State, Visit, VisitId};
use crate::domain::worked::HalfDays;
use crate::domain::{MessageNo, deployment};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

/// Which visits are wanted.
pub enum Wanted<'a> {
    /// Of these deployments, and whatever these people logged for any.
    Of { deployments: &'a [String], people: &'a [&'a str] },
    /// Confirmed ones that one side of the ledger does not have yet.
    Unbilled,
}

macro_rules! visits_where {
    ($rest:literal) => {
        concat!(
            "SELECT visit.*, deployment.year AS year, deployment.number AS number,
        CASE WHEN drawn.visit_id IS NOT NULL THEN 'funded' WHEN swap.visit_id IS NOT NULL THEN 'swapped'
             WHEN sale.visit_id IS NULL THEN 'unbilled'
             WHEN (SELECT kind FROM invoice_line JOIN invoice ON invoice.id = invoice_id
                   WHERE invoice_line.id = sale.line_id) = 'time_sheet' THEN 'direct' ELSE 'billed' END AS billing,
        purchase.visit_id IS NOT NULL AS reimbursed,
        (SELECT day_rate FROM invoice_line WHERE id = sale.line_id) AS sold_at
    FROM visit JOIN deployment ON deployment.id = visit.deployment_id
    LEFT JOIN billed AS sale ON sale.visit_id = visit.id AND sale.side = 'sale'
    LEFT JOIN billed AS purchase ON purchase.visit_id = visit.id AND purchase.side = 'purchase'
    LEFT JOIN drawn ON drawn.visit_id = visit.id
    LEFT JOIN swap ON swap.visit_id = visit.id ",
            $rest
        )
    };
}

/// Visits in the order of their days.
pub async fn load(tx: &mut Tx, wanted: Wanted<'_>) -> Result<Vec<Visit>, StoreFault> {
    let found = match wanted {
        Wanted::Of { deployments: [], people: [] } => return Ok(vec![]),
        Wanted::Of { deployments, people } => {
            let numbers = numbers(deployments);
            sqlx::query(visits_where!(
                "WHERE visit.id IN (
                     SELECT visit.id FROM json_each($1) AS wanted
                     JOIN deployment ON year = wanted.value ->> 0 AND number = wanted.value ->> 1
                     JOIN visit ON visit.deployment_id = deployment.id
                     UNION SELECT id FROM visit WHERE email IN (SELECT value FROM json_each($2)))
                 ORDER BY visit.day, visit.id"
            ))
            .bind(numbers)
            .bind(serde_json::Value::from(people).to_string())
            .fetch_all(&mut **tx)
            .await?
        }
        Wanted::Unbilled => {
            sqlx::query(visits_where!(
                "WHERE visit.state = 'confirmed' AND (purchase.visit_id IS NULL
                     OR (sale.visit_id IS NULL AND drawn.visit_id IS NULL AND swap.visit_id IS NULL))
                 ORDER BY visit.day, visit.id"
            ))
            .fetch_all(&mut **tx)
            .await?
        }
    };
    found.iter().map(of_row).collect()
}

/// Logs that wait for an answer: of one address, or all.
pub async fn open_logs(tx: &mut Tx, of: Option<&str>) -> Result<Vec<OpenLog>, StoreFault> {
    let found = sqlx::query("SELECT * FROM open_log WHERE $1 OR email = $2 ORDER BY asked_at, email")
        .bind(of.is_none())
        .bind(of.unwrap_or_default())
        .fetch_all(&mut **tx)
        .await?;
    let log = |row: &SqliteRow| {
        Ok(OpenLog {
            email: rows::address(&text(row, "email")?)?,
            message: MessageNo(whole(row, "message_id")?),
            words: text(row, "words")?,
            received_on: rows::day(&text(row, "received_on")?)?,
            amounts_of: rows::json("amounts_of", &text(row, "amounts_of")?)?,
            asked_at: rows::instant(&text(row, "asked_at")?)?,
        })
    };
    found.iter().map(log).collect()
}

/// Case numbers as years and numbers, for a question that an index answers.
pub fn numbers(cases: &[String]) -> String {
    let numbers: Vec<serde_json::Value> = cases
        .iter()
        .filter_map(|case| crate::domain::CaseId::parse(case).ok())
        .map(|case| serde_json::json!([case.year(), case.number()]))
        .collect();
    serde_json::Value::from(numbers).to_string()
}

fn of_row(row: &SqliteRow) -> Result<Visit, StoreFault> {
    let state = text(row, "state")?;
    let unreadable = || rows::Unreadable { what: "the state of a visit", value: state.clone() };
    let small = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
    let minutes = small(whole(row, "minutes")?);
    let flags: Vec<Flag> = rows::json("flags", &text(row, "flags")?)?;
    Ok(Visit {
        id: VisitId(whole(row, "id")?),
        deployment: numbered(deployment::PREFIX, row)?,
        name: text(row, "name")?,
        email: rows::address(&text(row, "email")?)?,
        day: rows::day(&text(row, "day")?)?,
        half_days: HalfDays(small(whole(row, "half_days")?)),
        words: text(row, "words")?,
        minutes: (minutes > 0).then_some(minutes),
        message: row.try_get::<Option<i64>, _>("message_id")?.map(MessageNo),
        logged_at: rows::instant(&text(row, "logged_at")?)?,
        logged_by: text(row, "logged_by")?,
        state: State::read(&state).ok_or_else(unreadable)?,
        state_since: rows::instant(&text(row, "state_since")?)?,
        state_because: text(row, "state_because")?,
        told_at: rows::some_instant(&text(row, "told_at")?)?,
        billing: match text(row, "billing")?.as_str() {
            "funded" => Billing::Funded,
            "swapped" => Billing::Swapped,
            "direct" => Billing::Direct,
            "billed" => Billing::Billed,
            _ => Billing::Unbilled,
        },
        reimbursed: whole(row, "reimbursed")? != 0,
        sold_at: row.try_get::<Option<i64>, _>("sold_at")?.map(Pence),
        flags,
    })
}
