//! The window on a real X server: it shows what `kiosk shot` draws, and ends when it is told to.

use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::process::{Process, Stream, pause, until};
use super::xvfb::Xvfb;
use super::{EDITION, NOW, PATIENCE, SIZE_OPTION, eyes, installed, kiosk, skip};

#[test]
fn the_window_shows_what_a_shot_shows_and_ends_when_told() {
    let Some(program) = installed(&["Xvfb"]) else {
        return skip("the window", "xvfb", "KIOSK_REQUIRE_XVFB");
    };
    let common = ["--size", SIZE_OPTION, "--now", NOW, "--content", EDITION, "--language", "en"];

    // Drawn first, so that the loop in the window is still at its first story when they are compared.
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("shot.png");
    let mut shot =
        Process::start(kiosk(&["shot", "attract"]).args(common).arg("--output").arg(&file));
    assert!(shot.end(PATIENCE).success(), "no shot: {}", shot.all(Stream::Err));
    let expected = image::open(&file).unwrap().into_rgb8();

    let server = Xvfb::start(&program);
    let mut window = Process::start(
        kiosk(&["--display", "window"]).args(common).env("DISPLAY", server.display()),
    );
    let mut last = None;
    let shown = until("a window that stands still", PATIENCE, || {
        let picture = server.look()?;
        if eyes::colours(&picture) < 2 {
            return Err("the screen is blank".to_owned());
        }
        if last.replace(picture.clone()).is_none_or(|last| last != picture) {
            pause(Duration::from_millis(400));
            return Err("it still moves".to_owned());
        }
        Ok(picture)
    });
    let likeness = eyes::likeness(&shown, &expected, 2);
    assert!(likeness >= 0.99, "the window is {likeness} like the shot");

    let told = Command::new("kill").args(["-TERM", &window.id().to_string()]).status().unwrap();
    assert!(told.success(), "kill finds the program");
    window.end(Duration::from_secs(2));
}
