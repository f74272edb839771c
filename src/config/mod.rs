//! What was asked for, checked once: nothing downstream looks at arguments or the environment.

mod file;

use std::net::SocketAddr;
use std::path::PathBuf;

use jiff::civil::DateTime;

use crate::app::Display;

pub use file::{BOTTOM_MM, DIAGONAL_IN, Panel, Settings, SettingsError};

/// How the kiosk runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The edition.
    pub content: PathBuf,
    /// The display; `None` finds one.
    pub display: Option<Display>,
    /// A desktop is there.
    pub has_desktop: bool,
    /// The size of a window or of the web display, in pixels.
    pub size: (u32, u32),
    /// The diagonal of the real glass, in inches.
    pub diagonal_in: Option<f32>,
    /// How high above the floor the lower edge of the glass is mounted, in millimetres.
    pub bottom_mm: Option<f32>,
    /// Fill the whole screen.
    pub is_fullscreen: bool,
    /// Where the web display listens.
    pub web_address: SocketAddr,
    /// Other machines may see and touch the web display.
    pub web_exposed: bool,
    /// The language that visits begin in, by its tag; `None` is the edition's own.
    pub language: Option<String>,
    /// The moment to begin at; `None` is now.
    pub now: Option<DateTime>,
}
