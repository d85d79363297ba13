//! On the school day before a meeting: who comes. To its host, and, with what people wrote, to the coordinators.

use super::MeetingWords;
use crate::config::Programme;
use crate::domain::EmailAddress;
use crate::domain::meeting::{Attendance, Counts, Host, Invitee, Meeting};
use crate::domain::register::Designation;
use crate::letters::{Care, Draft, Letter, LetterKind, ProgrammeWords, Voice, greeting, sample};
use serde::Serialize;

pub const HOST: LetterKind = LetterKind {
    name: "meeting-attendees",
    about: "To the host of a meeting on the school day before it: who comes, with their schools. What people wrote is not passed on.",
    template: include_str!("../../../templates/letters/meeting-attendees.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples: || samples(true),
};

pub const OFFICE: LetterKind = LetterKind {
    name: "meeting-attendees-office",
    about: "To the coordinators on the school day before a meeting: who comes, and what people wrote.",
    template: include_str!("../../../templates/letters/meeting-attendees-office.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples: || samples(false),
};

/// Who comes to a meeting, and who does not.
#[derive(Debug, Clone, Serialize)]
pub struct Attendees {
    pub name: String,
    pub programme: ProgrammeWords,
    pub meeting: MeetingWords,
    /// `today`, `tomorrow`; empty where it is longer.
    pub soon: String,
    /// `12 people, and perhaps 2 more`.
    pub expect: String,
    pub coming: Vec<Person>,
    pub perhaps: Vec<Person>,
    pub silent: Vec<Person>,
    pub declined: Vec<Person>,
    pub waiting: Vec<Person>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Person {
    pub name: String,
    /// Or `guest`.
    pub school: String,
    /// What they wrote; empty in the host's list.
    pub words: String,
}

#[derive(Serialize)]
#[serde(transparent)]
pub struct ForHost(pub Attendees);

#[derive(Serialize)]
#[serde(transparent)]
pub struct ForOffice(pub Attendees);

impl Letter for ForHost {
    const KIND: &'static LetterKind = &HOST;
}

impl Letter for ForOffice {
    const KIND: &'static LetterKind = &OFFICE;
}

impl Attendees {
    /// As the record has it; whoever has left the register is not counted.
    pub fn of(programme: &Programme, meeting: &Meeting, register: &[Designation], days: i32) -> Self {
        let counted: Vec<&Invitee> = meeting.invitees.iter().filter(|i| i.is_of_network(register)).collect();
        let person = |invitee: &&&Invitee| {
            let entry = register.iter().find(|entry| entry.number.is_some() && entry.number == invitee.entry);
            let school = entry.map_or("guest", |entry| entry.school.as_str());
            Person { name: invitee.name.clone(), school: school.to_owned(), words: invitee.words.clone() }
        };
        let those = |answer: Option<Attendance>| -> Vec<Person> {
            let mut all: Vec<Person> = counted
                .iter()
                .filter(|i| i.answer == answer && (i.waits_since.is_none() || answer == Some(Attendance::Declined)))
                .map(|i| person(&i))
                .collect();
            all.sort_by_key(|person| person.name.to_lowercase());
            all
        };
        let waits = |i: &&&Invitee| i.waits_since.is_some() && i.answer != Some(Attendance::Declined);
        Self {
            name: String::new(),
            programme: ProgrammeWords::of(programme),
            meeting: MeetingWords::of(meeting),
            soon: match days {
                0 => "today".to_owned(),
                1 => "tomorrow".to_owned(),
                _ => String::new(),
            },
            expect: expected(Counts::of(counted.iter().copied())),
            coming: those(Some(Attendance::Accepted)),
            perhaps: those(Some(Attendance::Perhaps)),
            silent: those(None),
            declined: those(Some(Attendance::Declined)),
            waiting: counted.iter().filter(waits).map(|i| person(&i)).collect(),
        }
    }

    pub fn for_host(mut self, meeting: &Meeting, host: &Host) -> Draft {
        self.name = greeting(&host.name);
        for group in [&mut self.coming, &mut self.perhaps, &mut self.silent, &mut self.declined, &mut self.waiting] {
            group.iter_mut().for_each(|person| person.words.clear());
        }
        Draft::new(&ForHost(self), host.email.clone(), &host.name, purpose(meeting, &host.email)).about(&meeting.number)
    }

    pub fn for_office(mut self, meeting: &Meeting, name: &str, email: &EmailAddress) -> Draft {
        self.name = name.to_owned();
        Draft::new(&ForOffice(self), email.clone(), name, purpose(meeting, email)).about(&meeting.number)
    }
}

fn purpose(meeting: &Meeting, to: &EmailAddress) -> String {
    format!("meeting-list:{}:{}:{}", meeting.number, meeting.sequence, to.folded())
}

/// `12 people, and perhaps 2 more`.
fn expected(counts: Counts) -> String {
    let perhaps = counts.perhaps + counts.silent;
    match (counts.coming, perhaps) {
        (0, 0) => "nobody".to_owned(),
        (0, n) => format!("nobody for certain, but perhaps {n}"),
        (1, 0) => "one person".to_owned(),
        (1, n) => format!("one person, and perhaps {n} more"),
        (coming, 0) => format!("{coming} people"),
        (coming, n) => format!("{coming} people, and perhaps {n} more"),
    }
}

fn samples(for_host: bool) -> Vec<serde_json::Value> {
    let person = |name: &str, school: &str, words: &str| Person {
        name: name.to_owned(),
        school: school.to_owned(),
        words: if for_host { String::new() } else { words.to_owned() },
    };
    let full = Attendees {
        name: if for_host { "Owen Brooks".into() } else { "Ruth Adeyemi".into() },
        programme: ProgrammeWords::sample(),
        meeting: MeetingWords::sample(),
        soon: "tomorrow".into(),
        expect: "2 people, and perhaps 2 more".into(),
        coming: vec![
            person("Amy Cole", "Millpond School", ""),
            person("Priya Nair", "Hazelbank Primary School", "I might be ten minutes late."),
        ],
        perhaps: vec![person("Jo Hart", "guest", "I will try.")],
        silent: vec![person("Dev Patel", "Riverside School", "")],
        declined: vec![person("Tom Reed", "Oakfield School", "I am on a residential that week.")],
        waiting: vec![person("Ann Fox", "Hazelbank Primary School", "")],
    };
    let empty = Attendees {
        soon: String::new(),
        expect: "nobody".into(),
        coming: vec![],
        perhaps: vec![],
        silent: vec![],
        declined: vec![],
        waiting: vec![],
        ..full.clone()
    };
    vec![sample(&ForHost(full)), sample(&ForHost(empty))]
}
