//! Days that became others: planned, meant, moved, corrected.

use super::super::calendar::{between, plus};
use super::super::items::{Break, Piece};
use super::super::question::Question;
use super::super::sentences::{Mode, Told};
use super::super::signs::Sign;
use super::{Near, Reach, Scene};
use jiff::civil::{Date, Weekday};

impl Scene<'_> {
    /// "will be in on Thursday", "next visit: 17 Nov", "agreed days: 10".
    pub(super) fn plan(&self, told: &mut Told, at: usize, other: bool) {
        let right = self.after(told, at, Reach::Clause);
        if other {
            match right.first() {
                Some(Near::Days(found)) => Self::set(told, *found, Mode::Planned),
                Some(Near::Amount(amount)) => told.dropped.push(*amount),
                Some(Near::School(_)) | None => {}
            }
            return;
        }
        let chosen = Self::days_in(&right).or_else(|| Self::days_in(&self.before(told, at, Reach::Phrase)));
        let Some(found) = chosen else {
            told.denied |= self.after(told, at, Reach::Sentence).is_empty() && !self.has_amount();
            return;
        };
        let over = told.dated.get(found).is_some_and(|dated| {
            !dated.days.coming
                && dated.days.or_coming.is_none()
                && !dated.days.bare_weekdays
                && !dated.days.dates.is_empty()
                && dated.days.questions.is_empty()
                && dated.days.dates.iter().all(|date| *date <= self.received)
        });
        if over {
            // A plan for a day that is over: whether it happened is not said.
            let ahead = self.words(at).starts_with("still") || self.words(at) == "to come";
            told.uncertain |= Self::days_in(&right).is_some() || ahead;
        } else {
            Self::set(told, found, Mode::Planned);
        }
    }

    /// "was supposed to be Tuesday but…", "supposed to be a full day but only did the morning".
    pub(super) fn meant(&self, told: &mut Told, at: usize) {
        let right = self.after(told, at, Reach::Clause);
        if self.words(at).starts_with("should")
            && !(at + 1..self.range.end)
                .any(|at| matches!(self.piece(at), Some(Piece::Sign(Sign::Clause | Sign::Moved | Sign::Cancelled))))
        {
            // "Tuesday should have been a half day": a correction.
            return;
        }
        let turned = (at + 1..self.range.end).any(|at| {
            matches!(self.piece(at), Some(Piece::Sign(Sign::Clause | Sign::Moved | Sign::Not | Sign::Cancelled)))
                || self.words(at) == "instead"
                || matches!(self.piece(at), Some(Piece::Break(Break::Dash)))
        });
        match right.first() {
            Some(Near::Amount(amount)) => {
                told.dropped.push(*amount);
                return;
            }
            Some(Near::Days(_) | Near::School(_)) | None => {}
        }
        let Some(found) = Self::days_in(&right).or_else(|| Self::days_in(&self.before(told, at, Reach::Phrase))) else {
            return;
        };
        let ahead = told
            .dated
            .get(found)
            .is_some_and(|dated| dated.days.coming || dated.days.dates.iter().any(|date| *date > self.received));
        told.denied = true;
        if ahead {
            Self::set(told, found, Mode::Planned);
        } else if turned {
            Self::set(told, found, Mode::Not);
        } else {
            told.uncertain = true;
        }
    }

    /// "moved it to the 10th", "rebooked for 19 Oct", "swapped Tuesday for Thursday", "moved from the 9th".
    pub(super) fn moved(&self, told: &mut Told, at: usize) {
        let right: Vec<usize> = self
            .after(told, at, Reach::Clause)
            .iter()
            .filter_map(|near| if let Near::Days(found) = near { Some(*found) } else { None })
            .collect();
        let left = Self::days_in(&self.before(told, at, Reach::Sentence));
        let from = (at + 1..(at + 4).min(self.range.end)).any(|at| self.words(at) == "from");
        told.denied = true;
        match (right.as_slice(), left) {
            // "from Tuesday to Thursday" is no range here.
            ([only], None) => {
                if let Some(dated) = told.dated.get_mut(*only).filter(|dated| dated.days.ranged) {
                    dated.days.dates = dated.days.dates.last().copied().into_iter().collect();
                    dated.days.questions.retain(|question| !matches!(question, Question::OverWeekend { .. }));
                    dated.days.ranged = false;
                }
            }
            ([first, _, ..], None) => Self::set(told, *first, Mode::Not),
            ([first, ..], Some(_)) if from => Self::set(told, *first, Mode::Not),
            ([_, ..], Some(left)) => Self::set(told, left, Mode::Not),
            ([], Some(left)) => Self::set(told, left, Mode::Not),
            ([], None) => {}
        }
        let or_coming =
            |told: &Told, found: usize| told.dated.get(found).is_some_and(|dated| dated.days.or_coming.is_some());
        // Moved to a day long before: more likely one to come.
        let first_of =
            |told: &Told, found: usize| told.dated.get(found).and_then(|dated| dated.days.dates.first().copied());
        if let (Some(to), Some(from)) =
            (right.last().and_then(|found| first_of(told, *found)), left.and_then(|left| first_of(told, left)))
            && between(to, from) > 7
        {
            // "Put back to the 23rd": of this month, if that is still to come.
            match right.last().copied().filter(|found| or_coming(told, *found)) {
                Some(found) => Self::set(told, found, Mode::Planned),
                None => told.uncertain = true,
            }
        }
        for found in right {
            let coming = told.dated.get(found).is_some_and(|dated| {
                dated.days.coming
                    || !dated.days.dates.is_empty() && dated.days.dates.iter().all(|date| *date > self.received)
                    || dated.days.questions.iter().any(|question| matches!(question, Question::FutureDay { .. }))
            });
            if coming {
                Self::set(told, found, Mode::Planned);
            }
        }
    }

    /// "Tuesday - sorry, Wednesday", "full day; no, half": the later word counts.
    pub(super) fn correction(&self, told: &mut Told, at: usize) {
        let near: Vec<Near> = (at + 1..(at + 9).min(self.items.len()))
            .take_while(|at| !matches!(self.piece(*at), Some(Piece::Break(Break::Line))))
            .filter_map(|at| self.near(told, at))
            .collect();
        let earlier = |told: &Told, wanted: &dyn Fn(&Near) -> bool| {
            (0..at).rev().take(24).filter_map(|at| self.near(told, at)).find(|near| wanted(near))
        };
        match near.first() {
            Some(Near::Days(right)) => {
                let right = *right;
                // "The 6th and 7th are both wrong - I was there on the 7th and 8th": which of them?
                told.uncertain |= self.words(at) == "wrong"
                    && matches!(earlier(told, &|near| matches!(near, Near::Days(found) if *found != right)),
                        Some(Near::Days(left)) if told.dated.get(left).is_some_and(|dated| dated.days.dates.len() > 1));
                let to_come = told.dated.get(right).is_some_and(|dated| {
                    dated.days.coming
                        || dated.days.dates.first().is_some_and(|date| *date > self.received)
                        || dated.days.questions.iter().any(|question| matches!(question, Question::FutureDay { .. }))
                });
                if to_come {
                    // "Should be in again on the 18th": a plan; "should be the 18th" nobody knows.
                    if matches!(self.words(at + 1).as_str(), "in" | "at" | "back" | "there" | "again") {
                        Self::set(told, right, Mode::Planned);
                    } else {
                        told.uncertain = true;
                    }
                    return;
                }
                let dates =
                    told.dated.get(right).filter(|dated| dated.mode == Mode::Worked).map(|dated| dated.days.clone());
                let measured = (self.range.start..at).any(|at| matches!(self.piece(at), Some(Piece::Amount(_))));
                if let (Some(Near::Days(left)), Some(days)) =
                    (earlier(told, &|near| matches!(near, Near::Days(found) if *found != right)), dates)
                    && let Some(dated) = told.dated.get_mut(left)
                    && dated.days.dates.len() <= 1
                {
                    // What was said of the one counts for the other.
                    let before = std::mem::take(&mut dated.days.dates);
                    told.taken_back.extend(before);
                    if measured || dated.sentence != self.sentence {
                        dated.days = days;
                    } else {
                        dated.mode = Mode::Not;
                        dated.days.dates.clear();
                        dated.days.questions.clear();
                    }
                }
            }
            Some(Near::Amount(_)) => {
                if let Some(Near::Amount(left)) = earlier(told, &|near| matches!(near, Near::Amount(_))) {
                    told.dropped.push(left);
                }
            }
            Some(Near::School(_)) if !near.iter().any(|near| matches!(near, Near::Days(_))) => {
                if let Some(Near::School(left)) = earlier(told, &|near| matches!(near, Near::School(_))) {
                    told.dropped.push(left);
                }
            }
            Some(Near::School(_)) | None => {}
        }
    }

    /// "been here since Monday": each day from then.
    pub(super) fn since(&self, told: &mut Told, at: usize) {
        let Some(found) = Self::days_in(&self.after(told, at, Reach::Phrase)) else { return };
        let Some(dated) = told.dated.get_mut(found).filter(|dated| dated.days.dates.len() == 1 && !dated.series) else {
            return;
        };
        let Some(first) = dated.days.dates.first().copied() else { return };
        let length = between(first, self.received);
        let days: Vec<Date> = (0..=length.min(7)).map(|i| plus(first, i)).collect();
        if length > 6 || days.iter().any(|date| matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)) {
            dated.days.questions.push(Question::WhichDays);
        }
        dated.days.dates = days;
        dated.days.ranged = true;
    }
}
