//! What a visitor's finger costs: a press, another screen, a drag. And screens that stand still or are drawn anew.

use kiosk::app::{Place, Stage};
use kiosk::nav::Screen;
use kiosk::panel::Input;
use kiosk::ui::Glazing;

use crate::Effort;
use crate::stage::{FRAME, share_drawn, turn};
use crate::table::{Budget, Row, Table};
use crate::times::{Times, timed};

/// A story longer than any screen.
const LONG_STORY: &str = "article/from-plane-to-platform";

/// Measures from the home screen on.
pub(crate) fn measure(stage: &Stage, glazing: Glazing, effort: Effort, table: &mut Table) {
    stage.go(&Place::Home).unwrap();
    nothing("home, nothing changed", stage, effort, table);
    repaint("home, every pixel anew", stage, glazing, effort, table);
    let tile = section_tile(stage, glazing);
    open_section(stage, tile, effort, table);
    press(stage, tile, effort, table);
    drag(stage, glazing, effort, table);
}

/// Turns of a screen on which nothing moves.
pub(crate) fn nothing(what: &'static str, stage: &Stage, effort: Effort, table: &mut Table) {
    let drawn = share_drawn(stage, || {});
    let times = Times::of(effort.rounds * 10, || turn(stage));
    let time = times.median();
    table.add(Row { what, time, budget: Budget::NoFrame, drawn: Some(drawn), ..Row::default() });
}

/// Frames of which every pixel is drawn again.
pub(crate) fn repaint(
    what: &'static str,
    stage: &Stage,
    glazing: Glazing,
    effort: Effort,
    table: &mut Table,
) {
    // A snapshot draws into a buffer of its own, and for that Slint forgets what it drew where:
    // after it everything counts as changed.
    let forget = || {
        let window = stage.kiosk().ui().window();
        drop(window.take_snapshot().unwrap());
        window.request_redraw();
    };
    let drawn = share_drawn(stage, forget);
    let times: Times = (0..effort.rounds)
        .map(|_| {
            forget();
            timed(|| turn(stage))
        })
        .collect();
    table.add(Row {
        what,
        time: times.median(),
        budget: if glazing.width < 1_920 { Budget::None } else { Budget::Times(16.0) },
        drawn: Some(drawn),
        note: times.worst(),
    });
}

/// A point of the home screen on a tile that opens a section.
///
/// Found as a finger finds it, by tapping and looking where that leads: elements have labels in debug builds only.
fn section_tile(stage: &Stage, glazing: Glazing) -> (f32, f32) {
    let (width, height) = (glazing.width as f32, glazing.height as f32);
    // Upwards from above the dock, which has the same menus.
    let points = (2_u8..=16)
        .rev()
        .flat_map(|row| (1_u8..10).map(move |column| (f32::from(column), f32::from(row))))
        .map(|(column, row)| (width * column / 10.0, height * row / 20.0));
    for (x, y) in points {
        stage.go(&Place::Home).unwrap();
        stage.tap(x, y).unwrap();
        if matches!(stage.kiosk().state().screen(), Screen::Section { .. }) {
            return (x, y);
        }
    }
    panic!("the home screen has no tile that opens a section");
}

/// From the finger's leaving a tile to the first frame of the section.
fn open_section(stage: &Stage, (x, y): (f32, f32), effort: Effort, table: &mut Table) {
    let press = || {
        stage.go(&Place::Home).unwrap();
        stage.glass().touch(Input::Pressed { x, y });
        turn(stage);
    };
    let release = || stage.glass().touch(Input::Released { x, y });
    press();
    let drawn = share_drawn(stage, release);
    let times: Times = (0..effort.rounds)
        .map(|_| {
            press();
            timed(|| {
                release();
                turn(stage);
            })
        })
        .collect();
    table.add(Row {
        what: "home to a section, release to drawn",
        time: times.median(),
        budget: Budget::Milliseconds(10.0),
        drawn: Some(drawn),
        note: times.worst(),
    });
}

/// From the finger's touching a tile to the frame that shows it pressed.
fn press(stage: &Stage, (x, y): (f32, f32), effort: Effort, table: &mut Table) {
    let press = || stage.glass().touch(Input::Pressed { x, y });
    let cancel = || {
        stage.glass().touch(Input::Cancelled);
        stage.rest().unwrap();
    };
    stage.go(&Place::Home).unwrap();
    let drawn = share_drawn(stage, press);
    cancel();
    let times: Times = (0..effort.rounds)
        .map(|_| {
            let time = timed(|| {
                press();
                turn(stage);
            });
            cancel();
            time
        })
        .collect();
    table.add(Row {
        what: "a press on a tile, touch to drawn",
        time: times.median(),
        budget: Budget::Times(2.0),
        drawn: Some(drawn),
        note: format!("{}; the goal is 0.5 x", times.worst()),
    });
}

/// Frames of a story that follows the finger.
fn drag(stage: &Stage, glazing: Glazing, effort: Effort, table: &mut Table) {
    stage.go(&Place::parse(LONG_STORY, &stage.kiosk().catalogue()).unwrap()).unwrap();
    let (width, height) = (glazing.width as f32, glazing.height as f32);
    let (x, mut y) = (width * 0.5, height * 0.8);
    stage.glass().touch(Input::Pressed { x, y });
    turn(stage);
    // Two thirds of the screen in all, at about the pace of a hand.
    let step = height * 0.66 / (effort.rounds + 2) as f32;
    let mut follow = || {
        y -= step;
        stage.glass().clock().advance(FRAME);
        stage.glass().touch(Input::Moved { x, y });
    };
    // The first move decides whether this is a tap or a drag.
    follow();
    turn(stage);
    let drawn = share_drawn(stage, &mut follow);
    let times = Times::of(effort.rounds, || {
        follow();
        turn(stage);
    });
    stage.glass().touch(Input::Cancelled);
    stage.rest().unwrap();
    table.add(Row {
        what: "one frame of dragging a story",
        time: times.median(),
        drawn: Some(drawn),
        note: times.worst(),
        ..Row::default()
    });
}
