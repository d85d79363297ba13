//! Somebody asks how to apply: the answer is the information pack with the blank form.

use super::Arrival;
use crate::config::Programme;
use crate::decision::{Decision, MailKind};
use crate::domain::change::Change;
use crate::domain::window::{Phase, Window};
use crate::forms::Kind;
use crate::letters::information_pack::InformationPack;
use crate::letters::window_closed::WindowClosed;
use crate::letters::{Draft, Enclosure, ProgrammeWords, WindowWords, greeting, words};

/// Words that show interest in applying. A mail must name the programme and hold one of these, or ask for the form.
const ASKS: [&str; 26] = [
    "apply",
    "applying",
    "applicant",
    "application form",
    "application pack",
    "application process",
    "applications",
    "form",
    "interested",
    "interest in",
    "information",
    "details",
    "find out",
    "how do i",
    "how can i",
    "how to",
    "would like to know",
    "more about",
    "become",
    "becoming",
    "when does",
    "when is",
    "closing date",
    "deadline",
    "recruit",
    "recruitment",
];

/// Words that make it something for a person, whatever else the mail says.
const NOT_FOR_A_MACHINE: [&str; 23] = [
    "invoice",
    "complain",
    "complaint",
    "withdraw",
    "withdrawing",
    "unsubscribe",
    "appeal",
    "feedback",
    "refund",
    "payment",
    "legal",
    "solicitor",
    "data protection",
    "subject access",
    "freedom of information",
    "safeguarding",
    "reference for",
    "my reference",
    "deployment",
    "disability",
    "adjustment",
    "seo",
    "marketing",
];

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let programme = mail.config.programmes.values().find(|programme| asks(arrival, programme))?;
    // Whoever has applied already does not want the pack but an answer about the application.
    if arrival.facts.applications.iter().any(|application| application.belongs_to(sender)) {
        return None;
    }
    let packs = arrival
        .facts
        .recent
        .iter()
        .filter(|letter| matches!(letter.letter.as_str(), "information-pack" | "window-closed"))
        .count();
    if packs >= usize::try_from(programme.enquiries.packs_a_week.max(1)).unwrap_or(1) {
        return None;
    }
    let mut decision = Decision::new(MailKind::Enquiry);
    decision.because(format!("It asks about {} and carries no form.", programme.short_name));
    let name = greeting(mail.sender_name());
    let windows = arrival.facts.windows_of(&programme.id);
    let open = windows.iter().filter(|w| w.phase(arrival.now) == Phase::Open).min_by_key(|w| w.closes());
    let coming = windows.iter().filter(|w| w.phase(arrival.now) == Phase::Announced).min_by_key(|w| w.opens());
    let purpose = |letter: &str| format!("{letter}:message:{}", mail.message);
    let draft = match open.or(coming) {
        Some(window) => {
            decision.because(format!(
                "The round {} is {}: the information pack goes out with the blank form.",
                window.name,
                if open.is_some() { "open" } else { "announced" }
            ));
            Draft::new(
                &pack(programme, window, name, arrival),
                sender.clone(),
                mail.sender_name(),
                purpose("information-pack"),
            )
            .enclosing(Enclosure::BlankForm {
                programme: programme.id.clone(),
                form: programme.form.definition.id.clone(),
            })
        }
        None => {
            decision.because("No round is open or announced: the name is noted for the next one.");
            decision.changes.push(Change::InterestNoted {
                programme: programme.id.clone(),
                email: sender.clone(),
                name: mail.sender_name().to_owned(),
            });
            let letter = WindowClosed {
                name,
                programme: ProgrammeWords::of(programme),
                case: None,
                received: words::stamp(programme, mail.received_at),
            };
            Draft::new(&letter, sender.clone(), mail.sender_name(), purpose("window-closed"))
        }
    };
    decision.letters.push(draft.answering(mail.thread()));
    Some(decision)
}

fn asks(arrival: &Arrival<'_>, programme: &Programme) -> bool {
    let mail = arrival.mail;
    // An answer to a letter of ours is a conversation, and a person's.
    if !arrival.facts.answered.is_empty() {
        return false;
    }
    let text = format!(" {} {} ", folded(&mail.reading.mail.subject), folded(&mail.reply));
    let holds = |words: &str| text.contains(&format!(" {} ", folded(words)));
    // An enquiry is short; a long mail has more to say than a form can answer.
    let short = text.split(' ').count() < 260;
    let named =
        programme.enquiries.about.iter().any(|name| holds(name)) || holds(&programme.name) || holds(&programme.role);
    short && named && ASKS.iter().any(|words| holds(words)) && !NOT_FOR_A_MACHINE.iter().any(|words| holds(words))
}

/// Lower case, words separated by single blanks.
fn folded(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn pack(programme: &Programme, window: &Window, name: String, arrival: &Arrival<'_>) -> InformationPack {
    let essays: Vec<Option<usize>> = programme
        .form
        .definition
        .fields_by(crate::forms::Party::Applicant)
        .filter(|f| f.kind == Kind::Essay)
        .map(|f| f.max_words)
        .collect();
    let limit = essays.first().copied().flatten().filter(|first| essays.iter().all(|other| *other == Some(*first)));
    let names: Vec<&str> = programme.specialisms.iter().map(|s| s.name.as_str()).collect();
    let specialisms = match names.split_last() {
        Some((last, [])) => format!("{last}."),
        Some((last, others)) => format!("{} and {last}.", others.join(", ")),
        None => String::new(),
    };
    InformationPack {
        name,
        programme: ProgrammeWords::of(programme),
        window: WindowWords::of(window),
        open: window.phase(arrival.now) == Phase::Open,
        time_left: words::time_left(window, arrival.now),
        questions: in_words(essays.len()),
        words: limit,
        specialisms,
    }
}

fn in_words(number: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}
