//! Which "not" is about a day: "didn't go" is, "didn't stop for lunch" is not.

use super::super::amounts::amount;
use super::super::tokens::Tokens;
use super::super::words::weekday;
use super::Sign;

/// "didn't go", "did not work", "not", "couldn't make".
pub fn negation(tokens: &Tokens, at: usize) -> Option<(Sign, usize)> {
    let word = tokens.word(at);
    let with_not = tokens.word(at + 1) == "not";
    let (after, imperative) = match word {
        "don't" | "dont" => (at + 1, true),
        "do" if with_not => (at + 2, true),
        "didn't" | "didnt" | "wasn't" | "wasnt" | "weren't" | "werent" | "couldn't" | "couldnt" | "can't" | "cant"
        | "cannot" | "haven't" | "havent" | "hasn't" | "hadn't" | "won't" | "wont" | "wouldn't" | "isn't"
        | "aren't" | "ain't" => (at + 1, false),
        "did" | "was" | "were" | "could" | "have" | "has" | "had" | "will" | "would" | "is" | "are" | "am" | "can"
            if with_not =>
        {
            (at + 2, false)
        }
        "not" | "never" | "neither" => (at + 1, false),
        "unable" => (at + 1, false),
        _ => return None,
    };
    if matches!(word, "not" | "never")
        && matches!(tokens.word(after), "only" | "bad" | "too" | "long" | "least" | "that" | "much" | "many")
    {
        return None;
    }
    let mut next = after;
    for _ in 0..5 {
        if !matches!(
            tokens.word(next),
            "actually"
                | "really"
                | "even"
                | "in"
                | "the"
                | "end"
                | "able"
                | "to"
                | "get"
                | "have"
                | "be"
                | "been"
                | "manage"
                | "managed"
                | "quite"
                | "a"
                | "get-in"
                | "then"
                | "yet"
                | "after"
                | "all"
                | "fully"
        ) {
            break;
        }
        next += 1;
    }
    let verb = tokens.word(next);
    let logs = matches!(
        verb,
        "log"
            | "logged"
            | "claim"
            | "claimed"
            | "record"
            | "recorded"
            | "send"
            | "sent"
            | "include"
            | "included"
            | "mention"
            | "mentioned"
            | "put"
            | "count"
            | "counted"
            | "submit"
            | "submitted"
            | "add"
            | "added"
            | "told"
            | "tell"
    );
    if logs {
        return imperative.then_some((Sign::Not, next + 1));
    }
    if matches!(verb, "sure" | "remember" | "recall" | "certain" | "know") {
        return Some((Sign::Doubt, next + 1));
    }
    let attends = matches!(
        verb,
        "go" | "went"
            | "going"
            | "gone"
            | "attend"
            | "do"
            | "did"
            | "done"
            | "doing"
            | "work"
            | "worked"
            | "working"
            | "make"
            | "made"
            | "get"
            | "got"
            | "visit"
            | "visited"
            | "come"
            | "came"
            | "at"
            | "there"
            | "on"
            | "it"
            | "used"
            | "stay"
            | "teach"
            | "manage"
            | "allowed"
            | "released"
            | "available"
            | "around"
            | "happen"
            | "out"
    );
    let plain = next > after
        && matches!(tokens.before(next), "in" | "to" | "get" | "manage" | "managed" | "be" | "been" | "able")
        || matches!(word, "not" | "never" | "neither")
        || attends;
    let beside = weekday(verb).is_some()
        || tokens.digits(next).is_some()
        || verb.is_empty() && next > after
        || amount(tokens, after).is_some()
        || amount(tokens, next).is_some();
    if plain || beside {
        // The verb is part of the sign; "in the end" and a day are not.
        let end = if attends { next + 1 } else { after };
        return Some((Sign::Not, end));
    }
    // "didn't have lunch", "couldn't park": nothing about the day.
    let idle = matches!(
        verb,
        "mind"
            | "matter"
            | "forget"
            | "worry"
            | "want"
            | "need"
            | "think"
            | "park"
            | "stop"
            | "finish"
            | "leave"
            | "lunch"
            | "break"
            | "eat"
            | "realise"
            | "like"
            | "expect"
            | "see"
            | "hear"
            | "believe"
            | "take"
            | "wait"
            | "mileage"
            | "charge"
            | "ask"
            | "have"
    );
    if idle { None } else { Some((Sign::SomeNot, after)) }
}
