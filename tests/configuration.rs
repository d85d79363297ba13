//! What `init` writes is what ships, complete and explained; what somebody writes wrongly is named.

use crate::support::{program, repository};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

fn fresh() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let done = Command::new(program()).arg("init").arg(root.path()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    root
}

/// All files beneath a folder, by their path from there.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut out = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                out.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    out
}

fn doctor(root: &Path) -> (Option<i32>, String) {
    let done = Command::new(program()).arg("--config").arg(root).arg("doctor").output().unwrap();
    (done.status.code(), format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr)))
}

/// The key of `key = value`, if a line is one.
fn key_of(line: &str) -> Option<&str> {
    let key = line.split_once(" =")?.0.trim();
    let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    plain.then_some(key)
}

#[test]
fn init_writes_what_ships() {
    let root = fresh();
    let (written, shipped) = (files(&root.path().join("config")), files(&repository().join("config")));
    assert_eq!(written.keys().collect::<Vec<_>>(), shipped.keys().collect::<Vec<_>>());
    for (name, text) in &shipped {
        assert!(written[name] == *text, "{} is not what ships", name.display());
    }
}

/// No key stands there without a word about it: before it or beside it, or where another of its kind stands above. (A form
/// explains its keys once, before its first field.)
#[test]
fn every_key_is_explained() {
    for (name, text) in files(&fresh().path().join("config")) {
        // A further form refers to the first.
        if text.contains("# See sle-application.toml for what the keys mean.") {
            continue;
        }
        let listed: Vec<&str> =
            text.lines().filter_map(|l| l.strip_prefix("#   ")).filter_map(|l| l.split_whitespace().next()).collect();
        let of_a_form = |key| name.starts_with("forms") && (listed.contains(&key) || FORM_KEYS.contains(&key));
        let mut known = vec![];
        let (mut explained, mut table) = (false, "");
        for line in text.lines().map(str::trim) {
            if line.is_empty() {
                explained = false;
            } else if line.starts_with('#') {
                explained = true;
            } else if line.starts_with('[') {
                table = line;
            } else if let Some(key) = key_of(line) {
                if explained || line.contains(" # ") {
                    known.push((table, key));
                }
                let said = known.contains(&(table, key)) || of_a_form(key);
                assert!(said, "{}: nothing explains `{line}` of {table}", name.display());
            }
        }
    }
}

/// Keys of a form that say themselves what they are.
const FORM_KEYS: [&str; 5] = ["id", "title", "note", "options", "max_words"];

/// What is commented out is an example that works, not a memory of an older version.
#[test]
fn keys_that_are_commented_out_are_keys() {
    let root = fresh();
    for (name, text) in files(&root.path().join("config")) {
        let file = root.path().join("config").join(&name);
        let shown: String = text
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                // The keys of a block stand beneath its heading.
                Some(rest) if rest.starts_with("[[") || key_of(rest).is_some() => format!("{rest}\n"),
                Some(_) | None => format!("{line}\n"),
            })
            .collect();
        std::fs::write(&file, shown).unwrap();
        let (code, said) = doctor(root.path());
        assert_eq!(code, Some(0), "{}: {said}", name.display());
        std::fs::write(&file, text).unwrap();
    }
}

/// A slip of the pen in any key of any file is named, with its place and what was probably meant.
#[test]
fn a_mistyped_key_is_named_with_its_place_and_the_right_one() {
    let root = fresh();
    let mut tried = 0;
    for (name, text) in files(&root.path().join("config")) {
        let file = root.path().join("config").join(&name);
        let mut seen = vec![];
        for (number, line) in text.lines().enumerate() {
            let Some(key) = key_of(line).filter(|key| key.len() > 3 && !line.starts_with(' ')) else { continue };
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            // Two letters change places.
            let (head, tail) = key.split_at(key.len() - 2);
            let wrong = format!("{head}{}", tail.chars().rev().collect::<String>());
            if wrong == key {
                continue;
            }
            let changed: String = text
                .lines()
                .enumerate()
                .map(|(i, l)| if i == number { l.replacen(key, &wrong, 1) } else { l.to_owned() } + "\n")
                .collect();
            std::fs::write(&file, changed).unwrap();
            let (code, said) = doctor(root.path());
            assert_eq!(code, Some(2), "{wrong}: {said}");
            let place = format!("{}, line {}, key `", file.display(), number + 1);
            assert!(said.contains(&place), "{wrong}: expected `{place}`: {said}");
            assert!(said.contains(&format!("did you mean `{key}`?")), "{wrong}: {said}");
            tried += 1;
        }
        std::fs::write(&file, text).unwrap();
    }
    assert!(tried > 40, "{tried}");
}

/// A pattern of meetings that means nothing is named with what was expected; none at all is no fault.
#[test]
fn a_wrong_pattern_of_meetings_is_named() {
    let root = fresh();
    let file = root.path().join("config/programmes/sle.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let shipped = "pattern = \"second Tuesday, 15:45\"";
    assert!(text.contains(shipped));
    std::fs::write(&file, text.replace(shipped, "pattern = \"fifth Tuesday, 15:45\"")).unwrap();
    let (code, said) = doctor(root.path());
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("key `meetings.pattern`: `fifth Tuesday, 15:45` is not a pattern of meetings"), "{said}");
    std::fs::write(&file, text.replace(shipped, "pattern = \"\"")).unwrap();
    assert_eq!(doctor(root.path()).0, Some(0));
}

/// What contradicts itself in the blocks of projects, words and references is said, in the words of the file.
#[test]
fn what_cannot_be_meant_is_refused_with_what_was_expected() {
    let root = fresh();
    for (name, old, new, expected) in [
        (
            "programmes/lead-practitioner.toml",
            "bursary = \"£500\"",
            "bursary = \"£12.5\"",
            "`£12.5` is not an amount of money; expected pounds",
        ),
        (
            "programmes/lead-practitioner.toml",
            "bursary = \"£500\"",
            "bursary = 500",
            "expected text in quotation marks",
        ),
        ("programmes/lead-practitioner.toml", "bursary = \"£500\"", "bursary = \"-£5\"", "a bursary is no debt"),
        ("programmes/lead-practitioner.toml", "percent = 100", "percent = 90", "expected `percent = 100`"),
        ("programmes/lead-practitioner.toml", "percent = 50", "percent = 100", "each step later than the one before"),
        (
            "programmes/lead-practitioner.toml",
            "reminders = [20, 5]",
            "reminders = [5, 20]",
            "the largest number of days first",
        ),
        ("programmes/lead-practitioner.toml", "ask_after = 11", "ask_after = 4", "`ask_after` later than all"),
        ("programmes/lead-practitioner.toml", "id = \"final\"", "id = \"midpoint\"", "\"midpoint\" stands twice"),
        (
            "programmes/lead-practitioner.toml",
            "case_prefix = \"LP\"",
            "case_prefix = \"PRJ\"",
            "the clerk numbers other things so",
        ),
        ("programmes/lead-practitioner.toml", "participle =", "particple =", "did you mean `participle`?"),
        ("programmes/lead-practitioner.toml", "bursary =", "bursery =", "did you mean `bursary`?"),
        (
            "programmes/lle.toml",
            "kind = \"second-referee\"",
            "kind = \"headteacher\"",
            "no field for the headteacher's e-mail address",
        ),
        ("billing.toml", "series = \"INV\"", "series = \"SLE\"", "\"SLE\" begins other numbers already"),
        ("billing.toml", "series = \"INV\"", "series = \"REG\"", "\"REG\" begins other numbers already"),
        ("billing.toml", "series = \"INV\"", "series = \"Inv\"", "expected two to six capital letters"),
        ("billing.toml", "credit_series = \"CRN\"", "credit_series = \"INV\"", "\"INV\" stands twice"),
        (
            "billing.toml",
            "sort_code = \"\"",
            "sort_code = \"2000\"",
            "key `seller.bank.sort_code`: expected six digits",
        ),
        ("billing.toml", "vat_number = \"\"", "vat_number = \"12345\"", "expected GB and nine digits"),
        ("billing.toml", "reminders = [3, 14, 28]", "reminders = [28, 3]", "the smallest number first"),
        ("billing.toml", "hours_a_day = 5", "hours_a_day = 5.25", "a number in halves"),
        ("billing.toml", "confirm = \"silence\"", "confirm = \"silent\"", "did you mean \"silence\"?"),
        ("billing.toml", "standard_vat = \"20%\"", "standard_vat = \"20\"", "`20` is not a part of a hundred"),
        ("billing.toml", "after = [\"end\"]", "after = [\"ends\"]", "did you mean \"end\"?"),
        ("billing.toml", "id = \"vulnerable\"", "id = \"new-head\"", "\"new-head\" stands twice"),
        ("programmes/sle.toml", "rate = \"£350\"", "rate = \"\"", "key `charging.rate`: `` is not an amount of money"),
        ("programmes/sle.toml", "rate = \"£350\"", "rate = \"£0\"", "key `charging.rate`: what a day costs is missing"),
        ("programmes/sle.toml", "fee = \"15%\"", "fee = \"15\"", "`15` is not a fee"),
        ("programmes/sle.toml", "fee = \"15%\"", "fee = \"£400\"", "more than the day itself"),
        ("programmes/sle.toml", "fee_is = \"inside\"", "fee_is = \"onto\"", "Expected one of \"inside\", \"on-top\""),
        ("programmes/sle.toml", "how = \"invoice\"", "how = \"fund\"", "a fund pays: expected its name"),
        ("programmes/sle.toml", "band = \"\"", "band = \"Senior\"", "there is no band “Senior”"),
        ("programmes/sle.toml", "end_alerts = [20, 10]", "end_alerts = [10, 20]", "the largest number of days first"),
        ("programmes/lle.toml", "placement = 19", "placement = 0", "expected at least half a day for \"placement\""),
        ("programmes/sle.toml", "case_prefix = \"SLE\"", "case_prefix = \"DEP\"", "the clerk numbers other things so"),
        (
            "forms/lead-practitioner-application.toml",
            "needed_with = \"project_2_title\"",
            "needed_with = \"project_9\"",
            "`needed_with` names `project_9`",
        ),
    ] {
        let file = root.path().join("config").join(name);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(old), "{name} does not say {old}");
        std::fs::write(&file, text.replacen(old, new, 1)).unwrap();
        let (code, said) = doctor(root.path());
        assert_eq!(code, Some(2), "{new}: {said}");
        assert!(said.contains(expected), "{new}: {said}");
        std::fs::write(&file, text).unwrap();
    }
}

/// An office that was set up before there was billing goes on; `init` gives it the file, which changes nothing.
#[test]
fn a_folder_without_billing_still_holds_and_init_adds_it() {
    let root = fresh();
    let file = root.path().join("config/billing.toml");
    let shipped = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    for name in ["sle", "lle", "lead-practitioner"] {
        let programme = root.path().join(format!("config/programmes/{name}.toml"));
        let text = std::fs::read_to_string(&programme).unwrap();
        let (old, _) = text.split_once("[deployments]").unwrap();
        std::fs::write(&programme, old).unwrap();
    }
    let (code, said) = doctor(root.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("no programme has deployments"), "{said}");
    let done = Command::new(program()).arg("init").arg(root.path()).output().unwrap();
    assert!(done.status.success());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), shipped);
}

/// No bank account is invented: until there is one, invoices are drafted and not issued, and `doctor` says why.
#[test]
fn doctor_says_what_is_missing_before_an_invoice_can_be_issued() {
    let root = fresh();
    let (code, said) = doctor(root.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("invoices can be drafted, not issued."), "{said}");
    assert!(said.contains("The account number is missing: `account_number` in [seller.bank]."), "{said}");
    let file = root.path().join("config/billing.toml");
    let mut text = std::fs::read_to_string(&file).unwrap();
    for (old, new) in [
        ("address = []", "address = [\"Quay Road\", \"Harbourtown\"]"),
        ("postcode = \"\"", "postcode = \"HB1 4QT\""),
        ("urn = \"\"", "urn = \"100142\""),
        ("account_name = \"\"", "account_name = \"Harbour TSA\""),
        ("sort_code = \"\"", "sort_code = \"20-00-00\""),
        ("account_number = \"\"", "account_number = \"12345678\""),
    ] {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    std::fs::write(&file, &text).unwrap();
    let (code, said) = doctor(root.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("invoices can be issued"), "{said}");

    // Registered for VAT, every invoice says why a line bears none.
    std::fs::write(&file, text.replacen("vat_number = \"\"", "vat_number = \"GB123456789\"", 1)).unwrap();
    assert_eq!(doctor(root.path()).0, Some(0));
    let sle = root.path().join("config/programmes/sle.toml");
    let text = std::fs::read_to_string(&sle).unwrap();
    let silent: Vec<&str> = text.lines().filter(|line| !line.starts_with("vat_note")).collect();
    std::fs::write(&sle, silent.join("\n")).unwrap();
    let (code, said) = doctor(root.path());
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("\"sle\": billing.toml has a VAT number, so expected `vat_note`"), "{said}");
}

/// An office that was set up with the earlier names of some keys goes on as it is.
#[test]
fn earlier_names_of_keys_still_hold() {
    let root = fresh();
    let change = |name: &str, changes: &[(&str, &str)]| {
        let file = root.path().join("config").join(name);
        let mut text = std::fs::read_to_string(&file).unwrap();
        for (old, new) in changes {
            assert!(text.contains(old), "{name} does not say {old}");
            text = text.replacen(old, new, 1);
        }
        std::fs::write(file, text).unwrap();
    };
    change("programmes/sle.toml", &[("minimum_years = 2", "minimum_leadership_years = 2")]);
    change("forms/sle-application.toml", &[("means = \"years\"", "means = \"leadership-years\"")]);
    let (code, said) = doctor(root.path());
    assert_eq!(code, Some(0), "{said}");
}
