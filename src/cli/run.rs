//! `kiosk`: shows the kiosk.

use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::DateTime;

use super::{Failure, Outcome, PixelSize};
use crate::app::{self, Display};
use crate::config::{BOTTOM_MM, Config, DIAGONAL_IN, Settings};

/// How to show the kiosk.
#[derive(Debug, Args)]
pub(super) struct Run {
    /// The edition to show.
    #[arg(long, value_name = "FILE", default_value = "content.db")]
    content: PathBuf,
    /// What is known of the panel and its place; `kiosk.toml` of this folder, if there is one, when not given.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Where to show it; found out by itself if not given.
    #[arg(long, value_enum)]
    display: Option<DisplayName>,
    /// Pixels of the window or of the web display.
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1920x1080")]
    size: PixelSize,
    /// Diagonal of the real glass in inches: everything is sized in millimetres of it.
    #[arg(long, value_name = "INCHES", value_parser = inches)]
    diagonal_in: Option<f32>,
    /// How high above the floor the lower edge of the glass is mounted, in millimetres: reach mode keeps everything below
    /// 1,220 mm.
    #[arg(long, value_name = "MM", value_parser = bottom)]
    bottom_mm: Option<f32>,
    /// Fill the whole screen; without a window manager give --size too.
    #[arg(long)]
    fullscreen: bool,
    /// Address and port of the web display.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    web_address: SocketAddr,
    /// Let other machines see and touch the web display, without a password.
    #[arg(long)]
    web_exposed: bool,
    /// Language that visits begin in, by its tag; the edition's own if not given.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Begin as if it were this moment, to see what will be shown then.
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM")]
    now: Option<DateTime>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DisplayName {
    /// A window of the desktop.
    Window,
    /// A browser on this machine.
    Web,
}

impl Run {
    pub(super) fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let panel = self.settings().panel;
        let config = Config {
            content: self.content,
            display: self.display.map(|name| match name {
                DisplayName::Window => Display::Window,
                DisplayName::Web => Display::Web,
            }),
            has_desktop: has_desktop(),
            size: (self.size.width, self.size.height),
            diagonal_in: self.diagonal_in.or(panel.diagonal_in),
            bottom_mm: self.bottom_mm.or(panel.bottom_mm),
            is_fullscreen: self.fullscreen,
            web_address: self.web_address,
            web_exposed: self.web_exposed,
            language: self.language,
            now: self.now,
        };
        app::run(&config, out).map_err(|error| Failure::new(&error, error.help()))?;
        Ok(Outcome::Good)
    }
}

impl Run {
    /// A file that cannot be followed is told of, and the kiosk is shown without it.
    fn settings(&self) -> Settings {
        let usual = Path::new("kiosk.toml");
        let Some(path) = self.config.as_deref().or_else(|| usual.exists().then_some(usual)) else {
            return Settings::default();
        };
        Settings::read(path).unwrap_or_else(|error| {
            tracing::warn!(%error, help = error.help(), "shown without these settings");
            Settings::default()
        })
    }
}

/// A desktop announces itself by these.
fn has_desktop() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// A diagonal that a panel can have.
pub(super) fn inches(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(inches) if DIAGONAL_IN.contains(&inches) => Ok(inches),
        _ => Err(format!("«{text}» is no diagonal in inches; write for example 21.5")),
    }
}

/// A height that a glass can be mounted at.
pub(super) fn bottom(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(height) if BOTTOM_MM.contains(&height) => Ok(height),
        _ => Err(format!(
            "«{text}» is no height above the floor in millimetres; write for example 700"
        )),
    }
}
