//! The wiring: one kiosk made of an edition, a state, a glass and a librarian.
//!
//! Everything goes once round this loop: a touch becomes an [`Event`], the [`State`] answers with
//! [`Effect`]s, they are performed here, and the glass is told the new state.

mod candidate;
mod clock;
mod delivery;
mod desk;
mod display;
mod edition;
mod place;
mod sample;
mod stage;

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::time::Duration;

use slint::{Timer, TimerMode};

use crate::content::{
    Answered, ArticleId, Asked, Body, Catalogue, Error as ContentError, LanguageId, Library,
    PictureId, Slot, Ticket,
};
use crate::nav::{Candidate, Effect, Event, IdlePolicy, Screen, State, playlist};
use crate::panel::Glass;
use crate::ui::{BodyView, Glazing, Now, Ui, View};
use candidate::candidate;
use desk::Desk;
use edition::{same_language, same_place};

pub use clock::WallClock;
pub use delivery::{Courier, Deliveries, deliveries};
pub use display::{Display, DisplayError, preview, run};
pub use edition::{Opened, open_or_starter, starter};
pub use place::{Place, PlaceError};
pub use sample::{SAMPLE_GLASSES, SampleGlass};
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
    /// Editions that will come while it runs.
    pub deliveries: Option<Deliveries>,
}

/// A running kiosk. It belongs to the thread of its window.
pub struct Kiosk {
    ui: Ui,
    desk: Rc<Desk>,
    catalogue: RefCell<Arc<Catalogue>>,
    state: RefCell<State>,
    body: RefCell<BodySlot>,
    shown: RefCell<HashSet<ArticleId>>,
    revision: Cell<u32>,
    now: Rc<Now>,
    wall: WallClock,
    timer: Timer,
    deliveries: Option<Deliveries>,
    /// The tag of the language that every visit begins in, where it is not the edition's own.
    first_language: Option<String>,
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
        wake: impl Fn() + Send + Sync + Clone + 'static,
    ) -> Result<Rc<Self>, Error> {
        let catalogue = setup.library.catalogue();
        if let Some(deliveries) = &setup.deliveries {
            deliveries.ring_by(wake.clone());
        }
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
        let first_language = setup.language.and_then(|language| catalogue.language(language));
        let first_language = first_language.map(|language| language.tag.clone());
        let language = setup.language.unwrap_or(catalogue.default_language);
        let state = State::new(language, setup.policy, now.elapsed());
        let kiosk = Rc::new(Self {
            ui,
            desk,
            state: RefCell::new(state),
            body: RefCell::new(BodySlot::None),
            shown: RefCell::default(),
            revision: Cell::new(0),
            catalogue: RefCell::new(catalogue),
            now,
            wall: setup.wall,
            timer: Timer::default(),
            deliveries: setup.deliveries,
            first_language,
        });
        *address.borrow_mut() = Rc::downgrade(&kiosk);
        kiosk.perform(&[Effect::RefreshPlaylist]);
        kiosk.show();
        // One may have come before there was a bell.
        kiosk.take_delivery();
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
    pub fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&self.catalogue.borrow())
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

    /// Turns to another edition. Whoever reads a page that is in it, too, goes on reading it.
    pub fn turn_to(self: &Rc<Self>, library: Library) {
        let new = library.catalogue();
        let old = self.catalogue.replace(Arc::clone(&new));
        tracing::info!(edition = new.version, digest = new.digest, "turned to another edition");
        self.desk.turn_to(library);
        self.ui.turn_to(&new);
        *self.body.borrow_mut() = BodySlot::None;
        self.shown.borrow_mut().clear();
        let first_language = self.first_language.as_deref();
        let first_language = first_language.and_then(|tag| new.language_by_tag(tag));
        let effects = self.state.borrow_mut().turn_to(
            first_language.map_or(new.default_language, |language| language.id),
            |language| same_language(&old, &new, language),
            |screen| same_place(&old, &new, screen),
            self.now.elapsed(),
        );
        self.perform(&effects);
        self.show();
    }

    fn take_delivery(self: &Rc<Self>) {
        if let Some(library) = self.deliveries.as_ref().and_then(Deliveries::newest) {
            self.turn_to(library);
        }
    }

    /// Takes in the editions and answers that came since the last time.
    pub fn collect(self: &Rc<Self>) {
        self.take_delivery();
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
        let catalogue = self.catalogue();
        let is_trusted = self.wall.is_trusted(now, catalogue.made);
        let shown: HashSet<ArticleId> = catalogue
            .articles
            .iter()
            .filter(|article| article.validity.is_shown(now, is_trusted))
            .map(|article| article.id)
            .collect();
        let candidates: Vec<Candidate> = catalogue
            .articles
            .iter()
            .filter(|article| shown.contains(&article.id))
            .map(|article| candidate(&catalogue, article))
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

    fn show(self: &Rc<Self>) {
        let state = self.state.borrow().clone();
        {
            let body = self.body.borrow();
            let shown = self.shown.borrow();
            self.ui.show(&View {
                catalogue: &self.catalogue(),
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
