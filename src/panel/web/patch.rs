//! A changed part of the picture as it goes over the wire.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, ImageResult};

use super::super::{Rect, Xrgb};

/// Pixels of `rect` in the frame with the number `sequence`.
#[derive(Debug)]
pub(super) struct Patch {
    /// The frame that the page has seen when it has painted this.
    pub(super) sequence: u64,
    /// Columns and rows of the frame.
    pub(super) size: (u32, u32),
    /// Where the pixels belong.
    pub(super) rect: Rect,
    /// Row by row.
    pub(super) pixels: Vec<Xrgb>,
}

impl Patch {
    /// 32 bytes, little-endian, and a PNG after them.
    ///
    /// | byte | type | what |
    /// | --- | --- | --- |
    /// | 0 | u64 | sequence |
    /// | 8, 12 | u32 | columns and rows of the frame |
    /// | 16, 20 | u32 | column and row of the picture |
    /// | 24, 28 | u32 | columns and rows of the picture |
    ///
    /// # Errors
    ///
    /// When the picture cannot be encoded.
    pub(super) fn encode(&self) -> ImageResult<Vec<u8>> {
        let Rect { x, y, width, height } = self.rect;
        let mut wire = self.sequence.to_le_bytes().to_vec();
        for value in [self.size.0, self.size.1, x, y, width, height] {
            wire.extend_from_slice(&value.to_le_bytes());
        }
        let mut rgb = Vec::with_capacity(self.pixels.len() * 3);
        self.pixels.iter().for_each(|pixel| rgb.extend_from_slice(&pixel.channels()));
        PngEncoder::new_with_quality(&mut wire, CompressionType::Fast, FilterType::Up)
            .write_image(&rgb, width, height, ExtendedColorType::Rgb8)?;
        Ok(wire)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_and_the_pixels_can_be_read_back() {
        let patch = Patch {
            sequence: 0x0102_0304_0506_0708,
            size: (640, 480),
            rect: Rect { x: 3, y: 5, width: 2, height: 1 },
            pixels: vec![Xrgb::new(1, 2, 3), Xrgb::new(250, 251, 252)],
        };
        let wire = patch.encode().unwrap();
        assert_eq!(wire[..8], [8, 7, 6, 5, 4, 3, 2, 1], "little-endian");
        let numbers: Vec<u32> = wire[8..32]
            .chunks(4)
            .map(|four| u32::from_le_bytes(four.try_into().unwrap()))
            .collect();
        assert_eq!(numbers, [640, 480, 3, 5, 2, 1], "sizes and place");
        let picture = image::load_from_memory(&wire[32..]).unwrap().into_rgb8();
        assert_eq!(picture.into_raw(), [1, 2, 3, 250, 251, 252], "pixels");
    }
}
