//! Another edition: every key means something else, and nobody is thrown off a page that is still there.

use kiosk::content::{ArticleId, LanguageId};
use kiosk::nav::{Effect, Event, Screen};

use crate::world::{EN, HOME, Visit, ZH, article, body, menu, open, seconds, section};

/// The new edition has everything at ten times its key, and no story 2.
fn moved(screen: Screen) -> Option<Screen> {
    match screen {
        Screen::Article { article: ArticleId(2) } => None,
        Screen::Article { article: ArticleId(id) } => {
            Some(Screen::Article { article: ArticleId(id * 10) })
        }
        other => Some(other),
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
