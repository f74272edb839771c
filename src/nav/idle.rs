//! How long a screen waits for a touch.

use std::time::Duration;

use super::Screen;

/// Waiting times. Defaults and their reasons: 60 s before the question and 30 s to answer it are what
/// Wellcome Collection's gallery screens settled on; WCAG 2.2.1 asks for 20 s at least to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct IdlePolicy {
    /// On the home screen, before the attract loop returns without a question.
    pub home: Duration,
    /// On any other screen, before the question «Still there?».
    pub menu: Duration,
    /// The longest wait on a screen with much to read.
    pub reading_cap: Duration,
    /// How long the question stays.
    pub prompt: Duration,
}

/// Reading speed of somebody who stands at a screen, in words a minute.
const WORDS_PER_MINUTE: u64 = 150;

impl Default for IdlePolicy {
    fn default() -> Self {
        Self {
            home: Duration::from_secs(30),
            menu: Duration::from_mins(1),
            reading_cap: Duration::from_mins(3),
            prompt: Duration::from_secs(30),
        }
    }
}

impl IdlePolicy {
    /// How long `screen` waits for a touch, with `words` to read on it; `None` in the attract loop.
    ///
    /// A page with a body gets one and a half times its reading time, between `menu` and `reading_cap`.
    #[must_use]
    pub fn patience(&self, screen: Screen, words: u32) -> Option<Duration> {
        match screen {
            Screen::Attract => None,
            Screen::Home => Some(self.home),
            Screen::Section { .. }
            | Screen::Gallery { .. }
            | Screen::Zones { .. }
            | Screen::Figures
            | Screen::Search => Some(self.menu),
            Screen::Article { .. } | Screen::Page { .. } => {
                let reading =
                    Duration::from_millis(u64::from(words) * 60_000 * 3 / (2 * WORDS_PER_MINUTE));
                Some(reading.clamp(self.menu, self.reading_cap.max(self.menu)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::ArticleId;

    #[test]
    fn a_long_story_gets_more_time_than_a_short_one_up_to_the_cap() {
        let policy = IdlePolicy::default();
        let article = Screen::Article { article: ArticleId(1) };
        for (words, seconds) in
            [(0, 60), (100, 60), (200, 120), (250, 150), (300, 180), (9_000, 180)]
        {
            assert_eq!(
                policy.patience(article, words),
                Some(Duration::from_secs(seconds)),
                "{words} words"
            );
        }
    }

    #[test]
    fn words_prolong_no_screen_that_shows_no_body() {
        let policy = IdlePolicy::default();
        let zones = Screen::Zones { zone: None, beside: None };
        let gallery = Screen::Gallery { article: ArticleId(1), picture: 0 };
        for screen in [gallery, zones, Screen::Figures, Screen::Search] {
            assert_eq!(policy.patience(screen, 9_000), Some(policy.menu), "{screen:?}");
        }
        assert_eq!(policy.patience(Screen::Home, 9_000), Some(policy.home), "home");
        assert_eq!(policy.patience(Screen::Attract, 9_000), None, "the loop waits for nobody");
    }

    #[test]
    fn a_cap_below_the_floor_does_not_panic() {
        let policy = IdlePolicy { reading_cap: Duration::from_secs(1), ..IdlePolicy::default() };
        let article = Screen::Article { article: ArticleId(1) };
        assert_eq!(policy.patience(article, 999), Some(policy.menu), "the floor wins");
    }
}
