//! A panel in a browser: loopback HTTP that shows the kiosk's frames and takes one finger's touches back.
//!
//! It owns the sockets, the threads behind them and the page. It knows nothing of what a frame shows.
//!
//! ```text
//! present --> Screen (back copy, damage log) --> GET /frame (long poll, one PNG) --> page
//! Inbox  <--  Touches (one finger, one page) <-- POST /touch (lines)             <-- page
//! ```
//!
//! HTTP is spoken by our own few lines and not by a crate: whoever may reach the port must not be able to end
//! the kiosk, to fill its memory or to take threads without bound, and that has to be so by construction.

mod connection;
mod damage;
mod finger;
mod hosts;
mod patch;
mod polls;
mod request;
mod response;
mod screen;
mod server;
mod site;
mod touch;
mod touches;

use std::fmt;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use self::server::Server;
use self::site::Site;
use super::{Error, Frame, Panel, Rect, Waker};

/// A panel that browsers look at and touch.
///
/// Dropping it closes every connection and ends its threads.
pub struct Web {
    address: SocketAddr,
    site: Arc<Site>,
    // Held for what its drop does.
    _server: Server,
}

impl fmt::Debug for Web {
    // The address stands for it: the rest is mostly pixels.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Web").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Web {
    /// Listens on `address`; port 0 takes a free one. Touches and the wish to repaint go to `waker`.
    ///
    /// `exposed` permits addresses that other machines can reach: they see and touch the screen without a
    /// password.
    ///
    /// # Errors
    ///
    /// [`Error::WebExposed`] when other machines could reach `address` and `exposed` does not permit it,
    /// [`Error::WebAddress`] when the system refuses the address, for example because it is taken.
    pub fn listen(address: SocketAddr, exposed: bool, waker: Waker) -> Result<Self, Error> {
        if !exposed && !address.ip().to_canonical().is_loopback() {
            return Err(Error::WebExposed { address: address.to_string() });
        }
        let refused = |error: std::io::Error| Error::WebAddress {
            address: address.to_string(),
            reason: error.to_string(),
        };
        let listener = TcpListener::bind(address).map_err(refused)?;
        let bound = listener.local_addr().map_err(refused)?;
        let site = Arc::new(Site::new(bound.ip(), waker));
        let server = Server::start(listener, bound, &site).map_err(refused)?;
        Ok(Self { address: bound, site, _server: server })
    }

    /// Where a browser finds it, with the port that was taken.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Panel for Web {
    /// Copies the damage and wakes those who wait for it; never waits for a browser.
    fn present(&mut self, frame: &Frame, damage: &[Rect]) -> Result<(), Error> {
        self.site.screen().present(frame, damage);
        Ok(())
    }
}

/// Locks, whatever happened to another thread: what is guarded here is valid after every statement.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::Inbox;

    #[test]
    fn other_machines_reach_it_only_when_told_so() {
        let everywhere = SocketAddr::from(([0, 0, 0, 0], 0));
        let refused = Web::listen(everywhere, false, Inbox::default().waker());
        assert!(matches!(refused, Err(Error::WebExposed { .. })), "{refused:?}");
        let exposed = Web::listen(everywhere, true, Inbox::default().waker());
        assert!(exposed.is_ok(), "{exposed:?}");
    }

    #[test]
    fn a_taken_port_is_named() {
        let first =
            Web::listen(SocketAddr::from(([127, 0, 0, 1], 0)), false, Inbox::default().waker())
                .unwrap();
        let second = Web::listen(first.address(), false, Inbox::default().waker());
        let Err(Error::WebAddress { address, .. }) = second else {
            panic!("{second:?}");
        };
        assert_eq!(address, first.address().to_string(), "the one that is taken");
    }
}
