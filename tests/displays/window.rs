//! The window on a real X server: it shows what `kiosk shot` draws, and ends when it is told to.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use image::RgbImage;
use tempfile::TempDir;

use super::process::{Process, Stream, pause, until};
use super::xvfb::Xvfb;
use super::{EDITION, NOW, PATIENCE, SIZE_OPTION, eyes, installed, kiosk, skip};

#[test]
fn the_window_shows_what_a_shot_shows_and_ends_when_told() {
    let Some(program) = installed(&["Xvfb"]) else {
        return skip("the window", "xvfb", "KIOSK_REQUIRE_XVFB");
    };
    let (_server, mut window) = show(&program, &["--size", SIZE_OPTION]);
    let told = Command::new("kill").args(["-TERM", &window.id().to_string()]).status().unwrap();
    assert!(told.success(), "kill finds the program");
    window.end(Duration::from_secs(2));
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
    until("the shot in the window", PATIENCE, || {
        is_like(&server.look()?, &expected)?;
        // A picture that only passes by is not meant.
        pause(Duration::from_millis(400));
        is_like(&server.look()?, &expected)
    });
    (server, window)
}

/// Tells how far the window is from the shot where they differ by more than a hundredth.
fn is_like(shown: &RgbImage, expected: &RgbImage) -> Result<(), String> {
    let likeness = eyes::likeness(shown, expected, 2);
    let colours = eyes::colours(shown);
    if likeness >= 0.99 {
        Ok(())
    } else {
        Err(format!("the screen has {colours} colours and is {likeness} like the shot"))
    }
}
