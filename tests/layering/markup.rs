//! Slint sources as far as the theme matters: colours, lengths and durations that are written out.

/// Something that the theme should name.
#[derive(Debug, PartialEq)]
pub(crate) struct Raw {
    pub(crate) line: usize,
    pub(crate) what: &'static str,
    pub(crate) token: String,
}

/// Names and functions that make a colour without the palette.
const COLOURS: &[&str] = &[
    "Colors", "black", "blue", "gray", "green", "grey", "hsv", "oklch", "orange", "purple", "red",
    "rgb", "rgba", "white", "yellow",
];

/// Everything in `code` that is written out where the theme has a name for it.
pub(crate) fn raw(code: &str) -> Vec<Raw> {
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        for (before, token) in tokens(line) {
            if let Some(what) = kind(before, token) {
                found.push(Raw { line: index + 1, what, token: token.to_owned() });
            }
        }
    }
    found
}

/// Names, colours and numbers with their units, each with the character before it.
fn tokens(line: &str) -> Vec<(Option<char>, &str)> {
    let mut found = Vec::new();
    let mut rest = line;
    let mut before = None;
    while let Some(first) = rest.chars().next() {
        let belongs: fn(char) -> bool = if first.is_ascii_digit() || first == '#' {
            |c| c.is_alphanumeric() || c == '.'
        } else if first.is_alphabetic() || first == '_' {
            // A name may have hyphens and digits: space-4.
            |c| c.is_alphanumeric() || c == '_' || c == '-'
        } else {
            |_| false
        };
        let tail = &rest[first.len_utf8()..];
        let end = first.len_utf8() + tail.find(|c| !belongs(c)).unwrap_or(tail.len());
        found.push((before, &rest[..end]));
        before = rest[..end].chars().next_back();
        rest = &rest[end..];
    }
    found
}

/// What a token is, if it is something that the theme should name.
fn kind(before: Option<char>, token: &str) -> Option<&'static str> {
    if token.starts_with('#') && token.len() > 1 {
        return Some("a raw colour");
    }
    if COLOURS.contains(&token) && before != Some('.') {
        return Some("a raw colour");
    }
    if !token.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (number, unit) = token.split_at(token.find(char::is_alphabetic)?);
    let number: f64 = number.parse().ok()?;
    match unit {
        // Nothing, and the thinnest line there is, are no design.
        "px" | "phx" => (number > 1.0).then_some("a raw length"),
        "pt" | "mm" | "cm" | "in" | "rem" => (number > 0.0).then_some("a raw length"),
        "ms" | "s" => (number > 0.0).then_some("a raw duration"),
        _ => None,
    }
}
