//! Time as animations, timers and the idle policy see it: monotonic, from the start of the program.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// A clock that runs, or one that a test moves by hand.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's monotonic clock, from this moment on.
    Running(Instant),
    /// Stands still until [`advance`](Self::advance) moves it.
    Scripted(Rc<Cell<Duration>>),
}

impl Clock {
    /// The machine's clock, from now on.
    #[must_use]
    pub fn running() -> Self {
        Self::Running(Instant::now())
    }

    /// A clock that stands at zero.
    #[must_use]
    pub fn scripted() -> Self {
        Self::Scripted(Rc::default())
    }

    /// The time since the start.
    #[must_use]
    pub fn now(&self) -> Duration {
        match self {
            Self::Running(start) => start.elapsed(),
            Self::Scripted(time) => time.get(),
        }
    }

    /// Moves a scripted clock on; a running one is not moved.
    pub fn advance(&self, by: Duration) {
        if let Self::Scripted(time) = self {
            time.set(time.get() + by);
        }
    }
}
