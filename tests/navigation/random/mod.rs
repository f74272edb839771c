//! Visits made up at random: whatever is done in whatever order and whenever, the promises hold.

mod chance;
mod gone;

use std::collections::HashSet;
use std::time::Duration;

use kiosk::content::ArticleId;
use kiosk::nav::{Candidate, Effect, Event, IdlePolicy, MAX_HISTORY, MAX_SLIDES, Screen, playlist};
use proptest::prelude::*;

use crate::promises::{kept, well_formed};
use crate::world::{EN, HOME, Visit, deeds, slides, without_step};
use chance::{access, deed, event, list, policy, script, wait};
use gone::gone;

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_touches_and_waits_breaks_a_promise(
        policy in policy(),
        access in access(),
        is_looked_after in any::<bool>(),
        script in script(event(), 200),
    ) {
        let mut visit = Visit::bare(policy, access, Duration::ZERO);
        visit.does(Event::PlaylistChanged(slides()));
        for (wait, event) in script {
            let before = visit.clone();
            visit.now = wait.end(&visit);
            let effects = visit.does(event.clone());
            kept(&before, &event, &visit, &effects, &|| format!("{event:?} in {before:?}"));
            // A list that gives the slide on the glass less time may leave it due; one tick is enough.
            if is_looked_after {
                let before = visit.clone();
                let effects = visit.does(Event::Tick);
                kept(&before, &Event::Tick, &visit, &effects, &|| format!("a tick in {before:?}"));
            }
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
    fn another_edition_in_the_middle_of_a_visit_breaks_no_promise(
        earlier in script(deed(), 60),
        gone in gone(),
        later in script(deed(), 20),
    ) {
        let mut visit = Visit::start();
        for (wait, event) in earlier {
            visit.now = wait.end(&visit);
            visit.does(event);
        }
        let (before, now) = (visit.clone(), visit.now);
        let effects = visit.state.turn_to(EN, Some, |screen| gone.left_of(screen), now);
        let what = || format!("without {gone:?}, turned in {before:?}");
        well_formed(&visit, &what);
        let (session, old) = (visit.state.session(), before.state.session());
        let here = gone.left_of(old.screen).unwrap_or(HOME);
        prop_assert_eq!(session.screen, here, "where one was, or at home");
        prop_assert!(session.step != old.step, "no answer about the old edition fits");
        prop_assert_eq!(effects[0], Effect::RefreshPlaylist, "the loop is asked for anew");
        let further: &[Effect] = match here {
            Screen::Search => &[Effect::Search],
            _ if here.has_body() => &[Effect::LoadBody],
            _ => &[],
        };
        prop_assert_eq!(&effects[1..], further, "and what is on the glass");
        for (wait, event) in later {
            let before = visit.clone();
            visit.now = wait.end(&visit);
            let effects = visit.does(event.clone());
            kept(&before, &event, &visit, &effects, &|| format!("{event:?} in {before:?}"));
        }
    }

    #[test]
    fn from_wherever_somebody_got_back_leads_home_in_so_many_steps_as_are_kept(
        script in prop::collection::vec(prop::sample::select(deeds()), 1..200),
    ) {
        let mut visit = Visit::after(&script);
        prop_assume!(!visit.is_over());
        if visit.state.session().is_access_open {
            visit.does(Event::CloseAccess);
        }
        let mut steps = 0;
        while visit.state.session().can_go_back() {
            let screen = visit.screen();
            visit.does(Event::Back);
            prop_assert!(visit.screen() != screen, "every step is one");
            steps += 1;
            prop_assert!(steps <= MAX_HISTORY, "and they end");
        }
        prop_assert_eq!(visit.screen(), HOME, "at home");
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
