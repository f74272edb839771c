//! A size in pixels as an argument: `1920x1080`.

use std::str::FromStr;

use crate::panel::SIDES;

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelSize {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl FromStr for PixelSize {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("«{text}» is no size; write for example 1920x1080");
        let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(wrong)?;
        let size = Self {
            width: width.parse().map_err(|_| wrong())?,
            height: height.parse().map_err(|_| wrong())?,
        };
        if SIDES.contains(&size.width) && SIDES.contains(&size.height) {
            Ok(size)
        } else {
            let (least, most) = (SIDES.start(), SIDES.end());
            Err(format!("«{text}» is no panel's size; each side has {least} to {most} pixels"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_absurd_ones_refused_with_advice() {
        let size = PixelSize { width: 1920, height: 1080 };
        assert_eq!("1920x1080".parse(), Ok(size), "plain");
        assert_eq!("1920×1080".parse(), Ok(size), "with a real multiplication sign");
        for wrong in ["", "1920", "x", "1920x", "-1x5", "0x0", "99999x99999", "1920x1080x2"] {
            let message = wrong.parse::<PixelSize>().unwrap_err();
            assert!(message.contains("«"), "{wrong}: {message}");
        }
    }
}
