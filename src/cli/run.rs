//! `run`: the daemon, until it is told to stop.

use super::place::{Place, program};
use super::{Failure, print};
use crate::app::App;
use crate::clock::Clock;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

pub async fn run(place: &Place) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let clock = match place.writing_clock(&config, &store).await? {
        // A daemon's clock runs, from wherever it was set to.
        Clock::Manual(at) => Clock::shifted(Clock::Manual(at).now()),
        running @ (Clock::System { .. } | Clock::Shifted { .. }) => running,
    };
    let mut app = App::new(config, store, clock, program()?).await?;
    let (stopper, stop) = watch::channel(false);
    let fault = |e: std::io::Error| Failure::fault(format!("signals cannot be received: {e}"));
    let mut terminate = signal(SignalKind::terminate()).map_err(fault)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(fault)?;
    let waiting = async {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        print("Stopping; the step in hand is finished first.");
        let _nobody_listens = stopper.send(true);
        std::future::pending::<()>().await;
    };
    print("The clerk is at work. Stop it with Ctrl-C or SIGTERM.");
    let worked = tokio::select! {
        worked = app.run(stop) => worked,
        () = waiting => Ok(()),
    };
    app.store.close().await;
    worked?;
    Ok(())
}
