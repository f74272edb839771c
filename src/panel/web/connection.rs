//! One browser's connection: requests in, answers out, and an end to everybody's patience.

use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use super::request::Request;
use super::response::Response;
use super::site::Site;

/// A request has to be here this long after the last answer left. Short, for who says nothing holds a thread.
const REQUEST: Duration = Duration::from_secs(10);

/// An answer has to be taken within this time as a whole: some megabytes through a slow tunnel.
const ANSWER: Duration = Duration::from_mins(1);

/// An answer of which nothing is taken for so long is not wanted.
const STALL: Duration = Duration::from_secs(10);

/// What may still arrive after a request that was refused, in bytes.
const REST: u64 = 64 * 1024;

/// Answers requests until either side has had enough.
///
/// # Errors
///
/// When the other side has gone, is too slow, or does not speak HTTP.
pub(super) fn serve(stream: TcpStream, site: &Site) -> io::Result<()> {
    // Answers are written whole, so there is nothing to gather for a fuller packet.
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(Timed { stream, until: Instant::now() });
    loop {
        reader.get_mut().allow(REQUEST);
        let response = match Request::read(&mut reader) {
            Ok(request) if request.keep_alive => Some(site.answer(&request)),
            Ok(request) => Some(site.answer(&request).and_no_more()),
            Err(fault) => Response::to(fault),
        };
        let Some(response) = response else {
            return Ok(());
        };
        reader.get_mut().allow(ANSWER);
        response.write(reader.get_mut())?;
        if response.is_last() {
            return leave(&mut reader);
        }
    }
}

/// Closes so that the answer arrives: closing on unread bytes would make the system take it back.
fn leave(reader: &mut BufReader<Timed>) -> io::Result<()> {
    reader.get_mut().stream.shutdown(Shutdown::Write)?;
    reader.get_mut().allow(STALL);
    io::copy(&mut reader.take(REST), &mut io::sink())?;
    Ok(())
}

/// A socket with a moment after which it neither reads nor writes, however small the pieces.
#[derive(Debug)]
struct Timed {
    stream: TcpStream,
    until: Instant,
}

impl Timed {
    fn allow(&mut self, time: Duration) {
        self.until = Instant::now() + time;
    }

    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(ErrorKind::TimedOut.into()) } else { Ok(left) }
    }
}

impl Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(Some(self.left()?))?;
        self.stream.read(buffer)
    }
}

impl Write for Timed {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(Some(self.left()?.min(STALL)))?;
        self.stream.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
