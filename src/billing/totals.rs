//! The sums beneath the lines of a document, by the same arithmetic as its electronic form.

use crate::config::billing::Billing;
use crate::domain::charging::TooMuch;
use crate::domain::invoice::{Line, VatCode};
use crate::domain::money::Pence;
use crate::einvoice::{self, Charge, Totals, Vat};

/// Net, VAT and gross of lines. Who is not registered for VAT charges none.
///
/// # Errors
/// When it is more than can be counted.
pub fn totals(billing: &Billing, lines: &[Line]) -> Result<(Pence, Pence, Pence), TooMuch> {
    let plain: Vec<einvoice::Line> = lines.iter().map(|line| plain(line, "")).collect();
    let totals = Totals::of(&plain, billing.seller.is_registered_for_vat(), Pence::ZERO).map_err(|_| TooMuch)?;
    Ok((totals.net, totals.vat, totals.gross))
}

/// A line as documents write it.
pub fn plain(line: &Line, vat_note: &str) -> einvoice::Line {
    let by_days = line.day_rate.checked_part(i64::from(line.half_days.0), 2) == Some(line.net) && line.half_days.0 > 0;
    einvoice::Line {
        description: line.what.clone(),
        dates: line.day.into_iter().collect(),
        who: line.who.clone(),
        // A share that was rounded may be no multiple of a day's: it is then a plain sum.
        charge: if by_days {
            Charge::Days { half_days: line.half_days.0, per_day: line.day_rate }
        } else {
            Charge::Sum
        },
        net: line.net,
        vat: match line.vat_code {
            VatCode::Exempt => Vat::Exempt(vat_note.to_owned()),
            VatCode::Outside => Vat::OutsideScope(vat_note.to_owned()),
            VatCode::Standard => Vat::Standard(u32::try_from(line.vat_basis_points).unwrap_or(0)),
        },
        note: String::new(),
        case: line.deployment.as_ref().map(ToString::to_string).unwrap_or_default(),
    }
}
