//! A letter as the bytes of a mail: headers of RFC 5322 and 3834, text and HTML, enclosures.

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
    pub files: Vec<File>,
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
pub fn compose(parts: Parts<'_>) -> Result<Vec<u8>, MailFault> {
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
    let bodies = container(MultiPartKind::Alternative, format!("={mark}-alt"))
        .singlepart(SinglePart::plain(parts.text))
        .singlepart(SinglePart::html(parts.html));
    let body = if parts.files.is_empty() {
        bodies
    } else {
        let mut mixed = container(MultiPartKind::Mixed, format!("={mark}-mix")).multipart(bodies);
        for file in parts.files {
            let kind = ContentType::parse(file.content_type).map_err(|e| MailFault(e.to_string()))?;
            mixed = mixed.singlepart(Attachment::new(file.name).body(file.bytes, kind));
        }
        mixed
    };
    let bytes = builder.multipart(body).map_err(|e| MailFault(e.to_string()))?.formatted();
    check(&bytes)?;
    Ok(bytes)
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
