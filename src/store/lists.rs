//! What the listings and `why` show.

use super::rows::{self, text, whole};
use super::{Store, StoreFault, Tx};
use crate::domain::application::Application;
use crate::domain::deployment::Deployment;
use crate::domain::facts::{Facts, Ledger, Lookup};
use crate::domain::invoice::Standing;
use crate::domain::meeting::{self, Meeting};
use crate::domain::project::Project;
use crate::domain::register::{Designation, Establishment, Urn};
use crate::domain::visit::Visit;
use crate::domain::window::Window;
use crate::domain::{CaseId, LetterId, MessageNo};
use jiff::Timestamp;
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

/// A message, as `inbox` lists it.
#[derive(Debug, Clone)]
pub struct MessageRow {
    pub number: MessageNo,
    pub received_at: Timestamp,
    pub state: String,
    pub kind: String,
    pub case: String,
    pub sender: String,
    pub subject: String,
    pub last_error: String,
}

/// A letter, as `outbox` lists it.
#[derive(Debug, Clone)]
pub struct LetterRow {
    pub id: LetterId,
    pub letter: String,
    pub to: String,
    pub case: String,
    pub state: String,
    pub held_because: String,
    pub subject: String,
    pub message_id: String,
    pub file: String,
    pub purpose: String,
    pub cause: Option<MessageNo>,
    pub created_at: Timestamp,
    pub accepted_at: String,
    pub last_error: String,
    pub not_before: String,
}

/// A row of the audit log.
#[derive(Debug, Clone)]
pub struct AuditRow {
    pub at: Timestamp,
    pub actor: String,
    pub what: String,
    pub message: Option<MessageNo>,
    pub because: Vec<String>,
}

/// Numbers for `status`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    pub waiting: i64,
    pub handled: i64,
    pub parked: i64,
    pub queued: i64,
    pub unknown: i64,
    pub failed: i64,
    pub held: i64,
    pub accepted: i64,
    pub applications: i64,
}

fn message_row(row: &SqliteRow) -> Result<MessageRow, StoreFault> {
    Ok(MessageRow {
        number: MessageNo(whole(row, "id")?),
        received_at: rows::instant(&text(row, "received_at")?)?,
        state: text(row, "state")?,
        kind: text(row, "kind")?,
        case: text(row, "case_no")?,
        sender: text(row, "sender")?,
        subject: text(row, "subject")?,
        last_error: text(row, "last_error")?,
    })
}

fn letter_row(row: &SqliteRow) -> Result<LetterRow, StoreFault> {
    Ok(LetterRow {
        id: LetterId(whole(row, "id")?),
        letter: text(row, "letter")?,
        to: text(row, "recipient")?,
        case: text(row, "case_no")?,
        state: text(row, "state")?,
        held_because: text(row, "held_because")?,
        subject: text(row, "subject")?,
        message_id: text(row, "message_id")?,
        file: text(row, "file")?,
        purpose: text(row, "purpose")?,
        cause: row.try_get::<Option<i64>, _>("cause")?.map(MessageNo),
        created_at: rows::instant(&text(row, "created_at")?)?,
        accepted_at: text(row, "accepted_at")?,
        last_error: text(row, "last_error")?,
        not_before: text(row, "not_before")?,
    })
}

impl Store {
    /// Messages, oldest receipt first; `state` may be empty for all.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_messages(&self, state: &str) -> Result<Vec<MessageRow>, StoreFault> {
        let found = sqlx::query("SELECT id, received_at, state, kind, case_no, sender, subject, last_error FROM message WHERE $1 = '' OR state = $1 ORDER BY received_at, id")
            .bind(state)
            .fetch_all(self.reader())
            .await?;
        found.iter().map(message_row).collect()
    }

    /// Letters, oldest first; `state` may be empty for all.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_letters(&self, state: &str) -> Result<Vec<LetterRow>, StoreFault> {
        let found = sqlx::query(
            "SELECT id, letter, recipient, case_no, state, held_because, subject, message_id, file, purpose, cause, created_at, accepted_at, last_error, not_before
             FROM outbox WHERE $1 = '' OR state = $1 ORDER BY id",
        )
        .bind(state)
        .fetch_all(self.reader())
        .await?;
        found.iter().map(letter_row).collect()
    }

    /// Letters that have left since an instant, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn letters_accepted_since(&self, since: Timestamp) -> Result<Vec<LetterRow>, StoreFault> {
        let found = sqlx::query(
            "SELECT id, letter, recipient, case_no, state, held_because, subject, message_id, file, purpose, cause, created_at, accepted_at, last_error, not_before
             FROM outbox WHERE state = 'accepted' AND accepted_at >= $1 ORDER BY id",
        )
        .bind(super::stamp(since))
        .fetch_all(self.reader())
        .await?;
        found.iter().map(letter_row).collect()
    }

    /// The bytes of a letter.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn letter_bytes(&self, id: LetterId) -> Result<Option<Vec<u8>>, StoreFault> {
        let row =
            sqlx::query("SELECT bytes FROM outbox WHERE id = $1").bind(id.0).fetch_optional(self.reader()).await?;
        Ok(row.map(|row| row.try_get("bytes")).transpose()?)
    }

    /// All applications with the windows they belong to, in the order of their numbers.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_applications(&self) -> Result<(Vec<Application>, Vec<Window>), StoreFault> {
        let mut tx = self.read_only().await?;
        let windows = super::facts::windows(&mut tx).await?;
        let ids =
            sqlx::query("SELECT id FROM application ORDER BY programme, year, number").fetch_all(&mut *tx).await?;
        let mut applications = Vec::with_capacity(ids.len());
        for row in &ids {
            applications.push(super::facts::application(&mut tx, whole(row, "id")?).await?);
        }
        Ok((applications, windows))
    }

    /// All windows.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_windows(&self) -> Result<Vec<Window>, StoreFault> {
        let mut tx = self.read_only().await?;
        super::facts::windows(&mut tx).await
    }

    /// The register of designated people, in the order of their entries.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_register(&self) -> Result<Vec<Designation>, StoreFault> {
        let mut tx = self.read_only().await?;
        let (_, _, register) = super::facts::people::all(&mut tx).await?;
        Ok(register)
    }

    /// All projects, in the order in which they were agreed.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_projects(&self) -> Result<Vec<Project>, StoreFault> {
        let mut tx = self.read_only().await?;
        super::facts::projects::load(&mut tx, super::facts::projects::Wanted::All).await
    }

    /// All deployments in the order in which they were asked for, with their visits in the order of their days.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_deployments(&self) -> Result<(Vec<Deployment>, Vec<Visit>), StoreFault> {
        let mut tx = self.read_only().await?;
        let deployments = super::facts::deployments::load(&mut tx, super::facts::deployments::Wanted::All).await?;
        let numbers: Vec<String> = deployments.iter().map(|deployment| deployment.number.to_string()).collect();
        let wanted = super::facts::visits::Wanted::Of { deployments: &numbers, people: &[] };
        let visits = super::facts::visits::load(&mut tx, wanted).await?;
        Ok((deployments, visits))
    }

    /// All of the books at one moment, and where each day stands in them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_ledger(&self) -> Result<(Facts, Vec<Standing>), StoreFault> {
        let mut tx = self.read_only().await?;
        super::facts::ledger(&mut tx).await
    }

    /// What of the books waits: drafts, and what is not settled.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn open_ledger(&self, now: Timestamp) -> Result<Facts, StoreFault> {
        let ledger = Ledger { drafts: true, open: true, ..Ledger::default() };
        let lookup = Lookup { ledger, ..Lookup::default() };
        super::facts::load(&mut self.read_only().await?, &lookup, self.key(), now).await
    }

    /// The drafts alone, with the days that stand on them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn drafts(&self, now: Timestamp) -> Result<Facts, StoreFault> {
        let lookup = Lookup { ledger: Ledger { drafts: true, ..Ledger::default() }, ..Lookup::default() };
        super::facts::load(&mut self.read_only().await?, &lookup, self.key(), now).await
    }

    /// Deployments that are under way or ended lately, with what is drafted and the schools that it concerns.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn work_under_way(&self, now: Timestamp) -> Result<Facts, StoreFault> {
        let ledger = Ledger { drafts: true, ..Ledger::default() };
        let lookup = Lookup { deployments: true, ledger, ..Lookup::default() };
        super::facts::load(&mut self.read_only().await?, &lookup, self.key(), now).await
    }

    /// All meetings and trainings, in the order of their dates.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_meetings(&self) -> Result<Vec<Meeting>, StoreFault> {
        let mut tx = self.read_only().await?;
        super::facts::meetings::load(&mut tx, Some(jiff::civil::DateTime::MIN), &[]).await
    }

    /// Meetings and events to which somebody was ever invited, in the order of their dates.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn meetings_of(&self, entry: &Designation) -> Result<Vec<Meeting>, StoreFault> {
        let number = entry.number.as_ref();
        let found = sqlx::query(
            "SELECT year, number FROM meeting WHERE id IN
             (SELECT meeting_id FROM invitee WHERE email = $1 OR (reg_number > 0 AND reg_year = $2 AND reg_number = $3))",
        )
        .bind(entry.email.folded())
        .bind(number.map_or(0, |number| i64::from(number.year())))
        .bind(number.map_or(0, |number| i64::from(number.number())))
        .fetch_all(self.reader())
        .await?;
        let mut named = vec![];
        for row in &found {
            named.push(super::facts::people::numbered(meeting::PREFIX, row)?.to_string());
        }
        super::facts::meetings(&mut self.read_only().await?, &named).await
    }

    /// Schools of the national register by URN, by postcode, or by words of their names; open ones first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find_establishments(&self, words: &str, most: usize) -> Result<Vec<Establishment>, StoreFault> {
        super::facts::people::matching(&mut self.read_only().await?, words, most).await
    }

    /// All schools of the national register that some numbers name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn establishments(&self, urns: &[Urn]) -> Result<Vec<Establishment>, StoreFault> {
        let wanted: Vec<String> = urns.iter().map(ToString::to_string).collect();
        super::facts::people::establishments(&mut self.read_only().await?, &wanted).await
    }

    /// Whether the national register has been imported.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn has_national_register(&self) -> Result<bool, StoreFault> {
        super::facts::has_national_register(&mut self.read_only().await?).await
    }

    /// A transaction that sees one moment of the database and writes nothing.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn read_only(&self) -> Result<Tx, StoreFault> {
        Ok(Tx::reading(self.reader().begin().await?))
    }

    /// # Errors
    /// When the database refuses.
    pub async fn counts(&self) -> Result<Counts, StoreFault> {
        let row = sqlx::query(
            "SELECT (SELECT COUNT(*) FROM message WHERE state = 'stored') AS waiting,
                    (SELECT COUNT(*) FROM message WHERE state IN ('handled', 'duplicate')) AS handled,
                    (SELECT COUNT(*) FROM message WHERE state = 'parked') AS parked,
                    (SELECT COUNT(*) FROM outbox WHERE state IN ('queued', 'claimed', 'data_started')) AS queued,
                    (SELECT COUNT(*) FROM outbox WHERE state = 'unknown') AS unknown,
                    (SELECT COUNT(*) FROM outbox WHERE state = 'failed') AS failed,
                    (SELECT COUNT(*) FROM outbox WHERE state = 'held') AS held,
                    (SELECT COUNT(*) FROM outbox WHERE state = 'accepted') AS accepted,
                    (SELECT COUNT(*) FROM application) AS applications",
        )
        .fetch_one(self.reader())
        .await?;
        let n = |column| whole(&row, column);
        Ok(Counts {
            waiting: n("waiting")?,
            handled: n("handled")?,
            parked: n("parked")?,
            queued: n("queued")?,
            unknown: n("unknown")?,
            failed: n("failed")?,
            held: n("held")?,
            accepted: n("accepted")?,
            applications: n("applications")?,
        })
    }

    /// Everything that was recorded about a case: messages, steps, letters.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn story(&self, case: &CaseId) -> Result<(Vec<MessageRow>, Vec<AuditRow>, Vec<LetterRow>), StoreFault> {
        let case = case.to_string();
        let messages = sqlx::query("SELECT id, received_at, state, kind, case_no, sender, subject, last_error FROM message WHERE case_no = $1 ORDER BY received_at, id")
            .bind(&case)
            .fetch_all(self.reader())
            .await?;
        let audit =
            sqlx::query("SELECT at, actor, what, message_id, because FROM audit WHERE case_no = $1 ORDER BY id")
                .bind(&case)
                .fetch_all(self.reader())
                .await?;
        let letters = sqlx::query(
            "SELECT id, letter, recipient, case_no, state, held_because, subject, message_id, file, purpose, cause, created_at, accepted_at, last_error, not_before
             FROM outbox WHERE case_no = $1 ORDER BY id",
        )
        .bind(&case)
        .fetch_all(self.reader())
        .await?;
        Ok((
            messages.iter().map(message_row).collect::<Result<_, _>>()?,
            audit.iter().map(audit_row).collect::<Result<_, _>>()?,
            letters.iter().map(letter_row).collect::<Result<_, _>>()?,
        ))
    }

    /// The steps that a message caused.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn steps_of(&self, message: MessageNo) -> Result<Vec<AuditRow>, StoreFault> {
        let found =
            sqlx::query("SELECT at, actor, what, message_id, because FROM audit WHERE message_id = $1 ORDER BY id")
                .bind(message.0)
                .fetch_all(self.reader())
                .await?;
        found.iter().map(audit_row).collect()
    }
}

fn audit_row(row: &SqliteRow) -> Result<AuditRow, StoreFault> {
    Ok(AuditRow {
        at: rows::instant(&text(row, "at")?)?,
        actor: text(row, "actor")?,
        what: text(row, "what")?,
        message: row.try_get::<Option<i64>, _>("message_id")?.map(MessageNo),
        because: text(row, "because")?.lines().map(str::to_owned).collect(),
    })
}
