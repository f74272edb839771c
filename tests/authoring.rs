//! Making editions: from a folder of sources to `content.db`, back, and every way in which a folder can be wrong.

#[path = "authoring/workshop.rs"]
mod workshop;
#[path = "authoring/wrong.rs"]
mod wrong;

use std::fs;
use std::path::Path;

use kiosk::authoring::{Before, Change, Error, build, build_bytes, diff, export, seal};
use kiosk::cli::content::{Command, Outcome, run};
use kiosk::content::{ArticleKind, Fault, Library, Severity, check};
use rusqlite::Connection;
use workshop::{STORY_FOLDER, Workshop, faults_of, png, sources};

fn ask(edition: &Path, sql: &str) -> String {
    let connection = Connection::open(edition).expect("opened");
    connection.query_row(sql, [], |row| row.get(0)).expect(sql)
}

fn change(edition: &Path, sql: &str) {
    let connection = Connection::open(edition).expect("opened");
    connection.execute_batch(sql).expect(sql);
}

#[test]
fn the_reader_of_the_kiosk_accepts_what_was_built() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    let library = Library::open(&edition).expect("accepted");
    let catalogue = library.catalogue();
    assert_eq!(catalogue.articles.len(), 2);
    assert_eq!(catalogue.articles[0].slug, "chain-chiefs", "the newest comes first");
    assert_eq!(catalogue.articles[1].kind, ArticleKind::Gallery);
    assert_eq!(catalogue.pages[0].slug, "terms", "a page with a position comes before one without");
    let errors: Vec<Fault> =
        check(&edition).into_iter().filter(|fault| fault.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn what_an_author_left_to_the_kiosk_is_filled_in() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    let of = |sql| ask(&edition, sql);
    assert_eq!(
        of(
            "SELECT group_concat(printed, ' ') FROM (SELECT printed FROM figure_point ORDER BY period, language)"
        ),
        "401 4010.5 over 435 4350余"
    );
    assert_eq!(
        of("SELECT weekdays || opens_at || closes_at FROM article WHERE slug = 'chain-chiefs'"),
        "mon,tue22:0002:30"
    );
    assert_eq!(
        of("SELECT mime || width || 'x' || height FROM picture WHERE slug = 'river'"),
        "image/jpeg1920x1080"
    );
    assert_eq!(of("SELECT value || period FROM zone_figure WHERE language = 2"), "302020年");
    assert_eq!(
        of("SELECT rings FROM map_shape WHERE id = 2"),
        "[[[106.5,29.5],[106.6,29.55],[106.7,29.6]]]"
    );
    assert_eq!(of("SELECT body FROM article_text WHERE article = 2 AND language = 2"), "导语。");
    assert_eq!(of("PRAGMA journal_mode"), "delete");
}

#[test]
fn the_same_sources_make_the_same_bytes() {
    let workshop = Workshop::new();
    let first = fs::read(workshop.build("first.db")).expect("read");
    assert!(first == build_bytes(&workshop.folder()).expect("built"), "built in another place");

    // The same files, made in the opposite order, with other line ends and what an editor leaves behind.
    let other = Workshop::empty();
    other.write("pictures/quay.png", png(32, 24));
    for (name, text) in sources().into_iter().rev() {
        other.write(&name, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    other.edit("pictures/river.svg", "\r\n", "\n");
    other.write(".DS_Store", [0, 1, 2]);
    other.write(&format!("{STORY_FOLDER}/en.md~"), "old");
    assert!(first == build_bytes(&other.folder()).expect("built"), "written in another order");
}

#[test]
fn what_is_exported_builds_the_same_edition() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    let exported = workshop.home.path().join("exported");
    let done = export(&edition, &exported).expect("exported");
    assert_eq!((done.stories, done.pictures), (2, 2));
    let again = build_bytes(&exported).expect("the exported folder builds");
    assert!(fs::read(&edition).expect("read") == again, "an edition of other bytes");
    assert!(exported.join("pictures/river.jpg").is_file(), "the drawing leaves as pixels");
    assert_eq!(fs::read(exported.join("pictures/quay.png")).expect("read"), png(32, 24));
}

#[test]
fn an_export_goes_only_into_an_empty_folder() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    let error = export(&edition, &workshop.folder()).expect_err("refused");
    assert!(matches!(error, Error::NotEmpty { .. }), "{error:?}");
    assert!(!error.help().is_empty());
}

#[test]
fn an_export_writes_only_into_its_folder() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    for slug in ["../../escaped", "/tmp/escaped", "a/b", "..", "a\\b"] {
        change(&edition, &format!("UPDATE picture SET slug = '{slug}' WHERE id = 1"));
        let folder = workshop.home.path().join("exported");
        assert!(export(&edition, &folder).is_err(), "{slug} was written");
        assert!(
            !folder.exists(),
            "{slug}: nothing is written before all names are known to be good"
        );
    }
}

#[test]
fn a_failed_build_leaves_the_edition_that_was_there() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    let before = fs::read(&edition).expect("read");
    workshop.edit("menus.toml", "river", "purple");
    build(&workshop.folder(), &edition).expect_err("refused");
    assert!(before == fs::read(&edition).expect("read"));
    assert!(build(&workshop.folder().join("nowhere"), &edition).is_err(), "no such folder");
}

#[test]
fn what_is_strange_is_left_out_with_a_warning() {
    let workshop = Workshop::new();
    let plain = build_bytes(&workshop.folder()).expect("built");
    for stray in
        ["notes.txt", "pictures/plan.pdf", "stories/readme.md", &format!("{STORY_FOLDER}/fr.md")]
    {
        workshop.write(stray, "whatever");
    }
    workshop.write("pictures/raw/a.png", png(2, 2));
    let built = build(&workshop.folder(), &workshop.edition("content.db")).expect("built");
    for stray in [
        "notes.txt",
        "pictures/plan.pdf",
        "stories/readme.md",
        &format!("{STORY_FOLDER}/fr.md"),
        "pictures/raw",
    ] {
        assert!(
            built.warnings.iter().any(|fault| fault.place == stray),
            "{stray}: {:#?}",
            built.warnings
        );
    }
    assert!(
        plain == fs::read(workshop.edition("content.db")).expect("read"),
        "strange files change nothing"
    );
}

#[test]
fn a_hand_edit_makes_the_seal_stale_and_seal_mends_it() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    let Before::Held = seal(&edition).expect("sealed").before else {
        panic!("a fresh edition is sealed");
    };
    let html = workshop.edition("report.html");
    let (_, words) = said(&Command::Check {
        edition: edition.clone(),
        strict: false,
        quick: false,
        html: Some(html.clone()),
        on: Some(jiff::civil::date(2026, 11, 24)),
    });
    assert!(words.contains("pages in small"), "{words}");
    let report = fs::read_to_string(html).expect("written");
    assert!(
        report.contains("<h2>home</h2>") && report.contains("data:image/jpeg"),
        "{report:.200}"
    );

    change(
        &edition,
        "UPDATE article_text SET headline = 'By hand' WHERE article = 2; UPDATE seal SET signature = 'x'",
    );
    assert!(matches!(Library::open(&edition), Err(kiosk::content::Error::SealBroken { .. })));
    let sealed = seal(&edition).expect("sealed");
    assert!(matches!(sealed.before, Before::Stale(_)), "{sealed:?}");
    assert!(sealed.signature_removed, "a signature is for one content only");
    let library = Library::open(&edition).expect("accepted again");
    assert_eq!(library.catalogue().digest, sealed.digest);
    change(&edition, "DELETE FROM seal");
    assert_eq!(seal(&edition).expect("sealed").before, Before::None);
    Library::open(&edition).expect("accepted again");
}

#[test]
fn an_editor_that_writes_ahead_is_folded_in_by_seal() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    change(&edition, "PRAGMA journal_mode = WAL; UPDATE edition SET version = '2026.12.1'");
    assert!(Library::open(&edition).is_err());
    seal(&edition).expect("sealed");
    assert_eq!(Library::open(&edition).expect("accepted").catalogue().version, "2026.12.1");
}

#[test]
fn seal_refuses_what_a_kiosk_would_refuse_and_leaves_it_alone() {
    let workshop = Workshop::new();
    let edition = workshop.build("content.db");
    change(&edition, "UPDATE article_text SET body = '![](picture:nowhere)' WHERE article = 2");
    let before = fs::read(&edition).expect("read");
    let error = seal(&edition).expect_err("refused");
    assert!(faults_of(&error).iter().any(|fault| fault.what.contains("nowhere")), "{error:?}");
    change(&edition, "PRAGMA foreign_keys = OFF; UPDATE article SET picture = 77");
    seal(&edition).expect_err("a broken reference");
    fs::write(workshop.edition("text.db"), "not a database").expect("written");
    seal(&workshop.edition("text.db")).expect_err("no database");
    seal(&workshop.edition("nowhere.db")).expect_err("no file");
    assert_ne!(before, fs::read(&edition).expect("read"), "only the test changed it");
    let left = fs::read_dir(workshop.home.path().join("editions")).expect("list").count();
    assert_eq!(left, 2, "no draft is left");
}

#[test]
fn diff_tells_what_is_new_changed_and_removed() {
    let workshop = Workshop::new();
    let old = workshop.build("old.db");
    assert_eq!(diff(&old, &old).expect("compared"), []);
    workshop.edit("edition.toml", "2026.11.1", "2026.12.1");
    workshop.edit("menus.toml", "最新消息。", "新。");
    workshop.edit(&format!("{STORY_FOLDER}/zh.md"), "导语。", "新导语。");
    workshop.edit(&format!("{STORY_FOLDER}/story.toml"), "rank = 1", "rank = 3");
    workshop.edit("figures.toml", "435.0", "436.0");
    workshop.edit("zones.toml", "果园港", "果园新港");
    workshop.edit("pictures/river.svg", "#C8923F", "#C4482E");
    for (name, text) in sources() {
        if let Some(name) = name.strip_prefix("stories/news/photo/a-walk/") {
            workshop.remove(&format!("stories/news/photo/a-walk/{name}"));
            workshop.write(&format!("stories/news/photo/a-ride/{name}"), text);
        }
    }
    fs::remove_dir(workshop.folder().join("stories/news/photo/a-walk")).expect("removed");
    workshop.edit("pages/terms/page.toml", "position = 1", "");
    let new = workshop.build("new.db");
    let told: Vec<String> = diff(&old, &new)
        .expect("compared")
        .into_iter()
        .map(|difference| {
            let change = match difference.change {
                Change::New => "new".to_owned(),
                Change::Removed => "removed".to_owned(),
                Change::Changed(details) => details.join(", "),
            };
            format!("{} {}: {change}", difference.what, difference.slug)
        })
        .collect();
    assert_eq!(
        told,
        [
            "edition 2026.12.1: version",
            "section news: summary (zh)",
            "story a-ride: new",
            "story chain-chiefs: text (zh), attract loop",
            "story a-walk: removed",
            "figure gdp: numbers",
            "place port: name (zh)",
            "picture river: the picture itself",
            "order pages: order",
        ]
    );
}

fn said(command: &Command) -> (Outcome, String) {
    let mut out = Vec::new();
    let outcome = run(command, &mut out).expect("done");
    (outcome, String::from_utf8(out).expect("text"))
}

#[test]
fn the_commands_say_what_they_did_and_end_with_its_code() {
    let workshop = Workshop::new();
    let folder = workshop.folder();
    let output = workshop.edition("content.db");
    let edition = output.clone();
    let (outcome, words) = said(&Command::Build { folder: folder.clone(), output });
    assert_eq!(outcome, Outcome::Clean, "{words}");
    assert!(words.contains("2 stories, 2 pictures and 2 languages"), "{words}");

    let check = |strict| {
        said(&Command::Check {
            edition: edition.clone(),
            strict,
            quick: true,
            html: None,
            on: None,
        })
    };
    let (outcome, words) = check(false);
    assert_eq!(outcome, Outcome::Clean, "{words}");
    assert!(words.contains(" warning"), "so small an edition has something to warn of: {words}");
    assert_eq!(check(true).0, Outcome::Found, "warnings count where they are told to");

    change(
        &edition,
        "UPDATE article_text SET headline = 'By hand' WHERE article = 2 AND language = 1",
    );
    let (outcome, words) = check(false);
    assert_eq!(outcome, Outcome::Found, "the answer is no");
    assert!(words.contains("error LK-E19") && words.contains("To mend it:"), "{words}");
    let (outcome, words) = said(&Command::Seal { edition: edition.clone() });
    assert_eq!(outcome, Outcome::Clean);
    assert!(words.contains("sealed again"), "{words}");

    let other = workshop.build("other.db");
    let (outcome, words) = said(&Command::Diff { old: edition.clone(), new: other.clone() });
    assert_eq!(outcome, Outcome::Found);
    assert!(
        words.contains(
            "changed story chain-chiefs «Chain chiefs \"nine\" months on»: headline (en)"
        ),
        "{words}"
    );
    assert_eq!(said(&Command::Diff { old: other.clone(), new: other }).0, Outcome::Clean);

    workshop.edit("menus.toml", "river", "blue");
    let (outcome, words) = said(&Command::Build { folder, output: edition });
    assert_eq!(outcome, Outcome::Found);
    assert!(words.contains("menus.toml:4") && words.contains("Nothing was written"), "{words}");
}
