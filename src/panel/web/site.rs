//! The paths of the panel and what each of them does.

use std::net::IpAddr;
use std::time::Duration;

use super::super::{Message, Waker};
use super::finger::{Page, SILENCE};
use super::hosts::{Hosts, is_same_origin};
use super::request::Request;
use super::response::{Response, Status};
use super::screen::{News, Screen};
use super::touch;
use super::touches::Touches;

/// A page that asks for news hears that there is none after this long, so that a dead connection is noticed.
const PATIENCE: Duration = Duration::from_secs(20);

/// A part of the page.
struct File {
    path: &'static str,
    media_type: &'static str,
    text: &'static str,
}

/// All that can be loaded.
const FILES: [File; 4] = [
    File { path: "/", media_type: "text/html; charset=utf-8", text: include_str!("page.html") },
    File {
        path: "/page.css",
        media_type: "text/css; charset=utf-8",
        text: include_str!("page.css"),
    },
    File {
        path: "/page.js",
        media_type: "text/javascript; charset=utf-8",
        text: include_str!("page.js"),
    },
    File { path: "/icon.svg", media_type: "image/svg+xml", text: include_str!("icon.svg") },
];

/// What all connections share.
#[derive(Debug)]
pub(super) struct Site {
    hosts: Hosts,
    screen: Screen,
    touches: Touches,
    // For the wish to repaint.
    waker: Waker,
}

impl Site {
    /// The site of a panel that listens on `bound`.
    pub(super) fn new(bound: IpAddr, waker: Waker) -> Self {
        Self {
            hosts: Hosts::of(bound),
            screen: Screen::new(),
            touches: Touches::new(waker.clone(), SILENCE),
            waker,
        }
    }

    /// What is shown.
    pub(super) fn screen(&self) -> &Screen {
        &self.screen
    }

    /// What is touched.
    pub(super) fn touches(&self) -> &Touches {
        &self.touches
    }

    /// Ends everything that waits.
    pub(super) fn close(&self) {
        self.screen.close();
        self.touches.close();
    }

    /// Answers a request; waits while there is nothing new to see.
    pub(super) fn answer(&self, request: &Request) -> Response {
        let Some(host) = request.header("host").filter(|host| self.hosts.admit(host)) else {
            return Response::told(
                Status::Forbidden,
                "Open the kiosk as localhost or by the number of its address, not by a name.\n",
            );
        };
        match (request.path.as_str(), request.method.as_str()) {
            ("/frame", "GET") => self.frame(request),
            ("/touch", "POST") => self.touch(request, host),
            ("/frame", _) => Response::empty(Status::MethodNotAllowed("GET")),
            ("/touch", _) => Response::empty(Status::MethodNotAllowed("POST")),
            (path, method) => match FILES.iter().find(|file| file.path == path) {
                None => Response::empty(Status::NotFound),
                Some(_) if method != "GET" => Response::empty(Status::MethodNotAllowed("GET")),
                // Loaded once: a connection that is kept for more would hold a thread in vain.
                Some(file) => Response::of(file.media_type, file.text.as_bytes()).and_no_more(),
            },
        }
    }

    /// What the page has not seen: `/frame` or `/frame?after=1234`.
    fn frame(&self, request: &Request) -> Response {
        if !is_fetched_by_us(request) {
            return Response::empty(Status::Forbidden);
        }
        let query = request.query.as_deref();
        let after = query.and_then(|query| number(query, "after", 10));
        if query.is_some() != after.is_some() {
            return Response::told(Status::BadRequest, "after= takes the number of a frame.\n");
        }
        if self.screen.is_dark() {
            // Nobody there means that the program is ending, and then there is nothing to paint.
            let _ = self.waker.send(Message::Repaint);
        }
        let patch = match self.screen.next(after, PATIENCE) {
            News::Nothing => return Response::empty(Status::NoContent),
            News::Busy => return Response::told(Status::Busy, "Too many browsers are looking.\n"),
            News::Patch(patch) => patch,
        };
        match patch.encode() {
            Ok(wire) => Response::of("application/octet-stream", wire),
            Err(error) => {
                tracing::warn!(%error, rect = ?patch.rect, "a frame could not be encoded for the web display");
                Response::empty(Status::Internal)
            }
        }
    }

    /// What the finger of a page did: `/touch?page=1f2e`, with lines as [`touch`] reads them.
    fn touch(&self, request: &Request, host: &str) -> Response {
        let own = request.header("origin").is_none_or(|origin| is_same_origin(origin, host));
        if !own || !is_fetched_by_us(request) {
            return Response::empty(Status::Forbidden);
        }
        if !request.header("content-type").is_some_and(is_plain_text) {
            return Response::told(Status::UnsupportedMediaType, "Touches are text/plain.\n");
        }
        let query = request.query.as_deref();
        let page = query.and_then(|query| number(query, "page", 16));
        let (Some(page), Some(inputs)) = (page, touch::parse(&request.body)) else {
            return Response::told(Status::BadRequest, "Touches are lines like: p 12.5 40\n");
        };
        self.touches.hear(Page(page), inputs);
        Response::empty(Status::NoContent)
    }
}

/// Whether the request is not said to come from a page of another site. Programs do not say.
fn is_fetched_by_us(request: &Request) -> bool {
    request.header("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"))
}

fn is_plain_text(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim_ascii().eq_ignore_ascii_case("text/plain")
}

/// The only parameter of a query, an unsigned number.
fn number(query: &str, name: &str, radix: u32) -> Option<u64> {
    let digits = query.strip_prefix(name)?.strip_prefix('=')?;
    // from_str_radix takes a plus sign, too.
    let plain = digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plain.then(|| u64::from_str_radix(digits, radix).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_one_number_and_nothing_else() {
        assert_eq!(number("after=120", "after", 10), Some(120), "decimal");
        assert_eq!(number("page=fF", "page", 16), Some(255), "hexadecimal");
        for bad in [
            "",
            "after",
            "after=",
            "after=+1",
            "after=-1",
            "after=1f",
            "after=1&b=2",
            "page=1",
            "after=99999999999999999999999",
        ] {
            assert_eq!(number(bad, "after", 10), None, "{bad}");
        }
    }
}
