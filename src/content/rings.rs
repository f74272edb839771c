//! Outlines on the map: the JSON of a `map_shape` row, `[[[longitude, latitude], …], …]`, as numbers.

/// The most points that one outline may have.
const POINTS_MAX: usize = 20_000;

/// The closed rings in `json`, or what is wrong with it.
pub(super) fn parse(json: &str) -> Result<Vec<Vec<(f64, f64)>>, &'static str> {
    let mut input = Input(json);
    let mut points = 0;
    let rings = input.list(|input| {
        input.list(|input| {
            points += 1;
            if points > POINTS_MAX {
                return Err("has too many points");
            }
            input.point()
        })
    })?;
    input.skip_blanks();
    if !input.0.is_empty() {
        return Err("goes on after its last bracket");
    }
    if rings.iter().any(|ring| ring.len() < 3) {
        return Err("has a ring of fewer than three points");
    }
    Ok(rings)
}

/// What is left to read.
struct Input<'a>(&'a str);

impl Input<'_> {
    fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, &'static str>,
    ) -> Result<Vec<T>, &'static str> {
        self.expect('[')?;
        let mut items = Vec::new();
        if self.take(']') {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            if self.take(']') {
                return Ok(items);
            }
            self.expect(',')?;
        }
    }

    fn point(&mut self) -> Result<(f64, f64), &'static str> {
        self.expect('[')?;
        let longitude = self.number(180.0)?;
        self.expect(',')?;
        let latitude = self.number(90.0)?;
        self.expect(']')?;
        Ok((longitude, latitude))
    }

    fn number(&mut self, limit: f64) -> Result<f64, &'static str> {
        self.skip_blanks();
        let end = self
            .0
            .find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E'))
            .unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        match digits.parse::<f64>() {
            Ok(number) if number.abs() <= limit => Ok(number),
            Ok(_) => Err("has a point that is not on the globe"),
            Err(_) => Err("has something else where a number belongs"),
        }
    }

    fn expect(&mut self, bracket: char) -> Result<(), &'static str> {
        if self.take(bracket) {
            Ok(())
        } else {
            Err("is not a list of rings of [longitude, latitude]")
        }
    }

    fn take(&mut self, bracket: char) -> bool {
        self.skip_blanks();
        match self.0.strip_prefix(bracket) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn skip_blanks(&mut self) {
        self.0 = self.0.trim_ascii_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_of_points_are_read_in_order() {
        assert_eq!(
            parse("[ [[106.5,29.5],[106.6, 29.5],[1.066e2,29.6]] ]"),
            Ok(vec![vec![(106.5, 29.5), (106.6, 29.5), (106.6, 29.6)]])
        );
        assert_eq!(parse("[]"), Ok(vec![]), "no ring is an empty shape");
    }

    #[test]
    fn anything_else_is_refused() {
        for json in [
            "",
            "[",
            "[[",
            "[[[1,2],[3,4]]]",
            "[[[1,2],[3,4],[5,91]]]",
            "[[[1,2],[3,4],[NaN,6]]]",
            "[[[1,2,3]]]",
            "[[[1,2],[3,4],[5,6]]] x",
            "{\"a\":1}",
        ] {
            assert!(parse(json).is_err(), "{json} was read");
        }
        assert!(parse(&"[".repeat(1_000_000)).is_err(), "depth costs no stack");
    }
}
