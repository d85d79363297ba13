//! The clerk of a teaching school alliance, in the order in which data flows through it.
//!
//! Lower rooms know nothing of higher ones; `tests/architecture.rs` holds the order. ARCHITECTURE.md draws the house.

// What everything stands on: the time, the office's own words and rules.
pub mod clock;
pub mod domain;
pub mod einvoice;

// From bytes to facts about them.
pub mod documents;
pub mod understand;
pub mod calendar;
pub mod sheets;
pub mod forms;
pub mod config;
pub mod login;
pub mod reader;

// From facts to decisions: letters as data, kinds of mail, jobs, commands.
pub mod billing;
pub mod letters;
pub mod booklet;
pub mod render;
pub mod decision;
pub mod incoming;
pub mod jobs;
pub mod commands;

// From decisions to the record, and from the record to the post.
pub mod mailbox;
pub mod store;
pub mod step;
pub mod schedule;
pub mod inbox;
pub mod deliver;
pub mod health;

// The whole, and what people type.
pub mod app;
pub mod demo;
pub mod bench;
pub mod cli;
