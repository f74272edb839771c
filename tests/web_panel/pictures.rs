//! What browsers see.

use std::thread::spawn;
use std::time::Duration;

use kiosk::panel::{Message, Panel, Xrgb};

use crate::client::{Browser, Patch};
use crate::{listen, noise, rect};

#[test]
fn the_page_comes_with_all_it_needs_and_asks_nobody_else() {
    let (web, _inbox) = listen();
    for (path, media_type, mark) in [
        ("/", "text/html", "<title>Liangjiang Kiosk · 两江</title>"),
        ("/page.css", "text/css", "touch-action: none"),
        ("/page.js", "text/javascript", "/frame?after="),
        ("/icon.svg", "image/svg+xml", "<svg"),
    ] {
        let mut browser = Browser::open(web.address());
        let answer = browser.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(browser.is_closed(), "{path} is loaded once");
        assert!(answer.head.contains(&format!("Content-Type: {media_type}")), "{}", answer.head);
        assert!(
            answer.head.contains("Content-Security-Policy: default-src 'none';"),
            "{}",
            answer.head
        );
        assert!(answer.head.contains("Cache-Control: no-store"), "{}", answer.head);
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains(mark), "{path}: {text}");
        let links = text.replace("http://www.w3.org/2000/svg", "");
        assert!(!links.contains("://"), "{path} names another server");
    }
}

#[test]
fn who_comes_before_the_first_frame_waits_for_it_and_wakes_the_glass() {
    let (mut web, inbox) = listen();
    let mut browser = Browser::open(web.address());
    browser.ask("GET /frame", "", b"");
    assert_eq!(
        inbox.wait(Some(Duration::from_secs(10))),
        Some(Message::Repaint),
        "somebody is looking"
    );

    let frame = noise(64, 48);
    web.present(&frame, &[]).unwrap();
    let patch = Patch::of(&browser.answer());
    assert_eq!((patch.size, patch.rect), ((64, 48), frame.bounds()), "all of it");
    assert!(patch.rgb == frame.rgb(frame.bounds()), "every pixel");

    let mut late = Browser::open(web.address());
    assert_eq!(late.frame(None).rect, frame.bounds(), "all of it, without waiting");
    assert_eq!(inbox.take(), None, "nothing has to be painted for it");
}

#[test]
fn a_browser_is_sent_the_damage_since_its_last_frame_and_no_more() {
    let (mut web, _inbox) = listen();
    let mut frame = noise(320, 240);
    web.present(&frame, &[frame.bounds()]).unwrap();
    let mut browser = Browser::open(web.address());
    let first = browser.frame(None);

    let button = rect(100, 50, 30, 20);
    let clock = rect(120, 60, 40, 20);
    for (rect, value) in [(button, Xrgb::new(1, 2, 3)), (clock, Xrgb::new(4, 5, 6))] {
        for y in rect.y..rect.y + rect.height {
            let start = (y * 320 + rect.x) as usize;
            frame.pixels_mut()[start..start + rect.width as usize].fill(value);
        }
        web.present(&frame, &[rect]).unwrap();
    }
    let both = browser.frame(Some(first.sequence));
    assert_eq!(both.sequence, first.sequence + 2, "two frames in one step");
    assert_eq!(both.rect, button.union(clock), "the bounds of both");
    assert!(both.rgb == frame.rgb(both.rect), "every pixel");
    let last = Browser::open(web.address()).frame(Some(first.sequence + 1));
    assert_eq!(last.rect, clock, "another browser had seen the first of them");
    let stranger = Browser::open(web.address()).frame(Some(7));
    assert_eq!(stranger.rect, frame.bounds(), "a number of another run");
}

#[test]
fn a_waiting_browser_is_answered_by_the_next_frame() {
    let (mut web, _inbox) = listen();
    let mut frame = noise(320, 240);
    web.present(&frame, &[]).unwrap();
    let mut browser = Browser::open(web.address());
    let seen = browser.frame(None).sequence;

    let waiting = spawn(move || browser.frame(Some(seen)));
    frame.pixels_mut()[5].0 ^= 0x00ff_ffff;
    let dot = rect(5, 0, 1, 1);
    web.present(&frame, &[dot]).unwrap();
    let patch = waiting.join().unwrap();
    assert_eq!((patch.sequence, patch.rect), (seen + 1, dot), "the one that came");
    assert!(patch.rgb == frame.rgb(dot), "its pixel");
}
