//! Names of schools that are not the sender's.

use super::super::tokens::Tokens;
use super::super::words::is_ordinary;
use super::super::words::month;
use super::{Found, GENERIC, Named};

/// A name of a school that is not the sender's: a capitalised word after "at", or one that ends in "Primary School".
pub fn unknown(tokens: &Tokens, at: usize, shouted: bool, small: bool) -> Option<Found> {
    let token = tokens.get(at)?;
    let word = tokens.word(at);
    if word.is_empty() || is_ordinary(word) || GENERIC.contains(&word) && word != "st" {
        return None;
    }
    let cue = place_cue(tokens, at);
    let proper = |i: usize| tokens.capital(i) && (shouted || !tokens.shouted(i)) && !is_ordinary(tokens.word(i));
    let mut next = at;
    let mut sort = false;
    while next < at + 8 {
        let dot = tokens.is_mark(next, '.') && tokens.glued(next) && tokens.before(next) == "st";
        let joint = tokens.is_mark(next, '-') && tokens.glued(next) && tokens.glued(next + 1);
        let word = tokens.word(next);
        let place = matches!(word, "road" | "street" | "lane" | "rd" | "park" | "hill" | "green");
        if GENERIC.contains(&word) && next > at && !matches!(word, "and" | "of" | "the" | "y" | "e" | "c" | "first") {
            sort |= !matches!(
                word,
                "high" | "upper" | "lower" | "middle" | "community" | "form" | "trust" | "church" | "centre"
            );
        } else if !(proper(next) || dot || joint || place && next > at) {
            break;
        }
        next += 1;
    }
    // A text without capitals gives only the cue.
    let small_name = small && cue && next == at && word.chars().count() >= 5 && word.chars().all(char::is_alphabetic);
    let end = if small_name { at + 1 } else { next };
    let named =
        small_name || (next > at && (cue && !title(tokens.before(at)) || sort && token.capital && (!shouted || cue)));
    if !named || month(word).is_some() {
        return None;
    }
    let last = tokens.get(end.checked_sub(1)?)?;
    Some(Found { named: Named::Unknown { start: token.start, end: last.end }, next: end })
}

/// "at", "was in", "visited", "went to", "over to".
fn place_cue(tokens: &Tokens, at: usize) -> bool {
    let (before, earlier) = (tokens.before(at), at.checked_sub(1).map_or("", |at| tokens.before(at)));
    match before {
        "at" | "visited" | "@" => true,
        "in" => matches!(earlier, "was" | "been" | "am" | "i'm"),
        "to" => matches!(earlier, "went" | "over" | "back" | "been" | "out"),
        _ => at.checked_sub(1).is_some_and(|at| tokens.is_mark(at, '@')),
    }
}

fn title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "miss" | "dr" | "rev" | "dear" | "hi" | "hello")
}
