//! The web display in a real browser: the loop, a touch that opens its story, and the way home.

use std::ops::Range;
use std::time::Duration;

use image::RgbImage;
use image::imageops::crop_imm;

use super::browser::{Browser, STEP};
use super::process::{Process, Stream, pause, until};
use super::{EDITION, NOW, PATIENCE, SIZE, SIZE_OPTION, address, eyes, installed, kiosk, skip};

/// A picture has far more colours than the opening screen or a page of text.
const MANY: usize = 2_000;

#[test]
fn a_visitor_with_a_browser_touches_the_loop_reads_a_story_and_goes_home() {
    let chromium = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    let (Some(chromedriver), Some(chromium)) = (installed(&["chromedriver"]), installed(&chromium))
    else {
        return skip("the web display", "chromium chromium-driver", "KIOSK_REQUIRE_BROWSER");
    };
    let web = ["--display", "web", "--web-address", "127.0.0.1:0", "--size", SIZE_OPTION];
    let mut kiosk =
        Process::start(kiosk(&web).args(["--content", EDITION, "--now", NOW, "--language", "en"]));
    let opened = kiosk.line(Stream::Err, "edition opened");
    assert!(opened.contains("is_starter=false"), "the edition itself is shown: {opened}");
    let address = address(&mut kiosk);
    let browser = Browser::start(&chromedriver, &chromium);
    browser.open(&format!("http://{address}/"));
    until("the first frame in the page", PATIENCE, || {
        let sequence = browser.run("return document.body.dataset.sequence || null;", &[]);
        if sequence.is_null() { Err("the page has no data-sequence") } else { Ok(()) }
    });

    until("the loop", PATIENCE, || {
        let (picture, size) = browser.look();
        let colours = eyes::colours(&picture);
        match (size == SIZE, colours > MANY, eyes::dock(&picture)) {
            (true, true, None) => Ok(()),
            (_, _, dock) => Err(format!("{size:?}, {colours} colours, dock {dock:?}")),
        }
    });

    browser.tap(SIZE.0 / 2, SIZE.1 / 2);
    let story = settled(&browser, "the story of the loop");
    let paper = eyes::paper_on_the_right(&story.picture, &story.dock);
    assert!(paper > 0.05, "the page's ground covers only {paper} of the right side");
    assert!(story.buttons.len() > 3, "the dock is bare: {:?}", story.buttons);

    let (back, home) = (&story.buttons[0], &story.buttons[1]);
    let middle = |range: &Range<u32>| STEP * u32::midpoint(range.start, range.end);
    browser.tap(middle(home), middle(&story.dock));
    until("the home screen", PATIENCE, || {
        let here = settled(&browser, "a screen after Home");
        let likeness = eyes::likeness(&above(&here), &above(&story), 24);
        let has_back = here.buttons.iter().any(|button| button.start < back.end);
        if likeness < 0.7 && !has_back {
            Ok(())
        } else {
            Err(format!("it is {likeness} like the story, and has a Back button: {has_back}"))
        }
    });
}

/// A screen with a dock.
struct Seen {
    picture: RgbImage,
    dock: Range<u32>,
    buttons: Vec<Range<u32>>,
}

/// The screen once it has a dock and nothing moves any more: pictures come a little after the text.
fn settled(browser: &Browser, what: &str) -> Seen {
    let mut last = None;
    until(what, PATIENCE, || {
        let (picture, _) = browser.look();
        let dock = eyes::dock(&picture).ok_or("there is no dock")?;
        let is_still = last.replace(picture.clone()).is_some_and(|last| last == picture);
        if !is_still {
            // Longer than a fade, and than what lies between a text and its picture.
            pause(Duration::from_millis(700));
            return Err("it still moves");
        }
        let buttons = eyes::buttons(&picture, &dock, STEP);
        Ok(Seen { picture, dock, buttons })
    })
}

/// What a screen shows above its dock.
fn above(seen: &Seen) -> RgbImage {
    crop_imm(&seen.picture, 0, 0, seen.picture.width(), seen.dock.start).to_image()
}
