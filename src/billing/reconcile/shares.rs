//! Income = home schools' shares + the alliance's fees, to the penny; what was paid in advance and not worked yet stands apart.
//!
//! One side is the sums beneath the documents and what was drawn from funds. The other goes from day to day and asks
//! [`crate::domain::charging::Charging`] what of it is whose. Where a deployment has been agreed otherwise since, what
//! was billed before stays as it was: its lines say at which rate, and the fee is then what the home school does not have.

use super::{Index, Reconciliation, named};
use crate::billing::{charging, share};
use crate::domain::CaseId;
use crate::domain::charging::{Charge, Charging, How};
use crate::domain::deployment::Deployment;
use crate::domain::invoice::{Invoice, Kind, Line, Place, Side, State};
use crate::domain::money::Pence;
use crate::domain::visit::{Visit, VisitId};
use crate::domain::worked::HalfDays;
use std::collections::{BTreeMap, BTreeSet};

/// What came in for days, and whose it is; before VAT.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Income {
    /// Invoices, drafts among them, less issued credit notes.
    pub documents: Pence,
    pub drawn: Pence,
    /// Shares of home schools: on what has been issued or noted, on drafts, and due without either.
    pub home_issued: Pence,
    pub home_drafted: Pence,
    pub home_due: Pence,
    pub fees: Pence,
    /// Paid in advance for days that have not been worked.
    pub in_advance: Pence,
    /// What credit notes for a part of a fee rounded.
    pub rounding: Pence,
    /// Paid or promised to home schools for days that are not billed (any more): no part of the sum.
    pub home_without_income: Pence,
}

impl Income {
    pub fn came(&self) -> Pence {
        [self.documents, self.drawn].into_iter().sum()
    }

    pub fn shared(&self) -> Pence {
        let parts = [self.home_issued, self.home_drafted, self.home_due, self.fees, self.in_advance, self.rounding];
        parts.into_iter().sum()
    }
}

/// A day that has been billed or funded: what came in for it, and who has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub visit: VisitId,
    /// With its part of a fee on top.
    pub income: Pence,
    pub home: Pence,
    pub fee: Pence,
}

/// Fees on top and advances of one deployment: its documents do not say to which day each penny belongs.
#[derive(Default)]
struct Besides {
    /// As documents have them, less what was credited.
    tops: Pence,
    advances: Pence,
    /// As the days have them.
    tops_worked: Pence,
    advances_worked: Pence,
    /// In how many places a penny may have been rounded.
    pennies: i64,
    has_advance: bool,
    on_other_terms: bool,
}

fn add(sum: &mut Pence, amount: Pence) {
    *sum = [*sum, amount].into_iter().sum();
}

fn less(one: Pence, other: Pence) -> Pence {
    one.checked_sub(other).unwrap_or(Pence::ZERO)
}

pub fn count(index: &Index<'_>, found: &mut Reconciliation) {
    let mut besides = besides(index);
    let purchases = index.purchase_lines();
    let mut settled: BTreeSet<VisitId> = BTreeSet::new();
    for standing in index.standings {
        let Some((visit, deployment)) = known(index, standing.visit) else { continue };
        let terms = charging(index.books.config, deployment).ok();
        let own = besides.entry(deployment.number.clone()).or_default();
        let purchase = purchases.get(&visit.id);
        let day = match &standing.place {
            Place::Line(Side::Sale, line) => match index.lines.get(line) {
                Some((invoice, line)) if invoice.kind == Kind::Invoice => {
                    let day = Day { index, visit, deployment, terms: terms.as_ref(), purchase };
                    day.billed(invoice, line, own, found)
                }
                Some(_) | None => continue,
            },
            Place::Fund { name, amount } => {
                add(&mut found.income.drawn, *amount);
                let day = Day { index, visit, deployment, terms: terms.as_ref(), purchase };
                day.funded(name, *amount, own, found)
            }
            Place::Line(Side::Purchase, _) | Place::Swap { .. } => continue,
        };
        settled.insert(visit.id);
        match purchase {
            Some((invoice, _)) if invoice.state == State::Issued => add(&mut found.income.home_issued, day.home),
            Some(_) => add(&mut found.income.home_drafted, day.home),
            None => add(&mut found.income.home_due, day.home),
        }
        add(&mut found.income.fees, day.fee);
        found.shares.push(day);
    }
    for (number, own) in &besides {
        own.close(number, found);
    }
    for (visit, (invoice, line)) in purchases.iter().filter(|(visit, _)| !settled.contains(visit)) {
        add(&mut found.income.home_without_income, line.net);
        if let Some(visit) = index.visits.get(visit) {
            let (who, name) = (named(visit), invoice.name());
            found.notes.push(format!("{who}: the home school has {} on {name}, and the day is not billed.", line.net));
        }
    }
    documents(index, found);
    let (came, shared) = (found.income.came(), found.income.shared());
    if came != shared {
        found.faults.push(format!("Income: the documents and funds come to {came}, the shares to {shared}."));
    }
}

fn known<'a>(index: &Index<'a>, visit: VisitId) -> Option<(&'a Visit, &'a Deployment)> {
    let visit = *index.visits.get(&visit)?;
    Some((visit, index.books.facts.deployment(&visit.deployment)?))
}

/// The sums beneath the documents.
fn documents(index: &Index<'_>, found: &mut Reconciliation) {
    let mut owed_by_rows = Pence::ZERO;
    for invoice in index.books.facts.invoices.iter().filter(|invoice| invoice.state != State::Dropped) {
        let issued = invoice.state == State::Issued;
        let back = invoice.net.checked_neg().unwrap_or(Pence::ZERO);
        match invoice.kind {
            Kind::Invoice => add(&mut found.income.documents, invoice.net),
            Kind::CreditNote if issued => add(&mut found.income.documents, back),
            Kind::SelfBilling | Kind::HomeInvoice => add(&mut owed_by_rows, invoice.net),
            Kind::SelfCredit if issued => add(&mut owed_by_rows, back),
            Kind::CreditNote | Kind::SelfCredit | Kind::TimeSheet => {}
        }
    }
    let income = &found.income;
    let by_days: Pence = [income.home_issued, income.home_drafted, income.home_without_income].into_iter().sum();
    if by_days != owed_by_rows {
        found
            .faults
            .push(format!("Home schools: their statements come to {owed_by_rows}, the days on them to {by_days}."));
    }
}

/// Fees on top and advances, as the documents have them.
fn besides(index: &Index<'_>) -> BTreeMap<CaseId, Besides> {
    let mut besides: BTreeMap<CaseId, Besides> = BTreeMap::new();
    for (invoice, line) in index.lines.values() {
        let Some(number) = line.deployment.clone().filter(|_| invoice.kind == Kind::Invoice && line.visit.is_none())
        else {
            continue;
        };
        let own = besides.entry(number).or_default();
        let back = index.taken_back(line.id);
        let rest = less(line.net, back.iter().map(|line| line.net).sum());
        own.pennies += i64::try_from(back.len()).unwrap_or(i64::MAX);
        if line.half_days > HalfDays::NONE {
            add(&mut own.advances, rest);
            own.has_advance = true;
        } else {
            add(&mut own.tops, rest);
        }
    }
    besides
}

impl Besides {
    fn close(&self, number: &CaseId, found: &mut Reconciliation) {
        let left = less(self.advances, self.advances_worked);
        if left.0 < -self.pennies {
            let (paid, worked) = (self.advances, self.advances_worked);
            found.faults.push(format!("{number}: {paid} was paid in advance, and days for {worked} stand on it."));
        }
        add(&mut found.income.in_advance, left);
        let fee = less(self.tops, self.tops_worked);
        if self.on_other_terms {
            // What was agreed then is not on record any more: the documents have the fee as it was.
            add(&mut found.income.fees, fee);
        } else if self.has_advance {
            add(&mut found.income.in_advance, fee);
        } else {
            if fee.0.abs() > self.pennies {
                let (said, due) = (self.tops, self.tops_worked);
                found.faults.push(format!("{number}: its documents have fees of {said} on top, policy {due}."));
            }
            add(&mut found.income.rounding, fee);
        }
    }
}

/// A day, with all that says how it is shared out.
struct Day<'i, 'a> {
    index: &'i Index<'a>,
    visit: &'a Visit,
    deployment: &'a Deployment,
    /// As agreed now; `None` where policy contradicts itself.
    terms: Option<&'i Charging>,
    purchase: Option<&'i (&'a Invoice, &'a Line)>,
}

impl Day<'_, '_> {
    /// The present terms, where they are those by which the home school's side was written, and what a day comes to by them.
    fn present(&self, how: How) -> Option<(&Charging, Charge)> {
        let terms = self.terms.filter(|terms| terms.how == how)?;
        let whole = terms.of(HalfDays::DAY).ok()?;
        let same = self.purchase.is_none_or(|(_, line)| line.day_rate == whole.home);
        same.then_some(())?;
        Some((terms, terms.of(self.visit.half_days).ok()?))
    }

    /// The home school's share: as its statement has it, or as it is due.
    fn home(&self) -> Pence {
        match self.purchase {
            Some((_, line)) => line.net,
            None => share(self.index.books, self.deployment, self.visit, self.visit.sold_at)
                .map_or(Pence::ZERO, |line| line.net),
        }
    }

    fn billed(&self, invoice: &Invoice, line: &Line, own: &mut Besides, found: &mut Reconciliation) -> Share {
        let in_advance = line.visit.is_none();
        let of_rate = line.day_rate.checked_part(i64::from(self.visit.half_days.0), 2).unwrap_or(Pence::ZERO);
        let income = if in_advance { of_rate } else { line.net };
        if in_advance {
            add(&mut own.advances_worked, income);
            own.pennies = own.pennies.saturating_add(1);
        }
        let name = invoice.name();
        match self.present(How::Invoice).filter(|(terms, _)| terms.day_rate() == line.day_rate) {
            Some((_, charge)) => {
                if charge.sale != income {
                    self.differs(&name, income, charge.sale, found);
                }
                add(&mut own.tops_worked, charge.fee_on_top);
                self.by_terms(charge, income, found)
            }
            None => {
                if of_rate != income {
                    self.differs(&name, income, of_rate, found);
                }
                own.on_other_terms = true;
                self.on_other_terms(&name, income, found)
            }
        }
    }

    fn funded(&self, fund: &str, amount: Pence, own: &mut Besides, found: &mut Reconciliation) -> Share {
        let name = format!("the fund “{fund}”");
        let present = self.present(How::Fund);
        let same = present.filter(|(_, charge)| charge.paid() == Some(amount));
        match (same, present, self.purchase) {
            (Some((_, charge)), ..) => {
                add(&mut own.tops_worked, Pence::ZERO);
                Share { income: amount, ..self.by_terms(charge, charge.sale, found) }
            }
            // Its statement was written by the present terms, and so was this.
            (None, Some((_, charge)), Some(_)) => {
                self.differs(&name, amount, charge.paid().unwrap_or_default(), found);
                self.by_terms(charge, charge.sale, found)
            }
            (None, _, None) | (None, None, Some(_)) => self.on_other_terms(&name, amount, found),
        }
    }

    fn by_terms(&self, charge: Charge, income: Pence, found: &mut Reconciliation) -> Share {
        let home = self.home();
        if home != charge.home {
            let name = self.purchase.map(|(invoice, _)| invoice.name()).unwrap_or_default();
            self.differs(&name, home, charge.home, found);
        }
        let income = [income, charge.fee_on_top].into_iter().sum();
        Share { visit: self.visit.id, income, home, fee: charge.fee }
    }

    fn on_other_terms(&self, name: &str, income: Pence, found: &mut Reconciliation) -> Share {
        let note = format!(
            "{}: days on {name} were charged on other terms than those agreed now; they stay as they are.",
            self.visit.deployment
        );
        if !found.notes.contains(&note) {
            found.notes.push(note);
        }
        let home = self.home();
        Share { visit: self.visit.id, income, home, fee: less(income, home) }
    }

    fn differs(&self, name: &str, said: Pence, due: Pence, found: &mut Reconciliation) {
        found
            .faults
            .push(format!("{}: {name} has {said} for it, and what was agreed comes to {due}.", named(self.visit)));
    }
}
