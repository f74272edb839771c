//! `kiosk preview`: shows an authors' folder while it is edited.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::thread;

use clap::Args;
use jiff::civil::DateTime;

use super::content::{print_built, print_faults};
use super::run::inches;
use super::{Failure, Outcome, PixelSize};
use crate::app::{self, Display, deliveries, starter};
use crate::authoring;
use crate::config::Config;
use crate::preview::{self, Bench};

/// Which folder to show, and how.
#[derive(Debug, Args)]
pub(super) struct Preview {
    /// The folder, as docs/content.md describes it
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Pixels of the glass.
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1920x1080")]
    size: PixelSize,
    /// Diagonal of the glass in inches.
    #[arg(long, value_name = "INCHES", value_parser = inches)]
    diagonal_in: Option<f32>,
    /// Address and port at which a browser finds it.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    web_address: SocketAddr,
    /// Language that it begins in, by its tag.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Begin as if it were this moment, to see what will be shown then.
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM")]
    now: Option<DateTime>,
}

impl Preview {
    pub(super) fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        if !self.folder.is_dir() {
            return Err(Failure::new(
                &format!("{} is no folder", self.folder.display()),
                "name the folder with edition.toml in it, such as assets/content",
            ));
        }
        let _ = writeln!(out, "Drawing the pictures; from the second time on this is quick …");
        let _ = out.flush();
        let mut bench = Bench::new(self.folder);
        let (outcome, library) = bench.build();
        tell(&outcome, "The small edition inside the program is shown until then", out);
        let library = match library {
            Some(library) => library,
            None => starter().map_err(|error| Failure::new(&error, error.help()))?,
        };
        let (courier, deliveries) = deliveries();
        let watching = thread::Builder::new().name("preview".to_owned()).spawn(move || {
            bench.watch(&courier, |outcome| {
                tell(outcome, "The glass stays as it is until then", &mut std::io::stdout());
            });
        });
        watching.map_err(|error| {
            Failure::new(&error, "close some programs: the system has no thread to give")
        })?;
        let config = Config {
            // The editions come by another way.
            content: PathBuf::new(),
            display: Some(Display::Web),
            has_desktop: false,
            size: (self.size.width, self.size.height),
            diagonal_in: self.diagonal_in,
            bottom_mm: None,
            is_fullscreen: false,
            web_address: self.web_address,
            web_exposed: false,
            language: self.language,
            now: self.now,
        };
        app::preview(&config, library, deliveries, out)
            .map_err(|error| Failure::new(&error, error.help()))?;
        Ok(Outcome::Good)
    }
}

/// Says what came of a build, and `meanwhile` what is seen where nothing did. Nobody may be listening, and that is no
/// reason to end.
fn tell(outcome: &preview::Outcome, meanwhile: &str, out: &mut dyn Write) {
    let _ = match outcome {
        Ok(built) => print_built(built, "Built", out),
        Err(authoring::Error::Faulty { faults, .. }) => print_faults(faults, out)
            .and_then(|()| writeln!(out, "Mend the errors and save. {meanwhile}.")),
        Err(error) => {
            writeln!(out, "error: {error}\n  To mend it: {}. {meanwhile}.", error.help())
        }
    };
    let _ = out.flush();
}
