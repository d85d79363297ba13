//! Which "not" is about a day: "didn't go" is, "didn't stop for lunch" is not.

use super::super::amounts::amount;
use super::super::tokens::Tokens;
use super::super::words::{is_ordinary, weekday};
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
        "shouldn't" | "shouldnt" => return should_not(tokens, at + 1),
        "should" if with_not => return should_not(tokens, at + 2),
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
    // "Didn't get there until 11": somebody did get there.
    let until = (next..next + 7)
        .take_while(|at| tokens.mark(*at).is_none())
        .any(|at| matches!(tokens.word(at), "until" | "till" | "til") && word != "not");
    if until {
        return Some((Sign::Doubt, after));
    }
    // "I haven't missed any" denies nothing.
    if matches!(verb, "missed" | "miss" | "cancelled" | "cancel" | "forgotten" | "skipped" | "failed") {
        return Some((Sign::Doubt, next + 1));
    }
    // "Mon at home (not claiming)"; but "not claiming mileage".
    if word == "not" && matches!(verb, "claiming" | "charging" | "logging" | "billing") {
        let idle =
            matches!(tokens.word(next + 1), "mileage" | "travel" | "petrol" | "expenses" | "parking" | "lunch" | "for");
        return (!idle).then_some((Sign::Not, next + 1));
    }
    // "not counting travel": of what is left out of the sum.
    if matches!(verb, "counting" | "including" | "incl" | "inc") {
        let dated =
            tokens.weekday(next + 1).is_some() || tokens.digits(next + 1).is_some() || tokens.word(next + 1) == "the";
        return dated.then_some((Sign::Except, next + 1));
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
        || matches!(word, "not" | "never" | "neither") && of_a_visit(tokens, next)
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

/// "Not on Tuesday", "never in", "not Oakfield"; but "not with Year 6", "not ideal".
fn of_a_visit(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    tokens.stops(at)
        || tokens.capital(at)
        || tokens.month(at).is_some()
        || tokens.weekday(at).is_some()
        || matches!(
            word,
            "in" | "at"
                | "on"
                | "this"
                | "that"
                | "those"
                | "these"
                | "last"
                | "next"
                | "yesterday"
                | "today"
                | "the"
                | "a"
                | "an"
                | "any"
                | "my"
                | "either"
                | "both"
                | "for"
                | "since"
                | "during"
                | "possible"
                | "needed"
                | "required"
                | "able"
                | "well"
                | "school"
                | "one"
                | "half"
                | "full"
                | "am"
                | "pm"
                | "morning"
                | "afternoon"
                | "been"
                | "as"
                | "all"
                | "happening"
                | "going"
                | "here"
                | "over"
                | "down"
                | "every"
                | "each"
                | "when"
                | "until"
                | "till"
                | "before"
                | "from"
                | "so"
        )
        || word.chars().count() >= 5 && !is_ordinary(word) && tokens.weekday(at + 1).is_some()
}

/// "The 9th shouldn't be on there", "Monday should not have been logged".
fn should_not(tokens: &Tokens, after: usize) -> Option<(Sign, usize)> {
    (after..after + 5)
        .find(|at| {
            matches!(
                tokens.word(*at),
                "there" | "down" | "on" | "in" | "logged" | "counted" | "included" | "claimed" | "listed" | "recorded"
            )
        })
        .map(|found| (Sign::Cancelled, found + 1))
}
