//! What can happen by chance, and when.

use std::time::Duration;

use kiosk::content::ArticleId;
use kiosk::nav::{Access, Event, IdlePolicy, Slide, TextSize};
use proptest::prelude::*;

use crate::world::{MOMENT, Visit, deeds};

/// How long it is until the next event.
#[derive(Debug, Clone)]
pub(super) enum Wait {
    Milliseconds(u64),
    JustBeforeTheDeadline,
    UntilTheDeadline,
    JustAfterTheDeadline,
    JustBeforeTheEnd,
    UntilTheEnd,
}

impl Wait {
    /// Time never goes back.
    pub(super) fn end(&self, visit: &Visit) -> Duration {
        let deadline = visit.state.deadline();
        let end = match self {
            Self::Milliseconds(count) => visit.now + Duration::from_millis(*count),
            Self::JustBeforeTheDeadline => deadline.saturating_sub(MOMENT),
            Self::UntilTheDeadline => deadline,
            Self::JustAfterTheDeadline => deadline + MOMENT,
            Self::JustBeforeTheEnd => visit.end().saturating_sub(MOMENT),
            Self::UntilTheEnd => visit.end(),
        };
        end.max(visit.now)
    }
}

pub(super) fn wait() -> impl Strategy<Value = Wait> {
    prop_oneof![
        4 => Just(Wait::Milliseconds(0)),
        4 => (1..120_000_u64).prop_map(Wait::Milliseconds),
        1 => Just(Wait::JustBeforeTheDeadline),
        2 => Just(Wait::UntilTheDeadline),
        1 => Just(Wait::JustAfterTheDeadline),
        1 => Just(Wait::JustBeforeTheEnd),
        1 => Just(Wait::UntilTheEnd),
        // Now and then a machine that was asleep for a day.
        1 => Just(Wait::Milliseconds(86_400_000)),
    ]
}

/// A list without a story twice, as the loop gets it.
pub(super) fn list() -> impl Strategy<Value = Vec<Slide>> {
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

pub(super) fn deed() -> impl Strategy<Value = Event> {
    prop_oneof![
        16 => prop::sample::select(deeds()),
        8 => Just(Event::Tick),
        2 => (0..2_000_u32).prop_map(|words| Event::BodyShown { words }),
        1 => "\\PC{0,100}".prop_map(Event::Query),
        1 => access().prop_map(Event::SetAccess),
        1 => any::<u32>().prop_map(Event::OpenPicture),
    ]
}

pub(super) fn access() -> impl Strategy<Value = Access> {
    let size = prop::sample::select(TextSize::ALL.to_vec());
    (size, any::<[bool; 3]>()).prop_map(|(text_size, [has_high_contrast, is_in_reach, is_calm])| {
        Access { text_size, has_high_contrast, is_in_reach, is_calm }
    })
}

pub(super) fn event() -> impl Strategy<Value = Event> {
    prop_oneof![12 => deed(), 1 => list().prop_map(Event::PlaylistChanged)]
}

/// Waiting times of any length, also those that make little sense.
pub(super) fn policy() -> impl Strategy<Value = IdlePolicy> {
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

pub(super) fn script<E: Strategy<Value = Event>>(
    event: E,
    longest: usize,
) -> impl Strategy<Value = Vec<(Wait, Event)>> {
    prop::collection::vec((wait(), event), 1..longest)
}
