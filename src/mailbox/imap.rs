//! One IMAP connection, strictly: every command must be answered by its own tagged OK, and every wait has an end.
//!
//! async-imap reports a tagged NO, a BYE or a closed connection in the middle of FETCH and SEARCH as success with less
//! data (its issue #95); here commands are sent and answers read one by one (research/mail.md §2).

use super::net::{Connection, NetFault, Server};
use crate::config::Tls;
use crate::config::secret::SecretFault;
use crate::login::{Credentials, TokenSource};
use async_imap::imap_proto::{
    AttributeValue, MailboxDatum, MessageSection, Outcome, Response, ResponseCode, SectionPath, Status,
};
use jiff::Timestamp;
use secrecy::ExposeSecret as _;
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::time::timeout;

/// How long a server may keep silent within an answer.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// Bytes a second below which a line is too slow to be waited for: a message of 30 MB may take eight minutes.
const SLOWEST: u64 = 64 * 1024;

#[derive(Debug, Clone)]
pub struct Settings {
    pub server: Server,
    pub login: TokenSource,
    pub folders: Vec<String>,
    pub patience: Duration,
}

impl Settings {
    pub fn user(&self) -> &str {
        match &self.login {
            TokenSource::Password { user, .. } => user,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ImapFault {
    #[error(transparent)]
    Net(#[from] NetFault),
    #[error(transparent)]
    Secret(#[from] SecretFault),
    #[error("the mail server refused the login: {0}")]
    Login(String),
    #[error("the mail server refused `{0}`: {1}")]
    Refused(&'static str, String),
    #[error("the mail server did not finish its answer to `{0}`")]
    Silent(&'static str),
    #[error("the connection to the mail server broke during `{0}`: {1}")]
    Broken(&'static str, String),
    #[error("the mail server gives no UIDVALIDITY for {0}; without it no message can be known again")]
    NoValidity(String),
    #[error("`{0}` is not a folder's name")]
    FolderName(String),
}

impl ImapFault {
    /// The server said no, and the connection is as good as before.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(..))
    }
}

/// What opening a folder tells.
#[derive(Debug, Clone, Copy)]
pub struct Opened {
    pub uid_validity: u32,
    pub uid_next: Option<u32>,
    pub exists: u32,
}

pub struct Session {
    inner: async_imap::Session<Connection>,
    patience: Duration,
}

/// A quoted string; CR, LF and NUL cannot be in one.
fn quoted(text: &str) -> Option<String> {
    let sound = text.chars().all(|c| !c.is_control());
    sound.then(|| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}

impl Session {
    /// Connects and logs in.
    ///
    /// # Errors
    /// When the server cannot be reached, is not who it should be, or refuses the login.
    pub async fn open(settings: &Settings) -> Result<Self, ImapFault> {
        let (server, patience) = (&settings.server, settings.patience);
        let mut client = greeted(server.connect().await?, patience).await?;
        if server.tls == Tls::Starttls {
            let done = timeout(patience, client.run_command_and_check_ok("STARTTLS", None))
                .await
                .map_err(|_| ImapFault::Silent("STARTTLS"))?;
            done.map_err(|e| ImapFault::Refused("STARTTLS", of_imap(&e)))?;
            // No second greeting comes after STARTTLS (RFC 3501 §6.2.1).
            client = async_imap::Client::new(server.protect(client.into_inner()).await?);
        }
        let Credentials::Password { user, password } = settings.login.get()?;
        let login = timeout(patience, client.login(&user, password.expose_secret()))
            .await
            .map_err(|_| ImapFault::Silent("LOGIN"))?;
        match login {
            Ok(inner) => Ok(Self { inner, patience }),
            Err((e, _)) => {
                settings.login.invalidate();
                Err(ImapFault::Login(of_imap(&e)))
            }
        }
    }

    /// Sends a command and hands each answer to `take` until its own tagged OK.
    async fn command(
        &mut self,
        name: &'static str,
        line: &str,
        take: impl FnMut(&Response<'_>),
    ) -> Result<(), ImapFault> {
        self.patient_command(name, line, self.patience, take).await
    }

    async fn patient_command(
        &mut self,
        name: &'static str,
        line: &str,
        patience: Duration,
        mut take: impl FnMut(&Response<'_>),
    ) -> Result<(), ImapFault> {
        let tag = timeout(patience, self.inner.run_command(line)).await.map_err(|_| ImapFault::Silent(name))?;
        let tag = tag.map_err(|e| ImapFault::Broken(name, of_imap(&e)))?;
        loop {
            let answer = timeout(patience, self.inner.read_response()).await.map_err(|_| ImapFault::Silent(name))?;
            let answer = answer.map_err(|e| ImapFault::Broken(name, of_io(&e)))?;
            let answer = answer.ok_or_else(|| ImapFault::Broken(name, "the server hung up".to_owned()))?;
            let parsed = answer.parsed();
            let said = |outcome: &Outcome<'_>| outcome.information.as_deref().unwrap_or("").to_owned();
            if let Response::Data { status: Status::Bye, outcome } = parsed {
                return Err(ImapFault::Broken(name, said(outcome)));
            }
            take(parsed);
            if let Response::Done { tag: own, status, outcome } = parsed
                && *own == tag
            {
                return if *status == Status::Ok { Ok(()) } else { Err(ImapFault::Refused(name, said(outcome))) };
            }
        }
    }

    /// Opens a folder for reading only.
    ///
    /// # Errors
    /// When there is no such folder, or the server gives it no UIDVALIDITY.
    pub async fn examine(&mut self, folder: &str) -> Result<Opened, ImapFault> {
        let name = quoted(folder).ok_or_else(|| ImapFault::FolderName(folder.to_owned()))?;
        let (mut uid_validity, mut uid_next, mut exists) = (None, None, 0);
        self.command("EXAMINE", &format!("EXAMINE {name}"), |answer| {
            if let Response::MailboxData(MailboxDatum::Exists(n)) = answer {
                exists = *n;
            }
            if let Response::Data { outcome, .. } | Response::Done { outcome, .. } = answer {
                if let Some(ResponseCode::UidValidity(n)) = outcome.code {
                    uid_validity = Some(n);
                }
                if let Some(ResponseCode::UidNext(n)) = outcome.code {
                    uid_next = Some(n);
                }
            }
        })
        .await?;
        let uid_validity = uid_validity.ok_or_else(|| ImapFault::NoValidity(folder.to_owned()))?;
        Ok(Opened { uid_validity, uid_next, exists })
    }

    /// UIDs from one on. `n:*` also names the last message when its UID is below n; that one is left out.
    ///
    /// # Errors
    /// When the server refuses, or answers OK without an answer.
    pub async fn search_from(&mut self, from: i64) -> Result<BTreeSet<i64>, ImapFault> {
        self.search(&format!("UID SEARCH UID {from}:*"))
            .await
            .map(|uids| uids.into_iter().filter(|uid| *uid >= from).collect())
    }

    async fn search(&mut self, line: &str) -> Result<BTreeSet<i64>, ImapFault> {
        let mut uids = BTreeSet::new();
        let mut answered = false;
        self.command("SEARCH", line, |answer| {
            if let Response::MailboxData(MailboxDatum::Search(found)) = answer {
                answered = true;
                uids.extend(found.iter().map(|uid| i64::from(*uid)));
            }
        })
        .await?;
        if answered {
            Ok(uids)
        } else {
            Err(ImapFault::Refused("SEARCH", "it answered OK without saying what it found".to_owned()))
        }
    }

    /// A message with its INTERNALDATE; `None` when the server says OK and hands nothing out. Of a message above
    /// `largest` only the header is fetched, marked so that its reader knows.
    ///
    /// # Errors
    /// When the server refuses or the connection breaks.
    pub async fn fetch(&mut self, uid: i64, largest: u64) -> Result<Option<(Timestamp, Vec<u8>)>, ImapFault> {
        let size = self.size(uid).await?;
        let too_large = size.is_some_and(|size| size > largest);
        let part = if too_large { "BODY.PEEK[HEADER]" } else { "BODY.PEEK[]" };
        let asked = too_large.then_some(SectionPath::Full(MessageSection::Header));
        let patience = self.patience + Duration::from_secs(size.unwrap_or(largest).min(largest) / SLOWEST);
        let mut found = None;
        let line = format!("UID FETCH {uid} (UID INTERNALDATE {part})");
        self.patient_command("FETCH", &line, patience, |answer| {
            let Response::Fetch(_, attributes) = answer else { return };
            let (mut own, mut date, mut body) = (false, None, None);
            for attribute in attributes {
                if let AttributeValue::Uid(n) = attribute {
                    own = i64::from(*n) == uid;
                }
                if let AttributeValue::InternalDate(d) = attribute {
                    date = internal_date(d);
                }
                // Another section than was asked for, or a piece of it (`BODY[]<0>`), is not the message.
                if let AttributeValue::BodySection { section, index: None, data: Some(data) } = attribute
                    && *section == asked
                {
                    body = Some(data.to_vec());
                }
            }
            // A flag that changed meanwhile is reported as a FETCH without date and body: not an answer.
            if let (true, Some(date), Some(body)) = (own, date, body) {
                found = Some((date, body));
            }
        })
        .await?;
        Ok(found.map(|(date, body)| match size.filter(|_| too_large) {
            Some(size) => (date, [crate::understand::mime::omitted_mark(size).as_bytes(), &body].concat()),
            None => (date, body),
        }))
    }

    async fn size(&mut self, uid: i64) -> Result<Option<u64>, ImapFault> {
        let mut size = None;
        self.command("FETCH", &format!("UID FETCH {uid} (UID RFC822.SIZE)"), |answer| {
            let Response::Fetch(_, attributes) = answer else { return };
            let own = attributes.iter().any(|a| matches!(a, AttributeValue::Uid(n) if i64::from(*n) == uid));
            for attribute in attributes.iter().filter(|_| own) {
                if let AttributeValue::Rfc822Size(n) = attribute {
                    size = Some(u64::from(*n));
                }
            }
        })
        .await?;
        Ok(size)
    }

    /// Whether a folder holds a message with a Message-ID.
    ///
    /// # Errors
    /// When the server refuses or the connection breaks.
    pub async fn holds(&mut self, folder: &str, message_id: &str) -> Result<bool, ImapFault> {
        let opened = self.examine(folder).await?;
        if opened.exists == 0 {
            return Ok(false);
        }
        let id = quoted(&format!("<{message_id}>")).ok_or_else(|| ImapFault::FolderName(message_id.to_owned()))?;
        Ok(!self.search(&format!("UID SEARCH HEADER Message-ID {id}")).await?.is_empty())
    }

    /// Puts a copy of a letter into a folder, unless it is there already.
    ///
    /// # Errors
    /// When the server refuses or the connection breaks.
    pub async fn append(&mut self, folder: &str, message_id: &str, bytes: &[u8]) -> Result<(), ImapFault> {
        if self.holds(folder, message_id).await? {
            return Ok(());
        }
        let done = timeout(self.patience, self.inner.append(folder, Some("(\\Seen)"), None, bytes))
            .await
            .map_err(|_| ImapFault::Silent("APPEND"))?;
        done.map_err(|e| ImapFault::Refused("APPEND", of_imap(&e)))
    }

    /// Says goodbye; a server that does not answer is left alone.
    pub async fn close(mut self) {
        let _silent = timeout(Duration::from_secs(5), self.inner.logout()).await;
    }
}

/// What went wrong, without what the server said: an answer that cannot be parsed is quoted by the parser, and it may be
/// somebody's mail (invariant 7).
fn of_io(e: &std::io::Error) -> String {
    let text = e.to_string();
    if text.contains("during parsing of") { NOT_UNDERSTOOD.to_owned() } else { text }
}

fn of_imap(e: &async_imap::error::Error) -> String {
    use async_imap::error::Error;
    if let Error::Io(e) = e {
        return of_io(e);
    }
    if let Error::Parse(_) = e { NOT_UNDERSTOOD.to_owned() } else { e.to_string().chars().take(300).collect() }
}

const NOT_UNDERSTOOD: &str = "its answer could not be understood";

/// Waits for the greeting, without which nothing may be sent (RFC 3501 §7.1).
async fn greeted(connection: Connection, patience: Duration) -> Result<async_imap::Client<Connection>, ImapFault> {
    let mut client = async_imap::Client::new(connection);
    let greeting = timeout(patience, client.read_response()).await.map_err(|_| ImapFault::Silent("greeting"))?;
    let greeting = greeting.map_err(|e| ImapFault::Broken("greeting", of_io(&e)))?;
    match greeting.as_ref().map(|g| g.parsed()) {
        Some(Response::Data { status: Status::Ok | Status::PreAuth, .. }) => Ok(client),
        Some(other) => Err(ImapFault::Refused("greeting", format!("{other:?}").chars().take(120).collect())),
        None => Err(ImapFault::Broken("greeting", "the server hung up".to_owned())),
    }
}

/// `17-Jul-1996 02:44:25 -0700`, the day perhaps with a leading blank (RFC 3501 §9, date-time).
fn internal_date(text: &str) -> Option<Timestamp> {
    Timestamp::strptime("%d-%b-%Y %H:%M:%S %z", text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_stamp_is_read_with_its_zone() {
        for (text, instant) in [
            ("19-Mar-2027 18:00:00 +0000", "2027-03-19T18:00:00Z"),
            (" 1-Apr-2027 18:00:00 +0100", "2027-04-01T17:00:00Z"),
            ("31-Dec-2026 23:59:59 -0700", "2027-01-01T06:59:59Z"),
        ] {
            assert_eq!(internal_date(text).map(|t| t.to_string()).as_deref(), Some(instant), "{text}");
        }
        assert_eq!(internal_date("yesterday"), None);
    }

    #[test]
    fn names_are_quoted_and_nothing_can_be_slipped_in() {
        assert_eq!(quoted("IN\"BOX\\").as_deref(), Some("\"IN\\\"BOX\\\\\""));
        assert_eq!(quoted("INBOX\r\nA1 DELETE x"), None);
    }
}
