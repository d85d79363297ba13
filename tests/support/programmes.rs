//! Forms of the programmes besides SLE, as their applicants fill them in.

use super::mails;
use alliance_clerk::config::Config;
use alliance_clerk::domain::reference::ReferenceKind;
use alliance_clerk::forms::write::{self, Letterhead};
use std::collections::BTreeMap;

/// Answers that make an application of a programme complete, for somebody.
pub fn complete_answers(programme: &str, name: &str, email: &str) -> BTreeMap<String, String> {
    let answers: Vec<(&str, String)> = match programme {
        "sle" => return mails::complete_answers(name, email),
        "lle" => vec![
            ("name", name.to_owned()),
            ("school", "Millpond Primary School".to_owned()),
            ("phase", "Primary".to_owned()),
            ("school_address", "3 Mill Lane\nMillpond\nMP3 4EF".to_owned()),
            ("telephone", "01632 960789".to_owned()),
            ("email", email.to_owned()),
            ("years", "7".to_owned()),
            ("specialism", "Coaching new headteachers".to_owned()),
            ("chair_name", "Grace Obi".to_owned()),
            ("chair_email", "chair@millpond.example".to_owned()),
            ("referee_name", "Ann Wood".to_owned()),
            ("referee_email", "head@oakfield.example".to_owned()),
            ("question_1", mails::words(210)),
            ("question_2", mails::words(220)),
            ("question_3", mails::words(230)),
            ("question_4", mails::words(240)),
            ("declaration", "yes".to_owned()),
        ],
        "lead-practitioner" => vec![
            ("name", name.to_owned()),
            ("post", "Teacher of Year 4".to_owned()),
            ("school", "Hazelbank Primary School".to_owned()),
            ("telephone", "01632 960123".to_owned()),
            ("email", email.to_owned()),
            ("head_name", "Owen Brooks".to_owned()),
            ("head_email", "head@hazelbank.example".to_owned()),
            ("years", "6".to_owned()),
            ("specialism", "Literacy across the curriculum".to_owned()),
            ("question_1", mails::words(200)),
            ("question_2", mails::words(210)),
            ("question_3", mails::words(220)),
            ("project_1_title", "Talk before writing".to_owned()),
            ("project_1_focus", mails::words(120)),
            ("project_1_evidence", mails::words(180)),
            ("declaration", "yes".to_owned()),
        ],
        other => panic!("no such programme: {other}"),
    };
    answers.into_iter().map(|(id, value)| (id.to_owned(), value)).collect()
}

/// `lle chair-of-governors supports = No`: a short form of a programme, completed.
pub fn short_form(config: &Config, said: &str) -> Vec<u8> {
    let (programme, rest) = said.split_once(' ').unwrap_or((said, ""));
    let (kind, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let kind = ReferenceKind::read(kind).unwrap_or_else(|| panic!("no kind of reference: {kind}"));
    let programme = config.programmes.values().find(|p| p.id.as_str() == programme).expect("a programme");
    let referees = programme.references.iter().find(|referees| referees.kind() == kind).expect("a reference");
    let form = referees.form.as_ref().expect("a short form");
    let mut answers = BTreeMap::from(
        [
            ("supports", "Yes"),
            ("capacity", "Yes"),
            ("days_agreed", "19"),
            ("statement", "It changed a great deal here."),
        ]
        .map(|(id, value)| (id.to_owned(), value.to_owned())),
    );
    for pair in rest.split(';').filter(|pair| !pair.trim().is_empty()) {
        let (id, value) = pair.split_once('=').expect("field = value");
        answers.insert(id.trim().to_owned(), value.trim().to_owned());
    }
    answers.retain(|id, value| !value.is_empty() && form.definition.field(id).is_some());
    write::write(&form.definition, &Letterhead::default(), &answers).unwrap()
}
