//! What fingers in browsers do.

use kiosk::panel::{Inbox, Input, Message};

use crate::client::Browser;
use crate::listen;

/// All touches that have arrived.
fn taken(inbox: &Inbox) -> Vec<Input> {
    std::iter::from_fn(|| inbox.take())
        .map(|message| match message {
            Message::Input(input) => input,
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn a_drag_arrives_as_it_was_made() {
    let (web, inbox) = listen();
    let mut browser = Browser::open(web.address());
    assert_eq!(browser.touch("a1", "p 123.5 45\n"), 204, "taken");
    assert_eq!(browser.touch("a1", "m 130 46\nm 140.25 47\nr 141 47\n"), 204, "taken");
    assert_eq!(
        taken(&inbox),
        [
            Input::Pressed { x: 123.5, y: 45.0 },
            Input::Moved { x: 130.0, y: 46.0 },
            Input::Moved { x: 140.25, y: 47.0 },
            Input::Released { x: 141.0, y: 47.0 },
        ],
        "in order"
    );
}

#[test]
fn one_finger_owns_the_screen_whoever_else_touches_it() {
    let (web, inbox) = listen();
    let mut one = Browser::open(web.address());
    let mut other = Browser::open(web.address());
    one.touch("1", "p 1 1");
    assert_eq!(other.touch("2", "p 9 9\nr 9 9"), 204, "ignored, but not refused");
    one.touch("1", "c");
    other.touch("2", "p 9 9");
    let expected =
        [Input::Pressed { x: 1.0, y: 1.0 }, Input::Cancelled, Input::Pressed { x: 9.0, y: 9.0 }];
    assert_eq!(taken(&inbox), expected, "one after the other");
}

#[test]
fn a_bad_body_is_refused_and_nothing_happens() {
    let (web, inbox) = listen();
    let mut browser = Browser::open(web.address());
    for bad in [
        "",
        "p",
        "p 1 2\nq 1 2",
        "p -1 2",
        "p 1e9 2",
        "{\"x\":1}",
        "p NaN 1",
        "p 1 2 3",
        "p 1 \u{ff12}",
    ] {
        assert_eq!(browser.touch("1", bad), 400, "{bad:?}");
    }
    for page in ["", "xyz", "1&page=2", "+1", "11112222333344445"] {
        assert_eq!(browser.touch(page, "p 1 2"), 400, "{page:?}");
    }
    assert_eq!(taken(&inbox), [], "nothing was pressed");
    assert_eq!(browser.touch("1", "p 1 2"), 204, "the connection is still good");
}
