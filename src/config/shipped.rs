//! The configuration that ships with the clerk, and writing it into a new folder.

use std::path::Path;

/// Complete, commented, valid as they are; a test loads them.
const FILES: &[(&str, &str)] = &[
    ("clerk.toml", include_str!("../../config/clerk.toml")),
    ("billing.toml", include_str!("../../config/billing.toml")),
    ("programmes/sle.toml", include_str!("../../config/programmes/sle.toml")),
    ("programmes/lle.toml", include_str!("../../config/programmes/lle.toml")),
    ("programmes/lead-practitioner.toml", include_str!("../../config/programmes/lead-practitioner.toml")),
    ("calendar.toml", include_str!("../../config/calendar.toml")),
    ("forms/sle-application.toml", include_str!("../../config/forms/sle-application.toml")),
    ("forms/pen-portrait.toml", include_str!("../../config/forms/pen-portrait.toml")),
    ("forms/commission.toml", include_str!("../../config/forms/commission.toml")),
    ("forms/visit.toml", include_str!("../../config/forms/visit.toml")),
    ("forms/evaluation.toml", include_str!("../../config/forms/evaluation.toml")),
    ("forms/sle-head-reference.toml", include_str!("../../config/forms/sle-head-reference.toml")),
    ("forms/lle-application.toml", include_str!("../../config/forms/lle-application.toml")),
    ("forms/lle-chair-reference.toml", include_str!("../../config/forms/lle-chair-reference.toml")),
    ("forms/lle-second-reference.toml", include_str!("../../config/forms/lle-second-reference.toml")),
    ("forms/lead-practitioner-application.toml", include_str!("../../config/forms/lead-practitioner-application.toml")),
    (
        "forms/lead-practitioner-head-reference.toml",
        include_str!("../../config/forms/lead-practitioner-head-reference.toml"),
    ),
];

/// Writes the shipped files into a folder without a configuration; into one that has, only a lost `clerk.toml`, and
/// `billing.toml`, which earlier versions did not have and which says what is done without it.
///
/// A programme that somebody deleted stays deleted: its file is policy, and its absence too. Returns what was written.
///
/// # Errors
/// When a folder or file cannot be written.
pub fn write_missing(root: &Path) -> std::io::Result<Vec<String>> {
    let folder = root.join("config");
    let fresh = !folder.exists();
    let mut written = vec![];
    for (name, content) in FILES {
        let path = folder.join(name);
        if path.exists() || !(fresh || matches!(*name, "clerk.toml" | "billing.toml")) {
            continue;
        }
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&path, content)?;
        written.push(format!("config/{name}"));
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    #[test]
    fn the_shipped_configuration_is_sound() {
        let folder = tempfile::tempdir().unwrap();
        write_missing(folder.path()).unwrap();
        let config = Config::load(folder.path()).unwrap();
        assert_eq!(config.programmes.len(), FILES.iter().filter(|(name, _)| name.starts_with("programmes/")).count());
        assert!(config.is_self_contained());
    }

    #[test]
    fn writing_again_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        write_missing(folder.path()).unwrap();
        std::fs::remove_file(folder.path().join("config/programmes/sle.toml")).unwrap();
        std::fs::write(folder.path().join("config/clerk.toml"), "# mine").unwrap();
        assert!(write_missing(folder.path()).unwrap().is_empty());
        assert_eq!(std::fs::read_to_string(folder.path().join("config/clerk.toml")).unwrap(), "# mine");
    }
}
