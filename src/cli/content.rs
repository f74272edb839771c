//! `kiosk content …`: making editions and looking at them, for authors and staff.
//!
//! Turns arguments into one call each and its result into words; the work is done in `authoring` and `content`.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::import::Import;
use crate::authoring::{self, Before, Built, Change, Difference, build, diff, export, seal};
use crate::content::{Fault, Severity, check};
use crate::doctor::{self, Examination};

/// What `kiosk content` can do.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Make an edition from a folder of texts, pictures and tables
    Build {
        /// The folder, as docs/content.md describes it
        folder: PathBuf,
        /// The edition to write
        #[arg(short, long, default_value = "content.db")]
        output: PathBuf,
    },
    /// Tell all that is wrong with an edition
    Check {
        /// The edition
        edition: PathBuf,
        /// Let warnings count as errors
        #[arg(long)]
        strict: bool,
        /// Look at the file and its rows only, and draw no page
        #[arg(long, conflicts_with_all = ["html", "on"])]
        quick: bool,
        /// Write a report with a small picture of every page
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
        /// The day on which it is looked at; today if not given
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<Date>,
    },
    /// Take saved pages of the area's website in as drafts of stories
    Import(Import),
    /// Tell what is new, changed and removed between two editions
    Diff {
        /// The edition shown until now
        old: PathBuf,
        /// The edition to be shown
        new: PathBuf,
    },
    /// Write the texts, pictures and tables of an edition into a new folder
    Export {
        /// The edition
        edition: PathBuf,
        /// The folder; it must be new or empty
        folder: PathBuf,
    },
    /// Seal an edition again after it was changed by hand
    Seal {
        /// The edition
        edition: PathBuf,
    },
}

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well, or both editions are the same.
    Clean,
    /// There is something to mend, or the editions differ.
    Found,
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The edition or folder is not as it should be, or the disk is not.
    #[error(transparent)]
    Authoring(#[from] authoring::Error),
    /// One name was given for several pages.
    #[error("--slug names one story, and there are {0} pages")]
    SlugForMany(usize),
    /// There is no folder to take pages into.
    #[error(transparent)]
    Import(#[from] authoring::ImportError),
    /// The report could not be written.
    #[error("{} could not be written: {source}", file.display())]
    Report {
        /// The file.
        file: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// What was found could not be printed.
    #[error("printing failed")]
    Printing(#[from] io::Error),
}

impl Error {
    /// What to do about it, in one sentence.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Authoring(error) => error.help(),
            Self::SlugForMany(_) => {
                "take one page at a time, or let the names be made from the titles"
            }
            Self::Import(error) => error.help(),
            Self::Report { .. } => "choose a folder that exists and can be written to",
            Self::Printing(_) => {
                "look whether the disk or the program that reads the output is still there"
            }
        }
    }
}

/// Does what `command` says and prints what came of it to `out`.
///
/// # Errors
///
/// [`Error::Authoring`], [`Error::Import`] or [`Error::Report`] where the work could not be done, [`Error::Printing`] where `out` does not take its words.
pub fn run(command: &Command, out: &mut dyn Write) -> Result<Outcome, Error> {
    match command {
        Command::Build { folder, output } => match build(folder, output) {
            Ok(built) => {
                print_built(&built, &output.display().to_string(), out)?;
                Ok(Outcome::Clean)
            }
            Err(error) => print_faulty(error, out),
        },
        Command::Check { edition, strict, quick, html, on } => {
            let examination = if *quick {
                Examination { faults: check(edition), thumbnails: Vec::new() }
            } else {
                let today = on.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
                doctor::examine(edition, today)
            };
            let faults = &examination.faults;
            print_faults(faults, out)?;
            let (errors, warnings) = counts(faults);
            if faults.is_empty() {
                writeln!(out, "{} is in order.", edition.display())?;
            }
            if let Some(file) = html {
                std::fs::write(file, doctor::report(edition, &examination))
                    .map_err(|source| Error::Report { file: file.clone(), source })?;
                let pages = count(examination.thumbnails.len(), "page", "pages");
                writeln!(out, "{}: {pages} in small.", file.display())?;
            }
            let is_clean = errors == 0 && (warnings == 0 || !strict);
            Ok(if is_clean { Outcome::Clean } else { Outcome::Found })
        }
        Command::Import(pages) => {
            let refused = pages.run(out)?;
            Ok(if refused == 0 { Outcome::Clean } else { Outcome::Found })
        }
        Command::Diff { old, new } => {
            let differences = diff(old, new)?;
            print_differences(&differences, out)?;
            Ok(if differences.is_empty() { Outcome::Clean } else { Outcome::Found })
        }
        Command::Export { edition, folder } => {
            let exported = export(edition, folder)?;
            writeln!(
                out,
                "{}: {} files written, with {} and {}.",
                folder.display(),
                exported.files,
                count(exported.stories, "story", "stories"),
                count(exported.pictures, "picture", "pictures"),
            )?;
            Ok(Outcome::Clean)
        }
        Command::Seal { edition } => match seal(edition) {
            Ok(sealed) => {
                print_faults(&sealed.warnings, out)?;
                let done = match &sealed.before {
                    Before::Held => "the seal holds already; nothing was changed".to_owned(),
                    Before::None => "sealed for the first time".to_owned(),
                    Before::Stale(before) => {
                        format!("sealed again (the seal was for {before:.12}…)")
                    }
                };
                writeln!(out, "{}: {done}.\nDigest {}", edition.display(), sealed.digest)?;
                if sealed.signature_removed {
                    writeln!(
                        out,
                        "Its signature was for what it held before and was removed: sign it again."
                    )?;
                }
                Ok(Outcome::Clean)
            }
            Err(error) => print_faulty(error, out),
        },
    }
}

/// Prints the faults that kept something from being done; other errors go on to the caller.
fn print_faulty(error: authoring::Error, out: &mut dyn Write) -> Result<Outcome, Error> {
    let authoring::Error::Faulty { faults, .. } = &error else {
        return Err(error.into());
    };
    print_faults(faults, out)?;
    writeln!(out, "Nothing was written. Mend the errors and try again.")?;
    Ok(Outcome::Found)
}

pub(super) fn print_built(built: &Built, output: &str, out: &mut dyn Write) -> io::Result<()> {
    print_faults(&built.warnings, out)?;
    writeln!(
        out,
        "{output}: edition {} with {}, {} and {}, {:.1} MB.\nDigest {}",
        built.version,
        count(built.stories, "story", "stories"),
        count(built.pictures, "picture", "pictures"),
        count(built.languages, "language", "languages"),
        built.bytes as f64 / 1e6,
        built.digest
    )
}

/// Prints one group of lines for each fault, and how many there are.
pub(super) fn print_faults(faults: &[Fault], out: &mut dyn Write) -> io::Result<()> {
    for Fault { severity, code, place, what, mend } in faults {
        writeln!(out, "{severity} {code} {place}\n  {what}\n  To mend it: {mend}.")?;
    }
    let (errors, warnings) = counts(faults);
    if errors + warnings > 0 {
        writeln!(
            out,
            "{}, {}.",
            count(errors, "error", "errors"),
            count(warnings, "warning", "warnings")
        )?;
    }
    Ok(())
}

fn counts(faults: &[Fault]) -> (usize, usize) {
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    (errors, faults.len() - errors)
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn print_differences(differences: &[Difference], out: &mut dyn Write) -> io::Result<()> {
    for Difference { what, slug, title, change } in differences {
        let (sign, details) = match change {
            Change::New => ("new    ", String::new()),
            Change::Removed => ("removed", String::new()),
            Change::Changed(details) => ("changed", format!(": {}", details.join(", "))),
        };
        let title = if title.is_empty() { String::new() } else { format!(" «{title}»") };
        writeln!(out, "{sign} {what} {slug}{title}{details}")?;
    }
    let of = |wanted: fn(&Change) -> bool| {
        differences.iter().filter(|difference| wanted(&difference.change)).count()
    };
    if differences.is_empty() {
        writeln!(out, "Both editions show the same.")
    } else {
        writeln!(
            out,
            "{} new, {} changed, {} removed.",
            of(|change| matches!(change, Change::New)),
            of(|change| matches!(change, Change::Changed(_))),
            of(|change| matches!(change, Change::Removed)),
        )
    }
}
