//! From rows back to figures and zones.

use std::collections::BTreeMap;

use rusqlite::{Connection, Result};

use super::super::edition::{Chart, Figure, Point, Printed, Words, Zone, ZoneFigure, ZoneKind};
use super::read::{parsed, rows, texts, words};

/// All figures, in their order.
pub(super) fn figures(connection: &Connection) -> Result<Vec<Figure>> {
    let mut figure_texts = texts(
        connection,
        "SELECT figure, tag, t.title, unit, note, source FROM figure_text t JOIN language l ON l.id = language",
    )?;
    let mut points: BTreeMap<i64, Vec<Point>> = BTreeMap::new();
    for (figure, period, tag, label, value, printed) in rows(
        connection,
        "SELECT figure, period, tag, label, value, printed FROM figure_point JOIN language l ON l.id = language \
         ORDER BY figure, period, position",
        [],
        |row| {
            Ok((
                row.get(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, f64>(4)?,
                row.get::<_, String>(5)?,
            ))
        },
    )? {
        let series = points.entry(figure).or_default();
        if series.last().is_none_or(|last| last.period != period) {
            series.push(Point {
                period,
                label: Words::new(),
                value: BTreeMap::new(),
                text: Words::new(),
            });
        }
        if let Some(point) = series.last_mut() {
            point.label.insert(tag.clone(), label);
            point.value.insert(tag.clone(), value);
            point.text.insert(tag, printed);
        }
    }
    rows(connection, "SELECT id, slug, chart, glance FROM figure ORDER BY position", [], |row| {
        let key = row.get(0)?;
        let [title, unit, note, source] = words(&mut figure_texts, key);
        Ok(Figure {
            slug: row.get(1)?,
            glance: row.get(3)?,
            chart: parsed(row, 2, Chart::from_word)?,
            title,
            unit,
            note,
            source,
            points: points.remove(&key).unwrap_or_default(),
        })
    })
}

/// All zones, in their order.
pub(super) fn zones(connection: &Connection) -> Result<Vec<Zone>> {
    let mut zone_texts = texts(
        connection,
        "SELECT zone, tag, t.name, summary, industries, enterprises FROM zone_text t JOIN language l ON l.id = language",
    )?;
    let mut figures: BTreeMap<(i64, i64), BTreeMap<String, [String; 3]>> = BTreeMap::new();
    for (place, tag, texts) in rows(
        connection,
        "SELECT zone, f.position, tag, value, label, period FROM zone_figure f JOIN language l ON l.id = language",
        [],
        |row| {
            Ok(((row.get(0)?, row.get(1)?), row.get(2)?, [row.get(3)?, row.get(4)?, row.get(5)?]))
        },
    )? {
        figures.entry(place).or_default().insert(tag, texts);
    }
    rows(
        connection,
        "SELECT id, slug, kind, longitude, latitude, point_is_schematic, area_km2, founded FROM zone ORDER BY position",
        [],
        |row| {
            let key: i64 = row.get(0)?;
            let [name, summary, industries, enterprises] = words(&mut zone_texts, key);
            let point: (Option<f64>, Option<f64>) = (row.get(3)?, row.get(4)?);
            Ok(Zone {
                slug: row.get(1)?,
                kind: parsed(row, 2, ZoneKind::from_word)?,
                point: point.0.zip(point.1).map(|(longitude, latitude)| [longitude, latitude]),
                point_is_schematic: row.get(5)?,
                area_km2: row.get(6)?,
                founded: row.get(7)?,
                name,
                summary,
                industries,
                enterprises,
                figures: figures
                    .range((key, i64::MIN)..=(key, i64::MAX))
                    .map(|(_, texts)| zone_figure(texts))
                    .collect(),
            })
        },
    )
}

fn zone_figure(texts: &BTreeMap<String, [String; 3]>) -> ZoneFigure {
    let column = |pick: fn(&[String; 3]) -> &String| -> Words {
        texts.iter().map(|(tag, row)| (tag.clone(), pick(row).clone())).collect()
    };
    ZoneFigure {
        value: once_or_by(column(|[value, _, _]| value)),
        label: column(|[_, label, _]| label),
        period: once_or_by(column(|[_, _, period]| period)),
    }
}

/// A text once if it is the same in every language.
fn once_or_by(words: Words) -> Printed {
    let first = words.values().next().cloned().unwrap_or_default();
    if words.values().all(|text| *text == first) {
        Printed::Same(first)
    } else {
        Printed::By(words)
    }
}
