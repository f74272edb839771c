//! Every bad page, and the reason that it is given. Nothing is ever written for one.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use kiosk::authoring::{ImportError, Wishes, import, read_page};

use super::folder::*;

/// The name of the reason.
fn reason(error: &ImportError) -> String {
    let shown = format!("{error:?}");
    shown.split([' ', '{']).next().unwrap_or_default().to_owned()
}

const BAD: &[(&str, &str)] = &[
    ("bad-404.html", "ErrorPage"),
    ("bad-gone.html", "ErrorPage"),
    ("bad-redirect.html", "ErrorPage"),
    ("bad-list.html", "ListPage"),
    ("bad-list.txt", "ListPage"),
    ("bad-two.html", "SeveralStories"),
    ("bad-two-articles.html", "SeveralStories"),
    ("bad-two.txt", "SeveralStories"),
    ("bad-no-title.html", "NoTitle"),
    ("bad-no-title.txt", "NoTitle"),
    ("bad-furniture.html", "NoText"),
    ("bad-furniture.txt", "NoText"),
    ("bad-attribute.html", "NoText"),
    ("bad-topic.txt", "UnknownTopic"),
    ("bad-section-only.txt", "UnknownTopic"),
    ("bad-no-trail.txt", "NoTopic"),
    ("bad-empty.html", "Empty"),
    ("bad-letters.txt", "Encoding"),
    ("bad-picture.html", "NotAPage"),
    ("bad-bytes.txt", "NotAPage"),
    ("no-day.html", "NoDate"),
    ("no-day.txt", "NoDate"),
    ("parks-twice.html", "AmbiguousTopic"),
];

#[test]
fn every_bad_page_is_refused_with_its_reason() {
    let folder = Folder::english();
    let destination = folder.destination();
    for (page, expected) in BAD {
        let error = draft(page, &Wishes::default(), &destination).expect_err(page);
        assert_eq!(reason(&error), *expected, "{error}");
        assert!(error.to_string().contains(page), "{error} does not name its page");
        assert!(!error.help().is_empty());
    }
    assert_eq!(folder.names(), ["edition.toml", "menus.toml", "pictures"], "something was written");
}

#[test]
fn what_an_author_asks_for_must_be_there() {
    let folder = Folder::english();
    let destination = folder.destination();
    let of = |topic: &str, slug: Option<&str>| {
        let wishes =
            Wishes { topic: Some(topic.to_owned()), slug: slug.map(str::to_owned), date: None };
        draft("chains.txt", &wishes, &destination)
    };
    assert_eq!(reason(&of("news/industrial-parks", None).expect_err("refused")), "UnknownTopic");
    assert_eq!(reason(&of("../business", None).expect_err("refused")), "UnknownTopic");
    for slug in ["../up", "Upper", "", "a b", "-a", "con", &"a".repeat(81)] {
        assert_eq!(reason(&of("news/local", Some(slug)).expect_err("refused")), "Slug", "{slug}");
    }
    let draft = of("news/local", Some("chains")).expect("a draft");
    assert_eq!((draft.topic.as_str(), draft.slug.as_str()), ("local", "chains"));
}

fn refused(name: &str, bytes: &[u8]) -> ImportError {
    let folder = Folder::english();
    let start = Instant::now();
    let wishes = Wishes { topic: Some("news/local".to_owned()), ..Wishes::default() };
    let error = import(bytes, name, &wishes, &folder.destination()).expect_err(name);
    assert!(start.elapsed() < Duration::from_secs(5), "{name} took {:?}", start.elapsed());
    error
}

const HEAD: &str =
    "<html><body><p>Home &gt; Local</p><h1>Port moves boxes</h1><p>Updated: 2022-05-25</p>";

#[test]
fn bombs_are_refused_in_little_time() {
    let text = "Home > Local\n\nPort moves boxes\n\nUpdated: 2022-05-25\n\n";
    let sentence = "A paragraph with words enough to count as one of a story.";
    for (name, page, expected) in [
        ("deep", format!("{HEAD}{}", "<div>".repeat(100_000)), "Bounds"),
        ("deep tables", format!("{HEAD}{}", "<table><tr><td>".repeat(100_000)), "Bounds"),
        ("attribute", format!("{HEAD}<p title=\"{}", "x".repeat(3_000_000)), "NoText"),
        (
            "attributes",
            format!(
                "{HEAD}<p {}",
                (0..200_000).fold(String::new(), |mut out, n| {
                    let _ = write!(out, "a{n}=1 ");
                    out
                })
            ),
            "NoText",
        ),
        (
            "page title",
            format!("<title>{}</title>{HEAD}{}", "x".repeat(2_000_000), "<p>x".repeat(15_000)),
            "Bounds",
        ),
        (
            "titles",
            format!(
                "{}{HEAD}{}",
                "<meta name=og:title content=xxxxxxxxxx>".repeat(50_000),
                "<p>xxxxxxxxxx".repeat(15_000)
            ),
            "Bounds",
        ),
        ("steps", format!("<p>Home {}", "&gt; News ".repeat(300_000)), "NoTitle"),
        (
            "attributes of style",
            format!("{HEAD}{}", format!("<p style=\"{}\">x", " ".repeat(200)).repeat(15_000)),
            "Bounds",
        ),
        ("comment", format!("{HEAD}<!--{}", "-".repeat(3_000_000)), "NoText"),
        ("blocks", format!("{HEAD}{}", "<p>x".repeat(100_000)), "Bounds"),
        ("line breaks", format!("{HEAD}<p>{}", "x<br><br>".repeat(100_000)), "Bounds"),
        ("paragraphs", format!("{HEAD}{}", format!("<p>{sentence}").repeat(1_000)), "Bounds"),
        ("trail", format!("<html><div class=crumbs>{}", "<p>a".repeat(15_000)), "NoTitle"),
        ("one line", format!("{text}{}", sentence.repeat(50_000)), "Bounds"),
        ("one word", format!("{text}{}.", "x".repeat(3_000_000)), "Bounds"),
        ("lines", format!("{text}{}", format!("{sentence}\n").repeat(40_000)), "Bounds"),
        (
            "broken lines",
            format!(
                "{text}{}",
                "words that go on and on without an end, line after line\n".repeat(15_000)
            ),
            "Bounds",
        ),
        (
            "letters on lines",
            format!("{text}{sentence} and\n{}", "b\n".repeat(2_000_000)),
            "Bounds",
        ),
        (
            "short lines",
            format!(
                "{text}{}",
                format!("{sentence} and\n{}\n", "go on\n".repeat(2_700)).repeat(240)
            ),
            "Bounds",
        ),
        (
            "long paragraphs of short lines",
            format!(
                "{text}{}",
                format!(
                    "{sentence} and\n{}\n",
                    "words that go on and on, line after line\n".repeat(399)
                )
                .repeat(240)
            ),
            "Bounds",
        ),
        (
            "title",
            format!("Home > Local\n\n{}\n\nUpdated: 2022-05-25\n\n{sentence}", "Port ".repeat(200)),
            "NoTitle",
        ),
        ("cells", format!("{text}{}", "a\tb\n".repeat(400_000)), "Bounds"),
    ] {
        let error = refused(name, page.as_bytes());
        assert_eq!(reason(&error), expected, "{name}: {error}");
    }
    let large = vec![b'x'; 50 << 20];
    assert_eq!(reason(&refused("large", &large)), "TooLarge");
}

#[test]
fn a_large_file_is_not_read_to_its_end() {
    let folder = Folder::english();
    let path = folder.path().join("large.html");
    let file = std::fs::File::create(&path).expect("made");
    file.set_len(50 << 20).expect("long");
    assert_eq!(reason(&read_page(&path).expect_err("refused")), "TooLarge");
    let missing = read_page(&folder.path().join("missing.html")).expect_err("refused");
    let told = missing.to_string();
    assert!(told.contains("missing.html failed: there is no such file"), "{told}");
    assert!(missing.help().contains("slip in its name"), "{}", missing.help());
}
