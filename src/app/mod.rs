//! The wiring: one kiosk made of an edition, a state, a glass and a librarian.
//!
//! Everything goes once round this loop: a touch becomes an [`Event`], the [`State`] answers with
//! [`Effect`]s, they are performed here, and the glass is told the new state.

mod answers;
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

use crate::content::search::Found;
use crate::content::{
    ArticleId, Asked, Body, Catalogue, Error as ContentError, LanguageId, Library, Ticket,
};
use crate::nav::{Access, Candidate, Effect, Event, IdlePolicy, State, playlist};
use crate::panel::Glass;
use crate::ui::{BodyView, Glazing, Now, SearchView, Ui, View};
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
    Asked {
        ticket: Ticket,
        asked: Asked,
        /// The same body as it was fetched before.
        kept: Option<Body>,
    },
    Ready {
        asked: Asked,
        body: Body,
    },
    Missing,
}

/// What the search brought, as far as it is there.
#[derive(Debug)]
enum SearchSlot {
    None,
    Asked(Ticket),
    Found(Found),
}

/// What a kiosk is made with.
#[derive(Debug)]
pub struct Setup {
    /// The edition.
    pub library: Library,
    /// The glass.
    pub glazing: Glazing,
    /// How every visit begins.
    pub access: Access,
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
    search: RefCell<SearchSlot>,
    answers: Cell<u32>,
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
            setup.access,
            Now::new(move || clock.elapsed()),
            &request,
            resized,
            order,
        )?;
        ui.turn_to(&catalogue);
        let first_language = setup.language.and_then(|language| catalogue.language(language));
        let first_language = first_language.map(|language| language.tag.clone());
        let language = setup.language.unwrap_or(catalogue.default_language);
        let state = State::new(language, setup.policy, now.elapsed()).beginning_with(setup.access);
        let kiosk = Rc::new(Self {
            ui,
            desk,
            state: RefCell::new(state),
            body: RefCell::new(BodySlot::None),
            search: RefCell::new(SearchSlot::None),
            answers: Cell::new(0),
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
            let access = self.state.borrow().session().access;
            self.ui.fit(Glazing { width, height, ..glazing }, access);
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
        self.forget_answers();
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

    fn perform(&self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::LoadBody => self.load_body(),
                Effect::RefreshPlaylist => self.refresh_playlist(),
                Effect::Search => self.look_for_words(),
                Effect::SessionEnded => self.forget_answers(),
            }
        }
    }

    /// Lets go of everything that was asked for a visitor who left, or about another edition.
    fn forget_answers(&self) {
        *self.body.borrow_mut() = BodySlot::None;
        self.set_search(SearchSlot::None);
    }

    fn set_search(&self, slot: SearchSlot) {
        *self.search.borrow_mut() = slot;
        self.answers.set(self.answers.get().wrapping_add(1));
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
            let search = self.search.borrow();
            self.ui.show(&View {
                catalogue: &self.catalogue(),
                state: &state,
                shown: &shown,
                revision: self.revision.get(),
                body: match &*body {
                    BodySlot::None | BodySlot::Asked { kept: None, .. } => BodyView::Loading,
                    BodySlot::Ready { body, .. } | BodySlot::Asked { kept: Some(body), .. } => {
                        BodyView::Ready(body)
                    }
                    BodySlot::Missing => BodyView::Missing,
                },
                answers: self.answers.get(),
                search: match &*search {
                    SearchSlot::None => SearchView::Idle,
                    SearchSlot::Asked(_) => SearchView::Looking,
                    SearchSlot::Found(found) => SearchView::Found(found),
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
