//! The command line: arguments, one call, a result. One file a subcommand.

pub mod content;
pub mod import;
mod preview;
mod run;
mod shot;
mod size;

use std::fmt::Display;
use std::io::Write;

use clap::{Parser, Subcommand};

pub use size::PixelSize;

/// Touch-screen kiosk of the Liangjiang New Area. Without a command it shows the kiosk.
#[derive(Debug, Parser)]
#[command(name = "kiosk", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    run: run::Run,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make, check, compare and seal editions.
    #[command(subcommand)]
    Content(content::Command),
    /// Show a folder of texts and pictures in a browser, while it is edited.
    Preview(preview::Preview),
    /// Draw screens into PNG files, without a display.
    Shot(shot::Shot),
}

/// How a command ended, apart from failing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done, and all is well.
    Good,
    /// Done, and the answer is no: faults found, editions differ.
    Bad,
}

/// A command that failed.
#[derive(Debug)]
pub struct Failure {
    /// What went wrong.
    pub what: String,
    /// What to do about it.
    pub help: String,
}

impl Failure {
    fn new(what: &dyn Display, help: impl Into<String>) -> Self {
        Self { what: what.to_string(), help: help.into() }
    }
}

impl Arguments {
    /// Does what was asked for; words for people go to `out`.
    ///
    /// # Errors
    ///
    /// When it could not be done.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        match self.command {
            None => self.run.run(out),
            Some(Command::Content(command)) => match content::run(&command, out) {
                Ok(content::Outcome::Clean) => Ok(Outcome::Good),
                Ok(content::Outcome::Found) => Ok(Outcome::Bad),
                Err(error) => Err(Failure::new(&error, error.help())),
            },
            Some(Command::Preview(preview)) => preview.run(out),
            Some(Command::Shot(shot)) => shot.run(out),
        }
    }
}
