//! From a file in `pictures/` to the bytes that the edition stores: drawings become JPEG, photographs stay as they are.
//!
//! Every step gives the same bytes for the same file, in whatever order and on however many threads.

mod budget;
mod draw;
mod jpeg;
mod svg;

use crate::content::{Format, Limits, PICTURE_MAX_BYTES, measure};

use super::edition::Mime;

pub(super) use draw::in_order;

/// Width and height that drawings get, in pixels.
const DRAWN: (u32, u32) = (1920, 1080);
/// The largest drawing that is read, in bytes.
const SVG_LIMIT: u64 = 2 * 1024 * 1024;

/// What is wrong with a picture, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PictureFault {
    /// What is wrong.
    pub(super) what: String,
    /// How to mend it.
    pub(super) mend: String,
}

impl PictureFault {
    fn new(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { what: what.into(), mend: mend.into() }
    }
}

/// How a picture's file is written, by the ending of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A drawing, turned into pixels when the edition is built.
    Svg,
    /// Pixels, stored as they are.
    Raster(Mime),
}

impl Form {
    /// The form of a file whose name ends in `.ending`.
    pub(super) fn from_ending(ending: &str) -> Option<Self> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "svg" => Self::Svg,
            "jpg" | "jpeg" => Self::Raster(Mime::Jpeg),
            "png" => Self::Raster(Mime::Png),
            "webp" => Self::Raster(Mime::Webp),
            _ => return None,
        })
    }

    /// The largest file of this form, in bytes.
    pub(super) fn limit(self) -> u64 {
        match self {
            Self::Svg => SVG_LIMIT,
            Self::Raster(_) => PICTURE_MAX_BYTES as u64,
        }
    }
}

/// What a picture is, told from its bytes without its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// The format that the edition stores it in.
    pub(super) mime: Mime,
    /// Width in pixels.
    pub(super) width: u32,
    /// Height in pixels.
    pub(super) height: u32,
}

/// Looks at a picture: its size, and whether it can be drawn at all.
pub(super) fn look(bytes: &[u8], form: Form) -> Result<Look, PictureFault> {
    match form {
        Form::Svg => {
            svg::check(bytes)?;
            Ok(Look { mime: Mime::Jpeg, width: DRAWN.0, height: DRAWN.1 })
        }
        Form::Raster(mime) => look_at_raster(bytes, mime),
    }
}

fn look_at_raster(bytes: &[u8], mime: Mime) -> Result<Look, PictureFault> {
    let measured = measure(bytes, Limits::default())
        .map_err(|error| PictureFault::new(error.to_string(), error.help()))?;
    let found = match measured.format {
        Format::Jpeg => Mime::Jpeg,
        Format::Png => Mime::Png,
        Format::WebP => Mime::Webp,
    };
    if found != mime {
        return Err(PictureFault::new(
            format!("it is written as {}, which its name does not say", found.as_str()),
            format!("let its name end in .{}", found.ending()),
        ));
    }
    Ok(Look { mime, width: measured.width, height: measured.height })
}

/// The bytes that the edition stores for a picture.
pub(super) fn stored(bytes: Vec<u8>, form: Form) -> Result<Vec<u8>, PictureFault> {
    match form {
        Form::Svg => jpeg::encode(&svg::draw(&bytes)?),
        Form::Raster(_) => Ok(bytes),
    }
}
