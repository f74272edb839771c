//! The two ends of every visit: the loop and the home screen.

use kiosk::nav::{Event, Screen};

use super::super::Row;
use super::super::then::{ends, goes, nothing, stays};
use super::{but, due, inside, new_playlist, soon};
use crate::world::{
    EN, HOME, LARGE, MAP, PAGE, PAGE_SCREEN, ZH, all_of, article, body, compare, entry, menu, only,
    open, query, section, sheet, step_to, topic, zone,
};

/// What begins a visit leads somewhere; all else leaves nothing for whoever comes next.
pub(super) fn in_the_loop() -> Vec<Row> {
    vec![
        soon(Event::Back, nothing()),
        soon(body(200), nothing()),
        soon(Event::CloseAccess, nothing()),
        soon(Event::CompareZone(None), nothing()),
        soon(compare(1), nothing()),
        soon(Event::Continue, nothing()),
        soon(Event::FilterZones(None), nothing()),
        soon(only("port"), nothing()),
        soon(Event::Home, goes(HOME, &[])),
        soon(Event::OpenAccess, goes(HOME, &[]).with_the_sheet()),
        soon(open(1), goes(article(1), &[HOME]).loads()),
        soon(open(2), goes(article(2), &[HOME]).loads()),
        soon(Event::OpenFigures, goes(Screen::Figures, &[HOME])),
        soon(Event::OpenPage(PAGE), goes(PAGE_SCREEN, &[HOME]).loads()),
        soon(Event::OpenPicture(0), nothing()),
        soon(Event::OpenSearch, goes(Screen::Search, &[HOME]).searches()),
        soon(menu(1), goes(section(1), &[HOME])),
        soon(all_of(2), goes(section(2), &[HOME])),
        soon(entry(2, 21), goes(topic(2, 21), &[HOME])),
        soon(Event::OpenZone(None), goes(MAP, &[HOME])),
        soon(zone(1), goes(sheet(1), &[HOME])),
        soon(new_playlist(), nothing()),
        soon(query("port"), nothing()),
        soon(Event::SetAccess(LARGE), nothing()),
        soon(Event::SetLanguage(EN), goes(HOME, &[])),
        soon(Event::SetLanguage(ZH), goes(HOME, &[]).in_chinese()),
        soon(Event::StartOver, nothing()),
        soon(step_to(2), nothing()),
        soon(Event::Tick, nothing()),
        soon(Event::TogglePause, nothing().and(|glass| glass.is_paused = true).waits(120)),
        soon(Event::Touched, nothing()),
        due(nothing().refreshes().waits(10)),
    ]
}

/// The same, but that it stands still until somebody lets it go on, or two minutes have passed.
pub(super) fn in_the_paused_loop() -> Vec<Row> {
    let runs = || nothing().and(|glass| glass.is_paused = false).waits(10);
    but(in_the_loop(), vec![soon(Event::TogglePause, runs()), due(runs().refreshes())])
}

pub(super) fn at_home() -> Vec<Row> {
    let here = vec![
        soon(Event::Back, stays()),
        soon(Event::Home, stays()),
        soon(menu(1), goes(section(1), &[HOME])),
        soon(entry(1, 12), goes(topic(1, 12), &[HOME])),
        due(ends()),
    ];
    but(inside(&[HOME]), here)
}
