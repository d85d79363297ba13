//! The lines above a quotation that say who wrote it.

use super::is_marked;
use super::words::{BEGINS, FROM, ORIGINAL, OTHERS, WEEKDAYS, WROTE};

/// What stands above a quotation.
pub struct Head {
    pub lines: usize,
    /// Programs that write this kind of head mark nothing beneath it.
    pub takes_the_rest: bool,
}

/// Lines over which a program breaks `On … wrote:`.
const MOST_LINES: usize = 4;
const LONGEST_ATTRIBUTION: usize = 400;
/// Lines among which the fields of an Outlook head are looked for.
const FIELD_LINES: usize = 12;

/// The head that begins at a line, if one does.
pub fn head_of_quotation(lines: &[&str], at: usize) -> Option<Head> {
    let line = lines.get(at)?.trim();
    if line.is_empty() {
        return None;
    }
    let bare = line.trim_matches(['-', '_', '*', ' ', '=', ':']).to_lowercase();
    if ORIGINAL.contains(&bare.as_str()) && (line.starts_with(['-', '_', '=', '*']) || line.ends_with(':')) {
        return Some(Head { lines: 1, takes_the_rest: true });
    }
    if let Some(count) = attribution(lines, at) {
        return Some(Head { lines: count, takes_the_rest: false });
    }
    let fields_at = if is_rule(line) { at + 1 + blank_lines(lines, at + 1) } else { at };
    field_block(lines, fields_at).map(|count| Head { lines: count + fields_at - at, takes_the_rest: true })
}

/// A line drawn across the page.
fn is_rule(line: &str) -> bool {
    line.len() >= 4 && ['_', '-', '='].iter().any(|mark| line.chars().all(|c| c == *mark))
}

fn blank_lines(lines: &[&str], at: usize) -> usize {
    lines.iter().skip(at).take(2).take_while(|line| line.trim().is_empty()).count()
}

/// `On … wrote:`, or a date and an address before a colon.
fn attribution(lines: &[&str], at: usize) -> Option<usize> {
    let mut joined = String::new();
    for count in 1..=MOST_LINES {
        let line = lines.get(at + count - 1)?.trim();
        // Norwegian Gmail breaks the line before `>:`.
        if line.is_empty() || is_marked(line) && line != ">:" {
            return None;
        }
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(&line.to_lowercase());
        if joined.len() > LONGEST_ATTRIBUTION {
            return None;
        }
        if names_a_writer(&joined) || names_a_date_and_an_address(&joined) {
            return Some(count);
        }
        // Only a line that begins like one is followed further.
        if !begins_like_one(&joined) {
            return None;
        }
    }
    None
}

fn begins_like_one(joined: &str) -> bool {
    let first = joined.split([' ', ',', '.', '\u{a0}']).next().unwrap_or("");
    joined.starts_with(|c: char| c.is_ascii_digit())
        || BEGINS.iter().any(|start| joined.starts_with(start))
        || WEEKDAYS.contains(&first) && joined.contains(|c: char| c.is_ascii_digit())
}

fn names_a_writer(joined: &str) -> bool {
    // Zoho draws dashes before and after.
    let line = joined.trim_matches(['-', ' ']);
    let ends = line.ends_with(':') || line.ends_with(" wrote");
    let verb = || WROTE.iter().any(|verb| line.contains(&format!(" {verb}")) || line.starts_with(verb));
    let dated = || line.contains(|c: char| c.is_ascii_digit()) || line.contains('@');
    ends && verb() && dated()
}

/// `30.09.2027, 18.30, "Priya" <p@…>:`, as some programs write it in every language.
fn names_a_date_and_an_address(joined: &str) -> bool {
    let Some(before) = joined.strip_suffix(">:") else { return false };
    let Some((date, address)) = before.rsplit_once('<') else { return false };
    let numbers: Vec<&str> = date.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
    let year = numbers.iter().any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")));
    address.contains('@')
        && year
        && numbers.len() >= 4
        && begins_like_one(joined)
        && !BEGINS.iter().any(|b| joined.starts_with(b))
}

/// `From: … Sent: … To: … Subject: …`: at least three of them, the sender first or second.
fn field_block(lines: &[&str], at: usize) -> Option<usize> {
    let first = field_name(lines.get(at)?)?;
    let from_is = |offset: usize| {
        lines.get(at + offset).and_then(|line| field_name(line)).is_some_and(|name| FROM.contains(&name.as_str()))
    };
    let begins = FROM.contains(&first.as_str()) || OTHERS.contains(&first.as_str()) && from_is(1);
    if !begins {
        return None;
    }
    let mut found = 1;
    let mut last = at;
    for offset in 1..FIELD_LINES {
        let Some(line) = lines.get(at + offset) else { break };
        match field_name(line) {
            Some(field) if OTHERS.contains(&field.as_str()) || FROM.contains(&field.as_str()) => {
                found += 1;
                last = at + offset;
            }
            Some(_) | None if line.trim().is_empty() && found >= 3 => break,
            Some(_) | None => {}
        }
    }
    (found >= 3).then_some(last - at + 1)
}

/// The word before a colon, without what a program draws around it.
fn field_name(line: &str) -> Option<String> {
    let (name, _) = line.trim().trim_start_matches(['*', '>', ' ']).split_once(':')?;
    Some(name.trim_end_matches(['*', ' ', '\u{a0}']).to_lowercase())
}
