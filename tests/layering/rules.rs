//! The tables: who must not name what, and why; and what it means to name something.

/// A folder (or file) under `src/`, and what its code must not name, with the reason.
///
/// A word by itself must not be part of any path; `crate::nav` must not be the beginning of one.
pub(crate) struct Rule {
    pub(crate) place: &'static str,
    pub(crate) forbidden: &'static [&'static str],
    pub(crate) because: &'static str,
}

pub(crate) const RULES: &[Rule] = &[
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
            "crate::config",
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
            "crate::config",
            "crate::bootscreens",
        ],
        because: "an edition is made without knowing who shows it",
    },
    Rule {
        place: "nav",
        forbidden: &[
            "slint",
            "rusqlite",
            "embedded_graphics",
            "Instant",
            "SystemTime",
            "std::thread",
            "std::fs",
            "std::io",
            "std::env",
            "crate::ui",
            "crate::panel",
            "crate::app",
            "crate::authoring",
            "crate::cli",
            "crate::config",
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
            "crate::cli",
            "crate::config",
            "crate::bootscreens",
        ],
        because: "a panel shows frames, whatever is on them",
    },
    Rule {
        place: "bootscreens",
        forbidden: &["slint", "rusqlite"],
        because: "what is drawn without Slint is drawn when nothing else works",
    },
    Rule {
        place: "ui",
        forbidden: &[
            "rusqlite",
            "crate::authoring",
            "crate::app",
            "crate::cli",
            "crate::config",
            "std::thread",
            "std::fs",
        ],
        because: "the glass shows what it is given, and never waits",
    },
    Rule {
        place: "config",
        forbidden: &[
            "slint",
            "rusqlite",
            "std::env",
            "crate::ui",
            "crate::panel",
            "crate::content",
            "crate::nav",
            "crate::authoring",
            "crate::cli",
        ],
        because: "what was asked for is checked once, where it is asked",
    },
    Rule {
        place: "app",
        forbidden: &["rusqlite", "crate::cli", "crate::authoring"],
        because: "the wiring knows no SQL, no command line and no author",
    },
    Rule {
        place: "doctor",
        forbidden: &[
            "rusqlite",
            "slint",
            "embedded_graphics",
            "crate::cli",
            "crate::authoring",
            "crate::config",
            "crate::bootscreens",
        ],
        because: "the doctor looks at what is shown, whoever made it",
    },
    Rule {
        place: "preview.rs",
        forbidden: &[
            "rusqlite",
            "slint",
            "embedded_graphics",
            "crate::cli",
            "crate::config",
            "crate::ui",
            "crate::panel",
            "crate::nav",
        ],
        because: "it takes editions from the authors to the kiosk, and does not look into either",
    },
    Rule {
        place: "cli",
        forbidden: &["rusqlite", "slint", "embedded_graphics"],
        because: "a command is one call",
    },
];

/// What of a module may be named.
pub(crate) enum Only {
    /// These, and nothing else.
    These(&'static [&'static str]),
    /// What ends like this, and nothing else.
    EndingIn(&'static str),
}

/// A place, a module that it may name in part, that part, and the reason.
pub(crate) const PARTS: &[(&str, &str, Only, &str)] = &[
    (
        "nav",
        "crate::content",
        Only::EndingIn("Id"),
        "the way through an edition needs its keys alone",
    ),
    ("config", "crate::app", Only::These(&["Display"]), "which display is one of the things asked"),
    ("ui", "crate::panel", Only::These(&["Frame"]), "the glass is drawn without knowing the panel"),
    ("ui", "crate::bootscreens", Only::These(&["QrCode"]), "a QR code is drawn in one place"),
    ("bootscreens", "crate", Only::These(&["bootscreens"]), "a drawable knows its target alone"),
];

/// Where SQL may be spoken.
pub(crate) const SQL_SPEAKERS: &[&str] = &["content", "authoring"];

/// A file longer than this holds more than one idea.
pub(crate) const LONGEST: usize = 400;

/// Files that may be longer, each a table or a parser: the file, and what it is.
pub(crate) const LONG: &[(&str, &str)] = &[];

/// What screens and components may write out after all: the file, what stands there, and the reason.
pub(crate) const WRITTEN_OUT: &[(&str, &str, &str)] = &[
    ("ui/components/prompt.slint", "1s", "a ring that counts seconds moves once a second"),
    ("ui/components/icon.slint", "1.5px", "a thinner stroke is no longer seen, on whatever glass"),
];

/// Tells whether who names `path` names what `forbidden` stands for.
pub(crate) fn is_named(path: &str, forbidden: &str) -> bool {
    if !forbidden.contains("::") {
        return path.split("::").any(|part| part == forbidden);
    }
    let beyond = path.strip_prefix(forbidden);
    beyond.is_some_and(|beyond| beyond.is_empty() || beyond.starts_with("::"))
        // `use crate::*` names everything of it.
        || path.strip_suffix('*').is_some_and(|parent| forbidden.starts_with(parent))
}

/// What `path` names of `module` beyond what it may; `None` where it is allowed, or names something else.
pub(crate) fn beyond<'a>(path: &'a str, module: &str, only: &Only) -> Option<&'a str> {
    let rest = path.strip_prefix(module)?;
    let name = match rest.strip_prefix("::") {
        Some(rest) => rest.split("::").next().unwrap_or_default(),
        None if rest.is_empty() => "",
        None => return None,
    };
    let is_allowed = match only {
        Only::These(names) => names.contains(&name),
        Only::EndingIn(ending) => name.len() > ending.len() && name.ends_with(ending),
    };
    (!is_allowed).then_some(path)
}

/// Tells whether a text is SQL.
pub(crate) fn is_sql(text: &str) -> bool {
    let words: Vec<String> = text
        .to_uppercase()
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let has = |word: &str| words.iter().any(|one| one == word);
    let has_pair = |first: &str, second: &str| {
        words.windows(2).any(|pair| pair[0] == first && pair[1] == second)
    };
    has("PRAGMA")
        || (has("SELECT") && has("FROM"))
        || (has("UPDATE") && has("SET"))
        || has_pair("INSERT", "INTO")
        || has_pair("DELETE", "FROM")
        || has_pair("CREATE", "TABLE")
        || has_pair("DROP", "TABLE")
        || has_pair("ATTACH", "DATABASE")
}
