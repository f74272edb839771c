//! That the rules can fail: what they must see, in every dress, and what only looks like it.

use crate::markup::raw;
use crate::rules::{Only, beyond, is_named, is_sql};
use crate::source::{names, split};

/// The paths that a line in `src/content/markdown/table.rs` names.
fn paths(code: &str) -> Vec<String> {
    let named = names(&split(code).code, &["content", "markdown", "table"]);
    named.into_iter().map(|named| named.path).collect()
}

#[test]
fn no_way_of_writing_a_path_hides_it() {
    for code in [
        "use crate::nav::Event;",
        "use crate::nav;",
        "use crate::nav as way;",
        "use crate::{content::Body, nav::Event};",
        "use crate::{\n    content::{Body, Text},\n    nav::{self, Event as It},\n};",
        "use super::super::super::nav::Event;",
        "use super::super::super::{content, nav};",
        "pub(crate) use crate::nav::{Event};",
        "fn f(event: &crate::nav::Event) {}",
        "let event = crate::nav::Event::Back;",
        "let it: Vec<crate::nav::Event> = vec![];",
        "use crate::*;",
        "mod tests { use crate::nav::Event; }",
        "mod tests { use super::super::super::super::nav::Event; }",
        "mod a { mod b {} } use super::super::super::nav::Event;",
        "let a = '\"'; use crate::nav; let b = '\"';",
        "let a = \"//\"; use crate::nav;",
        "let a = r#\"\"\"#; use crate::nav;",
        "/* */ use crate::nav;",
        "fn f<'a>(a: &'a str) {} use crate::nav; const A: char = 'a';",
    ] {
        assert!(paths(code).iter().any(|path| is_named(path, "crate::nav")), "{code}");
    }
    for code in
        ["use slint::Image;", "::slint::run()", "use {std::fmt, slint};", "extern crate slint;"]
    {
        assert!(paths(code).iter().any(|path| is_named(path, "slint")), "{code}");
    }
    for code in
        ["use std::time::{Duration, Instant};", "std::time::Instant::now()", "time::Instant"]
    {
        assert!(paths(code).iter().any(|path| is_named(path, "Instant")), "{code}");
    }
}

#[test]
fn what_only_looks_like_a_path_is_none() {
    for code in [
        "// use crate::nav::Event;",
        "/// [`Event`](crate::nav::Event)",
        "/* crate::nav */",
        "let a = \"crate::nav\";",
        "let a = r\"crate::nav\";",
        "let a = r##\"crate::nav\"#\"##;",
        "let a = \"\\\"crate::nav\";",
        "use crate::navigation::Event;",
        "use super::nav::Event;",
        "use self::nav::Event;",
        "pub(crate) fn nav() {}",
        "mod tests { use super::super::super::nav::Event; }",
        "crate::content::nav::Event",
        "use crate::content::*;",
    ] {
        assert!(!paths(code).iter().any(|path| is_named(path, "crate::nav")), "{code}");
    }
    for code in ["let slintish = 1;", "self.slint", "it.slint()"] {
        assert!(!paths(code).iter().any(|path| is_named(path, "slint")), "{code}");
    }
    let lines = names("\nuse a::{\n    b,\n    c,\n};\nd", &[]);
    let lines: Vec<_> = lines.iter().map(|named| (named.line, named.path.as_str())).collect();
    assert_eq!(lines, [(2, "use"), (3, "a::b"), (4, "a::c"), (6, "d")], "each in its line");
}

#[test]
fn of_a_module_used_in_part_everything_else_is_a_fault() {
    let keys = Only::EndingIn("Id");
    for code in
        ["crate::content::ArticleId", "crate::content::PageId::new", "crate::contents::X", "Id"]
    {
        assert_eq!(beyond(code, "crate::content", &keys), None, "{code}");
    }
    for code in
        ["crate::content", "crate::content::*", "crate::content::Body", "crate::content::Id"]
    {
        assert_eq!(beyond(code, "crate::content", &keys), Some(code), "{code}");
    }
    let own = Only::These(&["bootscreens"]);
    assert_eq!(beyond("crate::bootscreens::QrCode", "crate", &own), None, "its own");
    assert!(beyond("crate::nav::Event", "crate", &own).is_some(), "another's");
    assert!(beyond("crate::*", "crate", &own).is_some(), "everybody's");
}

#[test]
fn sql_is_told_from_english() {
    for text in [
        "SELECT id FROM article",
        "select count(*) from article",
        "INSERT INTO seal VALUES (1)",
        "DELETE FROM seal",
        "PRAGMA user_version",
        "UPDATE article SET slug = ?1",
        "CREATE TABLE note (id INTEGER)",
    ] {
        assert!(is_sql(text), "{text}");
    }
    for text in
        ["select a story", "made from sources", "an update of the kiosk", "the table of contents"]
    {
        assert!(!is_sql(text), "{text}");
    }
}

#[test]
fn what_the_theme_should_name_is_seen_in_every_dress() {
    let found = |code: &str| {
        let raw = raw(&split(code).code);
        raw.into_iter().map(|raw| raw.token).collect::<Vec<_>>()
    };
    for (code, token) in [
        ("background: #f6f1e7;", "#f6f1e7"),
        ("background: #fff;", "#fff"),
        ("background: white;", "white"),
        ("background: Colors.white;", "Colors"),
        ("background: rgb(1, 2, 3);", "rgb"),
        ("width: 12px;", "12px"),
        ("width: parent.width - 12px;", "12px"),
        ("width: 2*12.5px;", "12.5px"),
        ("width: max(1.5px, root.size);", "1.5px"),
        ("width: 2phx;", "2phx"),
        ("font-size: 9pt;", "9pt"),
        ("height: 1mm;", "1mm"),
        ("animate x { duration: 250ms; }", "250ms"),
        ("interval: 1s;", "1s"),
        ("interval: 0.5s;", "0.5s"),
        ("text: \"//\"; width: 12px;", "12px"),
    ] {
        assert_eq!(found(code), [token], "{code}");
    }
    for code in [
        "height: 0px; y: -1px; width: round(root.width / 1px) * 1px; spacing: 0;",
        "duration: 0ms;",
        "padding: Metrics.space-4; size: Typography.title-2; width: 50%; angle: 360deg;",
        "x: 1phx; opacity: 0.5; z: 12;",
        "color: Palette.white; // #ffffff, 12px",
        "text: \"#ffffff 12px\"; viewbox-width: 100;",
        "Metrics.s4px",
    ] {
        assert_eq!(found(code), [""; 0], "{code}");
    }
}
