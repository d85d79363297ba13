//! A recruitment window: when it opens, when it closes, and what a receipt stamp means to it.

use super::civil::Zone;
use super::{ProgrammeId, WindowId, WindowName};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// One recruitment round of a programme. All of it is fact, set by a coordinator's command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    pub id: WindowId,
    pub programme: ProgrammeId,
    pub name: WindowName,
    /// First moment, on the wall clock of `zone`.
    pub opens_at: DateTime,
    /// Last moment that is on time, on the wall clock of `zone`.
    pub closes_at: DateTime,
    pub zone: Zone,
    /// Set when a coordinator closed the round before its time.
    pub closed_early_at: Option<Timestamp>,
    pub key_dates: Vec<KeyDate>,
    /// Steps that were taken and do not follow from the clock.
    pub steps: Vec<Step>,
    /// How many of each specialism it looks for.
    pub targets: Vec<(String, u32)>,
}

/// A step of a round that somebody or something took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Heads and the register of interest were told of the opening.
    Announced,
    /// The coordinators have the summary of the closed round.
    SummedUp,
    /// A coordinator confirmed who goes into the review.
    Confirmed,
    /// Outcome letters have gone.
    Released,
    Archived,
}

impl Step {
    pub const ALL: [Self; 5] = [Self::Announced, Self::SummedUp, Self::Confirmed, Self::Released, Self::Archived];

    pub fn word(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::SummedUp => "summed_up",
            Self::Confirmed => "confirmed",
            Self::Released => "released",
            Self::Archived => "archived",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }
}

/// Where a window stands at some instant. Derived from the clock, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Announced,
    Open,
    Closed,
}

/// What a receipt stamp means to a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// Came before the opening: kept, and counted from the opening on.
    Early,
    OnTime,
    Late,
}

impl Window {
    pub fn opens(&self) -> Timestamp {
        self.zone.earliest(self.opens_at)
    }

    /// The last instant that is on time.
    pub fn closes(&self) -> Timestamp {
        let planned = self.zone.latest(self.closes_at);
        self.closed_early_at.map_or(planned, |early| early.min(planned))
    }

    /// The closing as the wall clock shows it; the same as `closes_at` unless the round was closed early.
    pub fn closes_civil(&self) -> DateTime {
        match self.closed_early_at {
            Some(_) => self.zone.civil(self.closes()),
            None => self.closes_at,
        }
    }

    pub fn phase(&self, now: Timestamp) -> Phase {
        if now > self.closes() {
            Phase::Closed
        } else if now < self.opens() {
            Phase::Announced
        } else {
            Phase::Open
        }
    }

    /// The one rule of the deadline: on time means received at or before the closing, to the second.
    ///
    /// `received_at` is our own server's stamp. Neither the sender's `Date` nor the moment of reading has a say.
    pub fn timing(&self, received_at: Timestamp) -> Timing {
        if received_at > self.closes() {
            Timing::Late
        } else if received_at < self.opens() {
            Timing::Early
        } else {
            Timing::OnTime
        }
    }

    pub fn has_taken(&self, step: Step) -> bool {
        self.steps.contains(&step)
    }

    /// Where the round stands, in one word for people: announced, open, closed, reviewing, released, archived.
    pub fn stage(&self, now: Timestamp) -> &'static str {
        if self.has_taken(Step::Archived) {
            "archived"
        } else if self.has_taken(Step::Released) {
            "released"
        } else if self.phase(now) == Phase::Closed && self.has_taken(Step::Confirmed) {
            "reviewing"
        } else {
            match self.phase(now) {
                Phase::Announced => "announced",
                Phase::Open => "open",
                Phase::Closed => "closed",
            }
        }
    }

    /// The round with one of its dates set anew.
    pub fn with_key_date(&self, date: KeyDate) -> Self {
        let mut after = self.clone();
        after.key_dates.retain(|other| other.what != date.what);
        after.key_dates.push(date);
        after
    }

    pub fn key_date(&self, what: KeyDateKind) -> Option<&KeyDate> {
        self.key_dates.iter().find(|date| date.what == what)
    }
}

/// The steps after closing whose dates applicants ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyDateKind {
    Review,
    Interviews,
    Outcomes,
    Training,
}

impl KeyDateKind {
    pub const ALL: [KeyDateKind; 4] = [Self::Review, Self::Interviews, Self::Outcomes, Self::Training];

    /// The word that commands and the record use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Interviews => "interviews",
            Self::Outcomes => "outcomes",
            Self::Training => "training",
        }
    }

    /// What an applicant reads.
    pub fn label(self) -> &'static str {
        match self {
            Self::Review => "Applications are reviewed",
            Self::Interviews => "Interviews",
            Self::Outcomes => "Outcome letters",
            Self::Training => "Core training",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        let singular = word.strip_suffix('s').unwrap_or(&word);
        Self::ALL.into_iter().find(|kind| kind.word() == word || kind.word().strip_suffix('s') == Some(singular))
    }
}

/// A date of the round: a day, several days, or still to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyDate {
    pub what: KeyDateKind,
    /// First and last day; `None` means "to be confirmed".
    pub days: Option<(Date, Date)>,
}

impl KeyDate {
    pub fn in_words(&self) -> String {
        match self.days {
            Some((first, last)) => super::civil::days_in_words(first, last),
            None => "to be confirmed".to_owned(),
        }
    }
}

/// Chooses the window that a receipt belongs to.
///
/// `late_days` is how long after a closing a form still counts as late for that round; after that it is kept for the next.
/// An announced round never makes a late form early: whoever missed a closing by a second is told so, and is offered the next.
pub fn for_receipt(windows: &[Window], received_at: Timestamp, late_days: u16) -> Option<&Window> {
    let open = windows.iter().filter(|w| w.timing(received_at) == Timing::OnTime).min_by_key(|w| (w.closes(), w.id));
    let missed = || {
        let longest = i64::from(late_days) * 86_400;
        windows
            .iter()
            .filter(|w| w.timing(received_at) == Timing::Late)
            .filter(|w| received_at.as_second() - w.closes().as_second() <= longest)
            .max_by_key(|w| (w.closes(), w.id))
    };
    let coming = || windows.iter().filter(|w| w.timing(received_at) == Timing::Early).min_by_key(|w| (w.opens(), w.id));
    open.or_else(missed).or_else(coming)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;
    use proptest::prelude::*;

    fn window(opens_at: DateTime, closes_at: DateTime) -> Window {
        Window {
            id: WindowId(1),
            programme: ProgrammeId::parse("sle").unwrap(),
            name: WindowName::parse("spring-2027").unwrap(),
            opens_at,
            closes_at,
            zone: Zone::parse("Europe/London").unwrap(),
            closed_early_at: None,
            key_dates: vec![],
            steps: vec![],
            targets: vec![],
        }
    }

    fn spring() -> Window {
        window(datetime(2027, 3, 1, 0, 0, 0, 0), datetime(2027, 3, 19, 18, 0, 0, 0))
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn eighteen_hundred_is_on_time_and_one_second_later_is_not() {
        assert_eq!(spring().timing(at("2027-03-19T18:00:00Z")), Timing::OnTime);
        assert_eq!(spring().timing(at("2027-03-19T18:00:01Z")), Timing::Late);
        assert_eq!(spring().timing(at("2027-02-28T23:59:59Z")), Timing::Early);
        assert_eq!(spring().timing(at("2027-03-01T00:00:00Z")), Timing::OnTime);
    }

    #[test]
    fn a_round_closed_early_is_closed_from_then_on() {
        let mut early = spring();
        early.closed_early_at = Some(at("2027-03-10T12:00:00Z"));
        assert_eq!(early.timing(at("2027-03-10T12:00:00Z")), Timing::OnTime);
        assert_eq!(early.timing(at("2027-03-10T12:00:01Z")), Timing::Late);
        assert_eq!(early.closes_civil(), datetime(2027, 3, 10, 12, 0, 0, 0));
    }

    #[test]
    fn a_late_form_stays_late_although_the_next_round_is_announced() {
        let mut next = window(datetime(2027, 6, 1, 0, 0, 0, 0), datetime(2027, 6, 18, 18, 0, 0, 0));
        next.id = WindowId(2);
        let both = [spring(), next];
        let which = |stamp| for_receipt(&both, at(stamp), 28).map(|w| w.id.0);
        assert_eq!(which("2027-03-19T18:00:01Z"), Some(1));
        assert_eq!(which("2027-04-16T18:00:01Z"), Some(2), "four weeks later it is early for the next");
        assert_eq!(which("2027-06-02T09:00:00Z"), Some(2));
        assert_eq!(which("2027-08-02T09:00:00Z"), None);
    }

    proptest! {
        /// An independent judge: London is UTC, but UTC+1 from 01:00 UTC on the last Sunday of March to 01:00 UTC on
        /// the last Sunday of October (the rule in force since 1996).
        #[test]
        fn closing_time_agrees_with_the_written_rule(year in 2024_i16..2040, day in 1_i16..=365, off in -3_i64..=3) {
            let date = Date::new(year, 1, 1).unwrap().checked_add(jiff::Span::new().days(day - 1)).unwrap();
            let last_sunday = |month: i8| (25..=31).rev().filter_map(|d| Date::new(year, month, d).ok()).find(|d| d.weekday() == jiff::civil::Weekday::Sunday).unwrap();
            let summer = date >= last_sunday(3) && date < last_sunday(10);
            let days = date.since(Date::new(1970, 1, 1).unwrap()).unwrap().get_days();
            let utc = i64::from(days) * 86_400 + if summer { 17 } else { 18 } * 3_600;
            let closes_at = date.to_datetime(jiff::civil::time(18, 0, 0, 0));
            let window = window(datetime(2020, 1, 1, 0, 0, 0, 0), closes_at);
            let expected = if off <= 0 { Timing::OnTime } else { Timing::Late };
            prop_assert_eq!(window.timing(Timestamp::from_second(utc + off).unwrap()), expected);
        }
    }
}
