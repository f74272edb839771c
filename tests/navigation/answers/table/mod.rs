//! The table: what every place inside a visit answers alike, and how one place differs from that.

mod access;
mod asked;
mod loop_and_home;
mod maps;
mod search;
mod stories;

use kiosk::nav::{Event, Screen};

use super::place::Place;
use super::then::{Then, asks, ends, goes, nothing, stays};
use super::{Row, When};
use crate::world::{
    EN, HOME, LARGE, MAP, PAGE, PAGE_SCREEN, ZH, all_of, article, body, compare, entry, menu, only,
    open, query, section, sheet, slide, step_to, topic, zone,
};

fn soon(event: Event, then: Then) -> Row {
    (When::Soon, event, then)
}

fn due(then: Then) -> Row {
    (When::Due, Event::Tick, then)
}

fn new_playlist() -> Event {
    Event::PlaylistChanged(vec![slide(1, 10), slide(3, 10)])
}

/// The answers of a place inside a visit where `behind` lies behind whatever comes next: the way here, and here.
///
/// A place says for itself where Back leads.
fn inside(behind: &[Screen]) -> Vec<Row> {
    vec![
        soon(body(200), nothing()),
        soon(Event::CloseAccess, stays()),
        soon(Event::CompareZone(None), stays()),
        soon(compare(2), stays()),
        soon(Event::Continue, stays()),
        soon(Event::FilterZones(None), stays()),
        soon(only("port"), stays().with_ports()),
        soon(Event::Home, goes(HOME, &[])),
        soon(Event::OpenAccess, stays().with_the_sheet()),
        soon(open(2), goes(article(2), behind).loads()),
        soon(Event::OpenFigures, goes(Screen::Figures, behind)),
        soon(Event::OpenPage(PAGE), goes(PAGE_SCREEN, behind).loads()),
        soon(Event::OpenPicture(1), stays()),
        soon(Event::OpenSearch, goes(Screen::Search, behind).searches()),
        soon(menu(2), goes(section(2), behind)),
        soon(all_of(2), goes(section(2), behind)),
        soon(entry(2, 21), goes(topic(2, 21), behind)),
        soon(Event::OpenZone(None), goes(MAP, behind)),
        soon(zone(2), goes(sheet(2), behind)),
        soon(new_playlist(), nothing()),
        soon(query("port"), stays().with_words("port")),
        soon(Event::SetAccess(LARGE), stays().in_large()),
        soon(Event::SetLanguage(EN), stays()),
        soon(Event::SetLanguage(ZH), stays().in_chinese()),
        soon(Event::StartOver, ends()),
        soon(step_to(2), stays()),
        soon(Event::Tick, nothing()),
        soon(Event::TogglePause, stays()),
        soon(Event::Touched, stays()),
        due(asks()),
    ]
}

/// `rows`, but for the same event at the same time what `exceptions` say; and what they say beside.
fn but(rows: Vec<Row>, exceptions: Vec<Row>) -> Vec<Row> {
    let is_other =
        |row: &Row| !exceptions.iter().any(|other| (other.0, &other.1) == (row.0, &row.1));
    let mut rows: Vec<Row> = rows.into_iter().filter(is_other).collect();
    rows.extend(exceptions);
    rows
}

pub(super) fn rows(place: Place) -> Vec<Row> {
    match place {
        Place::Loop => loop_and_home::in_the_loop(),
        Place::PausedLoop => loop_and_home::in_the_paused_loop(),
        Place::Home => loop_and_home::at_home(),
        Place::Menu => stories::on_a_menu(),
        Place::Entry => stories::on_an_entry(),
        Place::Story => stories::on_a_story(),
        Place::Gallery => stories::on_a_picture(),
        Place::Page => stories::on_a_page(),
        Place::Map => maps::on_the_map(),
        Place::Sheet => maps::on_a_zone(),
        Place::Pair => maps::on_two_zones(),
        Place::Figures => maps::on_the_figures(),
        Place::Search => search::without_words(),
        Place::SearchWithWords => search::with_words(),
        Place::AccessAtHome => access::at_home(),
        Place::AccessOnStory => access::on_a_story(),
        Place::AccessOnSearch => access::on_the_search(),
        Place::AskedOnMenu | Place::AskedOnPair | Place::AskedOnSearch => asked::without_a_body(),
        Place::AskedOnStory | Place::AskedOnPage | Place::AskedOnAccess => asked::with_a_body(),
    }
}
