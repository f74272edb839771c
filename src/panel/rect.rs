//! A rectangle of pixels.

/// Columns `x .. x + width`, rows `y .. y + height`, in pixels from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rect {
    /// First column.
    pub x: u32,
    /// First row.
    pub y: u32,
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl Rect {
    /// The number of pixels.
    #[must_use]
    pub fn area(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let x = self.x.min(other.x);
        let y = self.y.min(other.y);
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }

    /// The part of it that lies within `width` by `height` pixels; `None` where nothing does.
    #[must_use]
    pub fn clipped(self, width: u32, height: u32) -> Option<Self> {
        if self.x >= width || self.y >= height || self.width == 0 || self.height == 0 {
            return None;
        }
        Some(Self {
            width: self.width.min(width - self.x),
            height: self.height.min(height - self.y),
            ..self
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clipping_keeps_what_is_on_the_glass_and_drops_the_rest() {
        let rect = Rect { x: 90, y: 10, width: 20, height: 5 };
        assert_eq!(rect.clipped(100, 100), Some(Rect { width: 10, ..rect }), "cut at the edge");
        assert_eq!(rect.clipped(90, 100), None, "wholly outside");
    }

    #[test]
    fn a_union_holds_both() {
        let left = Rect { x: 0, y: 5, width: 2, height: 2 };
        let right = Rect { x: 10, y: 0, width: 1, height: 1 };
        assert_eq!(left.union(right), Rect { x: 0, y: 0, width: 11, height: 7 }, "union");
    }
}
