//! Documents and lines before anything stands on them.

use super::Books;
use crate::domain::charging::Charging;
use crate::domain::deployment::Deployment;
use crate::domain::invoice::{Invoice, InvoiceId, Kind, Line, LineId, State, VatCode};
use crate::domain::money::Pence;
use crate::domain::worked::HalfDays;
use crate::domain::{EmailAddress, ProgrammeId};

/// A draft without anything on it.
pub fn blank(books: &Books<'_>, kind: Kind, series: &str, programme: &ProgrammeId, email: &EmailAddress) -> Invoice {
    Invoice {
        id: InvoiceId(0),
        kind,
        series: series.to_owned(),
        number: None,
        state: State::Draft,
        programme: programme.clone(),
        school: String::new(),
        urn: None,
        email: email.clone(),
        po_number: String::new(),
        their_number: String::new(),
        in_advance: false,
        corrects: None,
        because: String::new(),
        drafted_at: books.now,
        issued_by: String::new(),
        issued_on: None,
        due_on: None,
        net: Pence::ZERO,
        vat: Pence::ZERO,
        gross: Pence::ZERO,
        lines: vec![],
        payments: vec![],
        reminded: 0,
        quiet_until: None,
        posted_at: None,
        document: String::new(),
    }
}

/// What all lines of a deployment have in common.
pub(super) fn blank_line(books: &Books<'_>, deployment: &Deployment, charging: &Charging) -> Line {
    Line {
        id: LineId(0),
        deployment: Some(deployment.number.clone()),
        visit: None,
        what: deployment.request.subject.clone(),
        day: None,
        who: String::new(),
        half_days: HalfDays::NONE,
        day_rate: Pence::ZERO,
        net: Pence::ZERO,
        vat_code: charging.vat,
        vat_basis_points: basis_points(books, charging),
        nominal: charging.nominals.sale.clone(),
        credits: None,
        covered: HalfDays::NONE,
    }
}

/// Without registration no VAT is charged, whatever policy says of the treatment.
pub fn basis_points(books: &Books<'_>, charging: &Charging) -> i64 {
    let billing = &books.config.billing;
    match charging.vat {
        VatCode::Standard if billing.seller.is_registered_for_vat() => i64::from(billing.invoices.standard_vat.0),
        VatCode::Standard | VatCode::Exempt | VatCode::Outside => 0,
    }
}
