//! From figures and zones to rows.

use rusqlite::{Connection, Result};

use super::super::edition::{Figure, Printed, Zone};
use super::write::{Keys, by_language, insert, numbered, placed};

/// Writes the zones with their figures.
pub(super) fn zones(connection: &Connection, zones: &[Zone], keys: &Keys<'_>) -> Result<()> {
    for (zone, key) in numbered(zones.iter()) {
        insert(
            connection,
            "INSERT INTO zone (id, slug, position, kind, longitude, latitude, point_is_schematic, area_km2, founded) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                key,
                &zone.slug,
                key - 1,
                zone.kind.as_str(),
                zone.point.map(|[longitude, _]| longitude),
                zone.point.map(|[_, latitude]| latitude),
                zone.point_is_schematic,
                zone.area_km2,
                zone.founded,
            ),
        )?;
        for (language, [name, summary, industries, enterprises]) in
            by_language(keys, [&zone.name, &zone.summary, &zone.industries, &zone.enterprises])
        {
            insert(
                connection,
                "INSERT INTO zone_text (zone, language, name, summary, industries, enterprises) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (key, language, name, summary, industries, enterprises),
            )?;
        }
        for (figure, position) in placed(zone.figures.iter()) {
            for &(tag, language) in &keys.languages {
                let Some(label) = figure.label.get(tag) else {
                    continue;
                };
                let printed = |text: &Printed| text.in_language(tag).unwrap_or_default().to_owned();
                insert(
                    connection,
                    "INSERT INTO zone_figure (zone, position, language, value, label, period) \
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    (
                        key,
                        position,
                        language,
                        printed(&figure.value),
                        label,
                        printed(&figure.period),
                    ),
                )?;
            }
        }
    }
    Ok(())
}

/// Writes the figures with their points.
pub(super) fn figures(connection: &Connection, figures: &[Figure], keys: &Keys<'_>) -> Result<()> {
    for (figure, key) in numbered(figures.iter()) {
        insert(
            connection,
            "INSERT INTO figure (id, slug, position, chart, glance) VALUES (?1, ?2, ?3, ?4, ?5)",
            (key, &figure.slug, key - 1, figure.chart.as_str(), figure.glance),
        )?;
        for (language, [title, unit, note, source]) in
            by_language(keys, [&figure.title, &figure.unit, &figure.note, &figure.source])
        {
            insert(
                connection,
                "INSERT INTO figure_text (figure, language, title, unit, note, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (key, language, title, unit, note, source),
            )?;
        }
        for point in &figure.points {
            for &(tag, language) in &keys.languages {
                let Some(value) = point.value.get(tag) else {
                    continue;
                };
                insert(
                    connection,
                    "INSERT INTO figure_point (figure, period, language, label, value, printed) \
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    (
                        key,
                        &point.period,
                        language,
                        point.label.get(tag).map_or("", String::as_str),
                        value,
                        point.printed(tag),
                    ),
                )?;
            }
        }
    }
    Ok(())
}
