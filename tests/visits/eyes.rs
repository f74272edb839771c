//! What can be seen of a frame without knowing what it shows.

use kiosk::app::Stage;
use kiosk::panel::{Frame, Rect, Xrgb};

/// Levels of 255 by which a channel may lie beyond the two that it is between: blending rounds.
const TOLERANCE: u8 = 3;

/// So many pixels may differ where nothing does to the eye: the edges of a sign that is drawn anew alone lie a part of a
/// pixel elsewhere (Slint 1.18.1). A press that stays, or a seam along a card, is many more.
const EDGES: usize = 120;

/// The frame that is on the glass now.
pub(crate) fn seen(stage: &Stage) -> Frame {
    stage.glass().frame().clone()
}

/// Tells whether a frame is of one colour, but for one pixel in a thousand.
pub(crate) fn is_blank(frame: &Frame) -> bool {
    let pixels = frame.pixels();
    // The colour that most of them have, if any has more than half (Boyer and Moore).
    let (mut colour, mut votes) = (Xrgb::default(), 0_u32);
    for pixel in pixels {
        if votes == 0 {
            colour = *pixel;
        }
        if *pixel == colour { votes += 1 } else { votes -= 1 }
    }
    let others = pixels.iter().filter(|pixel| **pixel != colour).count();
    others <= pixels.len() / 1_000
}

/// How many pixels of a part differ.
pub(crate) fn differing(one: &Frame, other: &Frame, part: Rect) -> usize {
    let rows = one.rows(part).zip(other.rows(part));
    rows.map(|(one, other)| one.iter().zip(other).filter(|(one, other)| one != other).count()).sum()
}

/// How many pixels of a part differ, where that can be seen; else 0.
pub(crate) fn visibly_differing(one: &Frame, other: &Frame, part: Rect) -> usize {
    let pixels = differing(one, other, part);
    if pixels <= EDGES { 0 } else { pixels }
}

/// How many pixels of a part are neither of one frame nor of another, nor between the two in every channel.
pub(crate) fn strange(frame: &Frame, one: &Frame, other: &Frame, part: Rect) -> usize {
    let rows = frame.rows(part).zip(one.rows(part).zip(other.rows(part)));
    rows.map(|(row, (one, other))| {
        let pixels = row.iter().zip(one.iter().zip(other));
        pixels.filter(|(pixel, (one, other))| !is_between(**pixel, **one, **other)).count()
    })
    .sum()
}

fn is_between(pixel: Xrgb, one: Xrgb, other: Xrgb) -> bool {
    if pixel == one || pixel == other {
        return true;
    }
    let (pixel, one, other) = (pixel.channels(), one.channels(), other.channels());
    (0..3).all(|channel| {
        let (low, high) = (one[channel].min(other[channel]), one[channel].max(other[channel]));
        (low.saturating_sub(TOLERANCE)..=high.saturating_add(TOLERANCE)).contains(&pixel[channel])
    })
}

#[test]
fn a_frame_of_one_colour_is_blank_and_one_with_a_line_is_not() {
    let mut frame = Frame::new(400, 400);
    frame.pixels_mut().fill(Xrgb::new(9, 9, 9));
    assert!(is_blank(&frame), "one colour");
    frame.pixels_mut()[..400].fill(Xrgb::new(200, 0, 0));
    assert!(!is_blank(&frame), "a line of one pixel");
}

#[test]
fn what_lies_between_two_colours_is_no_stranger() {
    let (one, other) = (Xrgb::new(10, 200, 0), Xrgb::new(30, 100, 0));
    for (pixel, is_known) in [
        (one, true),
        (other, true),
        (Xrgb::new(20, 150, 0), true),
        (Xrgb::new(32, 203, 2), true),
        (Xrgb::new(20, 210, 0), false),
        (Xrgb::new(20, 150, 90), false),
    ] {
        assert_eq!(is_between(pixel, one, other), is_known, "{pixel:?}");
    }
}
