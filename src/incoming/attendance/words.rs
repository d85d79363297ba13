//! Who came, in words: `all`, `all except 3 and 7`, `everyone but Priya`, `1, 2, 5-9`, `nobody`, `all, and Tom Reed came too`.
//!
//! Numbers and names are those of the list in our letter. What could mean two things means neither: the answer is then a
//! question, and nothing is recorded. "All but two" is how many, not who.

mod segments;

use super::tokens::{self, Mark, Token, is_count};
use crate::domain::names::{self, Found};
use segments::{Item, Segment, segments, shown};
use std::collections::BTreeSet;

/// What an answer says, of the people of a list by their places (from 0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub came: Came,
    /// Who came without being on the list, by name.
    pub strangers: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    AllBut(BTreeSet<usize>),
    Only(BTreeSet<usize>),
    /// Only some are named. Where nothing is recorded yet, all others came.
    Changed {
        present: BTreeSet<usize>,
        absent: BTreeSet<usize>,
    },
}

/// Why an answer cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// It says nothing of who came.
    Nothing,
    /// How many, and not who.
    HowMany(String),
    /// A name that is not on the list, or words that are none.
    NotOnTheList(String),
    /// A name that several people of the list have.
    Several(String),
    NoSuchNumber(String),
    /// The same person came and did not come, or all came and then only some.
    Both,
    /// `most of them`, `I think`, a question.
    Doubtful,
    /// One name alone, after more had been recorded.
    OnlyOne(String),
}

impl Unclear {
    /// The question, for whoever answered.
    pub fn question(&self) -> String {
        match self {
            Self::Nothing => "I could not find in it who came and who did not.".to_owned(),
            Self::HowMany(words) => {
                format!("“{words}” tells me how many, or perhaps a number of the list. Which people do you mean?")
            }
            Self::NotOnTheList(words) => format!("“{words}” is nobody on my list. Whom do you mean?"),
            Self::Several(words) => format!("There is more than one “{words}” on my list. Which one do you mean?"),
            Self::NoSuchNumber(words) => format!("There is no number {words} on my list. Whom do you mean?"),
            Self::Both => "It says of somebody both that they came and that they did not. Which is right?".to_owned(),
            Self::Doubtful => "It does not say quite certainly who came. Could you name those who did not?".to_owned(),
            Self::OnlyOne(name) => format!("Was {name} the only one who came, or there as well as the others?"),
        }
    }
}

impl Answer {
    /// Who came, for each of `before` (what is recorded of each, if anything is).
    ///
    /// # Errors
    /// Where it only adds to what has not been recorded yet, or could be meant to.
    pub fn of(&self, before: &[Option<bool>], names: &[&str]) -> Result<Vec<bool>, Unclear> {
        let recorded = before.iter().any(Option::is_some);
        let places = 0..before.len();
        match &self.came {
            Came::AllBut(absent) => Ok(places.map(|place| !absent.contains(&place)).collect()),
            Came::Only(present) => {
                let others = before.iter().enumerate().any(|(place, b)| *b == Some(true) && !present.contains(&place));
                if let (1, Some(one), true) = (present.len(), present.first(), recorded && others) {
                    return Err(Unclear::OnlyOne(names.get(*one).copied().unwrap_or_default().to_owned()));
                }
                Ok(places.map(|place| present.contains(&place)).collect())
            }
            Came::Changed { present, absent } => {
                if !recorded && absent.is_empty() {
                    return Err(Unclear::Nothing);
                }
                Ok(before
                    .iter()
                    .enumerate()
                    .map(|(place, b)| !absent.contains(&place) && (present.contains(&place) || b.unwrap_or(!recorded)))
                    .collect())
            }
        }
    }
}

/// What the sentences have said so far.
#[derive(Debug, Default)]
struct Said {
    all: bool,
    nobody: bool,
    present: BTreeSet<usize>,
    absent: BTreeSet<usize>,
    also: BTreeSet<usize>,
    /// Of whom it is only remarked that they came late.
    remarked: BTreeSet<usize>,
    strangers: Vec<String>,
    anything: bool,
}

/// Reads an answer. `names` are those of the list, in its order; `own` is the name of whoever writes.
///
/// # Errors
/// Why nothing can be recorded, to be asked.
pub fn read(text: &str, names: &[&str], own: &str) -> Result<Answer, Unclear> {
    let mut said = Said::default();
    let mut passed_over = None;
    for (sentence, asks) in tokens::sentences(&before_the_end(text, own)) {
        let tokens = tokens::of(&sentence);
        match understood(&tokens, names, &mut said) {
            Ok(true) if asks => return Err(Unclear::Doubtful),
            Ok(true) => said.anything = true,
            Ok(false) => {}
            // "Everyone enjoyed it" changes nothing, if another sentence says who came.
            Err(why) if is_harmless(&tokens) => passed_over = passed_over.or(Some(why)),
            Err(why) => return Err(why),
        }
    }
    if !said.anything {
        return Err(passed_over.unwrap_or(Unclear::Nothing));
    }
    concluded(said, names)
}

fn concluded(said: Said, names: &[&str]) -> Result<Answer, Unclear> {
    let Said { all, nobody, mut present, absent, also, remarked, strangers, .. } = said;
    let came = || present.iter().chain(&also).chain(&remarked);
    if came().any(|place| absent.contains(place)) || (all && nobody) || (nobody && !absent.is_empty()) {
        return Err(Unclear::Both);
    }
    let came = if all {
        // "All came: 1, 2 and 3" of a list of five.
        if !present.is_empty() && present.len() + absent.len() < names.len() {
            return Err(Unclear::Both);
        }
        Came::AllBut(absent)
    } else if nobody || !present.is_empty() {
        present.extend(also.iter().chain(&remarked));
        Came::Only(present)
    } else {
        Came::Changed { present: also.union(&remarked).copied().collect(), absent }
    };
    Ok(Answer { came, strangers })
}

/// Up to the closing words and the writer's own name.
fn before_the_end(text: &str, own: &str) -> String {
    const CLOSINGS: [&str; 10] = [
        "kind regards",
        "regards",
        "best wishes",
        "best regards",
        "best",
        "many thanks",
        "with thanks",
        "yours",
        "thanks",
        "cheers",
    ];
    let own = names::folded(own);
    let ends = |line: &&str| {
        let words = names::folded(line);
        let closing = CLOSINGS.contains(&words.join(" ").as_str());
        // The first line may be a name too: it is then the answer.
        closing || (!words.is_empty() && (words == own || words.as_slice() == own.get(..1).unwrap_or_default()))
    };
    let mut kept: Vec<&str> = vec![];
    for line in text.lines() {
        let begun = kept.iter().any(|line| !line.trim().is_empty());
        if begun && ends(&line) {
            break;
        }
        kept.push(line);
    }
    kept.join("\n")
}

fn is_harmless(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| match token {
        Token::Mark(mark) => matches!(mark, Mark::All | Mark::Came | Mark::Present | Mark::Also),
        Token::Word(word, _) => tokens::range(word).is_none() && !is_count(word),
        Token::Comma { .. } | Token::Colon => true,
    })
}

/// Whether a sentence says anything of who came; what it says is added.
fn understood(tokens: &[Token], names: &[&str], said: &mut Said) -> Result<bool, Unclear> {
    let segments = segments(tokens);
    let marks = || segments.iter().filter_map(|s| if let Segment::Mark(mark) = s { Some(*mark) } else { None });
    let whole = marks().any(|mark| matches!(mark, Mark::All | Mark::Nobody));
    if !whole && !segments.iter().any(|segment| concerns_somebody(segment, names)) {
        // "Tom Reed came too" names nobody of the list, and says something all the same.
        let adds = marks().any(|mark| mark == Mark::Also) && segments.iter().any(|s| matches!(s, Segment::List(_)));
        if !adds {
            return Ok(false);
        }
    }
    if marks().any(|mark| mark == Mark::Doubt) {
        return Err(Unclear::Doubtful);
    }
    Reading { names, said, pending: None, open: None, claimed: None, whole: false }.read(&segments)?;
    Ok(true)
}

fn concerns_somebody(segment: &Segment, names: &[&str]) -> bool {
    let Segment::List(items) = segment else { return false };
    items.iter().any(|item| {
        let first = item.words.first().map_or("", |(word, _)| word.as_str());
        let numbers = item.words.iter().all(|(word, _)| tokens::range(word).is_some() || word == "to");
        let number = item.words.iter().skip(usize::from(tokens::range(first).is_some()));
        let name = number.map(|(_, raw)| raw.as_str()).collect::<Vec<_>>().join(" ");
        numbers || is_count(first) || !matches!(names::find(&name, names), Found::Nobody)
    })
}

/// A sentence, being read from left to right.
struct Reading<'a> {
    names: &'a [&'a str],
    said: &'a mut Said,
    /// A list of which nothing has been said yet.
    pending: Option<Vec<Item>>,
    /// A mark that waits for its list.
    open: Option<Mark>,
    /// What the list before was claimed by.
    claimed: Option<Mark>,
    /// `all` or `nobody` stood in this sentence.
    whole: bool,
}

impl Reading<'_> {
    fn read(&mut self, segments: &[Segment]) -> Result<(), Unclear> {
        for (at, segment) in segments.iter().enumerate() {
            let next = segments.get(at + 1);
            match segment {
                Segment::List(items) => self.list(items.clone(), next)?,
                Segment::Mark(mark) => self.mark(*mark, next)?,
            }
        }
        if let Some(left) = self.pending.take() {
            self.claim(Mark::Present, &left)?;
        }
        match self.open {
            None => Ok(()),
            Some(_) => Err(Unclear::Nothing),
        }
    }

    fn list(&mut self, mut items: Vec<Item>, next: Option<&Segment>) -> Result<(), Unclear> {
        let Some(open) = self.open.take() else {
            self.pending = Some(items);
            return Ok(());
        };
        let after = if let Some(Segment::Mark(mark)) = next { Some(*mark) } else { None };
        // "all but Tom Reed came too": the `but` is only a conjunction.
        if open == Mark::But && matches!(after, Some(Mark::Also | Mark::DidNotCome | Mark::Remark)) {
            self.pending = Some(items);
            return Ok(());
        }
        if after == Some(Mark::Also) && open != Mark::Also {
            // "all except 3 and 7, and Tom Reed came too": the last part is another's.
            let Some(cut) = items.iter().rposition(|item| item.strong) else { return Err(Unclear::Both) };
            self.pending = Some(items.split_off(cut));
        }
        if items.is_empty() {
            return Err(Unclear::Nothing);
        }
        self.claim(open, &items)
    }

    fn mark(&mut self, mark: Mark, next: Option<&Segment>) -> Result<(), Unclear> {
        let before_list = matches!(next, Some(Segment::List(_)));
        match mark {
            Mark::Doubt => Err(Unclear::Doubtful),
            // "Priya and Tom all came."
            Mark::All if self.pending.is_some() => Ok(()),
            Mark::All => {
                self.said.all = true;
                self.whole = true;
                Ok(())
            }
            Mark::Nobody if self.pending.is_some() => Err(Unclear::Both),
            Mark::Nobody => {
                self.said.nobody = true;
                self.whole = true;
                Ok(())
            }
            Mark::Except | Mark::But => self.exception(mark, before_list),
            Mark::Absent | Mark::DidNotCome => match self.pending.take() {
                Some(items) => self.claim(mark, &items),
                // "except Priya, who was ill": it only says so once more.
                None if matches!(self.claimed, Some(Mark::Except | Mark::But | Mark::Absent)) => Ok(()),
                None if before_list && mark == Mark::Absent => {
                    self.open = Some(mark);
                    Ok(())
                }
                None => Err(Unclear::Nothing),
            },
            Mark::Present | Mark::Came | Mark::Remark | Mark::Also => match self.pending.take() {
                Some(items) => self.claim(mark, &items),
                None if before_list && mark != Mark::Remark && (mark == Mark::Also || !self.whole) => {
                    self.open = Some(if mark == Mark::Also { mark } else { Mark::Present });
                    Ok(())
                }
                None => Ok(()),
            },
        }
    }

    fn exception(&mut self, mark: Mark, before_list: bool) -> Result<(), Unclear> {
        match (self.pending.take(), before_list) {
            // "Priya not."
            (Some(items), false) if mark == Mark::Except => self.claim(mark, &items),
            (Some(items), _) => {
                self.claim(Mark::Present, &items)?;
                self.open = before_list.then_some(mark).filter(|mark| *mark == Mark::Except);
                Ok(())
            }
            (None, true) => {
                self.open = (mark == Mark::Except || self.whole).then_some(mark);
                Ok(())
            }
            (None, false) if mark == Mark::But => Ok(()),
            (None, false) => Err(Unclear::Nothing),
        }
    }

    /// Says of a list what a mark means.
    fn claim(&mut self, mark: Mark, items: &[Item]) -> Result<(), Unclear> {
        self.claimed = Some(mark);
        // "1, 2, 5-9 and Tom Reed as well": the numbers were not the addition.
        let items = if mark == Mark::Also { self.but_the_addition(items)? } else { items };
        // A number alone may be how many. `except 2` and `absent: 2` cannot.
        if let [only] = items
            && let [(word, _)] = only.words.as_slice()
            && tokens::range(word).is_some_and(|(first, last)| first == last)
            && !only.explicit
            && mark != Mark::Except
        {
            return Err(Unclear::HowMany(word.clone()));
        }
        let mut places = BTreeSet::new();
        for item in items {
            match self.people(item)? {
                Ok(found) => places.extend(found),
                Err(stranger) if mark == Mark::Also => self.said.strangers.push(stranger),
                Err(words) => return Err(Unclear::NotOnTheList(words)),
            }
        }
        let said = &mut *self.said;
        match mark {
            Mark::Except | Mark::But if said.nobody => said.present.extend(places),
            Mark::Except | Mark::But | Mark::Absent | Mark::DidNotCome => said.absent.extend(places),
            Mark::Present | Mark::Came => said.present.extend(places),
            Mark::Remark => said.remarked.extend(places),
            Mark::Also => said.also.extend(places),
            Mark::All | Mark::Nobody | Mark::Doubt => {}
        }
        Ok(())
    }

    fn but_the_addition<'i>(&mut self, items: &'i [Item]) -> Result<&'i [Item], Unclear> {
        let Some((last, before)) = items.split_last() else { return Ok(items) };
        let is_number = |item: &Item| item.words.iter().all(|(word, _)| tokens::range(word).is_some() || word == "to");
        if !before.is_empty() && before.iter().all(is_number) && !is_number(last) {
            self.claim(Mark::Present, before)?;
            return Ok(std::slice::from_ref(last));
        }
        Ok(items)
    }

    /// Who an item means; or, on the left, whom nobody knows.
    fn people(&self, item: &Item) -> Result<Result<Vec<usize>, String>, Unclear> {
        let words: Vec<&str> = item.words.iter().map(|(word, _)| word.as_str()).collect();
        if let [first, "to", last] = words.as_slice()
            && let (Some((first, _)), Some((_, last))) = (tokens::range(first), tokens::range(last))
        {
            return self.places(first, last).map(Ok);
        }
        if words.iter().all(|word| tokens::range(word).is_some()) {
            let mut all = vec![];
            for (first, last) in words.iter().filter_map(|word| tokens::range(word)) {
                all.extend(self.places(first, last)?);
            }
            return Ok(Ok(all));
        }
        if words.iter().any(|word| is_count(word)) {
            return Err(Unclear::HowMany(shown(item)));
        }
        // `3 Priya Nair`: both must mean the same person.
        let number = words.first().and_then(|word| tokens::range(word));
        let name = item.words.iter().skip(usize::from(number.is_some())).map(|(_, raw)| raw.as_str());
        let name = name.collect::<Vec<_>>().join(" ");
        match (names::find(&name, self.names), number) {
            (Found::One(place), None) => Ok(Ok(vec![place])),
            (Found::One(place), Some((first, last))) if self.places(first, last)? == [place] => Ok(Ok(vec![place])),
            (Found::One(_), Some(_)) => Err(Unclear::Both),
            (Found::Many(_), _) => Err(Unclear::Several(name)),
            (Found::Nobody, _) => Ok(Err(shown(item))),
        }
    }

    /// The places that numbers of the list stand for.
    fn places(&self, first: &str, last: &str) -> Result<Vec<usize>, Unclear> {
        let place = |word: &str| {
            let number = word.parse::<usize>().ok().filter(|number| (1..=self.names.len()).contains(number));
            number.map(|number| number - 1).ok_or_else(|| Unclear::NoSuchNumber(word.to_owned()))
        };
        let (first, last) = (place(first)?, place(last)?);
        Ok((first.min(last)..=first.max(last)).collect())
    }
}

#[cfg(test)]
mod tests;
