//! What a person wrote into a form, and what is wrong with it.

use super::FormId;
use serde::{Deserialize, Serialize};

/// One field of a form with what was written into it; an empty value means nothing was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub id: String,
    pub label: String,
    pub value: String,
    /// Words as the scheme counts them: see [`count_words`].
    pub words: usize,
}

/// Every field of one form, in the form's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    pub form: FormId,
    pub fields: Vec<Answer>,
}

impl Answers {
    /// What was written into a field; `""` where nothing was or there is no such field.
    pub fn value(&self, id: &str) -> &str {
        self.fields.iter().find(|answer| answer.id == id).map_or("", |answer| answer.value.as_str())
    }

    pub fn is_blank(&self) -> bool {
        self.fields.iter().all(|answer| answer.value.is_empty())
    }

    /// How many fields have something in them.
    pub fn filled(&self) -> usize {
        self.fields.iter().filter(|answer| !answer.value.is_empty()).count()
    }

    /// Labels of the fields whose value differs from an earlier version's.
    pub fn changed_since(&self, earlier: &Answers) -> Vec<String> {
        self.fields
            .iter()
            .filter(|answer| earlier.value(&answer.id) != answer.value)
            .map(|answer| answer.label.clone())
            .collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    Missing,
    TooLong,
    Invalid,
    Unreadable,
}

/// One thing about a form that its sender should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub kind: ProblemKind,
    /// The field, where the problem is about one.
    pub field: Option<String>,
    /// The field's label, or the name of the file.
    pub label: String,
    /// The count, for an answer that is too long.
    pub words: Option<usize>,
    /// What is wrong and how to mend it, as the sender will read it.
    pub message: String,
    /// Whether the application is incomplete because of it.
    pub blocks: bool,
}

/// Counts words as the scheme does: what stands between blanks and holds a letter or a digit.
///
/// A dash between blanks is no word, and `state-of-the-art` is one. The count is never above Word's own
/// (research/documents.md §7), so that nobody is told of an excess that their own screen does not show.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|token| token.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_the_applicants_favour() {
        assert_eq!(count_words(""), 0);
        assert_eq!(count_words("I led maths – and won."), 5, "the lone dash is not a word");
        assert_eq!(count_words("state-of-the-art and/or R&D"), 3);
        assert_eq!(count_words("• one\u{a0}two\n\n- three"), 3);
    }
}
