//! The XWD picture files of X servers, in the one form that a 24-bit screen has: four bytes a pixel.

use image::{Rgb, RgbImage};

/// The picture; `None` for a file that is not complete or has another form.
pub(crate) fn read(bytes: &[u8]) -> Option<RgbImage> {
    // The header is big-endian whatever the pixels are; the numbers are the fields of XWDFileHeader.
    let field = |index: usize| {
        let at = 4 * index;
        bytes.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes)
    };
    let (header_size, version) = (field(0)?, field(1)?);
    let (width, height) = (field(4)?, field(5)?);
    let (is_big_endian, bits_per_pixel, bytes_per_line) = (field(7)? != 0, field(11)?, field(12)?);
    let masks = [field(14)?, field(15)?, field(16)?];
    let colour_map = 12 * field(19)?;
    if version != 7 || bits_per_pixel != 32 || masks != [0x00ff_0000, 0xff00, 0xff] {
        return None;
    }
    let rows = bytes.get((header_size + colour_map) as usize..)?;
    let mut picture = RgbImage::new(width, height);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let at = (y * bytes_per_line + 4 * x) as usize;
        let word: [u8; 4] = rows.get(at..at + 4)?.try_into().ok()?;
        let [_, red, green, blue] =
            if is_big_endian { word } else { [word[3], word[2], word[1], word[0]] };
        *pixel = Rgb([red, green, blue]);
    }
    Some(picture)
}

#[test]
fn a_picture_of_either_byte_order_is_read_and_a_cut_one_is_not() {
    for (order, pixels) in [(0, [3, 2, 1, 0, 6, 5, 4, 0]), (1, [0, 1, 2, 3, 0, 4, 5, 6])] {
        let mut fields = [0_u32; 25];
        fields[..2].copy_from_slice(&[100, 7]);
        fields[4..6].copy_from_slice(&[2, 1]);
        fields[7] = order;
        fields[11..13].copy_from_slice(&[32, 8]);
        fields[14..17].copy_from_slice(&[0x00ff_0000, 0xff00, 0xff]);
        fields[19] = 1;
        let mut file: Vec<u8> = fields.iter().flat_map(|field| field.to_be_bytes()).collect();
        file.extend([0xee; 12]);
        file.extend(pixels);
        assert_eq!(read(&file).unwrap().into_raw(), [1, 2, 3, 4, 5, 6], "byte order {order}");
        assert!(read(&file[..file.len() - 1]).is_none(), "byte order {order}, cut short");
    }
}
