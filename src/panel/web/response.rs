//! An HTTP answer, with the headers that keep browsers from doing more with it than they should.

use std::borrow::Cow;
use std::io::{self, Write};

use super::request::Fault;

/// The same for every answer.
///
/// Nothing from elsewhere runs in the page or is fetched by it, nothing may frame it (a frame could be clicked
/// through), nothing is kept by a cache, and other sites may not take pictures of the screen.
const POLICY: &str = "\
    Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Cross-Origin-Opener-Policy: same-origin\r\n\
    Referrer-Policy: same-origin\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Cache-Control: no-store\r\n";

/// What came of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Here it is.
    Ok,
    /// Done, or nothing to tell.
    NoContent,
    /// Not as agreed.
    BadRequest,
    /// From a page or under a name that is not ours.
    Forbidden,
    /// No such path.
    NotFound,
    /// The path does not do that; it does what the text names.
    MethodNotAllowed(&'static str),
    /// A body without its length.
    LengthRequired,
    /// A body that is too long.
    ContentTooLarge,
    /// A body that is not plain text.
    UnsupportedMediaType,
    /// Headers that are too long.
    HeadTooLarge,
    /// Our fault.
    Internal,
    /// Too many at once.
    Busy,
    /// Another version of HTTP.
    Version,
}

impl Status {
    fn line(self) -> &'static str {
        match self {
            Self::Ok => "200 OK",
            Self::NoContent => "204 No Content",
            Self::BadRequest => "400 Bad Request",
            Self::Forbidden => "403 Forbidden",
            Self::NotFound => "404 Not Found",
            Self::MethodNotAllowed(_) => "405 Method Not Allowed",
            Self::LengthRequired => "411 Length Required",
            Self::ContentTooLarge => "413 Content Too Large",
            Self::UnsupportedMediaType => "415 Unsupported Media Type",
            Self::HeadTooLarge => "431 Request Header Fields Too Large",
            Self::Internal => "500 Internal Server Error",
            Self::Busy => "503 Service Unavailable",
            Self::Version => "505 HTTP Version Not Supported",
        }
    }
}

/// A whole answer.
#[derive(Debug)]
pub(super) struct Response {
    status: Status,
    media_type: &'static str,
    body: Cow<'static, [u8]>,
    last: bool,
}

impl Response {
    /// A thing of a media type.
    pub(super) fn of(media_type: &'static str, body: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { status: Status::Ok, media_type, body: body.into(), last: false }
    }

    /// Nothing but how it went, with a sentence for whoever looks at it.
    pub(super) fn told(status: Status, sentence: &'static str) -> Self {
        Self {
            status,
            media_type: "text/plain; charset=utf-8",
            body: sentence.as_bytes().into(),
            last: false,
        }
    }

    /// Nothing but how it went.
    pub(super) fn empty(status: Status) -> Self {
        Self::told(status, "")
    }

    /// The same answer, after which the connection closes.
    pub(super) fn and_no_more(self) -> Self {
        Self { last: true, ..self }
    }

    /// Whether the connection closes after it.
    pub(super) fn is_last(&self) -> bool {
        self.last
    }

    /// The answer to a request that could not be read; `None` where nobody is there to take it.
    pub(super) fn to(fault: Fault) -> Option<Self> {
        let status = match fault {
            Fault::Gone => return None,
            Fault::Malformed => Status::BadRequest,
            Fault::Version => Status::Version,
            Fault::LongHead => Status::HeadTooLarge,
            Fault::NoLength => Status::LengthRequired,
            Fault::LongBody => Status::ContentTooLarge,
        };
        Some(Self::empty(status).and_no_more())
    }

    /// Writes it whole.
    ///
    /// # Errors
    ///
    /// When the other side has gone or does not take it.
    pub(super) fn write(&self, writer: &mut impl Write) -> io::Result<()> {
        let mut head = Vec::with_capacity(1024);
        write!(head, "HTTP/1.1 {}\r\n{POLICY}", self.status.line())?;
        if let Status::MethodNotAllowed(allowed) = self.status {
            write!(head, "Allow: {allowed}\r\n")?;
        }
        if self.status != Status::NoContent {
            let length = self.body.len();
            write!(head, "Content-Type: {}\r\nContent-Length: {length}\r\n", self.media_type)?;
        }
        if self.last {
            write!(head, "Connection: close\r\n")?;
        }
        write!(head, "\r\n")?;
        writer.write_all(&head)?;
        writer.write_all(&self.body)?;
        writer.flush()
    }
}
