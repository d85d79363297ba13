//! What is out of the ordinary about a logged day: told kindly to whoever logged it, and shown to a coordinator.

use super::read::Said;
use super::take::{Taken, Taking};
use super::who::Work;
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::visit::{Flag, Visit};
use crate::domain::{CaseId, EmailAddress, civil};
use crate::letters::visit::{in_days, in_short};

impl Taking<'_> {
    /// What is out of the ordinary about a day, told kindly to whoever logged it.
    pub(super) fn remark(&self, taken: &Taken, work: &Work<'_>, visit: &Visit, flag: Flag) -> String {
        let day = civil::date_in_words(visit.day);
        let school = &work.deployment.school.name;
        match flag {
            Flag::Overlap => {
                let other = taken.after.iter().find(|other| {
                    other.stands()
                        && other.email == visit.email
                        && other.day == visit.day
                        && other.deployment != visit.deployment
                });
                let there = other.map_or_else(String::new, |other| {
                    let school = self.facts.deployment(&other.deployment).map(|known| known.school.name.clone());
                    format!(" ({}, {})", school.unwrap_or_else(|| other.deployment.to_string()), other.half_days)
                });
                format!(
                    "For {day} you have logged time at another school too{there}. If one of the two is wrong, please reply and say which."
                )
            }
            Flag::NoSchoolDay => {
                format!("{day} is no school day in our calendar. If the date is right, you need do nothing.")
            }
            Flag::MoreThanAgreed => {
                let agreed = work.deployment.plan.as_ref().map(|plan| in_days(plan.half_days)).unwrap_or_default();
                format!(
                    "With {day} it is more than what was agreed with {school} ({agreed}). The coordinator will look at it."
                )
            }
            Flag::BeyondTheYear => format!(
                "With {day} it is more than one person gives in a school year. The coordinator will look at it."
            ),
            Flag::LoggedLate => format!(
                "{day} is more than {} days ago. It counts; the sooner a visit is logged, the easier it is for the school to check.",
                self.config.billing.visits.late_log_days
            ),
            Flag::OutsideTheTerm => {
                let dates =
                    work.deployment.plan.as_ref().map(|plan| civil::days_in_words(plan.starts_on, plan.ends_on));
                format!(
                    "{day} is outside the dates that were agreed with {school} ({}). The coordinator will look at it.",
                    dates.unwrap_or_default()
                )
            }
        }
    }

    /// One question about all that is out of the ordinary in one log, for each piece of work.
    pub(super) fn flags(&self, taken: &mut Taken, name: &str, email: &EmailAddress) {
        let mut cases: Vec<CaseId> = taken.flagged.iter().map(|(case, ..)| case.clone()).collect();
        cases.sort();
        cases.dedup();
        for case in cases {
            let days: Vec<_> = taken.flagged.iter().filter(|(of, ..)| *of == case).cloned().collect();
            let told: Vec<String> = days
                .iter()
                .map(|(_, day, half_days, flags)| {
                    let why = flags.iter().filter(|flag| asks_a_person(flag)).map(|flag| flag.in_words());
                    format!("{} ({half_days}): {}", civil::date_in_words(*day), why.collect::<Vec<_>>().join(", "))
                })
                .collect();
            let school = self.facts.deployment(&case).map(|known| known.school.name.clone()).unwrap_or_default();
            let question = format!(
                "{name} logged days at {school} ({case}) that you should look at: {}. They are in the record, and silence does not confirm them before you have said “done”. Shall they stand?",
                told.join("; ")
            );
            let last = days.last().map(|(_, day, ..)| *day).unwrap_or_default();
            let key = format!("visits:{case}:flags:{}:{last}:{}", email.folded(), self.now.as_second());
            let mut review = Decision::question(key, question, Some(&case));
            if let [(_, day, ..)] = days.as_slice() {
                let when = civil::date_in_short(*day);
                review = review.may("drop", format!("drop day {case} {email} {when}"));
            }
            taken.decision.put(review);
        }
    }
}

/// Late logs are told to whoever is late; everything else is about money or promises.
pub(super) fn asks_a_person(flag: &Flag) -> bool {
    match flag {
        Flag::Overlap | Flag::NoSchoolDay | Flag::MoreThanAgreed | Flag::BeyondTheYear | Flag::OutsideTheTerm => true,
        Flag::LoggedLate => false,
    }
}

/// How hours became half-days, where that was not exact.
pub(super) fn rounding(config: &Config, said: &Said) -> Option<String> {
    let minutes = said.minutes.filter(|_| said.rounded)?;
    let day = civil::length_in_words(config.billing.visits.minutes_a_day());
    let how = match minutes > config.billing.visits.minutes_a_day() {
        true => "and one date is one day at most",
        false => "and we round to the nearest half",
    };
    Some(format!(
        "{} on {} count as {}: a day is {day} with us, {how}.",
        crate::letters::outcome::sentence(&civil::length_in_words(minutes)).trim_end_matches('.'),
        in_short(said.day),
        said.half_days
    ))
}
