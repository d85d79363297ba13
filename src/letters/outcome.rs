//! What the three letters about an outcome have in common: which of them it is, and the facts that all of them give.
//!
//! Each follows a person's recorded decision (invariant 4). Who asks for one says why it is held, or that it may go.

use super::outcome_designated::OutcomeDesignated;
use super::outcome_not_designated::OutcomeNotDesignated;
use super::outcome_reserve::OutcomeReserve;
use super::{Draft, Enclosure, ProgrammeWords, WindowWords, greeting};
use crate::config::Programme;
use crate::domain::application::Application;
use crate::domain::civil;
use crate::domain::outcome::{Outcome, Verdict};
use crate::domain::window::{KeyDateKind, Window};
use crate::forms::Meaning;
use jiff::Timestamp;

/// A decision about an application, and all that its letter says.
pub struct Decided<'a> {
    pub programme: &'a Programme,
    pub window: &'a Window,
    pub application: &'a Application,
    pub outcome: &'a Outcome,
    /// When the letter went that this one takes the place of.
    pub replaces: Option<Timestamp>,
    pub now: Timestamp,
}

/// What an applicant answered to the question that the clerk knows by its meaning.
pub fn answer(programme: &Programme, window: &Window, application: &Application, meaning: Meaning) -> String {
    let Some(field) = programme.form.definition.meaning(meaning) else { return String::new() };
    let version = application.counting(Some(window));
    let value = version.map(|version| version.answers.value(&field.id)).unwrap_or_default();
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letter about a decision, neither held nor let go yet.
pub fn draft(decided: &Decided<'_>) -> Draft {
    let Decided { programme, window, application, outcome, .. } = *decided;
    let policy = &programme.outcomes;
    let answer = |meaning| answer(programme, window, application, meaning);
    let name = greeting(&application.name);
    let case = application.case.to_string();
    let words = ProgrammeWords::of(programme);
    let replaces = decided.replaces.map(|at| civil::date_in_words(window.zone.date(at)));
    let purpose = outcome.purpose(&application.case);
    let to = application.email.clone();
    let draft = match outcome.verdict {
        Verdict::Designated => {
            let letter = OutcomeDesignated {
                name,
                full_name: application.name.clone(),
                programme: words,
                case,
                school: answer(Meaning::School),
                specialism: answer(Meaning::Specialism),
                meaning: policy.designation.clone(),
                training: policy.training.clone(),
                employer: programme.words.employer.clone(),
                training_date: window
                    .key_date(KeyDateKind::Training)
                    .filter(|date| date.days.is_some())
                    .map(|date| date.in_words()),
                replaces,
            };
            Draft::new(&letter, to, &application.name, purpose)
        }
        Verdict::Reserve => {
            let letter = OutcomeReserve {
                name,
                programme: words,
                case,
                window: WindowWords::of(window),
                reserve: policy.reserve.clone(),
                appeal: policy.appeal.clone(),
                replaces,
            };
            Draft::new(&letter, to, &application.name, purpose)
        }
        Verdict::NotDesignated => {
            let letter = OutcomeNotDesignated {
                name,
                programme: words,
                case,
                window: WindowWords::of(window),
                feedback: if policy.feedback { sentence(&outcome.because) } else { String::new() },
                appeal: policy.appeal.clone(),
                replaces,
            };
            Draft::new(&letter, to, &application.name, purpose)
        }
    };
    let school = answer(Meaning::School);
    draft.about(&application.case).enclosing(Enclosure::LetterPdf {
        name: format!("{} outcome.pdf", application.case),
        to_lines: if school.is_empty() { vec![] } else { vec![school] },
        date: window.zone.date(decided.now),
    })
}

/// A reason as it was recorded, made a sentence.
pub fn sentence(reason: &str) -> String {
    let reason = reason.trim();
    let mut chars = reason.chars();
    let Some(first) = chars.next() else { return String::new() };
    let end = if reason.ends_with(['.', '!', '?', '”', '"']) { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_reason_becomes_a_sentence() {
        assert_eq!(sentence("the examples were from one class only"), "The examples were from one class only.");
        assert_eq!(sentence("Élan, but no evidence yet."), "Élan, but no evidence yet.");
        assert_eq!(sentence(" "), "");
    }
}
