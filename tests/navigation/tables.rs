//! What follows from what, case by case.

use std::time::Duration;

use kiosk::content::{ArticleId, SectionId, TopicId};
use kiosk::nav::{Effect, Event, MAX_HISTORY, Screen};

use crate::world::{ARTICLES, EN, PAGE, Visit, ZH, seconds, slides};

const HOME: Screen = Screen::Home;
const PAGE_SCREEN: Screen = Screen::Page { page: PAGE };

const fn article(id: i64) -> Screen {
    Screen::Article { article: ArticleId(id) }
}

const fn section(id: i64) -> Screen {
    Screen::Section { section: SectionId(id), topic: None }
}

const fn topic(section: i64, topic: i64) -> Screen {
    Screen::Section { section: SectionId(section), topic: Some(TopicId(topic)) }
}

fn open(id: i64) -> Event {
    Event::OpenArticle(ArticleId(id))
}

fn menu(id: i64) -> Event {
    Event::OpenSection(SectionId(id))
}

fn entry(section: i64, topic: i64) -> Event {
    Event::OpenTopic(SectionId(section), Some(TopicId(topic)))
}

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
fn every_screen_waits_exactly_as_long_as_it_should() {
    // What was done; words on the screen; its patience in seconds; whether a question follows.
    let table = [
        (vec![Event::Home], 0, 30, false),
        (vec![Event::Home, menu(1)], 0, 60, true),
        (vec![Event::OpenPage(PAGE)], 0, 60, true),
        (vec![open(1)], 0, 60, true),
        (vec![open(1)], 200, 120, true),
        (vec![open(1)], 5_000, 180, true),
    ];
    for (deeds, words, patience, is_asked) in table {
        let mut visit = Visit::after(&deeds);
        visit.does(Event::BodyShown { words });
        let before = visit.state.clone();
        visit.waits(seconds(patience).saturating_sub(Duration::from_millis(1)));
        assert_eq!(visit.state, before, "a moment before, after {deeds:?}");
        visit.waits(Duration::from_millis(1));
        assert_eq!(visit.state.session().prompt.is_some(), is_asked, "asked, after {deeds:?}");
        let is_over = visit.state.screen() == Screen::Attract;
        assert_eq!(is_over, !is_asked, "over, after {deeds:?}");
    }
}

#[test]
fn a_touch_begins_the_wait_anew() {
    let mut visit = Visit::after(&[open(1)]);
    for _ in 0..10 {
        visit.waits(seconds(59));
        assert!(visit.state.session().prompt.is_none(), "touched in time");
        visit.does(Event::Touched);
    }
    visit.waits(seconds(60));
    assert!(visit.state.session().prompt.is_some(), "and then not");
}

#[test]
fn the_question_can_be_answered_as_often_as_it_is_asked() {
    let mut visit = Visit::after(&[open(1)]);
    for round in 0..12 {
        visit.waits_out();
        let prompt = visit.state.session().prompt.unwrap();
        assert_eq!(prompt.until, prompt.since + seconds(30), "thirty seconds, round {round}");
        visit.does(Event::Continue);
        assert!(visit.state.session().prompt.is_none(), "answered, round {round}");
        assert_eq!(visit.state.screen(), article(1), "the story stays, round {round}");
    }
    visit.waits_out();
    visit.waits_out();
    assert_eq!(visit.state.screen(), Screen::Attract, "not answered");
}

#[test]
fn while_the_question_is_asked_nothing_behind_it_happens() {
    for deed in [Event::Back, Event::Home, open(2), menu(1), Event::SetLanguage(ZH), Event::Touched]
    {
        let mut visit = Visit::after(&[open(1)]);
        visit.waits_out();
        visit.waits(seconds(20));
        visit.does(deed.clone());
        assert_eq!(visit.state.screen(), article(1), "{deed:?}");
        assert_eq!(visit.state.session().language, EN, "{deed:?}");
        assert!(visit.state.session().prompt.is_some(), "{deed:?} is no answer");
        visit.waits(seconds(29));
        assert_eq!(visit.state.screen(), article(1), "{deed:?} was a sign of life");
    }
}

#[test]
fn the_end_of_a_visit_leaves_nothing_of_it() {
    let mut visit = Visit::after(&[Event::SetLanguage(ZH), menu(1), open(2)]);
    visit.does(Event::BodyShown { words: 900 });
    visit.waits_out();
    let effects = visit.waits_out();
    assert_eq!(effects, [Effect::SessionEnded, Effect::RefreshPlaylist], "told outside");
    let session = visit.state.session();
    assert_eq!(session.language, EN, "language");
    assert_eq!(session.screen, Screen::Attract, "screen");
    assert_eq!(session.words, 0, "words");
    assert_eq!(session.prompt, None, "question");
    assert!(session.history().is_empty(), "history");
    assert!(!session.can_go_back(), "way back");
    assert_eq!(visit.state.attract().current(), 0, "the loop starts over");
}

#[test]
fn a_visit_never_has_the_step_of_the_one_before() {
    let mut visit = Visit::after(&[open(1)]);
    let mut last = visit.state.session().step;
    for deed in [Event::StartOver, open(1), Event::StartOver, Event::Home, menu(1), Event::Back] {
        visit.does(deed.clone());
        let step = visit.state.session().step;
        assert!(step > last, "{deed:?}: {step} after {last}");
        last = step;
    }
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

#[test]
fn the_loop_moves_on_by_dwell_and_asks_what_may_be_shown_at_every_step() {
    let mut visit = Visit::start();
    for turn in 0..7 {
        assert_eq!(visit.state.attract().current(), turn % 3, "turn {turn}");
        assert_eq!(visit.waits(Duration::from_millis(9_999)), [], "not yet");
        assert_eq!(visit.waits(Duration::from_millis(1)), [Effect::RefreshPlaylist], "now");
    }
}

#[test]
fn a_new_playlist_keeps_the_story_on_the_glass_if_it_is_still_in_it() {
    let mut visit = Visit::start();
    visit.waits_out();
    let shown = visit.state.attract().slide().unwrap().article;
    let mut turned = slides();
    turned.rotate_left(1);
    visit.does(Event::PlaylistChanged(turned));
    assert_eq!(visit.state.attract().slide().unwrap().article, shown, "it stays");
    let without: Vec<_> = slides().into_iter().filter(|slide| slide.article != shown).collect();
    visit.does(Event::PlaylistChanged(without));
    assert_ne!(visit.state.attract().slide().unwrap().article, shown, "it is gone at once");
    visit.does(Event::PlaylistChanged(vec![]));
    assert_eq!(visit.state.attract().slide(), None, "an empty loop is a state too");
    assert!(visit.state.deadline() > visit.now, "and looks again later");
    visit.does(Event::PlaylistChanged(slides()));
    assert_eq!(visit.state.attract().slide().unwrap().article, ARTICLES[0], "from the first");
}
