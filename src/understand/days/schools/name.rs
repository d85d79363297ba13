//! Whether a school's name stands in a text: whole, short, run together, misspelt or by its initials.

use super::super::tokens::Tokens;
use super::super::words::{count, folded, is_ordinary};
use super::{GENERIC, Name};

/// Words that say what sort of school it is: `Mill Lane Infants` is not Mill Lane Junior School.
const SORTS: &[&str] = &["primary", "infant", "junior", "nursery", "high", "secondary", "grammar", "college"];

/// Words that begin many schools' names, or much else, and name none alone.
const COMMON: &[&str] = &[
    "st", "king", "queen", "holy", "mill", "park", "hill", "road", "street", "lane", "green", "north", "south", "east",
    "west", "new", "old", "great", "little", "long", "our", "lady", "all", "saints", "sacred", "heart", "bishop",
    "sir", "river", "wood", "field", "farm", "bridge", "castle", "manor", "red", "white", "black", "high", "cross",
    "meadow", "spring", "brook", "way", "ways", "kings", "queens", "half", "seven", "friday", "head", "good", "hope",
    "well", "station", "market", "forest", "garden", "valley", "view", "bryn", "pen",
];

impl Name {
    pub fn at(&self, tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
        self.whole(tokens, at, &self.own, 400)
            .or_else(|| match self.own.split_first() {
                // "Oswald's" for St Oswald's.
                Some((first, rest)) if first == "st" && !rest.is_empty() => self.whole(tokens, at, rest, 250),
                Some(_) | None => None,
            })
            .or_else(|| self.run_together(tokens, at))
            .or_else(|| (2..self.own.len()).rev().find_map(|count| self.whole(tokens, at, self.own.get(..count)?, 150)))
            .or_else(|| self.beginning(tokens, at))
            .or_else(|| self.initials(tokens, at))
    }

    fn whole(&self, tokens: &Tokens, at: usize, own: &[String], worth: u32) -> Option<(u32, usize)> {
        let mut next = at;
        let mut slips = 0;
        for (i, word) in own.iter().enumerate() {
            if i > 0 {
                next = self.past_joint(tokens, next);
            }
            let last = i + 1 == own.len();
            slips += same(tokens, next, word, last && i > 0)?;
            next += 1;
            if word == "st" && tokens.is_mark(next, '.') {
                next += 1;
            }
        }
        if slips > 2 || own.iter().all(|word| word == "st") {
            return None;
        }
        let (more, next) = self.tail(tokens, next)?;
        // "Reading Primary School" is not every mention of reading.
        let alone = matches!(own, [only] if is_ordinary(only));
        if alone && more == 0 && !(tokens.capital(at) && matches!(tokens.before(at), "at" | "in")) {
            return None;
        }
        let length = u32::try_from(own.len()).unwrap_or(u32::MAX).min(9);
        Some((worth + 10 * length + 2 * more - slips, next))
    }

    /// `Milllane` for Mill Lane, `Oak field` for Oakfield.
    fn run_together(&self, tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
        let ours = self.own.concat();
        let word = tokens.word(at);
        let (said, next) = if self.own.len() > 1 {
            (word.to_owned(), at + 1)
        } else {
            (format!("{word}{}", tokens.word(at + 1)), at + 2)
        };
        let said = folded(&said);
        let length = ours.chars().count();
        let alike = said.chars().next() == ours.chars().next()
            && length >= 7
            && said.chars().count().abs_diff(length) <= 1
            && !word.is_empty()
            && !is_ordinary(word);
        let slips = if alike { u32::try_from(strsim::osa_distance(&said, &ours)).ok()? } else { return None };
        let allowed = u32::from(self.own.len() > 1);
        if slips > allowed {
            return None;
        }
        let (more, next) = self.tail(tokens, next)?;
        Some((300 + 2 * more - slips, next))
    }

    /// `Larkspur` for Larkspur Hill, `Bryn` for nothing: only a word that says enough alone.
    fn beginning(&self, tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
        let (first, rest) = self.own.split_first()?;
        if rest.is_empty() || first.chars().count() < 4 || COMMON.contains(&first.as_str()) || is_ordinary(first) {
            return None;
        }
        let slips = same(tokens, at, first, false)?;
        let (more, next) = self.tail(tokens, at + 1)?;
        Some((100 + 2 * more - slips, next))
    }

    /// `N&H` for Netherby & Holme, `SMPS` for Sandy Mount Primary School.
    fn initials(&self, tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
        if !tokens.shouted(at) {
            return None;
        }
        let letters = |words: &[String]| -> String {
            words.iter().filter(|word| *word != "and").filter_map(|word| word.chars().next()).collect()
        };
        let (own, every) = (letters(&self.own), letters(&self.every));
        let mut said = tokens.word(at).to_owned();
        let mut next = at + 1;
        let joined = self.joined && said.len() == 1 && matches!(tokens.mark(next), Some('&' | '+' | '/'));
        if joined && tokens.shouted(next + 1) {
            said.push_str(tokens.word(next + 1));
            next += 2;
        }
        let long_enough = said.chars().count() >= 3 || (joined && said.chars().count() == 2);
        if !long_enough || (said != own && said != every) {
            return None;
        }
        let (more, next) = self.tail(tokens, next)?;
        Some((50 + more, next))
    }

    /// Between two words of a name: a hyphen, a stroke, and "and" where the name has one.
    fn past_joint(&self, tokens: &Tokens, at: usize) -> usize {
        let mut next = at;
        for _ in 0..3 {
            let mark = tokens.mark(next);
            let joint = matches!(mark, Some('-' | '/' | '.')) && tokens.glued(next)
                || self.joined && (mark == Some('&') || mark == Some('+') || tokens.word(next) == "and")
                || matches!(tokens.word(next), "y" | "the" | "of");
            if !joint {
                break;
            }
            next += 1;
        }
        next
    }

    /// `… CE Primary School` after the name itself. Nothing where it names another sort of school than this one.
    fn tail(&self, tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
        let (mut next, mut more) = (at, 0);
        let mut sorts = Vec::new();
        loop {
            let bracket = tokens.is_mark(next, '(') && matches!(tokens.word(next + 1), "va" | "vc" | "ce" | "rc");
            let from = if bracket || (tokens.is_mark(next, '-') && tokens.glued(next)) { next + 1 } else { next };
            let word = tokens.word(from);
            let single = match word {
                "infants" | "juniors" => word.trim_end_matches('s'),
                _ => word,
            };
            let ours = !word.is_empty()
                && self.every.iter().any(|own| own == &folded(single))
                && !matches!(single, "and" | "the" | "first");
            let generic = GENERIC.contains(&single)
                && !matches!(single, "and" | "the" | "first" | "high" | "upper" | "lower" | "middle" | "y" | "form");
            let joined = matches!(single, "and")
                && matches!(tokens.word(from + 1), "infant" | "infants" | "junior" | "juniors" | "nursery");
            let capital_high =
                matches!(single, "high" | "first" | "middle" | "upper" | "lower") && tokens.capital(from);
            let marked = tokens.is_mark(from, '&')
                && matches!(tokens.word(from + 1), "infant" | "infants" | "junior" | "juniors" | "nursery");
            if !(ours || generic || joined || capital_high || marked)
                || (word.len() == 1 && !ours && !matches!(word, "c" | "e"))
            {
                break;
            }
            if SORTS.contains(&single) {
                sorts.push(single.to_owned());
            }
            more += u32::from(ours);
            next = from + 1;
            if bracket && tokens.is_mark(next, ')') {
                next += 1;
            }
            if next > at + 10 {
                break;
            }
        }
        let known: Vec<&String> = self.every.iter().filter(|word| SORTS.contains(&word.as_str())).collect();
        let young = |sort: &str| matches!(sort, "infant" | "junior" | "primary");
        let fits = |sort: &String| {
            known.is_empty()
                || known.iter().any(|own| {
                    *own == sort
                        || (sort == "primary" || *own == "primary") && young(sort) && young(own) && known.len() > 1
                })
        };
        sorts.iter().all(fits).then_some((more, next))
    }
}

/// How many slips lie between a word of the text and a word of a name; nothing if they are two words.
fn same(tokens: &Tokens, at: usize, name: &str, last: bool) -> Option<u32> {
    if let Some(number) = tokens.number(at) {
        return (count(name) == Some(number) || name.parse() == Ok(number)).then_some(0);
    }
    let said = tokens.folded(at);
    if said.is_empty() {
        return None;
    }
    let short = match said {
        "rd" => "road",
        "ln" => "lane",
        "ave" | "av" => "avenue",
        "st" if last => "street",
        "pk" => "park",
        other => other,
    };
    if said == name || short == name || said.strip_suffix('s') == Some(name) || name.strip_suffix('s') == Some(said) {
        return Some(0);
    }
    let (long, other) = (name.chars().count(), said.chars().count());
    if long < 5 || other < 4 || long.abs_diff(other) > 2 || is_ordinary(said) {
        return None;
    }
    let mut first = said.chars();
    let mut ours = name.chars();
    let (a, b) = (first.next(), first.next());
    let (x, y) = (ours.next(), ours.next());
    if a != x && (a, b) != (y, x) {
        return None;
    }
    let slips = u32::try_from(strsim::osa_distance(said, name)).unwrap_or(u32::MAX);
    let allowed = if long >= 8 { 2 } else { 1 };
    (slips <= allowed).then_some(slips)
}
