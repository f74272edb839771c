//! What changed in each of the last frames, so that a page is sent no more than it has not seen.

use std::collections::VecDeque;

use super::super::Rect;

/// A page that lags further behind is sent the whole frame.
const FRAMES: usize = 128;

/// The bounds of the damage of the last frames, by sequence number.
#[derive(Debug)]
pub(super) struct DamageLog {
    newest: u64,
    /// The last one belongs to `newest`, the one before it to `newest - 1`, and so on.
    rects: VecDeque<Rect>,
}

/// What a page has not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unseen {
    /// It is up to date, or there is no frame yet.
    Nothing,
    /// This part of the frame.
    Part(Rect),
    /// It has seen nothing that can be built upon.
    Whole,
}

impl DamageLog {
    /// A log without frames, whose first one will get the number after `sequence`.
    pub(super) fn starting_after(sequence: u64) -> Self {
        Self { newest: sequence, rects: VecDeque::with_capacity(FRAMES) }
    }

    /// The number of the newest frame.
    pub(super) fn newest(&self) -> u64 {
        self.newest
    }

    /// Adds a frame that differs from the last one within `rect`.
    pub(super) fn push(&mut self, rect: Rect) {
        if self.rects.len() == FRAMES {
            self.rects.pop_front();
        }
        self.rects.push_back(rect);
        self.newest += 1;
    }

    /// Adds a frame that has nothing to do with the last one: all who look need the whole of it.
    pub(super) fn restart(&mut self, whole: Rect) {
        self.rects.clear();
        self.push(whole);
    }

    /// What a page that has painted frame `after` has not seen; `None` has painted nothing.
    pub(super) fn since(&self, after: Option<u64>) -> Unseen {
        if self.rects.is_empty() || after == Some(self.newest) {
            return Unseen::Nothing;
        }
        let missed = after
            .and_then(|after| self.newest.checked_sub(after))
            .and_then(|missed| usize::try_from(missed).ok())
            .filter(|&missed| missed <= self.rects.len());
        missed
            .and_then(|missed| self.rects.iter().rev().take(missed).copied().reduce(Rect::union))
            .map_or(Unseen::Whole, Unseen::Part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(x: u32) -> Rect {
        Rect { x, y: 7, width: 1, height: 1 }
    }

    fn log_of(count: u32) -> DamageLog {
        let mut log = DamageLog::starting_after(1000);
        (1..=count).for_each(|x| log.push(dot(x)));
        log
    }

    #[test]
    fn what_was_missed_is_joined() {
        let log = log_of(5);
        assert_eq!(log.since(Some(1005)), Unseen::Nothing, "up to date");
        assert_eq!(log.since(Some(1004)), Unseen::Part(dot(5)), "the last frame");
        let three = Rect { x: 3, y: 7, width: 3, height: 1 };
        assert_eq!(log.since(Some(1002)), Unseen::Part(three), "the last three");
    }

    #[test]
    fn a_page_that_is_new_or_too_late_or_of_another_run_needs_everything() {
        let log = log_of(u32::try_from(FRAMES).unwrap() + 10);
        let oldest = log.newest() - FRAMES as u64;
        assert!(matches!(log.since(Some(oldest)), Unseen::Part(_)), "just within the log");
        for after in [None, Some(oldest - 1), Some(0), Some(log.newest() + 1), Some(u64::MAX)] {
            assert_eq!(log.since(after), Unseen::Whole, "{after:?}");
        }
    }

    #[test]
    fn there_is_nothing_to_see_before_the_first_frame() {
        for after in [None, Some(0), Some(1000)] {
            assert_eq!(log_of(0).since(after), Unseen::Nothing, "{after:?}");
        }
    }

    #[test]
    fn a_restart_makes_what_was_seen_worthless() {
        let mut log = log_of(5);
        let whole = Rect { x: 0, y: 0, width: 9, height: 9 };
        log.restart(whole);
        assert_eq!(log.since(Some(1006)), Unseen::Nothing, "numbers go on");
        assert_eq!(log.since(Some(1005)), Unseen::Part(whole), "all of it");
        assert_eq!(log.since(Some(1004)), Unseen::Whole, "all of it");
    }
}
