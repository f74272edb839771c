//! How large things are: from the panel's pixels and inches to the unit that the whole design is measured in.

use super::generated::Layout;
use crate::nav::Access;

/// What is known of the glass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glazing {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The diagonal in inches, if it was told.
    pub diagonal_in: Option<f32>,
    /// How high above the floor the lower edge of the glass is mounted, in millimetres, if it was told.
    pub bottom_mm: Option<f32>,
}

/// What follows from it, and from what the visitor chose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// Pixels that make one millimetre of the design.
    pub(super) unit: f32,
    pub(super) layout: Layout,
    /// A page that shows everything at once fits.
    pub(super) is_roomy: bool,
    /// Pixels at the top of the glass that nothing to touch stands in.
    pub(super) out_of_reach: u32,
}

/// Millimetres in an inch.
const INCH: f32 = 25.4;

/// The short side that the design fills at least, in its own millimetres. A 43-inch wall of 1920 x 1080
/// has fewer pixels a millimetre than a desk screen: measured in true millimetres it would look empty.
const LEAST_SHORT_SIDE: f32 = 270.0;

/// A screen whose short side is less than this many millimetres is a small panel.
const COMPACT_BELOW: f32 = 170.0;

/// The short side from which on a page that shows everything at once fits, in millimetres: such pages are drawn for 270.
const ROOMY_FROM: f32 = 255.0;

/// How much longer the long side of such a page is than its short one, at least.
const ROOMY_LONG: f32 = 1.5;

/// A screen at least this much higher than wide is a totem.
const TALL_FROM: f32 = 1.2;

/// How high above the floor somebody who sits can touch, in millimetres (EN 301 549 8.3 and ADA 2010 308: 48 inches).
const REACH_MM: f32 = 1_220.0;

/// The share of the glass that stays in use at least, however high it hangs.
const LEAST_REACH: f32 = 0.4;

/// The share that counts as within reach where nobody told how high the glass hangs.
const LIKELY_REACH: f32 = 0.5;

/// A glass lower than this, in millimetres, is within reach as a whole wherever it can be read.
const REACH_MATTERS_FROM: f32 = 400.0;

impl Glazing {
    /// Pixels in a true millimetre.
    fn true_millimetre(self) -> f32 {
        let (width, height) = (self.width.max(1) as f32, self.height.max(1) as f32);
        let inches = self.diagonal_in.unwrap_or_else(|| likely_diagonal(width.min(height)));
        width.hypot(height) / (inches.clamp(2.0, 300.0) * INCH)
    }

    /// The share of the glass, from below, that somebody who sits reaches; `None` where that is all of it.
    fn reach(self) -> Option<f32> {
        let height_mm = self.height as f32 / self.true_millimetre();
        let share = match self.bottom_mm {
            Some(bottom) => (REACH_MM - bottom) / height_mm,
            None if height_mm < REACH_MATTERS_FROM => 1.0,
            None => LIKELY_REACH,
        };
        (share < 1.0).then_some(share.max(LEAST_REACH))
    }

    /// Tells whether a part of the glass is out of reach for somebody who sits.
    #[must_use]
    pub fn offers_reach(self) -> bool {
        self.reach().is_some()
    }

    pub(super) fn scale(self, access: Access) -> Scale {
        let (width, height) = (self.width.max(1) as f32, self.height.max(1) as f32);
        let reach = access.is_in_reach.then(|| self.reach()).flatten();
        let in_reach = (height * reach.unwrap_or(1.0)).round();
        let is_tall = |height: f32| height >= width * TALL_FROM;

        // What a finger needs depends on the glass alone.
        let true_millimetre = self.true_millimetre();
        let is_small = width.min(height) / true_millimetre < COMPACT_BELOW && !is_tall(height);
        let unit = if is_small {
            true_millimetre
        } else {
            true_millimetre.max(width.min(height) / LEAST_SHORT_SIDE)
        };

        // Large words make a glass small: it is laid out as one of so many millimetres less.
        let millimetre = unit * access.text_size.scale();
        let (short, long) = (width.min(in_reach) / millimetre, width.max(in_reach) / millimetre);
        let layout = if is_tall(in_reach) {
            Layout::Tall
        } else if short < COMPACT_BELOW {
            Layout::Compact
        } else {
            Layout::Wide
        };
        let is_roomy =
            layout != Layout::Compact && short >= ROOMY_FROM && long >= short * ROOMY_LONG;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a part of a height in pixels"
        )]
        let out_of_reach = (height - in_reach).max(0.0) as u32;
        Scale { unit, layout, is_roomy, out_of_reach }
    }
}

/// The diagonal that a panel of so many pixels usually has, in inches, where nobody told.
fn likely_diagonal(short: f32) -> f32 {
    match short {
        short if short <= 480.0 => 7.0,
        short if short <= 800.0 => 10.1,
        short if short <= 1_080.0 => 21.5,
        _ => 55.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nav::TextSize;

    fn glazing(width: u32, height: u32, diagonal_in: f32) -> Glazing {
        Glazing { width, height, diagonal_in: Some(diagonal_in), bottom_mm: None }
    }

    fn scale(width: u32, height: u32, diagonal_in: f32) -> Scale {
        glazing(width, height, diagonal_in).scale(Access::default())
    }

    #[test]
    fn six_real_panels_get_the_layout_they_were_designed_for() {
        for (width, height, inches, layout) in [
            (1280, 800, 10.1, Layout::Compact),
            (800, 480, 7.0, Layout::Compact),
            (1920, 1080, 21.5, Layout::Wide),
            (1920, 1080, 43.0, Layout::Wide),
            (3840, 2160, 55.0, Layout::Wide),
            (1080, 1920, 32.0, Layout::Tall),
        ] {
            let got = scale(width, height, inches).layout;
            assert_eq!(got, layout, "{width}x{height} at {inches} in");
        }
    }

    #[test]
    fn twenty_units_are_twenty_millimetres_on_a_desk_screen_and_more_on_a_wall() {
        let desk = scale(1920, 1080, 21.5).unit;
        assert!((desk - 4.03).abs() < 0.02, "21.5 in has 4.03 px/mm, got {desk}");
        let wall = scale(1920, 1080, 43.0).unit;
        assert!((wall - 4.0).abs() < 0.01, "the floor of 1080 / 270, got {wall}");
        let small = scale(1280, 800, 10.1).unit;
        assert!((small - 5.88).abs() < 0.02, "10.1 in has 5.88 px/mm, got {small}");
    }

    #[test]
    fn large_words_keep_the_millimetre_and_change_the_layout() {
        let desk = glazing(1920, 1080, 21.5);
        let with = |text_size| desk.scale(Access { text_size, ..Access::default() });
        let normal = with(TextSize::Normal);
        assert!(normal.is_roomy, "designed for");
        for (text_size, layout) in [
            (TextSize::Large, Layout::Wide),
            (TextSize::Larger, Layout::Wide),
            (TextSize::Largest, Layout::Compact),
        ] {
            let got = with(text_size);
            assert!((got.unit - normal.unit).abs() < f32::EPSILON, "fingers stay as they are");
            assert_eq!((got.layout, got.is_roomy), (layout, false), "{text_size:?}");
        }
    }

    #[test]
    fn reach_mode_leaves_the_part_of_the_glass_below_1220_mm() {
        let in_reach = Access { is_in_reach: true, ..Access::default() };
        // A 32-inch totem is 708 mm high.
        let totem = |bottom_mm| Glazing { bottom_mm, ..glazing(1080, 1920, 32.0) };
        for (bottom_mm, offers, out_of_reach) in [
            (Some(700.0), true, 510),
            (Some(400.0), false, 0),
            (Some(1_500.0), true, 1_152),
            (None, true, 960),
        ] {
            let glazing = totem(bottom_mm);
            assert_eq!(glazing.offers_reach(), offers, "{bottom_mm:?}");
            let got = glazing.scale(in_reach).out_of_reach;
            assert!(got.abs_diff(out_of_reach) <= 1, "{bottom_mm:?}: {got}");
            assert_eq!(glazing.scale(Access::default()).out_of_reach, 0, "only where it is chosen");
        }
        assert!(!glazing(1280, 800, 10.1).offers_reach(), "a small panel is within reach");
    }

    #[test]
    fn absurd_glass_still_gives_a_finite_unit() {
        for glazing in [
            Glazing { width: 0, height: 0, diagonal_in: None, bottom_mm: None },
            Glazing { width: 1920, height: 1080, diagonal_in: Some(0.0), bottom_mm: Some(0.0) },
            Glazing { width: 1, height: 7680, diagonal_in: Some(f32::INFINITY), bottom_mm: None },
            Glazing { width: 64, height: 64, diagonal_in: None, bottom_mm: Some(f32::NAN) },
        ] {
            let scale = glazing.scale(Access { is_in_reach: true, ..Access::default() });
            assert!(scale.unit.is_finite() && scale.unit > 0.0, "{glazing:?}: {scale:?}");
            assert!(scale.out_of_reach <= glazing.height, "{glazing:?}: {scale:?}");
        }
    }
}
