//! The map with its zones, one sheet or two, and the figures.

use kiosk::nav::{Event, Screen};

use super::super::Row;
use super::super::then::{goes, stays};
use super::{but, inside, soon};
use crate::world::{HOME, MAP, compare, pair, sheet, zone};

pub(super) fn on_the_map() -> Vec<Row> {
    let here = vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(Event::OpenZone(None), stays()),
        soon(zone(1), goes(sheet(1), &[HOME, MAP])),
    ];
    but(inside(&[HOME, MAP]), here)
}

/// The sheets of all zones are one place: Back from any of them leads to the map.
pub(super) fn on_a_zone() -> Vec<Row> {
    const BEHIND: &[Screen] = &[HOME, MAP, sheet(1)];
    let here = vec![
        soon(Event::Back, goes(MAP, &[HOME])),
        // What is closed leaves no step behind it.
        soon(Event::OpenZone(None), goes(MAP, &[HOME])),
        soon(zone(1), stays()),
        soon(zone(2), goes(sheet(2), &[HOME, MAP])),
        // Never a zone beside itself.
        soon(compare(1), stays()),
        soon(compare(2), goes(pair(1, 2), BEHIND)),
        soon(compare(3), goes(pair(1, 3), BEHIND)),
    ];
    but(inside(BEHIND), here)
}

/// So are all comparisons: Back leads to the sheet of the first zone.
pub(super) fn on_two_zones() -> Vec<Row> {
    const WAY: &[Screen] = &[HOME, MAP, sheet(1)];
    const BEHIND: &[Screen] = &[HOME, MAP, sheet(1), pair(1, 2)];
    let here = vec![
        soon(Event::Back, goes(sheet(1), &[HOME, MAP])),
        // What is closed leaves no step behind it.
        soon(zone(1), goes(sheet(1), &[HOME, MAP])),
        soon(compare(1), stays()),
        soon(compare(2), stays()),
        soon(compare(3), goes(pair(1, 3), WAY)),
        soon(Event::CompareZone(None), goes(sheet(1), &[HOME, MAP])),
    ];
    but(inside(BEHIND), here)
}

pub(super) fn on_the_figures() -> Vec<Row> {
    let here = vec![soon(Event::Back, goes(HOME, &[])), soon(Event::OpenFigures, stays())];
    but(inside(&[HOME, Screen::Figures]), here)
}
