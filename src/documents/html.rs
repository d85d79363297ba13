//! HTML, as mail programs write it: paragraphs, tables and quotations, without scripts, styles or anything fetched.
//!
//! One pass over the tags with a bounded stack. Nothing is ever looked up, so that a remote picture stays remote.

use super::model::{Block, Cell, Document, Inline, Paragraph, Table};
use super::refusal::Refusal;

/// Tables within tables are how old mail programs lay out pages; deeper ones are flattened.
const DEEPEST_TABLE: usize = 12;
const MOST_BLOCKS: usize = 20_000;

pub fn recognise(bytes: &[u8]) -> bool {
    let head: String = bytes.get(..1024).unwrap_or(bytes).iter().map(|b| char::from(b.to_ascii_lowercase())).collect();
    let head = head.trim_start_matches(|c: char| !c.is_ascii_graphic() || c as u32 > 126);
    head.starts_with("<!doctype html") || head.starts_with("<html") || (head.starts_with('<') && head.contains("<body"))
}

pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    Ok(of_text(&String::from_utf8_lossy(bytes)))
}

pub fn of_text(html: &str) -> Document {
    let mut builder = Builder::default();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        builder.text(rest.get(..open).unwrap_or(""));
        let tail = rest.get(open..).unwrap_or("");
        rest = if let Some(comment) = tail.strip_prefix("<!--") {
            comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or("")
        } else if is_tag(tail) {
            let end = tail.find('>').map_or(tail.len(), |end| end + 1);
            let after = tail.get(end..).unwrap_or("");
            match builder.tag(tail.get(1..end).unwrap_or("").trim_end_matches('>')) {
                // What is between these tags is not text.
                Some(hidden) => past_closing(after, hidden),
                None => after,
            }
        } else {
            builder.text("<");
            tail.get(1..).unwrap_or("")
        };
        if builder.count > MOST_BLOCKS {
            builder.problems.push("only the beginning of the page was read".to_owned());
            rest = "";
        }
    }
    builder.text(rest);
    builder.finish()
}

fn is_tag(tail: &str) -> bool {
    tail.get(1..2).is_some_and(|c| c.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')))
}

fn past_closing<'a>(after: &'a str, name: &str) -> &'a str {
    let mut tail = after;
    while let Some(at) = tail.find("</") {
        tail = tail.get(at + 2..).unwrap_or("");
        if tail.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return tail.find('>').and_then(|end| tail.get(end + 1..)).unwrap_or("");
        }
    }
    ""
}

#[derive(Default)]
struct Builder {
    /// Blocks of the page, or of the innermost open cell.
    blocks: Vec<Block>,
    open: Vec<OpenTable>,
    line: String,
    heading: bool,
    quoted: u8,
    preformatted: bool,
    count: usize,
    problems: Vec<String>,
}

struct OpenTable {
    rows: Vec<Vec<Cell>>,
    /// Blocks that stood around the table when it began.
    outside: Vec<Block>,
    span: u16,
    in_cell: bool,
}

impl Builder {
    fn text(&mut self, raw: &str) {
        let text = unescape(raw);
        for c in text.chars() {
            let blank = c.is_whitespace() && c != '\u{a0}';
            match (blank, self.preformatted) {
                (true, true) if c == '\n' => self.end_line(),
                (true, _) if self.line.is_empty() || self.line.ends_with(' ') => {}
                (true, _) => self.line.push(' '),
                (false, _) => self.line.push(if c == '\u{a0}' { ' ' } else { c }),
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.count += 1;
        self.blocks.push(Block::Paragraph(Paragraph {
            heading: self.heading,
            quoted: self.quoted,
            inlines: vec![Inline::Text(line.trim_end().to_owned())],
        }));
    }

    /// Ends the line if there is anything on it.
    fn break_line(&mut self) {
        if self.line.trim().is_empty() {
            self.line.clear();
        } else {
            self.end_line();
        }
    }

    /// A blank line between paragraphs, never two.
    fn blank_line(&mut self) {
        self.break_line();
        let last_is_blank = match self.blocks.last() {
            Some(Block::Paragraph(paragraph)) => paragraph.text().is_empty(),
            Some(Block::Table(_) | Block::Control(..)) => false,
            None => true,
        };
        if !last_is_blank {
            self.end_line();
        }
    }

    /// Handles a tag; returns its name where what follows is hidden until it is closed.
    fn tag(&mut self, tag: &str) -> Option<&'static str> {
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric())
            .collect::<String>()
            .to_ascii_lowercase();
        let closing = tag.starts_with('/');
        match name.as_str() {
            "script" | "style" | "head" | "title" | "template" if !closing => {
                return ["script", "style", "head", "title", "template"].into_iter().find(|hidden| *hidden == name);
            }
            "br" => self.end_line(),
            "p" | "ul" | "ol" | "pre" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.blank_line();
                self.heading = !closing && name.starts_with('h');
                self.preformatted = !closing && name == "pre";
            }
            "div" | "section" | "article" | "header" | "footer" | "center" | "form" | "dl" | "dt" | "dd" => {
                self.break_line()
            }
            "hr" => {
                self.break_line();
                self.line.push_str("________________________________");
                self.end_line();
            }
            "li" => {
                self.break_line();
                if !closing {
                    self.line.push_str("- ");
                }
            }
            "blockquote" => {
                self.break_line();
                self.quoted = if closing { self.quoted.saturating_sub(1) } else { self.quoted.saturating_add(1) };
            }
            "input" if attribute(tag, "type").is_some_and(|t| t.eq_ignore_ascii_case("checkbox")) => {
                self.line.push(if tag.to_ascii_lowercase().contains(" checked") { '☒' } else { '☐' });
            }
            "table" if !closing => self.open_table(),
            "table" => self.close_table(),
            "tr" => self.row(closing),
            "td" | "th" => self.cell(tag, closing),
            _ => {}
        }
        None
    }

    fn open_table(&mut self) {
        self.break_line();
        if self.open.len() < DEEPEST_TABLE {
            let outside = std::mem::take(&mut self.blocks);
            self.open.push(OpenTable { rows: vec![], outside, span: 1, in_cell: false });
        }
    }

    fn end_cell(&mut self) {
        self.break_line();
        if let Some(table) = self.open.last_mut()
            && table.in_cell
        {
            let blocks = std::mem::take(&mut self.blocks);
            let cell = Cell { span: table.span, blocks };
            match table.rows.last_mut() {
                Some(row) => row.push(cell),
                None => table.rows.push(vec![cell]),
            }
            table.in_cell = false;
        }
    }

    fn row(&mut self, closing: bool) {
        self.end_cell();
        if let (Some(table), false) = (self.open.last_mut(), closing) {
            table.rows.push(vec![]);
        }
    }

    fn cell(&mut self, tag: &str, closing: bool) {
        self.end_cell();
        if let (Some(table), false) = (self.open.last_mut(), closing) {
            // Text between a row and its cell belongs nowhere; it is kept with the cell.
            table.in_cell = true;
            table.span = attribute(tag, "colspan").and_then(|v| v.parse::<u16>().ok()).unwrap_or(1).clamp(1, 63);
        }
    }

    fn close_table(&mut self) {
        self.end_cell();
        let Some(table) = self.open.pop() else { return };
        let stray = std::mem::replace(&mut self.blocks, table.outside);
        let rows: Vec<Vec<Cell>> = table.rows.into_iter().filter(|row| !row.is_empty()).collect();
        // A table of one cell is a page layout, not a table.
        if let [row] = rows.as_slice()
            && let [cell] = row.as_slice()
        {
            self.blocks.extend(cell.blocks.iter().cloned());
        } else if !rows.is_empty() {
            self.blocks.push(Block::Table(Table { rows }));
        }
        self.blocks.extend(stray);
    }

    fn finish(mut self) -> Document {
        self.break_line();
        while !self.open.is_empty() {
            self.close_table();
        }
        Document { blocks: self.blocks, problems: self.problems, ..Document::default() }
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))? + name.len() + 1;
    let value = tag.get(at..)?;
    Some(match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?.to_owned(),
        _ => value.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?.to_owned(),
    })
}

/// Entities that mail programs write; an unknown one stays as it is.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or(""));
        let tail = rest.get(at + 1..).unwrap_or("");
        let name_end = tail
            .char_indices()
            .take(12)
            .find(|(_, c)| !c.is_ascii_alphanumeric() && *c != '#')
            .map_or(tail.len().min(12), |(i, _)| i);
        let name = tail.get(..name_end).unwrap_or("");
        match entity(name) {
            Some(c) => {
                out.push(c);
                let after = tail.get(name_end..).unwrap_or("");
                rest = after.strip_prefix(';').unwrap_or(after);
            }
            None => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace());
    }
    Some(match name {
        "nbsp" => '\u{a0}',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "pound" => '£',
        "euro" => '€',
        "eacute" => 'é',
        "egrave" => 'è',
        "iacute" => 'í',
        "oacute" => 'ó',
        "uacute" => 'ú',
        "aacute" => 'á',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "auml" => 'ä',
        "szlig" => 'ß',
        "ccedil" => 'ç',
        "ecirc" => 'ê',
        "ocirc" => 'ô',
        "icirc" => 'î',
        "acirc" => 'â',
        "ntilde" => 'ñ',
        "copy" => '©',
        "shy" => '\u{ad}',
        "zwnj" => '\u{200c}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_in_a_mail_stays_a_table() {
        let document = of_text(
            "<html><head><style>p{}</style></head><body><p>Dear&nbsp;clerk,</p><table><tr><td>Name</td><td>Si&acirc;n <b>Lewis</b></td></tr><tr><td>Post</td><td>Head of Year</td></tr></table><blockquote>Old <i>words</i></blockquote></body></html>",
        );
        assert_eq!(document.text(), "Dear clerk,\n\nName\nSiân Lewis\nPost\nHead of Year\nOld words\n");
        assert!(document.blocks.iter().any(|b| matches!(b, Block::Table(t) if t.rows.len() == 2)));
        assert!(document.blocks.iter().any(|b| matches!(b, Block::Paragraph(p) if p.quoted == 1)));
    }

    #[test]
    fn broken_tags_lose_no_words() {
        for html in [
            "a < b and c > d",
            "<td>loose",
            "<table><td>one<table><td>two",
            "<",
            "<p",
            "&#x110000; &bogus; &",
            "<!-- never closed",
            "<script>alert(1)",
        ] {
            let _ = of_text(html).text();
        }
        assert_eq!(of_text("a < b").text(), "a < b\n");
        assert_eq!(
            of_text("<table><td>one<table><td>two").text().split_whitespace().collect::<Vec<_>>(),
            ["one", "two"]
        );
        let deep = "<table><tr><td>".repeat(50_000) + "x";
        assert!(of_text(&deep).text().contains('x'));
    }
}
