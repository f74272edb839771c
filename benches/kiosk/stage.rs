//! The scripted kiosk that is measured, and how to see what it draws.

use std::time::Duration;

use jiff::civil::Date;
use kiosk::app::{Setup, Stage, WallClock};
use kiosk::content::Library;
use kiosk::nav::{Access, IdlePolicy};
use kiosk::panel::Xrgb;
use kiosk::ui::Glazing;

/// One frame of an animation, as a panel paces them.
pub(crate) const FRAME: Duration = Duration::from_micros(16_667);

/// The shipped edition.
pub(crate) const EDITION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content.db");

/// What drawing never leaves behind: the top byte of every drawn pixel is zero.
const UNTOUCHED: Xrgb = Xrgb(0xff00_0000);

/// A kiosk on the shipped edition, in its attract loop.
pub(crate) fn open(glazing: Glazing) -> Stage {
    Stage::open(Setup {
        library: Library::open(EDITION.as_ref()).unwrap(),
        glazing,
        access: Access::default(),
        wall: WallClock::Set(Date::constant(2026, 11, 24).at(12, 0, 0, 0)),
        language: None,
        policy: IdlePolicy::default(),
        deliveries: None,
    })
    .unwrap()
}

/// Everything that is due now, and a frame if anything changed.
pub(crate) fn turn(stage: &Stage) {
    // Nobody tells a bench to quit.
    let _ = stage.glass().turn();
}

/// The share of the screen that is drawn by the turn after `work`, in percent.
///
/// Not to be timed: the frame is filled before and mended after.
pub(crate) fn share_drawn(stage: &Stage, work: impl FnOnce()) -> f64 {
    let before = stage.glass().frame().clone();
    stage.glass().paint(|frame| frame.pixels_mut().fill(UNTOUCHED));
    work();
    turn(stage);
    let mut drawn = 0_usize;
    stage.glass().paint(|frame| {
        for (pixel, before) in frame.pixels_mut().iter_mut().zip(before.pixels()) {
            if *pixel == UNTOUCHED {
                *pixel = *before;
            } else {
                drawn += 1;
            }
        }
    });
    100.0 * drawn as f64 / before.pixels().len() as f64
}
