//! The commands of one mail, carried out one after the other, and the letter that says what became of each.

use super::{Answer, Giver, Office, StepFault, command_within, confirm_within};
use crate::commands::{self, Refusal};
use crate::decision::{Meaning, OrderLine, Orders};
use crate::domain::MessageNo;
use crate::letters::Draft;
use crate::letters::command_answer::{Answered, CommandAnswer};
use crate::store::Tx;
use jiff::Timestamp;

/// Carries them out. Gives the answer, unless a fresh digest is all that was asked for: then that is the answer.
pub async fn carry_out(
    office: &Office<'_>,
    tx: &mut Tx,
    orders: &Orders,
    message: MessageNo,
    now: Timestamp,
) -> Result<Option<Draft>, StepFault> {
    let mut lines = vec![];
    for line in &orders.lines {
        lines.push(one(office, tx, orders, line, message, now).await?);
    }
    let only_digest = matches!(orders.lines.as_slice(), [OrderLine { meaning: Meaning::Command { line, .. }, .. }] if line.eq_ignore_ascii_case("digest"));
    if only_digest && lines.iter().all(|line| line.became == DONE) {
        return Ok(None);
    }
    let letter = CommandAnswer { name: orders.by.clone(), topic: orders.topic.clone(), lines, stopped: orders.stopped };
    let purpose = format!("command-answer:{message}");
    Ok(Some(Draft::new(&letter, orders.to.clone(), &orders.by, purpose).answering(orders.thread.clone())))
}

const DONE: &str = "Done";
const NOT_DONE: &str = "Not done";
const WAITS: &str = "Waits for your code";

async fn one(
    office: &Office<'_>,
    tx: &mut Tx,
    orders: &Orders,
    line: &OrderLine,
    message: MessageNo,
    now: Timestamp,
) -> Result<Answered, StepFault> {
    let giver = |settles| Giver { by: &orders.by, message: Some(message), settles, files: &orders.files };
    let done = match &line.meaning {
        Meaning::Command { line, settles } => command_within(office, tx, line, &giver(*settles), now).await?,
        Meaning::Code(code) => confirm_within(office, tx, code, &giver(None), now).await?,
        Meaning::Help => Ok(Answer::Done(commands::help())),
        Meaning::Answer(sentence) => Err(Refusal::Refused(sentence.clone())),
        Meaning::Unknown(words) => Err(puzzled(words)),
    };
    let (became, answer, code) = match done {
        Ok(Answer::Done(answer)) => (DONE, answer, String::new()),
        Ok(Answer::NeedsCode { would, code }) => (WAITS, would, code),
        Err(refusal) => {
            (NOT_DONE, refusal.to_string().replace("`do help` prints all", "Reply `help` for all"), String::new())
        }
    };
    let answer: Vec<String> =
        answer.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    Ok(Answered { said: line.said.clone(), became: became.to_owned(), answer, code })
}

/// What is said to a line that begins with no command: the nearest one, where there is any.
fn puzzled(words: &str) -> Refusal {
    match commands::find(words) {
        Err(Refusal::Misunderstood(sentence)) if sentence.contains("Did you mean") => Refusal::Misunderstood(sentence),
        Ok(_) | Err(Refusal::Misunderstood(_) | Refusal::Refused(_)) => {
            Refusal::Misunderstood("I did not understand this line. Reply `help` for all commands.".to_owned())
        }
    }
}
