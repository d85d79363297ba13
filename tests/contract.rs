//! The command line as others script against it: exit codes, sentences, JSON.

mod books;
mod deployments;
mod register;
mod visits;

use crate::support::mails::{self, Mail, complete_answers, filled_form};
use crate::support::program;
use alliance_clerk::config::Config;
use serde_json::Value;
use std::io::BufRead as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

struct Clerk {
    root: TempDir,
}

impl Clerk {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let done = Command::new(program()).arg("init").arg(root.path()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Self { root }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn output(&self, arguments: &[&str]) -> Output {
        Command::new(program()).arg("--config").arg(self.root.path()).args(arguments).output().unwrap()
    }

    /// Exit code, standard output, standard error.
    fn says(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = self.output(arguments);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let (code, out, err) = self.says(arguments);
        assert_eq!(code, 0, "{arguments:?}: {out}{err}");
        out
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let out = self.ok(arguments);
        serde_json::from_str(&out).unwrap_or_else(|e| panic!("{arguments:?}: {e}: {out}"))
    }

    fn refused(&self, code: i32, arguments: &[&str]) -> String {
        let (given, out, err) = self.says(arguments);
        assert_eq!(given, code, "{arguments:?}: {out}{err}");
        assert!(err.starts_with("alliance-clerk: ") || err.contains("--help"), "{err}");
        err
    }

    fn config(&self) -> Config {
        Config::load(self.root.path()).unwrap()
    }

    fn form(&self, name: &str, email: &str) -> Vec<u8> {
        filled_form(&self.config(), "sle", &complete_answers(name, email))
    }

    fn receive(&self, name: &str, mail: &Mail) {
        std::fs::write(self.path("mail/new").join(name), mail.bytes()).unwrap();
    }
}

fn application(clerk: &Clerk) -> Mail {
    Mail {
        from: "Priya Nair <p.nair@hazelbank.example>".to_owned(),
        to: "sle@harbour-alliance.example".to_owned(),
        subject: "My application".to_owned(),
        message_id: "one@contract.example".to_owned(),
        body: "Please find my application attached.".to_owned(),
        attachments: vec![(
            "application.docx".to_owned(),
            mails::DOCX.to_owned(),
            clerk.form("Priya Nair", "p.nair@hazelbank.example"),
        )],
        ..Mail::default()
    }
}

const OPEN: &str = "open sle spring-2027 from 1 March 2027 to 19 March 2027";

/// The design's own example: the stamp in the file's name, the closing second, the lists that others rely on.
#[test]
fn a_folder_is_worked_through_in_simulated_time() {
    let clerk = Clerk::new();
    for part in ["config/clerk.toml", "templates", "mail/new", "mail/cur", "mail/tmp", "outgoing/new", "clerk.sqlite"] {
        assert!(clerk.path(part).exists(), "{part}");
    }
    clerk.ok(&["do", OPEN, "--now", "2027-02-20T09:00:00Z"]);
    let mail = application(&clerk);
    clerk.receive("1805479200.a.test", &mail);
    let late = Mail {
        from: "Tom Reed <t.reed@oakfield.example>".into(),
        message_id: "two@contract.example".into(),
        ..mail.clone()
    };
    clerk.receive(
        "1805479201.a.test",
        &Mail {
            attachments: vec![("f.docx".into(), mails::DOCX.into(), clerk.form("Tom Reed", "t.reed@oakfield.example"))],
            ..late
        },
    );
    // Stamped after now: not seen yet.
    clerk.receive(
        "1805490000.a.test",
        &Mail { message_id: "three@contract.example".into(), from: "x@later.example".into(), ..mail },
    );
    let passed = clerk.json(&["once", "--now", "2027-03-19T18:05:00Z", "--json"]);
    assert_eq!(passed["taken_in"], 2);

    let outbox = clerk.json(&["outbox", "--json"]);
    let row = &outbox[0];
    for key in ["id", "letter", "to", "case", "state", "held_because", "message_id", "file"] {
        assert!(row.get(key).is_some(), "outbox rows have no `{key}`: {row}");
    }
    assert_eq!(
        (row["letter"].as_str(), row["to"].as_str()),
        (Some("acknowledgement"), Some("p.nair@hazelbank.example"))
    );
    assert_eq!((row["case"].as_str(), row["state"].as_str()), (Some("SLE-2027-0001"), Some("accepted")));
    assert!(clerk.path(row["file"].as_str().unwrap()).exists());
    let letters: Vec<&str> = outbox.as_array().unwrap().iter().filter_map(|row| row["letter"].as_str()).collect();
    assert_eq!(letters, ["acknowledgement", "reference-request", "late", "closing-summary"]);

    let applications = clerk.json(&["applications", "--json"]);
    let row = &applications[0];
    for key in
        ["case", "programme", "window", "name", "email", "state", "received_at", "on_time", "missing", "references"]
    {
        assert!(row.get(key).is_some(), "applications rows have no `{key}`: {row}");
    }
    assert_eq!(row["state"], "complete");
    assert_eq!(row["received_at"], "2027-03-19T18:00:00Z");
    assert_eq!(row["on_time"], true);
    assert_eq!(applications[1]["state"], "late");
    assert_eq!(applications[1]["on_time"], false);

    let why = clerk.ok(&["why", "sle-2027-1"]);
    assert!(why.contains("On time") && why.contains("acknowledgement"), "{why}");
    assert!(clerk.json(&["why", "SLE-2027-0001", "--json"])["story"].as_array().unwrap().len() >= 3);
    assert_eq!(clerk.json(&["inbox", "--json"])[0]["kind"], "application");
    assert!(clerk.ok(&["inbox", "show", "1"]).contains("My application"));
    assert!(clerk.ok(&["outbox", "show", "1"]).contains("X-Alliance-Clerk: acknowledgement"));
    assert!(clerk.ok(&["applications", "show", "SLE-2027-0001"]).contains("Hazelbank Primary School"));
    let shown = clerk.json(&["applications", "show", "SLE-2027-0001", "--json"]);
    assert_eq!(shown["fields"][0]["value"], "Priya Nair");
    let status = clerk.json(&["status", "--json"]);
    // An acknowledgement, a request for a reference, a letter to the late one, the summary of the closing.
    assert_eq!((status["messages"]["handled"].as_i64(), status["letters"]["accepted"].as_i64()), (Some(2), Some(4)));
    assert!(clerk.ok(&["doctor"]).lines().all(|line| line.starts_with("ok")));
}

#[test]
fn time_never_goes_backwards_for_one_database() {
    let clerk = Clerk::new();
    clerk.ok(&["once", "--now", "2027-03-10T09:00:00Z"]);
    let said = clerk.refused(2, &["once", "--now", "2027-03-10T08:59:59Z"]);
    assert!(said.contains("2027-03-10T09:00:00Z"), "{said}");
    clerk.refused(2, &["do", OPEN, "--now", "2027-03-01T00:00:00Z"]);
    clerk.ok(&["once", "--now", "2027-03-10T09:00:00Z"]);
    // Without --now, a folder whose clock was set ahead stays where it is.
    clerk.ok(&["outbox", "--json"]);
    assert_eq!(clerk.json(&["status", "--json"])["now"].as_str(), Some("2027-03-10T09:00:00Z"));
    clerk.refused(2, &["once", "--now", "yesterday"]);
}

#[test]
fn a_second_clerk_on_one_folder_is_refused_and_commands_are_not() {
    let clerk = Clerk::new();
    let mut daemon = Command::new(program())
        .arg("--config")
        .arg(clerk.root.path())
        .arg("run")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut first = String::new();
    std::io::BufReader::new(daemon.stdout.as_mut().unwrap()).read_line(&mut first).unwrap();
    assert!(first.contains("at work"), "{first}");
    for command in ["once", "run"] {
        let said = clerk.refused(3, &[command]);
        assert!(said.contains("another alliance-clerk is running"), "{said}");
    }
    clerk.ok(&["do", OPEN]);
    clerk.ok(&["status"]);
    clerk.ok(&["applications", "--json"]);
    daemon.kill().unwrap();
    daemon.wait().unwrap();
    clerk.ok(&["once"]);
}

#[test]
fn commands_are_understood_refused_or_misunderstood() {
    let clerk = Clerk::new();
    let now = ["--now", "2027-03-10T09:00:00Z"];
    let with =
        |words: &str| -> Vec<String> { ["do", words].iter().chain(now.iter()).map(|s| (*s).to_owned()).collect() };
    let code = |words: &str| {
        let arguments = with(words);
        clerk.says(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert!(clerk.ok(&["do", "help"]).contains(OPEN));
    for (words, wanted, says) in [
        (OPEN, 0, "closes at 6pm on Friday 19 March 2027"),
        (OPEN, 3, "is open already"),
        ("open sle summer from March", 2, "Expected `open sle summer from"),
        ("open nle spring-2027 from 1 March 2027 to 19 March 2027", 2, "There is no programme `nle`"),
        ("opne sle x from 1 March 2027 to 2 March 2027", 2, "Did you mean `open`?"),
        ("dates sle spring-2027 interviews 12 to 14 April 2027", 0, "12 to 14 April 2027"),
        ("dates sle spring-2027 parties 12 April 2027", 2, "Expected one of"),
        ("dates sle autumn-2027 interviews 12 April 2027", 3, "There is no round"),
        ("extend sle spring-2027 to 26 March 2027", 2, "reason"),
        (
            "extend sle spring-2027 to 26 March 2027 because of the flood",
            0,
            "now closes at 6pm on Friday 26 March 2027",
        ),
        ("extend sle spring-2027 to 20 March 2027 because of the flood", 3, "must be later"),
        ("admit SLE-2027-0099 because of the flood", 3, "There is no case"),
        ("admit him because", 2, "case"),
        ("close sle spring-2027", 0, "is closed"),
        ("close sle spring-2027", 3, "closed at"),
        ("go live", 3, "live since"),
        ("", 2, "expected a command"),
    ] {
        let (given, out, err) = code(words);
        assert_eq!(given, wanted, "{words}: {out}{err}");
        assert!((out.clone() + &err).contains(says), "{words}: {out}{err}");
    }
    assert_eq!(clerk.says(&["do", "--code", "123456"]).0, 3);
}

#[test]
fn lists_of_one_programme_and_of_projects() {
    let clerk = Clerk::new();
    clerk.ok(&["do", OPEN, "--now", "2027-02-20T09:00:00Z"]);
    assert_eq!(clerk.json(&["projects", "--json"]), serde_json::json!([]));
    assert_eq!(clerk.json(&["applications", "--programme", "LLE", "--json"]), serde_json::json!([]));
    let (code, _, err) = clerk.says(&["applications", "--programme", "llee"]);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("Did you mean `lle`?"), "{err}");
}

#[test]
fn a_form_is_read_and_a_mail_explained() {
    let clerk = Clerk::new();
    clerk.ok(&["do", OPEN, "--now", "2027-02-20T09:00:00Z"]);
    let blanks = clerk.path("blanks");
    clerk.ok(&["forms", "write", blanks.to_str().unwrap()]);
    let blank = blanks.join("sle-application.docx");
    let read = clerk.json(&["read", blank.to_str().unwrap()]);
    assert_eq!(read["form"], "sle-application");
    assert!(read["fields"].as_array().unwrap().iter().all(|f| f["value"] == ""));
    assert_eq!(read["problems"].as_array().unwrap().len(), 16, "every required field of section 1: {read}");
    assert!(read["problems"].as_array().unwrap().iter().all(|p| p["kind"] == "missing"));

    let mut answers = complete_answers("Priya Nair", "p.nair@hazelbank");
    answers.insert("question_2".into(), mails::words(342));
    let file = clerk.path("filled.docx");
    std::fs::write(&file, filled_form(&clerk.config(), "sle", &answers)).unwrap();
    for form in [None, Some("sle-application"), blank.to_str()] {
        let mut arguments = vec!["read", file.to_str().unwrap()];
        arguments.extend(form.iter().flat_map(|f| ["--form", f]));
        let read = clerk.json(&arguments);
        let field = |id: &str| read["fields"].as_array().unwrap().iter().find(|f| f["id"] == id).unwrap().clone();
        assert_eq!(field("name")["value"], "Priya Nair", "{form:?}");
        assert_eq!(field("question_2")["words"], 342, "{form:?}");
    }
    let read = clerk.json(&["read", file.to_str().unwrap()]);
    let kinds: Vec<_> = read["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["kind"].as_str().unwrap(), p["words"].as_u64()))
        .collect();
    assert_eq!(kinds, [("invalid", None), ("too_long", Some(342))], "{read}");

    let picture = clerk.path("photo.jpg");
    std::fs::write(&picture, b"\xff\xd8\xff\xe0 a photograph").unwrap();
    let read = clerk.json(&["read", picture.to_str().unwrap()]);
    assert_eq!(read["problems"][0]["kind"], "unreadable");
    clerk.refused(2, &["read", "nowhere.docx"]);
    clerk.refused(2, &["read", file.to_str().unwrap(), "--form", "no-such-form"]);

    let eml = clerk.path("mail.eml");
    std::fs::write(&eml, application(&clerk).bytes()).unwrap();
    let explain = |received: &str| clerk.json(&["explain", eml.to_str().unwrap(), "--received", received]);
    let told = explain("2027-03-19T18:00:00Z");
    for key in ["kind", "case", "facts", "replies", "review", "because"] {
        assert!(told.get(key).is_some(), "explain has no `{key}`");
    }
    assert_eq!(told["kind"], "application");
    assert_eq!(told["replies"][0]["letter"], "acknowledgement");
    assert_eq!(told["replies"][0]["to"], "p.nair@hazelbank.example");
    assert_eq!(explain("2027-03-19T18:00:01Z")["replies"][0]["letter"], "late");
    assert!(clerk.json(&["applications", "--json"]).as_array().unwrap().is_empty(), "explaining writes nothing");
    assert!(clerk.json(&["outbox", "--json"]).as_array().unwrap().is_empty());
}

#[test]
fn a_wrong_configuration_starts_nothing_and_says_where_it_is_wrong() {
    let clerk = Clerk::new();
    let file = clerk.path("config/clerk.toml");
    let sound = std::fs::read_to_string(&file).unwrap();
    for (from, to, says) in [
        ("authserv_id = \"\"", "authserv = \"\"", "did you mean `authserv_id`?"),
        ("kind = \"folder\"", "kind = \"foldr\"", "did you mean \"folder\"?"),
        ("digest = \"daily\"", "digest = 7", "key `coordinator.digest`"),
        ("email = \"sle@harbour-alliance.example\"", "email = \"sle at harbour\"", "is not an e-mail address"),
        ("deputy = \"\"", "deputy = \"nobody@harbour-alliance.example\"", "another coordinator"),
        ("letters_per_hour = 1000", "letters_per_hour = \"many\"", "expected a whole number"),
    ] {
        assert!(sound.contains(from), "{from}");
        std::fs::write(&file, sound.replacen(from, to, 1)).unwrap();
        for command in [vec!["once"], vec!["run"], vec!["do", OPEN], vec!["status"]] {
            let said = clerk.refused(2, &command);
            assert!(said.contains("clerk.toml, line ") && said.contains(says), "{to}: {said}");
        }
        let (code, out, _) = clerk.says(&["doctor"]);
        assert!(code == 2 && out.contains(says), "{out}");
    }
    let imap = sound.replace(
        "kind = \"folder\"\n# For a folder: where it is.\npath = \"mail\"",
        "kind = \"imap\"\nhost = \"mail.example.com\"\nuser = \"x\"\ntls = \"none\"\npassword = { file = \"p\" }",
    );
    std::fs::write(&file, imap).unwrap();
    let said = clerk.refused(2, &["once"]);
    assert!(said.contains("would send the password unprotected"), "{said}");
    std::fs::write(&file, &sound).unwrap();
    std::fs::write(clerk.path("templates/acknowledgment.md.hbs"), "---\nsubject: x\n---\nx").unwrap();
    assert!(clerk.refused(2, &["once"]).contains("replaces nothing"));
    std::fs::remove_file(clerk.path("templates/acknowledgment.md.hbs")).unwrap();
    std::fs::write(clerk.path("templates/acknowledgement.md.hbs"), "---\nsubject: x\n---\nDear {{nmae}}").unwrap();
    assert!(clerk.refused(2, &["once"]).contains("nmae"));
    let nowhere = Command::new(program()).args(["--config", "/nowhere", "once"]).output().unwrap();
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("init"));
}

#[test]
fn every_command_has_help_that_teaches() {
    let help = |arguments: &[&str]| {
        let output = Command::new(program()).args(arguments).arg("--help").output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let all = help(&[]);
    for command in [
        "demo",
        "init",
        "run",
        "once",
        "doctor",
        "status",
        "do",
        "read",
        "explain",
        "forms",
        "preview",
        "why",
        "inbox",
        "outbox",
        "applications",
    ] {
        assert!(
            all.lines().any(|line| line.trim_start().starts_with(&format!("{command} "))),
            "{command} is not listed"
        );
        assert!(help(&[command]).len() > 200, "{command}");
    }
    assert!(!all.contains("reader-child"));
    let wrong = Command::new(program()).arg("bogus").output().unwrap();
    assert_eq!(wrong.status.code(), Some(2));
    let clerk = Clerk::new();
    assert!(clerk.ok(&["preview"]).contains("acknowledgement"));
    assert!(clerk.ok(&["preview", "late"]).contains("The rule, which is the same for everybody"));
    assert!(clerk.refused(2, &["preview", "lte"]).contains("Did you mean `late`?"));
}

/// An alliance's own words replace ours, and only those.
#[test]
fn an_alliance_may_write_a_letter_in_its_own_words() {
    let clerk = Clerk::new();
    clerk.ok(&["do", OPEN, "--now", "2027-03-01T09:00:00Z"]);
    let own = "---\nsubject: Got it ({{case}})\n---\nHello {{name}}, **all well**.\n";
    std::fs::write(clerk.path("templates/acknowledgement.md.hbs"), own).unwrap();
    clerk.receive("1804500000.a.test", &application(&clerk));
    clerk.ok(&["once", "--now", "2027-03-10T09:00:00Z"]);
    let letter = clerk.ok(&["outbox", "show", "1"]);
    assert!(
        letter.contains("Subject: Got it (SLE-2027-0001)") && letter.contains("Hello Priya Nair, all well."),
        "{letter}"
    );
}

/// A reader that goes away (`| head -1`) is no fault of anybody's.
#[test]
fn a_closed_pipe_is_not_a_crash() {
    let mut child =
        Command::new(program()).args(["do", "help"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

/// What lies ahead is asked of the jobs themselves; nothing is written.
#[test]
fn upcoming_letters_are_listed() {
    let clerk = Clerk::new();
    clerk.ok(&["do", OPEN, "--now", "2027-02-20T09:00:00Z"]);
    let mail = Mail {
        from: "Angry Parent <parent@home.example>".into(),
        message_id: "one@contract.example".into(),
        subject: "Complaint".into(),
        body: "I want to complain.".into(),
        ..Mail::default()
    };
    clerk.receive("1804590000.a.test", &mail);
    clerk.json(&["once", "--now", "2027-03-09T12:00:00Z", "--json"]);
    let before = clerk.ok(&["outbox", "--json"]);
    let listed = clerk.json(&["upcoming", "--days", "7", "--json"]);
    let digests: Vec<&Value> = listed.as_array().unwrap().iter().filter(|l| l["letter"] == "digest").collect();
    assert_eq!(digests[0]["when"], "2027-03-10T07:30:00Z", "the next morning, about the complaint");
    assert_eq!(digests[1]["when"], "2027-03-12T07:30:00Z", "and when it has waited for three school days");
    for key in ["when", "letter", "to", "case", "why"] {
        assert!(digests[0].get(key).is_some(), "upcoming rows have no `{key}`: {}", digests[0]);
    }
    assert!(clerk.ok(&["upcoming"]).contains("7.30am on Wednesday 10 March 2027"));
    assert_eq!(clerk.ok(&["outbox", "--json"]), before);
    clerk.refused(2, &["upcoming", "--days", "0"]);
}

#[test]
fn a_coordinators_mail_is_explained() {
    let clerk = Clerk::new();
    let file = clerk.path("digest.eml");
    let mut mail = Mail {
        from: "Ruth Adeyemi <ruth.adeyemi@harbour-alliance.example>".into(),
        to: "sle@harbour-alliance.example".into(),
        subject: "digest".into(),
        body: "digest".into(),
        ..Mail::default()
    };
    std::fs::write(&file, mail.bytes()).unwrap();
    let said = clerk.json(&["explain", file.to_str().unwrap()]);
    assert_eq!((&said["kind"], said["replies"].as_array().unwrap().len()), (&Value::from("command"), 0));
    assert!(said["review"].as_str().unwrap().contains("does not name our mail server"), "{said}");
    let config = clerk.path("config/clerk.toml");
    let text = std::fs::read_to_string(&config).unwrap().replace("trust = \"server\"", "trust = \"all\"");
    std::fs::write(&config, text).unwrap();
    let said = clerk.json(&["explain", file.to_str().unwrap()]);
    assert_eq!((&said["kind"], &said["replies"][0]["letter"]), (&Value::from("command"), &Value::from("digest")));
    mail.body = "The hall is booked.".into();
    std::fs::write(&file, mail.bytes()).unwrap();
    assert_eq!(clerk.json(&["explain", file.to_str().unwrap()])["kind"], "other");
}
