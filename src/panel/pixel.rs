//! The pixel that Slint draws in: one 32-bit word, as most panels want it.

use slint::platform::software_renderer::{PremultipliedRgbaColor, TargetPixel};

/// Red, green and blue in the low 24 bits, `0x00RRGGBB`; DRM calls it XRGB8888.
///
/// Drawing into packed words saves about a third of a crossfade against a pixel of three separate bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Xrgb(pub u32);

impl Xrgb {
    /// The pixel of these channels.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self((red as u32) << 16 | (green as u32) << 8 | blue as u32)
    }

    /// Red, green, blue.
    #[must_use]
    pub const fn channels(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }
}

impl TargetPixel for Xrgb {
    #[inline]
    fn blend(&mut self, color: PremultipliedRgbaColor) {
        // Two channels at a time: red and blue share one multiplication, green has its own.
        // v * (255 - a) / 255 is computed as (v * k + 128) * 257 >> 16, exact to the nearest level.
        let keep = 255 - u32::from(color.alpha);
        let red_blue = (self.0 & 0x00ff_00ff) * keep + 0x0080_0080;
        let red_blue = (red_blue + ((red_blue >> 8) & 0x00ff_00ff)) >> 8 & 0x00ff_00ff;
        let green = (self.0 >> 8 & 0xff) * keep + 0x80;
        let green = (green + (green >> 8)) >> 8;
        let over = Self::new(color.red, color.green, color.blue).0;
        self.0 = (red_blue | green << 8) + over;
    }

    #[inline]
    fn from_rgb(red: u8, green: u8, blue: u8) -> Self {
        Self::new(red, green, blue)
    }

    #[inline]
    fn background() -> Self {
        Self(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blending_is_exact_to_the_nearest_level_for_every_value_and_alpha() {
        for value in 0..=255_u8 {
            for alpha in 0..=255_u8 {
                let mut pixel = Xrgb::new(value, value, value);
                pixel.blend(PremultipliedRgbaColor { red: 0, green: 0, blue: 0, alpha });
                let exact = f64::from(value) * f64::from(255 - alpha) / 255.0;
                for channel in pixel.channels() {
                    let error = (f64::from(channel) - exact).abs();
                    assert!(error <= 0.5, "{value} under {alpha}: {channel} for {exact}");
                }
            }
        }
    }

    #[test]
    fn an_opaque_colour_replaces_what_was_there() {
        let mut pixel = Xrgb::new(9, 8, 7);
        pixel.blend(PremultipliedRgbaColor { red: 1, green: 2, blue: 3, alpha: 255 });
        assert_eq!(pixel.channels(), [1, 2, 3], "replaced");
    }
}
