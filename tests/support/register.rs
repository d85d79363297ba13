//! What stories about the register need: people and schools in it, pen portraits, what the record says of somebody.

use super::office::Office;
use alliance_clerk::config::Config;
use alliance_clerk::domain::change::{Change, OutcomeChange, RegisterChange};
use alliance_clerk::domain::civil;
use alliance_clerk::domain::register::{Designation, Establishment, Urn};
use alliance_clerk::domain::{EmailAddress, ProgrammeId};
use alliance_clerk::forms::write::{self, Letterhead};
use std::collections::BTreeMap;

async fn record(office: &Office, changes: Vec<Change>) {
    let mut tx = office.app.store.begin().await.unwrap();
    alliance_clerk::store::apply::changes(&mut tx, &changes, office.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// `Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024`.
pub async fn person(office: &Office, said: &str) {
    let [who, school, areas, since] = said.split(", ").collect::<Vec<_>>()[..] else { panic!("person: {said}") };
    let (name, address) = who.split_once(" <").expect("NAME <ADDRESS>");
    let email = EmailAddress::parse(address.trim_end_matches('>')).unwrap();
    let mut areas = areas.split("; ").map(str::to_owned);
    let since = civil::read_date(since).expect("a date");
    let designation = Designation {
        school: school.to_owned(),
        specialism: areas.next().unwrap(),
        further: areas.collect(),
        ..Designation::new(ProgrammeId::parse("sle").unwrap(), name.to_owned(), email, since)
    };
    record(office, vec![Change::Outcome(OutcomeChange::Entered { designation: Box::new(designation) })]).await;
}

/// `100001 Hazelbank Primary School, Primary, Harbour / 100002 …`: the national register, whole.
pub async fn national(office: &Office, said: &str) {
    let school = |said: &str| {
        let (urn, rest) = said.split_once(' ').expect("URN NAME, PHASE, TOWN");
        let [name, phase, town, place @ ..] = &rest.split(", ").collect::<Vec<_>>()[..] else {
            panic!("national: {said}")
        };
        let metres = |text: &str| text.parse::<u32>().expect("EASTING/NORTHING");
        let place = place.first().and_then(|at| at.split_once('/')).map(|(east, north)| (metres(east), metres(north)));
        let empty = String::new;
        Establishment {
            urn: Urn(urn.parse().unwrap()),
            name: (*name).to_owned(),
            is_open: true,
            kind: empty(),
            phase: (*phase).to_owned(),
            authority: empty(),
            trust: empty(),
            street: empty(),
            locality: empty(),
            town: (*town).to_owned(),
            postcode: empty(),
            telephone: empty(),
            website: empty(),
            head_name: empty(),
            head_post: empty(),
            closed_on: None,
            place,
        }
    };
    let establishments = said.split(" / ").map(school).collect();
    record(office, vec![Change::Register(RegisterChange::NationalRegister { establishments })]).await;
}

/// What the record says of an entry, in one line.
pub async fn entry(office: &Office, number: &str) -> String {
    let register = office.app.store.list_register().await.unwrap();
    let found = register.iter().find(|e| e.number.as_ref().is_some_and(|n| n.to_string() == number));
    let e = found.unwrap_or_else(|| panic!("there is no {number}: {register:#?}"));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!(
        "{} {} | {} | {} | urn {} | {} | review {} | ended {} | because {} | telephone {} | portrait {:?} {} “{}” chased {}",
        e.name,
        e.email,
        e.status.word(),
        e.school,
        e.urn.map(|urn| urn.to_string()).unwrap_or_default(),
        e.specialisms().collect::<Vec<_>>().join("; "),
        day(e.review_on),
        day(e.ended_on),
        e.status_because,
        e.telephone,
        e.portrait.consent,
        e.portrait.role,
        e.portrait.words,
        e.portrait.chased,
    )
}

/// The short form for a pen portrait: `words = …; consent = Yes; role = …`.
pub fn portrait_form(config: &Config, said: &str) -> Vec<u8> {
    let programme = config.programmes.values().find(|p| p.portrait_form.is_some()).unwrap();
    let form = programme.portrait_form.as_ref().unwrap();
    let pairs = said.split("; ").filter(|pair| !pair.trim().is_empty());
    let answers: BTreeMap<String, String> = pairs
        .map(|pair| pair.split_once(" = ").expect("field = value"))
        .map(|(id, value)| (id.trim().to_owned(), value.trim().to_owned()))
        .collect();
    write::write(&form.definition, &Letterhead::default(), &answers).unwrap()
}
