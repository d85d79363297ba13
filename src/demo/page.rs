//! The page that a person looks at: each letter as its reader would see it, beside the mail that caused it.

use super::DemoFault;
use crate::config::Config;
use crate::domain::application::State;
use crate::domain::civil;
use crate::domain::{LetterId, MessageNo};
use crate::render::markdown::escape_html;
use crate::store::Store;
use crate::store::lists::{LetterRow, MessageRow};
use crate::understand::mime;
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// A moment of the story that the page tells.
pub struct Note {
    pub at: Timestamp,
    pub title: String,
    /// A command and the answer to it.
    pub said: Option<(String, String)>,
    /// The clerk did something of its own accord.
    pub own: bool,
}

const STYLE: &str = include_str!("page.css");

/// Writes `index.html`, and the enclosed files beside it.
///
/// # Errors
/// When the record cannot be read or a file cannot be written.
pub async fn write(folder: &Path, store: &Store, config: &Config, notes: &[Note]) -> Result<PathBuf, DemoFault> {
    let files = folder.join("files");
    let fault = |path: &Path, e| DemoFault::Folder(path.to_owned(), e);
    std::fs::create_dir_all(&files).map_err(|e| fault(&files, e))?;
    let messages = store.list_messages("").await?;
    let letters = store.list_letters("").await?;
    let mut moments = String::new();
    // Notes to the coordinator answer no one mail; they stand beside what brought them about.
    let mut without_cause: Vec<&LetterRow> = letters.iter().filter(|l| l.cause.is_none()).collect();
    let mut rest = notes;
    while let Some((note, others)) = rest.split_first() {
        // Commands given one after the other are one moment.
        let commands = if note.said.is_some() { rest.iter().take_while(|n| n.said.is_some()).count() } else { 0 };
        let (here, after) = if commands > 1 { rest.split_at(commands) } else { (std::slice::from_ref(note), others) };
        rest = after;
        let message = messages.iter().find(|m| m.received_at == note.at && note.said.is_none() && !note.own);
        let mut left: String =
            here.iter().filter_map(|n| n.said.as_ref()).map(|(line, answer)| command_card(line, answer)).collect();
        let mut right = String::new();
        if note.own {
            left.push_str("<p class=\"silence\">Nobody wrote and nobody asked: it was due.</p>");
        }
        if let Some(message) = message {
            left.push_str(&mail_card(store, message, &files).await?);
            left.push_str(&reasons(store, message.number).await?);
            let caused: Vec<&LetterRow> = letters.iter().filter(|l| l.cause == Some(message.number)).collect();
            right.push_str(&letter_cards(store, &caused, &files).await?);
        }
        let next = rest.iter().map(|n| n.at).find(|at| *at > note.at).unwrap_or(Timestamp::MAX);
        let (now, later): (Vec<_>, Vec<_>) = without_cause.into_iter().partition(|l| l.created_at < next);
        without_cause = later;
        right.push_str(&letter_cards(store, &now, &files).await?);
        if right.is_empty() && message.is_some() {
            right.push_str("<p class=\"silence\">No letter. Silence is the answer.</p>");
        }
        let when = civil::stamp_in_words(super::zone().civil(note.at));
        moments.push_str(&format!(
            "<section><h2><span>{}</span>{}</h2><div class=\"pair\"><div>{left}</div><div>{right}</div></div></section>\n",
            escape_html(&when),
            escape_html(&note.title)
        ));
    }
    moments.push_str(&standings(store).await?);
    moments.push_str(&network(store).await?);
    let html = frame(config, messages.len(), &letters, &moments);
    let path = folder.join("index.html");
    std::fs::write(&path, html).map_err(|e| fault(&path, e))?;
    Ok(path)
}

/// Where everybody stands when the story ends.
async fn standings(store: &Store) -> Result<String, DemoFault> {
    let (applications, windows) = store.list_applications().await?;
    let mut rows = String::new();
    for application in &applications {
        let window = application.window.and_then(|id| windows.iter().find(|w| w.id == id));
        let (word, class) = match application.state(window) {
            State::Complete => ("complete", "good"),
            State::Incomplete => ("incomplete", "open"),
            State::Unreadable => ("not readable yet", "open"),
            State::Late => ("after the closing", "late"),
            State::Kept => ("kept for the next round", "open"),
            State::Withdrawn => ("withdrawn", "open"),
        };
        let first = application.first_received_at().map(|at| civil::stamp_in_words(super::zone().civil(at)));
        rows.push_str(&format!(
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"{class}\">{word}</td></tr>",
            application.case,
            escape_html(&application.name),
            escape_html(&first.unwrap_or_default()),
            application.versions.len(),
        ));
    }
    Ok(format!(
        "<section><h2><span>At the end</span>Where everybody stands</h2><table><tr><th>Case</th><th>Applicant</th><th>First received</th><th>Forms sent</th><th>State</th></tr>{rows}</table></section>\n"
    ))
}

/// Who is in the register by then.
async fn network(store: &Store) -> Result<String, DemoFault> {
    let mut rows = String::new();
    for entry in store.list_register().await? {
        let number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
        let portrait = if entry.portrait.consent == Some(true) { "in the booklet" } else { "" };
        let trained = if entry.has_taken("core") { "core training taken" } else { "" };
        rows.push_str(&format!(
            "<tr><td>{number}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{trained}</td><td>{portrait}</td></tr>",
            escape_html(&entry.name),
            escape_html(&entry.programme.to_string().to_uppercase().replace('-', " ")),
            escape_html(&entry.specialism),
            escape_html(&entry.school),
        ));
    }
    Ok(format!(
        "<section><h2><span>At the end</span>The register</h2><table><tr><th>Number</th><th>Name</th><th>Programme</th><th>Area</th><th>School</th><th>Training</th><th>Portrait</th></tr>{rows}</table></section>\n"
    ))
}

fn frame(config: &Config, mails: usize, letters: &[LetterRow], moments: &str) -> String {
    let alliance = escape_html(&config.clerk.alliance.name);
    format!(
        r#"<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A school year at {alliance}</title><style>{STYLE}</style></head><body>
<header><p class="kicker">alliance-clerk · demonstration</p><h1>A school year at {alliance}</h1>
<p class="lead">{mails} mails came in, {count} letters went out, and nobody did any clerical work. On the left is what happened; on the right is each letter, as its reader sees it. Everything was written by the clerk from the mails in <a href="mail/new/">mail/new</a>; the letters themselves are in <a href="outgoing/new/">outgoing/new</a>, the record is <code>clerk.sqlite</code>.</p>
<p class="lead small">Try for yourself: <code>alliance-clerk --config . why SLE-2027-0002</code> tells the whole story of a case, <code>alliance-clerk --config . applications</code> lists them all.</p></header>
<main>{moments}</main>
<footer>All people, schools and addresses are invented.</footer>
<script>
for (const frame of document.querySelectorAll("iframe")) {{
  const fit = () => {{ frame.style.height = frame.contentDocument.documentElement.scrollHeight + "px"; }};
  frame.addEventListener("load", fit);
  window.addEventListener("resize", fit);
  frame.closest("details")?.addEventListener("toggle", fit);
}}
</script>
</body></html>
"#,
        count = letters.len(),
    )
}

fn command_card(line: &str, answer: &str) -> String {
    format!(
        "<article class=\"command\"><p class=\"who\">Ruth Adeyemi, coordinator, says</p><p class=\"line\">{}</p><p>{}</p></article>",
        escape_html(line),
        escape_html(answer)
    )
}

async fn mail_card(store: &Store, message: &MessageRow, files: &Path) -> Result<String, DemoFault> {
    let raw = store.raw(message.number).await?.unwrap_or_default();
    // The demonstration's own mails: nothing hostile is in them, so that no child process is needed.
    let parsed = mime::parse(&raw);
    let from = parsed.mail.sender().map(|p| format!("{} <{}>", p.name, p.address)).unwrap_or_default();
    let mut enclosed = String::new();
    for attachment in &parsed.attachments {
        let name = format!("received-{}-{}", message.number, attachment.name.replace([' ', '/'], "-"));
        enclosed.push_str(&link(files, &name, &attachment.name, &attachment.bytes)?);
    }
    Ok(format!(
        "<article class=\"mail\"><p class=\"who\">{}</p><h3>{}</h3><pre>{}</pre>{enclosed}</article>",
        escape_html(&from),
        escape_html(&parsed.mail.subject),
        escape_html(parsed.mail.text.trim())
    ))
}

/// Letters of one moment; where several people get the same one, the first stands for all, and the others can be opened.
async fn letter_cards(store: &Store, letters: &[&LetterRow], files: &Path) -> Result<String, DemoFault> {
    let mut cards = String::new();
    for same in letters.chunk_by(|one, other| one.letter == other.letter && one.subject == other.subject) {
        let Some((first, others)) = same.split_first() else { continue };
        cards.push_str(&letter_card(store, first, files).await?);
        if !others.is_empty() {
            let named: Vec<&str> = others.iter().map(|letter| letter.to.as_str()).collect();
            let summary = format!("The same to {}", escape_html(&named.join(", ")));
            cards.push_str(&format!("<details class=\"digest\"><summary>{summary}</summary>"));
            for letter in others {
                cards.push_str(&letter_card(store, letter, files).await?);
            }
            cards.push_str("</details>");
        }
    }
    Ok(cards)
}

async fn letter_card(store: &Store, letter: &LetterRow, files: &Path) -> Result<String, DemoFault> {
    let bytes = store.letter_bytes(LetterId(letter.id.0)).await?.unwrap_or_default();
    let parsed = mime::parse(&bytes);
    let mut enclosed = String::new();
    // The calendar's entry is in the mail twice, for Outlook and for everybody else; once it has no name.
    for attachment in parsed.attachments.iter().filter(|attachment| !attachment.name.is_empty()) {
        let name = format!("letter-{}-{}", letter.id, attachment.name);
        enclosed.push_str(&link(files, &name, &attachment.name, &attachment.bytes)?);
    }
    // A digest is for whoever wants it: there are many, and they say the same a little later.
    let (open, close) = if letter.letter == "digest" {
        (format!("<details class=\"digest\"><summary>Digest: {}</summary>", escape_html(&letter.subject)), "</details>")
    } else {
        (String::new(), "")
    };
    Ok(format!(
        "{open}<article class=\"letter\"><p class=\"who\">to {}</p><h3>{}</h3><iframe scrolling=\"no\" sandbox=\"allow-same-origin\" title=\"{}\" srcdoc=\"{}\"></iframe>{enclosed}</article>{close}",
        escape_html(&letter.to),
        escape_html(&letter.subject),
        escape_html(&letter.letter),
        escape_html(&parsed.html.unwrap_or_default())
    ))
}

fn link(files: &Path, name: &str, shown: &str, bytes: &[u8]) -> Result<String, DemoFault> {
    let path = files.join(name);
    std::fs::write(&path, bytes).map_err(|e| DemoFault::Folder(path.clone(), e))?;
    Ok(format!(
        "<p class=\"file\"><a href=\"files/{0}\">{1}</a> ({2} KB)</p>",
        escape_html(name),
        escape_html(shown),
        bytes.len().div_ceil(1024)
    ))
}

/// Why: the sentences of the record.
async fn reasons(store: &Store, message: MessageNo) -> Result<String, DemoFault> {
    let sentences: String = store
        .steps_of(message)
        .await?
        .iter()
        .flat_map(|step| step.because.iter())
        .map(|sentence| format!("<li>{}</li>", escape_html(sentence)))
        .collect();
    Ok(format!("<details><summary>Why the clerk did what it did</summary><ul>{sentences}</ul></details>"))
}
