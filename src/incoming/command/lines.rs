//! Which lines of a reply are commands, and which are only manners.
//!
//! A person writes `1 accept` between a greeting and a signature, on a phone, with a program that breaks long lines. So
//! greetings and thanks are passed over, reading ends at the closing words and at a disclaimer, and a line that mail
//! programs have broken is put together again.

/// A line that was meant for us, as far as its shape tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A number of the digest, and what is to become of it.
    Item {
        number: u32,
        words: String,
    },
    Code(String),
    Help,
    /// It begins with a command of the vocabulary.
    Command(String),
    Unknown(String),
}

/// The commands of a mail, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    /// Each as it was written, and as it was read.
    pub lines: Vec<(String, Line)>,
    /// Whether reading stopped at lines that were not understood.
    pub stopped: bool,
}

impl Lines {
    /// Whether anything in it looks like a command at all.
    pub fn any_known(&self) -> bool {
        self.lines.iter().any(|(_, line)| !matches!(line, Line::Unknown(_)))
    }
}

/// After so many lines in a row that are not understood, the rest is not for us.
const PATIENCE: usize = 3;
/// Mail programs break lines beyond about this many characters.
const BROKEN_FROM: usize = 55;
/// Nobody gives more commands than this in one mail.
const MOST_LINES: usize = 60;

/// Reads somebody's own words. `names` are the vocabulary's first words; `own` is the name of whoever writes.
pub fn read(words: &str, names: &[&str], own: &str) -> Lines {
    let mut out = Lines::default();
    let mut unknown = 0;
    let mut last_length = 0;
    for raw in words.lines() {
        let text = bare(raw);
        if text.is_empty() {
            last_length = 0;
            continue;
        }
        if ends_reading(&text, own) || out.lines.len() >= MOST_LINES {
            break;
        }
        let line = of(&text, names);
        let is_unknown = matches!(line, Line::Unknown(_));
        // What follows a long command without a blank line between them is the rest of it.
        if is_unknown && last_length >= BROKEN_FROM && join(&mut out, &text, names) {
            last_length = raw.trim_end().chars().count();
            continue;
        }
        last_length = if is_unknown { 0 } else { raw.trim_end().chars().count() };
        if is_unknown && is_manners(&text, own) {
            continue;
        }
        unknown = if is_unknown { unknown + 1 } else { 0 };
        out.lines.push((text, line));
        if unknown == PATIENCE {
            out.stopped = true;
            break;
        }
    }
    out
}

/// Adds words to the last command, if that is what they belong to.
fn join(out: &mut Lines, text: &str, names: &[&str]) -> bool {
    let Some((said, line)) = out.lines.last_mut() else { return false };
    let whole = format!("{said} {text}");
    let joined = of(&whole, names);
    if matches!(joined, Line::Unknown(_)) {
        return false;
    }
    *line = joined;
    *said = whole;
    true
}

/// A line without bullets, quotation marks and courtesies around it.
fn bare(raw: &str) -> String {
    let marks = ['`', '"', '“', '”', '‘', '’', '*', '•', '-', '–', ' ', '\t', '\u{a0}', '\u{200b}', '\u{feff}'];
    let mut text = raw.trim_start_matches(marks).trim_end_matches(['`', '"', '”', '’', '*', ' ', '\t', '\u{a0}']);
    text = text.trim_end_matches(['.', '!', ',', ';']).trim_end();
    for courtesy in ["please", "thank you", "thanks", "ta"] {
        let cut = text.len().checked_sub(courtesy.len()).filter(|at| text.is_char_boundary(*at));
        if let Some((before, end)) = cut.map(|at| text.split_at(at))
            && end.eq_ignore_ascii_case(courtesy)
            && before.ends_with([' ', ','])
        {
            text = before.trim_end_matches([' ', ',', '.', ';']);
        }
    }
    let words = text.get(.."please ".len()).filter(|start| start.eq_ignore_ascii_case("please "));
    let text = if words.is_some() { text.get("please ".len()..).unwrap_or("") } else { text };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of(text: &str, names: &[&str]) -> Line {
    let lower = text.to_lowercase();
    if lower == "help" || lower == "do help" {
        return Line::Help;
    }
    if let Some(code) = code(&lower) {
        return Line::Code(code);
    }
    if let Some((number, words)) = numbered(text) {
        return Line::Item { number, words };
    }
    let begins = |name: &str| lower.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if names.iter().any(|name| begins(name)) { Line::Command(text.to_owned()) } else { Line::Unknown(text.to_owned()) }
}

/// `code 123456`, `123456`, `123 456`.
fn code(lower: &str) -> Option<String> {
    let named = lower.strip_prefix("code").map(|rest| rest.trim_start_matches([':', ' ', '=']));
    let digits: String = named.unwrap_or(lower).split(' ').collect();
    let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit());
    // Without the word, only the six digits alone: `12 3456` could be a telephone number.
    (fits && (named.is_some() || lower.len() == 6 || lower.as_bytes().get(3) == Some(&b' '))).then_some(digits)
}

/// `1 accept`, `1: accept`, `1) accept`, `(1) accept`, `#1 accept`, `no. 1 accept`.
fn numbered(text: &str) -> Option<(u32, String)> {
    let rest = text.trim_start_matches(['(', '#', '[']);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let after = rest.get(digits.len()..)?;
    let words = after.trim_start_matches([')', ']', ':', '.', ',', '-', '–', '=', ' ']);
    let parted = after.is_empty() || words.len() < after.len();
    // `12/03/2027` and `7th` are no numbers of ours.
    let number = digits.parse().ok().filter(|n| (1..1000).contains(n) && digits.len() <= 3 && parted)?;
    Some((number, words.to_owned()))
}

const GREETINGS: [&str; 10] =
    ["hi", "hello", "dear", "hiya", "morning", "good morning", "good afternoon", "good evening", "afternoon", "hey"];
const THANKS: [&str; 8] = ["thanks", "thank you", "many thanks", "ta", "cheers", "ok", "okay", "see below"];
const CLOSINGS: [&str; 13] = [
    "kind regards",
    "regards",
    "best regards",
    "warm regards",
    "kindest regards",
    "best wishes",
    "with best wishes",
    "best",
    "all the best",
    "yours sincerely",
    "yours faithfully",
    "yours",
    "with thanks",
];
/// How disclaimers begin, and our own letters where a program quotes them without a mark.
const NOT_OURS: [&str; 12] = [
    "this email",
    "this e-mail",
    "this message",
    "the information in this",
    "the information contained",
    "the contents of this",
    "disclaimer",
    "confidentiality",
    "confidential",
    "please consider the environment",
    "consider the environment",
    "reply:",
];

/// Words of courtesy, said in passing: a short line that begins with them.
fn is_manners(text: &str, own: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = |words: &str| lower.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let short = lower.split_whitespace().count() <= 6;
    (short && GREETINGS.iter().chain(&THANKS).any(|words| begins(words))) || is_name(&lower, own)
}

/// Where a signature, a disclaimer or our own letter begins, nothing more is for us.
fn ends_reading(text: &str, own: &str) -> bool {
    let lower = text.to_lowercase();
    // A person does not write to herself: this is the greeting of our letter.
    let ours = lower.strip_prefix("dear ").is_some_and(|name| name == own.to_lowercase());
    CLOSINGS.contains(&lower.as_str())
        || NOT_OURS.iter().any(|start| lower.starts_with(start))
        || ours
        || is_name(&lower, own)
}

/// The writer's own name alone on a line, whole or the first of it.
fn is_name(lower: &str, own: &str) -> bool {
    let own = own.to_lowercase();
    let first = own.split_whitespace().next().unwrap_or("");
    !first.is_empty() && (lower == own || lower == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 5] = ["open", "extend", "go live", "done", "hold"];

    fn lines(text: &str) -> Vec<Line> {
        read(text, &NAMES, "Ruth Adeyemi").lines.into_iter().map(|(_, line)| line).collect()
    }

    fn item(number: u32, words: &str) -> Line {
        Line::Item { number, words: words.to_owned() }
    }

    #[test]
    fn an_answer_is_read_however_it_is_written() {
        for text in [
            "1 accept",
            "1: accept.",
            "1) Accept please",
            "(1) accept, thanks!",
            "#1 accept",
            "- 1. accept",
            "\"1 accept\"",
        ] {
            let read = lines(text);
            assert!(
                matches!(read.as_slice(), [Line::Item { number: 1, words }] if words.eq_ignore_ascii_case("accept")),
                "{text}: {read:?}"
            );
        }
        assert_eq!(lines("3 12 April 14:00"), [item(3, "12 April 14:00")]);
        assert_eq!(lines("12"), [item(12, "")]);
        assert_eq!(lines("code 123456"), [Line::Code("123456".into())]);
        assert_eq!(lines("123456"), [Line::Code("123456".into())]);
        assert_eq!(lines("Code: 123 456."), [Line::Code("123456".into())]);
        assert_eq!(lines("HOLD all because x"), [Line::Command("HOLD all because x".into())]);
        assert_eq!(lines("please go live"), [Line::Command("go live".into())]);
        assert_eq!(lines("12/03/2027"), [Line::Unknown("12/03/2027".into())]);
        assert_eq!(lines("01632 960100"), [Line::Unknown("01632 960100".into())]);
    }

    #[test]
    fn manners_signatures_and_disclaimers_are_passed_over() {
        let text =
            "Hi clerk,\n\nThanks for this.\n1 accept\n\n2 hold\nKind regards,\nRuth\nSLE Coordinator\n1 Orchard Lane\n";
        assert_eq!(lines(text), [item(1, "accept"), item(2, "hold")]);
        assert_eq!(lines("1 done\nRuth\n1 Orchard Lane"), [item(1, "done")]);
        assert_eq!(lines("1 done\n\nThis email is confidential and intended only for\n2 hold"), [item(1, "done")]);
        assert_eq!(
            lines("1 done\n\nDear Ruth Adeyemi,\n2 hold"),
            [item(1, "done")],
            "our own letter, quoted without a mark"
        );
    }

    #[test]
    fn a_line_that_was_broken_is_put_together() {
        let text = "extend sle spring-2027 to 26 March 2027 because the county's mail was\ndown on Friday\n1 done";
        let whole = "extend sle spring-2027 to 26 March 2027 because the county's mail was down on Friday";
        assert_eq!(lines(text), [Line::Command(whole.into()), item(1, "done")]);
    }

    #[test]
    fn three_strange_lines_in_a_row_end_the_reading() {
        let read = read("one\ntwo\n1 done\nthree\nfour\nfive\n2 done", &NAMES, "Ruth Adeyemi");
        assert_eq!(read.lines.len(), 6);
        assert!(read.stopped && read.any_known());
    }
}
