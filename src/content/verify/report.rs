//! Faults as they are found.

use std::collections::HashSet;

use crate::content::error::Error;
use crate::content::fault::{Fault, Severity};

/// Most faults that are kept: nobody mends more in one go.
const KEPT: usize = 5_000;

/// Collects faults, each once.
#[derive(Debug, Default)]
pub(super) struct Report {
    faults: Vec<Fault>,
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
        self.faults.sort_by_key(|fault| fault.severity);
        self.faults
    }

    fn add(&mut self, fault: Fault) {
        if self.faults.len() < KEPT && self.seen.insert(fault.clone()) {
            self.faults.push(fault);
        }
    }
}
