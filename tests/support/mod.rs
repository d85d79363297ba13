//! What the tests have in common: an office in a temporary folder, letters in and out, stories.

pub mod deployments;
pub mod foretold;
pub mod invoices;
pub mod letters;
pub mod mails;
pub mod meetings;
pub mod money;
pub mod office;
pub mod panel;
pub mod programmes;
pub mod referees;
pub mod register;
pub mod sheets;
pub mod story;
pub mod work_sheets;

use std::path::PathBuf;

/// The program under test.
pub fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_alliance-clerk"))
}

/// The repository.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
