//! What the clerk understood of a log, a correction or an answer: the echo.

use super::in_days;
use crate::domain::worked::HalfDays;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "visit-noted",
    about: "To whoever logs days: exactly what was understood, what is asked about it, and the running totals.",
    template: include_str!("../../../templates/letters/visit-noted.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct VisitNoted {
    pub name: String,
    /// The coordinator who entered it; empty where they wrote themselves.
    pub by: String,
    /// `1½ days noted`, `One question about your days`.
    pub subject: String,
    pub noted: Vec<Row>,
    /// Was in the record already.
    pub again: Vec<Row>,
    /// Counts no longer.
    pub off: Vec<Row>,
    /// Planned, and will not happen.
    pub unplanned: Vec<Row>,
    /// Days that were to be taken off and are not in the record.
    pub not_found: Vec<String>,
    /// Cannot be changed by the clerk: an invoice has them.
    pub passed_on: Vec<Row>,
    /// How hours became days, and what is out of the ordinary: whole sentences.
    pub remarks: Vec<String>,
    /// One short question; empty where everything is plain.
    pub question: String,
    /// An answer that would be understood.
    pub example: String,
    pub totals: Vec<Total>,
    /// `3½ days of the 6 that are agreed with you for this school year`; empty where there is no such number.
    pub year: String,
    /// Whether the school hears of these days, and within how many school days it may object.
    pub school_days: u32,
    /// The school must say yes.
    pub needs_yes: bool,
    /// How a correction might be worded: `not 6 May`; none where there is nothing to correct.
    pub corrections: Vec<String>,
    /// The question has been asked before, and the answer has not made it plain.
    pub once_more: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    pub when: String,
    pub school: String,
    pub amount: String,
    /// What the record said before; empty for a new day.
    pub before: String,
}

/// How far a piece of work has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Total {
    pub case: String,
    pub school: String,
    pub so_far: String,
    pub agreed: String,
    pub left: String,
    /// By how much it is more than was agreed; empty where it is not.
    pub over: String,
}

impl Total {
    pub fn of(case: String, school: String, so_far: HalfDays, agreed: Option<HalfDays>) -> Self {
        let over = agreed.map(|agreed| so_far.less(agreed)).filter(|over| *over > HalfDays::NONE);
        Self {
            case,
            school,
            so_far: in_days(so_far),
            agreed: agreed.map(in_days).unwrap_or_default(),
            left: agreed.map(|agreed| in_days(agreed.less(so_far))).unwrap_or_default(),
            over: over.map(|over| over.to_string()).unwrap_or_default(),
        }
    }
}

impl Letter for VisitNoted {
    const KIND: &'static LetterKind = &KIND;
}

fn row(when: &str, amount: &str, before: &str) -> Row {
    Row { when: when.into(), school: "Oakfield School".into(), amount: amount.into(), before: before.into() }
}

fn samples() -> Vec<serde_json::Value> {
    let total = |so_far, agreed| Total::of("DEP-2027-0001".into(), "Oakfield School".into(), HalfDays(so_far), agreed);
    let plain = VisitNoted {
        name: "Priya Nair".into(),
        subject: "1½ days noted".into(),
        noted: vec![row("Tuesday 4 May 2027", "1 day", ""), row("Thursday 6 May 2027", "half a day", "")],
        remarks: vec![
            "3 hours on Thursday 6 May count as half a day: our day has 5 hours, and we round to the nearest half."
                .into(),
        ],
        totals: vec![total(3, Some(HalfDays(12)))],
        year: "3½ days of the 6 that are agreed with you for this school year".into(),
        school_days: 10,
        corrections: vec!["not 6 May".into(), "6 May was a full day".into()],
        ..VisitNoted::default()
    };
    let asks = VisitNoted {
        subject: "One question about your days".into(),
        question: "How long were you there on Friday 7 May: a half day or a full day?".into(),
        example: "half a day".into(),
        once_more: true,
        ..plain.clone()
    };
    let asks_only = VisitNoted {
        noted: vec![],
        remarks: vec![],
        once_more: false,
        corrections: vec![],
        example: "Oakfield School, Tuesday 4 May, half a day".into(),
        ..asks.clone()
    };
    let corrected = VisitNoted {
        subject: "Corrected".into(),
        noted: vec![row("Thursday 6 May 2027", "half a day", "1 day")],
        off: vec![row("Tuesday 4 May 2027", "1 day", "")],
        unplanned: vec![row("Tuesday 11 May 2027", "1 day", "")],
        not_found: vec!["Wednesday 5 May 2027".into()],
        passed_on: vec![row("Friday 30 April 2027", "1 day", "")],
        again: vec![row("Monday 3 May 2027", "1 day", "")],
        remarks: vec![],
        needs_yes: true,
        ..plain.clone()
    };
    let over = VisitNoted {
        by: "Ruth Adeyemi".into(),
        noted: vec![row("Monday 3 May 2027", "1 day", "")],
        remarks: vec![],
        totals: vec![total(14, Some(HalfDays(12))), total(2, None)],
        year: String::new(),
        ..plain.clone()
    };
    let again = VisitNoted {
        subject: "We have these days already".into(),
        noted: vec![],
        again: corrected.again.clone(),
        remarks: vec![],
        ..plain.clone()
    };
    [plain, asks, asks_only, corrected, over, again].iter().map(sample).collect()
}
