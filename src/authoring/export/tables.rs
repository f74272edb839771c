//! The tables of the folder: edition, menus, figures, zones.

use super::super::edition::{Edition, Figure, Zone};
use super::super::toml_text::TomlText;

/// `edition.toml`.
pub(super) fn about(edition: &Edition) -> String {
    let about = &edition.about;
    let mut toml = TomlText::default();
    toml.text("version", &about.version);
    toml.plain("made", about.made);
    if about.sequence > 0 {
        toml.plain("sequence", about.sequence);
    }
    toml.text("default_language", &about.default_language);
    for language in &about.languages {
        toml.head("[[language]]");
        toml.text("tag", &language.tag);
        toml.text("name", &language.name);
        toml.text("title", &language.title);
        if let Some(fallback) = &language.fallback {
            toml.text("fallback", fallback);
        }
    }
    toml.into_string()
}

/// `menus.toml`.
pub(super) fn menus(edition: &Edition) -> String {
    let mut toml = TomlText::default();
    for section in &edition.sections {
        toml.head("[[section]]");
        toml.text("slug", &section.slug);
        toml.text("accent", section.accent.as_str());
        toml.words("title", &section.title);
        toml.words("summary", &section.summary);
        for topic in &section.topics {
            toml.head("[[section.topic]]");
            toml.text("slug", &topic.slug);
            toml.words("title", &topic.title);
            toml.words("summary", &topic.summary);
        }
    }
    toml.into_string()
}

/// `figures.toml`.
pub(super) fn figures(figures: &[Figure]) -> String {
    let mut toml = TomlText::default();
    for figure in figures {
        toml.head("[[figure]]");
        toml.text("slug", &figure.slug);
        if let Some(glance) = figure.glance {
            toml.plain("glance", glance);
        }
        toml.text("chart", figure.chart.as_str());
        toml.words("title", &figure.title);
        toml.words("unit", &figure.unit);
        toml.words("note", &figure.note);
        toml.words("source", &figure.source);
        for point in &figure.points {
            toml.head("[[figure.point]]");
            toml.text("period", &point.period);
            toml.words("label", &point.label);
            for (tag, value) in &point.value {
                toml.real(&format!("value.{tag}"), *value);
            }
            toml.words("text", &point.text);
        }
    }
    toml.into_string()
}

/// `zones.toml`.
pub(super) fn zones(zones: &[Zone]) -> String {
    let mut toml = TomlText::default();
    for zone in zones {
        toml.head("[[zone]]");
        toml.text("slug", &zone.slug);
        toml.text("kind", zone.kind.as_str());
        if let Some(point) = zone.point {
            toml.pair("point", point);
        }
        toml.plain("point_is_schematic", zone.point_is_schematic);
        if let Some(area) = zone.area_km2 {
            toml.real("area_km2", area);
        }
        if let Some(year) = zone.founded {
            toml.plain("founded", year);
        }
        toml.words("name", &zone.name);
        toml.words("summary", &zone.summary);
        toml.words("industries", &zone.industries);
        toml.words("enterprises", &zone.enterprises);
        for figure in &zone.figures {
            toml.head("[[zone.figure]]");
            toml.printed("value", &figure.value);
            toml.words("label", &figure.label);
            toml.printed("period", &figure.period);
        }
    }
    toml.into_string()
}
