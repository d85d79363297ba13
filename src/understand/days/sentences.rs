//! Sentences, and the dates of the days that each of them names.

mod series;

use super::atoms::Atom;
use super::calendar::{Around, Days, days, monday, month_year, out_of_order, plus};
use super::groups::{Group, Link, Part};
use super::items::{Break, Item, Piece, Week};
use super::question::Question;
use super::signs::Sign;
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// Whether the days that are named were worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Worked,
    /// Cancelled, negated, corrected.
    Not,
    /// Still to come, and told so.
    Planned,
}

/// Days named in one place, by their dates.
#[derive(Debug, Clone)]
pub struct Dated {
    pub item: usize,
    pub sentence: usize,
    pub days: Days,
    pub mode: Mode,
    /// How the last of them is joined to the one before.
    pub last_link: Link,
    /// Follows "except".
    pub excepted: bool,
    /// Said of many: "every Tuesday", "all of last week".
    pub series: bool,
}

/// What the whole mail says of days.
#[derive(Debug, Default)]
pub struct Told {
    pub sentences: Vec<Range<usize>>,
    pub dated: Vec<Dated>,
    /// Days that were corrected into others.
    pub taken_back: Vec<Date>,
    /// A week or a month that is spoken of, and none of its days.
    pub loose_weeks: Vec<(usize, Date)>,
    pub questions: Vec<Question>,
    /// Amounts that are denied or belong to something else, by their items.
    pub dropped: Vec<usize>,
    /// It says that nothing was worked, or that something was not.
    pub denied: bool,
    pub uncertain: bool,
    /// "Nothing to claim": whatever else is said.
    pub nothing: bool,
}

/// Cuts items into sentences: each ends after its stop.
fn sentences(items: &[Item]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, item) in items.iter().enumerate() {
        if matches!(item.piece, Piece::Break(Break::Stop | Break::Ask | Break::Line)) {
            if at > start {
                out.push(start..at + 1);
            }
            start = at + 1;
        }
    }
    if start < items.len() {
        out.push(start..items.len());
    }
    out
}

/// Where each sentence stands in the text, without what parts it from the next.
pub fn spans(told: &Told, items: &[Item]) -> Vec<Range<usize>> {
    let span = |range: &Range<usize>| {
        let mut said = items
            .get(range.clone())
            .unwrap_or(&[])
            .iter()
            .filter(|item| !matches!(item.piece, Piece::Break(Break::Stop | Break::Ask | Break::Line)));
        let first = said.next().map(|item| (item.start, item.end));
        let last = said.next_back().map(|item| item.end);
        first.map_or(0..0, |(start, end)| start..last.unwrap_or(end))
    };
    told.sentences.iter().map(span).collect()
}

pub fn tell(text: &str, items: &[Item], received: Date) -> Told {
    let mut told = Told { sentences: sentences(items), ..Told::default() };
    let mut around = Around::default();
    let mut carried: Option<Carried> = None;
    for (sentence, range) in told.sentences.clone().into_iter().enumerate() {
        let scene = Scene { text, items, received, sentence, range };
        scene.month(&mut around);
        scene.tell(&mut told, &mut around, &mut carried);
    }
    told
}

/// A week that was named in an earlier sentence.
#[derive(Clone, Copy)]
struct Carried {
    monday: Date,
    /// As a heading, or above lines of a list: it holds for what follows.
    holds: bool,
}

struct Scene<'a> {
    text: &'a str,
    items: &'a [Item],
    received: Date,
    sentence: usize,
    range: Range<usize>,
}

impl Scene<'_> {
    fn pieces(&self) -> impl DoubleEndedIterator<Item = (usize, &Piece)> {
        self.range.clone().filter_map(|at| self.items.get(at).map(|item| (at, &item.piece)))
    }

    fn has(&self, wanted: Sign) -> bool {
        self.pieces().any(|(_, piece)| matches!(piece, Piece::Sign(sign) if *sign == wanted))
    }

    /// A month named here holds for this sentence and those that follow.
    fn month(&self, around: &mut Around) {
        if let Some(found) = self.own_month() {
            around.month = Some(found);
        }
    }

    fn own_month(&self) -> Option<(i8, i16)> {
        self.pieces().rev().find_map(|(_, piece)| match piece {
            Piece::Month(month, year) => Some(month_year(*month, *year, self.received)),
            Piece::MonthsBack(back) => {
                let month = self.received.month() - i8::try_from(*back).unwrap_or(0);
                Some(if month < 1 { (month + 12, self.received.year() - 1) } else { (month, self.received.year()) })
            }
            Piece::Group(_)
            | Piece::Week { .. }
            | Piece::Amount(_)
            | Piece::From(_)
            | Piece::Until(_)
            | Piece::School(_)
            | Piece::Back(_)
            | Piece::Sign(_)
            | Piece::Break(_)
            | Piece::Number(_)
            | Piece::Unit { .. }
            | Piece::Unread
            | Piece::Word => None,
        })
    }

    fn week_of(&self, week: Week, around: &Around) -> Result<Date, Question> {
        let this = monday(self.received);
        Ok(match week {
            Week::This => this,
            Week::Last => plus(this, -7),
            Week::BeforeLast => plus(this, -14),
            Week::Next => plus(this, 7),
            Week::Beginning(atom) | Week::Around(atom) => {
                let alone = Group { parts: vec![Part { link: Link::First, from: atom, to: None }], tentative: false };
                let found = days(&alone, around, self.received, self.text);
                match (found.dates.first(), found.questions.first()) {
                    (_, Some(question)) => return Err(question.clone()),
                    (Some(date), None)
                        if matches!(week, Week::Beginning(_))
                            && !matches!(date.weekday(), Weekday::Monday | Weekday::Sunday) =>
                    {
                        return Err(Question::NotAMonday { date: *date });
                    }
                    // A week that begins on a Sunday is the next Monday's.
                    (Some(date), None) => {
                        monday(if date.weekday() == Weekday::Sunday && matches!(week, Week::Beginning(_)) {
                            plus(*date, 1)
                        } else {
                            *date
                        })
                    }
                    (None, None) => return Err(Question::WhichDays),
                }
            }
        })
    }

    fn tell(&self, told: &mut Told, around: &mut Around, carried: &mut Option<Carried>) {
        let plain = Around { week: None, ..*around };
        let weeks: Vec<(usize, Week, bool)> = self
            .pieces()
            .filter_map(
                |(at, piece)| if let Piece::Week { week, all } = piece { Some((at, *week, *all)) } else { None },
            )
            .collect();
        let groups: Vec<(usize, &Group)> = self
            .pieces()
            .filter_map(|(at, piece)| if let Piece::Group(group) = piece { Some((at, group)) } else { None })
            .collect();
        let series = self.series(told, &groups, &plain);
        let every_day = self.has(Sign::EveryDay);
        let excepted = |at: usize| {
            (self.range.start..at)
                .rev()
                .take(4)
                .any(|at| matches!(self.items.get(at).map(|item| &item.piece), Some(Piece::Sign(Sign::Except))))
        };
        let weekdays_named = groups.iter().any(|(at, group)| {
            !excepted(*at) && group.parts.iter().any(|part| part.from.weekday.is_some() || part.from.day.is_some())
        });
        let mut whole_weeks = Vec::new();
        let mut first_week = None;
        for (at, week, all) in &weeks {
            match self.week_of(*week, &plain) {
                Ok(monday) => {
                    first_week.get_or_insert(monday);
                    if (*all || every_day) && !weekdays_named {
                        whole_weeks.push((*at, *week, monday));
                    } else if groups.is_empty() {
                        told.loose_weeks.push((self.sentence, monday));
                    }
                }
                Err(question) => told.questions.push(question),
            }
        }
        for (at, week, monday) in &whole_weeks {
            told.dated.push(self.whole_week(*at, *week, *monday));
        }
        if every_day && weeks.is_empty() && groups.is_empty() {
            match carried {
                Some(carried) if carried.holds => {
                    let at = self.range.start;
                    told.loose_weeks.retain(|(_, monday)| *monday != carried.monday);
                    told.dated.push(self.whole_week(at, Week::Last, carried.monday));
                }
                Some(_) | None if self.text_says("all week") || self.text_says("whole week") => {
                    told.dated.push(self.whole_week(self.range.start, Week::This, monday(self.received)))
                }
                Some(_) | None => {}
            }
        }
        for (at, group) in groups {
            if series.contains(&at) {
                continue;
            }
            if group.tentative && around.month.is_none() && first_week.is_none() && carried.is_none() {
                self.number_list(told, group, at);
                continue;
            }
            let own = self.nearest_week(at, &weeks).and_then(|week| self.week_of(week, &plain).ok());
            let mut here = Around {
                week: own,
                last: told.dated.last().and_then(|dated| dated.days.dates.last().copied()),
                ..*around
            };
            let mut held = None;
            // "Thursday full, Friday last week half": is Thursday of last week too?
            let unlike = own.is_some() && self.week_of_another(at, &weeks);
            if own.is_none()
                && let Some(before) = *carried
            {
                if before.holds { here.week = Some(before.monday) } else { held = Some(before.monday) }
            }
            if here.week.is_some() {
                told.loose_weeks.retain(|(_, monday)| Some(*monday) != here.week);
            }
            let mut found = days(group, &here, self.received, self.text);
            if let Some(week) = held
                && found.bare_weekdays
                && found.questions.is_empty()
            {
                // "Tuesday last week. On Thursday too": of that week, or of this?
                let other = days(group, &Around { week: Some(week), ..here }, self.received, self.text);
                if let (Some(one), Some(other)) = (found.dates.first(), other.dates.first())
                    && one != other
                {
                    found.questions.push(Question::WhichWeek { weekday: one.weekday(), one: *one, other: *other });
                }
            }
            if unlike && found.bare_weekdays && found.questions.is_empty() {
                let other = days(group, &Around { week: None, ..here }, self.received, self.text);
                if let (Some(one), Some(other)) = (found.dates.first(), other.dates.first())
                    && one != other
                {
                    found.questions.push(Question::WhichWeek { weekday: one.weekday(), one: *one, other: *other });
                }
            }
            if found.bare_weekdays && here.week.is_none() && !found.coming {
                self.order(told, &mut found);
            }
            let atoms = |part: &Part| [Some(part.from), part.to].into_iter().flatten().collect::<Vec<Atom>>();
            let many = group
                .parts
                .iter()
                .flat_map(atoms)
                .any(|atom| (atom.many || atom.every) && atom.which.is_none() && atom.day.is_none());
            if many {
                found.questions.push(Question::WhichDays);
            }
            let last_link = group.parts.last().map_or(Link::First, |part| part.link);
            told.dated.push(Dated {
                item: at,
                sentence: self.sentence,
                days: found,
                mode: Mode::Worked,
                last_link,
                excepted: false,
                series: false,
            });
        }
        if let Some(monday) = first_week.filter(|_| whole_weeks.is_empty()) {
            let line = self
                .range
                .end
                .checked_sub(1)
                .and_then(|at| self.items.get(at))
                .is_some_and(|item| matches!(item.piece, Piece::Break(Break::Line)));
            let begins = weeks.iter().any(|(_, week, _)| matches!(week, Week::Beginning(_) | Week::Around(_)));
            *carried = Some(Carried { monday, holds: !weekdays_named || line || begins });
        }
    }

    fn text_says(&self, words: &str) -> bool {
        let said = |at: usize| self.items.get(at).and_then(|item| self.text.get(item.start..item.end));
        self.range.clone().filter_map(said).any(|said| said.to_lowercase().contains(words))
    }

    /// Weekdays of one mail, each said alone, must run forward or lie in one week.
    fn order(&self, told: &Told, found: &mut Days) {
        let before = told
            .dated
            .iter()
            .rev()
            .find(|dated| {
                dated.days.bare_weekdays && dated.sentence == self.sentence && dated.days.questions.is_empty()
            })
            .and_then(|dated| dated.days.dates.last().copied());
        if let (Some(one), Some(other)) = (before, found.dates.first().copied())
            && out_of_order(one, other)
        {
            found.questions.push(Question::WhichWeek { weekday: one.weekday(), one, other: plus(one, -7) });
        }
    }

    /// The week that a group is of: the one that follows it, or the one before where weeks come first.
    fn nearest_week(&self, at: usize, weeks: &[(usize, Week, bool)]) -> Option<Week> {
        let after = weeks.iter().find(|(week, _, _)| *week > at);
        let before = weeks.iter().rev().find(|(week, _, _)| *week < at);
        let group_first = self
            .pieces()
            .find(|(_, piece)| matches!(piece, Piece::Group(_) | Piece::Week { .. }))
            .is_some_and(|(_, piece)| matches!(piece, Piece::Group(_)));
        let chosen = if group_first { after.or(before) } else { before.or(after) };
        chosen.map(|(_, week, _)| *week)
    }

    /// The next week stands directly beside a later group, and an amount parts that from this one.
    fn week_of_another(&self, at: usize, weeks: &[(usize, Week, bool)]) -> bool {
        let Some((week, _, _)) = weeks.iter().find(|(week, _, _)| *week > at) else { return false };
        let piece = |at: usize| self.items.get(at).map(|item| &item.piece);
        let beside =
            week.checked_sub(1).filter(|before| *before > at && matches!(piece(*before), Some(Piece::Group(_))));
        beside.is_some_and(|other| {
            (at + 1..other).any(|at| matches!(piece(at), Some(Piece::Amount(_) | Piece::Number(_))))
        })
    }

    fn whole_week(&self, at: usize, week: Week, monday: Date) -> Dated {
        // "I've been there every day this week" is said of the days that have been.
        let so_far = self.has(Sign::SoFar) || week == Week::This && self.text_says("been");
        let dates: Vec<Date> =
            (0..5).map(|i| plus(monday, i)).filter(|date| !so_far || *date <= self.received).collect();
        let days = Days { dates, coming: week == Week::Next, ..Days::default() };
        Dated {
            item: at,
            sentence: self.sentence,
            days,
            mode: Mode::Worked,
            last_link: Link::And,
            excepted: false,
            series: true,
        }
    }

    /// "11, 12 and 18" and no month: dates that must be asked about, unless it is plain that other days are meant.
    fn number_list(&self, told: &mut Told, group: &Group, at: usize) {
        let count: usize = group.parts.iter().map(|part| if part.to.is_some() { 2 } else { 1 }).sum();
        if count >= 2 && !told.dated.is_empty() {
            // "27 Jan, it was just 9 to 11": times, days or something else.
            told.uncertain = true;
        } else if count >= 2
            && let Some(item) = self.items.get(at)
        {
            let words = self.text.get(item.start..item.end).unwrap_or("").chars().take(40).collect();
            told.questions.push(Question::WhichMonth { words });
        }
    }
}
