//! The attract loop: which slide is on the glass, and until when.

use std::time::Duration;

use crate::content::ArticleId;

/// One story of the loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slide {
    /// The story.
    pub article: ArticleId,
    /// How long it stays.
    pub dwell: Duration,
}

/// How long to wait before asking again, when there is nothing to show.
const EMPTY_RETRY: Duration = Duration::from_mins(1);

/// How long a visitor's pause lasts: nobody takes it back who has left.
const PAUSE: Duration = Duration::from_mins(2);

/// The loop's place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Attract {
    slides: Vec<Slide>,
    current: usize,
    since: Duration,
    paused_at: Option<Duration>,
}

impl Attract {
    /// The slides in their order.
    #[must_use]
    pub fn slides(&self) -> &[Slide] {
        &self.slides
    }

    /// The position of the slide on the glass; 0 in an empty loop.
    #[must_use]
    pub fn current(&self) -> usize {
        self.current
    }

    /// The slide on the glass; `None` in an empty loop.
    #[must_use]
    pub fn slide(&self) -> Option<Slide> {
        self.slides.get(self.current).copied()
    }

    /// The slide that comes next, so that its picture can be made ready.
    #[must_use]
    pub fn upcoming(&self) -> Option<Slide> {
        self.slides.get(self.current + 1).or_else(|| self.slides.first()).copied()
    }

    /// When the slide on the glass has had its time.
    #[must_use]
    pub fn deadline(&self) -> Duration {
        if let Some(paused_at) = self.paused_at {
            return paused_at + PAUSE;
        }
        self.since + self.slide().map_or(EMPTY_RETRY, |slide| slide.dwell)
    }

    /// Tells whether a visitor made the loop stand still.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused_at.is_some()
    }

    /// Makes the loop stand still, or go on with a whole dwell of the slide on the glass.
    pub(super) fn toggle_pause(&mut self, now: Duration) {
        self.since = now;
        self.paused_at = if self.paused_at.is_some() { None } else { Some(now) };
    }

    /// Moves on where the slide has had its time; tells whether it did.
    pub(super) fn advance(&mut self, now: Duration) -> bool {
        if now < self.deadline() {
            return false;
        }
        self.current = if self.current + 1 < self.slides.len() { self.current + 1 } else { 0 };
        self.since = now;
        self.paused_at = None;
        true
    }

    /// Gives every slide the key that its story has now, and leaves out those that are gone. The slide on the glass stays,
    /// or the first one takes its place for a whole dwell.
    pub(super) fn turn_to(
        &mut self,
        article: impl Fn(ArticleId) -> Option<ArticleId>,
        now: Duration,
    ) {
        let shown = self.slide().and_then(|slide| article(slide.article));
        self.slides = std::mem::take(&mut self.slides)
            .into_iter()
            .filter_map(|slide| Some(Slide { article: article(slide.article)?, ..slide }))
            .collect();
        let position = self.slides.iter().position(|slide| Some(slide.article) == shown);
        self.current = position.unwrap_or(0);
        if position.is_none() {
            self.since = now;
        }
    }

    /// Starts from the first slide.
    pub(super) fn restart(&mut self, now: Duration) {
        self.current = 0;
        self.since = now;
        self.paused_at = None;
    }

    /// Takes a new list and stays with the story on the glass if it is still in it.
    pub(super) fn replace(&mut self, slides: Vec<Slide>, now: Duration) {
        if slides == self.slides {
            return;
        }
        let shown = self.slide().map(|slide| slide.article);
        self.slides = slides;
        if let Some(position) = self.slides.iter().position(|slide| Some(slide.article) == shown) {
            self.current = position;
            return;
        }
        if self.current >= self.slides.len() {
            self.current = 0;
        }
        self.since = now;
    }
}
