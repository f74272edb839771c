//! Points, boxes and lines in pixels of the map's box: just what placing things on a map asks for.

/// A place in the box, in pixels from its top left.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in super::super) struct Point {
    /// To the right.
    pub(in super::super) x: f32,
    /// Down.
    pub(in super::super) y: f32,
}

impl Point {
    /// The point `x` to the right and `y` down.
    #[must_use]
    pub(in super::super) const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    pub(super) fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point that lies `share` of the way to `other`.
    pub(super) fn towards(self, other: Self, share: f32) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }
}

/// A box in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in super::super) struct Rect {
    /// Its left edge.
    pub(in super::super) x: f32,
    /// Its top edge.
    pub(in super::super) y: f32,
    /// Its width.
    pub(in super::super) width: f32,
    /// Its height.
    pub(in super::super) height: f32,
}

impl Rect {
    /// The box of that place and size.
    #[must_use]
    pub(in super::super) const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    pub(super) fn around(centre: Point, width: f32, height: f32) -> Self {
        Self::new(centre.x - width / 2.0, centre.y - height / 2.0, width, height)
    }

    pub(super) fn right(&self) -> f32 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> f32 {
        self.y + self.height
    }

    pub(super) fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same box with `by` more on every side; less where it is negative.
    pub(super) fn grown(&self, by: f32) -> Self {
        let width = (self.width + 2.0 * by).max(0.0);
        let height = (self.height + 2.0 * by).max(0.0);
        Self::around(self.centre(), width, height)
    }

    pub(super) fn contains(&self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    pub(super) fn holds(&self, other: &Self) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// The point of the box that is nearest to `point`.
    pub(super) fn nearest(&self, point: Point) -> Point {
        Point::new(point.x.max(self.x).min(self.right()), point.y.max(self.y).min(self.bottom()))
    }

    /// How far `point` is from the box; 0 inside.
    pub(super) fn distance(&self, point: Point) -> f32 {
        self.nearest(point).distance(point)
    }
}

/// A straight line between two points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in super::super) struct Line {
    /// Where it begins.
    pub(in super::super) from: Point,
    /// Where it ends.
    pub(in super::super) to: Point,
}

impl Line {
    /// How far `point` is from the line.
    pub(super) fn distance(&self, point: Point) -> f32 {
        let (dx, dy) = (self.to.x - self.from.x, self.to.y - self.from.y);
        let square = dx * dx + dy * dy;
        if square <= f32::EPSILON {
            return self.from.distance(point);
        }
        let along = ((point.x - self.from.x) * dx + (point.y - self.from.y) * dy) / square;
        self.from.towards(self.to, along.clamp(0.0, 1.0)).distance(point)
    }

    pub(super) fn crosses(&self, other: &Self) -> bool {
        let side = |line: &Self, point: Point| {
            (line.to.x - line.from.x) * (point.y - line.from.y)
                - (line.to.y - line.from.y) * (point.x - line.from.x)
        };
        let parts =
            |line: &Self, ends: &Self| (side(line, ends.from) > 0.0) != (side(line, ends.to) > 0.0);
        parts(self, other) && parts(other, self)
    }

    /// Tells whether any of the line lies in `area`.
    pub(super) fn meets(&self, area: &Rect) -> bool {
        let corner = |right: bool, bottom: bool| {
            Point::new(
                if right { area.right() } else { area.x },
                if bottom { area.bottom() } else { area.y },
            )
        };
        let diagonals = [
            Self { from: corner(false, false), to: corner(true, true) },
            Self { from: corner(true, false), to: corner(false, true) },
        ];
        // A line that passes through a box crosses one of its diagonals, or ends inside.
        area.contains(self.from)
            || area.contains(self.to)
            || diagonals.iter().any(|diagonal| self.crosses(diagonal))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_meets_a_box_that_it_passes_through_ends_in_or_clips_at_a_corner() {
        let area = Rect::new(10.0, 10.0, 20.0, 10.0);
        let meets =
            |x1, y1, x2, y2| Line { from: Point::new(x1, y1), to: Point::new(x2, y2) }.meets(&area);
        assert!(meets(0.0, 15.0, 40.0, 15.0), "right through");
        assert!(meets(15.0, 15.0, 16.0, 16.0), "inside");
        assert!(meets(0.0, 15.0, 12.0, 15.0), "ends inside");
        assert!(meets(8.0, 14.0, 14.0, 8.0), "over a corner");
        assert!(!meets(0.0, 12.0, 12.0, 0.0), "past a corner");
        assert!(!meets(0.0, 25.0, 40.0, 25.0), "beneath");
    }

    #[test]
    fn boxes_that_only_touch_do_not_meet() {
        let one = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!one.meets(&Rect::new(10.0, 0.0, 5.0, 5.0)), "side by side");
        assert!(one.meets(&Rect::new(9.0, 9.0, 5.0, 5.0)), "a corner in it");
    }
}
