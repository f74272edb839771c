//! A finger that is quick or slow, and does not wait until everything is at rest.

use std::time::Duration;

use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementQuery};
use kiosk::app::Stage;
use kiosk::panel::{Input, Rect};

use crate::common::Visitor;

/// The time between two looks at the glass: one frame.
pub(crate) const FRAME: Duration = Duration::from_millis(16);

/// How long a quick finger stays down.
const QUICK: Duration = Duration::from_millis(48);

/// Something on the glass that can be pressed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Button {
    pub(crate) label: String,
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Button {
    fn of(element: &ElementHandle) -> Self {
        let (corner, size) = (element.absolute_position(), element.size());
        Self {
            label: element.accessible_label().map(|label| label.to_string()).unwrap_or_default(),
            left: corner.x,
            top: corner.y,
            width: size.width,
            height: size.height,
        }
    }

    /// Its middle.
    pub(crate) fn middle(&self) -> (f32, f32) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// The pixels that it takes on the glass.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels of a glass; what lies left or above of it is cut"
    )]
    pub(crate) fn pixels(&self) -> Rect {
        let (x, y) = (self.left.max(0.0), self.top.max(0.0));
        Rect {
            x: x as u32,
            y: y as u32,
            width: (self.left + self.width - x).max(0.0) as u32,
            height: (self.top + self.height - y).max(0.0) as u32,
        }
    }
}

/// Everything on the glass that can be pressed.
pub(crate) fn buttons(stage: &Stage) -> Vec<Button> {
    let all = ElementQuery::from_root(stage.kiosk().ui().component());
    let found = all.match_descendants().match_accessible_role(AccessibleRole::Button).find_all();
    let mut buttons: Vec<Button> = Vec::new();
    for one in found.iter().map(Button::of) {
        // A button is found once for each of the elements that it is drawn as.
        if !buttons.contains(&one) {
            buttons.push(one);
        }
    }
    buttons
}

/// The button of that label, the largest where there are several.
pub(crate) fn button(stage: &Stage, label: &str) -> Button {
    let found = stage.find(label);
    let largest = found.iter().map(Button::of).max_by(|a, b| {
        let area = |one: &Button| one.width * one.height;
        area(a).total_cmp(&area(b))
    });
    largest.unwrap_or_else(|| panic!("nothing on the glass is called «{label}»"))
}

/// A quick tap, and not a moment more.
pub(crate) fn tap(stage: &Stage, (x, y): (f32, f32)) {
    stage.glass().touch(Input::Pressed { x, y });
    stage.advance(QUICK).unwrap();
    stage.glass().touch(Input::Released { x, y });
    stage.settle().unwrap();
}

/// A quick tap on the button of that label.
pub(crate) fn tap_quickly(stage: &Stage, label: &str) {
    let middle = button(stage, label).middle();
    tap(stage, middle);
}

/// A finger that goes from one point to another in that many frames, and leaves the glass there.
pub(crate) fn drag(stage: &Stage, from: (f32, f32), to: (f32, f32), frames: u8) {
    stage.glass().touch(Input::Pressed { x: from.0, y: from.1 });
    let frames = frames.max(1);
    for frame in 1..=frames {
        stage.advance(FRAME).unwrap();
        let share = f32::from(frame) / f32::from(frames);
        let at = |from: f32, to: f32| from + (to - from) * share;
        stage.glass().touch(Input::Moved { x: at(from.0, to.0), y: at(from.1, to.1) });
    }
    stage.glass().touch(Input::Released { x: to.0, y: to.1 });
    stage.settle().unwrap();
}
