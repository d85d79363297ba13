use super::*;

mod corpus;
mod hostile;
mod phrasings;
mod questions;

fn school(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}
