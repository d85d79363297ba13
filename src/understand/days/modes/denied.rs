//! Days that were not worked: denied, cancelled, removed, excepted.

use super::super::amounts::Measure;
use super::super::items::{Break, Piece};
use super::super::sentences::{Mode, Told};
use super::super::signs::Sign;
use super::{Near, Reach, Scene};

impl Scene<'_> {
    /// "did not work at Maybank on 13 or 14 November", "didn't go either day", "not a full day".
    pub(super) fn not(&self, told: &mut Told, at: usize, nothing: bool) {
        let right = self.after(told, at, Reach::Phrase);
        match right.first() {
            Some(Near::Amount(amount)) if !nothing => {
                told.dropped.push(*amount);
                return;
            }
            _ => {}
        }
        // "at Mill Lane, not Oakfield, on Monday".
        let left_school = (self.range.start..at)
            .any(|at| matches!(self.piece(at), Some(Piece::School(_))) && !told.dropped.contains(&at));
        let adjacent = (at + 1..at + 3).find(|at| matches!(self.piece(*at), Some(Piece::School(_))));
        if let Some(school) =
            adjacent.filter(|_| left_school && matches!(self.words(at).as_str(), "not" | "and not" | "but not"))
        {
            told.dropped.push(school);
            return;
        }
        // "not at Oakfield but at Mill Lane": another school follows.
        if let Some(Near::School(school)) = right.first()
            && self.after(told, at, Reach::Sentence).iter().skip(1).any(|near| matches!(near, Near::School(_)))
        {
            told.dropped.push(*school);
            return;
        }
        if let Some(found) = Self::days_in(&right) {
            Self::set(told, found, Mode::Not);
            told.denied = true;
            return;
        }
        // "No log this week - back on it Monday".
        if nothing && let Some(found) = Self::days_in(&self.after(told, at, Reach::Clause)) {
            let back = self.range.clone().any(|at| matches!(self.piece(at), Some(Piece::Sign(Sign::Present))));
            if back { Self::set(told, found, Mode::Planned) } else { told.uncertain = true }
        }
        told.denied = true;
        told.nothing |= nothing;
        if let Some(found) = Self::days_in(&self.before(told, at, Reach::Sentence)) {
            Self::set(told, found, Mode::Not);
            return;
        }
        let opens =
            (self.range.start..at).all(|at| !matches!(self.piece(at), Some(Piece::Group(_) | Piece::Amount(_))));
        if Self::days_in(&self.after(told, at, Reach::Sentence)).is_none() && opens && !nothing {
            self.sentence_before(told, at);
        }
    }

    /// "I'll send the report Monday", "to follow by the 20th".
    pub(super) fn later(&self, told: &mut Told, at: usize) {
        if let Some(found) = Self::days_in(&self.after(told, at, Reach::Phrase)) {
            Self::set(told, found, Mode::Planned);
        }
    }

    /// "Please remove the 12th": not "remove the half day on the 12th", of which the other half may stand.
    pub(super) fn remove(&self, told: &mut Told, at: usize) {
        let right = self.after(told, at, Reach::Phrase);
        let days: Vec<usize> =
            right.iter().filter_map(|near| if let Near::Days(found) = near { Some(*found) } else { None }).collect();
        told.uncertain |= matches!(right.first(), Some(Near::Amount(_)));
        told.denied |= !days.is_empty();
        for found in days {
            Self::set(told, found, Mode::Not);
        }
    }

    /// "Wednesday. Didn't go, they had Ofsted in."
    fn sentence_before(&self, told: &mut Told, at: usize) {
        let begins = at <= self.range.start + 2;
        let Some(last) = told.dated.iter().rposition(|dated| dated.sentence + 1 == self.sentence).filter(|_| begins)
        else {
            return;
        };
        Self::set(told, last, Mode::Not);
    }

    /// "Wednesday was cancelled", "they called off Tuesday", "the afternoon was cancelled".
    pub(super) fn cancelled(&self, told: &mut Told, at: usize) {
        let left = self.before(told, at, Reach::Phrase);
        let right = self.after(told, at, Reach::Phrase);
        let passive = at.checked_sub(1).is_some_and(|before| {
            matches!(self.words(before).as_str(), "was" | "were" | "got" | "been" | "is" | "being" | "are")
        });
        match left.first() {
            Some(Near::Amount(amount)) if self.is_part(*amount) => {
                told.dropped.push(*amount);
                return;
            }
            _ => {}
        }
        told.denied = true;
        let colon = self.after(told, at, Reach::Clause);
        let chosen = match (Self::days_in(&left), Self::days_in(&right)) {
            (Some(left), Some(right)) => Some(if passive || self.words(at) == "off" { left } else { right }),
            (Some(left), None) => Some(left),
            (None, Some(right)) => Some(right),
            (None, None) => Self::days_in(&self.before(told, at, Reach::Sentence)).or_else(|| {
                let heading = matches!(self.piece(at + 1), Some(Piece::Break(Break::Colon | Break::Dash)));
                Self::days_in(&colon).filter(|_| heading || at == self.range.start)
            }),
        };
        match chosen {
            Some(found) => Self::set(told, found, Mode::Not),
            None => self.sentence_before(told, at),
        }
    }

    fn is_part(&self, at: usize) -> bool {
        matches!(self.piece(at), Some(Piece::Amount(amount)) if matches!(amount.measure, Measure::Morning | Measure::Afternoon))
    }

    /// "except Wednesday", "apart from the last, which was a half".
    pub(super) fn except(&self, told: &mut Told, at: usize, denied: bool) {
        let right = self.after(told, at, Reach::Sentence);
        let Some(found) = Self::days_in(&right) else { return };
        let day = told.dated.get(found).map_or(at, |dated| dated.item);
        let own = right.iter().find_map(|near| match near {
            Near::Amount(amount) if *amount > at => Some(*amount),
            Near::Amount(_) | Near::Days(_) | Near::School(_) => None,
        });
        // "Bar Friday, mornings": of the other days.
        let own = own.filter(|own| !matches!(self.piece(*own), Some(Piece::Amount(amount)) if amount.many));
        let amount = own.is_some();
        // "Except Friday, am": of Friday, or of the others?
        told.uncertain |=
            own.is_some_and(|own| own == day + 2 && matches!(self.piece(day + 1), Some(Piece::Break(Break::Comma))));
        // "Half days apart from the 18th": was that a full day, or none?
        told.uncertain |= own.is_none()
            && !denied
            && at.checked_sub(1).is_some_and(|before| matches!(self.piece(before), Some(Piece::Amount(amount)) if amount.many && amount.measure != Measure::Full));
        if let Some(dated) = told.dated.get_mut(found) {
            dated.excepted = true;
            // After "nothing", what is excepted was worked.
            if !amount && !denied {
                dated.mode = Mode::Not;
            } else if denied {
                dated.mode = Mode::Worked;
            }
        }
    }
}
