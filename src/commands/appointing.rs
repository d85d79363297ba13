//! What the commands about interviews share: who may be invited, when is meant, and the letter that goes.

use super::Order;
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::change::{Change, PanelChange};
use crate::domain::facts::Lookup;
use crate::domain::interview::Interview;
use crate::domain::{CaseId, civil};
use crate::letters::interview::{InterviewLetter, invitation};
use crate::letters::{Draft, ProgrammeWords, greeting};
use jiff::civil::{Date, DateTime, Time};

pub const MINUTES: u32 = 45;
/// Longer is a slip of the keyboard.
const MOST_MINUTES: u32 = 12 * 60;

/// Case numbers between commas, `and` and blanks; and the words that are none.
pub fn cases(text: &str) -> (Vec<CaseId>, Vec<String>) {
    let (mut cases, mut unknown) = (vec![], vec![]);
    for word in text.split([',', ';', ' ', '\t']).map(|w| w.trim_end_matches('.')).filter(|w| !w.is_empty()) {
        match CaseId::parse(word) {
            Ok(case) if cases.contains(&case) => {}
            Ok(case) => cases.push(case),
            Err(_) if word.eq_ignore_ascii_case("and") => {}
            Err(_) => unknown.push(word.to_owned()),
        }
    }
    (cases, unknown)
}

/// All applications of a case's programme: interviews must not lie on top of each other.
pub fn lookup_of(case: &CaseId, config: &Config) -> Lookup {
    let programmes = config.programmes.values().filter(|p| p.case_prefix == case.prefix());
    Lookup { cases: vec![case.clone()], programmes: programmes.map(|p| p.id.clone()).collect(), ..Lookup::default() }
}

/// An application that the panel may see, or why not. `anyway`: a person gave a reason to take an incomplete one.
pub fn eligible<'a>(
    order: &Order<'a>,
    case: &CaseId,
    anyway: bool,
) -> Result<(&'a Application, &'a Programme), String> {
    let Some(application) = order.facts.application(case) else { return Err(format!("There is no case {case}.")) };
    let Some(programme) = order.config.programme(&application.programme) else {
        return Err(format!("{case} belongs to a programme that is no longer configured."));
    };
    let window = order.facts.window_of(application);
    let name = &application.name;
    match application.state(window) {
        State::Complete => Ok((application, programme)),
        State::Incomplete | State::Unreadable if anyway || application.shortlisted => Ok((application, programme)),
        State::Incomplete | State::Unreadable => {
            let missing = application.missing(window).join("; ");
            Err(format!(
                "{case} ({name}) is incomplete: {missing}. To take it all the same, give the reason: `shortlist {case} because …`."
            ))
        }
        State::Late => Err(format!(
            "{case} ({name}) is late and has not been admitted. `admit {case} because …` takes it into the round."
        )),
        State::Kept => Err(format!("{case} ({name}) belongs to no round yet: it is kept for the next one.")),
        State::Withdrawn => Err(format!("{case} ({name}) has been withdrawn.")),
    }
}

/// `12 April 2027 14:00`, `12 April at 2pm`, `2pm on Monday 12 April`. A date without its year is the next such day.
pub fn read_when(text: &str, today: Date) -> Option<DateTime> {
    let lower = text.trim().trim_end_matches([',', '.']).to_lowercase();
    if let Some((time, date)) = lower.split_once(" on ")
        && let Some(time) = civil::read_time(time)
    {
        return Some(read_day(date, today)?.to_datetime(time));
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    // `2 pm` is two words.
    for length in [1, 2] {
        let Some((date, time)) = words.len().checked_sub(length).map(|at| words.split_at(at)) else { continue };
        let Some(time) = civil::read_time(&time.join(" ")) else { continue };
        let date = date.strip_suffix(&["at"]).unwrap_or(date).join(" ");
        if let Some(date) = read_day(&date, today) {
            return Some(date.to_datetime(time));
        }
    }
    None
}

fn read_day(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().trim_end_matches(',');
    let years = [today.year(), today.year().saturating_add(1)];
    let next = || years.iter().filter_map(|year| civil::read_date(&format!("{text} {year}"))).find(|day| *day >= today);
    civil::read_date(text).or_else(next)
}

/// When, where and how long, as far as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub when: DateTime,
    pub place: Option<String>,
    pub minutes: Option<u32>,
}

/// `12 April 2027 14:00 at Harbour Primary School, Room 2 for 45 minutes`.
pub fn read(text: &str, today: Date) -> Option<Said> {
    let (text, minutes) = without_length(text);
    let lower = text.to_ascii_lowercase();
    // The first `at` may belong to the time.
    for (at, word) in lower.match_indices(" at ") {
        if let Some(when) = text.get(..at).and_then(|head| read_when(head, today)) {
            let place = text.get(at + word.len()..).map(one_line).filter(|place| !place.is_empty());
            return Some(Said { when, place, minutes });
        }
    }
    Some(Said { when: read_when(&text, today)?, place: None, minutes })
}

/// Takes `for 45 minutes` or `for 3 hours` out of a text.
pub fn without_length(text: &str) -> (String, Option<u32>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    for (at, three) in words.windows(3).enumerate() {
        let [first, number, unit] = three else { continue };
        let unit = unit.trim_end_matches([',', ':', '.']).to_lowercase();
        let each = match unit.as_str() {
            "minutes" | "minute" | "mins" | "min" => 1,
            "hours" | "hour" => 60,
            _ => continue,
        };
        let number = if matches!(*number, "an" | "one") { Some(1) } else { number.parse::<u32>().ok() };
        if let Some(number) = number.filter(|_| first.eq_ignore_ascii_case("for")) {
            let rest: Vec<&str> = words.iter().take(at).chain(words.iter().skip(at + 3)).copied().collect();
            return (rest.join(" "), Some(number.saturating_mul(each)));
        }
    }
    (words.join(" "), None)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(['.', ',']).to_owned()
}

/// A slot to be given to somebody.
pub struct Slot {
    pub when: DateTime,
    pub minutes: u32,
    pub place: String,
    pub group: String,
}

/// Gives a slot to an application. `Ok(false)`: it has that very slot already. What should be minded goes to `minded`.
///
/// # Errors
/// Why it cannot be.
pub fn set(
    order: &Order<'_>,
    case: &CaseId,
    slot: &Slot,
    decision: &mut Decision,
    minded: &mut Vec<String>,
) -> Result<bool, String> {
    let (application, programme) = eligible(order, case, false)?;
    if application.outcome.as_ref().is_some_and(|outcome| outcome.released_at.is_some()) {
        return Err(format!("{case} ({}) has had its outcome letter.", application.name));
    }
    if !(5..=MOST_MINUTES).contains(&slot.minutes) {
        return Err(format!("{} is no length for an interview.", civil::length_in_words(slot.minutes)));
    }
    let before = application.interview.as_ref();
    let interview = Interview {
        sequence: before.map_or(0, |before| before.sequence.saturating_add(1)),
        starts_at: slot.when,
        minutes: slot.minutes,
        zone: programme.window.zone.clone(),
        place: slot.place.clone(),
        group: slot.group.clone(),
        cancelled: false,
        answer: None,
        set_by: order.by.to_owned(),
        set_at: order.now,
        reminded: false,
    };
    if interview.starts() <= order.now {
        return Err(format!("{} is in the past.", capitalised(&civil::moment_in_words(slot.when))));
    }
    let same = |b: &Interview| {
        !b.cancelled
            && (b.starts_at, b.minutes, &b.place, &b.group)
                == (interview.starts_at, interview.minutes, &interview.place, &interview.group)
    };
    if before.is_some_and(same) {
        return Ok(false);
    }
    if !order.config.calendar.is_school_day(slot.when.date()) {
        minded.push(format!("{} is not a school day.", civil::date_in_words(slot.when.date())));
    }
    if slot.group.is_empty() {
        minded.extend(overlapping(order, application, &interview));
    }
    if !application.shortlisted {
        let change = PanelChange::Shortlisted { case: case.clone(), by: order.by.to_owned() };
        decision.changes.push(Change::Panel(change));
        minded.push(format!("{case} was not on the shortlist, and is now."));
    }
    // What the applicant asked about the time before is answered by this one.
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("interview:{case}:"),
        by: order.by.to_owned(),
        outcome: "another time was set".to_owned(),
    });
    decision.letters.push(letter(order.config, programme, application, &interview, order));
    decision.changes.push(Change::Panel(PanelChange::InterviewSet { case: case.clone(), interview }));
    Ok(true)
}

/// Others who are at the same place at the same time.
fn overlapping(order: &Order<'_>, application: &Application, interview: &Interview) -> Vec<String> {
    order
        .facts
        .applications
        .iter()
        .filter(|other| other.case != application.case && other.withdrawn.is_none())
        .filter_map(|other| Some((other, other.interview.as_ref()?)))
        .filter(|(_, there)| !there.cancelled && there.place.eq_ignore_ascii_case(&interview.place))
        .filter(|(_, there)| there.starts() < interview.ends() && interview.starts() < there.ends())
        .map(|(other, there)| {
            format!("{} is at the same place at {}.", other.case, civil::moment_in_words(there.starts_at))
        })
        .collect()
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

/// The letter about an interview as it stands after the order: set, changed or cancelled.
pub fn letter(
    config: &Config,
    programme: &Programme,
    application: &Application,
    interview: &Interview,
    order: &Order<'_>,
) -> Draft {
    let case = &application.case;
    let when = civil::moment_in_words(interview.starts_at);
    let before = application.interview.as_ref().filter(|before| !before.cancelled && !interview.cancelled);
    let facts = InterviewLetter {
        name: greeting(&application.name),
        programme: ProgrammeWords::of(programme),
        case: case.to_string(),
        // `at 2pm on …`, `at Harbour Primary School`.
        when: if interview.cancelled { format!("at {when}") } else { when },
        place: interview.place.clone(),
        length: civil::length_in_words(interview.minutes),
        group: interview.group.clone(),
        before: before.map(|b| format!("{}, at {}", civil::moment_in_words(b.starts_at), b.place)).unwrap_or_default(),
        cancelled: interview.cancelled,
    };
    let purpose = format!("interview:{case}:{}", interview.sequence);
    Draft::new(&facts, application.email.clone(), &application.name, purpose).about(case).inviting(invitation(
        config,
        programme,
        application,
        interview,
        order.now,
    ))
}

/// The sentence that ends an answer with what should be minded.
pub fn mind(minded: &[String]) -> String {
    if minded.is_empty() { String::new() } else { format!(" Please note: {}", minded.join(" ")) }
}

/// Today, where the programme is.
pub fn today(order: &Order<'_>, case: &CaseId) -> Date {
    let programme = order.config.programmes.values().find(|p| p.case_prefix == case.prefix());
    programme.map_or_else(crate::domain::civil::Zone::london, |p| p.window.zone.clone()).date(order.now)
}

/// A day with which the shape of a command can be judged before the clock is known.
pub fn any_day() -> Date {
    Date::constant(2027, 1, 1)
}

/// `09:00`.
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    #[test]
    fn times_and_places_are_read_as_people_write_them() {
        let today = date(2027, 3, 20);
        let afternoon = datetime(2027, 4, 12, 14, 0, 0, 0);
        for (said, place, minutes) in [
            ("12 April 2027 14:00 at Harbour Primary School, Room 2", Some("Harbour Primary School, Room 2"), None),
            ("12 April 2027 at 2pm at Harbour Primary School.", Some("Harbour Primary School"), None),
            ("Monday 12 April, 14:00 for 30 minutes at The Old Hall", Some("The Old Hall"), Some(30)),
            ("2pm on Monday 12 April at The Old Hall for an hour", Some("The Old Hall"), Some(60)),
            ("12/04/2027 2 pm at Room at the Top", Some("Room at the Top"), None),
            ("12 April 14:00", None, None),
        ] {
            let wanted = Said { when: afternoon, place: place.map(str::to_owned), minutes };
            assert_eq!(read(said, today), Some(wanted), "{said}");
        }
        for none in ["", "Thursday", "14:00", "12 April", "next week at Harbour", "31 February 14:00"] {
            assert_eq!(read(none, today), None, "{none}");
        }
        // A day without its year is the next one.
        assert_eq!(read_when("4 January 10:00", today), Some(datetime(2028, 1, 4, 10, 0, 0, 0)));
    }
}
