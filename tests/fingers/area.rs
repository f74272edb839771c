//! Rectangles on the glass, in pixels with fractions. Knows nothing of what they hold.

use std::fmt;

/// What a layout may lose or gain by whole pixels.
pub(crate) const SLACK: f32 = 0.5;

/// A rectangle by its edges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
}

impl fmt::Display for Area {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { left, top, right, bottom } = self;
        write!(formatter, "({left:.0}, {top:.0})–({right:.0}, {bottom:.0})")
    }
}

impl Area {
    pub(crate) fn new(left: f32, top: f32, width: f32, height: f32) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    pub(crate) fn width(self) -> f32 {
        (self.right - self.left).max(0.0)
    }

    pub(crate) fn height(self) -> f32 {
        (self.bottom - self.top).max(0.0)
    }

    pub(crate) fn middle(self) -> (f32, f32) {
        (f32::midpoint(self.left, self.right), f32::midpoint(self.top, self.bottom))
    }

    pub(crate) fn contains(self, (x, y): (f32, f32)) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }

    /// What both share; may be empty.
    pub(crate) fn clipped(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.right - self.left <= SLACK || self.bottom - self.top <= SLACK
    }

    /// Tells whether the two are the same rectangle.
    pub(crate) fn is_like(self, other: Self) -> bool {
        self.is_within(other) && other.is_within(self)
    }

    /// Tells whether it lies in `other` as a whole.
    pub(crate) fn is_within(self, other: Self) -> bool {
        self.left >= other.left - SLACK
            && self.top >= other.top - SLACK
            && self.right <= other.right + SLACK
            && self.bottom <= other.bottom + SLACK
    }

    /// Tells whether they share more than an edge.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        !self.clipped(other).is_empty()
    }

    /// How far the two are from each other; 0 where they touch or overlap.
    pub(crate) fn distance(self, other: Self) -> f32 {
        let across = (other.left - self.right).max(self.left - other.right).max(0.0);
        let down = (other.top - self.bottom).max(self.top - other.bottom).max(0.0);
        across.hypot(down)
    }

    /// The same without a margin of `by` on every side.
    pub(crate) fn shrunk(self, by: f32) -> Self {
        Self {
            left: self.left + by,
            top: self.top + by,
            right: self.right - by,
            bottom: self.bottom - by,
        }
    }
}

#[test]
fn distances_are_those_of_edges_and_corners() {
    let one = Area::new(0.0, 0.0, 10.0, 10.0);
    for (other, distance) in [
        (Area::new(13.0, 0.0, 5.0, 5.0), 3.0),
        (Area::new(0.0, 14.0, 5.0, 5.0), 4.0),
        (Area::new(13.0, 14.0, 5.0, 5.0), 5.0),
        (Area::new(5.0, 5.0, 20.0, 20.0), 0.0),
    ] {
        assert!((one.distance(other) - distance).abs() < 0.01, "{other}");
        assert!((other.distance(one) - distance).abs() < 0.01, "{other}, the other way round");
    }
    assert!(one.overlaps(Area::new(5.0, 5.0, 20.0, 20.0)), "they share a corner");
    assert!(!one.overlaps(Area::new(10.0, 0.0, 5.0, 5.0)), "side by side is no overlap");
}
