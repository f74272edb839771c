//! How large things are: from the panel's pixels and inches to the unit that the whole design is measured in.

use super::generated::Layout;

/// What is known of the glass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glazing {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The diagonal in inches, if it was told.
    pub diagonal_in: Option<f32>,
}

/// What follows from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// Pixels that make one millimetre of the design.
    pub(super) unit: f32,
    pub(super) layout: Layout,
}

/// Millimetres in an inch.
const INCH: f32 = 25.4;

/// The short side that the design fills at least, in its own millimetres. A 43-inch wall of 1920 x 1080
/// has fewer pixels a millimetre than a desk screen: measured in true millimetres it would look empty.
const LEAST_SHORT_SIDE: f32 = 270.0;

/// A screen whose short side is less than this many millimetres is a small panel.
const COMPACT_BELOW: f32 = 170.0;

/// A screen at least this much higher than wide is a totem.
const TALL_FROM: f32 = 1.2;

impl Glazing {
    pub(super) fn scale(self) -> Scale {
        let (width, height) = (self.width.max(1) as f32, self.height.max(1) as f32);
        let short = width.min(height);
        let diagonal = width.hypot(height);
        let inches = self.diagonal_in.unwrap_or_else(|| likely_diagonal(short));
        let true_millimetre = diagonal / (inches.clamp(2.0, 300.0) * INCH);
        let short_mm = short / true_millimetre;
        let is_tall = height >= width * TALL_FROM;
        let layout = if is_tall {
            Layout::Tall
        } else if short_mm < COMPACT_BELOW {
            Layout::Compact
        } else {
            Layout::Wide
        };
        let unit = match layout {
            Layout::Compact => true_millimetre,
            Layout::Tall | Layout::Wide => true_millimetre.max(short / LEAST_SHORT_SIDE),
        };
        Scale { unit, layout }
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

    fn scale(width: u32, height: u32, diagonal_in: f32) -> Scale {
        Glazing { width, height, diagonal_in: Some(diagonal_in) }.scale()
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
    fn absurd_glass_still_gives_a_finite_unit() {
        for glazing in [
            Glazing { width: 0, height: 0, diagonal_in: None },
            Glazing { width: 1920, height: 1080, diagonal_in: Some(0.0) },
            Glazing { width: 1, height: 7680, diagonal_in: Some(f32::INFINITY) },
        ] {
            let unit = glazing.scale().unit;
            assert!(unit.is_finite() && unit > 0.0, "{glazing:?}: {unit}");
        }
    }
}
