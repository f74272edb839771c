//! Editions that come while the kiosk runs, from another thread.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};

use crate::content::Library;

type Bell = Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>;

/// The end at which editions are handed in.
pub struct Courier {
    sender: Sender<Library>,
    bell: Bell,
}

/// The end at which the kiosk takes them.
pub struct Deliveries {
    receiver: Receiver<Library>,
    bell: Bell,
}

impl std::fmt::Debug for Courier {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Courier").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Deliveries {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Deliveries").finish_non_exhaustive()
    }
}

/// Both ends of a way for editions.
#[must_use]
pub fn deliveries() -> (Courier, Deliveries) {
    let (sender, receiver) = channel();
    let bell = Bell::default();
    (Courier { sender, bell: Arc::clone(&bell) }, Deliveries { receiver, bell })
}

impl Courier {
    /// Hands in an edition, which the kiosk turns to at once; tells whether there is a kiosk that may take it.
    #[must_use]
    pub fn deliver(&self, library: Library) -> bool {
        let is_taken = self.sender.send(library).is_ok();
        if let Some(ring) = self.bell.get() {
            ring();
        }
        is_taken
    }
}

impl Deliveries {
    /// Calls `ring` for every edition from here on. The first caller is the one.
    pub(super) fn ring_by(&self, ring: impl Fn() + Send + Sync + 'static) {
        let _ = self.bell.set(Box::new(ring));
    }

    /// The edition that came last, if any came.
    pub(super) fn newest(&self) -> Option<Library> {
        self.receiver.try_iter().last()
    }
}
