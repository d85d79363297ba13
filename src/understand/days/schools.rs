//! Which words of a mail name one of the sender's schools, and which name a school we do not know.

mod name;
mod unknown;

pub use unknown::unknown;

use super::School;
use super::tokens::{Kind, Tokens};
use super::words::folded;

/// A school as it is named in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// One school, or several that share what was written.
    Known(Vec<usize>),
    /// "both schools".
    All,
    /// A school that is none of the sender's: where its name begins and ends.
    Unknown { start: usize, end: usize },
}

/// What nearly every school has in its name, and nobody writes.
const GENERIC: &[&str] = &[
    "the",
    "school",
    "schools",
    "primary",
    "academy",
    "ce",
    "cofe",
    "coe",
    "c",
    "e",
    "of",
    "church",
    "england",
    "va",
    "vc",
    "rc",
    "catholic",
    "roman",
    "infant",
    "junior",
    "infants",
    "juniors",
    "and",
    "nursery",
    "high",
    "community",
    "college",
    "federation",
    "fed",
    "first",
    "middle",
    "secondary",
    "upper",
    "lower",
    "grammar",
    "ysgol",
    "special",
    "controlled",
    "aided",
    "voluntary",
    "methodist",
    "sixth",
    "form",
    "centre",
    "trust",
    "y",
    "comprehensive",
    "prep",
    "preparatory",
    "comp",
    "acad",
    "sch",
];

/// The names under which the sender's schools may be written.
pub struct Register {
    names: Vec<Name>,
    schools: usize,
}

struct Name {
    school: usize,
    /// The words that tell this school from others.
    own: Vec<String>,
    /// Every word, for telling apart schools that share the others.
    every: Vec<String>,
    joined: bool,
}

pub struct Found {
    pub named: Named,
    pub next: usize,
}

impl Register {
    pub fn of(schools: &[School<'_>]) -> Self {
        let mut names = Vec::new();
        for (school, known) in schools.iter().enumerate() {
            for name in known.names {
                let tokens = Tokens::of(name);
                let every: Vec<String> = (0..tokens.len())
                    .filter_map(|i| tokens.get(i))
                    .filter(|token| token.text.chars().any(char::is_alphanumeric))
                    .map(|token| folded(&token.text))
                    .collect();
                let mut own: Vec<String> =
                    every.iter().filter(|word| !GENERIC.contains(&word.as_str())).cloned().collect();
                if own.is_empty() {
                    own = every.clone();
                }
                let joined = every.iter().any(|word| word == "and") || name.contains('&');
                if !own.is_empty() {
                    names.push(Name { school, own, every, joined });
                }
            }
        }
        Self { names, schools: schools.len() }
    }

    /// The school whose name begins here.
    pub fn at(&self, tokens: &Tokens, at: usize) -> Option<Found> {
        if let Some(next) = both(tokens, at, self.schools) {
            return Some(Found { named: Named::All, next });
        }
        if tokens.word(at) == "ysgol" && tokens.word(at + 1) != "ysgol" {
            return self.at(tokens, at + 1);
        }
        let mut best: Option<(u32, usize, Vec<usize>)> = None;
        for name in &self.names {
            let Some((score, next)) = name.at(tokens, at) else { continue };
            match &mut best {
                Some((high, _, _)) if *high > score => {}
                Some((high, longest, who)) if *high == score => {
                    *longest = next.max(*longest);
                    if !who.contains(&name.school) {
                        who.push(name.school);
                    }
                }
                Some(_) | None => best = Some((score, next, vec![name.school])),
            }
        }
        if let Some((_, next, who)) = &mut best {
            self.sharing(tokens, at, *next, who);
        }
        best.map(|(_, next, who)| Found { named: Named::Known(who), next })
    }
}

impl Register {
    /// "Wick" for Upper Wick, where Nether Wick is another: of a school that is not named whole, all that have the words.
    fn sharing(&self, tokens: &Tokens, at: usize, next: usize, who: &mut Vec<usize>) {
        let said: Vec<&str> = (at..next)
            .filter_map(|at| tokens.get(at))
            .filter(|token| token.text.chars().any(char::is_alphanumeric))
            .map(|token| if token.kind == Kind::Word { token.folded() } else { token.text.as_str() })
            .collect();
        let whole = |name: &Name| name.every.iter().map(String::as_str).eq(said.iter().copied());
        if said.is_empty() || self.names.iter().any(|name| who.contains(&name.school) && whole(name)) {
            return;
        }
        for name in &self.names {
            if !who.contains(&name.school) && said.iter().all(|word| name.every.iter().any(|own| own == word)) {
                who.push(name.school);
            }
        }
    }
}

/// `both schools`, `each school`, `at both`.
fn both(tokens: &Tokens, at: usize, schools: usize) -> Option<usize> {
    if schools < 2 {
        return None;
    }
    let named = tokens.any(
        at,
        &[
            "both schools",
            "the two schools",
            "both of the schools",
            "each school",
            "both of my schools",
            "both my schools",
            "either school",
        ],
    );
    named.or_else(|| {
        let next = tokens.phrase(at, "both")?;
        (tokens.before(at) == "at"
            && (tokens.stops(next) || tokens.weekday(next).is_some() || tokens.word(next) == "on"))
            .then_some(next)
    })
}
