//! The program: arguments, one call, an exit code.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use kiosk::cli::{Arguments, Outcome};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("KIOSK_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        // A full disk or a closed stream must not end the kiosk.
        .log_internal_errors(false)
        .with_target(false)
        .init();
    match Arguments::parse().run(&mut io::stdout().lock()) {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Bad) => ExitCode::FAILURE,
        Err(failure) => {
            let mut errors = io::stderr().lock();
            let _ = writeln!(errors, "error: {}\n help: {}", failure.what, failure.help);
            ExitCode::FAILURE
        }
    }
}
