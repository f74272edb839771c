//! The kiosk's picture as the browsers see it: a copy that is kept up to date, and those who wait for news.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::super::{Frame, Rect, Xrgb};
use super::damage::{DamageLog, Unseen};
use super::lock;
use super::patch::Patch;
use super::polls::Polls;

/// The back copy. Held only while pixels are copied, never while they are encoded or sent.
#[derive(Debug)]
pub(super) struct Screen {
    state: Mutex<State>,
    news: Condvar,
}

#[derive(Debug)]
struct State {
    back: Frame,
    log: DamageLog,
    polls: Polls,
    closed: bool,
}

/// The answer to a page that asked for what it has not seen.
#[derive(Debug)]
pub(super) enum News {
    /// This has changed.
    Patch(Patch),
    /// Nothing has; ask again.
    Nothing,
    /// Too many are waiting; ask again later.
    Busy,
}

impl Screen {
    /// A screen that has never shown anything.
    pub(super) fn new() -> Self {
        // The numbers of a run begin at the milliseconds of the clock: frames come slower than that, so a page
        // left over from the last run asks for a number that is not in the log and gets the whole frame.
        let start = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_millis();
        let state = State {
            back: Frame::new(0, 0),
            log: DamageLog::starting_after(u64::try_from(start).unwrap_or_default()),
            polls: Polls::default(),
            closed: false,
        };
        Self { state: Mutex::new(state), news: Condvar::new() }
    }

    /// Copies what `damage` covers of `frame`, all of it where the size is new, and tells those who wait.
    pub(super) fn present(&self, frame: &Frame, damage: &[Rect]) {
        let mut state = lock(&self.state);
        if (state.back.width(), state.back.height()) == (frame.width(), frame.height()) {
            let damage =
                damage.iter().filter_map(|rect| rect.clipped(frame.width(), frame.height()));
            let bounds =
                damage.inspect(|&rect| copy(frame, &mut state.back, rect)).reduce(Rect::union);
            let Some(bounds) = bounds else { return };
            state.log.push(bounds);
        } else {
            state.back = frame.clone();
            state.log.restart(frame.bounds());
        }
        drop(state);
        self.news.notify_all();
    }

    /// Whether no frame was ever presented.
    pub(super) fn is_dark(&self) -> bool {
        lock(&self.state).back.bounds().area() == 0
    }

    /// Waits up to `patience` for something that a page which has painted frame `after` has not seen.
    pub(super) fn next(&self, after: Option<u64>, patience: Duration) -> News {
        let mut state = lock(&self.state);
        if state.log.since(after) == Unseen::Nothing {
            let Some(ticket) = state.polls.enter(Instant::now()) else {
                return News::Busy;
            };
            // Somebody may have been sent away for it.
            self.news.notify_all();
            let idle = |state: &mut State| {
                !state.closed
                    && state.polls.holds(ticket)
                    && state.log.since(after) == Unseen::Nothing
            };
            let wait = self.news.wait_timeout_while(state, patience, idle);
            state = wait.unwrap_or_else(PoisonError::into_inner).0;
            state.polls.leave(ticket);
        }
        let rect = match state.log.since(after) {
            Unseen::Nothing => return News::Nothing,
            Unseen::Part(rect) => rect,
            Unseen::Whole => state.back.bounds(),
        };
        let mut pixels: Vec<Xrgb> = Vec::with_capacity(usize::try_from(rect.area()).unwrap_or(0));
        state.back.rows(rect).for_each(|row| pixels.extend_from_slice(row));
        let size = (state.back.width(), state.back.height());
        News::Patch(Patch { sequence: state.log.newest(), size, rect, pixels })
    }

    /// Sends everybody away who waits, and who comes after.
    pub(super) fn close(&self) {
        lock(&self.state).closed = true;
        self.news.notify_all();
    }
}

/// Copies `rect`, which lies within both frames, which are of one size.
fn copy(from: &Frame, to: &mut Frame, rect: Rect) {
    let stride = to.width() as usize;
    let targets = to.pixels_mut().chunks_exact_mut(stride).skip(rect.y as usize);
    for (source, target) in from.rows(rect).zip(targets) {
        target[rect.x as usize..][..source.len()].copy_from_slice(source);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIT: Xrgb = Xrgb::new(255, 200, 100);

    fn rect(x: u32, y: u32, width: u32, height: u32) -> Rect {
        Rect { x, y, width, height }
    }

    fn patch(screen: &Screen, after: Option<u64>) -> Patch {
        match screen.next(after, Duration::ZERO) {
            News::Patch(patch) => patch,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn only_what_is_declared_as_damage_is_taken_over() {
        let (screen, mut frame) = (Screen::new(), Frame::new(8, 6));
        screen.present(&frame, &[frame.bounds()]);
        let seen = patch(&screen, None).sequence;

        frame.pixels_mut().fill(LIT);
        screen.present(&frame, &[rect(6, 4, 9, 9), rect(5, 3, 1, 1)]);
        let news = patch(&screen, Some(seen));
        assert_eq!(news.rect, rect(5, 3, 3, 3), "the bounds, cut at the edge");
        let lit = news.pixels.iter().filter(|&&pixel| pixel == LIT).count();
        assert_eq!(lit, 5, "four of the one and one of the other rectangle");
    }

    #[test]
    fn a_frame_of_another_size_is_taken_over_whole() {
        let screen = Screen::new();
        screen.present(&Frame::new(8, 6), &[]);
        let seen = patch(&screen, None).sequence;
        screen.present(&Frame::new(6, 8), &[rect(0, 0, 1, 1)]);
        let news = patch(&screen, Some(seen));
        assert_eq!((news.size, news.rect.area()), ((6, 8), 48), "all of it");
    }

    #[test]
    fn a_frame_without_damage_is_no_news() {
        let (screen, frame) = (Screen::new(), Frame::new(8, 6));
        assert!(screen.is_dark(), "nothing was shown yet");
        screen.present(&frame, &[]);
        assert!(!screen.is_dark(), "the first frame is taken over whatever its damage");
        let seen = patch(&screen, None).sequence;
        screen.present(&frame, &[]);
        screen.present(&frame, &[rect(8, 0, 1, 1)]);
        let news = screen.next(Some(seen), Duration::ZERO);
        assert!(matches!(news, News::Nothing), "{news:?}");
    }

    #[test]
    fn closing_ends_the_wait() {
        let screen = Screen::new();
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| screen.next(None, Duration::from_mins(1)));
            screen.close();
            assert!(matches!(waiting.join(), Ok(News::Nothing)), "sent away");
        });
    }
}
