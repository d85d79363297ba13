//! Somebody's words within a question to a person: on one line, and no longer than helps.

const LONGEST: usize = 300;

/// Lower case, words between single blanks.
pub fn spaced(text: &str) -> String {
    let lower: String = text
        .to_lowercase()
        .replace('’', "'")
        .replace("n't", " not")
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' })
        .collect();
    format!(" {} ", lower.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The words on one line, cut where they are long.
pub fn in_short(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{} …", line.get(..at).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// ` They write: “…”`, or nothing.
pub fn they_write(words: &str) -> String {
    let line = in_short(words);
    if line.is_empty() { String::new() } else { format!(" They write: “{line}”") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_and_none_are_not_quoted() {
        assert_eq!(they_write(" \n "), "");
        assert_eq!(they_write("We only had\nher  once."), " They write: “We only had her once.”");
        let long = "é".repeat(LONGEST + 1);
        assert_eq!(in_short(&long), format!("{} …", "é".repeat(LONGEST)));
        assert_eq!(in_short(&"é".repeat(LONGEST)), "é".repeat(LONGEST));
    }
}
