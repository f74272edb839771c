//! Which values of a line are named first where there is little room, and where their names stand. Pure numbers.

/// A value nearer to the foot of its chart than this has no room for words under its dot.
pub(super) const FOOT: f32 = 0.2;

/// How much room the words of every point have: the last comes first, then the first, the highest and the lowest, then
/// always the one that is farthest from those before it.
pub(super) fn rooms(times: &[f32], values: &[f64]) -> Vec<f32> {
    let count = times.len();
    let mut nearest = vec![f32::INFINITY; count];
    let mut rooms: Vec<Option<f32>> = vec![None; count];
    let by_value = |order: &dyn Fn(&f64, &f64) -> std::cmp::Ordering| {
        values.iter().enumerate().max_by(|a, b| order(a.1, b.1)).map(|(index, _)| index)
    };
    let highest = by_value(&f64::total_cmp);
    let lowest = by_value(&|a, b| b.total_cmp(a));
    let first_ones = [count.checked_sub(1), Some(0), highest, lowest];
    let mut first_ones = first_ones.into_iter().flatten();
    loop {
        let next = first_ones.next().or_else(|| farthest(&nearest, &rooms));
        let Some(next) = next else { break };
        let (Some(room), Some(distance), Some(time)) =
            (rooms.get_mut(next), nearest.get(next), times.get(next))
        else {
            break;
        };
        if room.is_some() {
            continue;
        }
        // Nothing is in the way of the first of all: its room is the whole width.
        *room = Some(distance.min(1.0));
        for (near, other) in nearest.iter_mut().zip(times) {
            *near = near.min((other - time).abs());
        }
    }
    rooms.into_iter().map(Option::unwrap_or_default).collect()
}

/// The point without a room that is farthest from those that have one.
fn farthest(nearest: &[f32], rooms: &[Option<f32>]) -> Option<usize> {
    let free = nearest.iter().zip(rooms).enumerate().filter(|(_, (_, room))| room.is_none());
    free.max_by(|a, b| a.1.0.total_cmp(b.1.0)).map(|(index, _)| index)
}

/// Where a value is written so that the line does not run through it: below a valley that is not at the `foot`, above a
/// peak, and on a slope on the outer side of the line.
pub(super) fn beside_the_line(at: &[f32], index: usize, foot: f32) -> (bool, f32) {
    let here = at.get(index).copied().unwrap_or(0.0);
    let before = index.checked_sub(1).and_then(|index| at.get(index)).map(|one| here - one);
    let after = at.get(index + 1).map(|one| one - here);
    let rises = |step: Option<f32>| step.is_some_and(|step| step > 0.0);
    let falls = |step: Option<f32>| step.is_some_and(|step| step < 0.0);
    let is_valley = !rises(before) && !falls(after) && (falls(before) || rises(after));
    if is_valley && here > foot {
        return (true, 0.0);
    }
    let lean = match (rises(before) || before.is_none(), rises(after) || after.is_none()) {
        (true, true) if rises(after) => -0.5,
        (false, false) if falls(before) && falls(after) => 0.5,
        _ => 0.0,
    };
    (false, lean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_valley_is_named_below_and_a_slope_beside_the_line() {
        let at = [0.8, 0.4, 0.9, 0.95, 1.0];
        let sides: Vec<_> = (0..at.len()).map(|index| beside_the_line(&at, index, FOOT)).collect();
        let expected = [(false, 0.0), (true, 0.0), (false, -0.5), (false, -0.5), (false, 0.0)];
        assert_eq!(sides, expected, "a peak, a valley, two slopes, a peak");
    }

    #[test]
    fn a_valley_at_the_foot_is_named_above() {
        assert_eq!(beside_the_line(&[0.9, 0.1, 0.9], 1, FOOT), (false, 0.0), "no room below");
        let below = beside_the_line(&[0.9, 0.1, 0.9], 1, f32::NEG_INFINITY);
        assert_eq!(below, (true, 0.0), "room below");
    }

    #[test]
    fn a_value_between_two_others_has_the_room_that_they_leave() {
        let rooms = rooms(&[0.0, 0.25, 1.0], &[1.0, 2.0, 3.0]);
        assert_eq!(rooms, [1.0, 0.25, 1.0], "the last and the first have all of it");
        assert_eq!(super::rooms(&[], &[]), [0.0; 0], "no value, no room");
    }
}
