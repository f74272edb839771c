//! The thread that answers questions about an edition, so that the thread that draws never waits.
//!
//! It owns the [`Library`], its search index, and what was decoded lately.
//! It does not know why something is asked, nor whether the answer is still wanted when it comes:
//! whoever asked compares tickets.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use tracing::{debug, error, warn};

use super::cache::Cache;
use super::contain::contained;
use super::desk::{Desk, Progress, Refusal, Task, WAITING_MAX};
use super::error::Error;
use super::ids::{LanguageId, PictureId};
use super::library::Library;
use super::picture::{Limits, Pixels, Slot, decode};
use super::question::{Answer, Answered, Asked, Question, Ticket};
use super::search::{Found, Index, Moment};

/// A handle on the thread; dropping it ends the thread after the question in hand.
#[derive(Debug)]
pub struct Librarian {
    desk: Arc<Desk>,
    answers: Receiver<Answer>,
    thread: Option<JoinHandle<()>>,
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
        let room = Room { library, cache: Cache::new(cache_bytes), finding: Finding::NotBegun };
        let thread = std::thread::Builder::new()
            .name("librarian".to_owned())
            .spawn({
                let desk = Arc::clone(&desk);
                move || work(&desk, room, &sender, &wake)
            })
            .map_err(|source| Error::Io { place: "the librarian's thread".to_owned(), source })?;
        Ok(Self { desk, answers, thread: Some(thread) })
    }

    /// Asks; never blocks.
    ///
    /// Bodies are answered before searches, those before pictures, and the picture asked last before those
    /// asked earlier: it is the one on the glass.
    /// A search that still waits when the next one comes is answered with [`Error::Overtaken`].
    /// Where too many wait, the oldest is answered with [`Error::Busy`].
    pub fn ask(&self, question: Question) {
        self.desk.put(question);
    }

    /// Takes back a question that has not been taken up yet.
    pub fn forget(&self, ticket: Ticket) {
        self.desk.forget(ticket);
    }

    /// Turns to another edition and forgets every question about the one before.
    ///
    /// An answer about the old edition may still be on its way: ask with fresh tickets.
    pub fn turn_to(&self, library: Library) {
        self.desk.turn_to(library);
    }

    /// The answers that have come since the last call; never blocks.
    pub fn answers(&self) -> impl Iterator<Item = Answer> + '_ {
        self.answers.try_iter()
    }
}

impl Drop for Librarian {
    fn drop(&mut self) {
        self.desk.close();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            error!("the librarian's thread had panicked");
        }
    }
}

/// What the thread works with.
struct Room {
    library: Library,
    cache: Cache<(PictureId, Slot), Pixels>,
    finding: Finding,
}

/// Where the search index of the library stands.
enum Finding {
    /// It was not begun.
    NotBegun,
    /// As far as it is made.
    By(Box<Index>),
    /// It could not be made; the next search tries again.
    Failed,
}

fn work(desk: &Desk, mut room: Room, answers: &Sender<Answer>, wake: &dyn Fn()) {
    while let Some(task) = desk.next(room.progress()) {
        let answer = match task {
            Task::TurnTo(library) => {
                room.library = *library;
                room.cache.clear();
                room.finding = Finding::NotBegun;
                continue;
            }
            Task::Prepare => {
                room.prepare();
                continue;
            }
            Task::Refuse(ticket, refusal) => Answer { ticket, what: Err(refusal.into()) },
            Task::Answer(question) => {
                Answer { ticket: question.ticket, what: room.answer(&question.what) }
            }
        };
        match &answer.what {
            Ok(_) => {}
            Err(Error::Overtaken) => debug!(ticket = answer.ticket.0, "a search was overtaken"),
            Err(error) => warn!(ticket = answer.ticket.0, code = error.code(), "{error}"),
        }
        if answers.send(answer).is_err() {
            return;
        }
        if catch_unwind(AssertUnwindSafe(wake)).is_err() {
            error!("waking the screen panicked");
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Busy => Self::Busy { waiting: WAITING_MAX },
            Refusal::Overtaken => Self::Overtaken,
        }
    }
}

impl Room {
    /// Answers, whatever happens: a decoder that panics costs one picture and not the thread.
    fn answer(&mut self, what: &Asked) -> Result<Answered, Error> {
        contained(&name(what), || match what {
            Asked::Article { id, language } => {
                self.library.article(*id, *language).map(Answered::Article)
            }
            Asked::Page { id, language } => self.library.page(*id, *language).map(Answered::Page),
            Asked::Picture { id, slot } => self.picture(*id, *slot).map(Answered::Picture),
            Asked::Search { query, language, at } => {
                self.search(query, *language, *at).map(Answered::Found)
            }
        })
    }

    fn progress(&self) -> Progress {
        match &self.finding {
            Finding::NotBegun => Progress::Waiting,
            Finding::By(index) if !index.is_whole() => Progress::Going,
            Finding::By(_) | Finding::Failed => Progress::Done,
        }
    }

    /// Begins the search index, or takes it a step further.
    fn prepare(&mut self) {
        let prepared = contained("the edition for the search index", || {
            if let Finding::By(index) = &mut self.finding {
                index.step(&self.library);
            } else {
                self.finding = Finding::By(Box::new(Index::new(&self.library)?));
            }
            Ok(())
        });
        if let Err(error) = prepared {
            warn!(code = error.code(), "no search index: {error}");
            self.finding = Finding::Failed;
        }
    }

    fn search(&mut self, query: &str, language: LanguageId, at: Moment) -> Result<Found, Error> {
        if let Finding::By(index) = &self.finding {
            return index.search(&self.library, query, language, at);
        }
        // It could not be made before; if it still cannot, whoever asks learns why.
        let mut index = Index::new(&self.library)?;
        while !index.is_whole() {
            index.step(&self.library);
        }
        let found = index.search(&self.library, query, language, at);
        self.finding = Finding::By(Box::new(index));
        found
    }

    fn picture(&mut self, id: PictureId, slot: Slot) -> Result<Pixels, Error> {
        if let Some(pixels) = self.cache.get(&(id, slot)) {
            return Ok(pixels);
        }
        let catalogue = self.library.catalogue();
        let Some(card) = catalogue.picture(id) else {
            return Err(Error::Missing { what: format!("picture {id}") });
        };
        let bytes = self.library.picture_bytes(id)?;
        let pixels = decode(&bytes, Limits::default())
            .and_then(|picture| picture.cover(slot, card.focus))
            .map_err(|error| error.at(&format!("picture {}", card.slug)))?;
        self.cache.insert((id, slot), pixels.clone(), pixels.rgb().len());
        Ok(pixels)
    }
}

fn name(what: &Asked) -> String {
    match what {
        Asked::Article { id, .. } => format!("article {id}"),
        Asked::Page { id, .. } => format!("page {id}"),
        Asked::Picture { id, .. } => format!("picture {id}"),
        Asked::Search { .. } => "the edition for a search".to_owned(),
    }
}
