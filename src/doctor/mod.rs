//! The doctor of editions: looks at every page as a visitor would see it, and tells what is wrong with it.
//!
//! What is wrong with the file and its rows is found by [`content::check`](crate::content::check); the doctor adds
//! what only the real screens show (words cut off, words hard to read over a picture, pictures too small for
//! their slot) and what only today's date shows (stories that are over).
//! It draws on scripted kiosks in memory and knows neither authors nor the command line.

mod contrast;
mod dates;
mod findings;
mod html;
mod pictures;
mod round;
mod words;

use std::path::Path;
use std::sync::Mutex;
use std::thread;

use jiff::civil::Date;

use crate::app::{SAMPLE_GLASSES, SampleGlass};
use crate::content::{Fault, LanguageId, Library, check};
use findings::Findings;

pub use html::report;
pub use round::Thumbnail;

/// The codes of what the doctor finds.
pub mod codes {
    /// A text does not fit its place.
    pub const TEXT_CUT: &str = "LK-D001";
    /// Texts that share a place reach beyond it.
    pub const TEXT_OVERHANG: &str = "LK-D002";
    /// Words over a picture are hard to read.
    pub const CONTRAST: &str = "LK-D003";
    /// A picture has fewer pixels than its slot.
    pub const PICTURE_SMALL: &str = "LK-D004";
    /// A story is over: it is not shown any more.
    pub const STORY_OVER: &str = "LK-D005";
    /// A page could not be drawn.
    pub const NOT_DRAWN: &str = "LK-D006";
}

/// What was found.
#[derive(Debug, Default)]
pub struct Examination {
    /// Everything that is wrong: errors first.
    pub faults: Vec<Fault>,
    /// Every page in every layout and language, small; none where the edition cannot be opened.
    pub thumbnails: Vec<Thumbnail>,
}

/// Examines the edition at `path` as it is shown on `today`.
///
/// Every page is drawn in every layout and language, on as many threads as the machine has cores; what lies
/// below the edge of the glass is measured, and not looked at.
#[must_use]
pub fn examine(path: &Path, today: Date) -> Examination {
    let mut faults = check(path);
    let Ok(library) = Library::open_unsealed(path) else {
        return Examination { faults, thumbnails: Vec::new() };
    };
    let catalogue = library.catalogue();
    drop(library);
    faults.extend(dates::over(&catalogue, today));
    let rounds: Vec<(SampleGlass, LanguageId)> = SAMPLE_GLASSES
        .iter()
        .flat_map(|glass| catalogue.languages.iter().map(|language| (*glass, language.id)))
        .collect();
    let open = Mutex::new(rounds.iter().enumerate().rev().collect::<Vec<_>>());
    let done = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(1, usize::from).min(rounds.len());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    // A lock is only poisoned by a panic between these lines, and none of them panics.
                    let Some((number, (glass, language))) =
                        open.lock().ok().and_then(|mut open| open.pop())
                    else {
                        return;
                    };
                    let round = round::walk(path, *glass, *language, today);
                    if let Ok(mut done) = done.lock() {
                        done.push((number, round));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(number, _)| *number);
    let mut findings = Findings::default();
    let mut thumbnails = Vec::new();
    for (_, round) in done {
        findings.add(round.findings);
        thumbnails.extend(round.thumbnails);
    }
    faults.extend(findings.into_faults());
    faults.sort_by_key(|fault| fault.severity);
    Examination { faults, thumbnails }
}
