//! Land and rivers as strokes: cut to what is seen, freed of points that nobody sees, and drawn as smooth curves.

use std::fmt::Write as _;

use super::geometry::{Line, Point, Rect};

/// A point that leaves the line by less than so many pixels is not drawn.
const UNSEEN: f32 = 0.7;

/// The part of a closed ring that lies in `area`.
pub(super) fn cut_ring(ring: &[Point], area: &Rect) -> Vec<Point> {
    // How far inside each of the four edges a point lies.
    let edges: [fn(&Point, &Rect) -> f32; 4] = [
        |point, area| point.x - area.x,
        |point, area| area.right() - point.x,
        |point, area| point.y - area.y,
        |point, area| area.bottom() - point.y,
    ];
    let mut ring = ring.to_vec();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    for inside_by in edges {
        let Some(&last) = ring.last() else { break };
        let mut cut = Vec::with_capacity(ring.len() + 4);
        let mut before = last;
        for &here in &ring {
            let (was, is) = (inside_by(&before, area), inside_by(&here, area));
            if (was < 0.0) != (is < 0.0) {
                cut.push(before.towards(here, was / (was - is)));
            }
            if is >= 0.0 {
                cut.push(here);
            }
            before = here;
        }
        ring = cut;
    }
    ring
}

/// The stretches of a line that lie in or next to `area`.
pub(super) fn cut_line(line: &[Point], area: &Rect) -> Vec<Vec<Point>> {
    let mut stretches: Vec<Vec<Point>> = Vec::new();
    let mut is_open = false;
    for pair in line.windows(2) {
        let [from, to] = *pair else { continue };
        if !(Line { from, to }).meets(area) {
            is_open = false;
            continue;
        }
        if !is_open {
            stretches.push(vec![from]);
        }
        is_open = true;
        if let Some(stretch) = stretches.last_mut() {
            stretch.push(to);
        }
    }
    stretches
}

/// The line without points that nobody would miss (Douglas and Peucker).
pub(super) fn thinned(line: &[Point]) -> Vec<Point> {
    let Some(last) = line.len().checked_sub(1) else { return Vec::new() };
    let mut kept = vec![false; line.len()];
    let mut open = vec![(0, last)];
    for end in [0, last] {
        if let Some(mark) = kept.get_mut(end) {
            *mark = true;
        }
    }
    while let Some((from, to)) = open.pop() {
        let (Some(&start), Some(&end)) = (line.get(from), line.get(to)) else { continue };
        let base = Line { from: start, to: end };
        let farthest = line
            .iter()
            .enumerate()
            .take(to)
            .skip(from + 1)
            .map(|(at, point)| (at, base.distance(*point)))
            .max_by(|one, other| one.1.total_cmp(&other.1));
        if let Some((at, distance)) = farthest
            && distance > UNSEEN
        {
            if let Some(mark) = kept.get_mut(at) {
                *mark = true;
            }
            open.extend([(from, at), (at, to)]);
        }
    }
    line.iter().zip(kept).filter_map(|(point, kept)| kept.then_some(*point)).collect()
}

/// The commands of a path through `points`, smooth in every one of them.
pub(super) fn smooth(points: &[Point], is_closed: bool) -> String {
    let mut commands = String::new();
    let Some(first) = points.first() else { return commands };
    // Writing to a string cannot fail.
    let _ = write!(commands, "M {:.1} {:.1}", first.x, first.y);
    let count = points.len();
    let ends = if is_closed { count } else { count - 1 };
    let neighbour = |at: usize, by: usize| {
        let at = if is_closed { (at + by) % count } else { (at + by).min(count - 1) };
        points.get(at).copied().unwrap_or(*first)
    };
    for at in 0..ends {
        let here = neighbour(at, 0);
        let before = match at.checked_sub(1) {
            Some(at) => neighbour(at, 0),
            None if is_closed => neighbour(count - 1, 0),
            None => here,
        };
        let (next, after) = (neighbour(at, 1), neighbour(at, 2));
        // A third of the way, in the direction of the neighbours on both sides: it never swings out.
        let reach = here.distance(next) / 3.0;
        let leave = along(here, before, next, reach);
        let arrive = along(next, after, here, reach);
        let _ = write!(
            commands,
            " C {:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            leave.x, leave.y, arrive.x, arrive.y, next.x, next.y
        );
    }
    if is_closed {
        commands.push_str(" Z");
    }
    commands
}

/// From `here` by `reach` in the direction that leads from `from` to `to`.
fn along(here: Point, from: Point, to: Point, reach: f32) -> Point {
    let length = from.distance(to);
    if length < 0.01 {
        return here;
    }
    let share = reach / length;
    Point::new(here.x + (to.x - from.x) * share, here.y + (to.y - from.y) * share)
}

/// Tells whether `point` lies in the closed ring.
pub(super) fn is_inside(ring: &[Point], point: Point) -> bool {
    let Some(&last) = ring.last() else { return false };
    let mut before = last;
    let mut inside = false;
    for &here in ring {
        if (here.y > point.y) != (before.y > point.y) {
            let share = (point.y - here.y) / (before.y - here.y);
            if point.x < here.x + (before.x - here.x) * share {
                inside = !inside;
            }
        }
        before = here;
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect::new(0.0, 0.0, 100.0, 100.0);

    fn points(pairs: &[(f32, f32)]) -> Vec<Point> {
        pairs.iter().map(|&(x, y)| Point::new(x, y)).collect()
    }

    #[test]
    fn a_ring_is_cut_at_the_edges_of_what_is_seen() {
        let ring = points(&[(-50.0, 20.0), (50.0, 20.0), (50.0, 60.0), (-50.0, 60.0)]);
        let cut = cut_ring(&ring, &AREA);
        assert!(cut.iter().all(|point| AREA.contains(*point)), "{cut:?}");
        assert!(cut.contains(&Point::new(0.0, 20.0)), "{cut:?}");
        assert!(cut_ring(&points(&[(200.0, 0.0), (300.0, 0.0), (300.0, 9.0)]), &AREA).is_empty());
        let whole = points(&[(-9.0, -9.0), (200.0, -9.0), (200.0, 200.0), (-9.0, 200.0)]);
        assert_eq!(cut_ring(&whole, &AREA).len(), 4, "all that is seen lies in it");
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two() {
        let line =
            points(&[(10.0, 10.0), (10.0, 300.0), (300.0, 300.0), (300.0, 50.0), (50.0, 50.0)]);
        let stretches = cut_line(&line, &AREA);
        assert_eq!(stretches.len(), 2, "{stretches:?}");
    }

    #[test]
    fn points_on_a_straight_line_are_not_drawn() {
        let line = points(&[(0.0, 0.0), (10.0, 0.2), (20.0, 0.0), (30.0, 20.0)]);
        assert_eq!(thinned(&line), points(&[(0.0, 0.0), (20.0, 0.0), (30.0, 20.0)]));
        assert!(thinned(&[]).is_empty());
    }

    #[test]
    fn a_smooth_path_goes_through_every_point() {
        let path = smooth(&points(&[(0.0, 0.0), (10.0, 5.0), (20.0, 0.0)]), false);
        assert!(path.starts_with("M 0.0 0.0 C ") && path.contains(" 10.0 5.0 C "), "{path}");
        assert!(path.ends_with(" 20.0 0.0"), "{path}");
        assert!(smooth(&points(&[(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)]), true).ends_with(" Z"));
        assert_eq!(smooth(&[], true), "");
    }

    #[test]
    fn inside_is_inside() {
        let ring = points(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 3.0), (0.0, 10.0)]);
        assert!(is_inside(&ring, Point::new(5.0, 2.0)));
        assert!(!is_inside(&ring, Point::new(5.0, 8.0)), "in the notch");
        assert!(!is_inside(&ring, Point::new(20.0, 5.0)));
    }
}
