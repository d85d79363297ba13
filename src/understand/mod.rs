//! Raw mail into facts about it: who, when, what kind, which words are new. Pure, and distrustful of everything.

pub mod authenticity;
pub mod automatic;
pub mod days;
pub mod delivery_report;
pub mod limits;
pub mod mail;
pub mod mime;
pub mod quotes;

pub use automatic::Automatic;
pub use delivery_report::{DeliveryReport, Fate, Recipient};
pub use mail::{Mail, MailProblem, Person, ReturnPath};
