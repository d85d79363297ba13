//! What stories about meetings need: people of the register, answers as Google and Apple write them, what the record says.

use super::office::Office;
use alliance_clerk::domain::change::{Change, OutcomeChange, RegisterChange};
use alliance_clerk::domain::register::{Designation, Status};
use alliance_clerk::domain::{CaseId, EmailAddress, ProgrammeId};
use alliance_clerk::store::Tx;
use jiff::civil::Date;

async fn record(office: &Office, changes: Vec<Change>) {
    let mut tx: Tx = office.app.store.begin().await.unwrap();
    alliance_clerk::store::apply::changes(&mut tx, &changes, office.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// `Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School`: an entry of the register.
pub async fn designated(office: &Office, said: &str, since: Date) {
    let (programme, said) = said.strip_prefix("of ").and_then(|rest| rest.split_once(' ')).unwrap_or(("sle", said));
    let [person, specialism, school] = said.splitn(3, ", ").collect::<Vec<_>>()[..] else { panic!("{said}") };
    let (name, address) = person.split_once(" <").expect("NAME <ADDRESS>");
    let email = EmailAddress::parse(address).unwrap();
    let designation = Designation {
        specialism: specialism.to_owned(),
        school: school.to_owned(),
        ..Designation::new(ProgrammeId::parse(programme).unwrap(), name.to_owned(), email, since)
    };
    record(office, vec![Change::Outcome(OutcomeChange::Entered { designation: Box::new(designation) })]).await;
}

async fn entry(office: &Office, address: &str) -> CaseId {
    let register = office.app.store.list_register().await.unwrap();
    register.into_iter().find(|entry| entry.email.folded() == address).and_then(|entry| entry.number).expect("an entry")
}

/// `p.nair@hazelbank.example paused`.
pub async fn status(office: &Office, said: &str, since: Date) {
    let (address, word) = said.split_once(' ').expect("ADDRESS STATUS");
    let entry = entry(office, address).await;
    let status = Status::read(word).expect("a status");
    let because = "the story says so".to_owned();
    record(office, vec![Change::Register(RegisterChange::StatusSet { entry, status, since, because })]).await;
}

/// `p.nair@hazelbank.example core`.
pub async fn trained(office: &Office, said: &str, taken_on: Date) {
    let (address, module) = said.split_once(' ').expect("ADDRESS MODULE");
    let entry = entry(office, address).await;
    let training = alliance_clerk::domain::register::Training { module: module.to_owned(), taken_on, meeting: None };
    record(office, vec![Change::Register(RegisterChange::Trained { entry, training })]).await;
}

/// What an invitee has said, as the record has it: `accepted`, `unanswered`, with their words after a colon.
pub async fn answer(office: &Office, number: &str, address: &str) -> String {
    let meetings = office.app.store.list_meetings().await.unwrap();
    let meeting = meetings.iter().find(|m| m.number.to_string() == number).unwrap_or_else(|| panic!("no {number}"));
    let Some(invitee) = meeting.invitees.iter().find(|i| i.email.folded() == address) else {
        return "uninvited".to_owned();
    };
    let word = invitee.answer.map_or("unanswered", |answer| answer.word());
    if invitee.words.is_empty() { word.to_owned() } else { format!("{word}: {}", invitee.words) }
}

/// Who has taken a module, by name.
pub async fn trained_in(office: &Office, module: &str) -> String {
    let register = office.app.store.list_register().await.unwrap();
    let mut names: Vec<String> =
        register.into_iter().filter(|entry| entry.has_taken(module)).map(|entry| entry.name).collect();
    names.sort();
    names.join(", ")
}

/// Who came, by name, as the record has it.
pub async fn attended(office: &Office, number: &str) -> String {
    let meetings = office.app.store.list_meetings().await.unwrap();
    let meeting = meetings.iter().find(|m| m.number.to_string() == number).unwrap_or_else(|| panic!("no {number}"));
    let names = |came: bool| {
        let mut names: Vec<&str> =
            meeting.invitees.iter().filter(|i| i.attended == Some(came)).map(|i| i.name.as_str()).collect();
        names.sort_unstable();
        if names.is_empty() { "nobody".to_owned() } else { names.join(", ") }
    };
    if meeting.invitees.iter().all(|invitee| invitee.attended.is_none()) {
        return "unknown".to_owned();
    }
    format!("{}; absent {}", names(true), names(false))
}

/// Everything that `why` tells of a number, as one text.
pub async fn story_of(office: &Office, number: &str) -> String {
    let (messages, steps, letters) = office.app.store.story(&CaseId::parse(number).unwrap()).await.unwrap();
    let messages = messages.iter().map(|m| format!("mail {}: {}", m.kind, m.subject));
    let steps = steps.iter().map(|s| format!("{}: {}", s.what, s.because.join(" / ")));
    let letters = letters.iter().map(|l| format!("letter {} to {}", l.letter, l.to));
    messages.chain(steps).chain(letters).collect::<Vec<_>>().join("\n")
}
