//! Replies with quotations and signatures in ten languages.

use super::{assert_only, corpus, table};
use alliance_clerk::understand::quotes::{self, Part};
use std::path::Path;

/// Where the clerk means to read a reply otherwise than the table.
const MEANT: &[(&str, &str)] = &[
    ("email_2.txt", "the table ends the reply at the first quotation; what is written beneath it is an answer too"),
    ("email_7.txt", "an unmarked line between marked ones may be an answer, even if here it is a broken quotation"),
    ("email_8.txt", "the same"),
    ("email_15.txt", "words beneath `Sent from my …` and a gap may be a person's; nothing marks them as quoted"),
    ("email_german_3.txt", "the same, beneath `Gesendet von Outlook`"),
    ("email_emoji.txt", "the table shows the name and post beneath a dash; to us they are a signature"),
    ("email_not_a_signature.txt", "`Sincerely,` and a name: a signature to us, though the table knows only `Regards,`"),
];

/// The same words, whatever blanks stand at the ends of lines.
fn bare(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// What is not the reply: quotation and signature.
fn hidden(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let parts = quotes::parts(&lines);
    let hidden: Vec<&str> = lines.iter().zip(parts).filter(|(_, p)| *p != Part::Reply).map(|(line, _)| *line).collect();
    hidden.join("\n")
}

/// What speaks against a stated fact; `None` where it holds or says nothing that we tell apart.
fn against(text: &str, check: &str, value: &str) -> Option<String> {
    let reply = quotes::reply(text);
    let holds = match check {
        "reply_exact" | "reply_trimmed" | "visible_exact" | "visible_trimmed" => bare(&reply) == bare(value),
        "fragment0_contains" => reply.contains(value),
        "fragment0_starts_with" => reply.starts_with(value),
        "fragment0_has_line_starting" => reply.lines().any(|line| line.starts_with(value)),
        "fragment1_contains" | "quoted_contains" => hidden(text).contains(value),
        "fragment1_starts_with" | "fragment3_starts_with" | "fragment5_starts_with" | "fragment1_has_line_starting" => {
            hidden(text).lines().any(|line| value.lines().next().is_some_and(|first| line.starts_with(first)))
        }
        // The text after a quotation, by a person again.
        "fragment2_starts_with" => reply.lines().any(|line| line.starts_with(value)),
        "fragments" if value == "1" => bare(&reply) == bare(text),
        "some_fragment_is_signature" => quotes::parts(&text.lines().collect::<Vec<_>>()).contains(&Part::Signature),
        // What is quoted and what is hidden follows from the texts above.
        _ => return None,
    };
    (!holds).then(|| format!("{check} = {value:?}, but the reply is {reply:?}"))
}

#[test]
fn the_reply_is_told_from_what_it_answers() {
    let Some(folder) = corpus("replies") else { return };
    let mut stated = 0;
    let mut found = vec![];
    for row in table(&folder.join("expected.tsv")) {
        let [file, check, value] = row.as_slice() else { panic!("a row of three cells: {row:?}") };
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        stated += usize::from(check != "none");
        if let Some(why) = against(&text, check, value) {
            found.push((file.trim_start_matches("messages/").to_owned(), why));
        }
    }
    let exact = exact_replies(&folder, &mut found);
    let files: std::collections::BTreeSet<_> = found.iter().map(|(file, _)| file).collect();
    println!("{stated} stated facts and {exact} exact replies, disagreement in {} of 84 texts", files.len());
    assert_only(&found, MEANT);
}

/// Compares the replies that are stated in full; gives their number.
fn exact_replies(folder: &Path, found: &mut Vec<(String, String)>) -> usize {
    let expected = super::files(&folder.join("expected"));
    for file in &expected {
        let text = std::fs::read_to_string(folder.join("messages").join(super::name(file))).unwrap();
        let reply = quotes::reply(&text);
        if bare(&reply) != bare(&std::fs::read_to_string(file).unwrap()) {
            found.push((super::name(file).to_owned(), format!("the whole reply differs: {reply:?}")));
        }
    }
    expected.len()
}
