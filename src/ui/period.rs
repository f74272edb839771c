//! When a period lies: `2022`, `2022-Q1`, `2022-H2`, `2022-05`, `2022-05-25`, or two of them with a slash between.
//! Knows nothing of charts.

/// The middle of a period in years, such as 2022.5 for the year 2022; `None` where it is none.
pub(super) fn middle(period: &str) -> Option<f64> {
    let (first, last) = period.split_once('/').unwrap_or((period, period));
    let ((from, _), (_, to)) = (span(first)?, span(last)?);
    (to > from).then_some(f64::midpoint(from, to))
}

/// Where a part begins and ends, in years. A month counts as a twelfth and a day as a 31st of it: nobody sees the rest.
fn span(part: &str) -> Option<(f64, f64)> {
    let mut fields = part.split('-');
    let year = f64::from(fields.next()?.parse::<u16>().ok()?);
    let Some(field) = fields.next() else { return Some((year, year + 1.0)) };
    let months = |first: u8, count: u8| {
        let from = year + f64::from(first) / 12.0;
        (from, from + f64::from(count) / 12.0)
    };
    let whole = match field {
        "Q1" => months(0, 3),
        "Q2" => months(3, 3),
        "Q3" => months(6, 3),
        "Q4" => months(9, 3),
        "H1" => months(0, 6),
        "H2" => months(6, 6),
        month => months(number(month, 12)? - 1, 1),
    };
    let Some(day) = fields.next() else { return Some(whole) };
    let from = whole.0 + f64::from(number(day, 31)? - 1) / 12.0 / 31.0;
    fields.next().is_none().then_some((from, from + 1.0 / 12.0 / 31.0))
}

/// A number from 1 to `most`.
fn number(field: &str, most: u8) -> Option<u8> {
    field.parse().ok().filter(|number| (1..=most).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_lies_at_its_middle() {
        for (period, years) in [
            ("2022", 2022.5),
            ("2022-Q1", 2022.125),
            ("2022-H2", 2022.75),
            ("2022-01/2022-06", 2022.25),
            ("2010/2014", 2012.5),
            ("2018-10", 2018.0 + 9.5 / 12.0),
        ] {
            let got = middle(period);
            assert!(got.is_some_and(|got| (got - years).abs() < 1e-9), "{period}: {got:?}");
        }
        let day = middle("2022-05-25").unwrap();
        assert!(day > 2022.0 + 4.0 / 12.0 && day < 2022.0 + 5.0 / 12.0, "in May: {day}");
    }

    #[test]
    fn what_is_no_period_lies_nowhere() {
        for bad in [
            "",
            "about 2012",
            "2022-13",
            "2022-00",
            "2022-05-32",
            "2022-05-01-1",
            "2022/",
            "2022/2021",
        ] {
            assert_eq!(middle(bad), None, "{bad}");
        }
    }
}
