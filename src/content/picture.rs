//! Bytes of a picture -> pixels of exactly the size that a screen wants.
//!
//! Every size is checked before memory is asked for: a few megabytes of PNG can claim to be gigabytes of pixels.

use std::io::Cursor;
use std::sync::Arc;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};

use super::error::Error;

/// What a picture may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most pixels a side.
    pub side: u32,
    /// Most pixels in all.
    pub pixels: u64,
    /// Most bytes of memory that the decoder may use.
    pub memory: u64,
}

impl Default for Limits {
    /// 8192 pixels a side, 40 megapixels, 128 MiB.
    fn default() -> Self {
        Self { side: 8_192, pixels: 40_000_000, memory: 128 << 20 }
    }
}

/// The formats that an edition's pictures have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
}

impl Format {
    /// Its media type, as the `picture` table names it.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
        }
    }
}

/// What a picture's header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// Its format, by its bytes and not by any name.
    pub format: Format,
    /// Its width in pixels, as it is seen: after the camera's rotation.
    pub width: u32,
    /// Its height in pixels, as it is seen.
    pub height: u32,
}

/// The size in pixels of a place for a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Pixels in rows from the top, three bytes each: red, green, blue. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    rgb: Arc<Vec<u8>>,
}

impl Pixels {
    /// The bytes: `width` x `height` x 3 of them.
    #[must_use]
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }
}

/// A decoded picture, upright and without transparency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture(RgbImage);

/// Reads the header of a picture.
///
/// # Errors
///
/// [`Error::PictureBroken`] and [`Error::PictureTooLarge`].
pub fn measure(bytes: &[u8], limits: Limits) -> Result<Measured, Error> {
    let (mut decoder, format) = open(bytes, limits)?;
    let (width, height) = decoder.dimensions();
    let (width, height) =
        if lies_on_its_side(orientation(&mut decoder)) { (height, width) } else { (width, height) };
    Ok(Measured { format, width, height })
}

/// Decodes a picture, turns it upright, and lays what is transparent on white.
///
/// # Errors
///
/// [`Error::PictureBroken`] and [`Error::PictureTooLarge`].
pub fn decode(bytes: &[u8], limits: Limits) -> Result<Picture, Error> {
    let (mut decoder, _) = open(bytes, limits)?;
    let orientation = orientation(&mut decoder);
    let mut image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    image.apply_orientation(orientation);
    Ok(Picture(if image.color().has_alpha() { on_white(&image) } else { image.into_rgb8() }))
}

impl Picture {
    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.0.width()
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.0.height()
    }

    /// The largest part of the picture that has the slot's shape and lies around `focus`, scaled to exactly the slot.
    ///
    /// `focus` is in fractions of width and height from the top left; anything else counts as the middle.
    ///
    /// # Errors
    ///
    /// [`Error::SlotUnusable`] where the slot is empty or larger than any picture may be.
    pub fn cover(&self, slot: Slot, focus: (f64, f64)) -> Result<Pixels, Error> {
        let Slot { width, height } = slot;
        let unusable = || Error::SlotUnusable { width, height };
        let limits = Limits::default();
        let is_usable = (1..=limits.side).contains(&width)
            && (1..=limits.side).contains(&height)
            && u64::from(width) * u64::from(height) <= limits.pixels;
        if !is_usable {
            return Err(unusable());
        }
        let (left, top, crop_width, crop_height) = self.crop(slot, focus);
        if (self.width(), self.height()) == (width, height) {
            return Ok(Pixels { width, height, rgb: Arc::new(self.0.as_raw().clone()) });
        }
        // Four bytes a pixel, although nothing is transparent: the resizer built for all pixel types would
        // make the program 2.5 MB larger.
        let source = four_bytes(&self.0);
        let source = ImageRef::new(self.width(), self.height(), &source, PixelType::U8x4)
            .map_err(|_| unusable())?;
        let mut target = Image::new(width, height, PixelType::U8x4);
        // The default filter is Lanczos3.
        let options =
            ResizeOptions::new().crop(left, top, crop_width, crop_height).use_alpha(false);
        Resizer::new().resize(&source, &mut target, &options).map_err(|_| unusable())?;
        let rgb = target.buffer().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        Ok(Pixels { width, height, rgb: Arc::new(rgb.collect()) })
    }

    /// Left, top, width and height of the part that fills `slot`.
    fn crop(&self, slot: Slot, focus: (f64, f64)) -> (f64, f64, f64, f64) {
        let (width, height) = (f64::from(self.width()), f64::from(self.height()));
        let shape = f64::from(slot.width) / f64::from(slot.height);
        let crop_width = width.min(height * shape);
        let crop_height = height.min(width / shape);
        let start = |focus: f64, whole: f64, part: f64| {
            let focus = if (0.0..=1.0).contains(&focus) { focus } else { 0.5 };
            (focus * whole - part / 2.0).clamp(0.0, (whole - part).max(0.0))
        };
        (
            start(focus.0, width, crop_width),
            start(focus.1, height, crop_height),
            crop_width,
            crop_height,
        )
    }
}

/// A decoder whose picture is within `limits`, and the format.
fn open(bytes: &[u8], limits: Limits) -> Result<(impl ImageDecoder + '_, Format), Error> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| broken(image::ImageError::IoError(error)))?;
    let format = match reader.format() {
        Some(ImageFormat::Jpeg) => Format::Jpeg,
        Some(ImageFormat::Png) => Format::Png,
        Some(ImageFormat::WebP) => Format::WebP,
        other => {
            let hint = other.map_or(image::error::ImageFormatHint::Unknown, Into::into);
            return Err(broken(image::ImageError::Unsupported(hint.into())));
        }
    };
    let mut decoder_limits = image::Limits::default();
    decoder_limits.max_image_width = Some(limits.side);
    decoder_limits.max_image_height = Some(limits.side);
    decoder_limits.max_alloc = Some(limits.memory);
    reader.limits(decoder_limits);
    let decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => {
            Error::PictureTooLarge { place: PLACE.to_owned(), width: 0, height: 0 }
        }
        other => broken(other),
    })?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    // A progressive JPEG is kept whole as coefficients, two bytes for each of three channels, until its end.
    let working =
        if format == Format::Jpeg && is_progressive(bytes) { pixels.saturating_mul(6) } else { 0 };
    let is_small = width <= limits.side
        && height <= limits.side
        && pixels <= limits.pixels
        && decoder.total_bytes().saturating_add(working) <= limits.memory;
    if !is_small {
        return Err(Error::PictureTooLarge { place: PLACE.to_owned(), width, height });
    }
    Ok((decoder, format))
}

/// Whoever knows which picture it is puts its name in place of this.
const PLACE: &str = "the picture";

fn broken(source: image::ImageError) -> Error {
    Error::PictureBroken { place: PLACE.to_owned(), source }
}

/// How the camera was held; unreadable notes of a camera are no reason to refuse its picture.
fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn lies_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

fn four_bytes(image: &RgbImage) -> Vec<u8> {
    let pixels = image.as_raw().chunks_exact(3);
    pixels.flat_map(|pixel| [pixel[0], pixel[1], pixel[2], u8::MAX]).collect()
}

fn on_white(image: &DynamicImage) -> RgbImage {
    let rgba = image.to_rgba8();
    let mut rgb = RgbImage::new(rgba.width(), rgba.height());
    for (to, from) in rgb.pixels_mut().zip(rgba.pixels()) {
        let alpha = u16::from(from[3]);
        for (to, from) in to.0.iter_mut().zip(from.0) {
            let mixed = (u16::from(from) * alpha + 255 * (255 - alpha) + 127) / 255;
            *to = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    rgb
}

/// Whether a JPEG's frame header says progressive.
fn is_progressive(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    while let [0xFF, marker, high, low, ..] = *rest {
        match marker {
            // Fill bytes before a marker.
            0xFF => rest = &rest[1..],
            0xC2 | 0xC6 | 0xCA | 0xCE => return true,
            0xC0 | 0xC1 | 0xDA => return false,
            _ => {
                let length = usize::from(u16::from_be_bytes([high, low]));
                rest = rest.get(2 + length..).unwrap_or_default();
            }
        }
    }
    false
}

#[cfg(test)]
mod tests;
