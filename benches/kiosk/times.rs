//! Times of one thing that is done again and again.

use std::time::{Duration, Instant};

use crate::table::milliseconds;

/// How long `work` takes.
pub(crate) fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Times in their order, shortest first.
#[derive(Debug)]
pub(crate) struct Times(Vec<Duration>);

impl FromIterator<Duration> for Times {
    fn from_iter<I: IntoIterator<Item = Duration>>(times: I) -> Self {
        let mut times: Vec<Duration> = times.into_iter().collect();
        times.sort_unstable();
        Self(times)
    }
}

impl Times {
    /// `work`, `rounds` times.
    pub(crate) fn of(rounds: usize, mut work: impl FnMut()) -> Self {
        (0..rounds).map(|_| timed(&mut work)).collect()
    }

    /// The middle one; zero where there is none.
    pub(crate) fn median(&self) -> Duration {
        self.0.get(self.0.len() / 2).copied().unwrap_or_default()
    }

    /// The longest one, in words.
    pub(crate) fn worst(&self) -> String {
        let worst = self.0.last().copied().unwrap_or_default();
        format!("worst {:.1} ms of {}", milliseconds(worst), self.0.len())
    }
}
