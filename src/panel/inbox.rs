//! Everything that can wake the thread of the glass: fingers, finished work, the wish to end.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// A touch of the one finger that owns the screen, in pixels from the top left of the frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    /// The finger came down.
    Pressed {
        /// Column.
        x: f32,
        /// Row.
        y: f32,
    },
    /// The finger moved.
    Moved {
        /// Column.
        x: f32,
        /// Row.
        y: f32,
    },
    /// The finger left the glass.
    Released {
        /// Column.
        x: f32,
        /// Row.
        y: f32,
    },
    /// The touch broke off (a palm, an unplugged device): nothing is pressed.
    Cancelled,
}

/// Something for the thread of the glass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Message {
    /// A touch.
    Input(Input),
    /// The whole frame is wanted again: somebody new is looking.
    Repaint,
    /// Finished work is waiting to be taken.
    Wake,
    /// The program shall end.
    Quit,
}

/// Sends messages from any thread; cheap to clone.
#[derive(Debug, Clone)]
pub struct Waker(Sender<Message>);

impl Waker {
    /// Sends `message`; tells whether anybody is there to take it.
    #[expect(clippy::must_use_candidate, reason = "most senders need not know")]
    pub fn send(&self, message: Message) -> bool {
        self.0.send(message).is_ok()
    }

    /// Says that finished work is waiting.
    pub fn wake(&self) {
        // Nobody there means that the program is ending, and then there is nothing to wake.
        self.send(Message::Wake);
    }
}

/// The receiving end, owned by the thread of the glass.
#[derive(Debug)]
pub struct Inbox {
    receiver: Receiver<Message>,
    waker: Waker,
}

impl Default for Inbox {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { receiver, waker: Waker(sender) }
    }
}

impl Inbox {
    /// A sender for another thread.
    #[must_use]
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Takes a message without waiting.
    #[must_use]
    pub fn take(&self) -> Option<Message> {
        self.receiver.try_recv().ok()
    }

    /// Sleeps until a message comes or `timeout` has passed; `None` sleeps as long as it takes.
    #[must_use]
    pub fn wait(&self, timeout: Option<Duration>) -> Option<Message> {
        match timeout {
            None => self.receiver.recv().ok(),
            // Never disconnected: the inbox holds a sender itself.
            Some(timeout) => self.receiver.recv_timeout(timeout).ok(),
        }
    }
}
