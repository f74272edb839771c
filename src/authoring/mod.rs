//! Making an edition: from the authors' folder to `content.db`, and back.
//!
//! Owns the reading of sources, the drawing of pictures, the writing of rows, and the comparison of two editions.
//! What an edition is, and whether one may be shown, is the matter of [`content`](crate::content).
//! Knows nothing of screens or visitors, and prints nothing: what it finds, it returns.

mod build;
mod diff;
mod disk;
mod draft;
mod edition;
mod error;
mod export;
mod faults;
mod import;
mod pictures;
mod seal;
mod slug;
mod sources;
mod store;
mod toml_text;
mod values;

pub use build::{Built, Drawn, build, build_again, build_bytes};
pub use diff::{Change, Difference, diff};
pub use error::Error;
pub use export::{Exported, export};
pub use import::{Destination, Draft, ImportError, Wishes, import, read_page};
pub use seal::{Before, Sealed, seal};
