//! The code of an address as an image of the glass.

use embedded_graphics::pixelcolor::{Rgb888, RgbColor};
use embedded_graphics::prelude::Point;
use slint::{Image, Rgb8Pixel, SharedPixelBuffer};

use crate::bootscreens::QrCode;
use crate::panel::Frame;

/// The least side of a code with its quiet zone, in millimetres.
const SIDE_MM: f32 = 32.0;

/// The code of `address` at `millimetre` pixels a millimetre.
///
/// Only an `https` address gets one: a phone follows a code without showing where it leads.
pub(super) fn image(address: &str, millimetre: f32) -> Option<Image> {
    if !address.starts_with("https://") {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a side of some hundred pixels"
    )]
    let side = (SIDE_MM * millimetre).clamp(32.0, 2_000.0) as u32;
    let code = QrCode::new(address, side)
        .inspect_err(|error| tracing::warn!(%error, address, "no code for this source"))
        .ok()?;
    let mut frame = Frame::new(code.side(), code.side());
    match code.draw(&mut frame, Point::zero(), Rgb888::BLACK, Rgb888::WHITE) {
        Ok(()) => {}
        Err(infallible) => match infallible {},
    }
    let rgb = frame.rgb(frame.bounds());
    Some(Image::from_rgb8(SharedPixelBuffer::<Rgb8Pixel>::clone_from_slice(
        &rgb,
        frame.width(),
        frame.height(),
    )))
}
