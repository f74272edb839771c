//! What was seen on single screens, gathered to faults: one fault a thing, whatever the number of screens that show it.

use std::collections::BTreeMap;

use super::codes;
use crate::content::{Fault, Severity};

/// One thing seen on one screen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Finding {
    pub(super) code: &'static str,
    /// Where: the row, and the language where it matters.
    pub(super) place: String,
    /// What it is on the screen, such as «card headline».
    pub(super) slot: String,
    /// How bad it is; the worst of all screens is told.
    pub(super) degree: f32,
    pub(super) what: String,
    pub(super) mend: String,
    /// The layout in which it was seen.
    pub(super) layout: &'static str,
}

/// All of them so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    seen: BTreeMap<(&'static str, String, String), (Finding, Vec<&'static str>)>,
}

impl Findings {
    pub(super) fn add(&mut self, findings: Vec<Finding>) {
        for finding in findings {
            let key = (finding.code, finding.place.clone(), finding.slot.clone());
            let layout = finding.layout;
            let (worst, layouts) =
                self.seen.entry(key).or_insert_with(|| (finding.clone(), Vec::new()));
            if !layouts.contains(&layout) {
                layouts.push(layout);
            }
            if finding.degree > worst.degree {
                *worst = finding;
            }
        }
    }

    pub(super) fn into_faults(self) -> Vec<Fault> {
        self.seen
            .into_values()
            .map(|(finding, layouts)| Fault {
                severity: if finding.code == codes::NOT_DRAWN {
                    Severity::Error
                } else {
                    Severity::Warning
                },
                code: finding.code,
                place: finding.place,
                what: format!("{} ({})", finding.what, layouts.join(", ")),
                mend: finding.mend,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(layout: &'static str, degree: f32) -> Finding {
        Finding {
            code: codes::TEXT_CUT,
            place: "article a [en]".to_owned(),
            slot: "card headline".to_owned(),
            degree,
            what: format!("cut by {degree}"),
            mend: "shorten it".to_owned(),
            layout,
        }
    }

    #[test]
    fn a_thing_seen_on_three_screens_is_told_once_with_the_worst_of_them() {
        let mut findings = Findings::default();
        findings.add(vec![finding("wide", 0.1), finding("wide", 0.1)]);
        findings.add(vec![finding("tall", 0.4)]);
        let faults = findings.into_faults();
        assert_eq!(faults.len(), 1, "once");
        assert_eq!(faults[0].what, "cut by 0.4 (wide, tall)");
    }
}
