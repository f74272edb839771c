//! What everything is compared with: copying the 32-bit pixels of one frame.

use std::hint::black_box;
use std::time::Duration;

use kiosk::ui::Glazing;

use crate::Effort;
use crate::times::Times;

/// Frames to walk through so that none is still in the cache: 130 MB of them at 1920 x 1080.
const FRAMES: usize = 16;

/// From a frame that was not looked at lately into another such one, as it is between pictures of megabytes.
pub(crate) fn copy_in_memory(glazing: Glazing, effort: Effort) -> Duration {
    let mut frames: Vec<Vec<u32>> = (0..FRAMES).map(|_| frame(glazing)).collect();
    let (sources, targets) = frames.split_at_mut(FRAMES / 2);
    let mut copies = 0;
    Times::of(effort.rounds * 4, || {
        let pair = copies % sources.len();
        copies += 1;
        targets[pair].copy_from_slice(black_box(&sources[pair]));
        black_box(&mut targets[pair]);
    })
    .median()
}

/// From one frame into another, again and again. Both stay in a large cache, which no real frame does.
pub(crate) fn copy_in_cache(glazing: Glazing, effort: Effort) -> Duration {
    let source = frame(glazing);
    let mut target = frame(glazing);
    Times::of(effort.rounds * 4, || {
        target.copy_from_slice(black_box(&source));
        black_box(&mut target);
    })
    .median()
}

/// A frame of which every page is really there.
fn frame(glazing: Glazing) -> Vec<u32> {
    vec![1; glazing.width as usize * glazing.height as usize]
}
