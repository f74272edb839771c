//! The map of the zones, as plain numbers: outlines, pins and words that never touch each other.
//!
//! It knows boxes, pixels and letters; what is drawn with them, and where they come from, it does not know.

mod geometry;
mod labels;
mod letters;
mod names;
mod outlines;
mod pins;
mod projection;
mod sides;
#[cfg(test)]
mod tests;

use geometry::{Point, Rect};
use labels::Surroundings;
use names::Taken;
use projection::Projection;

pub(super) use geometry::Line;
pub(super) use labels::{Align, Label};
pub(super) use names::Name;

/// What a shape of the ground is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Ground {
    /// A district that belongs to the area.
    Area,
    /// A neighbour.
    Land,
    /// A river.
    River,
}

/// A shape of the ground.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shape {
    pub(super) ground: Ground,
    /// Closed rings of a district, courses of a river: longitude and latitude in degrees.
    pub(super) rings: Vec<Vec<(f64, f64)>>,
    pub(super) name: String,
}

/// A place to pin.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Site {
    /// Longitude and latitude in degrees.
    pub(super) point: (f64, f64),
    pub(super) name: String,
}

/// The box that the map is drawn in; all in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) width: f32,
    pub(super) height: f32,
    /// A strip along the lower edge that words and pins keep clear of.
    pub(super) foot: f32,
    /// The diameter of a pin.
    pub(super) pin: f32,
    /// The size of the type; 0 for a map without words.
    pub(super) text: f32,
    /// The width of a river's stroke.
    pub(super) river: f32,
}

/// A district as the commands of a closed path.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Outline {
    pub(super) ground: Ground,
    pub(super) commands: String,
}

/// A pin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pin {
    /// Its centre.
    pub(super) place: Point,
    /// From there to the true place, where the pin had to give way.
    pub(super) hairline: Option<Line>,
}

/// The map.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Atlas {
    /// Neighbours, then the area, then rivers.
    pub(super) outlines: Vec<Outline>,
    /// One a site, in their order.
    pub(super) pins: Vec<Pin>,
    /// The diameter of the pins: less than was asked for only where there is no room for all.
    pub(super) diameter: f32,
    pub(super) labels: Vec<Label>,
    pub(super) names: Vec<Name>,
}

/// Draws `sites` on the ground of `shapes` into `frame`.
pub(super) fn draw(shapes: &[Shape], sites: &[Site], frame: &Frame) -> Atlas {
    if !(frame.width >= 1.0 && frame.height - frame.foot >= 1.0) {
        return Atlas::default();
    }
    let whole = Rect::new(0.0, 0.0, frame.width, frame.height);
    let useful = Rect::new(0.0, 0.0, frame.width, frame.height - frame.foot);
    let projection = Projection::fitting(&bounds(shapes, sites), &margins(&useful, frame));

    let ground = Projected::of(shapes, &projection, &whole.grown(4.0 * frame.river.max(1.0)));
    let edge = useful.grown(-0.3 * frame.pin);
    let wanted: Vec<Point> = sites.iter().map(|site| projection.pixel(site.point)).collect();
    let spread = pins::spread(&wanted, &edge, frame.pin);
    let pins: Vec<Pin> = spread
        .places
        .iter()
        .zip(&wanted)
        .map(|(&place, &wanted)| Pin {
            place,
            hairline: hairline(place, wanted, &useful, spread.diameter),
        })
        .collect();

    let mut atlas =
        Atlas { outlines: ground.outlines(), pins, diameter: spread.diameter, ..Atlas::default() };
    if frame.text >= 1.0 {
        let hairlines: Vec<Option<Line>> = atlas.pins.iter().map(|pin| pin.hairline).collect();
        let rivers = ground.river_points(frame.text);
        let around = Surroundings {
            inner: edge,
            pins: &spread.places,
            diameter: spread.diameter,
            hairlines: &hairlines,
            rivers: &rivers,
            shore: 0.6 * frame.river,
            text: frame.text,
        };
        let words: Vec<&str> = sites.iter().map(|site| site.name.as_str()).collect();
        atlas.labels = labels::place(&words, &around);
        atlas.names = name_ground(&ground, &atlas, edge, rivers, frame);
    }
    atlas
}

/// What the map has to show: the sites, or the area where there is none.
fn bounds(shapes: &[Shape], sites: &[Site]) -> Vec<(f64, f64)> {
    if sites.is_empty() {
        let area = shapes.iter().filter(|shape| shape.ground == Ground::Area);
        return area.flat_map(|shape| shape.rings.iter().flatten().copied()).collect();
    }
    sites.iter().map(|site| site.point).collect()
}

/// Where the sites lie: pins and the words at the edges need some room around them.
fn margins(useful: &Rect, frame: &Frame) -> Rect {
    let across = (frame.pin + 0.07 * useful.width).min(0.3 * useful.width);
    let down = (0.7 * frame.pin + 0.07 * useful.height).min(0.3 * useful.height);
    let height = useful.height - 2.0 * down;
    Rect::new(across, down, useful.width - 2.0 * across, height)
}

/// The line to the true place, where the pin stands beside it.
fn hairline(place: Point, wanted: Point, useful: &Rect, diameter: f32) -> Option<Line> {
    let is_beside = place.distance(wanted) > 0.3 * diameter && useful.contains(wanted);
    is_beside.then_some(Line { from: place, to: wanted })
}

/// The shapes in pixels, cut to what is seen.
#[derive(Debug)]
struct Projected<'a> {
    land: Vec<(&'a Shape, Vec<Vec<Point>>)>,
    rivers: Vec<(&'a Shape, Vec<Vec<Point>>)>,
}

impl<'a> Projected<'a> {
    fn of(shapes: &'a [Shape], projection: &Projection, seen: &Rect) -> Self {
        let (mut land, mut rivers) = (Vec::new(), Vec::new());
        for shape in shapes {
            let lines = shape
                .rings
                .iter()
                .map(|ring| ring.iter().map(|&point| projection.pixel(point)).collect::<Vec<_>>());
            if shape.ground == Ground::River {
                let cut = lines.flat_map(|line| outlines::cut_line(&line, seen));
                rivers.push((shape, cut.map(|line| outlines::thinned(&line)).collect()));
            } else {
                let cut = lines.map(|line| outlines::cut_ring(&line, seen));
                let cut = cut.map(|ring| outlines::thinned(&ring)).filter(|ring| ring.len() > 2);
                land.push((shape, cut.collect()));
            }
        }
        // The area lies over its neighbours.
        land.sort_by_key(|(shape, _): &(&Shape, _)| shape.ground == Ground::Area);
        Self { land, rivers }
    }

    fn outlines(&self) -> Vec<Outline> {
        let path = |lines: &[Vec<Point>], is_closed| {
            let parts: Vec<String> =
                lines.iter().map(|line| outlines::smooth(line, is_closed)).collect();
            parts.join(" ")
        };
        let land = self.land.iter().map(|(shape, rings)| (shape.ground, path(rings, true)));
        let rivers = self.rivers.iter().map(|(shape, lines)| (shape.ground, path(lines, false)));
        land.chain(rivers)
            .filter(|(_, commands)| !commands.is_empty())
            .map(|(ground, commands)| Outline { ground, commands })
            .collect()
    }

    /// Points along the rivers, about half a letter apart.
    fn river_points(&self, text: f32) -> Vec<Point> {
        self.rivers.iter().flat_map(|(_, lines)| lines).flat_map(|line| steps(line, text)).collect()
    }
}

/// Points along `line`, at most half a letter of the size `text` apart.
fn steps(line: &[Point], text: f32) -> Vec<Point> {
    let mut points = Vec::new();
    for pair in line.windows(2) {
        let [from, to] = *pair else { continue };
        let count = (from.distance(to) / (0.5 * text).max(1.0)).ceil().clamp(1.0, 1_000.0);
        let mut at = 0.0;
        while at < count {
            points.push(from.towards(to, at / count));
            at += 1.0;
        }
    }
    points.extend(line.last());
    points
}

fn name_ground(
    ground: &Projected<'_>,
    atlas: &Atlas,
    edge: Rect,
    rivers: Vec<Point>,
    frame: &Frame,
) -> Vec<Name> {
    let pins = atlas.pins.iter().map(|pin| Rect::around(pin.place, atlas.diameter, atlas.diameter));
    let hairlines = atlas.pins.iter().filter_map(|pin| pin.hairline);
    let leaders = atlas.labels.iter().filter_map(|label| label.leader);
    let mut taken = Taken {
        inner: edge,
        areas: pins.chain(atlas.labels.iter().map(|label| label.area)).collect(),
        lines: hairlines.chain(leaders).collect(),
        rivers,
    };
    let mut names = Vec::new();
    for (shape, lines) in &ground.rivers {
        let course: Vec<Point> =
            lines.iter().flat_map(|line| steps(line, 2.0 * frame.text)).collect();
        names.extend(taken.name_river(&shape.name, &course, frame.river, frame.text));
    }
    for (shape, rings) in ground.land.iter().rev() {
        let largest = rings.iter().max_by_key(|ring| ring.len());
        names
            .extend(largest.and_then(|ring| taken.name_land(&shape.name, ring, 0.85 * frame.text)));
    }
    names
}
