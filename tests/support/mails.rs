//! Mail as people write it, and forms as they fill them in.

use alliance_clerk::config::Config;
use alliance_clerk::forms::write::{self, Letterhead};
use std::collections::BTreeMap;

/// A mail to be put into the mailbox.
#[derive(Debug, Clone, Default)]
pub struct Mail {
    pub from: String,
    pub to: String,
    pub subject: String,
    pub message_id: String,
    pub headers: Vec<String>,
    pub body: String,
    /// Name, content type, bytes.
    pub attachments: Vec<(String, String, Vec<u8>)>,
}

impl Mail {
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = format!("From: {}\nTo: {}\nSubject: {}\nMIME-Version: 1.0\n", self.from, self.to, self.subject);
        if !self.message_id.is_empty() {
            out.push_str(&format!("Message-ID: <{}>\n", self.message_id));
        }
        for header in &self.headers {
            out.push_str(&format!("{header}\n"));
        }
        let own_type = self.headers.iter().any(|h| h.to_lowercase().starts_with("content-type:"));
        if self.attachments.is_empty() {
            if !own_type {
                out.push_str("Content-Type: text/plain; charset=utf-8\n");
            }
            out.push_str(&format!("\n{}\n", self.body));
            return out.replace('\n', "\r\n").into_bytes();
        }
        out.push_str("Content-Type: multipart/mixed; boundary=\"-=story\"\n\n---=story\nContent-Type: text/plain; charset=utf-8\n\n");
        out.push_str(&format!("{}\n", self.body));
        for (name, kind, bytes) in &self.attachments {
            out.push_str(&format!(
                "---=story\nContent-Type: {kind}; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n"
            ));
            let encoded = data_encoding::BASE64.encode(bytes);
            for line in encoded.as_bytes().chunks(76) {
                out.push_str(std::str::from_utf8(line).unwrap());
                out.push('\n');
            }
        }
        out.push_str("---=story--\n");
        out.replace('\n', "\r\n").into_bytes()
    }
}

pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Answers that make an application complete, for somebody.
pub fn complete_answers(name: &str, email: &str) -> BTreeMap<String, String> {
    let school = "Hazelbank Primary School";
    let essay = |words: usize| {
        let sentence = "We planned the change together and looked at what the pupils could do before and after it. ";
        sentence.repeat(words / 18 + 1).split_whitespace().take(words).collect::<Vec<_>>().join(" ")
    };
    [
        ("name", name),
        ("post", "Head of Mathematics"),
        ("school", school),
        ("school_address", "1 Orchard Lane\nHazelbank\nHB1 2CD"),
        ("telephone", "01632 960123"),
        ("email", email),
        ("head_name", "Owen Brooks"),
        ("head_email", "head@hazelbank.example"),
        ("years", "5"),
        ("specialism", "Mathematics"),
        ("declaration", "yes"),
        ("declaration_date", "12 March 2027"),
    ]
    .into_iter()
    .map(|(id, value)| (id.to_owned(), value.to_owned()))
    .chain((1..=5).map(|n| (format!("question_{n}"), essay(200 + 10 * n))))
    .collect()
}

/// The application form with these answers, as a Word file.
pub fn filled_form(config: &Config, programme: &str, answers: &BTreeMap<String, String>) -> Vec<u8> {
    let programme = config.programmes.values().find(|p| p.id.as_str() == programme).unwrap();
    write::write(&programme.form.definition, &Letterhead::default(), answers).unwrap()
}

/// `count` words.
pub fn words(count: usize) -> String {
    (1..=count).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ")
}
