//! Somebody asks how to apply: the answer is the information pack with the blank form.

use super::Arrival;
use crate::config::Programme;
use crate::decision::{Decision, MailKind};
use crate::domain::change::Change;
use crate::domain::facts::SentLetter;
use crate::domain::window::{Phase, Window};
use crate::forms::Kind;
use crate::letters::information_pack::InformationPack;
use crate::letters::which_programme::{self, RoundWords, WhichProgramme};
use crate::letters::window_closed::WindowClosed;
use crate::letters::{Draft, Enclosure, ProgrammeWords, WindowWords, greeting, words};
use jiff::Timestamp;

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

/// Words of a mail that is about applying, though it names no programme.
const APPLIES: [&str; 10] = [
    "apply",
    "applying",
    "application form",
    "application forms",
    "application pack",
    "application process",
    "information pack",
    "applications open",
    "next round",
    "closing date",
];

/// Things that one applies for and that are none of ours.
const NOT_OURS: [&str; 12] = [
    "job",
    "jobs",
    "vacancy",
    "vacancies",
    "admission",
    "admissions",
    "school place",
    "grant",
    "placement",
    "volunteer",
    "licence",
    "planning",
];

/// Our letters that leave somebody to say which programme they mean.
const OFFERING: [&str; 3] = ["which-programme", "window-closed", "information-pack"];
/// A choice is a word or two; whoever writes more has something to say to a person.
const LONGEST_CHOICE: usize = 12;
/// More packs than this are no help: the letter that sets the programmes side by side is.
const MOST_PACKS: usize = 2;

/// What a mail asks about.
enum Asked<'a> {
    These(Vec<&'a Programme>),
    /// How to apply, and not for what.
    Anything,
}

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let asked = match asked(arrival)? {
        Asked::These(named) => {
            // Whoever has applied already does not want the pack but an answer about the application.
            let applied = |programme: &Programme| {
                arrival.facts.applications.iter().any(|a| a.programme == programme.id && a.belongs_to(sender))
            };
            let new: Vec<&Programme> = named.into_iter().filter(|programme| !applied(programme)).collect();
            let wanted = new.into_iter().filter(|programme| !has_had_enough(arrival, programme));
            Asked::These(wanted.collect())
        }
        Asked::Anything => {
            let known = arrival.facts.applications.iter().any(|application| application.belongs_to(sender));
            if known || !mail.reading.attachments.iter().all(|attachment| attachment.inline) {
                return None;
            }
            Asked::Anything
        }
    };
    let mut decision = Decision::new(MailKind::Enquiry);
    match asked {
        Asked::These(programmes) if programmes.is_empty() => return None,
        Asked::These(programmes) if programmes.len() > MOST_PACKS => choice(arrival, &programmes, &mut decision)?,
        Asked::These(programmes) => {
            for programme in &programmes {
                answer(arrival, programme, &programmes, &mut decision);
            }
        }
        Asked::Anything => {
            let all: Vec<&Programme> = mail.config.programmes.values().collect();
            choice(arrival, &all, &mut decision)?;
        }
    }
    Some(decision)
}

/// Whether the sender has had as many letters about a programme this week as policy allows.
fn has_had_enough(arrival: &Arrival<'_>, programme: &Programme) -> bool {
    let of_it = |letter: &&SentLetter| {
        matches!(letter.letter.as_str(), "information-pack" | "window-closed")
            && match &letter.case {
                Some(case) => case.prefix() == programme.case_prefix,
                None => letter.purpose.ends_with(&format!(":{}", programme.id)),
            }
    };
    let had = arrival.facts.recent.iter().filter(of_it).count();
    had >= usize::try_from(programme.enquiries.packs_a_week.max(1)).unwrap_or(1)
}

/// One programme's answer: its pack, or, while none of its rounds is open or announced, that the name is noted.
fn answer(arrival: &Arrival<'_>, programme: &Programme, asked: &[&Programme], decision: &mut Decision) {
    let mail = arrival.mail;
    let Some(sender) = mail.sender() else { return };
    decision.because(format!("It asks about {} and carries no form.", programme.short_name));
    let name = greeting(mail.sender_name());
    let purpose = |letter: &str| format!("{letter}:message:{}:{}", mail.message, programme.id);
    let draft = match current(arrival, programme) {
        Some(window) => {
            decision.because(format!(
                "The round {} is {}: the information pack goes out with the blank form.",
                window.name,
                if window.phase(arrival.now) == Phase::Open { "open" } else { "announced" }
            ));
            Draft::new(
                &pack(programme, window, name, arrival),
                sender.clone(),
                mail.sender_name(),
                purpose("information-pack"),
            )
            .enclosing(blank(programme))
        }
        None => {
            decision.because("No round is open or announced: the name is noted for the next one.");
            decision.changes.push(Change::InterestNoted {
                programme: programme.id.clone(),
                email: sender.clone(),
                name: mail.sender_name().to_owned(),
            });
            let others = mail.config.programmes.values().filter(|other| !asked.iter().any(|one| one.id == other.id));
            let letter = WindowClosed {
                name,
                programme: ProgrammeWords::of(programme),
                case: None,
                received: words::stamp(programme, mail.received_at),
                elsewhere: open_rounds(arrival, others),
            };
            Draft::new(&letter, sender.clone(), mail.sender_name(), purpose("window-closed"))
        }
    };
    decision.letters.push(draft.answering(mail.thread()));
}

/// The letter that says what can be applied for, with the forms of what is open: somebody may have no time left to ask again.
/// Nothing while nothing is open or announced.
fn choice(arrival: &Arrival<'_>, among: &[&Programme], decision: &mut Decision) -> Option<()> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let before = arrival.facts.recent.iter().filter(|letter| letter.letter == which_programme::KIND.name).count();
    let rounds = rounds(arrival, among.iter().copied());
    if rounds.is_empty() || before >= MOST_PACKS {
        return None;
    }
    decision.because("It asks how to apply, and not for which programme: it is told what is open, with the forms.");
    let letter = WhichProgramme { name: greeting(mail.sender_name()), one: rounds.len() == 1, rounds };
    let purpose = format!("which-programme:message:{}", mail.message);
    let mut draft = Draft::new(&letter, sender.clone(), mail.sender_name(), purpose).answering(mail.thread());
    for programme in among
        .iter()
        .filter(|programme| current(arrival, programme).is_some_and(|window| window.phase(arrival.now) == Phase::Open))
    {
        draft = draft.enclosing(blank(programme));
    }
    decision.letters.push(draft);
    Some(())
}

fn blank(programme: &Programme) -> Enclosure {
    Enclosure::BlankForm { programme: programme.id.clone(), form: programme.form.definition.id.clone() }
}

/// The round of a programme that somebody can apply in: the open one that closes first, else the next that opens.
fn current<'a>(arrival: &Arrival<'a>, programme: &Programme) -> Option<&'a Window> {
    let of = |phase: Phase| {
        let windows = arrival.facts.windows.iter();
        windows.filter(move |window| window.programme == programme.id && window.phase(arrival.now) == phase)
    };
    of(Phase::Open).min_by_key(|w| w.closes()).or_else(|| of(Phase::Announced).min_by_key(|w| w.opens()))
}

/// What can be applied for now or soon.
fn rounds<'a>(arrival: &Arrival<'_>, programmes: impl Iterator<Item = &'a Programme>) -> Vec<RoundWords> {
    let of = |programme: &Programme| {
        let window = current(arrival, programme)?;
        let words = RoundWords {
            programme: ProgrammeWords::of(programme),
            // `Lead Practitioner (Lead Practitioner)` says nothing twice.
            abbreviated: programme.short_name != programme.role,
            for_whom: programme.enquiries.for_whom.clone(),
            window: WindowWords::of(window),
            open: window.phase(arrival.now) == Phase::Open,
            time_left: words::time_left(window, arrival.now),
            form: format!("{}.docx", programme.form.definition.id),
        };
        Some((window.phase(arrival.now), window.closes(), words))
    };
    let mut found: Vec<(Phase, Timestamp, RoundWords)> = programmes.filter_map(of).collect();
    // What is open comes first, and of that what closes first.
    found.sort_by_key(|(phase, closes, _)| (*phase != Phase::Open, *closes));
    found.into_iter().map(|(_, _, round)| round).collect()
}

/// Rounds of other programmes that are open, for somebody whose own is not.
pub(super) fn open_rounds<'a>(
    arrival: &Arrival<'_>,
    programmes: impl Iterator<Item = &'a Programme>,
) -> Vec<RoundWords> {
    rounds(arrival, programmes).into_iter().filter(|round| round.open).collect()
}

fn asked<'a>(arrival: &Arrival<'a>) -> Option<Asked<'a>> {
    let mail = arrival.mail;
    let offered = arrival.facts.answered.iter().any(|letter| OFFERING.contains(&letter.letter.as_str()));
    // An answer to a letter of ours is a conversation, and a person's; unless it only says which programme it is.
    let conversation = !arrival.facts.answered.is_empty();
    let reply = folded(&mail.reply);
    if conversation && !(offered && reply.split(' ').count() <= LONGEST_CHOICE) {
        return None;
    }
    // The subject of an answer is ours, and names what we wrote about.
    let text =
        if conversation { format!(" {reply} ") } else { format!(" {} {reply} ", folded(&mail.reading.mail.subject)) };
    let holds = |words: &str| text.contains(&format!(" {} ", folded(words)));
    // An enquiry is short; a long mail has more to say than a form can answer.
    if text.split(' ').count() >= 260 || NOT_FOR_A_MACHINE.iter().any(|words| holds(words)) {
        return None;
    }
    let named: Vec<&Programme> =
        mail.config.programmes.values().filter(|programme| is_named(programme, &text)).collect();
    if conversation {
        // “Thank you, and what does an LLE do?” is a question.
        let plain = !named.is_empty() && !mail.reply.contains('?');
        return plain.then_some(Asked::These(named));
    }
    if !named.is_empty() {
        return ASKS.iter().any(|words| holds(words)).then_some(Asked::These(named));
    }
    let about_applying = APPLIES.iter().any(|words| holds(words)) && !NOT_OURS.iter().any(|words| holds(words));
    about_applying.then_some(Asked::Anything)
}

/// Whether folded words name a programme.
pub(super) fn is_named(programme: &Programme, text: &str) -> bool {
    let holds = |words: &str| !words.trim().is_empty() && text.contains(&format!(" {} ", folded(words)));
    let own = [&programme.name, &programme.role, &programme.short_name];
    programme.enquiries.about.iter().chain(own).any(|name| holds(name))
}

/// Lower case, words separated by single blanks.
pub(super) fn folded(text: &str) -> String {
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
        .filter(|f| f.kind == Kind::Essay && f.required)
        .map(|f| f.max_words)
        .collect();
    let limit = essays.first().copied().flatten().filter(|first| essays.iter().all(|other| *other == Some(*first)));
    let names: Vec<String> = programme.specialisms.iter().map(|s| s.name.clone()).collect();
    let specialisms = if names.is_empty() { String::new() } else { format!("{}.", crate::domain::listed(&names)) };
    InformationPack {
        name,
        programme: ProgrammeWords::of(programme),
        window: WindowWords::of(window),
        open: window.phase(arrival.now) == Phase::Open,
        time_left: words::time_left(window, arrival.now),
        support: words::supporters(programme),
        questions: in_words(essays.len()),
        words: limit,
        specialisms,
    }
}

fn in_words(number: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}
