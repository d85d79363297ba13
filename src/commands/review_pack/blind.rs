//! Taking names out of what people wrote.
//!
//! By rule, and therefore never perfect: a nickname stays. What is known of somebody (their name and its parts, their
//! school, their referees, addresses and numbers) goes, however it is spelt: capitals, accents and hyphens do not matter.

use crate::config::{Programme, referee_fields};
use crate::domain::application::Application;
use crate::domain::window::Window;
use crate::forms::{Kind, Meaning, Party};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization as _;

/// Names that are words as well: small letters keep them.
const WORDS_TOO: [&str; 60] = [
    "will", "may", "mark", "grace", "rose", "young", "long", "hope", "faith", "joy", "art", "bill", "rob", "jack",
    "sue", "pat", "frank", "dean", "page", "day", "hill", "wood", "woods", "field", "fields", "green", "brown",
    "white", "black", "king", "price", "best", "good", "church", "park", "lane", "bond", "cook", "baker", "head",
    "short", "small", "little", "sharp", "wise", "new", "west", "north", "rich", "read", "reading", "summer",
    "summers", "spring", "love", "case", "cross", "banks", "mills", "dale",
];

/// Words of which a school's name is made without saying which school.
const OF_SCHOOLS: [&str; 52] = [
    "the",
    "of",
    "and",
    "school",
    "schools",
    "primary",
    "secondary",
    "junior",
    "juniors",
    "infant",
    "infants",
    "nursery",
    "first",
    "middle",
    "upper",
    "lower",
    "high",
    "grammar",
    "academy",
    "college",
    "sixth",
    "form",
    "community",
    "foundation",
    "church",
    "england",
    "catholic",
    "roman",
    "saint",
    "st",
    "voluntary",
    "aided",
    "controlled",
    "trust",
    "learning",
    "special",
    "centre",
    "for",
    "girls",
    "boys",
    "girl",
    "boy",
    "studio",
    "technical",
    "teaching",
    "alliance",
    "federation",
    "partnership",
    "early",
    "years",
    "ce",
    "rc",
];

const TITLES: [&str; 12] =
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "reverend"];

/// Some words in a row that give somebody away, and what stands in their place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Telling {
    words: Vec<String>,
    stands: &'static str,
    /// Only where it is written with a capital.
    capital: bool,
}

/// What must not be read in one application.
pub struct Blind {
    /// The longest first.
    telling: Vec<Telling>,
}

impl Blind {
    pub fn of(programme: &Programme, application: &Application, window: &Window) -> Self {
        let mut telling = BTreeSet::new();
        name(&application.name, &mut telling);
        for version in &application.versions {
            let value = |meaning| {
                let field = programme.form.definition.meaning(meaning);
                field.map_or("", |field| version.answers.value(&field.id))
            };
            name(value(Meaning::ApplicantName), &mut telling);
            school(value(Meaning::School), &mut telling);
            for referees in &programme.references {
                name(value(referee_fields(referees.kind()).0), &mut telling);
            }
            for meaning in [Meaning::HeadName, Meaning::SecondRefereeName, Meaning::ChairName] {
                name(value(meaning), &mut telling);
            }
        }
        for request in &application.requests {
            name(&request.name, &mut telling);
        }
        for reference in &application.references {
            name(&reference.referee, &mut telling);
        }
        // Telephone numbers and addresses, line by line, as they were typed.
        if let Some(version) = application.counting(Some(window)) {
            for field in programme.form.definition.fields_by(Party::Applicant) {
                let value = version.answers.value(&field.id);
                let about = format!("{} {}", field.id, field.label).to_lowercase();
                if field.kind == Kind::Phone {
                    whole(value, "[telephone]", &mut telling);
                } else if about.contains("address") && field.kind != Kind::Email {
                    value.lines().filter(|line| line.len() > 4).for_each(|l| whole(l, "[address]", &mut telling));
                }
            }
        }
        let mut telling: Vec<Telling> = telling.into_iter().collect();
        telling.sort_by_key(|t| std::cmp::Reverse(t.words.len()));
        Self { telling }
    }

    /// A text without them.
    pub fn without_names(&self, text: &str) -> String {
        let text = without_addresses(text);
        let pieces = pieces(&text);
        let mut out = String::new();
        let mut at = 0;
        // What was put in last, and where it ended.
        let mut last = ("", 0);
        while let Some(piece) = pieces.get(at) {
            let found = self.telling.iter().find_map(|t| Some((t, matched(&pieces, at, t)?)));
            match found {
                Some((telling, end)) => {
                    // `[name]-[name]` says no more than one.
                    let between = out.get(last.1..).unwrap_or("");
                    if last.0 == telling.stands && between.chars().all(|c| c == ' ' || c == '-') {
                        out.truncate(last.1);
                    } else {
                        out.push_str(telling.stands);
                    }
                    last = (telling.stands, out.len());
                    at = end;
                }
                None => {
                    out.push_str(piece);
                    at += 1;
                }
            }
        }
        out
    }
}

/// A person's name as a whole and in its parts; without titles and initials.
fn name(full: &str, telling: &mut BTreeSet<Telling>) {
    let words: Vec<String> = words_of(full).into_iter().filter(|w| !TITLES.contains(&w.as_str())).collect();
    for word in words.iter().filter(|word| word.chars().count() > 1) {
        let capital = WORDS_TOO.contains(&word.as_str()) || word.chars().count() == 2;
        telling.insert(Telling { words: vec![word.clone()], stands: "[name]", capital });
    }
    if words.len() > 1 {
        telling.insert(Telling { words, stands: "[name]", capital: false });
    }
}

/// A school's name as a whole, and the words in it that no other school's has.
fn school(full: &str, telling: &mut BTreeSet<Telling>) {
    whole(full, "[school]", telling);
    for word in words_of(full) {
        if word.chars().count() > 3 && !OF_SCHOOLS.contains(&word.as_str()) {
            let capital = WORDS_TOO.contains(&word.as_str()) || word.chars().count() < 6;
            telling.insert(Telling { words: vec![word], stands: "[school]", capital });
        }
    }
}

fn whole(text: &str, stands: &'static str, telling: &mut BTreeSet<Telling>) {
    let words = words_of(text);
    // A village that is the school's name, too, is the school.
    if !words.is_empty() && !telling.iter().any(|known| known.words == words) {
        telling.insert(Telling { words, stands, capital: false });
    }
}

fn words_of(text: &str) -> Vec<String> {
    pieces(text).iter().filter(|piece| is_word(piece)).map(|piece| folded(piece)).collect()
}

/// Small letters without accents.
fn folded(word: &str) -> String {
    let bare = word.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    bare.collect::<String>().to_lowercase().replace('ł', "l").replace('ø', "o")
}

fn is_word(piece: &str) -> bool {
    piece.chars().next().is_some_and(in_word)
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Words, and what stands between them, in order.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = vec![];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = in_word(first);
        let end = rest.find(|c| in_word(c) != word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        out.push(piece);
        rest = after;
    }
    out
}

/// Where a telling row of words that begins at a piece ends.
fn matched(pieces: &[&str], at: usize, telling: &Telling) -> Option<usize> {
    let mut here = at;
    for (number, word) in telling.words.iter().enumerate() {
        if number > 0 {
            // Between them: blanks, commas, hyphens, but not a sentence's end.
            let between = pieces.get(here)?;
            if is_word(between) || between.contains(['!', '?', ';']) || between.matches('\n').count() > 1 {
                return None;
            }
            here += 1;
        }
        let piece = pieces.get(here)?;
        if !is_word(piece) || folded(piece) != *word {
            return None;
        }
        here += 1;
    }
    let capital = pieces.get(at)?.chars().next().is_some_and(char::is_uppercase);
    (capital || !telling.capital).then_some(here)
}

/// E-mail and web addresses: they name people and schools.
fn without_addresses(text: &str) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            let bare = word.trim_end();
            let blank = word.get(bare.len()..).unwrap_or("");
            let inner = bare.trim_matches(|c: char| !c.is_alphanumeric());
            if inner.contains('@') && inner.contains('.') {
                format!("{}{blank}", bare.replace(inner, "[e-mail]"))
            } else if inner.starts_with("www.") || inner.contains("://") {
                format!("{}{blank}", bare.replace(inner, "[web address]"))
            } else {
                word.to_owned()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blind() -> Blind {
        let mut telling = BTreeSet::new();
        name("Siân Louise Hill-Łukasz", &mut telling);
        name("Mrs Jo Hart", &mut telling);
        school("St Mary's Hazelbank CE Primary School", &mut telling);
        whole("01632 960123", "[telephone]", &mut telling);
        let mut telling: Vec<Telling> = telling.into_iter().collect();
        telling.sort_by_key(|t| std::cmp::Reverse(t.words.len()));
        Blind { telling }
    }

    #[test]
    fn names_go_however_they_are_spelt() {
        for (said, left) in [
            ("Siân Louise Hill-Łukasz led it.", "[name] led it."),
            ("SIÂN HILL-ŁUKASZ", "[name]"),
            ("Sian’s work; Sia\u{302}n again; lukasz", "[name]’s work; [name] again; [name]"),
            ("Up the hill, Mrs Hart said.", "Up the hill, Mrs [name] said."),
            ("At St Mary's Hazelbank CE Primary School we", "At [school] we"),
            ("at Hazelbank, and hazelbank too", "at [school], and [school] too"),
            ("our primary school", "our primary school"),
            ("write to s.hill@hazelbank.example, or 01632 960123.", "write to [e-mail], or [telephone]."),
            ("see https://hazelbank.example/news", "see [web address]"),
            ("Charts and arts. Bhart", "Charts and arts. Bhart"),
            ("", ""),
        ] {
            assert_eq!(blind().without_names(said), left, "{said}");
        }
    }
}
