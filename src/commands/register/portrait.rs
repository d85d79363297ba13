//! `ask portraits sle`, `ask portrait REG-2027-0003`: the booklet's words are asked for. `portrait REG-2027-0003 yes: …`
//! enters them by hand.

use super::super::said::Said;
use super::super::{Command, Order, Outcome, Refusal};
use super::{Named, PORTRAIT, lookup, named, settled};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::{Change, RegisterChange};
use crate::domain::civil;
use crate::domain::register::Designation;
use crate::letters::portrait::request::PortraitRequest;
use crate::letters::portrait::{Came, form_of, questions, thanks};
use crate::letters::{Draft, ProgrammeWords, greeting};

pub const ASK_ALL: Command = Command {
    name: "ask portraits",
    usage: &["ask portraits sle", "ask portraits sle again"],
    about: "Asks every active person of a programme who has sent none for a pen portrait; with `again`, all of them.",
    lookup: |said, config| read_programme(said, config).map(|_| lookup()),
    decide: ask_all,
};

pub const ASK_ONE: Command = Command {
    name: "ask portrait",
    usage: &["ask portrait REG-2027-0003", "ask portrait Priya Nair"],
    about: "Asks one person for a pen portrait, whether they have sent one or not.",
    lookup: |said, _| {
        if said.is_empty() { expected("ask portrait REG-2027-0003") } else { Ok(lookup()) }
    },
    decide: ask_one,
};

pub const ENTER: Command = Command {
    name: "portrait",
    usage: &["portrait REG-2027-0003 yes: I lead mathematics across three year groups.", "portrait REG-2027-0003 no"],
    about: "Enters a pen portrait by hand, with whether the person agrees to its being printed; or takes it out of print. The person is told what will be printed.",
    lookup: |said, _| read_portrait(said).map(|_| lookup()),
    decide: enter,
};

fn expected<T>(example: &str) -> Result<T, Refusal> {
    Err(Refusal::Misunderstood(format!("I did not understand that. Expected, for example, `{example}`.")))
}

/// `sle`, or `sle again`.
fn read_programme<'c>(said: &Said<'_>, config: &'c Config) -> Result<(&'c Programme, bool), Refusal> {
    let (word, rest) = said.word();
    let Some(programme) = config.programmes.values().find(|p| p.id.as_str() == word.to_lowercase()) else {
        let known: Vec<&str> = config.programmes.keys().map(|id| id.as_str()).collect();
        return Err(Refusal::Misunderstood(format!(
            "Of which programme? Expected `ask portraits sle`. Programmes: {}.",
            known.join(", ")
        )));
    };
    let again = rest.text().eq_ignore_ascii_case("again");
    if !again {
        rest.nothing_more()?;
    }
    Ok((programme, again))
}

/// `REG-2027-0003 yes: words`, or `REG-2027-0003 no`.
fn read_portrait<'a>(said: &Said<'a>) -> Result<(&'a str, bool, &'a str), Refusal> {
    let (before, words) = said.text().split_once(':').unwrap_or((said.text(), ""));
    let parts = before.trim().rsplit_once(char::is_whitespace);
    let consent = |word: &str| match word.to_lowercase().as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    match parts.and_then(|(who, word)| Some((who.trim(), consent(word)?, words.trim()))) {
        Some((who, true, words)) if !words.is_empty() => Ok((who, true, words)),
        Some((who, false, words)) => Ok((who, false, words)),
        Some(_) | None => expected("portrait REG-2027-0003 yes: I lead mathematics across three year groups."),
    }
}

fn unasked<T>(programme: &Programme) -> Result<T, Refusal> {
    Err(Refusal::Refused(format!(
        "The programme {} has no form for portraits: its file in config/programmes needs `form` under [portrait].",
        programme.id
    )))
}

/// One person is asked. Asking twice on one day makes one letter.
fn ask(order: &Order<'_>, person: &Named<'_>, decision: &mut Decision) -> Result<(), Refusal> {
    let Named { entry, number, programme } = person;
    let Some(form) = &programme.portrait_form else { return unasked(programme) };
    let today = programme.window.zone.date(order.now);
    let last = programme.portrait.chasers.last().copied().unwrap_or(10);
    let letter = PortraitRequest {
        name: greeting(&entry.name),
        programme: ProgrammeWords::of(programme),
        number: number.to_string(),
        by: civil::date_in_words(order.config.calendar.after(today, last)),
        questions: questions(&form.definition),
        present: entry.portrait.published().unwrap_or_default().to_owned(),
    };
    let purpose = format!("portrait-request:{number}:{today}");
    let draft = Draft::new(&letter, entry.email.clone(), &entry.name, purpose).about(number);
    decision.letters.push(draft.enclosing(form_of(programme, entry)));
    decision.changes.push(Change::Register(RegisterChange::PortraitAsked {
        entry: number.clone(),
        at: order.now,
        step: 0,
    }));
    Ok(())
}

fn ask_all(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, again) = read_programme(order.said, order.config)?;
    if programme.portrait_form.is_none() {
        return unasked(programme);
    }
    let mut decision = Decision::default();
    let (mut asked, mut waiting, mut have) = (0_usize, 0_usize, 0_usize);
    let active = |entry: &&Designation| entry.programme == programme.id && entry.is_active();
    for entry in order.facts.register.iter().filter(active) {
        let Some(number) = entry.number.clone() else { continue };
        if entry.portrait.is_awaited() && !again {
            waiting += 1;
        } else if entry.portrait.came_at.is_some() && !again {
            have += 1;
        } else {
            ask(order, &Named { entry, number, programme }, &mut decision)?;
            asked += 1;
        }
    }
    let mut rest = vec![];
    if waiting > 0 {
        rest.push(format!("{waiting} asked before and reminded as policy says"));
    }
    if have > 0 {
        rest.push(format!("{have} whose answer is there (`ask portraits {} again` asks them too)", programme.id));
    }
    let rest = if rest.is_empty() { String::new() } else { format!(" Not asked: {}.", rest.join("; ")) };
    if asked == 0 {
        return Err(Refusal::Refused(format!("There is nobody to ask for a portrait in {}.{rest}", programme.id)));
    }
    let people = if asked == 1 { "1 person is".to_owned() } else { format!("{asked} people are") };
    decision.because(format!("{} asked {asked} of {} for pen portraits.", order.by, programme.id));
    Ok(Outcome::new(decision, format!("{people} asked for a pen portrait.{rest}")))
}

fn ask_one(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let person = named(order, order.said.text())?;
    if person.entry.status.is_end() {
        return Err(Refusal::Refused(format!("{} is not designated any more.", person.words())));
    }
    let mut decision = Decision { case: Some(person.number.clone()), ..Decision::default() };
    decision.because(format!("{} asked for a pen portrait.", order.by));
    ask(order, &person, &mut decision)?;
    Ok(Outcome::new(decision, format!("{} is asked for a pen portrait.", person.words())))
}

fn enter(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, consent, words) = read_portrait(order.said)?;
    let person = named(order, who)?;
    let Named { entry, number, programme } = &person;
    let words = if words.is_empty() { entry.portrait.words.as_str() } else { words };
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    let printed = if consent { "may be printed" } else { "is not printed" };
    decision.because(format!("{} entered the portrait: it {printed}.", order.by));
    decision.changes.push(Change::Register(RegisterChange::PortraitCame {
        entry: number.clone(),
        words: words.to_owned(),
        role: String::new(),
        consent: Some(consent),
        message: None,
        at: order.now,
    }));
    decision.changes.extend(settled(number, order.by, &[PORTRAIT]));
    let purpose = format!("portrait-thanks:{number}:{}", order.now.as_second());
    decision.letters.push(thanks(programme, entry, number, Came { words, role: "", consent }, purpose));
    Ok(Outcome::new(decision, format!("{}: the portrait {printed}, and they are told.", person.words())))
}
