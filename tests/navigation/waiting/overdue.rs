//! Visits that nobody looks after in time: they are over when the clock says so, and not when somebody asks it.

use std::time::Duration;

use kiosk::nav::{Effect, Event};

use super::{ENDED, Question, patience};
use crate::glass::Glass;
use crate::world::{MOMENT, Visit, almost, article, body, open, seconds};

#[test]
fn a_visit_that_nobody_looks_after_ends_when_its_question_would_have() {
    for (deeds, words, patience, follows) in patience() {
        let question = if follows == Question { seconds(30) } else { Duration::ZERO };
        let end = Duration::from_millis(patience) + question;
        for late in [Duration::ZERO, MOMENT, seconds(1), seconds(86_400)] {
            let what = format!("after {deeds:?}, {words} words, {late:?} late");
            let mut visit = Visit::after(&deeds);
            visit.does(body(words));
            let before = visit.clone();
            visit.now += almost(end);
            assert_eq!(visit.does(Event::Touched), [], "a moment before: {what}");
            assert_eq!(Glass::of(&visit), Glass::of(&before), "it goes on: {what}");
            visit = before;
            visit.now += end + late;
            assert_eq!(visit.does(open(3)), ENDED, "over: {what}");
            assert!(visit.is_over(), "the touch wakes the screen and opens nothing: {what}");
            assert_eq!(visit.does(open(3)), [Effect::LoadBody], "the next one opens: {what}");
            assert_eq!(visit.screen(), article(3), "a new visit: {what}");
        }
    }
}

#[test]
fn a_question_that_nobody_looks_after_ends_as_well() {
    let mut visit = Visit::asked_after(&[open(1)]);
    visit.now += seconds(30);
    let mut in_time = visit.clone();
    in_time.now = almost(visit.now);
    assert_eq!(in_time.does(Event::Continue), [], "a moment before it is an answer");
    assert_eq!(in_time.screen(), article(1), "and the story stays");
    assert_eq!(visit.does(Event::Continue), ENDED, "then it is none");
}

#[test]
fn a_body_or_a_list_that_comes_after_the_end_ends_nothing_and_resumes_nothing() {
    let list = || Event::PlaylistChanged(vec![]);
    for event in [body(1), body(300), list()] {
        let mut visit = Visit::asked_after(&[open(1)]);
        visit.now += seconds(60);
        let deadline = visit.state.deadline();
        assert_eq!(visit.does(event.clone()), [], "{event:?}");
        assert!(visit.is_asked(), "{event:?} is nobody's doing");
        assert_eq!(visit.state.deadline(), deadline, "{event:?}");
        assert_eq!(visit.does(Event::Tick), ENDED, "{event:?}");
    }
}
