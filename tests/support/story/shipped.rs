//! The office that a story plays in, where it is not the shipped one.

use super::Line;

/// The name by which our own mail server signs what it found out about a sender.
pub(super) const OUR_SERVER: &str = "mx.harbour-alliance.example";

/// Puts a story's own configuration in the place of the shipped one.
pub(super) fn configure(root: &std::path::Path, lines: &[&Line<'_>]) {
    let path = root.join("config/clerk.toml");
    let mut text = std::fs::read_to_string(&path).unwrap();
    text = text.replace("authserv_id = \"\"", &format!("authserv_id = \"{OUR_SERVER}\""));
    for line in lines {
        let said = line.text.strip_prefix("config ").unwrap();
        match said.split_once(" => ") {
            Some((old, new)) => {
                assert!(text.contains(old), "clerk.toml does not say {old}");
                text = text.replacen(old, new, 1);
            }
            None => {
                for (_, under) in &line.under {
                    text.push_str(&format!("\n{}", under.trim_start_matches('|').trim_start()));
                }
            }
        }
    }
    std::fs::write(&path, text).unwrap();
}
const SECOND_REFEREE_FIELDS: &str = r#"[[section.field]]
id = "referee_name"
label = "Second referee's name"
kind = "line"
means = "second-referee-name"

[[section.field]]
id = "referee_email"
label = "Second referee's e-mail address"
kind = "email"
means = "second-referee-email"

[[section.field]]
id = "years""#;
/// Somebody whom the applicant supported; due a week after the closing, and the applicant is told nothing.
const SECOND_REFEREE: &str = r#"[[reference]]
kind = "second-referee"
how = "by-request"
form = "sle-head-reference"
due_school_days_after_closing = 4
chasers = [2]
chase_at = "09:15"
tell_applicant = "nothing"

[reminders]"#;

/// Changes the programme's configuration before the office opens.
pub(super) fn set_policy(root: &std::path::Path, policy: &str) {
    let file = root.join("config/programmes/sle.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let changed = match policy {
        "second referee" => {
            let form = root.join("config/forms/sle-application.toml");
            let fields = std::fs::read_to_string(&form).unwrap();
            std::fs::write(&form, fields.replacen("[[section.field]]\nid = \"years\"", SECOND_REFEREE_FIELDS, 1))
                .unwrap();
            text.replacen("[reminders]", SECOND_REFEREE, 1)
        }
        "no references" => {
            let (before, rest) = text.split_once("[[reference]]").unwrap();
            let (_, after) = rest.split_once("[reminders]").unwrap();
            format!("{before}[reminders]{after}")
        }
        "in-form references" => text.replace("how = \"by-request\"", "how = \"in-form\""),
        "no reminders" => text.replace("incomplete = [3, 1]", "incomplete = []"),
        _ => {
            let (key, value) = policy.split_once('=').unwrap_or_else(|| panic!("no such policy: {policy}"));
            let old = text.lines().find(|line| line.split('=').next().unwrap().trim() == key.trim());
            text.replace(
                old.unwrap_or_else(|| panic!("no such key: {key}")),
                &format!("{} = {}", key.trim(), value.trim()),
            )
        }
    };
    assert_ne!(changed, text, "the policy changes nothing: {policy}");
    std::fs::write(&file, changed).unwrap();
}
