//! What the amounts of one day come to, in half-days by policy.

use super::amounts::{Amount, Measure};
use super::question::Question;
use super::{Policy, Stated};
use crate::domain::worked::HalfDays;
use jiff::civil::Date;

pub fn partial(amounts: &[Amount]) -> bool {
    amounts.iter().any(|amount| match amount.measure {
        Measure::Half | Measure::Morning | Measure::Afternoon => true,
        Measure::Minutes { .. } => true,
        Measure::Days(hundredths) => hundredths != 100,
        Measure::Full => false,
    }) && !(amounts.iter().any(|amount| amount.measure == Measure::Morning)
        && amounts.iter().any(|amount| amount.measure == Measure::Afternoon))
}

pub fn in_half_days(amount: &Amount) -> Option<u32> {
    let count = amount.count.unwrap_or(1);
    match amount.measure {
        Measure::Full => count.checked_mul(2),
        Measure::Half | Measure::Morning | Measure::Afternoon => Some(count),
        Measure::Days(hundredths) => (hundredths % 50 == 0).then_some(hundredths / 50),
        Measure::Minutes { .. } => None,
    }
}

/// What the amounts of one day come to.
pub fn worth(amounts: &[Amount], date: Date, policy: &Policy) -> Result<(HalfDays, Stated), Question> {
    let disagree = || Question::AmountsDisagree { date };
    let has = |wanted: Measure| amounts.iter().any(|amount| amount.measure == wanted);
    let (morning, afternoon) = (has(Measure::Morning), has(Measure::Afternoon));
    let mut clocked = 0u32;
    let mut told: Vec<(u32, u32)> = Vec::new();
    let mut twice = false;
    for amount in amounts {
        match amount.measure {
            Measure::Minutes { most, .. } if amount.clocked => clocked = clocked.saturating_add(most),
            Measure::Minutes { least, most } => told.push((least, most)),
            Measure::Days(25) | Measure::Days(75) => {
                return Err(Question::Between {
                    date,
                    minutes: policy.minutes_a_day / if amount.measure == Measure::Days(25) { 4 } else { 1 },
                });
            }
            Measure::Days(_) => return Err(Question::TooLong { date }),
            Measure::Half => twice |= amount.count == Some(2),
            Measure::Full => {
                if amount.count.is_some_and(|count| count > 1) && amounts.len() == 1 {
                    return Err(Question::TooLong { date });
                }
            }
            Measure::Morning | Measure::Afternoon => {}
        }
    }
    let labelled = if has(Measure::Full) || morning && afternoon || twice {
        Some((HalfDays::DAY, Stated::FullDay))
    } else if has(Measure::Half) || morning || afternoon {
        Some((
            HalfDays::HALF,
            if morning {
                Stated::Morning
            } else if afternoon {
                Stated::Afternoon
            } else {
                Stated::HalfDay
            },
        ))
    } else {
        None
    };
    if has(Measure::Full) && (has(Measure::Half) || morning != afternoon) {
        return Err(disagree());
    }
    // "2 hours in the morning and 2 in the afternoon" add up; "3 hours (180 minutes)" do not.
    let lengths = match told.as_slice() {
        [] => None,
        [only] => Some(*only),
        [first, rest @ ..] if rest.iter().all(|other| other == first) && !(morning && afternoon) => Some(*first),
        several if morning && afternoon => Some(several.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))),
        _ => return Err(disagree()),
    };
    let from_clock = (clocked > 0).then_some((clocked, clocked));
    let mut counted = None;
    for (least, most) in [from_clock, lengths].into_iter().flatten() {
        // A day that is called full may be as long as it likes; one in two halves with an evening may not.
        let long = most > policy.longest_day && !has(Measure::Full);
        let value = if long { Err(Question::TooLong { date }) } else { rounded(least, most, date, policy) };
        let value = value.or_else(|question| {
            if most >= policy.minutes_a_day && has(Measure::Full) {
                Ok((HalfDays::DAY, Stated::FullDay))
            } else {
                Err(question)
            }
        })?;
        match counted {
            Some((before, _)) if before != value.0 => return Err(disagree()),
            Some(_) => {}
            None => counted = Some(value),
        }
    }
    match (labelled, counted) {
        (Some((label, _)), Some((hours, _))) if label != hours => Err(disagree()),
        // Both halves of the day, and hours besides.
        (Some(_), Some(_)) if morning && afternoon && told.len() == 1 => Err(Question::TooLong { date }),
        (Some(label), _) => Ok(label),
        (None, Some(hours)) => Ok(hours),
        (None, None) => Err(Question::HowLong { dates: vec![date] }),
    }
}

/// Minutes to the nearest half-day.
fn rounded(least: u32, most: u32, date: Date, policy: &Policy) -> Result<(HalfDays, Stated), Question> {
    let half = policy.minutes_a_day / 2;
    let nearest = |minutes: u32| -> Result<u32, Question> {
        if half == 0 {
            return Err(Question::HowLong { dates: vec![date] });
        }
        let (whole, rest) = (minutes / half, minutes % half);
        if rest * 2 == half && minutes < 2 * half {
            return Err(Question::Between { date, minutes });
        }
        Ok(if rest * 2 > half { whole + 1 } else { whole })
    };
    let (low, high) = (nearest(least)?.min(2), nearest(most)?.min(2));
    if low != high {
        return Err(Question::HowLong { dates: vec![date] });
    }
    let stated = |whole: u32| Stated::Hours {
        minutes: most,
        rounded: most != whole * half,
        capped: most > policy.minutes_a_day + half / 2,
    };
    if most < policy.shortest_visit {
        return Err(Question::TooShort { date, minutes: most });
    }
    match high {
        0 => Err(Question::TooShort { date, minutes: most }),
        1 => Ok((HalfDays::HALF, stated(1))),
        _ => Ok((HalfDays::DAY, stated(2))),
    }
}

/// Half-days that minutes come to, two at most.
pub fn halves(minutes: u32, policy: &Policy) -> u32 {
    let half = (policy.minutes_a_day / 2).max(1);
    (minutes.saturating_add(half / 2) / half).min(2)
}
