//! Series of numbers.

use std::collections::HashMap;

use super::{take, texts};
use crate::content::catalogue::{Chart, Figure, FigurePoint};
use crate::content::error::Error;
use crate::content::ids::{FigureId, LanguageId};
use crate::content::record::Problems;
use crate::content::store::Store;

const CHARTS: &[(&str, Chart)] =
    &[("bars", Chart::Bars), ("line", Chart::Line), ("dots", Chart::Dots)];

/// Figures in their order, with their points by language and period.
pub(super) fn figures(store: &Store, problems: &Problems) -> Result<Vec<Figure>, Error> {
    let mut words = texts(
        store,
        "figure_text",
        "SELECT figure, language, title, unit, note, source FROM figure_text",
        problems,
    )?;
    let mut points = points(store, problems)?;
    let mut figures = Vec::new();
    store.each(
        "figure",
        "SELECT id, slug, chart, glance FROM figure ORDER BY position",
        problems,
        |row| {
            let id = row.get(0)?;
            let [title, unit, note, source] = take(&mut words, id);
            figures.push(Figure {
                id: FigureId(id),
                slug: row.line(1)?,
                chart: row.choice(2, CHARTS)?,
                glance: row.optional_number(3, 1..=u32::MAX)?,
                title,
                unit,
                note,
                source,
                points: points.remove(&id).unwrap_or_default(),
            });
            Ok(())
        },
    )?;
    Ok(figures)
}

type Points = HashMap<LanguageId, Vec<FigurePoint>>;

fn points(store: &Store, problems: &Problems) -> Result<HashMap<i64, Points>, Error> {
    let mut points: HashMap<i64, Points> = HashMap::new();
    store.each(
        "figure_point",
        "SELECT figure, language, period, label, value, printed FROM figure_point ORDER BY figure, period, language",
        problems,
        |row| {
            let point = FigurePoint {
                period: row.line(2)?,
                label: row.line(3)?,
                value: row.real(4)?,
                printed: row.line(5)?,
            };
            points
                .entry(row.get(0)?)
                .or_default()
                .entry(LanguageId(row.get(1)?))
                .or_default()
                .push(point);
            Ok(())
        },
    )?;
    Ok(points)
}
