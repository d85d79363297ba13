//! The command line: what was typed goes to `alliance_clerk::cli`, and what became of it is the exit code.

use alliance_clerk::cli;
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::Arguments::try_parse() {
        Ok(arguments) => cli::run(arguments),
        Err(e) => {
            // Help and version are answers, not mistakes.
            let code = if e.use_stderr() { 2 } else { 0 };
            let _unwritable = e.print();
            ExitCode::from(code)
        }
    }
}
