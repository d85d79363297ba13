//! The sales day book: a row for each line of what was issued to whoever pays, credit notes below nought.

use super::{Range, day};
use crate::billing::Books;
use crate::config::billing::SalesColumn;
use crate::domain::invoice::{Invoice, Kind, Line, State};
use crate::domain::money::Pence;
use crate::sheets::{self, Column, Sheet, Value};
use std::collections::BTreeMap;

pub fn sales(books: &Books<'_>, range: Range) -> Sheet {
    let columns = &books.config.billing.exports.sales;
    let wanted = books.facts.invoices.iter().filter(|invoice| {
        matches!(invoice.kind, Kind::Invoice | Kind::CreditNote)
            && invoice.state == State::Issued
            && invoice.issued_on.is_some_and(|day| range.includes(day))
    });
    let mut wanted: Vec<&Invoice> = wanted.collect();
    wanted.sort_by(|one, other| (one.issued_on, &one.number).cmp(&(other.issued_on, &other.number)));
    let rows = wanted.into_iter().flat_map(|invoice| {
        let vat = vat_of_lines(invoice);
        invoice
            .lines
            .iter()
            .zip(vat)
            .map(move |(line, vat)| columns.iter().map(|column| cell(books, *column, invoice, line, vat)).collect())
    });
    Sheet {
        name: "Sales".to_owned(),
        columns: columns.iter().map(|column| heading(*column)).collect(),
        rows: rows.collect(),
    }
}

/// What of an invoice's VAT falls on each line. VAT is worked out on the sum of its lines, and is shared out so that the shares
/// are that sum again: each line has what it adds to the whole.
fn vat_of_lines(invoice: &Invoice) -> Vec<Pence> {
    let mut so_far: BTreeMap<i64, Pence> = BTreeMap::new();
    let share = |line: &Line| {
        if invoice.vat.is_zero() {
            return Pence::ZERO;
        }
        let sum = so_far.entry(line.vat_basis_points).or_default();
        let before = sum.checked_percentage(line.vat_basis_points).unwrap_or_default();
        *sum = [*sum, line.net].into_iter().sum();
        let after = sum.checked_percentage(line.vat_basis_points).unwrap_or_default();
        after.checked_sub(before).unwrap_or_default()
    };
    invoice.lines.iter().map(share).collect()
}

fn heading(column: SalesColumn) -> Column {
    let (header, width, kind) = match column {
        SalesColumn::Kind => ("kind", 6, sheets::Kind::Text),
        SalesColumn::Number => ("number", 15, sheets::Kind::Text),
        SalesColumn::Date => ("date", 12, sheets::Kind::Date),
        SalesColumn::Due => ("due", 12, sheets::Kind::Date),
        SalesColumn::Customer => ("customer", 32, sheets::Kind::Text),
        SalesColumn::Urn => ("urn", 8, sheets::Kind::Text),
        SalesColumn::Order => ("order", 14, sheets::Kind::Text),
        SalesColumn::Deployment => ("deployment", 15, sheets::Kind::Text),
        SalesColumn::Description => ("description", 50, sheets::Kind::Text),
        SalesColumn::Days => ("days", 7, sheets::Kind::Days),
        SalesColumn::Nominal => ("nominal", 9, sheets::Kind::Text),
        SalesColumn::VatCode => ("vat_code", 9, sheets::Kind::Text),
        SalesColumn::Net => ("net", 12, sheets::Kind::Money),
        SalesColumn::Vat => ("vat", 12, sheets::Kind::Money),
        SalesColumn::Gross => ("gross", 12, sheets::Kind::Money),
    };
    Column::new(header, width, kind)
}

fn cell(books: &Books<'_>, column: SalesColumn, invoice: &Invoice, line: &Line, vat: Pence) -> Value {
    let signed = |amount: i64| if invoice.kind.is_credit() { amount.saturating_neg() } else { amount };
    match column {
        // As finance systems call them: sales invoice, sales credit.
        SalesColumn::Kind => Value::text(if invoice.kind.is_credit() { "SC" } else { "SI" }),
        SalesColumn::Number => Value::text(invoice.name()),
        SalesColumn::Date => day(invoice.issued_on),
        SalesColumn::Due => day(invoice.due_on),
        SalesColumn::Customer => Value::text(&invoice.school),
        // The register's; or what policy says of a buyer, as the page has it.
        SalesColumn::Urn => {
            let said = || books.config.billing.buyer(&invoice.school, invoice.urn).map(|buyer| buyer.urn.clone());
            let urn = invoice.urn.map(|urn| urn.to_string()).or_else(said).unwrap_or_default();
            if urn.is_empty() { Value::Blank } else { Value::text(urn) }
        }
        SalesColumn::Order => Value::text(&invoice.po_number),
        SalesColumn::Deployment => Value::text(line.deployment.as_ref().map(ToString::to_string).unwrap_or_default()),
        SalesColumn::Description => Value::text(description(line)),
        SalesColumn::Days => Value::HalfDays(signed(i64::from(line.half_days.0))),
        SalesColumn::Nominal => Value::text(&line.nominal),
        SalesColumn::VatCode => Value::text(books.config.billing.exports.vat_codes.of(line.vat_code)),
        SalesColumn::Net => Value::Pence(signed(line.net.0)),
        SalesColumn::Vat => Value::Pence(signed(vat.0)),
        SalesColumn::Gross => Value::Pence(signed(line.net.0.saturating_add(vat.0))),
    }
}

/// `Mathematics in Year 4, Priya Nair, 6 May 2027`.
fn description(line: &Line) -> String {
    let day = line.day.map(crate::domain::civil::date_in_short);
    let parts = [Some(line.what.clone()), Some(line.who.clone()).filter(|who| !who.is_empty()), day];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
