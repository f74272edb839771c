//! The scale that the values of a chart lie on. Knows numbers only.

/// From where to where a chart reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    /// The distance of two lines across the chart; 0 where there are none.
    step: f64,
}

/// Beyond this, differences of values cannot be told any more.
const MOST: f64 = 1e150;

/// A line whose values differ by less than this part of the highest would look flat from zero, and lie by that.
const FLAT: f64 = 0.2;

/// About so many lines stand across a chart.
const TICKS: f64 = 4.0;

impl Scale {
    /// From zero to the farthest values, exactly.
    pub(super) fn from_zero(values: &[f64]) -> Self {
        let (low, high) = reach(values);
        let (low, high) = (low.min(0.0), high.max(0.0));
        Self { low, high: if high > low { high } else { low + 1.0 }, step: 0.0 }
    }

    /// From zero to a round number; from a round number near the lowest value where all values are much the same.
    pub(super) fn of_line(values: &[f64]) -> Self {
        let (lowest, highest) = reach(values);
        let is_flat = lowest > 0.0 && highest > lowest && highest - lowest < FLAT * highest;
        let (low, high) =
            if is_flat { (lowest, highest) } else { (lowest.min(0.0), highest.max(0.0)) };
        let span = if high > low { high - low } else { 1.0 };
        let step = round_step(span / TICKS);
        let low = (low / step).floor() * step;
        let high = (high / step).ceil() * step;
        Self { low, high: if high > low { high } else { low + step }, step }
    }

    /// Where `value` lies, 0 to 1. Zero may lie below 0.
    #[expect(clippy::cast_possible_truncation, reason = "a share of 1 needs no more than f32")]
    pub(super) fn at(self, value: f64) -> f32 {
        ((sane(value) - self.low) / (self.high - self.low)) as f32
    }

    /// The round numbers from the lowest to the highest.
    pub(super) fn ticks(self) -> Vec<f64> {
        if self.step <= 0.0 {
            return Vec::new();
        }
        let first = (self.low / self.step).round();
        let ticks = (0..=20_u8).map(|index| (first + f64::from(index)) * self.step);
        ticks.take_while(|tick| *tick <= self.high + self.step / 2.0).collect()
    }

    /// How many digits after the point its round numbers have.
    pub(super) fn decimals(self) -> usize {
        (0..6)
            .find(|decimals| {
                let scaled = self.step * 10_f64.powi(*decimals);
                (scaled - scaled.round()).abs() < 1e-6
            })
            .and_then(|decimals| usize::try_from(decimals).ok())
            .unwrap_or(6)
    }
}

/// 1, 2 or 5 times a power of ten, at least `least`.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= least * 0.999);
    factor.unwrap_or(10.0) * power
}

fn reach(values: &[f64]) -> (f64, f64) {
    let sane = values.iter().map(|value| sane(*value));
    let low = sane.clone().reduce(f64::min).unwrap_or(0.0);
    (low, sane.reduce(f64::max).unwrap_or(0.0))
}

/// A value that can be computed with.
fn sane(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-MOST, MOST) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_starts_at_zero_unless_that_would_hide_how_it_moves() {
        let zero = Scale::of_line(&[95.0, 127.0, 166.0]);
        assert!(zero.at(0.0).abs() < 1e-6, "{zero:?}");
        let cut = Scale::of_line(&[95.0, 97.0, 99.5]);
        assert!(cut.at(0.0) < 0.0, "{cut:?}");
        assert!(cut.at(95.0) >= 0.0 && cut.at(99.5) <= 1.0, "{cut:?}");
        let flat = Scale::of_line(&[95.0, 95.0]);
        assert!(flat.at(0.0).abs() < 1e-6, "equal values hide nothing: {flat:?}");
    }

    #[test]
    fn ticks_are_round_numbers_from_end_to_end() {
        let scale = Scale::of_line(&[0.0, 166.0]);
        assert_eq!(scale.ticks(), [0.0, 50.0, 100.0, 150.0, 200.0], "{scale:?}");
        let below = Scale::of_line(&[-1.5, 2.0]);
        assert_eq!(below.ticks(), [-2.0, -1.0, 0.0, 1.0, 2.0], "{below:?}");
    }

    #[test]
    fn round_numbers_have_no_more_digits_than_they_need() {
        assert_eq!(Scale::of_line(&[0.0, 166.0]).decimals(), 0, "50");
        assert_eq!(Scale::of_line(&[0.0, 0.8]).decimals(), 1, "0.2");
        assert_eq!(Scale::of_line(&[0.0, 0.07]).decimals(), 2, "0.02");
    }

    #[test]
    fn a_scale_without_values_is_still_one() {
        for scale in [Scale::from_zero(&[]), Scale::of_line(&[]), Scale::from_zero(&[0.0])] {
            assert!(scale.at(0.5).is_finite() && scale.high > scale.low, "{scale:?}");
        }
    }
}
