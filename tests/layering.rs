//! Who may know whom, by a table: a rule that nothing checks is only a wish.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

use std::fs;
use std::path::{Path, PathBuf};

/// A folder (or file) under `src/`, and words that its code must not contain, each with the reason.
struct Rule {
    place: &'static str,
    forbidden: &'static [&'static str],
    because: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        place: "content",
        forbidden: &[
            "slint",
            "embedded_graphics",
            "crate::nav",
            "crate::ui",
            "crate::panel",
            "crate::app",
            "crate::authoring",
            "crate::cli",
            "crate::bootscreens",
        ],
        because: "an edition is read without knowing who shows it",
    },
    Rule {
        place: "authoring",
        forbidden: &[
            "slint",
            "embedded_graphics",
            "crate::nav",
            "crate::ui",
            "crate::panel",
            "crate::app",
            "crate::cli",
            "crate::bootscreens",
        ],
        because: "an edition is made without knowing who shows it",
    },
    Rule {
        place: "nav",
        forbidden: &[
            "slint",
            "rusqlite",
            "Instant",
            "SystemTime",
            "std::thread",
            "std::fs",
            "crate::ui",
            "crate::panel",
            "crate::app",
            "crate::authoring",
            "crate::bootscreens",
        ],
        because: "the state machine is pure: no clock, no thread, no file, no screen",
    },
    Rule {
        place: "panel",
        forbidden: &[
            "rusqlite",
            "crate::content",
            "crate::nav",
            "crate::ui",
            "crate::app",
            "crate::authoring",
            "crate::bootscreens",
        ],
        because: "a panel shows frames, whatever is on them",
    },
    Rule {
        place: "bootscreens",
        forbidden: &["slint", "rusqlite", "crate::"],
        because: "a drawable knows its target and nothing of ours",
    },
    Rule {
        place: "ui",
        forbidden: &[
            "rusqlite",
            "crate::authoring",
            "crate::app",
            "crate::cli",
            "std::thread",
            "std::fs",
        ],
        because: "the glass shows what it is given, and never waits",
    },
    Rule {
        place: "config.rs",
        forbidden: &[
            "slint",
            "rusqlite",
            "std::env",
            "crate::ui",
            "crate::panel",
            "crate::content",
        ],
        because: "what was asked for is checked once, where it is asked",
    },
    Rule {
        place: "app",
        forbidden: &["rusqlite", "generated", "crate::cli", "crate::authoring"],
        because: "the wiring names neither SQL nor generated types",
    },
    Rule {
        place: "cli",
        forbidden: &["rusqlite", "slint", "generated"],
        because: "a command is one call",
    },
];

/// Of these modules others may use only so much.
const ONLY: &[(&str, &str, &[&str])] = &[
    (
        "nav",
        "crate::content::",
        &["ArticleId", "LanguageId", "PageId", "SectionId", "TopicId", "PictureId"],
    ),
    ("ui", "crate::panel::", &["Frame"]),
    ("ui", "crate::bootscreens::", &["QrCode"]),
];

/// A file this long holds more than one idea, unless it is a table or a parser.
const LONGEST: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` with that ending, with their texts.
fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    if folder.is_file() {
        return vec![(folder.to_owned(), fs::read_to_string(folder).unwrap())];
    }
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found.sort();
    found
}

/// The lines of code: what stands before a comment, with the number of the line.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| {
        let end = line.find("//").unwrap_or(line.len());
        (index + 1, &line[..end])
    })
}

/// Tells whether `line` contains `word`, and not just a longer word with it inside.
fn names(line: &str, word: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let ends_open = word.ends_with(':');
        !before.is_some_and(is_part) && (ends_open || !after.is_some_and(is_part))
    })
}

#[test]
fn nobody_knows_whom_he_must_not() {
    let mut faults = Vec::new();
    for rule in RULES {
        for (path, text) in files(&root().join("src").join(rule.place), "rs") {
            for (number, line) in code(&text) {
                for word in rule.forbidden {
                    if names(line, word) {
                        faults.push(format!(
                            "{}:{number}: {word} ({})",
                            path.display(),
                            rule.because
                        ));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_may_be_used_in_part_is_used_in_no_other_part() {
    let mut faults = Vec::new();
    for (place, prefix, allowed) in ONLY {
        for (path, text) in files(&root().join("src").join(place), "rs") {
            // A `use` may go over several lines.
            let joined: String = code(&text).map(|(_, line)| line).collect::<Vec<_>>().join(" ");
            for (at, _) in joined.match_indices(prefix) {
                let rest = &joined[at + prefix.len()..];
                let list = match rest.strip_prefix('{') {
                    Some(inner) => inner.split('}').next().unwrap_or_default(),
                    None => rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default(),
                };
                for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                    if !allowed.contains(&name) {
                        faults.push(format!("{}: {prefix}{name}", path.display()));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn generated_types_are_named_in_ui_alone() {
    for (path, text) in files(&root().join("src"), "rs") {
        let is_ui = path.starts_with(root().join("src/ui"));
        let is_named = code(&text)
            .any(|(_, line)| line.contains("slint::include_modules") || names(line, "AppWindow"));
        assert!(is_ui || !is_named, "{}", path.display());
    }
}

#[test]
fn screens_and_components_take_colours_sizes_and_times_from_the_theme() {
    let mut faults = Vec::new();
    for folder in ["ui/screens", "ui/components"] {
        for (path, text) in files(&root().join(folder), "slint") {
            for (number, line) in code(&text) {
                for word in line.split(|c: char| c.is_whitespace() || "(),;{}".contains(c)) {
                    if let Some(what) = raw(word) {
                        // A ring that counts seconds ticks once a second: that is what it means.
                        let is_countdown = path.ends_with("prompt.slint") && word == "1s";
                        if !is_countdown {
                            faults.push(format!("{}:{number}: {what} {word}", path.display()));
                        }
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What a word of a .slint file is, if it is a number with a unit or a colour that the theme should name.
fn raw(word: &str) -> Option<&'static str> {
    if let Some(hex) = word.strip_prefix('#') {
        return (hex.len() >= 3 && hex.chars().all(|c| c.is_ascii_hexdigit()))
            .then_some("a raw colour");
    }
    let digits = word.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-')?;
    let (number, unit) = word.split_at(digits);
    let number: f64 = number.parse().ok()?;
    match unit {
        // Nothing, and the thinnest line there is, are no design.
        "px" | "phx" => (number.abs() > 1.5).then_some("a raw length"),
        "pt" | "mm" | "cm" | "rem" => Some("a raw length"),
        "ms" | "s" => (number != 0.0).then_some("a raw duration"),
        _ => None,
    }
}

#[test]
fn files_are_short_and_begin_by_saying_what_they_are() {
    for (path, text) in files(&root().join("src"), "rs") {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
        assert!(text.starts_with("//!"), "{} does not say what it is", path.display());
    }
    for (path, text) in files(&root().join("ui"), "slint") {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
        assert!(text.starts_with("// "), "{} does not say what it is", path.display());
    }
}

#[test]
fn the_rules_themselves_can_fail() {
    assert!(names("use slint::Image;", "slint"), "a plain use");
    assert!(!names("let slintish = 1;", "slint"), "a longer word");
    assert!(names("use crate::nav::Event;", "crate::nav"), "a path");
    assert!(raw("#f6f1e7").is_some() && raw("12px").is_some() && raw("250ms").is_some(), "raw");
    assert!(raw("1px").is_none() && raw("0px").is_none() && raw("50%").is_none(), "not raw");
}
