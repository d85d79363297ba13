//! The application form as people really return it: filled in by other programs, saved by other editors, retyped.
//!
//! Needs Debian's python3-docx and LibreOffice. Where these are missing the test says so and passes, unless
//! `CLERK_TEST_SERVERS=required` makes that a failure.

use crate::servers::PYTHON;
use crate::support::{program, repository};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// What an editor loses before the clerk has the file: LibreOffice writes no tick of an old check box into .rtf.
const LOST: [(&str, &str); 1] = [("rtf/legacy.rtf", "declaration")];

fn can_be_made() -> bool {
    let docx = Command::new(PYTHON).args(["-c", "import docx"]).output().is_ok_and(|o| o.status.success());
    let office = Command::new("soffice").arg("--version").output().is_ok_and(|o| o.status.success());
    if docx && office {
        return true;
    }
    let required = std::env::var("CLERK_TEST_SERVERS").is_ok_and(|v| v == "required");
    assert!(!required, "python3-docx and LibreOffice are needed: apt-get install python3-docx libreoffice-writer");
    eprintln!("skipped: python3-docx or LibreOffice is not installed");
    false
}

fn clerk(root: &Path, arguments: &[&str]) -> Vec<u8> {
    let done = Command::new(program()).arg("--config").arg(root).args(arguments).output().unwrap();
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// Where lines were broken is the editor's affair.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything in which a reading differs from what was filled in.
fn differences(file: &str, read: &Value, expected: &Value) -> Vec<String> {
    let mut out = vec![];
    if read["form"] != "sle-application" {
        out.push(format!("{file}: read as {}", read["form"]));
    }
    let lost = |id: &str| LOST.contains(&(file, id));
    for field in read["fields"].as_array().unwrap() {
        let id = field["id"].as_str().unwrap();
        let value = flowing(field["value"].as_str().unwrap());
        let wanted = expected["answers"][id].as_str().filter(|_| !lost(id)).map(flowing).unwrap_or_default();
        if value != wanted {
            out.push(format!("{file}: {id} is {value:?}, not {wanted:?}"));
        }
        let words = &expected["words"][id];
        if !words.is_null() && field["words"] != *words {
            out.push(format!("{file}: {id} has {} words, not {words}", field["words"]));
        }
    }
    let problems: Vec<_> = read["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["kind"].as_str().unwrap(), p["label"].as_str().unwrap(), p["words"].as_u64()))
        .collect();
    let mut wanted = vec![("too_long", "Question 4: Beyond your own team", Some(301))];
    if lost("declaration") {
        wanted.push(("missing", "Declaration", None));
    }
    if problems != wanted {
        out.push(format!("{file}: {problems:?}"));
    }
    out
}

#[test]
fn a_form_is_read_however_it_comes_back() {
    if !can_be_made() {
        return;
    }
    let root = tempfile::tempdir().unwrap();
    clerk(root.path(), &["init", root.path().to_str().unwrap()]);
    let blanks = root.path().join("blanks");
    clerk(root.path(), &["forms", "write", blanks.to_str().unwrap()]);
    let forms = root.path().join("forms");
    std::fs::create_dir(&forms).unwrap();
    let made = Command::new(PYTHON)
        .arg("-B")
        .arg(repository().join("tests/documents/make_forms.py"))
        .arg(repository().join("config/forms/sle-application.toml"))
        .arg(blanks.join("sle-application.docx"))
        .arg(&forms)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let expected: Value = serde_json::from_slice(&std::fs::read(forms.join("expected.json")).unwrap()).unwrap();

    let files = expected["files"].as_array().unwrap();
    assert!(files.len() >= 38, "{files:?}");
    let mut different = vec![];
    for file in files {
        let file = file.as_str().unwrap();
        let read = clerk(root.path(), &["read", forms.join(file).to_str().unwrap(), "--json"]);
        different.extend(differences(file, &serde_json::from_slice(&read).unwrap(), &expected));
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}
