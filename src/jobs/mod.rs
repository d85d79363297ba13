//! What the clerk does of its own accord: one file a job, each a pure function of facts and the time.

pub mod note;
