//! Registers in, reports out, as they are typed.

mod national;
mod people;

use crate::support::mails::{self, Mail};
use crate::support::office::Office;
use crate::support::program;
use jiff::civil::date;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn clerk(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(program()).arg("--config").arg(folder).args(arguments).output().unwrap()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[tokio::test]
async fn outcomes_go_out_with_just_the_columns_of_policy() {
    let mut office = Office::with(|_| {}).await;
    office.at(date(2027, 3, 1).at(8, 0, 0, 0));
    office.command("open sle spring-2027 from 1 March 2027 to 19 March 2027").await.unwrap();
    for (name, email) in [
        ("=HYPERLINK(\"http://evil.example\",\"Siân\")", "s.lewis@millpond.example"),
        ("Tom Reed", "t.reed@oakfield.example"),
    ] {
        let form = mails::filled_form(&office.app.config, "sle", &mails::complete_answers(name, email));
        let attachments = vec![("application.docx".to_owned(), mails::DOCX.to_owned(), form)];
        let mail = Mail {
            from: email.to_owned(),
            subject: "SLE".into(),
            body: "Attached.".into(),
            attachments,
            ..Mail::default()
        };
        office.receive(mail, office.app.clock.now());
    }
    office.once().await;
    office.at(date(2027, 4, 16).at(15, 0, 0, 0));
    office.command("outcome SLE-2027-0001 designated").await.unwrap();
    office.command("outcome SLE-2027-0002 reserve because there was one place").await.unwrap();
    let folder = office.folder.path();

    let rows = json(&clerk(folder, &["applications", "--json"]));
    assert_eq!(rows[0]["outcome"]["verdict"], "designated");
    assert_eq!(rows[0]["outcome"]["released_at"], Value::Null);
    assert_eq!(rows[0]["references"][0]["kind"], "headteacher");
    assert_eq!(rows[0]["references"][0]["state"], "asked");
    assert_eq!(rows[0]["references"][0]["to"], "head@hazelbank.example");
    assert_eq!(rows[0]["references"][0]["due"], "2027-03-19T18:00:00Z");

    let csv = clerk(folder, &["export", "outcomes", "sle", "spring-2027"]);
    let text = String::from_utf8(csv.stdout).unwrap();
    insta::assert_snapshot!(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"), @r##"
    case,name,school,specialism,verdict,decided_on
    SLE-2027-0001,"'=HYPERLINK(""http://evil.example"",""Siân"")",Hazelbank Primary School,Mathematics,designated,2027-04-16
    SLE-2027-0002,Tom Reed,Hazelbank Primary School,Mathematics,reserve,2027-04-16
    "##);
    let file = folder.join("outcomes.xlsx");
    let said = clerk(folder, &["export", "outcomes", "sle", "spring-2027", "--to", file.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&said.stdout).starts_with("2 people in "));
    let read = alliance_clerk::documents::read(&std::fs::read(&file).unwrap()).unwrap().text();
    assert!(read.contains("Tom Reed") && read.contains("reserve"), "{read}");
    assert_eq!(clerk(folder, &["export", "outcomes", "sle", "summer-2027"]).status.code(), Some(3));
    assert_eq!(clerk(folder, &["export", "outcomes", "xyz", "spring-2027"]).status.code(), Some(2));
}

#[test]
fn registers_come_in_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    assert!(Command::new(program()).arg("init").arg(root).status().unwrap().success());
    let people = root.join("people.csv");
    let put = |text: &str| std::fs::write(&people, text).unwrap();
    put(
        "name,email,school,specialism,since,programme\nPriya Nair,p.nair@hazelbank.example,Hazelbank,maths,2024-09-01,sle\nTom Reed,tom,Oakfield,Art,soon,sle\n",
    );
    let refused = clerk(root, &["import", "people", people.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(
        said.contains("line 3: `tom` is no e-mail address") && said.contains("line 3: `soon` is no date"),
        "{said}"
    );
    assert_eq!(json(&clerk(root, &["register", "--json"])), Value::Array(vec![]));
    put(
        "name,email,school,specialism,since,programme\nPriya Nair,p.nair@hazelbank.example,Hazelbank,maths,2024-09-01,sle\nTom Reed,tom@oakfield.example,Oakfield,Art,1 September 2023,sle\n",
    );
    for _ in 0..2 {
        assert!(clerk(root, &["import", "people", people.to_str().unwrap()]).status.success());
    }
    let register = json(&clerk(root, &["register", "--json"]));
    assert_eq!(register.as_array().unwrap().len(), 2);
    assert_eq!(register[0]["specialism"], "Mathematics");
    assert_eq!(register[1]["since"], "2023-09-01");
    assert_eq!(register[1]["case"], Value::Null);
    let schools = root.join("schools.csv");
    std::fs::write(&schools, "name,head name,head e-mail\nOakfield School,Jo Marsh,head@oakfield.example\n").unwrap();
    let done = clerk(root, &["import", "schools", schools.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&done.stdout).starts_with("1 row imported"), "{done:?}");
}
