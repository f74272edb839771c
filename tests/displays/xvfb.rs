//! An X server without a screen, whose pixels can be read.

use std::fs;
use std::path::Path;
use std::process::Command;

use image::RgbImage;
use tempfile::TempDir;

use super::process::{Process, Stream};
use super::{SIZE_OPTION, xwd};

/// A running server.
#[derive(Debug)]
pub(crate) struct Xvfb {
    display: String,
    // Dropped in this order: the server ends before its folder goes.
    _process: Process,
    folder: TempDir,
}

impl Xvfb {
    /// Starts it on a free display number.
    pub(crate) fn start(program: &Path) -> Self {
        let folder = TempDir::new().unwrap();
        let mut process = Process::start(
            Command::new(program)
                .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
                .arg(format!("{SIZE_OPTION}x24"))
                .arg("-fbdir")
                .arg(folder.path()),
        );
        // The number is the only thing that it says there.
        let number = process.line(Stream::Out, "");
        Self { display: format!(":{}", number.trim()), _process: process, folder }
    }

    /// What DISPLAY has to be for its windows.
    pub(crate) fn display(&self) -> &str {
        &self.display
    }

    /// What its screen shows.
    pub(crate) fn look(&self) -> Result<RgbImage, String> {
        let file = self.folder.path().join("Xvfb_screen0");
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        xwd::read(&bytes).ok_or_else(|| format!("{} is no XWD of 24 bits", file.display()))
    }
}
