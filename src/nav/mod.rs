//! Where the visitor is, and what follows from a touch or from waiting.
//!
//! Pure: no clock, no thread, no file, no screen.
//! Time comes in as a [`Duration`](std::time::Duration) since the start, and what must be done outside goes out as [`Effect`]s.
//! It knows the keys of [`content`](crate::content) and nothing else of it.

mod access;
mod attract;
mod event;
mod idle;
mod playlist;
mod screen;
mod session;
mod state;

pub use access::{Access, TextSize};
pub use attract::{Attract, Slide};
pub use event::{Effect, Event};
pub use idle::IdlePolicy;
pub use playlist::{Candidate, MAX_SLIDES, playlist};
pub use screen::Screen;
pub use session::{MAX_HISTORY, MAX_QUERY, Prompt, Session};
pub use state::State;
