//! A mail as a row of what it says: days, amounts, schools, and the words that bind or part them.

mod back;
mod noise;
mod numbers;
mod weeks;

use super::amounts::{Amount, Measure, amount};
use super::atoms::{Atom, atom};
use super::clock::Clock;
use super::groups::{Group, group};
use super::schools::{Found, Named, Register, unknown};
use super::signs::{Sign, sign};
use super::tokens::Tokens;
use super::words::{is_ordinary, ordinal};
use back::back;
use jiff::civil::Date;
use noise::{counts_things, noise};
pub use numbers::in_unit;
use numbers::{edge, elliptic, half_beside_date, labelled, number_field, times_or_days};
use weeks::{month_heading, week};

/// Which week is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Week {
    This,
    Last,
    BeforeLast,
    Next,
    /// `w/b 8 Nov`.
    Beginning(Atom),
    /// `week ending 12 Nov`, `the week of the 10th`.
    Around(Atom),
}

/// One of the days that were named before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    First,
    Last,
    /// `the second one`.
    Nth(usize),
    /// `the others`, `the rest`.
    Others,
    /// `one of them`.
    SomeOne,
}

/// How strongly two things are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    Comma,
    And,
    Open,
    Close,
    Dash,
    Colon,
    Tab,
    /// The end of a sentence.
    Stop,
    /// A question mark.
    Ask,
    Line,
}

#[derive(Debug, Clone)]
pub enum Piece {
    Group(Group),
    Week {
        week: Week,
        all: bool,
    },
    Month(i8, Option<i16>),
    /// `this month`, `last month`: months back.
    MonthsBack(i16),
    Amount(Amount),
    /// `arrived 9`, `at 9`.
    From(Clock),
    /// `left at 2`.
    Until(Clock),
    School(Named),
    Back(Back),
    Sign(Sign),
    Break(Break),
    /// `1` in a field of its own.
    Number(u32),
    /// A heading of a table that says what its numbers are: hours, or days.
    Unit {
        hours: bool,
    },
    /// A number that nobody understood: what stands beside it is not plain.
    Unread,
    Word,
}

#[derive(Debug, Clone)]
pub struct Item {
    pub piece: Piece,
    pub start: usize,
    pub end: usize,
}

/// What a text says, in its own order.
pub fn items(tokens: &Tokens, register: &Register, received: Date) -> Vec<Item> {
    let (mut capitals, mut smalls) = (0usize, 0usize);
    for token in (0..tokens.len()).filter_map(|at| tokens.get(at)) {
        capitals += usize::from(token.capital);
        smalls += usize::from(!token.capital && token.text.chars().any(char::is_alphabetic));
    }
    let schools: Vec<Option<Found>> = (0..tokens.len()).map(|at| register.at(tokens, at)).collect();
    let named = schools.iter().any(Option::is_some);
    let scene = Scene { tokens, received, schools, named, shouted: smalls == 0, small: capitals == 0 };
    let mut out: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (piece, next) = scene.piece(at, &out);
        let next = next.max(at + 1);
        if let (Some(first), Some(last)) = (tokens.get(at), tokens.get(next - 1)) {
            out.push(Item { piece, start: first.start, end: last.end });
        }
        at = next;
    }
    out
}

/// What each place of a text is asked with.
struct Scene<'a> {
    tokens: &'a Tokens,
    received: Date,
    /// The school that is named at each place.
    schools: Vec<Option<Found>>,
    /// One of the sender's schools is named somewhere: what stands where it stands may be another school.
    named: bool,
    /// All of it is in capitals.
    shouted: bool,
    /// None of it is.
    small: bool,
}

impl Scene<'_> {
    /// What begins here, and where it ends. The order matters: a name of a school may hold a weekday, a time looks like
    /// a range of days, and a date's number like an amount.
    fn piece(&self, at: usize, before: &[Item]) -> (Piece, usize) {
        let (tokens, received) = (self.tokens, self.received);
        if let Some(next) = noise(tokens, at) {
            return (Piece::Word, next);
        }
        if let Some(found) = self.school(at) {
            // "Mrs Oakes from Mill Lane": where she is from, not where it was.
            let origin = tokens.before(at) == "from" && tokens.word(found.next) != "to";
            return (if origin { Piece::Word } else { Piece::School(found.named.clone()) }, found.next);
        }
        if let Some((week, all, next)) = week(tokens, at, received) {
            return (Piece::Week { week, all }, next);
        }
        if let Some((back, next)) = back(tokens, at) {
            return (Piece::Back(back), next);
        }
        let plain = edge(tokens, at)
            .or_else(|| labelled(tokens, at))
            .or_else(|| times_or_days(tokens, at, received, before))
            .or_else(|| elliptic(tokens, at, received, before));
        if let Some(found) = plain {
            return found;
        }
        let dated = group(tokens, at, received);
        // "1/2 day" and "2 days" before dates; but "3 Nov" before anything.
        if let Some((amount, next)) = amount(tokens, at)
            && dated.as_ref().is_none_or(|(_, end)| *end <= next)
        {
            return (Piece::Amount(amount), next);
        }
        if half_beside_date(tokens, at, before) {
            return (Piece::Amount(Amount::plain(Measure::Half)), at + 3);
        }
        let signed = sign(tokens, at);
        if let Some((found, next)) = dated
            && signed.is_none_or(|(_, end)| end <= next)
        {
            return (Piece::Group(found), next);
        }
        if let Some(found) = month_heading(tokens, at) {
            return found;
        }
        if let Some((found, next)) = signed {
            return (Piece::Sign(found), next);
        }
        if let Some(found) = unknown(tokens, at, self.shouted, self.small).or_else(|| self.in_a_schools_place(at)) {
            return (Piece::School(found.named), found.next);
        }
        if let Some(found) = number_field(tokens, at) {
            return found;
        }
        if tokens.digits(at).is_some_and(|digits| digits.len() <= 4) && !counts_things(tokens, at) {
            return (Piece::Unread, at + 1);
        }
        (breaks(tokens, at).map_or(Piece::Word, Piece::Break), at + 1)
    }

    /// A school's name, unless it is a date: "3 March" though a school is called March.
    fn school(&self, at: usize) -> Option<&Found> {
        let found = self.schools.get(at)?.as_ref()?;
        let tokens = self.tokens;
        let calendar = tokens.month(at).is_some() || tokens.weekday(at).is_some() || ordinal(tokens.word(at)).is_some();
        let beside_number =
            tokens.digits(at + 1).is_some() || at.checked_sub(1).is_some_and(|at| tokens.digits(at).is_some());
        let date =
            found.next == at + 1 && calendar && (beside_number || atom(tokens, at, self.received.year()).is_some());
        (!date).then_some(found)
    }

    /// "Mill Lane on Monday, Tidewell on Tuesday": what stands where a school stood is one.
    fn in_a_schools_place(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        if !self.named {
            return None;
        }
        let opens = at == 0 || tokens.mark_before(at).is_some() || tokens.before(at) == "and";
        let proper = |at: usize| {
            tokens.capital(at) && !tokens.shouted(at) && !is_ordinary(tokens.word(at)) && tokens.word(at).len() >= 4
        };
        if !opens || !proper(at) {
            return None;
        }
        let mut next = at + 1;
        while next < at + 4 && proper(next) {
            next += 1;
        }
        let follows =
            if tokens.word(next) == "on" || matches!(tokens.mark(next), Some(':' | '-')) { next + 1 } else { next };
        let dated = atom(tokens, follows, self.received.year()).is_some() && !tokens.word(follows).starts_with("this");
        let (first, last) = (tokens.get(at)?, tokens.get(next - 1)?);
        let known = (at..next).any(|at| self.schools.get(at).is_some_and(Option::is_some));
        (dated && !known).then_some(Found { named: Named::Unknown { start: first.start, end: last.end }, next })
    }
}

fn breaks(tokens: &Tokens, at: usize) -> Option<Break> {
    if matches!(tokens.word(at), "and" | "plus" | "n") {
        return Some(Break::And);
    }
    Some(match tokens.mark(at)? {
        ',' => Break::Comma,
        '&' | '+' | '/' => Break::And,
        '(' | '[' => Break::Open,
        ')' | ']' => Break::Close,
        '-' | '=' | '>' | '→' => Break::Dash,
        ':' => Break::Colon,
        '\t' | '|' => Break::Tab,
        // Fields of a sheet that was saved as text.
        ';' if tokens.glued(at) && tokens.glued(at + 1) => Break::Tab,
        '.' | ';' | '!' | '•' | '*' | '…' => Break::Stop,
        '?' => Break::Ask,
        '\n' => Break::Line,
        _ => return None,
    })
}
