//! What everything is compared with: copying the pixels of one frame.

use std::hint::black_box;
use std::time::{Duration, Instant};

use kiosk::ui::Glazing;

use crate::Effort;

/// Frames to walk through, so that the copy comes from memory and not from the cache.
const FRAMES: u8 = 16;

/// The median time of copying one frame of 32-bit pixels.
pub(crate) fn copy_of_a_frame(glazing: Glazing, effort: Effort) -> Duration {
    let pixels = glazing.width as usize * glazing.height as usize;
    let source: Vec<Vec<u32>> = (1..=FRAMES).map(|frame| vec![frame.into(); pixels]).collect();
    let mut target = vec![0_u32; pixels];
    median((0..effort.rounds * 4).map(|round| {
        let start = Instant::now();
        target.copy_from_slice(black_box(&source[round % usize::from(FRAMES)]));
        black_box(&mut target);
        start.elapsed()
    }))
}

/// The middle one.
pub(crate) fn median(times: impl IntoIterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.into_iter().collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
