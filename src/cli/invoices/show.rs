//! One document, with the message that each of its lines comes from; and written out again as it was issued.

use super::{Failure, Place, corrected, days, line, open, print, print_json, summary};
use crate::billing::{self, Books};
use crate::domain::civil::date_in_short;
use crate::domain::invoice::{Invoice, Kind, Line, State};
use crate::domain::money::Pence;
use crate::domain::visit::Visit;
use crate::einvoice::{self, InvoiceDocument};
use crate::render::Renderer;
use serde_json::{Value, json};
use std::path::Path;

/// As what a document is written.
#[derive(Clone, Copy)]
pub enum Form {
    Pdf,
    Ubl,
    Cii,
}

pub fn write(books: &Books<'_>, invoice: &Invoice, form: Form, file: &Path) -> Result<(), Failure> {
    let name = invoice.name();
    let is_time_sheet = invoice.kind == Kind::TimeSheet;
    let save = |bytes: Vec<u8>| {
        std::fs::write(file, bytes)
            .map_err(|e| Failure::fault(format!("{} could not be written: {e}; is its folder there?", file.display())))
    };
    if let (State::Draft, Form::Pdf) = (invoice.state, form) {
        let document = billing::preview(books, invoice)
            .map_err(|why| Failure::refused(format!("{name} cannot be issued as it stands: {why}")))?;
        save(Renderer::new(books.config)?.draft(&document, is_time_sheet)?)?;
        print(&format!("{name} is in {}, as it would be issued today; it has no number yet.", file.display()));
        return Ok(());
    }
    let why = match (invoice.state, invoice.kind) {
        (State::Issued, Kind::HomeInvoice) => Some("it is the home school’s own invoice"),
        (State::Issued, _) => None,
        (State::Draft, _) => {
            Some("it is a draft, and becomes an electronic invoice when it is issued (--pdf shows how it would read)")
        }
        (State::Dropped, _) => Some("it was dropped before it became a document"),
    };
    if let Some(why) = why {
        return Err(Failure::refused(format!("{name} cannot be written: {why}.")));
    }
    let document: InvoiceDocument = serde_json::from_str(&invoice.document)
        .map_err(|e| Failure::fault(format!("{name} is issued, and its document cannot be read back: {e}.")))?;
    let electronic = |bytes: Result<Vec<u8>, einvoice::Faults>| {
        if is_time_sheet {
            return Err(Failure::refused(format!(
                "{name} is a time sheet, and no invoice: there is only its page (--pdf)."
            )));
        }
        bytes.map_err(|faults| Failure::refused(format!("{name} cannot be written so: {faults}")))
    };
    let bytes = match form {
        Form::Pdf => Renderer::new(books.config)?.issued(&document, is_time_sheet)?,
        Form::Ubl => electronic(einvoice::ubl(&document))?,
        Form::Cii => electronic(einvoice::cii(&document))?,
    };
    save(bytes)?;
    print(&format!("{name} is in {}, as it was issued.", file.display()));
    Ok(())
}

fn visit_of<'a>(books: &Books<'a>, line: &Line) -> Option<&'a Visit> {
    let id = line.visit?;
    books.facts.visits.iter().find(|visit| visit.id == id)
}

/// Credit notes that take something of it back, drafts among them.
fn notes<'a>(books: &Books<'a>, invoice: &'a Invoice) -> impl Iterator<Item = &'a Invoice> {
    books.facts.invoices.iter().filter(|note| note.corrects == Some(invoice.id) && note.state != State::Dropped)
}

pub fn details(books: &Books<'_>, invoice: &Invoice) -> Value {
    let mut all = summary(books, invoice);
    let row = |line: &Line| {
        let visit = visit_of(books, line);
        json!({
            "what": line.what,
            "deployment": line.deployment.as_ref().map(ToString::to_string),
            "visit": line.visit.map(|visit| visit.0),
            "day": line.day.map(|day| day.to_string()),
            "who": super::super::inbox::none_if_empty(&line.who),
            "days": days(line.half_days),
            "day_rate_pence": line.day_rate,
            "net_pence": line.net,
            "vat": line.vat_code.word(),
            "nominal": line.nominal,
            "message": visit.and_then(|visit| visit.message).map(|message| message.0),
            "logged_by": visit.map(|visit| visit.logged_by.as_str()),
        })
    };
    let payments = invoice.payments.iter().map(|payment| {
        json!({
            "on": payment.on.to_string(), "pence": payment.amount, "by": payment.by,
            "bank_ref": super::super::inbox::none_if_empty(&payment.bank_ref),
        })
    });
    let credited = notes(books, invoice).map(|note| {
        json!({ "number": note.name(), "state": note.state.word(), "gross_pence": note.gross, "because": note.because })
    });
    if let Some(all) = all.as_object_mut() {
        let more = [
            ("lines", invoice.lines.iter().map(row).collect::<Value>()),
            ("payments", payments.collect()),
            ("credit_notes", credited.collect()),
        ];
        all.extend(more.map(|(key, value)| (key.to_owned(), value)));
    }
    all
}

pub fn show(place: &Place, books: &Books<'_>, invoice: &Invoice) {
    if place.json {
        print_json(&details(books, invoice));
        return;
    }
    print(&line(books, invoice));
    let order =
        if invoice.po_number.is_empty() { String::new() } else { format!("; order number {}", invoice.po_number) };
    print(&format!("  to: {} <{}>{order}", invoice.school, invoice.email));
    if !invoice.their_number.is_empty() {
        print(&format!("  their number: {}", invoice.their_number));
    }
    if let Some(corrected) = corrected(books, invoice) {
        print(&format!("  corrects {}, because {}", corrected.name(), invoice.because));
    }
    if let Some(day) = invoice.issued_on {
        print(&format!("  issued {day}, let go by {}", invoice.issued_by));
    }
    for line in &invoice.lines {
        print(&format!("  - {}", of_line(books, line)));
    }
    print(&format!("  {} before VAT, {} of VAT: {}", invoice.net, invoice.vat, invoice.gross));
    for payment in &invoice.payments {
        let bank = if payment.bank_ref.is_empty() { String::new() } else { format!(" (bank: {})", payment.bank_ref) };
        print(&format!("  paid {} on {}, noted by {}{bank}", payment.amount, payment.on, payment.by));
    }
    for note in notes(books, invoice) {
        print(&format!(
            "  credited {} by {} ({}), because {}",
            note.gross,
            note.name(),
            note.state.word(),
            note.because
        ));
    }
    match open(books, invoice) {
        left if left.is_zero() => {}
        left if left.is_negative() => {
            print(&format!("  {} too much was paid", left.checked_neg().unwrap_or(Pence::ZERO)));
        }
        left => print(&format!("  {left} is open")),
    }
}

/// `6 May 2027, Priya Nair, 1 day at £350.00: £350.00; DEP-2027-0001, Mathematics in Year 4; message 12`.
fn of_line(books: &Books<'_>, line: &Line) -> String {
    let mut parts: Vec<String> = line.day.map(date_in_short).into_iter().collect();
    if !line.who.is_empty() {
        parts.push(line.who.clone());
    }
    if line.half_days.0 > 0 {
        parts.push(format!("{} at {} a day", line.half_days, line.day_rate));
    }
    let mut said =
        vec![format!("{}: {}", if parts.is_empty() { line.what.clone() } else { parts.join(", ") }, line.net)];
    if let Some(number) = &line.deployment {
        said.push(if parts.is_empty() { number.to_string() } else { format!("{number}, {}", line.what) });
    }
    if let Some(visit) = visit_of(books, line) {
        said.push(match visit.message {
            Some(message) => format!("message {message}"),
            None => format!("entered by {}", visit.logged_by),
        });
    }
    said.join("; ")
}
