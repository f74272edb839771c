//! Names beside their pins. A name stands where it touches no other name, no pin and no leader, or it does not stand at
//! all: the number in the pin is enough to find it in the list.

use super::geometry::{Line, Point, Rect};
use super::sides::{Candidate, candidates};

/// How a label's lines are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in super::super) enum Align {
    /// Against its left edge: it stands on the right of its pin.
    Left,
    /// In the middle: above or below.
    Centre,
    /// Against its right edge: on the left.
    Right,
}

/// A name on the map.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Label {
    /// The position of its pin.
    pub(in super::super) pin: usize,
    /// Its lines, parted by line feeds.
    pub(in super::super) text: String,
    /// Where it stands.
    pub(in super::super) area: Rect,
    /// How it is set.
    pub(in super::super) align: Align,
    /// A line to its pin, where it stands apart.
    pub(in super::super) leader: Option<Line>,
}

/// What labels have to keep clear of.
#[derive(Debug)]
pub(super) struct Surroundings<'a> {
    /// Where labels may stand.
    pub(super) inner: Rect,
    pub(super) pins: &'a [Point],
    pub(super) diameter: f32,
    /// Hairlines from pins to their true places, one a pin.
    pub(super) hairlines: &'a [Option<Line>],
    /// Points along rivers, and how far around them is water.
    pub(super) rivers: &'a [Point],
    pub(super) shore: f32,
    /// The type's size.
    pub(super) text: f32,
}

/// How many orders are tried for maps of so few pins as ours.
const ORDERS: usize = 48;

/// The most tests that placing may take: maps of many pins get fewer orders.
const EFFORT: usize = 2_000_000;

/// Maps of more pins are taken as they come out.
const MENDED: usize = 60;

/// A label without a place is worse than the worst place.
const MISSING: f32 = 40.0;

/// Labels for `names`, the name of each pin in its order. What finds no place is left out.
pub(super) fn place(names: &[&str], around: &Surroundings<'_>) -> Vec<Label> {
    let mut candidates: Vec<Vec<Candidate>> =
        (0..).zip(names).map(|(pin, name)| candidates(pin, name, around)).collect();
    for places in &mut candidates {
        places.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    }
    let all: usize = candidates.iter().map(Vec::len).sum();
    let orders = (EFFORT / (all * names.len()).max(1)).clamp(1, ORDERS);
    let attempts = (0..orders).map(|turn| Placing::of(&candidates, turn, around.text));
    let best = attempts.min_by(|one, other| one.cost().total_cmp(&other.cost()));
    let mut best = best.unwrap_or_default();
    if names.len() <= MENDED {
        best.mend(&candidates, around.text);
    }
    let mut labels: Vec<Label> =
        best.placed.iter().map(|candidate| candidate.label.clone()).collect();
    labels.sort_by_key(|label| label.pin);
    labels
}

/// Pins in the order in which their labels take their places: those with the least choice first, and then mixed, always
/// in the same way.
fn order_of(candidates: &[Vec<Candidate>], turn: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    if turn == 0 {
        order.sort_by_key(|&pin| candidates.get(pin).map_or(0, Vec::len));
        return order;
    }
    let mut seed = turn as u64;
    let mut key = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    let keys: Vec<u64> = order.iter().map(|_| key()).collect();
    order.sort_by_key(|&pin| keys.get(pin).copied());
    order
}

/// Labels at their places, and the pins whose labels found none.
#[derive(Debug, Default)]
struct Placing<'a> {
    placed: Vec<&'a Candidate>,
    left: Vec<usize>,
}

impl<'a> Placing<'a> {
    /// Places one label after the other; which comes first is another at every turn.
    fn of(candidates: &'a [Vec<Candidate>], turn: usize, text: f32) -> Self {
        let mut placing = Self::default();
        for pin in order_of(candidates, turn) {
            match free(of_pin(candidates, pin), &placing.placed, text) {
                Some(candidate) => placing.placed.push(candidate),
                None => placing.left.push(pin),
            }
        }
        placing
    }

    /// How little one likes it.
    fn cost(&self) -> f32 {
        let placed: f32 = self.placed.iter().map(|candidate| candidate.cost).sum();
        placed + MISSING * self.left.len() as f32
    }

    /// A label that found no place gets that of another one, if this finds a second.
    fn mend(&mut self, candidates: &'a [Vec<Candidate>], text: f32) {
        for pin in std::mem::take(&mut self.left) {
            let mut places = of_pin(candidates, pin).iter();
            if !places.any(|candidate| self.yield_to(candidate, candidates, text)) {
                self.left.push(pin);
            }
        }
    }

    /// Takes `candidate` in, where the only label in its way finds another place. Tells whether it did.
    fn yield_to(
        &mut self,
        candidate: &'a Candidate,
        candidates: &'a [Vec<Candidate>],
        text: f32,
    ) -> bool {
        let is_in_its_way = |other: &Candidate| collide(&candidate.label, &other.label, text);
        let mut in_its_way = (0..).zip(&self.placed).filter(|(_, other)| is_in_its_way(other));
        let (first, second) = (in_its_way.next(), in_its_way.next());
        let (Some((at, other)), None) = (first, second) else { return false };
        let mut others = self.placed.clone();
        others.swap_remove(at);
        others.push(candidate);
        let elsewhere = free(of_pin(candidates, other.label.pin), &others, text);
        others.extend(elsewhere);
        if elsewhere.is_some() {
            self.placed = others;
        }
        elsewhere.is_some()
    }
}

fn of_pin(candidates: &[Vec<Candidate>], pin: usize) -> &[Candidate] {
    candidates.get(pin).map_or(&[], Vec::as_slice)
}

/// The best of `candidates` that is in nobody's way.
fn free<'a>(
    candidates: &'a [Candidate],
    standing: &[&Candidate],
    text: f32,
) -> Option<&'a Candidate> {
    candidates.iter().find(|candidate| {
        standing.iter().all(|other| !collide(&candidate.label, &other.label, text))
    })
}

/// Tells whether two labels with their leaders are in each other's way.
fn collide(one: &Label, other: &Label, text: f32) -> bool {
    let clear = one.area.grown(0.22 * text);
    if clear.meets(&other.area) {
        return true;
    }
    let meets = |leader: Option<Line>, area: &Rect| leader.is_some_and(|line| line.meets(area));
    meets(other.leader, &clear)
        || meets(one.leader, &other.area.grown(0.22 * text))
        || one.leader.zip(other.leader).is_some_and(|(one, other)| one.crosses(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIN: Point = Point::new(150.0, 100.0);

    fn around<'a>(hairlines: &'a [Option<Line>], rivers: &'a [Point]) -> Surroundings<'a> {
        Surroundings {
            inner: Rect::new(0.0, 0.0, 300.0, 200.0),
            pins: &[PIN],
            diameter: 20.0,
            hairlines,
            rivers,
            shore: 4.0,
            text: 20.0,
        }
    }

    fn placed(around: &Surroundings<'_>) -> Option<Label> {
        place(&["Port"], around).pop()
    }

    #[test]
    fn a_label_stands_on_the_right_of_its_pin_where_nothing_is_in_the_way() {
        let label = placed(&around(&[None], &[])).expect("there is room");
        assert_eq!((label.align, label.leader), (Align::Left, None));
        assert!(label.area.x > PIN.x + 10.0, "{label:?}");
        assert!((label.area.centre().y - PIN.y).abs() < 0.01, "{label:?}");
    }

    #[test]
    fn a_label_keeps_off_hairlines_and_rivers() {
        let line = Line { from: PIN, to: Point::new(250.0, 100.0) };
        let label = placed(&around(&[Some(line)], &[])).expect("there is room");
        assert!(!line.meets(&label.area), "{label:?}");
        let river: Vec<Point> =
            (0..10_u8).map(|at| Point::new(180.0, 20.0 * f32::from(at))).collect();
        let label = placed(&around(&[None], &river)).expect("there is room");
        assert!(river.iter().all(|point| label.area.distance(*point) >= 4.0), "{label:?}");
    }

    #[test]
    fn a_label_that_finds_no_room_is_left_out() {
        let narrow =
            Surroundings { inner: Rect::new(130.0, 80.0, 40.0, 40.0), ..around(&[None], &[]) };
        assert_eq!(placed(&narrow), None);
    }
}
