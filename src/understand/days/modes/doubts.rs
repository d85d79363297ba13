//! What makes a sentence uncertain: doubts, other people, other business, and work that no day is left for.

use super::super::items::{Break, Piece};
use super::super::sentences::{Dated, Mode, Told};
use super::super::signs::Sign;
use super::super::words::{is_ordinary, month};
use super::{Reach, Scene};

/// What a day may be spoken of for, besides a visit.
const OTHER_BUSINESS: [&str; 34] = [
    "email",
    "emailed",
    "e-mail",
    "mail",
    "mailed",
    "message",
    "spoke",
    "spoken",
    "rang",
    "wrote",
    "discussed",
    "discuss",
    "inspection",
    "ofsted",
    "inset",
    "course",
    "conference",
    "interview",
    "interviews",
    "invoice",
    "deadline",
    "birthday",
    "holiday",
    "holidays",
    "strike",
    "nativity",
    "trip",
    "thanks",
    "thank",
    "reply",
    "replied",
    "chat",
    "conversation",
    "report",
];

impl Scene<'_> {
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
                    && (!is_ordinary(&name.to_lowercase()) || month(&name.to_lowercase()).is_some())
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

    /// "Cancelled Thursday so I could do a full day": work is told of, and every day that is named is denied.
    pub(super) fn leftovers(&self, told: &mut Told) {
        let here = || told.dated.iter().filter(|dated| dated.sentence == self.sentence);
        let denied = here().any(|dated| dated.mode == Mode::Not) && here().all(|dated| dated.mode == Mode::Not);
        let turned = self.range.clone().find(|at| {
            matches!(self.piece(*at), Some(Piece::Sign(Sign::Clause)))
                && matches!(self.words(*at).as_str(), "so" | "but" | "then" | "though" | "however")
        });
        let amount_after = turned.is_some_and(|turned| {
            (turned + 1..self.range.end)
                .any(|at| matches!(self.piece(at), Some(Piece::Amount(_))) && !told.dropped.contains(&at))
        });
        told.uncertain |= denied && amount_after;
        let measured = |at: usize| matches!(self.piece(at), Some(Piece::Amount(_))) && !told.dropped.contains(&at);
        // "…, but the snow closed the school at 11".
        let timed = turned.is_some_and(|turned| {
            (turned + 1..self.range.end).any(|at| matches!(self.piece(at), Some(Piece::From(_) | Piece::Until(_))))
        });
        // "Nothing Monday, Tues-Thurs full days": which of them are denied? "Not Weds (pm)": whose is the pm?
        let run_on = here().any(|dated| {
            let several = dated.days.dates.len() > 1 && (measured(dated.item + 1) || measured(dated.item + 2));
            let bracket =
                matches!(self.piece(dated.item + 1), Some(Piece::Break(Break::Open))) && measured(dated.item + 2);
            dated.mode == Mode::Not && !dated.excepted && (several || bracket)
        });
        told.uncertain |= denied && timed || run_on;
        // "In for the afternoon because of the dentist's in the morning": a reason's hours are no work.
        let reason = self.range.clone().find(|at| {
            matches!(self.piece(*at), Some(Piece::Sign(Sign::Clause)))
                && matches!(self.words(*at).as_str(), "because" | "cos")
        });
        if let Some(reason) = reason.filter(|reason| (self.range.start..*reason).any(measured))
            && !here().any(|dated| dated.item > reason)
        {
            let idle: Vec<usize> = (reason..self.range.end).filter(|at| measured(*at)).collect();
            told.dropped.extend(idle);
        }
        let here = || told.dated.iter().filter(|dated| dated.sentence == self.sentence);
        // "Tuesday's session is now on Monday 23rd": one phrase, a day that is over and a day to come.
        let to_come = |dated: &Dated| {
            dated.mode == Mode::Planned
                || dated.days.coming
                || dated.days.dates.first().is_some_and(|date| *date > self.received)
        };
        let beside = here().zip(here().skip(1)).any(|(one, other)| {
            one.mode == Mode::Worked
                && !to_come(one)
                && to_come(other)
                && (one.item..other.item)
                    .all(|at| !matches!(self.piece(at), Some(Piece::Break(_) | Piece::Sign(Sign::Clause))))
        });
        told.uncertain |= beside;
    }

    /// "Thanks for your email on Tuesday", "by Friday", "before Thursday's inspection": a day of something else.
    pub(super) fn other_business(&self, told: &mut Told) {
        let mut asked = false;
        for dated in told.dated.iter_mut().filter(|dated| dated.sentence == self.sentence && dated.mode == Mode::Worked)
        {
            let phrase: Vec<usize> = (self.range.start..dated.item)
                .rev()
                .take_while(|at| !self.stops(*at, Reach::Clause) && !self.stops(*at, Reach::Phrase))
                .collect();
            let before = phrase.first().map(|at| self.words(*at)).unwrap_or_default();
            match before.as_str() {
                "by" => dated.mode = Mode::Planned,
                "before" | "after" | "until" | "till" | "than" => asked = true,
                _ => {}
            }
            let measured = phrase.iter().any(|at| matches!(self.piece(*at), Some(Piece::Amount(_) | Piece::School(_))))
                || matches!(self.piece(dated.item + 1), Some(Piece::Amount(_) | Piece::School(_)));
            asked |= !measured && phrase.iter().any(|at| OTHER_BUSINESS.contains(&self.words(*at).as_str()));
        }
        told.uncertain |= asked;
    }

    /// "maybe", "I think", a question mark beside a day.
    pub(super) fn doubts(&self, told: &mut Told) {
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
