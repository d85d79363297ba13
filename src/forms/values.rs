//! From what stands in a document to the value of a field: boxes, lists, numbers, dates, addresses.

use super::definition::{Field, Kind};
use super::furniture::is_count_note;
use super::labels::folded;
use super::write::placeholder;
use crate::documents::{Control, ControlKind, Inline};
use crate::domain::{EmailAddress, civil};
use std::sync::LazyLock;

/// What editors show in a control that nobody has filled in, folded. LibreOffice turns it into real text.
const PLACEHOLDERS: [&str; 12] = [
    "click or tap here to enter text",
    "click here to enter text",
    "click to enter text",
    "enter text here",
    "type here",
    "choose an item",
    "choose an option",
    "select an item",
    "click or tap to enter a date",
    "click here to enter a date",
    "enter a date",
    "dd mm yyyy",
];

/// Longer texts are answers.
const LONGEST_PLACEHOLDER: usize = 80;

/// Whether a text is only what an empty control shows.
pub fn is_placeholder(text: &str) -> bool {
    static OURS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let kinds = [Kind::Line, Kind::Lines, Kind::Essay, Kind::Choice, Kind::Date];
        kinds.into_iter().map(|kind| folded(placeholder(kind))).collect()
    });
    if text.len() > LONGEST_PLACEHOLDER {
        return false;
    }
    let folded = folded(text);
    folded.is_empty() || OURS.contains(&folded) || PLACEHOLDERS.contains(&folded.as_str())
}

/// The ways of writing each option of a field, folded, longest first.
#[derive(Debug, Default)]
pub struct Options(Vec<(String, String)>);

impl Options {
    pub fn of(field: &Field) -> Self {
        let named = field.options.iter().map(|option| (folded(option), option.clone()));
        let synonyms = field.synonyms.iter().map(|(other, option)| (folded(other), option.clone()));
        let mut written: Vec<(String, String)> =
            named.chain(synonyms).filter(|(folded, _)| !folded.is_empty()).collect();
        written.sort_by_key(|(folded, _)| std::cmp::Reverse(folded.len()));
        Self(written)
    }
}

/// A piece of an answer: words, or a box that is ticked or not.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Words(String),
    Box(bool),
}

/// Boxes as people draw them, longest first.
const BOXES: [(&str, bool); 20] = [
    ("[x]", true),
    ("[X]", true),
    ("[✓]", true),
    ("(x)", true),
    ("(X)", true),
    ("[ ]", false),
    ("[]", false),
    ("( )", false),
    ("☒", true),
    ("☑", true),
    ("✓", true),
    ("✔", true),
    ("✅", true),
    ("✗", true),
    ("✘", true),
    ("🗹", true),
    ("🗷", true),
    ("☐", false),
    ("□", false),
    ("▢", false),
];

fn pieces(inlines: &[Inline]) -> Vec<Piece> {
    let mut out = vec![];
    for inline in inlines {
        match inline {
            Inline::Control(Control { kind: ControlKind::Tick, value, .. }) => out.push(Piece::Box(!value.is_empty())),
            Inline::Control(control) => out.push(Piece::Words(control.value.clone())),
            Inline::Text(text) => split_boxes(text, &mut out),
        }
    }
    out.retain(|piece| !matches!(piece, Piece::Words(words) if words.trim().is_empty()));
    out
}

fn split_boxes(text: &str, out: &mut Vec<Piece>) {
    let mut rest = text;
    while !rest.is_empty() {
        let found = BOXES
            .iter()
            .filter_map(|(drawn, ticked)| rest.find(drawn).map(|at| (at, drawn.len(), *ticked)))
            .min_by_key(|(at, length, _)| (*at, usize::MAX - length));
        match found {
            Some((at, length, ticked)) => {
                out.push(Piece::Words(rest.get(..at).unwrap_or("").to_owned()));
                out.push(Piece::Box(ticked));
                rest = rest.get(at + length..).unwrap_or("");
            }
            None => {
                out.push(Piece::Words(rest.to_owned()));
                break;
            }
        }
    }
}

/// What the lines of an answer say, by the kind of field. Empty where they say nothing.
pub fn value_of(field: &Field, options: &Options, lines: &[Vec<Inline>]) -> String {
    match field.kind {
        Kind::Tick => tick(field, lines),
        Kind::Choice => choice(field, options, lines),
        Kind::Line | Kind::Lines | Kind::Email | Kind::Phone | Kind::Number | Kind::Date | Kind::Essay => {
            let texts: Vec<String> =
                lines.iter().map(|line| line.iter().map(Inline::text).collect::<String>()).collect();
            tidy(field, &texts.join("\n"))
        }
    }
}

/// What a single control holds, by the kind of field.
pub fn value_of_control(field: &Field, options: &Options, control: &Control) -> String {
    match (field.kind, control.kind) {
        (Kind::Tick, ControlKind::Tick) => control.value.clone(),
        (Kind::Tick, _) => {
            if is_placeholder(&control.value) || is_no(&control.value) {
                String::new()
            } else {
                "yes".to_owned()
            }
        }
        (Kind::Choice, _) => option_of(field, options, &control.value).unwrap_or_else(|| tidy(field, &control.value)),
        (Kind::Line | Kind::Lines | Kind::Email | Kind::Phone | Kind::Number | Kind::Date | Kind::Essay, _) => {
            tidy(field, &control.value)
        }
    }
}

/// Text of an answer without placeholders, count notes and loose blanks; on one line where the field is one line.
fn tidy(field: &Field, text: &str) -> String {
    let mut lines: Vec<String> = vec![];
    for line in text.lines() {
        let line = line.replace('\u{a0}', " ");
        let line = line.split(['\t', ' ', '\u{2002}']).filter(|bit| !bit.is_empty()).collect::<Vec<_>>().join(" ");
        if !is_placeholder(&line) || line.is_empty() {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(|line| line.is_empty() || is_count_note(line)) {
        lines.pop();
    }
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let lines = lines.get(first..).unwrap_or(&[]);
    match field.kind {
        Kind::Essay | Kind::Lines => {
            let mut out = String::new();
            let mut blank = false;
            for line in lines {
                if line.is_empty() {
                    blank = true;
                    continue;
                }
                if !out.is_empty() {
                    out.push_str(if blank && field.kind == Kind::Essay { "\n\n" } else { "\n" });
                }
                blank = false;
                out.push_str(line);
            }
            out
        }
        Kind::Email => {
            let joined = lines.join(" ");
            let found = joined
                .split([' ', ',', ';', '<', '>', '(', ')', ':', '[', ']'])
                .find(|word| EmailAddress::parse(word).is_ok());
            found.and_then(|word| EmailAddress::parse(word).ok()).map_or(joined.clone(), |address| address.to_string())
        }
        Kind::Line | Kind::Phone | Kind::Number | Kind::Date | Kind::Choice | Kind::Tick => lines
            .iter()
            .filter(|line| !line.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
            .trim_matches(['_', ' '])
            .to_owned(),
    }
}

fn is_no(text: &str) -> bool {
    matches!(folded(text).as_str(), "no" | "n" | "off" | "false" | "0" | "not agreed")
}

fn tick(field: &Field, lines: &[Vec<Inline>]) -> String {
    let pieces: Vec<Piece> = lines.iter().flat_map(|line| pieces(line)).collect();
    let boxes: Vec<bool> =
        pieces.iter().filter_map(|piece| if let Piece::Box(ticked) = piece { Some(*ticked) } else { None }).collect();
    let prompt = folded(&field.prompt);
    let own_words = |words: &str| {
        let said = folded(words);
        let of_prompt = said == prompt
            || (said.len() > 20 && prompt.contains(&said))
            || (prompt.len() > 20 && said.starts_with(&prompt));
        !said.is_empty() && !of_prompt && !is_placeholder(words)
    };
    let typed: Vec<&str> = pieces
        .iter()
        .filter_map(|piece| if let Piece::Words(words) = piece { Some(words.trim()) } else { None })
        .filter(|w| own_words(w))
        .collect();
    let ticked = if boxes.is_empty() {
        // Without a box, whatever was written there in answer ("Yes", "agreed", a name) is the tick.
        typed.iter().any(|words| !is_no(words))
    } else {
        boxes.iter().any(|ticked| *ticked)
            || typed
                .iter()
                .any(|words| matches!(folded(words).as_str(), "x" | "yes" | "y" | "agreed" | "i agree" | "confirmed"))
    };
    if ticked { "yes".to_owned() } else { String::new() }
}

fn choice(field: &Field, options: &Options, lines: &[Vec<Inline>]) -> String {
    let pieces: Vec<Piece> = lines.iter().flat_map(|line| pieces(line)).collect();
    if !pieces.iter().any(|piece| matches!(piece, Piece::Box(_))) {
        let texts: Vec<String> = lines.iter().map(|line| line.iter().map(Inline::text).collect::<String>()).collect();
        let text = tidy(field, &texts.join("\n"));
        return option_of(field, options, &text).unwrap_or(text);
    }
    // Boxes before their words, or after them, as the first piece shows.
    let mut chosen: Vec<String> = vec![];
    let boxes_first = matches!(pieces.first(), Some(Piece::Box(_)));
    let mut held: Option<Piece> = None;
    for piece in pieces {
        match (&piece, held.take()) {
            (Piece::Words(words), Some(Piece::Box(true))) if boxes_first => chosen.push(words.trim().to_owned()),
            (Piece::Box(true), Some(Piece::Words(words))) if !boxes_first => chosen.push(words.trim().to_owned()),
            (Piece::Box(_), _) if boxes_first => held = Some(piece),
            (Piece::Words(_), _) if !boxes_first => held = Some(piece),
            (Piece::Box(_) | Piece::Words(_), _) => {}
        }
    }
    let mut named: Vec<String> = vec![];
    for words in chosen {
        let name = option_of(field, options, &words).unwrap_or(words);
        if !name.is_empty() && !named.contains(&name) {
            named.push(name);
        }
    }
    named.join("; ")
}

/// The option that a text means, if it means one; several are joined with `; `.
fn option_of(field: &Field, options: &Options, text: &str) -> Option<String> {
    let said = folded(text);
    if said.is_empty() || is_placeholder(text) {
        return Some(String::new());
    }
    if let Some((_, option)) = options.0.iter().find(|(folded, _)| *folded == said) {
        return Some(option.clone());
    }
    // Within a longer answer: whole words, the longest names first, none inside another's.
    let mut left = format!(" {said} ");
    let mut found: Vec<(usize, &String)> = vec![];
    for (folded, option) in &options.0 {
        let name = format!(" {folded} ");
        if let Some(at) = left.find(&name) {
            left = left.replacen(&name, &format!(" {} ", "_".repeat(folded.len())), 1);
            if !found.iter().any(|(_, other)| *other == option) {
                found.push((at, option));
            }
        }
    }
    found.sort();
    // A yes or no hidden in a sentence is for a person to judge.
    let short_options = field.options.iter().any(|option| matches!(folded(option).as_str(), "yes" | "no"));
    if found.is_empty() || (short_options && (found.len() > 1 || said.split(' ').count() > 3)) {
        return None;
    }
    Some(found.into_iter().map(|(_, option)| option.clone()).collect::<Vec<_>>().join("; "))
}

/// Why a value is not what its field asks for, to follow the label: "… is not an e-mail address".
pub fn fault(field: &Field, value: &str) -> Option<String> {
    match field.kind {
        Kind::Email => EmailAddress::parse(value)
            .is_err()
            .then(|| "does not look like an e-mail address; please check it.".to_owned()),
        Kind::Number => {
            number_of(value).is_none().then(|| "should be a number; please write it in figures.".to_owned())
        }
        Kind::Phone => (value.chars().filter(char::is_ascii_digit).count() < 6)
            .then(|| "does not look like a telephone number; please check it.".to_owned()),
        Kind::Date => civil::read_date(value).is_none().then(|| "should be a date, such as 12 March 2027.".to_owned()),
        Kind::Choice => {
            let known = value.split("; ").all(|name| field.options.iter().any(|option| option == name));
            (!known).then(|| {
                format!(
                    "should be one of the choices in the form; we could not match “{}” to any of them.",
                    short(value)
                )
            })
        }
        Kind::Line | Kind::Lines | Kind::Essay | Kind::Tick => None,
    }
}

fn short(value: &str) -> String {
    let mut out: String = value.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect();
    if value.chars().count() > 60 {
        out.push('…');
    }
    out
}

/// The number in an answer such as `5`, `5 years`, `about five`, in tenths: `2.5` is 25.
pub fn number_of(value: &str) -> Option<u32> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let digits: String =
        value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    if !digits.is_empty() {
        let (whole, tenth) = digits.split_once('.').unwrap_or((&digits, ""));
        let tenth = tenth.chars().next().and_then(|c| c.to_digit(10)).unwrap_or(0);
        return whole.parse::<u32>().ok().and_then(|n| n.checked_mul(10)).map(|n| n + tenth);
    }
    let lower = value.to_lowercase();
    let word =
        lower.split(|c: char| !c.is_alphabetic()).find_map(|word| WORDS.iter().position(|name| *name == word))?;
    u32::try_from(word).ok().map(|n| n * 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: &str, more: &str) -> Field {
        let mut field: Field = toml::from_str(&format!("id = \"x\"\nlabel = \"X\"\nkind = {kind:?}\n{more}")).unwrap();
        field.synonyms = vec![("Maths".into(), "Mathematics".into())];
        field
    }

    fn value(field: &Field, said: &str) -> String {
        value_of(field, &Options::of(field), &text(said))
    }

    fn text(s: &str) -> Vec<Vec<Inline>> {
        s.split('\n').map(|line| vec![Inline::Text(line.into())]).collect()
    }

    #[test]
    fn a_choice_is_known_by_its_box_or_its_name() {
        let subjects = field("choice", "options = [\"Mathematics\", \"Physical education\", \"Early years\"]");
        for (said, meant) in [
            ("Mathematics", "Mathematics"),
            ("maths", "Mathematics"),
            ("Maths (primary)", "Mathematics"),
            ("☐ Mathematics ☒ Early years ☐ Physical education", "Early years"),
            ("Mathematics [x]  Early years [ ]", "Mathematics"),
            ("[x] Maths\n[ ] Early years\n[x] Physical education", "Mathematics; Physical education"),
            ("Choose an item.", ""),
            ("☐ Mathematics ☐ Early years", ""),
            ("Knitting", "Knitting"),
        ] {
            assert_eq!(value(&subjects, said), meant, "{said}");
        }
        assert!(fault(&subjects, "Knitting").is_some());
        assert!(fault(&subjects, "Mathematics; Early years").is_none());
    }

    #[test]
    fn a_yes_inside_a_sentence_is_not_a_yes() {
        let supports = field("choice", "options = [\"Yes\", \"No\"]");
        assert_eq!(value(&supports, "yes"), "Yes");
        assert_eq!(value(&supports, "Yes, gladly"), "Yes");
        let hedged = "Yes if we can find cover on Tuesdays";
        assert_eq!(value(&supports, hedged), hedged);
    }

    #[test]
    fn a_declaration_is_ticked_or_not() {
        let declaration = field("tick", "prompt = \"I confirm that what I have written is true.\"");
        for (said, ticked) in [
            ("☒ I confirm that what I have written is true.", true),
            ("☐ I confirm that what I have written is true.", false),
            ("I confirm that what I have written is true.", false),
            ("Yes", true),
            ("P. Nair, 12 March 2027", true),
            ("", false),
            ("no", false),
        ] {
            assert_eq!(!value(&declaration, said).is_empty(), ticked, "{said}");
        }
    }

    #[test]
    fn answers_lose_their_placeholders_and_counts() {
        let essay = field("essay", "max_words = 300");
        assert_eq!(value(&essay, "One  two.\n\n\nThree.\n(3 words)\n"), "One two.\n\nThree.");
        assert_eq!(value(&essay, "Click or tap here to enter text."), "");
        let line = field("line", "");
        assert_eq!(value(&line, "Priya\u{a0}Nair ____"), "Priya Nair");
        let email = field("email", "");
        assert_eq!(value(&email, "p.nair@hazelbank.example (work)"), "p.nair@hazelbank.example");
    }

    #[test]
    fn numbers_are_read_in_figures_and_words() {
        for (said, tenths) in [("5", 50), ("5 years", 50), ("over five years", 50), ("2.5", 25), ("12+", 120)] {
            assert_eq!(number_of(said), Some(tenths), "{said}");
        }
        assert_eq!(number_of("several"), None);
    }
}
