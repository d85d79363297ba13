//! A mail of the story as the file that our mail server would have laid down.

use super::{Enclosed, Mail, SERVER};
use crate::config::{Config, Programme};
use crate::forms::write::{self, Letterhead};
use jiff::Timestamp;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use std::collections::BTreeMap;

impl Mail {
    /// The mail as a file in the mailbox.
    ///
    /// # Errors
    /// When a form or a mail of ours cannot be put together.
    pub fn bytes(&self, config: &Config, at: Timestamp, answers: Option<&str>) -> Result<Vec<u8>, String> {
        let address = |text: &str| text.parse::<lettre::Address>().map_err(|e| e.to_string());
        let clerk = address(config.clerk.alliance.email.as_str())?;
        let id = format!("<{}.{}@demo.example>", at.as_second(), self.from.split('@').next().unwrap_or(""));
        let mut builder = lettre::Message::builder()
            .from(Mailbox::new(Some(self.from_name.clone()), address(&self.from)?))
            .to(Mailbox::new(None, clerk))
            .subject(self.subject.clone())
            .message_id(Some(id))
            .date(at.into());
        if let Some(id) = answers {
            builder = builder.in_reply_to(format!("<{id}>")).references(format!("<{id}>"));
        }
        // What the alliance's own mail server found out about the sender.
        let domain = self.from.rsplit('@').next().unwrap_or("");
        builder = builder.raw_header(lettre::message::header::HeaderValue::new(
            lettre::message::header::HeaderName::new_from_ascii_str("Authentication-Results"),
            format!("{SERVER}; dmarc=pass header.from={domain}"),
        ));
        if self.automatic {
            builder = builder.raw_header(lettre::message::header::HeaderValue::new(
                lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-replied".to_owned(),
            ));
        }
        let text_part = SinglePart::plain(self.body.clone());
        let kind = |text: &str| ContentType::parse(text).map_err(|e| e.to_string());
        let message = match &self.enclosed {
            Enclosed::Nothing => builder.singlepart(text_part),
            Enclosed::Form(programme, answers) => {
                let form = programme_of(config, programme).map(|p| &p.form.definition)?;
                let bytes = write::write(form, &Letterhead::default(), answers).map_err(|e| e.to_string())?;
                let name = format!("{} application.docx", programme.to_uppercase());
                let file = Attachment::new(name)
                    .body(bytes, kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document")?);
                builder.multipart(MultiPart::mixed().singlepart(text_part).singlepart(file))
            }
            Enclosed::Reference(statement) => {
                let programme = programme_of(config, "sle")?;
                let form = programme.references.iter().find_map(|r| r.form.as_ref()).ok_or("no short form")?;
                let answers =
                    [("supports", "Yes"), ("capacity", "Yes"), ("days_agreed", "10"), ("statement", *statement)]
                        .map(|(id, value)| (id.to_owned(), value.to_owned()));
                let bytes = write::write(&form.definition, &Letterhead::default(), &BTreeMap::from(answers))
                    .map_err(|e| e.to_string())?;
                let file = Attachment::new("sle-head-reference.docx".to_owned())
                    .body(bytes, kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document")?);
                builder.multipart(MultiPart::mixed().singlepart(text_part).singlepart(file))
            }
            Enclosed::Pdf(name, text) => {
                let file = Attachment::new((*name).to_owned()).body(page(text), kind("application/pdf")?);
                builder.multipart(MultiPart::mixed().singlepart(text_part).singlepart(file))
            }
            Enclosed::Photograph => {
                let file = Attachment::new("IMG_2041.jpg".to_owned()).body(PHOTOGRAPH.to_vec(), kind("image/jpeg")?);
                builder.multipart(MultiPart::mixed().singlepart(text_part).singlepart(file))
            }
        };
        Ok(message.map_err(|e| e.to_string())?.formatted())
    }
}

/// The smallest thing that is a JPEG to every program.
const PHOTOGRAPH: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9";

fn programme_of<'c>(config: &'c Config, id: &str) -> Result<&'c Programme, String> {
    config.programmes.values().find(|p| p.id.as_str() == id).ok_or_else(|| format!("there is no programme {id}"))
}

/// A page of text as PDF, as simple as can be: one line of the text is one line of the page.
fn page(text: &str) -> Vec<u8> {
    let lines: String = text.lines().map(|line| format!("({}) Tj T*\n", line.replace(['(', ')', '\\'], "'"))).collect();
    let content = format!("BT /F1 12 Tf 16 TL 72 770 Td\n{lines}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut offsets = vec![];
    for (number, object) in (1..).zip(&objects) {
        offsets.push(out.len());
        out.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = out.len();
    out.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for offset in offsets {
        out.push_str(&format!("{offset:010} 00000 n \n"));
    }
    out.push_str(&format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1));
    out.into_bytes()
}
