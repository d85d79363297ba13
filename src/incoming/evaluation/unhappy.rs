//! Whether an evaluation is one that the coordinator should hear of today rather than read in a report.
//!
//! Nothing is judged: options that the form itself names (`tell`), and words by which people complain. To overlook one costs a
//! day; to tell of one too many costs a glance.

use crate::forms::FormReader;
use crate::incoming::visits::spaced;
use std::collections::BTreeMap;

const COMPLAINTS: &str = "complaint, to complain, we complain, unhappy with, not happy, dissatisfied, disappointed, disappointing, \
    let down, let us down, waste of, useless, of no use, no use to, very poor, poor quality, was poor, were poor, \
    not good enough, unprofessional, was rude, were rude, inappropriate, unacceptable, not acceptable, upset by, angry, furious, \
    safeguarding, serious concern, serious concerns, never came, never turned up, never arrived, did not turn up, did not come, \
    did not arrive, did not happen, made things worse, made matters worse, do not want her, do not want him, do not want them, \
    do not send, will not pay, wo not pay, not be paying, not going to pay, not paying, want to pay, refuse, refund, our money, \
    money back, overcharged, not worth, solicitor, want to stop, want to end, like to stop, like to end, \
    rude, condescending, patronising, by the way, full day, half day, half a day, not half, \
    siomedig, cwyn, anhapus";

const CONFIDENTIAL: &str = "do not share, not share, do not pass, not pass this on, confidential, confidentially, \
    in confidence, between us, between you and me, between ourselves, not for publication, off the record, \
    do not show, not to be shared, do not tell, do not publish, do not print, cyfrinachol";

/// Whether whoever writes asks that it goes no further. What is taken down is shown to others: such words are not.
pub fn is_confidential(text: &str) -> bool {
    let text = spaced(text);
    CONFIDENTIAL.split(", ").any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// What is worrying about it, if anything is.
pub fn worry(form: Option<&FormReader>, answers: &BTreeMap<String, String>) -> Option<String> {
    answers.iter().find_map(|(id, value)| {
        let field = form.and_then(|form| form.definition.field(id));
        let told = field.is_some_and(|field| field.tell.iter().any(|option| option == value));
        let text = spaced(value);
        let complains = || COMPLAINTS.split(", ").any(|phrase| text.contains(&format!(" {phrase} ")));
        match field {
            Some(field) if told => Some(format!("{}: {value}", field.label)),
            _ if complains() => Some(value.clone()),
            Some(_) | None => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_are_heard_and_ordinary_words_are_not() {
        let of = |words: &str| worry(None, &BTreeMap::from([("x".to_owned(), words.to_owned())])).is_some();
        for words in [
            "We were very disappointed with the second day.",
            "I don't want to pay for this.",
            "We won’t pay for a day like that.",
            "She didn't turn up on the 12th, and nobody told us.",
            "It was a waste of our staff’s time.",
        ] {
            assert!(of(words), "{words}");
        }
        assert!(is_confidential("Please don’t share this with Ana: she was condescending to my staff."));
        assert!(!is_confidential("We share plans now, and pupils show their working."));
        for words in [
            "Staff plan together, and pupils explain their thinking.",
            "More time between the days would have helped.",
            "It could have been better had we begun sooner.",
            "Governors have noticed that poor behaviour is rarer, and worried parents are not worried any more.",
        ] {
            assert!(!of(words), "{words}");
        }
    }
}
