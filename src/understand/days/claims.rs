//! Which amount and which school belong to which days.

mod parts;
mod sentence;

use super::amounts::Amount;
use super::items::{Back, Break, Item, Piece};
use super::schools::Named;
use super::sentences::{Mode, Told};
use super::signs::Sign;
use parts::{Part, parts};
use sentence::Sentence;
use std::ops::Range;

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Days by their place among those that were told.
    Days(usize),
    Back(Back),
}

#[derive(Debug, Clone)]
pub struct Claim {
    pub target: Target,
    pub sentence: usize,
    pub amounts: Vec<Amount>,
    /// Said of several days where it may belong to the nearest only: "Tuesday and Thursday morning".
    pub doubtful: bool,
    pub schools: Vec<Named>,
    /// Said without hours: "popped in", "after school".
    pub vague: bool,
    /// The amount stands in a phrase of its own: "Mon and Tues, am".
    pub apart: bool,
}

#[derive(Debug, Default)]
pub struct Claims {
    pub claims: Vec<Claim>,
    /// Totals that the days must make, with their sentence.
    pub totals: Vec<(usize, Amount)>,
    /// "all full days": for every day without an amount of its own.
    pub general: Vec<Amount>,
    /// An amount is said and was given to no day.
    pub unused: bool,
    /// An amount is said, of no day.
    pub loose: bool,
    /// Sentences of one day and a dash, with nothing behind it that is understood.
    pub remarked: Vec<usize>,
    /// Schools that stand beside days or amounts in a sentence without a "not".
    pub standing: Vec<usize>,
    /// Every school that is named, whatever for.
    pub named: Vec<Named>,
}

pub fn attach(told: &Told, text: &str, items: &[Item]) -> Claims {
    let mut out = Claims::default();
    let mut unit = None;
    let mut from = None;
    let mut header: Vec<Named> = Vec::new();
    let mut waiting: Vec<Amount> = Vec::new();
    for (sentence, range) in told.sentences.iter().enumerate() {
        for item in items.get(range.clone()).unwrap_or(&[]) {
            if let Piece::Unit { hours } = item.piece {
                unit = Some(hours);
            }
            if let Piece::School(named) = &item.piece {
                out.named.push(named.clone());
            }
        }
        if remarked(items, range) {
            out.remarked.push(sentence);
        }
        out.standing.extend(standing(told, items, range, sentence));
        let parts = parts(told, items, range, unit, &mut from);
        let before = out.claims.len();
        let dates = told
            .dated
            .iter()
            .filter(|dated| dated.sentence == sentence && dated.mode == Mode::Worked)
            .map(|dated| dated.days.dates.len())
            .sum();
        Sentence { sentence, dates, parts: &parts, vague: vague(text, items, range) }.attach(&mut out, &mut waiting);
        // "Worked there on Monday. Left at 2.": no beginning, so no length.
        let open_end = items.get(range.clone()).unwrap_or(&[]).iter().any(|item| matches!(item.piece, Piece::Until(_)));
        if open_end
            && out.claims.len() == before
            && let Some(last) = out.claims.last_mut()
        {
            last.vague = true;
        }
        schools(told, &mut out, before, &parts, &mut header);
        let unused = |amount: &Amount| {
            let same = |other: &Amount| other.measure == amount.measure;
            !out.claims.iter().any(|claim| claim.amounts.iter().any(same))
                && !out.totals.iter().any(|(_, total)| same(total))
                && !out.general.iter().any(same)
                && !waiting.iter().any(same)
        };
        // An amount that came to no day: something was not read.
        out.unused |= parts.iter().any(|part| matches!(part, Part::Amount(amount) if unused(amount)));
    }
    if !waiting.is_empty() {
        out.loose = true;
        out.totals.extend(waiting.into_iter().map(|amount| (told.sentences.len(), amount)));
    }
    // Days first and the school after: "22-24/11, full days. Seven Acres".
    trailing_schools(told, &mut out, items);
    out
}

fn remarked(items: &[Item], range: &Range<usize>) -> bool {
    let here = items.get(range.clone()).unwrap_or(&[]);
    let Some(day) = here.iter().position(|item| matches!(item.piece, Piece::Group(_))) else { return false };
    let dash = here
        .get(day + 1)
        .is_some_and(|item| matches!(item.piece, Piece::Break(Break::Dash | Break::Colon | Break::Tab)));
    dash && here.get(day + 2).is_some_and(|item| matches!(item.piece, Piece::Word))
        && here.iter().skip(day + 2).all(|item| matches!(item.piece, Piece::Word | Piece::Break(_)))
}

fn standing(told: &Told, items: &[Item], range: &Range<usize>, sentence: usize) -> Vec<usize> {
    let here = || range.clone().filter_map(|at| items.get(at).map(|item| (at, &item.piece)));
    let turned = here().any(|(_, piece)| {
        matches!(
            piece,
            Piece::Sign(
                Sign::Not
                    | Sign::Cancelled
                    | Sign::Nothing
                    | Sign::SomeNot
                    | Sign::Plan
                    | Sign::Present
                    | Sign::Meant
                    | Sign::Moved
                    | Sign::InsteadOf
                    | Sign::Remove
                    | Sign::Later
                    | Sign::Correction
                    | Sign::Other
                    | Sign::Except
            )
        )
    });
    let worked = told.dated.iter().any(|dated| dated.sentence == sentence && dated.mode == Mode::Worked);
    let measured = here().any(|(_, piece)| matches!(piece, Piece::Amount(_)));
    if turned || !(worked || measured) {
        return Vec::new();
    }
    here()
        .filter(|(at, _)| !told.dropped.contains(at))
        .filter_map(|(_, piece)| if let Piece::School(Named::Known(which)) = piece { Some(which) } else { None })
        .filter_map(|which| which.first().copied().filter(|_| which.len() == 1))
        .collect()
}

/// "popped in", "after school": no length. "was at … for a meeting" is a visit like others.
fn vague(text: &str, items: &[Item], range: &Range<usize>) -> bool {
    let here = items.get(range.clone()).unwrap_or(&[]);
    let said = here.iter().any(|item| {
        matches!(item.piece, Piece::Sign(Sign::Vague)) || matches!(item.piece, Piece::Until(_) | Piece::From(_))
    });
    let span = here
        .first()
        .zip(here.last())
        .and_then(|(first, last)| text.get(first.start..last.end))
        .unwrap_or("")
        .to_lowercase();
    let meeting = here
        .iter()
        .filter(|item| matches!(item.piece, Piece::Sign(Sign::Vague)))
        .all(|item| text.get(item.start..item.end).is_some_and(|said| said.to_lowercase().starts_with("me")));
    said && !(meeting && ["was at ", "was in ", "worked", "spent "].iter().any(|visit| span.contains(visit)))
}

/// Gives each claim of a sentence the school it belongs to.
fn schools(told: &Told, out: &mut Claims, before: usize, parts: &[Part], header: &mut Vec<Named>) {
    let first = parts.iter().find(|part| matches!(part, Part::Target(_) | Part::School(_)));
    let school_first = matches!(first, Some(Part::School(_)));
    let mut places: Vec<(usize, Vec<Named>)> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if let Part::School(named) = part {
            places.push((at, named.clone()));
        }
    }
    let mut cursor = 0;
    for claim in out.claims.iter_mut().skip(before) {
        let here = parts
            .iter()
            .enumerate()
            .skip(cursor)
            .find(|(_, part)| matches!(part, Part::Target(target) if *target == claim.target))
            .map(|(at, _)| at);
        let Some(here) = here
            .or_else(|| parts.iter().position(|part| matches!(part, Part::Target(target) if *target == claim.target)))
        else {
            continue;
        };
        cursor = here;
        if !claim.schools.is_empty() {
            continue;
        }
        let same_phrase = |at: usize| {
            parts
                .get(here.min(at)..here.max(at))
                .is_some_and(|between| !between.iter().any(|part| matches!(part, Part::Break(_))))
        };
        let after = places.iter().find(|(at, _)| *at > here);
        let previous = places.iter().rev().find(|(at, _)| *at < here);
        let beside: Vec<&(usize, Vec<Named>)> = places.iter().filter(|(at, _)| same_phrase(*at)).collect();
        let chosen = match beside.as_slice() {
            [only] => Some(*only),
            _ if school_first => previous.or(after),
            _ => after.or(previous),
        };
        // "Mon at Oakfield, and Tues": no other school follows.
        claim.schools = chosen.map(|(_, named)| named.clone()).unwrap_or_else(|| header.clone());
    }
    let any_worked = told.dated.iter().any(|dated| dated.mode == Mode::Worked);
    let distinct: Vec<&Vec<Named>> = places.iter().map(|(_, named)| named).fold(Vec::new(), |mut seen, named| {
        if !seen.contains(&named) {
            seen.push(named);
        }
        seen
    });
    match distinct.as_slice() {
        [] => {}
        [only] if any_worked || told.dated.is_empty() => *header = (*only).clone(),
        [_] => {}
        // After two schools in one sentence nobody knows which the next is about.
        _ => header.clear(),
    }
}

/// A school that is named after the days, in a sentence or line of its own.
fn trailing_schools(told: &Told, out: &mut Claims, items: &[Item]) {
    for claim in &mut out.claims {
        if !claim.schools.is_empty() {
            continue;
        }
        for range in told.sentences.iter().skip(claim.sentence + 1) {
            let here = items.get(range.clone()).unwrap_or(&[]);
            if here.iter().any(|item| matches!(item.piece, Piece::Group(_))) {
                break;
            }
            let named: Vec<Named> = here
                .iter()
                .filter_map(|item| if let Piece::School(named) = &item.piece { Some(named.clone()) } else { None })
                .collect();
            if !named.is_empty() {
                claim.schools = named;
                break;
            }
        }
    }
}
