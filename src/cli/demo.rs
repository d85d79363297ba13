//! `demo`: see the clerk at work.

use super::place::program;
use super::{Failure, print};
use crate::demo::{self, DemoFault};
use std::path::Path;

pub async fn run(dir: &Path) -> Result<(), Failure> {
    print("A school year at an invented alliance. This is the real clerk; only the clock is set by hand.");
    let page = demo::play(dir, program()?, &mut |line| print(line)).await?;
    print(&format!("\nDone. Every letter is in {}, and a page to look at is", dir.join("outgoing/new").display()));
    print(&format!("    {}", page.display()));
    Ok(())
}

impl From<DemoFault> for Failure {
    fn from(fault: DemoFault) -> Self {
        match fault {
            DemoFault::NotOurs(_) => Self::wrong(fault.to_string()),
            DemoFault::Config(faults) => faults.into(),
            DemoFault::Store(fault) => fault.into(),
            DemoFault::App(fault) => fault.into(),
            DemoFault::Step(fault) => fault.into(),
            DemoFault::Command(refusal) => refusal.into(),
            DemoFault::Folder(..) | DemoFault::Form(_) | DemoFault::Program(..) => Self::fault(fault.to_string()),
        }
    }
}
