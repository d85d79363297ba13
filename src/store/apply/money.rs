//! What happens to money. A day stands on one live line of each side: the table `billed` refuses a second.

use super::super::{StoreFault, Tx, stamp};
use super::deployments;
use crate::domain::change::MoneyChange;
use crate::domain::invoice::{Invoice, InvoiceId, Line};
use jiff::Timestamp;
use sqlx::Row as _;

pub async fn apply(tx: &mut Tx, change: &MoneyChange, now: Timestamp) -> Result<(), StoreFault> {
    match change {
        MoneyChange::Drafted { invoice } => drafted(tx, invoice).await?,
        MoneyChange::Dropped { invoice, because } => {
            sqlx::query("UPDATE invoice SET state = 'dropped', because = $2 WHERE id = $1 AND state <> 'issued'")
                .bind(invoice.0)
                .bind(because)
                .execute(&mut **tx)
                .await?;
            free(tx, *invoice).await?;
        }
        MoneyChange::Issued { invoice, number, on, due, by, document } => {
            // A number once drawn is never drawn again: the index refuses it, and with it the whole step.
            sqlx::query(
                "UPDATE invoice SET state = 'issued', series = $2, year = $3, number = $4, issued_on = $5, due_on = $6,
                        document = $7, issued_by = $8 WHERE id = $1 AND state <> 'issued'",
            )
            .bind(invoice.0)
            .bind(number.prefix())
            .bind(i64::from(number.year()))
            .bind(i64::from(number.number()))
            .bind(on.to_string())
            .bind(due.map(|day| day.to_string()).unwrap_or_default())
            .bind(document)
            .bind(by)
            .execute(&mut **tx)
            .await?;
            // What a credit note takes back may be billed again; days that were paid in advance come free with the whole line.
            sqlx::query(
                "DELETE FROM billed WHERE EXISTS (
                     SELECT 1 FROM invoice_line AS note JOIN invoice_line AS line ON line.id = note.credits
                     WHERE note.invoice_id = $1 AND line.id = billed.line_id AND (note.visit_id = billed.visit_id
                           OR (line.visit_id IS NULL AND line.half_days > 0 AND note.half_days = line.half_days)))",
            )
            .bind(invoice.0)
            .execute(&mut **tx)
            .await?;
        }
        MoneyChange::Posted { invoice, at } => {
            sqlx::query("UPDATE invoice SET posted_at = $2 WHERE id = $1")
                .bind(invoice.0)
                .bind(stamp(*at))
                .execute(&mut **tx)
                .await?;
        }
        MoneyChange::Covered { visit, line } => {
            sqlx::query("INSERT INTO billed (visit_id, side, line_id) VALUES ($1, 'sale', $2)")
                .bind(visit.0)
                .bind(line.0)
                .execute(&mut **tx)
                .await?;
        }
        MoneyChange::Paid { invoice, payment } => {
            // A bank statement that is brought in a second time changes nothing.
            sqlx::query(
                "INSERT INTO payment (invoice_id, paid_on, pence, bank_ref, noted_at, noted_by)
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            )
            .bind(invoice.0)
            .bind(payment.on.to_string())
            .bind(payment.amount.0)
            .bind(&payment.bank_ref)
            .bind(stamp(now))
            .bind(&payment.by)
            .execute(&mut **tx)
            .await?;
        }
        MoneyChange::Reminded { invoice, step } => {
            sqlx::query("UPDATE invoice SET reminded = $2 WHERE id = $1")
                .bind(invoice.0)
                .bind(i64::from(*step))
                .execute(&mut **tx)
                .await?;
        }
        MoneyChange::Quiet { invoice, until } => {
            sqlx::query("UPDATE invoice SET quiet_until = $2 WHERE id = $1")
                .bind(invoice.0)
                .bind(until.to_string())
                .execute(&mut **tx)
                .await?;
        }
        MoneyChange::FundSet { name, payer, cap, by } => {
            sqlx::query(
                "INSERT INTO fund (name, payer, cap, set_at, set_by) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (name) DO UPDATE SET payer = excluded.payer, cap = excluded.cap, set_at = excluded.set_at,
                 set_by = excluded.set_by",
            )
            .bind(name)
            .bind(payer)
            .bind(cap.0)
            .bind(stamp(now))
            .bind(by)
            .execute(&mut **tx)
            .await?;
        }
        MoneyChange::Drawn { visit, fund, amount } => {
            sqlx::query("INSERT INTO drawn (visit_id, fund_id, pence, at) VALUES ($1, (SELECT id FROM fund WHERE name = $2), $3, $4)")
                .bind(visit.0)
                .bind(fund)
                .bind(amount.0)
                .bind(stamp(now))
                .execute(&mut **tx)
                .await?;
        }
        MoneyChange::Swapped { visit, gives, gets, half_days } => {
            sqlx::query("INSERT INTO swap (visit_id, gives, gets, half_days, at) VALUES ($1, $2, $3, $4, $5)")
                .bind(visit.0)
                .bind(gives)
                .bind(gets)
                .bind(i64::from(half_days.0))
                .bind(stamp(now))
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

/// The visits of a draft that was dropped may be billed again, and the lines that it took back may be taken back again.
async fn free(tx: &mut Tx, invoice: InvoiceId) -> Result<(), StoreFault> {
    sqlx::query(
        "DELETE FROM billed WHERE line_id IN (SELECT invoice_line.id FROM invoice_line JOIN invoice ON invoice.id = invoice_id
                                              WHERE invoice.id = $1 AND state = 'dropped')",
    )
    .bind(invoice.0)
    .execute(&mut **tx)
    .await?;
    sqlx::query(
        "UPDATE invoice_line SET credits = NULL
         WHERE invoice_id = (SELECT id FROM invoice WHERE id = $1 AND state = 'dropped')",
    )
    .bind(invoice.0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn drafted(tx: &mut Tx, invoice: &Invoice) -> Result<(), StoreFault> {
    let id: i64 = sqlx::query(
        "INSERT INTO invoice (kind, series, programme, school, urn, email, po_number, their_number,
                              in_advance, corrects, because, drafted_at, net, vat, gross, year, number, state,
                              issued_on, due_on, issued_by, document)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
         RETURNING id",
    )
    .bind(invoice.kind.word())
    .bind(&invoice.series)
    .bind(invoice.programme.as_str())
    .bind(&invoice.school)
    .bind(invoice.urn.map_or(0, |urn| i64::from(urn.0)))
    .bind(invoice.email.folded())
    .bind(&invoice.po_number)
    .bind(&invoice.their_number)
    .bind(invoice.in_advance)
    .bind(invoice.corrects.map(|corrected| corrected.0))
    .bind(&invoice.because)
    .bind(stamp(invoice.drafted_at))
    .bind(invoice.net.0)
    .bind(invoice.vat.0)
    .bind(invoice.gross.0)
    .bind(invoice.number.as_ref().map_or(0, |number| i64::from(number.year())))
    .bind(invoice.number.as_ref().map_or(0, |number| i64::from(number.number())))
    .bind(invoice.state.word())
    .bind(invoice.issued_on.map(|day| day.to_string()).unwrap_or_default())
    .bind(invoice.due_on.map(|day| day.to_string()).unwrap_or_default())
    .bind(&invoice.issued_by)
    .bind(&invoice.document)
    .fetch_one(&mut **tx)
    .await?
    .try_get("id")?;
    for (place, line) in (1_i64..).zip(&invoice.lines) {
        let line_id = put_line(tx, id, place, line).await?;
        // A credit note's lines name the days that it takes back, and do not bill them.
        if let Some(visit) = line.visit.filter(|_| !invoice.kind.is_credit()) {
            sqlx::query("INSERT INTO billed (visit_id, side, line_id) VALUES ($1, $2, $3)")
                .bind(visit.0)
                .bind(invoice.kind.side().word())
                .bind(line_id)
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

async fn put_line(tx: &mut Tx, invoice: i64, place: i64, line: &Line) -> Result<i64, StoreFault> {
    let deployment = match &line.deployment {
        Some(number) => Some(deployments::id_of(tx, number).await?),
        None => None,
    };
    Ok(sqlx::query(
        "INSERT INTO invoice_line (invoice_id, place, deployment_id, visit_id, what, half_days, day_rate, net, vat_code,
                                   vat_basis_points, nominal, credits, day, who)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id",
    )
    .bind(invoice)
    .bind(place)
    .bind(deployment)
    .bind(line.visit.map(|visit| visit.0))
    .bind(&line.what)
    .bind(i64::from(line.half_days.0))
    .bind(line.day_rate.0)
    .bind(line.net.0)
    .bind(line.vat_code.word())
    .bind(line.vat_basis_points)
    .bind(&line.nominal)
    .bind(line.credits.map(|credited| credited.0))
    .bind(line.day.map(|day| day.to_string()).unwrap_or_default())
    .bind(&line.who)
    .fetch_one(&mut **tx)
    .await?
    .try_get("id")?)
}
