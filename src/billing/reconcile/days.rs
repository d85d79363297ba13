//! Days logged = billed + unbilled + swapped + funded + billed directly.
//!
//! One side counts the visits. The other counts what documents, funds and swaps say, by their own figures: a line that is
//! there without its visit, or a visit that stands in two places, is a difference.

use super::{Index, Reconciliation, named};
use crate::domain::civil::date_in_short;
use crate::domain::invoice::{Kind, Place, Side, State};
use crate::domain::visit::{Billing, VisitId};
use crate::domain::worked::HalfDays;
use std::collections::BTreeMap;

/// What the books say of a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Billed,
    InAdvance,
    Direct,
    Funded,
    Swapped,
}

impl Said {
    fn as_visits_have_it(self) -> Billing {
        match self {
            Self::Billed | Self::InAdvance => Billing::Billed,
            Self::Direct => Billing::Direct,
            Self::Funded => Billing::Funded,
            Self::Swapped => Billing::Swapped,
        }
    }
}

/// What is said of a day, how much of one, and where.
type Entry = (Said, HalfDays, String);

pub fn count(index: &Index<'_>, found: &mut Reconciliation) {
    let entries = entries(index, found);
    let mut days = super::Days::default();
    for visit in index.visits.values().filter(|visit| visit.stands()) {
        days.logged = [days.logged, visit.half_days].into_iter().sum();
        if !entries.contains_key(&visit.id) {
            days.unbilled = [days.unbilled, visit.half_days].into_iter().sum();
        }
    }
    for (id, said) in &entries {
        for (what, half_days, _) in said {
            let sum = match what {
                Said::Billed => &mut days.billed,
                Said::InAdvance => &mut days.in_advance,
                Said::Direct => &mut days.direct,
                Said::Funded => &mut days.funded,
                Said::Swapped => &mut days.swapped,
            };
            *sum = [*sum, *half_days].into_iter().sum();
        }
        compare(index, *id, said, found);
    }
    for visit in index.visits.values().filter(|visit| !entries.contains_key(&visit.id)) {
        if visit.billing != Billing::Unbilled {
            let word = visit.billing.word();
            found.faults.push(format!("{}: noted as {word}, and on no document.", named(visit)));
        }
    }
    let settled = [days.billed, days.in_advance, days.swapped, days.funded, days.direct, days.unbilled];
    let settled: HalfDays = settled.into_iter().sum();
    if settled != days.logged {
        found.faults.push(format!("Days: {} were logged, and the books account for {settled}.", days.logged));
    }
    found.days = days;
}

/// Everything that the books say of days, by visit.
fn entries(index: &Index<'_>, found: &mut Reconciliation) -> BTreeMap<VisitId, Vec<Entry>> {
    let mut entries: BTreeMap<VisitId, Vec<Entry>> = BTreeMap::new();
    for (invoice, line) in index.lines.values() {
        let what = match invoice.kind {
            Kind::Invoice => Said::Billed,
            Kind::TimeSheet => Said::Direct,
            Kind::CreditNote | Kind::SelfBilling | Kind::SelfCredit | Kind::HomeInvoice => continue,
        };
        let Some(visit) = line.visit.filter(|_| index.taken_back(line.id).is_empty()) else { continue };
        entries.entry(visit).or_default().push((what, line.half_days, invoice.name()));
        if index.visits.get(&visit).is_none_or(|visit| line.day != Some(visit.day)) {
            let day = line.day.map(date_in_short).unwrap_or_default();
            found.faults.push(format!("{}: its line of {day} is of no such visit.", invoice.name()));
        }
    }
    for standing in index.standings {
        let entry = match &standing.place {
            Place::Line(Side::Sale, line) => match index.lines.get(line) {
                // A line of its own was counted above, from the document.
                Some((_, line)) if line.visit.is_some() => continue,
                Some((invoice, _)) if invoice.state == State::Issued => {
                    let half_days = index.visits.get(&standing.visit).map_or(HalfDays::NONE, |visit| visit.half_days);
                    (Said::InAdvance, half_days, invoice.name())
                }
                Some((invoice, _)) => (Said::InAdvance, HalfDays::NONE, invoice.name()),
                None => {
                    let who = index.visits.get(&standing.visit).map(|visit| named(visit)).unwrap_or_default();
                    found.faults.push(format!("{who}: it stands on a document that was dropped."));
                    continue;
                }
            },
            Place::Line(Side::Purchase, _) => continue,
            Place::Fund { name, .. } => {
                let half_days = index.visits.get(&standing.visit).map_or(HalfDays::NONE, |visit| visit.half_days);
                (Said::Funded, half_days, format!("the fund “{name}”"))
            }
            Place::Swap { half_days, .. } => (Said::Swapped, *half_days, "the ledger of swaps".to_owned()),
        };
        entries.entry(standing.visit).or_default().push(entry);
    }
    entries
}

/// One day, as both sides have it.
fn compare(index: &Index<'_>, id: VisitId, said: &[Entry], found: &mut Reconciliation) {
    let Some(visit) = index.visits.get(&id) else {
        found.faults.push(format!("Visit {} is on a document and in no log.", id.0));
        return;
    };
    let who = named(visit);
    let places: Vec<&str> = said.iter().map(|(.., place)| place.as_str()).collect();
    let places = places.join(" and ");
    if !visit.stands() {
        found.faults.push(format!("{who}: it was withdrawn, and stands on {places}; `credit` takes it off."));
        return;
    }
    let [(what, half_days, _)] = said else {
        found.faults.push(format!("{who}: it stands in two places, {places}."));
        return;
    };
    if *half_days != visit.half_days {
        found.faults.push(format!("{who}: {} were logged, and {places} says {half_days}.", visit.half_days));
    }
    if visit.billing != what.as_visits_have_it() {
        found.faults.push(format!("{who}: it is on {places}, and noted as {}.", visit.billing.word()));
    }
}
