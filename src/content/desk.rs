//! Where questions wait for the librarian: which comes next, and what happens when there are too many.
//!
//! Bodies come before pictures, and the picture asked last before those asked earlier: it is the one on the glass.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::library::Library;
use super::question::{Asked, Question, Ticket};

/// Most questions that wait; a screen asks for a few dozen.
pub(super) const WAITING_MAX: usize = 256;

/// Where questions wait.
#[derive(Debug, Default)]
pub(super) struct Desk {
    state: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    questions: VecDeque<Question>,
    /// Questions that found no room; they are answered before all others.
    dropped: Vec<Ticket>,
    /// The edition to turn to.
    next: Option<Box<Library>>,
    is_closing: bool,
}

/// What the thread does next.
pub(super) enum Task {
    /// Answers a question.
    Answer(Question),
    /// Tells that a question found no room.
    Refuse(Ticket),
    /// Turns to another edition.
    TurnTo(Box<Library>),
}

impl Desk {
    /// Adds a question.
    pub(super) fn put(&self, question: Question) {
        self.lock().put(question);
        self.changed.notify_one();
    }

    /// Takes back a question that has not been taken up yet.
    pub(super) fn forget(&self, ticket: Ticket) {
        self.lock().forget(ticket);
    }

    /// Hands in another edition, for which no question that waits was meant.
    pub(super) fn turn_to(&self, library: Library) {
        let mut waiting = self.lock();
        waiting.questions.clear();
        waiting.dropped.clear();
        waiting.next = Some(Box::new(library));
        drop(waiting);
        self.changed.notify_one();
    }

    /// There will be nothing more.
    pub(super) fn close(&self) {
        self.lock().is_closing = true;
        self.changed.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // Nothing that can panic happens under the lock, so what a poisoned one guards is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to do; `None` when there will be nothing more.
    pub(super) fn next(&self) -> Option<Task> {
        let mut waiting = self.lock();
        loop {
            if waiting.is_closing {
                return None;
            }
            if let Some(task) = waiting.take() {
                return Some(task);
            }
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Waiting {
    fn put(&mut self, question: Question) {
        if self.questions.len() >= WAITING_MAX
            && let Some(oldest) = self.questions.pop_front()
        {
            self.dropped.push(oldest.ticket);
        }
        self.questions.push_back(question);
    }

    fn forget(&mut self, ticket: Ticket) {
        self.questions.retain(|question| question.ticket != ticket);
        self.dropped.retain(|dropped| *dropped != ticket);
    }

    fn take(&mut self) -> Option<Task> {
        if let Some(library) = self.next.take() {
            return Some(Task::TurnTo(library));
        }
        if let Some(ticket) = self.dropped.pop() {
            return Some(Task::Refuse(ticket));
        }
        let body = self
            .questions
            .iter()
            .position(|question| !matches!(question.what, Asked::Picture { .. }));
        let question = match body {
            Some(at) => self.questions.remove(at),
            None => self.questions.pop_back(),
        };
        question.map(Task::Answer)
    }
}

#[cfg(test)]
mod tests {
    use super::super::ids::{ArticleId, LanguageId, PictureId};
    use super::super::picture::Slot;
    use super::*;

    fn picture(ticket: u64) -> Question {
        Question {
            ticket: Ticket(ticket),
            what: Asked::Picture { id: PictureId(1), slot: Slot { width: 1, height: 1 } },
        }
    }

    fn article(ticket: u64) -> Question {
        Question {
            ticket: Ticket(ticket),
            what: Asked::Article { id: ArticleId(1), language: LanguageId(1) },
        }
    }

    fn order(mut waiting: Waiting) -> Vec<u64> {
        std::iter::from_fn(|| waiting.take())
            .map(|task| match task {
                Task::Answer(question) => question.ticket.0,
                Task::Refuse(_) | Task::TurnTo(_) => 0,
            })
            .collect()
    }

    #[test]
    fn bodies_come_before_pictures_and_late_pictures_before_early_ones() {
        let mut waiting = Waiting::default();
        for question in [picture(1), article(2), picture(3), article(4)] {
            waiting.put(question);
        }
        assert_eq!(order(waiting), [2, 4, 3, 1]);
    }

    #[test]
    fn what_is_forgotten_is_not_taken_up() {
        let mut waiting = Waiting::default();
        for question in [picture(1), article(2), picture(3)] {
            waiting.put(question);
        }
        waiting.forget(Ticket(1));
        waiting.forget(Ticket(2));
        assert_eq!(order(waiting), [3]);
    }

    #[test]
    fn of_too_many_questions_the_oldest_are_refused_and_none_is_left_without_an_answer() {
        let mut waiting = Waiting::default();
        for ticket in 1..=300 {
            waiting.put(picture(ticket));
        }
        assert_eq!(waiting.questions.len(), WAITING_MAX);
        let order = order(waiting);
        assert_eq!(order.len(), 300);
        assert!(order.iter().take(300 - WAITING_MAX).all(|ticket| *ticket == 0), "refused first");
        assert_eq!(order.last(), Some(&45));
    }
}
