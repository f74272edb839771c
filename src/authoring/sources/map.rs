//! `map.geojson`: outlines of districts and rivers, optional.
//!
//! The reader keeps what the map draws: the rings or lines of each feature, its kind and its names.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::super::edition::{Shape, ShapeKind, Words};
use super::super::faults::{Faults, codes};
use super::folder::Folder;
use super::known::Known;

/// The file's name.
pub(in super::super) const FILE: &str = "map.geojson";

/// What begins the key of a name: `name_en`.
const NAME: &str = "name_";

/// A GeoJSON feature collection.
#[derive(Debug, Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Debug, Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Debug, Deserialize)]
struct Properties {
    kind: String,
    #[serde(default)]
    in_new_area: bool,
    #[serde(flatten)]
    names: BTreeMap<String, Name>,
}

/// A property that may be a name or anything else.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    Other(IgnoredAny),
}

/// Longitude and latitude in degrees, WGS84; a height that follows is left out.
type Line = Vec<Vec<f64>>;

#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    LineString(Line),
    MultiLineString(Vec<Line>),
    Polygon(Vec<Line>),
    MultiPolygon(Vec<Vec<Line>>),
}

impl Geometry {
    fn lines(self) -> Vec<Line> {
        match self {
            Self::LineString(line) => vec![line],
            Self::MultiLineString(lines) | Self::Polygon(lines) => lines,
            Self::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        }
    }
}

/// Reads `map.geojson`, which may be missing.
pub(super) fn read(folder: Folder<'_>, known: &Known, faults: &mut Faults) -> Vec<Shape> {
    if !folder.has(FILE) {
        return Vec::new();
    }
    let Some(file) = folder.text(FILE, faults) else {
        return Vec::new();
    };
    let collection: Collection = match serde_json::from_str(&file.text) {
        Ok(collection) => collection,
        Err(error) => {
            faults.error(
                codes::MAP,
                &file.at_line(error.line().max(1)),
                &format!("the map cannot be read: {error}"),
                "it must be a GeoJSON FeatureCollection of lines and polygons with kind and names",
            );
            return Vec::new();
        }
    };
    let mut shapes = Vec::new();
    for (index, feature) in collection.features.into_iter().enumerate() {
        let place = format!("{FILE}, feature {}", index + 1);
        let Some(kind) = ShapeKind::from_word(&feature.properties.kind) else {
            faults.error(
                codes::MAP,
                &place,
                &format!("the kind \"{}\" is not known", feature.properties.kind),
                "write kind as \"district\" or \"river\"",
            );
            continue;
        };
        let mut name = Words::new();
        for (key, value) in feature.properties.names {
            if let (Some(tag), Name::Text(text)) = (key.strip_prefix(NAME), value) {
                name.insert(tag.to_owned(), text);
            }
        }
        known.check_words("name", &name, &file, &place, faults);
        let lines = feature.geometry.lines();
        let points = || lines.iter().flatten();
        if lines.iter().any(|line| line.len() < 3)
            || lines.is_empty()
            || !points().all(|point| is_on_earth(point))
        {
            faults.error(
                codes::MAP,
                &place,
                "a line has fewer than three points, or a point is not [longitude, latitude] in degrees",
                "draw it again, or take the feature away",
            );
            continue;
        }
        shapes.push(Shape {
            kind,
            in_new_area: feature.properties.in_new_area,
            rings: rings(&lines),
            name,
        });
    }
    shapes
}

fn is_on_earth(point: &[f64]) -> bool {
    matches!(point, [longitude, latitude, ..]
        if (-180.0..=180.0).contains(longitude) && (-90.0..=90.0).contains(latitude))
}

/// The lines as JSON without blanks, every number as short as it reads back.
fn rings(lines: &[Line]) -> String {
    let mut json = String::from("[");
    for (number, line) in lines.iter().enumerate() {
        json.push_str(if number == 0 { "[" } else { ",[" });
        for (number, point) in line.iter().enumerate() {
            if let [longitude, latitude, ..] = point.as_slice() {
                let comma = if number == 0 { "" } else { "," };
                // Writing to a string cannot fail.
                let _ = write!(json, "{comma}[{longitude},{latitude}]");
            }
        }
        json.push(']');
    }
    json.push(']');
    json
}

/// The text of a `map.geojson` that reads back as `shapes`.
pub(in super::super) fn features(shapes: &[Shape]) -> String {
    let mut features: Vec<String> = Vec::new();
    for shape in shapes {
        let mut properties = serde_json::Map::new();
        properties.insert("kind".to_owned(), shape.kind.as_str().into());
        for (tag, name) in &shape.name {
            properties.insert(format!("{NAME}{tag}"), name.as_str().into());
        }
        properties.insert("in_new_area".to_owned(), shape.in_new_area.into());
        features.push(format!(
            "{{\"type\":\"Feature\",\"properties\":{},\"geometry\":{{\"type\":\"MultiLineString\",\"coordinates\":{}}}}}",
            serde_json::Value::Object(properties),
            shape.rings
        ));
    }
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"kind":"district","name_en":"North","in_new_area":true,"code":3},
         "geometry":{"type":"MultiPolygon","coordinates":[[[[106.5,29.5],[106.75,29.5],[106.5,29.5]]],[[[1,2],[3,4,100],[5,6]]]]}},
        {"type":"Feature","properties":{"kind":"river","name_en":"River"},
         "geometry":{"type":"LineString","coordinates":[[106.5,29.5],[106.6,29.6],[106.7,29.6]]}}]}"#;

    fn read_text(text: &str) -> (Vec<Shape>, Faults) {
        let folder = tempfile::tempdir().expect("temporary folder");
        std::fs::write(folder.path().join(FILE), text).expect("write");
        let mut faults = Faults::default();
        let shapes = read(Folder::new(folder.path()), &Known::default(), &mut faults);
        (shapes, faults)
    }

    #[test]
    fn polygons_and_lines_become_rings() {
        let (shapes, faults) = read_text(MAP);
        assert!(!faults.any_error(), "{:?}", faults.lines());
        assert_eq!(
            shapes[0].rings,
            "[[[106.5,29.5],[106.75,29.5],[106.5,29.5]],[[1,2],[3,4],[5,6]]]"
        );
        assert!(shapes[0].in_new_area);
        assert_eq!(shapes[1].kind, ShapeKind::River);
        assert_eq!(shapes[1].name.get("en").map(String::as_str), Some("River"));
    }

    #[test]
    fn what_is_written_back_reads_the_same() {
        let (shapes, _) = read_text(MAP);
        let (again, faults) = read_text(&features(&shapes));
        assert!(!faults.any_error());
        assert_eq!(shapes, again);
    }

    #[test]
    fn a_map_that_is_none_is_a_fault() {
        for text in [
            "{",
            "[]",
            &MAP.replace("district", "lake"),
            &MAP.replace("106.75", "1006.75"),
            &MAP.replace("LineString", "Point"),
        ] {
            let (_, faults) = read_text(text);
            assert!(faults.any_error(), "{text}");
        }
    }
}
