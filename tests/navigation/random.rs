//! Visits made up at random: whatever is done in whatever order and whenever, the promises hold.

use std::collections::HashSet;
use std::time::Duration;

use kiosk::content::ArticleId;
use kiosk::nav::{
    Candidate, Effect, Event, IdlePolicy, MAX_HISTORY, MAX_SLIDES, Screen, Slide, playlist,
};
use proptest::prelude::*;

use crate::world::{EN, HOME, MOMENT, Visit, deeds, without_step};

/// How long it is until the next event.
#[derive(Debug, Clone)]
enum Wait {
    Milliseconds(u64),
    JustBeforeTheDeadline,
    UntilTheDeadline,
    JustAfterTheDeadline,
}

impl Wait {
    /// Time never goes back.
    fn end(&self, visit: &Visit) -> Duration {
        let deadline = visit.state.deadline();
        let end = match self {
            Self::Milliseconds(count) => visit.now + Duration::from_millis(*count),
            Self::JustBeforeTheDeadline => deadline.saturating_sub(MOMENT),
            Self::UntilTheDeadline => deadline,
            Self::JustAfterTheDeadline => deadline + MOMENT,
        };
        end.max(visit.now)
    }
}

fn wait() -> impl Strategy<Value = Wait> {
    prop_oneof![
        4 => Just(Wait::Milliseconds(0)),
        4 => (1..120_000_u64).prop_map(Wait::Milliseconds),
        1 => Just(Wait::JustBeforeTheDeadline),
        2 => Just(Wait::UntilTheDeadline),
        1 => Just(Wait::JustAfterTheDeadline),
        // Now and then a machine that was asleep for a day.
        1 => Just(Wait::Milliseconds(86_400_000)),
    ]
}

/// A list without a story twice, as the loop gets it.
fn list() -> impl Strategy<Value = Vec<Slide>> {
    let stories: Vec<i64> = (1..=8).collect();
    let dwells = prop::collection::vec(6..=15_u64, 8);
    (prop::sample::subsequence(stories, 0..=8).prop_shuffle(), dwells).prop_map(
        |(stories, dwells)| {
            let slides = stories.into_iter().zip(dwells);
            slides
                .map(|(id, dwell)| Slide {
                    article: ArticleId(id),
                    dwell: Duration::from_secs(dwell),
                })
                .collect()
        },
    )
}

fn deed() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => prop::sample::select(deeds()),
        4 => Just(Event::Tick),
        1 => (0..2_000_u32).prop_map(|words| Event::BodyShown { words }),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![12 => deed(), 1 => list().prop_map(Event::PlaylistChanged)]
}

/// Waiting times of any length, also those that make little sense.
fn policy() -> impl Strategy<Value = IdlePolicy> {
    let span = || (1..400_000_u64).prop_map(Duration::from_millis);
    let odd = (span(), span(), span(), span());
    let odd = odd.prop_map(|(home, menu, reading_cap, prompt)| IdlePolicy {
        home,
        menu,
        reading_cap,
        prompt,
    });
    prop_oneof![Just(IdlePolicy::default()), odd]
}

fn script<E: Strategy<Value = Event>>(
    event: E,
    longest: usize,
) -> impl Strategy<Value = Vec<(Wait, Event)>> {
    prop::collection::vec((wait(), event), 1..longest)
}

/// What holds for every event, whatever came before it.
fn promises(
    before: &Visit,
    event: &Event,
    after: &Visit,
    effects: &[Effect],
) -> Result<(), TestCaseError> {
    let (old, new) = (before.state.session(), after.state.session());
    let history = new.history();
    let is_inside = !matches!(new.screen, Screen::Attract | Screen::Home);
    prop_assert!(history.len() <= MAX_HISTORY, "bounded");
    prop_assert_eq!(history.first(), is_inside.then_some(&HOME), "begins with home");
    prop_assert!(!history.contains(&Screen::Attract), "never back into the loop");
    prop_assert!(history.windows(2).all(|pair| !pair[0].is_same_place(pair[1])), "real steps");
    prop_assert!(!after.is_over() || new.language == EN, "the loop's language");
    prop_assert!(!after.is_over() || history.is_empty() && new.prompt.is_none(), "nothing kept");
    let attract = after.state.attract();
    prop_assert!(attract.current() < attract.slides().len().max(1), "a slide of the list");
    let has_ended = !before.is_over() && after.is_over();
    prop_assert_eq!(effects.contains(&Effect::SessionEnded), has_ended, "told outside");
    if has_ended {
        prop_assert!(matches!(event, Event::StartOver | Event::Tick), "nothing else ends a visit");
    }
    let is_other = (old.step, old.language) != (new.step, new.language);
    let wants_body = is_other && new.screen.has_body();
    prop_assert_eq!(effects.contains(&Effect::LoadBody), wants_body, "a body for what is new");
    prop_assert_eq!(old.step == new.step, old.screen == new.screen, "a step for every screen");
    if *event == Event::Tick {
        let (was, is) = (before.state.deadline(), after.state.deadline());
        prop_assert!(is > after.now, "nothing is overdue after a tick: {is:?} at {:?}", after.now);
        prop_assert!(was > after.now || is > was, "a tick that was due is not due again");
        prop_assert!(was <= after.now || after.state == before.state, "one before its time");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_touches_and_waits_breaks_a_promise(
        policy in policy(),
        script in script(event(), 200),
    ) {
        let mut visit = Visit::start_with(policy, Duration::ZERO);
        for (wait, event) in script {
            let before = visit.clone();
            visit.now = wait.end(&visit);
            let effects = visit.does(event.clone());
            promises(&before, &event, &visit, &effects)?;
            // A list that gives the slide on the glass less time may leave it due; one tick is enough.
            let before = visit.clone();
            let effects = visit.does(Event::Tick);
            promises(&before, &Event::Tick, &visit, &effects)?;
        }
        // And whoever it was, in the end the loop is back, in time.
        let left = visit.now;
        let session = visit.state.session();
        let longest = policy.patience(session.screen, session.words).unwrap_or_default();
        for _ in 0..2 {
            if !visit.is_over() {
                visit.waits_out();
            }
        }
        prop_assert!(visit.is_over(), "the loop is back");
        prop_assert!(visit.now.saturating_sub(left) <= longest + policy.prompt, "in time");
    }

    #[test]
    fn the_second_visitor_meets_the_same_kiosk_as_the_first(
        earlier in script(deed(), 60),
        later in script(event(), 60),
    ) {
        let mut used = Visit::start();
        for (wait, event) in earlier {
            used.now = wait.end(&used);
            used.does(event);
        }
        used.does(Event::StartOver);
        // Where the earlier visit was over already, a short one makes the loop begin now.
        used.does(Event::Home);
        used.does(Event::StartOver);
        let mut fresh = Visit::start_with(IdlePolicy::default(), used.now);
        for (wait, event) in later {
            prop_assert_eq!(wait.end(&used), wait.end(&fresh), "the same waiting");
            fresh.now = wait.end(&fresh);
            used.now = fresh.now;
            prop_assert_eq!(used.does(event.clone()), fresh.does(event.clone()), "{:?}", event);
            let sessions = (used.state.session(), fresh.state.session());
            prop_assert_eq!(without_step(sessions.0), without_step(sessions.1), "{:?}", event);
            prop_assert_eq!(used.state.attract(), fresh.state.attract(), "{:?}", event);
        }
    }

    #[test]
    fn a_list_that_changes_keeps_the_story_on_the_glass_while_it_is_in_it(
        lists in prop::collection::vec((wait(), list()), 1..40),
    ) {
        let mut visit = Visit::start();
        for (wait, list) in lists {
            visit.now = wait.end(&visit);
            visit.does(Event::Tick);
            let (shown, left) = (visit.state.attract().slide(), visit.patience());
            prop_assert_eq!(visit.does(Event::PlaylistChanged(list.clone())), [], "asks nothing");
            let attract = visit.state.attract();
            prop_assert_eq!(attract.slides(), &list[..], "the new list");
            prop_assert!(attract.current() < list.len().max(1), "a slide of it");
            prop_assert_eq!(attract.slide(), list.get(attract.current()).copied());
            prop_assert_eq!(attract.upcoming().is_some(), !list.is_empty(), "one comes next");
            let kept = list.iter().find(|slide| shown.is_some_and(|old| old.article == slide.article));
            if let (Some(old), Some(kept)) = (shown, kept) {
                prop_assert_eq!(attract.slide(), Some(*kept), "the story stays");
                let gone = old.dwell.saturating_sub(left);
                prop_assert_eq!(visit.patience(), kept.dwell.saturating_sub(gone), "its time too");
            } else if let Some(other) = attract.slide() {
                prop_assert_eq!(visit.patience(), other.dwell, "another one has its whole time");
            }
        }
    }

    #[test]
    fn every_choice_of_stories_makes_a_loop_that_can_be_watched(
        candidates in prop::collection::vec(
            (any::<bool>(), any::<bool>(), prop::option::of(0..4_u32), prop::option::of(any::<u32>()), any::<u32>()),
            0..40,
        ),
    ) {
        let candidates: Vec<Candidate> = (1..)
            .zip(candidates)
            .map(|(id, (pinned, has_picture, rank, dwell_s, words))| Candidate {
                article: ArticleId(id),
                rank,
                pinned,
                has_picture,
                dwell_s,
                words,
            })
            .collect();
        let slides = playlist(&candidates);
        let chosen: Vec<&Candidate> = slides
            .iter()
            .filter_map(|slide| candidates.iter().find(|one| one.article == slide.article))
            .collect();
        prop_assert_eq!(chosen.len(), slides.len(), "every slide is one of them");
        let stories: HashSet<_> = slides.iter().map(|slide| slide.article).collect();
        prop_assert_eq!(stories.len(), slides.len(), "and none is there twice");
        prop_assert!(slides.len() <= MAX_SLIDES, "bounded");
        let seconds = Duration::from_secs(6)..=Duration::from_secs(15);
        prop_assert!(slides.iter().all(|slide| seconds.contains(&slide.dwell)), "can be read");
        let order = |one: &Candidate| (!one.pinned, one.rank);
        prop_assert!(chosen.is_sorted_by_key(|one| order(one)), "by pin and rank");
        let is_featured = candidates.iter().any(|one| one.rank.is_some());
        prop_assert!(chosen.iter().all(|one| one.rank.is_some() == is_featured), "featured alone");
        let can_be_shown = is_featured || candidates.iter().any(|one| one.has_picture);
        prop_assert_eq!(!slides.is_empty(), can_be_shown, "never empty without need");
    }
}
