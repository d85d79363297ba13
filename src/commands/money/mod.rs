//! What coordinators say about money: drafts, numbers, credit notes, payments, funds, and what is charged otherwise.

pub mod charge;
pub mod credit;
pub mod draft;
pub mod fund;
pub mod home_invoice;
pub mod order_number;
pub mod paid;
pub mod send;
pub mod statement;

use super::said::{Said, read_past_date};
use super::{Order, Refusal};
use super::{misunderstood, refused};
use crate::billing::Books;
use crate::domain::facts::Facts;
use crate::domain::invoice::Invoice;
use crate::domain::{CaseId, civil};
use jiff::civil::Date;

fn books<'a>(order: &Order<'a>) -> Books<'a> {
    Books::new(order.config, order.facts, order.now)
}

/// `INV-2027-0001 …`: a document's number, and the rest.
fn document<'a>(said: &Said<'a>) -> Result<(CaseId, Said<'a>), Refusal> {
    let (word, rest) = said.word();
    match CaseId::parse(word.trim_end_matches([',', ':'])) {
        Ok(number) => Ok((number, rest)),
        Err(_) => misunderstood("Which document? Expected its number, as in `INV-2027-0001`."),
    }
}

fn known<'f>(facts: &'f Facts, number: &CaseId) -> Result<&'f Invoice, Refusal> {
    facts.invoice(number).ok_or_else(|| {
        Refusal::Refused(format!("There is no {number}. `alliance-clerk invoices` lists what has been issued."))
    })
}

/// `on 3 May 2027`: a day that lies behind. Without its year it is of this one, or of the last.
fn day_behind(text: &str, today: Date) -> Result<Date, Refusal> {
    match read_past_date(text, today) {
        Some(day) if day <= today => Ok(day),
        Some(day) => refused(format!("{} has not come yet.", civil::date_in_words(day))),
        None => misunderstood(format!("`{text}` is no date, as in `3 May 2027`.")),
    }
}

/// A name in quotation marks at the beginning, and the rest.
fn quoted<'a>(said: &Said<'a>) -> Option<(&'a str, Said<'a>)> {
    const PAIRS: [(char, char); 4] = [('"', '"'), ('“', '”'), ('‘', '’'), ('\'', '\'')];
    let text = said.text();
    PAIRS.into_iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?;
        let end = inner.find(close)?;
        let name = inner.get(..end)?.trim();
        Some((name, Said::new(inner.get(end + close.len_utf8()..)?))).filter(|_| !name.is_empty())
    })
}

/// `Oakfield School, 5 days, £1,750.00`.
fn in_short(invoice: &Invoice) -> String {
    let days: crate::domain::worked::HalfDays = invoice.lines.iter().map(|line| line.half_days).sum();
    format!("{}, {days}, {}", invoice.school, invoice.gross)
}

/// What a document is called in a sentence.
fn kind_in_words(invoice: &Invoice) -> &'static str {
    let is_advance = invoice.kind == crate::domain::invoice::Kind::Invoice && invoice.in_advance;
    if is_advance { "invoice in advance" } else { invoice.kind.in_words() }
}
