//! Reports in words: the address stands on a line of its own, the reason beneath it, the letter at the end.

use super::{Fate, Recipient};
use crate::domain::EmailAddress;
use crate::understand::mail::Mail;
use crate::understand::mime::clean_id;

/// Lines of a report that are looked at, and lines of a reason.
const MOST_LINES: usize = 400;
const LINES_OF_A_REASON: usize = 12;

/// Where the letter that came back begins.
const COPY_BEGINS: [&str; 14] = [
    "below this line is a copy",
    "this is a copy of",
    "copy of the message",
    "copy of your message",
    "returned message",
    "original message",
    "unsent message",
    "header of the original",
    "message header follows",
    "message headers follow",
    "bounced e-mail",
    "text of message",
    "original message follows",
    "message follows",
];

/// Words of a server that has not given up.
const LATE: [&str; 15] = [
    "not yet been delivered",
    "has been delayed",
    "is delayed",
    "was delayed",
    "delivery delayed",
    "delay notification",
    "will be retried",
    "will retry",
    "will continue to try",
    "attempts will continue",
    "still trying",
    "no action is required",
    "do not need to resend",
    "warning: message",
    "could not send message for past",
];

/// Words of one that has.
const GIVEN_UP: [&str; 9] = [
    "permanent error",
    "permanent fatal",
    "given up",
    "giving up",
    "delivery failed",
    "failed permanently",
    "undeliverable",
    "could not be delivered",
    "has failed",
];

/// Reasons that lie with the address or its host: it is not there.
const NOT_THERE: [&str; 46] = [
    "user unknown",
    "unknown user",
    "unknown recipient",
    "recipient unknown",
    "unknown address",
    "unknown local",
    "address unknown",
    "unknown or illegal alias",
    "no such user",
    "no such recipient",
    "no such mailbox",
    "no such address",
    "no such local user",
    "no such person",
    "no mailbox",
    "not a valid mailbox",
    "not a known user",
    "invalid recipient",
    "invalid mailbox",
    "doesn't exist",
    "does not exist",
    "not exist",
    "doesn't have a",
    "does not have a",
    "recipient not found",
    "user not found",
    "resolver.adr.recipnotfound",
    "resolver.adr.exrecipnotfound",
    "wasn't found",
    "address not found",
    "not found by smtp address lookup",
    "not listed in",
    "name is not recognized",
    "not our customer",
    "account has been disabled",
    "account is disabled",
    "user has moved",
    "has moved",
    "host unknown",
    "host not found",
    "unknown host",
    "domain name not found",
    "no such domain",
    "unrouteable address",
    "unrouteable mail domain",
    "couldn't find any host",
];

/// Reasons that pass, or that lie with the letter or the sender.
const OTHER_REASONS: [&str; 26] = [
    "mailbox full",
    "mailbox is full",
    "quota",
    "over the maximum",
    "too large",
    "too big",
    "size limit",
    "exceeds",
    "spam",
    "blocked",
    "blacklist",
    "blocklist",
    "policy",
    "dmarc",
    "spf",
    "dkim",
    "reverse dns",
    "virus",
    "relaying",
    "relay access",
    "access denied",
    "sender address",
    "sender denied",
    "sender rejected",
    "sender was rejected",
    "suspended",
];

/// Whether the address itself is at fault, by what a server said about it and, where that is silent, by its status.
pub fn is_hard(status: Option<&str>, said: &str) -> bool {
    let said: String = said.chars().take(4_000).collect::<String>().to_lowercase();
    let says = |reasons: &[&str]| reasons.iter().any(|words| said.contains(words));
    // RFC 3463 §3.2: bad mailbox, bad system, bad syntax, moved. Exchange adds 5.1.10.
    // What Microsoft and IronPort say of a mailbox that is not there.
    let known = said.contains("recipient address rejected: access denied") || said.contains("#5.1.0 address rejected");
    let addressing = matches!(status, Some("5.1.1" | "5.1.2" | "5.1.3" | "5.1.6" | "5.1.10"));
    addressing || known || says(&NOT_THERE) && !says(&OTHER_REASONS)
}

/// The first RFC 3463 status in a text.
pub fn status_in(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    text.split(|c: char| !is_part(c)).map(|word| word.trim_matches('.')).find_map(|word| {
        let numbers: Vec<&str> = word.split('.').collect();
        let [class, subject, detail] = numbers.as_slice() else { return None };
        let fits = |number: &str| (1..=3).contains(&number.len());
        (matches!(*class, "2" | "4" | "5") && fits(subject) && fits(detail)).then(|| word.to_owned())
    })
}

/// Who a report in words is about. `failed` are the addresses that its header names.
pub fn recipients(mail: &Mail, text: &str, failed: &[EmailAddress]) -> Vec<Recipient> {
    let lines = own_lines(text);
    // The report is written to whoever sent the letter, by whoever could not deliver it: neither is the recipient.
    let bystander = |a: &EmailAddress| mail.to.contains(a) || mail.from.iter().any(|person| person.address == *a);
    let mut named: Vec<(usize, EmailAddress)> = lines
        .iter()
        .enumerate()
        .filter_map(|(i, line)| heads_its_line(line).map(|address| (i, address)))
        .filter(|(_, address)| !bystander(address))
        .collect();
    if !failed.is_empty() {
        named.retain(|(_, address)| failed.contains(address));
        let unnamed: Vec<_> = failed.iter().filter(|a| named.iter().all(|(_, n)| n != *a)).collect();
        named.extend(unnamed.into_iter().map(|a| (0, a.clone())));
    }
    // Where an address is named again, it is within the reason.
    let mut seen: Vec<EmailAddress> = vec![];
    named.retain(|(_, address)| {
        let new = !seen.contains(address);
        seen.push(address.clone());
        new
    });
    if named.is_empty() {
        let within = lines.iter().enumerate().find_map(|(i, line)| {
            addresses_in(line).into_iter().find(|address| !bystander(address)).map(|address| (i, address))
        });
        named.extend(within);
    }
    let mut out: Vec<Recipient> = vec![];
    let all = lines.join("\n");
    let late = is_late(&mail.subject, &all);
    for (number, (line, address)) in named.iter().enumerate() {
        let next = match named.get(number + 1) {
            // "550 <priya@…>... User unknown" holds the whole reason.
            _ if lines.get(*line).is_some_and(|line| answered(line).is_some()) => *line + 1,
            Some((next, _)) => *next,
            None => lines.len(),
        };
        let reason: Vec<&str> =
            lines.iter().take(next.max(*line)).skip(*line).take(LINES_OF_A_REASON).copied().collect();
        let mut reason = reason.join("\n");
        // Where nothing stands beneath the address, the reason is somewhere in the report.
        if status_in(&reason).is_none() && !is_hard(None, &reason) && named.len() == 1 {
            reason.clone_from(&all);
        }
        let status = status_in(&reason);
        let fate = if late { Fate::Delayed } else { Fate::Failed };
        let hard = fate == Fate::Failed && is_hard(status.as_deref(), &reason);
        out.push(Recipient { address: Some(address.clone()), fate, status, hard });
    }
    out
}

fn is_late(subject: &str, report: &str) -> bool {
    let said = format!("{subject}\n{report}").to_lowercase();
    LATE.iter().any(|words| said.contains(words)) && !GIVEN_UP.iter().any(|words| said.contains(words))
}

/// The Message-ID in the copy of the letter at the end of a report.
pub fn returned_id(text: &str) -> Option<String> {
    text.lines().take(2_000).find_map(|line| {
        let (name, value) = line.trim().trim_start_matches(['>', ' ']).split_once(':')?;
        if !name.eq_ignore_ascii_case("message-id") {
            return None;
        }
        clean_id(value.split_whitespace().next()?)
    })
}

/// The report's own lines, without the letter that it returns.
fn own_lines(text: &str) -> Vec<&str> {
    let header = |line: &str| {
        let lower = line.to_ascii_lowercase();
        ["received:", "return-path:", "message-id:", "dkim-signature:", "mime-version:"]
            .iter()
            .any(|field| lower.starts_with(field))
    };
    let copy = |line: &str| {
        let lower = line.to_lowercase();
        let drawn = lower.starts_with(['-', '=', '*', '_']) || lower.trim_end().ends_with(':');
        drawn && COPY_BEGINS.iter().any(|words| lower.contains(words))
    };
    text.lines().take(MOST_LINES).take_while(|line| !header(line) && !copy(line)).collect()
}

/// The address that a line is about: alone on it, or first before a colon, a date or a reason.
fn heads_its_line(line: &str) -> Option<EmailAddress> {
    let bare = line.trim().trim_start_matches(['-', '*', '•', ' ', '\t']);
    if let Some(address) = answered(bare) {
        return Some(address);
    }
    // "RCPT To:<priya@…>", "Recipient: priya@…", "target mail address: priya@…".
    let labelled = ["rcpt to:", "recipient:", "recipients:", "address:", "to:", "recipient address:"];
    let lower = bare.to_lowercase();
    let after = labelled
        .iter()
        .find_map(|label| lower.rfind(label).map(|at| at + label.len()))
        .filter(|_| !lower.starts_with("to:"))
        .and_then(|at| bare.get(at..))
        .map_or(bare, str::trim_start);
    let first = after.split_whitespace().next()?;
    let rest = after.get(first.len()..).unwrap_or("").trim_start();
    let alone = rest.is_empty() || rest.starts_with(['(', '<', '-', ':']) || rest.starts_with("on ");
    let address = first.trim_end_matches([':', '.', ',']).trim_matches(['<', '>', '"', '\'', '(', ')']);
    let ends = first.ends_with([':', '>']) || alone;
    EmailAddress::parse(address).ok().filter(|_| ends)
}

/// `550 <priya@…>... User unknown`, the way of old Sendmail.
fn answered(line: &str) -> Option<EmailAddress> {
    let (code, rest) = line.trim().split_once(' ')?;
    let is_answer = code.len() == 3 && code.starts_with(['4', '5']) && rest.starts_with('<') && rest.contains(">...");
    rest.split_once('>').filter(|_| is_answer).and_then(|(address, _)| EmailAddress::parse(address).ok())
}

fn addresses_in(line: &str) -> Vec<EmailAddress> {
    line.split(|c: char| c.is_whitespace() || "<>()[]\"';,|".contains(c))
        .filter(|word| word.contains('@'))
        .filter_map(|word| EmailAddress::parse(word.trim_matches([':', '.'])).ok())
        .collect()
}
