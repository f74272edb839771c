//! The table, a place at a time: what happens, and what follows.

use kiosk::nav::{Effect, Event, Screen};

use super::Place::{
    self, AskedOnMenu, AskedOnPage, AskedOnStory, Entry, Home, Loop, Menu, Page, Story,
};
use super::{Row, Then, When, asks, counts, ends, goes, nothing, resumes, stays};
use crate::world::{
    EN, HOME, PAGE, PAGE_SCREEN, ZH, all_of, article, body, entry, menu, open, section, slide,
    topic,
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

fn in_the_loop() -> Vec<Row> {
    vec![
        soon(Event::Back, nothing()),
        soon(body(200), nothing()),
        soon(Event::Continue, nothing()),
        soon(Event::Home, goes(HOME, &[])),
        soon(open(1), goes(article(1), &[HOME]).loads()),
        soon(open(2), goes(article(2), &[HOME]).loads()),
        soon(Event::OpenPage(PAGE), goes(PAGE_SCREEN, &[HOME]).loads()),
        soon(menu(1), goes(section(1), &[HOME])),
        soon(all_of(2), goes(section(2), &[HOME])),
        soon(entry(2, 21), goes(topic(2, 21), &[HOME])),
        soon(new_playlist(), nothing()),
        soon(Event::SetLanguage(EN), goes(HOME, &[])),
        soon(Event::SetLanguage(ZH), goes(HOME, &[]).in_chinese()),
        soon(Event::StartOver, nothing()),
        soon(Event::Touched, nothing()),
        soon(Event::Tick, nothing()),
        due(Then { effects: vec![Effect::RefreshPlaylist], ..nothing().waits(10) }),
    ]
}

fn on_home() -> Vec<Row> {
    vec![
        soon(Event::Back, stays()),
        soon(body(200), nothing()),
        soon(Event::Continue, stays()),
        soon(Event::Home, stays()),
        soon(open(1), goes(article(1), &[HOME]).loads()),
        soon(Event::OpenPage(PAGE), goes(PAGE_SCREEN, &[HOME]).loads()),
        soon(menu(2), goes(section(2), &[HOME])),
        soon(all_of(1), goes(section(1), &[HOME])),
        soon(entry(1, 12), goes(topic(1, 12), &[HOME])),
        soon(new_playlist(), nothing()),
        soon(Event::SetLanguage(EN), stays()),
        soon(Event::SetLanguage(ZH), stays().in_chinese()),
        soon(Event::StartOver, ends()),
        soon(Event::Touched, stays()),
        soon(Event::Tick, nothing()),
        due(ends()),
    ]
}

fn on_a_menu() -> Vec<Row> {
    vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(body(200), nothing()),
        soon(Event::Continue, stays()),
        soon(Event::Home, goes(HOME, &[])),
        soon(open(2), goes(article(2), &[HOME, section(1)]).loads()),
        soon(Event::OpenPage(PAGE), goes(PAGE_SCREEN, &[HOME, section(1)]).loads()),
        soon(menu(1), stays()),
        soon(menu(2), goes(section(2), &[HOME, section(1)])),
        soon(all_of(1), stays()),
        soon(entry(1, 11), goes(topic(1, 11), &[HOME])),
        soon(entry(2, 21), goes(topic(2, 21), &[HOME, section(1)])),
        soon(new_playlist(), nothing()),
        soon(Event::SetLanguage(EN), stays()),
        soon(Event::SetLanguage(ZH), stays().in_chinese()),
        soon(Event::StartOver, ends()),
        soon(Event::Touched, stays()),
        soon(Event::Tick, nothing()),
        due(asks()),
    ]
}

fn on_an_entry() -> Vec<Row> {
    vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(body(200), nothing()),
        soon(Event::Continue, stays()),
        soon(Event::Home, goes(HOME, &[])),
        soon(open(3), goes(article(3), &[HOME, topic(1, 11)]).loads()),
        soon(Event::OpenPage(PAGE), goes(PAGE_SCREEN, &[HOME, topic(1, 11)]).loads()),
        soon(menu(1), goes(section(1), &[HOME])),
        soon(menu(2), goes(section(2), &[HOME, topic(1, 11)])),
        soon(all_of(1), goes(section(1), &[HOME])),
        soon(all_of(2), goes(section(2), &[HOME, topic(1, 11)])),
        soon(entry(1, 11), stays()),
        soon(entry(1, 12), goes(topic(1, 12), &[HOME])),
        soon(entry(2, 22), goes(topic(2, 22), &[HOME, topic(1, 11)])),
        soon(new_playlist(), nothing()),
        soon(Event::SetLanguage(EN), stays()),
        soon(Event::SetLanguage(ZH), stays().in_chinese()),
        soon(Event::StartOver, ends()),
        soon(Event::Touched, stays()),
        soon(Event::Tick, nothing()),
        due(asks()),
    ]
}

fn on_a_story() -> Vec<Row> {
    const BEHIND: &[Screen] = &[HOME, topic(1, 11), article(1)];
    vec![
        soon(Event::Back, goes(topic(1, 11), &[HOME])),
        // Two hundred words take two minutes, of which five seconds are gone.
        soon(body(200), counts(200).waits(115)),
        soon(Event::Continue, stays()),
        soon(Event::Home, goes(HOME, &[])),
        soon(open(1), stays()),
        soon(open(2), goes(article(2), BEHIND).loads()),
        soon(Event::OpenPage(PAGE), goes(PAGE_SCREEN, BEHIND).loads()),
        soon(menu(1), goes(section(1), BEHIND)),
        soon(all_of(2), goes(section(2), BEHIND)),
        soon(entry(1, 11), goes(topic(1, 11), BEHIND)),
        soon(new_playlist(), nothing()),
        soon(Event::SetLanguage(EN), stays()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().loads()),
        soon(Event::StartOver, ends()),
        soon(Event::Touched, stays()),
        soon(Event::Tick, nothing()),
        due(asks()),
    ]
}

fn on_a_page() -> Vec<Row> {
    const BEHIND: &[Screen] = &[HOME, PAGE_SCREEN];
    vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(body(200), counts(200).waits(115)),
        soon(Event::Continue, stays()),
        soon(Event::Home, goes(HOME, &[])),
        soon(open(1), goes(article(1), BEHIND).loads()),
        soon(Event::OpenPage(PAGE), stays()),
        soon(menu(1), goes(section(1), BEHIND)),
        soon(all_of(2), goes(section(2), BEHIND)),
        soon(entry(2, 21), goes(topic(2, 21), BEHIND)),
        soon(new_playlist(), nothing()),
        soon(Event::SetLanguage(EN), stays()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().loads()),
        soon(Event::StartOver, ends()),
        soon(Event::Touched, stays()),
        soon(Event::Tick, nothing()),
        due(asks()),
    ]
}

/// While the question is asked all places are alike: only an answer counts, anything else is a sign of life.
fn while_asked(place: Place) -> Vec<Row> {
    // A body that comes now is counted, but the question waits no longer for it.
    let late_body = if place == AskedOnMenu { nothing() } else { counts(200) };
    vec![
        soon(Event::Back, stays()),
        soon(body(200), late_body),
        soon(Event::Continue, resumes()),
        soon(Event::Home, stays()),
        soon(open(2), stays()),
        soon(Event::OpenPage(PAGE), stays()),
        soon(menu(2), stays()),
        soon(all_of(2), stays()),
        soon(entry(1, 12), stays()),
        soon(new_playlist(), nothing()),
        soon(Event::SetLanguage(EN), stays()),
        soon(Event::SetLanguage(ZH), stays()),
        soon(Event::StartOver, ends()),
        soon(Event::Touched, stays()),
        soon(Event::Tick, nothing()),
        due(ends()),
    ]
}

pub(super) fn rows(place: Place) -> Vec<Row> {
    match place {
        Loop => in_the_loop(),
        Home => on_home(),
        Menu => on_a_menu(),
        Entry => on_an_entry(),
        Story => on_a_story(),
        Page => on_a_page(),
        AskedOnMenu | AskedOnStory | AskedOnPage => while_asked(place),
    }
}
