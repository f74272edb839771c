//! A frame as a picture to keep or to send.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageResult, RgbImage};

use super::Frame;

impl Frame {
    /// The whole of it as a picture.
    #[must_use]
    pub fn to_picture(&self) -> RgbImage {
        // As many pixels as its sides say; nothing else can be made.
        RgbImage::from_raw(self.width(), self.height(), self.rgb(self.bounds())).unwrap_or_default()
    }

    /// A JPEG of `width` by `height` pixels, each the mean of those that it stands for; `quality` is 1 to 100.
    ///
    /// # Errors
    ///
    /// When it cannot be encoded.
    pub fn small_jpeg(&self, width: u32, height: u32, quality: u8) -> ImageResult<Vec<u8>> {
        let mut jpeg = Vec::new();
        let small = image::imageops::thumbnail(&self.to_picture(), width.max(1), height.max(1));
        small.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, quality))?;
        Ok(jpeg)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Xrgb;
    use super::*;

    #[test]
    fn a_small_picture_has_its_own_size_and_the_colours_of_the_frame() {
        let mut frame = Frame::new(40, 20);
        frame.pixels_mut().fill(Xrgb::new(200, 40, 90));
        let jpeg = frame.small_jpeg(10, 5, 90).unwrap();
        let small = image::load_from_memory(&jpeg).unwrap().into_rgb8();
        assert_eq!(small.dimensions(), (10, 5));
        let near = |one: u8, other: u8| one.abs_diff(other) < 8;
        let [red, green, blue] = small.get_pixel(5, 2).0;
        assert!(near(red, 200) && near(green, 40) && near(blue, 90), "{red} {green} {blue}");
    }
}
