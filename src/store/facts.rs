//! Loading what a decision may look at.

use super::rows::{self, text, whole};
use super::{GO_LIVE, StoreFault, Tx, stamp};
use crate::domain::application::{Admission, Application, Version};
use crate::domain::facts::{Facts, Lookup, SentLetter};
use crate::domain::window::{KeyDate, KeyDateKind, Window};
use crate::domain::{CaseId, EmailAddress, LetterId, MessageNo, WindowId};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use std::collections::{BTreeMap, BTreeSet};

/// Letters to a sender matter for this long.
const RECENT_SECONDS: i64 = 7 * 86_400;

pub async fn load(tx: &mut Tx, lookup: &Lookup, now: Timestamp) -> Result<Facts, StoreFault> {
    let mut facts = Facts { windows: windows(tx).await?, go_live: go_live(tx).await?, ..Facts::default() };
    facts.answered = answered(tx, &lookup.answers).await?;
    if let Some(sender) = &lookup.sender {
        facts.recent = recent(tx, sender, now).await?;
    }
    let mut ids: BTreeSet<i64> = BTreeSet::new();
    for address in &lookup.addresses {
        ids.extend(
            ids_of(tx, "SELECT id FROM application WHERE email = $1 OR form_email = $1", address.folded()).await?,
        );
    }
    for name in lookup.names.iter().filter(|name| !name.is_empty()) {
        ids.extend(ids_of(tx, "SELECT id FROM application WHERE name_folded = $1", name).await?);
    }
    let answered_cases = facts.answered.iter().filter_map(|letter| letter.case.clone());
    for case in lookup.cases.iter().cloned().chain(answered_cases) {
        ids.extend(ids_of(tx, "SELECT id FROM application WHERE case_no = $1", &case.to_string()).await?);
    }
    for programme in &lookup.programmes {
        ids.extend(ids_of(tx, "SELECT id FROM application WHERE programme = $1", programme.as_str()).await?);
    }
    for id in ids {
        facts.applications.push(application(tx, id).await?);
    }
    for (prefix, year) in &lookup.numbers {
        facts.next_numbers.insert((prefix.clone(), *year), next_number(tx, prefix, *year).await?);
    }
    Ok(facts)
}

async fn ids_of(tx: &mut Tx, sql: &'static str, value: &str) -> Result<Vec<i64>, StoreFault> {
    let found = sqlx::query(sql).bind(value).fetch_all(&mut **tx).await?;
    Ok(found.iter().map(|row| whole(row, "id")).collect::<Result<_, _>>()?)
}

async fn next_number(tx: &mut Tx, prefix: &str, year: i16) -> Result<u32, StoreFault> {
    let row =
        sqlx::query("SELECT COALESCE(MAX(number), 0) + 1 AS next FROM application WHERE prefix = $1 AND year = $2")
            .bind(prefix)
            .bind(i64::from(year))
            .fetch_one(&mut **tx)
            .await?;
    Ok(u32::try_from(whole(&row, "next")?).unwrap_or(u32::MAX))
}

pub async fn go_live(tx: &mut Tx) -> Result<Option<Timestamp>, StoreFault> {
    let row = sqlx::query("SELECT value FROM fact WHERE name = $1").bind(GO_LIVE).fetch_optional(&mut **tx).await?;
    match row {
        Some(row) => Ok(rows::some_instant(&text(&row, "value")?)?),
        None => Ok(None),
    }
}

pub async fn windows(tx: &mut Tx) -> Result<Vec<Window>, StoreFault> {
    let mut dates: BTreeMap<i64, Vec<KeyDate>> = BTreeMap::new();
    for row in sqlx::query("SELECT window_id, what, first_day, last_day FROM key_date ORDER BY window_id, what")
        .fetch_all(&mut **tx)
        .await?
    {
        let Some(what) = KeyDateKind::read(&text(&row, "what")?) else { continue };
        let (first, last) = (text(&row, "first_day")?, text(&row, "last_day")?);
        let days = if first.is_empty() { None } else { Some((rows::day(&first)?, rows::day(&last)?)) };
        dates.entry(whole(&row, "window_id")?).or_default().push(KeyDate { what, days });
    }
    let found = sqlx::query(
        "SELECT id, programme, name, opens_at, closes_at, zone, closed_early_at FROM window ORDER BY closes_at, id",
    )
    .fetch_all(&mut **tx)
    .await?;
    found
        .iter()
        .map(|row| {
            let id = whole(row, "id")?;
            Ok(Window {
                id: WindowId(id),
                programme: rows::programme(&text(row, "programme")?)?,
                name: rows::window_name(&text(row, "name")?)?,
                opens_at: rows::moment(&text(row, "opens_at")?)?,
                closes_at: rows::moment(&text(row, "closes_at")?)?,
                zone: rows::zone(&text(row, "zone")?)?,
                closed_early_at: rows::some_instant(&text(row, "closed_early_at")?)?,
                key_dates: dates.remove(&id).unwrap_or_default(),
            })
        })
        .collect()
}

pub async fn application(tx: &mut Tx, id: i64) -> Result<Application, StoreFault> {
    let row = sqlx::query("SELECT case_no, programme, window_id, name, email, form_email, admitted_by, admitted_because, admitted_at FROM application WHERE id = $1")
        .bind(id)
        .fetch_one(&mut **tx)
        .await?;
    let versions = sqlx::query(
        "SELECT version, application_version.message_id, answers, problems, accepted, message.received_at AS received_at
         FROM application_version JOIN message ON message.id = application_version.message_id WHERE application_id = $1 ORDER BY version",
    )
    .bind(id)
    .fetch_all(&mut **tx)
    .await?;
    let admitted_at = text(&row, "admitted_at")?;
    let admitted = rows::some_instant(&admitted_at)?
        .map(|at| {
            Ok::<_, sqlx::Error>(Admission {
                by: text(&row, "admitted_by")?,
                because: text(&row, "admitted_because")?,
                at,
            })
        })
        .transpose()?;
    Ok(Application {
        case: rows::case(&text(&row, "case_no")?)?,
        programme: rows::programme(&text(&row, "programme")?)?,
        window: sqlx::Row::try_get::<Option<i64>, _>(&row, "window_id")?.map(WindowId),
        name: text(&row, "name")?,
        email: rows::address(&text(&row, "email")?)?,
        form_email: rows::some_address(&text(&row, "form_email")?)?,
        versions: versions.iter().map(version).collect::<Result<_, _>>()?,
        admitted,
    })
}

fn version(row: &SqliteRow) -> Result<Version, StoreFault> {
    Ok(Version {
        number: u32::try_from(whole(row, "version")?).unwrap_or(u32::MAX),
        message: MessageNo(whole(row, "message_id")?),
        received_at: rows::instant(&text(row, "received_at")?)?,
        answers: rows::json("answers", &text(row, "answers")?)?,
        problems: rows::json("problems", &text(row, "problems")?)?,
        accepted: whole(row, "accepted")? != 0,
    })
}

fn letter(row: &SqliteRow) -> Result<SentLetter, StoreFault> {
    Ok(SentLetter {
        id: LetterId(whole(row, "id")?),
        letter: text(row, "letter")?,
        to: rows::address(&text(row, "recipient")?)?,
        case: rows::some_case(&text(row, "case_no")?)?,
        created_at: rows::instant(&text(row, "created_at")?)?,
    })
}

/// Letters of ours that a mail quotes by their Message-ID. The ID is keyed, so that naming one proves to have had it.
async fn answered(tx: &mut Tx, ids: &[String]) -> Result<Vec<SentLetter>, StoreFault> {
    let mut out = vec![];
    let mut seen = BTreeSet::new();
    for id in ids.iter().filter(|id| id.starts_with("clerk.") && seen.insert(id.as_str())) {
        let row = sqlx::query("SELECT id, letter, recipient, case_no, created_at FROM outbox WHERE message_id = $1")
            .bind(id)
            .fetch_optional(&mut **tx)
            .await?;
        out.extend(row.as_ref().map(letter).transpose()?);
    }
    Ok(out)
}

async fn recent(tx: &mut Tx, to: &EmailAddress, now: Timestamp) -> Result<Vec<SentLetter>, StoreFault> {
    let since = Timestamp::from_second(now.as_second() - RECENT_SECONDS).unwrap_or(now);
    let found = sqlx::query("SELECT id, letter, recipient, case_no, created_at FROM outbox WHERE recipient = $1 AND created_at >= $2 ORDER BY id")
        .bind(to.folded())
        .bind(stamp(since))
        .fetch_all(&mut **tx)
        .await?;
    found.iter().map(letter).collect()
}

/// The application of a case.
pub async fn by_case(tx: &mut Tx, case: &CaseId) -> Result<Option<Application>, StoreFault> {
    match ids_of(tx, "SELECT id FROM application WHERE case_no = $1", &case.to_string()).await?.first() {
        Some(id) => Ok(Some(application(tx, *id).await?)),
        None => Ok(None),
    }
}
