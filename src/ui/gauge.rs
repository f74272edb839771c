//! The gauge, for `ui/globals/gauge.slint`: what texts take and have on the real screens, and the pictures there.
//!
//! Off in a kiosk; a check of an edition turns it on.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use slint::{ComponentHandle, SharedString};

use super::generated::{AppWindow, Gauge as Glass, Measured};
use super::typeset::plain;

/// A text on a screen, with the room that it has. Lengths are pixels of the panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// What it is on its screen, such as «card headline».
    pub slot: String,
    /// The words.
    pub text: String,
    /// The box on the glass: left, top, width and height.
    pub area: [f32; 4],
    /// The width of the words in one line.
    pub whole_width: f32,
    /// The height of all the words, in lines as wide as the box.
    pub whole_height: f32,
    /// Whether the words may go on in a further line.
    pub wraps: bool,
    /// Whether the words stand in the middle of the box; else they begin at its left.
    pub is_centred: bool,
    /// How far the box reaches beyond the room that it shares with its neighbours; not above 0 where all is well.
    pub overhang: f32,
    /// The colour of the words where they stand over a picture: red, green, blue, opacity.
    pub ink_over_picture: Option<[u8; 4]>,
}

impl Fit {
    /// The part of the words that is not seen, from 0 to 1; 0 where all of them are.
    #[must_use]
    pub fn hidden(&self) -> f32 {
        let [_, _, width, height] = self.area;
        let (whole, room) =
            if self.wraps { (self.whole_height, height) } else { (self.whole_width, width) };
        // Layouts round to whole pixels.
        if whole <= room + 1.0 || whole <= 0.0 { 0.0 } else { 1.0 - room / whole }
    }
}

/// A text of a slot at a place in whole pixels: the same words may stand on one screen twice.
type Key = (SharedString, SharedString, [i64; 3]);

/// What the gauge has seen: each text of a slot at its place once, as it was told last.
#[derive(Debug, Default)]
pub struct Gauge {
    seen: RefCell<HashMap<Key, Fit>>,
}

impl Gauge {
    pub(super) fn connect(window: &AppWindow) -> Rc<Self> {
        let gauge = Rc::new(Self::default());
        window.global::<Glass<'_>>().on_measured({
            let gauge = Rc::clone(&gauge);
            let window = window.as_weak();
            move |measured| {
                let Some(window) = window.upgrade() else { return };
                gauge.take_in(&measured, window.window().scale_factor());
            }
        });
        gauge
    }

    fn take_in(&self, measured: &Measured, scale: f32) {
        let ink = measured.ink.to_argb_u8();
        let fit = Fit {
            slot: measured.slot.to_string(),
            text: plain(&measured.text),
            area: [measured.x, measured.y, measured.width, measured.height]
                .map(|length| length * scale),
            whole_width: measured.whole_width * scale,
            whole_height: measured.whole_height * scale,
            wraps: measured.wraps,
            is_centred: measured.is_centred,
            overhang: measured.overhang * scale,
            ink_over_picture: measured
                .is_over_picture
                .then_some([ink.red, ink.green, ink.blue, ink.alpha]),
        };
        let [left, top, width, _] = fit.area;
        #[expect(clippy::cast_possible_truncation, reason = "places are told apart, not used")]
        let place = [left, top, width].map(|length| length.round() as i64);
        self.seen.borrow_mut().insert((measured.slot.clone(), measured.text.clone(), place), fit);
    }

    /// What was seen since the last time, in a fixed order.
    #[must_use]
    pub fn take(&self) -> Vec<Fit> {
        let mut seen: Vec<Fit> = self.seen.borrow_mut().drain().map(|(_, fit)| fit).collect();
        seen.sort_by(|one, other| {
            let words = (&one.slot, &one.text).cmp(&(&other.slot, &other.text));
            words.then_with(|| {
                let places =
                    one.area.iter().zip(&other.area).map(|(one, other)| one.total_cmp(other));
                places.fold(Ordering::Equal, Ordering::then)
            })
        });
        seen
    }
}

/// Lets every text on the glass tell its size and place, by the time that the next frame is drawn.
pub(super) fn ask(window: &AppWindow) {
    let glass = window.global::<Glass<'_>>();
    glass.set_is_on(true);
    glass.set_round(glass.get_round().wrapping_add(1));
}

/// Leaves out the words over pictures, or shows them again.
pub(super) fn hide_words(window: &AppWindow, hides: bool) {
    window.global::<Glass<'_>>().set_hides_words(hides);
}
