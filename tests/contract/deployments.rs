//! Deployments, as others read them.

use super::Clerk;
use serde_json::json;

const PEOPLE: &str = "Surname;Forename;School email;Home school;Areas of expertise;Date designated;Scheme;Status\r\n\
    Nair;Priya;p.nair@hazelbank.example;Hazelbank Primary School;Mathematics;01/09/2024;SLE;active\r\n\
    Reed;Tom;t.reed@millpond.example;Millpond School;Music;01/09/2024;SLE;active\r\n";

#[test]
fn deployments_are_entered_listed_filtered_and_shown() {
    let clerk = Clerk::new();
    std::fs::write(clerk.path("people.csv"), PEOPLE).unwrap();
    let file = clerk.path("people.csv");
    clerk.ok(&["import", "people", file.to_str().unwrap(), "--now", "2027-04-01T09:00:00Z"]);
    assert_eq!(clerk.json(&["deployments", "--json"]), json!([]));
    let enter = "deployment sle \"Oakfield School\" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example \"Mathematics in Year 4\" 6 days from 6 May 2027 to 16 July 2027 finance bursar@oakfield.example order number PO 123 with Amy Cole <a.cole@hazelbank.example> 2 days";
    let said = clerk.ok(&["do", enter, "--now", "2027-04-02T09:00:00Z"]);
    assert!(said.contains("DEP-2027-0001"), "{said}");
    let second = "deployment sle \"Hazelbank Primary School\" head Owen Brooks <head@hazelbank.example> by REG-2024-0002 \"Singing\" model diagnostic from 6 May 2027 to 16 July 2027";
    clerk.ok(&["do", second, "--now", "2027-04-02T09:00:00Z"]);
    clerk.ok(&["do", "plan DEP-2027-0001 visits on 6 May, 13 May (half)", "--now", "2027-04-02T09:00:00Z"]);

    let all = clerk.json(&["deployments", "--json"]);
    assert_eq!(
        all[0],
        json!({
            "number": "DEP-2027-0001", "state": "active", "state_since": "2027-04-02T09:00:00Z", "programme": "sle",
            "school": "Oakfield School", "urn": null,
            "head": { "name": "Jo Marsh", "email": "head@oakfield.example" },
            "finance_email": "bursar@oakfield.example", "po_number": "PO 123", "subject": "Mathematics in Year 4",
            "urgency": [], "requested_at": "2027-04-02T09:00:00Z", "message": null,
            "people": [
                {
                    "name": "Priya Nair", "email": "p.nair@hazelbank.example", "entry": "REG-2024-0001",
                    "home_school": "Hazelbank Primary School", "home_urn": null, "head": { "name": "", "email": null },
                    "leads": true, "days": null, "answer": "yes", "head_answer": "yes", "released_at": null,
                },
                {
                    "name": "Amy Cole", "email": "a.cole@hazelbank.example", "entry": null,
                    "home_school": "Hazelbank Primary School", "home_urn": null, "head": { "name": "", "email": null },
                    "leads": false, "days": 2.0, "answer": "yes", "head_answer": "yes", "released_at": null,
                },
            ],
            "model": "spread", "starts_on": "2027-05-06", "ends_on": "2027-07-16", "review_on": null,
            "days": { "agreed": 6.0, "logged": 0.0, "confirmed": 0.0 }, "agreement": 0,
        })
    );
    let numbers = |arguments: &[&str]| -> Vec<String> {
        let rows = clerk.json(&[&["deployments", "--json"], arguments].concat());
        rows.as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(numbers(&["--school", "oakfield"]), ["DEP-2027-0001"]);
    assert_eq!(numbers(&["--person", "reed"]), ["DEP-2027-0002"]);
    assert_eq!(numbers(&["list", "--person", "REG-2024-0001"]), ["DEP-2027-0001"]);
    assert_eq!(numbers(&["--state", "active"]).len(), 2);
    assert!(numbers(&["--state", "ended"]).is_empty());
    assert!(clerk.refused(2, &["deployments", "--state", "asleep"]).contains("requested, proposed, agreeing"));
    assert!(clerk.refused(3, &["deployments", "show", "DEP-2027-0009"]).contains("no deployment"));

    let shown = clerk.json(&["deployments", "show", "DEP-2027-0001", "--json"]);
    assert_eq!(
        shown["planned"],
        json!([
            { "email": "p.nair@hazelbank.example", "day": "2027-05-06", "days": 1.0 },
            { "email": "p.nair@hazelbank.example", "day": "2027-05-13", "days": 0.5 },
        ])
    );
    assert_eq!(shown["consents"], json!([]));
    assert_eq!(shown["visits"], json!([]));
    assert!(clerk.ok(&["deployments"]).contains("0 of 6 days"));
    assert!(clerk.ok(&["deployments", "show", "DEP-2027-0001"]).contains("planned: 2027-05-13 half a day"));
    let why = clerk.ok(&["why", "DEP-2027-0001"]);
    assert!(
        why.contains("entered work that was agreed before") && why.contains("visits on Thursday 6 May 2027"),
        "{why}"
    );
}
