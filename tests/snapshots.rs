//! Pictures of screens against those that somebody has looked at and found good.
//!
//! `KIOSK_BLESS=1 cargo test --test snapshots` takes the present ones as good: look at each before committing.
//! On a difference the actual picture and a map of it are kept beside the good one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod common;

use std::path::PathBuf;

use common::{COMPACT, TALL, Visitor, WIDE, on_stage, root, shipped};
use image::{Rgb, RgbImage};
use kiosk::ui::Glazing;

/// Levels of 255 by which a channel may differ. Drawing is exact; this leaves room for another processor's rounding.
const TOLERANCE: u8 = 2;

/// Kept pictures are a quarter of the size, so that the repository stays small; each pixel is the mean of its block.
const SHRINK: u32 = 4;

fn check(name: &str, glazing: Glazing, language: &str, screen: &str) {
    let actual = on_stage(shipped(), glazing, Some(language), |stage| {
        stage.visit(screen);
        let frame = stage.glass().frame();
        RgbImage::from_raw(frame.width(), frame.height(), frame.rgb(frame.bounds())).unwrap()
    });
    let actual = shrink(&actual);
    let good = root(&format!("tests/snapshots/{name}.png"));
    if std::env::var_os("KIOSK_BLESS").is_some() {
        actual.save(&good).unwrap();
        return;
    }
    let expected = image::open(&good)
        .unwrap_or_else(|error| panic!("{}: {error}; make it with KIOSK_BLESS=1", good.display()))
        .into_rgb8();
    assert_eq!(actual.dimensions(), expected.dimensions(), "{name} has another size");
    let wrong = differences(&actual, &expected);
    let kept = |suffix: &str| -> PathBuf { good.with_extension(format!("{suffix}.png")) };
    if wrong == 0 {
        for suffix in ["actual", "diff"] {
            // Left from an earlier run, if at all.
            let _ = std::fs::remove_file(kept(suffix));
        }
        return;
    }
    actual.save(kept("actual")).unwrap();
    map(&actual, &expected).save(kept("diff")).unwrap();
    panic!(
        "{name}: {wrong} of {} pixels differ; see {} and the map beside it, and bless it if it is right",
        actual.width() * actual.height(),
        kept("actual").display()
    );
}

fn shrink(image: &RgbImage) -> RgbImage {
    RgbImage::from_fn(image.width() / SHRINK, image.height() / SHRINK, |x, y| {
        let mut sum = [0_u32; 3];
        for dy in 0..SHRINK {
            for dx in 0..SHRINK {
                let pixel = image.get_pixel(x * SHRINK + dx, y * SHRINK + dy);
                for (total, channel) in sum.iter_mut().zip(pixel.0) {
                    *total += u32::from(channel);
                }
            }
        }
        Rgb(sum.map(|total| u8::try_from(total / (SHRINK * SHRINK)).unwrap()))
    })
}

fn differs(a: Rgb<u8>, b: Rgb<u8>) -> bool {
    a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > TOLERANCE)
}

fn differences(actual: &RgbImage, expected: &RgbImage) -> usize {
    actual.pixels().zip(expected.pixels()).filter(|(a, b)| differs(**a, **b)).count()
}

fn map(actual: &RgbImage, expected: &RgbImage) -> RgbImage {
    RgbImage::from_fn(actual.width(), actual.height(), |x, y| {
        let (a, b) = (*actual.get_pixel(x, y), *expected.get_pixel(x, y));
        if differs(a, b) { Rgb([255, 0, 80]) } else { Rgb(b.0.map(|level| 160 + level / 3)) }
    })
}

/// Declares one test a picture.
macro_rules! snapshots {
    ($($name:ident: $glazing:expr, $language:literal, $screen:literal;)*) => {
        $(#[test]
        fn $name() {
            check(stringify!($name), $glazing, $language, $screen);
        })*
    };
}

snapshots! {
    attract_wide_en: WIDE, "en", "attract";
    attract_tall_zh: TALL, "zh", "attract/2";
    attract_compact_en: COMPACT, "en", "attract";
    home_wide_zh: WIDE, "zh", "home";
    home_tall_en: TALL, "en", "home";
    home_compact_en: COMPACT, "en", "home";
    section_wide_en: WIDE, "en", "section/news";
    section_tall_zh: TALL, "zh", "section/living/travel";
    section_compact_zh: COMPACT, "zh", "section/investing";
    article_wide_en: WIDE, "en", "article/chain-chiefs-nine-months";
    article_tall_zh: TALL, "zh", "article/from-plane-to-platform";
    article_compact_en: COMPACT, "en", "article/nine-squares-one-pot";
    page_wide_zh: WIDE, "zh", "page/privacy";
    prompt_wide_en: WIDE, "en", "prompt/chain-chiefs-nine-months";
}

#[test]
fn the_same_screen_is_drawn_to_the_same_pixels_twice() {
    let draw = || {
        on_stage(shipped(), COMPACT, None, |stage| {
            stage.visit("home");
            stage.glass().frame().clone()
        })
    };
    assert!(draw() == draw(), "nothing but the inputs may decide a pixel");
}
