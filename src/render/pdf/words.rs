//! The sheet's words made fit for print: nothing invisible in them, and nothing that no font has.

use super::fault::MissingGlyph;
use super::sheets::Unprintable;
use serde_json::Value;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Stands in place of a character that cannot be printed.
const BOX: char = '\u{25a1}';

/// A longer run without a space is no word: an address of a page, or a key that somebody fell asleep on. It may be broken
/// after every [`PIECE`] characters, so that it stays on the paper (and PDF/A allows no string of more than 32,767 bytes).
const LONGEST_WORD: usize = 36;
const PIECE: usize = 12;
/// A place where a line may be broken; prints nothing.
const BREAK: char = '\u{200b}';

/// What went through the words of one sheet.
pub(super) struct Proof<'a> {
    pub can_print: &'a dyn Fn(char) -> bool,
    pub unprintable: Unprintable,
    pub characters: usize,
    missing: BTreeMap<char, String>,
    /// Looked up once: asking a font is a walk through its table, and a pack has a million characters.
    known: BTreeMap<char, bool>,
}

impl<'a> Proof<'a> {
    pub fn new(can_print: &'a dyn Fn(char) -> bool, unprintable: Unprintable) -> Self {
        Self { can_print, unprintable, characters: 0, missing: BTreeMap::new(), known: BTreeMap::new() }
    }

    /// Cleans every string in `value`. `field` says where it stands.
    pub fn read(&mut self, value: &mut Value, field: &str) {
        let inside = |key: &str| if field.is_empty() { key.to_owned() } else { format!("{field} {key}") };
        match value {
            Value::String(text) => *text = self.clean(text, field),
            Value::Array(list) => {
                for (i, item) in list.iter_mut().enumerate() {
                    self.read(item, &inside(&(i + 1).to_string()));
                }
            }
            Value::Object(map) => {
                for (key, item) in map {
                    self.read(item, &inside(key));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    pub fn missing(self) -> Vec<MissingGlyph> {
        self.missing.into_iter().map(|(character, field)| MissingGlyph { character, field }).collect()
    }

    fn printable(&mut self, c: char) -> bool {
        *self.known.entry(c).or_insert_with(|| !private(c) && (self.can_print)(c))
    }

    fn clean(&mut self, text: &str, field: &str) -> String {
        let mut out = String::with_capacity(text.len());
        // Composed, so that an accent typed as a character of its own is printed on its letter.
        for c in text.replace("\r\n", "\n").nfc() {
            self.characters += 1;
            let c = match c {
                '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
                '\t' => ' ',
                // Word's bullets and ticks: characters of its symbol fonts, without a meaning outside of them.
                '\u{f0b7}' | '\u{f0a7}' => '•',
                '\u{f0fc}' => '✓',
                '\u{2011}' => '-',
                c => c,
            };
            if c == '\n' {
                out.push(c);
            } else if invisible(c) {
                continue;
            } else if self.printable(c) {
                out.push(c);
            } else {
                self.missing.entry(c).or_insert_with(|| field.to_owned());
                match self.unprintable {
                    Unprintable::Ask => out.push(c),
                    Unprintable::Mark => out.push(BOX),
                }
            }
        }
        breakable(out)
    }
}

fn breakable(text: String) -> String {
    if text.split(char::is_whitespace).all(|word| word.chars().nth(LONGEST_WORD).is_none()) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + text.len() / PIECE * BREAK.len_utf8());
    for word in text.split_inclusive(char::is_whitespace) {
        let long = word.chars().nth(LONGEST_WORD).is_some();
        for (i, c) in word.chars().enumerate() {
            if long && i > 0 && i % PIECE == 0 {
                out.push(BREAK);
            }
            out.push(c);
        }
    }
    out
}

/// Prints nothing, turns the direction of reading, or only chooses between pictures.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Means something only in one font: PDF/A does not allow it, whatever that font prints.
fn private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn latin(c: char) -> bool {
        u32::from(c) < 0x250 || c == BOX || c == '•'
    }

    #[test]
    fn what_is_invisible_goes_and_accents_are_joined() {
        let mut proof = Proof::new(&latin, Unprintable::Ask);
        let mut value = json!({ "name": "Sia\u{302}n\u{202e} O\u{ad}’Brien\u{feff}\u{0}\u{f0b7}" });
        proof.read(&mut value, "");
        assert_eq!(value["name"], "Siân O’Brien•");
        assert_eq!(proof.missing().iter().map(|m| m.character).collect::<String>(), "’");
    }

    #[test]
    fn a_run_without_spaces_may_be_broken_and_words_stay_whole() {
        let mut proof = Proof::new(&latin, Unprintable::Ask);
        let mut value = json!(["Llanfairpwllgwyngyll and more", "x".repeat(40)]);
        proof.read(&mut value, "");
        assert_eq!(value[0], "Llanfairpwllgwyngyll and more");
        assert_eq!(value[1].as_str().unwrap().split(BREAK).map(str::len).collect::<Vec<_>>(), [12, 12, 12, 4]);
    }

    #[test]
    fn what_cannot_be_printed_is_told_with_its_place_or_marked() {
        let mut value = json!({ "essays": [{ "answer": "Fine" }, { "answer": "Good 😀\u{fe0f} 😀 \u{e123}" }] });
        let mut proof = Proof::new(&latin, Unprintable::Mark);
        proof.read(&mut value, "");
        assert_eq!(value["essays"][1]["answer"], "Good □ □ □");
        let missing = proof.missing();
        assert_eq!(missing.len(), 2);
        assert!(missing.iter().all(|m| m.field == "essays 2 answer"), "{missing:?}");
    }
}
