//! The step: facts, decision, record and outbox in one transaction, with no network inside it (invariant 2).
//!
//! A letter is rendered here, when it is decided, so that what is sent is what was recorded, byte for byte.

mod orders;

use crate::clock::Clock;
use crate::commands::{self, Order, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::{Change, DeskChange};
use crate::domain::facts::Facts;
use crate::domain::meeting::PassedOn;
use crate::domain::{CaseId, MessageNo, ReviewId};
use crate::incoming::{self, Arrival, Prepared};
use crate::reader::Reading;
use crate::render::{RenderFault, Renderer};
use crate::store::{self, Store, StoreFault, Tx, audit, codes, messages, outbox, reviews};
use jiff::Timestamp;

/// What every step works with.
pub struct Office<'a> {
    pub config: &'a Config,
    pub renderer: &'a Renderer,
    pub store: &'a Store,
}

/// A step that was not taken; nothing of it is recorded.
#[derive(Debug, thiserror::Error)]
pub enum StepFault {
    #[error(transparent)]
    Store(#[from] StoreFault),
    #[error(transparent)]
    Render(#[from] RenderFault),
}

impl From<sqlx::Error> for StepFault {
    fn from(e: sqlx::Error) -> Self {
        Self::Store(e.into())
    }
}

/// Why letters of a step are held before they ever leave.
pub const BEFORE_GO_LIVE: &str = "silence before go-live";

/// Decides about a message that has been read, and records it.
///
/// # Errors
/// When the database refuses or a letter cannot be written; the message then still waits.
pub async fn mail(
    office: &Office<'_>,
    number: MessageNo,
    received_at: Timestamp,
    reading: &Reading,
    now: Timestamp,
) -> Result<(), StepFault> {
    // The costly part, reading the form, happens before the right to write is taken.
    let mut prepared = Prepared::new(number, received_at, reading, office.config);
    prepared.vocabulary = commands::names();
    let mut tx = office.store.begin().await?;
    // Another copy may have brought an earlier stamp meanwhile, or another process have handled it.
    let Some(opening) = messages::open(&mut tx, number, &reading.mail).await? else { return Ok(()) };
    prepared.received_at = trusted_stamp(office.config, reading, opening.received_at);
    if prepared.received_at < opening.received_at {
        messages::correct_stamp(&mut tx, number, prepared.received_at).await?;
    }
    if let Some(first) = opening.same_as {
        messages::mark_duplicate(&mut tx, number, first, prepared.received_at, &reading.mail, now).await?;
        let because = [format!("Another copy of message {first}: nothing follows from it.")];
        audit::append(
            &mut tx,
            &audit::Entry {
                at: now,
                actor: "clerk",
                what: "mail",
                case: None,
                message: Some(number),
                because: &because,
            },
        )
        .await?;
        return Ok(tx.commit().await?);
    }
    let facts = store::facts::load(&mut tx, &prepared.lookup(), office.store.key(), now).await?;
    let mut decision = incoming::decide(&Arrival { mail: &prepared, facts: &facts, now });
    if let Some(orders) = &decision.orders {
        let answer = orders::carry_out(office, &mut tx, orders, number, now).await?;
        decision.letters.extend(answer);
    }
    let live = facts.is_live(prepared.received_at);
    record(office, &mut tx, &decision, &Cause { actor: "clerk", what: "mail", message: Some(number), live }, now)
        .await?;
    messages::mark_handled(&mut tx, number, decision.kind, decision.case.as_ref(), &reading.mail, now).await?;
    Ok(tx.commit().await?)
}

/// What the clerk would do about a message, with nothing written.
///
/// # Errors
/// When the database refuses.
pub async fn explain(
    office: &Office<'_>,
    received_at: Timestamp,
    reading: &Reading,
    now: Timestamp,
) -> Result<(Decision, Facts), StepFault> {
    let mut prepared =
        Prepared::new(MessageNo(0), trusted_stamp(office.config, reading, received_at), reading, office.config);
    prepared.vocabulary = commands::names();
    let mut tx = office.store.read_only().await?;
    let facts = store::facts::load(&mut tx, &prepared.lookup(), office.store.key(), now).await?;
    let decision = incoming::decide(&Arrival { mail: &prepared, facts: &facts, now });
    Ok((decision, facts))
}

/// The stamp that counts: the mailbox's, or the topmost `Received` of our own server where that is earlier. It only ever
/// helps the sender (invariant 3).
pub fn trusted_stamp(config: &Config, reading: &Reading, received_at: Timestamp) -> Timestamp {
    let ours = config.clerk.mailbox.received_by.trim().to_lowercase();
    match &reading.mail.received {
        Some(received) if !ours.is_empty() && received.by == ours => received_at.min(received.at),
        Some(_) | None => received_at,
    }
}

/// Who or what caused a step.
pub struct Cause<'a> {
    pub actor: &'a str,
    pub what: &'a str,
    pub message: Option<MessageNo>,
    /// Whether letters may go out.
    pub live: bool,
}

/// Records a decision: changes, letters, questions, reasons.
///
/// # Errors
/// When the database refuses or a letter cannot be written.
pub async fn record(
    office: &Office<'_>,
    tx: &mut Tx,
    decision: &Decision,
    cause: &Cause<'_>,
    now: Timestamp,
) -> Result<(), StepFault> {
    store::apply::changes(tx, &decision.changes, now).await?;
    let mut because = decision.because.clone();
    let mut troubles = vec![];
    let all_held = if decision.letters.is_empty() { None } else { store::hold_all(tx).await? };
    for draft in &decision.letters {
        let rendered = office.renderer.render(draft, office.store.key(), now)?;
        // A letter's own reason comes first: what waits for a release must not go with what waits for go-live.
        let held = match (&draft.hold, &rendered.trouble) {
            (Some(why), _) => Some(why.as_str()),
            (None, _) if !cause.live => Some(BEFORE_GO_LIVE),
            (None, Some(trouble)) => Some(trouble.as_str()),
            // The coordinators' own letters are how a hold is seen and lifted.
            (None, None) if draft.kind.is_for_office() => None,
            (None, None) => all_held.as_deref(),
        };
        let new = outbox::insert(tx, draft, &rendered, cause.message, held, now).await?;
        if let Some(trouble) = &rendered.trouble {
            let question = format!("The letter “{}” waits for you: {trouble}.", rendered.subject);
            let key = format!("letter-trouble:{}", draft.purpose);
            troubles.push(Decision::question(key, question, draft.case.as_ref()));
        }
        because.push(if new {
            format!("Letter: {}.", draft.kind.name)
        } else {
            format!("The letter {} was decided before and is not repeated.", draft.kind.name)
        });
    }
    reviews::open(tx, &decision.reviews, cause.message, now).await?;
    reviews::open(tx, &troubles, cause.message, now).await?;
    because
        .extend(decision.reviews.iter().chain(&troubles).map(|_| "A question waits for the coordinator.".to_owned()));
    let entry = audit::Entry {
        at: now,
        actor: cause.actor,
        what: cause.what,
        case: decision.case.as_ref(),
        message: cause.message,
        because: &because,
    };
    audit::append(tx, &entry).await?;
    // A command may concern many cases; each has it in its own story.
    for case in cases_touched(decision) {
        let entry = audit::Entry {
            at: now,
            actor: cause.actor,
            what: cause.what,
            case: Some(&case),
            message: cause.message,
            because: &because,
        };
        audit::append(tx, &entry).await?;
    }
    Ok(())
}

/// Cases that letters of the decision are about, besides its own.
fn cases_touched(decision: &Decision) -> Vec<CaseId> {
    let mut cases: Vec<CaseId> = decision
        .letters
        .iter()
        .filter_map(|draft| draft.case.clone())
        .filter(|case| Some(case) != decision.case.as_ref())
        .collect();
    cases.sort();
    cases.dedup();
    cases
}

/// What was said to a command that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Done(String),
    /// It cannot be undone: what would be done, and the code that confirms it.
    NeedsCode {
        would: String,
        code: String,
    },
}

/// Carries out a command, and gives the answer to it. A refusal changes nothing.
///
/// # Errors
/// When the database refuses or a letter cannot be written.
pub async fn command(
    office: &Office<'_>,
    line: &str,
    by: &str,
    clock: &Clock,
) -> Result<Result<Answer, Refusal>, StepFault> {
    let mut tx = office.store.begin().await?;
    // Its time is when its turn has come.
    let now = clock.now();
    let answer =
        command_within(office, &mut tx, line, &Giver { by, message: None, settles: None, files: &[] }, now).await?;
    if answer.is_ok() {
        tx.commit().await?;
    }
    Ok(answer)
}

/// Carries out what a one-time code was drawn for.
///
/// # Errors
/// When the database refuses or a letter cannot be written.
pub async fn confirm(
    office: &Office<'_>,
    code: &str,
    by: &str,
    clock: &Clock,
) -> Result<Result<Answer, Refusal>, StepFault> {
    let mut tx = office.store.begin().await?;
    // Its time is when its turn has come.
    let now = clock.now();
    let answer =
        confirm_within(office, &mut tx, code, &Giver { by, message: None, settles: None, files: &[] }, now).await?;
    if answer.is_ok() {
        tx.commit().await?;
    }
    Ok(answer)
}

/// Who gives a command, and by which mail.
#[derive(Debug, Clone, Copy)]
pub struct Giver<'a> {
    pub by: &'a str,
    pub message: Option<MessageNo>,
    /// The question that the command answers: it is settled when the command has been carried out.
    pub settles: Option<ReviewId>,
    /// Files of that mail that may be sent on.
    pub files: &'a [PassedOn],
}

/// A command within a transaction: one mail may give several, and each sees what those before it changed.
async fn command_within(
    office: &Office<'_>,
    tx: &mut Tx,
    line: &str,
    giver: &Giver<'_>,
    now: Timestamp,
) -> Result<Result<Answer, Refusal>, StepFault> {
    let outcome = match decided(office, tx, line, giver, now).await? {
        Ok(outcome) => outcome,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(shape) = &outcome.confirm {
        let code = codes::draw(tx, line.trim(), shape, giver.by, now).await?;
        let because = [format!("Asked for by {}: waits for its one-time code.", giver.by)];
        let what = format!("command: {line}");
        let entry = audit::Entry {
            at: now,
            actor: giver.by,
            what: &what,
            case: None,
            message: giver.message,
            because: &because,
        };
        audit::append(tx, &entry).await?;
        return Ok(Ok(Answer::NeedsCode { would: outcome.answer, code }));
    }
    carry_out(office, tx, line, outcome, giver, now).await.map(Ok)
}

/// Confirms within a transaction.
async fn confirm_within(
    office: &Office<'_>,
    tx: &mut Tx,
    code: &str,
    giver: &Giver<'_>,
    now: Timestamp,
) -> Result<Result<Answer, Refusal>, StepFault> {
    let refuse = |why: &str| Ok(Err(Refusal::Refused(why.to_owned())));
    let Some(drawn) = codes::find(tx, code).await? else { return refuse("No command waits for this code.") };
    if drawn.asked_by != giver.by {
        return refuse("This code was given to somebody else: whoever asked must confirm.");
    }
    if drawn.used {
        return refuse("This code has been used already. A code is good for one time.");
    }
    if drawn.expires_at <= now {
        return refuse("This code is no longer good: give the command again for a fresh one.");
    }
    let outcome = match decided(office, tx, &drawn.command, giver, now).await? {
        Ok(outcome) => outcome,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if outcome.confirm.as_deref() != Some(drawn.shape.as_str()) {
        return refuse(
            "Something has changed since this code was given, so that it would now do something else. Give the command again to see what.",
        );
    }
    if !codes::spend(tx, code, now).await? {
        return refuse("This code has been used already. A code is good for one time.");
    }
    carry_out(office, tx, &drawn.command, outcome, giver, now).await.map(Ok)
}

/// What a command would do, as things stand now.
async fn decided(
    office: &Office<'_>,
    tx: &mut Tx,
    line: &str,
    giver: &Giver<'_>,
    now: Timestamp,
) -> Result<Result<commands::Outcome, Refusal>, StepFault> {
    let (found, said) = match commands::find(line) {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let lookup = match (found.lookup)(&said, office.config) {
        Ok(lookup) => lookup,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let facts = store::facts::load(tx, &lookup, office.store.key(), now).await?;
    Ok((found.decide)(&Order {
        said: &said,
        config: office.config,
        facts: &facts,
        now,
        by: giver.by,
        message: giver.message,
        files: giver.files,
    }))
}

async fn carry_out(
    office: &Office<'_>,
    tx: &mut Tx,
    line: &str,
    mut outcome: commands::Outcome,
    giver: &Giver<'_>,
    now: Timestamp,
) -> Result<Answer, StepFault> {
    // Unless it was only put off.
    let put_off = outcome.decision.changes.iter().any(|c| matches!(c, Change::Desk(DeskChange::ReviewHeld { .. })));
    if let Some(review) = giver.settles.filter(|_| !put_off) {
        let (by, outcome_words) = (giver.by.to_owned(), line.trim().to_owned());
        outcome.decision.changes.push(Change::Desk(DeskChange::ReviewDecided { review, by, outcome: outcome_words }));
    }
    let live = store::facts::go_live(tx).await?.is_some_and(|live| live <= now);
    let what = format!("command: {line}");
    let cause = Cause { actor: giver.by, what: &what, message: giver.message, live };
    record(office, tx, &outcome.decision, &cause, now).await?;
    Ok(Answer::Done(outcome.done.unwrap_or(outcome.answer)))
}
