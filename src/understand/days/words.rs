//! The words of the calendar, as they are written in a hurry.

use crate::domain::civil::read_month;
use jiff::civil::Weekday;
use std::collections::HashSet;
use std::sync::LazyLock;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that lie within two slips of a weekday and are none.
const NO_WEEKDAYS: [&str; 17] = [
    "today",
    "midday",
    "holiday",
    "birthday",
    "yesterday",
    "everyday",
    "weekday",
    "noonday",
    "payday",
    "someday",
    "holidays",
    "workday",
    "daily",
    "schoolday",
    "sats",
    "suns",
    "monitor",
];

/// `mon`, `Tues`, `Weds`, `wensday`, and whether it is said of many (`Tuesdays`).
pub fn weekday(word: &str) -> Option<(Weekday, bool)> {
    if word.len() < 3 || NO_WEEKDAYS.contains(&word) {
        return None;
    }
    let word = word.strip_suffix("'s").unwrap_or(word);
    let of = |wanted: &dyn Fn(&str) -> bool| WEEKDAYS.iter().find(|(name, _)| wanted(name)).map(|(_, day)| *day);
    if matches!(word, "weds" | "wednes") {
        return Some((Weekday::Wednesday, false));
    }
    if matches!(word, "thus" | "thr" | "thrs" | "ths") {
        return (word != "thus").then_some((Weekday::Thursday, false));
    }
    if let Some(day) = of(&|name| name.starts_with(word)) {
        return Some((day, false));
    }
    let (single, many) = match word.strip_suffix('s') {
        Some(single) => (single, true),
        None => (word, false),
    };
    if many && let Some(day) = of(&|name| single.len() >= 3 && name.starts_with(single)) {
        return Some((day, single.ends_with("day")));
    }
    let slips = if single.len() >= 7 { 2 } else { 1 };
    let close = |name: &str| single.ends_with("ay") && strsim::osa_distance(single, name) <= slips;
    if single.len() >= 6 { of(&close).map(|day| (day, many)) } else { None }
}

/// `jan`, `Sept`, `Novmber`, and the Welsh names of the months.
pub fn month(word: &str) -> Option<i8> {
    let welsh = match word {
        "ionawr" => Some(1),
        "chwefror" => Some(2),
        "mawrth" => Some(3),
        "ebrill" => Some(4),
        "mai" => Some(5),
        "mehefin" => Some(6),
        "gorffennaf" => Some(7),
        "awst" => Some(8),
        "medi" => Some(9),
        "hydref" => Some(10),
        "tachwedd" => Some(11),
        "rhagfyr" => Some(12),
        _ => None,
    };
    let exact = welsh.or_else(|| if word.is_ascii() { read_month(word) } else { None });
    if exact.is_some() || word.len() < 5 || matches!(word, "remember" | "member" | "members" | "marched" | "mayor") {
        return exact;
    }
    let slips = if word.len() >= 8 { 2 } else { 1 };
    let initial = word.chars().next();
    let mut close = MONTHS.iter().enumerate().filter(|(_, name)| {
        name.len() >= 5 && name.chars().next() == initial && strsim::osa_distance(word, name) <= slips
    });
    match (close.next(), close.next()) {
        (Some((found, _)), None) => i8::try_from(found + 1).ok(),
        _ => None,
    }
}

/// `one` to `twelve`, and `a couple`.
pub fn count(word: &str) -> Option<u32> {
    Some(match word {
        "one" => 1,
        "two" | "couple" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        _ => return None,
    })
}

/// `first` to `thirty-first`; the second half of a pair is read by the caller.
pub fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        _ => return None,
    })
}

const ORDINARY_WORDS: &str = "a an the my our your their his her its this that these those all both each every any some one two three \
    four five least most home school schools work lunch lunchtime noon midday midnight once first last present \
    breakfast break night it them him year years ks ks1 ks2 ks3 ks4 ks5 key slt inset head heads headteacher \
    head's governors governors' ofsted twilight eyfs senco sen send reception foundation phonics maths english \
    science reading writing visit visits training meeting meetings coaching observation observations staff \
    support days day half full whole morning afternoon evening am pm week month term today yesterday tomorrow \
    hi hello dear thanks thank regards please sorry i we he she they you me us was is are were did do had have \
    spent worked went been and or but so then also plus with for from to in on at of about short very time \
    times end start beginning different other another place total no not yes log sle lle assembly parents sats \
    easter christmas whitsun ict computing history geography music art pe re dt mfl pshe y yr teams zoom \
    secondary primary nursery infant infants junior juniors college academy class classes room hall assessment \
    moderation data literacy numeracy behaviour leadership curriculum planning monday tuesday wednesday \
    thursday friday saturday sunday hours hour hrs date dates focus name notes note comments purpose activity \
    arrived finish finished started afternoons mornings inclusive totals done claim sent confirmed visited \
    attended delivered ran led covered supported mileage travel parking miles day's weeks weekly friday's again \
    finally firstly secondly just only early late ditto same next number amount length duration deployment ref \
    sle's area phase pupils teachers teacher summary invoice apologies update correction fwd subject sessions \
    session nqt ect nqts rqt eal spag spelling grammar handwriting moderating deep dive book look scrutiny \
    learning walk walks review reviews audit workshop workshops cpd mentoring modelling teaching lesson lessons \
    feedback monitoring safeguarding attendance marking induction split shared divided remove delete ignore \
    disregard scrap swap cancel cross add change amend correct please helped taught watched ditto booked arr dep";

static ORDINARY: LazyLock<HashSet<&str>> = LazyLock::new(|| ORDINARY_WORDS.split(' ').collect());

/// Words that stand with days, amounts or school life and are never a school's own name.
pub fn is_ordinary(word: &str) -> bool {
    ORDINARY.contains(word)
        || month(word).is_some()
        || weekday(word).is_some()
        || ordinal(word).is_some()
        || count(word).is_some()
}

/// `Saint` is `St`; apostrophes and accents do not tell schools apart.
pub fn folded(word: &str) -> String {
    if word == "saint" || word == "ss" {
        return "st".to_owned();
    }
    let plain = |c: char| match c {
        'â' | 'à' | 'á' => 'a',
        'ê' | 'è' | 'é' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'û' | 'ü' => 'u',
        'ŵ' => 'w',
        'ŷ' => 'y',
        other => other,
    };
    word.chars().filter(|c| *c != '\'').map(plain).collect()
}
