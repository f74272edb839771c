//! The window on a real X server: it shows what `kiosk shot` draws, and ends when it is told to.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::time::Duration;

use image::RgbImage;
use tempfile::TempDir;

use super::process::{Process, Stream, pause, until};
use super::xvfb::Xvfb;
use super::{EDITION, NOW, PATIENCE, SIZE_OPTION, eyes, installed, kiosk, skip};

/// The number of the signal that asks a process to end.
const SIGTERM: i32 = 15;

/// Levels of a channel that pixels may differ by: the window's renderer rounds what it blends in other places than
/// the panel's, and of the loop, a picture under three gradients and text, hardly a pixel is not blended. Measured: 3.
const ROUNDING: u8 = 4;

/// The share of the pixels that have to be alike: all but 92 of them. One wrong letter in the headline makes 5,000.
const ALIKE: f64 = 0.9999;

#[test]
fn the_window_shows_what_a_shot_shows_and_ends_when_told() {
    let Some(program) = installed(&["Xvfb"]) else {
        return skip("the window", "xvfb", "KIOSK_REQUIRE_XVFB");
    };
    let (_server, mut window) = show(&program, &["--size", SIZE_OPTION]);
    window.ask_to_end();
    let status = window.end(Duration::from_secs(2));
    let is_by_the_signal = status.signal() == Some(SIGTERM);
    assert!(status.success() || is_by_the_signal, "it has not just ended, but: {status}");
}

#[test]
fn without_a_window_manager_a_full_screen_has_the_size_that_was_told() {
    let Some(program) = installed(&["Xvfb"]) else {
        return skip("the full screen", "xvfb", "KIOSK_REQUIRE_XVFB");
    };
    show(&program, &["--fullscreen", "--size", SIZE_OPTION]);
}

/// Starts the kiosk in a window and waits until the whole screen looks like the shot of it.
fn show(program: &Path, options: &[&str]) -> (Xvfb, Process) {
    let common = ["--now", NOW, "--content", EDITION, "--language", "en"];
    // Drawn first, so that the loop in the window is still at its first story when they are compared.
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("shot.png");
    let mut shot = Process::start(
        kiosk(&["shot", "attract", "--size", SIZE_OPTION]).args(common).arg("--output").arg(&file),
    );
    assert!(shot.end(PATIENCE).success(), "no shot: {}", shot.all(Stream::Err));
    let expected = image::open(&file).unwrap().into_rgb8();

    let server = Xvfb::start(program);
    let window = Process::start(
        kiosk(&["--display", "window"]).args(options).args(common).env("DISPLAY", server.display()),
    );
    let mut best = 0.0;
    until("the shot in the window", PATIENCE, || {
        compare(&server.look()?, &expected, &mut best)?;
        // A picture that only passes by is not meant.
        pause(Duration::from_millis(400));
        compare(&server.look()?, &expected, &mut best)
    });
    (server, window)
}

/// Tells how like the shot the screen is, and has been at `best`, where that is not enough.
fn compare(shown: &RgbImage, expected: &RgbImage, best: &mut f64) -> Result<(), String> {
    let likeness = eyes::likeness(shown, expected, ROUNDING);
    *best = likeness.max(*best);
    if likeness >= ALIKE {
        return Ok(());
    }
    let colours = eyes::colours(shown);
    Err(format!(
        "the screen has {colours} colours and is {likeness:.5} like the shot; at best it was {best:.5}"
    ))
}
