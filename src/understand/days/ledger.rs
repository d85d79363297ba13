//! Adds up what was claimed: one entry for each date and school, or a question.

use super::amounts::{Amount, Measure};
use super::claims::{Claim, Claims, Target};
use super::groups::Link;
use super::items::Back;
use super::question::{Length, Question};
use super::schools::Named;
use super::sentences::{Mode, Told};
use super::worth::{in_half_days, partial, worth};
use super::{Policy, Reading, Stated, Visit};
use crate::domain::worked::HalfDays;
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
                for entry in self.entries.iter_mut().filter(|entry| entry.own.is_empty()) {
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

    /// What each entry comes to.
    fn count(&mut self, text: &str) -> (Vec<Visit>, u32) {
        let mut visits = Vec::new();
        let mut sum = 0;
        let entries = std::mem::take(&mut self.entries);
        let mut unknown: Vec<Date> = Vec::new();
        let mut how_long: Vec<Date> = Vec::new();
        for entry in &entries {
            let amounts = if entry.own.is_empty() { &entry.shared } else { &entry.own };
            let counted = if amounts.is_empty() {
                if entry.vague {
                    how_long.push(entry.date);
                    continue;
                }
                Ok((HalfDays::DAY, Stated::Plain))
            } else {
                worth(amounts, entry.date, self.policy)
            };
            match counted {
                Ok((half_days, how)) => {
                    sum += half_days.0;
                    match entry.school {
                        Some(school) => visits.push(Visit {
                            day: entry.date,
                            half_days,
                            school,
                            how,
                            words: self.spans.get(entry.sentence).cloned().unwrap_or(0..0),
                        }),
                        None => unknown.push(entry.date),
                    }
                }
                Err(question) => self.ask(question),
            }
        }
        unknown.sort();
        unknown.dedup();
        if !unknown.is_empty() {
            let named = self.claims.named.iter().find_map(|named| match named {
                Named::Unknown { start, end } => text.get(*start..*end).map(str::to_owned),
                Named::Known(_) | Named::All => None,
            });
            self.ask(Question::WhichSchool { named, dates: unknown });
        }
        if !how_long.is_empty() {
            self.ask(Question::HowLong { dates: how_long });
        }
        visits.sort_by_key(|visit| (visit.day, visit.school));
        for visit in &visits {
            let total: u32 = visits.iter().filter(|other| other.day == visit.day).map(|other| other.half_days.0).sum();
            let same_half = |how: Stated| {
                matches!(how, Stated::Morning | Stated::Afternoon)
                    && visits.iter().filter(|other| other.day == visit.day && other.how == how).count() > 1
            };
            if same_half(visit.how) {
                self.ask(Question::WhichSchool { named: None, dates: vec![visit.day] });
            }
            if total > 2 {
                self.ask(Question::TooLong { date: visit.day });
            }
        }
        (visits, sum)
    }

    /// Totals that were said must be what the days make; and may settle which day was the half.
    fn totals(&mut self, sum: u32, visits: &[Visit]) {
        let totals: Vec<u32> = self.claims.totals.iter().filter_map(|(_, amount)| in_half_days(amount)).collect();
        let settled = |dates: &[Date], visits: &[Visit]| {
            dates.iter().all(|date| visits.iter().any(|visit| visit.day == *date && visit.how != Stated::Plain))
        };
        let mut halves = std::mem::take(&mut self.halves);
        halves.retain(|(dates, _, _)| !settled(dates, visits));
        for (dates, amount, _) in &halves {
            let length = match amount.measure {
                Measure::Morning => Length::Morning,
                Measure::Afternoon => Length::Afternoon,
                Measure::Minutes { most, .. } => Length::Minutes(most),
                Measure::Full | Measure::Half | Measure::Days(_) => Length::HalfDay,
            };
            self.ask(Question::EachOfThem { dates: dates.clone(), amount: length });
        }
        if halves.is_empty() {
            let by_school = |school: usize| {
                visits.iter().filter(|visit| visit.school == school).map(|visit| visit.half_days.0).sum::<u32>()
            };
            for said in totals {
                let fits = said == sum || visits.iter().any(|visit| by_school(visit.school) == said);
                if !fits && sum > 0 {
                    self.ask(Question::TotalDisagrees { said, read: sum });
                }
            }
        }
    }

    /// What is told as not worked, and is not told as worked at another school besides.
    fn not_worked(&self, visits: &[Visit], received: Date) -> Vec<Date> {
        let denied = self.told.dated.iter().filter(|dated| {
            // "Not on the 10th or 11th": on neither.
            let neither =
                dated.last_link == Link::Or && dated.days.questions.iter().all(|asked| *asked == Question::WhichDays);
            dated.mode == Mode::Not && !dated.days.coming && (dated.days.questions.is_empty() || neither)
        });
        let mut out: Vec<Date> = denied
            .flat_map(|dated| dated.days.dates.iter().copied())
            .filter(|date| *date <= received && !visits.iter().any(|visit| visit.day == *date))
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    fn finish(mut self, visits: Vec<Visit>, received: Date) -> Reading {
        let not_worked = self.not_worked(&visits, received);
        if self.told.uncertain {
            self.ask(Question::Unsure);
        }
        let planned = self.told.dated.iter().any(|dated| dated.mode != Mode::Worked);
        let said_none = self.told.denied || planned;
        let loose_amount = self.claims.loose || !self.claims.totals.is_empty();
        if visits.is_empty() {
            match self.told.loose_weeks.first() {
                Some((_, monday)) if !self.told.denied => self.ask(Question::WhichDaysOfWeek { monday: *monday }),
                Some(_) | None => {}
            }
        }
        if self.questions.is_empty() && visits.is_empty() && (!said_none || loose_amount) {
            self.ask(Question::WhichDays);
        }
        // Part of it has no day: "3rd full day, and two more".
        if !visits.is_empty() && self.claims.loose && self.questions.is_empty() {
            let totals: u32 = visits.iter().map(|visit| visit.half_days.0).sum();
            if !self.claims.totals.iter().filter_map(|(_, amount)| in_half_days(amount)).any(|said| said == totals) {
                self.ask(Question::WhichDays);
            }
        }
        // A school beside days and amounts that came to nothing: something was not read.
        let unread = self.claims.standing.iter().any(|school| !visits.iter().any(|visit| visit.school == *school));
        if !visits.is_empty() && unread && self.questions.is_empty() {
            self.ask(Question::WhichDays);
        }
        self.questions.sort_by_key(Question::rank);
        let nothing_worked = visits.is_empty() && self.questions.is_empty();
        Reading { visits, questions: self.questions, not_worked, nothing_worked, schools: Vec::new() }
    }
}
