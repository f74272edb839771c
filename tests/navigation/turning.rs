//! Another edition: every key means something else, and nobody is thrown off a page that is still there.

use kiosk::content::{ArticleId, LanguageId, ZoneId};
use kiosk::nav::{Effect, Event, Screen};

use crate::glass::Glass;
use crate::world::{
    EN, HOME, LARGE, MAP, Visit, ZH, article, body, compare, entry, gallery, menu, only, open,
    pair, query, seconds, section, sheet, slide, topic, zone,
};

/// The new edition has stories and zones at ten times their keys, and neither a story 2 nor a zone 2.
fn moved(screen: Screen) -> Option<Screen> {
    let story = |article: ArticleId| (article.0 != 2).then_some(ArticleId(article.0 * 10));
    let zone = |zone: ZoneId| (zone.0 != 2).then_some(ZoneId(zone.0 * 10));
    match screen {
        Screen::Article { article } => Some(Screen::Article { article: story(article)? }),
        Screen::Gallery { article, picture } => {
            Some(Screen::Gallery { article: story(article)?, picture })
        }
        Screen::Zones { zone: here, beside } => {
            let here = here.and_then(zone);
            Some(Screen::Zones { zone: here, beside: here.and(beside).and_then(zone) })
        }
        Screen::Attract
        | Screen::Home
        | Screen::Section { .. }
        | Screen::Page { .. }
        | Screen::Figures
        | Screen::Search => Some(screen),
    }
}

fn turn(visit: &mut Visit) -> Vec<Effect> {
    let now = visit.now;
    visit.state.turn_to(
        LanguageId(10),
        |language| (language == ZH).then_some(LanguageId(20)),
        moved,
        now,
    )
}

#[test]
fn a_reader_goes_on_reading_under_the_new_key_and_finds_the_way_back() {
    let mut visit = Visit::start();
    visit.does(Event::SetLanguage(ZH));
    visit.does(menu(1));
    visit.does(open(1));
    let effects = turn(&mut visit);
    assert_eq!(effects, [Effect::RefreshPlaylist, Effect::LoadBody], "its text is asked for anew");
    assert_eq!(visit.state.screen(), article(10));
    assert_eq!(visit.state.session().language, LanguageId(20), "the reader's language");
    visit.does(Event::Back);
    assert_eq!(visit.state.screen(), section(1), "the way back is the same");
}

#[test]
fn a_reader_whose_page_is_gone_is_at_home_and_not_in_the_loop() {
    let mut visit = Visit::start();
    visit.does(menu(1));
    visit.does(open(2));
    let effects = turn(&mut visit);
    assert_eq!(effects, [Effect::RefreshPlaylist]);
    assert_eq!(visit.state.screen(), HOME);
    assert_eq!(visit.state.session().history(), [], "nothing lies behind home");
    assert_eq!(visit.state.session().language, LanguageId(10), "English is gone: the new default");
}

#[test]
fn a_step_back_that_leads_nowhere_is_left_out() {
    let mut visit = Visit::start();
    for event in [menu(1), open(2), open(3)] {
        visit.does(event);
    }
    turn(&mut visit);
    assert_eq!(visit.state.screen(), article(30));
    visit.does(Event::Back);
    assert_eq!(visit.state.screen(), section(1), "story 2 is skipped");
}

#[test]
fn no_answer_about_the_old_edition_fits_the_new_one_and_the_wait_goes_on() {
    let mut visit = Visit::start();
    visit.does(open(1));
    let (step, deadline) = (visit.state.session().step, visit.state.deadline());
    turn(&mut visit);
    assert_ne!(visit.state.session().step, step, "a page of its own");
    assert_eq!(visit.state.deadline(), deadline, "nobody touched the glass");
}

#[test]
fn the_next_visit_begins_in_the_default_language_of_the_new_edition() {
    let mut visit = Visit::start();
    visit.does(open(1));
    turn(&mut visit);
    visit.does(Event::StartOver);
    assert_ne!(visit.state.session().language, EN);
    assert_eq!(visit.state.session().language, LanguageId(10));
}

#[test]
fn turning_asks_nobody_whether_they_are_still_there() {
    let mut visit = Visit::start();
    visit.does(open(1));
    visit.does(body(300));
    visit.now = visit.state.deadline().checked_sub(seconds(5)).unwrap();
    turn(&mut visit);
    visit.does(Event::Tick);
    assert!(!visit.is_asked(), "a long text gives a long wait, in the new edition too");
    assert_eq!(visit.state.screen(), article(10));
}

#[test]
fn whose_page_is_gone_has_time_to_look_around() {
    let mut visit = Visit::start();
    visit.does(open(2));
    visit.waits_out();
    assert!(visit.is_asked());
    turn(&mut visit);
    visit.does(Event::Tick);
    assert!(!visit.is_asked(), "the question was about the page that is gone");
    assert_eq!(visit.state.screen(), HOME);
    assert!(visit.state.deadline() >= visit.now + seconds(20), "and the loop waits");
}

#[test]
fn no_step_back_leads_to_where_one_is() {
    let mut visit = Visit::start();
    for event in [menu(1), open(1), open(2), open(1), open(3)] {
        visit.does(event);
    }
    turn(&mut visit);
    let session = visit.state.session();
    assert_ne!(session.history().last(), Some(&session.screen), "not the place itself");
    assert!(
        session.history().windows(2).all(|pair| pair[0] != pair[1]),
        "none twice in a row: {:?}",
        session.history()
    );
}

#[test]
fn the_loop_goes_on_with_the_story_on_the_glass() {
    let mut visit = Visit::start();
    visit.waits_out();
    visit.waits_out();
    let shown = visit.state.attract().slide().expect("a slide").article;
    assert_ne!(shown, ArticleId(2), "one that stays");
    turn(&mut visit);
    let slide = visit.state.attract().slide().expect("still a slide");
    assert_eq!(slide.article, ArticleId(shown.0 * 10));
    assert!(visit.state.attract().slides().iter().all(|slide| slide.article != ArticleId(20)));
}

#[test]
fn every_place_is_found_again_under_its_new_keys_with_all_that_was_chosen() {
    let refreshed = Effect::RefreshPlaylist;
    // What was done from the home screen; the place after; the history; what is asked for.
    let table = [
        (vec![], HOME, vec![], vec![refreshed]),
        (vec![Event::OpenZone(None)], MAP, vec![HOME], vec![refreshed]),
        (vec![Event::OpenZone(None), zone(1)], sheet(10), vec![HOME, MAP], vec![refreshed]),
        (vec![zone(3), compare(1)], pair(30, 10), vec![HOME, sheet(30)], vec![refreshed]),
        (vec![Event::OpenFigures], Screen::Figures, vec![HOME], vec![refreshed]),
        (vec![Event::OpenSearch], Screen::Search, vec![HOME], vec![refreshed, Effect::Search]),
        (
            vec![open(1), Event::OpenPicture(3)],
            gallery(10, 3),
            vec![HOME, article(10)],
            vec![refreshed, Effect::LoadBody],
        ),
        (vec![open(3), zone(1)], sheet(10), vec![HOME, article(30)], vec![refreshed]),
        // What is gone.
        (vec![open(2), Event::OpenPicture(0)], HOME, vec![], vec![refreshed]),
        (vec![Event::OpenZone(None), zone(2)], MAP, vec![HOME], vec![refreshed]),
        (vec![zone(2), compare(1)], MAP, vec![HOME], vec![refreshed]),
        (vec![zone(1), compare(2)], sheet(10), vec![HOME], vec![refreshed]),
    ];
    let wishes = [
        Event::SetLanguage(ZH),
        Event::SetAccess(LARGE),
        only("port"),
        query("港口"),
        Event::OpenAccess,
    ];
    for (deeds, screen, history, effects) in table {
        let mut visit = Visit::after(&[Event::Home]);
        for deed in deeds.iter().chain(&wishes) {
            visit.does(deed.clone());
        }
        let before = Glass::of(&visit);
        let asked = turn(&mut visit);
        let wanted = Glass { screen, history, language: LanguageId(20), ..before };
        assert_eq!(Glass::of(&visit), wanted, "after {deeds:?}");
        assert_eq!(asked, effects, "after {deeds:?}");
        visit.waits_out();
        assert_eq!(visit.is_asked(), screen != HOME, "and it waits on, after {deeds:?}");
    }
}

#[test]
fn two_steps_that_are_one_place_when_what_lay_between_them_is_gone_are_one_step() {
    // What was done; the place after; the history.
    let table = [
        (vec![entry(1, 11), open(2), entry(1, 12)], topic(1, 12), vec![HOME]),
        (vec![entry(1, 11), open(2), entry(1, 12), open(1)], article(10), vec![HOME, topic(1, 12)]),
        (vec![zone(1), open(2), zone(3)], sheet(30), vec![HOME]),
        (vec![zone(1), open(2), zone(3), open(3)], article(30), vec![HOME, sheet(30)]),
        (vec![Event::OpenZone(None), zone(2), open(1)], article(10), vec![HOME, MAP]),
    ];
    for (deeds, screen, history) in table {
        let mut visit = Visit::after(&deeds);
        turn(&mut visit);
        assert_eq!(visit.screen(), screen, "after {deeds:?}");
        assert_eq!(visit.history(), history, "after {deeds:?}");
    }
}

#[test]
fn a_slide_that_is_gone_leaves_its_successor_a_whole_dwell_and_a_pause_as_it_was() {
    for is_paused in [false, true] {
        let mut visit = Visit::start();
        visit.waits_out();
        if is_paused {
            visit.does(Event::TogglePause);
        }
        visit.now += seconds(9);
        let deadline = visit.state.deadline();
        turn(&mut visit);
        let attract = visit.state.attract();
        assert_eq!(attract.slide(), Some(slide(10, 10)), "the first one, paused: {is_paused}");
        assert_eq!(attract.is_paused(), is_paused, "as it was");
        let wanted = if is_paused { deadline } else { visit.now + seconds(10) };
        assert_eq!(visit.state.deadline(), wanted, "its time, paused: {is_paused}");
    }
}

#[test]
fn a_paused_slide_that_is_still_there_stays_and_the_pause_has_the_rest_of_its_time() {
    let mut visit = Visit::start();
    visit.does(Event::TogglePause);
    visit.now += seconds(30);
    turn(&mut visit);
    let attract = visit.state.attract();
    assert!(attract.is_paused(), "standing");
    assert_eq!(attract.slide(), Some(slide(10, 10)), "the same story");
    assert_eq!(visit.patience(), seconds(90), "the rest of two minutes");
}
