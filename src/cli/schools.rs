//! `schools find`: schools of the national register, by URN, by words of their names, or by postcode.

use super::arguments::SchoolsAction;
use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::register::Establishment;
use serde_json::{Value, json};

/// More are no answer but a list to be narrowed down.
const MOST: usize = 50;

pub async fn run(place: &Place, action: SchoolsAction) -> Result<(), Failure> {
    let SchoolsAction::Find { words } = action;
    let words = words.join(" ");
    if words.trim().is_empty() {
        return Err(Failure::wrong(
            "expected a URN, a postcode, or words of a school's name, as in `schools find Hazelbank`.",
        ));
    }
    let store = place.store().await?;
    let found = store.find_establishments(&words, MOST).await?;
    let is_there = store.has_national_register().await?;
    store.close().await;
    if place.json {
        print_json(&found.iter().map(row).collect());
        return Ok(());
    }
    if !is_there {
        return Err(Failure::refused(
            "the national register of schools has not been imported: `import schools FILE`, with the file from get-information-schools.service.gov.uk.",
        ));
    }
    if found.is_empty() {
        return Err(Failure::refused(format!("no school of the national register has `{words}` in its name.")));
    }
    for school in &found {
        let place = [school.street.as_str(), &school.town, &school.postcode];
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let closed = match (school.is_open, school.closed_on) {
            (true, _) => String::new(),
            (false, Some(day)) => format!("  closed {day}"),
            (false, None) => "  not open".to_owned(),
        };
        print(&format!("{}  {}, {}{closed}", school.urn, school.name, place.join(", ")));
        let head = [school.head_name.as_str(), school.head_post.as_str()];
        let head: Vec<&str> = head.into_iter().filter(|part| !part.is_empty()).collect();
        let about = [
            school.phase.as_str(),
            &school.kind,
            &school.authority,
            &school.trust,
            &head.join(", "),
            &school.telephone,
        ];
        let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
        print(&format!("        {}", about.join(" · ")));
    }
    if found.len() == MOST {
        print(&format!("These are the first {MOST}; give more of the name."));
    }
    Ok(())
}

fn row(school: &Establishment) -> Value {
    json!({
        "urn": school.urn, "name": school.name, "open": school.is_open,
        "closed_on": school.closed_on.map(|day| day.to_string()), "kind": school.kind, "phase": school.phase,
        "authority": school.authority, "trust": school.trust, "street": school.street, "locality": school.locality,
        "town": school.town, "postcode": school.postcode, "telephone": school.telephone, "website": school.website,
        "head_name": school.head_name, "head_post": school.head_post,
        "easting": school.place.map(|place| place.0), "northing": school.place.map(|place| place.1),
    })
}
