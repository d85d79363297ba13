//! What a mail says of days worked: in its words, in the form for visits, in a sheet.

use super::who::Place;
use crate::config::Config;
use crate::config::billing::VisitPolicy;
use crate::documents::Document;
use crate::domain::civil::date_in_words;
use crate::domain::listed;
use crate::domain::visit::OpenLog;
use crate::domain::worked::HalfDays;
use crate::forms::{FormReader, Meaning};
use crate::incoming::Prepared;
use crate::sheets::visits as sheets;
use crate::understand::days::{self, Question, Reading, School, Stated};
use jiff::civil::Date;

/// A day that is plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Among the sender's schools.
    pub place: usize,
    pub day: Date,
    pub half_days: HalfDays,
    /// Where hours were given; `rounded` where they are not exactly half-days.
    pub minutes: Option<u32>,
    pub rounded: bool,
    /// No amount was said: a whole day by policy.
    pub unsaid: bool,
    pub words: String,
}

/// The one question that is to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub sentence: String,
    pub example: String,
    /// Days of which only the amount is asked.
    pub amounts_of: Vec<Date>,
    /// It says no more than that the text was not understood.
    pub is_weak: bool,
}

/// What was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    pub days: Vec<Said>,
    /// Plainly not worked.
    pub off: Vec<Date>,
    pub asked: Option<Asked>,
    /// Days of which only the school is not said, and those that were not worked beside them.
    pub somewhere: Vec<Date>,
    /// What the question is about, as it was written.
    pub text: String,
    /// It stands in our form or in a sheet: nobody sends these for anything else.
    pub is_record: bool,
}

impl Understood {
    /// It says something of days that is plain.
    pub fn is_plain(&self) -> bool {
        self.asked.is_none() && !(self.days.is_empty() && self.off.is_empty())
    }
}

/// Longer words about a visit are in the mail itself.
const LONGEST_WORDS: usize = 1_000;

#[derive(Clone, Copy)]
/// Reads texts against the schools of their writer.
pub struct Log<'a> {
    pub places: &'a [Place<'a>],
    pub policy: &'a VisitPolicy,
    pub received_on: Date,
}

impl<'a> Log<'a> {
    pub fn new(config: &'a Config, places: &'a [Place<'a>], received_on: Date) -> Self {
        Self { places, policy: &config.billing.visits, received_on }
    }

    fn read(&self, text: &str, received_on: Date) -> Reading {
        let schools: Vec<School<'_>> = self.places.iter().map(|place| School { names: &place.names }).collect();
        let policy = days::Policy {
            minutes_a_day: self.policy.minutes_a_day(),
            shortest_visit: self.policy.minimum_minutes,
            // A school day is longer than the hours that policy counts as a day.
            longest_day: self.policy.minutes_a_day().saturating_mul(3) / 2,
        };
        days::read(text, received_on, &schools, &policy)
    }

    /// What words say, from the day of the mail.
    pub fn words(&self, text: &str) -> Understood {
        self.understood(&self.read(text, self.received_on), text)
    }

    fn understood(&self, reading: &Reading, text: &str) -> Understood {
        // Where a question is about certain days alone, all others are plain. Any other may be about the whole.
        let doubtful: Option<Vec<Date>> =
            reading.questions.iter().map(concerned).collect::<Option<Vec<_>>>().map(|dates| dates.concat());
        let plain = |day: &Date| doubtful.as_ref().is_some_and(|doubtful| !doubtful.contains(day));
        let days = reading.visits.iter().filter(|visit| plain(&visit.day)).map(|visit| said(visit, text)).collect();
        let asked = reading.questions.first().zip(reading.question()).map(|(first, sentence)| Asked {
            example: self.example(first),
            sentence,
            amounts_of: if reading.questions.len() == 1 { amounts_of(first) } else { vec![] },
            is_weak: reading.questions.iter().all(is_weak),
        });
        let off = if reading.questions.is_empty() { reading.not_worked.clone() } else { vec![] };
        let somewhere = match reading.questions.as_slice() {
            [Question::WhichSchool { named: None, dates }] => [dates.as_slice(), &reading.not_worked].concat(),
            [..] => vec![],
        };
        Understood { days, off, asked, somewhere, text: text.to_owned(), is_record: false }
    }

    /// An answer that would settle a question.
    fn example(&self, question: &Question) -> String {
        let place = self.places.first().map_or("Oakfield", |place| place.name);
        let line = || format!("{place}, {}, half a day", self.received_on.strftime("%-d %B"));
        match question {
            Question::HowLong { .. }
            | Question::TooShort { .. }
            | Question::Between { .. }
            | Question::TooLong { .. }
            | Question::AmountsDisagree { .. } => "half a day".to_owned(),
            Question::EachOfThem { dates, .. } | Question::WhichHalf { dates } => match dates.as_slice() {
                [first, second, ..] => {
                    format!("{} full day, {} half a day", first.strftime("%-d %B"), second.strftime("%-d %B"))
                }
                [_] | [] => "half a day".to_owned(),
            },
            Question::WhichSchool { .. } => place.to_owned(),
            Question::WhichWeek { one, other, .. } => one.min(other).strftime("%-d %B").to_string(),
            Question::WorkedOrNot { date } => format!("yes, {}, full day", date.strftime("%-d %B")),
            Question::WhichDays
            | Question::WhichDaysOfWeek { .. }
            | Question::WhichMonth { .. }
            | Question::FutureDay { .. }
            | Question::WeekdayDisagrees { .. }
            | Question::NotAMonday { .. }
            | Question::NoSuchDay { .. }
            | Question::LongAgo { .. }
            | Question::OverWeekend { .. }
            | Question::TotalDisagrees { .. }
            | Question::Unsure
            | Question::TooMuch => line(),
        }
    }

    /// An answer to what was asked about an earlier log, read together with it; `None` where it does not become plain.
    pub fn with_open(&self, answer: &str, open: &OpenLog) -> Option<Understood> {
        let alone = self.words(answer);
        if alone.is_plain() {
            return Some(alone);
        }
        let of_days = |date: &Date| format!("{}: {}", date.strftime("%-d %B %Y"), answer.trim());
        let amounts = open.amounts_of.iter().map(of_days).collect::<Vec<_>>().join("\n");
        let by_day = Some(self.words(&amounts)).filter(|_| !open.amounts_of.is_empty());
        let whole = format!("{}\n{}", open.words.trim(), answer.trim());
        let together = || self.understood(&self.read(&whole, open.received_on), &whole);
        by_day
            .filter(Understood::is_plain)
            .or_else(|| Some(together()).filter(Understood::is_plain))
            .or_else(|| self.at_school_of(answer, open).filter(Understood::is_plain))
    }

    /// “Yes”, to what was asked about an earlier log. It answers one question alone: whether what was shorter than the shortest
    /// visit is to count as half a day.
    pub fn on_yes(&self, open: &OpenLog) -> Option<Understood> {
        let reading = self.read(&open.words, open.received_on);
        let too_short = |question: &Question| matches!(question, Question::TooShort { .. });
        let only = !reading.questions.is_empty() && reading.questions.iter().all(too_short);
        only.then(|| self.with_open("half a day", open)).flatten()
    }

    /// “4 May”, where the log that was asked about named one school alone.
    fn at_school_of(&self, answer: &str, open: &OpenLog) -> Option<Understood> {
        let text = open.words.to_lowercase();
        let reading = self.read(&open.words, open.received_on);
        let named = |at: usize, place: &Place<'_>| {
            let said = |name: &String| {
                let first = name.split_whitespace().next().unwrap_or(name).to_lowercase();
                first.len() > 3 && text.contains(&first)
            };
            reading.visits.iter().any(|visit| visit.school == at) || place.names.iter().any(said)
        };
        let mut places = self.places.iter().enumerate().filter(|(at, place)| named(*at, place));
        let (at, _) = places.next().filter(|_| places.next().is_none())?;
        let mut found = Log { places: self.places.get(at..=at)?, ..*self }.words(answer);
        for day in &mut found.days {
            day.place = at;
        }
        Some(found)
    }

    /// What was asked about an earlier log, once more: its answer said nothing of days.
    pub fn again(&self, open: &OpenLog) -> Understood {
        let asked = self.understood(&self.read(&open.words, open.received_on), &open.words);
        // Where the words alone were plain, it was the record that made the question.
        let of_record = || {
            let days: Vec<String> = open.amounts_of.iter().map(|day| date_in_words(*day)).collect();
            (!days.is_empty()).then(|| Asked {
                sentence: format!("How long was it in all on {}: half a day or a full day?", listed(&days)),
                example: "full day".to_owned(),
                amounts_of: open.amounts_of.clone(),
                is_weak: false,
            })
        };
        Understood { days: vec![], asked: asked.asked.clone().or_else(of_record), ..asked }
    }

    /// Days that an earlier log spoke of, besides those that were asked about.
    pub fn spoken_of(&self, open: &OpenLog) -> Vec<Date> {
        let reading = self.read(&open.words, open.received_on);
        let asked: Vec<Date> = reading.questions.iter().filter_map(concerned).flatten().collect();
        reading.visits.iter().map(|visit| visit.day).filter(|day| !asked.contains(day)).collect()
    }

    /// The record of a visit on our form.
    pub fn form(&self, form: &FormReader, document: &Document, asked_for: bool) -> Option<Understood> {
        let reading = form.read(document);
        let value = |meaning| {
            let field = form.definition.meaning(meaning);
            field.map_or("", |field| reading.answers.value(&field.id)).trim()
        };
        let dates = value(Meaning::VisitDates);
        if dates.is_empty() || !(reading.marked || (asked_for && reading.found >= 3) || reading.is_form()) {
            return None;
        }
        let school = value(Meaning::School);
        let line = if school.is_empty() { dates.to_owned() } else { format!("{school}: {dates}") };
        let length = value(Meaning::VisitLength).to_lowercase();
        let mut read = self.words(&line);
        let unsaid = read.days.iter().all(|day| day.unsaid);
        if !length.is_empty() && unsaid {
            let many = read.days.len() > 1;
            let with = self.words(&format!("{line}, {length}{}", if many { "s each" } else { "" }));
            // The form asks how long each of them was: that is said of all.
            if with.asked.is_none() || read.asked.is_some() {
                read = with;
            }
        }
        let parts = [Meaning::WorkDone, Meaning::Impact, Meaning::NextSteps].map(value);
        let words: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if !words.is_empty() {
            for day in &mut read.days {
                day.words = shortened(&words.join("\n"));
            }
        }
        Some(Understood { is_record: true, ..read })
    }

    /// A sheet of days.
    pub fn sheet(&self, document: &Document) -> Option<Understood> {
        let rows = sheets::rows(document);
        if rows.is_empty() {
            return None;
        }
        let mut all = Understood { is_record: true, ..Understood::default() };
        for row in rows {
            let mut read = self.words(&row.line());
            for day in &mut read.days {
                let words = if row.words.is_empty() { row.line() } else { row.words.clone() };
                day.words = shortened(&words);
            }
            all.days.append(&mut read.days);
            if let Some(asked) = read.asked.filter(|_| all.asked.is_none()) {
                let sentence = format!("In row {} of your sheet: {}", row.number, asked.sentence);
                all.text = row.line();
                all.asked = Some(Asked { sentence, is_weak: false, ..asked });
            }
        }
        Some(all)
    }

    /// What the mail says, wherever it stands: the form first, then a sheet, then its words.
    pub fn mail(&self, config: &Config, mail: &Prepared<'_>, asked_for: bool) -> Understood {
        let documents = || mail.reading.attachments.iter().filter_map(|file| file.content.as_ref().ok());
        let form = config.office_forms.visit.as_ref();
        let of_form = form.and_then(|form| documents().find_map(|document| self.form(form, document, asked_for)));
        let of_file = of_form.or_else(|| documents().find_map(|document| self.sheet(document)));
        if let Some(found) = of_file {
            return found;
        }
        let said = self.words(&mail.reply);
        // A subject line is the whole mail to some: "Oakfield, Tuesday 4 May".
        let subject = mail.reading.mail.subject.trim();
        if said.days.is_empty() && said.off.is_empty() && !mail.reading.mail.is_reply() && !subject.is_empty() {
            let whole = self.words(&format!("{subject}\n{}", mail.reply));
            if !whole.days.is_empty() {
                return whole;
            }
        }
        said
    }
}

fn said(visit: &days::Visit, text: &str) -> Said {
    let rounded = match visit.how {
        Stated::Hours { rounded, .. } => rounded,
        Stated::Plain | Stated::FullDay | Stated::HalfDay | Stated::Morning | Stated::Afternoon => false,
    };
    let words = text.get(visit.words.clone()).unwrap_or(text);
    Said {
        place: visit.school,
        day: visit.day,
        half_days: visit.half_days,
        minutes: visit.rounded_from(),
        rounded,
        unsaid: visit.how == Stated::Plain,
        words: shortened(words),
    }
}

fn shortened(words: &str) -> String {
    words.trim().chars().take(LONGEST_WORDS).collect()
}

/// The days that a question is about; `None` where it may be about the whole log.
fn concerned(question: &Question) -> Option<Vec<Date>> {
    match question {
        Question::HowLong { dates } | Question::EachOfThem { dates, .. } | Question::WhichHalf { dates } => {
            Some(dates.clone())
        }
        Question::WhichSchool { dates, .. } => Some(dates.clone()).filter(|dates| !dates.is_empty()),
        // Last Tuesday, this week's or last: whatever else was said has its date.
        Question::WhichWeek { one, other, .. } => Some(vec![*one, *other]),
        Question::TooShort { date, .. }
        | Question::Between { date, .. }
        | Question::TooLong { date }
        | Question::AmountsDisagree { date }
        | Question::WorkedOrNot { date } => Some(vec![*date]),
        Question::WhichDays
        | Question::WhichDaysOfWeek { .. }
        | Question::WhichMonth { .. }
        | Question::FutureDay { .. }
        | Question::WeekdayDisagrees { .. }
        | Question::NotAMonday { .. }
        | Question::NoSuchDay { .. }
        | Question::LongAgo { .. }
        | Question::OverWeekend { .. }
        | Question::TotalDisagrees { .. }
        | Question::Unsure
        | Question::TooMuch => None,
    }
}

/// The days of which a question asks nothing but how long they were.
fn amounts_of(question: &Question) -> Vec<Date> {
    match question {
        Question::HowLong { dates } => dates.clone(),
        Question::TooShort { date, .. }
        | Question::Between { date, .. }
        | Question::TooLong { date }
        | Question::AmountsDisagree { date } => vec![*date],
        Question::WhichDays
        | Question::WhichDaysOfWeek { .. }
        | Question::WhichMonth { .. }
        | Question::WhichWeek { .. }
        | Question::WhichSchool { .. }
        | Question::FutureDay { .. }
        | Question::WeekdayDisagrees { .. }
        | Question::NotAMonday { .. }
        | Question::NoSuchDay { .. }
        | Question::LongAgo { .. }
        | Question::OverWeekend { .. }
        | Question::EachOfThem { .. }
        | Question::WhichHalf { .. }
        | Question::WorkedOrNot { .. }
        | Question::TotalDisagrees { .. }
        | Question::Unsure
        | Question::TooMuch => vec![],
    }
}

fn is_weak(question: &Question) -> bool {
    matches!(question, Question::WhichDays | Question::Unsure | Question::TooMuch)
}
