//! What home schools are paid: their share of each day that has been billed or funded.

use super::blank::{blank, blank_line};
use super::drafting::Drafting;
use super::{Books, totals};
use crate::domain::change::MoneyChange;
use crate::domain::charging::{Home, How};
use crate::domain::deployment::Deployment;
use crate::domain::invoice::{Invoice, Kind, Line, VatCode};
use crate::domain::money::Pence;
use crate::domain::register::Urn;
use crate::domain::visit::{self, Billing, Visit, VisitId};
use crate::domain::worked::HalfDays;
use crate::domain::{EmailAddress, ProgrammeId};
use std::collections::BTreeMap;

/// Days that are being sold now, each with its day rate; without one where a fund pays as is agreed at present.
pub type Sold = BTreeMap<VisitId, Option<Pence>>;

/// A home school has one statement of each programme: by name, and by the address that it goes to.
type Onto = (ProgrammeId, String, String);

/// Self-billing statements for the days that have been billed, funded, or are being so now.
///
/// A home school that sends its own invoice has none: [`share`] says what its days come to.
pub fn reimbursements(books: &Books<'_>, now: &Sold, only: impl Fn(&Deployment) -> bool) -> Drafting {
    let mut drafting = Drafting::default();
    let mut piles: BTreeMap<Onto, Vec<(Option<Urn>, EmailAddress, Line)>> = BTreeMap::new();
    for (deployment, visit) in unreimbursed(books, now) {
        let Ok(charging) = books.charging(deployment) else { continue };
        let Some(person) = deployment.person(&visit.email) else { continue };
        if charging.home != Home::SelfBilling || !only(deployment) {
            continue;
        }
        let sold_at = visit.sold_at.or_else(|| now.get(&visit.id).copied().flatten());
        let Some(line) = share(books, deployment, visit, sold_at).filter(|line| line.net > Pence::ZERO) else {
            continue;
        };
        let Some(email) = &person.head_email else {
            let sentence = format!("nobody at {} is known to whom its statement could go", person.home_school);
            drafting.troubles.push((deployment.number.clone(), sentence));
            continue;
        };
        let pile = (deployment.programme.clone(), person.home_school.clone(), email.folded().to_owned());
        piles.entry(pile).or_default().push((person.home_urn, email.clone(), line));
    }
    for ((programme, school, _), pile) in piles {
        let Some((urn, email)) = pile.first().map(|(urn, email, _)| (*urn, email.clone())) else { continue };
        let lines: Vec<Line> = pile.into_iter().map(|(_, _, line)| line).collect();
        let Ok((net, vat, gross)) = totals(&books.config.billing, &lines) else { continue };
        let series = &books.config.billing.invoices.self_billing_series;
        let invoice = Invoice {
            school,
            urn,
            lines,
            net,
            vat,
            gross,
            ..blank(books, Kind::SelfBilling, series, &programme, &email)
        };
        drafting.changes.push(MoneyChange::Drafted { invoice: Box::new(invoice) });
    }
    drafting
}

/// Confirmed days whose sale is settled and whose home school has not had its share.
pub fn unreimbursed<'f>(books: &'f Books<'_>, now: &'f Sold) -> impl Iterator<Item = (&'f Deployment, &'f Visit)> {
    books.facts.visits.iter().filter_map(move |visit| {
        let settled = match visit.billing {
            Billing::Billed | Billing::Funded => true,
            Billing::Unbilled => now.contains_key(&visit.id),
            Billing::Swapped | Billing::Direct => false,
        };
        let counts = visit.state == visit::State::Confirmed && settled && !visit.reimbursed;
        let deployment = books.facts.deployment(&visit.deployment).filter(|_| counts)?;
        Some((deployment, visit))
    })
}

/// The home school's share of a day, as a line: of the rate at which it was sold, else of what is agreed. `None` where no money
/// comes by, or it has none.
pub fn share(books: &Books<'_>, deployment: &Deployment, visit: &Visit, sold_at: Option<Pence>) -> Option<Line> {
    let charging = books.charging(deployment).ok()?;
    match charging.how {
        How::Invoice | How::Fund => {}
        How::Swap | How::Direct => return None,
    }
    let charging = sold_at.map_or(charging.clone(), |rate| charging.at(rate));
    let whole = charging.of(HalfDays::DAY).ok()?;
    Some(Line {
        visit: Some(visit.id),
        day: Some(visit.day),
        who: visit.name.clone(),
        half_days: visit.half_days,
        day_rate: whole.home,
        net: charging.of(visit.half_days).ok()?.home,
        // The alliance does not know how the home school stands to VAT: what it pays is the sum that was agreed.
        vat_code: VatCode::Outside,
        vat_basis_points: 0,
        nominal: charging.nominals.purchase.clone(),
        ..blank_line(books, deployment, &charging)
    })
}
