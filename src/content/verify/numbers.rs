//! Figures: no number without what it counts, when it was so, and who says it.

use super::Report;
use crate::content::catalogue::Catalogue;
use crate::content::fault::codes;

const PERIOD: &str = "say when it was so: a number without its date is worth nothing";

/// Checks the series and the figures of zones.
pub(super) fn check(catalogue: &Catalogue, report: &mut Report) {
    for figure in &catalogue.figures {
        let place = format!("figure {}", figure.slug);
        if figure.source.any().is_none() {
            report.error(
                codes::FIGURE_SOURCE,
                place.clone(),
                "names no source",
                "say who published it",
            );
        }
        let most = figure.points.values().map(Vec::len).max().unwrap_or_default();
        if most == 0 {
            report.error(
                codes::FIGURE_POINTS,
                place.clone(),
                "has no points",
                "add a [[figure.point]]",
            );
        }
        for language in &catalogue.languages {
            let place = format!("{place} [{}]", language.tag);
            let points = figure.points.get(&language.id).map_or(&[][..], Vec::as_slice);
            if points.len() < most {
                report.warning(
                    codes::FIGURE_POINTS,
                    place.clone(),
                    format!("has {} points of {most}", points.len()),
                    "give every point a label and a value in this language",
                );
            }
            for point in points {
                if !is_period(&point.period) || point.label.is_empty() {
                    report.error(
                        codes::FIGURE_PERIOD,
                        place.clone(),
                        format!(
                            "a point has no period such as 2021, 2021-Q1 or 2021-05 («{}»)",
                            point.period
                        ),
                        PERIOD,
                    );
                }
            }
        }
    }
    for zone in &catalogue.zones {
        let most = zone.figures.values().map(Vec::len).max().unwrap_or_default();
        for language in &catalogue.languages {
            let place = format!("zone {} [{}]", zone.slug, language.tag);
            let figures = zone.figures.get(&language.id).map_or(&[][..], Vec::as_slice);
            if figures.len() < most {
                report.warning(
                    codes::TEXT_UNTRANSLATED,
                    place.clone(),
                    format!("has {} figures of {most}", figures.len()),
                    "give every figure a value and a label in this language",
                );
            }
            if figures.iter().any(|figure| figure.period.is_empty()) {
                report.error(codes::FIGURE_PERIOD, place, "a figure has no period", PERIOD);
            }
        }
    }
}

/// `2021`, `2021-Q1`, `2021-05`, `2021-05-20`, or two of them with a slash between.
fn is_period(period: &str) -> bool {
    period.split('/').count() <= 2
        && period.split('/').all(|part| {
            let mut fields = part.split('-');
            let is_number = |field: &str, digits: usize| {
                field.len() == digits && field.bytes().all(|byte| byte.is_ascii_digit())
            };
            let year = fields.next().is_some_and(|field| is_number(field, 4));
            let month = fields.next().is_none_or(|field| {
                is_number(field, 2) || matches!(field, "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2")
            });
            let day = fields.next().is_none_or(|field| is_number(field, 2));
            year && month && day && fields.next().is_none()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_sort_as_they_are_written() {
        for good in
            ["2021", "2021-Q1", "2021-H2", "2021-05", "2021-05-20", "2010/2021", "2010-06/2021-05"]
        {
            assert!(is_period(good), "{good}");
        }
        for bad in ["", "21", "May 2021", "2021-5", "2021-Q5", "2021/", "2021-05-20-1", "1/2/3"] {
            assert!(!is_period(bad), "{bad}");
        }
    }
}
