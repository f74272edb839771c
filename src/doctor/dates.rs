//! Stories that are over: not wrong, but nobody sees them any more.

use jiff::civil::Date;

use super::codes;
use crate::content::{Catalogue, Fault, Severity};

/// A warning for every story whose last day is before `today`.
pub(super) fn over(catalogue: &Catalogue, today: Date) -> Vec<Fault> {
    catalogue
        .articles
        .iter()
        .filter_map(|article| {
            let until = article.validity.until?;
            (until < today).then(|| Fault {
                severity: Severity::Warning,
                code: codes::STORY_OVER,
                place: format!("article {}", article.slug),
                what: format!("is over: its last day was {until}"),
                mend: "give `until` in [valid] a later day, or remove the story".to_owned(),
            })
        })
        .collect()
}
