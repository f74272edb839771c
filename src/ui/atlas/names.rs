//! The names of districts and rivers: quiet ones, where the pins and their labels leave room.

use super::geometry::{Line, Point, Rect};
use super::letters;
use super::outlines::is_inside;

/// The name of a stretch of land or water.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Name {
    /// The name, in capitals where the script has them.
    pub(in super::super) text: String,
    /// Where it stands.
    pub(in super::super) area: Rect,
    /// It names a river.
    pub(in super::super) is_river: bool,
}

/// The space between two letters of a name, in times of the type's size.
const TRACKING: f32 = 0.14;

/// What names keep clear of.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub(super) inner: Rect,
    /// Pins, labels, and the names that already stand.
    pub(super) areas: Vec<Rect>,
    pub(super) lines: Vec<Line>,
    pub(super) rivers: Vec<Point>,
}

/// How many places are tried across the box, and as many down.
const TRIES: u8 = 40;

impl Taken {
    /// How much room there is round `area`, up to `most`; `None` where it touches something.
    fn room(&self, area: &Rect, clear: f32, most: f32) -> Option<f32> {
        if !self.inner.holds(area) {
            return None;
        }
        let grown = area.grown(clear);
        if self.areas.iter().any(|other| grown.meets(other))
            || self.lines.iter().any(|line| line.meets(&grown))
            || self.rivers.iter().any(|point| grown.contains(*point))
        {
            return None;
        }
        let gaps = self.areas.iter().map(|other| gap(area, other));
        let shores = self.rivers.iter().map(|point| area.distance(*point));
        let edges = [
            area.x - self.inner.x,
            area.y - self.inner.y,
            self.inner.right() - area.right(),
            self.inner.bottom() - area.bottom(),
        ];
        Some(gaps.chain(shores).chain(edges).fold(most, f32::min))
    }

    /// Puts the name of a district into its ring, where the most room is.
    pub(super) fn name_land(&mut self, name: &str, ring: &[Point], text: f32) -> Option<Name> {
        let name = name.to_uppercase();
        let (width, height) = (spaced(&name, text), letters::LINE * text);
        let mut best: Option<(f32, Rect)> = None;
        let steps = f32::from(TRIES);
        for across in 0..=TRIES {
            for down in 0..=TRIES {
                let centre = Point::new(
                    self.inner.x + self.inner.width * f32::from(across) / steps,
                    self.inner.y + self.inner.height * f32::from(down) / steps,
                );
                if !is_inside(ring, centre) {
                    continue;
                }
                let area = Rect::around(centre, width, height);
                let Some(room) = self.room(&area, 0.5 * text, 5.0 * text) else { continue };
                let shore =
                    ring.iter().map(|point| area.distance(*point)).fold(5.0 * text, f32::min);
                if !holds(ring, &area) || shore < 0.3 * text {
                    continue;
                }
                let room = room.min(shore);
                if best.is_none_or(|(most, _)| room > most + 0.5) {
                    best = Some((room, area));
                }
            }
        }
        let (_, area) = best?;
        self.areas.push(area);
        Some(Name { text: name, area, is_river: false })
    }

    /// Puts the name of a river beside it.
    pub(super) fn name_river(
        &mut self,
        name: &str,
        course: &[Point],
        stroke: f32,
        text: f32,
    ) -> Option<Name> {
        let name = name.to_uppercase();
        let (width, height) = (spaced(&name, text), letters::LINE * text);
        let mut best: Option<(f32, Rect)> = None;
        let off = stroke / 2.0 + 0.35 * text;
        // Beside the stroke on any side of it, with the nearest corner or edge of the name towards it.
        let sides = [(0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0)];
        let corners = [(1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)];
        for point in course {
            for (right, down) in sides.into_iter().chain(corners) {
                let centre = Point::new(
                    point.x + right * (width / 2.0 + off),
                    point.y + down * (height / 2.0 + off),
                );
                let area = Rect::around(centre, width, height);
                let Some(_) = self.room(&area, 0.15 * text, 1.0) else { continue };
                // Beside the river means near it at both ends, and far from everything else.
                let near = |x: f32| {
                    let end = Point::new(x, area.centre().y);
                    course.iter().map(|point| point.distance(end)).fold(f32::INFINITY, f32::min)
                };
                let gaps = self.areas.iter().map(|other| gap(&area, other));
                let liking = gaps.fold(4.0 * text, f32::min) - near(area.x) - near(area.right());
                if best.is_none_or(|(most, _)| liking > most + 0.5) {
                    best = Some((liking, area));
                }
            }
        }
        let (_, area) = best?;
        self.areas.push(area);
        Some(Name { text: name, area, is_river: true })
    }
}

/// The width of a name with its letters set apart.
fn spaced(name: &str, text: f32) -> f32 {
    (letters::width(name) + TRACKING * name.chars().count() as f32) * text
}

fn holds(ring: &[Point], area: &Rect) -> bool {
    let middle = area.centre();
    [
        Point::new(area.x, area.y),
        Point::new(middle.x, area.y),
        Point::new(area.right(), area.y),
        Point::new(area.x, area.bottom()),
        Point::new(middle.x, area.bottom()),
        Point::new(area.right(), area.bottom()),
    ]
    .into_iter()
    .all(|corner| is_inside(ring, corner))
}

/// The gap between two boxes; 0 where they meet.
fn gap(one: &Rect, other: &Rect) -> f32 {
    let across = (other.x - one.right()).max(one.x - other.right()).max(0.0);
    let down = (other.y - one.bottom()).max(one.y - other.bottom()).max(0.0);
    across.hypot(down)
}
