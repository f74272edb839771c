//! The pause of the loop: it stands still until somebody lets it go on, for two minutes at the longest, and it is
//! nobody's who comes later.

use kiosk::content::ArticleId;
use kiosk::nav::{Effect, Event};

use crate::world::{
    HOME, MOMENT, Visit, almost, article, menu, open, seconds, slide, slides, without_step,
};

fn shown(visit: &Visit) -> Option<ArticleId> {
    visit.state.attract().slide().map(|slide| slide.article)
}

fn is_paused(visit: &Visit) -> bool {
    visit.state.attract().is_paused()
}

/// The loop on its second slide, stopped four seconds after it came.
fn paused() -> Visit {
    let mut visit = Visit::start();
    visit.waits_out();
    visit.now += seconds(4);
    assert_eq!(visit.does(Event::TogglePause), [], "nothing to do outside");
    visit
}

#[test]
fn a_paused_loop_stands_still_for_two_minutes_and_then_goes_on() {
    let mut visit = paused();
    assert!(is_paused(&visit) && visit.is_over(), "the loop, and it stands still");
    assert_eq!(visit.patience(), seconds(120), "for two minutes");
    let before = visit.state.clone();
    for _ in 0..119 {
        assert_eq!(visit.waits(seconds(1)), [], "not yet");
    }
    assert_eq!(visit.waits(almost(seconds(1))), [], "a moment before");
    assert_eq!(visit.state, before, "nothing moved");
    assert_eq!(shown(&visit), Some(ArticleId(2)), "the slide that was stopped");
    assert_eq!(visit.waits(MOMENT), [Effect::RefreshPlaylist], "now");
    assert!(!is_paused(&visit), "it runs");
    assert_eq!(shown(&visit), Some(ArticleId(3)), "with the next slide");
    assert_eq!(visit.patience(), seconds(10), "for a whole dwell");
    visit.waits_out();
    assert_eq!(shown(&visit), Some(ArticleId(1)), "and so on");
}

#[test]
fn whoever_lets_it_go_on_sees_the_same_slide_for_a_whole_dwell() {
    let mut visit = paused();
    visit.waits(seconds(50));
    assert_eq!(visit.does(Event::TogglePause), [], "nothing to do outside");
    assert!(!is_paused(&visit), "it runs");
    assert_eq!(shown(&visit), Some(ArticleId(2)), "the same slide");
    assert_eq!(visit.patience(), seconds(10), "its whole time");
    visit.waits_out();
    assert_eq!(shown(&visit), Some(ArticleId(3)), "then the next one");
}

#[test]
fn a_second_pause_has_two_minutes_of_its_own() {
    let mut visit = paused();
    visit.waits(seconds(100));
    visit.does(Event::TogglePause);
    visit.now += seconds(5);
    visit.does(Event::TogglePause);
    assert!(is_paused(&visit), "again");
    assert_eq!(visit.patience(), seconds(120), "from now on");
}

#[test]
fn touches_that_choose_nothing_neither_end_a_pause_nor_prolong_it() {
    let mut visit = paused();
    for deed in [Event::Touched, Event::Back, Event::Continue, Event::StartOver] {
        visit.now += seconds(1);
        let deadline = visit.state.deadline();
        assert_eq!(visit.does(deed.clone()), [], "{deed:?}");
        assert!(is_paused(&visit), "{deed:?}");
        assert_eq!(visit.state.deadline(), deadline, "{deed:?}");
    }
}

#[test]
fn a_paused_slide_that_may_no_longer_be_shown_goes_and_the_loop_still_stands() {
    let mut visit = paused();
    visit.waits(seconds(20));
    let deadline = visit.state.deadline();
    visit.does(Event::PlaylistChanged(vec![slide(1, 10), slide(3, 10)]));
    assert_eq!(shown(&visit), Some(ArticleId(3)), "another one at its place");
    assert!(is_paused(&visit), "whoever stopped the loop did not stop a story");
    assert_eq!(visit.state.deadline(), deadline, "and has the rest of two minutes");
    visit.does(Event::PlaylistChanged(vec![slide(1, 10)]));
    assert_eq!(shown(&visit), Some(ArticleId(1)), "the only one left");
    assert_eq!(visit.waits_out(), [Effect::RefreshPlaylist], "then it goes on");
    assert!(!is_paused(&visit), "running");
    assert_eq!(visit.patience(), seconds(10), "a whole dwell");
}

#[test]
fn a_list_that_still_has_the_paused_slide_leaves_it_as_it_is() {
    let mut visit = paused();
    visit.waits(seconds(20));
    let deadline = visit.state.deadline();
    let mut turned = slides();
    turned.rotate_left(1);
    visit.does(Event::PlaylistChanged(turned));
    assert_eq!(shown(&visit), Some(ArticleId(2)), "the same story");
    assert!(is_paused(&visit), "standing");
    assert_eq!(visit.state.deadline(), deadline, "as long as before");
}

#[test]
fn a_paused_loop_that_loses_all_its_slides_looks_again_when_the_pause_is_over() {
    let mut visit = paused();
    visit.does(Event::PlaylistChanged(vec![]));
    assert_eq!(shown(&visit), None, "empty");
    assert_eq!(visit.patience(), seconds(120), "the pause goes on");
    assert_eq!(visit.waits_out(), [Effect::RefreshPlaylist], "and then it looks");
    assert!(!is_paused(&visit), "running");
    assert_eq!(visit.patience(), seconds(60), "once a minute, as always");
}

#[test]
fn a_story_can_be_opened_from_a_paused_loop_and_the_pause_ends_with_the_visit() {
    for wait in [seconds(1), seconds(119)] {
        let mut visit = paused();
        visit.now += wait;
        assert_eq!(visit.does(open(2)), [Effect::LoadBody], "as from a running loop");
        assert_eq!((visit.screen(), visit.history()), (article(2), &[HOME][..]), "that story");
        visit.waits_out();
        assert!(visit.is_asked(), "the pause prolongs nothing");
        visit.waits_out();
        assert!(visit.is_over() && !is_paused(&visit), "the loop runs for whoever comes next");
        assert_eq!(shown(&visit), Some(ArticleId(1)), "from the first slide");
        assert_eq!(visit.patience(), seconds(10), "with its whole dwell");
        let fresh = visit.untouched();
        let sessions = (visit.state.session(), fresh.state.session());
        assert_eq!(without_step(sessions.0), without_step(sessions.1), "and nothing is kept");
    }
}

#[test]
fn there_is_no_pause_anywhere_but_in_the_loop() {
    for deeds in [vec![Event::Home], vec![menu(1)], vec![open(1)], vec![Event::OpenSearch]] {
        let mut visit = Visit::after(&deeds);
        let (screen, attract) = (visit.screen(), visit.state.attract().clone());
        assert_eq!(visit.does(Event::TogglePause), [], "{deeds:?}");
        assert_eq!(visit.screen(), screen, "{deeds:?}");
        assert_eq!(visit.state.attract(), &attract, "{deeds:?}");
    }
}
