//! The glass: the only place that names what the Slint compiler generates.
//!
//! One adapter a feature, with the stem of its global in `ui/globals/`. `connect` turns the visitor's wishes
//! into [`Event`]s; [`Ui::show`] writes everything that follows from a [`View`]. Nothing here decides.

mod access;
mod article;
mod atlas;
mod attract;
mod blocks;
mod chart;
mod chart_item;
mod convert;
mod ems;
pub mod fade;
mod figures;
mod gallery;
mod gauge;
mod generated;
mod home;
mod languages;
mod naming;
mod navigation;
#[cfg(test)]
mod palette_tests;
mod period;
mod pictures;
mod qr;
mod scale;
mod search;
mod section;
mod series;
mod table;
mod typeset;
mod value_scale;
mod view;
mod wall;
mod zones;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use slint::ComponentHandle;

use crate::content::{Catalogue, LanguageId, PictureId, Pixels, Slot};
use crate::nav::{Access, Event, Screen};
use attract::Attract;
use generated::{AppWindow, Layout, Metrics, Motion, Palette};
use pictures::Pictures;
use zones::Zones;

pub use gauge::{Fit, Gauge};
pub use scale::Glazing;
pub use view::{BodyView, SearchView, View};

/// What becomes of a visitor's wish.
pub type Request = dyn Fn(Event);

/// The time since the start, as the display's clock has it.
pub struct Now(Box<dyn Fn() -> Duration>);

impl std::fmt::Debug for Now {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.elapsed().fmt(formatter)
    }
}

impl Now {
    /// The clock that `read` reads.
    pub fn new(read: impl Fn() -> Duration + 'static) -> Self {
        Self(Box::new(read))
    }

    /// The time since the start.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        (self.0)()
    }
}

/// What decides the menus.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    screen: Screen,
    step: u32,
    language: LanguageId,
    revision: u32,
    millimetre: f32,
}

/// What decides the screen's texts and models; while it stays the same they stay too.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    place: Place,
    body: u8,
    query: String,
    answers: u32,
    zone_kind: Option<Box<str>>,
}

/// The window with its adapters.
pub struct Ui {
    window: AppWindow,
    pictures: Rc<Pictures>,
    attract: Rc<Attract>,
    gauge: Rc<Gauge>,
    shown: RefCell<Option<Shown>>,
    zones: Rc<Zones>,
    glazing: RefCell<Glazing>,
    access: Cell<Access>,
}

impl std::fmt::Debug for Ui {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Ui").field("shown", &self.shown).finish_non_exhaustive()
    }
}

impl Ui {
    /// Makes the window. Wishes go to `request`, another size in pixels to `resized`; pictures are ordered by `order` and come by
    /// [`picture_arrived`](Self::picture_arrived).
    ///
    /// # Errors
    ///
    /// When there is no display to make a window on.
    pub fn new(
        glazing: Glazing,
        access: Access,
        now: Now,
        request: &Rc<Request>,
        resized: impl Fn(u32, u32) + 'static,
        order: impl Fn(PictureId, Slot) + 'static,
    ) -> Result<Self, slint::PlatformError> {
        let window = AppWindow::new()?;
        navigation::connect(&window, request);
        languages::connect(&window, request);
        section::connect(&window, request);
        article::connect(&window, request);
        search::connect(&window, request);
        access::connect(&window, request);
        gallery::connect(&window, request);
        window.global::<Metrics<'_>>().on_resized(move |width, height| {
            if let (Ok(width), Ok(height)) = (u32::try_from(width), u32::try_from(height)) {
                resized(width, height);
            }
        });
        let pictures = Pictures::connect(&window, order);
        let attract = Attract::new(&window, Rc::clone(&pictures), Rc::new(now));
        let gauge = Gauge::connect(&window);
        let zones = Zones::connect(&window, request);
        let ui = Self {
            window,
            pictures,
            attract,
            gauge,
            shown: RefCell::new(None),
            zones,
            glazing: RefCell::new(glazing),
            access: Cell::new(access),
        };
        ui.fit(glazing, access);
        Ok(ui)
    }

    /// Fits the design to the glass, and to how its visitor sees, reads and reaches.
    pub fn fit(&self, glazing: Glazing, access: Access) {
        *self.glazing.borrow_mut() = glazing;
        self.access.set(access);
        let scale = glazing.scale(access);
        // Slint's lengths are logical ones; the panel's are pixels.
        let pixel = 1.0 / self.window.window().scale_factor();
        let metrics = self.window.global::<Metrics<'_>>();
        metrics.set_unit(scale.unit * pixel);
        metrics.set_text_scale(access.text_size.scale());
        metrics.set_out_of_reach(scale.out_of_reach as f32 * pixel);
        metrics.set_is_roomy(scale.is_roomy);
        metrics.set_layout(scale.layout);
        self.window.global::<Palette<'_>>().set_is_high_contrast(access.has_high_contrast);
        self.window.global::<Motion<'_>>().set_is_calm(access.is_calm);
        let slot = Slot { width: glazing.width, height: glazing.height };
        self.attract.resize(slot, scale.unit);
        self.attract.set_calm(access.is_calm);
    }

    /// What is known of the glass.
    #[must_use]
    pub fn glazing(&self) -> Glazing {
        *self.glazing.borrow()
    }

    /// Tells that the pictures from here on are those of `catalogue`.
    pub fn turn_to(&self, catalogue: &Catalogue) {
        let highest = catalogue.pictures.keys().map(|picture| picture.0).max();
        self.pictures.reset(highest.unwrap_or(0));
        self.attract.forget();
        self.shown.replace(None);
    }

    /// Shows what follows from `view`. Calling it again with the same view changes nothing.
    pub fn show(&self, view: &View<'_>) {
        let session = view.state.session();
        if self.access.get() != session.access {
            self.fit(self.glazing(), session.access);
        }
        let millimetre = self.window.global::<Metrics<'_>>().get_unit();
        let place = Place {
            screen: session.screen,
            step: session.step,
            language: session.language,
            revision: view.revision,
            millimetre,
        };
        let next = Shown {
            place,
            body: match view.body {
                BodyView::Loading => 0,
                BodyView::Ready(_) => 1,
                BodyView::Missing => 2,
            },
            query: session.query.clone(),
            answers: view.answers,
            zone_kind: session.zone_kind.clone(),
        };
        // Models that are set anew take the row under a finger away: only what changed is told.
        let before = self.shown.borrow_mut().take();
        if before.as_ref().map(|shown| shown.place) != Some(place) {
            languages::show(&self.window, view);
            navigation::show_menus(&self.window, view);
        }
        if before.as_ref() != Some(&next) {
            match session.screen {
                Screen::Attract => {}
                Screen::Home => home::show(&self.window, view),
                Screen::Section { .. } => section::show(&self.window, view),
                Screen::Article { .. } | Screen::Page { .. } => {
                    article::show(&self.window, view, millimetre);
                }
                Screen::Figures => figures::show(&self.window, view),
                Screen::Gallery { .. } => gallery::show(&self.window, view),
                Screen::Zones { .. } => self.zones.show(view),
                Screen::Search => search::show(&self.window, view),
            }
        }
        self.shown.replace(Some(next));
        access::show(&self.window, view, self.glazing().offers_reach());
        // Last, so that a new screen finds its texts when it is made.
        navigation::show(&self.window, view);
        self.attract.show(view);
    }

    /// Takes in a picture that was ordered; `None` could not be had.
    pub fn picture_arrived(&self, picture: PictureId, slot: Slot, pixels: Option<&Pixels>) {
        self.pictures.arrived(picture, slot, pixels);
        self.attract.advance();
    }

    /// Puts the window on the display.
    ///
    /// # Errors
    ///
    /// When the display is gone.
    pub fn open(&self) -> Result<(), slint::PlatformError> {
        self.window.show()
    }

    /// How many pixels of the panel make a millimetre of the design.
    #[must_use]
    pub fn pixels_per_millimetre(&self) -> f32 {
        self.glazing().scale(self.access.get()).unit
    }

    /// How many pixels at the lower edge the bar takes on every screen but the loop.
    #[must_use]
    pub fn dock_pixels(&self) -> f32 {
        self.window.global::<Metrics<'_>>().get_dock_height() * self.window.window().scale_factor()
    }

    /// Asks every text that has only so much room for its size and place. They answer by the time that the next frame is
    /// drawn; [`Gauge::take`] then has the answers.
    pub fn measure(&self) {
        gauge::ask(&self.window);
    }

    /// What the texts answered.
    pub fn gauge(&self) -> &Gauge {
        &self.gauge
    }

    /// Leaves the words over pictures out, so that their ground can be looked at, or shows them again.
    pub fn hide_words_over_pictures(&self, hides: bool) {
        gauge::hide_words(&self.window, hides);
    }

    /// The pictures asked for since the last call, with the sizes of their slots in pixels; the first call begins to watch.
    pub fn take_pictures_asked(&self) -> Vec<(PictureId, Slot)> {
        self.pictures.take_asked()
    }

    /// The Slint window.
    #[must_use]
    pub fn window(&self) -> &slint::Window {
        self.window.window()
    }

    /// The component, for those who look for elements by their labels.
    #[must_use]
    pub fn component(&self) -> &impl ComponentHandle {
        &self.window
    }

    /// Tells whether the layout is that of a small panel.
    #[must_use]
    pub fn is_compact(&self) -> bool {
        self.window.global::<Metrics<'_>>().get_layout() == Layout::Compact
    }
}
