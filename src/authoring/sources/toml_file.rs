//! TOML with all of its faults at once: what cannot be read is told, cut out, and the rest is read again.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::super::faults::Faults;
use super::text_file::TextFile;
use super::toml_words::{self, Told};

/// More than this from one file tell an author nothing new.
const FAULTS_A_FILE: usize = 40;

/// What could be read of a file.
#[derive(Debug)]
pub(super) struct Parsed<T> {
    /// The value, without the parts that could not be read.
    pub(super) value: Option<T>,
    /// Nothing but unknown keys was left out, so what is not in `value` is not in the file.
    pub(super) is_whole: bool,
}

/// Reads `file` as a `T` and reports all that is wrong with it.
pub(super) fn parse<T: DeserializeOwned>(file: &TextFile, faults: &mut Faults) -> Parsed<T> {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    if !errors.is_empty() {
        report_syntax(file, &errors, faults);
        return Parsed { value: None, is_whole: false };
    }
    if let Ok(value) = read(table.clone()) {
        return Parsed { value: Some(value), is_whole: true };
    }
    report::<T>(file, table.clone(), faults);
    salvage(table)
}

fn read<T: DeserializeOwned>(table: Spanned<DeTable<'_>>) -> Result<T, toml::de::Error> {
    T::deserialize(toml::Deserializer::from(table))
}

/// Reports what is no TOML: one fault a line, and nothing behind a list that is not closed.
fn report_syntax(file: &TextFile, errors: &[toml::de::Error], faults: &mut Faults) {
    let is_open = |error: &toml::de::Error| error.message().contains("unclosed array");
    let list = errors.iter().any(is_open).then(|| toml_words::open_list(&file.text)).flatten();
    // What follows was read as a part of the list.
    let is_before = |span: &Option<Range<usize>>| {
        list.is_none_or(|list| span.as_ref().is_some_and(|span| span.start < list))
    };
    let own = errors.iter().map(|error| (error.message(), error.span()));
    let own = own.filter(|(_, span)| is_before(span)).take(FAULTS_A_FILE);
    let mut place_before = None;
    for (message, span) in own.chain(list.map(|start| ("unclosed array", Some(start..start)))) {
        let place = file.at_span(span.clone());
        if place_before.as_ref() != Some(&place) {
            let Told { code, what, mend } = toml_words::syntax(message, file, span.as_ref());
            faults.error(code, &place, &what, &mend);
            place_before = Some(place);
        }
    }
}

/// The keys that a `T` has above all tables, as its reader tells them when asked for one that is not there.
fn top_keys<T: DeserializeOwned>() -> Vec<String> {
    toml::from_str::<T>("\"?\" = 0")
        .err()
        .map_or_else(Vec::new, |error| toml_words::known_keys(error.message()))
}

/// Reports one fault after the other, each time without what the faults before were about.
fn report<T: DeserializeOwned>(
    file: &TextFile,
    mut table: Spanned<DeTable<'_>>,
    faults: &mut Faults,
) {
    let top = top_keys::<T>();
    let mut taken_out: Vec<String> = Vec::new();
    let mut shortened: Vec<String> = Vec::new();
    for _ in 0..FAULTS_A_FILE {
        let Err(error) = read::<T>(table.clone()) else {
            return;
        };
        let place = file.at_span(error.span());
        let missing = toml_words::missing_key(error.message());
        let is_our_doing = missing.is_some_and(|key| taken_out.iter().any(|taken| taken == key))
            || (error.message().starts_with("invalid length") && shortened.contains(&place));
        if !is_our_doing {
            let Told { code, what, mend } =
                toml_words::value(error.message(), file, error.span().as_ref(), &top);
            faults.error(code, &place, &what, &mend);
        }
        let scope = if is_our_doing { Scope::Entries } else { Scope::Values };
        match error.span().map_or(Cut::Nothing, |span| cut(table.get_mut(), &span, scope)) {
            Cut::Key(key) => taken_out.push(key),
            Cut::Entry => shortened.push(place),
            Cut::Nothing => return,
        }
    }
}

/// What can be read of a faulty table: all but unknown keys, and entries of lists that are wrong.
fn salvage<T: DeserializeOwned>(mut table: Spanned<DeTable<'_>>) -> Parsed<T> {
    let mut is_whole = true;
    for _ in 0..FAULTS_A_FILE {
        let error = match read(table.clone()) {
            Ok(value) => return Parsed { value: Some(value), is_whole },
            Err(error) => error,
        };
        match error.span().map_or(Cut::Nothing, |span| cut(table.get_mut(), &span, Scope::Entries))
        {
            Cut::Key(_) => {}
            Cut::Entry => is_whole = false,
            Cut::Nothing => break,
        }
    }
    Parsed { value: None, is_whole: false }
}

/// What may be cut out of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Unknown keys, and whole entries of lists.
    Entries,
    /// Also keys whose values are wrong.
    Values,
}

/// What was cut out of a table.
#[derive(Debug, PartialEq, Eq)]
enum Cut {
    Nothing,
    Key(String),
    Entry,
}

/// Cuts out what is wrong at `span`: as little as `scope` allows.
fn cut(table: &mut DeTable<'_>, span: &Range<usize>, scope: Scope) -> Cut {
    let is_at_span = |key: &Spanned<_>, value: &Spanned<DeValue<'_>>| {
        key.span() == *span
            || (scope == Scope::Values
                && value.span() == *span
                && !matches!(value.get_ref(), DeValue::Array(_)))
    };
    let key = table.iter().find(|(key, value)| is_at_span(key, value)).map(|(key, _)| key.clone());
    if let Some(key) = key {
        table.remove(&key);
        return Cut::Key(key.into_inner().into_owned());
    }
    let mut emptied = None;
    for (key, value) in table.iter_mut() {
        if !holds(value, span) {
            continue;
        }
        match value.get_mut() {
            DeValue::Table(inner) => match cut(inner, span, scope) {
                Cut::Nothing => {}
                done => return done,
            },
            DeValue::Array(entries) => {
                let Some(index) = entries.iter().position(|entry| holds(entry, span)) else {
                    continue;
                };
                let mut is_table = false;
                if let Some(DeValue::Table(inner)) = entries.get_mut(index).map(Spanned::get_mut) {
                    is_table = true;
                    match cut(inner, span, scope) {
                        Cut::Nothing => {}
                        done => return done,
                    }
                }
                let mut place = 0..;
                let kept = std::mem::replace(entries, DeArray::new())
                    .into_iter()
                    .filter(|_| place.next() != Some(index));
                *entries = kept.collect();
                if is_table || !entries.is_empty() {
                    return Cut::Entry;
                }
                emptied = Some(key.clone());
                break;
            }
            _ => {}
        }
    }
    // An empty list of words says something else than none: the line goes with its last word.
    match emptied {
        Some(key) => {
            table.remove(&key);
            Cut::Entry
        }
        None => Cut::Nothing,
    }
}

/// Whether `span` lies in `value` or in anything within it: a table's own span may be its header alone.
fn holds(value: &Spanned<DeValue<'_>>, span: &Range<usize>) -> bool {
    let own = value.span();
    if own.start <= span.start && span.end <= own.end && own.start < own.end {
        return true;
    }
    match value.get_ref() {
        DeValue::Table(table) => {
            table.iter().any(|(key, inner)| key.span() == *span || holds(inner, span))
        }
        DeValue::Array(entries) => entries.iter().any(|entry| holds(entry, span)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::super::super::edition::Section;
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Menus {
        section: Vec<Section>,
    }

    fn read(text: &str) -> (Parsed<Menus>, Vec<String>) {
        let mut faults = Faults::default();
        let parsed = parse(&TextFile::new("menus.toml", text), &mut faults);
        (parsed, faults.lines())
    }

    const GOOD: &str =
        "[[section]]\nslug = \"a\"\naccent = \"river\"\ntitle.en = \"A\"\nsummary.en = \"A\"\n";

    #[test]
    fn every_fault_of_a_file_is_told_with_its_line() {
        let text = format!(
            "{GOOD}colour = 3\n{}{}{GOOD}",
            GOOD.replace("river", "blue").replace("title", "unknown = 1\ntitle"),
            GOOD.replace("slug = \"a\"\n", "")
        );
        let (parsed, faults) = read(&text);
        assert_eq!(faults.len(), 4, "{faults:#?}");
        assert!(
            faults.iter().any(|fault| fault.contains("menus.toml:6") && fault.contains("colour"))
        );
        assert!(
            faults
                .iter()
                .any(|fault| fault.contains("menus.toml:9") && fault.contains("persimmon"))
        );
        assert!(
            faults.iter().any(|fault| fault.contains("menus.toml:10") && fault.contains("unknown"))
        );
        assert!(
            faults
                .iter()
                .any(|fault| fault.contains("menus.toml:13")
                    && fault.contains("\"slug\" is missing")),
            "{faults:#?}"
        );
        assert!(!parsed.is_whole, "two sections could not be read");
        assert_eq!(parsed.value.map(|menus| menus.section.len()), Some(2));
    }

    #[test]
    fn broken_toml_is_told_with_its_line() {
        let (parsed, faults) = read(&format!("{GOOD}title.zh = \"unclosed\n"));
        assert!(parsed.value.is_none());
        assert!(faults.iter().any(|fault| fault.contains("menus.toml:6")), "{faults:#?}");
    }

    #[test]
    fn a_number_where_a_text_belongs_is_told() {
        let (_, faults) = read(&GOOD.replace("title.en = \"A\"", "title.en = 12"));
        assert!(faults.iter().any(|fault| fault.contains("menus.toml:4")), "{faults:#?}");
    }

    #[test]
    fn a_list_that_is_not_closed_is_one_fault_and_hides_none_above_it() {
        let text = format!("version = “1”\n{GOOD}list = [\"a\",\n  \"b\"\n{GOOD}");
        let (_, faults) = read(&text);
        assert_eq!(faults.len(), 2, "{faults:#?}");
        assert!(
            faults[0].contains("menus.toml:1") && faults[0].contains("straight"),
            "{faults:#?}"
        );
        assert!(faults[1].contains("menus.toml:7") && faults[1].contains("list"), "{faults:#?}");
    }

    proptest! {
        #[test]
        fn what_cannot_be_read_has_a_fault(text in "[a-z=\\[\\]\"'“”«字0-9:./, \n-]{0,60}") {
            let (parsed, faults) = read(&text);
            prop_assert!(parsed.value.is_some() || !faults.is_empty(), "{text:?}");
        }
    }
}
