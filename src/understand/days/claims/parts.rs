//! What of a sentence matters for amounts and schools, in phrases.

use super::super::amounts::{Amount, Measure, clock_amount};
use super::super::clock::{Clock, between_times};
use super::super::items::{Break, Item, Piece, in_unit};
use super::super::schools::Named;
use super::super::sentences::{Mode, Told};
use super::super::signs::Sign;
use super::Target;
use std::ops::Range;

#[derive(Debug, Clone)]
pub enum Part {
    Target(Target),
    Amount(Amount),
    School(Vec<Named>),
    Each,
    Total,
    /// "ditto": as the day before it.
    Same,
    Break(Parted),
}

/// What parts two phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parted {
    Bracket,
    And,
    Other,
}

/// What is said between two breaks, and what opened it.
pub struct Phrase<'a> {
    pub opened: Parted,
    pub parts: &'a [Part],
}

impl Phrase<'_> {
    pub fn targets(&self) -> Vec<Target> {
        self.parts
            .iter()
            .filter_map(|part| if let Part::Target(target) = part { Some(*target) } else { None })
            .collect()
    }

    pub fn only_each(&self) -> bool {
        !self.parts.is_empty() && self.parts.iter().all(|part| matches!(part, Part::Each))
    }
}

pub fn phrases(parts: &[Part]) -> Vec<Phrase<'_>> {
    let mut out = Vec::new();
    let mut opened = Parted::Other;
    for piece in parts.split_inclusive(|part| matches!(part, Part::Break(_))) {
        let (inner, next) = match piece.split_last() {
            Some((Part::Break(parted), inner)) => (inner, *parted),
            Some(_) | None => (piece, Parted::Other),
        };
        if inner.is_empty() {
            // "and, for the afternoon only," is opened by the "and".
            opened = if opened == Parted::And { Parted::And } else { next };
            continue;
        }
        out.push(Phrase { opened, parts: inner });
        opened = next;
    }
    out
}

/// What of a sentence matters here.
pub fn parts(
    told: &Told,
    items: &[Item],
    range: &Range<usize>,
    unit: Option<bool>,
    from: &mut Option<Clock>,
) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for at in range.clone() {
        let Some(item) = items.get(at) else { break };
        if told.dropped.contains(&at) {
            continue;
        }
        match &item.piece {
            Piece::Group(_) | Piece::Week { .. } | Piece::Word => {
                if let Some(found) = told.dated.iter().position(|dated| dated.item == at) {
                    out.push(Part::Target(Target::Days(found)));
                }
            }
            Piece::Amount(amount) => out.push(Part::Amount(*amount)),
            Piece::Number(hundredths) => {
                let beside = out.iter().any(|part| matches!(part, Part::Target(_)))
                    || (at + 1..range.end).any(|at| told.dated.iter().any(|dated| dated.item == at));
                if beside && (*hundredths <= 300 || unit == Some(true)) {
                    out.push(Part::Amount(Amount::plain(in_unit(*hundredths, unit == Some(true)))));
                }
            }
            Piece::From(time) => *from = Some(*time),
            Piece::Until(time) => {
                if let Some(minutes) = from.take().and_then(|from| between_times(from, *time)) {
                    out.push(Part::Amount(clock_amount(minutes)));
                } else if time.minutes == 720 {
                    out.push(Part::Amount(Amount::plain(Measure::Morning)));
                }
            }
            Piece::School(named) => match out.as_slice() {
                // "Oakfield and Mill Lane": one place in the sentence, two schools.
                [.., Part::School(_), Part::Break(_)]
                    if !matches!(
                        items.get(at - 1).map(|item| &item.piece),
                        Some(Piece::Break(Break::Colon | Break::Dash | Break::Tab))
                    ) =>
                {
                    out.pop();
                    if let Some(Part::School(schools)) = out.last_mut() {
                        schools.push(named.clone());
                    }
                }
                _ => out.push(Part::School(vec![named.clone()])),
            },
            Piece::Back(back) => out.push(Part::Target(Target::Back(*back))),
            Piece::Sign(Sign::Each) => out.push(Part::Each),
            Piece::Sign(Sign::Total) => out.push(Part::Total),
            Piece::Sign(Sign::EveryDay) => match told.dated.iter().position(|dated| dated.item == at) {
                Some(found) => out.push(Part::Target(Target::Days(found))),
                None => out.push(Part::Each),
            },
            Piece::Break(parted) => out.push(Part::Break(match parted {
                Break::Open => Parted::Bracket,
                Break::And => Parted::And,
                Break::Comma
                | Break::Close
                | Break::Dash
                | Break::Colon
                | Break::Tab
                | Break::Stop
                | Break::Ask
                | Break::Line => Parted::Other,
            })),
            Piece::Sign(Sign::Clause | Sign::Except) => out.push(Part::Break(Parted::Other)),
            Piece::Sign(Sign::Same) => out.push(Part::Same),
            Piece::Sign(_) | Piece::Month(..) | Piece::MonthsBack(_) | Piece::Unit { .. } | Piece::Unread => {}
        }
    }
    // Days that were found in no item of their own: "every day" beneath a heading.
    for (found, dated) in told.dated.iter().enumerate() {
        let placed = out.iter().any(|part| matches!(part, Part::Target(Target::Days(at)) if *at == found));
        if range.contains(&dated.item) && !placed {
            out.insert(0, Part::Target(Target::Days(found)));
        }
    }
    out.retain(|part| match part {
        Part::Target(Target::Days(found)) => told.dated.get(*found).is_some(),
        Part::Target(Target::Back(_))
        | Part::Amount(_)
        | Part::School(_)
        | Part::Each
        | Part::Total
        | Part::Same
        | Part::Break(_) => true,
    });
    of_days_not_worked(told, out)
}

/// An amount beside a day that was not worked, or is still to come, says nothing: in its own phrase.
fn of_days_not_worked(told: &Told, parts: Vec<Part>) -> Vec<Part> {
    let idle = |part: &Part| matches!(part, Part::Target(Target::Days(found)) if told.dated.get(*found).is_some_and(|dated| dated.mode != Mode::Worked));
    let targets = || parts.iter().filter(|part| matches!(part, Part::Target(_)));
    if targets().next().is_some() && targets().all(idle) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for phrase in parts.split_inclusive(|part| matches!(part, Part::Break(_))) {
        let only_idle =
            phrase.iter().any(idle) && !phrase.iter().any(|part| matches!(part, Part::Target(_)) && !idle(part));
        if !only_idle {
            out.extend(phrase.iter().filter(|part| !idle(part)).cloned());
        } else {
            out.push(Part::Break(Parted::Other));
        }
    }
    out
}
