//! When a confirmed day is billed, and why one is not billed yet.

use super::{Books, charging, is_invoiced};
use crate::domain::charging::{Charging, How, When};
use crate::domain::civil::date_in_words;
use crate::domain::deployment::{Deployment, State};
use crate::domain::school_days::SchoolDays;
use crate::domain::visit::{self, Billing, Visit};
use jiff::civil::Date;

/// Which days are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Those whose month, term or deployment is over, as each was agreed.
    ByPolicy,
    /// Every confirmed day up to and including one.
    UpTo(Date),
}

impl Due {
    pub fn includes(
        self,
        calendar: &SchoolDays,
        today: Date,
        deployment: &Deployment,
        charging: &Charging,
        day: Date,
    ) -> bool {
        match self {
            Self::UpTo(last) => day <= last,
            Self::ByPolicy => match charging.when {
                // What is worked beyond the days that were paid in advance is billed as it comes.
                When::Monthly | When::InAdvance => (day.year(), day.month()) < (today.year(), today.month()),
                When::Termly => term_is_over(calendar, today, day),
                When::AtEnd => has_ended(deployment),
            },
        }
    }
}

/// The day's term is over. A day outside every term belongs to the one before it; without a calendar it is billed monthly.
fn term_is_over(calendar: &SchoolDays, today: Date, day: Date) -> bool {
    match calendar.terms().iter().rev().find(|term| term.first <= day) {
        Some(term) => today > term.last.max(day),
        None => (day.year(), day.month()) < (today.year(), today.month()),
    }
}

fn has_ended(deployment: &Deployment) -> bool {
    match deployment.state {
        State::Ended | State::Dropped => true,
        State::Requested | State::Proposed | State::Agreeing | State::Active => false,
    }
}

/// Work that is under way, and a change of it that not all parties have agreed to: nothing is billed at terms that may not hold.
pub fn change_is_pending(deployment: &Deployment) -> bool {
    deployment.state == State::Active && deployment.agreement > 0 && !deployment.is_agreed()
}

/// Why a day that was worked has not been billed, in a sentence without a full stop; `None` for one that has.
pub fn why_unbilled(books: &Books<'_>, visit: &Visit, deployment: &Deployment) -> Option<String> {
    match visit.billing {
        Billing::Billed | Billing::Swapped | Billing::Funded | Billing::Direct => return None,
        Billing::Unbilled => {}
    }
    match visit.state {
        visit::State::Withdrawn => return None,
        visit::State::Disputed => return Some("the school disputes it, and a person decides".to_owned()),
        visit::State::Logged if visit.told_at.is_none() => {
            return Some("the school has not been told of it yet".to_owned());
        }
        visit::State::Logged => return Some("the school may still object".to_owned()),
        visit::State::Confirmed => {}
    }
    let charging = match charging(books.config, deployment) {
        Ok(charging) => charging,
        Err(sentence) => return Some(sentence),
    };
    if change_is_pending(deployment) {
        return Some(format!(
            "version {} of the agreement is with the parties, and nothing is billed before they have agreed",
            deployment.agreement
        ));
    }
    if let Some(missing) = missing_order_number(books, deployment, &charging) {
        return Some(missing);
    }
    Some(match charging.how {
        How::Swap => "it joins the ledger of swaps with the next drafts".to_owned(),
        How::Fund => fund(books, &charging),
        How::Direct => "it goes onto the home school’s next time sheet".to_owned(),
        How::Invoice => match charging.when {
            When::InAdvance
                if !deployment.state.is_over() && !super::advance::has_issued_advance(books, deployment) =>
            {
                "the invoice in advance has not been issued yet".to_owned()
            }
            When::Monthly | When::InAdvance
                if (visit.day.year(), visit.day.month()) == (books.today.year(), books.today.month()) =>
            {
                "it is billed once the month is over".to_owned()
            }
            When::Termly if !term_is_over(&books.config.calendar, books.today, visit.day) => {
                "it is billed once the term is over".to_owned()
            }
            When::AtEnd if !has_ended(deployment) => match &deployment.plan {
                Some(plan) => format!("it is billed once the work has ended ({})", date_in_words(plan.ends_on)),
                None => "it is billed once the work has ended".to_owned(),
            },
            When::Monthly | When::InAdvance | When::Termly | When::AtEnd => {
                "it is billed with the next drafts".to_owned()
            }
        },
    })
}

fn fund(books: &Books<'_>, charging: &Charging) -> String {
    match books.facts.funds.iter().find(|fund| super::fund::is_called(fund, &charging.fund)) {
        None => format!("there is no fund “{}”", charging.fund),
        Some(fund) if fund.left().is_none_or(|left| left < charging.day_rate()) => {
            format!("the fund “{}” is used up", fund.name)
        }
        Some(fund) => format!("it is drawn from “{}” with the next drafts", fund.name),
    }
}

/// Where policy wants the school's order number, and it is not known.
pub fn missing_order_number(books: &Books<'_>, deployment: &Deployment, charging: &Charging) -> Option<String> {
    let wanted = books.config.billing.invoices.po_required && is_invoiced(charging);
    (wanted && !deployment.school.has_named_its_order())
        .then(|| format!("{} has not named its order number", deployment.school.name))
}
