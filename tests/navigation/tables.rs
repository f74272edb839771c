//! Whole visits: where a row of choices leads, what is fetched on the way, and how long the way back can get.

use kiosk::nav::{Effect, Event, MAX_HISTORY, Screen};

use crate::world::{
    HOME, PAGE, PAGE_SCREEN, Visit, ZH, article, entry, menu, open, section, topic,
};

#[test]
fn every_choice_leads_where_it_says_and_back_leads_out_again() {
    // What was done from the loop; the screen; the history, oldest first.
    let table: Vec<(Vec<Event>, Screen, Vec<Screen>)> = vec![
        (vec![], Screen::Attract, vec![]),
        (vec![Event::Touched], Screen::Attract, vec![]),
        (vec![Event::Back], Screen::Attract, vec![]),
        (vec![Event::Home], HOME, vec![]),
        (vec![open(2)], article(2), vec![HOME]),
        (vec![menu(1)], section(1), vec![HOME]),
        (vec![entry(2, 21)], topic(2, 21), vec![HOME]),
        (vec![Event::OpenPage(PAGE)], PAGE_SCREEN, vec![HOME]),
        (vec![Event::SetLanguage(ZH)], HOME, vec![]),
        (vec![Event::Home, menu(1)], section(1), vec![HOME]),
        (vec![Event::Home, menu(1), entry(1, 11)], topic(1, 11), vec![HOME]),
        (vec![Event::Home, menu(1), entry(1, 11), entry(1, 12)], topic(1, 12), vec![HOME]),
        (vec![Event::Home, entry(1, 11), open(1)], article(1), vec![HOME, topic(1, 11)]),
        (vec![Event::Home, entry(1, 11), open(1), Event::Back], topic(1, 11), vec![HOME]),
        (vec![open(1), open(2)], article(2), vec![HOME, article(1)]),
        (vec![open(1), open(1)], article(1), vec![HOME]),
        (vec![open(1), menu(1), menu(2)], section(2), vec![HOME, article(1), section(1)]),
        (vec![open(1), menu(1), Event::Home], HOME, vec![]),
        (vec![open(1), Event::Back], HOME, vec![]),
        (vec![open(1), Event::Back, Event::Back], HOME, vec![]),
        (vec![open(1), Event::SetLanguage(ZH)], article(1), vec![HOME]),
        (vec![open(1), Event::StartOver], Screen::Attract, vec![]),
    ];
    for (deeds, screen, history) in table {
        let visit = Visit::after(&deeds);
        assert_eq!(visit.state.screen(), screen, "after {deeds:?}");
        assert_eq!(visit.state.session().history(), history, "after {deeds:?}");
    }
}

#[test]
fn a_body_is_fetched_for_a_new_screen_or_language_and_for_nothing_else() {
    let mut visit = Visit::start();
    assert_eq!(visit.does(Event::Home), [], "home has none");
    assert_eq!(visit.does(menu(1)), [], "a menu has none");
    assert_eq!(visit.does(open(1)), [Effect::LoadBody], "a story");
    assert_eq!(visit.does(open(1)), [], "the same story");
    assert_eq!(visit.does(Event::SetLanguage(ZH)), [Effect::LoadBody], "in another language");
    assert_eq!(visit.does(Event::SetLanguage(ZH)), [], "in the same language");
    assert_eq!(visit.does(Event::Touched), [], "a touch");
    assert_eq!(visit.does(Event::OpenPage(PAGE)), [Effect::LoadBody], "a page");
    assert_eq!(visit.does(Event::Back), [Effect::LoadBody], "back to the story");
    assert_eq!(visit.does(Event::Back), [], "back to the menu");
}

#[test]
fn the_history_keeps_home_and_the_newest_steps() {
    let mut visit = Visit::after(&[open(1)]);
    for round in 0..100 {
        visit.does(open(1 + round % 3));
    }
    let history = visit.state.session().history();
    assert_eq!(history.len(), MAX_HISTORY, "bounded");
    assert_eq!(history[0], HOME, "home stays");
    for _ in 0..MAX_HISTORY {
        visit.does(Event::Back);
    }
    assert_eq!(visit.state.screen(), HOME, "and is where Back ends");
}
