//! How somebody of the register stands: `pause`, `resume`, `moved`, `resign`, `de-designate`.
//!
//! All of them are a person's decisions, given by command; the clerk keeps the record and writes the letter.

use super::super::said::Said;
use super::super::{Command, Order, Outcome, Refusal};
use super::{CHANGE, MOVED, Named, REVIEW, lookup, named, settled};
use crate::decision::Decision;
use crate::domain::change::{Change, RegisterChange};
use crate::domain::civil;
use crate::domain::facts::Lookup;
use crate::domain::register::{School, Status, days_in_words};
use crate::domain::schools::{Directory, Found, folded};
use crate::letters::register::de_designated::DeDesignated;
use crate::letters::register::moved::Moved;
use crate::letters::register::moved_head::MovedHead;
use crate::letters::register::paused::Paused;
use crate::letters::register::resigned::Resigned;
use crate::letters::register::resumed::Resumed;
use crate::letters::{Draft, Letter, ProgrammeWords, greeting};
use jiff::civil::Date;

pub const PAUSE: Command = Command {
    name: "pause",
    usage: &["pause REG-2027-0003 because of maternity leave", "pause Priya Nair because she is acting head this year"],
    about: "Somebody of the register is not asked for a while: no invitations, not in the booklet. They are told, without the reason.",
    lookup: |said, _| reasoned(said, "pause"),
    decide: pause,
};

pub const RESUME: Command = Command {
    name: "resume",
    usage: &["resume REG-2027-0003", "resume Priya Nair because her new headteacher agrees"],
    about: "Somebody is active again after a pause, or because the new headteacher agrees. They are told.",
    lookup: |said, _| someone(said, "resume REG-2027-0003").map(|()| lookup()),
    decide: resume,
};

pub const MOVED_TO: Command = Command {
    name: "moved",
    usage: &["moved REG-2027-0003 to Oakfield School because she wrote so on Monday"],
    about: "Somebody works at another school now. They are not asked for new work until `resume`; the new headteacher is asked, where the alliance knows who that is.",
    lookup: |said, _| {
        let (_, school, _) = to_school(said)?;
        Ok(Lookup { establishments: vec![school.to_owned()], ..lookup() })
    },
    decide: moved,
};

pub const RESIGN: Command = Command {
    name: "resign",
    usage: &[
        "resign REG-2027-0003 because she is leaving teaching",
        "resign Priya Nair on 31 August 2027 because she is retiring",
    ],
    about: "Somebody gives the designation up, from today or another day. They are thanked.",
    lookup: |said, _| read_resignation(said).map(|_| lookup()),
    decide: resign,
};

pub const DE_DESIGNATE: Command = Command {
    name: "de-designate",
    usage: &["de-designate REG-2027-0003 because the agreed release has not been possible for two years"],
    about: "Ends a designation, as a person has decided. The letter gives the reason and the right of appeal. Asks for a one-time code.",
    lookup: |said, _| reasoned(said, "de-designate"),
    decide: de_designate,
};

fn expected<T>(example: &str) -> Result<T, Refusal> {
    Err(Refusal::Misunderstood(format!("Who? Expected a number or a name, as in `{example}`.")))
}

fn someone(said: &Said<'_>, example: &str) -> Result<(), Refusal> {
    if said.is_empty() { expected(example) } else { Ok(()) }
}

fn reasoned(said: &Said<'_>, verb: &str) -> Result<Lookup, Refusal> {
    let (who, _) = said.because()?;
    if who.is_empty() { expected(&format!("{verb} REG-2027-0003 because …")) } else { Ok(lookup()) }
}

/// `REG-2027-0003 to Oakfield School because …`.
fn to_school<'a>(said: &Said<'a>) -> Result<(&'a str, &'a str, &'a str), Refusal> {
    let (before, why) = said.because()?;
    let parts = before.text().split_once(" to ").map(|(who, school)| (who.trim(), school.trim()));
    match parts.filter(|(who, school)| !who.is_empty() && !school.is_empty()) {
        Some((who, school)) => Ok((who, school, why)),
        None => expected("moved REG-2027-0003 to Oakfield School because …"),
    }
}

/// `REG-2027-0003 [on 31 August 2027] because …`.
fn read_resignation<'a>(said: &Said<'a>) -> Result<(&'a str, Option<Date>, &'a str), Refusal> {
    let (before, why) = said.because()?;
    if before.is_empty() {
        return expected("resign REG-2027-0003 because …");
    }
    match before.text().rsplit_once(" on ") {
        None => Ok((before.text(), None, why)),
        Some((who, day)) => match civil::read_date(day) {
            Some(date) => Ok((who, Some(date), why)),
            None => Err(Refusal::Misunderstood(format!(
                "On which day? Expected a date such as 31 August 2027, not `{day}`."
            ))),
        },
    }
}

fn today(order: &Order<'_>, person: &Named<'_>) -> Date {
    person.programme.window.zone.date(order.now)
}

/// Whoever has left is not paused or moved.
fn still_designated(person: &Named<'_>) -> Result<(), Refusal> {
    let entry = person.entry;
    if !entry.status.is_end() && entry.ended_on.is_none() {
        return Ok(());
    }
    let since = entry.ended_on.map(|day| format!(" since {}", civil::date_in_words(day))).unwrap_or_default();
    Err(Refusal::Refused(format!("{} is not designated any more: {}{since}.", person.words(), entry.status.in_words())))
}

/// A change of standing, and its place in the record.
fn standing(order: &Order<'_>, person: &Named<'_>, status: Status, since: Date, because: &str) -> Decision {
    let mut decision = Decision { case: Some(person.number.clone()), ..Decision::default() };
    let why = if because.is_empty() { String::new() } else { format!(", because {because}") };
    decision.because(format!("{} set {} to {}{why}.", order.by, person.number, status.in_words()));
    decision.changes.push(Change::Register(RegisterChange::StatusSet {
        entry: person.number.clone(),
        status,
        since,
        because: because.to_owned(),
    }));
    decision
}

/// A letter to the person about their entry. Each is for one command given at one moment.
fn letter<L: Letter>(order: &Order<'_>, person: &Named<'_>, letter: &L) -> Draft {
    let purpose = format!("{}:{}:{}", L::KIND.name, person.number, order.now.as_second());
    Draft::new(letter, person.entry.email.clone(), &person.entry.name, purpose).about(&person.number)
}

fn pause(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, because) = order.said.because()?;
    let person = named(order, who.text())?;
    still_designated(&person)?;
    if person.entry.status == Status::Paused {
        return Err(Refusal::Refused(format!("{} is paused already.", person.words())));
    }
    let since = today(order, &person);
    let mut decision = standing(order, &person, Status::Paused, since, because);
    decision.changes.extend(settled(&person.number, order.by, &[CHANGE]));
    decision.letters.push(letter(
        order,
        &person,
        &Paused {
            name: greeting(&person.entry.name),
            programme: ProgrammeWords::of(person.programme),
            number: person.number.to_string(),
            since: civil::date_in_words(since),
        },
    ));
    let answer = format!(
        "{} is paused, and is told so. `resume {}` makes the entry active again.",
        person.words(),
        person.number
    );
    Ok(Outcome::new(decision, answer))
}

fn resume(order: &Order<'_>) -> Result<Outcome, Refusal> {
    // A reason may be given; only what undoes a decision about a person needs one.
    let (who, because) = match order.said.because() {
        Ok((who, because)) => (who.text(), because),
        Err(_) => (order.said.text(), ""),
    };
    let person = named(order, who)?;
    let before = person.entry.status;
    match before {
        Status::Active if person.entry.ended_on.is_none() => {
            return Err(Refusal::Refused(format!("{} is active already.", person.words())));
        }
        Status::DeDesignated if because.is_empty() => {
            return Err(Refusal::Misunderstood(format!(
                "{} was de-designated. To designate them again give the reason: `resume {} because …`.",
                person.words(),
                person.number
            )));
        }
        Status::Active | Status::Paused | Status::Moved | Status::Resigned | Status::DeDesignated => {}
    }
    let mut decision = standing(order, &person, Status::Active, today(order, &person), because);
    decision.changes.extend(settled(&person.number, order.by, &[CHANGE, MOVED]));
    decision.letters.push(letter(
        order,
        &person,
        &Resumed {
            name: greeting(&person.entry.name),
            programme: ProgrammeWords::of(person.programme),
            number: person.number.to_string(),
            school: person.entry.school.clone(),
            moved: before == Status::Moved,
        },
    ));
    Ok(Outcome::new(decision, format!("{} is active again, and is told so.", person.words())))
}

fn moved(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, said_school, because) = to_school(order.said)?;
    let person = named(order, who)?;
    still_designated(&person)?;
    let entry = person.entry;
    if folded(&entry.school) == folded(said_school) {
        return Err(Refusal::Refused(format!("{} is at {} already.", person.words(), entry.school)));
    }
    let ours: Option<&School> = order.facts.schools.iter().find(|school| folded(&school.name) == folded(said_school));
    let national = Directory::of(&order.facts.establishments).find(said_school);
    let (urn, note) = match (ours.and_then(|school| school.urn), national) {
        (Some(urn), _) | (None, Found::One(urn)) => (Some(urn), String::new()),
        (None, Found::Nothing) => (None, String::new()),
        (None, Found::Several(several)) => (
            None,
            format!(
                " {} open schools are called so; `urn {} …` says which is meant (`schools find` lists them).",
                several.len(),
                person.number
            ),
        ),
    };
    let school = ours.map_or_else(|| said_school.to_owned(), |school| school.name.clone());
    let since = today(order, &person);
    let mut decision = standing(order, &person, Status::Moved, since, because);
    decision.changes.insert(
        0,
        Change::Register(RegisterChange::SchoolSet { entry: person.number.clone(), school: school.clone(), urn }),
    );
    decision.changes.extend(settled(&person.number, order.by, &[CHANGE]));
    let head = ours.and_then(|school| Some((school.head_name.as_str(), school.head_email.as_ref()?)));
    let called = head.map(|(name, _)| if name.is_empty() { "the headteacher" } else { name });
    decision.letters.push(letter(
        order,
        &person,
        &Moved {
            name: greeting(&entry.name),
            programme: ProgrammeWords::of(person.programme),
            number: person.number.to_string(),
            school: school.clone(),
            head: called.unwrap_or_default().to_owned(),
        },
    ));
    let asked = match head {
        Some((name, address)) => {
            let words = MovedHead {
                name: greeting(name),
                programme: ProgrammeWords::of(person.programme),
                number: person.number.to_string(),
                person: entry.name.clone(),
                school: school.clone(),
                specialism: entry.specialisms().collect::<Vec<_>>().join(", "),
                days: days_a_year(&person),
            };
            let purpose = format!("register-moved-head:{}:{}", person.number, order.now.as_second());
            decision.letters.push(Draft::new(&words, address.clone(), name, purpose).about(&person.number));
            format!("{}, headteacher there, is asked to agree", called.unwrap_or_default())
        }
        None => "they are asked who their headteacher is now, whose address is not known here".to_owned(),
    };
    let question = format!(
        "{} has moved to {school} and is not asked for new work until the headteacher there agrees. Does she or he?",
        person.words()
    );
    let number = &person.number;
    decision.put(
        Decision::question(format!("{MOVED}:{number}:{}", order.now.as_second()), question, Some(number))
            .may("resume", format!("resume {number} because the new headteacher agrees"))
            .may("resign", format!("resign {number} because …"))
            .may("de-designate", format!("de-designate {number} because …")),
    );
    let answer = format!(
        "{} is at {school} now, and is told; {asked}. `resume {number}` once the school agrees.{note}",
        person.words()
    );
    Ok(Outcome::new(decision, answer))
}

/// `6 days a year`.
pub fn days_a_year(person: &Named<'_>) -> String {
    let half_days = person.entry.half_days(person.programme.designation.days_a_year);
    format!("{} day{} a year", days_in_words(half_days), if half_days > 2 { "s" } else { "" })
}

fn resign(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, day, because) = read_resignation(order.said)?;
    let person = named(order, who)?;
    still_designated(&person)?;
    let today = today(order, &person);
    let on = day.unwrap_or(today);
    if on < person.entry.since {
        return Err(Refusal::Refused(format!(
            "{} was designated on {}, after that day.",
            person.words(),
            civil::date_in_words(person.entry.since)
        )));
    }
    let mut decision = standing(order, &person, Status::Resigned, on, because);
    decision.changes.extend(settled(&person.number, order.by, &[CHANGE, REVIEW, MOVED]));
    decision.letters.push(letter(
        order,
        &person,
        &Resigned {
            name: greeting(&person.entry.name),
            programme: ProgrammeWords::of(person.programme),
            number: person.number.to_string(),
            on: civil::date_in_words(on),
            since: person.entry.since.year().to_string(),
            school: person.entry.school.clone(),
        },
    ));
    let later = if on > today { " Nothing new is asked of them from now on." } else { "" };
    let answer =
        format!("{} resigns with effect from {}, and is thanked.{later}", person.words(), civil::date_in_words(on));
    Ok(Outcome::new(decision, answer))
}

fn de_designate(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, because) = order.said.because()?;
    let person = named(order, who.text())?;
    still_designated(&person)?;
    let on = today(order, &person);
    let because = because.trim_end_matches('.');
    let mut decision = standing(order, &person, Status::DeDesignated, on, because);
    decision.changes.extend(settled(&person.number, order.by, &[CHANGE, REVIEW, MOVED]));
    decision.letters.push(letter(
        order,
        &person,
        &DeDesignated {
            name: greeting(&person.entry.name),
            programme: ProgrammeWords::of(person.programme),
            number: person.number.to_string(),
            on: civil::date_in_words(on),
            because: because.to_owned(),
            appeal: person.programme.designation.appeal.clone(),
        },
    ));
    let appeal = if person.programme.designation.appeal.is_empty() { "" } else { ", and with the right of appeal" };
    let answer = format!(
        "The designation of {} would end today. A letter would go at once to {}, with the reason as you gave it (“{because}”){appeal}.",
        person.words(),
        person.entry.email
    );
    let shape = format!("{} {on} {because} {}", person.number, person.entry.email.folded());
    let done = format!("The designation of {} has ended; the letter goes now.", person.words());
    Ok(Outcome::new(decision, answer).confirmed_by_code(shape).then_says(done))
}
