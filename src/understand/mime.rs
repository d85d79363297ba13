//! Raw bytes into a [`Mail`] and its attachments, by mail-parser, within limits.

use super::mail::{Mail, MailProblem, Person, Received, ReturnPath, Signals};
use super::{delivery_report, limits};
use crate::documents::html;
use crate::domain::EmailAddress;
use jiff::Timestamp;
use mail_parser::{
    Address, HeaderForm, HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// Longest body text that is looked at.
const LONGEST_TEXT: usize = 1024 * 1024;
const MOST_ADDRESSES: usize = 200;
const MOST_ATTACHMENTS: usize = 60;
/// Messages enclosed in messages are opened this deep: a form that was forwarded as an attachment, twice.
const DEEPEST_ENCLOSED: usize = 3;

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    pub name: String,
    pub content_type: String,
    pub bytes: Vec<u8>,
    /// Shown in the text rather than attached: logos in signatures.
    pub inline: bool,
}

/// A message and what came with it.
#[derive(Debug, Default)]
pub struct Parsed {
    pub mail: Mail,
    pub attachments: Vec<Attachment>,
    /// The HTML body, where there is one: its tables may be a form.
    pub html: Option<String>,
}

/// Reads a message. Always gives something: of a mail beyond the limits, what its header says.
pub fn parse(raw: &[u8]) -> Parsed {
    let raw = &*mended(raw);
    let mut problem = limits::exceeded(raw).or_else(|| is_omitted(raw).then_some(MailProblem::TooLarge));
    let whole = if problem.is_none() { whole(raw) } else { None };
    if problem.is_none() && whole.is_none() {
        problem = Some(MailProblem::TooIntricate);
    }
    let header = raw.get(..limits::HEADER_ONLY).unwrap_or(raw);
    let message = whole.unwrap_or_else(|| MessageParser::default().parse_headers(header));
    let Some(message) = message else {
        return Parsed {
            mail: Mail { problems: vec![MailProblem::BrokenEncoding], ..Mail::default() },
            ..Parsed::default()
        };
    };
    let mut parsed = Parsed { mail: header_of(&message), ..Parsed::default() };
    if let Some(problem) = problem {
        parsed.mail.problems.push(problem);
        parsed.mail.content_hash = hex(&Sha256::digest(raw));
        return parsed;
    }
    body_of(&message, &mut parsed);
    let mut quoted = vec![];
    attachments_of(&message, 0, &mut parsed.attachments, &mut quoted, &mut parsed.mail.problems);
    words_of_broken_parts(&mut parsed);
    parsed.mail.signals.quoted_ids = quoted;
    parsed.mail.report = delivery_report::of(&message, &parsed.mail);
    // A report in words quotes the letter as text only.
    let returned = parsed.mail.report.as_ref().and_then(|report| report.returned.clone());
    parsed.mail.signals.quoted_ids.extend(returned);
    parsed.mail.content_hash = content_hash(&parsed);
    parsed
}

/// The whole message; `None` where the parser stumbles. In a build for testing it asserts on some broken boundaries.
fn whole(raw: &[u8]) -> Option<Option<Message<'_>>> {
    std::panic::catch_unwind(|| MessageParser::default().parse(raw)).ok()
}

/// Header field that stands first in a message whose body was left on the server because of its size.
const OMITTED: &str = "X-Alliance-Clerk-Omitted";

/// The line that marks a message of which only the header was fetched.
pub fn omitted_mark(size: u64) -> String {
    format!("{OMITTED}: {size} bytes\r\n")
}

fn is_omitted(raw: &[u8]) -> bool {
    raw.get(..OMITTED.len()).is_some_and(|start| start.eq_ignore_ascii_case(OMITTED.as_bytes()))
}

/// Undoes what mail stores do to files: an mbox `From ` line, and bare CR as line end.
fn mended(raw: &[u8]) -> Cow<'_, [u8]> {
    let raw = match raw.strip_prefix(b"From ") {
        Some(rest) => rest.iter().position(|b| *b == b'\n').and_then(|end| rest.get(end + 1..)).unwrap_or(rest),
        None => raw,
    };
    if raw.contains(&b'\r') && !raw.contains(&b'\n') {
        return Cow::Owned(raw.iter().map(|b| if *b == b'\r' { b'\n' } else { *b }).collect());
    }
    Cow::Borrowed(raw)
}

fn header_of(message: &Message<'_>) -> Mail {
    let ids = |value: &HeaderValue<'_>| -> Vec<String> {
        match value {
            HeaderValue::Text(id) => vec![id.as_ref()],
            HeaderValue::TextList(ids) => ids.iter().map(AsRef::as_ref).collect(),
            HeaderValue::Address(_)
            | HeaderValue::DateTime(_)
            | HeaderValue::ContentType(_)
            | HeaderValue::Received(_)
            | HeaderValue::Empty => vec![],
        }
        .into_iter()
        .filter_map(clean_id)
        .take(40)
        .collect()
    };
    let from_fields = message.headers().iter().filter(|h| h.name == HeaderName::From).count();
    let from: Vec<Person> = message
        .header_values(HeaderName::From)
        .filter_map(|value| value.as_address())
        .flat_map(people)
        .take(MOST_ADDRESSES)
        .collect();
    Mail {
        message_id: message.message_id().and_then(clean_id),
        in_reply_to: ids(message.in_reply_to()),
        references: ids(message.references()),
        from,
        from_fields,
        return_path: return_path(message),
        reply_to: addresses(message.reply_to()),
        to: message
            .all_to()
            .chain(message.all_cc())
            .flat_map(people)
            .map(|person| person.address)
            .take(MOST_ADDRESSES)
            .collect(),
        date: message.date().and_then(|date| Timestamp::from_second(date.to_timestamp()).ok()),
        subject: one_line(message.subject().unwrap_or(""), 500),
        signals: signals(message),
        authentication: raw_fields(message, "Authentication-Results")
            .map(|field| one_line(&field, 2_000))
            .take(10)
            .collect(),
        received: received(message),
        ..Mail::default()
    }
}

fn people<'a>(address: &'a Address<'a>) -> impl Iterator<Item = Person> + 'a {
    address.iter().filter_map(|a| {
        let parsed = EmailAddress::parse(a.address.as_deref()?).ok()?;
        Some(Person { name: one_line(a.name.as_deref().unwrap_or(""), 200), address: parsed })
    })
}

fn addresses(address: Option<&Address<'_>>) -> Vec<EmailAddress> {
    address.map(|a| people(a).map(|person| person.address).take(MOST_ADDRESSES).collect()).unwrap_or_default()
}

/// A Message-ID that may be written into a header of ours again: printable ASCII without blanks or brackets.
pub(super) fn clean_id(id: &str) -> Option<String> {
    let bare = id.trim().trim_matches(['<', '>']);
    let fits = !bare.is_empty()
        && bare.len() <= 250
        && bare.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>'));
    fits.then(|| bare.to_owned())
}

/// Text of a header on one line: decoded words may hold line breaks and NUL.
fn one_line(text: &str, most: usize) -> String {
    let folded: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(most).collect()
}

fn raw_fields<'a>(message: &'a Message<'_>, name: &'a str) -> impl Iterator<Item = String> + 'a {
    message.headers().iter().filter(move |h| h.name.as_str().eq_ignore_ascii_case(name)).filter_map(|h| {
        let start = usize::try_from(h.offset_start).ok()?;
        let end = usize::try_from(h.offset_end).ok()?;
        message.raw_message.get(start..end).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    })
}

fn field(message: &Message<'_>, name: &str) -> String {
    raw_fields(message, name).next().map(|value| one_line(&value, 500).to_lowercase()).unwrap_or_default()
}

fn return_path(message: &Message<'_>) -> ReturnPath {
    match raw_fields(message, "Return-Path").next() {
        None => ReturnPath::Absent,
        Some(value) if value.trim() == "<>" || value.trim().is_empty() => ReturnPath::Null,
        Some(value) => EmailAddress::parse(&value).map_or(ReturnPath::Absent, ReturnPath::Address),
    }
}

fn received(message: &Message<'_>) -> Option<Received> {
    // `received()` gives the last field; the topmost is the one that our own server wrote.
    let values = message.header_as(HeaderName::Received, HeaderForm::Raw);
    let topmost = values.first()?.as_text()?;
    let (path, date) = topmost.rsplit_once(';')?;
    let by = path.split_whitespace().skip_while(|word| !word.eq_ignore_ascii_case("by")).nth(1)?;
    let date = mail_parser::DateTime::parse_rfc822(date.trim())?;
    Some(Received {
        by: by.trim_end_matches(['.', ';']).to_lowercase(),
        at: Timestamp::from_second(date.to_timestamp()).ok()?,
    })
}

fn signals(message: &Message<'_>) -> Signals {
    let has = |name: &str| raw_fields(message, name).next().is_some();
    let content_type = message.content_type();
    Signals {
        auto_submitted: field(message, "Auto-Submitted").split([';', ' ', '(']).next().unwrap_or("").to_owned(),
        precedence: field(message, "Precedence"),
        list: [
            "List-Id",
            "List-Unsubscribe",
            "List-Post",
            "List-Help",
            "Feedback-ID",
            "X-Campaign-Id",
            "X-Mailer-RecptId",
        ]
        .iter()
        .any(|name| has(name)),
        suppress: field(message, "X-Auto-Response-Suppress"),
        vacation: [
            "X-Autoreply",
            "X-Autorespond",
            "X-Autoresponder",
            "X-Auto-Reply-From",
            "X-Mail-Autoreply",
            "X-Vacation",
        ]
        .iter()
        .any(|name| has(name))
            || field(message, "X-Precedence").contains("auto"),
        failed: has("X-Failed-Recipients"),
        content_type: content_type
            .map(|c| format!("{}/{}", c.ctype(), c.subtype().unwrap_or("")).to_lowercase())
            .unwrap_or_default(),
        report_type: content_type.and_then(|c| c.attribute("report-type")).unwrap_or("").to_lowercase(),
        quoted_ids: vec![],
    }
}

/// The words of the body: the plain part where it says anything, else what the HTML part says.
fn body_of(message: &Message<'_>, parsed: &mut Parsed) {
    let text_of = |part: &MessagePart<'_>| match &part.body {
        PartType::Text(text) => Some(text.to_string()),
        PartType::Html(_)
        | PartType::Binary(_)
        | PartType::InlineBinary(_)
        | PartType::Message(_)
        | PartType::Multipart(_) => None,
    };
    let html_of = |part: &MessagePart<'_>| match &part.body {
        PartType::Html(html) => Some(html.to_string()),
        PartType::Text(_)
        | PartType::Binary(_)
        | PartType::InlineBinary(_)
        | PartType::Message(_)
        | PartType::Multipart(_) => None,
    };
    let plain: Vec<String> = message.text_bodies().filter_map(text_of).collect();
    let html: Vec<String> = message.html_bodies().filter_map(html_of).collect();
    let html = limited(html.join("\n"));
    let plain = limited(plain.join("\n")).replace("\r\n", "\n").replace('\r', "\n");
    parsed.mail.text = if plain.trim().is_empty() && !html.is_empty() { as_text(&html) } else { plain };
    parsed.html = (!html.trim().is_empty()).then_some(html);
    if message.parts.iter().any(|part| part.is_encoding_problem) {
        parsed.mail.problems.push(MailProblem::BrokenEncoding);
    }
}

/// HTML as plain text, with `> ` before what is quoted.
fn as_text(html: &str) -> String {
    use crate::documents::Block;
    fn gather(blocks: &[Block], out: &mut String) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    for _ in 0..paragraph.quoted {
                        out.push_str("> ");
                    }
                    out.push_str(&paragraph.text());
                    out.push('\n');
                }
                Block::Control(_, inner) => gather(inner, out),
                Block::Table(table) => table.rows.iter().flatten().for_each(|cell| gather(&cell.blocks, out)),
            }
        }
    }
    let mut out = String::new();
    gather(&html::of_text(html).blocks, &mut out);
    out
}

/// Where boundaries do not match, a container of parts is left with its bytes. Somebody's words may be in it: they are
/// taken as they were sent, if there are no others.
fn words_of_broken_parts(parsed: &mut Parsed) {
    let is_container = |attachment: &Attachment| attachment.content_type.starts_with("multipart/");
    if !parsed.mail.text.trim().is_empty() || parsed.html.is_some() || !parsed.attachments.iter().any(is_container) {
        return;
    }
    let (broken, sound): (Vec<_>, Vec<_>) = std::mem::take(&mut parsed.attachments).into_iter().partition(is_container);
    parsed.attachments = sound;
    let text: String = broken.iter().map(|part| String::from_utf8_lossy(&part.bytes)).collect();
    parsed.mail.text = limited(text).replace("\r\n", "\n").replace('\r', "\n");
    parsed.mail.problems.push(MailProblem::BrokenEncoding);
}

fn limited(text: String) -> String {
    if text.len() <= LONGEST_TEXT {
        return text;
    }
    let mut end = LONGEST_TEXT;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("").to_owned()
}

fn attachments_of(
    message: &Message<'_>,
    depth: usize,
    out: &mut Vec<Attachment>,
    quoted: &mut Vec<String>,
    problems: &mut Vec<MailProblem>,
) {
    for part in message.attachments() {
        if out.len() >= MOST_ATTACHMENTS {
            problems.push(MailProblem::TooIntricate);
            return;
        }
        let content_type = part
            .content_type()
            .map(|c| format!("{}/{}", c.ctype(), c.subtype().unwrap_or("")).to_lowercase())
            .unwrap_or_default();
        if let PartType::Message(inner) = &part.body {
            quoted.extend(inner.message_id().and_then(clean_id));
            if depth < DEEPEST_ENCLOSED {
                attachments_of(inner, depth + 1, out, quoted, problems);
            }
            continue;
        }
        let bytes = part.contents();
        if content_type == "text/rfc822-headers" {
            quoted
                .extend(MessageParser::default().parse_headers(bytes).and_then(|m| m.message_id().and_then(clean_id)));
        }
        let inline = part.content_disposition().is_some_and(|d| d.is_inline()) || part.content_id().is_some();
        out.push(Attachment {
            name: file_name(part.attachment_name().unwrap_or("")),
            content_type,
            bytes: bytes.to_vec(),
            inline,
        });
    }
}

/// The name of an attachment, fit to be shown and never used as a path.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let shown: String = last.chars().filter(|c| !c.is_control() && !is_direction(*c)).collect();
    one_line(&shown, 120)
}

/// Marks that reverse the direction of text, by which `exe.docx` is made to look like something else.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn content_hash(parsed: &Parsed) -> String {
    let mut hash = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    for person in &parsed.mail.from {
        add(person.address.folded().as_bytes());
    }
    add(&parsed.mail.date.map_or(0, |date| date.as_second()).to_be_bytes());
    add(parsed.mail.subject.as_bytes());
    add(parsed.mail.text.as_bytes());
    for attachment in &parsed.attachments {
        add(attachment.name.as_bytes());
        add(&attachment.bytes);
    }
    hex(&hash.finalize())
}

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(text: &str) -> Parsed {
        parse(text.replace('\n', "\r\n").as_bytes())
    }

    #[test]
    fn an_ordinary_mail_is_taken_apart() {
        let parsed = mail(
            "Received: from x by mx.harbour.example with ESMTP; Fri, 19 Mar 2027 18:00:00 +0000\nReceived: from evil by other.example; Fri, 19 Mar 2027 17:00:00 +0000\nFrom: =?utf-8?q?Si=C3=A2n?= Lewis <s.lewis@hazelbank.example>\nTo: sle@harbour.example\nSubject: =?iso-8859-1?Q?Caf=E9?=\n form\nMessage-ID: <abc@x>\nIn-Reply-To: <one@y>\nReferences: <zero@y> <one@y>\nDate: Fri, 19 Mar 2027 17:59:00 +0000\n\nHello\n",
        );
        assert_eq!(parsed.mail.sender().unwrap().name, "Siân Lewis");
        assert_eq!(parsed.mail.subject, "Café form");
        assert_eq!(parsed.mail.message_id.as_deref(), Some("abc@x"));
        assert_eq!(parsed.mail.answers().collect::<Vec<_>>(), ["one@y", "one@y", "zero@y"]);
        let received = parsed.mail.received.unwrap();
        assert_eq!(
            (received.by.as_str(), received.at.to_string().as_str()),
            ("mx.harbour.example", "2027-03-19T18:00:00Z")
        );
        assert_eq!(parsed.mail.text.trim(), "Hello");
    }

    #[test]
    fn two_senders_are_no_sender() {
        assert!(mail("From: a@b.example\nFrom: c@d.example\n\nx").mail.sender().is_none());
        assert!(mail("From: a@b.example, c@d.example\n\nx").mail.sender().is_none());
        assert!(mail("Subject: nobody\n\nx").mail.sender().is_none());
    }

    #[test]
    fn the_same_content_has_the_same_hash_whatever_the_way_it_came() {
        let one = mail("Received: from a by b; Fri, 19 Mar 2027 18:00:00 +0000\nFrom: a@b.example\nSubject: s\n\nx");
        let two = mail("From: a@b.example\nSubject: s\n\nx");
        let other = mail("From: a@b.example\nSubject: s\n\ny");
        assert_eq!(one.mail.content_hash, two.mail.content_hash);
        assert_ne!(one.mail.content_hash, other.mail.content_hash);
    }

    #[test]
    fn a_null_return_path_is_seen() {
        assert_eq!(mail("Return-Path: <>\nFrom: a@b.example\n\nx").mail.return_path, ReturnPath::Null);
        assert_eq!(mail("From: a@b.example\n\nx").mail.return_path, ReturnPath::Absent);
    }

    #[test]
    fn words_between_boundaries_that_do_not_match_are_not_lost() {
        let parsed = mail(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=one\n\n--two\nContent-Type: text/plain\n\nYes, I support it.\n--two--\n",
        );
        assert!(parsed.mail.text.contains("Yes, I support it."), "{:?}", parsed.mail.text);
        assert_eq!(parsed.mail.problems, [MailProblem::BrokenEncoding]);
        assert!(parsed.attachments.is_empty());
    }

    #[test]
    fn ids_that_could_break_a_header_are_dropped() {
        assert_eq!(clean_id("<a b@c>"), None);
        assert_eq!(clean_id("<a@b>\r\nBcc: x"), None);
        assert_eq!(clean_id("<a@b>"), Some("a@b".to_owned()));
        assert_eq!(file_name("..\\..\\C:\\forms/\u{202e}xcod.exe"), "xcod.exe");
    }
}
