//! Faults as they are found.

use std::collections::HashSet;

use crate::content::error::Error;
use crate::content::fault::{Fault, Severity};

/// Most faults of one severity that are kept: nobody mends more in one go.
const KEPT: usize = 5_000;

/// Collects faults, each once.
#[derive(Debug, Default)]
pub(super) struct Report {
    errors: Vec<Fault>,
    warnings: Vec<Fault>,
    seen: HashSet<Fault>,
}

impl Report {
    /// Something for which the edition must not be shown.
    pub(super) fn error(
        &mut self,
        code: &'static str,
        place: impl Into<String>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.add(Fault {
            severity: Severity::Error,
            code,
            place: place.into(),
            what: what.into(),
            mend: mend.into(),
        });
    }

    /// Something that looks or reads worse than it should.
    pub(super) fn warning(
        &mut self,
        code: &'static str,
        place: impl Into<String>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.add(Fault {
            severity: Severity::Warning,
            code,
            place: place.into(),
            what: what.into(),
            mend: mend.into(),
        });
    }

    /// A row or picture that cannot be read.
    pub(super) fn problem(&mut self, error: &Error) {
        self.add(Fault::from(error));
    }

    /// All of them, errors first and otherwise in the order in which they were found.
    pub(super) fn into_faults(mut self) -> Vec<Fault> {
        self.errors.append(&mut self.warnings);
        self.errors
    }

    fn add(&mut self, fault: Fault) {
        // Counted apart, so that no number of warnings hides an error.
        let kept = match fault.severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        if kept.len() < KEPT && self.seen.insert(fault.clone()) {
            kept.push(fault);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_warnings_hides_an_error() {
        let mut report = Report::default();
        for number in 0..=KEPT {
            report.warning("W", format!("place {number}"), "", "");
        }
        report.error("E", "last", "", "");
        report.error("E", "last", "", "");
        let faults = report.into_faults();
        assert_eq!((faults.len(), faults[0].code), (KEPT + 1, "E"), "once, and first");
    }
}
