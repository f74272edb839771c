//! The search: its words are looked for when they change, when their language does, and on every arrival.

use kiosk::nav::{Event, Screen};

use super::super::Row;
use super::super::then::{goes, stays};
use super::{but, inside, soon};
use crate::world::{HOME, ZH, query};

const BEHIND: &[Screen] = &[HOME, Screen::Search];

pub(super) fn without_words() -> Vec<Row> {
    let here = vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(Event::OpenSearch, stays()),
        soon(query(""), stays()),
        soon(query("p"), stays().with_words("p").searches()),
        soon(query("port"), stays().with_words("port").searches()),
        soon(query("两江新区"), stays().with_words("两江新区").searches()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().searches()),
    ];
    but(inside(BEHIND), here)
}

pub(super) fn with_words() -> Vec<Row> {
    let here = vec![
        soon(Event::Back, goes(HOME, &[])),
        soon(Event::OpenSearch, stays()),
        soon(query(""), stays().with_words("").searches()),
        soon(query("port"), stays()),
        soon(query("ports"), stays().with_words("ports").searches()),
        soon(Event::SetLanguage(ZH), stays().in_chinese().searches()),
    ];
    but(inside(BEHIND), here)
}
