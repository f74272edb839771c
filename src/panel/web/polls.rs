//! Who is waiting for a frame, and who has to make room when too many are.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// Pages that may wait at the same time.
pub(super) const POLLS: usize = 8;

/// A poll that has waited this long may be sent away.
///
/// A browser that has gone is not noticed while nothing changes on the screen, so that the polls of pages
/// that were closed or loaded anew pile up. The oldest are the likeliest to be of that kind; a living page
/// simply asks again, and this time keeps more pages than places from chasing each other.
const TENURE: Duration = Duration::from_secs(1);

/// The waiting polls, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Polls {
    tickets: u64,
    waiting: VecDeque<(Ticket, Instant)>,
}

/// A place among those who wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ticket(u64);

impl Polls {
    /// Takes a place, if need be that of the oldest; `None` when nobody can be sent away yet.
    pub(super) fn enter(&mut self, now: Instant) -> Option<Ticket> {
        if self.waiting.len() >= POLLS {
            let &(_, since) = self.waiting.front()?;
            if now.duration_since(since) < TENURE {
                return None;
            }
            self.waiting.pop_front();
        }
        self.tickets += 1;
        let ticket = Ticket(self.tickets);
        self.waiting.push_back((ticket, now));
        Some(ticket)
    }

    /// Whether it still has its place.
    pub(super) fn holds(&self, ticket: Ticket) -> bool {
        self.waiting.iter().any(|&(other, _)| other == ticket)
    }

    /// Gives the place back.
    pub(super) fn leave(&mut self, ticket: Ticket) {
        self.waiting.retain(|&(other, _)| other != ticket);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_makes_room_once_it_has_waited_a_while() {
        let (mut polls, start) = (Polls::default(), Instant::now());
        let tickets: Vec<Ticket> = (0..POLLS).filter_map(|_| polls.enter(start)).collect();
        assert_eq!(tickets.len(), POLLS, "every place can be taken");
        assert_eq!(polls.enter(start), None, "no one more");

        let late = polls.enter(start + TENURE).unwrap();
        assert!(polls.holds(late), "the new one waits");
        assert!(!polls.holds(tickets[0]), "the oldest does not");
        assert!(polls.holds(tickets[1]), "the others do");
    }

    #[test]
    fn a_place_that_is_given_back_is_free() {
        let (mut polls, start) = (Polls::default(), Instant::now());
        let first = polls.enter(start).unwrap();
        (1..POLLS).for_each(|_| assert!(polls.enter(start).is_some(), "free"));
        polls.leave(first);
        assert!(polls.enter(start).is_some(), "free again");
    }
}
