//! The loop: slides by their time, the touch that wakes it, and lists that change under it.

use std::time::Duration;

use kiosk::content::ArticleId;
use kiosk::nav::{Access, Effect, Event, IdlePolicy, Screen, Slide};

use crate::world::{
    EN, HOME, MOMENT, Visit, ZH, almost, article, menu, open, seconds, section, slide, slides,
};

fn shown(visit: &Visit) -> Option<ArticleId> {
    visit.state.attract().slide().map(|slide| slide.article)
}

fn with(list: Vec<Slide>) -> Visit {
    let mut visit = Visit::start();
    visit.does(Event::PlaylistChanged(list));
    visit
}

#[test]
fn every_slide_stays_for_its_own_time_and_then_what_may_be_shown_is_asked_again() {
    let mut visit = with(vec![slide(1, 6), slide(2, 15), slide(3, 9)]);
    for (turn, (id, dwell)) in [(1, 6), (2, 15), (3, 9)].into_iter().cycle().take(7).enumerate() {
        assert_eq!(shown(&visit), Some(ArticleId(id)), "turn {turn}");
        assert_eq!(visit.patience(), seconds(dwell), "turn {turn}");
        let before = visit.state.clone();
        assert_eq!(visit.waits(almost(seconds(dwell))), [], "not yet, turn {turn}");
        assert_eq!(visit.state, before, "nothing moved, turn {turn}");
        assert_eq!(visit.waits(MOMENT), [Effect::RefreshPlaylist], "now, turn {turn}");
    }
}

#[test]
fn the_slide_to_come_is_known_beforehand_and_comes() {
    for count in 1..=3 {
        let mut visit = with(slides().into_iter().take(count).collect());
        for turn in 0..7 {
            let upcoming = visit.state.attract().upcoming();
            visit.waits_out();
            assert_eq!(visit.state.attract().slide(), upcoming, "turn {turn} of {count} slides");
            assert_eq!(visit.state.attract().current(), (turn + 1) % count, "turn {turn}");
        }
    }
    assert_eq!(with(vec![]).state.attract().upcoming(), None, "an empty loop has none");
}

#[test]
fn a_late_tick_moves_on_by_one_slide_and_gives_it_all_its_time() {
    let mut visit = Visit::start();
    visit.waits(seconds(3_600));
    assert_eq!(visit.state.attract().current(), 1, "one, however late");
    assert_eq!(visit.patience(), seconds(10), "a whole slide");
}

#[test]
fn an_empty_loop_asks_once_a_minute_whether_there_is_something_to_show() {
    let mut visit = with(vec![]);
    for minute in 0..5 {
        assert_eq!(visit.patience(), seconds(60), "minute {minute}");
        assert_eq!(visit.waits(almost(seconds(60))), [], "not yet, minute {minute}");
        assert_eq!(visit.waits(MOMENT), [Effect::RefreshPlaylist], "now, minute {minute}");
        assert_eq!(shown(&visit), None, "minute {minute}");
    }
    visit.waits(seconds(20));
    visit.does(Event::PlaylistChanged(slides()));
    assert_eq!(shown(&visit), Some(ArticleId(1)), "from the first");
    assert_eq!(visit.patience(), seconds(10), "and for its whole time");
}

#[test]
fn a_loop_without_a_list_yet_is_the_loop_and_lets_a_visitor_in() {
    let start = Visit::bare(IdlePolicy::default(), Access::default(), Duration::ZERO);
    assert_eq!(start.screen(), Screen::Attract, "the loop");
    assert_eq!(start.state.attract().slide(), None, "with nothing to show");
    assert_eq!(start.state.deadline(), seconds(60), "it looks again");
    for (deed, screen) in
        [(Event::Home, HOME), (Event::SetLanguage(ZH), HOME), (menu(1), section(1))]
    {
        let mut visit = start.clone();
        visit.now = seconds(1);
        visit.does(deed.clone());
        assert_eq!(visit.screen(), screen, "{deed:?}");
    }
}

#[test]
fn the_waking_tap_opens_the_story_on_the_glass_with_home_behind_it() {
    for turn in 0..3_usize {
        let mut visit = Visit::start();
        for _ in 0..turn {
            visit.waits_out();
        }
        visit.now += seconds(3);
        let story = shown(&visit).unwrap();
        // The glass tells of the touch, and then of what was under it.
        assert_eq!(visit.does(Event::Touched), [], "a touch alone asks for nothing");
        assert!(visit.is_over(), "and leaves the loop as it is");
        assert_eq!(visit.does(Event::OpenArticle(story)), [Effect::LoadBody], "that story's body");
        assert_eq!(visit.screen(), Screen::Article { article: story }, "that story, turn {turn}");
        assert_eq!(visit.history(), [HOME], "home behind it");
        assert_eq!(visit.language(), EN, "in the default language");
        assert_eq!(visit.does(Event::Back), [], "home has no body");
        assert_eq!(visit.screen(), HOME, "one step back, turn {turn}");
        assert_eq!(visit.history(), [], "and none further");
    }
}

#[test]
fn a_language_button_in_the_loop_begins_a_visit_in_that_language() {
    for language in [EN, ZH] {
        let mut visit = Visit::start();
        visit.now += seconds(3);
        let step = visit.state.session().step;
        assert_eq!(visit.does(Event::SetLanguage(language)), [], "nothing to fetch");
        assert_eq!(visit.screen(), HOME, "on the home screen");
        assert_eq!(visit.language(), language, "in the language");
        assert!(visit.history().is_empty() && visit.state.session().step > step, "a new visit");
        assert_eq!(visit.patience(), seconds(30), "with the home screen's time");
        visit.does(open(2));
        assert_eq!(visit.language(), language, "and stays in it");
    }
}

#[test]
fn touches_that_choose_nothing_neither_stop_nor_hurry_the_loop() {
    let mut visit = Visit::start();
    for deed in [Event::Touched, Event::Back, Event::Continue, Event::StartOver] {
        visit.now += seconds(1);
        let (step, deadline) = (visit.state.session().step, visit.state.deadline());
        assert_eq!(visit.does(deed.clone()), [], "{deed:?}");
        assert!(visit.is_over(), "{deed:?}");
        assert_eq!(visit.state.session().step, step, "{deed:?}");
        assert_eq!(visit.state.deadline(), deadline, "{deed:?}");
    }
}

#[test]
fn the_loop_stands_still_while_somebody_is_there() {
    let mut visit = Visit::start();
    visit.waits_out();
    visit.does(menu(1));
    let before = visit.state.attract().clone();
    for _ in 0..10 {
        visit.waits(seconds(50));
        visit.does(Event::Touched);
    }
    assert_eq!(visit.state.attract(), &before, "no slide moved");
}

#[test]
fn a_new_playlist_keeps_the_story_on_the_glass_if_it_is_still_in_it() {
    let mut visit = Visit::start();
    visit.waits_out();
    let story = shown(&visit);
    visit.now += seconds(4);
    let mut turned = slides();
    turned.rotate_left(1);
    assert_eq!(visit.does(Event::PlaylistChanged(turned)), [], "asks for nothing");
    assert_eq!(shown(&visit), story, "it stays");
    assert_eq!(visit.state.attract().current(), 0, "at its new place");
    assert_eq!(visit.patience(), seconds(6), "for the rest of its time");
    visit.does(Event::PlaylistChanged(vec![slide(1, 10), slide(2, 7)]));
    assert_eq!(shown(&visit), story, "it stays");
    assert_eq!(visit.patience(), seconds(3), "for what the new list gives it");
    visit.does(Event::PlaylistChanged(vec![slide(1, 10), slide(3, 10)]));
    assert_ne!(shown(&visit), story, "it is gone at once");
    assert_eq!(visit.patience(), seconds(10), "and the other one has its whole time");
    visit.does(Event::PlaylistChanged(vec![]));
    assert_eq!(shown(&visit), None, "an empty loop is a state too");
    assert_eq!(visit.patience(), seconds(60), "and looks again later");
    visit.does(Event::PlaylistChanged(slides()));
    assert_eq!(shown(&visit), Some(ArticleId(1)), "from the first");
}

#[test]
fn the_same_playlist_again_changes_nothing() {
    for list in [slides(), vec![slide(3, 6)], vec![]] {
        let mut visit = with(list.clone());
        visit.waits_out();
        visit.now += seconds(4);
        let before = visit.state.clone();
        visit.does(Event::PlaylistChanged(list.clone()));
        assert_eq!(visit.state, before, "not even the time that is left: {list:?}");
    }
}

#[test]
fn a_playlist_that_changes_during_a_visit_does_not_touch_the_visit() {
    for list in [vec![], vec![slide(3, 6)], slides()] {
        let mut visit = Visit::after(&[menu(1), open(1)]);
        let before = visit.state.session().clone();
        visit.now += seconds(5);
        assert_eq!(visit.does(Event::PlaylistChanged(list.clone())), [], "{list:?}");
        assert_eq!(visit.state.session(), &before, "{list:?}");
        visit.does(Event::StartOver);
        assert_eq!(visit.state.attract().slides(), list, "the loop after it has the new list");
        assert_eq!(visit.state.attract().current(), 0, "from the first");
        assert_eq!(article(1), before.screen, "the story was there");
    }
}
