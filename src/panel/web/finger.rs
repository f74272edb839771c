//! The one finger that owns the screen, whoever else touches it in another browser.

use std::time::{Duration, Instant};

use super::super::Input;

/// A page with its finger down is heard of every few seconds; after this long it has vanished.
pub(super) const SILENCE: Duration = Duration::from_secs(10);

/// The name that a page gives itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Page(pub(super) u64);

/// Knows whose finger is down. Time is told to it.
#[derive(Debug)]
pub(super) struct Finger {
    owner: Option<Owner>,
    silence: Duration,
}

#[derive(Debug, Clone, Copy)]
struct Owner {
    page: Page,
    heard: Instant,
}

impl Finger {
    /// No finger; one that is not heard of for `silence` is lifted.
    pub(super) fn lifted_after(silence: Duration) -> Self {
        Self { owner: None, silence }
    }

    /// What of the `inputs` of `page` counts, with what has to come before them.
    pub(super) fn hear(&mut self, page: Page, inputs: Vec<Input>, now: Instant) -> Vec<Input> {
        let mut counted: Vec<Input> = self.expire(now).into_iter().collect();
        for input in inputs {
            match (self.owner, input) {
                // Somebody else's finger is on the glass.
                (Some(owner), _) if owner.page != page => {}
                // The end of a touch that never began or is over already.
                (None, Input::Moved { .. } | Input::Released { .. } | Input::Cancelled) => {}
                (owner, Input::Pressed { .. }) => {
                    // The page has lost the end of its last touch on the way.
                    counted.extend(owner.map(|_| Input::Cancelled));
                    counted.push(input);
                    self.owner = Some(Owner { page, heard: now });
                }
                (Some(_), Input::Moved { .. }) => {
                    counted.push(input);
                    self.owner = Some(Owner { page, heard: now });
                }
                (Some(_), Input::Released { .. } | Input::Cancelled) => {
                    counted.push(input);
                    self.owner = None;
                }
            }
        }
        counted
    }

    /// Lifts the finger of a page that has not been heard of for too long.
    pub(super) fn expire(&mut self, now: Instant) -> Option<Input> {
        self.deadline().filter(|&deadline| deadline <= now)?;
        self.owner = None;
        Some(Input::Cancelled)
    }

    /// When the finger that is down will be lifted unless it is heard of.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.owner.map(|owner| owner.heard + self.silence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRESSED: Input = Input::Pressed { x: 1.0, y: 2.0 };
    const MOVED: Input = Input::Moved { x: 3.0, y: 4.0 };
    const RELEASED: Input = Input::Released { x: 5.0, y: 6.0 };
    const ONE: Page = Page(1);
    const OTHER: Page = Page(2);

    #[test]
    fn another_page_waits_until_the_finger_is_lifted() {
        let (mut finger, now) = (Finger::lifted_after(SILENCE), Instant::now());
        assert_eq!(finger.hear(ONE, vec![PRESSED], now), [PRESSED], "the first");
        assert_eq!(
            finger.hear(OTHER, vec![PRESSED, RELEASED, Input::Cancelled], now),
            [],
            "ignored"
        );
        assert_eq!(
            finger.hear(ONE, vec![MOVED, RELEASED], now),
            [MOVED, RELEASED],
            "still owns it"
        );
        assert_eq!(finger.hear(OTHER, vec![PRESSED], now), [PRESSED], "free");
    }

    #[test]
    fn what_does_not_begin_with_a_press_does_not_count() {
        let (mut finger, now) = (Finger::lifted_after(SILENCE), Instant::now());
        assert_eq!(finger.hear(ONE, vec![MOVED, RELEASED, Input::Cancelled], now), [], "no press");
        let twice = finger.hear(ONE, vec![PRESSED, RELEASED, RELEASED], now);
        assert_eq!(twice, [PRESSED, RELEASED], "one release");
    }

    #[test]
    fn a_press_after_a_lost_release_breaks_the_old_touch_off() {
        let (mut finger, now) = (Finger::lifted_after(SILENCE), Instant::now());
        let inputs = finger.hear(ONE, vec![PRESSED, PRESSED], now);
        assert_eq!(inputs, [PRESSED, Input::Cancelled, PRESSED], "never two presses in a row");
    }

    #[test]
    fn a_page_that_vanished_with_its_finger_down_loses_the_screen() {
        let (mut finger, start) = (Finger::lifted_after(SILENCE), Instant::now());
        finger.hear(ONE, vec![PRESSED], start);
        let moved = start + SILENCE / 2;
        finger.hear(ONE, vec![MOVED], moved);
        assert_eq!(finger.expire(start + SILENCE), None, "it was heard of");
        assert_eq!(finger.deadline(), Some(moved + SILENCE), "the next moment to look");
        let takeover = finger.hear(OTHER, vec![PRESSED], moved + SILENCE);
        assert_eq!(takeover, [Input::Cancelled, PRESSED], "broken off, then taken over");
        assert_eq!(finger.hear(ONE, vec![RELEASED], moved + SILENCE), [], "too late");
    }
}
