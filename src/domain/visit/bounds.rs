//! What was agreed about days, and what a logged day does to it.

use super::{Flag, Visit};
use crate::domain::deployment::Plan;
use crate::domain::school_days::SchoolDays;
use crate::domain::worked::HalfDays;
use jiff::civil::Date;

/// What holds for the days of one person at one school.
#[derive(Debug, Clone, Copy)]
pub struct Bounds<'a> {
    pub calendar: &'a SchoolDays,
    pub plan: Option<&'a Plan>,
    /// How much of the plan is this person's, where the days are shared; none where that is not said.
    pub share: HalfDays,
    /// In an academic year, wherever they are; none for as many as are agreed.
    pub most_a_year: HalfDays,
    /// Calendar days after which a log is late.
    pub late_days: u32,
    /// Whether days without school are shown to the coordinator.
    pub only_school_days: bool,
}

/// Half-days of visits that stand.
pub fn sum<'a>(visits: impl IntoIterator<Item = &'a Visit>) -> HalfDays {
    visits.into_iter().filter(|visit| visit.stands()).map(|visit| visit.half_days).sum()
}

/// The first and the last day of the academic year that a day lies in.
pub fn academic_year(day: Date) -> (Date, Date) {
    let first = if day.month() >= 9 { day.year() } else { day.year().saturating_sub(1) };
    let of = |year: i16, month: i8, last: i8| Date::new(year, month, last).unwrap_or(day);
    (of(first, 9, 1), of(first.saturating_add(1), 8, 31))
}

impl Bounds<'_> {
    /// What a coordinator should look at in a day that is about to be logged. `others` are all that is known of this
    /// person and of this deployment.
    pub fn flags(&self, new: &Visit, others: &[&Visit], logged_on: Date) -> Vec<Flag> {
        let others = || others.iter().copied().filter(|other| other.stands() && other.id != new.id);
        let theirs = || others().filter(|other| other.email == new.email);
        let here = || others().filter(|other| other.deployment == new.deployment);
        let with = |more: HalfDays| HalfDays(more.0.saturating_add(new.half_days.0));
        let elsewhere = theirs().filter(|other| other.deployment != new.deployment && other.day == new.day);
        let (first, last) = academic_year(new.day);
        let this_year = theirs().filter(|other| first <= other.day && other.day <= last);
        let mut flags = vec![];
        let mut flag = |flag: Flag, is_so: bool| {
            if is_so {
                flags.push(flag);
            }
        };
        flag(Flag::Overlap, with(sum(elsewhere)) > HalfDays::DAY);
        flag(Flag::NoSchoolDay, self.only_school_days && !self.calendar.is_school_day(new.day));
        let beyond_share =
            self.share > HalfDays::NONE && with(sum(here().filter(|other| other.email == new.email))) > self.share;
        let beyond_plan = self.plan.is_some_and(|plan| with(sum(here())) > plan.half_days);
        flag(Flag::MoreThanAgreed, beyond_plan || beyond_share);
        flag(Flag::BeyondTheYear, self.most_a_year > HalfDays::NONE && with(sum(this_year)) > self.most_a_year);
        let age = new.day.until((jiff::Unit::Day, logged_on)).map_or(0, |span| span.get_days());
        flag(Flag::LoggedLate, i64::from(age) > i64::from(self.late_days));
        let outside = self.plan.is_some_and(|plan| new.day < plan.starts_on || new.day > plan.ends_on);
        flag(Flag::OutsideTheTerm, outside);
        flags
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deployment::Model;
    use crate::domain::visit::{Billing, State, VisitId};
    use crate::domain::{CaseId, EmailAddress};
    use jiff::Timestamp;
    use jiff::civil::date;

    fn visit(id: i64, deployment: u32, day: Date, half_days: u32) -> Visit {
        Visit {
            id: VisitId(id),
            deployment: CaseId::new("DEP", 2027, deployment),
            name: "Priya Nair".into(),
            email: EmailAddress::parse("p.nair@hazelbank.example").unwrap(),
            day,
            half_days: HalfDays(half_days),
            words: String::new(),
            minutes: None,
            message: None,
            logged_at: Timestamp::UNIX_EPOCH,
            logged_by: String::new(),
            state: State::Logged,
            state_since: Timestamp::UNIX_EPOCH,
            state_because: String::new(),
            told_at: None,
            billing: Billing::Unbilled,
            reimbursed: false,
            sold_at: None,
            flags: vec![],
        }
    }

    fn plan() -> Plan {
        Plan {
            model: Model::Spread,
            half_days: HalfDays(6),
            starts_on: date(2027, 5, 4),
            ends_on: date(2027, 7, 16),
            review_on: None,
            end_point: String::new(),
            lines: vec![],
        }
    }

    fn flags(new: &Visit, others: &[Visit], logged_on: Date) -> Vec<Flag> {
        let calendar = SchoolDays::new(vec![(date(2027, 5, 31), date(2027, 6, 4))]);
        let plan = plan();
        let bounds = Bounds {
            calendar: &calendar,
            plan: Some(&plan),
            share: HalfDays::NONE,
            most_a_year: HalfDays(30),
            late_days: 30,
            only_school_days: true,
        };
        bounds.flags(new, &others.iter().collect::<Vec<_>>(), logged_on)
    }

    #[test]
    fn a_plain_day_has_no_flag() {
        let day = date(2027, 5, 6);
        assert_eq!(flags(&visit(0, 1, day, 2), &[], day), []);
        // The last half-day that was agreed.
        let others = [visit(1, 1, date(2027, 5, 4), 2), visit(2, 1, date(2027, 5, 5), 2)];
        assert_eq!(flags(&visit(0, 1, day, 2), &others, day), []);
    }

    #[test]
    fn each_flag_is_raised_by_its_own_bound_and_not_before_it() {
        let day = date(2027, 5, 6);
        let at = |half_days| visit(0, 1, day, half_days);
        // Two halves at two schools make one day; more than that overlaps.
        assert_eq!(flags(&at(1), &[visit(1, 2, day, 1)], day), []);
        assert_eq!(flags(&at(2), &[visit(1, 2, day, 1)], day), [Flag::Overlap]);
        let mut withdrawn = visit(1, 2, day, 2);
        withdrawn.state = State::Withdrawn;
        assert_eq!(flags(&at(2), &[withdrawn], day), []);
        assert_eq!(flags(&visit(0, 1, date(2027, 6, 1), 2), &[], date(2027, 6, 1)), [Flag::NoSchoolDay], "half-term");
        assert_eq!(flags(&visit(0, 1, date(2027, 5, 8), 2), &[], date(2027, 5, 9)), [Flag::NoSchoolDay], "a Saturday");
        let three = [4, 5, 7].map(|of| visit(i64::from(of), 1, date(2027, 5, of), 2));
        assert_eq!(flags(&at(1), &three, day), [Flag::MoreThanAgreed]);
        // Another's days count towards what was agreed with the school.
        let mut others = three;
        others[0].email = EmailAddress::parse("t.hale@hazelbank.example").unwrap();
        assert_eq!(flags(&at(1), &others, day), [Flag::MoreThanAgreed]);
        assert_eq!(flags(&visit(0, 1, day, 2), &[], date(2027, 6, 5)), []);
        assert_eq!(flags(&visit(0, 1, day, 2), &[], date(2027, 6, 6)), [Flag::LoggedLate]);
        assert_eq!(flags(&visit(0, 1, date(2027, 4, 30), 2), &[], day), [Flag::OutsideTheTerm]);
        assert_eq!(flags(&visit(0, 1, date(2027, 7, 19), 2), &[], date(2027, 7, 19)), [Flag::OutsideTheTerm]);
    }

    #[test]
    fn the_years_days_are_counted_from_september_wherever_they_were_worked() {
        let others: Vec<Visit> = (1..=15).map(|of| visit(i64::from(of), 2, date(2026, 11, of), 2)).collect();
        let day = date(2027, 5, 6);
        assert_eq!(flags(&visit(0, 1, day, 1), &others, day), [Flag::BeyondTheYear]);
        let last_year: Vec<Visit> = (1..=15).map(|of| visit(i64::from(of), 2, date(2026, 8, of), 2)).collect();
        assert_eq!(flags(&visit(0, 1, day, 1), &last_year, day), []);
        assert_eq!(academic_year(date(2027, 8, 31)), (date(2026, 9, 1), date(2027, 8, 31)));
        assert_eq!(academic_year(date(2027, 9, 1)), (date(2027, 9, 1), date(2028, 8, 31)));
    }

    #[test]
    fn a_share_is_a_bound_of_its_own() {
        let (calendar, plan) = (SchoolDays::default(), plan());
        let bounds = Bounds {
            calendar: &calendar,
            plan: Some(&plan),
            share: HalfDays::DAY,
            most_a_year: HalfDays::NONE,
            late_days: 30,
            only_school_days: true,
        };
        let day = date(2027, 5, 6);
        assert_eq!(bounds.flags(&visit(0, 1, day, 2), &[], day), []);
        let before = visit(1, 1, date(2027, 5, 5), 1);
        assert_eq!(bounds.flags(&visit(0, 1, day, 2), &[&before], day), [Flag::MoreThanAgreed]);
    }
}
