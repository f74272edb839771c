//! The access sheet lies over a place: Back closes it and leads nowhere, and whoever goes elsewhere leaves it.

use kiosk::nav::{Event, Screen};

use super::super::Row;
use super::super::then::{counts, ends, goes, stays};
use super::{but, due, inside, soon};
use crate::world::{
    EN, HOME, LARGE, ZH, article, body, compare, entry, gallery, menu, only, open, query, section,
    step_to, topic,
};

/// What only the sheet itself is there for keeps it open; everything else closes it.
fn over(behind: &[Screen]) -> Vec<Row> {
    let closes = || stays().out_of_the_sheet();
    let here = vec![
        soon(Event::Back, closes()),
        soon(Event::CloseAccess, closes()),
        soon(Event::CompareZone(None), closes()),
        soon(compare(2), closes()),
        soon(Event::Continue, stays()),
        soon(Event::FilterZones(None), closes()),
        soon(only("port"), closes().with_ports()),
        soon(Event::OpenAccess, stays()),
        soon(Event::OpenPicture(1), closes()),
        soon(query("port"), closes().with_words("port")),
        soon(Event::SetAccess(LARGE), stays().in_large()),
        soon(Event::SetLanguage(EN), stays()),
        soon(step_to(2), closes()),
        soon(Event::TogglePause, closes()),
        soon(Event::Touched, stays()),
    ];
    but(inside(behind), here)
}

pub(super) fn at_home() -> Vec<Row> {
    let here = vec![
        soon(Event::Home, stays().out_of_the_sheet()),
        soon(entry(1, 12), goes(topic(1, 12), &[HOME])),
        due(ends()),
    ];
    but(over(&[HOME]), here)
}

pub(super) fn on_a_story() -> Vec<Row> {
    const BEHIND: &[Screen] = &[HOME, article(1)];
    let here = vec![
        soon(body(200), counts(200).waits(115)),
        soon(open(1), stays().out_of_the_sheet()),
        soon(menu(1), goes(section(1), BEHIND)),
        soon(Event::OpenPicture(1), goes(gallery(1, 1), BEHIND).loads()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().loads()),
        soon(step_to(2), goes(article(2), &[HOME]).loads()),
    ];
    but(over(BEHIND), here)
}

pub(super) fn on_the_search() -> Vec<Row> {
    let here = vec![
        soon(Event::OpenSearch, stays().out_of_the_sheet()),
        soon(query("port"), stays().out_of_the_sheet()),
        soon(query("ports"), stays().out_of_the_sheet().with_words("ports").searches()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().searches()),
    ];
    but(over(&[HOME, Screen::Search]), here)
}
