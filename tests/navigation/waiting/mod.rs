//! Waiting, to the millisecond: when the question comes, what prolongs it, and when a visit is over.

mod overdue;

use std::time::Duration;

use kiosk::nav::{Effect, Event, IdlePolicy, Prompt};

use crate::glass::Glass;
use crate::world::{
    LARGE, MOMENT, PAGE, Visit, ZH, all_of, almost, article, body, compare, deeds, entry, menu,
    open, query, seconds, step_to, zone,
};

const ENDED: [Effect; 2] = [Effect::SessionEnded, Effect::RefreshPlaylist];

/// What follows when a screen has waited long enough.
#[derive(Debug, PartialEq)]
enum Follows {
    Question,
    End,
}

use Follows::{End, Question};

/// What was done from the loop; words to read; the patience in milliseconds; what follows.
fn patience() -> Vec<(Vec<Event>, u32, u64, Follows)> {
    vec![
        (vec![Event::Home], 0, 30_000, End),
        (vec![Event::SetLanguage(ZH)], 0, 30_000, End),
        (vec![open(1), Event::Back], 0, 30_000, End),
        // Words are counted where there is a body, and nowhere else.
        (vec![Event::Home], 9_000, 30_000, End),
        (vec![Event::Home, menu(1)], 9_000, 60_000, Question),
        (vec![menu(1)], 0, 60_000, Question),
        (vec![all_of(2)], 0, 60_000, Question),
        (vec![entry(1, 12)], 0, 60_000, Question),
        (vec![Event::Home, entry(1, 12), open(1), Event::Back], 0, 60_000, Question),
        // A story waits as long as it takes to read it one and a half times, between one and three minutes.
        (vec![open(1)], 0, 60_000, Question),
        (vec![open(1)], 1, 60_000, Question),
        (vec![open(1)], 100, 60_000, Question),
        (vec![open(1)], 101, 60_600, Question),
        (vec![open(1)], 200, 120_000, Question),
        (vec![open(1)], 299, 179_400, Question),
        (vec![open(1)], 300, 180_000, Question),
        (vec![open(1)], 301, 180_000, Question),
        (vec![open(1)], u32::MAX, 180_000, Question),
        (vec![Event::OpenPage(PAGE)], 0, 60_000, Question),
        (vec![Event::OpenPage(PAGE)], 200, 120_000, Question),
        (vec![Event::OpenPage(PAGE)], 9_000, 180_000, Question),
        // So does the next one of its series, and the picture of a story as long as a menu.
        (vec![open(1), step_to(2)], 200, 120_000, Question),
        (vec![open(1), Event::OpenPicture(0)], 0, 60_000, Question),
        (vec![open(1), Event::OpenPicture(0)], 9_000, 60_000, Question),
        (vec![Event::OpenZone(None)], 9_000, 60_000, Question),
        (vec![zone(1)], 9_000, 60_000, Question),
        (vec![zone(1), compare(2)], 9_000, 60_000, Question),
        (vec![Event::OpenFigures], 9_000, 60_000, Question),
        (vec![Event::OpenSearch], 9_000, 60_000, Question),
        (vec![Event::OpenSearch, query("port")], 9_000, 60_000, Question),
        // The access sheet waits as the screen does that it lies over.
        (vec![Event::OpenAccess], 9_000, 30_000, End),
        (vec![menu(1), Event::OpenAccess], 9_000, 60_000, Question),
        (vec![open(1), Event::OpenAccess, Event::SetAccess(LARGE)], 200, 120_000, Question),
    ]
}

/// The visit after these events, and the tick that tells it how long nobody has touched the glass since.
fn waited(deeds: &[Event], words: u32, span: Duration) -> (Visit, Visit, Vec<Effect>) {
    let mut visit = Visit::after(deeds);
    visit.does(body(words));
    let before = visit.clone();
    let effects = visit.waits(span);
    (before, visit, effects)
}

#[test]
fn a_moment_before_its_time_is_up_nothing_happens_on_any_screen() {
    for (deeds, words, patience, _) in patience() {
        let span = almost(Duration::from_millis(patience));
        let (before, visit, effects) = waited(&deeds, words, span);
        assert_eq!(effects, [], "after {deeds:?}, {words} words");
        assert_eq!(visit.state, before.state, "after {deeds:?}, {words} words");
        assert_eq!(visit.patience(), MOMENT, "and a moment is left, after {deeds:?}");
    }
}

#[test]
fn when_its_time_is_up_every_screen_asks_or_ends_at_once_and_late_ticks_do_the_same() {
    for late in [Duration::ZERO, MOMENT, seconds(1), seconds(3_600)] {
        for (deeds, words, patience, follows) in patience() {
            let what = format!("after {deeds:?}, {words} words, {late:?} late");
            let (before, visit, effects) =
                waited(&deeds, words, Duration::from_millis(patience) + late);
            if follows == Question {
                let asked = Prompt { since: visit.now, until: visit.now + seconds(30) };
                assert_eq!(visit.state.session().prompt, Some(asked), "a whole question: {what}");
                assert_eq!(visit.state.deadline(), asked.until, "until it is over: {what}");
                assert_eq!(visit.screen(), before.screen(), "behind it is the screen: {what}");
                assert_eq!(visit.history(), before.history(), "and its way back: {what}");
                assert_eq!(visit.language(), before.language(), "in its language: {what}");
                assert_eq!(effects, [], "nothing to do outside: {what}");
            } else {
                assert!(visit.is_over() && !visit.is_asked(), "over without a question: {what}");
                assert_eq!(effects, ENDED, "told outside: {what}");
            }
        }
    }
}

#[test]
fn a_question_that_nobody_answers_ends_the_visit_after_thirty_seconds_and_not_before() {
    for (deeds, words, _, follows) in patience() {
        if follows == End {
            continue;
        }
        let mut visit = Visit::after(&deeds);
        visit.does(body(words));
        visit.waits_out();
        let asked = visit.clone();
        assert_eq!(visit.waits(almost(seconds(30))), [], "a moment before, after {deeds:?}");
        assert_eq!(visit.state, asked.state, "nothing happened, after {deeds:?}");
        assert_eq!(visit.waits(MOMENT), ENDED, "now, after {deeds:?}");
        assert!(visit.is_over(), "over, after {deeds:?}");
    }
}

#[test]
fn an_answer_in_the_last_moment_brings_the_screen_back_with_all_its_patience() {
    for (deeds, words, patience, follows) in patience() {
        if follows == End {
            continue;
        }
        let mut visit = Visit::after(&deeds);
        visit.does(body(words));
        let before = visit.clone();
        visit.waits_out();
        visit.waits(almost(seconds(30)));
        assert_eq!(visit.does(Event::Continue), [], "nothing is fetched, after {deeds:?}");
        assert!(!visit.is_asked(), "answered, after {deeds:?}");
        assert_eq!(visit.patience(), Duration::from_millis(patience), "after {deeds:?}");
        assert_eq!(visit.screen(), before.screen(), "the screen, after {deeds:?}");
        assert_eq!(visit.history(), before.history(), "its way back, after {deeds:?}");
        assert_eq!(visit.language(), before.language(), "its language, after {deeds:?}");
        assert_eq!(visit.state.session().step, before.state.session().step, "it never left");
    }
}

#[test]
fn a_touch_begins_the_wait_anew() {
    for (deeds, words, patience, _) in patience() {
        let patience = Duration::from_millis(patience);
        let mut visit = Visit::after(&deeds);
        visit.does(body(words));
        let screen = visit.screen();
        for round in 0..10 {
            visit.waits(almost(patience));
            assert!(visit.screen() == screen && !visit.is_asked(), "touched in time, {round}");
            visit.does(Event::Touched);
            assert_eq!(visit.patience(), patience, "anew after {deeds:?}, round {round}");
        }
        visit.waits(patience);
        assert!(visit.is_asked() || visit.is_over(), "and then not, after {deeds:?}");
    }
}

#[test]
fn a_body_that_comes_late_gives_its_screen_the_time_to_read_it_from_the_touch_on() {
    let mut visit = Visit::after(&[open(1)]);
    visit.waits(seconds(59));
    visit.does(body(300));
    assert_eq!(visit.patience(), seconds(121), "three minutes, of which 59 seconds are gone");
    // A shorter one, as when the edition changes under the reader: its time may be over already.
    visit.waits(seconds(100));
    visit.does(body(10));
    assert_eq!(visit.patience(), Duration::ZERO, "due");
    visit.does(Event::Tick);
    assert!(visit.is_asked(), "so it is asked, and has thirty seconds");
    assert_eq!(visit.patience(), seconds(30), "whole ones");
}

#[test]
fn the_next_story_does_not_inherit_the_patience_of_the_one_before() {
    let mut visit = Visit::after(&[open(1)]);
    visit.does(body(300));
    for (deed, patience) in [(open(2), 60), (menu(1), 60), (Event::Back, 60), (Event::Home, 30)] {
        visit.does(deed.clone());
        assert_eq!(visit.state.session().words, 0, "{deed:?}");
        assert_eq!(visit.patience(), seconds(patience), "{deed:?}");
    }
}

#[test]
fn the_question_can_be_answered_as_often_as_it_is_asked() {
    let mut visit = Visit::after(&[open(1)]);
    for round in 0..12 {
        visit.waits_out();
        let prompt = visit.state.session().prompt.unwrap();
        assert_eq!(prompt.until, prompt.since + seconds(30), "thirty seconds, round {round}");
        visit.does(Event::Continue);
        assert!(!visit.is_asked(), "answered, round {round}");
        assert_eq!(visit.screen(), article(1), "the story stays, round {round}");
    }
    visit.waits_out();
    visit.waits_out();
    assert!(visit.is_over(), "not answered");
}

#[test]
fn while_the_question_is_asked_nothing_behind_it_happens() {
    let no_answer = |deed: &Event| !matches!(deed, Event::Continue | Event::StartOver);
    for deed in deeds().into_iter().filter(no_answer) {
        let mut visit = Visit::asked_after(&[open(1), Event::OpenAccess]);
        let before = Glass::of(&visit);
        visit.waits(seconds(20));
        assert_eq!(visit.does(deed.clone()), [], "{deed:?}");
        assert_eq!(Glass::of(&visit), before, "{deed:?} is no answer");
        visit.waits(almost(seconds(30)));
        assert_eq!(Glass::of(&visit), before, "{deed:?} was a sign of life");
        visit.waits(MOMENT);
        assert!(visit.is_over(), "{deed:?} was the last one");
    }
}

#[test]
fn signs_of_life_prolong_the_question_from_now_and_do_not_add_up() {
    let mut visit = Visit::asked_after(&[open(1)]);
    for _ in 0..50 {
        visit.does(Event::Touched);
    }
    assert_eq!(visit.patience(), seconds(30), "fifty at once are as one");
    for round in 0..5 {
        visit.waits(seconds(29));
        visit.does(Event::Touched);
        assert_eq!(visit.patience(), seconds(30), "round {round}");
    }
    assert_eq!(visit.waits(seconds(30)), ENDED, "then nobody was there");
}

#[test]
fn every_waiting_time_is_the_one_of_the_policy() {
    let policy = IdlePolicy {
        home: seconds(7),
        menu: seconds(11),
        reading_cap: seconds(13),
        prompt: seconds(5),
    };
    // What was done; words; the patience; whether a question follows.
    let table = [
        (Event::Home, 0, 7, false),
        (menu(1), 0, 11, true),
        (open(1), 0, 11, true),
        (open(1), 20, 12, true),
        (open(1), 900, 13, true),
        (Event::OpenPage(PAGE), 900, 13, true),
        (Event::OpenZone(None), 0, 11, true),
        (Event::OpenFigures, 0, 11, true),
        (Event::OpenSearch, 0, 11, true),
    ];
    for (deed, words, patience, is_asked) in table {
        let mut visit = Visit::start_with(policy, seconds(1_000));
        visit.does(deed.clone());
        visit.does(body(words));
        assert_eq!(visit.patience(), seconds(patience), "{deed:?}, {words} words");
        visit.waits_out();
        assert_eq!(visit.is_asked(), is_asked, "{deed:?}, {words} words");
        if is_asked {
            assert_eq!(visit.patience(), seconds(5), "the question after {deed:?}");
            visit.waits_out();
        }
        assert!(visit.is_over(), "{deed:?}, {words} words");
    }
}
