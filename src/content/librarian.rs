//! The thread that answers questions about an edition, so that the thread that draws never waits.
//!
//! It owns the [`Library`] and what was decoded lately.
//! It does not know why something is asked, nor whether the answer is still wanted when it comes:
//! whoever asked compares tickets.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use tracing::{error, warn};

use super::article::Body;
use super::cache::Cache;
use super::contain::contained;
use super::error::Error;
use super::ids::{ArticleId, LanguageId, PageId, PictureId};
use super::library::Library;
use super::picture::{Limits, Pixels, Slot, decode};

/// Most questions that wait; a screen asks for a few dozen.
const WAITING_MAX: usize = 256;

/// Names one question; whoever asks chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// What can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The body of an article.
    Article {
        /// Which one.
        id: ArticleId,
        /// The reader's language.
        language: LanguageId,
    },
    /// The body of a page.
    Page {
        /// Which one.
        id: PageId,
        /// The reader's language.
        language: LanguageId,
    },
    /// A picture, cropped around its focus and scaled to a slot.
    Picture {
        /// Which one.
        id: PictureId,
        /// The size wanted.
        slot: Slot,
    },
}

/// A question with its ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Question {
    /// Its name.
    pub ticket: Ticket,
    /// What is asked.
    pub what: Asked,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// The body of an article.
    Article(Body),
    /// The body of a page.
    Page(Body),
    /// The pixels of a picture.
    Picture(Pixels),
}

/// The answer to one question.
#[derive(Debug)]
pub struct Answer {
    /// The question's ticket.
    pub ticket: Ticket,
    /// What was found, or why nothing was.
    pub what: Result<Answered, Error>,
}

/// A handle on the thread; dropping it ends the thread after the question in hand.
#[derive(Debug)]
pub struct Librarian {
    desk: Arc<Desk>,
    answers: Receiver<Answer>,
    thread: Option<JoinHandle<()>>,
}

/// Where questions wait.
#[derive(Debug, Default)]
struct Desk {
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
enum Task {
    Answer(Question),
    Refuse(Ticket),
    TurnTo(Box<Library>),
}

impl Librarian {
    /// Starts the thread with `library` and room for `cache_bytes` of pixels.
    ///
    /// `wake` is called on that thread after every answer.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] where the system has no thread to give.
    pub fn start(
        library: Library,
        cache_bytes: usize,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, Error> {
        let desk = Arc::new(Desk::default());
        let (sender, answers) = channel();
        let room = Room {
            library,
            cache: Cache::new(cache_bytes),
        };
        let thread = std::thread::Builder::new()
            .name("librarian".to_owned())
            .spawn({
                let desk = Arc::clone(&desk);
                move || work(&desk, room, &sender, &wake)
            })
            .map_err(|source| Error::Io {
                place: "the librarian's thread".to_owned(),
                source,
            })?;
        Ok(Self {
            desk,
            answers,
            thread: Some(thread),
        })
    }

    /// Asks; never blocks.
    ///
    /// Bodies are answered before pictures, and the picture asked last before those asked earlier:
    /// it is the one on the glass.
    /// Where too many wait, the oldest is answered with [`Error::Busy`].
    pub fn ask(&self, question: Question) {
        let mut waiting = self.desk.lock();
        if waiting.questions.len() >= WAITING_MAX
            && let Some(oldest) = waiting.questions.pop_front()
        {
            waiting.dropped.push(oldest.ticket);
        }
        waiting.questions.push_back(question);
        drop(waiting);
        self.desk.changed.notify_one();
    }

    /// Takes back a question that has not been taken up yet.
    pub fn forget(&self, ticket: Ticket) {
        self.desk
            .lock()
            .questions
            .retain(|question| question.ticket != ticket);
    }

    /// Turns to another edition and forgets every question about the one before.
    ///
    /// An answer about the old edition may still be on its way: ask with fresh tickets.
    pub fn turn_to(&self, library: Library) {
        let mut waiting = self.desk.lock();
        waiting.questions.clear();
        waiting.dropped.clear();
        waiting.next = Some(Box::new(library));
        drop(waiting);
        self.desk.changed.notify_one();
    }

    /// The answers that have come since the last call; never blocks.
    pub fn answers(&self) -> impl Iterator<Item = Answer> + '_ {
        self.answers.try_iter()
    }
}

impl Drop for Librarian {
    fn drop(&mut self) {
        self.desk.lock().is_closing = true;
        self.desk.changed.notify_one();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            error!("the librarian's thread had panicked");
        }
    }
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // Nothing that can panic happens under the lock, so what a poisoned one guards is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to do; `None` when there will be nothing more.
    fn next(&self) -> Option<Task> {
        let mut waiting = self.lock();
        loop {
            if waiting.is_closing {
                return None;
            }
            if let Some(task) = waiting.take() {
                return Some(task);
            }
            waiting = self
                .changed
                .wait(waiting)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Waiting {
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

/// What the thread works with.
struct Room {
    library: Library,
    cache: Cache<(PictureId, Slot), Pixels>,
}

fn work(desk: &Desk, mut room: Room, answers: &Sender<Answer>, wake: &dyn Fn()) {
    while let Some(task) = desk.next() {
        let answer = match task {
            Task::TurnTo(library) => {
                room.library = *library;
                room.cache.clear();
                continue;
            }
            Task::Refuse(ticket) => Answer {
                ticket,
                what: Err(Error::Busy {
                    waiting: WAITING_MAX,
                }),
            },
            Task::Answer(question) => Answer {
                ticket: question.ticket,
                what: room.answer(question.what),
            },
        };
        if let Err(error) = &answer.what {
            warn!(ticket = answer.ticket.0, code = error.code(), "{error}");
        }
        if answers.send(answer).is_err() {
            return;
        }
        if catch_unwind(AssertUnwindSafe(wake)).is_err() {
            error!("waking the screen panicked");
        }
    }
}

impl Room {
    /// Answers, whatever happens: a decoder that panics costs one picture and not the thread.
    fn answer(&mut self, what: Asked) -> Result<Answered, Error> {
        contained(&name(what), || match what {
            Asked::Article { id, language } => {
                self.library.article(id, language).map(Answered::Article)
            }
            Asked::Page { id, language } => self.library.page(id, language).map(Answered::Page),
            Asked::Picture { id, slot } => self.picture(id, slot).map(Answered::Picture),
        })
    }

    fn picture(&mut self, id: PictureId, slot: Slot) -> Result<Pixels, Error> {
        if let Some(pixels) = self.cache.get(&(id, slot)) {
            return Ok(pixels);
        }
        let catalogue = self.library.catalogue();
        let Some(card) = catalogue.picture(id) else {
            return Err(Error::Missing {
                what: format!("picture {id}"),
            });
        };
        let bytes = self.library.picture_bytes(id)?;
        let pixels = decode(&bytes, Limits::default())
            .and_then(|picture| picture.cover(slot, card.focus))
            .map_err(|error| error.at(&format!("picture {}", card.slug)))?;
        self.cache
            .insert((id, slot), pixels.clone(), pixels.rgb().len());
        Ok(pixels)
    }
}

fn name(what: Asked) -> String {
    match what {
        Asked::Article { id, .. } => format!("article {id}"),
        Asked::Page { id, .. } => format!("page {id}"),
        Asked::Picture { id, .. } => format!("picture {id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(ticket: u64) -> Question {
        Question {
            ticket: Ticket(ticket),
            what: Asked::Picture {
                id: PictureId(1),
                slot: Slot {
                    width: 1,
                    height: 1,
                },
            },
        }
    }

    fn article(ticket: u64) -> Question {
        Question {
            ticket: Ticket(ticket),
            what: Asked::Article {
                id: ArticleId(1),
                language: LanguageId(1),
            },
        }
    }

    #[test]
    fn bodies_come_before_pictures_and_late_pictures_before_early_ones() {
        let mut waiting = Waiting {
            questions: [picture(1), article(2), picture(3), article(4)].into(),
            ..Waiting::default()
        };
        let order: Vec<u64> = std::iter::from_fn(|| waiting.take())
            .map(|task| match task {
                Task::Answer(question) => question.ticket.0,
                Task::Refuse(_) | Task::TurnTo(_) => 0,
            })
            .collect();
        assert_eq!(order, [2, 4, 3, 1]);
    }
}
