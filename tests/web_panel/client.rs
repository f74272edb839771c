//! A browser of the simplest kind: one connection, whole answers, nothing done on its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use kiosk::panel::Rect;

/// Longer than anything here may take, and short enough that a hanging test ends.
const PATIENCE: Duration = Duration::from_secs(30);

/// One kept connection.
#[derive(Debug)]
pub(crate) struct Browser {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

/// An answer of `/frame`, taken apart.
#[derive(Debug)]
pub(crate) struct Patch {
    pub(crate) sequence: u64,
    pub(crate) size: (u32, u32),
    pub(crate) rect: Rect,
    pub(crate) rgb: Vec<u8>,
}

impl Browser {
    pub(crate) fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream: BufReader::new(stream), address }
    }

    /// Sends a request without waiting for the answer; every one of `headers` ends in a line break.
    pub(crate) fn ask(&mut self, line: &str, headers: &str, body: &[u8]) {
        let mut request =
            format!("{line} HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", self.address).into_bytes();
        request.extend_from_slice(body);
        self.send(&request);
    }

    /// Sends these bytes.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.stream.get_mut().write_all(bytes).unwrap();
    }

    /// Takes the next answer.
    pub(crate) fn answer(&mut self) -> Answer {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(self.stream.read_line(&mut head).unwrap(), 0, "closed after {head:?}");
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
        let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
        self.stream.read_exact(&mut body).unwrap();
        Answer { status, head, body }
    }

    /// Loads a path.
    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), "", b"");
        self.answer()
    }

    /// Sends touches as the page does; tells the status.
    pub(crate) fn touch(&mut self, page: &str, body: &str) -> u16 {
        let headers = format!(
            "Origin: http://{}\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: {}\r\n",
            self.address,
            body.len()
        );
        self.ask(&format!("POST /touch?page={page}"), &headers, body.as_bytes());
        self.answer().status
    }

    /// Asks for what is new after frame `after`.
    pub(crate) fn frame(&mut self, after: Option<u64>) -> Patch {
        let path = after.map_or("/frame".to_owned(), |after| format!("/frame?after={after}"));
        Patch::of(&self.get(&path))
    }

    /// Whether the other side has closed the connection.
    pub(crate) fn is_closed(&mut self) -> bool {
        matches!(self.stream.read(&mut [0]), Ok(0) | Err(_))
    }
}

impl Patch {
    pub(crate) fn of(answer: &Answer) -> Self {
        assert_eq!(answer.status, 200, "{}", answer.head);
        let (head, png) = answer.body.split_at(32);
        let number = |at: usize| u32::from_le_bytes(head[at..at + 4].try_into().unwrap());
        let rect = Rect { x: number(16), y: number(20), width: number(24), height: number(28) };
        let picture = image::load_from_memory(png).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), (rect.width, rect.height), "header and PNG agree");
        Self {
            sequence: u64::from_le_bytes(head[..8].try_into().unwrap()),
            size: (number(8), number(12)),
            rect,
            rgb: picture.into_raw(),
        }
    }
}
