//! A sentence about who came, cut at its marks and commas.

use super::super::tokens::{self, Mark, Token, is_filler};

/// A sentence in marks and the lists between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    Mark(Mark),
    List(Vec<Item>),
}

/// What stands between two commas.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    pub words: Vec<(String, String)>,
    /// Behind `, and`.
    pub strong: bool,
    /// Behind a colon, or said to be a number: `no. 3`.
    pub explicit: bool,
}

/// A sentence as its marks and lists.
pub fn segments(tokens: &[Token]) -> Vec<Segment> {
    let mut out = vec![];
    let mut items: Vec<Item> = vec![];
    let mut item = Item::default();
    let mut next = Item::default();
    let close = |item: &mut Item, next: &mut Item, items: &mut Vec<Item>| {
        let done = std::mem::replace(item, std::mem::take(next));
        if !done.words.is_empty() {
            items.push(done);
        }
    };
    for token in tokens {
        match token {
            Token::Mark(mark) => {
                close(&mut item, &mut next, &mut items);
                if !items.is_empty() {
                    out.push(Segment::List(std::mem::take(&mut items)));
                }
                out.push(Segment::Mark(*mark));
            }
            Token::Comma { strong } => {
                next.strong = *strong;
                close(&mut item, &mut next, &mut items);
            }
            Token::Colon => {
                next.explicit = true;
                close(&mut item, &mut next, &mut items);
            }
            Token::Word(folded, raw) => item.words.push((folded.clone(), raw.clone())),
        }
    }
    close(&mut item, &mut next, &mut items);
    if !items.is_empty() {
        out.push(Segment::List(items));
    }
    out.into_iter().filter_map(meaningful).collect()
}

/// Without words that only stand beside others: `only`, `was it`.
fn meaningful(segment: Segment) -> Option<Segment> {
    let Segment::List(items) = segment else { return Some(segment) };
    let kept: Vec<Item> = items.into_iter().map(trimmed).filter(|item| !item.words.is_empty()).collect();
    (!kept.is_empty()).then_some(Segment::List(kept))
}

/// What begins a remark about somebody: "Priya, who had a hospital appointment".
const REMARKS: [&str; 12] =
    ["who", "whose", "because", "as", "since", "due", "she", "he", "they", "which", "sadly", "unfortunately"];

fn trimmed(mut item: Item) -> Item {
    if let Some(at) = item.words.iter().position(|(word, _)| REMARKS.contains(&word.as_str())) {
        let has_number = item.words.iter().skip(at).any(|(word, _)| tokens::range(word).is_some());
        if !has_number {
            item.words.truncate(at);
        }
    }
    let drop = |(word, _): &(String, String)| is_filler(word);
    while item.words.first().is_some_and(drop) {
        item.words.remove(0);
    }
    while item.words.last().is_some_and(drop) {
        item.words.pop();
    }
    while item.words.first().is_some_and(|(word, _)| matches!(word.as_str(), "no" | "nos" | "number" | "numbers")) {
        item.words.remove(0);
        item.explicit = true;
    }
    item
}

/// An item as it was written.
pub fn shown(item: &Item) -> String {
    item.words.iter().map(|(_, raw)| raw.as_str()).collect::<Vec<_>>().join(" ")
}
