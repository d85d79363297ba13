//! The supported school hears which days were logged, and may object.

use super::{DayWords, WorkWords};
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "visit-told",
    about: "To the head of the supported school, on the school day after days were logged, corrected or taken back.",
    template: include_str!("../../../templates/letters/visit-told.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples: || samples().iter().map(sample).collect(),
};

pub const REMINDER: LetterKind = LetterKind {
    name: "visit-told-reminder",
    about: "To the head of the supported school, shortly before the time to object is over.",
    template: include_str!("../../../templates/letters/visit-told-reminder.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples: || {
        samples()
            .iter()
            .filter(|letter| !letter.days.is_empty())
            .map(|letter| sample(&Reminder(letter.clone())))
            .collect()
    },
};

#[derive(Debug, Clone, Serialize)]
pub struct VisitTold {
    pub name: String,
    pub work: WorkWords,
    pub days: Vec<DayWords>,
    /// `2½ days`, of the days in this letter.
    pub total: String,
    /// Told of before, and no longer counted.
    pub off: Vec<DayWords>,
    /// `4 days of 6`, with everything before; empty where nothing was agreed.
    pub so_far: String,
    /// `Thursday 20 May 2027`: by when to object.
    pub until: String,
    /// Nothing counts without a yes.
    pub needs_yes: bool,
    /// `Saturday 8 May 2027: no school day`: what the coordinator looks at first.
    pub odd: Vec<String>,
    /// How an objection might be worded: `Priya Nair was not here on 6 May`.
    pub example: String,
}

/// The same, once more.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Reminder(pub VisitTold);

impl Letter for VisitTold {
    const KIND: &'static LetterKind = &KIND;
}

impl Letter for Reminder {
    const KIND: &'static LetterKind = &REMINDER;
}

fn samples() -> Vec<VisitTold> {
    let plain = VisitTold {
        name: "Jo Marsh".into(),
        work: WorkWords::sample(),
        days: DayWords::sample(),
        total: "1½ days".into(),
        off: vec![],
        so_far: "4 days of 6".into(),
        until: "Thursday 20 May 2027".into(),
        needs_yes: false,
        example: "Priya Nair was not here on 6 May".into(),
        odd: vec![],
    };
    let odd = vec!["Thursday 6 May 2027: more than was agreed".to_owned()];
    let yes = VisitTold { needs_yes: true, odd, so_far: String::new(), off: DayWords::sample(), ..plain.clone() };
    let off = VisitTold { days: vec![], off: DayWords::sample(), ..plain.clone() };
    let bare = WorkWords { subject: String::new(), ..WorkWords::sample() };
    vec![plain.clone(), yes, off, VisitTold { work: bare, ..plain }]
}
