//! Messages of every structure, sound and broken: taken in whole.

use super::{assert_only, corpus, files};
use alliance_clerk::understand::mime::{self, Parsed};
use mail_parser::{Message, MessageParser, PartType};

/// Messages of which something is left out on purpose.
const MEANT: &[(&str, &str)] = &[
    ("rfc/008.eml", "an attached message is opened for its files and has none; its words stay in the original only"),
    ("tika/testGroupWiseEml.eml", "the same"),
];

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Leaf parts of a message as the parsing library gives them, and the files of enclosed messages, as deep as we open
/// them. The words of an enclosed message are not the sender's.
fn leaves(message: &Message<'_>, depth: usize, out: &mut Vec<Vec<u8>>) {
    let holds_a_leaf = |body: &PartType<'_>| !matches!(body, PartType::Multipart(_) | PartType::Message(_));
    if depth == 0 {
        out.extend(message.parts.iter().filter(|p| holds_a_leaf(&p.body)).map(|p| p.contents().to_vec()));
    } else {
        out.extend(message.attachments().filter(|p| holds_a_leaf(&p.body)).map(|p| p.contents().to_vec()));
    }
    for part in &message.parts {
        if let PartType::Message(inner) = &part.body
            && depth < 3
        {
            leaves(inner, depth + 1, out);
        }
    }
}

/// How many parts a message itself calls attachments, counted without any parser.
fn declared(raw: &[u8]) -> usize {
    let text = String::from_utf8_lossy(raw).to_ascii_lowercase();
    text.lines().filter(|line| line.starts_with("content-disposition: attachment")).count()
}

/// Whether the content of a part is in what we took out.
fn is_kept(part: &[u8], parsed: &Parsed) -> bool {
    let words = bare(&String::from_utf8_lossy(part));
    words.is_empty()
        || parsed.attachments.iter().any(|attachment| attachment.bytes == part)
        || bare(&parsed.mail.text).contains(&words)
        || parsed.html.as_deref().is_some_and(|html| bare(html).contains(&words))
}

#[test]
fn every_message_is_taken_in_and_no_part_of_it_is_lost() {
    let Some(folder) = corpus("mime") else { return };
    let all = files(&folder);
    let (mut parts, mut kept) = (0, 0);
    let mut wrong = vec![];
    for file in &all {
        let raw = std::fs::read(file).unwrap();
        let name = file.strip_prefix(&folder).unwrap().to_str().unwrap();
        let parsed = mime::parse(&raw);
        assert!(parsed.mail.text.len() <= 1024 * 1024 && parsed.attachments.len() <= 60, "{name}");
        if parsed.attachments.len() < declared(&raw) {
            let why = format!("{} of {} declared attachments", parsed.attachments.len(), declared(&raw));
            wrong.push((name.to_owned(), why));
        }
        let mut found = vec![];
        if let Some(message) = MessageParser::default().parse(&raw) {
            leaves(&message, 0, &mut found);
        }
        parts += found.len();
        let lost: Vec<_> = found.iter().filter(|part| !is_kept(part, &parsed)).collect();
        kept += found.len() - lost.len();
        for part in lost {
            let start: String = String::from_utf8_lossy(part).chars().take(60).collect();
            wrong.push((name.to_owned(), format!("a part of {} bytes is lost: {start:?}", part.len())));
        }
    }
    println!("{} messages, {kept} of {parts} leaf parts kept", all.len());
    assert_only(&wrong, MEANT);
}
