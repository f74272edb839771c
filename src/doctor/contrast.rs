//! How well words can be read over what lies under them.
//!
//! Contrast is that of WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of the relative luminances, 4.5 for text.
//! A picture is no even ground, so the worst hundredth of the pixels under the words decides.

use super::codes;
use super::findings::Finding;
use super::words::Owners;
use crate::panel::{Frame, Rect};
use crate::ui::Fit;

/// The least contrast between words and the pixels under them.
const LEAST: f32 = 4.5;

/// What is hard to read on the screen of `page`, whose `frame` shows the ground without the words.
pub(super) fn judge(
    frame: &Frame,
    fits: &[Fit],
    owners: &Owners,
    page: &str,
    layout: &'static str,
) -> Vec<Finding> {
    let hard = fits.iter().filter_map(|fit| {
        let contrast = worst(frame, fit)?;
        (contrast < LEAST).then_some((fit, contrast))
    });
    hard.map(|(fit, contrast)| Finding {
        code: codes::CONTRAST,
        place: owners.place(&fit.text, page),
        slot: format!("{} {page}", fit.slot),
        degree: LEAST - contrast,
        what: format!(
            "the {} is hard to read over its picture: contrast {contrast:.1}, and {LEAST} is needed",
            fit.slot
        ),
        mend: "use a picture that is darker and calmer where the words stand".to_owned(),
        layout,
    })
    .collect()
}

/// The contrast of the worst hundredth of the pixels of `frame` under the words of `fit`; `None` where there are no
/// words over a picture, or not on the glass. `frame` shows the ground without the words.
fn worst(frame: &Frame, fit: &Fit) -> Option<f32> {
    let [red, green, blue, opacity] = fit.ink_over_picture?;
    if opacity == 0 || fit.text.is_empty() {
        return None;
    }
    let area = words(fit)?;
    let mut contrasts: Vec<f32> = frame
        .rows(area)
        .flatten()
        .map(|pixel| {
            let ground = pixel.channels();
            let ink = mixed([red, green, blue], ground, opacity);
            ratio(luminance(ink), luminance(ground))
        })
        .collect();
    let hundredth = contrasts.len() / 100;
    if contrasts.is_empty() {
        return None;
    }
    let (_, worst, _) = contrasts.select_nth_unstable_by(hundredth, f32::total_cmp);
    Some(*worst)
}

/// Where the words are: the box, or as much of it as they take.
fn words(fit: &Fit) -> Option<Rect> {
    let [left, top, room, height] = fit.area;
    let width = room.min(fit.whole_width);
    let left = if fit.is_centred { left + (room - width) / 2.0 } else { left };
    let whole = height.min(fit.whole_height);
    // A single line stands in the middle of its box, several begin at the top.
    let top = if fit.wraps { top } else { top + (height - whole) / 2.0 };
    let pixels = |length: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to what a panel can have"
        )]
        let pixels = length.round().clamp(0.0, 16_384.0) as u32;
        pixels
    };
    let (x, y) = (pixels(left), pixels(top));
    let rect = Rect {
        x,
        y,
        width: pixels(left + width).saturating_sub(x),
        height: pixels(top + whole).saturating_sub(y),
    };
    (rect.width > 0 && rect.height > 0).then_some(rect)
}

/// What is seen of `ink` of some opacity over `ground`.
fn mixed(ink: [u8; 3], ground: [u8; 3], opacity: u8) -> [u8; 3] {
    let opacity = u32::from(opacity);
    std::array::from_fn(|channel| {
        let sum = u32::from(ink[channel]) * opacity + u32::from(ground[channel]) * (255 - opacity);
        u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
    })
}

/// The contrast of two luminances.
fn ratio(one: f32, other: f32) -> f32 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of an sRGB colour (WCAG 2.2).
fn luminance(colour: [u8; 3]) -> f32 {
    let linear = |channel: u8| {
        let channel = f32::from(channel) / 255.0;
        if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::Xrgb;

    fn white_words(width: f32, height: f32) -> Fit {
        Fit {
            slot: "headline".to_owned(),
            text: "words".to_owned(),
            area: [0.0, 0.0, width, height],
            whole_width: width,
            whole_height: height,
            wraps: true,
            is_centred: false,
            overhang: 0.0,
            ink_over_picture: Some([255; 4]),
        }
    }

    #[test]
    fn white_on_black_is_21_and_on_the_grey_of_the_standards_example_4_54() {
        let mut frame = Frame::new(10, 10);
        let worst_of = |frame: &Frame| worst(frame, &white_words(10.0, 10.0)).unwrap();
        assert!((worst_of(&frame) - 21.0).abs() < 0.01, "black");
        frame.pixels_mut().fill(Xrgb::new(0x76, 0x76, 0x76));
        assert!((worst_of(&frame) - 4.54).abs() < 0.01, "#767676");
    }

    #[test]
    fn words_that_cannot_be_read_are_a_finding_and_others_are_none() {
        let mut frame = Frame::new(10, 10);
        let judged = |frame: &Frame| {
            judge(frame, &[white_words(10.0, 10.0)], &Owners::default(), "home", "wide")
        };
        assert_eq!(judged(&frame), [], "white on black");
        frame.pixels_mut().fill(Xrgb::new(200, 200, 200));
        let found = judged(&frame);
        assert_eq!((found.len(), found[0].code), (1, codes::CONTRAST), "white on grey");
        assert!(found[0].what.contains("contrast 1.7"), "{}", found[0].what);
    }

    #[test]
    fn words_in_the_middle_of_their_box_are_looked_at_there() {
        let mut frame = Frame::new(30, 10);
        for row in frame.pixels_mut().chunks_mut(30) {
            row[..10].fill(Xrgb::new(255, 255, 255));
        }
        let left = Fit { whole_width: 10.0, ..white_words(30.0, 10.0) };
        let centred = Fit { is_centred: true, ..left.clone() };
        assert!(worst(&frame, &left).unwrap() < 1.1, "on the white third");
        assert!(worst(&frame, &centred).unwrap() > 20.0, "on the black one");
    }

    #[test]
    fn one_bright_pixel_in_a_hundred_is_overlooked_and_two_are_not() {
        let mut frame = Frame::new(10, 20);
        frame.pixels_mut()[..2].fill(Xrgb::new(255, 255, 255));
        let of = |frame: &Frame| worst(frame, &white_words(10.0, 20.0)).unwrap();
        assert!(of(&frame) > 20.0, "two of two hundred");
        frame.pixels_mut()[..3].fill(Xrgb::new(255, 255, 255));
        assert!(of(&frame) < 1.1, "three of two hundred");
    }

    #[test]
    fn words_that_let_the_ground_through_are_judged_by_what_is_seen() {
        let mut frame = Frame::new(4, 4);
        frame.pixels_mut().fill(Xrgb::new(100, 100, 100));
        let half = Fit { ink_over_picture: Some([255, 255, 255, 128]), ..white_words(4.0, 4.0) };
        let full = worst(&frame, &white_words(4.0, 4.0)).unwrap();
        let seen = worst(&frame, &half).unwrap();
        assert!(seen < full, "{seen} and {full}");
    }
}
