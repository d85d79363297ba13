//! What the entries come to, and whether that is all that was said.

use super::super::amounts::Measure;
use super::super::groups::Link;
use super::super::question::{Length, Question};
use super::super::schools::Named;
use super::super::sentences::Mode;
use super::super::worth::{in_half_days, worth};
use super::super::{Reading, Stated, Visit};
use super::{Book, Entry};
use crate::domain::worked::HalfDays;
use jiff::civil::Date;

impl Book<'_> {
    /// "16 Nov 1 day / 17 Nov 1 day / 18 Nov - flu": of a line that says something else nobody knows.
    fn bare_among_others(&self, entries: &[Entry], entry: &Entry) -> bool {
        let measured =
            |other: &&Entry| other.sentence != entry.sentence && (!other.own.is_empty() || !other.shared.is_empty());
        self.claims.remarked.contains(&entry.sentence) && entries.iter().filter(measured).count() > 0
    }

    /// What each entry comes to.
    pub(super) fn count(&mut self, text: &str) -> (Vec<Visit>, u32) {
        let mut visits = Vec::new();
        let mut sum = 0;
        let entries = std::mem::take(&mut self.entries);
        let mut unknown: Vec<Date> = Vec::new();
        let mut how_long: Vec<Date> = Vec::new();
        for entry in &entries {
            let amounts = if entry.own.is_empty() { &entry.shared } else { &entry.own };
            let counted = if amounts.is_empty() {
                if entry.vague || self.bare_among_others(&entries, entry) {
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
    pub(super) fn totals(&mut self, sum: u32, visits: &[Visit]) {
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
            .chain(self.told.taken_back.iter().copied())
            .filter(|date| *date <= received && !visits.iter().any(|visit| visit.day == *date))
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    pub(super) fn finish(mut self, visits: Vec<Visit>, received: Date) -> Reading {
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
        let unread = self.claims.unused
            || self.claims.standing.iter().any(|school| !visits.iter().any(|visit| visit.school == *school));
        if !visits.is_empty() && unread && self.questions.is_empty() {
            self.ask(Question::WhichDays);
        }
        self.questions.sort_by_key(Question::rank);
        let nothing_worked = visits.is_empty() && self.questions.is_empty();
        Reading { visits, questions: self.questions, not_worked, nothing_worked, schools: Vec::new() }
    }
}
