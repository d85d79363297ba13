//! Requests for support and what is agreed upon them, with the people, the agreements, the planned days and the evaluations.

use super::super::rows::{self, text, whole};
use super::super::{StoreFault, Tx};
use super::people::numbered;
use crate::domain::deployment::{
    self, Consent, Deployed, Deployment, Evaluation, Model, Party, Plan, PlannedVisit, Request, State, SupportedSchool,
};
use crate::domain::register::{self, Urn};
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, MessageNo};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

/// Which deployments are wanted.
pub enum Wanted<'a> {
    All,
    /// Those that are not over, and those whose last state began after this instant.
    Current {
        since: String,
    },
    /// Those of these numbers, and those that one of these addresses, or of these entries of the register, has a part in.
    Some {
        named: &'a [String],
        addresses: &'a [&'a str],
        entries: &'a [CaseId],
    },
}

/// Deployments in the order in which they were asked for.
pub async fn load(tx: &mut Tx, wanted: Wanted<'_>) -> Result<Vec<Deployment>, StoreFault> {
    let found =
        match wanted {
            Wanted::All => sqlx::query("SELECT id FROM deployment ORDER BY id").fetch_all(&mut **tx).await?,
            Wanted::Current { since } => sqlx::query(
                "SELECT id FROM deployment WHERE state NOT IN ('ended', 'dropped') OR state_since >= $1 ORDER BY id",
            )
            .bind(since)
            .fetch_all(&mut **tx)
            .await?,
            Wanted::Some { named: [], addresses: [], entries: [] } => return Ok(vec![]),
            Wanted::Some { named, addresses, entries } => {
                let numbers: Vec<serde_json::Value> = named
                    .iter()
                    .filter_map(|number| CaseId::parse(number).ok())
                    .map(|number| serde_json::json!([number.year(), number.number()]))
                    .collect();
                let entries: Vec<serde_json::Value> =
                    entries.iter().map(|entry| serde_json::json!([entry.year(), entry.number()])).collect();
                sqlx::query(
                    "SELECT id FROM deployment WHERE head_email IN (SELECT value FROM json_each($1))
                 UNION SELECT id FROM deployment WHERE finance_email <> ''
                       AND finance_email IN (SELECT value FROM json_each($1))
                 UNION SELECT deployment_id FROM deployed WHERE email IN (SELECT value FROM json_each($1))
                 UNION SELECT deployment_id FROM deployed WHERE head_email IN (SELECT value FROM json_each($1))
                 UNION SELECT deployment.id FROM json_each($2) AS wanted
                       JOIN deployment ON year = wanted.value ->> 0 AND number = wanted.value ->> 1
                 UNION SELECT deployment_id FROM json_each($3) AS entry
                       JOIN deployed ON reg_year = entry.value ->> 0 AND reg_number = entry.value ->> 1
                 ORDER BY 1",
                )
                .bind(serde_json::Value::from(addresses).to_string())
                .bind(serde_json::Value::from(numbers).to_string())
                .bind(serde_json::Value::from(entries).to_string())
                .fetch_all(&mut **tx)
                .await?
            }
        };
    let mut ids = vec![];
    for row in &found {
        ids.push(whole(row, "id")?);
    }
    by_id(tx, &ids).await
}

macro_rules! of_these {
    ($table:literal, $order:literal) => {
        concat!(
            "SELECT * FROM ",
            $table,
            " WHERE deployment_id IN (SELECT value FROM json_each($1)) ORDER BY deployment_id, ",
            $order
        )
    };
}

/// Numbers of those that are under way and were agreed to be billed in advance, against their programme's policy.
pub async fn agreed_in_advance(tx: &mut Tx) -> Result<Vec<String>, StoreFault> {
    let found =
        sqlx::query("SELECT year, number FROM deployment WHERE state = 'active' AND charging LIKE '%in-advance%'")
            .fetch_all(&mut **tx)
            .await?;
    found.iter().map(|row| Ok(numbered(deployment::PREFIX, row)?.to_string())).collect()
}

/// Deployments by their rows.
pub async fn by_id(tx: &mut Tx, ids: &[i64]) -> Result<Vec<Deployment>, StoreFault> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let list = serde_json::Value::from(ids).to_string();
    let found = sqlx::query("SELECT * FROM deployment WHERE id IN (SELECT value FROM json_each($1)) ORDER BY id")
        .bind(&list)
        .fetch_all(&mut **tx)
        .await?;
    let mut all: Vec<(i64, Deployment)> = vec![];
    for row in &found {
        all.push((whole(row, "id")?, of_row(row)?));
    }
    // One question for each kind of part, not one for each deployment.
    for row in &parts(tx, of_these!("deployed", "leads DESC, asked_at, email"), &list).await? {
        put(&mut all, row, |deployment| {
            deployment.people.push(person(row)?);
            Ok(())
        })?;
    }
    for row in &parts(tx, of_these!("consent", "version, party, email"), &list).await? {
        put(&mut all, row, |deployment| {
            deployment.consents.push(consent(row)?);
            Ok(())
        })?;
    }
    for row in &parts(tx, of_these!("planned_visit", "day, email"), &list).await? {
        put(&mut all, row, |deployment| {
            deployment.planned.push(planned(row)?);
            Ok(())
        })?;
    }
    for row in &parts(tx, of_these!("evaluation", "id"), &list).await? {
        put(&mut all, row, |deployment| {
            deployment.evaluations.push(evaluation(row)?);
            Ok(())
        })?;
    }
    Ok(all.into_iter().map(|(_, deployment)| deployment).collect())
}

async fn parts(tx: &mut Tx, question: &'static str, ids: &str) -> Result<Vec<SqliteRow>, StoreFault> {
    Ok(sqlx::query(question).bind(ids).fetch_all(&mut **tx).await?)
}

fn put(
    all: &mut [(i64, Deployment)],
    row: &SqliteRow,
    add: impl FnOnce(&mut Deployment) -> Result<(), StoreFault>,
) -> Result<(), StoreFault> {
    let id = whole(row, "deployment_id")?;
    match all.binary_search_by_key(&id, |(id, _)| *id).ok().and_then(|at| all.get_mut(at)) {
        Some((_, deployment)) => add(deployment),
        None => Ok(()),
    }
}

fn count(row: &SqliteRow, column: &'static str) -> Result<u32, StoreFault> {
    Ok(u32::try_from(whole(row, column)?).unwrap_or(u32::MAX))
}

fn urn(row: &SqliteRow, column: &'static str) -> Result<Option<Urn>, StoreFault> {
    Ok(Some(count(row, column)?).filter(|urn| *urn > 0).map(Urn))
}

fn said(row: &SqliteRow, column: &'static str) -> Result<Option<bool>, StoreFault> {
    Ok(match text(row, column)?.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    })
}

fn message(row: &SqliteRow) -> Result<Option<MessageNo>, StoreFault> {
    Ok(row.try_get::<Option<i64>, _>("message_id")?.map(MessageNo))
}

fn of_row(row: &SqliteRow) -> Result<Deployment, StoreFault> {
    let state = text(row, "state")?;
    let unreadable = || rows::Unreadable { what: "the state of a deployment", value: state.clone() };
    let charging = text(row, "charging")?;
    Ok(Deployment {
        number: numbered(deployment::PREFIX, row)?,
        programme: rows::programme(&text(row, "programme")?)?,
        school: SupportedSchool {
            name: text(row, "school")?,
            urn: urn(row, "urn")?,
            head_name: text(row, "head_name")?,
            head_email: rows::address(&text(row, "head_email")?)?,
            finance_email: rows::some_address(&text(row, "finance_email")?)?,
            po_number: text(row, "po_number")?,
        },
        request: Request {
            subject: text(row, "subject")?,
            need: text(row, "need")?,
            hoped_for: text(row, "hoped_for")?,
            wanted_when: text(row, "wanted_when")?,
            contacts: text(row, "contacts")?,
            urgency: rows::json("urgency", &text(row, "urgency")?)?,
            message: message(row)?,
            at: rows::some_instant(&text(row, "requested_at")?)?,
        },
        state: State::read(&state).ok_or_else(unreadable)?,
        state_since: rows::instant(&text(row, "state_since")?)?,
        state_because: text(row, "state_because")?,
        plan: plan(row)?,
        charging: if charging.is_empty() { None } else { Some(charging) },
        agreement: count(row, "agreement")?,
        review_asked: rows::some_day(&text(row, "review_asked")?)?,
        end_told: rows::some_day(&text(row, "end_told")?)?.zip(Some(count(row, "end_step")?)),
        people: vec![],
        consents: vec![],
        planned: vec![],
        evaluations: vec![],
    })
}

fn plan(row: &SqliteRow) -> Result<Option<Plan>, StoreFault> {
    let Some(model) = Model::read(&text(row, "model")?) else { return Ok(None) };
    Ok(Some(Plan {
        model,
        half_days: HalfDays(count(row, "half_days")?),
        starts_on: rows::day(&text(row, "starts_on")?)?,
        ends_on: rows::day(&text(row, "ends_on")?)?,
        review_on: rows::some_day(&text(row, "review_on")?)?,
        end_point: text(row, "end_point")?,
        lines: rows::json("plan", &text(row, "plan")?)?,
    }))
}

fn person(row: &SqliteRow) -> Result<Deployed, StoreFault> {
    let year = i16::try_from(whole(row, "reg_year")?).unwrap_or(i16::MAX);
    let number = count(row, "reg_number")?;
    Ok(Deployed {
        name: text(row, "name")?,
        email: rows::address(&text(row, "email")?)?,
        entry: (number > 0).then(|| CaseId::new(register::PREFIX, year, number)),
        home_school: text(row, "home_school")?,
        home_urn: urn(row, "home_urn")?,
        head_name: text(row, "head_name")?,
        head_email: rows::some_address(&text(row, "head_email")?)?,
        leads: whole(row, "leads")? != 0,
        share: HalfDays(count(row, "half_days")?),
        asked_at: rows::instant(&text(row, "asked_at")?)?,
        answer: said(row, "answer")?,
        head_answer: said(row, "head_answer")?,
        chased: count(row, "chased")?,
        released_at: rows::some_instant(&text(row, "released_at")?)?,
    })
}

fn consent(row: &SqliteRow) -> Result<Consent, StoreFault> {
    let party = text(row, "party")?;
    let unreadable = || rows::Unreadable { what: "a party to an agreement", value: party.clone() };
    Ok(Consent {
        version: count(row, "version")?,
        party: Party::read(&party).ok_or_else(unreadable)?,
        name: text(row, "name")?,
        email: rows::address(&text(row, "email")?)?,
        asked_at: rows::instant(&text(row, "asked_at")?)?,
        agreed_at: rows::some_instant(&text(row, "agreed_at")?)?,
        chased: count(row, "chased")?,
        message: message(row)?,
    })
}

fn planned(row: &SqliteRow) -> Result<PlannedVisit, StoreFault> {
    Ok(PlannedVisit {
        email: rows::address(&text(row, "email")?)?,
        day: rows::day(&text(row, "day")?)?,
        half_days: HalfDays(count(row, "half_days")?),
        chased: count(row, "chased")?,
    })
}

fn evaluation(row: &SqliteRow) -> Result<Evaluation, StoreFault> {
    Ok(Evaluation {
        point: text(row, "point")?,
        asked_at: rows::instant(&text(row, "asked_at")?)?,
        chased: count(row, "chased")?,
        came_at: rows::some_instant(&text(row, "came_at")?)?,
        answers: rows::json("answers", &text(row, "answers")?)?,
        own_words: text(row, "own_words")?,
        message: message(row)?,
    })
}
