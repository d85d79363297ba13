//! An invoice as its page shows it: every amount, date and label in words, ready to be set.

use super::billing::{
    Block, Fact, Payment, Slip, account, block, fact, paper, questions, registered_as, short, shown, slip_of,
    spaced_vat_number, strong, treatment, visits,
};
use super::sheets::{Letterhead, Sheet, Unprintable};
use crate::domain::civil::date_in_short;
use crate::domain::money::Pence;
use crate::einvoice::{Bank, Charge, Fault, InvoiceDocument, Kind, Line, Party, Vat, days_in_words};
use jiff::civil::Date;
use serde::Serialize;

/// What the frame reads.
#[derive(Debug, Clone, Serialize)]
pub(super) struct InvoiceSheet {
    #[serde(skip)]
    date: Date,
    /// On whose paper it is.
    issuer: Letterhead,
    title: &'static str,
    number: String,
    parties: Vec<Block>,
    /// For the head of further pages.
    to_name_short: String,
    /// Number, dates, references.
    facts: Vec<Fact>,
    /// Sentences above the table.
    remarks: Vec<String>,
    with_vat: bool,
    lines: Vec<Row>,
    sum_label: &'static str,
    sum: String,
    vat_groups: Vec<GroupRow>,
    vat_notes: Vec<String>,
    totals: Vec<Fact>,
    terms: String,
    payment: Option<Payment>,
    notes: Vec<String>,
    questions: String,
    slip: Option<Slip>,
    /// At the foot of every page.
    registered_as: String,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    dates: String,
    description: String,
    note: String,
    case: String,
    who: String,
    days: String,
    rate: String,
    vat: String,
    net: String,
    /// What the lines come to, up to and with this one.
    running: String,
}

#[derive(Debug, Clone, Serialize)]
struct GroupRow {
    label: String,
    net: String,
    tax: String,
}

impl Sheet for InvoiceSheet {
    const FRAME: &'static str = "invoice.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Ask;
    const LONGEST: usize = 200_000;

    fn date(&self) -> Date {
        self.date
    }
}

impl InvoiceSheet {
    /// The same before it is issued, so that nobody takes it for an invoice.
    ///
    /// # Errors
    /// When the lines come to more than can be counted.
    pub fn of_draft(document: &InvoiceDocument) -> Result<Self, Fault> {
        let mut sheet = Self::of(document)?;
        sheet.title = match document.kind {
            Kind::Invoice => "Draft of an invoice",
            Kind::CreditNote { .. } => "Draft of a credit note",
            Kind::SelfBilled => "Draft of a self-billed invoice",
        };
        let warning = "This is a draft, for our own use: it has not been sent, and nothing is to be paid on it. Its number and its date are given when it is issued.";
        sheet.remarks.insert(0, warning.to_owned());
        Ok(sheet)
    }

    /// # Errors
    /// When the lines come to more than can be counted.
    pub fn of(document: &InvoiceDocument) -> Result<Self, Fault> {
        let mut running = Pence::ZERO;
        let mut lines = vec![];
        let common = common_case(document);
        for line in &document.lines {
            running = running.checked_add(line.net).ok_or(Fault::TooMuch)?;
            lines.push(row(line, running, common.is_none()));
        }
        let registered = document.is_registered();
        let totals = &document.totals;
        let groups = if registered { totals.groups.as_slice() } else { &[] };
        Ok(Self {
            date: document.issued,
            issuer: paper(document.issuer()),
            title: document.title(),
            number: document.number.clone(),
            parties: parties(document),
            to_name_short: short(&counterpart(document).name, 48),
            facts: facts(document),
            remarks: remarks(document),
            with_vat: registered,
            lines,
            sum_label: if registered { "Total before VAT" } else { "Total" },
            sum: shown(totals.net),
            vat_groups: groups
                .iter()
                .map(|group| GroupRow { label: treatment(&group.vat), net: shown(group.net), tax: shown(group.tax) })
                .collect(),
            vat_notes: vat_notes(document),
            totals: sums(document),
            terms: document.terms.clone(),
            payment: document.bank.as_ref().map(|bank| payment(document, bank)),
            notes: document.notes.clone(),
            questions: questions(document.issuer()),
            slip: document.bank.as_ref().and_then(|bank| slip(document, bank)),
            registered_as: registered_as(document.issuer()),
        })
    }
}

/// The party that is not on its own paper.
fn counterpart(document: &InvoiceDocument) -> &Party {
    match document.kind {
        Kind::Invoice | Kind::CreditNote { .. } => &document.buyer,
        Kind::SelfBilled => &document.seller,
    }
}

fn parties(document: &InvoiceDocument) -> Vec<Block> {
    match document.kind {
        Kind::Invoice | Kind::CreditNote { .. } => vec![block("To", &document.buyer)],
        Kind::SelfBilled => vec![block("Supplier", &document.seller), block("Customer", &document.buyer)],
    }
}

fn facts(document: &InvoiceDocument) -> Vec<Fact> {
    let mut facts = vec![strong("Number", &document.number), fact("Date of issue", date_in_short(document.issued))];
    if let Some(tax_point) = document.tax_point.filter(|_| document.is_registered()) {
        facts.push(fact("Tax point", date_in_short(tax_point)));
    }
    if let Kind::CreditNote { corrects, corrects_of, .. } = &document.kind {
        facts.push(strong("Corrects invoice", corrects));
        facts.push(fact("dated", date_in_short(*corrects_of)));
    }
    if let Some(due) = document.due {
        let label = match document.kind {
            Kind::Invoice | Kind::CreditNote { .. } => "Payment due",
            Kind::SelfBilled => "We pay by",
        };
        facts.push(strong(label, date_in_short(due)));
    }
    if let Some(case) = common_case(document) {
        facts.push(fact("Our reference", case));
    }
    for (label, value) in [("Your order number", &document.order), ("Your reference", &document.buyer_reference)] {
        if !value.trim().is_empty() {
            facts.push(fact(label, value));
        }
    }
    if let Some(number) = &document.seller.vat_number {
        let label = match document.kind {
            Kind::Invoice | Kind::CreditNote { .. } => "VAT registration",
            Kind::SelfBilled => "Supplier’s VAT number",
        };
        facts.push(fact(label, spaced_vat_number(number)));
    }
    facts
}

fn remarks(document: &InvoiceDocument) -> Vec<String> {
    let mut remarks = vec![];
    match &document.kind {
        Kind::Invoice => {}
        Kind::CreditNote { reason, .. } => remarks.push(format!("Reason for the credit: {reason}")),
        Kind::SelfBilled => remarks.push(format!(
            "Self-billing: {} writes this invoice on behalf of {}. Please keep it as your sales invoice, and do not send one of your own.",
            document.buyer.name, document.seller.name
        )),
    }
    if document.in_advance {
        remarks.push(
            "Billed in advance, as the agreement says: all days that are agreed. Any that are not worked will be credited."
                .to_owned(),
        );
    }
    remarks
}

/// The case that all lines come from, where it is one: it is named once, above them.
fn common_case(document: &InvoiceDocument) -> Option<&str> {
    let first = document.lines.first()?.case.as_str();
    let one = !first.is_empty() && document.lines.iter().all(|line| line.case == first);
    one.then_some(first)
}

fn row(line: &Line, running: Pence, with_case: bool) -> Row {
    let (days, rate) = match line.charge {
        Charge::Days { half_days, per_day } => (days_in_words(half_days), shown(per_day)),
        Charge::Sum => (String::new(), String::new()),
    };
    Row {
        dates: visits(&line.dates),
        description: line.description.clone(),
        note: line.note.clone(),
        case: if with_case { line.case.clone() } else { String::new() },
        who: line.who.clone(),
        days,
        rate,
        vat: treatment(&line.vat),
        net: shown(line.net),
        running: shown(running),
    }
}

fn vat_notes(document: &InvoiceDocument) -> Vec<String> {
    if !document.is_registered() {
        return vec![match document.kind {
            Kind::Invoice | Kind::CreditNote { .. } => "Not VAT registered: no VAT is charged.".to_owned(),
            Kind::SelfBilled => {
                "No VAT is charged: we have been told of no VAT registration of the supplier.".to_owned()
            }
        }];
    }
    let mut notes = vec![];
    for group in &document.totals.groups {
        match &group.vat {
            Vat::Exempt(reason) | Vat::OutsideScope(reason) => notes.push(format!("{reason}.").replace("..", ".")),
            Vat::Standard(_) => {}
        }
    }
    if matches!(document.kind, Kind::SelfBilled) && !document.totals.vat.is_zero() {
        notes.push("The VAT shown is your output tax due to HMRC.".to_owned());
    }
    notes
}

fn sums(document: &InvoiceDocument) -> Vec<Fact> {
    let totals = &document.totals;
    let mut sums = vec![];
    if document.is_registered() {
        sums.push(fact("VAT", shown(totals.vat)));
    }
    let due = match document.kind {
        Kind::Invoice => "Amount due",
        Kind::CreditNote { .. } => "Total credited",
        Kind::SelfBilled => "Amount we pay you",
    };
    if !totals.paid.is_zero() {
        if document.is_registered() {
            sums.push(fact("Total", shown(totals.gross)));
        }
        sums.push(fact("Received already", shown(totals.paid)));
    }
    sums.push(strong(due, shown(totals.due)));
    sums
}

fn payment(document: &InvoiceDocument, bank: &Bank) -> Payment {
    let heading = match document.kind {
        Kind::Invoice => "How to pay: by BACS",
        Kind::CreditNote { .. } => "Account",
        Kind::SelfBilled => "We pay by BACS to",
    };
    let mut details = account(bank, &document.remittance);
    if let Some(due) = document.due {
        details.push(fact("By", date_in_short(due)));
    }
    Payment { heading, details }
}

/// Only who has something to pay gets a slip.
fn slip(document: &InvoiceDocument, bank: &Bank) -> Option<Slip> {
    match document.kind {
        Kind::Invoice => {}
        Kind::CreditNote { .. } | Kind::SelfBilled => return None,
    }
    if document.totals.due.is_zero() {
        return None;
    }
    let due = document.due.map(date_in_short).unwrap_or_default();
    let sum = [fact("Amount due", shown(document.totals.due)), fact("Due", due)];
    Some(slip_of(&document.seller, &document.buyer, bank, &document.remittance, sum))
}
