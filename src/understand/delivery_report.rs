//! Letters that came back, or are late: to whom, for good or not yet, why, and which letter it was.
//!
//! Most servers say so in fields made for it (RFC 3464); Exim, qmail, old Exchange and some providers say it in words
//! only, which `words` reads as well as can be.

mod words;

use super::automatic::{self, Automatic};
use super::mail::Mail;
use super::mime::clean_id;
use crate::domain::EmailAddress;
use mail_parser::{Message, MimeHeaders, PartType};
use serde::{Deserialize, Serialize};

/// What a mail reports about letters on their way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryReport {
    pub recipients: Vec<Recipient>,
    /// Message-ID of the letter that it is about, without angle brackets.
    pub returned: Option<String>,
}

/// What became of a letter to one address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The address that the letter was written to, where the report says so; else the one that it was forwarded to.
    pub address: Option<EmailAddress>,
    pub fate: Fate,
    /// RFC 3463 status such as `5.1.1`.
    pub status: Option<String>,
    /// The address or its host does not exist, has moved, or takes no mail: a second letter would come back too. A full
    /// mailbox, a size limit or a server's policy is not that, even where its status says permanent.
    pub hard: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// The server has given up.
    Failed,
    /// It goes on trying; nothing needs doing yet.
    Delayed,
    /// Delivered, relayed, or found deliverable.
    Delivered,
}

/// More recipients than any letter of ours has.
const MOST_RECIPIENTS: usize = 50;
/// Beginning of a report that is looked at.
const LONGEST_PART: usize = 64 * 1024;

impl DeliveryReport {
    /// Whether somebody's letter failed for good.
    pub fn has_failed(&self) -> bool {
        self.recipients.iter().any(|recipient| recipient.fate == Fate::Failed)
    }

    /// Good news only: no reason to trouble anyone.
    pub fn all_delivered(&self) -> bool {
        !self.recipients.is_empty() && self.recipients.iter().all(|recipient| recipient.fate == Fate::Delivered)
    }
}

/// The report in a message; `None` where it is none. `mail` is the same message, as far as it has been read.
pub fn of(message: &Message<'_>, mail: &Mail) -> Option<DeliveryReport> {
    let parts: Vec<String> = status_parts(message);
    let text = mail.text.as_str();
    let groups = || parts.iter().flat_map(|part| groups(part));
    let mut recipients: Vec<Recipient> =
        groups().filter_map(|group| recipient_of(&group, text)).take(MOST_RECIPIENTS).collect();
    if recipients.is_empty() {
        if automatic::of(mail) != Some(Automatic::Bounce) {
            return None;
        }
        // Some programs write the fields into the text.
        recipients =
            groups_in_text(text).iter().filter_map(|group| recipient_of(group, text)).take(MOST_RECIPIENTS).collect();
    }
    let failed = failed_recipients(message);
    if recipients.is_empty() {
        recipients = words::recipients(mail, text, &failed);
        recipients.truncate(MOST_RECIPIENTS);
    }
    if let ([only], [failed]) = (recipients.as_mut_slice(), failed.as_slice()) {
        // Exim reports on the file that a mailbox is; its header knows the address.
        only.address.get_or_insert_with(|| failed.clone());
    }
    let named = groups().find_map(|group| group.get("x-original-message-id").and_then(|id| clean_id(id)));
    let returned = named
        .or_else(|| mail.signals.quoted_ids.first().cloned())
        .or_else(|| words::returned_id(text))
        .or_else(|| words::returned_id(&body_as_sent(message)))
        .or_else(|| mail.in_reply_to.first().cloned());
    Some(DeliveryReport { recipients, returned })
}

fn body_as_sent(message: &Message<'_>) -> String {
    let start = message.parts.first().and_then(|root| usize::try_from(root.offset_body).ok()).unwrap_or(0);
    let body = message.raw_message.get(start..).unwrap_or(&[]);
    String::from_utf8_lossy(body.get(..LONGEST_PART).unwrap_or(body)).into_owned()
}

/// Parts that hold delivery fields.
fn status_parts(message: &Message<'_>) -> Vec<String> {
    let holds_status = |subtype: &str| {
        let subtype = subtype.to_ascii_lowercase();
        subtype == "delivery-status" || subtype == "global-delivery-status"
    };
    message
        .parts
        .iter()
        .filter(|part| !matches!(part.body, PartType::Message(_) | PartType::Multipart(_)))
        .filter(|part| part.content_type().is_some_and(|c| c.subtype().is_some_and(holds_status)))
        .map(|part| {
            let bytes = part.contents();
            String::from_utf8_lossy(bytes.get(..LONGEST_PART).unwrap_or(bytes)).into_owned()
        })
        .collect()
}

/// The addresses that Exim and Gmail put into the header.
fn failed_recipients(message: &Message<'_>) -> Vec<EmailAddress> {
    message
        .headers_raw()
        .filter(|(name, _)| name.eq_ignore_ascii_case("X-Failed-Recipients"))
        .flat_map(|(_, value)| value.split([',', ' ', '\r', '\n', '\t']))
        .filter_map(|address| EmailAddress::parse(address).ok())
        .collect()
}

/// Fields of one group (RFC 3464 §2.1), by name in lower case; the first of a name counts.
type Group = std::collections::BTreeMap<String, String>;

fn groups(part: &str) -> Vec<Group> {
    let mut all = vec![Group::new()];
    let mut last: Option<String> = None;
    for line in part.lines() {
        if line.trim().is_empty() {
            all.push(Group::new());
            last = None;
        } else if line.starts_with([' ', '\t']) {
            if let Some(value) = last.as_ref().and_then(|name| all.last_mut()?.get_mut(name)) {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let (Some((name, value)), Some(group)) = (line.split_once(':'), all.last_mut()) {
            let name = name.trim().to_ascii_lowercase();
            group.entry(name.clone()).or_insert_with(|| value.trim().to_owned());
            last = Some(name);
        }
    }
    all.retain(|group| !group.is_empty());
    all
}

/// Groups that stand in running text.
fn groups_in_text(text: &str) -> Vec<Group> {
    let mut all = groups(text);
    all.retain(|group| group.contains_key("final-recipient") || group.contains_key("original-recipient"));
    all
}

/// What a group says about its recipient; `None` for the group about the message as a whole.
fn recipient_of(group: &Group, text: &str) -> Option<Recipient> {
    let field = |name: &str| group.get(name).map(String::as_str);
    let original = field("original-recipient").and_then(address_of);
    let last = field("final-recipient").and_then(address_of);
    if field("original-recipient").is_none() && field("final-recipient").is_none() && field("action").is_none() {
        return None;
    }
    let diagnostic = field("diagnostic-code").unwrap_or("");
    let status = status_of(field("status").unwrap_or(""), diagnostic);
    let action = field("action").and_then(|a| a.split_whitespace().next()).unwrap_or("").to_ascii_lowercase();
    let fate = match action.as_str() {
        "delayed" => Fate::Delayed,
        "delivered" | "relayed" | "expanded" | "deliverable" => Fate::Delivered,
        "" => match status.as_deref().and_then(|s| s.chars().next()) {
            Some('2') => Fate::Delivered,
            Some('4') => Fate::Delayed,
            Some(_) | None => Fate::Failed,
        },
        _ => Fate::Failed,
    };
    // What the diagnosis leaves open, the words above it may say.
    let said = if diagnostic.is_empty() { text } else { diagnostic };
    let hard = fate == Fate::Failed && words::is_hard(status.as_deref(), said);
    Some(Recipient { address: original.or(last), fate, status, hard })
}

/// `rfc822; <priya@hazelbank.example>`.
fn address_of(value: &str) -> Option<EmailAddress> {
    let (_, address) = value.split_once(';').unwrap_or(("", value));
    EmailAddress::parse(address.split_whitespace().next().unwrap_or("")).ok()
}

/// The status field; where it says no more than "failed", what the other server answered.
fn status_of(field: &str, diagnostic: &str) -> Option<String> {
    let stated = words::status_in(field);
    let answered = words::status_in(diagnostic);
    match (stated, answered) {
        (Some(stated), Some(answered)) if stated.ends_with(".0.0") && stated.get(..1) == answered.get(..1) => {
            Some(answered)
        }
        (stated, answered) => stated.or(answered),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understand::mime;

    fn report(mail: &str) -> Option<DeliveryReport> {
        mime::parse(mail.replace('\n', "\r\n").as_bytes()).mail.report
    }

    fn told(report: Option<DeliveryReport>) -> Vec<(String, Fate, Option<String>, bool)> {
        let of = |r: Recipient| (r.address.map(|a| a.to_string()).unwrap_or_default(), r.fate, r.status, r.hard);
        report.map(|r| r.recipients.into_iter().map(of).collect()).unwrap_or_default()
    }

    const DSN: &str = "From: MAILER-DAEMON@mx.example\nTo: sle@harbour.example\nSubject: Undelivered Mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; head@hazelbank.example\nOriginal-Recipient: rfc822;office@hazelbank.example\nAction: ACTION\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550\n 5.1.1 <head@hazelbank.example> User unknown\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <letter-7@harbour.example>\nSubject: Reference\n\nDear head\n--b--\n";

    #[test]
    fn the_fields_of_a_report_are_read() {
        let read = report(&DSN.replace("ACTION", "failed"));
        assert_eq!(read.as_ref().unwrap().returned.as_deref(), Some("letter-7@harbour.example"));
        assert!(read.as_ref().unwrap().has_failed());
        let expected = ("office@hazelbank.example".to_owned(), Fate::Failed, Some("5.1.1".to_owned()), true);
        assert_eq!(told(read), [expected]);
    }

    #[test]
    fn a_delay_is_no_failure_and_good_news_no_bounce() {
        let late = report(&DSN.replace("ACTION", "delayed"));
        assert!(!late.as_ref().unwrap().has_failed());
        assert_eq!(told(late)[0].1, Fate::Delayed);
        let parsed = mime::parse(DSN.replace("ACTION", "delivered").as_bytes());
        assert!(parsed.mail.report.as_ref().unwrap().all_delivered());
        assert_eq!(automatic::of(&parsed.mail), Some(Automatic::Bulk));
    }

    #[test]
    fn reports_in_words_are_read() {
        let qmail = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: sle@harbour.example\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<head@hazelbank.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 no such user\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <sle@harbour.example>\nMessage-ID: <letter-7@harbour.example>\nTo: head@hazelbank.example\n\nDear head\n";
        let read = report(qmail);
        assert_eq!(read.as_ref().unwrap().returned.as_deref(), Some("letter-7@harbour.example"));
        let expected = ("head@hazelbank.example".to_owned(), Fate::Failed, Some("5.1.1".to_owned()), true);
        assert_eq!(told(read), [expected]);
        let late = "From: Mailer-Daemon@mx.example\nTo: sle@harbour.example\nSubject: Warning: message 1abc delayed 24 hours\nX-Failed-Recipients: head@hazelbank.example\n\nThis message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\n  head@hazelbank.example\n\nNo action is required on your part. Delivery attempts will continue.\n";
        assert_eq!(told(report(late)), [("head@hazelbank.example".to_owned(), Fate::Delayed, None, false)]);
    }

    #[test]
    fn a_letter_is_no_report() {
        assert_eq!(report("From: p@h.example\nSubject: my form\n\nIt could not be delivered, he said.\n"), None);
    }
}
