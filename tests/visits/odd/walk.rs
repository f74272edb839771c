//! A visit of every place of an edition, with eyes for what must not be seen anywhere.

use i_slint_backend_testing::ElementHandle;
use kiosk::app::Stage;
use kiosk::content::Catalogue;
use kiosk::nav::{Event, Screen};

use crate::common::Visitor;
use crate::eyes::{is_blank, seen};
use crate::finger::{button, buttons, tap_quickly};

/// How many of many like ones are looked at: the first and the last.
const SIDES: usize = 4;

/// The texts under a headline that is cut to its lines: whatever the headline, they have their room. For a fact or a
/// caption without end the check of an edition blames its author.
const CUT_TO_FIT: &str = "of a card";

/// Pixels that layouts round away.
const ROUNDING: f32 = 1.5;

/// The first and the last of a list.
fn ends<T>(all: &[T]) -> impl Iterator<Item = &T> {
    let (first, last) = (SIDES.min(all.len()), all.len().saturating_sub(SIDES));
    all.iter().take(first).chain(all.iter().skip(last.max(first)))
}

/// Every kind of place of the edition; of many topics and pictures the first and the last.
pub(super) fn places(catalogue: &Catalogue) -> Vec<String> {
    let mut places: Vec<String> =
        ["home", "figures", "zones", "search", "search/o", "search/zzz", "access"]
            .map(str::to_owned)
            .to_vec();
    for section in &catalogue.sections {
        places.push(format!("section/{}", section.slug));
        for topic in ends(&section.topics).filter_map(|topic| catalogue.topic(*topic)) {
            places.push(format!("section/{}/{}", section.slug, topic.slug));
        }
    }
    for article in &catalogue.articles {
        places.push(format!("article/{}", article.slug));
    }
    for article in ends(&catalogue.articles) {
        places.push(format!("gallery/{}", article.slug));
        places.push(format!("gallery/{}/40", article.slug));
        places.push(format!("prompt/{}", article.slug));
    }
    places.extend(catalogue.pages.iter().map(|page| format!("page/{}", page.slug)));
    places.extend(catalogue.zones.iter().map(|zone| format!("zones/{}", zone.slug)));
    for pair in catalogue.zones.windows(2) {
        places.push(format!("zones/{}/{}", pair[0].slug, pair[1].slug));
    }
    places
}

/// What is wrong with what is on the glass.
pub(super) fn look(stage: &Stage, place: &str, faults: &mut Vec<String>) {
    let glazing = stage.kiosk().ui().glazing();
    let (width, height) = (glazing.width as f32, glazing.height as f32);
    if is_blank(&seen(stage)) {
        faults.push(format!("{place}: blank"));
    }
    let gauge = stage.kiosk().ui().gauge();
    // What was told on the way here is no longer so.
    let _ = gauge.take();
    stage.kiosk().ui().measure();
    stage.settle().unwrap();
    for fit in gauge.take() {
        // What has scrolled away was told about while it was seen.
        let is_seen = fit.area[1] < height && fit.area[1] + fit.area[3] > 0.0;
        if is_seen && fit.overhang > ROUNDING && fit.slot.ends_with(CUT_TO_FIT) {
            faults.push(format!(
                "{place}: {} hangs over by {:.0} px: {:.30}",
                fit.slot, fit.overhang, fit.text
            ));
        }
    }
    let component = stage.kiosk().ui().component();
    for text in ElementHandle::find_by_element_type_name(component, "Text") {
        let (corner, size) = (text.absolute_position(), text.size());
        if corner.x < -ROUNDING || corner.x + size.width > width + ROUNDING {
            let words = text.accessible_label().unwrap_or_default();
            faults.push(format!(
                "{place}: {:?} beyond the glass, {:.0} to {:.0}: {words:.30}",
                text.id(),
                corner.x,
                corner.x + size.width
            ));
        }
    }
    for one in buttons(stage) {
        let is_within = one.left >= -ROUNDING && one.left + one.width <= width + ROUNDING;
        if !is_within || one.width < 1.0 || one.height < 1.0 {
            faults.push(format!(
                "{place}: button «{:.30}» at {:.0}, {:.0} x {:.0}",
                one.label, one.left, one.width, one.height
            ));
        }
    }
}

/// Turns pages by the button until it is gone; tells how often.
pub(super) fn read_to_the_end(
    stage: &Stage,
    place: &str,
    most: usize,
    faults: &mut Vec<String>,
) -> usize {
    let mut turns = 0;
    while !stage.find("Further").is_empty() {
        if turns == most {
            faults.push(format!("{place}: no end after {turns} pages"));
            return turns;
        }
        tap_quickly(stage, "Further");
        turns += 1;
    }
    let component = stage.kiosk().ui().component();
    let columns: Vec<ElementHandle> =
        ElementHandle::find_by_element_type_name(component, "ScrollColumn").collect();
    if let Some(column) = columns.first() {
        let end = column.absolute_position().y + column.size().height;
        let (left, right) =
            (column.absolute_position().x, column.absolute_position().x + column.size().width);
        for text in ElementHandle::find_by_element_type_name(component, "Text") {
            let (corner, size) = (text.absolute_position(), text.size());
            let is_in_column = corner.x >= left && corner.x + size.width <= right;
            if is_in_column && corner.y < end && corner.y + size.height > end + ROUNDING {
                let words = text.accessible_label().unwrap_or_default();
                faults.push(format!("{place}: ends before {:?}: {words:.30}", text.id()));
            }
        }
    }
    turns
}

/// Goes back step by step until home, as a visitor who knows one button.
pub(super) fn go_back_home(stage: &Stage, place: &str, faults: &mut Vec<String>) {
    // A tap anywhere answers the question.
    stage.kiosk().handle(Event::Continue);
    stage.kiosk().handle(Event::CloseAccess);
    stage.settle().unwrap();
    for _ in 0..5 {
        if stage.kiosk().state().screen() == Screen::Home {
            return;
        }
        let middle = button(stage, "Back").middle();
        crate::finger::tap(stage, middle);
    }
    faults.push(format!("{place}: Back does not lead home"));
}
