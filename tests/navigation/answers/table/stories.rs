//! Menus, stories with their pictures, and service pages.

use kiosk::nav::{Event, Screen};

use super::super::Row;
use super::super::then::{counts, goes, stays};
use super::{but, inside, soon};
use crate::world::{
    HOME, PAGE, PAGE_SCREEN, ZH, all_of, article, body, entry, gallery, menu, open, section,
    step_to, topic,
};

/// The entries of one menu are one place: Back from any of them leads out of the menu.
pub(super) fn on_a_menu() -> Vec<Row> {
    let here = vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(menu(1), stays()),
        soon(all_of(1), stays()),
        soon(entry(1, 11), goes(topic(1, 11), &[HOME])),
    ];
    but(inside(&[HOME, section(1)]), here)
}

pub(super) fn on_an_entry() -> Vec<Row> {
    let here = vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(menu(1), goes(section(1), &[HOME])),
        soon(all_of(1), goes(section(1), &[HOME])),
        soon(entry(1, 11), stays()),
        soon(entry(1, 12), goes(topic(1, 12), &[HOME])),
    ];
    but(inside(&[HOME, topic(1, 11)]), here)
}

pub(super) fn on_a_story() -> Vec<Row> {
    const WAY: &[Screen] = &[HOME, topic(1, 11)];
    const BEHIND: &[Screen] = &[HOME, topic(1, 11), article(1)];
    let here = vec![
        soon(Event::Back, goes(topic(1, 11), &[HOME])),
        // Two hundred words take two minutes, of which five seconds are gone.
        soon(body(200), counts(200).waits(115)),
        soon(open(1), stays()),
        soon(menu(1), goes(section(1), BEHIND)),
        soon(entry(1, 11), goes(topic(1, 11), BEHIND)),
        soon(Event::OpenPicture(0), goes(gallery(1, 0), BEHIND).loads()),
        soon(Event::OpenPicture(1), goes(gallery(1, 1), BEHIND).loads()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().loads()),
        // The next story of a series takes the place of this one.
        soon(step_to(1), stays()),
        soon(step_to(2), goes(article(2), WAY).loads()),
    ];
    but(inside(BEHIND), here)
}

/// The pictures of one story are one place: Back from any of them leads to the story.
pub(super) fn on_a_picture() -> Vec<Row> {
    const WAY: &[Screen] = &[HOME, article(1)];
    const BEHIND: &[Screen] = &[HOME, article(1), gallery(1, 1)];
    let here = vec![
        soon(Event::Back, goes(article(1), &[HOME]).loads()),
        // A picture waits as long as a menu, however long its story is.
        soon(body(200), counts(200)),
        soon(open(1), goes(article(1), BEHIND).loads()),
        soon(Event::OpenPicture(0), goes(gallery(1, 0), WAY).loads()),
        soon(Event::OpenPicture(1), stays()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().loads()),
    ];
    but(inside(BEHIND), here)
}

pub(super) fn on_a_page() -> Vec<Row> {
    let here = vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(body(200), counts(200).waits(115)),
        soon(Event::OpenPage(PAGE), stays()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().loads()),
    ];
    but(inside(&[HOME, PAGE_SCREEN]), here)
}
