//! Every button shows at once that it is pressed, and nothing of it stays when the finger is gone.

use i_slint_backend_testing::ElementHandle;
use kiosk::app::Stage;
use kiosk::panel::Input;

use crate::common::Visitor;
use crate::eyes::{differing, seen, visibly_differing};
use crate::finger::{Button, FRAME, button, buttons};
use crate::glasses::{PANES, timeless};

/// What scrolls waits for a moment whether a finger drags; then the press must show.
const PATIENCE: u8 = 8;

/// The places to press at; the buttons of the loop lie over its own surface, which shows nothing by design.
const PLACES: [&str; 8] =
    ["home", "section/news", "zones", "figures", "search", "search/p", "access", "page/privacy"];

/// Presses every button on the glass, and tells which shows nothing, is late, or leaves something behind.
fn press_all(stage: &Stage, place: &str, faults: &mut Vec<String>) -> (usize, usize) {
    let dock = button(stage, "Home");
    let edge = dock.top;
    let columns = columns(stage);
    let is_access_open = stage.kiosk().state().session().is_access_open;
    let (mut at_once, mut later) = (0, 0);
    for one in buttons(stage) {
        // What lies behind the sheet of choices is out of reach.
        if is_access_open && one.top < edge && !is_of_the_sheet(&one.label) {
            continue;
        }
        // A finger on the middle of what has scrolled away would touch something else.
        let is_cut = |column: &(f32, f32, f32)| {
            let (left, right, bottom) = *column;
            one.left >= left && one.left < right && one.top < bottom && one.middle().1 >= bottom
        };
        if columns.iter().any(is_cut) {
            continue;
        }
        let (x, y) = one.middle();
        // The middle of a card that the dock covers is the dock's.
        if one.top < edge && y >= edge {
            continue;
        }
        let before = seen(stage);
        stage.glass().touch(Input::Pressed { x, y });
        let _ = stage.glass().turn();
        let mut frames = 0;
        while differing(&before, &seen(stage), one.pixels()) == 0 && frames < PATIENCE {
            stage.advance(FRAME).unwrap();
            frames += 1;
        }
        match frames {
            0 => at_once += 1,
            PATIENCE => faults.push(format!("{place}: «{}» shows no press", one.label)),
            _ => later += 1,
        }
        stage.glass().touch(Input::Cancelled);
        stage.rest().unwrap();
        let left = left_behind(stage, &before, &one);
        if left > 0 {
            faults.push(format!("{place}: «{}» leaves {left} pixels behind", one.label));
        }
    }
    (at_once, later)
}

fn is_of_the_sheet(label: &str) -> bool {
    const SWITCHES: [&str; 5] =
        ["High contrast", "Everything lower", "Calm motion", "Reset", "Done"];
    label.starts_with("Text at ") || SWITCHES.contains(&label)
}

/// Left, right and bottom of everything that scrolls.
fn columns(stage: &Stage) -> Vec<(f32, f32, f32)> {
    let component = stage.kiosk().ui().component();
    let columns = ElementHandle::find_by_element_type_name(component, "ScrollColumn");
    columns
        .map(|one| {
            let (corner, size) = (one.absolute_position(), one.size());
            (corner.x, corner.x + size.width, corner.y + size.height)
        })
        .collect()
}

fn left_behind(stage: &Stage, before: &kiosk::panel::Frame, one: &Button) -> usize {
    visibly_differing(before, &seen(stage), one.pixels())
}

#[test]
fn a_press_is_seen_in_the_next_frame_or_where_pages_scroll_within_a_tenth_of_a_second() {
    for pane in PANES {
        let (faults, at_once, later) = pane.open(timeless(), |stage| {
            let story = stage.kiosk().catalogue().articles[0].slug.clone();
            let mut faults = Vec::new();
            let (mut at_once, mut later) = (0, 0);
            for place in PLACES
                .map(str::to_owned)
                .into_iter()
                .chain([format!("article/{story}"), format!("gallery/{story}")])
            {
                stage.visit("home");
                stage.visit(&place);
                let (now, soon) = press_all(stage, &place, &mut faults);
                at_once += now;
                later += soon;
            }
            (faults, at_once, later)
        });
        println!("{}: {at_once} buttons show a press at once, {later} within 112 ms", pane.name);
        assert!(faults.is_empty(), "{}:\n{}", pane.name, faults.join("\n"));
        assert!(at_once > 40, "{}: the dock and what stands still", pane.name);
    }
}
