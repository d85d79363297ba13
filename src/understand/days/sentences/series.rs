//! Days that come again: "every Tuesday in November", "Mondays 3, 10 and 17 Nov".

use super::super::calendar::{Around, Days, days, plus};
use super::super::groups::{Group, Link};
use super::super::question::Question;
use super::super::signs::Sign;
use super::{Dated, Mode, Scene, Told};
use jiff::civil::{Date, Weekday};

impl Scene<'_> {
    /// "every Tuesday in November", "Tuesdays from 2 to 23 Nov": the groups that were used for it.
    pub fn series(&self, told: &mut Told, groups: &[(usize, &Group)], around: &Around) -> Vec<usize> {
        let repeats = |group: &Group| {
            group.parts.iter().all(|part| part.to.is_none() && part.from.only_weekday() && part.from.which.is_none())
                && group.parts.iter().any(|part| part.from.many || part.from.every)
        };
        let Some((at, group)) = groups.iter().find(|(_, group)| repeats(group)) else { return Vec::new() };
        let wanted: Vec<Weekday> = group.parts.iter().filter_map(|part| part.from.weekday).collect();
        let mut used = vec![*at];
        let mut questions = Vec::new();
        let others: Vec<(usize, Days)> = groups
            .iter()
            .filter(|(other, _)| other != at)
            .map(|(other, group)| (*other, days(group, around, self.received, self.text)))
            .collect();
        let since = self.has(Sign::Since);
        let span = others.iter().find_map(|(other, days)| match (days.dates.first(), days.dates.last()) {
            (Some(first), Some(last)) if days.ranged && first < last => Some((*other, *first, *last)),
            (Some(first), _) if since => Some((*other, *first, self.received)),
            _ => None,
        });
        let listed: Vec<&(usize, Days)> =
            others.iter().filter(|(_, days)| !days.ranged && days.dates.len() > 1).collect();
        let (first, last) = if let Some((other, first, last)) = span {
            used.push(other);
            (first, last)
        } else if !listed.is_empty() {
            // "Mondays 3, 10 and 17 Nov": the list says which; each must be such a day.
            for (_, days) in &listed {
                if let Some(date) = days.dates.iter().find(|date| !wanted.contains(&date.weekday())) {
                    questions.push(Question::WeekdayDisagrees {
                        weekday: wanted.first().copied().unwrap_or(Weekday::Monday),
                        date: *date,
                    });
                }
            }
            told.questions.extend(questions);
            return used;
        } else if let Some((month, year)) = self.own_month().or(around.month)
            && let Ok(first) = Date::new(year, month, 1)
        {
            (first, first.last_of_month())
        } else {
            return Vec::new();
        };
        let so_far = self.has(Sign::SoFar);
        let dates: Vec<Date> = (0..=62)
            .map(|i| plus(first, i))
            .filter(|date| *date <= last && wanted.contains(&date.weekday()) && (!so_far || *date <= self.received))
            .collect();
        let days = Days { dates, questions, ..Days::default() };
        told.dated.push(Dated {
            item: *at,
            sentence: self.sentence,
            days,
            mode: Mode::Worked,
            last_link: Link::And,
            excepted: false,
            series: true,
        });
        used
    }
}
