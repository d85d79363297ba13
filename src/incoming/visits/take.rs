//! What follows from days that were understood: what is logged, corrected, taken back, and what the echo says of it.
//!
//! The same for a mail of whoever was there and for a coordinator who enters it for them.

use super::odd::{asks_a_person, rounding};
use super::read::{Asked, Said};
use super::who::{Place, Work};
use crate::config::Config;
use crate::config::billing::OutOfSchool;
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange, VisitChange};
use crate::domain::civil;
use crate::domain::facts::Facts;
use crate::domain::listed;
use crate::domain::visit::{Billing, Bounds, Flag, State, Visit, VisitId};
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, MessageNo};
use crate::letters::visit::in_short;
use crate::letters::visit::noted::{Row, VisitNoted};
use jiff::Timestamp;
use jiff::civil::Date;

/// Who says it, and when.
pub struct Taking<'a> {
    pub config: &'a Config,
    pub facts: &'a Facts,
    pub now: Timestamp,
    pub message: Option<MessageNo>,
    /// As the record names them: an address, or a coordinator.
    pub by: String,
    /// The coordinator who enters it for them; empty where they wrote themselves.
    pub entered_by: String,
    /// It answers our echo: another amount corrects the one that is logged.
    pub corrects: bool,
    /// Cases that the mail names or answers.
    pub named: Vec<CaseId>,
}

/// What came of it.
#[derive(Default)]
pub struct Taken {
    pub decision: Decision,
    pub letter: VisitNoted,
    /// The record as it is afterwards.
    pub(super) after: Vec<Visit>,
    /// Pieces of work that the echo gives totals of.
    pub(super) touched: Vec<CaseId>,
    /// Days that were understood, for `explain`.
    pub days: Vec<(Date, HalfDays, String)>,
    /// What a coordinator should look at: the day in words, and why.
    pub(super) flagged: Vec<(CaseId, Date, HalfDays, Vec<Flag>)>,
    pub open: Option<Asked>,
}

impl Taken {
    /// Nothing of the record changes.
    pub fn is_nothing_new(&self) -> bool {
        self.decision.changes.is_empty() && self.open.is_none() && self.letter.not_found.is_empty()
    }
}

/// The afternoon of a day whose morning is logged, or "also" half a day: half a day once more may make it a day.
fn is_other_half(known: &Visit, said: &Said) -> bool {
    let half = |words: &str| {
        let words = super::spaced(words);
        let says = |all: [&str; 4]| all.iter().any(|word| words.contains(&format!(" {word} ")));
        let (morning, afternoon) =
            (says(["morning", "am", "mornings", "bore"]), says(["afternoon", "pm", "afternoons", "prynhawn"]));
        (morning != afternoon).then_some(morning)
    };
    let halves = known.half_days == HalfDays::HALF && said.half_days == HalfDays::HALF;
    halves && half(&known.words).zip(half(&said.words)).is_some_and(|(known, said)| known != said)
}

/// An invoice, a statement or a swap has it: a person changes it.
fn is_settled(visit: &Visit) -> bool {
    visit.reimbursed
        || match visit.billing {
            Billing::Unbilled => false,
            Billing::Billed | Billing::Swapped | Billing::Funded | Billing::Direct => true,
        }
}

fn row(visit: &Visit, school: &str, before: String) -> Row {
    Row {
        when: civil::date_in_words(visit.day),
        school: school.to_owned(),
        amount: visit.half_days.to_string(),
        before,
    }
}

impl<'a> Taking<'a> {
    pub fn begin(&self) -> Taken {
        Taken { after: self.facts.visits.clone(), ..Taken::default() }
    }

    /// A visit of somebody to a piece of work on a day, as things stand.
    fn standing(taken: &Taken, work: &Work<'_>, day: Date) -> Option<Visit> {
        let is_it = |visit: &&Visit| {
            visit.deployment == work.deployment.number
                && visit.email == work.person.email
                && visit.day == day
                && visit.stands()
        };
        taken.after.iter().find(is_it).cloned()
    }

    /// Takes the days of somebody at their schools.
    pub fn days(&self, taken: &mut Taken, places: &[Place<'a>], days: &[Said]) {
        for said in days {
            let Some(place) = places.get(said.place) else { continue };
            match place.work_of(said.day, &self.named) {
                Some(work) => self.day(taken, &work, said),
                None => self.which_work(taken, place, said),
            }
        }
    }

    /// Two pieces of work at one school: which of them a day was for is not guessed.
    fn which_work(&self, taken: &mut Taken, place: &Place<'_>, said: &Said) {
        let works: Vec<String> = place
            .works
            .iter()
            .map(|work| format!("{} ({})", work.deployment.number, work.deployment.request.subject))
            .collect();
        let example = place.works.first().map_or(String::new(), |work| {
            format!("{}, {}, {}", work.deployment.number, in_short(said.day), said.half_days)
        });
        self.ask(
            taken,
            Asked {
                sentence: format!(
                    "Which piece of work at {} was {} for: {}?",
                    place.name,
                    civil::date_in_words(said.day),
                    listed(&works)
                ),
                example,
                amounts_of: vec![],
                is_weak: false,
            },
        );
    }

    /// One question at a time: the first.
    pub fn ask(&self, taken: &mut Taken, asked: Asked) {
        taken.open.get_or_insert(asked);
    }

    fn day(&self, taken: &mut Taken, work: &Work<'_>, said: &Said) {
        let school = &work.deployment.school.name;
        taken.days.push((said.day, said.half_days, school.clone()));
        touch(taken, work);
        let mut before = String::new();
        if let Some(known) = Self::standing(taken, work, said.day) {
            let other_half = is_other_half(&known, said);
            if known.half_days == said.half_days && !other_half {
                taken.letter.again.push(row(&known, school, String::new()));
                return;
            }
            if is_settled(&known) {
                self.pass_on(taken, work, &known, &format!("{} instead of {}", said.half_days, known.half_days));
                return;
            }
            if !self.corrects || other_half {
                let sentence = format!(
                    "For {} at {school} I have {} already. How long was it in all: half a day or a full day?",
                    civil::date_in_words(said.day),
                    known.half_days
                );
                let example = said.half_days.to_string();
                self.ask(taken, Asked { sentence, example, amounts_of: vec![said.day], is_weak: false });
                return;
            }
            before = known.half_days.to_string();
            self.withdraw(taken, &known, &format!("corrected to {}", said.half_days));
        }
        self.log(taken, work, said, before);
    }

    fn log(&self, taken: &mut Taken, work: &Work<'_>, said: &Said, before: String) {
        let (deployment, person) = (work.deployment, work.person);
        let next = taken.after.iter().map(|visit| visit.id.0).min().unwrap_or(0).min(0) - 1;
        let mut visit = Visit {
            // The store gives it its own.
            id: VisitId(next),
            deployment: deployment.number.clone(),
            name: person.name.clone(),
            email: person.email.clone(),
            day: said.day,
            half_days: said.half_days,
            words: said.words.clone(),
            minutes: said.minutes,
            message: self.message,
            logged_at: self.now,
            logged_by: self.by.clone(),
            state: State::Logged,
            state_since: self.now,
            state_because: String::new(),
            told_at: None,
            billing: Billing::Unbilled,
            reimbursed: false,
            sold_at: None,
            flags: vec![],
        };
        let policy = &self.config.billing.visits;
        let own = person.entry.as_ref().and_then(|entry| self.facts.entry(entry)?.half_days_a_year);
        let most = HalfDays::of_days(work.programme.deployments.most_days_a_year);
        let bounds = Bounds {
            calendar: &self.config.calendar,
            plan: deployment.plan.as_ref(),
            share: person.share,
            // Whoever has agreed to more than everybody may give that much.
            most_a_year: if most == HalfDays::NONE { most } else { most.max(HalfDays(own.unwrap_or_default())) },
            late_days: policy.late_log_days,
            only_school_days: policy.weekends_and_holidays == OutOfSchool::Flag,
        };
        let others: Vec<&Visit> = taken.after.iter().collect();
        visit.flags = bounds.flags(&visit, &others, work.programme.window.zone.date(self.now));
        let remarks: Vec<String> = visit.flags.iter().map(|flag| self.remark(taken, work, &visit, *flag)).collect();
        taken.letter.remarks.extend(rounding(self.config, said));
        taken.letter.remarks.extend(remarks);
        if visit.flags.iter().any(asks_a_person) {
            let row = (deployment.number.clone(), visit.day, visit.half_days, visit.flags.clone());
            taken.flagged.push(row);
        }
        taken.decision.changes.push(Change::Visit(VisitChange::Logged { visit: Box::new(visit.clone()) }));
        taken.decision.because(format!(
            "Logged: {} on {} for {}{}.",
            visit.half_days,
            civil::date_in_words(visit.day),
            deployment.number,
            if visit.flags.is_empty() {
                String::new()
            } else {
                format!(" ({})", visit.flags.iter().map(|flag| flag.in_words()).collect::<Vec<_>>().join("; "))
            }
        ));
        // Whatever was asked about this planned day is answered.
        let planned = format!("visits:{}:record:{}:{}", deployment.number, person.email.folded(), visit.day);
        taken.decision.changes.push(closed(planned, "the visit was logged"));
        taken.letter.noted.push(row(&visit, &deployment.school.name, before));
        taken.after.push(visit);
    }

    /// The visit stays in the record, and counts no longer.
    fn withdraw(&self, taken: &mut Taken, known: &Visit, because: &str) {
        if known.id.0 < 0 {
            // Logged by the same mail: there is nothing in the record yet.
            taken.decision.changes.retain(
                |change| !matches!(change, Change::Visit(VisitChange::Logged { visit }) if visit.id == known.id),
            );
        } else {
            taken.decision.changes.push(Change::Visit(VisitChange::StateSet {
                visit: known.id,
                state: State::Withdrawn,
                at: self.now,
                because: because.to_owned(),
            }));
            taken.decision.changes.push(closed(format!("visits:{}:dispute:{}", known.deployment, known.id.0), because));
        }
        taken.decision.because(format!(
            "{} on {} for {}: {because}.",
            known.half_days,
            civil::date_in_words(known.day),
            known.deployment
        ));
        for visit in taken.after.iter_mut().filter(|visit| visit.id == known.id) {
            visit.state = State::Withdrawn;
            visit.state_since = self.now;
        }
    }

    /// Days that were not worked: what is logged for them is taken back.
    pub fn off(&self, taken: &mut Taken, places: &[Place<'a>], days: &[Date], because: &str) {
        for day in days {
            let works = places.iter().flat_map(|place| &place.works);
            let known: Vec<(Work<'_>, Visit)> =
                works.filter_map(|work| Some((*work, Self::standing(taken, work, *day)?))).collect();
            if known.is_empty() && !taken.letter.unplanned.iter().any(|row| row.when == civil::date_in_words(*day)) {
                taken.letter.not_found.push(civil::date_in_words(*day));
            }
            for (work, visit) in known {
                touch(taken, &work);
                if is_settled(&visit) {
                    self.pass_on(taken, &work, &visit, "not at all");
                } else {
                    taken.letter.off.push(row(&visit, &work.deployment.school.name, String::new()));
                    self.withdraw(taken, &visit, because);
                }
            }
        }
    }

    /// A planned visit that will not be, or was not.
    pub fn unplan(&self, taken: &mut Taken, work: &Work<'_>, day: Date, half_days: HalfDays) {
        let (deployment, person) = (work.deployment, work.person);
        touch(taken, work);
        taken.letter.unplanned.push(Row {
            when: civil::date_in_words(day),
            school: deployment.school.name.clone(),
            amount: half_days.to_string(),
            before: String::new(),
        });
        taken.decision.because(format!("The visit planned for {} is not planned any more.", civil::date_in_words(day)));
        taken.decision.changes.push(Change::Deployment(DeploymentChange::VisitUnplanned {
            deployment: deployment.number.clone(),
            email: person.email.clone(),
            day,
        }));
        let asked = format!("visits:{}:record:{}:{day}", deployment.number, person.email.folded());
        taken.decision.changes.push(closed(asked, "the visit did not take place"));
    }

    /// What stands on an invoice is changed by a person: money.
    fn pass_on(&self, taken: &mut Taken, work: &Work<'_>, known: &Visit, wanted: &str) {
        let number = &work.deployment.number;
        let when = civil::date_in_words(known.day);
        taken.letter.passed_on.push(row(known, &work.deployment.school.name, String::new()));
        taken.decision.because(format!("{when} is {} already: a person corrects it.", known.billing.word()));
        let question = format!(
            "{} says that {when} at {} ({number}, logged as {}) was {wanted}. It is {} already, so that I have changed nothing. A credit note opens the day again; please settle it with them.",
            known.name,
            work.deployment.school.name,
            known.half_days,
            known.billing.word()
        );
        let key = format!("visits:{number}:billed:{}:{}", known.id.0, self.now.as_second());
        taken.decision.ask(key, question, Some(number));
    }
}

fn closed(key_begins: String, outcome: &str) -> Change {
    Change::ReviewsClosed { key_begins, by: "clerk".to_owned(), outcome: outcome.to_owned() }
}

fn touch(taken: &mut Taken, work: &Work<'_>) {
    let number = &work.deployment.number;
    if !taken.touched.contains(number) {
        taken.touched.push(number.clone());
    }
}
