use super::*;
use crate::domain::{CaseId, EmailAddress};
use jiff::civil::date;

fn config() -> Config {
    Config::shipped().unwrap()
}

pub fn person(config: &Config, number: u32, name: &str, school: &str, areas: &[&str]) -> Designation {
    let programme = config.programmes.values().find(|p| p.id.as_str() == "sle").unwrap().id.clone();
    let email = EmailAddress::parse(&format!("p{number}@school.example")).unwrap();
    Designation {
        number: Some(CaseId::new("REG", 2024, number)),
        school: school.to_owned(),
        specialism: areas[0].to_owned(),
        further: areas[1..].iter().map(|area| (*area).to_owned()).collect(),
        ..Designation::new(programme, name.to_owned(), email, date(2024, 9, 1))
    }
}

fn with_words(mut entry: Designation, consent: Option<bool>) -> Designation {
    entry.portrait.words = format!("The words of {}.", entry.name);
    entry.portrait.role = "Deputy head".to_owned();
    entry.portrait.consent = consent;
    entry
}

fn school(urn: u32, name: &str, phase: &str, town: &str) -> Establishment {
    let empty = String::new;
    Establishment {
        urn: Urn(urn),
        name: name.to_owned(),
        is_open: true,
        kind: empty(),
        phase: phase.to_owned(),
        authority: empty(),
        trust: empty(),
        street: empty(),
        locality: empty(),
        town: town.to_owned(),
        postcode: empty(),
        telephone: empty(),
        website: empty(),
        head_name: empty(),
        head_post: empty(),
        closed_on: None,
        place: None,
    }
}

fn booklet(register: &[Designation], schools: &[Establishment]) -> Booklet {
    let config = config();
    let programmes: Vec<&Programme> = config.programmes.values().filter(|p| p.id.as_str() == "sle").collect();
    Booklet::of(&config, &programmes, register, schools, date(2027, 6, 1))
}

#[test]
fn nothing_of_a_person_is_printed_that_they_have_not_agreed_to() {
    let config = config();
    let mut left = with_words(person(&config, 4, "Gone Away", "Oakfield", &["Music"]), Some(true));
    left.status = crate::domain::register::Status::Resigned;
    let register = [
        with_words(person(&config, 1, "Priya Nair", "Hazelbank", &["Mathematics", "Assessment"]), Some(true)),
        with_words(person(&config, 2, "Tom Reed", "Hazelbank", &["Mathematics"]), Some(false)),
        with_words(person(&config, 3, "Amy Cole", "Oakfield", &["Assessment"]), None),
        left,
    ];
    let booklet = booklet(&register, &[]);
    let all = format!("{}{:?}", page(&booklet), sheet(&booklet));
    assert!(all.contains("The words of Priya Nair.") && all.contains("Deputy head"));
    for unprinted in ["words of Tom", "words of Amy", "Gone Away", "p1@school.example"] {
        assert!(!all.contains(unprinted), "{unprinted}");
    }
    assert_eq!(all.matches("Deputy head").count(), 2, "one post, in the page and in the sheet");
    assert_eq!(booklet.people, 3);
    // Each has one card, and stands under every other area too.
    let sections = &booklet.parts[0].sections;
    assert_eq!(sections.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["Assessment", "Mathematics"]);
    assert_eq!(sections[0].also[0].name, "Priya Nair");
    assert_eq!(booklet.cards().len(), 3);
    assert_eq!(booklet.year, "2026–27");
}

#[test]
fn names_stand_where_an_english_reader_looks() {
    let config = config();
    let names = ["Siân Ôwen", "Łucja Adamska", "Jan van der Berg", "Zoë O’Brien", "Rhys ap Gwilym", "Cher"];
    let register: Vec<Designation> =
        (1..).zip(names).map(|(n, name)| person(&config, n, name, "Hazelbank", &["Art"])).collect();
    let index: Vec<String> =
        booklet(&register, &[]).index.into_iter().map(|l| format!("{} {}", l.letter, l.name)).collect();
    assert_eq!(
        index,
        ["A Adamska, Łucja", "A ap Gwilym, Rhys", "C Cher", "O O’Brien, Zoë", "O Ôwen, Siân", "V van der Berg, Jan"]
    );
}

#[test]
fn schools_stand_by_phase_with_what_their_people_work_in() {
    let config = config();
    let at = |mut entry: Designation, urn| {
        entry.urn = Some(Urn(urn));
        entry
    };
    let register = [
        at(person(&config, 1, "Priya Nair", "Hazelbank", &["Mathematics", "Assessment"]), 1),
        at(person(&config, 2, "Tom Reed", "High School", &["Attendance"]), 2),
        at(person(&config, 3, "Amy Cole", "The Harbour School", &["Basket weaving"]), 3),
        person(&config, 4, "Dev Patel", "Unknown School", &["Art"]),
    ];
    let schools = [
        school(1, "Hazelbank", "Primary", "Harbour"),
        school(2, "High School", "Secondary", "Quay"),
        school(3, "The Harbour School", "Not applicable", "Harbour"),
    ];
    let booklet = booklet(&register, &schools);
    assert_eq!(
        booklet.groups,
        ["Leadership and management", "Pupil achievement", "Behaviour and safety", "Further areas"]
    );
    let phases: Vec<(&str, usize)> = booklet.phases.iter().map(|p| (p.name.as_str(), p.schools.len())).collect();
    assert_eq!(phases, [("Primary schools", 1), ("Secondary schools", 1), ("Other schools", 2)]);
    let hazelbank = &booklet.phases[0].schools[0];
    assert_eq!(hazelbank.town, "Harbour");
    assert_eq!(hazelbank.cells[0][0].area, "Assessment");
    assert_eq!(hazelbank.cells[1][0].name, "Priya Nair");
}

#[test]
fn what_somebody_wrote_stays_words() {
    let config = config();
    let mut entry = person(&config, 1, "<script>alert(1)</script>", "\"Hazelbank\" & Co", &["=1+1"]);
    entry.portrait.words = "=HYPERLINK(\"x\")\n</article><img src=x onerror=alert(1)>".to_owned();
    entry.portrait.consent = Some(true);
    let booklet = booklet(&[entry], &[]);
    let page = page(&booklet);
    assert!(!page.contains("<script") && !page.contains("<img") && page.contains("&lt;img src=x"), "{page}");
    let csv = String::from_utf8(crate::sheets::csv(&sheet(&booklet))).unwrap();
    assert!(csv.contains("'=HYPERLINK") && csv.contains("'=1+1"), "{csv}");
}
