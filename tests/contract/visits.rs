//! Days worked, as others read them; and what came of them, as files.

use super::Clerk;
use crate::support::mails::Mail;
use serde_json::json;

const PEOPLE: &str = "Surname;Forename;School email;Home school;Areas of expertise;Date designated;Scheme;Status\r\n\
    Nair;Priya;p.nair@hazelbank.example;Hazelbank Primary School;Mathematics;01/09/2024;SLE;active\r\n";
const ENTER: &str = "deployment sle \"Oakfield School\" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example \"Mathematics in Year 4\" 6 days from 4 May 2027 to 16 July 2027";

fn log(body: &str, id: &str) -> Mail {
    Mail {
        from: "Priya Nair <p.nair@hazelbank.example>".to_owned(),
        to: "sle@harbour-alliance.example".to_owned(),
        subject: "Oakfield".to_owned(),
        message_id: id.to_owned(),
        body: body.to_owned(),
        ..Mail::default()
    }
}

#[test]
fn visits_are_explained_listed_filtered_and_reported() {
    let clerk = Clerk::new();
    std::fs::write(clerk.path("people.csv"), PEOPLE).unwrap();
    let file = clerk.path("people.csv");
    clerk.ok(&["import", "people", file.to_str().unwrap(), "--now", "2027-05-03T09:00:00Z"]);
    clerk.ok(&["do", ENTER, "--now", "2027-05-03T09:00:00Z"]);
    assert_eq!(clerk.json(&["visits", "--json"]), json!([]));
    let report = clerk.path("impact.xlsx");
    assert!(clerk.refused(3, &["export", "impact", "--to", report.to_str().unwrap()]).contains("nothing to report"));

    // 7 May 2027 16:00 in London.
    let mail = log("I was at Oakfield all day on Tuesday, and on Thursday morning.\n", "one@contract.example");
    let path = clerk.path("1809702000.a.eml");
    std::fs::write(&path, mail.bytes()).unwrap();
    let explained = clerk.json(&["explain", path.to_str().unwrap()]);
    assert_eq!(explained["kind"], "visit_log");
    assert_eq!(explained["case"], "DEP-2027-0001");
    assert_eq!(
        explained["facts"],
        json!({
            "days": [{ "date": "2027-05-04", "days": 1 }, { "date": "2027-05-06", "days": 0.5 }],
            "school": "Oakfield School", "ambiguous": false,
        })
    );
    assert_eq!(explained["replies"], json!([{ "letter": "visit-noted", "to": "p.nair@hazelbank.example" }]));
    assert_eq!(clerk.json(&["visits", "--json"]), json!([]), "explaining logs nothing");
    let unclear = log("I was at Oakfield on two days last week.\n", "two@contract.example");
    std::fs::write(&path, unclear.bytes()).unwrap();
    let explained = clerk.json(&["explain", path.to_str().unwrap()]);
    assert_eq!(explained["kind"], "visit_log");
    assert_eq!(explained["facts"], json!({ "days": [], "school": null, "ambiguous": true }));

    clerk.receive("1809702000.a.test", &mail);
    clerk.ok(&["once", "--now", "2027-05-07T15:05:00Z"]);
    let all = clerk.json(&["visits", "--json"]);
    assert_eq!(
        all[1],
        json!({
            "deployment": "DEP-2027-0001", "school": "Oakfield School", "name": "Priya Nair",
            "email": "p.nair@hazelbank.example", "day": "2027-05-06", "days": 0.5, "minutes": null,
            "words": all[1]["words"], "message": 1, "logged_at": "2027-05-07T15:05:00Z",
            "logged_by": "p.nair@hazelbank.example", "state": "logged", "state_because": "", "told_at": null, "flags": [],
            "billing": "unbilled", "reimbursed": false, "unbilled_because": "the school has not been told yet",
        })
    );
    clerk.ok(&["once", "--now", "2027-05-10T08:05:00Z"]);
    let all = clerk.json(&[
        "visits",
        "list",
        "--json",
        "--deployment",
        "dep-2027-0001",
        "--month",
        "2027-05",
        "--person",
        "nair",
    ]);
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(all[0]["unbilled_because"], "not confirmed yet: the school may object until 2027-05-24");
    assert_eq!(clerk.json(&["visits", "--json", "--month", "2027-06"]), json!([]));
    assert_eq!(clerk.json(&["visits", "--json", "--person", "reed"]), json!([]));
    assert!(clerk.refused(2, &["visits", "--month", "May"]).contains("is no month"));
    assert!(clerk.ok(&["visits"]).contains("2027-05-04  DEP-2027-0001  1 day"));

    for by in ["deployment", "specialism", "year"] {
        for name in ["impact.pdf", "impact.xlsx"] {
            let to = clerk.path(name);
            let said = clerk.ok(&["export", "impact", "--by", by, "--to", to.to_str().unwrap()]);
            assert!(said.starts_with("1 piece of work in "), "{said}");
            assert!(std::fs::metadata(&to).unwrap().len() > 1_000);
        }
    }
    let to = clerk.path("impact.pdf");
    clerk.ok(&["export", "impact", "DEP-2027-0001", "--to", to.to_str().unwrap()]);
    assert!(clerk.refused(2, &["export", "impact", "--to", "impact.txt"]).contains(".pdf or .xlsx"));
    clerk.ok(&["forms", "write", clerk.path("forms").to_str().unwrap()]);
    assert!(clerk.path("forms/visit.docx").exists() && clerk.path("forms/evaluation.docx").exists());
}
