//! Zones, and the shapes of the map under them.

use std::collections::HashMap;

use super::{take, texts};
use crate::content::bounds::RINGS_MAX_BYTES;
use crate::content::catalogue::{MapShape, MapShapeKind, Zone, ZoneFigure};
use crate::content::error::Error;
use crate::content::ids::{LanguageId, ZoneId};
use crate::content::record::Problems;
use crate::content::rings;
use crate::content::store::Store;

const SHAPE_KINDS: &[(&str, MapShapeKind)] =
    &[("district", MapShapeKind::District), ("river", MapShapeKind::River)];

/// Zones in their order.
pub(super) fn zones(store: &Store, problems: &Problems) -> Result<Vec<Zone>, Error> {
    let mut words = texts(
        store,
        "zone_text",
        "SELECT zone, language, name, summary, industries, enterprises FROM zone_text",
        problems,
    )?;
    let mut figures = figures(store, problems)?;
    let mut zones = Vec::new();
    store.each(
        "zone",
        "SELECT id, slug, kind, longitude, latitude, point_is_schematic, area_km2, founded FROM zone ORDER BY position",
        problems,
        |row| {
            let id = row.get(0)?;
            let [name, summary, industries, enterprises] = take(&mut words, id);
            zones.push(Zone {
                id: ZoneId(id),
                slug: row.line(1)?,
                kind: row.line(2)?,
                point: row
                    .optional_number(3, -180.0..=180.0)?
                    .zip(row.optional_number(4, -90.0..=90.0)?),
                point_is_schematic: row.flag(5)?,
                area_km2: row.optional_number(6, f64::MIN_POSITIVE..=f64::MAX)?,
                founded: row.optional_number(7, 1_000..=9_999)?,
                name,
                summary,
                industries,
                enterprises,
                figures: figures.remove(&id).unwrap_or_default(),
            });
            Ok(())
        },
    )?;
    Ok(zones)
}

type Figures = HashMap<LanguageId, Vec<ZoneFigure>>;

fn figures(store: &Store, problems: &Problems) -> Result<HashMap<i64, Figures>, Error> {
    let mut figures: HashMap<i64, Figures> = HashMap::new();
    store.each(
        "zone_figure",
        "SELECT zone, language, value, label, period FROM zone_figure ORDER BY zone, position, language",
        problems,
        |row| {
            let figure = ZoneFigure {
                value: row.line(2)?,
                label: row.line(3)?,
                period: row.line(4)?,
            };
            figures
                .entry(row.get(0)?)
                .or_default()
                .entry(LanguageId(row.get(1)?))
                .or_default()
                .push(figure);
            Ok(())
        },
    )?;
    Ok(figures)
}

/// The shapes of the map, in the order in which they are drawn.
pub(super) fn map(store: &Store, problems: &Problems) -> Result<Vec<MapShape>, Error> {
    let mut names = texts(
        store,
        "map_shape_text",
        "SELECT shape, language, name FROM map_shape_text",
        problems,
    )?;
    let mut shapes = Vec::new();
    store.each(
        "map_shape",
        "SELECT id, kind, in_new_area, rings FROM map_shape ORDER BY id",
        problems,
        |row| {
            let [name] = take(&mut names, row.get(0)?);
            shapes.push(MapShape {
                kind: row.choice(1, SHAPE_KINDS)?,
                is_in_new_area: row.flag(2)?,
                rings: rings::parse(row.text(3, RINGS_MAX_BYTES)?)
                    .map_err(|what| row.error(3, what))?,
                name,
            });
            Ok(())
        },
    )?;
    Ok(shapes)
}
