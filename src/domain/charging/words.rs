//! Charging in plain words, for agreements and listings.

use super::super::invoice::VatCode;
use super::super::money::Pence;
use super::super::worked::HalfDays;
use super::{Charging, FeeIs, Home, How, TooMuch, When};

impl Charging {
    /// `£350 a day; £297.50 goes to the home school, £52.50 is the alliance’s fee`. Without a full stop; half days are pro rata,
    /// which [`Charging::terms`] says.
    ///
    /// # Errors
    /// When a day costs more than can be counted.
    pub fn in_words(&self) -> Result<String, TooMuch> {
        let day = self.of(HalfDays::DAY)?;
        let rate = format!("{} a day", day.sale.in_short());
        let (home, fee) = (day.home.in_short(), day.fee.in_short());
        let shares = match (self.home, self.fee_is) {
            (Home::None, FeeIs::OnTop) if day.fee_on_top > Pence::ZERO => {
                format!(", and a fee of {} on top; it stays with the alliance", day.fee_on_top.in_short())
            }
            (Home::None, FeeIs::Inside | FeeIs::OnTop) => ", which stays with the alliance".to_owned(),
            (Home::SelfBilling | Home::TheirInvoice, _) if day.fee.is_zero() => {
                ", all of which goes to the home school".to_owned()
            }
            (Home::SelfBilling | Home::TheirInvoice, FeeIs::Inside) if day.home.is_zero() => {
                ", which stays with the alliance".to_owned()
            }
            (Home::SelfBilling | Home::TheirInvoice, FeeIs::Inside) => {
                format!("; {home} goes to the home school, {fee} is the alliance’s fee")
            }
            (Home::SelfBilling | Home::TheirInvoice, FeeIs::OnTop) => {
                format!(", which goes to the home school, and {fee} a day on top, which is the alliance’s fee")
            }
        };
        Ok(match self.how {
            How::Invoice => format!("{rate}{shares}"),
            How::Fund => format!("{rate} from {}{shares}", self.fund.trim()),
            How::Direct => format!("{rate}, which the home school bills directly"),
            How::Swap => "a day for a day: the schools swap days, and no money is paid".to_owned(),
        })
    }

    /// The same, and what all agreed days come to: `£350 a day; … All 6 days together come to £2,100`.
    ///
    /// # Errors
    /// When it is more than can be counted.
    pub fn in_words_of(&self, half_days: HalfDays) -> Result<String, TooMuch> {
        let rate = self.in_words()?;
        let all = self.of(half_days)?.paid().ok_or(TooMuch)?;
        let vat = match self.vat {
            VatCode::Standard => ", before VAT",
            VatCode::Exempt | VatCode::Outside => "",
        };
        Ok(match self.how {
            How::Invoice | How::Fund | How::Direct if half_days > HalfDays::DAY => {
                format!("{rate}. All {half_days} together come to {}{vat}", all.in_short())
            }
            How::Invoice | How::Fund | How::Direct | How::Swap => rate,
        })
    }

    /// Who pays whom, when, and on what paper: sentences for an agreement that follow [`Charging::in_words`].
    pub fn terms(&self, supported: &str, home_school: &str) -> Vec<String> {
        let mut terms = vec![];
        let payer = self.payer.as_ref().map_or(supported, |payer| payer.name.as_str());
        match self.how {
            How::Invoice => {
                let when = match self.when {
                    When::Monthly => "each month for the days worked and confirmed in it",
                    When::Termly => "at the end of each term for the days worked and confirmed in it",
                    When::AtEnd => "once the work has ended, for the days worked and confirmed",
                    When::InAdvance => "in advance for all agreed days, once everybody has agreed",
                };
                terms.push(format!("The alliance invoices {payer} {when}."));
            }
            How::Fund => {
                terms.push(format!("The days are paid from {}; {supported} is not invoiced.", self.fund.trim()))
            }
            How::Direct => {
                terms.push(format!(
                    "{home_school} invoices {payer} itself, from the time sheet that the alliance sends it."
                ));
            }
            How::Swap => {
                terms.push(format!(
                    "Each day that {home_school} gives is one that it may ask for in return. The alliance keeps the count, and nobody is invoiced."
                ));
            }
        }
        if self.passes_us() {
            match self.home {
                Home::SelfBilling => terms.push(format!(
                    "The alliance pays {home_school} its share on a self-billing statement, so that it need not send an invoice of its own."
                )),
                Home::TheirInvoice => terms.push(format!("{home_school} invoices the alliance for its share.")),
                Home::None => {}
            }
        }
        match self.how {
            How::Invoice | How::Fund | How::Direct => terms.push("Half days are charged pro rata.".to_owned()),
            How::Swap => {}
        }
        terms
    }
}
