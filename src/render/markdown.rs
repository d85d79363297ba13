//! Markdown into plain text and HTML, from one tree, so that both say the same (invariant 7).
//!
//! Raw HTML in a source is text like any other. Values were escaped before they got here, so that `*Siân* <lewis>` in
//! somebody's answer is shown as it was typed.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde::Serialize;

/// A letter's body, after its source. As JSON it is what the frames of PDF letters draw.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", content = "of", rename_all = "lowercase")]
pub enum Node {
    Paragraph(Vec<Span>),
    Heading(Vec<Span>),
    /// Items, numbered from a number or marked with bullets.
    List(Option<u64>, Vec<Vec<Node>>),
    Quote(Vec<Node>),
    /// Rows of cells; the first row is the head.
    Table(Vec<Vec<Vec<Span>>>),
    Rule,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Span {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    pub link: Option<String>,
    /// A line break comes after it.
    pub breaks: bool,
}

/// Everything that Markdown could take for a mark. A value so escaped is itself again after parsing.
pub fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    let mut last_blank = true;
    for c in value.trim().chars() {
        // A value stays on its line: a line break in a name must not begin a new paragraph, or a list.
        let c = if c.is_whitespace() || c.is_control() { ' ' } else { c };
        if c == ' ' && last_blank {
            continue;
        }
        last_blank = c == ' ';
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        // Marks that turn the direction of reading around would hide what a name says.
        if !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}') {
            out.push(c);
        }
    }
    out
}

pub fn parse(source: &str) -> Vec<Node> {
    let mut builder = Builder { stack: vec![Open::default()], style: Span::default() };
    for event in Parser::new_ext(source, Options::ENABLE_TABLES) {
        builder.event(event);
    }
    builder.stack.into_iter().next().map(|open| open.nodes).unwrap_or_default()
}

#[derive(Default)]
struct Open {
    nodes: Vec<Node>,
    spans: Vec<Span>,
    items: Vec<Vec<Node>>,
    rows: Vec<Vec<Vec<Span>>>,
}

struct Builder {
    stack: Vec<Open>,
    style: Span,
}

impl Builder {
    fn text(&mut self, text: &str) {
        let style = Span { text: text.to_owned(), breaks: false, ..self.style.clone() };
        if let Some(open) = self.stack.last_mut() {
            match open.spans.last_mut() {
                Some(last)
                    if !last.breaks
                        && (last.strong, last.emphasis, &last.link) == (style.strong, style.emphasis, &style.link) =>
                {
                    last.text.push_str(text)
                }
                Some(_) | None => open.spans.push(style),
            }
        }
    }

    /// Text of a tight list item stands in no paragraph of its own.
    fn close_loose_text(&mut self) {
        if let Some(open) = self.stack.last_mut()
            && !open.spans.is_empty()
        {
            let spans = std::mem::take(&mut open.spans);
            open.nodes.push(Node::Paragraph(spans));
        }
    }

    fn push(&mut self) {
        self.close_loose_text();
        self.stack.push(Open::default());
    }

    fn pop(&mut self) -> Open {
        if self.stack.len() > 1 { self.stack.pop().unwrap_or_default() } else { Open::default() }
    }

    fn add(&mut self, node: Node) {
        if let Some(open) = self.stack.last_mut() {
            open.nodes.push(node);
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => {
                self.text("");
                if let Some(last) = self.stack.last_mut().and_then(|open| open.spans.last_mut()) {
                    last.breaks = true;
                }
            }
            Event::Rule => self.add(Node::Rule),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => self.text(&text),
            Event::TaskListMarker(_) => {}
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "tags that letters do not use leave their text standing")]
    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::Item
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell => self.push(),
            Tag::List(_) => self.push(),
            Tag::Strong => self.style.strong = true,
            Tag::Emphasis => self.style.emphasis = true,
            Tag::Link { dest_url, .. } => self.style.link = Some(dest_url.to_string()),
            _ => {}
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "tags that letters do not use leave their text standing")]
    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                let open = self.pop();
                self.add(Node::Paragraph(open.spans));
            }
            TagEnd::Heading(_) => {
                let open = self.pop();
                self.add(Node::Heading(open.spans));
            }
            TagEnd::BlockQuote(_) => {
                self.close_loose_text();
                let open = self.pop();
                self.add(Node::Quote(open.nodes));
            }
            TagEnd::Item => {
                self.close_loose_text();
                let open = self.pop();
                if let Some(list) = self.stack.last_mut() {
                    list.items.push(open.nodes);
                }
            }
            TagEnd::List(numbered) => {
                let open = self.pop();
                self.add(Node::List(numbered.then_some(1), open.items));
            }
            TagEnd::TableCell => {
                let open = self.pop();
                if let Some(row) = self.stack.last_mut() {
                    row.rows.push(vec![open.spans]);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let open = self.pop();
                let cells: Vec<Vec<Span>> = open.rows.into_iter().flatten().collect();
                if let Some(table) = self.stack.last_mut() {
                    table.rows.push(cells);
                }
            }
            TagEnd::Table => {
                let open = self.pop();
                self.add(Node::Table(open.rows));
            }
            TagEnd::Strong => self.style.strong = false,
            TagEnd::Emphasis => self.style.emphasis = false,
            TagEnd::Link => self.style.link = None,
            _ => {}
        }
    }
}

/// Widest line of plain text. RFC 5322 §2.1.1 recommends 78; quoting adds to it.
const WIDTH: usize = 72;

pub fn to_text(nodes: &[Node]) -> String {
    let mut out = String::new();
    text_of(nodes, "", "", &mut out);
    out
}

fn plain(spans: &[Span]) -> String {
    let mut out = String::new();
    for span in spans {
        out.push_str(&span.text);
        if let Some(link) = span.link.as_deref().filter(|link| link.trim_start_matches("mailto:") != span.text) {
            out.push_str(&format!(" ({link})"));
        }
        if span.breaks {
            out.push('\n');
        }
    }
    out
}

/// `first` stands before the first line, `rest` before all others.
fn text_of(nodes: &[Node], first: &str, rest: &str, out: &mut String) {
    for (i, node) in nodes.iter().enumerate() {
        let lead = if i == 0 { first } else { rest };
        if i > 0 {
            out.push_str(rest.trim_end());
            out.push('\n');
        }
        match node {
            Node::Paragraph(spans) => wrap(&plain(spans), lead, rest, out),
            Node::Heading(spans) => {
                let text = plain(spans);
                wrap(&text, lead, rest, out);
                out.push_str(&format!("{rest}{}\n", "-".repeat(text.chars().count().min(WIDTH))));
            }
            Node::Quote(inner) => text_of(inner, &format!("{lead}> "), &format!("{rest}> "), out),
            Node::Rule => out.push_str(&format!("{lead}{}\n", "-".repeat(40))),
            Node::List(number, items) => {
                for (j, item) in items.iter().enumerate() {
                    let mark = number.map_or_else(|| "- ".to_owned(), |n| format!("{}. ", n + j as u64));
                    let lead = if j == 0 { lead } else { rest };
                    text_of(item, &format!("{lead}{mark}"), &format!("{rest}{}", " ".repeat(mark.len())), out);
                }
            }
            Node::Table(rows) if rows.iter().flatten().any(|cell| is_bar(cell)) => chart(rows, lead, rest, out),
            Node::Table(rows) => {
                for (j, row) in rows.iter().enumerate() {
                    let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                    let lead = if j == 0 { lead } else { rest };
                    out.push_str(&format!("{lead}{}\n", cells.join("  |  ")));
                }
            }
        }
    }
}

/// A cell of block characters and nothing else: the bar of a chart.
fn is_bar(cell: &[Span]) -> bool {
    let text = plain(cell);
    !text.is_empty() && text.chars().all(|c| c == '█')
}

/// A chart in plain text: its labels in a column, so that the bars begin beneath each other. Its head is for screens.
fn chart(rows: &[Vec<Vec<Span>>], first: &str, rest: &str, out: &mut String) {
    let cells = |row: &[Vec<Span>]| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>();
    let shown: Vec<Vec<String>> = rows.iter().skip(1).map(|row| cells(row)).collect();
    let width = shown.iter().filter_map(|row| row.first()).map(|label| label.chars().count()).max().unwrap_or(0);
    for (i, row) in shown.iter().enumerate() {
        let lead = if i == 0 { first } else { rest };
        let (label, values) = row.split_first().map_or(("", row.as_slice()), |(label, rest)| (label.as_str(), rest));
        let values: Vec<&str> = values.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
        out.push_str(&format!("{lead}{label:<width$}  {}\n", values.join(" ")));
    }
}

fn wrap(text: &str, first: &str, rest: &str, out: &mut String) {
    let mut lead = first;
    for line in text.split('\n') {
        let mut current = lead.to_owned();
        let mut empty = true;
        for word in line.split_whitespace() {
            if !empty && current.chars().count() + 1 + word.chars().count() > WIDTH {
                out.push_str(&current);
                out.push('\n');
                current = rest.to_owned();
                empty = true;
            }
            if !empty {
                current.push(' ');
            }
            current.push_str(word);
            empty = false;
        }
        out.push_str(current.trim_end());
        out.push('\n');
        lead = rest;
    }
}

pub fn to_html(nodes: &[Node]) -> String {
    let mut out = String::new();
    html_of(nodes, &mut out);
    out
}

/// HTML text and attribute values.
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

fn html_spans(spans: &[Span], out: &mut String) {
    for span in spans {
        let mut text = escape_html(&span.text);
        if span.emphasis {
            text = format!("<em>{text}</em>");
        }
        if span.strong {
            text = format!("<strong>{text}</strong>");
        }
        // Only addresses that a letter's source wrote; anything else stays text.
        if let Some(link) = span.link.as_deref().filter(|l| l.starts_with("https://") || l.starts_with("mailto:")) {
            text = format!("<a href=\"{}\" style=\"color:#1f6f78;\">{text}</a>", escape_html(link));
        }
        out.push_str(&text);
        if span.breaks {
            out.push_str("<br>\n");
        }
    }
}

fn html_of(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Paragraph(spans) => {
                out.push_str("<p style=\"margin:0 0 14px 0;\">");
                html_spans(spans, out);
                out.push_str("</p>\n");
            }
            Node::Heading(spans) => {
                out.push_str("<h2 style=\"margin:20px 0 8px 0;font-size:17px;color:#12343b;\">");
                html_spans(spans, out);
                out.push_str("</h2>\n");
            }
            Node::List(number, items) => {
                let (open, close) = match number {
                    Some(_) => ("<ol style=\"margin:0 0 14px 0;padding-left:24px;\">\n", "</ol>\n"),
                    None => ("<ul style=\"margin:0 0 14px 0;padding-left:22px;\">\n", "</ul>\n"),
                };
                out.push_str(open);
                for item in items {
                    out.push_str("<li style=\"margin:0 0 5px 0;\">");
                    match item.as_slice() {
                        [Node::Paragraph(spans)] => html_spans(spans, out),
                        several => html_of(several, out),
                    }
                    out.push_str("</li>\n");
                }
                out.push_str(close);
            }
            Node::Quote(inner) => {
                out.push_str(
                    "<blockquote style=\"margin:0 0 14px 0;padding:0 0 0 12px;border-left:3px solid #d5e0e2;\">\n",
                );
                html_of(inner, out);
                out.push_str("</blockquote>\n");
            }
            Node::Table(rows) => html_table(rows, out),
            Node::Rule => out.push_str("<hr style=\"border:0;border-top:1px solid #d5e0e2;margin:16px 0;\">\n"),
        }
    }
}

fn html_table(rows: &[Vec<Vec<Span>>], out: &mut String) {
    out.push_str("<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 14px 0;border-collapse:collapse;\">\n");
    // The head of a chart says nothing that its bars do not.
    let is_chart = rows.iter().flatten().any(|cell| is_bar(cell));
    for (i, row) in rows.iter().enumerate().skip(usize::from(is_chart)) {
        out.push_str("<tr>");
        for cell in row {
            let tag = if i == 0 { "th" } else { "td" };
            out.push_str(&format!(
                "<{tag} style=\"padding:4px 12px 4px 0;text-align:left;border-bottom:1px solid #d5e0e2;\">"
            ));
            if is_bar(cell) {
                html_bar(plain(cell).chars().count(), out);
            } else {
                html_spans(cell, out);
            }
            out.push_str(&format!("</{tag}>"));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

/// The bar of a chart: a coloured cell, which every mail program shows, with images or without.
fn html_bar(length: usize, out: &mut String) {
    out.push_str(&format!(
        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td style=\"width:{}px;height:14px;background:#1f6f78;font-size:1px;\">&#8203;</td></tr></table>",
        length * 8
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_value_comes_out_as_it_went_in() {
        for value in [
            "[Siân](http://x) *O'Neil* _x_ <b>&amp;",
            "1. not a list",
            "# no heading",
            "a|b",
            "`code` ~~x~~",
            "back\\slash",
            "> quote",
            "+ plus",
            "\"{{name}}\"",
            "2 < 3 && 5 > 4",
        ] {
            let nodes = parse(&format!("Dear {}, hello", escape(value)));
            let wrapped: String = to_text(&nodes).split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(wrapped, format!("Dear {value}, hello"), "text");
            assert!(
                to_html(&nodes).contains(&format!("Dear {}, hello", escape_html(value))),
                "html of {value}: {}",
                to_html(&nodes)
            );
            let at_start = parse(&escape(value));
            assert_eq!(to_text(&at_start).trim_end(), value, "at the start of a line");
        }
    }

    #[test]
    fn a_value_cannot_begin_a_new_paragraph() {
        let nodes = parse(&format!("Name: {}", escape("Priya\r\n\r\n# Head\n- item")));
        assert_eq!(nodes.len(), 1);
        assert_eq!(to_text(&nodes), "Name: Priya # Head - item\n");
    }

    #[test]
    fn text_and_html_say_the_same() {
        let nodes = parse("One **two**\nthree.\\\nFour.\n\n- a\n- b [c](https://c.example)\n\n1. x\n2. y\n\n> q\n");
        assert_eq!(to_text(&nodes), "One two three.\nFour.\n\n- a\n- b c (https://c.example)\n\n1. x\n2. y\n\n> q\n");
        let html = to_html(&nodes);
        assert!(
            html.contains("<strong>two</strong>")
                && html.contains("<a href=\"https://c.example\"")
                && html.contains("<ol")
        );
    }

    #[test]
    fn html_in_a_source_is_text() {
        assert_eq!(to_html(&parse("a <script>x</script>")).matches('<').count(), 2);
    }
}
