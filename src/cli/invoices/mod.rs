//! `invoices`: what was drafted, issued, paid and credited; and what is on no document yet, with the reason.

mod show;

use super::arguments::{InvoiceFilter, InvoicesAction};
use super::place::Place;
use super::{Failure, print, print_json};
use crate::billing::{self, Books};
use crate::domain::CaseId;
use crate::domain::invoice::{Invoice, Kind, State};
use crate::domain::money::Pence;
use crate::domain::schools::folded;
use crate::domain::visit::Visit;
use crate::domain::worked::HalfDays;
use serde_json::{Value, json};

pub async fn run(place: &Place, action: Option<InvoicesAction>, only: &InvoiceFilter) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let now = place.clock(&config, &store).await?.now();
    // Whoever asks for the drafts asks often, and what was issued in ten years need not be read for that.
    let facts = match &action {
        Some(InvoicesAction::Drafts { .. }) => store.drafts(now).await?,
        // The page of a draft is written from what it would be issued from.
        Some(InvoicesAction::Show { number, pdf: Some(_), .. }) if CaseId::parse(number.trim()).is_err() => {
            let drafts = store.drafts(now).await?;
            let named = find(&Books::new(&config, &drafts, now), number).is_ok();
            if named { drafts } else { store.list_ledger().await?.0 }
        }
        None | Some(InvoicesAction::List { .. } | InvoicesAction::Show { .. } | InvoicesAction::Unbilled { .. }) => {
            store.list_ledger().await?.0
        }
    };
    store.close().await;
    let books = Books::new(&config, &facts, now);
    match action {
        None => list(place, &books, only),
        Some(InvoicesAction::List { only }) => list(place, &books, &only),
        Some(InvoicesAction::Show { number, pdf, xml, cii }) => {
            let invoice = find(&books, &number)?;
            let mut written = false;
            for (file, form) in [(pdf, show::Form::Pdf), (xml, show::Form::Ubl), (cii, show::Form::Cii)] {
                if let Some(file) = file {
                    show::write(&books, invoice, form, &file)?;
                    written = true;
                }
            }
            if !written {
                show::show(place, &books, invoice);
            }
            Ok(())
        }
        Some(InvoicesAction::Drafts { only }) => drafts(place, &books, &only),
        Some(InvoicesAction::Unbilled { school }) => {
            unbilled(place, &books, school.as_deref());
            Ok(())
        }
    }
}

fn find<'a>(books: &Books<'a>, number: &str) -> Result<&'a Invoice, Failure> {
    let wanted = number.trim().to_uppercase();
    let case = CaseId::parse(&wanted).ok();
    let is_it = |invoice: &&Invoice| match &case {
        Some(case) => invoice.number.as_ref() == Some(case),
        None => format!("D{}", invoice.id.0) == wanted,
    };
    books.facts.invoices.iter().find(is_it).ok_or_else(|| {
        Failure::refused(format!(
            "there is no document {wanted}; `invoices` lists them, drafts by numbers such as D12."
        ))
    })
}

/// How a listing may be narrowed down.
#[derive(Clone, Copy)]
enum Stands {
    All,
    In(State),
    Open,
    Overdue,
}

struct Only<'f> {
    stands: Stands,
    kind: Option<Kind>,
    school: Option<&'f str>,
}

impl<'f> Only<'f> {
    fn of(filter: &'f InvoiceFilter) -> Result<Self, Failure> {
        let stands = match filter.state.as_deref().map(str::to_lowercase).as_deref() {
            None => Stands::All,
            Some("open") => Stands::Open,
            Some("overdue") => Stands::Overdue,
            Some(word) => Stands::In(State::read(word).ok_or_else(|| {
                Failure::wrong(format!("`{word}` is no state: expected draft, issued, open, overdue or dropped."))
            })?),
        };
        let kind = match &filter.kind {
            None => None,
            Some(word) => Some(Kind::read(&word.to_lowercase().replace('-', "_")).ok_or_else(|| {
                let known: Vec<&str> = Kind::ALL.into_iter().map(Kind::word).collect();
                Failure::wrong(format!("`{word}` is no kind of document: expected {}.", known.join(", ")))
            })?),
        };
        Ok(Self { stands, kind, school: filter.school.as_deref() })
    }

    fn fits(&self, books: &Books<'_>, invoice: &Invoice) -> bool {
        let open = || open(books, invoice) > Pence::ZERO;
        let stands = match self.stands {
            Stands::All => invoice.state != State::Dropped,
            Stands::In(state) => invoice.state == state,
            Stands::Open => open(),
            Stands::Overdue => open() && billing::days_overdue(invoice.due_on, books.today) > 0,
        };
        stands
            && self.kind.is_none_or(|kind| invoice.kind == kind)
            && self.school.is_none_or(|words| folded(&invoice.school).contains(&folded(words)))
    }
}

/// What is still to be paid; nothing for what nobody pays.
fn open(books: &Books<'_>, invoice: &Invoice) -> Pence {
    match (invoice.state, invoice.kind) {
        (State::Issued, Kind::Invoice | Kind::SelfBilling | Kind::HomeInvoice) => {
            billing::outstanding(books, invoice).unwrap_or(Pence::ZERO)
        }
        (State::Issued, Kind::CreditNote | Kind::SelfCredit | Kind::TimeSheet) | (State::Draft | State::Dropped, _) => {
            Pence::ZERO
        }
    }
}

fn list(place: &Place, books: &Books<'_>, filter: &InvoiceFilter) -> Result<(), Failure> {
    let only = Only::of(filter)?;
    let listed = books.facts.invoices.iter().filter(|invoice| only.fits(books, invoice));
    if place.json {
        print_json(&listed.map(|invoice| summary(books, invoice)).collect());
    } else {
        listed.for_each(|invoice| print(&line(books, invoice)));
    }
    Ok(())
}

fn drafts(place: &Place, books: &Books<'_>, filter: &InvoiceFilter) -> Result<(), Failure> {
    let only = Only::of(filter)?;
    let drafts = || books.facts.invoices.iter().filter(|i| i.state == State::Draft && only.fits(books, i));
    if place.json {
        print_json(&drafts().map(|invoice| show::details(books, invoice)).collect());
        return Ok(());
    }
    for invoice in drafts() {
        show::show(place, books, invoice);
    }
    if drafts().next().is_some() {
        let total: Pence = drafts().filter(|i| i.kind == Kind::Invoice).map(|invoice| invoice.gross).sum();
        print(&format!("Invoices of {total} in all. `do \"invoices send\"` issues and sends them."));
    } else {
        print("No draft waits.");
    }
    Ok(())
}

/// `INV-2027-0001  invoice  issued  Oakfield School  £700.00  open £350.00  due 2027-07-02`.
fn line(books: &Books<'_>, invoice: &Invoice) -> String {
    let open = open(books, invoice);
    let late = open > Pence::ZERO && billing::days_overdue(invoice.due_on, books.today) > 0;
    let open = match open {
        open if open.is_zero() => String::new(),
        open if open.is_negative() => format!("  {} too much", open.checked_neg().unwrap_or(open)),
        open => format!("  open {open}"),
    };
    let due =
        invoice.due_on.map(|due| format!("  due {due}{}", if late { ", overdue" } else { "" })).unwrap_or_default();
    format!(
        "{:<14}  {:<12}  {:<7}  {:<28}  {:>11}{open}{due}",
        invoice.name(),
        invoice.kind.word(),
        invoice.state.word(),
        invoice.school,
        invoice.gross.to_string()
    )
}

fn days(half_days: HalfDays) -> f64 {
    f64::from(half_days.0) / 2.0
}

fn summary(books: &Books<'_>, invoice: &Invoice) -> Value {
    let open = open(books, invoice);
    let half_days: HalfDays = invoice.lines.iter().map(|line| line.half_days).sum();
    json!({
        "number": invoice.number.as_ref().map(ToString::to_string),
        "draft": format!("D{}", invoice.id.0),
        "kind": invoice.kind.word(),
        "state": invoice.state.word(),
        "programme": invoice.programme.as_str(),
        "school": invoice.school,
        "urn": invoice.urn,
        "email": invoice.email.as_str(),
        "drafted_at": invoice.drafted_at.to_string(),
        "issued_on": invoice.issued_on.map(|day| day.to_string()),
        "issued_by": super::inbox::none_if_empty(&invoice.issued_by),
        "due_on": invoice.due_on.map(|day| day.to_string()),
        "in_advance": invoice.in_advance,
        "days": days(half_days),
        "net_pence": invoice.net,
        "vat_pence": invoice.vat,
        "gross_pence": invoice.gross,
        "paid_pence": invoice.paid(),
        "open_pence": open,
        "overdue_days": (open > Pence::ZERO).then(|| billing::days_overdue(invoice.due_on, books.today).max(0)),
        "corrects": corrected(books, invoice).map(Invoice::name),
        "because": super::inbox::none_if_empty(&invoice.because),
        "po_number": super::inbox::none_if_empty(&invoice.po_number),
        "their_number": super::inbox::none_if_empty(&invoice.their_number),
    })
}

fn corrected<'a>(books: &Books<'a>, invoice: &Invoice) -> Option<&'a Invoice> {
    let id = invoice.corrects?;
    books.facts.invoices.iter().find(|other| other.id == id)
}

fn unbilled(place: &Place, books: &Books<'_>, school: Option<&str>) {
    let mut rows: Vec<(&Visit, &str, String)> = vec![];
    for visit in &books.facts.visits {
        let Some(deployment) = books.facts.deployment(&visit.deployment) else { continue };
        let name = deployment.school.name.as_str();
        if school.is_none_or(|words| folded(name).contains(&folded(words)))
            && let Some(why) = billing::why_unbilled(books, visit, deployment)
        {
            rows.push((visit, name, why));
        }
    }
    if place.json {
        let row = |(visit, name, why): &(&Visit, &str, String)| {
            json!({
                "visit": visit.id.0, "deployment": visit.deployment.to_string(), "school": name,
                "day": visit.day.to_string(), "name": visit.name, "email": visit.email.as_str(),
                "days": days(visit.half_days), "state": visit.state.word(), "why": why,
                "message": visit.message.map(|message| message.0),
            })
        };
        print_json(&rows.iter().map(row).collect());
        return;
    }
    for (visit, name, why) in &rows {
        let (day, half_days) = (visit.day, visit.half_days.to_string());
        print(&format!("{day}  {}  {name:<28}  {:<20}  {half_days:<10}  {why}", visit.deployment, visit.name));
    }
    let all: HalfDays = rows.iter().map(|(visit, ..)| visit.half_days).sum();
    print(&if rows.is_empty() { "Nothing is unbilled.".to_owned() } else { format!("{all} unbilled.") });
}
