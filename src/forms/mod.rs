//! Forms: what they ask, how the blank looks, and what came back.
//!
//! `definition` is the form as configuration describes it; `labels` recognises a label however it was retyped;
//! `furniture` knows what else stands on the form and is no answer;
//! `units` makes lines of a document; `align` finds which lines answer which field; `values` makes values of them;
//! `read` puts it together and says what is missing; `write` makes the blank Word form;
//! `learn` makes a definition of somebody else's blank.

mod align;
pub mod definition;
mod furniture;
mod labels;
pub mod learn;
pub mod read;
mod units;
pub mod values;
pub mod write;

pub use definition::{Definition, Field, Kind, Meaning, Party, Section};
pub use read::{FormReader, FormReading, OverLength, Strictness};
