//! The register and the national register of schools, as others read them.

use super::Clerk;
use serde_json::{Value, json};

const PEOPLE: &str = "Surname;Forename;School email;Home school;Areas of expertise;Further specialisms;Date designated;Scheme;Status;Next review;Days per year;Mobile;Core training;Enrichment modules taken\r\n\
    Nair;Priya;p.nair@hazelbank.example;Hazelbank Primary School;Maths / Assessment;CPD;01/09/2024;SLE;active;1 Sept 2029;5.5;01632 960987;12/11/2024;coaching (3 March 2025)\r\n\
    Reed;Tom;t.reed@oakfield.example;Oakfield School;Music;;September 2023;SLEs;maternity leave;;;;;\r\n";

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_register_is_listed_filtered_and_shown() {
    let clerk = Clerk::new();
    std::fs::write(clerk.path("people.csv"), PEOPLE).unwrap();
    let file = clerk.path("people.csv");
    let said = clerk.ok(&["import", "people", file.to_str().unwrap()]);
    assert!(said.starts_with("2 rows imported"), "{said}");
    let register = clerk.json(&["register", "--json"]);
    assert_eq!(
        register[0],
        json!({
            "number": "REG-2024-0001", "status": "active", "programme": "sle", "case": null, "name": "Priya Nair",
            "email": "p.nair@hazelbank.example", "telephone": "01632 960987", "school": "Hazelbank Primary School",
            "urn": null, "specialism": "Mathematics",
            "further": ["Assessment", "Leadership of continuing professional development"], "since": "2024-09-01",
            "ended_on": null, "review_on": "2029-09-01", "days_a_year": 5.5, "portrait": "none",
        })
    );
    assert_eq!(register[1]["since"], "2023-09-01");
    assert_eq!(register[1]["status"], "paused");
    assert_eq!(register[1]["review_on"], "2027-09-01", "by policy, four years on");
    assert_eq!(register[1]["days_a_year"], 6.0);
    let names = |arguments: &[&str]| -> Vec<String> {
        let rows = clerk.json(&[arguments, &["--json"]].concat());
        rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&["register", "--status", "paused"]), ["Tom Reed"]);
    assert_eq!(names(&["register", "--specialism", "CPD"]), ["Priya Nair"]);
    assert_eq!(names(&["register", "list", "--programme", "SLE", "--specialism", "music"]), ["Tom Reed"]);
    assert!(names(&["register", "--programme", "lle"]).is_empty());
    assert!(clerk.refused(2, &["register", "--status", "asleep"]).contains("de_designated"));

    let shown = clerk.json(&["register", "show", "REG-2024-0001", "--json"]);
    assert_eq!(
        keys(&shown),
        [
            "case",
            "cases",
            "days_a_year",
            "email",
            "ended_on",
            "further",
            "meetings",
            "name",
            "national_register",
            "number",
            "portrait",
            "portrait_asked_at",
            "portrait_came_at",
            "portrait_role",
            "portrait_words",
            "programme",
            "review_on",
            "school",
            "since",
            "specialism",
            "status",
            "status_because",
            "status_since",
            "telephone",
            "training",
            "urn",
        ]
    );
    assert_eq!(
        shown["training"],
        json!([{ "module": "core", "taken_on": "2024-11-12", "meeting": null },
               { "module": "coaching", "taken_on": "2025-03-03", "meeting": null }])
    );
    let text = clerk.ok(&["register", "show", "reg-2024-1"]);
    for words in [
        "REG-2024-0001 · Priya Nair · sle · active",
        "review       2029-09-01",
        "days a year  5½",
        "core on 2024-11-12",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(clerk.refused(3, &["register", "show", "REG-2024-0009"]).contains("no entry"));
    assert!(clerk.refused(2, &["register", "show", "Priya"]).contains("case number"));
}

#[test]
fn schools_are_found_once_the_national_register_is_there() {
    let clerk = Clerk::new();
    assert!(clerk.refused(3, &["schools", "find", "Hazelbank"]).contains("import schools FILE"));
    let file = clerk.path("edubasealldata.csv");
    std::fs::write(
        &file,
        "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),Town,Postcode,CloseDate\n\
         100001,Hazelbank Primary School,Open,Primary,Harbour,HB1 2CD,\n\
         100002,Hazelbank Infant School,Closed,Primary,Harbour,HB1 2CE,31-08-2019\n",
    )
    .unwrap();
    let said = clerk.ok(&["import", "schools", file.to_str().unwrap()]);
    assert!(said.starts_with("2 schools of the national register imported"), "{said}");
    assert!(said.contains("1 of them open"), "{said}");
    let found = clerk.json(&["schools", "find", "hazelbank", "school", "--json"]);
    assert_eq!(found.as_array().unwrap().len(), 2);
    assert_eq!(
        keys(&found[0]),
        [
            "authority",
            "closed_on",
            "easting",
            "head_name",
            "head_post",
            "kind",
            "locality",
            "name",
            "northing",
            "open",
            "phase",
            "postcode",
            "street",
            "telephone",
            "town",
            "trust",
            "urn",
            "website",
        ]
    );
    assert_eq!((found[0]["urn"].as_u64(), found[1]["closed_on"].as_str()), (Some(100_001), Some("2019-08-31")));
    assert_eq!(clerk.json(&["schools", "find", "hb12ce", "--json"])[0]["urn"], 100_002);
    assert_eq!(clerk.json(&["schools", "find", "100001", "--json"])[0]["name"], "Hazelbank Primary School");
    assert!(clerk.ok(&["schools", "find", "Infant"]).contains("closed 2019-08-31"));
    assert!(clerk.refused(3, &["schools", "find", "Oakfield"]).contains("no school"));
}
