//! `config/clerk.toml`: the alliance, its people, the mailbox, the manners.

use super::fault::ConfigFault;
use super::secret::SecretSource;
use crate::domain::EmailAddress;
use crate::domain::civil::TimeOfDay;
use crate::domain::hours::Hours;
use jiff::civil::Weekday;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The file as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clerk {
    pub alliance: Alliance,
    #[serde(default, rename = "coordinator")]
    pub coordinators: Vec<Coordinator>,
    #[serde(default)]
    pub mailbox: Mailbox,
    #[serde(default)]
    pub delivery: Delivery,
    #[serde(default)]
    pub manners: Manners,
    #[serde(default)]
    pub hours: Hours,
    #[serde(default)]
    pub digest: DigestPolicy,
    #[serde(default)]
    pub reader: ReaderPolicy,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alliance {
    pub name: String,
    /// The clerk's own address.
    pub email: EmailAddress,
    #[serde(default)]
    pub signed_by: String,
    #[serde(default)]
    pub signed_as: String,
    #[serde(default)]
    pub telephone: String,
    #[serde(default)]
    pub website: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coordinator {
    pub name: String,
    pub email: EmailAddress,
    #[serde(default)]
    pub digest: Digest,
    /// Another coordinator's address; empty for none.
    #[serde(default)]
    pub deputy: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Digest {
    #[default]
    Daily,
    Weekly,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailboxKind {
    #[default]
    Folder,
    Imap,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DeliveryKind {
    #[default]
    Folder,
    Smtp,
}

/// How a connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// From the first byte.
    #[default]
    Implicit,
    Starttls,
    /// Not at all: only for a server on this very machine.
    None,
}

/// Whose word is taken for who wrote a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Trust {
    /// Our own mail server's Authentication-Results.
    #[default]
    Server,
    /// Everybody's: folders only.
    All,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mailbox {
    pub kind: MailboxKind,
    pub path: PathBuf,
    poll_seconds: Option<u64>,
    pub authserv_id: String,
    pub trust: Trust,
    pub received_by: String,
    pub host: String,
    pub port: Option<u16>,
    pub user: String,
    pub password: Option<SecretSource>,
    pub tls: Tls,
    pub ca_file: String,
    pub folders: Vec<String>,
}

impl Default for Mailbox {
    fn default() -> Self {
        Self {
            kind: MailboxKind::Folder,
            path: PathBuf::from("mail"),
            poll_seconds: None,
            authserv_id: String::new(),
            trust: Trust::Server,
            received_by: String::new(),
            host: String::new(),
            port: None,
            user: String::new(),
            password: None,
            tls: Tls::Implicit,
            ca_file: String::new(),
            folders: vec!["INBOX".to_owned()],
        }
    }
}

impl Mailbox {
    /// Seconds between two looks: a folder is looked into often, a server is not bothered more than once a minute.
    pub fn poll_seconds(&self) -> u64 {
        self.poll_seconds.unwrap_or(match self.kind {
            MailboxKind::Folder => 2,
            MailboxKind::Imap => 60,
        })
    }
}

/// Where copies of sent letters are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SentCopy {
    /// The server keeps one by itself.
    Server,
    /// The clerk puts one into the Sent folder.
    Append,
    #[default]
    None,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Delivery {
    pub kind: DeliveryKind,
    pub path: PathBuf,
    pub host: String,
    pub port: Option<u16>,
    pub user: String,
    pub password: Option<SecretSource>,
    pub tls: Tls,
    pub ca_file: String,
    pub sent_copy: SentCopy,
    pub sent_folder: String,
}

impl Default for Delivery {
    fn default() -> Self {
        Self {
            kind: DeliveryKind::Folder,
            path: PathBuf::from("outgoing"),
            host: String::new(),
            port: None,
            user: String::new(),
            password: None,
            tls: Tls::Implicit,
            ca_file: String::new(),
            sent_copy: SentCopy::None,
            sent_folder: "Sent".to_owned(),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Manners {
    pub answers_per_sender_per_day: u32,
    pub letters_per_hour: u32,
    pub note_every_minutes: u32,
}

impl Default for Manners {
    fn default() -> Self {
        Self { answers_per_sender_per_day: 12, letters_per_hour: 1000, note_every_minutes: 60 }
    }
}

/// When coordinators hear of what waits, and what happens when they do not answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DigestPolicy {
    pub at: TimeOfDay,
    pub weekly_on: SchoolWeekday,
    /// 0: never.
    pub chase_after_school_days: u32,
    /// 0: never.
    pub deputy_after_school_days: u32,
}

impl Default for DigestPolicy {
    fn default() -> Self {
        Self {
            at: TimeOfDay(jiff::civil::Time::constant(7, 30, 0, 0)),
            weekly_on: SchoolWeekday::Monday,
            chase_after_school_days: 3,
            deputy_after_school_days: 5,
        }
    }
}

/// A day on which schools may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum SchoolWeekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
}

impl SchoolWeekday {
    pub fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Tuesday => Weekday::Tuesday,
            Self::Wednesday => Weekday::Wednesday,
            Self::Thursday => Weekday::Thursday,
            Self::Friday => Weekday::Friday,
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReaderPolicy {
    pub libreoffice: bool,
}

impl Default for ReaderPolicy {
    fn default() -> Self {
        Self { libreoffice: true }
    }
}

/// Whether a host is this very machine, the only one to which mail may travel unprotected.
fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl Clerk {
    /// What contradicts itself. The file has been read; every key is known and of its type.
    pub fn faults(&self, file: &Path, text: &str) -> Vec<ConfigFault> {
        let mut faults = vec![];
        let mut wrong =
            |table: &str, key: &str, message: &str| faults.push(ConfigFault::of_key(file, text, table, key, message));
        if self.alliance.name.trim().is_empty() {
            wrong("alliance", "name", "expected the name of the alliance.");
        }
        for (i, coordinator) in self.coordinators.iter().enumerate() {
            if self.coordinators.iter().take(i).any(|other| other.email == coordinator.email) {
                wrong("coordinator", "email", "two coordinators have this address; each needs one of their own.");
            }
            if coordinator.email == self.alliance.email {
                wrong(
                    "coordinator",
                    "email",
                    "this is the clerk's own address; a coordinator needs another, or the clerk would write to itself.",
                );
            }
            let deputy = coordinator.deputy.trim();
            let known = self
                .coordinators
                .iter()
                .any(|other| other.email.folded() == deputy.to_lowercase() && other.email != coordinator.email);
            if !deputy.is_empty() && !known {
                wrong("coordinator", "deputy", "expected the e-mail address of another coordinator, or nothing.");
            }
        }
        if self.mailbox.kind == MailboxKind::Imap {
            server_faults(
                "mailbox",
                &self.mailbox.host,
                &self.mailbox.user,
                self.mailbox.password.as_ref(),
                self.mailbox.tls,
                &mut wrong,
            );
            if self.mailbox.trust == Trust::All {
                wrong(
                    "mailbox",
                    "trust",
                    "\"all\" is for folders only: on a server, strangers' mail would be taken for coordinators'.",
                );
            }
            if self.mailbox.folders.is_empty() {
                wrong("mailbox", "folders", "expected at least one folder, such as [\"INBOX\"].");
            }
        }
        if self.mailbox.poll_seconds == Some(0) {
            wrong("mailbox", "poll_seconds", "expected at least 1.");
        }
        if self.delivery.kind == DeliveryKind::Smtp {
            server_faults(
                "delivery",
                &self.delivery.host,
                &self.delivery.user,
                self.delivery.password.as_ref(),
                self.delivery.tls,
                &mut wrong,
            );
            if self.delivery.sent_copy != SentCopy::None && self.mailbox.kind != MailboxKind::Imap {
                wrong(
                    "delivery",
                    "sent_copy",
                    "copies of sent letters are looked for by IMAP, and the mailbox is a folder; expected \"none\".",
                );
            }
        }
        let (chase, deputy) = (self.digest.chase_after_school_days, self.digest.deputy_after_school_days);
        if deputy > 0 && deputy < chase {
            wrong(
                "digest",
                "deputy_after_school_days",
                "expected 0, or no fewer days than `chase_after_school_days`: whoever was asked first is reminded first.",
            );
        }
        if self.manners.answers_per_sender_per_day == 0 {
            wrong(
                "manners",
                "answers_per_sender_per_day",
                "expected at least 1: with 0 nobody would ever be answered.",
            );
        }
        if self.manners.letters_per_hour == 0 {
            wrong("manners", "letters_per_hour", "expected at least 1: with 0 no letter would ever leave.");
        }
        faults
    }
}

fn server_faults(
    table: &str,
    host: &str,
    user: &str,
    password: Option<&SecretSource>,
    tls: Tls,
    wrong: &mut impl FnMut(&str, &str, &str),
) {
    if host.is_empty() {
        wrong(table, "host", "expected the name of the mail server.");
    }
    if tls == Tls::None && !is_loopback(host) {
        wrong(
            table,
            "tls",
            "\"none\" would send the password unprotected; expected \"implicit\" or \"starttls\" (\"none\" is only for a server on this machine).",
        );
    }
    if user.is_empty() {
        wrong(table, "user", "expected the name to log in with.");
    }
    match password {
        None => wrong(
            table,
            "password",
            "expected where the password is kept, such as { file = \"/etc/alliance-clerk/password\" }.",
        ),
        Some(source) if !source.is_sound() => {
            wrong(table, "password", "expected exactly one of `file`, `env` and `credential`.")
        }
        Some(_) => {}
    }
}
