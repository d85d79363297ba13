//! Days that were worked: from whoever was there, in a line of mail, on a form or in a sheet; and what the supported school
//! says of them.
//!
//! What is plain is logged and echoed; what is not is asked in the same letter, and never guessed. Days count from the address
//! that was agreed for the work, or the one that the register has; from any other a person looks.

pub mod echo;
mod head;
mod odd;
pub mod read;
pub mod take;
pub mod who;
mod words;

pub use super::quoted::spaced;
pub use words::is_thanks;

use super::{Arrival, besides};
use crate::decision::{Decision, MailKind, Review};
use crate::domain::change::{Change, VisitChange};
use crate::domain::deployment::{self, PlannedVisit};
use crate::domain::facts::SentLetter;
use crate::domain::visit::OpenLog;
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, EmailAddress, MessageNo, civil, listed};
use crate::incoming::quoted::{in_short, they_write};
use crate::letters::visit::{noted, record, settled};
use crate::letters::{Draft, greeting};
use echo::echo;
use jiff::civil::Date;
use read::{Log, Understood};
use serde_json::{Value, json};
use take::Taking;
use who::{Place, Work, all_of, places};

/// Letters to whoever does the work, about days.
fn is_to_person(letter: &SentLetter) -> bool {
    let own = [noted::KIND.name, record::KIND.name, settled::KIND.name];
    own.contains(&letter.letter.as_str()) && letter.case.as_ref().is_some_and(is_deployment)
}

fn is_deployment(case: &CaseId) -> bool {
    case.prefix() == deployment::PREFIX
}

/// An answer to a letter of ours about days: of whoever does the work, or of the supported school.
pub fn answer(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    if let Some(decision) = head::consider(arrival) {
        return Some(decision);
    }
    let letter = arrival.facts.answered.iter().find(|letter| is_to_person(letter))?;
    let works = all_of(mail.config, arrival.facts, sender);
    if works.is_empty() || letter.to != *sender {
        return Some(stranger(arrival, letter));
    }
    Some(of_person(arrival, &works, Some(letter)).unwrap_or_else(|| not_understood(arrival, &works, letter)))
}

/// A log that answers nothing of ours.
pub fn log(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let works = all_of(mail.config, arrival.facts, mail.sender()?);
    if works.is_empty() { None } else { of_person(arrival, &works, None) }
}

fn key(arrival: &Arrival<'_>, what: &str) -> String {
    format!("visit-log:{what}:{}", arrival.mail.message)
}

/// Somebody else answers a letter of ours about days.
fn stranger(arrival: &Arrival<'_>, letter: &SentLetter) -> Decision {
    let mail = arrival.mail;
    let from = mail.sender().map(ToString::to_string).unwrap_or_default();
    let mut decision = Decision::new(MailKind::VisitLog);
    decision.case.clone_from(&letter.case);
    decision.facts = facts(&[], false);
    decision
        .because("It answers a letter about days worked, and does not come from whom that went to: nothing is logged.");
    let question = format!(
        "{from} has answered our letter “{}”, which went to {}. I have logged and changed nothing. Whose words are these?{}",
        letter.subject,
        letter.to,
        they_write(&mail.reply)
    );
    decision.ask(key(arrival, "other"), question, letter.case.as_ref());
    decision
}

/// What `explain` shows.
fn facts(days: &[(Date, HalfDays, String)], ambiguous: bool) -> Value {
    let number = |half_days: HalfDays| {
        if half_days.0.is_multiple_of(2) { json!(half_days.0 / 2) } else { json!(f64::from(half_days.0) / 2.0) }
    };
    let mut schools: Vec<&str> = days.iter().map(|(.., school)| school.as_str()).collect();
    schools.dedup();
    json!({
        "days": days.iter().map(|(day, half_days, _)| json!({ "date": day.to_string(), "days": number(*half_days) })).collect::<Vec<_>>(),
        "school": if schools.is_empty() { Value::Null } else { json!(schools.join("; ")) },
        "ambiguous": ambiguous,
    })
}

/// The planned visit that a letter of ours asked about: `visit-record:DEP-2027-0001:2027-05-06:p.nair@…:1`.
fn planned_of<'a>(works: &[Work<'a>], letter: &SentLetter) -> Option<(Work<'a>, &'a PlannedVisit)> {
    if letter.letter != record::KIND.name {
        return None;
    }
    let day: Date = letter.purpose.split(':').nth(2)?.parse().ok()?;
    let work = works.iter().find(|work| letter.case.as_ref() == Some(&work.deployment.number))?;
    let planned = work.deployment.planned.iter();
    let visit = planned.into_iter().find(|visit| visit.email == work.person.email && visit.day == day)?;
    Some((*work, visit))
}

/// What somebody who does agreed work writes of days; `None` where it is about something else.
fn of_person(arrival: &Arrival<'_>, works: &[Work<'_>], letter: Option<&SentLetter>) -> Option<Decision> {
    let mail = arrival.mail;
    let first = works.first()?;
    let sender = mail.sender()?;
    let current: Vec<Work<'_>> = works.iter().filter(|work| work.takes_days(arrival.now)).copied().collect();
    let known = if current.is_empty() { works } else { current.as_slice() };
    let places = places(known);
    let received_on = first.programme.window.zone.date(mail.received_at);
    let log = Log::new(mail.config, &places, received_on);
    let open = letter.and_then(|letter| answered(arrival, letter));
    let planned = letter.and_then(|letter| planned_of(known, letter));
    let mut read = log.mail(mail.config, mail, letter.is_some());
    let mut left_out = vec![];
    let mut given_up = None;
    let mut nods = false;
    if let Some(open) = open {
        let nothing_said = read.days.is_empty() && read.off.is_empty();
        let asked_here = letter.is_some_and(|letter| letter.purpose == purpose(open.message));
        nods = asked_here && nothing_said && words::is_bare_yes(&mail.reply);
        if nods {
            // “Yes” to “4 May or 11 May?” leaves the question what it was.
            read = log.on_yes(open).unwrap_or_else(|| log.again(open));
        } else if read.is_plain() {
            left_out = log.spoken_of(open);
        } else if let Some(together) = log.with_open(&mail.reply, open) {
            left_out = if together.text.contains(open.words.trim()) { vec![] } else { log.spoken_of(open) };
            read = together;
        } else if nothing_said && words::never_mind(&mail.reply) {
            given_up = Some(open);
        } else if nothing_said && !words::is_thanks(&mail.reply) {
            // An answer that says nothing of days leaves the question what it was.
            read = log.again(open);
        }
    }
    if let Some(placed) = letter.and_then(|_| at_known_school(arrival, &places, &log, &read)) {
        read = placed;
    }
    let mut unplan = None;
    if let Some((work, visit)) = planned {
        (read, unplan) = about_plan(&log, &places, &work, visit, read, &mail.reply);
    }
    let text = format!("{}\n{}", mail.reading.mail.subject, mail.reply);
    let says_nothing = read.days.is_empty() && read.off.is_empty() && unplan.is_none();
    match letter {
        None if !takes_back(arrival, known, &read) && !words::is_log(&text, &read, &places) => return None,
        Some(_) if says_nothing && !nods && words::is_thanks(&mail.reply) => return Some(nod(known)),
        Some(_) if says_nothing && open.is_none() && read.asked.as_ref().is_none_or(|asked| asked.is_weak) => {
            return None;
        }
        None | Some(_) => {}
    }
    let mut decision = Decision::new(MailKind::VisitLog);
    decision.case = Some(known.first()?.deployment.number.clone());
    let said: Vec<(Date, HalfDays, String)> = read
        .days
        .iter()
        .filter_map(|day| Some((day.day, day.half_days, places.get(day.place)?.name.to_owned())))
        .collect();
    decision.facts = facts(&said, read.asked.is_some());
    if mail.denied() {
        decision.because("Our own mail server says that the sender is forged: nothing is logged, a person looks.");
        let question = format!(
            "A mail about days worked seems to come from {}, but our own mail server says that the sender could not be confirmed. I have logged nothing. Please find out.{}",
            first.person.name,
            they_write(&mail.reply)
        );
        decision.ask(key(arrival, "forged"), question, decision.case.clone().as_ref());
        return Some(decision);
    }
    if current.is_empty() {
        decision.because("Its writer has no work for which days can be logged: nothing is logged, a person looks.");
        let question = format!(
            "{} writes of days worked. {} is {}, so that I have logged nothing. What is to be done?{}",
            first.person.name,
            first.deployment.number,
            first.deployment.state.in_words(),
            they_write(&mail.reply)
        );
        decision.ask(key(arrival, "no-work"), question, decision.case.clone().as_ref());
        return Some(decision);
    }
    if let Some(open) = given_up {
        return Some(let_be(arrival, known, open));
    }
    let taking = Taking {
        config: mail.config,
        facts: arrival.facts,
        now: arrival.now,
        message: Some(mail.message),
        by: sender.to_string(),
        entered_by: String::new(),
        corrects: letter.is_some() || words::corrects(&mail.reading.mail.subject, &mail.reply),
        named: mail.cases_named().into_iter().chain(letter.and_then(|letter| letter.case.clone())).collect(),
    };
    left_out.retain(|day| !read.off.contains(day) && !read.days.iter().any(|said| said.day == *day));
    left_out.retain(|day| !logged_on(arrival, known, *day));
    Some(taken(arrival, &taking, &places, &current, (read, open, left_out), unplan, decision))
}

/// The question that a letter of ours asked: its own, or the only one that is open.
fn answered<'f>(arrival: &Arrival<'f>, letter: &SentLetter) -> Option<&'f OpenLog> {
    let mut own = arrival.facts.open_logs.iter().filter(|open| Some(&open.email) == arrival.mail.sender());
    let asked = |open: &&OpenLog| letter.purpose == purpose(open.message);
    let first = own.clone().find(asked);
    first.or_else(|| own.next().filter(|_| own.next().is_none()))
}

/// Of the echo of a mail.
fn purpose(message: MessageNo) -> String {
    format!("visit-noted:message:{message}")
}

/// “Leave it”, in answer to a question: nothing is noted, and nothing more is asked.
fn let_be(arrival: &Arrival<'_>, works: &[Work<'_>], open: &OpenLog) -> Decision {
    let mut decision = Decision::new(MailKind::VisitLog);
    decision.facts = facts(&[], false);
    decision.because(
        "It says that what was asked about is not to be counted: nothing is noted, and the question is closed.",
    );
    decision.changes.push(Change::Visit(VisitChange::Answered { email: open.email.clone(), message: open.message }));
    let Some(work) = works.first() else { return decision };
    let letter = noted::VisitNoted {
        name: greeting(&work.person.name),
        subject: "As you say: nothing noted".to_owned(),
        remarks: vec!["As you say, nothing more is noted for what I asked about.".to_owned()],
        ..noted::VisitNoted::default()
    };
    let number = &work.deployment.number;
    decision.case = Some(number.clone());
    let draft = Draft::new(&letter, open.email.clone(), &work.person.name, purpose(arrival.mail.message));
    decision.letters.push(draft.about(number).answering(arrival.mail.thread()));
    decision
}

/// Whoever corrects a day need not say again where it was: the record says, if it was at one school.
fn at_known_school(
    arrival: &Arrival<'_>,
    places: &[Place<'_>],
    log: &Log<'_>,
    read: &Understood,
) -> Option<Understood> {
    let was_there = |place: &Place<'_>| {
        arrival.facts.visits.iter().any(|visit| {
            let own = |work: &Work<'_>| work.deployment.number == visit.deployment && work.person.email == visit.email;
            visit.stands() && read.somewhere.contains(&visit.day) && place.works.iter().any(own)
        })
    };
    let mut known = places.iter().enumerate().filter(|(_, place)| was_there(place));
    let (at, _) = known.next().filter(|_| known.next().is_none())?;
    let only = Log { places: places.get(at..=at)?, ..*log };
    let mut again = only.words(&arrival.mail.reply);
    for day in &mut again.days {
        day.place = at;
    }
    Some(again).filter(Understood::is_plain)
}

/// A colleague on the same work whom a mail names: their days are theirs to tell, and must not be lost for that.
fn colleague(arrival: &Arrival<'_>, works: &[Work<'_>], sender: &EmailAddress) -> Option<Review> {
    let text = spaced(&arrival.mail.reply);
    let named = |name: &str| text.contains(&spaced(name));
    let (work, other) = works.iter().find_map(|work| {
        let mut others = work.deployment.people.iter().filter(|person| person.email != *sender);
        Some((work, others.find(|person| person.email != work.person.email && named(&person.name))?))
    })?;
    let number = &work.deployment.number;
    let question = format!(
        "{} names {}, who does {number} too, in a mail about days.{} I have logged {}’s own days only. Was {} there as well? `log` enters their days.",
        work.person.name,
        other.name,
        they_write(&arrival.mail.reply),
        work.person.name,
        other.name
    );
    Some(Decision::question(key(arrival, "colleague"), question, Some(number)))
}

type Unplan<'a> = Option<(Work<'a>, Date, HalfDays)>;

fn taken(
    arrival: &Arrival<'_>,
    taking: &Taking<'_>,
    places: &[Place<'_>],
    works: &[Work<'_>],
    (read, open, left_out): (Understood, Option<&OpenLog>, Vec<Date>),
    unplan: Unplan<'_>,
    mut decision: Decision,
) -> Decision {
    let mail = arrival.mail;
    let (Some(sender), Some(first)) = (mail.sender(), works.first()) else { return decision };
    if let Some(review) = colleague(arrival, works, sender) {
        decision.because("It names a colleague who does the work too: whose days are meant a person asks.");
        decision.put(review);
    }
    if besides::is_something(&mail.reply) {
        decision.because("It says something besides its days: a person reads it.");
        let question = format!(
            "{} writes of days worked, and of something else.{} The days are dealt with as always; please see to the rest, and answer {sender} where it needs an answer.",
            first.person.name,
            they_write(&mail.reply)
        );
        decision.ask(key(arrival, "besides"), question, decision.case.clone().as_ref());
    }
    let mut all = taking.begin();
    if let Some((work, day, half_days)) = unplan {
        taking.unplan(&mut all, &work, day, half_days);
    }
    if taking.corrects || takes_back(arrival, works, &read) {
        let because = format!("taken back by {sender}");
        // "Not at all" of a time that was too short to be logged.
        let (declined, off): (Vec<Date>, Vec<Date>) = read.off.iter().partition(|day| {
            open.is_some_and(|open| open.amounts_of.contains(day)) && !logged_on(arrival, works, **day)
        });
        let noted_nothing =
            declined.into_iter().map(|day| format!("As you say, nothing is noted for {}.", civil::date_in_words(day)));
        all.letter.remarks.extend(noted_nothing);
        taking.off(&mut all, places, &off, &because);
    }
    taking.days(&mut all, places, &read.days);
    if let Some(asked) = read.asked.clone() {
        taking.ask(&mut all, asked);
    }
    if !left_out.is_empty() {
        let days: Vec<String> = left_out.into_iter().map(civil::date_in_words).collect();
        all.letter.remarks.push(format!(
            "Your first mail also spoke of {}. I have noted nothing for that: if you were there, please reply with the day, the school and how long it was.",
            listed(&days)
        ));
    }
    all.letter.once_more = all.open.is_some() && open.is_some();
    let received_on = first.programme.window.zone.date(mail.received_at);
    let asks_again = open.filter(|open| open.words == read.text);
    let asked = OpenLog {
        email: sender.clone(),
        message: mail.message,
        words: read.text.chars().take(LONGEST_OPEN).collect(),
        // "Last Tuesday" counts from the mail that said so.
        received_on: asks_again.map_or(received_on, |open| open.received_on),
        amounts_of: vec![],
        asked_at: arrival.now,
    };
    if let Some(open) = open {
        let (email, message) = (sender.clone(), open.message);
        decision.changes.push(Change::Visit(VisitChange::Answered { email, message }));
    }
    let mut all = taking.finish(all, works, Some(asked));
    let number = all.decision.letters.first().and_then(|draft| draft.case.clone());
    decision.case = number.or_else(|| decision.case.clone());
    decision.because.append(&mut all.decision.because);
    decision.changes.append(&mut all.decision.changes);
    decision.reviews.append(&mut all.decision.reviews);
    let draft = echo(&all, first, sender, purpose(mail.message));
    decision.case.clone_from(&draft.case);
    let again = open.is_none() && decision.changes.is_empty() && all.open.is_none();
    if again && draft.case.as_ref().is_some_and(|case| arrival.repeats(&noted::KIND, case)) {
        decision.because("The same has been answered twice today: this may be a program, and nothing is answered.");
        let question = format!(
            "{} ({sender}) sends the same days again and again. I have stopped answering; is it a program?",
            first.person.name
        );
        let today = first.programme.window.zone.date(arrival.now);
        decision.ask(format!("visit-log:repeats:{sender}:{today}"), question, decision.case.clone().as_ref());
        return decision;
    }
    decision.letters.push(draft.answering(mail.thread()));
    decision
}

/// An open log is read again with its answer: more than this is none.
const LONGEST_OPEN: usize = 4_000;

/// "Please take off the 12th" in a fresh mail is a correction where the 12th is logged; elsewhere it is chat.
fn takes_back(arrival: &Arrival<'_>, works: &[Work<'_>], read: &Understood) -> bool {
    read.off.iter().any(|day| logged_on(arrival, works, *day))
}

/// Whether they have a visit on a day.
fn logged_on(arrival: &Arrival<'_>, works: &[Work<'_>], day: Date) -> bool {
    arrival.facts.visits.iter().any(|visit| {
        let own = |work: &Work<'_>| work.deployment.number == visit.deployment && work.person.email == visit.email;
        visit.day == day && visit.stands() && works.iter().any(own)
    })
}

/// Thanks for an echo: nothing follows.
fn nod(works: &[Work<'_>]) -> Decision {
    let mut decision = Decision::new(MailKind::VisitLog);
    decision.case = works.first().map(|work| work.deployment.number.clone());
    decision.facts = facts(&[], false);
    decision.because("It says thanks, or that all is right: nothing follows from it.");
    decision
}

/// An answer about a planned visit: as planned, another time, another day, or not at all.
fn about_plan<'a>(
    log: &Log<'_>,
    places: &[Place<'_>],
    work: &Work<'a>,
    planned: &PlannedVisit,
    read: Understood,
    reply: &str,
) -> (Understood, Unplan<'a>) {
    let unplanned = Some((*work, planned.day, planned.half_days));
    let on_the_day = read.days.iter().any(|day| day.day == planned.day);
    if read.off.contains(&planned.day) {
        let off = read.off.iter().copied().filter(|day| *day != planned.day).collect();
        return (Understood { off, ..read }, unplanned);
    }
    if !read.days.is_empty() && read.asked.is_none() {
        // Another day in answer to the question about this one stands for it, unless this one is confirmed as well.
        let moved = !on_the_day && !words::as_planned(reply);
        return (read, unplanned.filter(|_| moved));
    }
    let place = places
        .iter()
        .position(|place| place.works.iter().any(|other| other.deployment.number == work.deployment.number));
    if words::did_not_happen(reply) {
        return (Understood::default(), unplanned);
    }
    if let Some(place) = place.filter(|_| words::as_planned(reply)) {
        let day = read::Said {
            place,
            day: planned.day,
            half_days: planned.half_days,
            minutes: None,
            rounded: false,
            unsaid: false,
            words: format!("{} (as planned)", in_short(reply)),
        };
        return (Understood { days: vec![day], ..Understood::default() }, None);
    }
    let name = &work.deployment.school.name;
    let with_day = log.words(&format!("{name}, {}: {}", civil::date_in_short(planned.day), reply.trim()));
    if with_day.is_plain() && !with_day.days.is_empty() { (with_day, None) } else { (read, None) }
}

/// An answer to a letter about days that says nothing of days.
fn not_understood(arrival: &Arrival<'_>, works: &[Work<'_>], letter: &SentLetter) -> Decision {
    let mail = arrival.mail;
    let mut decision = Decision::new(MailKind::VisitLog);
    decision.case.clone_from(&letter.case);
    decision.facts = facts(&[], true);
    decision
        .because("It answers our letter about days, and says nothing of days that could be read: a person reads it.");
    let name = works.first().map(|work| work.person.name.clone()).unwrap_or_default();
    let from = mail.sender().map(ToString::to_string).unwrap_or_default();
    let question = format!(
        "{name} answers our letter “{}”, and I could not read any days in it. Please answer {from}.{}",
        letter.subject,
        they_write(&mail.reply)
    );
    decision.ask(key(arrival, "unread"), question, letter.case.as_ref());
    decision
}
