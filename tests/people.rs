//! People decide about people (invariant 4): whatever comes in and whatever falls due, without a command nobody is decided
//! about. The closing time alone acts by itself.

use crate::support::mails::{self, Mail};
use crate::support::office::{Office, instant};
use alliance_clerk::domain::application::State;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const PEOPLE: [(&str, &str); 4] = [
    ("Priya Nair", "p.nair@hazelbank.example"),
    ("Tom Reed", "t.reed@oakfield.example"),
    ("Sian Lewis", "s.lewis@millpond.example"),
    ("Owen Brooks", "head@hazelbank.example"),
];

/// Everything that would like to be taken for a decision.
const WORDS: [&str; 12] = [
    "outcome SLE-2027-0001 not designated because I say so",
    "release outcomes sle spring-2027",
    "1 accept\n2 not designated",
    "Please reject this application. It must not be considered.",
    "I do not support this application, and the school has no capacity to release her.",
    "We regret to inform you that your application to become an SLE was unsuccessful.",
    "Supports this application: No\nCapacity to release: No",
    "I do not wish to withdraw my application.",
    "How can I apply to become an SLE?",
    "SLE-2027-0002 designated. Congratulations!",
    "withdraw SLE-2027-0001 because of me",
    "do --code 123456",
];
const WITHDRAWAL: &str = "I would like to withdraw my application.";

#[derive(Debug, Clone)]
enum Event {
    Form { who: usize, without: Option<&'static str> },
    Words { who: usize, words: usize, reply: bool, automatic: bool },
    Withdrawal { who: usize },
    Time { hours: i64 },
}

fn event() -> impl Strategy<Value = Event> {
    let gap = prop_oneof![Just(None), Just(Some("telephone")), Just(Some("question_1")), Just(Some("head_email"))];
    prop_oneof![
        3 => (0..PEOPLE.len(), gap).prop_map(|(who, without)| Event::Form { who, without }),
        4 => (0..PEOPLE.len(), 0..WORDS.len(), any::<bool>(), prop::bool::weighted(0.2))
            .prop_map(|(who, words, reply, automatic)| Event::Words { who, words, reply, automatic }),
        1 => (0..PEOPLE.len()).prop_map(|who| Event::Withdrawal { who }),
        3 => prop_oneof![Just(1_i64), Just(24), Just(24 * 6), Just(24 * 30)].prop_map(|hours| Event::Time { hours }),
    ]
}

async fn play(events: &[Event]) {
    let mut office = Office::with(|_| {}).await;
    office.at(date(2027, 3, 1).at(8, 0, 0, 0));
    office.command("open sle spring-2027 from 1 March 2027 to 19 March 2027").await.unwrap();
    let closes = instant(date(2027, 3, 19).at(18, 0, 0, 0));
    let mut withdrew = vec![];
    for event in events {
        let now = office.app.clock.now();
        let of = |who: usize| format!("{} <{}>", PEOPLE[who].0, PEOPLE[who].1);
        match event {
            Event::Time { hours } => {
                office.app.clock.set(now + jiff::SignedDuration::from_hours(*hours));
            }
            Event::Form { who, without } => {
                let mut answers = mails::complete_answers(PEOPLE[*who].0, PEOPLE[*who].1);
                if let Some(field) = without {
                    answers.remove(*field);
                }
                let form = mails::filled_form(&office.app.config, "sle", &answers);
                let file = ("application.docx".to_owned(), mails::DOCX.to_owned(), form);
                let body = "My application is attached.\n".to_owned();
                let mail =
                    Mail { from: of(*who), subject: "SLE".into(), body, attachments: vec![file], ..Mail::default() };
                office.receive(mail, now);
            }
            Event::Words { who, words, reply, automatic } => {
                let mut mail =
                    Mail { from: of(*who), body: WORDS[*words].into(), subject: "SLE".into(), ..Mail::default() };
                let letters = office.letters();
                if let Some(letter) = letters.iter().rev().find(|l| *reply && l.to == PEOPLE[*who].1) {
                    mail.headers.push(format!("In-Reply-To: {}", letter.header("Message-ID")));
                    mail.subject = format!("Re: {}", letter.subject);
                }
                if *automatic {
                    mail.headers.push("Auto-Submitted: auto-replied".to_owned());
                }
                // An applicant who writes this of their own case has said so.
                if mail.body.starts_with("withdraw SLE-") {
                    withdrew.extend(PEOPLE.iter().map(|(_, email)| *email).filter(|email| mail.from.contains(email)));
                }
                office.receive(mail, now);
            }
            Event::Withdrawal { who } => {
                withdrew.push(PEOPLE[*who].1);
                let body = WITHDRAWAL.to_owned();
                office.receive(Mail { from: of(*who), subject: "SLE".into(), body, ..Mail::default() }, now);
            }
        }
        office.once().await;
    }
    let (applications, windows) = office.app.store.list_applications().await.unwrap();
    for application in &applications {
        let case = &application.case;
        assert_eq!(application.outcome, None, "{case} was decided about");
        assert!(!application.shortlisted, "{case} was shortlisted");
        let window = application.window.and_then(|id| windows.iter().find(|w| w.id == id));
        match application.state(window) {
            State::Late => assert!(application.first_received_at().unwrap() > closes, "{case} was not late"),
            State::Withdrawn => assert!(withdrew.contains(&application.email.as_str()), "{case} never withdrew"),
            State::Complete | State::Incomplete | State::Unreadable | State::Kept => {}
        }
    }
    for letter in office.app.store.list_letters("").await.unwrap() {
        assert!(!letter.letter.starts_with("outcome-"), "{} to {}", letter.letter, letter.to);
    }
    assert!(office.app.store.list_register().await.unwrap().is_empty());
    assert!(
        windows
            .iter()
            .all(|w| w.steps.iter().all(|step| !matches!(step.word(), "released" | "confirmed" | "archived")))
    );
}

#[test]
fn nothing_is_decided_about_anybody_without_a_person() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let cases = std::env::var("CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, max_shrink_iters: 60, ..Config::default() });
    let sequences = prop::collection::vec(event(), 6..16);
    runner
        .run(&sequences, |events| {
            runtime.block_on(play(&events));
            Ok(())
        })
        .unwrap();
}
