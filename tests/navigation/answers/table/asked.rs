//! While the question is asked all places are alike: only an answer counts, anything else is a sign of life.

use kiosk::nav::Event;

use super::super::Row;
use super::super::then::{Then, counts, ends, nothing, resumes, stays};
use super::{due, inside, new_playlist, soon};
use crate::world::{body, is_deed, menu, open, query, zone};

pub(super) fn without_a_body() -> Vec<Row> {
    while_asked(nothing())
}

/// A body that comes now is counted, but the question waits no longer for it.
pub(super) fn with_a_body() -> Vec<Row> {
    while_asked(counts(200))
}

fn while_asked(late_body: Then) -> Vec<Row> {
    let has_own_answer = |event: &Event| matches!(event, Event::Continue | Event::StartOver);
    // The same events as elsewhere, and none of their answers.
    let deeds = inside(&[]).into_iter().map(|row| row.1).filter(is_deed);
    let others = deeds.filter(|event| !has_own_answer(event));
    let others = others.chain([Event::Back, menu(1), open(1), query("ports"), zone(1)]);
    let mut rows: Vec<Row> = others.map(|event| soon(event, stays())).collect();
    rows.extend([
        soon(Event::Continue, resumes()),
        soon(Event::StartOver, ends()),
        soon(body(200), late_body),
        soon(new_playlist(), nothing()),
        soon(Event::Tick, nothing()),
        due(ends()),
    ]);
    rows
}
