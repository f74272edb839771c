//! The threads that accept connections and serve them, and how they end.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use super::connection::serve;
use super::lock;
use super::polls::POLLS;
use super::site::Site;

/// Connections that are served at the same time; more wait until one is through.
/// As many as pages may wait, as many for the touches of these pages, and as many for those that load.
const WORKERS: usize = 3 * POLLS;

/// Bytes. Little lives there: frames and bodies are on the heap.
const STACK: usize = 512 * 1024;

/// How long to wait after the system refused a connection, for want of file descriptors mostly.
const BREATH: Duration = Duration::from_secs(1);

/// Serves until it is dropped.
#[derive(Debug)]
pub(super) struct Server {
    address: SocketAddr,
    hall: Arc<Hall>,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts serving `site` to those who connect to `listener`, which is bound to `address`.
    ///
    /// # Errors
    ///
    /// When the system has no more threads.
    pub(super) fn start(
        listener: TcpListener,
        address: SocketAddr,
        site: &Arc<Site>,
    ) -> io::Result<Self> {
        let hall = Arc::new(Hall {
            listener,
            site: Arc::clone(site),
            guests: Mutex::new(Guests {
                closed: false,
                streams: (0..WORKERS).map(|_| None).collect(),
            }),
            closing: Condvar::new(),
        });
        let mut server = Self { address, hall, threads: Vec::with_capacity(WORKERS + 1) };
        for place in 0..WORKERS {
            let hall = Arc::clone(&server.hall);
            server.spawn(format!("web {place}"), move || hall.work(place))?;
        }
        let site = Arc::clone(site);
        server.spawn("web finger".to_owned(), move || site.touches().watch())?;
        Ok(server)
    }

    fn spawn(&mut self, name: String, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
        self.threads.push(Builder::new().name(name).stack_size(STACK).spawn(work)?);
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.hall.close();
        let door = match self.address {
            SocketAddr::V4(v4) if v4.ip().is_unspecified() => {
                (Ipv4Addr::LOCALHOST, v4.port()).into()
            }
            SocketAddr::V6(v6) if v6.ip().is_unspecified() => {
                (Ipv6Addr::LOCALHOST, v6.port()).into()
            }
            address => address,
        };
        // Accepting cannot be called off, but a connection ends it; every worker leaves after one at most.
        for _ in 0..WORKERS {
            let _ = TcpStream::connect_timeout(&door, Duration::from_millis(100));
        }
        for thread in self.threads.drain(..) {
            // One that panicked has said so, and ends as well as the others.
            let _ = thread.join();
        }
    }
}

/// What the workers share.
#[derive(Debug)]
struct Hall {
    listener: TcpListener,
    site: Arc<Site>,
    guests: Mutex<Guests>,
    closing: Condvar,
}

/// The connections that are being served, by worker, so that they can be cut off.
#[derive(Debug)]
struct Guests {
    closed: bool,
    streams: Vec<Option<TcpStream>>,
}

impl Hall {
    /// Serves one connection after the other until the hall closes.
    fn work(&self, place: usize) {
        while !lock(&self.guests).closed {
            if let Err(error) = self.host(place) {
                tracing::debug!(%error, "the web display cannot take a connection");
                self.breathe();
            }
        }
    }

    /// Waits for a connection and serves it to its end.
    fn host(&self, place: usize) -> io::Result<()> {
        let (stream, peer) = self.listener.accept()?;
        let handle = stream.try_clone()?;
        if self.seat(place, Some(handle)) {
            if let Err(error) = serve(stream, &self.site) {
                tracing::debug!(%peer, %error, "a browser of the web display has gone");
            }
            self.seat(place, None);
        }
        Ok(())
    }

    /// Notes whom a worker serves; tells whether the hall is still open.
    fn seat(&self, place: usize, stream: Option<TcpStream>) -> bool {
        let mut guests = lock(&self.guests);
        if let Some(seat) = guests.streams.get_mut(place) {
            *seat = stream;
        }
        !guests.closed
    }

    /// Waits a moment, but not beyond the end.
    fn breathe(&self) {
        let guests = lock(&self.guests);
        let wait = self.closing.wait_timeout_while(guests, BREATH, |guests| !guests.closed);
        drop(wait.unwrap_or_else(PoisonError::into_inner));
    }

    /// Cuts everybody off.
    fn close(&self) {
        let mut guests = lock(&self.guests);
        guests.closed = true;
        for stream in guests.streams.iter().flatten() {
            // One that is closed already is what is wanted.
            let _ = stream.shutdown(Shutdown::Both);
        }
        drop(guests);
        self.closing.notify_all();
        self.site.close();
    }
}
