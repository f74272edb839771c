//! The lines in which a page tells what its finger did.
//!
//! `p 123.5 45` pressed, `m 124 45` moved, `r 124 45` released, `c` broken off; in pixels of the frame.

use super::super::Input;

/// No panel has more columns or rows than this.
const FARTHEST: f32 = 7680.0;

/// A page sends a line a frame; more than this at once is not a finger.
const LINES: usize = 64;

/// Reads all lines of `body`; `None` when one of them is not as above.
pub(super) fn parse(body: &[u8]) -> Option<Vec<Input>> {
    let body = str::from_utf8(body).ok()?;
    let inputs = body.lines().take(LINES + 1).map(line).collect::<Option<Vec<Input>>>()?;
    (1..=LINES).contains(&inputs.len()).then_some(inputs)
}

fn line(line: &str) -> Option<Input> {
    let mut words = line.split(' ');
    let letter = words.next()?;
    let input = if letter == "c" {
        Input::Cancelled
    } else {
        let (x, y) = (coordinate(words.next()?)?, coordinate(words.next()?)?);
        match letter {
            "p" => Input::Pressed { x, y },
            "m" => Input::Moved { x, y },
            "r" => Input::Released { x, y },
            _ => return None,
        }
    };
    words.next().is_none().then_some(input)
}

/// Digits with at most one point: no sign, no exponent, no infinity.
fn coordinate(word: &str) -> Option<f32> {
    let plain = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value: f32 = plain.then(|| word.parse().ok())??;
    (value <= FARTHEST).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_touch_can_come_at_once() {
        assert_eq!(
            parse(b"p 123.5 45\nm 0 7680\nr 1 2\nc\n"),
            Some(vec![
                Input::Pressed { x: 123.5, y: 45.0 },
                Input::Moved { x: 0.0, y: 7680.0 },
                Input::Released { x: 1.0, y: 2.0 },
                Input::Cancelled,
            ]),
            "all four"
        );
    }

    #[test]
    fn one_bad_line_spoils_all() {
        for bad in [
            "",
            "\n",
            "p",
            "p 1",
            "p 1 2 3",
            "p  1 2",
            " p 1 2",
            "p 1 2 ",
            "c 1 2",
            "x 1 2",
            "P 1 2",
            "p -1 2",
            "p +1 2",
            "p 1e3 2",
            "p inf 2",
            "p NaN 2",
            "p . 2",
            "p 1..2 2",
            "p 7680.1 2",
            "p 99999999999999999999999999999999999999999 2",
            "p 1,5 2",
            "p 1 2\n\nr 1 2",
        ] {
            assert_eq!(parse(bad.as_bytes()), None, "{bad:?}");
            let after_a_good_one = format!("p 1 2\n{bad}\n");
            let refused = parse(after_a_good_one.as_bytes()).is_none();
            assert!(refused || bad.is_empty(), "{after_a_good_one:?}");
        }
        assert_eq!(parse(b"p 1 \xff"), None, "not text");
    }

    #[test]
    fn there_is_an_end_to_the_lines_of_a_body() {
        assert_eq!(
            parse("c\n".repeat(LINES).as_bytes()).map(|inputs| inputs.len()),
            Some(LINES),
            "full"
        );
        assert_eq!(parse("c\n".repeat(LINES + 1).as_bytes()), None, "too many");
    }
}
