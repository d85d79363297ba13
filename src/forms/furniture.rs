//! What stands on a form and is no answer: its title, its prompts, its notes, and counts that people add.

use super::definition::Definition;
use super::labels::folded;
use std::collections::BTreeSet;

/// Everything on a form that is not an answer: its title, section headings, notes and prompts.
#[derive(Debug)]
pub struct Furniture {
    lines: BTreeSet<String>,
    sections: BTreeSet<String>,
    /// Bytes of the longest of them, with room for punctuation: longer lines need not be folded to be told apart.
    longest: usize,
}

impl Furniture {
    pub fn of(form: &Definition) -> Self {
        let mut lines = BTreeSet::new();
        let mut add = |text: &str| {
            let folded = folded(text);
            if !folded.is_empty() {
                lines.insert(folded);
            }
        };
        add(&form.title);
        for paragraph in form.intro.split("\n\n") {
            add(paragraph);
        }
        for section in &form.sections {
            add(&section.title);
            add(&section.note);
            add(&format!("{} {}", section.title, section.note));
            for field in &section.fields {
                add(&field.prompt);
                // `Question 1` is its label, and its name is furniture like its prompt.
                if let Some((_, name)) = field.label.split_once(':') {
                    add(&format!("{name} {}", field.prompt));
                }
                if let Some(limit) = field.max_words {
                    add(&format!("{} Up to {limit} words.", field.prompt));
                    add(&format!("{} {} Up to {limit} words.", field.label, field.prompt));
                }
            }
        }
        let sections = form.sections.iter().map(|section| folded(&section.title)).collect();
        let longest = lines.iter().map(String::len).max().unwrap_or(0) * 3 / 2 + 60;
        Self { lines, sections, longest }
    }

    /// Whether a line is the heading of a section, at which every answer ends.
    pub fn is_section(&self, line: &str) -> bool {
        line.len() <= self.longest && self.sections.contains(&folded(line))
    }

    pub fn holds(&self, line: &str) -> bool {
        if line.len() > self.longest {
            return false;
        }
        let folded = folded(line);
        self.lines.contains(&folded) || is_word_limit(&folded) || is_return_note(&folded)
    }
}

/// `(maximum 300 words)`, `Up to 300 words.`, `300 words max`.
fn is_word_limit(folded: &str) -> bool {
    let rest: Vec<&str> = folded
        .split(' ')
        .filter(|word| {
            !matches!(
                *word,
                "max"
                    | "maximum"
                    | "up"
                    | "to"
                    | "no"
                    | "more"
                    | "than"
                    | "limit"
                    | "word"
                    | "words"
                    | "of"
                    | "please"
                    | "use"
                    | "in"
                    | "a"
                    | "the"
            )
        })
        .collect();
    folded.contains("word") && rest.len() == 1 && rest.iter().all(|word| word.bytes().all(|b| b.is_ascii_digit()))
}

fn is_return_note(folded: &str) -> bool {
    folded.starts_with("please send the completed form to") || folded.starts_with("please return this form to")
}

/// A line that an applicant adds beneath an answer: `Word count: 287`, `(287 words)`.
pub fn is_count_note(line: &str) -> bool {
    let folded = folded(line);
    let bits: Vec<&str> = folded.split(' ').collect();
    let number = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    match bits.as_slice() {
        ["word", "count", n] | ["words", n] | [n, "words"] | ["word", "count", n, "words"] | ["total", n, "words"] => {
            number(n)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_beneath_an_answer_are_no_part_of_it() {
        for line in ["Word count: 287", "(287 words)", "Words: 300"] {
            assert!(is_count_note(line), "{line}");
        }
        assert!(!is_count_note("300 words of praise"));
        assert!(is_word_limit(&folded("(Maximum 300 words)")));
        assert!(!is_word_limit(&folded("I wrote 300 words on this")));
    }
}
