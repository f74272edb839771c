//! A figure of the edition as a chart of the glass.

use super::chart::Form;
use super::convert::{model, tag};
use super::generated::{ChartForm, ChartItem, ChartPoint, ChartTick};
use super::series::{Frame, Series};
use super::typeset::kept_end;
use crate::content::{Catalogue, Figure, LanguageId};

/// What `figure` tells a reader of `language`, under `title` or, where that is empty, its own; `None` where it has no
/// value at all.
pub(super) fn series<'a>(
    catalogue: &'a Catalogue,
    figure: &'a Figure,
    title: &'a str,
    language: LanguageId,
) -> Option<Series<'a>> {
    let (told_in, points) = catalogue.figure_points(figure, language)?;
    let title = if title.is_empty() { catalogue.text(&figure.title, language) } else { title };
    let frame = Frame {
        title,
        // A value is worth nothing in the unit of another language: 6.9 are not vehicles but ten thousands of them.
        unit: figure.unit.exact(told_in).unwrap_or_else(|| catalogue.text(&figure.unit, language)),
        note: catalogue.text(&figure.note, language),
        source: catalogue.text(&figure.source, language),
        tag: tag(catalogue, language),
    };
    Some(Series::of(figure.chart, points, frame))
}

pub(super) fn chart_item(series: &Series<'_>) -> ChartItem {
    let room = series.room();
    let places = series.points.iter().zip(&series.plot.places);
    let points = places.map(|(point, place)| ChartPoint {
        label: point.label.as_str().into(),
        printed: series.printed(point).into(),
        at: place.at,
        time: place.time,
        room: place.room,
        is_below: place.is_below,
        lean: place.lean,
    });
    let ticks = series.ticks().into_iter();
    ChartItem {
        form: form(series.plot.form),
        title: kept_end(series.frame.title),
        unit: series.unit().into(),
        note: kept_end(series.frame.note),
        source: kept_end(series.frame.source),
        points: model(points),
        ticks: model(ticks.map(|(at, printed)| ChartTick { at, printed: printed.into() })),
        zero: series.plot.scale.at(0.0),
        label_ems: room.label,
        value_ems: room.value,
        unit_ems: room.unit,
        slot_ems: room.slot,
        slot_lines: room.slot_lines.into(),
        reading: series.reading().into(),
    }
}

fn form(form: Form) -> ChartForm {
    match form {
        Form::Number => ChartForm::Number,
        Form::Bars => ChartForm::Bars,
        Form::Dots => ChartForm::Dots,
        Form::Line => ChartForm::Line,
    }
}
