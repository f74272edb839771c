//! What a finger, an eye and an ear find on every screen: on six real panels, at four text sizes, in both languages.
//!
//! `cargo test --test fingers` looks at a part that meets every panel, size and language; with `-- --ignored` at all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod area;
#[path = "../common/mod.rs"]
mod common;
mod deeds;
mod eyes;
mod ink;
mod panels;
mod sight;
mod speech;
mod touch;
mod tour;
mod views;
mod words;

use kiosk::nav::TextSize;
use panels::{HIGH_TOTEM, PANELS, Visit};
use touch::Ground;
use tour::{Look, tour};
use views::View;

/// Every panel with every text size, in both languages.
fn every_visit() -> Vec<Visit> {
    let mut visits = Vec::new();
    for panel in PANELS {
        for text_size in TextSize::ALL {
            visits.extend(["en", "zh"].map(|language| Visit::new(panel, language, text_size)));
        }
    }
    visits
}

/// Every panel as designed in one language, and with larger words in the other.
fn some_visits() -> Vec<Visit> {
    let sizes = TextSize::ALL.iter().skip(1).cycle();
    let languages = [("en", "zh"), ("zh", "en")].into_iter().cycle();
    let panels = PANELS.iter().zip(sizes).zip(languages);
    panels
        .flat_map(|((panel, size), (one, other))| {
            [Visit::new(*panel, one, TextSize::Normal), Visit::new(*panel, other, *size)]
        })
        .collect()
}

/// Somebody who sits before the totem.
fn seated(language: &'static str, text_size: TextSize) -> Visit {
    let mut visit = Visit::new(HIGH_TOTEM, language, text_size);
    visit.access.is_in_reach = true;
    visit
}

/// Somebody who needs high contrast.
fn keen(panel: usize, language: &'static str, text_size: TextSize) -> Visit {
    let mut visit = Visit::new(PANELS[panel], language, text_size);
    visit.access.has_high_contrast = true;
    visit
}

/// Everybody finds room for a finger, whole words, and names that can be read out.
fn fits_everybody(look: &Look<'_>) -> Vec<String> {
    let sight = look.sight();
    let ground = Ground {
        glass: sight.glass,
        // The question stands over the bar, too.
        dock: sight.dock.filter(|_| look.view.has_bar()),
        windows: sight.windows.clone(),
        millimetre: look.visit.panel.millimetre(),
    };
    let is_compact = look.stage.kiosk().ui().is_compact();
    let mut faults = touch::judge(&touch::targets(&sight, is_compact), &ground);
    faults.extend(touch::behind(&sight));
    faults.extend(words::astray(&sight));
    faults.extend(speech::judge(&sight, look.visit.language));
    if look.view.has_bar() {
        faults.extend(speech::missing(&sight, look.visit.language));
    }
    // Turning a page brings no words that the gauge has not seen.
    if look.view.turns() == 0 {
        faults.extend(words::judge(&look.fits(), look.visit.access.text_size.percent()));
    }
    faults.iter().map(|fault| look.fault(fault)).collect()
}

/// The same, and nothing to press above what somebody who sits reaches.
fn fits_who_sits(look: &Look<'_>) -> Vec<String> {
    let mut faults = fits_everybody(look);
    let above = touch::out_of_reach(&look.sight(), look.visit.panel);
    faults.extend(above.iter().map(|fault| look.fault(fault)));
    faults
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn fingers_and_words_have_room_and_buttons_have_names() {
    // The largest glass is the wall's, twice as fine.
    let is_wanted = |visit: &Visit, view: &View| {
        let is_fine = visit.panel.glazing.width > 2_000;
        if is_fine { view.is_plain() } else { view.turns() < 2 }
    };
    none(&tour(&some_visits(), is_wanted, fits_everybody));
}

#[test]
#[ignore = "all panels, sizes and languages take minutes"]
fn every_screen_on_every_panel() {
    let mut faults = tour(&every_visit(), |_, _| true, fits_everybody);
    let languages = ["en", "zh"].into_iter();
    let seats: Vec<Visit> = languages
        .flat_map(|language| TextSize::ALL.map(|text_size| seated(language, text_size)))
        .collect();
    faults.extend(tour(&seats, |_, _| true, fits_who_sits));
    // One panel of each layout.
    let keen: Vec<Visit> = [0, 2, 5]
        .into_iter()
        .flat_map(|panel| TextSize::ALL.map(|text_size| (panel, text_size)))
        .flat_map(|(panel, size)| ["en", "zh"].map(|language| keen(panel, language, size)))
        .collect();
    faults.extend(tour(&keen, |_, _| true, eyes::judge));
    none(&faults);
}

#[test]
fn who_sits_reaches_everything() {
    let visits = [seated("en", TextSize::Normal), seated("zh", TextSize::Larger)];
    none(&tour(&visits, |_, _| true, fits_who_sits));
}

#[test]
fn high_contrast_is_seven_to_one_as_drawn() {
    let visits = [
        keen(2, "en", TextSize::Normal),
        keen(5, "zh", TextSize::Normal),
        keen(0, "zh", TextSize::Large),
    ];
    none(&tour(&visits, |_, _| true, eyes::judge));
}

#[test]
fn two_buttons_of_one_name_do_one_thing() {
    let visits = [
        Visit::new(PANELS[2], "en", TextSize::Normal),
        Visit::new(PANELS[1], "zh", TextSize::Larger),
    ];
    none(&tour(&visits, |_, _| true, deeds::ambiguous));
}

#[test]
fn who_is_read_to_presses_what_a_finger_presses() {
    let wide = [Visit::new(PANELS[2], "en", TextSize::Normal)];
    let on_wide = ["home", "article/land-between-two-rivers", "access", "gallery, closer"];
    none(&tour(&wide, |_, view| on_wide.contains(&view.name), deeds::spoken));
    let small = [Visit::new(PANELS[1], "zh", TextSize::Normal)];
    let on_small = [
        "attract",
        "section/investing",
        "zones/guoyuan-port",
        "search/gu",
        "access",
        "prompt/land-between-two-rivers",
        "home with the menus",
    ];
    none(&tour(&small, |_, view| on_small.contains(&view.name), deeds::spoken));
}
