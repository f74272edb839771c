//! Who is turned away, and that nobody in a browser can hold up the kiosk.

use std::sync::mpsc::channel;
use std::thread::spawn;
use std::time::{Duration, Instant};

use kiosk::panel::Panel;

use crate::client::Browser;
use crate::{listen, noise, rect};

#[test]
fn a_website_cannot_look_or_touch_through_the_browser() {
    let (mut web, inbox) = listen();
    web.present(&noise(8, 8), &[]).unwrap();
    let own = web.address();
    let touch = "POST /touch?page=1";
    let plain = "Content-Type: text/plain\r\nContent-Length: 5\r\n";
    for (line, headers, status) in [
        (touch, format!("{plain}Origin: http://example.com\r\n"), 403),
        (touch, format!("{plain}Origin: null\r\n"), 403),
        (touch, format!("{plain}Origin: http://localhost:{}\r\n", own.port()), 403),
        (touch, format!("{plain}Sec-Fetch-Site: cross-site\r\n"), 403),
        (touch, "Content-Type: application/json\r\nContent-Length: 5\r\n".to_owned(), 415),
        (touch, "Content-Type: text/plainer\r\nContent-Length: 5\r\n".to_owned(), 415),
        (touch, "Content-Length: 5\r\n".to_owned(), 415),
        (touch, plain.to_owned(), 204),
        (touch, format!("{plain}Origin: http://{own}\r\nSec-Fetch-Site: same-origin\r\n"), 204),
    ] {
        let mut browser = Browser::open(own);
        browser.ask(line, &headers, b"m 1 2");
        assert_eq!(browser.answer().status, status, "{headers}");
    }
    let mut browser = Browser::open(own);
    browser.ask("GET /frame", "Sec-Fetch-Site: cross-site\r\n", b"");
    assert_eq!(browser.answer().status, 403, "a picture for another site");
    assert_eq!(inbox.take(), None, "nothing has reached the glass");
}

#[test]
fn a_foreign_name_for_this_machine_is_refused() {
    let (mut web, _inbox) = listen();
    web.present(&noise(8, 8), &[]).unwrap();
    let own = web.address();
    for (host, status) in [
        ("Host: example.com\r\n".to_owned(), 403),
        (format!("Host: example.com:{}\r\n", own.port()), 403),
        ("Host: 192.0.2.1\r\n".to_owned(), 403),
        (String::new(), 403),
        ("Host: localhost:9\r\nHost: example.com\r\n".to_owned(), 400),
        (format!("Host: {own}\r\n"), 200),
        ("Host: localhost:9000\r\n".to_owned(), 200),
    ] {
        for path in ["/", "/frame", "/page.js"] {
            let mut browser = Browser::open(own);
            browser.send(format!("GET {path} HTTP/1.1\r\n{host}\r\n").as_bytes());
            assert_eq!(browser.answer().status, status, "{path} of {host}");
        }
    }
}

#[test]
fn only_known_paths_and_methods_are_answered() {
    let (web, _inbox) = listen();
    let mut browser = Browser::open(web.address());
    for path in ["/index.html", "//", "/../Cargo.toml", "/page.js/", "/frame/", "/%66rame"] {
        assert_eq!(browser.get(path).status, 404, "{path}");
    }
    for (line, allowed) in [
        ("POST /", "GET"),
        ("PUT /frame", "GET"),
        ("GET /touch", "POST"),
        ("OPTIONS /touch", "POST"),
    ] {
        browser.ask(line, "", b"");
        let answer = browser.answer();
        assert_eq!(answer.status, 405, "{line}");
        assert!(answer.head.contains(&format!("Allow: {allowed}\r\n")), "{}", answer.head);
    }
    for path in ["/frame?after=", "/frame?after=-1", "/frame?before=1", "/frame?after=1&after=2"] {
        assert_eq!(browser.get(path).status, 400, "{path}");
    }
}

#[test]
fn a_body_without_end_neither_fills_the_memory_nor_ends_the_kiosk() {
    let (web, inbox) = listen();
    for (length, status) in [
        ("Content-Length: 8193\r\n", 413),
        ("Content-Length: 999999999999999999\r\n", 413),
        ("Content-Length: 99999999999999999999999\r\n", 413),
        ("Content-Length: -1\r\n", 400),
        ("Transfer-Encoding: chunked\r\n", 411),
    ] {
        let mut browser = Browser::open(web.address());
        browser.ask(
            "POST /touch?page=1",
            &format!("{length}Content-Type: text/plain\r\n"),
            &[b'c'; 9000],
        );
        assert_eq!(browser.answer().status, status, "{length}");
        assert!(browser.is_closed(), "what follows could be anything");
    }
    let mut endless = Browser::open(web.address());
    endless.send(&vec![b'A'; 16 * 1024]);
    assert_eq!(endless.answer().status, 431, "a line without end");
    assert_eq!(inbox.take(), None, "nothing has reached the glass");
    assert_eq!(Browser::open(web.address()).get("/").status, 200, "still there");
}

#[test]
fn a_browser_too_many_is_told_and_the_others_wait_on() {
    let (mut web, _inbox) = listen();
    let (told, answers) = channel();
    for _ in 0..9 {
        let (told, mut browser) = (told.clone(), Browser::open(web.address()));
        spawn(move || told.send(browser.get("/frame").status));
    }
    // The last one to come, or on a slow machine the first one, which has waited long enough.
    let first = answers.recv_timeout(Duration::from_secs(15)).unwrap();
    assert!(matches!(first, 503 | 204), "{first}");
    assert_eq!(Browser::open(web.address()).get("/").status, 200, "pages are still served");
    web.present(&noise(8, 8), &[]).unwrap();
    let others: Vec<u16> = answers.iter().take(8).collect();
    assert_eq!(others, [200; 8], "they have waited");
}

#[test]
fn browsers_that_never_read_do_not_hold_up_the_glass() {
    let (mut web, _inbox) = listen();
    let frame = noise(1920, 1200);
    web.present(&frame, &[]).unwrap();
    // The answer, some seven megabytes, is more than sockets hold, so that the threads behind them are stuck.
    let mut dead: Vec<Browser> = (0..4).map(|_| Browser::open(web.address())).collect();
    for browser in &mut dead {
        browser.ask("GET /frame", "", b"");
    }
    let mut living = Browser::open(web.address());
    let mut seen = living.frame(None).sequence;
    let mut slowest = Duration::ZERO;
    for x in 0..100 {
        let start = Instant::now();
        web.present(&frame, &[rect(x, 0, 100, 1200)]).unwrap();
        slowest = slowest.max(start.elapsed());
        if x % 25 == 0 {
            seen = living.frame(Some(seen)).sequence;
        }
    }
    assert!(slowest < Duration::from_millis(250), "a frame took {slowest:?}");

    let start = Instant::now();
    drop(web);
    assert!(start.elapsed() < Duration::from_secs(2), "the end took {:?}", start.elapsed());
    assert!(living.is_closed(), "everybody was sent home");
}

#[test]
fn the_end_comes_at_once_whoever_is_waiting() {
    let (web, _inbox) = listen();
    let mut idle = Browser::open(web.address());
    let mut half = Browser::open(web.address());
    half.send(b"POST /touch?page=1 HTT");
    let mut waiting = Browser::open(web.address());
    waiting.ask("GET /frame", "", b"");
    assert_eq!(Browser::open(web.address()).get("/").status, 200, "all of them have been let in");
    let start = Instant::now();
    let address = web.address();
    drop(web);
    assert!(start.elapsed() < Duration::from_secs(2), "it took {:?}", start.elapsed());
    assert!(idle.is_closed() && half.is_closed(), "cut off");
    assert!(std::net::TcpStream::connect(address).is_err(), "nobody is listening");
}
