//! `figures.toml` and `zones.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::super::edition::{Figure, Printed, Zone, ZoneFigure};
use super::super::faults::{Faults, codes};
use super::folder::Folder;
use super::known::{Known, check_slug};
use super::tables::{FIGURES, Places, ZONES, duplicate};
use super::text_file::TextFile;
use super::toml_file;

/// `figures.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    #[serde(default)]
    figure: Vec<Figure>,
}

/// Reads `figures.toml`, which may be missing.
pub(super) fn figures(folder: Folder<'_>, known: &mut Known, faults: &mut Faults) -> Vec<Figure> {
    if !folder.has(FIGURES) {
        known.figures = Some(BTreeSet::new());
        return Vec::new();
    }
    let Some(file) = folder.text(FIGURES, faults) else {
        return Vec::new();
    };
    let parsed = toml_file::parse::<Figures>(&file, faults);
    let Some(Figures { figure: figures }) = parsed.value else {
        return Vec::new();
    };
    let mut slugs = BTreeSet::new();
    let mut glances = BTreeSet::new();
    let mut places = Places::of(&file, "slug", figures.len());
    for figure in &figures {
        let place = places.next_or(&figure.slug);
        if !slugs.insert(figure.slug.clone()) {
            duplicate("figure", &figure.slug, &place, faults);
        }
        if figure.glance.is_some_and(|glance| glance == 0 || !glances.insert(glance)) {
            faults.error(
                codes::VALUE,
                &place,
                &format!("glance of \"{}\" is 0 or given twice", figure.slug),
                "give every figure of the home screen a number of its own, from 1",
            );
        }
        check_figure(figure, known, &file, &place, faults);
    }
    known.figures = parsed.is_whole.then_some(slugs);
    figures
}

fn check_figure(figure: &Figure, known: &Known, file: &TextFile, place: &str, faults: &mut Faults) {
    check_slug(&figure.slug, place, faults);
    known.check_words("title", &figure.title, file, place, faults);
    known.check_words("unit", &figure.unit, file, place, faults);
    known.check_words("source", &figure.source, file, place, faults);
    known.check_tags(figure.note.keys().map(String::as_str), file, faults);
    if figure.points.is_empty() {
        faults.error(
            codes::EMPTY,
            place,
            &format!("the figure \"{}\" has no point", figure.slug),
            "add a [[figure.point]] below it",
        );
    }
    let mut before: Option<&str> = None;
    for point in &figure.points {
        let what = format!("point {} of \"{}\"", point.period, figure.slug);
        known.check_words(&format!("{what}, label"), &point.label, file, place, faults);
        let tags = point.value.keys().map(String::as_str);
        known.check_languages(&format!("{what}, value"), tags, file, place, faults);
        known.check_tags(point.text.keys().map(String::as_str), file, faults);
        if !(4..=24).contains(&point.period.chars().count()) {
            faults.error(
                codes::VALUE,
                place,
                &format!("{what}: this is not a period"),
                "write 2021, 2021-Q1, 2021-05 or 2010/2021",
            );
        }
        if point.value.values().any(|value| !value.is_finite()) {
            faults.error(
                codes::VALUE,
                place,
                &format!("{what}: the value is not a number"),
                "write a number",
            );
        }
        if before.is_some_and(|before| before >= point.period.as_str()) {
            faults.error(
                codes::ORDER,
                place,
                &format!("{what} stands after a later point, or is there twice"),
                "put the points in the order of their periods, each once",
            );
        }
        before = Some(&point.period);
    }
}

/// `zones.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Zones {
    #[serde(default)]
    zone: Vec<Zone>,
}

/// Reads `zones.toml`, which may be missing.
pub(super) fn zones(folder: Folder<'_>, known: &mut Known, faults: &mut Faults) -> Vec<Zone> {
    if !folder.has(ZONES) {
        known.zones = Some(BTreeSet::new());
        return Vec::new();
    }
    let Some(file) = folder.text(ZONES, faults) else {
        return Vec::new();
    };
    let parsed = toml_file::parse::<Zones>(&file, faults);
    let Some(Zones { zone: zones }) = parsed.value else {
        return Vec::new();
    };
    let mut slugs = BTreeSet::new();
    let mut places = Places::of(&file, "slug", zones.len());
    for zone in &zones {
        let place = places.next_or(&zone.slug);
        if !slugs.insert(zone.slug.clone()) {
            duplicate("zone", &zone.slug, &place, faults);
        }
        check_zone(zone, known, &file, &place, faults);
    }
    known.zones = parsed.is_whole.then_some(slugs);
    zones
}

fn check_zone(zone: &Zone, known: &Known, file: &TextFile, place: &str, faults: &mut Faults) {
    check_slug(&zone.slug, place, faults);
    known.check_words("name", &zone.name, file, place, faults);
    known.check_words("summary", &zone.summary, file, place, faults);
    for words in [&zone.industries, &zone.enterprises] {
        known.check_tags(words.keys().map(String::as_str), file, faults);
    }
    let is_on_earth = |[longitude, latitude]: [f64; 2]| {
        (-180.0..=180.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude)
    };
    let absurd = [
        (
            "point",
            zone.point.is_some_and(|point| !is_on_earth(point)),
            "[longitude, latitude] in degrees",
        ),
        (
            "area_km2",
            zone.area_km2.is_some_and(|area| !(area > 0.0 && area.is_finite())),
            "square kilometres, more than 0",
        ),
        (
            "founded",
            zone.founded.is_some_and(|year| !(1000..=9999).contains(&year)),
            "a year of four digits",
        ),
    ];
    for (key, is_absurd, meant) in absurd {
        if is_absurd {
            faults.error(
                codes::VALUE,
                place,
                &format!("{key} of \"{}\" cannot be right", zone.slug),
                &format!("write {meant}"),
            );
        }
    }
    for figure in &zone.figures {
        check_zone_figure(zone, figure, known, file, place, faults);
    }
}

fn check_zone_figure(
    zone: &Zone,
    figure: &ZoneFigure,
    known: &Known,
    file: &TextFile,
    place: &str,
    faults: &mut Faults,
) {
    let what = |key: &str| format!("a figure of \"{}\", {key}", zone.slug);
    known.check_words(&what("label"), &figure.label, file, place, faults);
    for (key, printed) in [("value", &figure.value), ("period", &figure.period)] {
        match printed {
            Printed::By(words) => known.check_words(&what(key), words, file, place, faults),
            Printed::Same(text) if text.trim().is_empty() => faults.error(
                codes::EMPTY,
                place,
                &format!("{} is empty", what(key)),
                "write it: a figure without its value or its date is a fault",
            ),
            Printed::Same(_) => {}
        }
    }
}
