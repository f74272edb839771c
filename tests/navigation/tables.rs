//! Whole visits: where a row of choices leads, what is fetched on the way, and how long the way back can get.

use kiosk::nav::{Effect, Event, MAX_HISTORY, MAX_QUERY, Screen};

use crate::world::{
    EN, HOME, LARGE, MAP, PAGE, PAGE_SCREEN, Visit, ZH, article, compare, entry, gallery, menu,
    only, open, pair, query, section, sheet, step_to, topic, zone,
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
        (vec![Event::OpenAccess], HOME, vec![]),
        (vec![Event::OpenZone(None), zone(1), zone(2)], sheet(2), vec![HOME, MAP]),
        (vec![zone(1)], sheet(1), vec![HOME]),
        (vec![zone(1), compare(2), compare(3)], pair(1, 3), vec![HOME, sheet(1)]),
        (vec![zone(1), compare(2), zone(2)], sheet(2), vec![HOME, sheet(1), pair(1, 2)]),
        (vec![zone(1), compare(2), Event::Back, Event::Back], HOME, vec![]),
        (vec![compare(2)], Screen::Attract, vec![]),
        (vec![Event::OpenZone(None), compare(2)], MAP, vec![HOME]),
        (
            vec![open(1), Event::OpenPicture(0), Event::OpenPicture(1)],
            gallery(1, 1),
            vec![HOME, article(1)],
        ),
        (
            vec![open(1), Event::OpenPicture(0), Event::OpenPicture(1), Event::Back],
            article(1),
            vec![HOME],
        ),
        (vec![Event::OpenPicture(0)], Screen::Attract, vec![]),
        (vec![menu(1), open(1), step_to(2), step_to(3)], article(3), vec![HOME, section(1)]),
        (vec![menu(1), open(1), step_to(2), Event::Back], section(1), vec![HOME]),
        (vec![menu(1), step_to(2)], section(1), vec![HOME]),
        (vec![Event::OpenSearch, query("port"), open(1), Event::Back], Screen::Search, vec![HOME]),
        (vec![Event::OpenFigures, Event::OpenAccess, Event::Back], Screen::Figures, vec![HOME]),
        (vec![Event::OpenFigures, Event::OpenAccess, Event::Back, Event::Back], HOME, vec![]),
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
    assert_eq!(visit.does(open(1)), [Effect::LoadBody], "a story of a series");
    assert_eq!(visit.does(step_to(2)), [Effect::LoadBody], "the next one");
    assert_eq!(visit.does(step_to(2)), [], "the same one");
    assert_eq!(visit.does(Event::OpenPicture(0)), [Effect::LoadBody], "its pictures");
    assert_eq!(visit.does(Event::OpenAccess), [], "the access sheet");
    assert_eq!(visit.does(Event::SetAccess(LARGE)), [], "a choice on it");
    assert_eq!(visit.does(Event::SetLanguage(EN)), [Effect::LoadBody], "a language on it");
    assert_eq!(visit.does(Event::CloseAccess), [], "out of it");
    for deed in [Event::OpenFigures, Event::OpenZone(None), zone(1), compare(2), only("port")] {
        assert_eq!(visit.does(deed.clone()), [], "{deed:?}");
    }
}

#[test]
fn words_are_looked_for_when_they_change_and_on_every_arrival() {
    let mut visit = Visit::after(&[Event::Home]);
    assert_eq!(visit.does(query("port")), [], "not where nobody sees what is found");
    assert_eq!(visit.does(Event::OpenSearch), [Effect::Search], "on arrival");
    assert_eq!(visit.does(Event::OpenSearch), [], "where one is");
    assert_eq!(visit.does(query("port")), [], "the same words");
    assert_eq!(visit.does(query("ports")), [Effect::Search], "other words");
    assert_eq!(visit.does(Event::SetLanguage(ZH)), [Effect::Search], "another language");
    assert_eq!(visit.does(open(1)), [Effect::LoadBody], "a story that was found");
    assert_eq!(visit.does(Event::Back), [Effect::Search], "back to what was found");
    assert_eq!(visit.state.session().query, "ports", "with the same words");
    assert_eq!(visit.does(query("")), [Effect::Search], "no words");
}

#[test]
fn a_query_keeps_its_beginning_and_no_more_characters_than_it_may_have() {
    for letter in ["a", "江", "🚢"] {
        let mut visit = Visit::after(&[Event::OpenSearch]);
        for count in [0, 1, MAX_QUERY - 1, MAX_QUERY, MAX_QUERY + 1, 100_000] {
            visit.does(query(&letter.repeat(count)));
            let kept = letter.repeat(count.min(MAX_QUERY));
            assert_eq!(visit.state.session().query, kept, "{count} times {letter}");
        }
        assert_eq!(visit.does(query(&letter.repeat(MAX_QUERY + 7))), [], "no other words");
    }
}

#[test]
fn back_leads_elsewhere_after_a_step_in_a_series_to_the_story_that_lies_behind() {
    let mut visit = Visit::after(&[menu(1), open(1), open(2)]);
    visit.does(step_to(1));
    assert_eq!(visit.history(), [HOME, section(1), article(1)], "a series leaves the way back");
    visit.does(Event::OpenPicture(0));
    assert_eq!(visit.history(), [HOME, section(1), article(1)], "once is enough");
    assert_eq!(visit.does(Event::Back), [Effect::LoadBody], "back to the story");
    assert_eq!(visit.screen(), article(1), "the one of the picture");
    visit.does(step_to(2));
    visit.does(step_to(1));
    visit.does(Event::Back);
    assert_eq!(visit.screen(), section(1), "not to where one is");
    assert_eq!(visit.history(), [HOME], "with home behind it");
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
