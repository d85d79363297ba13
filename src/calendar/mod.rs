//! Invitations out, answers in: iCalendar (RFC 5545) and its scheduling (RFC 5546).
//!
//! One meeting, one person, one event: everyone invited gets an invitation of their own, so that no list of addresses goes
//! round, and every answer is about exactly one event that we know by its UID. Times are UTC, which every calendar shows in
//! its owner's zone and which needs no time zone rules inside the file.
//!
//! What a file claims proves nothing: an answer counts when its UID, its attendee and the authenticated sender of the mail
//! agree, and that is for the caller to judge.

mod answer;
mod invitation;

pub use answer::{CalendarAnswer, CalendarProblem, Says, read};
pub use invitation::{Invitation, Method, Party, invitation};
