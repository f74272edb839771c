//! The doctor of editions: finds on the real screens what nobody can see in the rows.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod common;
mod edition;

use std::collections::BTreeSet;
use std::io::Cursor;

use jiff::civil::{Date, date};
use kiosk::content::fault::codes as content;
use kiosk::doctor::{self, Examination, codes, examine};

use common::root;
use edition::Edition;

const TODAY: Date = date(2026, 11, 24);

/// Small, and with pictures as large as a screen, in one colour.
fn edition(colour: [u8; 3]) -> Edition {
    let edition = Edition::small();
    let picture = image::RgbImage::from_pixel(1920, 1080, image::Rgb(colour));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    edition
        .0
        .execute("UPDATE picture SET width = 1920, height = 1080, bytes = ?1", [bytes.into_inner()])
        .unwrap();
    edition
}

fn examined(edition: Edition, today: Date) -> Examination {
    let file = edition.save();
    examine(file.path(), today)
}

/// The codes and places of the doctor's own findings, and of plain addresses.
fn findings(examination: &Examination) -> BTreeSet<(&'static str, String)> {
    examination
        .faults
        .iter()
        .filter(|fault| fault.code.starts_with("LK-D") || fault.code == content::ADDRESS_PLAIN)
        .map(|fault| (fault.code, fault.place.clone()))
        .collect()
}

#[test]
fn a_sound_edition_has_no_findings_and_every_page_was_looked_at() {
    let examination = examined(edition([20, 30, 40]), TODAY);
    assert_eq!(findings(&examination), BTreeSet::new(), "{:#?}", examination.faults);
    let seen = |page: &str| {
        let pages = examination.thumbnails.iter().filter(|one| one.page == page);
        pages.map(|one| (one.layout, one.language.as_str())).collect::<BTreeSet<_>>()
    };
    let everywhere: BTreeSet<_> = ["wide", "tall", "compact"]
        .into_iter()
        .flat_map(|layout| [(layout, "en"), (layout, "zh")])
        .collect();
    for page in
        ["home", "section about", "article two-rivers", "article eleven-chains", "page contact"]
    {
        assert_eq!(seen(page), everywhere, "{page}");
    }
    assert_eq!(seen("loop, article two-rivers"), everywhere, "a slide");
    assert!(
        examination.thumbnails.iter().all(|one| one.jpeg.len() > 500),
        "every one is a picture"
    );
}

#[test]
fn words_without_room_and_plain_addresses_are_found_where_they_are() {
    let edition = edition([20, 30, 40]);
    let english = "A headline that goes on and on ".repeat(6);
    let chinese = "标题太长".repeat(14);
    let label = "new energy vehicles that left the works of the area in the quarter and were counted by its bureau of the economy";
    edition.run(&format!(
        "UPDATE article_text SET headline = '{}' WHERE article = 2 AND language = 1; \
         UPDATE article_text SET headline = '{chinese}' WHERE article = 1 AND language = 2; \
         UPDATE article_fact SET value = '28,000,000,000,000,000,000,000,000,000', label = '{label}', \
         period = 'from the first of January to the thirty-first of March 2022' WHERE language = 1; \
         UPDATE article_fact SET value = '25 + 8 + 4', \
         label = 'districts, counties and autonomous counties in Chongqing', \
         period = 'after the change of November 2025' WHERE language = 2; \
         UPDATE article_source SET url = 'http://www.example.org/a' WHERE article = 1 AND position = 0",
        english.trim()
    ));
    let examination = examined(edition, TODAY);
    let found = findings(&examination);
    let expected = [
        (codes::TEXT_CUT, "article eleven-chains [en]"),
        (codes::TEXT_CUT, "article two-rivers [zh]"),
        (codes::TEXT_CUT, "article two-rivers [en]"),
        (codes::TEXT_OVERHANG, "article two-rivers [zh]"),
        (content::ADDRESS_PLAIN, "article two-rivers, source"),
    ];
    for (code, place) in expected {
        assert!(found.contains(&(code, place.to_owned())), "{code} {place}: {found:#?}");
    }
    let html = doctor::report("content.db".as_ref(), &examination);
    assert_eq!(html.matches("<img ").count(), examination.thumbnails.len(), "every page");
    for page in ["article two-rivers", "article eleven-chains"] {
        assert!(
            html.contains(&format!("<section class=\"faulty\">\n<h2>{page}</h2>")),
            "{page} is marked"
        );
    }
    assert!(html.contains("<section>\n<h2>page contact</h2>"), "and a sound page is not");
}

#[test]
fn a_picture_smaller_than_half_its_slot_is_found() {
    let edition = Edition::small();
    let found = findings(&examined(edition, TODAY));
    for picture in ["picture port", "picture bridge"] {
        assert!(found.contains(&(codes::PICTURE_SMALL, picture.to_owned())), "{found:#?}");
    }
}

#[test]
fn a_story_that_is_over_is_found_and_one_on_its_last_day_is_not() {
    let over = (codes::STORY_OVER, "article old-photographs".to_owned());
    let last = examined(edition([20, 30, 40]), date(2026, 12, 31));
    assert!(!findings(&last).contains(&over), "its last day");
    let after = examined(edition([20, 30, 40]), date(2027, 1, 1));
    assert!(findings(&after).contains(&over), "{:#?}", findings(&after));
}

#[test]
fn words_are_readable_over_a_white_picture_and_over_a_black_one() {
    for colour in [[255, 255, 255], [0, 0, 0], [160, 160, 160]] {
        let examination = examined(edition(colour), TODAY);
        let hard: Vec<_> =
            examination.faults.iter().filter(|fault| fault.code == codes::CONTRAST).collect();
        assert!(hard.is_empty(), "over {colour:?}: {hard:#?}");
    }
}

#[test]
fn an_edition_that_cannot_be_opened_is_told_of_and_not_drawn() {
    let file = edition::File::of(b"no edition at all");
    let examination = examine(file.path(), TODAY);
    assert_eq!(examination.faults.len(), 1, "{:#?}", examination.faults);
    assert!(examination.thumbnails.is_empty(), "nothing to draw");
}

#[test]
fn the_shipped_edition_is_in_order_on_every_screen() {
    let examination = examine(&root("content.db"), TODAY);
    assert!(examination.faults.is_empty(), "{:#?}", examination.faults);
}
