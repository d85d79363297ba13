//! Adds up what was claimed: one entry for each date and school, or a question.

mod settle;

use super::amounts::{Amount, Measure};
use super::claims::{Claim, Claims, Target};
use super::groups::Link;
use super::items::Back;
use super::question::Question;
use super::schools::Named;
use super::sentences::{Mode, Told};
use super::worth::partial;
use super::{Policy, Reading};
use jiff::civil::Date;
use std::ops::Range;

/// What is known of one date at one school before it is counted.
#[derive(Debug, Clone)]
struct Entry {
    date: Date,
    school: Option<usize>,
    /// Said of this day alone.
    own: Vec<Amount>,
    /// Said of several days at once.
    shared: Vec<Amount>,
    vague: bool,
    sentence: usize,
}

/// `spans` are the places of the sentences in the text.
pub fn add_up(
    told: &Told,
    claims: &Claims,
    text: &str,
    spans: &[Range<usize>],
    schools: usize,
    (policy, received): (&Policy, Date),
) -> Reading {
    let mut book = Book {
        told,
        claims,
        spans,
        schools,
        policy,
        entries: Vec::new(),
        questions: told.questions.clone(),
        halves: Vec::new(),
    };
    let (direct, back): (Vec<&Claim>, Vec<&Claim>) =
        claims.claims.iter().partition(|claim| matches!(claim.target, Target::Days(_)));
    for claim in &direct {
        book.enter(claim);
    }
    for claim in &back {
        book.refer(claim);
    }
    book.remove();
    book.general();
    let (visits, sum) = book.count(text);
    book.totals(sum, &visits);
    book.finish(visits, received)
}

struct Book<'a> {
    told: &'a Told,
    claims: &'a Claims,
    spans: &'a [Range<usize>],
    schools: usize,
    policy: &'a Policy,
    entries: Vec<Entry>,
    questions: Vec<Question>,
    /// Amounts that may be said of the nearest day or of all: the dates, the amount.
    halves: Vec<(Vec<Date>, Amount, usize)>,
}

impl Book<'_> {
    fn ask(&mut self, question: Question) {
        if !self.questions.contains(&question) {
            self.questions.push(question);
        }
    }

    /// The schools that a claim is about; none if that must be asked.
    fn school(&mut self, claim: &Claim, dates: &[Date]) -> Vec<Option<usize>> {
        let known: Vec<usize> = {
            let mut all: Vec<usize> = self
                .entries
                .iter()
                .filter(|entry| dates.contains(&entry.date))
                .filter_map(|entry| entry.school)
                .collect();
            all.dedup();
            all
        };
        let named = if !claim.schools.is_empty() {
            claim.schools.clone()
        } else {
            // A day that was named before keeps its school.
            if let [only] = known.as_slice() {
                return vec![Some(*only)];
            }
            let mut distinct: Vec<Named> = Vec::new();
            for named in &self.claims.named {
                if !distinct.contains(named) {
                    distinct.push(named.clone());
                }
            }
            match distinct.as_slice() {
                [only] => vec![only.clone()],
                [] if self.schools == 1 => vec![Named::Known(vec![0])],
                _ => Vec::new(),
            }
        };
        let mut out = Vec::new();
        for named in named {
            match named {
                Named::Known(which) => match which.as_slice() {
                    [only] => out.push(Some(*only)),
                    _ => out.push(None),
                },
                Named::All => out.extend((0..self.schools).map(Some)),
                Named::Unknown { .. } => out.push(None),
            }
        }
        if out.is_empty() {
            out.push(None);
        }
        let mut seen = Vec::new();
        out.retain(|school| {
            !seen.contains(school) && {
                seen.push(*school);
                true
            }
        });
        out
    }

    fn enter(&mut self, claim: &Claim) {
        let Target::Days(found) = claim.target else { return };
        let Some(dated) = self.told.dated.get(found) else { return };
        if dated.mode != Mode::Worked {
            return;
        }
        for question in &dated.days.questions {
            self.ask(question.clone());
        }
        let dates = dated.days.dates.clone();
        let schools = self.school(claim, &dates);
        let alone = dates.len() == 1;
        let mut amounts = claim.amounts.clone();
        // "three half days: Mon, Tues and Thurs": the count must be right.
        for amount in &amounts {
            if let Some(count) = amount.count.filter(|_| !alone) {
                self.halves_counted(count, amount, found);
            }
        }
        let in_order =
            !alone && amounts.len() == dates.len() && !amounts.iter().any(|amount| amount.many) && amounts.len() > 1;
        let doubtful = !alone && !in_order && partial(&amounts) && !amounts.iter().any(|amount| amount.many)
            || claim.doubtful && partial(&amounts);
        let by_clock = amounts
            .iter()
            .all(|amount| amount.clocked || matches!(amount.measure, Measure::Morning | Measure::Afternoon));
        let range_then_one = dated.days.range_then_one && dated.last_link == Link::Comma;
        if doubtful && range_then_one {
            // "Mon-Thurs, Fri am": said of Friday.
            for (place, date) in dates.iter().enumerate() {
                let last = place + 1 == dates.len();
                self.put(*date, &schools, if last { &amounts } else { &[] }, true, claim);
            }
            return;
        }
        let said_of_all = dated.series
            || claim.apart && by_clock && !claim.doubtful && (dated.last_link == Link::And || dated.days.ranged);
        if doubtful && !said_of_all {
            if let Some(amount) = amounts.first() {
                self.halves.push((dates.clone(), *amount, claim.sentence));
            }
            amounts.clear();
        }
        for (place, date) in dates.iter().enumerate() {
            if in_order {
                let own: Vec<Amount> = amounts.get(place).copied().into_iter().collect();
                self.put(*date, &schools, &own, true, claim);
            } else {
                self.put(*date, &schools, &amounts, alone, claim);
            }
        }
    }

    fn halves_counted(&mut self, count: u32, amount: &Amount, found: usize) {
        let days = self.told.dated.get(found).map_or(0, |dated| dated.days.dates.len());
        let others = self
            .told
            .dated
            .iter()
            .filter(|dated| dated.mode == Mode::Worked)
            .map(|dated| dated.days.dates.len())
            .sum::<usize>();
        let fits = |days: usize| u32::try_from(days) == Ok(count);
        if !fits(days) && !fits(others) {
            let half_days = |days: usize| {
                u32::try_from(days).unwrap_or(u32::MAX).saturating_mul(if amount.measure == Measure::Full {
                    2
                } else {
                    1
                })
            };
            self.ask(Question::TotalDisagrees { said: half_days(count as usize), read: half_days(days) });
        }
    }

    fn put(&mut self, date: Date, schools: &[Option<usize>], amounts: &[Amount], alone: bool, claim: &Claim) {
        for school in schools {
            let known = self.entries.iter_mut().find(|entry| entry.date == date && entry.school == *school);
            let entry = match known {
                Some(entry) => entry,
                None => {
                    self.entries.push(Entry {
                        date,
                        school: *school,
                        own: Vec::new(),
                        shared: Vec::new(),
                        vague: claim.vague,
                        sentence: claim.sentence,
                    });
                    let Some(entry) = self.entries.last_mut() else { return };
                    entry
                }
            };
            if alone {
                entry.own.extend_from_slice(amounts);
            } else {
                // Three half days on three days are one on each.
                entry.shared.extend(amounts.iter().map(|amount| Amount { count: None, ..*amount }));
            }
            if !amounts.is_empty() {
                entry.sentence = claim.sentence;
            }
        }
    }

    /// "apart from the last, which was a half", "the others were full".
    fn refer(&mut self, claim: &Claim) {
        let Target::Back(back) = claim.target else { return };
        if claim.amounts.is_empty() {
            return;
        }
        let count = self.entries.len();
        let one = match back {
            Back::First => Some(0),
            Back::Last => count.checked_sub(1),
            Back::Nth(place) => Some(place),
            Back::Others => {
                // "Mornings on Mon and Weds, otherwise full": the others are those of which nothing was said.
                let bare = |entry: &Entry| entry.own.is_empty() && entry.shared.is_empty();
                let some_bare = self.entries.iter().any(bare);
                let (alone, several) = (
                    self.entries.iter().any(|entry| !entry.own.is_empty()),
                    self.entries.iter().any(|entry| !entry.shared.is_empty()),
                );
                if !some_bare && several && !alone {
                    self.ask(Question::Unsure);
                }
                for entry in
                    self.entries.iter_mut().filter(|entry| if some_bare { bare(entry) } else { entry.own.is_empty() })
                {
                    entry.shared = claim.amounts.clone();
                }
                return;
            }
            Back::SomeOne => {
                if count > 1 {
                    let dates = self.entries.iter().map(|entry| entry.date).collect();
                    self.ask(Question::WhichHalf { dates });
                }
                return;
            }
        };
        match one.and_then(|place| self.entries.get_mut(place)) {
            Some(entry) => entry.own = claim.amounts.clone(),
            None => self.ask(Question::Unsure),
        }
    }

    /// Days that were named among others and then taken back.
    fn remove(&mut self) {
        let not: Vec<Date> = self
            .told
            .dated
            .iter()
            .filter(|dated| dated.mode == Mode::Not && dated.days.questions.is_empty())
            .flat_map(|dated| dated.days.dates.iter().copied())
            .collect();
        let single: Vec<Date> = self
            .told
            .dated
            .iter()
            .filter(|dated| dated.mode == Mode::Worked && dated.days.dates.len() == 1)
            .flat_map(|dated| dated.days.dates.iter().copied())
            .collect();
        // "It was the 11th and 12th, not the 10th and 11th": which of the two is the 11th?
        let worked = |date: &Date| {
            self.told.dated.iter().any(|dated| dated.mode == Mode::Worked && dated.days.dates.contains(date))
        };
        let both: Vec<Date> = self
            .told
            .dated
            .iter()
            .filter(|dated| dated.mode == Mode::Not && !dated.days.dates.iter().all(worked))
            .flat_map(|dated| dated.days.dates.iter().copied().filter(worked))
            .collect();
        for date in both {
            self.ask(Question::WorkedOrNot { date });
        }
        let last_word = |date: Date| {
            self.told
                .dated
                .iter()
                .rev()
                .find(|dated| dated.days.dates.contains(&date))
                .is_some_and(|dated| dated.mode == Mode::Not)
        };
        self.entries.retain(|entry| {
            !(not.contains(&entry.date)
                && (self.told.nothing || entry.own.is_empty() && entry.shared.is_empty())
                && last_word(entry.date))
        });
        let doubtful: Vec<Date> = self
            .entries
            .iter()
            .map(|entry| entry.date)
            .filter(|date| not.contains(date) && single.contains(date))
            .collect();
        for date in doubtful {
            self.ask(Question::WorkedOrNot { date });
        }
        self.entries.retain(|entry| !not.contains(&entry.date) || single.contains(&entry.date));
    }

    fn general(&mut self) {
        // "4 half days in all: 3rd, 5th, 10th, 12th": one on each.
        let bare = self.entries.iter().all(|entry| entry.own.is_empty() && entry.shared.is_empty());
        let fitting = self.claims.totals.iter().map(|(_, amount)| amount).find(|amount| {
            let part = matches!(amount.measure, Measure::Half | Measure::Morning | Measure::Afternoon);
            part && amount.count.is_some_and(|count| count > 1 && usize::try_from(count) == Ok(self.entries.len()))
        });
        if let Some(amount) = fitting.filter(|_| bare) {
            for entry in &mut self.entries {
                entry.shared.push(Amount { count: None, ..*amount });
            }
        }
        if let Some(amount) = self.claims.general.first() {
            for entry in self.entries.iter_mut().filter(|entry| entry.own.is_empty() && entry.shared.is_empty()) {
                entry.shared.push(*amount);
            }
        }
    }
}
