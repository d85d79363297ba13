//! Letters by SMTP: one connection and one recipient a letter, every phase recorded, only `250` taken for acceptance.
//!
//! lettre's pool and its `send` are not used: after a timeout the pool hands out a connection that is one answer behind
//! (research/mail.md §2.9), and `send` cannot tell a letter that was refused from one that nobody knows about.

use super::DeliveryFault;
use crate::clock::Clock;
use crate::config::Tls;
use crate::config::secret::SecretFault;
use crate::domain::EmailAddress;
use crate::login::{Credentials, TokenSource};
use crate::mailbox::imap::{Session, Settings};
use crate::mailbox::net::Server;
use crate::store::Store;
use crate::store::outbox::{Due, Move, State};
use jiff::Timestamp;
use lettre::transport::smtp::authentication::{Credentials as SmtpCredentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use secrecy::ExposeSecret as _;
use std::time::Duration;
use tokio::time::timeout;

/// How long the server may take over its answers.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Each before the final dot.
    pub answer: Duration,
    /// The one to the final dot: RFC 5321 §4.5.3.2.6 asks for ten minutes, and some servers take them.
    pub after_dot: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { answer: Duration::from_secs(60), after_dot: Duration::from_secs(600) }
    }
}

/// When to look for our own copy of a letter that nobody knows about, in minutes after the last look.
const LOOKS: [i64; 4] = [1, 5, 15, 60];
/// A recipient that is refused "for now" for so long is refused.
const GIVE_UP_AFTER_SECONDS: i64 = 3 * 86_400;

pub struct SmtpCarrier {
    pub server: Server,
    pub login: TokenSource,
    pub from: EmailAddress,
    /// The mailbox and folder where copies of sent letters are, if anywhere; and whether we put them there.
    pub copies: Option<Copies>,
    pub patience: Patience,
    /// While the account is out of order, nothing is tried.
    pub pause_until: Option<Timestamp>,
}

pub struct Copies {
    pub settings: Settings,
    pub folder: String,
    pub we_append: bool,
}

/// How an attempt ended.
#[derive(Debug)]
enum Ended {
    Accepted(String),
    /// The account or the server is out of order: no letter's fault.
    Account(String),
    /// This recipient, or this letter, is refused.
    Refused {
        for_good: bool,
        why: String,
    },
    /// After the final dot, no answer that could be believed.
    Unknown(String),
}

impl SmtpCarrier {
    /// Sees the given letters out. Returns how many were accepted.
    ///
    /// # Errors
    /// When the database refuses. A server that is out of order is no error: the letters wait.
    pub async fn carry(&mut self, store: &Store, due: Vec<Due>, clock: &Clock) -> Result<usize, DeliveryFault> {
        let mut accepted = 0;
        for letter in due {
            if let Some(until) = self.pause_until.filter(|until| clock.now() < *until) {
                let why = "the mail server could not be used".to_owned();
                store.move_letters(&[(letter.id, Move::Later { at: until, why })], clock.now()).await?;
                continue;
            }
            accepted += usize::from(match letter.state {
                // Stopped between the dot and its answer: as good as no answer.
                State::DataStarted => {
                    let step = Move::Unknown {
                        look_at: minutes(clock.now(), 1),
                        why: "the clerk was stopped before the server's answer".to_owned(),
                    };
                    store.move_letters(&[(letter.id, step)], clock.now()).await?;
                    false
                }
                State::Unknown => self.look_into(store, &letter, clock).await?,
                State::Queued | State::Claimed | State::Accepted | State::Failed | State::Held | State::Dropped => {
                    self.send(store, &letter, clock).await?
                }
            });
        }
        Ok(accepted)
    }

    async fn send(&mut self, store: &Store, letter: &Due, clock: &Clock) -> Result<bool, DeliveryFault> {
        store.move_letters(&[(letter.id, Move::Claimed)], clock.now()).await?;
        let (ended, connection) = self.attempt(store, letter, clock).await?;
        let now = clock.now();
        let step = match &ended {
            Ended::Accepted(reply) => Move::Accepted { evidence: format!("250 {reply}"), file: String::new() },
            Ended::Account(why) => {
                let until = minutes(now, 2);
                self.pause_until = Some(until);
                tracing::error!("letters cannot be sent: {why}");
                Move::Later { at: until, why: why.clone() }
            }
            Ended::Refused { for_good: true, why } => Move::Failed { why: why.clone() },
            Ended::Refused { for_good: false, why }
                if now.as_second() - letter.created_at.as_second() > GIVE_UP_AFTER_SECONDS =>
            {
                Move::Failed { why: format!("refused for three days: {why}") }
            }
            Ended::Refused { for_good: false, why } => {
                Move::Later { at: minutes(now, backoff(letter.attempts)), why: why.clone() }
            }
            Ended::Unknown(why) => Move::Unknown { look_at: minutes(now, 1), why: why.clone() },
        };
        store.move_letters(&[(letter.id, step)], now).await?;
        store.set_trouble("delivery", if let Ended::Account(why) = &ended { why } else { "" }).await?;
        // Only now, with the result stored, is the server told goodbye: a QUIT that hangs changes nothing.
        if let Some(mut connection) = connection {
            let _silent = timeout(Duration::from_secs(5), connection.quit()).await;
        }
        if let Ended::Accepted(_) = ended {
            self.keep_copy(letter).await;
            return Ok(true);
        }
        Ok(false)
    }

    /// Connects, logs in and hands the letter over. The database knows that the body is about to be sent before it is.
    async fn attempt(
        &self,
        store: &Store,
        letter: &Due,
        clock: &Clock,
    ) -> Result<(Ended, Option<AsyncSmtpConnection>), DeliveryFault> {
        let mut connection = match self.connect().await {
            Ok(connection) => connection,
            Err(why) => return Ok((Ended::Account(why), None)),
        };
        let sender = match self.from.as_str().parse() {
            Ok(address) => Mail::new(Some(address), vec![]),
            Err(e) => return Ok((Ended::Account(format!("our own address is refused: {e}")), None)),
        };
        if let Err(end) = command(&mut connection, sender, "MAIL FROM", self.patience.answer).await {
            return Ok((of_account(end), Some(connection)));
        }
        let recipient = match letter.to.as_str().parse() {
            Ok(address) => Rcpt::new(address, vec![]),
            Err(e) => {
                return Ok((
                    Ended::Refused { for_good: true, why: format!("the address is refused: {e}") },
                    Some(connection),
                ));
            }
        };
        if let Err(end) = command(&mut connection, recipient, "RCPT TO", self.patience.answer).await {
            return Ok((end, Some(connection)));
        }
        match timeout(self.patience.answer, connection.command(Data)).await {
            Ok(Ok(reply)) if reply.has_code(354) => {}
            other => return Ok((of_reply(other, "DATA"), Some(connection))),
        }
        store.move_letters(&[(letter.id, Move::DataStarted)], clock.now()).await?;
        let ended = match timeout(self.patience.after_dot, connection.message(&letter.bytes)).await {
            Err(_) => Ended::Unknown("no answer to the final dot in time".to_owned()),
            Ok(Ok(reply)) if reply.has_code(250) => Ended::Accepted(reply.message().collect::<Vec<_>>().join(" ")),
            // lettre calls 3xx positive; after the dot it means nothing.
            Ok(Ok(reply)) => Ended::Unknown(format!("an odd answer to the final dot: {:?}", reply.code())),
            Ok(Err(e)) if e.is_permanent() => Ended::Refused { for_good: true, why: e.to_string() },
            Ok(Err(e)) if e.is_transient() => Ended::Refused { for_good: false, why: e.to_string() },
            Ok(Err(e)) => Ended::Unknown(e.to_string()),
        };
        Ok((ended, Some(connection)))
    }

    /// A connection that is logged in.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn connect(&self) -> Result<AsyncSmtpConnection, String> {
        let hello = ClientId::Domain(self.from.domain().to_owned());
        let tls = self.tls()?;
        let address = (self.server.host.as_str(), self.server.port);
        let first = (self.server.tls == Tls::Implicit).then(|| tls.clone());
        let shown = self.server.shown();
        let connecting = AsyncSmtpConnection::connect_tokio1(address, Some(self.patience.answer), &hello, first, None);
        let mut connection = timeout(self.patience.answer, connecting)
            .await
            .map_err(|_| format!("{shown} did not answer in time"))?
            .map_err(|e| format!("{shown}: {e}"))?;
        if self.server.tls == Tls::Starttls {
            let done = timeout(self.patience.answer, connection.starttls(tls, &hello))
                .await
                .map_err(|_| format!("{shown} did not answer to STARTTLS"))?;
            done.map_err(|e| format!("{shown} refused STARTTLS: {e}"))?;
        }
        let Credentials::Password { user, password } = self.login.get().map_err(|e: SecretFault| e.to_string())?;
        let credentials = SmtpCredentials::new(user, password.expose_secret().to_owned());
        let login =
            timeout(self.patience.answer, connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials)).await;
        match login {
            Err(_) => Err(format!("{shown} did not answer to the login")),
            Ok(Ok(reply)) if reply.has_code(235) => Ok(connection),
            Ok(Ok(reply)) => Err(format!("{shown} gave an odd answer to the login: {:?}", reply.code())),
            Ok(Err(e)) => {
                self.login.invalidate();
                Err(format!("{shown} refused the login: {e}"))
            }
        }
    }

    fn tls(&self) -> Result<TlsParameters, String> {
        let mut builder = TlsParameters::builder(self.server.host.clone());
        if let Some(path) = &self.server.ca_file {
            let pem = std::fs::read(path)
                .map_err(|e| format!("the certificate file {} cannot be read: {e}", path.display()))?;
            builder = builder.add_root_certificate(
                Certificate::from_pem(&pem)
                    .map_err(|e| format!("the certificate file {} cannot be used: {e}", path.display()))?,
            );
        }
        builder.build_rustls().map_err(|e| e.to_string())
    }

    /// Nobody knows whether the letter arrived: looks for our own copy; when there is none to be found, sends a harmless
    /// letter once more, unchanged, and leaves any other to a person.
    async fn look_into(&mut self, store: &Store, letter: &Due, clock: &Clock) -> Result<bool, DeliveryFault> {
        let now = clock.now();
        if self.copy_exists(letter).await {
            let step =
                Move::Accepted { evidence: "our own copy is in the Sent folder".to_owned(), file: String::new() };
            store.move_letters(&[(letter.id, step)], now).await?;
            return Ok(true);
        }
        let next = usize::try_from(letter.looks)
            .ok()
            .and_then(|done| LOOKS.get(done))
            .filter(|_| self.copies.as_ref().is_some_and(|c| !c.we_append));
        let step = match next {
            Some(wait) => {
                Move::Unknown { look_at: minutes(now, *wait), why: "no copy of it has been found yet".to_owned() }
            }
            None if letter.once => Move::Held {
                why: "nobody knows whether it arrived: please ask its reader, or release it to send it again"
                    .to_owned(),
            },
            None if letter.resent => Move::Held { why: "it was sent twice, and the server never answered".to_owned() },
            None => Move::Resent { why: "nobody knows whether it arrived; it is sent once more, unchanged".to_owned() },
        };
        store.move_letters(&[(letter.id, step)], now).await?;
        Ok(false)
    }

    async fn copy_exists(&self, letter: &Due) -> bool {
        let Some(copies) = self.copies.as_ref().filter(|copies| !copies.we_append) else { return false };
        let Ok(mut session) = Session::open(&copies.settings).await else { return false };
        let found = session.holds(&copies.folder, &letter.message_id).await.unwrap_or(false);
        session.close().await;
        found
    }

    /// Puts a copy into the Sent folder where the server does not. The letter has left; a copy that fails is only said.
    async fn keep_copy(&self, letter: &Due) {
        let Some(copies) = self.copies.as_ref().filter(|copies| copies.we_append) else { return };
        let kept = async {
            let mut session = Session::open(&copies.settings).await?;
            session.append(&copies.folder, &letter.message_id, &letter.bytes).await?;
            session.close().await;
            Ok::<(), crate::mailbox::imap::ImapFault>(())
        };
        if let Err(fault) = kept.await {
            tracing::warn!(letter = letter.id.0, "no copy was kept in {}: {fault}", copies.folder);
        }
    }
}

async fn command(
    connection: &mut AsyncSmtpConnection,
    command: impl std::fmt::Display,
    name: &str,
    patience: Duration,
) -> Result<(), Ended> {
    match timeout(patience, connection.command(command)).await {
        Ok(Ok(reply)) if reply.has_code(250) || reply.has_code(251) => Ok(()),
        other => Err(of_reply(other, name)),
    }
}

type Replied = Result<
    Result<lettre::transport::smtp::response::Response, lettre::transport::smtp::Error>,
    tokio::time::error::Elapsed,
>;

fn of_reply(replied: Replied, name: &str) -> Ended {
    match replied {
        Err(_) => Ended::Account(format!("no answer to {name}")),
        Ok(Ok(reply)) => {
            Ended::Refused { for_good: false, why: format!("an odd answer to {name}: {:?}", reply.code()) }
        }
        Ok(Err(e)) if e.is_permanent() => Ended::Refused { for_good: true, why: format!("{name}: {e}") },
        Ok(Err(e)) if e.is_transient() => Ended::Refused { for_good: false, why: format!("{name}: {e}") },
        Ok(Err(e)) => Ended::Account(format!("{name}: {e}")),
    }
}

/// A sender that is refused is an affair of the account, not of the letter.
fn of_account(end: Ended) -> Ended {
    match end {
        Ended::Refused { why, .. } => Ended::Account(why),
        Ended::Account(_) | Ended::Accepted(_) | Ended::Unknown(_) => end,
    }
}

fn minutes(now: Timestamp, minutes: i64) -> Timestamp {
    Timestamp::from_second(now.as_second().saturating_add(minutes * 60)).unwrap_or(now)
}

/// 1, 2, 4 … minutes, at most an hour.
fn backoff(attempts: u32) -> i64 {
    (1_i64 << attempts.min(6)).min(60)
}

/// Letters named in logs are named by number.
impl std::fmt::Debug for SmtpCarrier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmtpCarrier({})", self.server.shown())
    }
}
