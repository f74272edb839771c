//! The change from one full picture to the next, blended here and drawn by Slint as one opaque picture.
//!
//! Slint's own opacity costs about three times as much for a whole screen.

use std::time::Duration;

use slint::{Image, Rgb8Pixel, SharedPixelBuffer};

use super::pictures::Buffer;

/// How long a change takes.
pub const FADE: Duration = Duration::from_millis(600);

/// A change under way. Both pictures are of one size.
#[derive(Debug)]
pub struct Fade {
    from: Buffer,
    to: Buffer,
    // Two, because the glass still holds the last one while the next is made.
    steps: [Buffer; 2],
    turn: usize,
    started: Duration,
}

impl Fade {
    /// A change that begins at `now`; `None` where the two do not match in size.
    #[must_use]
    pub fn new(from: Buffer, to: Buffer, now: Duration) -> Option<Self> {
        if (from.width(), from.height()) != (to.width(), to.height()) {
            return None;
        }
        let blank = || SharedPixelBuffer::<Rgb8Pixel>::new(to.width(), to.height());
        Some(Self { steps: [blank(), blank()], from, to, turn: 0, started: now })
    }

    /// How far it is, 0 to 1.
    #[must_use]
    pub fn progress(&self, now: Duration) -> f32 {
        (now.saturating_sub(self.started).as_secs_f32() / FADE.as_secs_f32()).min(1.0)
    }

    /// The picture at `now`; at the end it is the new one itself.
    pub fn frame(&mut self, now: Duration) -> Image {
        let progress = self.progress(now);
        if progress >= 1.0 {
            return Image::from_rgb8(self.to.clone());
        }
        // Slow at both ends.
        let eased = progress * progress * (3.0 - 2.0 * progress);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 256 by construction"
        )]
        let weight = (eased * 256.0) as u16;
        self.turn = 1 - self.turn;
        let step = &mut self.steps[self.turn];
        blend(self.from.as_bytes(), self.to.as_bytes(), step.make_mut_bytes(), weight);
        Image::from_rgb8(step.clone())
    }
}

/// `out` = `from` at `weight` 0, `to` at 256.
///
/// Plain 16-bit arithmetic over whole slices, which the compiler turns into vector instructions.
pub fn blend(from: &[u8], to: &[u8], out: &mut [u8], weight: u16) {
    let weight = weight.min(256);
    let keep = 256 - weight;
    for ((out, from), to) in out.iter_mut().zip(from).zip(to) {
        let mixed = u16::from(*from) * keep + u16::from(*to) * weight;
        *out = mixed.to_be_bytes()[0];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solid(level: u8) -> Buffer {
        Buffer::clone_from_slice(&[level; 12], 2, 2)
    }

    fn level(image: &Image) -> u8 {
        image.to_rgb8().unwrap().as_bytes()[0]
    }

    #[test]
    fn a_fade_goes_from_the_one_picture_to_the_other_and_never_past_them() {
        let start = Duration::from_secs(5);
        let mut fade = Fade::new(solid(40), solid(200), start).unwrap();
        let mut last = 40;
        for step in 0..=20 {
            let now = start + FADE * step / 20;
            let shown = level(&fade.frame(now));
            assert!((last..=200).contains(&shown), "step {step}: {shown} after {last}");
            last = shown;
        }
        assert_eq!(last, 200, "the end is the new picture itself");
    }

    #[test]
    fn equal_pictures_stay_equal_while_they_blend() {
        let mut out = [0; 256];
        let all: Vec<u8> = (0..=255).collect();
        for weight in 0..=256 {
            blend(&all, &all, &mut out, weight);
            assert_eq!(out.as_slice(), all.as_slice(), "weight {weight}");
        }
    }

    #[test]
    fn pictures_of_different_sizes_do_not_blend() {
        let other = Buffer::clone_from_slice(&[0; 3], 1, 1);
        assert!(Fade::new(solid(1), other, Duration::ZERO).is_none(), "refused");
    }
}
