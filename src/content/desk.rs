//! Where questions wait for the librarian: which comes next, and what happens when there are too many.
//!
//! Bodies come before searches, those before pictures, and the picture asked last before those asked earlier:
//! it is the one on the glass.
//! Of searches only the last one waits, for nobody reads the answer to half a word.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::library::Library;
use super::question::{Asked, Question, Ticket};

/// Most questions that wait; a screen asks for a few dozen.
pub(super) const WAITING_MAX: usize = 256;

/// How long nothing must have been asked before the search index is begun: what is on the glass comes first.
const QUIET: Duration = Duration::from_secs(1);

/// Where questions wait.
#[derive(Debug, Default)]
pub(super) struct Desk {
    state: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    questions: VecDeque<Question>,
    /// Questions that are answered with a refusal, before all others.
    refused: Vec<(Ticket, Refusal)>,
    /// The edition to turn to.
    next: Option<Box<Library>>,
    is_closing: bool,
}

/// What the thread does next.
pub(super) enum Task {
    /// Answers a question.
    Answer(Question),
    /// Tells that a question will not be answered.
    Refuse(Ticket, Refusal),
    /// Turns to another edition.
    TurnTo(Box<Library>),
    /// Goes on with the search index, for there is nothing better to do.
    Prepare,
}

/// Why a question is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It found no room.
    Busy,
    /// It is a search, and a later one took its place.
    Overtaken,
}

/// How far the search index is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// Not begun.
    Waiting,
    /// Begun.
    Going,
    /// Searches can be answered.
    Done,
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
        waiting.refused.clear();
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
    pub(super) fn next(&self, progress: Progress) -> Option<Task> {
        let mut waiting = self.lock();
        loop {
            if waiting.is_closing {
                return None;
            }
            if let Some(task) = waiting.take(progress) {
                return Some(task);
            }
            if progress == Progress::Done {
                waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            let (guard, quiet) =
                self.changed.wait_timeout(waiting, QUIET).unwrap_or_else(PoisonError::into_inner);
            if quiet.timed_out() {
                return Some(Task::Prepare);
            }
            waiting = guard;
        }
    }
}

impl Waiting {
    fn put(&mut self, question: Question) {
        if is_search(&question) {
            let overtaken = self.questions.iter().filter(|waiting| is_search(waiting));
            self.refused.extend(overtaken.map(|waiting| (waiting.ticket, Refusal::Overtaken)));
            self.questions.retain(|waiting| !is_search(waiting));
        }
        if self.questions.len() >= WAITING_MAX
            && let Some(oldest) = self.questions.pop_front()
        {
            self.refused.push((oldest.ticket, Refusal::Busy));
        }
        self.questions.push_back(question);
    }

    fn forget(&mut self, ticket: Ticket) {
        self.questions.retain(|question| question.ticket != ticket);
        self.refused.retain(|(refused, _)| *refused != ticket);
    }

    fn take(&mut self, progress: Progress) -> Option<Task> {
        if let Some(library) = self.next.take() {
            return Some(Task::TurnTo(library));
        }
        if let Some((ticket, refusal)) = self.refused.pop() {
            return Some(Task::Refuse(ticket, refusal));
        }
        let position = |wanted: fn(&Question) -> bool| self.questions.iter().position(wanted);
        let body = position(|question| !is_search(question) && !is_picture(question));
        let search = position(is_search).filter(|_| progress == Progress::Done);
        if let Some(at) = body.or(search).or(self.questions.iter().rposition(is_picture)) {
            return self.questions.remove(at).map(Task::Answer);
        }
        // What is left is a search that the index must be made for.
        let is_wanted = progress == Progress::Going || !self.questions.is_empty();
        (progress != Progress::Done && is_wanted).then_some(Task::Prepare)
    }
}

fn is_search(question: &Question) -> bool {
    matches!(question.what, Asked::Search { .. })
}

fn is_picture(question: &Question) -> bool {
    matches!(question.what, Asked::Picture { .. })
}

#[cfg(test)]
mod tests {
    use jiff::civil::DateTime;

    use super::super::ids::{ArticleId, LanguageId, PictureId};
    use super::super::picture::Slot;
    use super::super::search::Moment;
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

    fn search(ticket: u64) -> Question {
        let at =
            Moment { now: DateTime::constant(2026, 11, 24, 9, 0, 0, 0), clock_is_trusted: true };
        Question {
            ticket: Ticket(ticket),
            what: Asked::Search { query: "port".into(), language: LanguageId(1), at },
        }
    }

    fn order(mut waiting: Waiting) -> Vec<u64> {
        std::iter::from_fn(|| waiting.take(Progress::Done))
            .map(|task| match task {
                Task::Answer(question) => question.ticket.0,
                Task::Refuse(..) | Task::TurnTo(_) | Task::Prepare => 0,
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
    fn a_search_comes_after_bodies_and_before_pictures() {
        let mut waiting = Waiting::default();
        for question in [picture(1), search(2), article(3)] {
            waiting.put(question);
        }
        assert_eq!(order(waiting), [3, 2, 1]);
    }

    #[test]
    fn a_later_search_overtakes_an_earlier_one_which_is_answered_all_the_same() {
        let mut waiting = Waiting::default();
        for question in [search(1), article(2), search(3), search(4)] {
            waiting.put(question);
        }
        let refused = [waiting.take(Progress::Done), waiting.take(Progress::Done)];
        for (task, ticket) in refused.iter().zip([3, 1]) {
            assert!(
                matches!(task, Some(Task::Refuse(Ticket(refused), Refusal::Overtaken)) if *refused == ticket),
                "ticket {ticket}"
            );
        }
        assert_eq!(order(waiting), [2, 4]);
    }

    #[test]
    fn nothing_waits_for_the_index_but_a_search() {
        let mut waiting = Waiting::default();
        assert!(waiting.take(Progress::Waiting).is_none(), "it is not begun at once");
        assert!(matches!(waiting.take(Progress::Going), Some(Task::Prepare)), "it goes on");
        for question in [search(1), picture(2), article(3)] {
            waiting.put(question);
        }
        for expected in [3, 2] {
            let task = waiting.take(Progress::Waiting);
            assert!(
                matches!(task, Some(Task::Answer(question)) if question.ticket.0 == expected),
                "ticket {expected} is answered before the index is made"
            );
        }
        assert!(matches!(waiting.take(Progress::Waiting), Some(Task::Prepare)), "for the search");
        assert_eq!(order(waiting), [1], "once it is made");
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
