//! Questions to the librarian that are still open.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use crate::content::{Answered, Asked, Error, Librarian, Library, Question, Ticket};

/// Bytes of pictures that the librarian keeps. The glass keeps those that it shows; this is for the way back.
const CACHE_BYTES: usize = 16 << 20;

/// Numbers the questions and remembers what each was about.
#[derive(Debug)]
pub(super) struct Desk {
    librarian: Librarian,
    next: Cell<u64>,
    open: RefCell<HashMap<Ticket, Asked>>,
}

impl Desk {
    pub(super) fn open(library: Library, wake: impl Fn() + Send + 'static) -> Result<Self, Error> {
        Ok(Self {
            librarian: Librarian::start(library, CACHE_BYTES, wake)?,
            next: Cell::new(0),
            open: RefCell::default(),
        })
    }

    /// Turns to another edition; what was asked about the one before is dropped.
    pub(super) fn turn_to(&self, library: Library) {
        self.open.borrow_mut().clear();
        self.librarian.turn_to(library);
    }

    pub(super) fn ask(&self, what: Asked) -> Ticket {
        let ticket = Ticket(self.next.get());
        self.next.set(ticket.0 + 1);
        self.open.borrow_mut().insert(ticket, what.clone());
        self.librarian.ask(Question { ticket, what });
        ticket
    }

    pub(super) fn is_waiting(&self) -> bool {
        !self.open.borrow().is_empty()
    }

    /// The answers that came, each with what was asked.
    pub(super) fn answers(&self) -> Vec<(Ticket, Asked, Result<Answered, Error>)> {
        self.librarian
            .answers()
            .filter_map(|answer| {
                let asked = self.open.borrow_mut().remove(&answer.ticket)?;
                Some((answer.ticket, asked, answer.what))
            })
            .collect()
    }
}
