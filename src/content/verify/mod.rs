//! All that is wrong with an edition, at once: what a check prints and what the kiosk refuses a file for.
//!
//! An error means that the edition must not be shown; a warning means that a designed fallback will be seen.

mod addresses;
mod bodies;
mod menus;
mod numbers;
mod pictures;
mod report;
mod slugs;
mod texts;
mod translations;

use std::path::Path;

use super::error::Error;
use super::fault::Fault;
use super::library::Library;
pub use addresses::address_fault;
use report::Report;
pub use slugs::is_slug;
pub(super) use texts::each_text;

/// All faults of the edition at `path`, of the file as well as of its content and its seal; errors come first.
#[must_use]
pub fn check(path: &Path) -> Vec<Fault> {
    let library = match Library::open_unsealed(path) {
        Ok(library) => library,
        Err(error) => return vec![Fault::from(&error)],
    };
    let mut all = Vec::new();
    if let Err(error) = library.verify() {
        all.push(Fault::from(&error));
    }
    all.extend(faults(&library));
    all
}

/// All faults of the content of an open edition; errors come first.
///
/// Reads every row and decodes every picture, so the time goes with the size of the edition.
#[must_use]
pub fn faults(library: &Library) -> Vec<Fault> {
    let mut report = Report::default();
    for problem in library.problems() {
        report.problem(problem);
    }
    let catalogue = library.catalogue();
    menus::check(&catalogue, &mut report);
    slugs::check(&catalogue, &mut report);
    translations::check(&catalogue, &mut report);
    numbers::check(&catalogue, &mut report);
    for part in [texts::check, bodies::check, addresses::check, pictures::check] {
        let done: Result<(), Error> = part(library, &mut report);
        if let Err(error) = done {
            report.problem(&error);
        }
    }
    report.into_faults()
}
