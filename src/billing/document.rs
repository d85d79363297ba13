//! The document that an issued draft becomes: who, what, how much, by when, into which account.

use super::Books;
use super::totals::plain;
use crate::domain::charging::{Home, How};
use crate::domain::invoice::{Invoice, Kind, Line};
use crate::domain::money::Pence;
use crate::domain::register::{Establishment, Urn};
use crate::domain::schools::folded;
use crate::domain::{CaseId, EmailAddress};
use crate::einvoice::{self, InvoiceDocument, Party, Totals};
use jiff::Span;
use jiff::civil::Date;

/// A document that is ready to be issued.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub document: InvoiceDocument,
    pub due: Option<Date>,
}

pub fn terms(days: u32) -> String {
    format!("Payment is due within {days} days of the date of this invoice.")
}

/// Writes a draft out under its number, and tries everything that an accounting program would refuse.
///
/// # Errors
/// What is missing or wrong, in sentences for the coordinators.
pub(super) fn document(
    books: &Books<'_>,
    draft: &Invoice,
    number: &CaseId,
    corrected: Option<&Invoice>,
) -> Result<Written, String> {
    let billing = &books.config.billing;
    let today = books.today;
    let of_line = |line: &Line| line.deployment.as_ref().and_then(|number| books.facts.deployment(number));
    if draft.in_advance
        && draft.kind == Kind::Invoice
        && draft.lines.iter().filter_map(of_line).any(|d| d.state.is_over())
    {
        return Err(format!(
            "{name} bills days in advance for work that is over. `drop draft {name} because the work is over` gives it up; the days that were worked are then billed as they are.",
            name = draft.name()
        ));
    }
    let due = today.saturating_add(Span::new().days(i64::from(billing.invoices.terms_days)));
    let (kind, due) = match draft.kind {
        Kind::Invoice => (einvoice::Kind::Invoice, Some(due)),
        Kind::SelfBilling => (einvoice::Kind::SelfBilled, Some(due)),
        Kind::CreditNote | Kind::SelfCredit => {
            let corrected = corrected.and_then(|invoice| Some((invoice.number.as_ref()?, invoice.issued_on?)));
            let (corrects, corrects_of) = corrected.ok_or("What it corrects was never issued.")?;
            (
                einvoice::Kind::CreditNote {
                    corrects: corrects.to_string(),
                    corrects_of,
                    reason: draft.because.clone(),
                },
                None,
            )
        }
        Kind::TimeSheet => (einvoice::Kind::Invoice, None),
        Kind::HomeInvoice => return Err("It is the home school’s own invoice.".to_owned()),
    };
    let (ours, theirs) = (billing.seller.party(), buyer(books, draft));
    known_enough(&theirs, draft.kind)?;
    let is_purchase = matches!(draft.kind, Kind::SelfBilling | Kind::SelfCredit);
    let (seller, buyer) = match draft.kind {
        Kind::SelfBilling | Kind::SelfCredit => (theirs, ours),
        // The home school bills the supported one: neither is we.
        Kind::TimeSheet => (theirs, supported(books, draft)),
        Kind::Invoice | Kind::CreditNote | Kind::HomeInvoice => (ours, theirs),
    };
    let note = |line: &Line| {
        if is_purchase {
            return "The sum that was agreed with the school".to_owned();
        }
        let deployment = line.deployment.as_ref().and_then(|number| books.facts.deployment(number));
        deployment
            .and_then(|deployment| books.charging(deployment).ok())
            .map(|charging| charging.vat_note)
            .unwrap_or_default()
    };
    let lines: Vec<einvoice::Line> = draft.lines.iter().map(|line| plain(line, &note(line))).collect();
    let totals = Totals::of(&lines, seller.vat_number.is_some(), Pence::ZERO).map_err(|e| e.to_string())?;
    let is_invoice = draft.kind == Kind::Invoice;
    let document = InvoiceDocument {
        kind,
        number: number.to_string(),
        issued: today,
        tax_point: None,
        due,
        terms: match draft.kind {
            Kind::Invoice => terms(billing.invoices.terms_days),
            Kind::SelfBilling => {
                format!("{} pays this within {} days.", billing.seller.name, billing.invoices.terms_days)
            }
            Kind::CreditNote => {
                "This is taken off what is owed; where more has been paid, we agree with you how the difference is returned."
                    .to_owned()
            }
            Kind::SelfCredit => "This is taken off our next payment to you.".to_owned(),
            Kind::TimeSheet | Kind::HomeInvoice => String::new(),
        },
        order: draft.po_number.clone(),
        buyer_reference: String::new(),
        bank: if is_invoice { billing.seller.account() } else { None },
        remittance: if is_invoice { number.to_string() } else { String::new() },
        lines,
        totals,
        notes: vec![],
        in_advance: draft.in_advance,
        seller,
        buyer,
    };
    if draft.kind != Kind::TimeSheet {
        einvoice::check(&document).map_err(|faults| faults.to_string())?;
    }
    Ok(Written { document, due })
}

/// A draft as its document would read today: without a number, and without an account that anybody could pay into.
///
/// # Errors
/// What is missing or wrong, as when it is issued.
pub fn preview(books: &Books<'_>, draft: &Invoice) -> Result<InvoiceDocument, String> {
    // Some number is needed to try it as it will be issued; none is drawn.
    let number = CaseId::new(&draft.series, books.today.year(), 1);
    let corrected = books.facts.invoices.iter().find(|invoice| Some(invoice.id) == draft.corrects);
    let Written { document, .. } = document(books, draft, &number, corrected)?;
    let number = format!("{} (a draft)", draft.name());
    Ok(InvoiceDocument { number, bank: None, remittance: String::new(), ..document })
}

/// What an electronic invoice wants of the other party, said so that it can be put right.
fn known_enough(party: &Party, kind: Kind) -> Result<(), String> {
    let name = &party.name;
    let how =
        format!("import the national register of schools, or describe {name} in a [[buyer]] of config/billing.toml");
    let no_address = party.address.iter().all(|line| line.trim().is_empty());
    let no_number = party.urn.trim().is_empty() && party.vat_number.is_none() && party.registration.is_none();
    match kind {
        Kind::TimeSheet | Kind::HomeInvoice => Ok(()),
        Kind::Invoice | Kind::CreditNote | Kind::SelfBilling | Kind::SelfCredit if no_address => {
            Err(format!("the address of {name} is not known: {how}."))
        }
        Kind::SelfBilling | Kind::SelfCredit if no_number => {
            Err(format!("the school number (URN) of {name} is not known: {how}."))
        }
        Kind::Invoice | Kind::CreditNote | Kind::SelfBilling | Kind::SelfCredit => Ok(()),
    }
}

/// Schools that work is under way for, and that could not be billed or paid yet because too little is known of them.
pub fn unknown_parties(books: &Books<'_>) -> Vec<String> {
    let mut unknown = vec![];
    for deployment in
        books.facts.deployments.iter().filter(|deployment| deployment.plan.is_some() && !deployment.state.is_over())
    {
        let Ok(charging) = books.charging(deployment) else { continue };
        if charging.how != How::Invoice {
            continue;
        }
        let (name, email) = super::payer(deployment, &charging);
        let urn = deployment.school.urn.filter(|_| name == deployment.school.name);
        if known_enough(&party(books, &name, urn, &email), Kind::Invoice).is_err() {
            unknown.push(name);
        }
        if charging.home != Home::SelfBilling {
            continue;
        }
        for person in &deployment.people {
            let email = person.head_email.as_ref().unwrap_or(&person.email);
            if known_enough(&party(books, &person.home_school, person.home_urn, email), Kind::SelfBilling).is_err() {
                unknown.push(person.home_school.clone());
            }
        }
    }
    unknown.sort();
    unknown.dedup();
    unknown
}

/// The other party of a document.
pub fn buyer(books: &Books<'_>, invoice: &Invoice) -> Party {
    party(books, &invoice.school, invoice.urn, &invoice.email)
}

/// The school that a time sheet's days were worked at.
fn supported(books: &Books<'_>, draft: &Invoice) -> Party {
    let number = draft.lines.iter().find_map(|line| line.deployment.as_ref());
    let school = number.and_then(|number| books.facts.deployment(number)).map(|deployment| &deployment.school);
    let Some(school) = school else { return Party::default() };
    party(books, &school.name, school.urn, school.finance_email.as_ref().unwrap_or(&school.head_email))
}

/// As the national register has it, and as policy says where it is no school of that register.
fn party(books: &Books<'_>, name: &str, urn: Option<Urn>, email: &EmailAddress) -> Party {
    let mut party = school_called(books, name, urn).map(of_register).unwrap_or_default();
    name.clone_into(&mut party.name);
    party.email = email.to_string();
    if let Some(buyer) = books.config.billing.buyer(name, urn) {
        buyer.complete(&mut party);
    }
    party
}

/// A school of the national register: by its number, or by the exact name that one open school alone has.
fn school_called<'f>(books: &'f Books<'_>, name: &str, urn: Option<Urn>) -> Option<&'f Establishment> {
    let all = &books.facts.establishments;
    if urn.is_some() {
        return all.iter().find(|school| Some(school.urn) == urn);
    }
    let name = folded(name);
    let mut called = all.iter().filter(|school| school.is_open && folded(&school.name) == name);
    called.next().filter(|_| called.next().is_none())
}

fn of_register(school: &Establishment) -> Party {
    let lines = [&school.street, &school.locality, &school.town];
    Party {
        attention: "Finance Office".to_owned(),
        address: lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect(),
        postcode: school.postcode.clone(),
        urn: school.urn.to_string(),
        ..Party::default()
    }
}
