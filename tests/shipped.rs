//! The two editions in the repository: they are what their sources say, clean, and every page of them can be shown.
//!
//! `KIOSK_BLESS=1 cargo test --test shipped` builds both anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod common;

use std::fs;
use std::path::Path;

use common::{TALL, Visitor, WIDE, on_stage, root, shipped};
use kiosk::app::starter;
use kiosk::authoring::build_bytes;
use kiosk::content::{Block, Coverage, RichText, Severity, characters, check, missing_glyphs};
use kiosk::nav::{Event, Screen};

/// What `starter.db` may weigh: it is part of the program.
const STARTER_MAX_BYTES: usize = 2_000_000;

#[test]
fn content_db_is_what_its_sources_say() {
    is_up_to_date(&root("assets/content"), &root("content.db"));
}

#[test]
fn the_starter_edition_is_what_its_sources_say_and_small_enough_to_carry() {
    let sources = tempfile::tempdir().unwrap();
    assemble_starter(sources.path());
    let file = root("assets/starter/starter.db");
    is_up_to_date(sources.path(), &file);
    let size = fs::read(&file).unwrap().len();
    assert!(size <= STARTER_MAX_BYTES, "{size} bytes");
}

fn is_up_to_date(sources: &Path, file: &Path) {
    let built = build_bytes(sources).unwrap_or_else(|error| panic!("{error}"));
    if std::env::var_os("KIOSK_BLESS").is_some() {
        fs::write(file, built).unwrap();
        return;
    }
    let kept = fs::read(file).unwrap_or_default();
    assert!(
        kept == built,
        "{} is not what its sources say ({} bytes, built {}); build it again",
        file.display(),
        kept.len(),
        built.len()
    );
}

/// Puts the starter's own files and its parts of the full content into one folder.
fn assemble_starter(folder: &Path) {
    for own in ["edition.toml", "menus.toml"] {
        fs::copy(root("assets/starter").join(own), folder.join(own)).unwrap();
    }
    let parts = fs::read_to_string(root("assets/starter/parts.txt")).unwrap();
    for part in parts.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let from = root("assets/content").join(part);
        let to = folder.join(part);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        if from.is_dir() {
            fs::create_dir_all(&to).unwrap();
            for entry in fs::read_dir(&from).unwrap() {
                let entry = entry.unwrap();
                fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        } else if from.is_file() {
            fs::copy(&from, &to).unwrap();
        } else {
            // A picture: its drawing and its words.
            for ending in ["svg", "toml"] {
                fs::copy(from.with_extension(ending), to.with_extension(ending)).unwrap();
            }
        }
    }
}

#[test]
fn the_shipped_edition_has_no_fault_and_no_warning() {
    let faults = check(&root("content.db"));
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_starter_edition_opens_and_has_no_error() {
    let library = starter().unwrap_or_else(|error| panic!("{error}"));
    assert!(library.catalogue().articles.len() >= 3, "it has stories");
    let faults = check(&root("assets/starter/starter.db"));
    let errors: Vec<_> = faults.iter().filter(|fault| fault.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn the_fonts_have_every_character_of_the_edition() {
    let library = shipped();
    let used = characters(&library).unwrap_or_else(|error| panic!("{error}"));
    for font in ["NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", "NotoSerifSC-Bold.otf"] {
        let bytes = fs::read(root("assets/fonts").join(font)).unwrap();
        let coverage = Coverage::of_font(&bytes).unwrap();
        let missing = missing_glyphs(&used, &[coverage]);
        assert!(missing.is_empty(), "{font}: {missing:#?}");
    }
}

#[test]
fn every_menu_entry_has_three_stories_in_every_language() {
    let catalogue = shipped().catalogue();
    assert_eq!(catalogue.topics.len(), 27, "the menus of the area's website");
    for topic in &catalogue.topics {
        for language in &catalogue.languages {
            let told = catalogue
                .articles_of_topic(topic.id)
                .filter(|article| article.headline.exact(language.id).is_some())
                .count();
            assert!(told >= 3, "{} has {told} stories in {}", topic.slug, language.tag);
        }
    }
}

#[test]
fn every_article_and_page_is_laid_out_in_both_languages() {
    for (glazing, tag) in [(WIDE, "en"), (TALL, "zh")] {
        let library = shipped();
        on_stage(library, glazing, Some(tag), |stage| {
            let catalogue = stage.kiosk().catalogue();
            let mut places: Vec<(Event, Screen)> = catalogue
                .articles
                .iter()
                .map(|one| (Event::OpenArticle(one.id), Screen::Article { article: one.id }))
                .collect();
            places.extend(
                catalogue
                    .pages
                    .iter()
                    .map(|page| (Event::OpenPage(page.id), Screen::Page { page: page.id })),
            );
            stage.visit("home");
            for (event, screen) in places {
                stage.kiosk().handle(event);
                stage.settle().unwrap();
                let state = stage.kiosk().state();
                assert_eq!(state.screen(), screen, "{tag}");
                assert!(state.session().words > 20, "{screen:?} in {tag} has a body");
                let frame = stage.glass().frame();
                let mut colours: Vec<u32> = frame.pixels().iter().map(|pixel| pixel.0).collect();
                colours.sort_unstable();
                colours.dedup();
                assert!(colours.len() > 50, "{screen:?} in {tag} is drawn");
            }
        });
    }
}

#[test]
fn every_emphasis_of_the_edition_is_understood_by_the_glass() {
    let library = shipped();
    let catalogue = library.catalogue();
    let mut marked = 0;
    for article in &catalogue.articles {
        for language in &catalogue.languages {
            let body = library.article(article.id, language.id).unwrap();
            for block in &body.blocks {
                let words: Vec<&RichText> = match block {
                    Block::Paragraph(words) | Block::Quote(words) => vec![words],
                    Block::List(items) => items.iter().map(|item| &item.text).collect(),
                    _ => vec![],
                };
                for words in words.into_iter().filter(|words| words.markdown != words.plain) {
                    let styled = slint::StyledText::from_markdown(&words.markdown);
                    assert!(styled.is_ok(), "{}: {}", article.slug, words.markdown);
                    marked += 1;
                }
            }
        }
    }
    assert!(marked > 0, "some words of the edition are emphasised");
}
