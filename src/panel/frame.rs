//! A frame in memory: what Slint draws into and what a panel shows.
//!
//! It is also an embedded-graphics [`DrawTarget`], so that boot screens, test cards and QR codes are drawn
//! by the same code whatever the panel is.

use std::convert::Infallible;

use embedded_graphics::Pixel;
use embedded_graphics::draw_target::DrawTarget;
use embedded_graphics::geometry::{OriginDimensions, Size};
use embedded_graphics::pixelcolor::{Rgb888, RgbColor};
use embedded_graphics::primitives::Rectangle;

use super::{Rect, Xrgb};

/// Pixels in rows, without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    width: u32,
    height: u32,
    pixels: Vec<Xrgb>,
}

impl Frame {
    /// A black frame of `width` by `height` pixels.
    #[must_use]
    pub fn new(width: u32, height: u32) -> Self {
        let count = width as usize * height as usize;
        Self { width, height, pixels: vec![Xrgb::default(); count] }
    }

    /// Columns.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// The whole of it.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        Rect { x: 0, y: 0, width: self.width, height: self.height }
    }

    /// All pixels, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[Xrgb] {
        &self.pixels
    }

    /// All pixels, row by row.
    pub fn pixels_mut(&mut self) -> &mut [Xrgb] {
        &mut self.pixels
    }

    /// The rows of the part of `rect` that lies within the frame.
    pub fn rows(&self, rect: Rect) -> impl Iterator<Item = &[Xrgb]> {
        let clipped = rect.clipped(self.width, self.height);
        let rows = clipped.map_or(0..0, |rect| rect.y..rect.y + rect.height);
        let columns = clipped.map_or(0..0, |rect| rect.x as usize..(rect.x + rect.width) as usize);
        let stride = self.width as usize;
        rows.map(move |row| {
            let start = row as usize * stride;
            &self.pixels[start + columns.start..start + columns.end]
        })
    }

    /// Red, green and blue of the part of `rect` that lies within the frame, row by row.
    #[must_use]
    pub fn rgb(&self, rect: Rect) -> Vec<u8> {
        self.rows(rect).flatten().flat_map(|pixel| pixel.channels()).collect()
    }
}

impl OriginDimensions for Frame {
    fn size(&self) -> Size {
        Size::new(self.width, self.height)
    }
}

impl DrawTarget for Frame {
    type Color = Rgb888;
    type Error = Infallible;

    fn draw_iter<I>(&mut self, pixels: I) -> Result<(), Self::Error>
    where
        I: IntoIterator<Item = Pixel<Self::Color>>,
    {
        for Pixel(point, color) in pixels {
            if let (Ok(x), Ok(y)) = (u32::try_from(point.x), u32::try_from(point.y))
                && x < self.width
                && y < self.height
            {
                let index = y as usize * self.width as usize + x as usize;
                self.pixels[index] = Xrgb::new(color.r(), color.g(), color.b());
            }
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, color: Self::Color) -> Result<(), Self::Error> {
        let area = area
            .intersection(&Rectangle::new(embedded_graphics::geometry::Point::zero(), self.size()));
        let pixel = Xrgb::new(color.r(), color.g(), color.b());
        let stride = self.width as usize;
        for row in area.rows() {
            let start = usize::try_from(row).unwrap_or(0) * stride
                + usize::try_from(area.top_left.x).unwrap_or(0);
            self.pixels[start..start + area.size.width as usize].fill(pixel);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use embedded_graphics::prelude::*;
    use embedded_graphics::primitives::PrimitiveStyle;

    use super::*;

    #[test]
    fn drawing_beyond_the_edges_is_cut() {
        let mut frame = Frame::new(4, 3);
        Rectangle::new(Point::new(-2, -2), Size::new(4, 4))
            .into_styled(PrimitiveStyle::with_fill(Rgb888::WHITE))
            .draw(&mut frame)
            .unwrap();
        let white = Xrgb::new(255, 255, 255);
        let lit: Vec<usize> = (0..12).filter(|&index| frame.pixels()[index] == white).collect();
        assert_eq!(lit, [0, 1, 4, 5], "only the corner that is on the glass");
    }

    #[test]
    fn rows_of_a_rectangle_that_hangs_over_the_edge_are_cut() {
        let frame = Frame::new(4, 3);
        let rows: Vec<usize> =
            frame.rows(Rect { x: 3, y: 2, width: 9, height: 9 }).map(<[Xrgb]>::len).collect();
        assert_eq!(rows, [1], "one row of one pixel");
        assert_eq!(frame.rows(Rect { x: 4, y: 0, width: 1, height: 1 }).count(), 0, "none");
    }
}
