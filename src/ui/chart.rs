//! The geometry of a chart: which form a series takes, where its values lie on the scale and in time, and which of its
//! words go first where there is little room. Pure numbers from 0 to 1; knows nothing of the glass or of languages.

use super::naming::{FOOT, beside_the_line, rooms};
use super::period;
use super::value_scale::Scale;
use crate::content::{Chart, FigurePoint};

/// How a series is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One value, set large.
    Number,
    /// One bar a value, in rows.
    Bars,
    /// One dot a value, in rows.
    Dots,
    /// A line through time.
    Line,
}

/// Where one value lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// On the scale, 0 to 1.
    pub(super) at: f32,
    /// In time, 0 to 1.
    pub(super) time: f32,
    /// How far in time the next value of more weight is: where the words of one take more room, they are left out.
    pub(super) room: f32,
    /// Its value is written below its dot, out of the way of the line.
    pub(super) is_below: bool,
    /// By how much of its own width its value stands to the side of its dot, for the same reason.
    pub(super) lean: f32,
}

/// A series on its scale.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plot {
    /// How it is drawn.
    pub(super) form: Form,
    /// Its values in their order.
    pub(super) places: Vec<Place>,
    /// The scale that they lie on.
    pub(super) scale: Scale,
}

/// Series of more values have a scale with numbers, because not every value may find room for its own.
const TICKS_FROM: usize = 7;

impl Plot {
    /// Lays out `points`. One value alone is no chart, whatever `chart` says.
    pub(super) fn of(chart: Chart, points: &[FigurePoint]) -> Self {
        let form = match (points.len(), chart) {
            (0 | 1, _) => Form::Number,
            (_, Chart::Bars) => Form::Bars,
            (_, Chart::Dots) => Form::Dots,
            (_, Chart::Line) => Form::Line,
        };
        let values: Vec<f64> = points.iter().map(|point| point.value).collect();
        let scale =
            if form == Form::Line { Scale::of_line(&values) } else { Scale::from_zero(&values) };
        let times = times(points);
        let rooms = rooms(&times, &values);
        let at: Vec<f32> = values.iter().map(|value| scale.at(*value)).collect();
        // Below zero there is room for words under the lowest dot.
        let foot = if scale.at(0.0) > 0.0 { f32::NEG_INFINITY } else { FOOT };
        let places = times.iter().zip(&rooms).enumerate().map(|(index, (time, room))| {
            let (is_below, lean) = beside_the_line(&at, index, foot);
            Place {
                at: at.get(index).copied().unwrap_or(0.0),
                time: *time,
                room: *room,
                is_below,
                lean,
            }
        });
        Self { form, places: places.collect(), scale }
    }

    /// The values with a line across the chart: none where every value stands at its dot.
    pub(super) fn ticks(&self) -> Vec<f64> {
        if self.form == Form::Line && self.places.len() >= TICKS_FROM {
            self.scale.ticks()
        } else {
            Vec::new()
        }
    }
}

/// Where the points lie in time, 0 to 1; at equal distances where their periods do not follow one another.
fn times(points: &[FigurePoint]) -> Vec<f32> {
    let count = points.len();
    let equal = || (0..count).map(|index| index as f32 / count.saturating_sub(1).max(1) as f32);
    let middles: Option<Vec<f64>> =
        points.iter().map(|point| period::middle(&point.period)).collect();
    let Some(middles) = middles.filter(|all| all.is_sorted_by(|a, b| a < b)) else {
        return equal().collect();
    };
    match (middles.first(), middles.last()) {
        (Some(first), Some(last)) if last > first => {
            middles.iter().map(|middle| share(middle - first, last - first)).collect()
        }
        _ => equal().collect(),
    }
}

/// `part` of `whole` as the glass counts.
#[expect(clippy::cast_possible_truncation, reason = "a share of 1 needs no more than f32")]
fn share(part: f64, whole: f64) -> f32 {
    (part / whole) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[(&str, f64)]) -> Vec<FigurePoint> {
        let point = |(period, value): &(&str, f64)| FigurePoint {
            period: (*period).to_owned(),
            label: (*period).to_owned(),
            value: *value,
            printed: value.to_string(),
        };
        values.iter().map(point).collect()
    }

    #[test]
    fn one_value_alone_is_a_number_and_no_value_is_no_panic() {
        for chart in [Chart::Bars, Chart::Line, Chart::Dots] {
            assert_eq!(Plot::of(chart, &points(&[("2021", 7.0)])).form, Form::Number, "{chart:?}");
            assert!(Plot::of(chart, &[]).places.is_empty(), "{chart:?}");
        }
    }

    #[test]
    fn bars_start_at_zero_and_their_lengths_are_as_their_values() {
        let plot = Plot::of(Chart::Bars, &points(&[("2010", 100.0), ("2019", 400.0)]));
        assert!(plot.scale.at(0.0).abs() < 1e-6, "zero is at the left");
        assert!((plot.places[0].at - 0.25).abs() < 1e-6, "{:?}", plot.places);
        assert!((plot.places[1].at - 1.0).abs() < 1e-6, "{:?}", plot.places);
    }

    #[test]
    fn values_below_zero_lie_on_the_other_side_of_it() {
        let plot = Plot::of(Chart::Bars, &points(&[("2019", 3.0), ("2020", -1.0)]));
        assert!((plot.scale.at(0.0) - 0.25).abs() < 1e-6, "{:?}", plot.scale);
        assert!(plot.places[1].at.abs() < 1e-6, "{:?}", plot.places);
    }

    #[test]
    fn time_is_true_where_the_periods_follow_one_another() {
        let far = points(&[("2012-06", 95.0), ("2014-06", 127.0), ("2024-06", 166.0)]);
        let plot = Plot::of(Chart::Line, &far);
        assert!((plot.places[1].time - 2.0 / 12.0).abs() < 1e-5, "{:?}", plot.places);
        let same = points(&[("2024", 1.0), ("2024-01/2024-12", 2.0), ("soon", 3.0)]);
        let plot = Plot::of(Chart::Line, &same);
        assert!((plot.places[1].time - 0.5).abs() < 1e-6, "{:?}", plot.places);
    }

    #[test]
    fn the_last_and_the_first_value_are_named_before_all_others() {
        let many: Vec<(String, f64)> =
            (0..30).map(|year| (format!("{}", 1990 + year), f64::from(year % 7))).collect();
        let many: Vec<(&str, f64)> = many.iter().map(|(at, value)| (at.as_str(), *value)).collect();
        let plot = Plot::of(Chart::Line, &points(&many));
        assert!(
            (plot.places[29].room - 1.0).abs() < 1e-6 && (plot.places[0].room - 1.0).abs() < 1e-6
        );
        assert!(!plot.ticks().is_empty(), "a scale helps where not every value is named");
        // Whatever the room that words take: no two that are shown are nearer than that.
        for wanted in [0.02, 0.05, 0.1, 0.2, 0.4, 0.9] {
            let shown: Vec<f32> =
                plot.places.iter().filter(|one| one.room >= wanted).map(|one| one.time).collect();
            assert!(
                shown.windows(2).all(|two| two[1] - two[0] >= wanted - 1e-6),
                "{wanted}: {shown:?}"
            );
        }
    }

    #[test]
    fn equal_values_and_zeros_lie_on_one_level() {
        for value in [0.0, 5.0, -5.0] {
            for chart in [Chart::Bars, Chart::Line, Chart::Dots] {
                let plot = Plot::of(chart, &points(&[("2019", value), ("2020", value)]));
                assert!(
                    plot.places
                        .iter()
                        .all(|one| one.at.is_finite() && (0.0..=1.0).contains(&one.at))
                );
                assert!((plot.places[0].at - plot.places[1].at).abs() < f32::EPSILON, "{plot:?}");
            }
        }
    }

    #[test]
    fn absurd_values_stay_on_the_scale() {
        let plot = Plot::of(
            Chart::Line,
            &points(&[("2019", f64::MAX), ("2020", f64::MIN), ("2021", f64::NAN)]),
        );
        assert!(plot.places.iter().all(|one| (0.0..=1.0).contains(&one.at)), "{plot:?}");
    }
}
