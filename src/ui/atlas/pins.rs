//! Where pins stand: at their places, or beside them where two would touch.

use super::geometry::{Point, Rect};

/// How often pins that touch push each other; what still touches then looks for free ground.
const PUSHES: u32 = 60;

/// Pins with the size that they got.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pins {
    pub(super) places: Vec<Point>,
    pub(super) diameter: f32,
}

/// The gap between two pins, in times of their diameter.
const GAP: f32 = 0.14;

/// Places for the centres of pins at `wanted`, all of them in `inner`, any two at least a diameter and a gap apart.
///
/// Where there are more pins than there is ground for, all become smaller.
pub(super) fn spread(wanted: &[Point], inner: &Rect, diameter: f32) -> Pins {
    let mut diameter = diameter.max(0.0);
    loop {
        let room = inner.grown(-diameter / 2.0);
        let apart = diameter * (1.0 + GAP);
        // Every pin keeps the others out of a circle; as long as these leave ground free, there is a place for all.
        let taken = wanted.len() as f32 * std::f32::consts::PI * apart * apart;
        let is_roomy = taken < 0.8 * room.width * room.height || diameter < 0.01;
        if is_roomy && let Some(places) = settle(wanted, &room, apart) {
            return Pins { places, diameter };
        }
        if diameter < 0.01 {
            return Pins {
                places: wanted.iter().map(|&place| room.nearest(place)).collect(),
                diameter,
            };
        }
        diameter *= 0.85;
    }
}

/// Places in `room`, any two `apart`; `None` where no free ground was found.
fn settle(wanted: &[Point], room: &Rect, apart: f32) -> Option<Vec<Point>> {
    let mut places: Vec<Point> = wanted.iter().map(|&place| room.nearest(place)).collect();
    for _ in 0..PUSHES {
        if !push(&mut places, room, apart) {
            return Some(places);
        }
    }
    // In their order, so that the earlier ones keep their places.
    let mut settled: Vec<Point> = Vec::with_capacity(places.len());
    for place in places {
        let free = free_ground(place, &settled, room, apart)?;
        settled.push(free);
    }
    Some(settled)
}

/// Pushes every two that touch apart, each by half, along the line between them. Tells whether any touched.
fn push(places: &mut [Point], room: &Rect, apart: f32) -> bool {
    let mut touched = false;
    for after in 1..places.len() {
        let (before, rest) = places.split_at_mut(after);
        let Some(second) = rest.first_mut() else { break };
        for (at, first) in before.iter_mut().enumerate() {
            let distance = first.distance(*second);
            if distance >= apart {
                continue;
            }
            touched = true;
            let (dx, dy) = if distance > 0.01 {
                ((second.x - first.x) / distance, (second.y - first.y) / distance)
            } else {
                // Two at one place part in another direction than the next two do.
                let angle = 2.4 * (at + after) as f32;
                (angle.cos(), angle.sin())
            };
            let by = (apart - distance) / 2.0 + 0.02 * apart;
            *first = room.nearest(Point::new(first.x - dx * by, first.y - dy * by));
            *second = room.nearest(Point::new(second.x + dx * by, second.y + dy * by));
        }
    }
    touched
}

/// The free ground nearest to `place`.
fn free_ground(place: Point, taken: &[Point], room: &Rect, apart: f32) -> Option<Point> {
    let is_free = |point: &Point| {
        room.contains(*point) && taken.iter().all(|other| other.distance(*point) >= apart)
    };
    if is_free(&place) {
        return Some(place);
    }
    let step = (apart / 4.0).max(0.05);
    let rings = ((room.width.hypot(room.height) / step).ceil()).min(4_000.0);
    let mut radius = step;
    while radius <= rings * step {
        let points = (std::f32::consts::TAU * radius / step).ceil().max(8.0);
        let mut at = 0.0;
        while at < points {
            let angle = std::f32::consts::TAU * at / points;
            let point = Point::new(place.x + radius * angle.cos(), place.y + radius * angle.sin());
            if is_free(&point) {
                return Some(point);
            }
            at += 1.0;
        }
        radius += step;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rect = Rect::new(0.0, 0.0, 400.0, 300.0);

    #[test]
    fn pins_that_are_far_apart_stay_where_they_are() {
        let wanted = [Point::new(50.0, 50.0), Point::new(200.0, 80.0)];
        let pins = spread(&wanted, &ROOM, 20.0);
        assert_eq!(pins.places, wanted);
        assert!((pins.diameter - 20.0).abs() < f32::EPSILON);
    }

    #[test]
    fn two_that_touch_part_along_the_line_between_them() {
        let pins = spread(&[Point::new(100.0, 100.0), Point::new(110.0, 100.0)], &ROOM, 20.0);
        let [one, two] = pins.places[..] else { panic!("two pins") };
        assert!(one.x < 100.0 && two.x > 110.0, "{one:?} {two:?}");
        assert!((one.y - 100.0).abs() < 0.01 && (two.y - 100.0).abs() < 0.01, "{one:?} {two:?}");
        assert!((one.x + two.x - 210.0).abs() < 0.5, "each gives way as much: {one:?} {two:?}");
    }

    #[test]
    fn a_crowd_at_one_place_finds_room_and_one_that_is_too_large_shrinks() {
        let crowd = [Point::new(1.0, 1.0); 30];
        let pins = spread(&crowd, &ROOM, 20.0);
        for (at, one) in pins.places.iter().enumerate() {
            for other in pins.places.iter().skip(at + 1) {
                assert!(one.distance(*other) >= pins.diameter, "{one:?} {other:?}");
            }
        }
        let pins = spread(&crowd, &Rect::new(0.0, 0.0, 40.0, 40.0), 20.0);
        assert_eq!(pins.places.len(), 30, "nobody is lost");
        assert!(pins.diameter < 20.0, "but all are smaller");
    }
}
