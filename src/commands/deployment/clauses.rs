//! The pieces of what is said about a deployment: words and quotations, and the clauses of a plan in any order.

use crate::commands::Refusal;
use crate::commands::misunderstood;
use crate::commands::said::read_days;
use crate::domain::deployment::Model;
use crate::domain::money::Pence;
use crate::domain::worked::HalfDays;
use crate::domain::{EmailAddress, civil};
use jiff::Span;
use jiff::civil::Date;

/// A word, or words in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'s> {
    Word(&'s str),
    Quoted(&'s str),
}

const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('‘', '’'), ('«', '»')];

/// The words and quotations of a line. A quotation that a mail program has left open goes on to the end.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = vec![];
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let quote = QUOTES.iter().find(|(open, _)| *open == first);
        let (token, after) = match quote {
            Some((_, close)) => {
                let inner = rest.get(first.len_utf8()..).unwrap_or("");
                let (quoted, after) = quotation(inner, *close);
                (Token::Quoted(quoted.trim()), after)
            }
            None => {
                let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
                (Token::Word(word.trim_end_matches([',', ';'])), after)
            }
        };
        if token != Token::Word("") {
            out.push(token);
        }
        rest = after.trim_start();
    }
    out
}

/// What stands before the closing mark, and what follows it: ‘Year 4’s talk’ is one quotation.
fn quotation(inner: &str, close: char) -> (&str, &str) {
    let ends = |at: &usize| {
        let after = inner.get(at + close.len_utf8()..).unwrap_or("");
        after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || ",;.".contains(c))
    };
    match inner.match_indices(close).map(|(at, _)| at).find(ends) {
        Some(at) => {
            let after = inner.get(at + close.len_utf8()..).unwrap_or("");
            (inner.get(..at).unwrap_or(""), after.trim_start_matches([',', ';', '.']))
        }
        None => (inner, ""),
    }
}

/// Tokens that are read one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'t, 's> {
    left: &'t [Token<'s>],
}

impl<'t, 's> Reading<'t, 's> {
    pub fn new(tokens: &'t [Token<'s>]) -> Self {
        Self { left: tokens }
    }

    pub fn next(&mut self) -> Option<Token<'s>> {
        let (first, rest) = self.left.split_first()?;
        self.left = rest;
        Some(*first)
    }

    fn peek(&self) -> Option<Token<'s>> {
        self.left.first().copied()
    }

    /// Takes the next word, if it is this one.
    pub fn takes(&mut self, word: &str) -> bool {
        let is_it = matches!(self.peek(), Some(Token::Word(next)) if next.eq_ignore_ascii_case(word));
        if is_it {
            self.next();
        }
        is_it
    }

    /// Takes the next quotation, if one is next.
    pub fn quoted(&mut self) -> Option<&'s str> {
        match self.peek() {
            Some(Token::Quoted(words)) => {
                self.next();
                Some(words)
            }
            Some(Token::Word(_)) | None => None,
        }
    }

    /// Words up to a quotation, as long as they are wanted.
    pub fn words_while(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        let mut words = vec![];
        while let Some(Token::Word(word)) = self.peek() {
            if !wanted(word) {
                break;
            }
            words.push(word);
            self.next();
        }
        words.join(" ")
    }

    /// Words up to a quotation or to one of these words.
    pub fn words_until(&mut self, ends: &[&str]) -> String {
        self.words_while(|word| !ends.iter().any(|end| word.eq_ignore_ascii_case(end)))
    }

    /// `Jo Marsh <head@oakfield.example>`: a name, which may be left out, and an address.
    ///
    /// # Errors
    /// When no address follows.
    pub fn mailbox(&mut self, whose: &str) -> Result<(String, EmailAddress), Refusal> {
        let mut name = self.quoted().map(|name| vec![name]).unwrap_or_default();
        while let Some(Token::Word(word)) = self.peek() {
            self.next();
            if word.contains('@') {
                let email = EmailAddress::parse(word)
                    .map_err(|_| Refusal::Misunderstood(format!("`{word}` is no e-mail address.")))?;
                return Ok((name.join(" ").trim().to_owned(), email));
            }
            name.push(word);
        }
        Err(Refusal::Misunderstood(format!(
            "{whose} Expected a name and an address, as in `Jo Marsh <head@oakfield.example>`."
        )))
    }
}

/// Somebody else of the home school who does part of the days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    pub name: String,
    pub email: EmailAddress,
    pub half_days: HalfDays,
}

/// What was said of the work, in any order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Terms {
    pub half_days: Option<HalfDays>,
    /// The days are so many a week, not so many in all.
    pub weekly: bool,
    pub dates: Option<(Date, Date)>,
    pub model: Option<Model>,
    pub review_on: Option<Date>,
    pub end_point: Option<String>,
    pub lines: Vec<String>,
    pub helpers: Vec<Helper>,
    pub finance: Option<EmailAddress>,
    pub po_number: Option<String>,
    pub rate: Option<Pence>,
}

/// Words with which a clause begins.
const CLAUSES: [&str; 14] =
    ["from", "to", "until", "model", "review", "end", "line", "with", "finance", "order", "po", "rate", "and", "as"];

fn begins_clause(word: &str) -> bool {
    CLAUSES.iter().any(|clause| word.eq_ignore_ascii_case(clause))
}

/// `6 days`, `½ day`, `half a day`: a number of days may follow anything.
pub fn begins_days(word: &str) -> bool {
    let in_words = ["half", "one", "two"].iter().any(|number| word.eq_ignore_ascii_case(number));
    in_words || word.starts_with(|c: char| c.is_ascii_digit() || c == '½')
}

/// Reads `6 days from 6 May 2027 to 16 July 2027 model block review 10 June 2027 end point "…" line "…"`.
///
/// # Errors
/// A sentence about the first words that are not understood.
pub fn terms(reading: &mut Reading<'_, '_>) -> Result<Terms, Refusal> {
    let mut terms = Terms::default();
    while let Some(token) = reading.next() {
        let word = match token {
            Token::Word(word) => word,
            Token::Quoted(words) => {
                return misunderstood(format!("What is “{words}”? Expected `line` or `end point` before it."));
            }
        };
        match word.to_lowercase().as_str() {
            "and" | "as" => {}
            "from" => terms.dates = Some(dates(reading)?),
            "model" => {
                let said = reading.words_while(|word| !begins_clause(word) && !begins_days(word));
                terms.model = Some(model(&said)?);
            }
            "review" => terms.review_on = Some(review(reading)?),
            "end" => {
                reading.takes("point");
                terms.end_point = Some(words_of(reading, "end point")?);
            }
            "line" => terms.lines.push(words_of(reading, "line")?),
            "with" => terms.helpers.push(helper(reading)?),
            "finance" => terms.finance = Some(reading.mailbox("Who has the invoices?")?.1),
            "order" | "po" => {
                reading.takes("number");
                // `order number PO 123`: its first word is its own, whatever it is.
                terms.po_number = match reading.next() {
                    Some(Token::Quoted(number)) => Some(number.to_owned()),
                    Some(Token::Word(first)) => {
                        Some(format!("{first} {}", reading.words_until(&CLAUSES)).trim().to_owned())
                    }
                    None => return misunderstood("Which order number?"),
                };
            }
            "rate" => {
                let Some(Token::Word(sum) | Token::Quoted(sum)) = reading.next() else {
                    return misunderstood("Which rate? Expected an amount for a day, as in `rate £400`.");
                };
                terms.rate = Some(Pence::parse(sum).map_err(|e| Refusal::Misunderstood(format!("{e}.")))?);
            }
            _ => {
                let more = reading.words_until(&CLAUSES);
                let said = format!("{word} {more}");
                let (half_days, weekly) = days(said.trim())?;
                (terms.half_days, terms.weekly) = (Some(half_days), weekly);
            }
        }
    }
    Ok(terms)
}

/// `6 days`, `half a day a week`, `a day and a half` is not: 1½ days is.
fn days(said: &str) -> Result<(HalfDays, bool), Refusal> {
    let lower = said.to_lowercase();
    let weekly = ["a week", "each week", "per week", "weekly"].iter().find_map(|end| lower.strip_suffix(end));
    let text = weekly.unwrap_or(&lower).trim();
    let number = text.strip_suffix("days").or_else(|| text.strip_suffix("day")).map(str::trim);
    let read = match number {
        Some("half a" | "a half" | "half") => Some(HalfDays::HALF),
        Some("a" | "one") => Some(HalfDays::DAY),
        Some("two") => Some(HalfDays::of_days(2)),
        Some(number) => HalfDays::parse(number),
        None => None,
    };
    match read.filter(|days| days.0 > 0) {
        Some(days) => Ok((days, weekly.is_some())),
        None => misunderstood(format!(
            "I did not understand `{said}`. Expected, for example, `6 days from 6 May 2027 to 16 July 2027 model block`."
        )),
    }
}

fn dates(reading: &mut Reading<'_, '_>) -> Result<(Date, Date), Refusal> {
    let first = reading.words_until(&CLAUSES);
    if !(reading.takes("to") || reading.takes("until")) {
        return misunderstood(format!("Until when? Expected `from {first} to …`."));
    }
    let last = reading.words_until(&CLAUSES);
    let read = read_days(&format!("{first} to {last}")).map(|(begins, ends)| {
        // `6 September to 20 January 2028` begins in the year before.
        let year_was_said = civil::read_date(&first).is_some();
        if begins > ends && !year_was_said {
            (begins.saturating_sub(Span::new().years(1)), ends)
        } else {
            (begins, ends)
        }
    });
    match read {
        Some((first, last)) if first <= last => Ok((first, last)),
        Some((first, last)) => {
            misunderstood(format!("{} lies after {}.", civil::date_in_short(first), civil::date_in_short(last)))
        }
        None => misunderstood(format!(
            "`from {first} to {last}` are no dates with their year, as in `from 6 May 2027 to 16 July 2027`."
        )),
    }
}

fn review(reading: &mut Reading<'_, '_>) -> Result<Date, Refusal> {
    reading.takes("on");
    let said = reading.words_until(&CLAUSES);
    let said = said.strip_prefix("on ").unwrap_or(&said);
    match civil::read_date(said) {
        Some(day) => Ok(day),
        None => misunderstood(format!("`review {said}`: expected a date with its year, as in `10 June 2027`.")),
    }
}

fn words_of(reading: &mut Reading<'_, '_>, clause: &str) -> Result<String, Refusal> {
    match reading.quoted().filter(|words| !words.is_empty()) {
        Some(words) => Ok(words.to_owned()),
        None => misunderstood(format!("Expected words in quotation marks after `{clause}`.")),
    }
}

/// `spread`, `full-time`, `two-day diagnostic`.
fn model(said: &str) -> Result<Model, Refusal> {
    let word = said.to_lowercase().replace(['-', ' '], "_");
    let word = word.strip_prefix("two_day_").unwrap_or(&word);
    match Model::read(word) {
        Some(model) => Ok(model),
        None => {
            misunderstood(format!("`{said}` is no model: expected spread, block, diagnostic, full-time or placement."))
        }
    }
}

/// `with Tom Hale <t.hale@hazelbank.example> 2 days`.
fn helper(reading: &mut Reading<'_, '_>) -> Result<Helper, Refusal> {
    let (name, email) = reading.mailbox("Who does part of the days?")?;
    let said = reading.words_until(&CLAUSES);
    let (half_days, weekly) = days(&said)?;
    if weekly {
        return misunderstood(format!("How many days are theirs in all? Expected `with {email} 2 days`."));
    }
    let name = if name.is_empty() { email.to_string() } else { name };
    Ok(Helper { name, email, half_days })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(text: &str) -> Result<Terms, Refusal> {
        terms(&mut Reading::new(&tokens(text)))
    }

    #[test]
    fn words_and_quotations() {
        assert_eq!(
            tokens("sle \"Oakfield School\", head “Jo Marsh” ‘Year 4’s talk’. x \"left open"),
            [
                Token::Word("sle"),
                Token::Quoted("Oakfield School"),
                Token::Word("head"),
                Token::Quoted("Jo Marsh"),
                Token::Quoted("Year 4’s talk"),
                Token::Word("x"),
                Token::Quoted("left open"),
            ]
        );
    }

    #[test]
    fn clauses_are_read_in_any_order() {
        let all = read(
            "6 days from 6 May 2027 to 16 July 2027 model full-time, review on 10 June 2027 end point \"Plans are shared\" line \"Audit\" line \"Coach\" with Tom Hale <t.hale@hazelbank.example> 2½ days order number PO 123 finance bursar@oakfield.example rate £400",
        )
        .unwrap();
        assert_eq!(all.half_days, Some(HalfDays(12)));
        assert_eq!(all.dates, Some((date(2027, 5, 6), date(2027, 7, 16))));
        assert_eq!(all.model, Some(Model::FullTime));
        assert_eq!(all.review_on, Some(date(2027, 6, 10)));
        assert_eq!(all.end_point.as_deref(), Some("Plans are shared"));
        assert_eq!(all.lines, ["Audit", "Coach"]);
        assert_eq!(all.helpers.len(), 1);
        assert_eq!(all.helpers[0].name, "Tom Hale");
        assert_eq!(all.helpers[0].half_days, HalfDays(5));
        assert_eq!(all.po_number.as_deref(), Some("PO 123"));
        assert_eq!(all.finance.as_ref().map(EmailAddress::as_str), Some("bursar@oakfield.example"));
        assert_eq!(all.rate, Some(Pence(40_000)));
        assert_eq!(read("rate 400").unwrap().rate, Some(Pence(40_000)));
        assert_eq!(read("rate £400 6 days").unwrap().half_days, Some(HalfDays(12)));
        let week = read("model placement half a day a week from 6 September to 20 December 2027").unwrap();
        assert_eq!((week.half_days, week.weekly), (Some(HalfDays::HALF), true));
        assert_eq!(week.dates, Some((date(2027, 9, 6), date(2027, 12, 20))));
        assert_eq!(read("two days as model two-day diagnostic").unwrap().model, Some(Model::Diagnostic));
        assert_eq!(read("").unwrap(), Terms::default());
        for wrong in [
            "lots of days",
            "0 days",
            "6 days from 6 May 2027",
            "from 6 July 2027 to 5 May 2027",
            "model quick",
            "line Audit",
            "\"Audit\"",
            "review soon",
            "with Tom 2 days",
            "rate £4.5",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
