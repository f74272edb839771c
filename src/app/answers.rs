//! What the librarian is asked, and what becomes of the answers. A late answer to a question that is no longer asked is
//! dropped.

use std::rc::Rc;

use super::{BodySlot, Kiosk, SearchSlot};
use crate::content::search::{Found, Moment};
use crate::content::{Answered, Asked, Error as ContentError, PictureId, Slot, Ticket};
use crate::nav::{Event, Screen};

impl Kiosk {
    /// Takes in the editions and answers that came since the last time.
    pub fn collect(self: &Rc<Self>) {
        self.take_delivery();
        for (ticket, asked, answer) in self.desk.answers() {
            match (asked, answer) {
                (Asked::Picture { id, slot }, Ok(Answered::Picture(pixels))) => {
                    self.ui.picture_arrived(id, slot, Some(&pixels));
                }
                (Asked::Picture { id, slot }, answer) => self.picture_failed(id, slot, answer),
                (Asked::Search { .. }, answer) => self.take_found(ticket, answer),
                (asked, answer) => self.take_body(ticket, asked, answer),
            }
        }
    }

    fn picture_failed(&self, id: PictureId, slot: Slot, answer: Result<Answered, ContentError>) {
        if let Err(error) = answer {
            tracing::warn!(picture = id.0, %error, help = error.help(), "a picture is missing");
        }
        self.ui.picture_arrived(id, slot, None);
    }

    fn take_body(
        self: &Rc<Self>,
        ticket: Ticket,
        asked: Asked,
        answer: Result<Answered, ContentError>,
    ) {
        // A late answer to a question that is no longer asked is dropped.
        let is_asked = matches!(&*self.body.borrow(), BodySlot::Asked { ticket: asked, .. } if *asked == ticket);
        if !is_asked {
            return;
        }
        let words = match answer {
            Ok(Answered::Article(body) | Answered::Page(body)) => {
                let words = body.words;
                *self.body.borrow_mut() = BodySlot::Ready { asked, body };
                words
            }
            Ok(_) => return,
            Err(error) => {
                tracing::warn!(%error, help = error.help(), "a text is missing");
                *self.body.borrow_mut() = BodySlot::Missing;
                0
            }
        };
        self.handle(Event::BodyShown { words });
    }

    fn take_found(self: &Rc<Self>, ticket: Ticket, answer: Result<Answered, ContentError>) {
        let is_asked = matches!(*self.search.borrow(), SearchSlot::Asked(asked) if asked == ticket);
        if !is_asked {
            return;
        }
        let found = match answer {
            Ok(Answered::Found(found)) => found,
            Ok(_) => return,
            Err(error) => {
                // The visitor finds nothing, and the menus that are offered then.
                tracing::warn!(%error, help = error.help(), "a search failed");
                let query = self.state.borrow().session().query.clone();
                Found { query, ..Found::default() }
            }
        };
        self.set_search(SearchSlot::Found(found));
        self.show();
    }

    pub(super) fn load_body(&self) {
        let (screen, language) = {
            let state = self.state.borrow();
            (state.screen(), state.session().language)
        };
        let asked = match screen {
            Screen::Article { article: id } | Screen::Gallery { article: id, .. } => {
                Asked::Article { id, language }
            }
            Screen::Page { page: id } => Asked::Page { id, language },
            Screen::Attract
            | Screen::Home
            | Screen::Section { .. }
            | Screen::Zones { .. }
            | Screen::Figures
            | Screen::Search => return,
        };
        let ticket = self.desk.ask(asked.clone());
        // From a story to its pictures and back the text stays the same, and stays on the glass.
        let kept = match self.body.replace(BodySlot::None) {
            BodySlot::Ready { asked: of, body } if of == asked => Some(body),
            BodySlot::Asked { asked: of, kept, .. } if of == asked => kept,
            _ => None,
        };
        *self.body.borrow_mut() = BodySlot::Asked { ticket, asked, kept };
    }

    /// Looks for the words of the session.
    pub(super) fn look_for_words(&self) {
        let (query, language) = {
            let state = self.state.borrow();
            (state.session().query.clone(), state.session().language)
        };
        if query.trim().is_empty() {
            self.set_search(SearchSlot::None);
            return;
        }
        let now = self.wall.now(self.now.elapsed());
        let clock_is_trusted = self.wall.is_trusted(now, self.catalogue().made);
        let at = Moment { now, clock_is_trusted };
        let ticket = self.desk.ask(Asked::Search { query: query.into(), language, at });
        self.set_search(SearchSlot::Asked(ticket));
    }
}
