//! What can be told of a screen by its pixels alone: colours, the dock and its buttons, likeness.

use std::collections::HashSet;
use std::ops::Range;

use image::{Rgb, RgbImage};

/// The ground of the dock.
const DOCK: Rgb<u8> = Rgb([0x0f, 0x2d, 0x36]);
/// The ground of every page.
const PAPER: Rgb<u8> = Rgb([0xf6, 0xf1, 0xe7]);

/// Tells whether no channel differs by more than `levels`.
fn is_near(one: Rgb<u8>, other: Rgb<u8>, levels: u8) -> bool {
    one.0.iter().zip(other.0).all(|(one, other)| one.abs_diff(other) <= levels)
}

/// How many colours there are.
pub(crate) fn colours(picture: &RgbImage) -> usize {
    picture.pixels().collect::<HashSet<_>>().len()
}

/// The share of the pixels that are alike within `levels`, 0 to 1; pictures of two sizes have none.
pub(crate) fn likeness(one: &RgbImage, other: &RgbImage, levels: u8) -> f64 {
    if one.dimensions() != other.dimensions() {
        return 0.0;
    }
    let pairs = one.pixels().zip(other.pixels());
    share(pairs, |(one, other)| is_near(*one, *other, levels))
}

/// The dock's rows, if there is a dock: its ground along the whole bottom edge and some way up the left one.
pub(crate) fn dock(picture: &RgbImage) -> Option<Range<u32>> {
    let (width, height) = picture.dimensions();
    let is_dock = |x, y| is_near(*picture.get_pixel(x, y), DOCK, 2);
    if !(0..width).all(|x| is_dock(x, height - 1)) {
        return None;
    }
    let top = (0..height).rev().take_while(|&y| is_dock(0, y)).last()?;
    let is_bar = (height / 3 * 2..height / 20 * 19).contains(&top);
    is_bar.then_some(top..height)
}

/// The columns of the dock's buttons from left to right: what is light and lies closer than 24 pixels is one.
pub(crate) fn buttons(picture: &RgbImage, dock: &Range<u32>, step: u32) -> Vec<Range<u32>> {
    let is_light = |x, y| picture.get_pixel(x, y).0[1] > 0x80;
    let mut found: Vec<Range<u32>> = Vec::new();
    for x in (0..picture.width()).filter(|&x| dock.clone().any(|y| is_light(x, y))) {
        match found.last_mut() {
            Some(last) if x - last.end < 24 / step => last.end = x + 1,
            _ => found.push(x..x + 1),
        }
    }
    found
}

/// The share of the page's ground in the right quarter above the dock, 0 to 1.
pub(crate) fn paper_on_the_right(picture: &RgbImage, dock: &Range<u32>) -> f64 {
    let left = picture.width() / 4 * 3;
    let places = (0..dock.start).flat_map(|y| (left..picture.width()).map(move |x| (x, y)));
    share(places, |(x, y)| is_near(*picture.get_pixel(x, y), PAPER, 2))
}

fn share<T>(all: impl Iterator<Item = T>, is_one: impl Fn(T) -> bool) -> f64 {
    let (mut count, mut ones) = (0_u32, 0_u32);
    for each in all {
        count += 1;
        ones += u32::from(is_one(each));
    }
    f64::from(ones) / f64::from(count.max(1))
}
