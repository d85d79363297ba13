//! Letters as their readers get them: parsed back from the bytes that were delivered.

use mail_parser::{MessageParser, MimeHeaders};
use std::path::Path;

/// A delivered letter.
#[derive(Debug, Clone)]
pub struct Letter {
    pub id: i64,
    pub kind: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub attachments: Vec<(String, Vec<u8>)>,
    pub headers: Vec<(String, String)>,
}

impl Letter {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map_or("", |(_, v)| v)
    }
}

/// All letters of a Maildir, by number.
pub fn delivered(folder: &Path) -> Vec<Letter> {
    let mut letters: Vec<Letter> = std::fs::read_dir(folder.join("new"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let id = name.split(".L").nth(1).unwrap().split('.').next().unwrap().parse().unwrap();
            parse(id, &std::fs::read(&path).unwrap())
        })
        .collect();
    letters.sort_by_key(|letter| letter.id);
    letters
}

pub fn parse(id: i64, bytes: &[u8]) -> Letter {
    let message = MessageParser::default().parse(bytes).expect("a letter is a mail");
    let headers = message.headers_raw().map(|(n, v)| (n.to_owned(), v.trim().to_owned())).collect::<Vec<_>>();
    let to = message.to().unwrap().first().unwrap().address.as_deref().unwrap().to_owned();
    let attachments = message
        .attachments()
        .map(|part| (part.attachment_name().unwrap_or("").to_owned(), part.contents().to_vec()))
        .collect();
    let letter = Letter {
        id,
        kind: String::new(),
        to,
        subject: message.subject().unwrap_or("").to_owned(),
        text: message.body_text(0).unwrap().replace("\r\n", "\n"),
        html: message.body_html(0).unwrap().replace("\r\n", "\n"),
        attachments,
        headers,
    };
    let kind = letter.header("X-Alliance-Clerk").to_owned();
    Letter { kind, ..letter }
}

/// A whole letter for a snapshot; only what is random is left out.
pub fn snapshot(letter: &Letter) -> String {
    let mut out = String::new();
    for (name, value) in &letter.headers {
        let shown = match name.as_str() {
            "Message-ID" | "In-Reply-To" | "References" => without_token(value),
            "Content-Type" => value.split(';').next().unwrap().to_owned(),
            "Subject" => letter.subject.clone(),
            _ => value.clone(),
        };
        out.push_str(&format!("{name}: {shown}\n"));
    }
    for (name, bytes) in &letter.attachments {
        out.push_str(&format!("(attached: {name}, {} KB)\n", bytes.len() / 1024));
    }
    out.push('\n');
    out.push_str(&without_token(&letter.text));
    out
}

/// Reply tokens and Message-IDs depend on the database's own key.
fn without_token(text: &str) -> String {
    let is_token = |word: &str| {
        let shape = |(i, b): (usize, u8)| if i == 4 { b == b'-' } else { b.is_ascii_digit() || b.is_ascii_uppercase() };
        word.len() == 9 && word.bytes().enumerate().all(shape)
    };
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            let bare = word.trim_end();
            let blank = &word[bare.len()..];
            match bare.strip_prefix("<clerk.").and_then(|id| id.split_once('@')) {
                Some((_, host)) => format!("<clerk.…@{host}{blank}"),
                None if is_token(bare) => format!("XXXX-XXXX{blank}"),
                None => word.to_owned(),
            }
        })
        .collect()
}
