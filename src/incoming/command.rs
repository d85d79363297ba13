//! A coordinator's commands: a reply to a digest, or `digest` alone.
//!
//! Three things must come together (invariant 6): a configured coordinator's address, our own server's word that the mail
//! comes from there, and a letter of ours to that very address that is answered. What the commands do is not decided here:
//! each is carried out within the mail's transaction, one after the other, because each sees what those before changed.

mod lines;

use super::{Arrival, attendance};
use crate::config::{Coordinator, Trust};
use crate::decision::{Decision, MailKind, Meaning, OrderLine, Orders};
use crate::domain::facts::DigestItem;
use crate::letters::coordinator_note::hints;
use crate::letters::{command_answer, find};
use crate::understand::authenticity;
use jiff::Timestamp;
use lines::{Line, Lines};
use serde_json::json;

/// Where nothing in a mail is a command, it may be a robot's: it is not answered after so many answers within a day.
const MOST_PUZZLED_ANSWERS: usize = 2;

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    // An out-of-office note answers the digest, too, and commands nothing.
    if mail.automatic.is_some() {
        return None;
    }
    let coordinator = mail.config.coordinator(sender);
    let to_office = arrival.facts.answered.iter().find(|l| find(&l.letter).is_some_and(|kind| kind.is_for_office()));
    let Some(coordinator) = coordinator else {
        return to_office.and_then(|letter| from_elsewhere(arrival, letter.to.as_str()));
    };
    let read = lines::read(&mail.reply, &mail.vocabulary, &coordinator.name);
    let token = arrival
        .facts
        .answered
        .iter()
        .any(|letter| letter.to == *sender && find(&letter.letter).is_some_and(|kind| kind.is_for_office()));
    // A coordinator may write about other things, and may apply.
    let is_attempt =
        if mail.forms.is_empty() { token || begins_with_command(&read) } else { token && read.any_known() };
    if !is_attempt {
        return None;
    }
    let policy = &mail.config.clerk.mailbox;
    let fields = &mail.reading.mail.authentication;
    let confirmed = match policy.trust {
        Trust::All => Ok(()),
        Trust::Server => authenticity::confirmed(fields, &policy.authserv_id, sender),
    };
    if let Err(doubt) = confirmed {
        return Some(unconfirmed(arrival, coordinator, &read, &doubt.to_string()));
    }
    let asks_for_digest =
        matches!(read.lines.as_slice(), [(_, Line::Command(line))] if line.eq_ignore_ascii_case("digest"));
    if !read.lines.is_empty() && !read.any_known() && puzzled_before(arrival) >= MOST_PUZZLED_ANSWERS {
        return None;
    }
    Some(carried_out(arrival, coordinator, read, token || asks_for_digest))
}

/// Whether the first words that were meant for us are a command. A mail that merely begins with a number is not.
fn begins_with_command(read: &Lines) -> bool {
    match read.lines.first() {
        Some((said, Line::Item { .. })) => said.split_whitespace().count() <= 6,
        Some((_, Line::Code(_) | Line::Help | Line::Command(_))) => true,
        Some((_, Line::Unknown(_))) | None => false,
    }
}

fn puzzled_before(arrival: &Arrival<'_>) -> usize {
    let yesterday = arrival.now.as_second() - 86_400;
    let recent = |created: Timestamp| created.as_second() > yesterday;
    let answers = arrival.facts.recent.iter().filter(|letter| letter.letter == command_answer::KIND.name);
    answers.filter(|letter| recent(letter.created_at)).count()
}

fn carried_out(arrival: &Arrival<'_>, coordinator: &Coordinator, read: Lines, may: bool) -> Decision {
    let mail = arrival.mail;
    let mut decision = Decision::new(MailKind::Command);
    decision.because(format!("{} wrote it: the address is a coordinator's, and it is confirmed.", coordinator.name));
    if !may {
        decision.because("It does not answer a digest of ours, so that none of its commands is carried out.");
    }
    let stopped = read.stopped;
    let lines: Vec<OrderLine> = read
        .lines
        .into_iter()
        .map(|(said, line)| {
            let meaning = if may {
                meaning(arrival, line)
            } else {
                Meaning::Answer("I take commands only in a reply to a digest, or to another letter of mine to you: it shows that the digest has reached you. Write “digest” alone for a fresh one.".to_owned())
            };
            OrderLine { said, meaning }
        })
        .collect();
    decision.facts = json!({
        "by": coordinator.name,
        "lines": lines.iter().map(|line| json!({ "said": line.said, "means": line.meaning.in_words() })).collect::<Vec<_>>(),
    });
    if lines.is_empty() {
        decision.because("There is nothing in it besides courtesies: nothing is done, and nothing answered.");
        return decision;
    }
    decision.orders = Some(Orders {
        by: coordinator.name.clone(),
        to: coordinator.email.clone(),
        topic: topic(&mail.reading.mail.subject),
        thread: mail.thread(),
        lines,
        stopped,
        files: attendance::minutes::offered(mail).files,
    });
    decision
}

/// What a line stands for, as far as the digest that it answers tells.
fn meaning(arrival: &Arrival<'_>, line: Line) -> Meaning {
    let items = numbers(arrival);
    match line {
        Line::Command(line) => match items.as_slice() {
            // `done` alone, where there is only one question.
            [only] if !only.closed && leaves_question_open(&line) => match expand(only, &line) {
                Some(line) => Meaning::Command { line, settles: Some(only.review.id) },
                None => Meaning::Command { line, settles: None },
            },
            _ => Meaning::Command { line, settles: None },
        },
        Line::Code(code) => Meaning::Code(code),
        Line::Help => Meaning::Help,
        Line::Unknown(words) => match items.as_slice() {
            // With one question there is no doubt which is meant.
            [only] if !only.closed => match expand(only, &words) {
                Some(line) => Meaning::Command { line, settles: Some(only.review.id) },
                None => Meaning::Unknown(words),
            },
            _ => Meaning::Unknown(words),
        },
        Line::Item { number, words } => {
            let Some(item) = items.iter().find(|item| item.number == number) else {
                let there_are = match items.iter().map(|item| item.number).max() {
                    Some(most) => format!("its numbers go up to {most}"),
                    None => "it has no numbers".to_owned(),
                };
                return Meaning::Answer(format!("There is no {number} in the letter that you answer: {there_are}."));
            };
            if item.closed {
                return Meaning::Answer(format!("{number} was decided already: {}.", item.decided));
            }
            match expand(item, &words) {
                Some(line) => Meaning::Command { line, settles: Some(item.review.id) },
                None => {
                    let may = hints(number, &item.review.actions).replace(" · ", ", ");
                    let what = if words.is_empty() {
                        "What about it?".to_owned()
                    } else {
                        format!("I did not understand “{words}”.")
                    };
                    Meaning::Answer(format!("{what} {number} may be answered with: {may}."))
                }
            }
        }
    }
}

/// `done` or `hold until 12 April`, without the number of a question.
fn leaves_question_open(line: &str) -> bool {
    let mut words = line.split_whitespace().map(str::to_lowercase);
    let verb = words.next().unwrap_or_default();
    let next = words.next().unwrap_or_default();
    let numbered = next.trim_start_matches('r').starts_with(|c: char| c.is_ascii_digit());
    matches!(verb.as_str(), "done" | "hold") && next != "all" && !numbered
}

/// The numbers of the nearest letter of ours to this reader that is answered and has any.
fn numbers<'a>(arrival: &Arrival<'a>) -> Vec<&'a DigestItem> {
    let sender = arrival.mail.sender();
    let nearest = arrival
        .facts
        .answered
        .iter()
        .filter(|letter| Some(&letter.to) == sender)
        .find(|letter| arrival.facts.digest_items.iter().any(|item| item.digest == letter.purpose));
    let of = |item: &&DigestItem| nearest.is_some_and(|letter| letter.purpose == item.digest);
    arrival.facts.digest_items.iter().filter(of).collect()
}

/// The command that words about a numbered question stand for.
fn expand(item: &DigestItem, words: &str) -> Option<String> {
    let after = |verb: &str| {
        let start = words.get(..verb.len())?;
        let rest = words.get(verb.len()..)?;
        let whole = start.eq_ignore_ascii_case(verb) && (rest.is_empty() || rest.starts_with([' ', ',', ':', ';']));
        whole.then(|| rest.trim_start_matches([' ', ',', ':', ';']))
    };
    // The longest verb first: `accept in part` before `accept`.
    let mut actions: Vec<_> = item.review.actions.iter().filter(|action| action.verb != "*").collect();
    actions.sort_by_key(|action| std::cmp::Reverse(action.verb.len()));
    for action in actions {
        let Some(rest) = after(&action.verb) else { continue };
        if let Some(line) = filled(&action.command, rest) {
            return Some(line);
        }
    }
    let id = item.review.id;
    if let Some(rest) = after("done") {
        return Some(format!("done R{id} {rest}").trim_end().to_owned());
    }
    if let Some(rest) = after("hold") {
        return Some(format!("hold R{id} {rest}").trim_end().to_owned());
    }
    let any = item.review.actions.iter().find(|action| action.verb == "*");
    any.filter(|_| !words.is_empty()).and_then(|action| filled(&action.command, words))
}

/// A command with its `…` filled in; a command without one takes nothing more.
fn filled(command: &str, rest: &str) -> Option<String> {
    let Some(before) = command.trim_end().strip_suffix('…').map(str::trim_end) else {
        return rest.is_empty().then(|| command.to_owned());
    };
    // `1 accept because …`, where the command says "because" itself.
    let last = before.rsplit(' ').next().unwrap_or("");
    let said_twice = rest.split_once(' ').filter(|(first, _)| first.eq_ignore_ascii_case(last)).map(|(_, rest)| rest);
    Some(format!("{before} {}", said_twice.unwrap_or(rest)).trim_end().to_owned())
}

/// The mail says that it is a coordinator's, and our server does not confirm it: nothing is done, nobody is answered.
fn unconfirmed(arrival: &Arrival<'_>, coordinator: &Coordinator, read: &Lines, doubt: &str) -> Decision {
    let mut decision = Decision::new(MailKind::Command);
    let said = quoted(read);
    decision.facts = json!({ "by": null, "lines": said, "unconfirmed": doubt });
    decision.because(format!(
        "It looks like commands of {}, but {doubt}: nothing is done, nobody is answered.",
        coordinator.name
    ));
    let commands = if said.is_empty() { String::new() } else { format!(" (“{}”)", said.join("; ")) };
    decision.ask(
        format!("unconfirmed-command:{}", arrival.mail.message),
        format!(
            "A mail that says it is from {} gave commands{commands}; {doubt}. Nothing was done, and nobody was answered. If it was you, give the command on the clerk’s machine, or have our mail server looked at.",
            coordinator.name
        ),
        None,
    );
    decision
}

/// The first of its lines, short enough to be shown.
fn quoted(read: &Lines) -> Vec<String> {
    read.lines.iter().map(|(said, _)| said.chars().take(80).collect()).take(3).collect()
}

/// A digest answered from an address that is no coordinator's.
fn from_elsewhere(arrival: &Arrival<'_>, to: &str) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if !mail.forms.is_empty() {
        return None;
    }
    let read = lines::read(&mail.reply, &mail.vocabulary, mail.sender_name());
    if !read.any_known() {
        return None;
    }
    let mut decision = Decision::new(MailKind::Command);
    let said = quoted(&read);
    decision.facts = json!({ "by": null, "lines": said });
    decision
        .because("It answers a letter to a coordinator, but its sender is none: nothing is done, nobody is answered.");
    decision.ask(
        format!("unconfirmed-command:{}", mail.message),
        format!(
            "A mail from {sender} answers a letter that went to {to} and gives commands (“{}”). Commands are taken only from the coordinators’ own addresses: nothing was done, and nobody was answered.",
            said.join("; ")
        ),
        None,
    );
    Some(decision)
}

/// A subject without the marks that mail programs put before it.
fn topic(subject: &str) -> String {
    let mut rest = subject.trim();
    while let Some((mark, after)) = rest.split_once(':') {
        if !matches!(mark.trim().to_lowercase().as_str(), "re" | "fw" | "fwd" | "aw" | "sv") {
            break;
        }
        rest = after.trim_start();
    }
    if rest.is_empty() { "your commands".to_owned() } else { rest.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commands_gap_is_filled_with_what_was_said() {
        assert_eq!(
            filled("admit SLE-2027-0003 because …", "because the mail was down").as_deref(),
            Some("admit SLE-2027-0003 because the mail was down")
        );
        assert_eq!(filled("admit SLE-2027-0003 because …", "").as_deref(), Some("admit SLE-2027-0003 because"));
        assert_eq!(
            filled("interview SLE-2027-0003 …", "12 April 14:00").as_deref(),
            Some("interview SLE-2027-0003 12 April 14:00")
        );
        assert_eq!(filled("accept SLE-2027-0003", "").as_deref(), Some("accept SLE-2027-0003"));
        assert_eq!(filled("accept SLE-2027-0003", "maybe"), None);
    }

    #[test]
    fn a_subject_is_known_without_its_marks() {
        assert_eq!(topic("RE: Re: Monday 8 March 2027: two things"), "Monday 8 March 2027: two things");
        assert_eq!(topic(" "), "your commands");
    }
}
