//! Pictures of known pixels through every step: refusal, decoding, turning, cropping.

use super::*;

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("encoded");
    bytes.into_inner()
}

/// Red on the left, blue on the right.
fn halves(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, _| {
        image::Rgb(if x < width / 2 { [255, 0, 0] } else { [0, 0, 255] })
    })
    .into()
}

#[test]
fn the_formats_of_an_edition_are_measured_and_decoded() {
    for (to, format) in [
        (ImageFormat::Png, Format::Png),
        (ImageFormat::Jpeg, Format::Jpeg),
        (ImageFormat::WebP, Format::WebP),
    ] {
        let bytes = encoded(&halves(40, 20), to);
        let expected = Measured { format, width: 40, height: 20 };
        assert_eq!(measure(&bytes, Limits::default()).expect("measured"), expected);
        let picture = decode(&bytes, Limits::default()).expect("decoded");
        assert_eq!((picture.width(), picture.height()), (40, 20));
        assert!(format.mime().starts_with("image/"));
    }
}

#[test]
fn a_picture_fills_its_slot_around_its_focus() {
    let picture =
        decode(&encoded(&halves(400, 100), ImageFormat::Png), Limits::default()).expect("decoded");
    let slot = Slot { width: 50, height: 50 };
    for (focus, colour) in
        [((0.0, 0.5), [255, 0, 0]), ((1.0, 0.5), [0, 0, 255]), ((0.2, 0.0), [255, 0, 0])]
    {
        let pixels = picture.cover(slot, focus).expect("covered");
        assert_eq!((pixels.width, pixels.height, pixels.rgb().len()), (50, 50, 7_500));
        assert!(pixels.rgb().chunks(3).all(|pixel| pixel == colour), "focus {focus:?}");
    }
    for focus in [(0.5, 0.5), (f64::NAN, 7.0)] {
        let middle = picture.cover(slot, focus).expect("covered");
        assert_eq!(middle.rgb()[..3], [255, 0, 0], "left of the middle");
        assert_eq!(middle.rgb()[147..150], [0, 0, 255], "right of the middle");
    }
    let larger = picture.cover(Slot { width: 900, height: 300 }, (0.5, 0.5)).expect("scaled up");
    assert_eq!(larger.rgb().len(), 900 * 300 * 3);
}

#[test]
fn a_slot_of_no_size_or_of_too_much_is_refused() {
    let picture =
        decode(&encoded(&halves(4, 4), ImageFormat::Png), Limits::default()).expect("decoded");
    for (width, height) in [(0, 10), (10, 0), (8_193, 1), (8_000, 8_000), (u32::MAX, u32::MAX)] {
        assert!(
            matches!(
                picture.cover(Slot { width, height }, (0.5, 0.5)),
                Err(Error::SlotUnusable { .. })
            ),
            "{width} x {height}"
        );
    }
}

#[test]
fn what_is_transparent_lies_on_white() {
    let glass = image::RgbaImage::from_pixel(2, 2, image::Rgba([0, 0, 0, 0]));
    let picture =
        decode(&encoded(&glass.into(), ImageFormat::Png), Limits::default()).expect("decoded");
    assert!(picture.0.as_raw().iter().all(|byte| *byte == 255));
}

#[test]
fn other_depths_and_colours_become_rgb() {
    for image in [
        DynamicImage::ImageLuma8(image::GrayImage::from_pixel(3, 3, image::Luma([128]))),
        DynamicImage::ImageRgb16(image::ImageBuffer::from_pixel(3, 3, image::Rgb([0x8080_u16; 3]))),
        DynamicImage::ImageLumaA16(image::ImageBuffer::from_pixel(
            3,
            3,
            image::LumaA([0x8080_u16, 0xFFFF]),
        )),
    ] {
        let picture =
            decode(&encoded(&image, ImageFormat::Png), Limits::default()).expect("decoded");
        assert_eq!(picture.0.get_pixel(1, 1).0, [128; 3]);
    }
}

/// A JPEG with a note of the camera's that it was held this way.
fn held(image: &DynamicImage, orientation: u8) -> Vec<u8> {
    let plain = encoded(image, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).expect("short");
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(exif);
    bytes.extend(&plain[2..]);
    bytes
}

#[test]
fn a_picture_is_turned_as_its_camera_was_held() {
    // Where the red half (left in the file) is seen.
    for (orientation, is_turned, red_at) in [
        (1, false, (2, 8)),
        (2, false, (29, 8)),
        (3, false, (29, 8)),
        (4, false, (2, 8)),
        (5, true, (8, 2)),
        (6, true, (8, 2)),
        (7, true, (8, 29)),
        (8, true, (8, 29)),
        (9, false, (2, 8)),
    ] {
        let bytes = held(&halves(32, 16), orientation);
        let size = if is_turned { (16, 32) } else { (32, 16) };
        let measured = measure(&bytes, Limits::default()).expect("measured");
        assert_eq!((measured.width, measured.height), size, "orientation {orientation}");
        let picture = decode(&bytes, Limits::default()).expect("decoded");
        assert_eq!((picture.width(), picture.height()), size, "orientation {orientation}");
        let pixel = picture.0.get_pixel(red_at.0, red_at.1).0;
        assert!(pixel[0] > 200 && pixel[2] < 60, "orientation {orientation}: {pixel:?}");
    }
}

#[test]
fn a_progressive_jpeg_counts_with_what_its_decoder_keeps() {
    let mut jpeg = encoded(&halves(16, 16), ImageFormat::Jpeg);
    assert!(!is_progressive(&jpeg));
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("a frame");
    jpeg[frame + 1] = 0xC2;
    assert!(is_progressive(&jpeg));
    let limits = Limits { memory: 16 * 16 * 8, ..Limits::default() };
    assert!(matches!(decode(&jpeg, limits), Err(Error::PictureTooLarge { .. })));
    for end in 0..jpeg.len().min(64) {
        is_progressive(&jpeg[..end]);
    }
}
