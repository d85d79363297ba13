//! Which words of a mail are new: without what it quotes, and without its signature.
//!
//! Nothing is cut by position alone. A reply may stand above, beneath or between the quoted lines (freescout#349), so
//! only lines that are marked as quoted, or follow the head of an unmarked quotation, are left out. The original is kept
//! in any case.

/// A text, line by line, each line told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Reply,
    Quoted,
    Signature,
}

/// The new words, as one text.
pub fn reply(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    for (line, part) in lines.iter().zip(parts(&lines)) {
        if part == Part::Reply {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out.trim().to_owned()
}

/// What each line is.
pub fn parts(lines: &[&str]) -> Vec<Part> {
    let mut out = vec![Part::Reply; lines.len()];
    let mut i = 0;
    while let Some(line) = lines.get(i) {
        if line.trim_start().starts_with('>') {
            mark(&mut out, i, 1, Part::Quoted);
            i += 1;
        } else if let Some(head) = head_of_quotation(lines, i) {
            mark(&mut out, i, head.lines, Part::Quoted);
            i += head.lines;
            if head.takes_the_rest || !marked_follows(lines, i) {
                // Without marks, the quotation goes on to the end.
                mark(&mut out, i, lines.len(), Part::Quoted);
                break;
            }
        } else if begins_signature(line) {
            let length = signature_length(lines, i);
            mark(&mut out, i, length, Part::Signature);
            i += length;
        } else {
            i += 1;
        }
    }
    out
}

fn mark(out: &mut [Part], from: usize, count: usize, part: Part) {
    for slot in out.iter_mut().skip(from).take(count) {
        *slot = part;
    }
}

struct Head {
    lines: usize,
    takes_the_rest: bool,
}

/// Verbs at the end of `On Monday, Priya Nair <p@…> wrote:`, in the languages that reach an English school's mailbox.
const WROTE: [&str; 15] = [
    "wrote",
    "writes",
    "schrieb",
    "a écrit",
    "a écrit",
    "escribió",
    "ha scritto",
    "skrev",
    "escreveu",
    "kirjoitti",
    "schreef",
    "napisał",
    "написал",
    "ysgrifennodd",
    "пишет",
];

/// Words between dashes above an unmarked quotation.
const ORIGINAL: [&str; 16] = [
    "original message",
    "original email",
    "forwarded message",
    "reply message",
    "ursprüngliche nachricht",
    "message d'origine",
    "message original",
    "mensaje original",
    "messaggio originale",
    "mensagem original",
    "oprindelig meddelelse",
    "opprinnelig melding",
    "ursprungligt meddelande",
    "alkuperäinen viesti",
    "oorspronkelijk bericht",
    "begin forwarded message",
];

/// Names of the fields that Outlook writes above an unmarked quotation.
const FROM: [&str; 10] = ["from", "von", "de", "da", "fra", "från", "lähettäjä", "van", "oddiwrth", "от"];
const OTHERS: [&str; 26] = [
    "sent",
    "date",
    "to",
    "subject",
    "cc",
    "gesendet",
    "datum",
    "an",
    "betreff",
    "envoyé",
    "à",
    "objet",
    "enviado",
    "para",
    "asunto",
    "inviato",
    "oggetto",
    "sendt",
    "til",
    "emne",
    "skickat",
    "till",
    "ämne",
    "verzonden",
    "aan",
    "onderwerp",
];

fn head_of_quotation(lines: &[&str], at: usize) -> Option<Head> {
    let line = lines.get(at)?.trim();
    if line.is_empty() {
        return None;
    }
    let bare = line.trim_matches(['-', '_', '*', ' ', '=', ':']).to_lowercase();
    if ORIGINAL.contains(&bare.as_str()) && (line.starts_with(['-', '_', '=', '*']) || line.ends_with(':')) {
        return Some(Head { lines: 1, takes_the_rest: true });
    }
    if let Some(count) = attribution(lines, at) {
        return Some(Head { lines: count, takes_the_rest: false });
    }
    let rule = line.len() >= 5 && line.chars().all(|c| c == '_' || c == '-');
    let fields_at = if rule { at + 1 } else { at };
    field_block(lines, fields_at).map(|count| Head { lines: count + fields_at - at, takes_the_rest: true })
}

/// `On … wrote:`, which mail programs break over up to four lines.
fn attribution(lines: &[&str], at: usize) -> Option<usize> {
    let first = lines.get(at)?.trim();
    let mut joined = String::new();
    for count in 1..=4 {
        let line = lines.get(at + count - 1)?.trim();
        if line.is_empty() || line.starts_with('>') {
            return None;
        }
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(&line.to_lowercase());
        let ends = joined.ends_with(':') || joined.ends_with("wrote :") || joined.ends_with(" wrote");
        let verb = WROTE.iter().any(|verb| joined.contains(&format!(" {verb}")) || joined.starts_with(verb));
        let dated = joined.chars().any(|c| c.is_ascii_digit()) || joined.contains('@');
        if ends && verb && dated && joined.len() < 400 {
            return Some(count);
        }
        // Only a line that begins like one is followed further.
        let begins = [
            "on ", "le ", "am ", "el ", "il ", "op ", "den ", "em ", "ar ", "w dniu", "dnia", "vào", "pe ", "på ",
            "to ", "ma ", "ti ", "ke ", "la ", "su ",
        ];
        let begins = begins.iter().any(|start| first.to_lowercase().starts_with(start))
            || first.starts_with(|c: char| c.is_ascii_digit());
        if !begins {
            return None;
        }
    }
    None
}

/// `From: … Sent: … To: … Subject: …`: at least three of them, the first being the sender.
fn field_block(lines: &[&str], at: usize) -> Option<usize> {
    let name = |line: &str| {
        let bare = line.trim().trim_start_matches(['*', '>', ' ']);
        let (name, _) = bare.split_once(':')?;
        Some(name.trim_end_matches(['*', ' ', '\u{a0}']).to_lowercase())
    };
    if !FROM.contains(&name(lines.get(at)?)?.as_str()) {
        return None;
    }
    let mut found = 1;
    let mut last = at;
    for offset in 1..12 {
        let Some(line) = lines.get(at + offset) else { break };
        match name(line) {
            Some(field) if OTHERS.contains(&field.as_str()) || FROM.contains(&field.as_str()) => {
                found += 1;
                last = at + offset;
            }
            Some(_) | None if line.trim().is_empty() && found >= 3 => break,
            Some(_) | None => {}
        }
    }
    (found >= 3).then_some(last - at + 1)
}

/// Whether the next line with anything on it is marked as quoted.
fn marked_follows(lines: &[&str], at: usize) -> bool {
    lines.iter().skip(at).find(|line| !line.trim().is_empty()).is_some_and(|line| line.trim_start().starts_with('>'))
}

fn begins_signature(line: &str) -> bool {
    let bare = line.trim_end();
    if matches!(bare, "--" | "-- " | "—" | "__") {
        return true;
    }
    let lower = bare.trim().trim_start_matches(['-', '*', '<', '[', ' ']).to_lowercase();
    let sent_from = [
        "sent from my ",
        "sent from outlook",
        "sent from mail for",
        "sent from yahoo",
        "get outlook for ",
        "sent via ",
        "sent with ",
        "von meinem ",
        "envoyé de mon ",
        "anfonwyd o fy ",
    ];
    sent_from.iter().any(|start| lower.starts_with(start)) && lower.len() < 90
}

/// A signature ends where a quotation begins, or with the mail.
fn signature_length(lines: &[&str], at: usize) -> usize {
    let marked = lines.get(at).is_some_and(|line| line.trim_end() == "--" || line.starts_with("-- "));
    let mut count = 1;
    while let Some(line) = lines.get(at + count) {
        let quoted = line.trim_start().starts_with('>') || head_of_quotation(lines, at + count).is_some();
        // "Sent from my phone" is one line; what a person writes beneath it is writing.
        let ended = !marked && line.trim().is_empty();
        if quoted || ended {
            break;
        }
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_above_the_quotation_is_found() {
        assert_eq!(
            reply("Yes, I agree.\n\nOn Fri, 12 Mar 2027 at 09:00, Clerk <sle@h.example> wrote:\n> Do you agree?\n"),
            "Yes, I agree."
        );
        assert_eq!(reply("Yes.\n\n-----Original Message-----\nFrom: Clerk\nSent: Friday\nDo you agree?\n"), "Yes.");
        assert_eq!(
            reply(
                "Yes.\n\nFrom: Clerk <sle@h.example>\nSent: 12 March 2027 09:00\nTo: Head\nSubject: Reference\n\nDo you agree?\n"
            ),
            "Yes."
        );
        assert_eq!(
            reply("Yes.\n________________________________\nFrom: Clerk\nSent: today\nTo: me\nSubject: x\n\nold"),
            "Yes."
        );
    }

    #[test]
    fn answers_between_the_lines_are_kept() {
        let text = "On Friday 12 March 2027 Clerk wrote:\n> Do you support it?\nYes\n> How many days?\nSix\n";
        assert_eq!(reply(text), "Yes\nSix");
    }

    #[test]
    fn signatures_are_left_out() {
        assert_eq!(reply("Hello\n\n-- \nPriya Nair\nHead of Maths"), "Hello");
        assert_eq!(reply("Hello\n\nSent from my iPhone\n\n> old"), "Hello");
    }

    #[test]
    fn a_plain_mail_is_all_reply() {
        let text = "Dear clerk,\n\nI wrote to you on 3 March: no answer.\nFrom: here to there, it is far.\n\nPriya";
        assert_eq!(reply(text), text);
    }
}
