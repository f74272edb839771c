//! The subset of docs/content.md, block by block, and what must never come out of a body.

use std::fmt::Write as _;
use std::time::Instant;

use super::super::article::{Block, ListItem, RichText};
use super::super::ids::{FigureId, PictureId};
use super::*;

/// Knows the picture `port` and the figure `gdp`.
struct Known;

impl References for Known {
    fn picture(&self, slug: &str) -> Option<PictureId> {
        (slug == "port").then_some(PictureId(7))
    }

    fn figure(&self, slug: &str) -> Option<FigureId> {
        (slug == "gdp").then_some(FigureId(3))
    }
}

fn read(body: &str) -> Parsed {
    parse(body, &Known, 2)
}

fn blocks(body: &str) -> Vec<Block> {
    let parsed = read(body);
    assert_eq!(parsed.faults, [], "faults in {body:?}");
    parsed.blocks
}

fn kinds(body: &str) -> Vec<MarkdownFaultKind> {
    read(body).faults.into_iter().map(|fault| fault.kind).collect()
}

fn rich(plain: &str) -> RichText {
    RichText { plain: plain.to_owned(), markdown: plain.to_owned() }
}

#[test]
fn every_kind_of_block_is_read() {
    let body = "The lead\nin two lines\n\n## Heading\n\n### Below it\n\n- one\n- two\n  1. inner\n\n> set apart\n\n\
        | Year | Value |\n|---|---|\n| 2021 | 12 |\n| 2022 |\n\n![What](picture:port)\n\n![](figure:gdp)\n\n![](fact:2)\n";
    let item =
        |level, marker: &str, text| ListItem { level, marker: marker.to_owned(), text: rich(text) };
    assert_eq!(
        blocks(body),
        [
            Block::Paragraph(rich("The lead in two lines")),
            Block::Heading { level: 2, text: "Heading".to_owned() },
            Block::Heading { level: 3, text: "Below it".to_owned() },
            Block::List(vec![item(0, "•", "one"), item(0, "•", "two"), item(1, "1.", "inner")]),
            Block::Quote(rich("set apart")),
            Block::Table {
                head: vec!["Year".to_owned(), "Value".to_owned()],
                rows: vec![
                    vec!["2021".to_owned(), "12".to_owned()],
                    vec!["2022".to_owned(), String::new()],
                ],
            },
            Block::Picture { picture: PictureId(7), caption: "What".to_owned() },
            Block::Figure { figure: FigureId(3), caption: String::new() },
            Block::Fact(1),
        ]
    );
}

#[test]
fn emphasis_survives_and_every_other_mark_is_escaped() {
    let Some(Block::Paragraph(text)) =
        blocks("An *old* and **new** port, 3 < 4 & [so] _on_ ~~x~~").pop()
    else {
        panic!("no paragraph");
    };
    assert_eq!(text.plain, "An old and new port, 3 < 4 & [so] on ~~x~~");
    assert_eq!(
        text.markdown,
        "An *old* and **new** port\\, 3 \\< 4 \\& \\[so\\] *on* \\~\\~x\\~\\~"
    );
}

#[test]
fn lines_of_chinese_join_without_a_space() {
    assert_eq!(blocks("两江\n新区"), [Block::Paragraph(rich("两江新区"))]);
    assert_eq!(blocks("the\nport"), [Block::Paragraph(rich("the port"))]);
    assert_eq!(blocks("果园\nport"), [Block::Paragraph(rich("果园 port"))]);
}

#[test]
fn a_wanted_line_break_stays_and_closes_the_emphasis_of_its_line() {
    let Some(Block::Paragraph(text)) = blocks("**one  \ntwo** three").pop() else {
        panic!("no paragraph");
    };
    assert_eq!(text.plain, "one\ntwo three");
    assert_eq!(text.markdown, "**one**\\\n**two** three");
}

#[test]
fn emphasis_that_would_not_survive_becomes_plain_words() {
    // The entity is a blank once it is read, and a blank after the opening mark undoes the mark.
    let Some(Block::Paragraph(text)) = read("x *&nbsp;a* b").blocks.pop() else {
        panic!("no paragraph");
    };
    assert_eq!(text, rich("x \u{a0}a b"), "no stray mark is shown");
}

#[test]
fn what_the_subset_forbids_is_named_with_its_line() {
    use MarkdownFaultKind as Kind;
    for (body, line, kind) in [
        ("# Title", 1, Kind::HeadingLevel { level: 1 }),
        ("a\n\n#### Deep", 3, Kind::HeadingLevel { level: 4 }),
        ("see [it](https://a.b)", 1, Kind::Link),
        ("see <https://a.b/c>", 1, Kind::Link),
        ("a <b>c</b>", 1, Kind::Html),
        ("<div>\n<p>x\n</div>", 1, Kind::Html),
        ("a `b`", 1, Kind::Code),
        ("a\n\n    code", 3, Kind::Code),
        ("```\nx\n```", 1, Kind::Code),
        ("a[^1]\n\n[^1]: b", 1, Kind::Footnote),
        ("a\n\n---\n\nb", 3, Kind::Rule),
        ("- a\n  - b\n    - c", 3, Kind::ListTooDeep),
        ("> - a", 1, Kind::Misplaced { what: "a list" }),
        ("> > a", 1, Kind::Misplaced { what: "a quotation" }),
        ("> ## a", 1, Kind::Misplaced { what: "a heading" }),
        ("![](picture:none)", 1, Kind::PictureMissing { slug: "none".to_owned() }),
        ("![](figure:none)", 1, Kind::FigureMissing { slug: "none".to_owned() }),
        ("![](fact:3)", 1, Kind::FactMissing { number: "3".to_owned() }),
        ("![](fact:0)", 1, Kind::FactMissing { number: "0".to_owned() }),
        (
            "![](http://a.b/c.png)",
            1,
            Kind::ReferenceUnknown { target: "http://a.b/c.png".to_owned() },
        ),
        ("words ![](picture:port)", 1, Kind::ReferenceNotAlone),
        ("![](picture:port) ![](figure:gdp)", 1, Kind::ReferenceNotAlone),
        ("**果园港：**港口", 1, Kind::StrayMarks),
    ] {
        let parsed = read(body);
        let first = parsed.faults.first().unwrap_or_else(|| panic!("no fault in {body:?}"));
        assert_eq!((first.line, &first.kind), (line, &kind), "{body:?}");
        assert!(!first.kind.mend().is_empty() && !first.kind.to_string().is_empty());
    }
}

#[test]
fn a_mark_that_the_author_escaped_is_no_stray_one() {
    assert_eq!(
        blocks("4 \\* 5")[0],
        Block::Paragraph(RichText { plain: "4 * 5".to_owned(), markdown: "4 \\* 5".to_owned() })
    );
    assert_eq!(kinds("4 \\* 5 **"), [MarkdownFaultKind::StrayMarks]);
}

#[test]
fn broken_references_are_left_out_and_the_rest_stays() {
    assert_eq!(
        read("before\n\n![](picture:none)\n\nafter").blocks,
        [Block::Paragraph(rich("before")), Block::Paragraph(rich("after"))]
    );
}

#[test]
fn words_in_a_forbidden_place_are_kept_where_they_are_words() {
    assert_eq!(read("[the port](http://x.y)").blocks, [Block::Paragraph(rich("the port"))]);
    assert_eq!(read("<div>secret</div>").blocks, [], "HTML is not shown");
    assert_eq!(read("```\nsecret\n```").blocks, [], "code is not shown");
}

#[test]
fn characters_that_must_not_reach_the_glass_are_left_out() {
    assert_eq!(
        read("a\u{202E}b\u{7}c\u{E541}d").blocks,
        [Block::Paragraph(rich("abcd"))],
        "U+E541 is what Slint takes for a hole to fill"
    );
}

#[test]
fn bombs_are_refused_or_bounded_in_linear_time() {
    type Bomb = fn(usize) -> String;
    let unit = 1_000;
    let grow: [(&str, Bomb); 8] = [
        ("quotes", |n| ">".repeat(n) + "x"),
        ("lists", |n| "- ".repeat(n) + "x"),
        ("asterisks", |n| "*".repeat(n)),
        ("open emphasis", |n| "*a _b ".repeat(n)),
        ("brackets", |n| "[".repeat(n) + &"]".repeat(n)),
        ("images", |n| "![".repeat(n)),
        ("table", |n| {
            format!("{}\n{}\n{}", "|a".repeat(n / 8), "|-".repeat(n / 8), "|b\n".repeat(n))
        }),
        ("references", |n| {
            (0..n).fold("[a]: x\n\n".to_owned(), |mut out, _| {
                let _ = write!(out, "[a]");
                out
            })
        }),
    ];
    for (name, bomb) in grow {
        // The best of five, for other work on the machine only ever adds.
        let time = |n: usize| {
            let body = bomb(n);
            let times = (0..5).map(|_| {
                let start = Instant::now();
                let parsed = read(&body);
                assert!(parsed.blocks.len() <= 1_000 && parsed.faults.len() <= 100, "{name}");
                start.elapsed().as_secs_f64()
            });
            times.fold(f64::INFINITY, f64::min).max(1e-4)
        };
        let (small, large) = (time(unit), time(unit * 16));
        assert!(large < small * 16.0 * 8.0, "{name}: {small} s for 1, {large} s for 16");
    }
    assert_eq!(
        kinds(&"x".repeat(BODY_MAX_BYTES + 1)),
        [MarkdownFaultKind::BodyTooLong { bytes: BODY_MAX_BYTES + 1 }]
    );
    assert!(kinds(&"p\n\n".repeat(5_000)).contains(&MarkdownFaultKind::TooManyBlocks));
    assert!(kinds(&(">".repeat(10_000) + "x")).contains(&MarkdownFaultKind::NestedTooDeep));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_panics_and_no_rich_text_means_more_than_emphasis(
        body in "([a 字*_`\\[\\]()!<>#&;\\\\|~:.\\-+=\n0-9]|picture:|\u{301}|\u{202e}|\t){0,60}"
    ) {
        for block in read(&body).blocks {
            let texts = match block {
                Block::Paragraph(text) | Block::Quote(text) => vec![text],
                Block::List(items) => items.into_iter().map(|item| item.text).collect(),
                _ => vec![],
            };
            for text in texts {
                proptest::prop_assert!(rich::reads_as(&text.markdown, &text.plain), "{text:?} from {body:?}");
            }
        }
    }
}
