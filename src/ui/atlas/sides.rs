//! The sides of a pin that its name may stand at: near or with a leader, in one line or several, clear of everything that
//! does not move.

use super::geometry::{Line, Point, Rect};
use super::labels::{Align, Label, Surroundings};
use super::letters::{self, Broken};

/// A place for a label, and how little one likes it.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) label: Label,
    pub(super) cost: f32,
}

/// Where a label may stand relative to its pin: the direction, how its lines are set, and the cost.
const SIDES: [(f32, f32, Align, f32); 12] = [
    (1.0, 0.0, Align::Left, 0.0),
    (-1.0, 0.0, Align::Right, 0.6),
    (1.0, -0.5, Align::Left, 0.4),
    (1.0, 0.5, Align::Left, 0.4),
    (-1.0, -0.5, Align::Right, 1.0),
    (-1.0, 0.5, Align::Right, 1.0),
    (0.0, -1.0, Align::Centre, 1.2),
    (0.0, 1.0, Align::Centre, 1.2),
    (0.7, -1.0, Align::Left, 1.4),
    (0.7, 1.0, Align::Left, 1.4),
    (-0.7, -1.0, Align::Right, 1.8),
    (-0.7, 1.0, Align::Right, 1.8),
];

/// How far a label may stand from its pin, in times of the type's size, with a leader.
const REACHES: [f32; 4] = [1.1, 2.0, 3.0, 4.2];

/// Every place of a pin's label that is clear of what does not move.
pub(super) fn candidates(pin: usize, name: &str, around: &Surroundings<'_>) -> Vec<Candidate> {
    let Some(&centre) = around.pins.get(pin) else { return Vec::new() };
    let mut found = Vec::new();
    for (words, cost) in forms(name) {
        let (width, height) =
            (words.width * around.text, f32::from(words.lines) * letters::LINE * around.text);
        let radius = around.diameter / 2.0;
        for (right, down, align, preference) in SIDES {
            let near = radius + 0.42 * around.text;
            let area = beside(centre, (right, down), near, width, height);
            let label = Label { pin, text: words.text.clone(), area, align, leader: None };
            found.extend(judged(label, cost + preference, around));
            for (step, reach) in (1_u8..).zip(REACHES) {
                let area =
                    beside(centre, (right, down), radius + reach * around.text, width, height);
                let leader = leader(centre, radius, &area);
                let label = Label { pin, text: words.text.clone(), area, align, leader };
                let far = 3.0 + 2.0 * f32::from(step);
                found.extend(judged(label, cost + preference + far, around));
            }
        }
    }
    found
}

/// The ways to set a name: in as many lines as suit its length, with the cost of each.
fn forms(name: &str) -> Vec<(Broken, f32)> {
    let whole = letters::width(name);
    // A short name stands in one line, a longer one in two or three of them.
    let liked = match whole {
        whole if whole <= 8.5 => 1,
        whole if whole <= 17.0 => 2,
        _ => 3,
    };
    (1_u8..=4)
        .filter(|lines| {
            whole / f32::from(*lines) <= 18.0 && (*lines == 1 || whole / f32::from(*lines) >= 2.4)
        })
        .filter_map(|lines| Some((letters::broken(name, lines)?, lines)))
        .map(|(words, lines)| (words, 1.5 * f32::from(lines.abs_diff(liked))))
        .collect()
}

/// The box of `width` and `height` that lies in the direction (`right`, `down`) of a pin, so far from its centre.
fn beside(centre: Point, (right, down): (f32, f32), from: f32, width: f32, height: f32) -> Rect {
    let (x, y) = (centre.x + right * from, centre.y + down * from);
    // The edge that faces the pin lies there; between the sides the box slides along.
    Rect::new(
        x - width * (1.0 - right.clamp(-1.0, 1.0)) / 2.0,
        y - height * (1.0 - down.clamp(-1.0, 1.0)) / 2.0,
        width,
        height,
    )
}

/// The line from the edge of a pin to the nearest edge of its label.
fn leader(centre: Point, radius: f32, area: &Rect) -> Option<Line> {
    let to = area.nearest(centre);
    let distance = centre.distance(to);
    (distance > radius).then(|| Line { from: centre.towards(to, radius / distance), to })
}

/// The candidate with all of its cost; `None` where it touches what does not move.
fn judged(label: Label, cost: f32, around: &Surroundings<'_>) -> Option<Candidate> {
    if !around.inner.holds(&label.area) {
        return None;
    }
    let clear = label.area.grown(0.15 * around.text);
    let radius = around.diameter / 2.0;
    for (at, &centre) in around.pins.iter().enumerate() {
        let keep = if at == label.pin { radius } else { radius + 0.15 * around.text };
        if label.area.distance(centre) < keep {
            return None;
        }
        let passes = |line: Line| line.distance(centre) < radius + 0.1 * around.text;
        if at != label.pin && label.leader.is_some_and(passes) {
            return None;
        }
    }
    for line in around.hairlines.iter().flatten() {
        if line.meets(&clear) || label.leader.is_some_and(|leader| leader.crosses(line)) {
            return None;
        }
    }
    if around.rivers.iter().any(|&point| label.area.distance(point) < around.shore) {
        return None;
    }
    let crosses = label.leader.is_some_and(|leader| {
        around.rivers.windows(2).any(|pair| match *pair {
            [from, to] if from.distance(to) < 4.0 * around.text => {
                leader.crosses(&Line { from, to })
            }
            _ => false,
        })
    });
    let cost = cost + if crosses { 2.0 } else { 0.0 };
    Some(Candidate { label, cost })
}
