//! `assessment day sle spring-2027 12 April 2027 at …: group A 09:00 SLE-2027-0014, …; group B 13:00 …`.

use super::appointing::{self, MINUTES, Slot};
use super::misunderstood;
use super::said::{Said, existing};
use super::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::facts::Lookup;
use crate::domain::{CaseId, WindowName, civil};
use jiff::civil::{Date, Time};

pub const COMMAND: Command = Command {
    name: "assessment day",
    usage: &[
        "assessment day sle spring-2027 12 April 2027 at Harbour Primary School for 3 hours: group A 09:00 SLE-2027-0014, SLE-2027-0015; group B 13:00 SLE-2027-0016",
        "assessment day sle spring-2027 12 April 2027 at Harbour Primary School: 09:00 SLE-2027-0014; 09:45 SLE-2027-0015",
    ],
    about: "Invites everybody of an assessment day at once, each group or slot at its time, and lists them. All of it is done, or none.",
    lookup,
    decide,
};

struct Group {
    name: String,
    time: Time,
    cases: Vec<CaseId>,
}

struct Day<'c> {
    programme: &'c Programme,
    window: WindowName,
    date: Date,
    place: String,
    minutes: u32,
    groups: Vec<Group>,
}

fn read<'c>(said: &Said<'_>, config: &'c Config) -> Result<Day<'c>, Refusal> {
    let (programme, window, rest) = said.window(config)?;
    let wanted = format!(
        "Expected `assessment day {} {window} 12 April 2027 at PLACE: group A 09:00 SLE-2027-0014; group B 13:00 …`.",
        programme.id
    );
    // A place may have a colon in it, and every time has one: the list begins where a group or a time follows.
    let begins = rest.text().match_indices(':').map(|(at, _)| at).find(|at| {
        let after = rest.text().get(at + 1..).unwrap_or("");
        after.starts_with(char::is_whitespace) && slot_head(after).is_some()
    });
    let Some((head, list)) = begins.and_then(|at| Some((rest.text().get(..at)?, rest.text().get(at + 1..)?))) else {
        return misunderstood(format!("Who, and when? {wanted}"));
    };
    let (head, minutes) = appointing::without_length(head);
    let place = head.to_ascii_lowercase().find(" at ").and_then(|at| Some((head.get(..at)?, head.get(at + 4..)?)));
    let Some((Some(date), place)) = place.map(|(date, place)| (civil::read_date(date), place.trim())) else {
        return misunderstood(format!("On which day, and where? {wanted}"));
    };
    let mut groups = vec![];
    for part in list.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let Some((name, time, rest)) = slot_head(part) else {
            return misunderstood(format!("I did not understand `{part}`. {wanted}"));
        };
        let (cases, unknown) = appointing::cases(rest);
        match unknown.first() {
            Some(word) => return misunderstood(format!("`{word}` is no case number. {wanted}")),
            None if cases.is_empty() => {
                return misunderstood(format!("Who comes at {}? {wanted}", appointing::clock(time)));
            }
            None => groups.push(Group { name, time, cases }),
        }
    }
    Ok(Day { programme, window, date, place: place.to_owned(), minutes: minutes.unwrap_or(MINUTES), groups })
}

/// `group A 09:00 …` or `09:00 …`: the group's name, its time, the rest.
fn slot_head(text: &str) -> Option<(String, Time, &str)> {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace)?;
    if !word.eq_ignore_ascii_case("group") {
        return Some((String::new(), civil::read_time(word.trim_end_matches(':'))?, rest));
    }
    let (name, rest) = rest.trim().split_once(char::is_whitespace)?;
    let rest = rest.trim();
    let rest = rest.strip_prefix("at ").unwrap_or(rest).trim();
    let (time, rest) = rest.split_once(char::is_whitespace)?;
    Some((name.trim_end_matches([':', ',']).to_owned(), civil::read_time(time.trim_end_matches(':'))?, rest))
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let day = read(said, config)?;
    let cases = day.groups.iter().flat_map(|group| group.cases.clone()).collect();
    Ok(Lookup { cases, programmes: vec![day.programme.id.clone()], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let day = read(order.said, order.config)?;
    let window = existing(&order.facts.windows, day.programme, &day.window)?;
    let mut decision = Decision::default();
    let (mut lines, mut minded, mut refused) = (vec![], vec![], vec![]);
    let mut seen: Vec<&CaseId> = vec![];
    for group in &day.groups {
        let mut names = vec![];
        for case in &group.cases {
            if seen.contains(&case) {
                refused.push(format!("{case} is in the list twice."));
            }
            seen.push(case);
            if order.facts.application(case).is_some_and(|application| application.window != Some(window.id)) {
                refused.push(format!("{case} is not of the round {} {}.", day.programme.id, day.window));
                continue;
            }
            let slot = Slot {
                when: day.date.to_datetime(group.time),
                minutes: day.minutes,
                place: day.place.clone(),
                group: group.name.clone(),
            };
            let name = order.facts.application(case).map_or("", |application| application.name.as_str());
            match appointing::set(order, case, &slot, &mut decision, &mut minded) {
                Ok(true) => names.push(format!("{case} ({name})")),
                Ok(false) => names.push(format!("{case} ({name}, invited already)")),
                Err(why) => refused.push(why),
            }
        }
        let called = if group.name.is_empty() { String::new() } else { format!(" group {}", group.name) };
        lines.push(format!("{}{called}: {}", appointing::clock(group.time), names.join(", ")));
    }
    if !refused.is_empty() {
        return Err(Refusal::Refused(format!("Nobody was invited. {}", refused.join(" "))));
    }
    minded.dedup();
    let answer = format!(
        "Assessment day of {} {} on {}, at {}, {} each. Letters: {}.{}\n{}",
        day.programme.short_name,
        day.window,
        civil::date_in_words(day.date),
        day.place,
        civil::length_in_words(day.minutes),
        decision.letters.len(),
        appointing::mind(&minded),
        lines.join("\n")
    );
    decision.because(format!("{} set an assessment day on {}.", order.by, civil::date_in_words(day.date)));
    Ok(Outcome::new(decision, answer))
}
