//! Drafts of what the supported schools pay: invoices, time sheets for home schools that bill themselves, what is drawn from
//! funds, and days that are swapped.

use super::advance::{has_advance, has_issued_advance, left_of_advances};
use super::blank::{blank, blank_line};
use super::drafting::Drafting;
use super::fund::draw;
use super::when::{change_is_pending, missing_order_number};
use super::{Books, Due, is_invoiced, payer, totals};
use crate::domain::change::MoneyChange;
use crate::domain::charging::{Charging, How, When};
use crate::domain::deployment::{Deployment, State};
use crate::domain::invoice::{Fund, Invoice, Kind, Line, LineId};
use crate::domain::money::Pence;
use crate::domain::register::Urn;
use crate::domain::visit::{self, Billing, Visit};
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, EmailAddress, ProgrammeId};
use std::collections::BTreeMap;

/// One document is drafted for each of these. The order number is among them: a school files one invoice under one order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Onto {
    programme: ProgrammeId,
    name: String,
    email: String,
    po_number: String,
    is_time_sheet: bool,
    /// Of a time sheet: the school that is billed from it.
    bill_to: String,
    /// Electronic invoices cannot mix lines outside the scope of VAT with others.
    vat: crate::domain::invoice::VatCode,
}

struct Pile {
    urn: Option<Urn>,
    email: EmailAddress,
    lines: Vec<Line>,
    /// Fees on top, by deployment.
    fees: BTreeMap<CaseId, (Pence, Charging)>,
}

/// A school has an invoice of so many visits at most; what is more goes onto the next.
const MOST_LINES: usize = 300;

/// Everything that confirmed days lead to on the side of the supported schools. `only` says whose days are wanted.
pub fn sales(books: &Books<'_>, due: Due, only: impl Fn(&Deployment) -> bool) -> Drafting {
    let mut drafting = Drafting::default();
    let mut piles: BTreeMap<Onto, Pile> = BTreeMap::new();
    let mut funds: Vec<Fund> = books.facts.funds.clone();
    let mut advances = left_of_advances(books);
    for visit in &books.facts.visits {
        let open = visit.state == visit::State::Confirmed && visit.billing == Billing::Unbilled;
        let Some(deployment) = books.facts.deployment(&visit.deployment).filter(|known| open && only(known)) else {
            continue;
        };
        if change_is_pending(deployment) {
            continue;
        }
        let charging = match books.charging(deployment) {
            Ok(charging) => charging,
            Err(sentence) => {
                drafting.trouble(deployment, sentence);
                continue;
            }
        };
        let onto = match charging.how {
            How::Swap => {
                swap(&mut drafting, deployment, visit);
                continue;
            }
            How::Fund => {
                draw(&mut drafting, deployment, &charging, visit, &mut funds);
                continue;
            }
            How::Invoice if cover(&mut drafting, &mut advances, visit) => continue,
            // The invoice in advance comes first; what is worked beyond it is billed as it comes.
            // Of work that is over none will come.
            How::Invoice
                if charging.when == When::InAdvance
                    && !has_issued_advance(books, deployment)
                    && !deployment.state.is_over() =>
            {
                continue;
            }
            How::Invoice | How::Direct
                if !due.includes(&books.config.calendar, books.today, deployment, &charging, visit.day) =>
            {
                continue;
            }
            How::Invoice => match missing_order_number(books, deployment, &charging) {
                Some(missing) => {
                    drafting.trouble(deployment, missing);
                    continue;
                }
                None => invoice_to(deployment, &charging),
            },
            How::Direct => match time_sheet_to(deployment, &charging, visit) {
                Ok(onto) => onto,
                Err(sentence) => {
                    drafting.trouble(deployment, sentence);
                    continue;
                }
            },
        };
        let Ok(charge) = charging.of(visit.half_days) else {
            drafting.trouble(deployment, "a day costs more than can be counted".to_owned());
            continue;
        };
        let (onto, email, urn) = onto;
        let pile = piles.entry(onto).or_insert_with(|| Pile { urn, email, lines: vec![], fees: BTreeMap::new() });
        pile.lines.push(line(books, deployment, &charging, visit, charge.sale));
        if !charge.fee_on_top.is_zero() {
            let fee = pile.fees.entry(deployment.number.clone()).or_insert_with(|| (Pence::ZERO, charging.clone()));
            fee.0 = [fee.0, charge.fee_on_top].into_iter().sum();
        }
    }
    for (onto, pile) in piles {
        pile_up(books, &mut drafting, onto, pile);
    }
    drafting
}

/// Sales, advances, and what home schools are paid for them.
pub fn draft(books: &Books<'_>, due: Due, only: impl Fn(&Deployment) -> bool) -> Drafting {
    let mut drafting = sales(books, due, &only);
    let advances = advances(books, &only);
    drafting.changes.extend(advances.changes);
    drafting.troubles.extend(advances.troubles);
    let home = super::reimbursements(books, &drafting.sold(books), &only);
    drafting.changes.extend(home.changes);
    drafting.troubles.extend(home.troubles);
    drafting
}

/// Invoices for deployments whose days are paid in advance: once everybody has agreed.
pub fn advances(books: &Books<'_>, only: impl Fn(&Deployment) -> bool) -> Drafting {
    let mut drafting = Drafting::default();
    for deployment in books.facts.deployments.iter().filter(|known| known.state == State::Active && only(known)) {
        let (Ok(charging), Some(plan)) = (books.charging(deployment), &deployment.plan) else { continue };
        let wanted = is_invoiced(&charging) && charging.when == When::InAdvance && plan.half_days > HalfDays::NONE;
        if !wanted || has_advance(books, deployment) || change_is_pending(deployment) {
            continue;
        }
        if let Some(missing) = missing_order_number(books, deployment, &charging) {
            drafting.trouble(deployment, missing);
            continue;
        }
        let Ok(charge) = charging.of(plan.half_days) else { continue };
        let (onto, email, urn) = invoice_to(deployment, &charging);
        let what = format!("{}, {} in advance", deployment.request.subject, plan.half_days);
        let whole = Line {
            what,
            half_days: plan.half_days,
            day_rate: charging.day_rate(),
            net: charge.sale,
            ..blank_line(books, deployment, &charging)
        };
        let fees = match charge.fee_on_top.is_zero() {
            true => BTreeMap::new(),
            false => BTreeMap::from([(deployment.number.clone(), (charge.fee_on_top, charging.clone()))]),
        };
        let before = drafting.changes.len();
        pile_up(books, &mut drafting, onto, Pile { urn, email, lines: vec![whole], fees });
        for change in drafting.changes.iter_mut().skip(before) {
            if let MoneyChange::Drafted { invoice } = change {
                invoice.in_advance = true;
            }
        }
    }
    drafting
}

/// A day that was paid in advance needs no invoice. One that only half fits is billed as a whole.
fn cover(drafting: &mut Drafting, advances: &mut [(CaseId, LineId, HalfDays)], visit: &Visit) -> bool {
    let found = advances.iter_mut().find(|(number, _, left)| *number == visit.deployment && *left >= visit.half_days);
    let Some((_, line, left)) = found else { return false };
    *left = left.less(visit.half_days);
    drafting.covered = [drafting.covered, visit.half_days].into_iter().sum();
    drafting.changes.push(MoneyChange::Covered { visit: visit.id, line: *line });
    true
}

fn swap(drafting: &mut Drafting, deployment: &Deployment, visit: &Visit) {
    let Some(person) = deployment.person(&visit.email) else { return };
    drafting.swapped = [drafting.swapped, visit.half_days].into_iter().sum();
    drafting.changes.push(MoneyChange::Swapped {
        visit: visit.id,
        gives: person.home_school.clone(),
        gets: deployment.school.name.clone(),
        half_days: visit.half_days,
    });
}

type Addressed = (Onto, EmailAddress, Option<Urn>);

fn invoice_to(deployment: &Deployment, charging: &Charging) -> Addressed {
    let (name, email) = payer(deployment, charging);
    let urn = if charging.payer.is_some() { None } else { deployment.school.urn };
    let onto = Onto {
        programme: deployment.programme.clone(),
        name,
        email: email.folded().to_owned(),
        po_number: deployment.school.order_number().to_owned(),
        is_time_sheet: false,
        bill_to: String::new(),
        vat: charging.vat,
    };
    (onto, email, urn)
}

fn time_sheet_to(deployment: &Deployment, charging: &Charging, visit: &Visit) -> Result<Addressed, String> {
    let person = deployment.person(&visit.email).ok_or("nobody of that address is part of it")?;
    let email = person
        .head_email
        .clone()
        .ok_or_else(|| format!("nobody at {} is known to whom its time sheet could go", person.home_school))?;
    let onto = Onto {
        programme: deployment.programme.clone(),
        name: person.home_school.clone(),
        email: email.folded().to_owned(),
        po_number: String::new(),
        is_time_sheet: true,
        bill_to: deployment.school.name.clone(),
        vat: charging.vat,
    };
    Ok((onto, email, person.home_urn))
}

fn line(books: &Books<'_>, deployment: &Deployment, charging: &Charging, visit: &Visit, net: Pence) -> Line {
    Line {
        visit: Some(visit.id),
        day: Some(visit.day),
        who: visit.name.clone(),
        half_days: visit.half_days,
        day_rate: charging.day_rate(),
        net,
        ..blank_line(books, deployment, charging)
    }
}

fn pile_up(books: &Books<'_>, drafting: &mut Drafting, onto: Onto, pile: Pile) {
    let kind = if onto.is_time_sheet { Kind::TimeSheet } else { Kind::Invoice };
    let policy = &books.config.billing.invoices;
    let series = if onto.is_time_sheet { &policy.time_sheet_series } else { &policy.series };
    let mut fees: Vec<Line> = vec![];
    for (number, (fee, charging)) in &pile.fees {
        let Some(deployment) = books.facts.deployment(number) else { continue };
        let what = format!("The alliance’s fee for {number}");
        let nominal = charging.nominals.fee.clone();
        fees.push(Line { what, net: *fee, nominal, ..blank_line(books, deployment, charging) });
    }
    let mut rest = pile.lines.as_slice();
    while !rest.is_empty() {
        let (now, later) = rest.split_at(rest.len().min(MOST_LINES));
        rest = later;
        let mut lines = now.to_vec();
        if rest.is_empty() {
            lines.append(&mut fees);
        }
        let Ok((net, vat, gross)) = totals(&books.config.billing, &lines) else { continue };
        let invoice = Invoice {
            programme: onto.programme.clone(),
            school: onto.name.clone(),
            urn: pile.urn,
            email: pile.email.clone(),
            po_number: onto.po_number.clone(),
            lines,
            net,
            vat,
            gross,
            ..blank(books, kind, series, &onto.programme, &pile.email)
        };
        drafting.changes.push(MoneyChange::Drafted { invoice: Box::new(invoice) });
    }
}
