//! One HTTP/1.1 request, read with a limit on everything.

use std::io::{self, BufRead, Read};

/// Request line and headers, in bytes: cookies of whatever else ran on `localhost` come along.
const HEAD: u64 = 16 * 1024;

/// Bytes of a body.
pub(super) const BODY: usize = 8 * 1024;

/// The headers that are looked at; the others are passed over.
const KNOWN: [&str; 7] = [
    "connection",
    "content-length",
    "content-type",
    "host",
    "origin",
    "sec-fetch-site",
    "transfer-encoding",
];

/// What is asked for.
#[derive(Debug)]
pub(super) struct Request {
    /// As it was sent.
    pub(super) method: String,
    /// The part before the question mark.
    pub(super) path: String,
    /// The part after it.
    pub(super) query: Option<String>,
    /// All of it.
    pub(super) body: Vec<u8>,
    /// Whether another request may follow on the same connection.
    pub(super) keep_alive: bool,
    headers: Vec<(&'static str, String)>,
}

/// Why a request cannot be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The other side went away, or was too slow: there is nobody to tell.
    Gone,
    /// Not HTTP.
    Malformed,
    /// Another version of HTTP than 1.0 and 1.1.
    Version,
    /// The line and the headers have no end.
    LongHead,
    /// A body without its length in front.
    NoLength,
    /// A body that is too long.
    LongBody,
}

impl From<io::Error> for Fault {
    fn from(_: io::Error) -> Self {
        Self::Gone
    }
}

impl Request {
    /// Reads the next request.
    ///
    /// # Errors
    ///
    /// After any of them the connection is of no use: where the next request begins is not known.
    pub(super) fn read(reader: &mut impl BufRead) -> Result<Self, Fault> {
        let mut head = reader.by_ref().take(HEAD);
        let first = line(&mut head)?;
        let (method, target, version) = request_line(&first).ok_or(Fault::Malformed)?;
        let persistent = match version {
            "HTTP/1.1" => true,
            "HTTP/1.0" => false,
            other if other.starts_with("HTTP/") => return Err(Fault::Version),
            _ => return Err(Fault::Malformed),
        };
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (target, None),
        };
        let headers = headers(&mut head)?;
        let mut request = Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query,
            body: Vec::new(),
            keep_alive: false,
            headers,
        };
        let close =
            request.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
        request.keep_alive = persistent && !close;
        request.body.resize(request.body_length()?, 0);
        reader.read_exact(&mut request.body)?;
        Ok(request)
    }

    /// A header by its name in small letters.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    fn body_length(&self) -> Result<usize, Fault> {
        if self.header("transfer-encoding").is_some() {
            return Err(Fault::NoLength);
        }
        let Some(length) = self.header("content-length") else {
            return Ok(0);
        };
        if length.is_empty() || !length.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Fault::Malformed);
        }
        // A number that is too long to be one is too long for a body, too.
        length.parse().ok().filter(|&length| length <= BODY).ok_or(Fault::LongBody)
    }
}

/// The next line without its end.
fn line(head: &mut io::Take<impl BufRead>) -> Result<Vec<u8>, Fault> {
    let mut line = Vec::new();
    head.read_until(b'\n', &mut line)?;
    if line.pop() != Some(b'\n') {
        return Err(if head.limit() == 0 { Fault::LongHead } else { Fault::Gone });
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(line)
}

fn request_line(line: &[u8]) -> Option<(&str, &str, &str)> {
    let mut words = str::from_utf8(line).ok()?.split(' ');
    let parts = (words.next()?, words.next()?, words.next()?);
    let complete = words.next().is_none() && !parts.0.is_empty() && parts.1.starts_with('/');
    complete.then_some(parts)
}

fn headers(head: &mut io::Take<impl BufRead>) -> Result<Vec<(&'static str, String)>, Fault> {
    let mut headers: Vec<(&'static str, String)> = Vec::new();
    loop {
        let line = line(head)?;
        if line.is_empty() {
            return Ok(headers);
        }
        let colon = line.iter().position(|&byte| byte == b':').ok_or(Fault::Malformed)?;
        let (name, value) = (&line[..colon], &line[colon + 1..]);
        if name.is_empty() || name.iter().any(|&byte| !byte.is_ascii_graphic()) {
            return Err(Fault::Malformed);
        }
        let Some(known) = KNOWN.iter().find(|known| name.eq_ignore_ascii_case(known.as_bytes()))
        else {
            continue;
        };
        // Two of a kind that disagree are how one program is made to see another request than the next.
        if headers.iter().any(|(other, _)| other == known) {
            return Err(Fault::Malformed);
        }
        let value = str::from_utf8(value).map_err(|_| Fault::Malformed)?;
        headers.push((known, value.trim_ascii().to_owned()));
    }
}

#[cfg(test)]
mod tests;
