//! Credit notes: the only way in which what an issued document says is taken back.

use super::blank::blank;
use super::{Books, totals};
use crate::domain::civil::date_in_words;
use crate::domain::invoice::{Invoice, Kind, Line, LineId, State};
use crate::domain::money::Pence;
use crate::domain::worked::HalfDays;
use jiff::civil::Date;

/// What of a document is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// All that has not been taken back yet.
    Whole,
    /// The visits of these days, and their part of a fee.
    Days(Vec<Date>),
    /// So much of what was paid in advance.
    Advance(HalfDays),
}

/// A credit note for an issued document, as a draft.
///
/// # Errors
/// A sentence for whoever asked for it.
pub fn credit(books: &Books<'_>, invoice: &Invoice, taken: &Taken, because: &str) -> Result<Invoice, String> {
    let policy = &books.config.billing.invoices;
    let number = invoice.number.as_ref().map(ToString::to_string).unwrap_or_default();
    let (kind, series) = match invoice.kind {
        Kind::Invoice => (Kind::CreditNote, &policy.credit_series),
        Kind::SelfBilling => (Kind::SelfCredit, &policy.self_credit_series),
        Kind::CreditNote | Kind::SelfCredit => {
            return Err(format!("{number} is a credit note itself; draft the days anew instead."));
        }
        Kind::HomeInvoice => {
            return Err(format!("{number} is the home school’s own invoice: it sends its own credit note."));
        }
        Kind::TimeSheet => return Err(format!("{number} is a time sheet, and no money of ours.")),
    };
    if invoice.state != State::Issued {
        return Err("Only what has been issued can be credited; a draft is dropped.".to_owned());
    }
    let lines = match taken {
        Taken::Whole => invoice.lines.iter().filter_map(|line| rest_of(books, line)).collect(),
        Taken::Days(days) => of_days(books, invoice, days)?,
        Taken::Advance(half_days) => vec![of_advance(books, invoice, *half_days)?],
    };
    let lines: Vec<Line> = lines;
    if lines.is_empty() {
        return Err(format!("All of {number} has been credited already."));
    }
    let (net, vat, gross) = totals(&books.config.billing, &lines).map_err(|e| e.to_string())?;
    Ok(Invoice {
        school: invoice.school.clone(),
        urn: invoice.urn,
        po_number: invoice.po_number.clone(),
        corrects: Some(invoice.id),
        because: because.to_owned(),
        lines,
        net,
        vat,
        gross,
        ..blank(books, kind, series, &invoice.programme, &invoice.email)
    })
}

/// What live credit notes have taken back of a line.
pub(super) fn taken_back(books: &Books<'_>, line: LineId) -> (HalfDays, Pence) {
    let notes = books.facts.invoices.iter().filter(|note| note.kind.is_credit() && note.state != State::Dropped);
    let lines = notes.flat_map(|note| &note.lines).filter(|taken| taken.credits == Some(line));
    lines.fold((HalfDays::NONE, Pence::ZERO), |(days, sum), taken| {
        ([days, taken.half_days].into_iter().sum(), [sum, taken.net].into_iter().sum())
    })
}

fn note_line(line: &Line, half_days: HalfDays, net: Pence) -> Line {
    Line { id: LineId(0), credits: Some(line.id), half_days, net, covered: HalfDays::NONE, ..line.clone() }
}

/// What is left of a line; nothing where all of it has been taken back.
fn rest_of(books: &Books<'_>, line: &Line) -> Option<Line> {
    let (days, sum) = taken_back(books, line.id);
    let net = line.net.checked_sub(sum).filter(|net| *net > Pence::ZERO)?;
    Some(note_line(line, line.half_days.less(days), net))
}

fn of_days(books: &Books<'_>, invoice: &Invoice, days: &[Date]) -> Result<Vec<Line>, String> {
    let number = invoice.number.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut lines = vec![];
    for day in days {
        let found: Vec<&Line> = invoice.lines.iter().filter(|line| line.day == Some(*day)).collect();
        if found.is_empty() {
            return Err(format!("No visit of {} is on {number}.", date_in_words(*day)));
        }
        let rest: Vec<Line> = found.into_iter().filter_map(|line| rest_of(books, line)).collect();
        if rest.is_empty() {
            return Err(format!("{} has been credited already.", date_in_words(*day)));
        }
        lines.extend(rest);
    }
    // A fee on top goes back with the days that it was for: by their part of what the document charges for them.
    for fee in invoice.lines.iter().filter(|line| line.visit.is_none() && line.half_days == HalfDays::NONE) {
        let of_it = |line: &&Line| line.deployment == fee.deployment && line.visit.is_some();
        let all: i64 = invoice.lines.iter().filter(of_it).map(|line| i64::from(line.half_days.0)).sum();
        let back: i64 = lines.iter().filter(of_it).map(|line| i64::from(line.half_days.0)).sum();
        let (_, sum) = taken_back(books, fee.id);
        let part = fee.net.checked_part(back, all.max(1)).unwrap_or(Pence::ZERO);
        let left = fee.net.checked_sub(sum).unwrap_or(Pence::ZERO);
        if part.min(left) > Pence::ZERO {
            lines.push(note_line(fee, HalfDays::NONE, part.min(left)));
        }
    }
    Ok(lines)
}

fn of_advance(books: &Books<'_>, invoice: &Invoice, half_days: HalfDays) -> Result<Line, String> {
    let line = invoice
        .lines
        .iter()
        .find(|line| line.visit.is_none() && line.half_days > HalfDays::NONE)
        .ok_or("Nothing on it was paid in advance; please name the days, as in `on 12 May, 13 May`.")?;
    let (days, _) = taken_back(books, line.id);
    let left = line.half_days.less(days).less(line.covered);
    if half_days > left || half_days == HalfDays::NONE {
        return Err(format!("{left} of it can be credited: the rest was worked, or credited before."));
    }
    let net = line.day_rate.checked_part(i64::from(half_days.0), 2).ok_or("That is more than can be counted.")?;
    Ok(note_line(line, half_days, net))
}
