//! Lists of designated people, as alliances keep them.

use super::{clerk, json};
use crate::support::program;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        assert!(Command::new(program()).arg("init").arg(folder.path()).status().unwrap().success());
        Self { folder }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn import(&self, text: &[u8], more: &[&str]) -> (bool, String) {
        let file = self.root().join("people.csv");
        std::fs::write(&file, text).unwrap();
        let done = clerk(self.root(), &[&["import", "people", file.to_str().unwrap()], more].concat());
        let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        (done.status.success(), said)
    }

    fn register(&self) -> Value {
        json(&clerk(self.root(), &["register", "--json"]))
    }
}

#[test]
fn every_fault_is_told_by_its_line_and_nothing_comes_in() {
    let office = Office::new();
    let text = "Full name,E-mail,School,Specialism,Since,Programme,Days a year,URN,Status,Enrichment modules,Core training\n\
        Priya Nair,p.nair@x.example,Hazelbank,Maths,2024-09-01,sle,6,,,,\n\
        Priya Nair,p.nair@x.example,Hazelbank,Maths,2024-09-01,sle,6,,,,\n\
        ,t.reed@x.example,,Art,soon,xyz,6.25,12,asleep,juggling,perhaps\n\
        Amy Cole,amy,Oak,Art,2099-01-01,sle,,,,,\n";
    let (done, said) = office.import(text.as_bytes(), &[]);
    assert!(!done, "{said}");
    for words in [
        "line 3: Priya Nair stands there twice",
        "line 4: the name is empty",
        "line 4: the school is empty",
        "line 4: `soon` is no date",
        "line 4: there is no programme `xyz`; there are: ",
        "line 4: `6.25` is no number of days",
        "line 4: `12` is no URN",
        "line 4: `asleep` is no status",
        "line 5: `amy` is no e-mail address",
        "line 5: 2099-01-01 has not come yet",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(office.register(), Value::Array(vec![]));
    let (done, said) = office.import(
        b"name,e-mail,school,specialism,since,programme,Shoe size\nJo Hart,j@x.example,Oak,Art,2024-09-01,sle,39\n",
        &[],
    );
    assert!(!done && said.contains("--ignore \"Shoe size\""), "{said}");
    let (done, _) = office.import(
        b"name,e-mail,school,specialism,since,programme,Shoe size\nJo Hart,j@x.example,Oak,Art,2024-09-01,sle,39\n",
        &["--ignore", "shoe size"],
    );
    assert!(done);
}

#[test]
fn a_list_that_was_imported_once_may_be_imported_again_after_months_of_work() {
    let office = Office::new();
    let list = b"Name\tE-mail address\tSchool\tSpecialism\tDesignated on\tProgramme\tTelephone\r\n\
        Lewis, Si\xe2n\ts.lewis@x.example\tMill Pond\tArt; D&T\t1/9/2023\tSpecialist Leader of Education\t\r\n\
        Tom Reed\tt.reed@x.example\tOakfield\tMusic\t1/9/2023\tSLE\t\r\n";
    let (done, said) = office.import(list, &[]);
    assert!(done && said.starts_with("2 rows imported"), "{said}");
    assert!(said.contains("2 new, 0 brought up to date, 0 as they were"), "{said}");
    let first = office.register();
    assert_eq!(first[0]["name"], "Siân Lewis");
    assert_eq!(first[0]["further"], serde_json::json!(["Design and technology"]));
    let (_, said) = office.import(list, &[]);
    assert!(said.contains("0 new, 0 brought up to date, 2 as they were"), "{said}");
    assert_eq!(office.register(), first);

    // Work goes on; the old list takes nothing of it back.
    for line in [
        "moved Siân Lewis to Quay Academy because she wrote so",
        "address Tom Reed tom@new.example",
        "specialism Tom Reed: Drama",
        "pause Tom Reed because of leave",
    ] {
        assert!(clerk(office.root(), &["do", line]).status.success(), "{line}");
    }
    let worked = office.register();
    let (done, said) = office.import(list, &[]);
    assert!(done && said.contains("2 as they were"), "{said}");
    assert!(said.contains("Siân Lewis (REG-2023-0001) is in the register already"), "{said}");
    assert!(said.contains("the school Mill Pond (register: Quay Academy)"), "{said}");
    assert_eq!(office.register(), worked);

    // What only the list knows is added; what it says otherwise is taken when it is told so.
    let more = "name,e-mail,school,specialism,since,programme,telephone,days a year\nTom Reed,tom@new.example,Oakfield,Music,1/9/2023,sle,01632 960555,4\n";
    let (_, said) = office.import(more.as_bytes(), &[]);
    assert!(said.contains("0 new, 1 brought up to date"), "{said}");
    let tom = &office.register()[1];
    assert_eq!((tom["telephone"].as_str(), tom["days_a_year"].as_f64()), (Some("01632 960555"), Some(4.0)));
    assert_eq!((tom["specialism"].as_str(), tom["status"].as_str()), (Some("Drama"), Some("paused")));
    office.import(more.as_bytes(), &["--update"]);
    let tom = &office.register()[1];
    assert_eq!((tom["specialism"].as_str(), tom["status"].as_str()), (Some("Music"), Some("paused")));
    assert_eq!(office.register().as_array().unwrap().len(), 2);
}
