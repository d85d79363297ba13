//! Who came to a meeting, as hosts and coordinators say it.

mod tokens;
pub mod words;
