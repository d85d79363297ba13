//! The coordinators' daily letter: what waits, what is due, what came. Replying to it runs the office.

use super::coordinator_note::Item;
use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "digest",
    about: "To each coordinator at half past seven on school days, or weekly, when there is something new.",
    template: include_str!("../../templates/letters/digest.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Digest {
    pub name: String,
    /// `Monday 8 March 2027`.
    pub day: String,
    /// `3 things wait for you`.
    pub summary: String,
    /// Whether anything does.
    pub waits: bool,
    /// Whom the reader stands in for, where the letter is only about that; empty otherwise.
    pub deputy_for: String,
    /// Letters that are stuck, one sentence each.
    pub stuck: Vec<String>,
    /// Letters that came back: they have numbers, like everything that waits.
    pub bounces: Vec<Item>,
    pub items: Vec<Item>,
    /// How many more wait than are shown, in words; empty for none.
    pub more: String,
    pub due: Vec<Due>,
    /// What nobody has asked about and somebody ought to know, one sentence each.
    pub notes: Vec<String>,
    /// `2 applications`.
    pub came: Vec<String>,
    pub rounds: Vec<RoundChart>,
}

/// Something that falls due.
#[derive(Debug, Clone, Serialize)]
pub struct Due {
    pub when: String,
    pub what: String,
}

/// How far a round has come.
#[derive(Debug, Clone, Serialize)]
pub struct RoundChart {
    /// `SLE spring 2027 (open): 12 applications`.
    pub title: String,
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    pub label: String,
    /// Block characters, as many as fit the count.
    pub blocks: String,
    pub count: usize,
}

/// The longest bar, in characters: a phone shows about thirty.
const LONGEST_BAR: usize = 16;

impl RoundChart {
    pub fn new(title: String, counts: &[(&str, usize)]) -> Self {
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let length = |count: usize| {
            if most <= LONGEST_BAR { count } else { (count * LONGEST_BAR).div_ceil(most) }
        };
        let bars = counts
            .iter()
            .map(|(label, count)| Bar {
                label: (*label).to_owned(), blocks: "█".repeat(length(*count)), count: *count
            })
            .collect();
        Self { title, bars }
    }
}

impl Letter for Digest {
    const KIND: &'static LetterKind = &KIND;
}

impl Digest {
    /// The same as plain lines, for `do digest`.
    pub fn in_lines(&self) -> String {
        let mut lines = vec![format!("{}: {}.", self.day, self.summary)];
        let mut part = |head: &str, new: Vec<String>| {
            if !new.is_empty() {
                lines.push(String::new());
                lines.push(head.to_owned());
                lines.extend(new.into_iter().map(|line| format!("  {line}")));
            }
        };
        part("Letters that are stuck or came back", self.stuck.clone());
        let items = self.bounces.iter().chain(&self.items);
        part(
            "Waiting for a decision",
            items
                .map(|item| {
                    let waiting = if item.waiting.is_empty() { String::new() } else { format!(", {}", item.waiting) };
                    format!("{} ({}{waiting})", item.question, item.about)
                })
                .collect(),
        );
        part("What is due next", self.due.iter().map(|due| format!("{}: {}", due.when, due.what)).collect());
        part("Worth knowing", self.notes.clone());
        part("What came", self.came.clone());
        for round in &self.rounds {
            let width = round.bars.iter().map(|bar| bar.label.chars().count()).max().unwrap_or(0);
            let bars = round.bars.iter().map(|bar| format!("{:<width$}  {} {}", bar.label, bar.blocks, bar.count));
            part(&round.title, bars.collect());
        }
        lines.join("\n")
    }
}

fn samples() -> Vec<serde_json::Value> {
    let item = |number, question: &str, hints: &str, about: &str, waiting: &str| Item {
        number,
        question: question.into(),
        about: about.into(),
        hints: hints.into(),
        waiting: waiting.into(),
    };
    let full = Digest {
        name: "Ruth Adeyemi".into(),
        day: "Monday 22 March 2027".into(),
        summary: "3 things wait for you".into(),
        waits: true,
        deputy_for: String::new(),
        stuck: vec!["L31, acknowledgement to t.reed@oakfield.example: refused (550 no such mailbox). `resend L31` tries it again, `drop L31 because …` gives it up.".into()],
        bounces: vec![item(
            1,
            "A letter came back (reference-request, to head@oakfield.example). Is the address right?",
            "1 done · 1 hold",
            "SLE-2027-0002, R7",
            "",
        )],
        items: vec![
            item(
                2,
                "Sian Lewis (SLE-2027-0003) sent another form after the closing. Should it count?",
                "2 accept because … · 2 done · 2 hold",
                "R9",
                "waiting for 3 school days",
            ),
            item(3, "A mail from parent@home.example (“Complaint”) that I could not place. Please answer it, or leave it.", "3 done · 3 hold", "R11", ""),
        ],
        more: "2 more".into(),
        due: vec![
            Due { when: "6pm on Friday 26 March 2027".into(), what: "SLE spring 2027: applications close".into() },
            Due { when: "12 to 14 April 2027".into(), what: "SLE spring 2027: interviews".into() },
        ],
        notes: vec!["SLE: 5 people have not taken “Core training day” yet, and none is set. “training sle core …” sets one and invites them.".into()],
        came: vec!["4 applications".into(), "1 enquiry".into()],
        rounds: vec![RoundChart::new(
            "SLE spring 2027 (open): 31 applications".into(),
            &[("Complete", 18), ("Awaiting reference", 8), ("Incomplete", 4), ("Withdrawn", 1)],
        )],
    };
    let quiet = Digest {
        summary: "nothing waits for you".into(),
        waits: false,
        stuck: vec![],
        bounces: vec![],
        items: vec![],
        more: String::new(),
        due: vec![],
        notes: vec![],
        rounds: vec![],
        ..full.clone()
    };
    let deputy = Digest {
        name: "Sam Okoro".into(),
        summary: "one thing waits for you".into(),
        deputy_for: "Ruth Adeyemi".into(),
        stuck: vec![],
        bounces: vec![],
        notes: vec![],
        came: vec![],
        ..full.clone()
    };
    vec![sample(&full), sample(&quiet), sample(&deputy)]
}
