//! From confirmed days to what is owed: drafts, numbers, statements, and the proof that the ledger adds up.
//!
//! All of it is arithmetic on facts and policy: nothing here asks the database or the clock. A day that was worked stands in
//! exactly one place: on a line of one live document of each side, drawn from a fund, in the ledger of swaps, or among the
//! unbilled with a reason that a person can act on ([`why_unbilled`]).

mod account;
mod advance;
pub mod bank;
mod blank;
mod credit;
mod document;
mod draft;
mod drafting;
mod fund;
mod home;
mod number;
pub mod reconcile;
pub mod reports;
mod totals;
mod when;

pub use account::{
    Aged, aged, days_overdue, drafts_in_words, open_invoices, outstanding, overdue_in_words, overpaid_in_words, owed,
    owed_in_words, payer as account_of, statement,
};
pub use advance::unused_advances;
pub use blank::blank;
pub use credit::{Taken, credit};
pub use document::{preview, unknown_parties};
pub use draft::{advances, draft, sales};
pub use drafting::Drafting;
pub use fund::falls_short;
pub use home::{Sold, reimbursements, share, unreimbursed};
pub use number::{Issued, Numbers};
pub use totals::totals;
pub use when::{Due, missing_order_number, why_unbilled};

use crate::config::Config;
use crate::domain::EmailAddress;
use crate::domain::charging::{Charging, How, Override};
use crate::domain::deployment::Deployment;
use crate::domain::facts::Facts;
use jiff::civil::Date;

/// Policy, the record, and the day: what every rule here looks at.
#[derive(Clone, Copy)]
pub struct Books<'a> {
    pub config: &'a Config,
    pub facts: &'a Facts,
    pub today: Date,
    pub now: jiff::Timestamp,
}

impl<'a> Books<'a> {
    pub fn new(config: &'a Config, facts: &'a Facts, now: jiff::Timestamp) -> Self {
        Self { config, facts, today: config.zone().date(now), now }
    }

    /// How a deployment's days are paid for: its programme's policy, with what was agreed otherwise.
    ///
    /// # Errors
    /// A sentence for the coordinators, where policy has changed so that both contradict each other.
    pub fn charging(&self, deployment: &Deployment) -> Result<Charging, String> {
        charging(self.config, deployment)
    }
}

/// How a deployment's days are paid for.
///
/// # Errors
/// A sentence for the coordinators.
pub fn charging(config: &Config, deployment: &Deployment) -> Result<Charging, String> {
    let number = &deployment.number;
    let programme = config
        .programme(&deployment.programme)
        .ok_or_else(|| format!("{number} belongs to a programme that the configuration no longer has"))?;
    let Some(agreed) = &deployment.charging else { return Ok(programme.charging.clone()) };
    let agreed: Override = serde_json::from_str(agreed)
        .map_err(|e| format!("what was agreed about money for {number} cannot be read: {e}"))?;
    programme.charging.with(&agreed).map_err(|wrong| format!("{number}: {wrong}"))
}

/// Who pays for a deployment, and where their invoices go.
pub fn payer(deployment: &Deployment, charging: &Charging) -> (String, EmailAddress) {
    let other = charging.payer.as_ref().and_then(|payer| {
        let email = EmailAddress::parse(&payer.email).ok()?;
        Some((payer.name.trim().to_owned(), email))
    });
    other.unwrap_or_else(|| {
        let school = &deployment.school;
        (school.name.clone(), school.finance_email.clone().unwrap_or_else(|| school.head_email.clone()))
    })
}

/// Whether the alliance bills for it at all.
fn is_invoiced(charging: &Charging) -> bool {
    match charging.how {
        How::Invoice => true,
        How::Swap | How::Fund | How::Direct => false,
    }
}
