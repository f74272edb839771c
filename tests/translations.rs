//! The kiosk's own words: every one that a screen shows is translated in every language that the program brings.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// All files under `folder` with that ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found
}

/// The string that begins after the quotation mark at the start of `text`, as it is written.
fn quoted(text: &str) -> Option<&str> {
    let text = text.trim_start().strip_prefix('"')?;
    let mut is_escaped = false;
    let end = text.find(|character| {
        let ends = character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        ends
    })?;
    Some(&text[..end])
}

/// What the screens say.
fn said() -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for file in files(&root("ui"), "slint") {
        let text = std::fs::read_to_string(&file).unwrap();
        for after in text.split("@tr(").skip(1) {
            let words =
                quoted(after).unwrap_or_else(|| panic!("{}: @tr without words", file.display()));
            said.insert(words.to_owned());
        }
    }
    said
}

/// What a translation has for what it knows.
fn translated(file: &Path) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(file).unwrap();
    let entries = text.split("msgid ").skip(1).map(|entry| {
        let (before, after) = entry.split_once("msgstr ").expect("a translation for every entry");
        (quoted(before).unwrap().to_owned(), quoted(after).unwrap().to_owned())
    });
    entries.filter(|(words, _)| !words.is_empty()).collect()
}

#[test]
fn every_word_of_the_screens_is_translated_and_nothing_else_is() {
    let said = said();
    assert!(said.len() > 30, "the screens say more than {said:?}");
    let translations = files(&root("ui/lang"), "po");
    assert!(!translations.is_empty(), "there is a translation");
    for file in translations {
        let known = translated(&file);
        let missing: Vec<_> = said.iter().filter(|words| !known.contains_key(*words)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", file.display());
        let stale: Vec<_> = known.keys().filter(|words| !said.contains(*words)).collect();
        assert!(stale.is_empty(), "{} has words that no screen says: {stale:?}", file.display());
    }
}

#[test]
fn a_translation_keeps_the_places_for_what_is_put_in() {
    for file in files(&root("ui/lang"), "po") {
        for (words, translation) in translated(&file) {
            assert!(!translation.trim().is_empty(), "«{words}» is not translated");
            let places = |text: &str| text.matches("{}").count();
            assert_eq!(places(&words), places(&translation), "«{words}» and «{translation}»");
        }
    }
}
