//! The program: arguments, one call, an exit code.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use kiosk::cli::{Arguments, Outcome};
use tracing_subscriber::filter::LevelFilter;

fn main() -> ExitCode {
    // KIOSK_LOG is off, error, warn, info, debug or trace; anything else counts as info.
    let level = std::env::var("KIOSK_LOG").ok().and_then(|level| level.parse().ok());
    tracing_subscriber::fmt()
        .with_max_level(level.unwrap_or(LevelFilter::INFO))
        .with_writer(io::stderr)
        // A full disk or a closed stream must not end the kiosk.
        .log_internal_errors(false)
        .with_target(false)
        .init();
    // Not locked: a preview speaks from a thread of its own, too.
    match Arguments::parse().run(&mut io::stdout()) {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Bad) => ExitCode::FAILURE,
        Err(failure) => {
            let mut errors = io::stderr().lock();
            let _ = writeln!(errors, "error: {}\n help: {}", failure.what, failure.help);
            ExitCode::FAILURE
        }
    }
}
