//! QR codes: dark on light, whole pixels, with their quiet zone.

use embedded_graphics::prelude::*;
use embedded_graphics::primitives::{PrimitiveStyle, Rectangle};
use qrcodegen::QrCodeEcc;

/// Modules of light around the code, as the standard asks (ISO/IEC 18004: four).
const QUIET: u32 = 4;

/// The most modules a side: version 10. A denser code is hard to scan from a lobby screen.
const MOST_MODULES: i32 = 57;

/// A text that makes no readable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a text of {bytes} bytes makes no code that a phone reads from a public screen")]
pub struct QrError {
    /// The length of the text.
    pub bytes: usize,
}

/// A code of a text, at error correction level M.
pub struct QrCode {
    code: qrcodegen::QrCode,
    module: u32,
}

impl std::fmt::Debug for QrCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("QrCode")
            .field("modules", &self.code.size())
            .field("module", &self.module)
            .finish()
    }
}

impl QrCode {
    /// The code of `text`, at least `side` pixels a side with its quiet zone.
    ///
    /// # Errors
    ///
    /// A text so long that its modules would be too fine.
    pub fn new(text: &str, side: u32) -> Result<Self, QrError> {
        let error = QrError { bytes: text.len() };
        let code = qrcodegen::QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| error)?;
        if code.size() > MOST_MODULES {
            return Err(error);
        }
        let modules = code.size().unsigned_abs() + 2 * QUIET;
        Ok(Self { code, module: side.div_ceil(modules).max(1) })
    }

    /// Pixels a side, quiet zone included.
    #[must_use]
    pub fn side(&self) -> u32 {
        (self.code.size().unsigned_abs() + 2 * QUIET) * self.module
    }

    /// Draws it with its top left corner at `at`, `dark` on `light`.
    ///
    /// # Errors
    ///
    /// Those of the target.
    pub fn draw<D: DrawTarget>(
        &self,
        target: &mut D,
        at: Point,
        dark: D::Color,
        light: D::Color,
    ) -> Result<(), D::Error> {
        let side = Size::new_equal(self.side());
        Rectangle::new(at, side).into_styled(PrimitiveStyle::with_fill(light)).draw(target)?;
        let module = Size::new_equal(self.module);
        let origin = at + Point::new_equal(pixels(QUIET * self.module));
        for y in 0..self.code.size() {
            for x in 0..self.code.size() {
                if self.code.get_module(x, y) {
                    let corner = origin + Point::new(x, y) * pixels(self.module);
                    target.fill_solid(&Rectangle::new(corner, module), dark)?;
                }
            }
        }
        Ok(())
    }
}

fn pixels(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use embedded_graphics::mock_display::MockDisplay;
    use embedded_graphics::pixelcolor::BinaryColor;

    use super::*;

    #[test]
    fn a_code_is_drawn_in_whole_modules_inside_its_quiet_zone() {
        let code = QrCode::new("https://a.cn", 29).unwrap();
        assert_eq!(code.side(), 29, "21 modules and twice the quiet zone, one pixel each");
        let mut display = MockDisplay::new();
        display.set_allow_overdraw(true);
        code.draw(&mut display, Point::zero(), BinaryColor::On, BinaryColor::Off).unwrap();
        for distance in 0..4 {
            for along in 0..29 {
                let quiet = [Point::new(along, distance), Point::new(distance, along)];
                for point in quiet {
                    assert_eq!(display.get_pixel(point), Some(BinaryColor::Off), "{point:?}");
                }
            }
        }
        // The finder pattern in the top left corner: a dark ring of seven around a light one.
        assert_eq!(display.get_pixel(Point::new(4, 4)), Some(BinaryColor::On), "finder");
        assert_eq!(display.get_pixel(Point::new(5, 5)), Some(BinaryColor::Off), "finder");
    }

    #[test]
    fn a_text_too_long_for_a_public_screen_is_refused() {
        let text = "x".repeat(500);
        assert_eq!(QrCode::new(&text, 100).unwrap_err(), QrError { bytes: 500 }, "too fine");
    }
}
