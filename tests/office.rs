//! One binary for all integration tests: stories of the office, the command line, real servers, kills.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop, and it may look at the machine it runs on"
)]

mod architecture;
mod booklet;
mod breakers;
mod calendars;
mod configuration;
mod contract;
mod documents;
mod einvoice;
mod fairness;
mod foreign;
mod kills;
mod migrations;
mod money_kills;
mod pdf;
mod people;
mod registers;
mod scenarios;
mod servers;
mod support;
mod year;
