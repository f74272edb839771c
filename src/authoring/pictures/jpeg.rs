//! Pixels to JPEG.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use resvg::tiny_skia::Pixmap;

use super::PictureFault;

/// High enough that skies show no steps at the size of a wall, of 100.
const QUALITY: u8 = 88;

/// The JPEG of an opaque drawing.
pub(super) fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, PictureFault> {
    // The drawing lies on opaque paper, so its alpha is full and its colours are not multiplied.
    let rgb: Vec<u8> =
        pixmap.data().chunks_exact(4).flat_map(|pixel| pixel.iter().take(3).copied()).collect();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .write_image(&rgb, pixmap.width(), pixmap.height(), ExtendedColorType::Rgb8)
        .map_err(|error| {
            PictureFault::new(format!("its pixels cannot be stored: {error}"), "draw it simpler")
        })?;
    Ok(jpeg)
}
