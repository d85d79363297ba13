//! A letter as the bytes of a mail: headers of RFC 5322 and 3834, text and HTML, enclosures.

use crate::calendar::Method;
use crate::domain::EmailAddress;
use crate::letters::{Thread, Voice};
use jiff::Timestamp;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MessageBuilder, MultiPart, MultiPartBuilder, MultiPartKind, SinglePart};
use lettre::{Address, Message};

/// Our own header: by it our letters are known again when they come back.
pub const OWN_HEADER: &str = "X-Alliance-Clerk";
/// References beyond this many are left out, oldest but one first (RFC 5322 §3.6.4 names the first and the last).
const MOST_REFERENCES: usize = 20;
/// RFC 5322 §2.1.1.
const LONGEST_LINE: usize = 998;

#[derive(Debug, thiserror::Error)]
#[error("the mail could not be put together: {0}")]
pub struct MailFault(String);

/// Everything that a mail of ours consists of.
pub struct Parts<'a> {
    pub from_name: &'a str,
    pub from: &'a EmailAddress,
    pub to_name: &'a str,
    pub to: &'a EmailAddress,
    pub subject: &'a str,
    pub message_id: &'a str,
    pub date: Timestamp,
    pub voice: Voice,
    pub letter: &'a str,
    pub answers: Option<&'a Thread>,
    pub text: String,
    pub html: String,
    /// An invitation, or its cancellation.
    pub calendar: Option<CalendarPart>,
    pub files: Vec<File>,
}

/// A calendar file that mail programs act on, rather than merely show as an enclosure.
#[derive(Debug, Clone)]
pub struct CalendarPart {
    pub method: Method,
    /// What `crate::calendar::invitation` wrote.
    pub text: String,
}

/// A file to enclose.
#[derive(Debug, Clone)]
pub struct File {
    pub name: String,
    pub content_type: &'static str,
    pub bytes: Vec<u8>,
}

/// Text fit for a header: one line, no control characters.
pub fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The bytes of the mail, the same for the same parts.
///
/// # Errors
/// When an address is none for SMTP, or the result would break the rules of the wire.
pub fn compose(mut parts: Parts<'_>) -> Result<Vec<u8>, MailFault> {
    let mailbox = |name: &str, address: &EmailAddress| -> Result<Mailbox, MailFault> {
        let address: Address =
            address.as_str().parse().map_err(|e| MailFault(format!("an address is refused: {e}")))?;
        let name = one_line(name);
        Ok(Mailbox::new((!name.is_empty() && !name.contains('@')).then_some(name), address))
    };
    let mut builder: MessageBuilder = Message::builder()
        .message_id(Some(format!("<{}>", parts.message_id)))
        .date(parts.date.into())
        .from(mailbox(parts.from_name, parts.from)?)
        .to(mailbox(parts.to_name, parts.to)?)
        .subject(one_line(parts.subject));
    for (name, value) in robot_headers(&parts) {
        let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|e| MailFault(e.to_string()))?;
        builder = builder.raw_header(HeaderValue::new(name, value));
    }
    // Boundaries come from the Message-ID, so that the same letter is the same bytes.
    let mark = parts.message_id.split('@').next().unwrap_or("clerk").replace('.', "-");
    let mut bodies = container(MultiPartKind::Alternative, format!("={mark}-alt"))
        .singlepart(SinglePart::plain(parts.text))
        .singlepart(SinglePart::html(parts.html));
    if let Some(CalendarPart { method, text }) = parts.calendar.take() {
        // Last of the alternatives, so that it is preferred; the method here and in the file must agree (RFC 6047 §2.4).
        let kind = content_type(&format!("text/calendar; method={}; charset=utf-8", method.name()))?;
        bodies = bodies.singlepart(SinglePart::builder().header(kind).body(text.clone()));
        // The same as a file to open, for programs that do not act on the part above. Not text/calendar a second time:
        // Outlook would show the meeting twice.
        let file = File { name: "invite.ics".to_owned(), content_type: "application/ics", bytes: text.into_bytes() };
        parts.files.insert(0, file);
    }
    let body = if parts.files.is_empty() {
        bodies
    } else {
        let mut mixed = container(MultiPartKind::Mixed, format!("={mark}-mix")).multipart(bodies);
        for file in parts.files {
            let kind = content_type(file.content_type)?;
            mixed = mixed.singlepart(Attachment::new(file.name).body(file.bytes, kind));
        }
        mixed
    };
    let bytes = builder.multipart(body).map_err(|e| MailFault(e.to_string()))?.formatted();
    check(&bytes)?;
    Ok(bytes)
}

fn content_type(text: &str) -> Result<ContentType, MailFault> {
    ContentType::parse(text).map_err(|e| MailFault(e.to_string()))
}

fn container(kind: MultiPartKind, boundary: String) -> MultiPartBuilder {
    MultiPart::builder().kind(kind).boundary(boundary)
}

/// RFC 3834 §3.1.7 and §5: what tells other machines not to answer, and mail programs where the answer belongs.
fn robot_headers(parts: &Parts<'_>) -> Vec<(&'static str, String)> {
    let submitted = match parts.voice {
        Voice::Answer => "auto-replied",
        Voice::Letter => "auto-generated",
    };
    let mut headers = vec![
        ("Auto-Submitted", submitted.to_owned()),
        // Not `All`: reports of failed delivery are wanted.
        ("X-Auto-Response-Suppress", "OOF, AutoReply".to_owned()),
        (OWN_HEADER, parts.letter.to_owned()),
    ];
    if let Some(thread) = parts.answers
        && let Some(id) = &thread.message_id
    {
        headers.push(("In-Reply-To", format!("<{id}>")));
        let mut ids: Vec<&str> = thread.references.iter().map(String::as_str).filter(|other| other != id).collect();
        if ids.len() >= MOST_REFERENCES {
            let surplus = ids.len() + 1 - MOST_REFERENCES;
            ids.drain(1..=surplus);
        }
        ids.push(id);
        headers.push(("References", ids.iter().map(|id| format!("<{id}>")).collect::<Vec<_>>().join(" ")));
    }
    headers
}

/// What every mail server may rely on: ASCII, CRLF and nothing else as line end, lines within 998 bytes.
fn check(bytes: &[u8]) -> Result<(), MailFault> {
    for line in bytes.split(|b| *b == b'\n') {
        let bare = line.strip_suffix(b"\r").unwrap_or(line);
        if bare.contains(&b'\r') || bare.len() > LONGEST_LINE || !bare.is_ascii() || bare.contains(&0) {
            return Err(MailFault("a line of it breaks the rules of RFC 5322 §2.1".to_owned()));
        }
    }
    let lone = bytes.iter().zip(bytes.iter().skip(1)).any(|(a, b)| *b == b'\n' && *a != b'\r');
    if lone { Err(MailFault("a line ends without CR".to_owned())) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mail_parser::{MessageParser, MimeHeaders};

    const FILE: &str =
        "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Café\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    fn composed(calendar: Option<CalendarPart>, files: Vec<File>) -> Vec<u8> {
        let address = |text: &str| EmailAddress::parse(text).unwrap();
        compose(Parts {
            from_name: "Harbour",
            from: &address("sle@harbour.example"),
            to_name: "Priya Nair",
            to: &address("p.nair@hazelbank.example"),
            subject: "Meeting",
            message_id: "ob.1@harbour.example",
            date: "2027-03-01T09:00:00Z".parse().unwrap(),
            voice: Voice::Letter,
            letter: "invitation",
            answers: None,
            text: "Please come.".to_owned(),
            html: "<p>Please come.</p>".to_owned(),
            calendar,
            files,
        })
        .unwrap()
    }

    fn structure(bytes: &[u8]) -> Vec<String> {
        let message = MessageParser::default().parse(bytes).unwrap();
        let shown = |part: &mail_parser::MessagePart<'_>| {
            let kind = part.content_type().unwrap();
            let method = kind.attribute("method").map(|m| format!(" {m}")).unwrap_or_default();
            let name = part.attachment_name().map(|n| format!(" {n}")).unwrap_or_default();
            format!("{}/{}{method}{name}", kind.ctype(), kind.subtype().unwrap_or(""))
        };
        message.parts.iter().map(shown).collect()
    }

    #[test]
    fn an_invitation_is_an_alternative_and_a_file() {
        let part = CalendarPart { method: Method::Request, text: FILE.to_owned() };
        let bytes = composed(Some(part.clone()), vec![]);
        let expected = [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "text/calendar REQUEST",
            "application/ics invite.ics",
        ];
        assert_eq!(structure(&bytes), expected);
        let message = MessageParser::default().parse(&bytes).unwrap();
        let calendars: Vec<_> = message.parts.iter().skip(4).map(|part| part.contents().to_vec()).collect();
        assert_eq!(calendars, [FILE.as_bytes(), FILE.as_bytes()]);
        assert_eq!(bytes, composed(Some(part.clone()), vec![]), "the same letter is the same bytes");
        let form = File { name: "form.docx".to_owned(), content_type: "application/octet-stream", bytes: vec![1] };
        let with_form = structure(&composed(Some(part), vec![form]));
        assert_eq!(with_form[..6], expected);
        assert_eq!(with_form[6..], ["application/octet-stream form.docx"]);
    }

    #[test]
    fn a_letter_without_an_invitation_has_no_calendar_in_it() {
        assert_eq!(structure(&composed(None, vec![])), ["multipart/alternative", "text/plain", "text/html"]);
        assert!(!String::from_utf8_lossy(&composed(None, vec![])).contains("calendar"));
    }
}
