//! When, where and for whom, as coordinators write it.

use super::super::appointing::{read_when, without_length};
use super::super::misunderstood;
use super::Refusal;
use crate::domain::meeting::Host;
use crate::domain::{EmailAddress, civil};
use jiff::civil::{Date, DateTime};

/// What was said of a meeting, as far as it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub starts_at: Option<DateTime>,
    pub minutes: Option<u32>,
    pub place: Option<String>,
    pub host: Option<Host>,
    pub places: Option<u32>,
    /// Why it is held although the day is no school day.
    pub anyway: Option<String>,
}

/// `"Autumn network" 6 October …`: the title between quotation marks of any kind, and the rest.
///
/// # Errors
/// When there is none.
pub fn title(text: &str) -> Result<(String, &str), Refusal> {
    const MARKS: [char; 4] = ['"', '“', '”', '„'];
    let missing = || {
        "What is it called? Put its title in quotation marks: `meeting sle \"Autumn network\" 6 October 2026 15:45 to 17:00 at …`."
            .to_owned()
    };
    let text = text.trim();
    let mut marks = text.char_indices().filter(|(_, c)| MARKS.contains(c));
    let (Some((0, first)), Some((end, last))) = (marks.next(), marks.next()) else { return misunderstood(missing()) };
    let inside = text.get(first.len_utf8()..end).unwrap_or_default();
    let title: String = inside.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() || title.chars().count() > 120 {
        return misunderstood(missing());
    }
    Ok((title, text.get(end + last.len_utf8()..).unwrap_or_default().trim_start_matches([',', ':', ' '])))
}

/// `6 October 2026 15:45 to 17:00 at Hazelbank, Library host Owen Brooks <head@…> places 24 anyway because …`; also only
/// a place: `at Hazelbank, Hall`. With `today`, a date may be without its year.
///
/// # Errors
/// When what stands there is neither.
pub fn wanted(text: &str, today: Option<Date>) -> Result<Wanted, Refusal> {
    let mut wanted = Wanted::default();
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((before, reason)) = cut(&text, " anyway because ").or_else(|| cut(&text, " anyway, because ")) {
        if reason.is_empty() {
            return misunderstood("Please give the reason, for the record: `… anyway because …`.");
        }
        (text, wanted.anyway) = (before, Some(reason));
    }
    (text, wanted.host) = without_host(&text)?;
    (text, wanted.places) = without_places(&text);
    (text, wanted.minutes) = without_length(&text);
    let text = text.trim().trim_end_matches([',', '.', ';']);
    let lower = text.to_ascii_lowercase();
    let today = today.unwrap_or(Date::MAX);
    let place = |from: usize| {
        let place = text.get(from..).unwrap_or_default().trim().trim_end_matches([',', '.']);
        (!place.is_empty()).then(|| place.to_owned())
    };
    if lower.starts_with("at ") {
        wanted.place = place(3);
        return Ok(wanted);
    }
    // The first `at` may belong to the time.
    let parted = lower
        .match_indices(" at ")
        .find_map(|(at, word)| Some((sitting(text.get(..at)?, today)?, place(at + word.len()))));
    let Some(((starts_at, until), place)) = parted.or_else(|| Some((sitting(text, today)?, None))) else {
        return misunderstood(format!(
            "When, and where? I did not understand `{text}`. Expected a day with its year, a time and a place, as in `6 October 2026 15:45 to 17:00 at Hazelbank Primary School, Library`."
        ));
    };
    if let Some(until) = until {
        let minutes = starts_at.date().to_datetime(until).since(starts_at).ok().map_or(0, |span| {
            i64::from(span.get_hours()) * 60 + span.get_minutes() + i64::from(span.get_days()) * 24 * 60
        });
        match u32::try_from(minutes) {
            Ok(minutes) if minutes > 0 => wanted.minutes = Some(minutes),
            Ok(_) | Err(_) => {
                return misunderstood(format!(
                    "It would end at {}, before it begins at {}.",
                    civil::time_in_words(until),
                    civil::time_in_words(starts_at.time())
                ));
            }
        }
    }
    (wanted.starts_at, wanted.place) = (Some(starts_at), place);
    Ok(wanted)
}

/// The text before and after words, whatever their case.
fn cut(text: &str, words: &str) -> Option<(String, String)> {
    let at = text.to_ascii_lowercase().find(words)?;
    let (before, after) = (text.get(..at)?, text.get(at + words.len()..)?);
    Some((before.to_owned(), after.trim().to_owned()))
}

/// Takes `host Owen Brooks <head@hazelbank.example>` out. A place may have the word in its name: without an address after
/// it, it is no host.
fn without_host(text: &str) -> Result<(String, Option<Host>), Refusal> {
    let lower = text.to_ascii_lowercase();
    let begins = lower.rmatch_indices(" host ").chain(lower.rmatch_indices(" hosted by ")).next();
    let Some((at, word)) = begins else { return Ok((text.to_owned(), None)) };
    let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + word.len()..).unwrap_or_default());
    let Some((address, rest)) = after.split_once('>') else { return Ok((text.to_owned(), None)) };
    let (name, email) = person(&format!("{address}>"))?;
    if name.is_empty() {
        return misunderstood(
            "Who is the host? Expected a name and an address, as in `host Owen Brooks <head@hazelbank.example>`.",
        );
    }
    Ok((format!("{before}{rest}"), Some(Host { name, email })))
}

/// `Priya Nair <p.nair@hazelbank.example>`, `Priya Nair p.nair@…`, or an address alone: the name is empty then.
///
/// # Errors
/// When there is no address.
pub fn person(text: &str) -> Result<(String, EmailAddress), Refusal> {
    let text = text.trim().trim_end_matches([',', '.', ';']);
    let (name, address) = match text.split_once('<') {
        Some((name, address)) => (name, address.trim_end_matches('>')),
        None => text.rsplit_once(' ').unwrap_or(("", text)),
    };
    let name = name.trim().trim_matches(['"', '“', '”', ',']).split_whitespace().collect::<Vec<_>>().join(" ");
    match EmailAddress::parse(address) {
        Ok(email) if name.chars().count() <= 120 => Ok((name, email)),
        Ok(_) | Err(_) => misunderstood(format!(
            "I did not understand `{text}`. Expected a name and an address, as in `Priya Nair <p.nair@hazelbank.example>`."
        )),
    }
}

/// Takes `places 24` out.
fn without_places(text: &str) -> (String, Option<u32>) {
    let words: Vec<&str> = text.split(' ').collect();
    for (at, pair) in words.windows(2).enumerate() {
        let [word, number] = pair else { continue };
        let count = number.trim_end_matches([',', '.']).parse::<u32>().ok();
        if let Some(count) = count.filter(|n| word.eq_ignore_ascii_case("places") && (1..=10_000).contains(n)) {
            let rest: Vec<&str> = words.iter().take(at).chain(words.iter().skip(at + 2)).copied().collect();
            return (rest.join(" "), Some(count));
        }
    }
    (text.to_owned(), None)
}

/// `6 October 2026 15:45 to 17:00`, `3.45pm to 5pm on Tuesday 6 October 2026`, `6 October 2026 at 15:45`.
fn sitting(text: &str, today: Date) -> Option<(DateTime, Option<jiff::civil::Time>)> {
    let lower = text.trim().trim_end_matches([',', '.']).to_lowercase();
    let lower = lower.strip_prefix("on ").unwrap_or(&lower).replace(" from ", " ");
    // The time may stand before its day.
    let lower = match lower.split_once(" on ") {
        Some((time, day)) => format!("{day} {time}"),
        None => lower,
    };
    for between in [" to ", " until ", " till ", "–", "-"] {
        let Some((first, last)) = lower.rsplit_once(between) else { continue };
        if let Some(until) = civil::read_time(last)
            && let Some(starts_at) = read_when(first, today)
        {
            return Some((starts_at, Some(until)));
        }
    }
    Some((read_when(&lower, today)?, None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    #[test]
    fn meetings_are_read_as_people_write_them() {
        let starts_at = Some(datetime(2026, 10, 6, 15, 45, 0, 0));
        let place = Some("Hazelbank Primary School, Library".to_owned());
        for said in [
            "6 October 2026 15:45 to 17:00 at Hazelbank Primary School, Library",
            "Tuesday 6th October 2026, 3.45pm until 5pm at Hazelbank Primary School, Library.",
            "on Tuesday 6 October 2026 from 15:45 to 17:00 at Hazelbank Primary School, Library",
            "6 October 2026 at 15:45 for 75 minutes at Hazelbank Primary School, Library",
            "06/10/2026 15:45-17:00 at Hazelbank Primary School, Library",
            "2026-10-06 15:45 – 17:00 at Hazelbank Primary School, Library",
            "3.45pm to 5pm on Tuesday 6 October 2026 at Hazelbank Primary School, Library",
        ] {
            let wanted_of = Wanted { starts_at, minutes: Some(75), place: place.clone(), ..Wanted::default() };
            assert_eq!(wanted(said, None), Ok(wanted_of), "{said}");
        }
        let full = wanted(
            "6 October 2026 15:45 at Host Lane School host Owen Brooks <head@hazelbank.example> places 24 anyway because it suits all",
            None,
        )
        .unwrap();
        assert_eq!((full.minutes, full.place.as_deref()), (None, Some("Host Lane School")));
        assert_eq!((full.places, full.anyway.as_deref()), (Some(24), Some("it suits all")));
        assert_eq!(full.host.map(|host| host.name).as_deref(), Some("Owen Brooks"));
        assert_eq!(wanted("at The Hall", None).unwrap().place.as_deref(), Some("The Hall"));
        for none in
            ["", "Thursday", "15:45 at Hazelbank", "6 October 15:45 at Hazelbank", "6 October 2026 17:00 to 15:45 at H"]
        {
            assert!(wanted(none, None).is_err(), "{none}");
        }
        assert!(wanted("6 October 15:45 at Hazelbank", Some(jiff::civil::date(2026, 9, 1))).is_ok());
    }

    #[test]
    fn titles_stand_between_quotation_marks() {
        for said in ["\"Autumn network\" 6 October", "“Autumn network” 6 October", "“Autumn  network\", 6 October"]
        {
            assert_eq!(title(said), Ok(("Autumn network".to_owned(), "6 October")), "{said}");
        }
        for none in ["Autumn network 6 October", "\"\" 6 October", "“ ” 6 October", "\"Autumn", ""] {
            assert!(title(none).is_err(), "{none}");
        }
    }

    #[test]
    fn people_are_read_with_or_without_a_name() {
        let read = |text| person(text).map(|(name, email)| (name, email.to_string()));
        let priya = ("Priya Nair".to_owned(), "p.nair@hazelbank.example".to_owned());
        assert_eq!(read("Priya Nair <p.nair@hazelbank.example>"), Ok(priya.clone()));
        assert_eq!(read("Priya Nair p.nair@hazelbank.example"), Ok(priya));
        assert_eq!(read("p.nair@hazelbank.example").map(|(name, _)| name), Ok(String::new()));
        assert!(read("Priya Nair").is_err());
    }
}
