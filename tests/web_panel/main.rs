//! The web panel over real sockets: what browsers see, what their fingers do, and who is turned away.
#![expect(clippy::unwrap_used, reason = "a test ends where something is missing")]

mod client;
mod hostile;
mod pictures;
mod touches;

use std::net::SocketAddr;

use kiosk::panel::web::Web;
use kiosk::panel::{Frame, Inbox, Rect, Xrgb};

/// A panel on a free port and the inbox that it sends to.
fn listen() -> (Web, Inbox) {
    let inbox = Inbox::default();
    let web = Web::listen(SocketAddr::from(([127, 0, 0, 1], 0)), false, inbox.waker()).unwrap();
    (web, inbox)
}

/// A frame of which no two neighbouring pixels are alike and that hardly compresses.
fn noise(width: u32, height: u32) -> Frame {
    let mut frame = Frame::new(width, height);
    let mut state = 1_u32;
    for pixel in frame.pixels_mut() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *pixel = Xrgb(state >> 8);
    }
    frame
}

fn rect(x: u32, y: u32, width: u32, height: u32) -> Rect {
    Rect { x, y, width, height }
}
