//! The wiring: one kiosk made of an edition, a state, a glass and a librarian.
//!
//! Everything goes once round this loop: a touch becomes an [`Event`], the [`State`] answers with
//! [`Effect`]s, they are performed here, and the glass is told the new state.

mod clock;
mod desk;
mod display;
mod edition;
mod place;
mod stage;

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::time::Duration;

use slint::{Timer, TimerMode};

use crate::content::{
    Answered, ArticleCard, ArticleId, Asked, Body, Catalogue, Error as ContentError, LanguageId,
    Library, PictureId, Slot, TextLength, Ticket,
};
use crate::nav::{Candidate, Effect, Event, IdlePolicy, Screen, State, playlist};
use crate::panel::Glass;
use crate::ui::{BodyView, Glazing, Now, Ui, View};
use desk::Desk;

pub use clock::WallClock;
pub use display::{Display, DisplayError, run};
pub use edition::{Opened, open_or_starter, starter};
pub use place::{Place, PlaceError};
pub use stage::{Stage, StageError};

/// The body of the screen on the glass, as far as it is there.
#[derive(Debug)]
enum BodySlot {
    None,
    Asked(Ticket),
    Ready(Body),
    Missing,
}

/// What a kiosk is made with.
#[derive(Debug)]
pub struct Setup {
    /// The edition.
    pub library: Library,
    /// The glass.
    pub glazing: Glazing,
    /// 1 is the normal text size.
    pub text_scale: f32,
    /// The time of day.
    pub wall: WallClock,
    /// The language that every visit begins in; `None` is the edition's own.
    pub language: Option<LanguageId>,
    /// The waiting times.
    pub policy: IdlePolicy,
}

/// A running kiosk. It belongs to the thread of its window.
pub struct Kiosk {
    ui: Ui,
    desk: Rc<Desk>,
    catalogue: Arc<Catalogue>,
    state: RefCell<State>,
    body: RefCell<BodySlot>,
    shown: RefCell<HashSet<ArticleId>>,
    revision: Cell<u32>,
    now: Rc<Now>,
    wall: WallClock,
    timer: Timer,
}

impl fmt::Debug for Kiosk {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Kiosk").field("state", &self.state).finish_non_exhaustive()
    }
}

/// Why there is no kiosk.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The edition's thread could not be started.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// The window could not be made.
    #[error("the window could not be made: {0}")]
    Window(#[from] slint::PlatformError),
}

impl Kiosk {
    /// Makes the window on the calling thread's display and begins the attract loop.
    /// [`Ui::open`] then puts it on the display.
    ///
    /// `wake` is called from another thread when work asked for is done: the display's thread then calls
    /// [`collect`](Self::collect).
    ///
    /// # Errors
    ///
    /// When there is no display, or no thread to be had.
    pub fn open(
        setup: Setup,
        now: Rc<Now>,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Rc<Self>, Error> {
        let catalogue = setup.library.catalogue();
        let desk = Rc::new(Desk::open(setup.library, wake)?);
        // The window wants to know whom to ask before there is anybody: the wishes go by this address.
        let address: Rc<RefCell<Weak<Self>>> = Rc::default();
        let request: Rc<crate::ui::Request> = Rc::new({
            let address = Rc::clone(&address);
            move |event| {
                let kiosk = address.borrow().upgrade();
                if let Some(kiosk) = kiosk {
                    kiosk.handle(event);
                }
            }
        });
        let resized = {
            let address = Rc::clone(&address);
            move |width, height| {
                let kiosk = address.borrow().upgrade();
                if let Some(kiosk) = kiosk {
                    kiosk.resize(width, height);
                }
            }
        };
        let order = {
            let desk = Rc::clone(&desk);
            move |id, slot| {
                desk.ask(Asked::Picture { id, slot });
            }
        };
        let clock = Rc::clone(&now);
        let ui = Ui::new(
            setup.glazing,
            setup.text_scale,
            Now::new(move || clock.elapsed()),
            &request,
            resized,
            order,
        )?;
        ui.turn_to(&catalogue);
        let language = setup.language.unwrap_or(catalogue.default_language);
        let state = State::new(language, setup.policy, now.elapsed());
        let kiosk = Rc::new(Self {
            ui,
            desk,
            state: RefCell::new(state),
            body: RefCell::new(BodySlot::None),
            shown: RefCell::default(),
            revision: Cell::new(0),
            catalogue,
            now,
            wall: setup.wall,
            timer: Timer::default(),
        });
        *address.borrow_mut() = Rc::downgrade(&kiosk);
        kiosk.perform(&[Effect::RefreshPlaylist]);
        kiosk.show();
        Ok(kiosk)
    }

    /// Opens a kiosk on a panel, by the panel's clock, and puts it there.
    fn open_on(glass: &Glass, setup: Setup) -> Result<Rc<Self>, Error> {
        let clock = glass.clock().clone();
        let waker = glass.waker();
        let now = Rc::new(Now::new(move || clock.now()));
        let kiosk = Self::open(setup, now, move || waker.wake())?;
        kiosk.ui.open()?;
        let weak = Rc::downgrade(&kiosk);
        glass.on_wake(move || {
            if let Some(kiosk) = weak.upgrade() {
                kiosk.collect();
            }
        });
        Ok(kiosk)
    }

    /// The glass.
    #[must_use]
    pub fn ui(&self) -> &Ui {
        &self.ui
    }

    /// The edition that is shown.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// A copy of the state, to look at.
    #[must_use]
    pub fn state(&self) -> State {
        self.state.borrow().clone()
    }

    /// Tells whether a body or a picture is still on its way.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.desk.is_waiting()
    }

    /// Takes in what happened, and shows what follows.
    pub fn handle(self: &Rc<Self>, event: Event) {
        let effects = self.state.borrow_mut().handle(event, self.now.elapsed());
        self.perform(&effects);
        self.show();
    }

    /// Fits the design to a glass of another size.
    pub fn resize(self: &Rc<Self>, width: u32, height: u32) {
        let glazing = self.ui.glazing();
        let is_real = width > 0 && height > 0;
        if is_real && (glazing.width, glazing.height) != (width, height) {
            self.ui.fit(Glazing { width, height, ..glazing }, self.ui.text_scale());
            self.show();
        }
    }

    /// Takes in the answers that came since the last time.
    pub fn collect(self: &Rc<Self>) {
        for (ticket, asked, answer) in self.desk.answers() {
            match (asked, answer) {
                (Asked::Picture { id, slot }, Ok(Answered::Picture(pixels))) => {
                    self.ui.picture_arrived(id, slot, Some(&pixels));
                }
                (Asked::Picture { id, slot }, answer) => self.picture_failed(id, slot, answer),
                (_, answer) => self.take_body(ticket, answer),
            }
        }
    }

    fn picture_failed(&self, id: PictureId, slot: Slot, answer: Result<Answered, ContentError>) {
        if let Err(error) = answer {
            tracing::warn!(picture = id.0, %error, help = error.help(), "a picture is missing");
        }
        self.ui.picture_arrived(id, slot, None);
    }

    fn take_body(self: &Rc<Self>, ticket: Ticket, answer: Result<Answered, ContentError>) {
        // A late answer to a question that is no longer asked is dropped.
        if !matches!(*self.body.borrow(), BodySlot::Asked(asked) if asked == ticket) {
            return;
        }
        let words = match answer {
            Ok(Answered::Article(body) | Answered::Page(body)) => {
                let words = body.words;
                *self.body.borrow_mut() = BodySlot::Ready(body);
                words
            }
            Ok(Answered::Picture(_)) => return,
            Err(error) => {
                tracing::warn!(%error, help = error.help(), "a text is missing");
                *self.body.borrow_mut() = BodySlot::Missing;
                0
            }
        };
        self.handle(Event::BodyShown { words });
    }

    fn perform(&self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::LoadBody => self.load_body(),
                Effect::RefreshPlaylist => self.refresh_playlist(),
                Effect::SessionEnded => *self.body.borrow_mut() = BodySlot::None,
            }
        }
    }

    fn load_body(&self) {
        let (screen, language) = {
            let state = self.state.borrow();
            (state.screen(), state.session().language)
        };
        let asked = match screen {
            Screen::Article { article: id } => Asked::Article { id, language },
            Screen::Page { page: id } => Asked::Page { id, language },
            Screen::Attract | Screen::Home | Screen::Section { .. } => return,
        };
        *self.body.borrow_mut() = BodySlot::Asked(self.desk.ask(asked));
    }

    /// Looks up what may be shown at this time of this day.
    fn refresh_playlist(&self) {
        let now = self.wall.now(self.now.elapsed());
        let is_trusted = self.wall.is_trusted(now, self.catalogue.made);
        let shown: HashSet<ArticleId> = self
            .catalogue
            .articles
            .iter()
            .filter(|article| article.validity.is_shown(now, is_trusted))
            .map(|article| article.id)
            .collect();
        let candidates: Vec<Candidate> = self
            .catalogue
            .articles
            .iter()
            .filter(|article| shown.contains(&article.id))
            .map(|article| self.candidate(article))
            .collect();
        if *self.shown.borrow() != shown {
            *self.shown.borrow_mut() = shown;
            self.revision.set(self.revision.get().wrapping_add(1));
        }
        let slides = playlist(&candidates);
        let event = Event::PlaylistChanged(slides);
        let effects = self.state.borrow_mut().handle(event, self.now.elapsed());
        debug_assert!(effects.is_empty(), "a playlist asks for nothing");
    }

    fn candidate(&self, article: &ArticleCard) -> Candidate {
        let headlines = self.catalogue.languages.iter();
        let headlines = headlines.filter_map(|language| article.headline.exact(language.id));
        let summary = self.catalogue.text(&article.summary, self.catalogue.default_language);
        let words = headlines.chain([summary]).map(|text| TextLength::of(text).to_words()).sum();
        Candidate {
            article: article.id,
            rank: article.featured.map(|featured| featured.rank),
            pinned: article.featured.is_some_and(|featured| featured.pinned),
            has_picture: article.picture.is_some(),
            dwell_s: article.featured.and_then(|featured| featured.dwell_s),
            words,
        }
    }

    fn show(self: &Rc<Self>) {
        let state = self.state.borrow().clone();
        {
            let body = self.body.borrow();
            let shown = self.shown.borrow();
            self.ui.show(&View {
                catalogue: &self.catalogue,
                state: &state,
                shown: &shown,
                revision: self.revision.get(),
                body: match &*body {
                    BodySlot::None | BodySlot::Asked(_) => BodyView::Loading,
                    BodySlot::Ready(body) => BodyView::Ready(body),
                    BodySlot::Missing => BodyView::Missing,
                },
            });
        }
        self.arm(state.deadline());
    }

    /// Sleeps until the state's next deadline, and not a moment less.
    fn arm(self: &Rc<Self>, deadline: Duration) {
        // Timers count whole milliseconds; the one more keeps them from ringing just before.
        let wait = deadline.saturating_sub(self.now.elapsed()) + Duration::from_millis(1);
        let weak = Rc::downgrade(self);
        self.timer.start(TimerMode::SingleShot, wait, move || {
            if let Some(kiosk) = weak.upgrade() {
                kiosk.handle(Event::Tick);
            }
        });
    }
}
