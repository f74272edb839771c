//! The program itself on its two displays: a browser with a finger, a window on an X server, and wrong input.
//!
//! Whatever is started here is killed when its guard is dropped, and every wait has an end.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod bad_input;
mod browser;
mod eyes;
mod http;
mod preview;
mod process;
mod web;
mod window;
mod xvfb;
mod xwd;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use process::{Process, Stream};

/// The edition that belongs to the program.
const EDITION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content.db");

/// The moment that is shown, so that the loop begins with the same story on every day.
const NOW: &str = "2026-11-24T12:00";

/// Pixels of the displays, and as the option has them.
const SIZE: (u32, u32) = (1280, 720);
const SIZE_OPTION: &str = "1280x720";

/// Variables of a desktop, or of somebody at work on it, that change what is shown and where.
const SETTINGS: [&str; 8] = [
    "KIOSK_LOG",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WAYLAND_SOCKET",
    "SLINT_BACKEND",
    "SLINT_FULLSCREEN",
    "SLINT_SCALE_FACTOR",
    "WINIT_X11_SCALE_FACTOR",
];

/// Longer than anything here takes on a slow machine, and short enough that a hanging test ends.
const PATIENCE: Duration = Duration::from_mins(1);

/// The program with these arguments, not yet started and without what this machine may have set for it.
fn kiosk(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kiosk"));
    command.args(arguments);
    for name in SETTINGS {
        command.env_remove(name);
    }
    command
}

/// Where the web display says that it is.
fn address(kiosk: &mut Process) -> SocketAddr {
    let line = kiosk.line(Stream::Out, "http://");
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
    address.and_then(|address| address.parse().ok()).unwrap_or_else(|| panic!("no address: {line}"))
}

/// The first of these programs that is installed.
fn installed(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = |name: &&str| folders.iter().map(|folder| folder.join(name)).collect::<Vec<_>>();
    names.iter().flat_map(places).find(|file| file.is_file())
}

/// Says that `test` is left out for want of `packages`.
///
/// # Panics
///
/// Where the variable `required` is 1: then the test may not be left out.
fn skip(test: &str, packages: &str, required: &str) {
    let reason = format!("install {packages} (apt-get install {packages})");
    assert!(std::env::var_os(required).is_none_or(|value| value != "1"), "{required}=1: {reason}");
    // Not eprintln, which a passing test keeps to itself.
    let _ = writeln!(io::stderr(), "SKIPPED {test}: to run it, {reason}");
}
