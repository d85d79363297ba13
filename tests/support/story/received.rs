//! Letters that a story asks for, and what they say.

use super::{Line, Story};
use crate::support::letters::{self, Letter};
use crate::support::panel;

impl Story {
    pub(super) fn unasked(&self) -> Vec<Letter> {
        self.office.letters().into_iter().filter(|l| !self.office.seen.contains(&l.id)).collect()
    }

    /// A letter in the outbox that waits.
    pub(super) async fn held(&self, line: &Line<'_>, rest: &str) {
        let at = format!("{}.story:{}", self.name, line.number);
        let (kind, case) = rest.split_once(' ').expect("held KIND CASE");
        let store = &self.office.app.store;
        let held = store.list_letters("held").await.unwrap();
        let found: Vec<_> = held.iter().filter(|l| l.letter == kind && l.case == case).collect();
        let [row] = found.as_slice() else { panic!("{at}: held: {held:#?}") };
        let letter = letters::parse(row.id.0, &store.letter_bytes(row.id).await.unwrap().unwrap());
        let flowing: String = letter.text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (number, under) in &line.under {
            let (word, value) = under.split_once(' ').unwrap_or((under, ""));
            match word {
                "because" => assert_eq!(row.held_because, value, "{}.story:{number}", self.name),
                "says" => assert!(flowing.contains(value), "{}.story:{number}: {}", self.name, letter.text),
                "not" => assert!(!flowing.contains(value), "{}.story:{number}: {}", self.name, letter.text),
                "to" => assert_eq!(letter.to, value, "{}.story:{number}", self.name),
                _ => panic!("{}.story:{number}: no such word: {word}", self.name),
            }
        }
    }

    pub(super) fn letter(&mut self, line: &Line<'_>, rest: &str) {
        let at = format!("{}.story:{}", self.name, line.number);
        let (kind, to) = rest.split_once(" to ").expect("letter KIND to ADDRESS");
        let unasked = self.unasked();
        let letter = unasked
            .iter()
            .find(|l| l.kind == kind && l.to == to)
            .unwrap_or_else(|| panic!("{at}: no such letter. There are:\n{}", describe(&unasked)))
            .clone();
        self.office.seen.push(letter.id);
        let flowing: String = letter.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let page = bare(&alliance_clerk::documents::html::of_text(&letter.html).text());
        for (number, under) in &line.under {
            let at = format!("{}.story:{number}", self.name);
            let (word, value) = under.split_once(' ').unwrap_or((under, ""));
            match word {
                "says" => {
                    assert!(flowing.contains(value), "{at}: the letter says:\n{}", letter.text);
                    let same = page.contains(&bare(value));
                    assert!(same, "{at}: its HTML says something else:\n{}", letter.html);
                }
                "not" => assert!(!flowing.contains(value), "{at}: the letter says:\n{}", letter.text),
                "without" => {
                    let has = |(name, said): &(String, String)| name == value || said.contains(&format!("\n{value}"));
                    assert!(!letter.headers.iter().any(has), "{at}: {:?}", letter.headers);
                    assert!(letter.headers.iter().all(|(_, said)| !said.replace("\r\n ", "").contains(['\r', '\n'])));
                }
                "plain" => assert!(!letter.html.contains(value), "{at}: its HTML says:\n{}", letter.html),
                "subject" => assert!(letter.subject.contains(value), "{at}: its subject is {}", letter.subject),
                "calendar" => assert!(
                    panel::calendar_of(&letter).contains(value),
                    "{at}: its calendar entry:\n{}",
                    panel::calendar_of(&letter)
                ),
                "pdf" | "sheet" => panel::check(&at, &letter, value),
                // The same words on paper.
                "paper" => {
                    let (_, bytes) = letter.attachments.iter().find(|(name, _)| name.ends_with(".pdf")).expect("a PDF");
                    let paper = bare(&pdf_extract::extract_text_from_mem(bytes).unwrap());
                    assert!(paper.contains(&bare(value)), "{at}: on paper it says:\n{paper}");
                }
                // The very bytes that somebody sent.
                "bytes" => {
                    let (file, content) = value.split_once(" = ").expect("bytes NAME = content");
                    let found = letter.attachments.iter().find(|(name, _)| name == file).expect("such a file");
                    assert_eq!(found.1, unescape(content), "{at}");
                }
                "attached" => assert!(
                    letter.attachments.iter().any(|(name, _)| name == value),
                    "{at}: {:?}",
                    letter.attachments.iter().map(|(n, _)| n).collect::<Vec<_>>()
                ),
                "snapshot" => {
                    self.snapshots += 1;
                    let name = format!("{}-{}-{kind}", self.name, self.snapshots);
                    insta::with_settings!({ snapshot_path => "../../scenarios/letters", prepend_module_to_snapshot => false, omit_expression => true }, {
                        insta::assert_snapshot!(name, letters::snapshot(&letter));
                    });
                }
                _ => panic!("{at}: no such word: {word}"),
            }
        }
    }
}

/// Words alone: text and HTML mark their lists differently.
fn bare(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

pub(super) fn describe(letters: &[Letter]) -> String {
    letters.iter().map(|l| format!("  {} to {}: {}\n{}\n", l.kind, l.to, l.subject, l.text)).collect()
}

/// `\x89PNG` and `\0` in a script's file contents.
pub(super) fn unescape(text: &str) -> Vec<u8> {
    let mut out = vec![];
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.extend(c.to_string().as_bytes());
            continue;
        }
        match chars.next() {
            Some('x') => {
                let hex: String = chars.by_ref().take(2).collect();
                out.push(u8::from_str_radix(&hex, 16).unwrap());
            }
            Some('n') => out.push(b'\n'),
            Some('0') => out.push(0),
            Some(other) => out.extend(other.to_string().as_bytes()),
            None => {}
        }
    }
    out
}
