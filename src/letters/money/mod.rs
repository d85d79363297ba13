//! Letters about money: each encloses the paper that it is about.

pub mod account_reply;
pub mod credit_note;
pub mod invoice;
pub mod order_number;
pub mod reminder;
pub mod self_billing;
pub mod statement;
pub mod time_sheet;
