//! Invoices, credit notes and statements, with their lines and what was paid; funds and swaps.

use super::super::rows::{self, text, whole};
use super::super::{Store, StoreFault, Tx};
use crate::domain::facts::Ledger;
use crate::domain::invoice::{
    Fund, Invoice, InvoiceId, Kind, Line, LineId, Payment, Place, Side, Standing, State, VatCode,
};
use crate::domain::money::Pence;
use crate::domain::register::Urn;
use crate::domain::visit::VisitId;
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, deployment};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;

/// Documents that a lookup asks for: by their numbers, by what of the ledger is wanted, and whatever takes lines of them
/// back, in the order in which they were drafted.
pub async fn invoices(tx: &mut Tx, named: &[String], wanted: Ledger) -> Result<Vec<Invoice>, StoreFault> {
    let numbers: Vec<serde_json::Value> = named
        .iter()
        .filter_map(|case| CaseId::parse(case).ok())
        .map(|case| serde_json::json!([case.prefix(), case.year(), case.number()]))
        .collect();
    let Ledger { unbilled, drafts, open, next_unposted } = wanted;
    if numbers.is_empty() && !(unbilled || drafts || open || next_unposted) {
        return Ok(vec![]);
    }
    let found = sqlx::query(
        "WITH wanted_number AS (SELECT value ->> 0 AS series, value ->> 1 AS year, value ->> 2 AS number FROM json_each($1)),
              found AS (
                  SELECT invoice.id FROM wanted_number AS w
                         JOIN invoice ON invoice.series = w.series AND invoice.year = w.year AND invoice.number = w.number
                         WHERE invoice.number > 0
                  UNION SELECT id FROM invoice WHERE $2 AND state = 'draft'
                  UNION SELECT id FROM invoice WHERE $3 AND in_advance = 1 AND state <> 'dropped'
                  UNION SELECT * FROM (SELECT id FROM invoice WHERE $5 AND state = 'issued' AND posted_at = ''
                                       AND kind <> 'home_invoice' ORDER BY id LIMIT 1)
                  UNION SELECT invoice.id FROM invoice WHERE $4 AND state = 'issued'
                        AND kind IN ('invoice', 'self_billing', 'home_invoice') AND
                        gross <> (SELECT COALESCE(SUM(pence), 0) FROM payment WHERE payment.invoice_id = invoice.id)
                               - (SELECT COALESCE(SUM(gross), 0) FROM invoice AS note
                                  WHERE note.corrects = invoice.id AND note.state = 'issued'))
         SELECT * FROM invoice WHERE id IN (SELECT id FROM found) OR corrects IN (SELECT id FROM found)
               OR id IN (SELECT corrects FROM invoice WHERE id IN (SELECT id FROM found) AND corrects IS NOT NULL) ORDER BY id",
    )
    .bind(serde_json::Value::from(numbers).to_string())
    .bind(drafts)
    .bind(unbilled)
    .bind(open)
    .bind(next_unposted)
    .fetch_all(&mut **tx)
    .await?;
    with_parts(tx, &found).await
}

/// Every document that there is, in the order in which they were drafted.
pub async fn all_invoices(tx: &mut Tx) -> Result<Vec<Invoice>, StoreFault> {
    let found = sqlx::query("SELECT * FROM invoice ORDER BY id").fetch_all(&mut **tx).await?;
    with_parts(tx, &found).await
}

/// Where each day stands, as the tables have it that keep it from standing twice.
pub async fn standings(tx: &mut Tx) -> Result<Vec<Standing>, StoreFault> {
    let found = sqlx::query(
        "SELECT visit_id, side AS place, line_id AS line, '' AS one, '' AS other, 0 AS many FROM billed
         UNION ALL SELECT visit_id, 'fund', 0, fund.name, '', pence FROM drawn JOIN fund ON fund.id = fund_id
         UNION ALL SELECT visit_id, 'swap', 0, gives, gets, half_days FROM swap ORDER BY 1, 2",
    )
    .fetch_all(&mut **tx)
    .await?;
    found.iter().map(standing).collect()
}

fn standing(row: &SqliteRow) -> Result<Standing, StoreFault> {
    let word = text(row, "place")?;
    let many = whole(row, "many")?;
    let place = match (Side::read(&word), word.as_str()) {
        (Some(side), _) => Place::Line(side, LineId(whole(row, "line")?)),
        (None, "fund") => Place::Fund { name: text(row, "one")?, amount: Pence(many) },
        (None, "swap") => Place::Swap {
            gives: text(row, "one")?,
            gets: text(row, "other")?,
            half_days: HalfDays(u32::try_from(many).unwrap_or(u32::MAX)),
        },
        (None, _) => return Err(rows::Unreadable { what: "where a day stands", value: word }.into()),
    };
    Ok(Standing { visit: VisitId(whole(row, "visit_id")?), place })
}

/// With their lines and what was paid.
async fn with_parts(tx: &mut Tx, found: &[SqliteRow]) -> Result<Vec<Invoice>, StoreFault> {
    if found.is_empty() {
        return Ok(vec![]);
    }
    let mut all: Vec<Invoice> = found.iter().map(of_row).collect::<Result<_, _>>()?;
    let ids: Vec<i64> = all.iter().map(|invoice| invoice.id.0).collect();
    let list = serde_json::Value::from(ids).to_string();
    let lines = sqlx::query(
        "SELECT invoice_line.*,
                CASE WHEN visit_id IS NULL THEN (SELECT COALESCE(SUM(visit.half_days), 0) FROM billed
                     JOIN visit ON visit.id = billed.visit_id WHERE billed.line_id = invoice_line.id) ELSE 0 END AS covered,
                COALESCE(deployment.year, 0) AS dep_year, COALESCE(deployment.number, 0) AS dep_number
         FROM invoice_line LEFT JOIN deployment ON deployment.id = deployment_id
         WHERE invoice_id IN (SELECT value FROM json_each($1)) ORDER BY invoice_id, place",
    )
    .bind(&list)
    .fetch_all(&mut **tx)
    .await?;
    for row in &lines {
        if let Some(invoice) = of_id(&mut all, whole(row, "invoice_id")?) {
            invoice.lines.push(line(row)?);
        }
    }
    let payments = sqlx::query(
        "SELECT * FROM payment WHERE invoice_id IN (SELECT value FROM json_each($1)) ORDER BY invoice_id, paid_on, id",
    )
    .bind(&list)
    .fetch_all(&mut **tx)
    .await?;
    for row in &payments {
        if let Some(invoice) = of_id(&mut all, whole(row, "invoice_id")?) {
            invoice.payments.push(Payment {
                on: rows::day(&text(row, "paid_on")?)?,
                amount: Pence(whole(row, "pence")?),
                bank_ref: text(row, "bank_ref")?,
                by: text(row, "noted_by")?,
            });
        }
    }
    Ok(all)
}

fn of_id(all: &mut [Invoice], id: i64) -> Option<&mut Invoice> {
    all.binary_search_by_key(&id, |invoice| invoice.id.0).ok().and_then(|at| all.get_mut(at))
}

fn of_row(row: &SqliteRow) -> Result<Invoice, StoreFault> {
    let (kind, state) = (text(row, "kind")?, text(row, "state")?);
    let (series, number) = (text(row, "series")?, whole(row, "number")?);
    let year = i16::try_from(whole(row, "year")?).unwrap_or(i16::MAX);
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    let urn = u32::try_from(whole(row, "urn")?).unwrap_or(0);
    Ok(Invoice {
        id: InvoiceId(whole(row, "id")?),
        kind: Kind::read(&kind).ok_or(rows::Unreadable { what: "the kind of an invoice", value: kind })?,
        number: (number > 0).then(|| CaseId::new(&series, year, number)),
        series,
        state: State::read(&state).ok_or(rows::Unreadable { what: "the state of an invoice", value: state })?,
        programme: rows::programme(&text(row, "programme")?)?,
        school: text(row, "school")?,
        urn: (urn > 0).then_some(Urn(urn)),
        email: rows::address(&text(row, "email")?)?,
        po_number: text(row, "po_number")?,
        their_number: text(row, "their_number")?,
        in_advance: whole(row, "in_advance")? != 0,
        corrects: row.try_get::<Option<i64>, _>("corrects")?.map(InvoiceId),
        because: text(row, "because")?,
        drafted_at: rows::instant(&text(row, "drafted_at")?)?,
        issued_by: text(row, "issued_by")?,
        issued_on: rows::some_day(&text(row, "issued_on")?)?,
        due_on: rows::some_day(&text(row, "due_on")?)?,
        net: Pence(whole(row, "net")?),
        vat: Pence(whole(row, "vat")?),
        gross: Pence(whole(row, "gross")?),
        lines: vec![],
        payments: vec![],
        reminded: u32::try_from(whole(row, "reminded")?).unwrap_or(u32::MAX),
        quiet_until: rows::some_day(&text(row, "quiet_until")?)?,
        posted_at: rows::some_instant(&text(row, "posted_at")?)?,
        document: text(row, "document")?,
    })
}

fn line(row: &SqliteRow) -> Result<Line, StoreFault> {
    let code = text(row, "vat_code")?;
    let (year, number) = (whole(row, "dep_year")?, whole(row, "dep_number")?);
    let year = i16::try_from(year).unwrap_or(i16::MAX);
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Line {
        id: LineId(whole(row, "id")?),
        deployment: (number > 0).then(|| CaseId::new(deployment::PREFIX, year, number)),
        visit: row.try_get::<Option<i64>, _>("visit_id")?.map(VisitId),
        what: text(row, "what")?,
        day: rows::some_day(&text(row, "day")?)?,
        who: text(row, "who")?,
        half_days: HalfDays(u32::try_from(whole(row, "half_days")?).unwrap_or(u32::MAX)),
        day_rate: Pence(whole(row, "day_rate")?),
        net: Pence(whole(row, "net")?),
        vat_code: VatCode::read(&code).ok_or(rows::Unreadable { what: "a VAT treatment", value: code })?,
        vat_basis_points: whole(row, "vat_basis_points")?,
        nominal: text(row, "nominal")?,
        credits: row.try_get::<Option<i64>, _>("credits")?.map(LineId),
        covered: HalfDays(u32::try_from(whole(row, "covered")?).unwrap_or(u32::MAX)),
    })
}

pub async fn funds(tx: &mut Tx) -> Result<Vec<Fund>, StoreFault> {
    let found = sqlx::query(
        "SELECT name, payer, cap, (SELECT COALESCE(SUM(pence), 0) FROM drawn WHERE fund_id = fund.id) AS drawn
         FROM fund ORDER BY id",
    )
    .fetch_all(&mut **tx)
    .await?;
    let fund = |row: &SqliteRow| {
        Ok(Fund {
            name: text(row, "name")?,
            payer: text(row, "payer")?,
            cap: Pence(whole(row, "cap")?),
            drawn: Pence(whole(row, "drawn")?),
        })
    };
    found.iter().map(fund).collect()
}

/// What schools gave and got of each other.
pub async fn swaps(tx: &mut Tx) -> Result<Vec<(String, String, HalfDays)>, StoreFault> {
    let found =
        sqlx::query("SELECT gives, gets, SUM(half_days) AS half_days FROM swap GROUP BY gives, gets ORDER BY 1, 2")
            .fetch_all(&mut **tx)
            .await?;
    let swap = |row: &SqliteRow| {
        let half_days = u32::try_from(whole(row, "half_days")?).unwrap_or(u32::MAX);
        Ok((text(row, "gives")?, text(row, "gets")?, HalfDays(half_days)))
    };
    found.iter().map(swap).collect()
}

impl Store {
    /// Whether a document has been issued whose letter is still to be written.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn has_unposted_documents(&self) -> Result<bool, StoreFault> {
        let row = sqlx::query(
            "SELECT 1 FROM invoice WHERE state = 'issued' AND posted_at = '' AND kind <> 'home_invoice' LIMIT 1",
        )
        .fetch_optional(self.reader())
        .await?;
        Ok(row.is_some())
    }
}

/// The next free number of each series and year of the accounts that has any.
pub async fn next_numbers(tx: &mut Tx) -> Result<BTreeMap<(String, i16), u32>, StoreFault> {
    let found =
        sqlx::query("SELECT series, year, MAX(number) + 1 AS next FROM invoice WHERE number > 0 GROUP BY series, year")
            .fetch_all(&mut **tx)
            .await?;
    let mut next = BTreeMap::new();
    for row in &found {
        let year = i16::try_from(whole(row, "year")?).unwrap_or(i16::MAX);
        next.insert((text(row, "series")?, year), u32::try_from(whole(row, "next")?).unwrap_or(u32::MAX));
    }
    Ok(next)
}
