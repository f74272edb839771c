//! Who may know whom, by a table: a rule that nothing checks is only a wish.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

#[path = "layering/markup.rs"]
mod markup;
#[path = "layering/proofs.rs"]
mod proofs;
#[path = "layering/rules.rs"]
mod rules;
#[path = "layering/source.rs"]
mod source;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use markup::raw;
use rules::{
    LONG, LONGEST, PARTS, RULES, Rule, SQL_SPEAKERS, WRITTEN_OUT, beyond, is_named, is_sql,
};
use source::{Named, Split, names, split};

/// A source with its place in the repository: `src/nav/idle.rs`.
struct File {
    place: String,
    text: String,
}

impl File {
    fn split(&self) -> Split {
        split(&self.text)
    }

    /// Everything that the file names, with paths from the crate's root.
    fn names(&self) -> Vec<Named> {
        let parts = self.place.trim_start_matches("src/").trim_end_matches(".rs").split('/');
        let module: Vec<&str> =
            parts.filter(|part| !matches!(*part, "mod" | "lib" | "main")).collect();
        names(&self.split().code, &module)
    }
}

/// All files below `place` with that ending; `place` itself where it is a file.
fn files(place: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open = vec![root.join(place)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries =
                fs::read_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            open.extend(entries.map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let text = fs::read_to_string(&path).unwrap();
            let parts = path.strip_prefix(root).unwrap().components();
            let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
            found.push(File { place: parts.join("/"), text });
        }
    }
    assert!(!found.is_empty(), "{place} has no .{ending} file");
    found.sort_by(|one, other| one.place.cmp(&other.place));
    found
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn nobody_knows_whom_he_must_not() {
    let mut faults = Vec::new();
    for Rule { place, forbidden, because } in RULES {
        for file in files(&format!("src/{place}"), "rs") {
            for Named { line, path } in file.names() {
                if forbidden.iter().any(|forbidden| is_named(&path, forbidden)) {
                    faults.push(format!("{}:{line}: {path} ({because})", file.place));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn what_may_be_used_in_part_is_used_in_no_other_part() {
    let mut faults = Vec::new();
    for (place, module, only, because) in PARTS {
        for file in files(&format!("src/{place}"), "rs") {
            for Named { line, path } in file.names() {
                if beyond(&path, module, only).is_some() {
                    faults.push(format!("{}:{line}: {path} ({because})", file.place));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn every_module_has_its_rule() {
    let modules: BTreeSet<String> = files("src", "rs")
        .iter()
        .filter_map(|file| file.place.split('/').nth(1).map(str::to_owned))
        .filter(|module| !matches!(module.as_str(), "lib.rs" | "main.rs"))
        .collect();
    let ruled: BTreeSet<String> = RULES.iter().map(|rule| rule.place.to_owned()).collect();
    assert_eq!(modules, ruled, "modules, and those that the table names");
}

#[test]
fn sql_is_spoken_where_editions_are_read_and_made_and_nowhere_else() {
    let mut faults = Vec::new();
    let is_speaker = |file: &File| {
        SQL_SPEAKERS.iter().any(|place| file.place.starts_with(&format!("src/{place}/")))
    };
    for file in files("src", "rs").iter().filter(|file| !is_speaker(file)) {
        for Named { line, path } in file.names() {
            if is_named(&path, "rusqlite") {
                faults.push(format!("{}:{line}: {path}", file.place));
            }
        }
        for (line, text) in file.split().texts {
            if is_sql(&text) {
                faults.push(format!("{}:{line}: {text}", file.place));
            }
        }
    }
    none(&faults);
}

#[test]
fn generated_types_are_named_in_ui_alone() {
    let mut faults = Vec::new();
    for file in files("src", "rs") {
        let is_ui = file.place.starts_with("src/ui/");
        for Named { line, path } in file.names() {
            let is_generated = ["generated", "include_modules", "AppWindow"]
                .iter()
                .any(|word| is_named(&path, word));
            if is_generated && !is_ui {
                faults.push(format!("{}:{line}: {path}", file.place));
            }
        }
        for (index, line) in file.split().code.lines().enumerate() {
            let line = line.trim_start();
            if line.starts_with("pub") && line.contains("generated") {
                faults.push(format!("{}:{}: {line}: handed on", file.place, index + 1));
            }
        }
    }
    none(&faults);
}

#[test]
fn screens_and_components_take_colours_sizes_and_times_from_the_theme() {
    let mut faults = Vec::new();
    let mut used = BTreeSet::new();
    for file in ["ui/screens", "ui/components"].iter().flat_map(|folder| files(folder, "slint")) {
        for found in raw(&file.split().code) {
            let exception = WRITTEN_OUT
                .iter()
                .find(|(place, token, _)| *place == file.place && *token == found.token);
            match exception {
                Some((place, token, _)) => _ = used.insert((*place, *token)),
                None => faults
                    .push(format!("{}:{}: {} {}", file.place, found.line, found.what, found.token)),
            }
        }
    }
    none(&faults);
    for (place, token, _) in WRITTEN_OUT {
        assert!(used.contains(&(*place, *token)), "{place} no longer has {token}: strike it out");
    }
}

#[test]
fn files_are_short_and_begin_by_saying_what_they_are() {
    let mut faults = Vec::new();
    let sources = files("src", "rs").into_iter().map(|file| (file, "//! "));
    let markup = files("ui", "slint").into_iter().map(|file| (file, "// "));
    for (file, opening) in sources.chain(markup) {
        let lines = file.text.lines().count();
        let is_listed = LONG.iter().any(|(place, _)| *place == file.place);
        if lines > LONGEST && !is_listed {
            faults.push(format!("{}: {lines} lines", file.place));
        }
        if lines <= LONGEST && is_listed {
            faults.push(format!("{}: short by now, strike it out", file.place));
        }
        if !file.text.starts_with(opening) {
            faults.push(format!("{}: does not say what it is", file.place));
        }
    }
    for (place, _) in LONG {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
        assert!(path.is_file(), "{place} is listed and not there");
    }
    none(&faults);
}
