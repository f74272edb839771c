//! A series of numbers as one language tells it: its words, the room that they take, and its geometry.
//! Knows nothing of the glass; `chart_item.rs` hands it over.

use super::chart::{Form, Plot};
use super::convert::pointed;
use super::ems::{bold, ems, lines, longest_word};
use crate::content::{Chart, FigurePoint};

/// What stands around the values of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Frame<'a> {
    pub(super) title: &'a str,
    pub(super) unit: &'a str,
    pub(super) note: &'a str,
    pub(super) source: &'a str,
    /// The tag of the language, which decides how numbers and sentences are pointed.
    pub(super) tag: &'a str,
}

/// A series ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Series<'a> {
    pub(super) frame: Frame<'a>,
    pub(super) points: &'a [FigurePoint],
    pub(super) plot: Plot,
}

/// The room that the words of a series take, in sizes of their type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    /// The longest period in one line.
    pub(super) label: f32,
    /// The widest value.
    pub(super) value: f32,
    /// The unit.
    pub(super) unit: f32,
    /// The column under one point of a line chart.
    pub(super) slot: f32,
    /// The lines of a period in that column.
    pub(super) slot_lines: u16,
}

/// A period under a line chart breaks into two lines rather than take more than this.
const SLOT: f32 = 5.5;

impl<'a> Series<'a> {
    /// Lays out `points`, the earliest first.
    pub(super) fn of(chart: Chart, points: &'a [FigurePoint], frame: Frame<'a>) -> Self {
        Self { frame, points, plot: Plot::of(chart, points) }
    }

    /// The unit where it stands apart: a per cent sign stands at its number.
    pub(super) fn unit(&self) -> &str {
        if self.has_sign() { "" } else { self.frame.unit }
    }

    /// A value as it is printed.
    pub(super) fn printed(&self, point: &FigurePoint) -> String {
        let sign = if self.has_sign() { self.frame.unit } else { "" };
        format!("{}{sign}", point.printed)
    }

    fn has_sign(&self) -> bool {
        matches!(self.frame.unit, "%" | "‰" | "°C")
    }

    /// The room that its words take.
    pub(super) fn room(&self) -> Room {
        let widest = |measure: &dyn Fn(&FigurePoint) -> f32| {
            self.points.iter().map(measure).fold(0.0, f32::max)
        };
        let label = widest(&|point| ems(&point.label));
        let ticks = self.ticks().iter().map(|(_, printed)| ems(printed)).fold(0.0, f32::max);
        let value = widest(&|point| bold(&self.printed(point))).max(ticks);
        let word = widest(&|point| longest_word(&point.label));
        let slot = value.max(if label <= SLOT { label } else { word.max(label * 0.72) });
        let slot_lines = self.points.iter().map(|point| lines(&point.label, slot)).max();
        Room { label, value, unit: bold(self.unit()), slot, slot_lines: slot_lines.unwrap_or(1) }
    }

    /// The lines across the chart: where they lie and what they say.
    pub(super) fn ticks(&self) -> Vec<(f32, String)> {
        let scale = self.plot.scale;
        let decimals = scale.decimals();
        let written = |value: f64| pointed(&format!("{value:.decimals$}"), self.frame.tag);
        self.plot.ticks().into_iter().map(|value| (scale.at(value), written(value))).collect()
    }

    /// Everything in words, for who cannot see the chart.
    pub(super) fn reading(&self) -> String {
        let Frame { title, note, tag, .. } = self.frame;
        let unit = self.unit();
        let (colon, comma, stop) =
            if tag.starts_with("zh") { ("：", "，", "。") } else { (": ", ", ", ". ") };
        let value = |point: &FigurePoint| {
            let space = if unit.is_empty() || tag.starts_with("zh") { "" } else { " " };
            format!("{}{colon}{}{space}{unit}", point.label, self.printed(point))
        };
        let values: Vec<String> = self.points.iter().map(value).collect();
        let note = if note.is_empty() { String::new() } else { format!("{stop}{note}") };
        format!("{title}{stop}{}{note}", values.join(comma))
    }

    /// About how high it stands in a column of `width`, in small type and its lines: to share out columns by.
    pub(super) fn lines(&self, width: f32) -> f32 {
        let text = |text: &str| if text.is_empty() { 0.0 } else { f32::from(lines(text, width)) };
        let rows = self.points.len() as f32;
        let values = match self.plot.form {
            Form::Number => 4.0,
            Form::Line => 8.0,
            Form::Bars | Form::Dots if self.room().label < width * 0.4 => rows * 1.15 + 1.4,
            Form::Bars | Form::Dots => rows * 2.4 + 1.4,
        };
        let title = f32::from(lines(self.frame.title, width / 1.55)) * 1.5;
        // The margins, the gap to the next card, and the gaps between the parts.
        title + values + text(self.frame.note) + text(self.frame.source) + 3.2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(period: &str, label: &str, value: f64, printed: &str) -> FigurePoint {
        FigurePoint { period: period.into(), label: label.into(), value, printed: printed.into() }
    }

    #[test]
    fn a_chart_reads_as_a_sentence_in_its_language() {
        let points = [point("2010", "2010", 1.0, "1"), point("2019", "2019", 2.0, "over 2")];
        let frame = Frame { title: "Parks", unit: "parks", tag: "en", ..Frame::default() };
        let english = Series::of(Chart::Bars, &points, frame).reading();
        assert_eq!(english, "Parks. 2010: 1 parks, 2019: over 2 parks");
        let points = [point("2010", "2010年", 1.0, "1"), point("2019", "2019年", 2.0, "超2")];
        let frame =
            Frame { title: "公园", unit: "座", note: "另列", tag: "zh", ..Frame::default() };
        let chinese = Series::of(Chart::Bars, &points, frame).reading();
        assert_eq!(chinese, "公园。2010年：1座，2019年：超2座。另列");
    }

    #[test]
    fn a_per_cent_sign_stands_at_its_number() {
        let points = [point("2020", "2020", 4.8, "4.8"), point("2021", "2021", 5.0, "about 5")];
        let frame = Frame { title: "Growth", unit: "%", tag: "en", ..Frame::default() };
        let series = Series::of(Chart::Bars, &points, frame);
        assert_eq!((series.unit(), series.printed(&points[1]).as_str()), ("", "about 5%"));
        assert_eq!(series.reading(), "Growth. 2020: 4.8%, 2021: about 5%");
    }

    #[test]
    fn a_long_period_breaks_under_a_line_and_a_short_one_does_not() {
        let long = [
            point("2022-01/2022-06", "January to June 2022", 1.0, "1"),
            point("2023-01/2023-06", "January to June 2023", 2.0, "2"),
        ];
        let room = Series::of(Chart::Line, &long, Frame::default()).room();
        assert!(room.slot < room.label && room.slot_lines == 2, "{room:?}");
        let short = [point("2022", "2022", 1.0, "1"), point("2023", "2023", 2.0, "2")];
        let room = Series::of(Chart::Line, &short, Frame::default()).room();
        assert!(room.slot_lines == 1 && (room.slot - room.label).abs() < 1e-6, "{room:?}");
    }

    #[test]
    fn a_long_note_makes_a_card_higher() {
        let points = [point("2021", "2021", 1.0, "1")];
        let short = Series::of(Chart::Dots, &points, Frame::default()).lines(17.0);
        let note = "Partial totals stand apart. ".repeat(8);
        let frame = Frame { note: &note, ..Frame::default() };
        let long = Series::of(Chart::Dots, &points, frame).lines(17.0);
        assert!(long > short + 5.0, "{short} and {long}");
    }
}
