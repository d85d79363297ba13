//! Places at an event that has only so many: acceptance takes one, first come, first served.
//!
//! Our server's stamp on the answer decides, to the second, as things stand when it is handled. Nobody who was given a place
//! loses it; who gives one up passes it to the next who waits, in the order of the stamps.

use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::civil;
use crate::domain::meeting::{Attendance, Invitee, Meeting};
use crate::letters::meeting::MeetingWords;
use crate::letters::training_place::TrainingPlace;
use crate::letters::training_thanks::TrainingThanks;
use crate::letters::training_waiting::TrainingWaiting;
use crate::letters::{Draft, Letter, Thread, greeting};
use jiff::Timestamp;

/// An answer, and the mail that it came by.
pub struct Answered<'a> {
    pub invitee: &'a Invitee,
    pub answer: Attendance,
    pub at: Timestamp,
    /// The mail to be answered; `None` where a coordinator gave the answer for somebody.
    pub thread: Option<Thread>,
}

/// What an answer means for the places of an event. `false`: the answer is not to be recorded, because it would give up a
/// place that nobody has said is given up.
pub fn answered(config: &Config, meeting: &Meeting, said: Answered<'_>, decision: &mut Decision) -> bool {
    let Some(places) = meeting.places else { return true };
    let Answered { invitee, answer, at, thread } = said;
    let waits = invitee.waits_since.is_some();
    match answer {
        Attendance::Accepted if invitee.has_place() => {}
        Attendance::Accepted if waits => {
            wait(meeting, invitee, invitee.waits_since.unwrap_or(at), at, thread, decision)
        }
        Attendance::Accepted => {
            let taken = meeting.invitees.iter().filter(|other| other.has_place()).count();
            // Whoever waits for a place that is free will have it this morning.
            if taken + meeting.waiting().len() >= usize::try_from(places).unwrap_or(usize::MAX) {
                decision.because("All places are taken: they wait for one.");
                decision.changes.push(waiting(meeting, invitee, Some(at)));
                wait(meeting, invitee, at, at, thread, decision);
            }
        }
        Attendance::Declined if waits => {
            decision.because("They no longer wait for a place.");
            decision.changes.push(waiting(meeting, invitee, None));
            thank(config, meeting, invitee, (at, thread), false, decision);
        }
        Attendance::Declined if invitee.has_place() => {
            let passed_on = give(meeting, 1, decision) > 0;
            thank(config, meeting, invitee, (at, thread), passed_on, decision);
        }
        Attendance::Declined => {}
        Attendance::Perhaps if waits => {
            decision.because("They wait for a place; “perhaps” changes nothing of that.");
            return false;
        }
        Attendance::Perhaps if invitee.has_place() => {
            decision.because("They have a place, and “perhaps” does not give it up: a person asks.");
            let number = &meeting.number;
            let question = format!(
                "{} has a place at {} ({number}), and now says “perhaps”. The place stays theirs until somebody says otherwise. Shall it go to somebody else?",
                invitee.name, meeting.title
            );
            let key = format!("meeting:{number}:perhaps:{}", invitee.email.folded());
            let review = Decision::question(key, question, Some(number));
            decision.put(review.may("give on", format!("rsvp {number} {} no because …", invitee.email)));
            return false;
        }
        Attendance::Perhaps => {}
    }
    true
}

/// Gives so many free places to those who have waited longest, and tells them. Returns to how many.
pub fn give(meeting: &Meeting, free: usize, decision: &mut Decision) -> usize {
    let next: Vec<&Invitee> = meeting.waiting().into_iter().take(free).collect();
    for invitee in &next {
        decision.because(format!("{} has waited longest and has the place.", invitee.name));
        decision.changes.push(waiting(meeting, invitee, None));
        let letter = TrainingPlace { name: greeting(&invitee.name), meeting: MeetingWords::of(meeting) };
        let since = invitee.waits_since.map_or(0, Timestamp::as_second);
        decision.letters.push(draft(meeting, invitee, &letter, since, None));
    }
    next.len()
}

/// How many places are free.
pub fn free(meeting: &Meeting) -> usize {
    let Some(places) = meeting.places else { return 0 };
    let taken = meeting.invitees.iter().filter(|other| other.has_place()).count();
    usize::try_from(places).unwrap_or(usize::MAX).saturating_sub(taken)
}

fn waiting(meeting: &Meeting, invitee: &Invitee, since: Option<Timestamp>) -> Change {
    Change::Meeting(MeetingChange::Waits { meeting: meeting.number.clone(), email: invitee.email.clone(), since })
}

/// Tells somebody where they stand on the waiting list.
fn wait(
    meeting: &Meeting,
    invitee: &Invitee,
    since: Timestamp,
    at: Timestamp,
    thread: Option<Thread>,
    decision: &mut Decision,
) {
    let before = meeting.waiting().into_iter().filter(|other| other.email != invitee.email);
    let before = before.filter(|other| other.waits_since.is_some_and(|theirs| theirs <= since)).count();
    let position = u32::try_from(before + 1).unwrap_or(u32::MAX);
    let letter = TrainingWaiting {
        name: greeting(&invitee.name),
        meeting: MeetingWords::of(meeting),
        position: if position == 1 { "next".to_owned() } else { civil::ordinal(position) },
        received: civil::stamp_in_words(meeting.zone.civil(since)),
    };
    decision.letters.push(draft(meeting, invitee, &letter, at.as_second(), thread));
}

fn thank(
    config: &Config,
    meeting: &Meeting,
    invitee: &Invitee,
    (at, thread): (Timestamp, Option<Thread>),
    passed_on: bool,
    decision: &mut Decision,
) {
    let modules =
        config.programme(&meeting.programme).map(|programme| programme.training.as_slice()).unwrap_or_default();
    let letter = TrainingThanks {
        name: greeting(&invitee.name),
        meeting: MeetingWords::of(meeting),
        waited: invitee.waits_since.is_some(),
        passed_on,
        required: modules.iter().any(|module| module.required && Some(&module.id) == meeting.module.as_ref()),
    };
    decision.letters.push(draft(meeting, invitee, &letter, at.as_second(), thread));
}

/// Somebody may wait, come and go more than once: each time has its moment in the letter's purpose.
fn draft<L: Letter>(meeting: &Meeting, invitee: &Invitee, letter: &L, moment: i64, thread: Option<Thread>) -> Draft {
    let purpose = format!("{}:{}:{}:{moment}", L::KIND.name, meeting.number, invitee.email.folded());
    let draft = Draft::new(letter, invitee.email.clone(), &invitee.name, purpose).about(&meeting.number);
    match thread {
        Some(thread) => draft.answering(thread),
        None => draft,
    }
}
