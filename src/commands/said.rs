//! The words of a command after its name, and the pieces of grammar that several commands share.

use super::Refusal;
use super::misunderstood;
use crate::config::{Config, Programme, nearest};
use crate::domain::facts::Lookup;
use crate::domain::window::Window;
use crate::domain::{CaseId, LetterId, ReviewId, WindowName, civil};
use jiff::civil::{Date, Time};

/// What was said after the command's name.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    rest: &'a str,
}

impl<'a> Said<'a> {
    pub fn new(rest: &'a str) -> Self {
        Self { rest: rest.trim() }
    }

    pub fn text(&self) -> &'a str {
        self.rest
    }

    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next word, and what follows it.
    fn split(&self) -> (&'a str, Said<'a>) {
        match self.rest.split_once(char::is_whitespace) {
            Some((word, rest)) => (word, Said::new(rest)),
            None => (self.rest, Said::new("")),
        }
    }

    /// The next word, and what follows it.
    pub fn word(&self) -> (&'a str, Said<'a>) {
        self.split()
    }

    /// `sle spring-2027 …`: a programme, the name of one of its windows, and the rest.
    ///
    /// # Errors
    /// When there is no such programme, or no name follows.
    pub fn window<'c>(&self, config: &'c Config) -> Result<(&'c Programme, WindowName, Said<'a>), Refusal> {
        let (programme, rest) = self.split();
        let (name, rest) = rest.split();
        if programme.is_empty() || name.is_empty() {
            return misunderstood(
                "Which round? A round is named with its programme, as in `sle spring-2027`.".to_owned(),
            );
        }
        let found = programme_called(programme, config)?;
        let name = WindowName::parse(name).map_err(|e| Refusal::Misunderstood(format!("{e}.")))?;
        Ok((found, name, rest))
    }

    /// `sle …`: a programme, and the rest.
    ///
    /// # Errors
    /// When there is no such programme.
    pub fn programme<'c>(&self, config: &'c Config) -> Result<(&'c Programme, Said<'a>), Refusal> {
        let (word, rest) = self.split();
        Ok((programme_called(word, config)?, rest))
    }

    /// `SLE-2027-0014 …`.
    ///
    /// # Errors
    /// When the next word is no case number.
    pub fn case(&self) -> Result<(CaseId, Said<'a>), Refusal> {
        let (word, rest) = self.split();
        match CaseId::parse(word) {
            Ok(case) => Ok((case, rest)),
            Err(_) => misunderstood("Which case? Expected a case number, as in `SLE-2027-0014`.".to_owned()),
        }
    }

    /// `R12 …`: a question, as every digest shows it.
    ///
    /// # Errors
    /// When the next word is no such number.
    pub fn review(&self) -> Result<(ReviewId, Said<'a>), Refusal> {
        let (word, rest) = self.split();
        match numbered(word, 'r') {
            Some(id) => Ok((ReviewId(id), rest)),
            None => misunderstood("Which question? Expected its number, as in `R12`; the digest shows it.".to_owned()),
        }
    }

    /// `L7 …`: a letter of the outbox.
    ///
    /// # Errors
    /// When the next word is no such number.
    pub fn letter(&self) -> Result<(LetterId, Said<'a>), Refusal> {
        let (word, rest) = self.split();
        match numbered(word, 'l') {
            Some(id) => Ok((LetterId(id), rest)),
            None => misunderstood("Which letter? Expected its number, as in `L7`; the digest shows it.".to_owned()),
        }
    }

    /// Nothing may follow.
    ///
    /// # Errors
    /// Names what does.
    pub fn nothing_more(&self) -> Result<(), Refusal> {
        if self.is_empty() { Ok(()) } else { misunderstood(format!("I did not understand `{}`.", self.rest)) }
    }

    /// The words before and after `because`; a reason is wanted, for the record.
    ///
    /// # Errors
    /// When there is no reason.
    pub fn because(&self) -> Result<(Said<'a>, &'a str), Refusal> {
        let lower = self.rest.to_lowercase();
        let found = lower.match_indices("because").find(|(at, word)| {
            let before = self.rest.get(..*at).is_some_and(|s| s.is_empty() || s.ends_with([' ', ',', ';', ':']));
            let after = self.rest.get(at + word.len()..).is_some_and(|s| s.starts_with([' ', ':', ',']));
            before && after
        });
        let reason = found.and_then(|(at, word)| Some((self.rest.get(..at)?, self.rest.get(at + word.len()..)?)));
        match reason.map(|(before, reason)| {
            (before.trim_end_matches([' ', ',', ';', ':']), reason.trim_matches([' ', ':', ',']))
        }) {
            Some((before, reason)) if !reason.is_empty() => Ok((Said::new(before), reason)),
            Some(_) | None => misunderstood("Please give the reason, for the record: `… because …`.".to_owned()),
        }
    }

    /// `SLE-2027-0014 because …`, and nothing else: what the record should be asked.
    ///
    /// # Errors
    /// When there is no case, no reason, or something between them.
    pub fn case_with_reason(&self, verb: &str) -> Result<Lookup, Refusal> {
        let (case, rest) = self.case()?;
        let (before, _) = rest.because()?;
        if !before.is_empty() {
            return misunderstood(format!(
                "I did not understand `{}`. Expected `{verb} {case} because …`.",
                before.text()
            ));
        }
        Ok(Lookup { cases: vec![case], ..Lookup::default() })
    }

    /// What follows a word, such as `from` or `to`, at the beginning.
    pub fn after(&self, word: &str) -> Option<Said<'a>> {
        let (first, rest) = self.split();
        first.eq_ignore_ascii_case(word).then_some(rest)
    }
}

fn programme_called<'c>(word: &str, config: &'c Config) -> Result<&'c Programme, Refusal> {
    let known: Vec<&str> = config.programmes.keys().map(|id| id.as_str()).collect();
    let lower = word.to_lowercase();
    if let Some(found) = config.programmes.values().find(|programme| programme.id.as_str() == lower) {
        return Ok(found);
    }
    let hint = nearest(&lower, &known).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
    misunderstood(format!("There is no programme `{word}`.{hint} Programmes: {}.", known.join(", ")))
}

/// `R12` or `r12`, with or without its letter.
fn numbered(word: &str, letter: char) -> Option<i64> {
    let lower = word.trim_end_matches([',', '.', ':']).to_lowercase();
    let digits = lower.strip_prefix(letter).unwrap_or(&lower);
    let fits = (1..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| fits)
}

/// A date whose year may be left out: then it is the next one that comes.
pub fn read_coming_date(text: &str, today: Date) -> Option<Date> {
    civil::read_date(text).or_else(|| {
        [today.year(), today.year() + 1]
            .into_iter()
            .filter_map(|year| civil::read_date(&format!("{} {year}", text.trim().trim_end_matches('.'))))
            .find(|date| *date >= today)
    })
}

/// A day that lies behind. Without its year it is of this one, or of the last.
pub fn read_past_date(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().trim_end_matches(['.', ',']);
    civil::read_date(text).or_else(|| {
        [today.year(), today.year().saturating_sub(1)]
            .into_iter()
            .filter_map(|year| civil::read_date(&format!("{text} {year}")))
            .find(|date| *date <= today)
    })
}

/// `1 March 2027 to 19 March 2027`, `12 to 14 April 2027`, `30 March to 2 April 2027`, or one day.
pub fn read_days(text: &str) -> Option<(Date, Date)> {
    let lower = text.trim().to_lowercase();
    let halves = [" to ", " until ", " till ", " – ", " - "].iter().find_map(|between| lower.split_once(between));
    let Some((first, last)) = halves else {
        let day = civil::read_date(text)?;
        return Some((day, day));
    };
    let last_day = civil::read_date(last)?;
    // What the first half leaves out, it shares with the second.
    let first = first.trim();
    let year = last_day.year();
    let first_day = civil::read_date(first).or_else(|| civil::read_date(&format!("{first} {year}"))).or_else(|| {
        civil::read_date(&format!(
            "{first} {} {year}",
            last.split_whitespace().find(|word| civil::read_month(word).is_some())?
        ))
    })?;
    Some((first_day, last_day))
}

/// A date with an optional time: `26 March 2027 at 3pm`.
pub fn read_date_and_time(text: &str) -> Option<(Date, Option<Time>)> {
    let lower = text.trim().to_lowercase();
    if let Some((date, time)) = lower.rsplit_once(" at ") {
        return Some((civil::read_date(date)?, Some(civil::read_time(time)?)));
    }
    Some((civil::read_date(text)?, None))
}

/// A window that must exist.
///
/// # Errors
/// Names the windows that there are.
pub fn existing<'f>(windows: &'f [Window], programme: &Programme, name: &WindowName) -> Result<&'f Window, Refusal> {
    let own = || windows.iter().filter(|w| w.programme == programme.id);
    if let Some(window) = own().find(|w| w.name == *name) {
        return Ok(window);
    }
    let names: Vec<String> = own().map(|w| w.name.to_string()).collect();
    let there_are = if names.is_empty() {
        "None has been opened yet.".to_owned()
    } else {
        format!("There are: {}.", names.join(", "))
    };
    Err(Refusal::Refused(format!("There is no round `{} {name}`. {there_are}", programme.id)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_with_what_they_share() {
        for (said, first, last) in [
            ("1 March 2027 to 19 March 2027", date(2027, 3, 1), date(2027, 3, 19)),
            ("1 to 19 March 2027", date(2027, 3, 1), date(2027, 3, 19)),
            ("Monday 1st to Friday 19th March 2027", date(2027, 3, 1), date(2027, 3, 19)),
            ("30 March to 2 April 2027", date(2027, 3, 30), date(2027, 4, 2)),
            ("01/03/2027 to 19/03/2027", date(2027, 3, 1), date(2027, 3, 19)),
            ("12 April 2027", date(2027, 4, 12), date(2027, 4, 12)),
        ] {
            assert_eq!(read_days(said), Some((first, last)), "{said}");
        }
        assert_eq!(read_days("March to April"), None);
        assert_eq!(
            read_date_and_time("26 March 2027 at 3pm"),
            Some((date(2027, 3, 26), Some(jiff::civil::time(15, 0, 0, 0))))
        );
    }

    #[test]
    fn a_reason_is_wanted() {
        assert_eq!(
            Said::new("SLE-2027-0014 because the school's mail was down").because().map(|(s, r)| (s.text(), r)),
            Ok(("SLE-2027-0014", "the school's mail was down"))
        );
        assert!(Said::new("SLE-2027-0014 because ").because().is_err());
        assert!(Said::new("SLE-2027-0014").because().is_err());
    }
}
