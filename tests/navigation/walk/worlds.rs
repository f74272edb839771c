//! The two worlds of the walk: everywhere to go, and everything to choose.

use kiosk::nav::{Access, Event, Screen};

use crate::world::{
    EN, HOME, LARGE, MAP, PAGE, PAGE_SCREEN, ZH, all_of, article, compare, entry, gallery, menu,
    only, open, pair, query, section, sheet, step_to, topic, zone,
};

/// Everything that leads elsewhere, and the sheet that lies over every place.
pub(super) fn ways() -> Vec<Event> {
    vec![
        Event::Back,
        Event::Home,
        Event::StartOver,
        Event::Touched,
        Event::Continue,
        Event::OpenAccess,
        Event::SetLanguage(EN),
        Event::SetLanguage(ZH),
        Event::OpenFigures,
        Event::OpenSearch,
        Event::OpenPage(PAGE),
        menu(1),
        menu(2),
        all_of(1),
        entry(1, 11),
        open(1),
        open(2),
        step_to(1),
        step_to(2),
        Event::OpenPicture(0),
        Event::OpenPicture(1),
        Event::OpenZone(None),
        zone(1),
        zone(2),
        Event::CompareZone(None),
        compare(1),
        compare(2),
    ]
}

/// Where they lead, without the loop.
pub(super) fn places() -> Vec<Screen> {
    let mut places = vec![HOME, Screen::Figures, Screen::Search, PAGE_SCREEN, MAP];
    places.extend([section(1), section(2), topic(1, 11), article(1), article(2)]);
    places.extend([gallery(1, 0), gallery(1, 1), gallery(2, 0), gallery(2, 1)]);
    places.extend([sheet(1), sheet(2), pair(1, 2), pair(2, 1)]);
    places
}

/// Everything that can be chosen without going anywhere, and a few places to choose it on.
pub(super) fn wishes() -> Vec<Event> {
    vec![
        Event::Back,
        Event::Home,
        Event::StartOver,
        Event::Touched,
        Event::Continue,
        Event::OpenAccess,
        Event::CloseAccess,
        Event::SetAccess(Access::default()),
        Event::SetAccess(LARGE),
        Event::SetLanguage(EN),
        Event::SetLanguage(ZH),
        query(""),
        query("port"),
        Event::FilterZones(None),
        only("port"),
        Event::TogglePause,
        Event::OpenSearch,
        Event::OpenZone(None),
        open(1),
    ]
}
