//! A Maildir: `new` and `cur`, one file a message.
//!
//! The stamp of receipt is the number of whole Unix seconds that opens the file's name, as every Maildir delivery agent
//! writes it (`1805479201.M1P2.host`), else the time at which the file was last changed.

use super::{Fetched, MailboxFault, Place};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Files of one Maildir that have not been recorded yet.
pub struct Folder {
    path: PathBuf,
    name: String,
    /// Names that are recorded (the part before the flags), by their hash: a hundred thousand take little room.
    seen: HashSet<u128>,
    /// How the folders looked when nothing new was in them: `new` and `cur`, by when they were last changed.
    quiet: Option<Looks>,
    /// How they looked at the survey before, if that found nothing.
    before: Option<Looks>,
}

type Looks = [Option<SystemTime>; 2];

fn hash_of(name: &str) -> u128 {
    let digest = Sha256::digest(name.as_bytes());
    digest.iter().take(16).fold(0, |hash, byte| hash << 8 | u128::from(*byte))
}

/// A file that is there to be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    pub received_at: Timestamp,
    name: String,
    path: PathBuf,
}

/// Larger files are taken in as far as this; no mail of a school is larger.
const LARGEST: u64 = 80 * 1024 * 1024;

impl Folder {
    /// `seen` are the names that the record holds already.
    pub fn new(path: PathBuf, name: &str, seen: impl IntoIterator<Item = String>) -> Self {
        let seen = seen.into_iter().map(|name| hash_of(&name)).collect();
        Self { path, name: name.to_owned(), seen, quiet: None, before: None }
    }

    /// Makes the three folders of a Maildir.
    ///
    /// # Errors
    /// When they cannot be made.
    pub fn create(path: &Path) -> std::io::Result<()> {
        ["tmp", "new", "cur"].iter().try_for_each(|part| std::fs::create_dir_all(path.join(part)))
    }

    /// What is there and not recorded, in the order of receipt. A file stamped after `now` is not seen yet.
    ///
    /// # Errors
    /// When a folder cannot be read. A single file that has gone is not an error: somebody moved it to `cur`.
    pub fn survey(&mut self, now: Timestamp) -> Result<Vec<Found>, MailboxFault> {
        let looks = ["new", "cur"].map(|part| std::fs::metadata(self.path.join(part)).and_then(|m| m.modified()).ok());
        // Unchanged since a survey that found nothing, not even for later: nothing has come. (A change within the same
        // tick of the clock is seen because only a second look, polls apart, makes the folder quiet.)
        if self.quiet == Some(looks) {
            return Ok(vec![]);
        }
        let mut later = false;
        let mut found = BTreeSet::new();
        let mut names = HashSet::new();
        for part in ["new", "cur"] {
            let folder = self.path.join(part);
            let fault = |e| MailboxFault::Folder(folder.clone(), e);
            for entry in std::fs::read_dir(&folder).map_err(fault)? {
                let entry = entry.map_err(fault)?;
                let file = entry.file_name().to_string_lossy().into_owned();
                // Maildir: names that begin with a dot are not messages; what follows the colon are flags.
                if file.starts_with('.') {
                    continue;
                }
                let name = file.split(':').next().unwrap_or(&file).to_owned();
                if self.seen.contains(&hash_of(&name)) || !names.insert(name.clone()) {
                    continue;
                }
                let path = entry.path();
                let Ok(metadata) = entry.metadata() else { continue };
                if !metadata.is_file() {
                    continue;
                }
                let changed = metadata.modified().ok().and_then(|t| Timestamp::try_from(t).ok()).unwrap_or(now);
                let received_at = stamp_of(&name).unwrap_or(changed);
                if received_at.as_second() > now.as_second() {
                    later = true;
                } else {
                    let received_at = Timestamp::from_second(received_at.as_second()).unwrap_or(received_at);
                    found.insert(Found { received_at, name, path });
                }
            }
        }
        let nothing = found.is_empty() && !later;
        self.quiet = (nothing && self.before == Some(looks)).then_some(looks);
        self.before = nothing.then_some(looks);
        Ok(found.into_iter().collect())
    }

    /// Reads a file; `None` when it is no longer there under any of its names.
    pub fn fetch(&self, found: &Found) -> Option<Fetched> {
        let raw = read(&found.path).or_else(|| self.moved(found))?;
        Some(Fetched { place: self.place(found), received_at: found.received_at, raw })
    }

    /// Where a file is, in the record's words.
    pub fn place(&self, found: &Found) -> Place {
        Place { mailbox: self.name.clone(), epoch: 0, uid: 0, name: found.name.clone() }
    }

    /// The file under another name: a mail program moves it from `new` to `cur` and adds flags.
    fn moved(&self, found: &Found) -> Option<Vec<u8>> {
        std::fs::read_dir(self.path.join("cur")).ok()?.flatten().find_map(|entry| {
            let file = entry.file_name().to_string_lossy().into_owned();
            (file.split(':').next() == Some(found.name.as_str())).then(|| read(&entry.path())).flatten()
        })
    }

    /// Notes that a file is recorded.
    pub fn recorded(&mut self, found: &Found) {
        self.seen.insert(hash_of(&found.name));
    }
}

fn read(path: &Path) -> Option<Vec<u8>> {
    use std::io::Read as _;
    let mut bytes = vec![];
    std::fs::File::open(path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The seconds that open a Maildir name. A short number (`1.eml`) is a name, not a time.
pub fn stamp_of(name: &str) -> Option<Timestamp> {
    let (seconds, _) = name.split_once('.')?;
    let plausible = (9..=11).contains(&seconds.len()) && seconds.bytes().all(|b| b.is_ascii_digit());
    Timestamp::from_second(seconds.parse().ok().filter(|_| plausible)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_when_it_was_received() {
        assert_eq!(stamp_of("1805479201.a.test").map(|t| t.to_string()), Some("2027-03-19T18:00:01Z".to_owned()));
        assert_eq!(stamp_of("1.eml"), None);
        assert_eq!(stamp_of("20270319.eml"), None);
        assert_eq!(stamp_of("enquiry.eml"), None);
    }

    #[test]
    fn files_are_seen_once_in_order_and_never_before_their_time() {
        let folder = tempfile::tempdir().unwrap();
        Folder::create(folder.path()).unwrap();
        for name in [
            "new/1805479201.b",
            "new/1805479200.a",
            "cur/1805479199.c:2,S",
            "new/.hidden",
            "tmp/1805479198.d",
            "new/1805479300.later",
        ] {
            std::fs::write(folder.path().join(name), name).unwrap();
        }
        let mut maildir = Folder::new(folder.path().to_owned(), "mail", []);
        let now = Timestamp::from_second(1_805_479_201).unwrap();
        let found = maildir.survey(now).unwrap();
        let names: Vec<&str> = found.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(names, ["1805479199.c", "1805479200.a", "1805479201.b"]);
        for one in &found {
            assert!(maildir.fetch(one).is_some());
            maildir.recorded(one);
        }
        assert!(maildir.survey(now).unwrap().is_empty());
        std::fs::rename(folder.path().join("new/1805479300.later"), folder.path().join("cur/1805479300.later:2,RS"))
            .unwrap();
        assert_eq!(
            maildir.survey(Timestamp::from_second(1_805_479_300).unwrap()).unwrap().len(),
            1,
            "moved by a mail program"
        );
    }
}
