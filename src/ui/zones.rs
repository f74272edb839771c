//! The zones with their map, for `ui/globals/zones.slint`.
//!
//! The glass knows how large its map is, so it asks for one of that size; everything else is told to it.

use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::rc::Rc;

use slint::{ComponentHandle, Model, ModelRc};

use super::atlas::{self, Align, Atlas, Frame, Ground, Shape, Site};
use super::convert::{fact, key, model, pointed, story, tag};
use super::generated::{
    AppWindow, MapAlign, MapGround, MapItem, MapLabel, MapName, MapOutline, MapPin, ZoneDetail,
    ZoneItem, ZoneKindItem, Zones as Glass,
};
use super::{Request, View};
use crate::content::{Catalogue, Fact, LanguageId, MapShape, MapShapeKind, Zone, ZoneId};
use crate::nav::{Event, Screen};

/// The key that stands for no zone.
const NONE: i32 = 0;

/// The most stories that a sheet leads to.
const RELATED: usize = 4;

/// The most pins that wear their names: finding room for more would take longer than a visitor should wait.
const LABELLED: usize = 60;

/// The kinds in the order of their buttons: towns and districts, works and research, trade and traffic, culture.
const KINDS: [&str; 9] =
    ["area", "town", "district", "park", "innovation", "port", "bonded", "transport", "culture"];

/// What a pin is besides its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    id: i32,
    number: i32,
    kind: slint::SharedString,
}

/// What a map of any size is drawn from.
#[derive(Debug, Clone, PartialEq, Default)]
struct Chart {
    shapes: Vec<Shape>,
    sites: Vec<Site>,
    /// One a site, in their order.
    marks: Vec<Mark>,
}

/// The zones on the glass.
pub(super) struct Zones {
    window: slint::Weak<AppWindow>,
    chart: RefCell<Chart>,
    /// The language and the revision of the view that the chart was made from.
    made_from: Cell<Option<(LanguageId, u32)>>,
}

impl std::fmt::Debug for Zones {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Zones").field("made_from", &self.made_from).finish_non_exhaustive()
    }
}

impl Zones {
    pub(super) fn connect(window: &AppWindow, request: &Rc<Request>) -> Rc<Self> {
        let zones = Rc::new(Self {
            window: window.as_weak(),
            chart: RefCell::default(),
            made_from: Cell::default(),
        });
        let glass = window.global::<Glass<'_>>();
        let drawn = Rc::clone(&zones);
        glass.on_map(move |width, height, foot, pin, text, river, _revision| {
            drawn.map(&Frame { width, height, foot, pin, text, river })
        });
        glass.on_pin_at(|pins, x, y, reach| nearest(&pins, x, y, reach));
        let send = Rc::clone(request);
        glass.on_zone_chosen(move |id| send(Event::OpenZone(zone_id(id))));
        let send = Rc::clone(request);
        glass.on_beside_chosen(move |id| send(Event::CompareZone(zone_id(id))));
        let send = Rc::clone(request);
        glass.on_kind_chosen(move |kind| {
            send(Event::FilterZones((!kind.is_empty()).then(|| kind.as_str().into())));
        });
        zones
    }

    pub(super) fn show(&self, view: &View<'_>) {
        let Screen::Zones { zone, beside } = view.state.screen() else { return };
        let Some(window) = self.window.upgrade() else { return };
        let glass = window.global::<Glass<'_>>();
        let catalogue = view.catalogue;
        let session = view.state.session();
        let language = session.language;
        self.chart_anew(view, &glass);

        // A kind that the edition does not have any more filters nothing.
        let wanted = session.zone_kind.as_deref();
        let kind = wanted.filter(|kind| catalogue.zones.iter().any(|zone| zone.kind == *kind));
        glass.set_kind(kind.unwrap_or_default().into());
        glass.set_kinds(model(kinds(&catalogue.zones, kind)));

        let rows = || numbered(&catalogue.zones).map(|(number, zone)| row(view, number, zone));
        glass.set_shown(model(
            rows().filter(|row| kind.is_none_or(|kind| row.kind.as_str() == kind)),
        ));
        let detail = |id: Option<ZoneId>| {
            let found = numbered(&catalogue.zones).find(|(_, zone)| Some(zone.id) == id);
            found
                .map(|(number, zone)| detail(catalogue, number, zone, language))
                .unwrap_or_default()
        };
        let chosen = detail(zone);
        glass.set_others(model(rows().filter(|row| row.id != chosen.id)));
        glass.set_chosen(chosen);
        glass.set_beside(detail(beside));
        let related = zone.into_iter().flat_map(|zone| catalogue.articles_of_zone(zone));
        glass.set_related(model(
            related
                .filter(|article| view.shown.contains(&article.id))
                .take(RELATED)
                .map(|article| story(catalogue, article, language)),
        ));
    }

    /// Takes in what the map is drawn from, where it has become another.
    fn chart_anew(&self, view: &View<'_>, glass: &Glass<'_>) {
        let language = view.state.session().language;
        let from = Some((language, view.revision));
        if self.made_from.replace(from) == from {
            return;
        }
        let chart = chart(view.catalogue, language);
        if *self.chart.borrow() == chart {
            return;
        }
        // Not borrowed any more when the glass asks for the new map.
        self.chart.replace(chart);
        glass.set_revision(glass.get_revision().wrapping_add(1));
    }

    fn map(&self, frame: &Frame) -> MapItem {
        let chart = self.chart.borrow();
        item(&atlas::draw(&chart.shapes, &chart.sites, frame), &chart.marks)
    }
}

fn zone_id(id: i32) -> Option<ZoneId> {
    (id != NONE).then(|| ZoneId(id.into()))
}

/// The zones with their numbers: those that have a place are counted, in their order; the others have 0.
fn numbered(zones: &[Zone]) -> impl Iterator<Item = (i32, &Zone)> {
    zones.iter().scan(0_i32, |count, zone| {
        let is_pinned = zone.point.is_some();
        *count = count.saturating_add(is_pinned.into());
        Some((if is_pinned { *count } else { 0 }, zone))
    })
}

/// All zones, and then every kind that occurs, each with its count.
fn kinds(zones: &[Zone], active: Option<&str>) -> Vec<ZoneKindItem> {
    let count = |kind: Option<&str>| {
        let belongs = zones.iter().filter(|zone| kind.is_none_or(|kind| zone.kind == kind));
        i32::try_from(belongs.count()).unwrap_or(i32::MAX)
    };
    let item = |kind: Option<&str>| ZoneKindItem {
        kind: kind.unwrap_or_default().into(),
        count: count(kind),
        is_active: kind == active,
    };
    let occurring = KINDS.into_iter().filter(|kind| zones.iter().any(|zone| zone.kind == *kind));
    std::iter::once(None).chain(occurring.map(Some)).map(item).collect()
}

fn row(view: &View<'_>, number: i32, zone: &Zone) -> ZoneItem {
    let language = view.state.session().language;
    ZoneItem {
        id: key(zone.id.0),
        number,
        name: view.catalogue.text(&zone.name, language).into(),
        kind: zone.kind.as_str().into(),
    }
}

fn detail(catalogue: &Catalogue, number: i32, zone: &Zone, language: LanguageId) -> ZoneDetail {
    let facts = catalogue.zone_figures(zone, language).iter().map(|figure| {
        fact(&Fact {
            value: figure.value.clone(),
            label: figure.label.clone(),
            period: figure.period.clone(),
        })
    });
    ZoneDetail {
        id: key(zone.id.0),
        number,
        name: catalogue.text(&zone.name, language).into(),
        kind: zone.kind.as_str().into(),
        founded: zone.founded.map(|year| year.to_string()).unwrap_or_default().into(),
        area: zone
            .area_km2
            .map(|area| square_kilometres(area, tag(catalogue, language)))
            .unwrap_or_default()
            .into(),
        summary: catalogue.text(&zone.summary, language).into(),
        facts: model(facts),
        industries: catalogue.text(&zone.industries, language).into(),
        enterprises: catalogue.text(&zone.enterprises, language).into(),
    }
}

/// An area in the habit of the language: 1,360 or 1360; 8.37.
fn square_kilometres(area: f64, tag: &str) -> String {
    pointed(&area.to_string(), tag)
}

fn chart(catalogue: &Catalogue, language: LanguageId) -> Chart {
    let mut chart = Chart {
        shapes: catalogue.map.iter().map(|shape| ground(catalogue, shape, language)).collect(),
        ..Chart::default()
    };
    for (number, zone) in numbered(&catalogue.zones) {
        let Some(point) = zone.point else { continue };
        let name =
            if chart.sites.len() < LABELLED { catalogue.text(&zone.name, language) } else { "" };
        chart.sites.push(Site { point, name: name.to_owned() });
        chart.marks.push(Mark { id: key(zone.id.0), number, kind: zone.kind.as_str().into() });
    }
    chart
}

fn ground(catalogue: &Catalogue, shape: &MapShape, language: LanguageId) -> Shape {
    let ground = match shape.kind {
        MapShapeKind::River => Ground::River,
        MapShapeKind::District if shape.is_in_new_area => Ground::Area,
        MapShapeKind::District => Ground::Land,
    };
    Shape {
        ground,
        rings: shape.rings.clone(),
        name: catalogue.text(&shape.name, language).to_owned(),
    }
}

/// The drawn map as the glass carries it.
fn item(atlas: &Atlas, marks: &[Mark]) -> MapItem {
    let outlines = atlas.outlines.iter().map(|outline| MapOutline {
        ground: match outline.ground {
            Ground::Area => MapGround::Area,
            Ground::Land => MapGround::Land,
            Ground::River => MapGround::River,
        },
        commands: outline.commands.as_str().into(),
    });
    let pins = atlas.pins.iter().zip(marks).map(|(pin, mark)| {
        let place = pin.hairline.map_or(pin.place, |line| line.to);
        MapPin {
            id: mark.id,
            number: mark.number,
            kind: mark.kind.clone(),
            x: pin.place.x,
            y: pin.place.y,
            is_beside: pin.hairline.is_some(),
            true_x: place.x,
            true_y: place.y,
        }
    });
    let labels = atlas.labels.iter().filter_map(|label| {
        let mark = marks.get(label.pin)?;
        Some(MapLabel {
            id: mark.id,
            kind: mark.kind.clone(),
            text: label.text.as_str().into(),
            align: match label.align {
                Align::Left => MapAlign::Left,
                Align::Centre => MapAlign::Centre,
                Align::Right => MapAlign::Right,
            },
            x: label.area.x,
            y: label.area.y,
            width: label.area.width,
            height: label.area.height,
            leader: label.leader.map(|line| strokes([line])).unwrap_or_default().into(),
        })
    });
    let names = atlas.names.iter().map(|name| MapName {
        text: name.text.as_str().into(),
        is_river: name.is_river,
        x: name.area.x,
        y: name.area.y,
        width: name.area.width,
        height: name.area.height,
    });
    MapItem {
        outlines: model(outlines),
        hairlines: strokes(atlas.pins.iter().filter_map(|pin| pin.hairline)).into(),
        pins: model(pins),
        labels: model(labels),
        names: model(names),
        diameter: atlas.diameter,
    }
}

/// Straight lines as the commands of one path.
fn strokes(lines: impl IntoIterator<Item = atlas::Line>) -> String {
    let mut commands = String::new();
    for line in lines {
        let (from, to) = (line.from, line.to);
        // Writing to a string cannot fail.
        let _ = write!(commands, "M {:.1} {:.1} L {:.1} {:.1} ", from.x, from.y, to.x, to.y);
    }
    commands
}

/// The pin nearest to a touch, or [`NONE`] where the nearest is out of reach.
fn nearest(pins: &ModelRc<MapPin>, x: f32, y: f32, reach: f32) -> i32 {
    pins.iter()
        .map(|pin| ((pin.x - x).hypot(pin.y - y), pin.id))
        .filter(|(distance, _)| *distance <= reach)
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .map_or(NONE, |(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_grouped_in_english_and_plain_in_chinese() {
        for (area, tag, printed) in [
            (1360.0, "en", "1,360"),
            (1360.0, "zh", "1360"),
            (1_234_567.5, "en", "1,234,567.5"),
            (8.37, "en", "8.37"),
            (0.2, "zh", "0.2"),
            (100.0, "en", "100"),
        ] {
            assert_eq!(square_kilometres(area, tag), printed, "{area} in {tag}");
        }
    }

    #[test]
    fn a_touch_takes_the_nearest_pin_within_reach() {
        let pin = |id, x| MapPin { id, x, y: 10.0, ..MapPin::default() };
        let pins = model([pin(7, 10.0), pin(8, 40.0)]);
        assert_eq!(nearest(&pins, 22.0, 10.0, 48.0), 7, "the nearer one");
        assert_eq!(nearest(&pins, 30.0, 12.0, 48.0), 8, "the other one");
        assert_eq!(nearest(&pins, 200.0, 10.0, 48.0), NONE, "out of reach");
        assert_eq!(nearest(&ModelRc::default(), 0.0, 0.0, 48.0), NONE, "no pins");
    }
}
