//! Another edition, made up at random: the same keys, but for those that are gone.

use kiosk::content::ZoneId;
use kiosk::nav::Screen;
use proptest::prelude::*;

/// What another edition lacks, by its key.
#[derive(Debug, Clone)]
pub(super) struct Gone {
    stories: Vec<i64>,
    topics: Vec<i64>,
    zones: Vec<i64>,
}

impl Gone {
    /// The place that is what `screen` was: a menu without its topic shows all, a map without its zone is bare.
    pub(super) fn left_of(&self, screen: Screen) -> Option<Screen> {
        let is_zone = |zone: &ZoneId| !self.zones.contains(&zone.0);
        match screen {
            Screen::Article { article } | Screen::Gallery { article, .. } => {
                (!self.stories.contains(&article.0)).then_some(screen)
            }
            Screen::Section { section, topic } => {
                let topic = topic.filter(|topic| !self.topics.contains(&topic.0));
                Some(Screen::Section { section, topic })
            }
            Screen::Zones { zone, beside } => {
                let zone = zone.filter(is_zone);
                Some(Screen::Zones { zone, beside: zone.and(beside).filter(is_zone) })
            }
            Screen::Attract
            | Screen::Home
            | Screen::Page { .. }
            | Screen::Figures
            | Screen::Search => Some(screen),
        }
    }
}

pub(super) fn gone() -> impl Strategy<Value = Gone> {
    let some = |keys: &[i64]| prop::sample::subsequence(keys.to_vec(), 0..=keys.len());
    (some(&[1, 2, 3]), some(&[11, 12, 21, 22]), some(&[1, 2, 3]))
        .prop_map(|(stories, topics, zones)| Gone { stories, topics, zones })
}
