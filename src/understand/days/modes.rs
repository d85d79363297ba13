//! Which of the days that are named were worked, which were not, and which are still to come.

mod whole;

use super::calendar::{between, plus};
use super::items::{Break, Item, Piece};
use super::question::Question;
use super::sentences::{Mode, Told};
use super::signs::Sign;
use super::words::is_ordinary;
use jiff::civil::{Date, Weekday};
use std::ops::Range;

pub fn judge(told: &mut Told, text: &str, items: &[Item], received: Date) {
    for (sentence, range) in told.sentences.clone().into_iter().enumerate() {
        let scene = Scene { text, items, received, sentence, range };
        scene.signs(told);
        scene.doubts(told);
    }
    whole::plans_go_on(told, text, items);
    whole::bracketed(told, items);
    whole::future(told, text, items, received);
}

struct Scene<'a> {
    text: &'a str,
    items: &'a [Item],
    received: Date,
    sentence: usize,
    range: Range<usize>,
}

/// What stands nearest to a sign.
enum Near {
    Days(usize),
    Amount(usize),
    School(usize),
}

/// Farther than this no word of a sentence reaches.
const FAR: usize = 80;

/// How far one may look from a sign.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To the next comma or "and".
    Phrase,
    /// Over commas, colons and dashes, to "but" or "so".
    Clause,
    /// To the end of the sentence.
    Sentence,
}

impl Scene<'_> {
    fn piece(&self, at: usize) -> Option<&Piece> {
        self.items.get(at).map(|item| &item.piece)
    }

    fn words(&self, at: usize) -> String {
        self.items.get(at).and_then(|item| self.text.get(item.start..item.end)).unwrap_or("").to_lowercase()
    }

    fn stops(&self, at: usize, reach: Reach) -> bool {
        match self.piece(at) {
            Some(Piece::Break(Break::Open | Break::Close)) => false,
            Some(Piece::Break(_)) => reach == Reach::Phrase,
            Some(Piece::Sign(Sign::Clause)) => reach != Reach::Sentence,
            Some(_) => false,
            None => true,
        }
    }

    fn near(&self, told: &Told, at: usize) -> Option<Near> {
        if let Some(found) = told.dated.iter().position(|dated| dated.item == at) {
            return Some(Near::Days(found));
        }
        match self.piece(at) {
            Some(Piece::Amount(_)) => Some(Near::Amount(at)),
            Some(Piece::School(_)) => Some(Near::School(at)),
            Some(_) | None => None,
        }
    }

    /// What follows a sign within reach.
    fn after(&self, told: &Told, sign: usize, reach: Reach) -> Vec<Near> {
        let mut out = Vec::new();
        for at in (sign + 1..self.range.end).take(FAR) {
            if self.stops(at, reach) {
                break;
            }
            out.extend(self.near(told, at));
        }
        out
    }

    /// What goes before a sign within reach, the nearest first.
    fn before(&self, told: &Told, sign: usize, reach: Reach) -> Vec<Near> {
        let mut out = Vec::new();
        for at in (self.range.start..sign).rev().take(FAR) {
            if self.stops(at, reach) {
                break;
            }
            out.extend(self.near(told, at));
        }
        out
    }

    fn days_in(near: &[Near]) -> Option<usize> {
        near.iter().find_map(|near| if let Near::Days(found) = near { Some(*found) } else { None })
    }

    fn set(told: &mut Told, found: usize, mode: Mode) {
        if let Some(dated) = told.dated.get_mut(found) {
            dated.mode = mode;
        }
    }

    fn signs(&self, told: &mut Told) {
        let mut denied_here = false;
        for at in self.range.clone() {
            let Some(Piece::Sign(sign)) = self.piece(at) else { continue };
            match sign {
                Sign::Not | Sign::Nothing => {
                    denied_here = true;
                    self.not(told, at, *sign == Sign::Nothing);
                }
                Sign::Cancelled => {
                    denied_here = true;
                    self.cancelled(told, at);
                }
                Sign::SomeNot => {
                    if Self::days_in(&self.before(told, at, Reach::Clause))
                        .or(Self::days_in(&self.after(told, at, Reach::Clause)))
                        .is_some()
                        && !self.has_amount()
                    {
                        told.uncertain = true;
                    }
                }
                Sign::Plan | Sign::Other => self.plan(told, at, *sign == Sign::Other),
                Sign::Meant => self.meant(told, at),
                Sign::Moved => self.moved(told, at),
                Sign::InsteadOf => {
                    if let Some(found) = Self::days_in(&self.after(told, at, Reach::Phrase)) {
                        Self::set(told, found, Mode::Not);
                        told.denied = true;
                    }
                }
                Sign::Remove => self.remove(told, at),
                Sign::Correction => self.correction(told, at),
                Sign::Except => self.except(told, at, denied_here),
                Sign::Since => self.since(told, at),
                Sign::Present
                | Sign::Log
                | Sign::Doubt
                | Sign::Think
                | Sign::Each
                | Sign::EveryDay
                | Sign::SoFar
                | Sign::Vague
                | Sign::Total
                | Sign::Clause
                | Sign::Same => {}
            }
        }
    }

    fn has_amount(&self) -> bool {
        self.range.clone().any(|at| matches!(self.piece(at), Some(Piece::Amount(_))))
    }

    /// "did not work at Maybank on 13 or 14 November", "didn't go either day", "not a full day".
    fn not(&self, told: &mut Told, at: usize, nothing: bool) {
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

    /// "Please remove the 12th": not "remove the half day on the 12th", of which the other half may stand.
    fn remove(&self, told: &mut Told, at: usize) {
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
    fn cancelled(&self, told: &mut Told, at: usize) {
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
        use super::amounts::Measure;
        matches!(self.piece(at), Some(Piece::Amount(amount)) if matches!(amount.measure, Measure::Morning | Measure::Afternoon))
    }

    /// "will be in on Thursday", "next visit: 17 Nov", "agreed days: 10".
    fn plan(&self, told: &mut Told, at: usize, other: bool) {
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
            told.uncertain |= Self::days_in(&right).is_some();
        } else {
            Self::set(told, found, Mode::Planned);
        }
    }

    /// "was supposed to be Tuesday but…", "supposed to be a full day but only did the morning".
    fn meant(&self, told: &mut Told, at: usize) {
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
    fn moved(&self, told: &mut Told, at: usize) {
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
        {
            if between(to, from) > 7 {
                // "Put back to the 23rd": of this month, if that is still to come.
                match right.last().copied().filter(|found| or_coming(told, *found)) {
                    Some(found) => Self::set(told, found, Mode::Planned),
                    None => told.uncertain = true,
                }
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
    fn correction(&self, told: &mut Told, at: usize) {
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
                let dates =
                    told.dated.get(right).filter(|dated| dated.mode == Mode::Worked).map(|dated| dated.days.clone());
                let measured = (self.range.start..at).any(|at| matches!(self.piece(at), Some(Piece::Amount(_))));
                if let (Some(Near::Days(left)), Some(days)) =
                    (earlier(told, &|near| matches!(near, Near::Days(found) if *found != right)), dates)
                    && let Some(dated) = told.dated.get_mut(left)
                    && dated.days.dates.len() <= 1
                {
                    // What was said of the one counts for the other.
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

    /// "except Wednesday", "apart from the last, which was a half".
    fn except(&self, told: &mut Told, at: usize, denied: bool) {
        let right = self.after(told, at, Reach::Sentence);
        let amount = right.iter().any(|near| matches!(near, Near::Amount(_)));
        let Some(found) = Self::days_in(&right) else { return };
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

    /// "been here since Monday": each day from then.
    fn since(&self, told: &mut Told, at: usize) {
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

    /// "Priya was at Mill Lane on Tuesday for me": whose day is that?
    fn somebody_else(&self) -> bool {
        let opens = |at: usize| {
            at == self.range.start || matches!(at.checked_sub(1).and_then(|at| self.piece(at)), Some(Piece::Break(_)))
        };
        let said = |at: usize| self.items.get(at).and_then(|item| self.text.get(item.start..item.end)).unwrap_or("");
        self.range.clone().any(|at| {
            let name = said(at);
            let person = matches!(self.piece(at), Some(Piece::Word))
                && (name.chars().next().is_some_and(char::is_uppercase)
                    && name.chars().any(char::is_lowercase)
                    && name.len() > 1
                    && !is_ordinary(&name.to_lowercase())
                    || matches!(self.words(at).as_str(), "she" | "he"));
            let acts = matches!(
                self.words(at + 1).as_str(),
                "was" | "did" | "went" | "covered" | "worked" | "stood" | "took" | "visited" | "has" | "had"
            );
            let day_in_phrase = (at + 2..self.range.end)
                .take_while(|at| !self.stops(*at, Reach::Phrase))
                .any(|at| matches!(self.piece(at), Some(Piece::Group(_))));
            person && acts && opens(at) && day_in_phrase
        })
    }

    /// "maybe", "I think", a question mark beside a day.
    fn doubts(&self, told: &mut Told) {
        let worked = told.dated.iter().any(|dated| dated.sentence == self.sentence && dated.mode == Mode::Worked);
        let said = worked || self.has_amount();
        let denied = told.dated.iter().any(|dated| dated.sentence == self.sentence && dated.mode == Mode::Not);
        let asks =
            self.range.end.checked_sub(1).is_some_and(|at| matches!(self.piece(at), Some(Piece::Break(Break::Ask))));
        let opening: Vec<String> = self.range.clone().take(8).map(|at| self.words(at)).collect();
        let said_please = self.range.clone().any(|at| matches!(self.words(at).as_str(), "please" | "pls" | "plz"));
        let asked_you = opening
            .iter()
            .zip(opening.iter().skip(1))
            .any(|(word, next)| matches!(word.as_str(), "can" | "could" | "would" | "will") && next == "you");
        let request = said_please || asked_you;
        if asks && said && !request {
            told.uncertain = true;
        }
        told.uncertain |= worked && self.somebody_else();
        for at in self.range.clone() {
            match self.piece(at) {
                Some(Piece::Unread) if worked => {
                    told.uncertain |=
                        !(at + 1..at + 5).any(|at| matches!(self.piece(at), Some(Piece::Sign(Sign::Correction))))
                }
                Some(Piece::Sign(Sign::Doubt)) if said || denied => told.uncertain = true,
                // "The rest of the week is fine": days of which none is named.
                Some(Piece::Sign(Sign::Doubt)) => {
                    let words = self.words(at);
                    told.uncertain |= words.starts_with("rest") || words.starts_with("remainder");
                }
                Some(Piece::Sign(Sign::Think)) => {
                    let beside = (at + 1..(at + 6).min(self.range.end))
                        .any(|at| matches!(self.piece(at), Some(Piece::Group(_) | Piece::Amount(_))))
                        || at + 2 >= self.range.end && said;
                    told.uncertain |= beside;
                }
                Some(_) | None => {}
            }
        }
    }
}
