//! Filing a reference: whether it counts, who is told, and what a person is asked.

use super::read::{self, Came, Found};
use super::{Candidate, Sender, applicant_named, ask, folded, is_free_mail};
use crate::config::programme::Tell;
use crate::config::{Programme, Referees};
use crate::decision::{Decision, MailKind};
use crate::domain::application::Application;
use crate::domain::change::{Change, ReferenceChange};
use crate::domain::reference::{Capacity, Progress, Reference, Standing};
use crate::domain::window::Window;
use crate::domain::{EmailAddress, civil};
use crate::incoming::{Arrival, FoundForm};
use crate::letters::reference_arrived::ReferenceArrived;
use crate::letters::reference_thanks::ReferenceThanks;
use crate::letters::{Draft, ProgrammeWords, WindowWords, greeting, words};
use serde_json::{Value, json};

/// What `explain` says of a reference.
pub fn facts_of(found: &Found, flags: &[String]) -> Value {
    let capacity = match found.capacity {
        Some(Capacity::Yes) => json!(true),
        Some(Capacity::No) => json!(false),
        Some(Capacity::Conditional) => json!("conditional"),
        None => Value::Null,
    };
    json!({ "supports": found.supports, "capacity": capacity, "days_agreed": found.days, "flags": flags })
}

/// What keeps a reference from counting by itself, one sentence each.
fn flags(arrival: &Arrival<'_>, chosen: &Candidate<'_>, all: &[Candidate<'_>], found: &Found) -> Vec<String> {
    let mail = arrival.mail;
    let mut flags = vec![];
    let mut flag = |sentence: String| flags.push(sentence);
    let sender = mail.sender().map(ToString::to_string).unwrap_or_default();
    match chosen.sender {
        Sender::Asked => {}
        Sender::SameSchool => {
            flag(format!("It comes from {sender}, another address of the school; {} was asked", chosen.asked));
        }
        Sender::Applicant => flag(format!("It comes from the applicant’s own address, {sender}")),
        Sender::LookAlike => {
            // In small letters: `hazeIbank` with a capital i is seen for what it is.
            let sender = sender.to_lowercase();
            flag(format!("It comes from {sender}, which only looks like the address that was asked, {}", chosen.asked));
        }
        Sender::Stranger => flag(format!("It comes from {sender}, which has nothing to do with {}", chosen.asked)),
    }
    if chosen.sender == Sender::Asked && mail.sender().is_some_and(is_free_mail) {
        flag(format!("{sender} is at a provider where anybody can have an address, not at a school"));
    }
    if mail.denied() {
        flag("Our own mail server says that the sender could not be confirmed".to_owned());
    }
    let in_document = applicant_named(arrival, chosen);
    let names_applicant = in_document.as_ref().is_some_and(|name| *name == folded(&chosen.application.name));
    if !chosen.proven && !names_applicant {
        flag("It does not answer our letter, and no document in it names the applicant".to_owned());
    }
    let answered_another = !chosen.proven && all.iter().any(|other| other.proven);
    let named_another = !names_applicant && speaks_of_another(arrival, chosen, all, found);
    if answered_another || named_another || in_document.is_some_and(|name| name != folded(&chosen.application.name)) {
        flag("It answers our letter about one applicant and names another".to_owned());
    }
    let due = ask::due(chosen.referees, chosen.window, &mail.config.calendar);
    if mail.received_at > chosen.window.zone.latest(due) {
        flag(format!("It came after {}, when it was due", civil::moment_in_words(due)));
    }
    if chosen.application.progress(chosen.referees.kind()) == Progress::Received {
        flag("One that counts was there already".to_owned());
    }
    flags.extend(doubts(found));
    flags
}

/// Whether its words name another applicant of the same referee, and not the one whose letter it answers: heads of several
/// applicants reply to the wrong letter. A first name is enough, because that is what heads write.
fn speaks_of_another(arrival: &Arrival<'_>, chosen: &Candidate<'_>, all: &[Candidate<'_>], found: &Found) -> bool {
    let text = format!(" {} ", folded(&format!("{} {}", arrival.mail.reply, found.statement)));
    let named = |application: &Application| {
        let name = folded(&application.name);
        let first = name.split(' ').next().unwrap_or_default();
        [name.as_str(), first].iter().any(|name| !name.is_empty() && text.contains(&format!(" {name} ")))
    };
    !named(chosen.application) && all.iter().any(|other| named(other.application))
}

/// What is not a plain yes in what it says.
fn doubts(found: &Found) -> Vec<String> {
    let mut doubts = vec![];
    match found.supports {
        Some(true) => {}
        Some(false) => doubts.push("It does not support the application".to_owned()),
        None => doubts.push("It does not plainly say whether it supports the application".to_owned()),
    }
    match found.capacity {
        Some(Capacity::Yes) => {}
        Some(Capacity::No) => doubts.push("It says that there is no capacity to release the applicant".to_owned()),
        Some(Capacity::Conditional) => doubts.push("It makes release conditional".to_owned()),
        None if found.asks_capacity => doubts.push("It does not plainly say whether release is agreed".to_owned()),
        None => {}
    }
    doubts
}

/// Files what was found for the application that was chosen.
pub fn file(arrival: &Arrival<'_>, chosen: &Candidate<'_>, all: &[Candidate<'_>], found: Found) -> Decision {
    let (application, kind) = (chosen.application, chosen.referees.kind());
    let mut decision = Decision::new(MailKind::Reference);
    decision.case = Some(application.case.clone());
    // "Please reply with just these": what the same referee sent before is not asked for again.
    let earlier = application
        .references
        .iter()
        .rfind(|r| r.kind == kind && r.standing == Standing::Waits && Some(&r.sender) == arrival.mail.sender());
    let found = match earlier {
        Some(earlier) => found.completed_by(earlier, chosen.referees),
        None => found,
    };
    decision.because(match found.came {
        Came::WholeForm => "It is the application form with the referee’s section completed.",
        Came::ShortForm => "It is the short form for referees.",
        Came::Lines => "It answers the questions of our letter, between the lines.",
        Came::Words => "It says in words of its own what is asked.",
    });
    let lacks = !found.missing.is_empty() && found.came != Came::Words && chosen.sender == Sender::Asked;
    let mut flags = flags(arrival, chosen, all, &found);
    if lacks {
        flags.retain(|flag| !flag.starts_with("It does not plainly say"));
        flags.push(format!("Not answered yet: {}", found.missing.join("; ")));
    }
    decision.facts = facts_of(&found, &flags);
    let counts = flags.is_empty();
    for flag in &flags {
        decision.because(format!("{flag}."));
    }
    let own_key = format!("reference:{}:{}:", application.case, kind.word());
    if let Some(earlier) = earlier {
        decision.changes.push(Change::Reference(ReferenceChange::Ruled {
            case: application.case.clone(),
            kind,
            message: earlier.message,
            standing: Standing::SetAside,
        }));
        decision.changes.push(Change::ReviewsClosed {
            key_begins: own_key.clone(),
            by: "clerk".to_owned(),
            outcome: "a fuller one has come".to_owned(),
        });
    }
    let reference = reference_of(arrival, chosen, &found, counts, &flags);
    decision.changes.push(Change::Reference(ReferenceChange::Came { case: application.case.clone(), reference }));
    if counts {
        decision.because(format!("It fits our request and is a plain yes: the {} counts.", kind.label()));
        decision.letters.extend(arrived(arrival, chosen.programme, application, chosen.window, chosen.referees));
    } else if !lacks {
        question(application, chosen.referees, &flags, &own_key, arrival, &mut decision);
    }
    // Whoever may be a stranger learns nothing from us about an applicant, and whose name was forged wrote nothing.
    if chosen.sender == Sender::Asked && !arrival.mail.denied() {
        decision.letters.extend(thanks(arrival, chosen, !counts && !lacks, if lacks { found.missing } else { vec![] }));
    }
    decision
}

fn question(
    application: &Application,
    referees: &Referees,
    flags: &[String],
    key: &str,
    arrival: &Arrival<'_>,
    decision: &mut Decision,
) {
    let (case, kind) = (&application.case, referees.kind());
    decision.because("A person says whether it counts.");
    let question = format!(
        "The {} for {} ({case}) has come, and I did not count it. {}. Does it count?",
        kind.label(),
        application.name,
        flags.join(". ")
    );
    let review = Decision::question(format!("{key}{}", arrival.mail.message), question, Some(case))
        .may("accept", format!("accept reference {case} {}", kind.word()))
        .may("set aside", format!("set aside reference {case} {}", kind.word()));
    decision.put(review);
}

fn reference_of(
    arrival: &Arrival<'_>,
    chosen: &Candidate<'_>,
    found: &Found,
    counts: bool,
    flags: &[String],
) -> Reference {
    let mail = arrival.mail;
    Reference {
        kind: chosen.referees.kind(),
        message: mail.message,
        received_at: mail.received_at,
        sender: mail.sender().cloned().unwrap_or_else(|| chosen.asked.clone()),
        referee: if found.referee.is_empty() { mail.sender_name().to_owned() } else { found.referee.clone() },
        supports: found.supports,
        capacity: found.capacity,
        days: found.days.clone(),
        statement: found.statement.clone(),
        standing: if counts { Standing::Counts } else { Standing::Waits },
        flags: flags.to_vec(),
    }
}

/// A reply to our letter in which nothing could be found that is a reference.
pub fn unclear(arrival: &Arrival<'_>, chosen: &Candidate<'_>) -> Decision {
    let (application, kind) = (chosen.application, chosen.referees.kind());
    let mut decision = Decision::new(MailKind::Reference);
    decision.case = Some(application.case.clone());
    decision.facts = json!({ "supports": Value::Null, "capacity": Value::Null });
    let sender = arrival.mail.sender().map(ToString::to_string).unwrap_or_default();
    decision.because("It answers our request for a reference and is none that could be read: a person looks.");
    let question = format!(
        "{sender} answered our request for the {} of {} ({}), and I could not tell what it says. Please read it and answer.",
        kind.label(),
        application.name,
        application.case
    );
    decision.ask(format!("reference-unclear:{}", arrival.mail.message), question, Some(&application.case));
    decision
}

/// Tells the applicant that it has come, where policy says so; never what it says.
pub fn arrived(
    arrival: &Arrival<'_>,
    programme: &Programme,
    application: &Application,
    window: &Window,
    referees: &Referees,
) -> Option<Draft> {
    arrived_letter(programme, application, window, referees, &arrival.mail.message.to_string())
}

/// The same for a reference that a coordinator has accepted.
pub fn arrived_letter(
    programme: &Programme,
    application: &Application,
    window: &Window,
    referees: &Referees,
    message: &str,
) -> Option<Draft> {
    if referees.policy.tell_applicant == Tell::Nothing {
        return None;
    }
    let kind = referees.kind();
    let awaited: Vec<String> = programme
        .references
        .iter()
        .filter(|other| other.kind() != kind && application.progress(other.kind()) != Progress::Received)
        .map(|other| other.kind().label().to_owned())
        .collect();
    let letter = ReferenceArrived {
        name: greeting(&application.name),
        programme: ProgrammeWords::of(programme),
        case: application.case.to_string(),
        person: kind.person().to_owned(),
        all_here: awaited.is_empty(),
        awaited,
        window: WindowWords::of(window),
    };
    let purpose = format!("reference-arrived:{}:{}:{message}", application.case, kind.word());
    Some(Draft::new(&letter, application.email.clone(), &application.name, purpose).about(&application.case))
}

fn thanks(arrival: &Arrival<'_>, chosen: &Candidate<'_>, looked_at: bool, missing: Vec<String>) -> Option<Draft> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let letter = ReferenceThanks {
        name: greeting(mail.sender_name()),
        case: chosen.application.case.to_string(),
        applicant: chosen.application.name.clone(),
        received: words::stamp(chosen.programme, mail.received_at),
        looked_at,
        missing,
        due: civil::moment_in_words(ask::due(chosen.referees, chosen.window, &mail.config.calendar)),
    };
    let purpose = format!("reference-thanks:message:{}", mail.message);
    let draft = Draft::new(&letter, sender.clone(), mail.sender_name(), purpose);
    Some(draft.about(&chosen.application.case).answering(mail.thread()))
}

/// The referee's section in a form that opens an application or belongs to one, sent by the applicant or by the head.
///
/// Sent by the head it counts; sent by the applicant it waits for a person, because anybody can type a head's words.
pub fn of_whole_form(
    arrival: &Arrival<'_>,
    programme: &Programme,
    form: &FoundForm,
    application: &Application,
    window: &Window,
) -> Option<Decision> {
    let found = read::of_application_form(programme, &form.reading)?;
    // The section belongs to the first kind of reference that the programme asks for.
    let referees = programme.references.first()?;
    let sender = arrival.mail.sender()?;
    let asked = form.referee_email.clone().unwrap_or_else(|| application.email.clone());
    let by_head = *sender == asked && !application.belongs_to(sender);
    let relation = if by_head { Sender::Asked } else { Sender::Applicant };
    if already_same(application, &found, sender) {
        return None;
    }
    let chosen = Candidate { application, programme, window, referees, asked, sender: relation, proven: by_head };
    Some(file(arrival, &chosen, &[], found))
}

/// The same section of the same form, sent again by the same person.
fn already_same(application: &Application, found: &Found, sender: &EmailAddress) -> bool {
    application.references.iter().any(|r| {
        r.sender == *sender
            && r.statement == found.statement
            && r.supports == found.supports
            && r.capacity == found.capacity
    })
}
