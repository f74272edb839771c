//! The contrast of words as they are drawn: the ink that is farthest from the ground, by WCAG 2.2.

use std::collections::HashMap;

use kiosk::panel::{Frame, Rect, Xrgb};

use crate::area::Area;

/// Contrast of text with high contrast chosen (WCAG 2.2, 1.4.6).
pub(crate) const LEAST: f32 = 7.0;

/// So many pixels of a colour are ink; fewer are the soft edges of letters.
const FEWEST: usize = 4;

/// The contrast of the words in `area` against their ground: the most frequent colour there, and the one farthest from it
/// that occurs often enough. `None` where nothing is drawn.
pub(crate) fn contrast(frame: &Frame, area: Area) -> Option<f32> {
    let mut counts: HashMap<Xrgb, usize> = HashMap::new();
    for pixel in frame.rows(rect(area)).flatten() {
        *counts.entry(*pixel).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let (ground, _) = counts.iter().max_by_key(|(colour, count)| (**count, colour.0))?;
    let ground = luminance(*ground);
    counts
        .iter()
        .filter(|(_, count)| **count >= FEWEST.max(total / 5_000))
        .map(|(colour, _)| ratio(luminance(*colour), ground))
        .max_by(f32::total_cmp)
}

/// The contrast of `ink` with the worst hundredth of the pixels of `area`, which shows the ground without the words.
pub(crate) fn over_picture(frame: &Frame, area: Area, ink: [u8; 4]) -> Option<f32> {
    let [red, green, blue, opacity] = ink;
    let mut contrasts: Vec<f32> = frame
        .rows(rect(area))
        .flatten()
        .map(|pixel| {
            let ground = pixel.channels();
            let mix = |ink: u8, ground: u8| {
                let opacity = f32::from(opacity) / 255.0;
                f32::from(ink) * opacity + f32::from(ground) * (1.0 - opacity)
            };
            let ink = [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])];
            ratio(brightness(ink), luminance(*pixel))
        })
        .collect();
    let hundredth = contrasts.len() / 100;
    if contrasts.is_empty() {
        return None;
    }
    Some(*contrasts.select_nth_unstable_by(hundredth, f32::total_cmp).1)
}

fn rect(area: Area) -> Rect {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what a panel can have"
    )]
    let pixel = |length: f32| length.round().clamp(0.0, 16_384.0) as u32;
    let (x, y) = (pixel(area.left), pixel(area.top));
    let width = pixel(area.right).saturating_sub(x);
    Rect { x, y, width, height: pixel(area.bottom).saturating_sub(y) }
}

fn ratio(one: f32, other: f32) -> f32 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(pixel: Xrgb) -> f32 {
    brightness(pixel.channels().map(f32::from))
}

/// The relative luminance of WCAG 2.2.
fn brightness(channels: [f32; 3]) -> f32 {
    let [red, green, blue] = channels.map(|channel| {
        let share = channel / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A white field with a bar of ink and soft edges.
    fn words(ink: Xrgb) -> Frame {
        let mut frame = Frame::new(40, 10);
        frame.pixels_mut().fill(Xrgb::new(255, 255, 255));
        frame.pixels_mut()[120..140].fill(ink);
        frame.pixels_mut()[140..143].fill(Xrgb::new(0, 0, 0));
        frame
    }

    const ALL: Area = Area { left: 0.0, top: 0.0, right: 40.0, bottom: 10.0 };

    #[test]
    fn ink_is_told_from_its_ground_and_a_few_darker_pixels_do_not_count() {
        let black = contrast(&words(Xrgb::new(0, 0, 0)), ALL).unwrap();
        assert!(black > 20.9, "{black}");
        let grey = contrast(&words(Xrgb::new(0x76, 0x76, 0x76)), ALL).unwrap();
        assert!((grey - 4.54).abs() < 0.02, "{grey}");
    }

    #[test]
    fn a_field_without_words_has_no_contrast() {
        let mut frame = Frame::new(40, 10);
        frame.pixels_mut().fill(Xrgb::new(9, 9, 9));
        let none = contrast(&frame, ALL).unwrap();
        assert!((none - 1.0).abs() < 0.01, "{none}");
        assert!(contrast(&frame, Area::new(50.0, 50.0, 5.0, 5.0)).is_none(), "off the glass");
    }

    #[test]
    fn over_a_picture_the_worst_pixels_decide() {
        let mut frame = Frame::new(40, 10);
        let white = [255, 255, 255, 255];
        assert!(over_picture(&frame, ALL, white).unwrap() > 20.0, "on black");
        frame.pixels_mut()[..8].fill(Xrgb::new(255, 255, 255));
        assert!(over_picture(&frame, ALL, white).unwrap() < 1.1, "two in a hundred are white");
    }
}
