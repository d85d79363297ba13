//! Writing the XML, once the standard's own rules have been tried.

use super::check::check;
use super::document::{InvoiceDocument, Kind};
use super::fault::{Fault, Faults};
use super::model::model;
use en16931::validation::profile::ProfileMarker;
use en16931::{En16931, Invoice, PeppolBis3, Validated};
use en16931_formats::report::Kind as EntryKind;
use en16931_formats::{Syntax, write};

/// What Peppol calls the business of sending an invoice.
const PEPPOL_PROCESS: &str = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

/// Cross Industry Invoice, profile EN 16931: what is put inside the PDF (Factur-X).
///
/// # Errors
/// What [`check`] finds, or a rule of the standard that the document breaks.
pub fn cii(document: &InvoiceDocument) -> Result<Vec<u8>, Faults> {
    let written = checked::<En16931>(document, |invoice| invoice, Syntax::Cii)?;
    Ok(account_of_the_house(written, document).into_bytes())
}

/// UBL: Peppol BIS Billing 3 for a buyer who has a Peppol id, plain EN 16931 for others.
///
/// # Errors
/// What [`check`] finds, or a rule of the standard or of Peppol that the document breaks.
pub fn ubl(document: &InvoiceDocument) -> Result<Vec<u8>, Faults> {
    // Peppol has a profile of its own for self-billing, which is not written here.
    let peppol = document.buyer.peppol.is_some() && !matches!(document.kind, Kind::SelfBilled);
    let written = if peppol {
        let with_process = |mut invoice: Invoice| {
            invoice.business_process = Some(PEPPOL_PROCESS.to_owned());
            invoice
        };
        checked::<PeppolBis3>(document, with_process, Syntax::Ubl)?
    } else {
        checked::<En16931>(document, |invoice| invoice, Syntax::Ubl)?
    };
    Ok(written.into_bytes())
}

fn checked<P: ProfileMarker>(
    document: &InvoiceDocument,
    adapt: impl FnOnce(Invoice) -> Invoice,
    syntax: Syntax,
) -> Result<String, Faults> {
    check(document)?;
    let faults = |fault: Fault| Faults { number: document.number.clone(), faults: vec![fault] };
    let mut invoice = adapt(model(document).map_err(faults)?);
    invoice.specification_id = Some(P::PROFILE.specification_id.to_owned());
    let proof = Validated::<P>::new(invoice).map_err(|rejected| {
        let rules: Vec<String> = rejected.report().fatal().map(ToString::to_string).collect();
        faults(Fault::Refused(rules.join("; ")))
    })?;
    let written = write(&proof, syntax);
    let lost: Vec<String> = written
        .entries
        .iter()
        .filter(|entry| entry.kind != EntryKind::Derived)
        .map(|entry| entry.path.clone())
        .collect();
    if lost.is_empty() { Ok(written.xml) } else { Err(faults(Fault::Lost(lost.join(", ")))) }
}

/// The writer knows accounts by IBAN alone. A British account number is none: it belongs into `ProprietaryID`, which stands
/// after the account's name.
fn account_of_the_house(xml: String, document: &InvoiceDocument) -> String {
    let Some(bank) = &document.bank else { return xml };
    let iban = format!("<ram:IBANID>{}</ram:IBANID>", bank.account_number);
    let Some((before, after)) = xml.split_once(&iban) else { return xml };
    let Some((account, rest)) = after.split_once("</ram:PayeePartyCreditorFinancialAccount>") else { return xml };
    let (head, inner) = (before.trim_end(), account.trim_end());
    let indent = before.get(head.len()..).unwrap_or_default();
    let close = account.get(inner.len()..).unwrap_or_default();
    let number = &bank.account_number;
    format!(
        "{head}{inner}{indent}<ram:ProprietaryID>{number}</ram:ProprietaryID>{close}</ram:PayeePartyCreditorFinancialAccount>{rest}"
    )
}
