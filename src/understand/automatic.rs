//! Mail that no person wrote, or that no answer is wanted to: never answered (RFC 3834 §2), never overlooked.

use super::mail::{Mail, ReturnPath};
use serde::{Deserialize, Serialize};

/// Why a mail is taken for automatic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Automatic {
    /// A letter of somebody's could not be delivered, or was delayed.
    Bounce,
    /// Out of office, receipts, "we have your message".
    AutoReply,
    /// Lists, newsletters, notifications, complaint reports.
    Bulk,
}

/// Local parts behind which nobody reads.
const NOBODY: [&str; 10] = [
    "noreply",
    "no-reply",
    "no_reply",
    "donotreply",
    "do-not-reply",
    "do_not_reply",
    "bounce",
    "bounces",
    "notifications",
    "newsletter",
];

const DAEMONS: [&str; 6] =
    ["mailer-daemon", "postmaster", "post_master", "mail-daemon", "mailerdaemon", "mail-delivery"];

/// Beginnings of subjects that vacation programs write, in the languages of the office and its neighbours.
const AWAY: [&str; 13] = [
    "automatic reply",
    "auto reply",
    "auto-reply",
    "autoreply",
    "auto:",
    "out of office",
    "out of the office",
    "away from the office",
    "on annual leave",
    "abwesenheit",
    "automatische antwort",
    "réponse automatique",
    "respuesta automática",
];

/// What says in a subject that a letter came back.
const RETURNED: [&str; 23] = [
    "bounce notification",
    "undeliver",
    "delivery status notification",
    "delivery failure",
    "delivery has failed",
    "mail delivery failed",
    "mail delivery failure",
    "failure notice",
    "returned mail",
    "returned to sender",
    "message not delivered",
    "non delivery",
    "non-delivery",
    "nondeliverable",
    "could not be delivered",
    "couldn't be delivered",
    "mail system error",
    "delivery problem",
    "delivery report",
    "delayed mail",
    "warning: message",
    "unzustellbar",
    "mail delivery subsystem",
];

/// What says in a body that a letter came back, where sender and subject leave it open.
const RETURNED_BODY: [&str; 18] = [
    "error delivering your mail",
    "requested action not taken",
    "could not be delivered",
    "couldn't be delivered",
    "was not delivered",
    "delivery to the following recipient",
    "permanent error",
    "permanent fatal errors",
    "unable to deliver",
    "not able to deliver",
    "delivery failed",
    "user unknown",
    "mailbox unavailable",
    "mailbox is full",
    "recipient address rejected",
    "undeliverable",
    "did not reach the following",
    "i'm afraid i wasn't able to deliver",
];

/// Decides whether a mail is automatic.
pub fn of(mail: &Mail) -> Option<Automatic> {
    let signals = &mail.signals;
    let subject = mail.subject.to_lowercase();
    let local = mail.from.first().map(|person| person.address.local().to_owned()).unwrap_or_default();
    let daemon = DAEMONS.iter().any(|name| local.starts_with(name)) || display_daemon(mail);
    let null = mail.return_path == ReturnPath::Null;

    if let Some(report) = &mail.report {
        return Some(if report.all_delivered() { Automatic::Bulk } else { Automatic::Bounce });
    }
    if signals.content_type == "multipart/report" {
        return Some(match signals.report_type.as_str() {
            "disposition-notification" => Automatic::AutoReply,
            "feedback-report" => Automatic::Bulk,
            _ => Automatic::Bounce,
        });
    }
    if signals.failed {
        return Some(Automatic::Bounce);
    }
    if AWAY.iter().any(|start| subject.starts_with(start))
        || signals.vacation
        || signals.auto_submitted == "auto-replied" && !daemon
    {
        return Some(Automatic::AutoReply);
    }
    let returned = || RETURNED.iter().any(|words| subject.contains(words)) || says_returned(&mail.text);
    if (daemon || null) && returned() {
        return Some(Automatic::Bounce);
    }
    if RETURNED.iter().any(|words| subject.starts_with(words)) && says_returned(&mail.text) {
        return Some(Automatic::Bounce);
    }
    if signals.precedence.starts_with("auto") {
        return Some(Automatic::AutoReply);
    }
    let machine = !signals.auto_submitted.is_empty() && signals.auto_submitted != "no";
    let wants_silence = signals.suppress.split(',').any(|word| matches!(word.trim(), "all" | "autoreply"));
    let bulk = matches!(signals.precedence.as_str(), "bulk" | "list" | "junk");
    if machine || wants_silence || bulk || signals.list || NOBODY.contains(&local.as_str()) || daemon || null {
        return Some(Automatic::Bulk);
    }
    None
}

fn display_daemon(mail: &Mail) -> bool {
    mail.from.first().is_some_and(|person| {
        let name = person.name.to_lowercase();
        name.contains("mail delivery")
            || name.contains("mailer-daemon")
            || name.contains("mail administrator")
            || name.contains("postmaster")
    })
}

fn says_returned(text: &str) -> bool {
    let beginning: String = text.chars().take(4_000).collect::<String>().to_lowercase();
    RETURNED_BODY.iter().any(|words| beginning.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understand::mime;

    fn kind(headers: &str) -> Option<Automatic> {
        of(&mime::parse(format!("{headers}\r\n\r\nHello").as_bytes()).mail)
    }

    #[test]
    fn a_person_is_a_person() {
        assert_eq!(kind("From: Priya <p@hazelbank.example>\r\nSubject: My application"), None);
        assert_eq!(kind("From: p@hazelbank.example\r\nSubject: Re: Automatic reply: your form"), None);
        assert_eq!(kind("From: p@hazelbank.example\r\nAuto-Submitted: no\r\nSubject: x"), None);
        assert_eq!(kind("From: p@hazelbank.example\r\nX-Auto-Response-Suppress: DR, RN\r\nSubject: x"), None);
    }

    #[test]
    fn machines_give_themselves_away() {
        for (headers, kind_expected) in [
            ("From: p@h.example\r\nSubject: Automatic reply: Your application", Automatic::AutoReply),
            ("From: p@h.example\r\nAuto-Submitted: auto-replied (vacation)\r\nSubject: Away", Automatic::AutoReply),
            (
                "From: p@h.example\r\nAuto-Submitted: auto-replied; owner-email=p@h.example\r\nSubject: Away",
                Automatic::AutoReply,
            ),
            ("From: p@h.example\r\nAuto-Submitted: auto-generated\r\nSubject: Ticket 7", Automatic::Bulk),
            ("From: p@h.example\r\nX-Auto-Response-Suppress: All\r\nSubject: Ticket 7", Automatic::Bulk),
            ("From: p@h.example\r\nList-Id: <heads.lists.example>\r\nSubject: [heads] SLE", Automatic::Bulk),
            ("From: p@h.example\r\nPrecedence: bulk\r\nSubject: News", Automatic::Bulk),
            ("From: no-reply@h.example\r\nSubject: Your parcel", Automatic::Bulk),
            ("Return-Path: <>\r\nFrom: p@h.example\r\nSubject: hello", Automatic::Bulk),
            (
                "Return-Path: <>\r\nFrom: MAILER-DAEMON@h.example\r\nSubject: Undelivered Mail Returned to Sender",
                Automatic::Bounce,
            ),
            (
                "From: x@h.example\r\nSubject: Returned\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
                Automatic::Bounce,
            ),
            (
                "From: x@h.example\r\nSubject: Read: form\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b",
                Automatic::AutoReply,
            ),
        ] {
            assert_eq!(kind(headers), Some(kind_expected), "{headers}");
        }
    }
}
