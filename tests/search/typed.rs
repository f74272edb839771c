//! Whatever can be typed is answered, and soon.

use std::time::{Duration, Instant};

use kiosk::content::LanguageId;
use kiosk::content::search::{HITS_MAX, SUGGESTIONS_MAX};
use proptest::prelude::*;

use crate::edition::Edition;
use crate::{EN, Reading, ZH, shipped, small};

#[test]
fn nothing_that_can_be_typed_makes_it_fail_or_wait() {
    let reading = Reading::of(shipped());
    let long = [
        "江".repeat(10_000),
        "a".repeat(10_000),
        "a ".repeat(5_000),
        "\"".repeat(10_000),
        "果".to_owned() + &"\u{301}".repeat(10_000),
    ];
    let odd = [
        "",
        " ",
        "\u{3000}",
        "\0",
        "\"",
        "\"\"",
        "'",
        "*",
        "a*",
        "*a",
        "\"port\" *",
        "NEAR(a b, 2)",
        "NEAR(",
        "a NEAR b",
        "AND",
        "OR",
        "NOT",
        "NOT port",
        "port OR",
        "(port",
        "port)",
        "{title}: port",
        "title:port",
        "- title : x",
        "^port",
        "+",
        "a + b",
        "-",
        "--",
        ";",
        "\\",
        "%",
        "_",
        "' OR 1=1 --",
        "|",
        "| |",
        "port | 港",
        "\u{202E}tropS\u{202C}",
        "\u{2066}a\u{2069}",
        "🙂",
        "👨‍👩‍👧",
        "a\0b",
        "\u{FFFF}",
        "\u{FEFF}",
        "\u{E000}",
        "ﷺ",
        "½",
        "①②③",
        "㎡",
        "Ⅳ",
        "İ",
        "ß",
        "ﬁ",
        "가나다",
        "かな",
        "مرحبا",
        "नमस्ते",
        "\u{2F800}",
        "〇",
        "々",
        "text0",
        "rowid",
        "rank",
        "bm25",
        "?1",
        "$a",
        "\n\r\t",
        "fts5",
        "xianxianxianxianxianxianxianxianxianxianxianxianxianxianxianxianxianxian",
    ];
    for typed in odd.iter().copied().chain(long.iter().map(String::as_str)) {
        for language in [EN, ZH, LanguageId(99), LanguageId(i64::MIN)] {
            let start = Instant::now();
            let found = reading.find(typed, language);
            assert!(start.elapsed() < Duration::from_millis(500), "{typed:.20} took too long");
            assert_eq!(found.query, typed);
            assert!(found.hits.len() <= HITS_MAX && found.suggestions.len() <= SUGGESTIONS_MAX);
        }
    }
}

#[test]
fn what_says_nothing_finds_nothing() {
    let reading = Reading::of(shipped());
    for typed in ["", "  \t", "\u{3000}", "\"*\"", "🙂", "。，", "\0", "|"] {
        let found = reading.find(typed, ZH);
        assert_eq!(
            (found.total, found.hits.len(), found.suggestions.len()),
            (0, 0, 0),
            "{typed:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(texts in prop::collection::vec(any::<String>(), 64)) {
        let reading = Reading::of(small(Edition::small()));
        for typed in &texts {
            prop_assert_eq!(&reading.find(typed, ZH).query, typed);
        }
    }
}
