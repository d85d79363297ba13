//! `bench`: what the README's figures are measured with.

use super::place::program;
use super::{Failure, print};

pub async fn run(mails: usize, stored: usize) -> Result<(), Failure> {
    let m = crate::bench::run(mails, stored, program()?).await.map_err(Failure::fault)?;
    print(&format!(
        "{} mails after {} stored: {:.0} a second, {:.2} ms processor time a mail, peak memory {:.0} MiB (and {:.0} MiB in the reader)",
        m.mails,
        m.already_stored,
        m.mails as f64 / m.seconds,
        m.cpu_ms,
        m.clerk_mib,
        m.reader_mib
    ));
    Ok(())
}
