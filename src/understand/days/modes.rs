//! Which of the days that are named were worked, which were not, and which are still to come.

mod denied;
mod doubts;
mod shifted;
mod whole;

use super::items::{Break, Item, Piece};
use super::sentences::{Mode, Told};
use super::signs::Sign;
use jiff::civil::Date;
use std::ops::Range;

pub fn judge(told: &mut Told, text: &str, items: &[Item], received: Date) {
    for (sentence, range) in told.sentences.clone().into_iter().enumerate() {
        let scene = Scene { text, items, received, sentence, range };
        scene.signs(told);
        scene.doubts(told);
        scene.leftovers(told);
        scene.other_business(told);
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
                    if let Some(Near::Amount(amount)) = self.after(told, at, Reach::Phrase).first() {
                        told.dropped.push(*amount);
                    }
                    if let Some(found) = Self::days_in(&self.after(told, at, Reach::Phrase)) {
                        Self::set(told, found, Mode::Not);
                        told.denied = true;
                    }
                }
                Sign::Remove => self.remove(told, at),
                Sign::Later => self.later(told, at),
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
}
