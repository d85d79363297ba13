//! What is wrong with a configuration file, in words for the person who edits it.

use std::fmt;
use std::path::{Path, PathBuf};

/// One mistake: where it stands, what was expected, and the nearest right name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFault {
    pub file: PathBuf,
    pub line: Option<usize>,
    pub key: Option<String>,
    pub message: String,
}

impl std::error::Error for ConfigFault {}

impl fmt::Display for ConfigFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(key) = &self.key {
            write!(f, ", key `{key}`")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl ConfigFault {
    pub fn of_file(file: &Path, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, key: None, message: message.into() }
    }

    /// A mistake about a key, found after reading: the line is looked up in the text.
    pub fn of_key(file: &Path, text: &str, table: &str, key: &str, message: impl Into<String>) -> Self {
        let line = line_of_key(text, table, key);
        Self { file: file.to_owned(), line, key: Some(dotted(table, key)), message: message.into() }
    }

    /// Translates what the TOML reader says.
    pub fn of_toml(file: &Path, text: &str, error: &toml::de::Error) -> Self {
        let start = error.span().map(|span| span.start);
        let line = start.map(|at| text.get(..at).unwrap_or("").matches('\n').count() + 1);
        let table = start.map(|at| table_at(text, at)).unwrap_or_default();
        let said = error.message();
        if let Some((name, known)) = unknown_field(said) {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let hint = match nearest(&name, &known) {
                Some(near) => {
                    format!("there is no such key here; did you mean `{near}`? Known keys: {}.", known.join(", "))
                }
                None => format!("there is no such key here. Known keys: {}.", known.join(", ")),
            };
            return Self { file: file.to_owned(), line, key: Some(dotted(&table, &name)), message: hint };
        }
        if let Some(name) = said.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
            return Self {
                file: file.to_owned(),
                line,
                key: Some(dotted(&table, name)),
                message: "this key is missing and has no default.".to_owned(),
            };
        }
        let key = start.and_then(|at| key_at(text, at)).map(|key| dotted(&table, &key));
        Self { file: file.to_owned(), line, key, message: plain(said) }
    }
}

fn dotted(table: &str, key: &str) -> String {
    if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") }
}

/// `unknown field `x`, expected one of `a`, `b`` as serde words it.
fn unknown_field(said: &str) -> Option<(String, Vec<String>)> {
    let rest = said.strip_prefix("unknown field `")?;
    let (name, rest) = rest.split_once('`')?;
    let known = rest.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some((name.to_owned(), known))
}

/// The known name that is most like a given one, if any is like it.
pub fn nearest<'a>(given: &str, known: &[&'a str]) -> Option<&'a str> {
    let likeness = |name: &str| {
        let alike = strsim::normalized_damerau_levenshtein(given, name).max(strsim::jaro_winkler(given, name) - 0.15);
        // Between `band` and `bands`, `bansd` is the one of its own length.
        if name.chars().count() == given.chars().count() { alike + 0.001 } else { alike }
    };
    known.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).filter(|name| likeness(name) >= 0.6)
}

/// serde's words for values, made plainer.
fn plain(said: &str) -> String {
    if let Some(rest) = said.strip_prefix("unknown variant `")
        && let Some((given, rest)) = rest.split_once('`')
    {
        let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
        let hint = nearest(given, &known).map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default();
        let all = known.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        return format!("\"{given}\" is not one of the choices{hint} Expected one of {all}.");
    }
    let said = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: ")).map_or_else(
        || said.to_owned(),
        |rest| match rest.split_once(", expected ") {
            Some((given, wanted)) => format!("expected {}, but found {given}", of_type(wanted)),
            None => rest.to_owned(),
        },
    );
    if said.ends_with('.') { said } else { format!("{said}.") }
}

fn of_type(wanted: &str) -> &str {
    match wanted {
        "a string" => "text in quotation marks",
        "u16" | "u32" | "u64" | "usize" => "a whole number",
        "a boolean" => "true or false",
        "a sequence" => "a list in square brackets",
        other => other,
    }
}

/// The `[table]` that a place of the text belongs to.
fn table_at(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let header = |line: &str| {
        let line = line.trim();
        let inner = line
            .strip_prefix("[[")
            .and_then(|l| l.split("]]").next())
            .or_else(|| line.strip_prefix('[').filter(|l| !l.contains('=')).and_then(|l| l.split(']').next()));
        inner.map(|name| name.trim().to_owned())
    };
    // The span of a missing key is its table, which begins at the header itself.
    let here = text.get(at..).and_then(|rest| rest.lines().next()).and_then(header);
    here.or_else(|| before.lines().rev().find_map(header)).unwrap_or_default()
}

/// The key on the line of a value.
fn key_at(text: &str, at: usize) -> Option<String> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..)?.lines().next()?;
    let (key, _) = line.split_once('=')?;
    let key = key.trim().trim_start_matches('{').trim();
    (!key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-' || c == '.'))
        .then(|| key.to_owned())
}

fn line_of_key(text: &str, table: &str, key: &str) -> Option<usize> {
    let mut current = String::new();
    let mut header_line = None;
    for (number, line) in text.lines().enumerate() {
        let bare = line.trim();
        if bare.starts_with('[') {
            current = bare.trim_matches(['[', ']']).to_owned();
            if current == table {
                header_line = Some(number + 1);
            }
        }
        let here = bare.split('=').next().is_some_and(|name| name.trim() == key) && bare.contains('=');
        if current == table && here {
            return Some(number + 1);
        }
    }
    header_line
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its shape is used")]
    struct File {
        mailbox: Mailbox,
    }
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its shape is used")]
    struct Mailbox {
        host: String,
        port: u16,
        kind: Kind,
    }
    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        Folder,
        Imap,
    }

    fn said(text: &str) -> String {
        let error = toml::from_str::<File>(text).unwrap_err();
        ConfigFault::of_toml(Path::new("config/clerk.toml"), text, &error).to_string()
    }

    #[test]
    fn a_wrong_key_is_told_with_the_right_one() {
        let text = "# a comment\n[mailbox]\nkind = \"imap\"\nhots = \"x\"\nport = 1\n";
        assert_eq!(
            said(text),
            "config/clerk.toml, line 4, key `mailbox.hots`: there is no such key here; did you mean `host`? Known keys: host, port, kind."
        );
    }

    #[test]
    fn a_wrong_value_is_told_with_what_was_expected() {
        assert_eq!(
            said("[mailbox]\nhost = \"x\"\nport = \"many\"\nkind = \"imap\"\n"),
            "config/clerk.toml, line 3, key `mailbox.port`: expected a whole number, but found string \"many\"."
        );
        assert_eq!(
            said("[mailbox]\nhost = \"x\"\nport = 1\nkind = \"imapp\"\n"),
            "config/clerk.toml, line 4, key `mailbox.kind`: \"imapp\" is not one of the choices; did you mean \"imap\"? Expected one of \"folder\", \"imap\"."
        );
        assert_eq!(
            said("[mailbox]\nhost = \"x\"\nport = 1\n"),
            "config/clerk.toml, line 1, key `mailbox.kind`: this key is missing and has no default."
        );
    }
}
