//! The arithmetic of an invoice: whole pence, VAT on each treatment's sum.

use super::document::{Charge, Line, Totals, Vat, VatGroup};
use super::fault::Fault;
use crate::domain::money::Pence;

/// What stands in the XML for every line of somebody who is not registered for VAT.
pub const NOT_REGISTERED: &str = "Not VAT registered";

impl Line {
    /// Days times rate; `None` for a plain sum.
    ///
    /// # Errors
    /// When it is more than can be counted.
    pub fn worked_out(&self) -> Result<Option<Pence>, Fault> {
        match self.charge {
            Charge::Days { half_days, per_day } => {
                per_day.checked_part(i64::from(half_days), 2).map(Some).ok_or(Fault::TooMuch)
            }
            Charge::Sum => Ok(None),
        }
    }

    /// The treatment that is shown: who is not registered has none to show.
    pub(super) fn treatment(&self, registered: bool) -> Vat {
        if registered { self.vat.clone() } else { Vat::OutsideScope(NOT_REGISTERED.to_owned()) }
    }
}

/// The group of a treatment: the standard demands one for all exempt lines, whatever their reasons.
fn same_group(a: &Vat, b: &Vat) -> bool {
    match (a, b) {
        (Vat::Exempt(_), Vat::Exempt(_)) | (Vat::OutsideScope(_), Vat::OutsideScope(_)) => true,
        (Vat::Standard(a), Vat::Standard(b)) => a == b,
        (Vat::Exempt(_) | Vat::OutsideScope(_) | Vat::Standard(_), _) => false,
    }
}

fn add_reason(all: &mut Vat, one: &Vat) {
    match (all, one) {
        (Vat::Exempt(all), Vat::Exempt(one)) | (Vat::OutsideScope(all), Vat::OutsideScope(one)) => {
            if !all.split("; ").any(|known| known == one) {
                if !all.is_empty() {
                    all.push_str("; ");
                }
                all.push_str(one);
            }
        }
        (Vat::Exempt(_) | Vat::OutsideScope(_) | Vat::Standard(_), _) => {}
    }
}

impl Totals {
    /// Adds up the lines. `registered`: whether the seller is registered for VAT; `paid`: what has been received already.
    ///
    /// # Errors
    /// When a sum is more than can be counted.
    pub fn of(lines: &[Line], registered: bool, paid: Pence) -> Result<Self, Fault> {
        let mut groups: Vec<VatGroup> = vec![];
        for line in lines {
            let vat = line.treatment(registered);
            match groups.iter_mut().find(|group| same_group(&group.vat, &vat)) {
                Some(group) => {
                    group.net = group.net.checked_add(line.net).ok_or(Fault::TooMuch)?;
                    add_reason(&mut group.vat, &vat);
                }
                None => groups.push(VatGroup { vat, net: line.net, tax: Pence::ZERO }),
            }
        }
        for group in &mut groups {
            group.tax = match group.vat {
                Vat::Standard(rate) => group.net.checked_percentage(i64::from(rate)).ok_or(Fault::TooMuch)?,
                Vat::Exempt(_) | Vat::OutsideScope(_) => Pence::ZERO,
            };
        }
        groups.sort_by(|a, b| a.vat.cmp(&b.vat));
        let net = Pence::checked_sum(lines.iter().map(|line| line.net)).ok_or(Fault::TooMuch)?;
        let vat = Pence::checked_sum(groups.iter().map(|group| group.tax)).ok_or(Fault::TooMuch)?;
        let gross = net.checked_add(vat).ok_or(Fault::TooMuch)?;
        let due = gross.checked_sub(paid).ok_or(Fault::TooMuch)?;
        Ok(Self { net, groups, vat, gross, paid, due })
    }
}

/// `½`, `1`, `2½`: half-days as people write days.
pub fn days_in_words(half_days: u32) -> String {
    match (half_days / 2, half_days % 2) {
        (0, 1) => "½".to_owned(),
        (days, 0) => days.to_string(),
        (days, _) => format!("{days}½"),
    }
}

/// `0.5`, `1`, `2.5`: half-days as the XML writes days.
pub(super) fn days_in_figures(half_days: u32) -> String {
    if half_days.is_multiple_of(2) { (half_days / 2).to_string() } else { format!("{}.5", half_days / 2) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(net: i64, vat: Vat) -> Line {
        Line {
            description: "Support".to_owned(),
            dates: vec![],
            who: String::new(),
            charge: Charge::Sum,
            net: Pence(net),
            vat,
            note: String::new(),
            case: String::new(),
        }
    }

    #[test]
    fn vat_is_worked_out_on_the_sum_of_a_treatment() {
        let exempt = |why: &str| Vat::Exempt(why.to_owned());
        let lines = [
            line(33, Vat::Standard(2000)),
            line(35_000, exempt("Staff")),
            line(33, Vat::Standard(2000)),
            line(100, exempt("Training")),
            line(17_500, exempt("Staff")),
        ];
        let totals = Totals::of(&lines, true, Pence(600)).unwrap();
        let groups: Vec<_> = totals.groups.iter().map(|g| (g.vat.clone(), g.net.0, g.tax.0)).collect();
        // 66 × 20 % is 13.2; line by line it would have been 7 + 7.
        assert_eq!(groups, [(exempt("Staff; Training"), 52_600, 0), (Vat::Standard(2000), 66, 13)]);
        assert_eq!((totals.net.0, totals.vat.0, totals.gross.0, totals.due.0), (52_666, 13, 52_679, 52_079));
    }

    #[test]
    fn who_is_not_registered_shows_no_vat_whatever_policy_says() {
        let lines = [line(100, Vat::Exempt("Staff".to_owned())), line(50, Vat::OutsideScope("Grant".to_owned()))];
        let totals = Totals::of(&lines, false, Pence::ZERO).unwrap();
        assert_eq!(totals.groups.len(), 1);
        assert_eq!(totals.groups[0].vat, Vat::OutsideScope(NOT_REGISTERED.to_owned()));
        assert_eq!(totals.gross, Pence(150));
    }

    #[test]
    fn half_days_are_written_for_people_and_for_machines() {
        let words: Vec<_> = [1, 2, 3, 30].map(days_in_words).into();
        assert_eq!(words, ["½", "1", "1½", "15"]);
        let figures: Vec<_> = [1, 2, 3, 30].map(days_in_figures).into();
        assert_eq!(figures, ["0.5", "1", "1.5", "15"]);
    }

    #[test]
    fn what_cannot_be_counted_is_a_fault() {
        let lines = [line(i64::MAX, Vat::Standard(2000)), line(1, Vat::Standard(2000))];
        assert_eq!(Totals::of(&lines, true, Pence::ZERO), Err(Fault::TooMuch));
    }
}
