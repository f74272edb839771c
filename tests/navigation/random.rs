//! Visits made up at random: whatever is done in whatever order, the promises hold.

use std::time::Duration;

use kiosk::nav::{Event, MAX_HISTORY, MAX_SLIDES, Screen, Slide};
use proptest::prelude::*;

use crate::world::{EN, Visit, deeds, slides};

fn deed() -> impl Strategy<Value = Event> {
    let playlist = (0..=3_usize, 6..=15_u64).prop_map(|(count, dwell)| {
        let dwell = Duration::from_secs(dwell);
        let chosen = slides().into_iter().take(count);
        Event::PlaylistChanged(chosen.map(|slide| Slide { dwell, ..slide }).collect())
    });
    prop_oneof![
        8 => prop::sample::select(deeds()),
        4 => Just(Event::Tick),
        1 => (0..2_000_u32).prop_map(|words| Event::BodyShown { words }),
        1 => playlist,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_touches_and_waits_breaks_a_promise(
        steps in prop::collection::vec((deed(), 0..120_000_u64), 1..200),
    ) {
        let mut visit = Visit::start();
        for (event, wait) in steps {
            visit.now += Duration::from_millis(wait);
            visit.does(event.clone());
            let session = visit.state.session();
            let attract = visit.state.attract();
            prop_assert!(session.history().len() <= MAX_HISTORY, "{event:?}");
            prop_assert!(attract.current() < attract.slides().len().max(1), "{event:?}");
            prop_assert!(attract.slides().len() <= MAX_SLIDES, "{event:?}");
            if session.screen == Screen::Attract {
                prop_assert_eq!(session.language, EN, "{:?}", event);
                prop_assert!(session.history().is_empty() && session.prompt.is_none());
            }
            // After every due tick the next deadline lies ahead, so that nothing spins.
            for _ in 0..3 {
                if visit.state.deadline() <= visit.now {
                    visit.does(Event::Tick);
                }
            }
            prop_assert!(visit.state.deadline() > visit.now, "{event:?} leaves something overdue");
        }
        // And whoever it was, in the end the loop is back.
        visit.waits_out();
        visit.waits_out();
        prop_assert_eq!(visit.state.screen(), Screen::Attract);
    }
}
