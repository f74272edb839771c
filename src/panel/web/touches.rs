//! Brings what the finger does to the thread of the glass, in order.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::super::{Input, Message, Waker};
use super::finger::{Finger, Page};
use super::lock;

/// The finger, shared by the threads that hear of it.
#[derive(Debug)]
pub(super) struct Touches {
    state: Mutex<State>,
    down: Condvar,
}

#[derive(Debug)]
struct State {
    finger: Finger,
    // Sent to under the lock, so that messages of two threads cannot overtake each other.
    waker: Waker,
    closed: bool,
}

impl State {
    fn send(&self, inputs: impl IntoIterator<Item = Input>) {
        for input in inputs {
            // Nobody there means that the program is ending.
            let _ = self.waker.send(Message::Input(input));
        }
    }
}

impl Touches {
    /// Sends what counts to `waker`.
    ///
    /// The finger of a page that is not heard of for `silence` is lifted.
    pub(super) fn new(waker: Waker, silence: Duration) -> Self {
        let state = State { finger: Finger::lifted_after(silence), waker, closed: false };
        Self { state: Mutex::new(state), down: Condvar::new() }
    }

    /// Takes what a page reported.
    pub(super) fn hear(&self, page: Page, inputs: Vec<Input>) {
        let mut state = lock(&self.state);
        let was_up = state.finger.deadline().is_none();
        let counted = state.finger.hear(page, inputs, Instant::now());
        state.send(counted);
        if was_up && state.finger.deadline().is_some() {
            self.down.notify_one();
        }
    }

    /// Lifts fingers of pages that vanished, until [`close`](Self::close); wakes up only while one is down.
    pub(super) fn watch(&self) {
        let mut state = lock(&self.state);
        while !state.closed {
            let now = Instant::now();
            let expired = state.finger.expire(now);
            state.send(expired);
            state = match state.finger.deadline() {
                None => self.down.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(deadline) => {
                    let wait = self.down.wait_timeout(state, deadline.duration_since(now));
                    wait.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    /// Ends the watch.
    pub(super) fn close(&self) {
        lock(&self.state).closed = true;
        self.down.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Inbox;
    use super::*;

    #[test]
    fn a_finger_is_lifted_when_nobody_says_anything_more() {
        let inbox = Inbox::default();
        let touches = Touches::new(inbox.waker(), Duration::from_millis(20));
        std::thread::scope(|scope| {
            scope.spawn(|| touches.watch());
            let pressed = Input::Pressed { x: 1.0, y: 2.0 };
            for page in [Page(1), Page(2)] {
                touches.hear(page, vec![pressed]);
                for expected in [pressed, Input::Cancelled] {
                    let message = inbox.wait(Some(Duration::from_secs(10)));
                    assert_eq!(message, Some(Message::Input(expected)), "{page:?}");
                }
            }
            touches.close();
        });
    }
}
